"""Usual gait: speed over a measured distance, and the points of the SPPB gait part.

Distances are in m, times in s, speeds in m/s. The 3 m and the 4 m course have their own class limits, which are
never mixed. It must not know the other SPPB parts or any class of sarcopenia.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from assessdesk.domain.scoring.decimals import product, quotient, shown
from assessdesk.domain.scoring.durations import as_stored
from assessdesk.domain.scoring.inputs import Inputs, InvalidInputError, answered
from assessdesk.domain.scoring.outcome import Result

# The SPPB has one rule, the shorter of two times, under many names; a mean would be another instrument.
_SHORTER: Final = (
    "best", "best_of_two", "shorter", "shorter_time", "shorter_of_two", "shortest", "shortest_time",
    "faster", "fastest", "min", "minimum",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class GaitCutoffs:
    """Class limits of one course in s: 4 points below the first, 3 and 2 up to the next two, else 1."""

    four_points_below_s: Decimal
    three_points_up_to_s: Decimal
    two_points_up_to_s: Decimal
    trials_at_most: int


def gait_points(time_s: Decimal | None, cutoffs: GaitCutoffs, *, unable: bool) -> int | None:
    """Return 0-4 points for the shorter time (Guralnik 1994); 0 when unable, None when missing."""
    if unable:
        return 0
    if time_s is None:
        return None
    if time_s < cutoffs.four_points_below_s:
        return 4
    if time_s <= cutoffs.three_points_up_to_s:
        return 3
    return 2 if time_s <= cutoffs.two_points_up_to_s else 1


def gait_speed(distance_m: Decimal, times_s: Sequence[Decimal | None], *, best: bool) -> Decimal | None:
    """Return distance / shortest time (`best`) or distance / mean time of the valid trials, unrounded."""
    valid = answered(times_s)
    if not valid:
        return None
    if best:
        return quotient(distance_m, min(valid))
    # Dividing once keeps an exact result exact: 18 / 32.00 is 0.5625, while 6 / (32.00 / 3) falls just below it.
    return quotient(product(distance_m, Decimal(len(valid))), sum(valid, Decimal(0)))


def _times(inputs: Inputs, most: int) -> tuple[Decimal | None, ...]:
    times = inputs.decimals("times_s", least=1, most=most)
    for position, time_s in enumerate(times, start=1):
        if time_s is not None and time_s.is_zero():
            raise InvalidInputError("INPUT_NOT_POSITIVE", name=f"times_s[{position}]", found=time_s)
    return times


def score_points(inputs: Inputs, cutoffs: GaitCutoffs) -> Result:
    """Score `sppb.gait4m` and `sppb.gait3m`: one time, or several of which the shorter is used."""
    inputs.only("time_s", "times_s", "rule", "status")
    unable = inputs.choice("status", ("done", "unable")) == "unable"
    several = inputs.has("times_s")
    if several:
        if inputs.has("time_s"):
            raise InvalidInputError("INPUT_ONE_OF_TWO", first="time_s", second="times_s")
        inputs.choice("rule", _SHORTER)
        times = answered(_times(inputs, cutoffs.trials_at_most))
        time_s = min(times, default=None)
    else:
        time_s = inputs.positive("time_s")
    if time_s is not None:
        as_stored("time_s", time_s)
        if unable:
            raise InvalidInputError("INPUT_UNABLE_WITH_VALUE", name="time_s", found=time_s)
    points = gait_points(time_s, cutoffs, unable=unable)
    return {"points": points, "time_used_s": shown(time_s, 2)} if several else {"points": points}


def score_speed(inputs: Inputs) -> Result:
    """Score `gait.speed`; the result carries three decimals, comparisons use the unrounded speed."""
    inputs.only("distance_m", "times_s", "rule")
    best = inputs.needed_choice("rule", ("best", "mean")) == "best"
    distance = inputs.needed_positive("distance_m")
    most = len(inputs.sequence("times_s", least=1, most=100))
    return {"speed_mps": shown(gait_speed(distance, _times(inputs, most), best=best), 3)}
