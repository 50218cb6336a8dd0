"""The SPPB total from its three parts (0-12), with the two ways to treat a part that was not done.

It takes the points of the parts as inputs and must not know how a part is scored (Guralnik 1994).
"""

from dataclasses import dataclass
from enum import StrEnum

from assessdesk.domain.scoring.inputs import Inputs, InvalidInputError
from assessdesk.domain.scoring.not_done import NotDoneRules
from assessdesk.domain.scoring.outcome import Result


@dataclass(frozen=True, slots=True)
class SppbCutoffs:
    """Highest points of one part."""

    part_points_at_most: int


class Absence(StrEnum):
    """What a reason for not doing a part means for the total."""

    PHYSICAL = "physical"
    NONPHYSICAL = "nonphysical"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Part:
    """Points of one part, or why there are none."""

    points: int | None
    absence: Absence | None = None


@dataclass(frozen=True, slots=True)
class SppbTotal:
    """Total with the sheet's zeros, total without the zeros that are not physical, and whether there were such."""

    total: int | None
    total_sensitivity: int | None
    nonphysical_zero: bool


def total_of(parts: tuple[Part, ...]) -> SppbTotal:
    """Add the parts. A physical reason scores 0; refusal or misunderstanding scores 0 and is flagged.

    Any other reason, or none, makes the total missing (project rule: the sheet itself gives 0).
    """
    nonphysical = any(part.absence is Absence.NONPHYSICAL for part in parts)
    if any(part.absence is Absence.UNKNOWN for part in parts):
        return SppbTotal(total=None, total_sensitivity=None, nonphysical_zero=nonphysical)
    total = sum(part.points or 0 for part in parts)
    return SppbTotal(total=total, total_sensitivity=None if nonphysical else total, nonphysical_zero=nonphysical)


def _part(inputs: Inputs, name: str, *, cutoffs: SppbCutoffs, not_done: NotDoneRules) -> Part:
    points = inputs.integer(name, maximum=cutoffs.part_points_at_most)
    # Only balance knows a logical skip: gait and chair stand are always tried or have a reason of their own.
    zero = not_done.physical_zero if name != "balance" else (*not_done.physical_zero, *not_done.logically_skipped)
    allowed = (*zero, *not_done.nonphysical_zero, *not_done.part_missing)
    code = inputs.choice(f"{name}_not_done_code", allowed)
    if code is None:
        return Part(points, Absence.UNKNOWN if points is None else None)
    if points:
        raise InvalidInputError("INPUT_CODE_WITH_VALUE", name=f"{name}_not_done_code", found=code)
    if code in zero:
        return Part(0, Absence.PHYSICAL)
    return Part(0, Absence.NONPHYSICAL) if code in not_done.nonphysical_zero else Part(None, Absence.UNKNOWN)


def score_total(inputs: Inputs, cutoffs: SppbCutoffs, not_done: NotDoneRules) -> Result:
    """Score `sppb.total` from the points of balance, gait and chair stand, each 0-4 or null with a code."""
    names = ("balance", "gait", "chair")
    inputs.only(*names, *(f"{name}_not_done_code" for name in names))
    outcome = total_of(tuple(_part(inputs, name, cutoffs=cutoffs, not_done=not_done) for name in names))
    result = {"total": outcome.total, "total_sensitivity": outcome.total_sensitivity}
    return {**result, "flag": "nonphysical_zero"} if outcome.nonphysical_zero else result
