"""The device register: who may write it, what it refuses, and where a device stands on a day."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import pytest

from assessdesk import resources
from assessdesk.domain.device_events import DeviceChecked, DeviceRegistered
from assessdesk.ports import DeviceRow, Refusal
from assessdesk.services import devices, session
from assessdesk.services.definitions.device_terms import parse_device_terms
from assessdesk.services.definitions.faults import DefinitionFaults
from assessdesk.services.desk import Desk, station_fact
from assessdesk.services.devices import DeviceState, NewCheck, NewDevice
from tests.journeys.visit import PASSPHRASE, StillClock, library, make_desk, set_up

TODAY = date(2025, 11, 18)
NEW = NewDevice(
    device="d-03",
    type="dynamometer",
    make="Jamar",
    serial="JP-1",
    calibration_due="2026-09-01",
    resolution="0.1",
    unit="kgf",
)
CHECK = NewCheck(
    device="D-03", method="known_weight", passed=True, next_due="2025-11-25", reference="20.0", read="20.1"
)
ROW = DeviceRow(
    device="D-03", type="dynamometer", make="", serial="1", calibration_due="", resolution="", unit="", checked="",
    check_due="", passed=True, retired="",
)  # fmt: skip


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    made = make_desk(tmp_path, StillClock())
    set_up(made, tmp_path)
    return made


@pytest.mark.req("CAP-508")
def test_a_device_is_registered_checked_and_retired(desk: Desk) -> None:
    devices.register(desk, NEW)
    devices.check(desk, CHECK)
    (view,) = devices.devices(desk)
    assert (view.row.device, view.row.resolution, view.row.due, view.days_left) == ("D-03", "0.1", "2025-11-25", 7)
    (entry,) = desk.ledger.entries(kinds=(DeviceChecked.kind,))
    assert isinstance(entry.event, DeviceChecked)
    assert (entry.event.reference, entry.event.read, entry.event.unit) == (Decimal("20.0"), Decimal("20.1"), "kgf")
    assert entry.event.date == TODAY.isoformat()
    devices.retire(desk, "d-03", reason=" handle broken ")
    assert devices.devices(desk)[0].row.retired == "handle broken"
    with pytest.raises(Refusal, match="DEVICE_NOT_IN_USE"):
        devices.check(desk, CHECK)
    devices.register(desk, NEW)
    assert devices.devices(desk)[0].state is DeviceState.READY
    assert desk.ledger.verify().faults == ()


@pytest.mark.req("CAP-508")
@pytest.mark.parametrize(
    ("wrong", "code"),
    [
        (replace(NEW, device="3-D"), "DEVICE_LABEL"),
        (replace(NEW, device=""), "DEVICE_LABEL"),
        (replace(NEW, type=" "), "DEVICE_TYPE_NEEDED"),
        (replace(NEW, serial=""), "DEVICE_SERIAL_NEEDED"),
        (replace(NEW, unit=""), "DEVICE_UNIT_NEEDED"),
        (replace(NEW, calibration_due="1.9.2026"), "DEVICE_DAY"),
        (replace(NEW, resolution="0.1 kg"), "DEVICE_NUMBER"),
    ],
)
def test_a_device_that_is_not_told_well_is_refused(desk: Desk, wrong: NewDevice, code: str) -> None:
    with pytest.raises(Refusal, match=code) as refused:
        devices.register(desk, wrong)
    assert desk.library.sentence(refused.value.code, refused.value.arguments, "ko")
    assert devices.devices(desk) == ()


@pytest.mark.req("CAP-508")
@pytest.mark.parametrize(
    ("wrong", "code"),
    [
        (replace(CHECK, device="D-99"), "DEVICE_NOT_REGISTERED"),
        (replace(CHECK, method="look"), "DEVICE_METHOD_NEEDED"),
        (replace(CHECK, date="2025-11-19"), "DEVICE_CHECK_DAY"),
        (replace(CHECK, next_due="2025-11-18"), "DEVICE_NEXT_DUE"),
        (replace(CHECK, next_due=""), "DEVICE_NEXT_DUE"),
        (replace(CHECK, read=""), "DEVICE_READING_NEEDED"),
        (replace(CHECK, read="x"), "DEVICE_NUMBER"),
    ],
)
def test_a_check_that_is_not_told_well_is_refused(desk: Desk, wrong: NewCheck, code: str) -> None:
    devices.register(desk, NEW)
    with pytest.raises(Refusal, match=code) as refused:
        devices.check(desk, wrong)
    assert desk.library.sentence(refused.value.code, refused.value.arguments, "zh")
    assert devices.devices(desk)[0].row.checked == ""


@pytest.mark.req("CAP-509")
def test_an_assessor_states_a_check_but_registers_and_retires_nothing(desk: Desk) -> None:
    devices.register(desk, NEW)
    session.add_person(desk, "AS-09", PASSPHRASE, roles=("assessor",))
    session.lock(desk, "asked")
    session.sign_in(desk, "AS-09", PASSPHRASE)
    devices.check(desk, CHECK)
    with pytest.raises(Refusal, match="NOT_PERMITTED"):
        devices.register(desk, replace(NEW, device="D-04"))
    with pytest.raises(Refusal, match="NOT_PERMITTED"):
        devices.retire(desk, "D-03", reason="lost")


@pytest.mark.req("CAP-508")
@pytest.mark.parametrize(
    ("row", "state"),
    [
        (ROW, DeviceState.READY),
        (replace(ROW, calibration_due=(TODAY + timedelta(days=31)).isoformat()), DeviceState.READY),
        (replace(ROW, calibration_due=(TODAY + timedelta(days=30)).isoformat()), DeviceState.CLOSING),
        (replace(ROW, calibration_due=TODAY.isoformat()), DeviceState.CLOSING),
        (replace(ROW, calibration_due=(TODAY - timedelta(days=1)).isoformat()), DeviceState.OVERDUE),
        (replace(ROW, check_due=(TODAY + timedelta(days=3)).isoformat()), DeviceState.READY),
        (replace(ROW, check_due=(TODAY + timedelta(days=2)).isoformat()), DeviceState.CLOSING),
        (replace(ROW, check_due=(TODAY - timedelta(days=1)).isoformat(), passed=False), DeviceState.FAILED),
        (replace(ROW, passed=False, retired="lost"), DeviceState.RETIRED),
    ],
)
def test_where_a_device_stands_on_a_day(row: DeviceRow, state: DeviceState) -> None:
    assert devices.view_of(row, TODAY, library().device_terms).state is state


@pytest.mark.req("CAP-512")
def test_when_devices_are_due_is_data_that_is_checked_whole(tmp_path: Path) -> None:
    text = resources.read("devices.toml")
    desk = make_desk(tmp_path)
    set_up(desk, tmp_path)
    fortnight = text.replace("interval_days = 7", "interval_days = 14")
    vars(desk.library)["device_terms"] = parse_device_terms(fortnight)
    assert devices.next_check_day(desk) == desk.clock.now().date() + timedelta(days=14)
    desk.ledger.close()
    wrong = text.replace("interval_days = 7", 'interval_days = "weekly"').replace(
        "closing_days = 30", "closing_days = 0"
    )
    with pytest.raises(DefinitionFaults) as caught:
        parse_device_terms(wrong)
    assert {fault.key_path for fault in caught.value.faults} == {
        "calibration.closing_days",
        "known_weight.interval_days",
    }


@pytest.mark.req("CAP-513")
def test_a_step_offers_the_devices_of_the_kinds_it_asks_for(desk: Desk) -> None:
    """A device that an older station registered in words of its own is readable, and could be of any kind."""
    for label, kind in (("D-03", "dynamometer"), ("C-01", "chair"), ("T-01", "stopwatch")):
        devices.register(desk, replace(NEW, device=label, type=kind, calibration_due=""))
    with pytest.raises(Refusal, match="DEVICE_TYPE_UNKNOWN"):
        devices.register(desk, replace(NEW, device="D-04", type="Jamar"))
    old = DeviceRegistered(
        device="X-01", type="everything", make="", serial="1", calibration_due="", resolution=None, unit=""
    )
    desk.append(station_fact(desk.ledger.station, old))
    offered = {
        name: [row.device for row in devices.offered_devices(desk, kinds)] for name, kinds in asked(desk).items()
    }
    assert offered["grip_strength"] == ["D-03", "X-01"]
    assert offered["chair_stand_5"] == ["C-01", "X-01"]
    assert [row.device for row in devices.offered_devices(desk, ())] == ["C-01", "D-03", "T-01", "X-01"]
    devices.retire(desk, "D-03", reason="dropped")
    assert [row.device for row in devices.offered_devices(desk, ("dynamometer",))] == ["X-01"]
    words = desk.library.device_terms.words
    assert [words(row.type, "en") for row in devices.offered_devices(desk, ("chair",))] == ["Chair", "everything"]


def asked(desk: Desk) -> dict[str, tuple[str, ...]]:
    """Return the kinds of devices that the set-up of each instrument asks for."""
    items = [
        (one.id, item)
        for one in desk.library.instruments.values()
        for section in one.sections
        for item in section.items
    ]
    return {name: item.devices for name, item in items if item.station}


@pytest.mark.req("CAP-513")
def test_every_device_that_an_instrument_asks_for_is_of_a_kind(desk: Desk) -> None:
    found = asked(desk)
    assert found
    assert all(kinds for kinds in found.values())
    assert {kind for kinds in found.values() for kind in kinds} == {one.code for one in desk.library.device_terms.kinds}
