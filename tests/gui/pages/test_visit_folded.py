"""The capture page in narrow windows: nothing that must be seen is lost when its columns fold."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QWidget

from assessdesk.domain.conduct_events import CareFacts
from assessdesk.gui.demo.walkthrough import Key, Walkthrough
from assessdesk.gui.fields.battery_list import is_folded
from assessdesk.gui.look.theme import metrics
from assessdesk.gui.page import Destination
from assessdesk.gui.pages.visit import VisitPage
from assessdesk.gui.window.main_window import MainWindow
from assessdesk.ports import ParticipantRow
from assessdesk.services.desk import Desk
from tests.gui.conftest import Enrol
from tests.journeys.visit import open_baseline

HOLD = "Left arm: do not test"
CALM = "No hold and no caution is recorded."
WIDE, NARROW, SMALL = (1366, 768), (1200, 768), (1024, 768)
MakePage = Callable[..., VisitPage]


@pytest.fixture
def shown(window: MainWindow, walk: Walkthrough, signed_in: Desk, enrol: Enrol) -> MakePage:
    """Opens a baseline visit in a window of a size."""

    def make(size: tuple[int, int], **participant: object) -> VisitPage:
        row: ParticipantRow = enrol(**participant)
        visit = open_baseline(signed_in, row)
        window.resize(*size)
        window.go(Destination(page="visit", participant=row.participant, visit=visit))
        walk.pause(30)
        page = window.current()
        assert isinstance(page, VisitPage)
        return page

    return make


def place(widget: QWidget) -> QRect:
    return QRect(widget.mapTo(widget.window(), widget.rect().topLeft()), widget.size())


@pytest.mark.req("GUI-430")
@pytest.mark.parametrize("size", [NARROW, SMALL])
def test_the_hold_stays_in_sight_under_the_band(shown: MakePage, size: tuple[int, int]) -> None:
    page = shown(size, care=CareFacts(restricted_side="left", lymphoedema_side="left"))
    line, band = place(page.about.line), place(page.board.band)
    assert not page.about.isVisible()
    assert page.about.line.isVisible()
    said = [widget.accessibleName() for widget in page.about.line.findChildren(QWidget) if widget.isVisible()]
    assert f"{HOLD} Lymphoedema: left." in said
    assert "Hold" in said
    assert band.bottom() < line.top() < place(page.board.panel()).top()
    assert place(page).contains(line)


@pytest.mark.req("GUI-430")
def test_without_a_caution_the_line_says_so(shown: MakePage, walk: Walkthrough) -> None:
    shown(SMALL)
    assert walk.has(CALM)
    assert not walk.has(HOLD)


@pytest.mark.req("GUI-430")
def test_f8_opens_it_over_the_page_and_three_ways_close_it(shown: MakePage, walk: Walkthrough) -> None:
    page = shown(SMALL, care=CareFacts(restricted_side="left"))
    board = place(page.board)
    plain, alt = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.AltModifier
    for closing, modifier in ((Key.Key_F8, plain), (Key.Key_Escape, plain), (Key.Key_N, alt)):
        walk.press(Key.Key_F8)
        assert page.about.isVisible()
        assert page.about.geometry() == QRect(page.width() - metrics().u(34), 0, metrics().u(34), page.height())
        over = page.childAt(page.about.geometry().center())
        assert over is not None
        assert page.about.isAncestorOf(over)
        assert place(page.board) == board
        walk.press(closing, modifier)
        assert not page.about.isVisible()
        assert walk.window.current() is page
    assert page.board.menu_open()


@pytest.mark.req("GUI-430")
def test_what_is_typed_goes_on_while_it_is_open(shown: MakePage, walk: Walkthrough) -> None:
    page = shown(SMALL)
    walk.press(Key.Key_F8)
    focus = walk.window.focusWidget()
    assert focus is not None
    assert page.board.isAncestorOf(focus)


@pytest.mark.req("GUI-430")
def test_a_wide_window_has_the_column_and_no_key_for_it(shown: MakePage, walk: Walkthrough, window: MainWindow) -> None:
    page = shown(WIDE, care=CareFacts(restricted_side="left"))
    for _ in range(2):
        assert page.about.isVisible()
        assert not page.about.line.isVisible()
        assert place(page.board).right() < place(page.about).left()
        walk.press(Key.Key_F8)
        assert page.about.isVisible()
        window.resize(*SMALL)
        walk.pause(30)
        assert not page.about.isVisible()
        walk.press(Key.Key_F8)
        window.resize(*WIDE)
        walk.pause(30)


@pytest.mark.req("GUI-430")
@pytest.mark.parametrize(("width", "folded"), [(1279, True), (1280, False)])
def test_it_folds_below_1280(shown: MakePage, width: int, folded: bool) -> None:
    page = shown((width, 768))
    assert page.about.isVisible() is not folded
    assert page.about.line.isVisible() is folded


@pytest.mark.req("GUI-431")
def test_the_folded_left_column_keeps_shapes_numbers_and_spoken_names(shown: MakePage, walk: Walkthrough) -> None:
    page = shown(SMALL)
    battery = page.battery
    assert is_folded(battery.width())
    assert walk.has("0 of 2 closed")
    model = battery.list.model()
    names = [model.index(row, 0).data(Qt.ItemDataRole.ToolTipRole) for row in range(model.rowCount())]
    assert all(name.startswith(item.name) for name, item in zip(names, battery.list.items(), strict=True))
    words = [label for label in battery.findChildren(QWidget) if label.isVisible() and label.accessibleName()]
    for label in words:
        assert battery.rect().contains(label.geometry())
