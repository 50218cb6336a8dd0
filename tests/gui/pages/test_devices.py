"""The device register through the real window, by keys alone."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt

from assessdesk.domain.events import DeviceChecked, DeviceRetired
from assessdesk.gui.demo.walkthrough import Walkthrough
from assessdesk.gui.fields.status_badge import StateView
from assessdesk.gui.page import Destination
from assessdesk.gui.pages.devices import DevicesPage
from assessdesk.gui.window.main_window import MainWindow
from assessdesk.services import devices
from assessdesk.services.audit import audit_rows
from assessdesk.services.desk import Desk
from assessdesk.services.devices import NewCheck, NewDevice
from tests.journeys.visit import StillClock

ENTER = Qt.Key.Key_Return
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def page(window: MainWindow) -> DevicesPage:
    window.go(Destination(page="devices"))
    found = window.current()
    assert isinstance(found, DevicesPage)
    return found


def registered(desk: Desk, **changes: str) -> None:
    given = {"device": "D-03", "type": "dynamometer", "make": "Jamar", "serial": "JP-1", "unit": "kgf", **changes}
    devices.register(desk, NewDevice(**given))


def states(page: DevicesPage) -> dict[str, StateView]:
    return {view.row.device: page._state(view) for view in page._table.rows_model().rows()}


def day(desk: Desk, days: int) -> str:
    return (desk.clock.now().date() + timedelta(days=days)).isoformat()


@pytest.mark.req("GUI-520")
def test_a_device_is_registered_and_checked_by_keys_alone(
    page: DevicesPage, walk: Walkthrough, signed_in: Desk
) -> None:
    assert walk.has("No device yet. Register one with N.")
    walk.press(Qt.Key.Key_N)
    for text in ("d-03", "", "JP-1", day(signed_in, 200), "0.1", "kgf"):
        walk.write(text)
        walk.press(ENTER)
    walk.press(Qt.Key.Key_1)
    walk.press(ENTER)
    (row,) = signed_in.ledger.views.devices()
    assert (row.device, row.type, row.serial, row.resolution, row.unit) == ("D-03", "dynamometer", "JP-1", "0.1", "kgf")
    assert states(page)["D-03"].said() == "Ready"
    walk.press(Qt.Key.Key_K)
    walk.write("20.0")
    walk.press(ENTER)
    walk.write("20.1")
    for _ in range(3):
        walk.press(ENTER)
    walk.press(Qt.Key.Key_1)
    walk.press(ENTER)
    (entry,) = signed_in.ledger.entries(kinds=(DeviceChecked.kind,))
    assert isinstance(entry.event, DeviceChecked)
    assert (entry.event.method, str(entry.event.read), entry.event.unit) == ("known_weight", "20.1", "kgf")
    assert entry.event.passed
    assert entry.event.next_due == day(signed_in, 7)


@pytest.mark.req("GUI-521")
def test_what_is_due_overdue_failed_or_out_of_use_has_its_own_shape_and_word(
    page: DevicesPage, signed_in: Desk
) -> None:
    clock = signed_in.clock
    assert isinstance(clock, StillClock)
    for label, due in (("A-1", 200), ("B-1", 30), ("C-1", 31), ("E-1", 100), ("F-1", 0)):
        registered(signed_in, device=label, calibration_due=day(signed_in, due))
    check = NewCheck(
        device="E-1", method="known_weight", passed=False, next_due=day(signed_in, 7), reference="20", read="17"
    )
    devices.check(signed_in, check)
    devices.retire(signed_in, "F-1", reason="handle broken")
    page.refresh()
    words = {label: state.said() for label, state in states(page).items()}
    assert words == {
        "A-1": "Ready", "B-1": "Due in 30 days", "C-1": "Ready", "E-1": "Did not pass", "F-1": "Out of use"
    }  # fmt: skip
    clock.at += timedelta(days=31)
    page.refresh()
    words = {label: state.said() for label, state in states(page).items()}
    assert (words["B-1"], words["C-1"]) == ("Overdue since yesterday", "Due today")
    clock.at += timedelta(days=2)
    page.refresh()
    words = {label: state.said() for label, state in states(page).items()}
    assert (words["B-1"], words["C-1"]) == ("Overdue by 3 days", "Overdue by 2 days")
    shapes = {state.said().split()[0]: state.state for state in states(page).values()}
    assert len(set(shapes.values())) == len(shapes)
    assert page._note(page._table.rows_model().rows()[-1]) == "handle broken"


@pytest.mark.req("GUI-520")
@pytest.mark.parametrize(
    ("typed", "under"),
    [
        (("Label", "3-D"), "device"),
        (("Label", ""), "device"),
        (("Type", ""), "type"),
        (("Serial number", ""), "serial"),
        (("Calibration due", "1.9.2026"), "calibration_due"),
        (("Smallest step", "0.1 kg"), "resolution"),
        (("Unit", ""), "unit"),
    ],
)
def test_what_is_not_accepted_stands_under_its_field_and_nothing_is_written(
    page: DevicesPage, walk: Walkthrough, signed_in: Desk, typed: tuple[str, str], under: str
) -> None:
    walk.press(Qt.Key.Key_N)
    good = {"Label": "D-03", "Type": "Grip dynamometer", "Serial number": "JP-1", "Smallest step": "0.1", "Unit": "kgf"}
    given = good | dict([typed])
    if kind := given.pop("Type"):
        walk.click(f"Type: {kind}")
    for name, text in given.items():
        walk.type(name, text)
        if not text:
            walk.press(Qt.Key.Key_Delete)
    walk.press(ENTER, CTRL)
    assert list(page.registering.findings()) == [under]
    assert not signed_in.ledger.views.devices()
    walk.press(Qt.Key.Key_Escape)
    assert page.registering.isHidden()


@pytest.mark.req("GUI-522")
def test_a_calibration_and_a_failed_check_are_facts_with_their_days(
    page: DevicesPage, walk: Walkthrough, signed_in: Desk
) -> None:
    registered(signed_in)
    page.refresh()
    walk.press(Qt.Key.Key_C)
    walk.type("Day of calibration", day(signed_in, -2))
    walk.type("Next calibration due", day(signed_in, -3))
    walk.press(ENTER, CTRL)
    assert list(page.calibrating.findings()) == ["outcome"]
    walk.click("Outcome: Passed")
    walk.press(ENTER, CTRL)
    assert list(page.calibrating.findings()) == ["next_due"]
    walk.type("Next calibration due", day(signed_in, 360))
    walk.press(ENTER, CTRL)
    (row,) = signed_in.ledger.views.devices()
    assert (row.checked, row.calibration_due) == (day(signed_in, -2), day(signed_in, 360))
    walk.press(Qt.Key.Key_K)
    walk.type("Known weight", "20.0")
    walk.type("The device showed", "17.5")
    walk.click("Outcome: Not passed")
    walk.press(ENTER, CTRL)
    assert states(page)["D-03"].said() == "Did not pass"
    newest = audit_rows(signed_in, language="en")[0]
    assert (newest.about, newest.new, newest.failed) == ("D-03", "17.5 / 20.0 kgf", True)


@pytest.mark.req("GUI-522")
def test_a_device_goes_out_of_use_only_with_a_reason_and_comes_back_when_stated_anew(
    page: DevicesPage, walk: Walkthrough, signed_in: Desk
) -> None:
    registered(signed_in)
    page.refresh()
    walk.press(Qt.Key.Key_Delete)
    walk.press(ENTER, CTRL)
    assert list(page.retiring.findings()) == ["reason"]
    walk.type("Reason for taking it out of use", "handle broken")
    walk.press(ENTER)
    (entry,) = signed_in.ledger.entries(kinds=(DeviceRetired.kind,))
    assert isinstance(entry.event, DeviceRetired)
    assert entry.event.reason == "handle broken"
    assert not page._check.isEnabled()
    assert audit_rows(signed_in, language="en")[0].reason == "handle broken"
    walk.press(ENTER)
    walk.type("Serial number", "JP-2")
    walk.press(ENTER, CTRL)
    (row,) = signed_in.ledger.views.devices()
    assert (row.serial, row.type, row.retired) == ("JP-2", "dynamometer", "")


@pytest.mark.req("GUI-522")
def test_facts_are_stated_anew_from_what_stands_in_the_register(
    page: DevicesPage, walk: Walkthrough, signed_in: Desk
) -> None:
    registered(signed_in, calibration_due=day(signed_in, 90), resolution="0.1")
    page.open(Destination(page="devices"))
    walk.press(ENTER)
    walk.type("Label", "D-99")
    assert page.registering.values()["device"] == "D-03"
    assert page.registering.values()["resolution"] == "0.1"
    walk.type("Smallest step", "0.5")
    walk.press(ENTER, CTRL)
    (row,) = signed_in.ledger.views.devices()
    assert (row.resolution, row.calibration_due, row.make) == ("0.5", day(signed_in, 90), "Jamar")


@pytest.mark.req("GUI-523")
def test_who_captures_may_check_but_neither_register_nor_retire(
    window: MainWindow, page: DevicesPage, walk: Walkthrough, signed_in: Desk
) -> None:
    registered(signed_in)
    for roles, may in ((("assessor",), (False, True)), (("monitor",), (False, False))):
        signed_in.roles = roles
        window.go(Destination(page="devices"))
        assert (page._register.isEnabled(), page._check.isEnabled()) == may
        assert (page._retire.isEnabled(), page._calibrate.isEnabled()) == may
        walk.press(Qt.Key.Key_N)
        assert page.registering.isHidden()
    walk.press(Qt.Key.Key_Escape)
    assert window._at.page == "today"
