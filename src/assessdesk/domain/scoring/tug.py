"""Timed Up and Go: result of the trials and three published readings of it.

Times are in s, age in completed years. It must not know the cut-off of any sarcopenia definition.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from assessdesk.domain.scoring.decimals import mean, shown
from assessdesk.domain.scoring.inputs import Inputs, InvalidInputError, answered
from assessdesk.domain.scoring.outcome import Result


@dataclass(frozen=True, slots=True)
class TugCutoffs:
    """Times from which a fall risk is named, and how many timed trials there can be."""

    steadi_from_s: Decimal
    shumway_cook_from_s: Decimal
    trials_at_most: int


@dataclass(frozen=True, slots=True)
class TugNorm:
    """Upper limit in s of the 95 % interval of the mean for one age range (Bohannon 2006)."""

    age_from: int
    age_to: int
    upper_s: Decimal


def tug_result(trials_s: Sequence[Decimal | None], *, best: bool) -> Decimal | None:
    """Return the mean, or with `best` the shortest, of the valid trials; None when there is none."""
    valid = answered(trials_s)
    if not valid:
        return None
    return min(valid) if best else mean(valid)


def worse_than_average(time_s: Decimal, *, age: int, norms: Sequence[TugNorm]) -> bool | None:
    """Tell whether the time lies above the upper limit of the age range; None outside the ages of the norm."""
    for norm in norms:
        if norm.age_from <= age <= norm.age_to:
            return time_s > norm.upper_s
    return None


def score_trials(inputs: Inputs, cutoffs: TugCutoffs) -> Result:
    """Score `tug.score`."""
    inputs.only("trials_s", "rule")
    best = inputs.needed_choice("rule", ("mean", "best")) == "best"
    trials = inputs.decimals("trials_s", least=1, most=cutoffs.trials_at_most)
    if any(trial is not None and trial.is_zero() for trial in trials):
        raise InvalidInputError("INPUT_NOT_POSITIVE", name="trials_s", found=0)
    return {"tug_s": shown(tug_result(trials, best=best), 2)}


def _fall_risk(inputs: Inputs, from_s: Decimal) -> Result:
    inputs.only("time_s")
    time_s = inputs.positive("time_s")
    return {"fall_risk": None if time_s is None else time_s >= from_s}


def score_steadi(inputs: Inputs, cutoffs: TugCutoffs) -> Result:
    """Score `tug.steadi`."""
    return _fall_risk(inputs, cutoffs.steadi_from_s)


def score_shumway_cook(inputs: Inputs, cutoffs: TugCutoffs) -> Result:
    """Score `tug.shumway_cook`."""
    return _fall_risk(inputs, cutoffs.shumway_cook_from_s)


def score_bohannon(inputs: Inputs, norms: Sequence[TugNorm]) -> Result:
    """Score `tug.bohannon`; without an age or a time it is unknown."""
    inputs.only("age", "time_s")
    age, time_s = inputs.integer("age"), inputs.positive("time_s")
    worse = None if age is None or time_s is None else worse_than_average(time_s, age=age, norms=norms)
    return {"worse_than_average": worse}
