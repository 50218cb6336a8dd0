"""The facts about the devices of a station: registered, checked, retired.

Frozen, past tense, written once; kinds and field names are part of the ledger format. They must not know who measures
with a device.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import ClassVar, Final

KNOWN_WEIGHT: Final = "known_weight"
CALIBRATION: Final = "calibration"
METHODS: Final = (KNOWN_WEIGHT, CALIBRATION)


@dataclass(frozen=True, slots=True, kw_only=True)
class DeviceRegistered:
    """A device with its label (`D-03`). Registered again, its facts are stated anew.

    `calibration_due` is a day (YYYY-MM-DD), empty where the device has no calibration. `resolution` is the smallest
    step of its display in `unit` (UCUM), None where it has none.
    """

    kind: ClassVar[str] = "device.registered"
    device: str
    type: str
    make: str
    serial: str
    calibration_due: str
    resolution: Decimal | None
    unit: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DeviceChecked:
    """A device was checked against a known weight (`known_weight`) or calibrated (`calibration`).

    `reference` is what it should have shown and `read` what it did, both in `unit`; None for a calibration that was
    done elsewhere and came with a certificate. `date` and `next_due` are days (YYYY-MM-DD).
    """

    kind: ClassVar[str] = "device.checked"
    device: str
    method: str
    date: str
    reference: Decimal | None
    read: Decimal | None
    unit: str
    passed: bool
    next_due: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DeviceRetired:
    """A device is not used any more, with a reason."""

    kind: ClassVar[str] = "device.retired"
    device: str
    reason: str


DeviceEvent = DeviceRegistered | DeviceChecked | DeviceRetired
