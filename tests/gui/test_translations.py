"""The windows in every language: nothing untranslated, and nothing cut off where the words are longer."""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QRect, Qt, QTranslator
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QScrollArea, QWidget

from assessdesk.domain.events import CareFacts
from assessdesk.gui import tasks
from assessdesk.gui.application import Application
from assessdesk.gui.fields.key_bar import KeyBar
from assessdesk.gui.fields.text import Label
from assessdesk.gui.look.tokens import Scheme
from assessdesk.gui.page import Destination
from assessdesk.gui.pages.visit import VisitPage
from assessdesk.gui.window.main_window import MainWindow
from assessdesk.services import session
from tests.gui.pages.capturing import CHAIR, GRIP, Nurse
from tools import translate

LANGUAGES = translate.LANGUAGES
PLACE = re.compile(r"\{\w*\}")
BUTTON = "button: "
STRETCH = re.compile(r" ?[üéö]+| (?=$|:)")
SCREEN = (1366, 688)
"""What a maximised window leaves on a screen of 1366 x 768."""
LONGER = 0.4
"""How much longer the words of the pseudo-language are: what German or Russian take more than English."""
TIGHT = {
    "Opens soon 0",
    "Not done",
    "Rest of side",
    "Void last",
    "Re-measure",
    "Confirm",
    "More reasons",
}
"""Buttons that have no room for `LONGER` words: a translator keeps these as short as the English. Nothing may join
them, and what gets its room leaves the list."""
LATIN = re.compile(r"\b[A-Za-z][a-z]{3,}\b")
SAME_EVERYWHERE = {
    "Caps",
    "Ctrl",
    "Delete",
    "Down",
    "English",
    "Enter",
    "Left",
    "Lock",
    "Page",
    "Right",
    "Space",
}
"""Names of keys, of languages and our own stand in Latin letters in every language."""
Key = Qt.Key


class Stretched(QTranslator):
    """A pseudo-language: every text that some language translates is longer by `LONGER`, in words that can wrap."""

    def __init__(self) -> None:
        super().__init__()
        texts = [(each.source, each.translation) for each in translate.entries(translate.ts_file("ko"))]
        self._fixed = {source for source, translation in texts if source == translation}

    def isEmpty(self) -> bool:  # noqa: N802 - Qt names its virtual methods
        """Say that there are words, or Qt would not ask."""
        return False

    def translate(self, context: str, source: str, disambiguation: str | None = None, n: int = -1) -> str:
        """Keep the text and its places, and put more behind it."""
        del context, disambiguation, n
        more = round(len(source) * LONGER)
        return source if source in self._fixed else source + (" üéö" * more)[:more].rstrip()


class Walk:
    """The whole program on a real desk, in one language, scene after scene."""

    def __init__(self, application: Application, nurse: Nurse) -> None:
        self.application = application
        self.window: MainWindow = application.window
        self.nurse = nurse
        self.window.showNormal()
        self.window.resize(*SCREEN)

    def scenes(self) -> Iterator[str]:
        """Bring the window to one state after the other; each name is yielded while its state is shown."""
        for page in ("today", "participants", "enrol", "participant", "exchange", "people", "devices", "audit"):
            self.go(page)
            yield page
        yield from self._help()
        yield from self._grip()
        yield from self._chair()
        yield from self._review()
        self.go("today")
        self.window.lock()
        yield "sign_in"
        self.window.go(Destination(page="set_up"))
        yield "set_up"

    def go(self, page: str, instrument: str = "") -> None:
        """Show a page about the participant."""
        there = self.nurse.destination(instrument)
        self.window.go(Destination(page=page, participant=there.participant, visit=there.visit, instrument=instrument))

    def _help(self) -> Iterator[str]:
        QTest.keyClick(self.window, Key.Key_F1)
        yield "help"
        QTest.keyClick(self.window, Key.Key_F1)

    def _grip(self) -> Iterator[str]:
        nurse = self.nurse
        self.go("visit", GRIP)
        yield "grip: device"
        nurse.answer_until(GRIP, "squeeze.right.2.grip", "25.8")
        nurse.clock.pass_seconds(-40)
        self.go("visit", GRIP)
        yield "grip: a rest"
        nurse.clock.pass_seconds(41)
        nurse.write("246")
        yield "grip: refused"
        self._line().selectAll()
        nurse.write("4.6")
        yield "grip: unusual"
        nurse.press(Key.Key_Escape)
        nurse.press(Key.Key_N)
        yield "grip: reasons"
        nurse.press(Key.Key_0)
        yield "grip: more reasons"
        nurse.press(Key.Key_Escape)
        nurse.answer_until(GRIP, "", "24.0 26.4")
        self.go("visit", GRIP)
        yield "grip: finished"

    def _chair(self) -> Iterator[str]:
        nurse = self.nurse
        nurse.answer_until(CHAIR, "stands.1.time")
        self.go("review")
        yield "review: one still open"
        self.go("visit", CHAIR)
        yield "chair: ready"
        page = self.window.current()
        assert isinstance(page, VisitPage)
        nurse.press(Key.Key_Space)
        assert page.busy()
        yield "chair: running"
        nurse.press(Key.Key_N)
        yield "chair: stopped early"
        nurse.press(Key.Key_Return)
        yield "chair: why it was stopped"
        nurse.press(Key.Key_6)
        nurse.press(Key.Key_Return)
        assert not page.busy()

    def _review(self) -> Iterator[str]:
        self.go("review")
        yield "review"
        QTest.keyClick(self.window, Key.Key_C, Qt.KeyboardModifier.AltModifier)
        yield "review: correction"
        self.go("summary")
        yield "summary"
        self.go("participant")
        yield "participant: in progress"
        QTest.keyClick(self.window, Key.Key_U)
        yield "participant: unscheduled visit"
        QTest.keyClick(self.window, Key.Key_Escape)

    def _line(self) -> QLineEdit:
        line = QApplication.focusWidget()
        assert isinstance(line, QLineEdit)
        return line


def cut(window: QWidget) -> dict[str, str]:
    """What does not fit, by accessible name: a button or an unwrapped line of text that is not whole, and why.

    What lies in an area that scrolls downwards can be reached and is whole.
    """
    found: dict[str, str] = {}
    for widget in window.findChildren(QWidget):
        button = isinstance(widget, QAbstractButton)
        line = isinstance(widget, Label) and not widget.wordWrap() and bool(widget.text())
        if not widget.isVisible() or not (button or line):
            continue
        need = widget.minimumSizeHint()
        name = f"{BUTTON if button else ''}{widget.accessibleName()}"
        if widget.width() < need.width() or widget.height() < need.height():
            found[name] = f"{widget.width()} x {widget.height()}, needs {need.width()} x {need.height()}"
        elif not _reachable(widget):
            found[name] = "lies partly outside"
    return found


def _reachable(widget: QWidget) -> bool:
    """Say whether all of a widget is on the screen, or can be scrolled there."""
    inner, rect, outer = widget, widget.rect(), widget.parentWidget()
    while outer is not None:
        rect = QRect(inner.mapTo(outer, rect.topLeft()), rect.size())
        if not outer.rect().contains(rect):
            area = outer.parentWidget()
            beside = rect.left() < 0 or rect.right() > outer.rect().right()
            if beside or not isinstance(area, QScrollArea) or not area.verticalScrollBar().isVisible():
                return False
            # It can be scrolled into the area; what counts from here on is the area itself.
            rect = outer.rect()
        inner, outer = outer, outer.parentWidget()
    return True


def left_out(window: MainWindow) -> list[str]:
    """Wishes of the key bar for which there is no room."""
    bar = window.findChildren(KeyBar)[0]
    return [hint.wish for hint in bar.hints() if hint not in bar.shown()]


def settle() -> None:
    """Let wrapped lines find their height: each width asks for another height in the next round."""
    for _ in range(5):
        QApplication.processEvents()


Start = Callable[[str], Walk]


@pytest.fixture
def start(qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Start]:
    """Starts the whole program in a language; its hooks and words are taken away again."""
    monkeypatch.setattr("sys.excepthook", lambda *_: None)
    monkeypatch.setattr("threading.excepthook", lambda *_: None)
    made: list[Walk] = []

    def begin(language: str) -> Walk:
        care = CareFacts(surgery_side="left", lymphoedema_side="left", restricted_side="left")
        nurse = Nurse(tmp_path, language, care=care)
        nurse.page.deleteLater()
        application = Application(nurse.desk, language=language, logs=tmp_path / "logs", scheme=Scheme.LIGHT)
        application.start()
        made.append(Walk(application, nurse))
        return made[0]

    with tasks.inline():
        yield begin
    for walk in made:
        walk.application.idle.stop()
        qapp.removeEventFilter(walk.application.idle)
        walk.application.workspace.set_language("en")
        walk.window.hide()
        walk.window.deleteLater()
        session.release(walk.nurse.desk)
    qapp.processEvents()


def seen_words(window: QWidget) -> set[str]:
    """The Latin words in whatever is shown or said, beside those that are the same everywhere."""
    shown = (widget for widget in window.findChildren(QWidget) if widget.isVisible())
    said = " ".join(f"{one.accessibleName()} {one.accessibleDescription()}" for one in shown)
    return {word for word in LATIN.findall(said) if word not in SAME_EVERYWHERE}


@pytest.mark.req("GUI-140")
def test_the_translations_are_complete_and_say_what_the_source_says() -> None:
    assert [fault for language in LANGUAGES for fault in translate.faults(language)] == []


@pytest.mark.req("GUI-140")
def test_a_stale_or_unfinished_translation_is_found(tmp_path: Path) -> None:
    kept = translate.ts_file("ko").read_text(encoding="utf-8")
    stale = translate.ts_file("ko", tmp_path)
    assert "dev.py translate" in translate.faults("ko", tmp_path)[0]
    stale.write_text(kept.replace("<source>About this person<", "<source>About nobody<"), encoding="utf-8")
    translate.release("ko", tmp_path)
    faults = translate.faults("ko", tmp_path)
    assert any("not what the source says" in fault for fault in faults)
    assert any("“About this person” has no finished translation" in fault for fault in faults)


@pytest.mark.req("GUI-141")
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_translation_keeps_the_places_of_its_source(language: str) -> None:
    texts = list(translate.entries(translate.ts_file(language)))
    assert len(texts) > 500
    other = [each for each in texts if sorted(PLACE.findall(each.source)) != sorted(PLACE.findall(each.translation))]
    assert other == []


@pytest.mark.req("GUI-140")
def test_every_text_that_the_source_hands_to_tr_was_read() -> None:
    """lupdate passes over what it cannot read; a call with anything but a text, or read as a context, is a defect."""
    known = {each.source for each in translate.entries(translate.ts_file("ko"))}
    missed = []
    for path in sorted(translate.SOURCES.rglob("*.py")):
        for call in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(call, ast.Call) or not isinstance(call.func, ast.Attribute | ast.Name):
                continue
            name = ast.unparse(call.func).removeprefix("QCoreApplication.")
            place = {"self.tr": 0, "translate": 1}.get(name)
            if place is None or len(call.args) <= place:
                continue
            text = call.args[place]
            if not isinstance(text, ast.Constant) or text.value not in known:
                missed.append(f"{path.name}:{call.lineno}: {ast.unparse(call)}")
    assert missed == []


@pytest.mark.req("GUI-142", "GUI-143")
@pytest.mark.parametrize("language", ["en", *LANGUAGES])
def test_every_page_fits_and_speaks_one_language(start: Start, language: str) -> None:
    walk = start(language)
    wrong: dict[str, object] = {}
    for scene in walk.scenes():
        settle()
        assert (walk.window.width(), walk.window.height()) == SCREEN
        foreign = seen_words(walk.window) if language != "en" else ()
        faults = (cut(walk.window), left_out(walk.window), foreign)
        if any(faults):
            wrong[scene] = faults
    assert wrong == {}


@pytest.mark.req("GUI-144")
def test_longer_words_lose_no_button_and_widen_no_window(qapp: QApplication, start: Start) -> None:
    longer = Stretched()
    qapp.installTranslator(longer)
    try:
        walk = start("en")
        tight: dict[str, str] = {}
        for scene in walk.scenes():
            settle()
            assert (walk.window.width(), walk.window.height()) == SCREEN
            buttons = {name.removeprefix(BUTTON): why for name, why in cut(walk.window).items() if BUTTON in name}
            tight |= {STRETCH.sub("", name): f"{scene}: {why}" for name, why in buttons.items()}
    finally:
        qapp.removeTranslator(longer)
    assert {name: why for name, why in tight.items() if name not in TIGHT} == {}
    assert set(tight) >= TIGHT, "these have room now: take them from the list"


@pytest.mark.req("GUI-109")
def test_another_language_reaches_header_help_and_keys(start: Start) -> None:
    walk = start("en")
    walk.application.workspace.set_language("ko")
    walk.go("today")
    settle()
    assert seen_words(walk.window) == set()
    QTest.keyClick(walk.window, Key.Key_F1)
    settle()
    assert seen_words(walk.window) == set()
    QTest.keyClick(walk.window, Key.Key_F1)
    assert walk.window.current().isVisible()
