"""SARC-F (Malmstrom 2013) and SARC-CalF (Barbosa-Silva 2016): self-report items, falls, calf circumference.

Calf in cm. SARC-CalF takes "up to" the limit, unlike case finding of AWGS 2019. It must not know item wording.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from assessdesk.domain.scoring.inputs import BySex, Inputs
from assessdesk.domain.scoring.outcome import Result


@dataclass(frozen=True, slots=True)
class SarcfCutoffs:
    """Items, their highest points, positive limits, points for a thin calf and for falls in a year."""

    items: int
    item_at_most: int
    positive_from: int
    calf_up_to_cm: BySex
    calf_points: int
    calf_positive_from: int
    falls_one_point_from: int
    falls_two_points_from: int


def sum_of(items: Sequence[int | None]) -> int | None:
    """Return the sum when every item is answered."""
    answered = [item for item in items if item is not None]
    return sum(answered) if len(answered) == len(items) else None


def positive_if(total: int | None, *, least: int, limit: int) -> bool | None:
    """Tell whether the total reaches the limit; with items missing only a sum already there decides."""
    if total is not None:
        return total >= limit
    return True if least >= limit else None


def falls_points(falls: int, cutoffs: SarcfCutoffs) -> int:
    """Return 0-2 points for the falls of the past year."""
    return int(falls >= cutoffs.falls_one_point_from) + int(falls >= cutoffs.falls_two_points_from)


def thin_calf(calf_cm: Decimal, limit_cm: Decimal) -> bool:
    """Tell whether the calf is at or below the limit."""
    return calf_cm <= limit_cm


def _items(inputs: Inputs, cutoffs: SarcfCutoffs) -> tuple[int | None, ...]:
    return inputs.integers("items", count=cutoffs.items, minimum=0, maximum=cutoffs.item_at_most)


def score_sarcf(inputs: Inputs, cutoffs: SarcfCutoffs) -> Result:
    """Score `sarcf`."""
    inputs.only("items")
    items = _items(inputs, cutoffs)
    total, least = sum_of(items), sum(item or 0 for item in items)
    return {"total": total, "positive": positive_if(total, least=least, limit=cutoffs.positive_from)}


def score_falls(inputs: Inputs, cutoffs: SarcfCutoffs) -> Result:
    """Score `sarcf.falls_item`."""
    inputs.only("falls_past_year")
    falls = inputs.integer("falls_past_year")
    return {"points": None if falls is None else falls_points(falls, cutoffs)}


def score_sarccalf(inputs: Inputs, cutoffs: SarcfCutoffs) -> Result:
    """Score `sarccalf`; without a calf circumference the total is missing."""
    inputs.only("sex", "items", "calf_cm")
    sex, items, calf = inputs.sex(), _items(inputs, cutoffs), inputs.positive("calf_cm")
    thin = calf is not None and thin_calf(calf, cutoffs.calf_up_to_cm.of(sex))
    points = cutoffs.calf_points if thin else 0
    answered = sum_of(items)
    total = None if answered is None or calf is None else answered + points
    least = points + sum(item or 0 for item in items)
    return {"total": total, "positive": positive_if(total, least=least, limit=cutoffs.calf_positive_from)}
