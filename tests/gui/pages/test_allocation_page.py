"""The allocation page by keys alone: two entries, the sealed state, the group shown only while it is asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from assessdesk.gui.demo.walkthrough import Walkthrough
from assessdesk.gui.page import Destination
from assessdesk.gui.pages.allocation import AllocationPage
from assessdesk.gui.window.main_window import MainWindow
from assessdesk.services import allocation, session
from assessdesk.services.desk import Desk
from tests.journeys.blinded import ALLOCATOR, ARMS, BLINDED, PASSPHRASES, TITLES, blinded_desk, sign_in
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


@pytest.mark.req("BLD-004", "BLD-009")
def test_a_group_is_told_in_an_emergency_after_it_was_recorded(page: AllocationPage, desk: Desk) -> None:
    window = page.window()
    assert isinstance(window, MainWindow)
    walk = Walkthrough(window)
    first = allocation.allocations(desk)[0]
    allocation.allocate(desk, first.participant, HERON, again=HERON)
    page.refresh()
    walk.press(Key.Key_U)
    for text in ("MD-02", "", PASSPHRASES[BLINDED]):
        walk.write(text)
        walk.press(Key.Key_Return)
    assert page.emergency.reason.finding().startswith("This is needed")
    assert page.emergency.passphrase.value() == ""
    walk.write("Anaphylaxis on the ward")
    walk.press(Key.Key_Return)
    walk.write(PASSPHRASES[BLINDED])
    walk.press(Key.Key_Return)
    assert page.emergency.passphrase.finding().startswith("This is not the passphrase")
    assert desk.record(first.participant).conduct.unblindings == ()
    assert not walk.has(TITLES[HERON])
    walk.write(PASSPHRASES[ALLOCATOR])
    walk.press(Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    (told,) = desk.record(first.participant).conduct.unblindings
    assert (told.event.told, told.event.reason) == ("MD-02", "Anaphylaxis on the ward")
    shown = page._told.finding()
    assert shown is not None
    assert shown.sentence == f"{TITLES[HERON]}. It is recorded that MD-02 is told; tell nobody else."
    assert page.emergency.passphrase.value() == page.emergency.told.value() == ""
    walk.press(Key.Key_Down)
    assert page._told.finding() is None


@pytest.mark.req("BLD-009")
def test_an_emergency_form_that_is_left_records_nothing(page: AllocationPage, desk: Desk) -> None:
    window = page.window()
    assert isinstance(window, MainWindow)
    walk = Walkthrough(window)
    first = allocation.allocations(desk)[0]
    allocation.allocate(desk, first.participant, HERON, again=HERON)
    page.refresh()
    walk.press(Key.Key_U)
    walk.write("MD-02")
    walk.press(Key.Key_S)
    assert page.emergency.told.value() == "MD-02s", "letters are letters in the form"
    walk.press(Key.Key_Escape)
    assert page.emergency.isHidden()
    assert page.emergency.told.value() == ""
    assert desk.record(first.participant).conduct.unblindings == ()
    assert window._at.page == "allocation"


@pytest.mark.req("BLD-009")
def test_whoever_only_enters_groups_is_offered_no_emergency(
    desk: Desk, window_on: Callable[[Desk], MainWindow]
) -> None:
    enrol(desk)
    study = desk.in_force
    enters = replace(study.roles["allocator"], may=frozenset({"allocate"}))
    sign_in(desk, ALLOCATOR)
    desk.study = replace(desk.in_force, roles={**study.roles, "allocator": enters})
    window = window_on(desk)
    window.go(Destination(page="allocation"))
    page = window.current()
    assert isinstance(page, AllocationPage)
    Walkthrough(window).press(Key.Key_U)
    assert page.emergency.isHidden()
    assert "emergency unblinding" not in {action.iconText() for action in page.key_actions()}


@pytest.mark.req("BLD-006")
def test_the_page_is_not_offered_to_blinded_people(desk: Desk, window_on: Callable[[Desk], MainWindow]) -> None:
    sign_in(desk, BLINDED)
    window = window_on(desk)
    window.go(Destination(page="today"))
    assert not window._nav_actions["allocation"].isEnabled()
    Walkthrough(window).press(Key.Key_9, Qt.KeyboardModifier.AltModifier)
    assert window._at.page == "today"
