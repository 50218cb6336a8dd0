"""Five chair stands as a part of the SPPB.

Time is in s, from the start cue to fully upright at the fifth stand. It must not know the other SPPB parts or the
chair-stand cut-offs of any sarcopenia definition.
"""

from dataclasses import dataclass
from decimal import Decimal

from assessdesk.domain.scoring.durations import as_stored
from assessdesk.domain.scoring.inputs import Inputs, InvalidInputError
from assessdesk.domain.scoring.outcome import Result


@dataclass(frozen=True, slots=True)
class ChairStandCutoffs:
    """Class limits in s: points fall by one at each of the first three, to 0 above the last."""

    stands: int
    three_points_from_s: Decimal
    two_points_from_s: Decimal
    one_point_from_s: Decimal
    zero_points_above_s: Decimal


def chair_points(time_s: Decimal | None, cutoffs: ChairStandCutoffs, *, failed: bool) -> int | None:
    """Return 0-4 points (Guralnik 1994); 0 when failed, None when missing."""
    if failed:
        return 0
    if time_s is None:
        return None
    if time_s < cutoffs.three_points_from_s:
        return 4
    if time_s < cutoffs.two_points_from_s:
        return 3
    if time_s < cutoffs.one_point_from_s:
        return 2
    return 1 if time_s <= cutoffs.zero_points_above_s else 0


def score_points(inputs: Inputs, cutoffs: ChairStandCutoffs) -> Result:
    """Score `sppb.chair5`.

    Using the arms, failing the single rise before, or fewer than five stands gives 0 points; a time taken then is
    discarded by the instrument's own rule.
    """
    inputs.only("time_s", "completed_reps", "status", "pretest", "arms_used")
    time_s = inputs.positive("time_s")
    if time_s is not None:
        as_stored("time_s", time_s)
    stands = inputs.integer("completed_reps", maximum=cutoffs.stands)
    unable = inputs.choice("status", ("done", "unable")) == "unable"
    pretest_failed = inputs.choice("pretest", ("ok", "used_arms", "unable")) in {"used_arms", "unable"}
    stopped = pretest_failed or bool(inputs.flag("arms_used")) or (stands is not None and stands < cutoffs.stands)
    if unable and not stopped and time_s is not None:
        raise InvalidInputError("INPUT_UNABLE_WITH_VALUE", name="time_s", found=time_s)
    return {"points": chair_points(time_s, cutoffs, failed=stopped or unable)}
