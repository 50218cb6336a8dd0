"""The allocation page by keys alone: two entries, the sealed state, the group shown only while it is asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from assessdesk.gui.main_window import MainWindow
from assessdesk.gui.page import Destination
from assessdesk.gui.pages.allocation import AllocationPage
from assessdesk.gui.walkthrough import Walkthrough
from assessdesk.services import allocation, session
from assessdesk.services.desk import Desk
from tests.journeys.blinded import ALLOCATOR, ARMS, BLINDED, TITLES, blinded_desk, sign_in
from tests.journeys.visit import enrol

Key = Qt.Key
HERON, OTTER = ARMS


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = blinded_desk(tmp_path)
    yield made
    session.release(made)


@pytest.fixture
def page(desk: Desk, window_on: Callable[[Desk], MainWindow]) -> AllocationPage:
    """The page with two participants, an allocator signed in."""
    for _ in range(2):
        enrol(desk)
    sign_in(desk, ALLOCATOR)
    window = window_on(desk)
    window.go(Destination(page="allocation"))
    shown = window.current()
    assert isinstance(shown, AllocationPage)
    return shown


@pytest.mark.req("BLD-001")
def test_a_group_is_sealed_by_keys_alone(page: AllocationPage, desk: Desk) -> None:
    window = page.window()
    assert isinstance(window, MainWindow)
    walk = Walkthrough(window)
    walk.press(Key.Key_G)
    walk.press(Key.Key_2)
    walk.press(Key.Key_Return)
    walk.press(Key.Key_1)
    walk.press(Key.Key_Return)
    assert [row.state for row in allocation.allocations(desk)] == ["none", "none"], "two different entries"
    walk.press(Key.Key_2)
    walk.press(Key.Key_Return)
    states = allocation.allocations(desk)
    assert [row.state for row in states] == ["sealed", "none"]
    assert allocation.arm_of(desk, states[0].participant) == OTTER


@pytest.mark.req("BLD-001")
def test_a_group_is_on_the_screen_only_while_it_is_asked_for(page: AllocationPage, desk: Desk) -> None:
    window = page.window()
    assert isinstance(window, MainWindow)
    walk = Walkthrough(window)
    first = allocation.allocations(desk)[0].participant
    allocation.allocate(desk, first, HERON, again=HERON)
    page.refresh()
    walk.press(Key.Key_S)
    shown = page._told.finding()
    assert shown is not None
    assert shown.sentence == TITLES[HERON]
    walk.press(Key.Key_Down)
    assert page._told.finding() is None
    walk.press(Key.Key_S)
    shown = page._told.finding()
    assert shown is not None
    assert shown.sentence == "not allocated yet."


@pytest.mark.req("BLD-006")
def test_the_page_is_not_offered_to_blinded_people(desk: Desk, window_on: Callable[[Desk], MainWindow]) -> None:
    sign_in(desk, BLINDED)
    window = window_on(desk)
    window.go(Destination(page="today"))
    assert not window._nav_actions["allocation"].isEnabled()
    Walkthrough(window).press(Key.Key_9, Qt.KeyboardModifier.AltModifier)
    assert window._at.page == "today"
