"""PHQ-9 (Kroenke 2001): total, band, and the alert for item 9.

Items are 0-3. It must not know item wording or what a site does after an alert.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from assessdesk.domain.scoring.decimals import half_up, mean, product
from assessdesk.domain.scoring.inputs import Inputs, answered_items
from assessdesk.domain.scoring.outcome import Result


@dataclass(frozen=True, slots=True)
class Phq9Cutoffs:
    """Items, their highest answer, missing items allowed, totals from which a band starts, alert limit."""

    items: int
    item_at_most: int
    missing_at_most: int
    mild_from: int
    moderate_from: int
    moderately_severe_from: int
    severe_from: int
    alert_from: int


def total_of(items: Sequence[int | None], cutoffs: Phq9Cutoffs) -> int | None:
    """Return the sum; up to two missing items take the mean of the others, rounded half-up at the end."""
    given = answered_items(items)
    if len(items) - len(given) > cutoffs.missing_at_most:
        return None
    return int(half_up(product(mean(given), Decimal(len(items))), 0))


def band_of(total: int, cutoffs: Phq9Cutoffs) -> str:
    """Return the band of a total."""
    bands = (
        (cutoffs.severe_from, "severe"),
        (cutoffs.moderately_severe_from, "moderately_severe"),
        (cutoffs.moderate_from, "moderate"),
        (cutoffs.mild_from, "mild"),
    )
    return next((name for start, name in bands if total >= start), "minimal")


def needs_alert(items: Sequence[int | None], cutoffs: Phq9Cutoffs) -> bool | None:
    """Tell whether the last item raises the site's alert; None when it was not answered."""
    last = items[-1]
    return None if last is None else last >= cutoffs.alert_from


def _items(inputs: Inputs, cutoffs: Phq9Cutoffs) -> tuple[int | None, ...]:
    inputs.only("items_9")
    return inputs.integers("items_9", count=cutoffs.items, minimum=0, maximum=cutoffs.item_at_most)


def score_phq9(inputs: Inputs, cutoffs: Phq9Cutoffs) -> Result:
    """Score `phq9`."""
    total = total_of(_items(inputs, cutoffs), cutoffs)
    return {"total": total, "band": None if total is None else band_of(total, cutoffs)}


def score_alert(inputs: Inputs, cutoffs: Phq9Cutoffs) -> Result:
    """Score `phq9.item9_alert`."""
    items = _items(inputs, cutoffs)
    return {"total": total_of(items, cutoffs), "alert": needs_alert(items, cutoffs)}
