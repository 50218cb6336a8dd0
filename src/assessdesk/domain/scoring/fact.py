"""FACT-G, FACT-B, FACT-ES and FACIT-Fatigue: prorated subscales and totals (FACIT scoring guideline, version 4).

Items are 0-4; 8, 9 and null are missing. A higher score is always the better state. It must not know item wording.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from assessdesk.domain.scoring.decimals import half_up, mean, product, shown
from assessdesk.domain.scoring.inputs import Inputs
from assessdesk.domain.scoring.outcome import Result

_PLACES = 3
_ITEMS_OF_FACIT_FATIGUE = "items_HI7_HI12_An1_An2_An3_An4_An5_An7_An8_An12_An14_An15_An16"
_SUBSCALES = (("PWB", "GP"), ("SWB", "GS"), ("EWB", "GE"), ("FWB", "GF"))


@dataclass(frozen=True, slots=True)
class Subscale:
    """Number of items and the positions (from 1) that are scored as they stand; all others are reversed."""

    items: int
    not_reversed: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class FactTables:
    """Subscales, answer range, missing codes, and the shares that must be exceeded."""

    item_at_most: int
    missing_codes: tuple[int, ...]
    subscale_answered_above_percent: int
    total_answered_above_percent: int
    pwb: Subscale
    swb: Subscale
    ewb: Subscale
    fwb: Subscale
    bcs: Subscale
    ess: Subscale
    fatigue: Subscale

    def general(self) -> tuple[Subscale, ...]:
        """Return the four subscales of FACT-G in order."""
        return (self.pwb, self.swb, self.ewb, self.fwb)

    def enough_in_total(self, answered: int, items: int) -> bool:
        """Tell whether more than the needed share of all items is answered."""
        return answered * 100 > items * self.total_answered_above_percent


def subscale_score(items: Sequence[int | None], subscale: Subscale, tables: FactTables) -> Decimal | None:
    """Return mean x number of items, rounded to three decimals, if more than half of the items are answered."""
    given = [
        Decimal(item if position in subscale.not_reversed else tables.item_at_most - item)
        for position, item in enumerate(items, start=1)
        if item is not None
    ]
    if len(given) * 100 <= subscale.items * tables.subscale_answered_above_percent:
        return None
    return half_up(product(mean(given), Decimal(subscale.items)), _PLACES)


def sum_of_all(parts: Sequence[Decimal | None]) -> Decimal | None:
    """Return the sum, None when a part is missing."""
    given = [part for part in parts if part is not None]
    return sum(given, Decimal(0)) if len(given) == len(parts) else None


def _items(inputs: Inputs, name: str, *, subscale: Subscale, tables: FactTables) -> tuple[int | None, ...]:
    return inputs.integers(
        name, count=subscale.items, minimum=0, maximum=tables.item_at_most, missing=tables.missing_codes
    )


def _single(inputs: Inputs, name: str, *, subscale: Subscale, tables: FactTables) -> str | None:
    inputs.only(name)
    items = _items(inputs, name, subscale=subscale, tables=tables)
    return shown(subscale_score(items, subscale, tables), _PLACES)


def score_fact_g(inputs: Inputs, tables: FactTables) -> Result:
    """Score `fact_g`: four subscales; the total if all exist and more than 80 % of the items are answered."""
    inputs.only(*(key for _, key in _SUBSCALES))
    scores: dict[str, Decimal | None] = {}
    answered = 0
    for (name, key), subscale in zip(_SUBSCALES, tables.general(), strict=True):
        items = _items(inputs, key, subscale=subscale, tables=tables)
        answered += sum(item is not None for item in items)
        scores[name] = subscale_score(items, subscale, tables)
    enough = tables.enough_in_total(answered, sum(subscale.items for subscale in tables.general()))
    total = sum_of_all(tuple(scores.values())) if enough else None
    return {**{name: shown(score, _PLACES) for name, score in scores.items()}, "FACTG": shown(total, _PLACES)}


def score_bcs(inputs: Inputs, tables: FactTables) -> Result:
    """Score `fact_b.bcs`."""
    return {"BCS": _single(inputs, "B1_B9_P2", subscale=tables.bcs, tables=tables)}


def score_fact_b_totals(inputs: Inputs, tables: FactTables) -> Result:
    """Score `fact_b.totals` from subscale scores; the index of physical parts needs only its own subscales.

    Without the number of answered items nobody knows whether they are enough for the total: it is missing.
    """
    inputs.only("PWB", "SWB", "EWB", "FWB", "BCS", "n_answered_of_37")
    subscales = {
        "PWB": tables.pwb, "SWB": tables.swb, "EWB": tables.ewb, "FWB": tables.fwb, "BCS": tables.bcs,
    }  # fmt: skip
    scores = {
        name: inputs.decimal(name, maximum=subscale.items * tables.item_at_most) for name, subscale in subscales.items()
    }
    items = sum(subscale.items for subscale in subscales.values())
    answered = inputs.integer("n_answered_of_37", maximum=items)
    enough = answered is not None and tables.enough_in_total(answered, items)
    total = sum_of_all(tuple(scores.values())) if enough else None
    index = sum_of_all((scores["PWB"], scores["FWB"], scores["BCS"]))
    return {"FACTB_TOTAL": shown(total, _PLACES), "FACTB_TOI": shown(index, _PLACES)}


def score_ess(inputs: Inputs, tables: FactTables) -> Result:
    """Score `fact_es.ess19`: the 19-item endocrine subscale, all items reversed."""
    return {"ESS": _single(inputs, "items_19", subscale=tables.ess, tables=tables)}


def score_fatigue(inputs: Inputs, tables: FactTables) -> Result:
    """Score `facit_fatigue` (0 worst, 52 best)."""
    return {"total": _single(inputs, _ITEMS_OF_FACIT_FATIGUE, subscale=tables.fatigue, tables=tables)}
