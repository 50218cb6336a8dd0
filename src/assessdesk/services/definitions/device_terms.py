"""When devices are due and from when on that is announced, read from `resources/devices.toml`.

The text is handed in and checked whole. What a device's standing means for a trial is decided elsewhere.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import Annotated, Final

from pydantic import Field

from assessdesk.services.definitions.faults import DefinitionFaults, parse_toml
from assessdesk.services.definitions.shapes import Shape
from assessdesk.services.definitions.shaping import shape_of

TERMS_FILE: Final = "devices.toml"
Days = Annotated[int, Field(ge=1, le=366)]
Reason = Annotated[str, Field(min_length=10)]


@dataclass(frozen=True, slots=True, kw_only=True)
class DeviceTerms:
    """`check_interval` until the next known-weight check; how long before it, and before a calibration, it is close."""

    closing_calibration: timedelta
    closing_check: timedelta
    check_interval: timedelta


class CalibrationShape(Shape):
    """Of calibrations."""

    closing_days: Days
    reason: Reason


class KnownWeightShape(Shape):
    """Of checks with a known weight."""

    interval_days: Days
    closing_days: Days
    reason: Reason


class TermsShape(Shape):
    """The whole file."""

    calibration: CalibrationShape
    known_weight: KnownWeightShape


def parse_device_terms(text: str, *, file: str = TERMS_FILE) -> DeviceTerms:
    """Return the terms that a text states. Raises DefinitionFaults with all faults at once."""
    shape, faults = shape_of(parse_toml(text, file), TermsShape, file)
    if faults or shape is None:
        raise DefinitionFaults(faults)
    return DeviceTerms(
        closing_calibration=timedelta(days=shape.calibration.closing_days),
        closing_check=timedelta(days=shape.known_weight.closing_days),
        check_interval=timedelta(days=shape.known_weight.interval_days),
    )
