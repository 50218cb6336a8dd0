"""EORTC QLQ-C30 version 3.0 and QLQ-BR23: linear transformation of scale means to 0-100 (Fayers 2001).

Items are keyed by number, 1-30 and 31-53. Scales stand in `resources/cutoffs/eortc.toml`. It must not know wording.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from assessdesk.domain.scoring.decimals import HUNDRED, mean, product, quotient, shown
from assessdesk.domain.scoring.inputs import Inputs, answered_items
from assessdesk.domain.scoring.outcome import Result


@dataclass(frozen=True, slots=True)
class Scale:
    """One scale: item numbers, highest answer, and whether a higher raw score is worse function."""

    name: str
    items: tuple[int, ...]
    item_at_most: int
    function: bool
    in_summary: bool


@dataclass(frozen=True, slots=True)
class EortcScales:
    """The scales of both questionnaires and the lowest answer of every item."""

    item_at_least: int
    c30: tuple[Scale, ...]
    br23: tuple[Scale, ...]


def scale_score(scale: Scale, answers: Mapping[int, int | None], *, lowest: int) -> Decimal | None:
    """Return 0-100, unrounded, if at least half of the items are answered.

    Function scales are turned round, so that a high score is good function; symptom and global scales are not.
    """
    given = answered_items([answers.get(item) for item in scale.items])
    if len(given) * 2 < len(scale.items):
        return None
    share = quotient(mean(given) - lowest, Decimal(scale.item_at_most - lowest))
    return product(1 - share if scale.function else share, HUNDRED)


def summary_score(scales: Sequence[Scale], scores: Mapping[str, Decimal | None]) -> Decimal | None:
    """Return the mean of the 13 scales of the summary (symptoms turned round), only if all exist (Giesinger 2016)."""
    parts: list[Decimal] = []
    for scale in scales:
        if scale.in_summary:
            score = scores[scale.name]
            if score is None:
                return None
            parts.append(score if scale.function else HUNDRED - score)
    return mean(parts)


def _answers(inputs: Inputs, scales: Sequence[Scale], lowest: int) -> Mapping[int, int | None]:
    highest = {item: scale.item_at_most for scale in scales for item in scale.items}
    return inputs.numbered("items", first=min(highest), last=max(highest), maximum_of=highest, minimum=lowest)


def _scores(inputs: Inputs, tables: EortcScales) -> dict[str, Decimal | None]:
    answers = _answers(inputs, tables.c30, tables.item_at_least)
    return {scale.name: scale_score(scale, answers, lowest=tables.item_at_least) for scale in tables.c30}


def _one_scale(inputs: Inputs, scales: Sequence[Scale], lowest: int) -> Result:
    inputs.only("scale", "items")
    name = inputs.needed_choice("scale", tuple(scale.name for scale in scales))
    answers = _answers(inputs, scales, lowest)
    (scale,) = (scale for scale in scales if scale.name == name)
    return {"score": shown(scale_score(scale, answers, lowest=lowest), 2)}


def score_c30(inputs: Inputs, tables: EortcScales) -> Result:
    """Score `qlq_c30`: fifteen scales and the summary."""
    inputs.only("items")
    scores = _scores(inputs, tables)
    shown_scores = {name: shown(score, 2) for name, score in scores.items()}
    return {**shown_scores, "SUM": shown(summary_score(tables.c30, scores), 2)}


def score_c30_scale(inputs: Inputs, tables: EortcScales) -> Result:
    """Score `qlq_c30.scale`."""
    return _one_scale(inputs, tables.c30, tables.item_at_least)


def score_c30_summary(inputs: Inputs, tables: EortcScales) -> Result:
    """Score `qlq_c30.summary`: the summary, and each scale that is missing as null."""
    inputs.only("items")
    scores = _scores(inputs, tables)
    missing = {name: None for name, score in scores.items() if score is None}
    return {"SUM": shown(summary_score(tables.c30, scores), 2), **missing}


def score_br23_scale(inputs: Inputs, tables: EortcScales) -> Result:
    """Score `qlq_br23.scale`."""
    return _one_scale(inputs, tables.br23, tables.item_at_least)
