"""What every shaping function shares: a score, a scorer run by name, and how facts are read out of an assessment.

It must not know any instrument.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from assessdesk.domain.events import plain_decimal
from assessdesk.domain.record import Assessment
from assessdesk.domain.scoring.inputs import InvalidInputError
from assessdesk.domain.values import Choice, Quantity
from assessdesk.services.definitions.tables import Tables
from assessdesk.services.rescoring import score_record


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """One derived result: the scorer that made it, its name, its value as text (None: missing) and its unit.

    `kept_back` marks a comparison with other people or with an earlier visit, which a blinded assessor does not see.
    """

    scorer: str
    name: str
    value: str | None
    unit: str = ""
    kept_back: bool = False


Inputs = Mapping[str, object]


def scored(scorer: str, inputs: Inputs, tables: Tables) -> Mapping[str, object]:
    """Run one scorer on inputs shaped like the published vectors."""
    result = score_record({"id": scorer, "instrument": scorer, "input": inputs}, tables)
    answer = result["result"]
    if not isinstance(answer, dict):
        raise TypeError(f"{scorer} did not answer with named results")
    return answer


def scored_if_coherent(scorer: str, inputs: Inputs, tables: Tables) -> Mapping[str, object]:
    """Run one scorer; values that contradict each other, as a later correction can leave them, give no result."""
    try:
        return scored(scorer, inputs, tables)
    except InvalidInputError:
        return {}


def text_of(value: object) -> str | None:
    """Return a scorer's answer as text; what is true or false as yes or no."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    return None if value is None else str(value)


def quantity_at(assessment: Assessment, slot: str) -> Decimal | None:
    """Return the number that counts at a slot, in the unit of its limit, or None."""
    live = assessment.live(slot)
    return live.value.value if live and isinstance(live.value, Quantity) else None


def number_at(assessment: Assessment, slot: str) -> str | None:
    """Return the number that counts at a slot as text, or None."""
    value = quantity_at(assessment, slot)
    return None if value is None else plain_decimal(value)


def choice_at(assessment: Assessment, slot: str) -> str | None:
    """Return the code chosen at a slot, or None."""
    live = assessment.live(slot)
    return live.value.code if live and isinstance(live.value, Choice) else None


def code_at(assessment: Assessment, slot: str) -> str | None:
    """Return why there is nothing at a slot, or None when there is something or nobody said why."""
    live = assessment.live(slot)
    return live.missing.code if live and live.missing else None


def trials_of(assessment: Assessment, section: str, item: str, *, side: str = "") -> Sequence[str | None]:
    """Return the planned and extra trials (of a side) in order, as text, None where a trial gave no number."""
    found: list[str | None] = []
    while (key := ".".join(part for part in (section, side, str(len(found) + 1), item) if part)) in assessment.slots:
        found.append(number_at(assessment, key))
    return found


def not_done_code(assessment: Assessment, prefix: str) -> str | None:
    """Return the last reason given under a prefix (`squeeze.right.`), or None."""
    for key in reversed(tuple(assessment.slots)):
        if key.startswith(prefix) and (code := code_at(assessment, key)):
            return code
    return None
