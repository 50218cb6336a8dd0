"""The participant's page in its large sizes on a small screen: nothing is cut off at the right."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from assessdesk.gui.kiosk.head import KioskHead
from assessdesk.gui.kiosk.question_panel import BIG, TWICE_FROM, QuestionPanel, QuestionView
from assessdesk.gui.look.theme import apply_theme
from assessdesk.gui.look.tokens import Scheme
from assessdesk.services.self_entry import AnswerKind, Question
from tests.journeys.visit import library

SMALL = (1024, 768)
QUESTIONS = (
    Question(slot="scale", kind=AnswerKind.SCALE, text="Pain", low=0, high=10, low_words="none", high_words="worst"),
    Question(slot="list", kind=AnswerKind.LIST, text="How often", options=(("0", "Never"), ("1", "Nearly always"))),
    Question(slot="line", kind=AnswerKind.LINE, text="How it was", low=0, high=100),
    Question(slot="number", kind=AnswerKind.NUMBER, text="Minutes", low=0, high=1440),
    Question(slot="text", kind=AnswerKind.TEXT, text="Where"),
)


class Words:
    """The kiosk's sentences in one language."""

    def __init__(self, language: str) -> None:
        self._language = language

    def __call__(self, code: str, **places: object) -> str:
        return library().sentence(code, {name: str(value) for name, value in places.items()}, self._language)


def outside(whole: QWidget) -> list[str]:
    """Return what is cut off: parts that reach beyond the widget, and labels narrower than their words."""
    cut = []
    for part in whole.findChildren(QWidget):
        right = part.mapTo(whole, part.rect().topRight()).x()
        narrow = isinstance(part, QLabel) and not part.wordWrap() and part.width() < part.sizeHint().width()
        if part.isVisible() and (right >= whole.width() or narrow):
            cut.append(f"{type(part).__name__} {part.accessibleName()} at {right}")
    return cut


@pytest.mark.req("GUI-427")
@pytest.mark.parametrize("language", ["en", "ko", "zh"])
@pytest.mark.parametrize("larger", [False, True])
def test_every_way_of_answering_fits_a_small_screen_in_large_sizes(
    qapp: QApplication, language: str, larger: bool
) -> None:
    assert SMALL[0] >= TWICE_FROM
    apply_theme(qapp, Scheme.LIGHT)
    for question in QUESTIONS:
        panel = QuestionPanel(QuestionView(question=question, first=False, larger=larger, scale=BIG), Words(language))
        panel.resize(*SMALL)
        panel.show()
        qapp.processEvents()
        assert panel.width() == SMALL[0]
        assert panel.part.width() >= panel.part.minimumSizeHint().width()
        assert outside(panel) == []
        panel.hide()


@pytest.mark.req("GUI-427")
@pytest.mark.parametrize("language", ["en", "ko", "zh"])
@pytest.mark.parametrize("larger", [False, True])
def test_the_head_fits_a_small_screen(qapp: QApplication, language: str, larger: bool) -> None:
    apply_theme(qapp, Scheme.LIGHT)
    staff = QAction("Staff", qapp)
    staff.setShortcut("F12")
    head = KioskHead(Words(language), staff, scale=BIG, larger=larger)
    head.show_place(10, 12)
    head.resize(SMALL[0], head.sizeHint().height())
    head.show()
    qapp.processEvents()
    assert head.width() == SMALL[0]
    assert outside(head) == []
    head.hide()
