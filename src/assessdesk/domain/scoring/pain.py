"""Pain: bands of the 0-10 rating and the two means of the BPI short form.

Ratings are whole numbers 0-10. It must not know item wording.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from assessdesk.domain.scoring.decimals import mean, shown
from assessdesk.domain.scoring.inputs import Inputs, answered_items
from assessdesk.domain.scoring.outcome import Result


@dataclass(frozen=True, slots=True)
class PainCutoffs:
    """Highest rating, ratings from which a band starts, items of the BPI and how many must be answered."""

    rating_at_most: int
    mild_from: int
    moderate_from: int
    severe_from: int
    severity_items: int
    severity_needed: int
    interference_items: int
    interference_needed: int


def pain_band(rating: int, cutoffs: PainCutoffs) -> str:
    """Return none, mild, moderate or severe."""
    if rating >= cutoffs.severe_from:
        return "severe"
    if rating >= cutoffs.moderate_from:
        return "moderate"
    return "mild" if rating >= cutoffs.mild_from else "none"


def mean_if_enough(items: Sequence[int | None], needed: int) -> Decimal | None:
    """Return the mean of the answered items, unrounded, if at least `needed` are answered."""
    answers = answered_items(items)
    return mean(answers) if len(answers) >= needed else None


def score_band(inputs: Inputs, cutoffs: PainCutoffs) -> Result:
    """Score `nrs.band`."""
    inputs.only("value")
    rating = inputs.integer("value", maximum=cutoffs.rating_at_most)
    return {"band": None if rating is None else pain_band(rating, cutoffs)}


def score_bpi(inputs: Inputs, cutoffs: PainCutoffs) -> Result:
    """Score `bpi_sf`: mean severity (all four) and mean interference (at least four of seven)."""
    severity, interference = "severity_worst_least_average_now", "interference_7"
    inputs.only(severity, interference)
    top = cutoffs.rating_at_most
    ratings = inputs.integers(severity, count=cutoffs.severity_items, minimum=0, maximum=top)
    effects = inputs.integers(interference, count=cutoffs.interference_items, minimum=0, maximum=top)
    return {
        "severity_mean": shown(mean_if_enough(ratings, cutoffs.severity_needed), 2),
        "interference_mean": shown(mean_if_enough(effects, cutoffs.interference_needed), 2),
    }
