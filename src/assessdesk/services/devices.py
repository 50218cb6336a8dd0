"""The register of the station's devices: registering, checking, retiring, and which device is offered next time.

Every trial names its device; what the register says of it is asked while capturing. It must not know how a list is
shown.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Final

from assessdesk.domain.checks import Finding, parse_decimal
from assessdesk.domain.comparability import DEVICE
from assessdesk.domain.device_events import CALIBRATION, METHODS, DeviceChecked, DeviceRegistered, DeviceRetired
from assessdesk.domain.events import AssessmentStarted, Event, ValueRecorded
from assessdesk.domain.values import Text
from assessdesk.ports import DeviceRow, Refusal
from assessdesk.services.definitions.device_terms import DeviceTerms
from assessdesk.services.desk import Desk, station_fact

LABEL: Final = re.compile(r"[A-Z][A-Z0-9-]{0,15}")
"""A label begins with a letter, so that a digit alone can choose from a list."""

LOOK_BACK: Final = 3000
"""How many entries are read to find the devices used last: some days of a busy station, in well under a second."""


class DeviceState(StrEnum):
    """Where a device stands today."""

    READY = "ready"
    CLOSING = "closing"
    OVERDUE = "overdue"
    FAILED = "failed"
    RETIRED = "retired"


@dataclass(frozen=True, slots=True, kw_only=True)
class DeviceView:
    """A device of the register and where it stands today; `days_left` until something is due, None without a day."""

    row: DeviceRow
    state: DeviceState
    days_left: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class NewDevice:
    """What is typed to register a device; `calibration_due` and `resolution` may be empty."""

    device: str
    type: str
    make: str
    serial: str
    calibration_due: str = ""
    resolution: str = ""
    unit: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class NewCheck:
    """What is typed about a check; `reference` and `read` may be empty for a calibration done elsewhere."""

    device: str
    method: str
    passed: bool
    next_due: str
    reference: str = ""
    read: str = ""
    unit: str = ""
    date: str = ""


def devices(desk: Desk) -> tuple[DeviceView, ...]:
    """Return the register, devices in use first, each with its state today."""
    today = desk.clock.now().date()
    terms = desk.library.device_terms
    views = [view_of(row, today, terms) for row in desk.ledger.views.devices()]
    return tuple(sorted(views, key=lambda view: (bool(view.row.retired), view.row.device)))


def next_check_day(desk: Desk) -> date:
    """Return the day to offer for the next known-weight check."""
    return desk.clock.now().date() + desk.library.device_terms.check_interval


def offered_devices(desk: Desk, wanted: tuple[str, ...]) -> tuple[DeviceRow, ...]:
    """Return the devices in use of the kinds that a step asks for, by label; of other words each could be one."""
    terms = desk.library.device_terms
    return tuple(
        row
        for row in desk.ledger.views.devices()
        if not row.retired and (not wanted or row.type in wanted or not terms.knows(row.type))
    )


def view_of(row: DeviceRow, today: date, terms: DeviceTerms) -> DeviceView:
    """Return where a device stands on a day."""
    dues = ((row.calibration_due, terms.closing_calibration), (row.check_due, terms.closing_check))
    known = [(date.fromisoformat(day), closing) for day, closing in dues if day]
    left = min(((day - today).days for day, _ in known), default=None)
    if row.retired:
        state = DeviceState.RETIRED
    elif not row.passed:
        state = DeviceState.FAILED
    elif any(day < today for day, _ in known):
        state = DeviceState.OVERDUE
    elif any(day - today <= closing for day, closing in known):
        state = DeviceState.CLOSING
    else:
        state = DeviceState.READY
    return DeviceView(row=row, state=state, days_left=left)


def register(desk: Desk, device: NewDevice) -> None:
    """Put a device into the register, or state its facts anew. Needs the permission `devices`.

    Raises Refusal: a label of another form, no kind of devices, no serial number, a day or resolution that is none.
    """
    desk.require("devices")
    label = device.device.strip().upper()
    if not LABEL.fullmatch(label):
        raise Refusal("DEVICE_LABEL", label=label or "-")
    if not device.type.strip():
        raise Refusal("DEVICE_TYPE_NEEDED", device=label)
    terms = desk.library.device_terms
    if not terms.knows(device.type.strip()):
        known = ", ".join(kind.code for kind in terms.kinds)
        raise Refusal("DEVICE_TYPE_UNKNOWN", type=device.type.strip(), known=known)
    if not device.serial.strip():
        raise Refusal("DEVICE_SERIAL_NEEDED", device=label)
    resolution = _decimal(device.resolution, "resolution")
    if resolution is not None and not device.unit.strip():
        raise Refusal("DEVICE_UNIT_NEEDED", device=label)
    event = DeviceRegistered(
        device=label,
        type=device.type.strip(),
        make=device.make.strip(),
        serial=device.serial.strip(),
        calibration_due=_day(device.calibration_due, "calibration_due"),
        resolution=resolution,
        unit=device.unit.strip(),
    )
    desk.append(station_fact(desk.ledger.station, event))


def check(desk: Desk, made: NewCheck) -> None:
    """State that a device was checked, today unless another day is named. Needs `capture` or `devices`.

    Raises Refusal: not a device in use, an unknown method, a day that is none or in the future, no next day, or a
    known-weight check without what was read.
    """
    if not desk.may("devices"):
        desk.require("capture")
    row = _in_use(desk, made.device)
    today = desk.clock.now().date()
    day = _day(made.date, "date") or today.isoformat()
    next_due = _day(made.next_due, "next_due")
    if made.method not in METHODS:
        raise Refusal("DEVICE_METHOD_NEEDED", device=row.device)
    if date.fromisoformat(day) > today:
        raise Refusal("DEVICE_CHECK_DAY", device=row.device, date=day)
    if not next_due or next_due <= day:
        raise Refusal("DEVICE_NEXT_DUE", device=row.device, date=day)
    reference, read = _decimal(made.reference, "reference"), _decimal(made.read, "read")
    if made.method != CALIBRATION and (reference is None or read is None):
        raise Refusal("DEVICE_READING_NEEDED", device=row.device)
    event = DeviceChecked(
        device=row.device,
        method=made.method,
        date=day,
        reference=reference,
        read=read,
        unit=made.unit.strip() or row.unit,
        passed=made.passed,
        next_due=next_due,
    )
    desk.append(station_fact(desk.ledger.station, event))


def retire(desk: Desk, device: str, *, reason: str) -> None:
    """Take a device out of use, with a reason. Needs `devices`. Raises Refusal; a label is not used again silently."""
    desk.require("devices")
    row = _in_use(desk, device)
    if not reason.strip():
        raise Refusal("REASON_NEEDED", what=row.device)
    event = DeviceRetired(device=row.device, reason=reason.strip())
    desk.append(station_fact(desk.ledger.station, event))


def recent_devices(desk: Desk) -> dict[str, str]:
    """Return the device used last with each instrument, whoever the participant was, by `instrument.slot`."""
    found: dict[str, str] = {}
    instruments: dict[str, str] = {}
    after = max(0, desk.ledger.head().seq - LOOK_BACK)
    for entry in desk.ledger.entries(after=after, kinds=(AssessmentStarted.kind, ValueRecorded.kind)):
        event = entry.event
        if isinstance(event, AssessmentStarted):
            instruments[event.assessment] = event.instrument
        elif event is not None:
            found |= device_of(event, instruments.get(getattr(event, "assessment", ""), ""))
    return found


def device_of(event: Event, instrument: str) -> dict[str, str]:
    """Return the device that a fact names, by `instrument.slot`, or nothing."""
    if not instrument or not isinstance(event, ValueRecorded) or not isinstance(event.value, Text):
        return {}
    if event.slot.rpartition(".")[2] != DEVICE:
        return {}
    return {f"{instrument}.{event.slot}": event.value.text}


def _in_use(desk: Desk, device: str) -> DeviceRow:
    """Return a device that is in use, or raise Refusal."""
    label = device.strip().upper()
    for row in desk.ledger.views.devices():
        if row.device == label:
            if row.retired:
                raise Refusal("DEVICE_NOT_IN_USE", device=label)
            return row
    raise Refusal("DEVICE_NOT_REGISTERED", device=label or "-")


def _day(text: str, field: str) -> str:
    """Return a day as YYYY-MM-DD, empty for none. Raises Refusal."""
    if not text.strip():
        return ""
    try:
        return date.fromisoformat(text.strip()).isoformat()
    except ValueError as error:
        raise Refusal("DEVICE_DAY", text=text.strip(), field=field) from error


def _decimal(text: str, field: str) -> Decimal | None:
    """Return a number, None for none. Raises Refusal."""
    if not text.strip():
        return None
    number = parse_decimal(text.strip(), field)
    if isinstance(number, Finding):
        raise Refusal("DEVICE_NUMBER", text=text.strip(), field=field)
    return number
