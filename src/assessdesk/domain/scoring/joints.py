"""Joint questionnaires: WOMAC LK3.1 (Bellamy) and M-SACRAH (Sautner 2004).

WOMAC items are 0-4, M-SACRAH items 0-100 mm. It must not know item wording.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from assessdesk.domain.scoring.decimals import mean, product, shown
from assessdesk.domain.scoring.inputs import Inputs, answered, answered_items
from assessdesk.domain.scoring.outcome import Result


@dataclass(frozen=True, slots=True)
class Part:
    """Items of one subscale and how many of them may be missing."""

    name: str
    items: int
    missing_at_most: int


@dataclass(frozen=True, slots=True)
class JointTables:
    """Subscales and answer ranges of both questionnaires."""

    womac: tuple[Part, ...]
    womac_item_at_most: int
    sacrah: tuple[Part, ...]
    sacrah_item_at_most: Decimal


def womac_subscale(items: Sequence[int | None], *, missing_at_most: int) -> Decimal | None:
    """Return the sum, missing items replaced by the mean of the others; None when too many are missing."""
    given = answered_items(items)
    if len(items) - len(given) > missing_at_most:
        return None
    return product(mean(given), Decimal(len(items)))


def mean_of(values: Sequence[Decimal | None], *, missing_at_most: int = 0) -> Decimal | None:
    """Return the mean of the values that are there, None when more than `missing_at_most` are missing."""
    given = answered(values)
    return mean(given) if len(values) - len(given) <= missing_at_most else None


def score_womac(inputs: Inputs, tables: JointTables) -> Result:
    """Score `womac_likert`; the total needs all three subscales."""
    inputs.only(*(part.name for part in tables.womac))
    scores: dict[str, Decimal | None] = {}
    for part in tables.womac:
        items = inputs.integers(part.name, count=part.items, minimum=0, maximum=tables.womac_item_at_most)
        scores[part.name] = womac_subscale(items, missing_at_most=part.missing_at_most)
    given = answered(tuple(scores.values()))
    total = sum(given, Decimal(0)) if len(given) == len(scores) else None
    return {**{name: shown(score, 2) for name, score in scores.items()}, "total": shown(total, 2)}


def score_sacrah(inputs: Inputs, tables: JointTables) -> Result:
    """Score `m_sacrah`: mean of each domain; the total is the mean of the unrounded domain means."""
    inputs.only(*(part.name for part in tables.sacrah))
    means: dict[str, Decimal | None] = {}
    for part in tables.sacrah:
        items = inputs.decimals(part.name, least=part.items, most=part.items, maximum=tables.sacrah_item_at_most)
        means[part.name] = mean_of(items, missing_at_most=part.missing_at_most)
    shown_means = {name: shown(value, 1) for name, value in means.items()}
    return {**shown_means, "total": shown(mean_of(tuple(means.values())), 1)}


def score_sacrah_total(inputs: Inputs, tables: JointTables) -> Result:
    """Score `m_sacrah.total` from the three domain means."""
    inputs.only("domain_means")
    count = len(tables.sacrah)
    means = inputs.decimals("domain_means", least=count, most=count, maximum=tables.sacrah_item_at_most)
    return {"total": shown(mean_of(means), 1)}
