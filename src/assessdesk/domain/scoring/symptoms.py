"""Symptom inventories with 0-10 items: MDASI (Cleeland 2000), BFI (Mendoza 1999), ESAS-r (Hui 2017).

It must not know item wording.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from assessdesk.domain.scoring.decimals import mean, shown
from assessdesk.domain.scoring.inputs import Inputs, answered_items
from assessdesk.domain.scoring.outcome import Result


@dataclass(frozen=True, slots=True)
class SymptomCutoffs:
    """Highest answer, number of items of each scale, and how many must be answered."""

    item_at_most: int
    mdasi_severity_items: int
    mdasi_severity_needed: int
    mdasi_interference_items: int
    mdasi_interference_needed: int
    bfi_items: int
    bfi_needed: int
    esas_items: int


def mean_if_enough(items: Sequence[int | None], needed: int) -> Decimal | None:
    """Return the mean of the answered items, unrounded, if at least `needed` are answered."""
    answers = answered_items(items)
    return mean(answers) if len(answers) >= needed else None


def distress_sum(items: Sequence[int | None]) -> int | None:
    """Return the sum of all items; None when one is missing (project rule: no imputation)."""
    answers = answered_items(items)
    return int(sum(answers)) if len(answers) == len(items) else None


def _items(inputs: Inputs, name: str, *, count: int, cutoffs: SymptomCutoffs) -> tuple[int | None, ...]:
    return inputs.integers(name, count=count, minimum=0, maximum=cutoffs.item_at_most)


def score_mdasi(inputs: Inputs, cutoffs: SymptomCutoffs) -> Result:
    """Score `mdasi`."""
    inputs.only("severity_13", "interference_6")
    severity = _items(inputs, "severity_13", count=cutoffs.mdasi_severity_items, cutoffs=cutoffs)
    interference = _items(inputs, "interference_6", count=cutoffs.mdasi_interference_items, cutoffs=cutoffs)
    return {
        "severity_mean": shown(mean_if_enough(severity, cutoffs.mdasi_severity_needed), 2),
        "interference_mean": shown(mean_if_enough(interference, cutoffs.mdasi_interference_needed), 2),
    }


def score_bfi(inputs: Inputs, cutoffs: SymptomCutoffs) -> Result:
    """Score `bfi`."""
    inputs.only("items_9")
    items = _items(inputs, "items_9", count=cutoffs.bfi_items, cutoffs=cutoffs)
    return {"global": shown(mean_if_enough(items, cutoffs.bfi_needed), 2)}


def score_esas(inputs: Inputs, cutoffs: SymptomCutoffs) -> Result:
    """Score `esas_r`."""
    inputs.only("items_9")
    return {"tsds": distress_sum(_items(inputs, "items_9", count=cutoffs.esas_items, cutoffs=cutoffs))}
