"""Hand grip strength: best and mean per hand, the extra-trial rule, the spread of trials.

Force is in kgf. Best values follow the Southampton protocol (maximum of six; Roberts 2011), means the ASHT
recommendation (three trials). It must not know devices, capture or classes of strength.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from assessdesk.domain.scoring.decimals import mean, percent, sample_deviation, shown
from assessdesk.domain.scoring.inputs import Inputs, InvalidInputError, answered
from assessdesk.domain.scoring.not_done import NotDoneRules
from assessdesk.domain.scoring.outcome import Result


@dataclass(frozen=True, slots=True)
class GripCutoffs:
    """Trial plan and between-trial rule of `resources/cutoffs/grip.toml`."""

    planned_trials: int
    extra_trials_at_most: int
    extra_trial_difference_kg: Decimal
    extra_trial_difference_percent: Decimal


@dataclass(frozen=True, slots=True)
class GripSummary:
    """Best and mean force of each hand in kgf; None when the rule's trials are not there."""

    best_right: Decimal | None
    best_left: Decimal | None
    mean_right: Decimal | None
    mean_left: Decimal | None

    @property
    def best_overall(self) -> Decimal | None:
        """The larger of the two bests."""
        return max(answered((self.best_right, self.best_left)), default=None)

    @property
    def one_hand_only(self) -> bool:
        """Tell whether exactly one hand has a valid trial."""
        return (self.best_right is None) != (self.best_left is None)


def mean_of_planned(trials: Sequence[Decimal | None], planned: int) -> Decimal | None:
    """Return the mean of the planned trials if all are valid; an extra trial after them does not count."""
    valid = answered(trials[:planned])
    return mean(valid) if len(valid) == planned else None


def summarise(right: Sequence[Decimal | None], left: Sequence[Decimal | None], *, planned_trials: int) -> GripSummary:
    """Summarise the trials of both hands; a void or missing trial is None."""
    return GripSummary(
        best_right=max(answered(right), default=None),
        best_left=max(answered(left), default=None),
        mean_right=mean_of_planned(right, planned_trials),
        mean_left=mean_of_planned(left, planned_trials),
    )


def needs_extra_trial(trials: Sequence[Decimal | None], cutoffs: GripCutoffs) -> bool | None:
    """Tell whether one more trial is to be offered; None with fewer than two valid trials.

    Best minus second best must exceed both the difference in kgf and the share of the best.
    """
    if len(trials) >= cutoffs.planned_trials + cutoffs.extra_trials_at_most:
        return False
    ranked = sorted(answered(trials), reverse=True)
    if not ranked[1:]:
        return None
    best, second = next(pairwise(ranked))
    gap = best - second
    return gap > cutoffs.extra_trial_difference_kg and gap > best * cutoffs.extra_trial_difference_percent / 100


def variation_percent(trials: Sequence[Decimal | None]) -> Decimal | None:
    """Return SD(n - 1) / mean x 100 of the valid trials; None with fewer than two or a zero mean."""
    valid = answered(trials)
    if not valid[1:] or not any(valid):
        return None
    return percent(sample_deviation(valid), mean(valid))


def score_summary(inputs: Inputs, cutoffs: GripCutoffs, not_done: NotDoneRules) -> Result:
    """Score `grip.summary`: trials per hand, dominant hand, coded reason per hand."""
    inputs.only("right", "left", "dominant", "right_not_done_code", "left_not_done_code")
    most = cutoffs.planned_trials + cutoffs.extra_trials_at_most
    hands = {side: inputs.decimals(side, least=0, most=most) for side in ("right", "left")}
    for side, trials in hands.items():
        code = inputs.choice(f"{side}_not_done_code", not_done.codes())
        if code is not None and len(answered(trials[: cutoffs.planned_trials])) == cutoffs.planned_trials:
            raise InvalidInputError("INPUT_CODE_WITH_VALUE", name=f"{side}_not_done_code", found=code)
    summary = summarise(hands["right"], hands["left"], planned_trials=cutoffs.planned_trials)
    dominant = inputs.choice("dominant", ("R", "L"))
    means = {"R": summary.mean_right, "L": summary.mean_left}
    result: dict[str, str | None] = {
        "best_right": shown(summary.best_right, 1),
        "best_left": shown(summary.best_left, 1),
        "best_overall": shown(summary.best_overall, 1),
    }
    if summary.one_hand_only:
        result["best_overall_flag"] = "one_hand_only"
    return {
        **result,
        "mean_right": shown(summary.mean_right, 1),
        "mean_left": shown(summary.mean_left, 1),
        "mean_dominant": None if dominant is None else shown(means[dominant], 1),
    }


def score_extra_trial(inputs: Inputs, cutoffs: GripCutoffs) -> Result:
    """Score `grip.extra_trial`."""
    inputs.only("trials_kg")
    most = cutoffs.planned_trials + cutoffs.extra_trials_at_most
    return {"extra": needs_extra_trial(inputs.decimals("trials_kg", least=1, most=most), cutoffs)}


def score_variation(inputs: Inputs, cutoffs: GripCutoffs) -> Result:
    """Score `grip.cv`."""
    inputs.only("trials_kg")
    most = cutoffs.planned_trials + cutoffs.extra_trials_at_most
    return {"cv_percent": shown(variation_percent(inputs.decimals("trials_kg", least=1, most=most)), 1)}
