"""What holds for every component: a name for screen readers, both schemes, and room on the smallest screen."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox, QScrollArea, QSpinBox, QTableWidget, QWidget
from pytestqt.qtbot import QtBot

from assessdesk.gui.fields.script_panel import ScriptPanel
from assessdesk.gui.fields.trial_table import TrialTable
from assessdesk.gui.look.theme import apply_theme
from assessdesk.gui.look.tokens import Scheme
from tests.gui.fields.specimens import SPECIMENS, made
from tests.gui.gallery import CAPTURE_SIZE, WORDS, pages

NAMES = sorted(SPECIMENS)


def unnamed(root: QWidget) -> list[str]:
    """Widgets one can reach with Tab, and the root itself, that say nothing to a screen reader."""
    reached = [
        each
        for each in (root, *root.findChildren(QWidget))
        if each is root or each.focusPolicy() & Qt.FocusPolicy.TabFocus
    ]
    inner = ("qt_", "scroll")
    return [
        type(each).__name__
        for each in reached
        if not each.accessibleName() and not each.objectName().startswith(inner) and each.focusProxy() is None
    ]


@pytest.mark.req("GUI-021")
@pytest.mark.parametrize("name", NAMES)
def test_nothing_that_takes_the_focus_is_nameless(qtbot: QtBot, name: str) -> None:
    widget = made(name)
    qtbot.addWidget(widget)

    assert unnamed(widget) == []


@pytest.mark.req("GUI-021")
def test_the_sweep_finds_a_nameless_field(qtbot: QtBot) -> None:
    widget = made("quantity-field")
    qtbot.addWidget(widget)
    widget.line().setAccessibleName("")  # type: ignore[attr-defined]  # the specimen is a QuantityField

    assert unnamed(widget) == ["NumberEdit"]


@pytest.mark.req("GUI-022")
@pytest.mark.parametrize("name", NAMES)
def test_both_schemes_are_drawn_and_differ(qtbot: QtBot, qapp: QApplication, name: str) -> None:
    widget = made(name)
    qtbot.addWidget(widget)
    light = widget.grab().toImage()
    apply_theme(qapp, Scheme.DARK)
    qapp.processEvents()

    assert widget.grab().toImage() != light


@pytest.mark.req("GUI-012")
@pytest.mark.parametrize("name", NAMES)
def test_no_component_holds_a_box_that_a_wheel_could_change(qtbot: QtBot, name: str) -> None:
    widget = made(name)
    qtbot.addWidget(widget)
    for banned in (QComboBox, QSpinBox, QTableWidget):
        assert not widget.findChildren(banned)


@pytest.mark.req("GUI-023")
@pytest.mark.parametrize("page", ["grip", "grip-unusual", "chair-running", "chair-not-done"])
def test_the_capture_page_fits_the_smallest_screen(qtbot: QtBot, qapp: QApplication, page: str) -> None:
    window = pages(WORDS["en"])[page]
    qtbot.addWidget(window)
    window.show()
    qtbot.waitExposed(window)
    qapp.processEvents()

    assert (window.width(), window.height()) == CAPTURE_SIZE
    for area in (*window.findChildren(TrialTable), *(p._scroll for p in window.findChildren(ScriptPanel))):
        assert isinstance(area, (TrialTable, QScrollArea))
        assert area.verticalScrollBar().maximum() == 0
