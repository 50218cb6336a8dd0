"""Which kinds of devices there are, when they are due and from when on that is announced: `resources/devices.toml`.

The text is handed in and checked whole. What a device's standing means for a trial is decided elsewhere.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import Annotated, Final

from pydantic import Field

from assessdesk.domain.values import LocalText
from assessdesk.services.definitions.faults import DefinitionFaults, check_unique, parse_toml
from assessdesk.services.definitions.shapes import LANGUAGES, Id, Shape, WordsShape
from assessdesk.services.definitions.shaping import check_wording, shape_of, words_of

TERMS_FILE: Final = "devices.toml"
Days = Annotated[int, Field(ge=1, le=366)]
Reason = Annotated[str, Field(min_length=10)]


@dataclass(frozen=True, slots=True, kw_only=True)
class DeviceKind:
    """What kind a device is, as a code and in words."""

    code: str
    title: LocalText


@dataclass(frozen=True, slots=True, kw_only=True)
class DeviceTerms:
    """`kinds` in their order; `check_interval` until the next known-weight check.

    The others say how long before a check, and before a calibration, it is close.
    """

    kinds: tuple[DeviceKind, ...]
    closing_calibration: timedelta
    closing_check: timedelta
    check_interval: timedelta

    def words(self, kind: str, language: str) -> str:
        """Return what a kind is called; what was registered in other words stays as it was written."""
        return next((one.title.get(language) for one in self.kinds if one.code == kind), kind)

    def knows(self, kind: str) -> bool:
        """Say whether this is the code of a kind."""
        return any(one.code == kind for one in self.kinds)


class CalibrationShape(Shape):
    """Of calibrations."""

    closing_days: Days
    reason: Reason


class KnownWeightShape(Shape):
    """Of checks with a known weight."""

    interval_days: Days
    closing_days: Days
    reason: Reason


class KindShape(Shape):
    """A kind of devices."""

    code: Id
    title: WordsShape


class TermsShape(Shape):
    """The whole file."""

    kinds: Annotated[list[KindShape], Field(min_length=1)]
    calibration: CalibrationShape
    known_weight: KnownWeightShape


def parse_device_terms(text: str, *, file: str = TERMS_FILE) -> DeviceTerms:
    """Return the terms that a text states. Raises DefinitionFaults with all faults at once."""
    root = parse_toml(text, file)
    shape, faults = shape_of(root, TermsShape, file)
    found = [
        *faults,
        *check_wording(root, file, needed=LANGUAGES),
        *check_unique([(one.at("code"), one.word("code")) for one in root.children("kinds")], file),
    ]
    if found or shape is None:
        raise DefinitionFaults(found)
    return DeviceTerms(
        kinds=tuple(DeviceKind(code=one.code, title=words_of(one.title)) for one in shape.kinds),
        closing_calibration=timedelta(days=shape.calibration.closing_days),
        closing_check=timedelta(days=shape.known_weight.closing_days),
        check_interval=timedelta(days=shape.known_weight.interval_days),
    )
