"""Scores of an assessment, re-derived from its facts by the very functions that `assessdesk score` runs.

It shapes the facts into a scorer's input; it computes nothing itself.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from assessdesk.domain.events import plain_decimal
from assessdesk.domain.instrument import Instrument
from assessdesk.domain.record import Assessment, Record
from assessdesk.domain.values import Choice, Missing, Quantity
from assessdesk.services.rescoring import score_record
from assessdesk.services.tables import Tables


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """One derived result: the scorer that made it, its name, its value as text (None: missing) and its unit."""

    scorer: str
    name: str
    value: str | None
    unit: str = ""


Inputs = Mapping[str, object]


def scores_of(instrument: Instrument, assessment: Assessment, record: Record, tables: Tables) -> tuple[Score, ...]:
    """Return the scores of an assessment, main result first."""
    return SCORERS[instrument.scorer](assessment, record, tables)


def scored(scorer: str, inputs: Inputs, tables: Tables) -> Mapping[str, object]:
    """Run one scorer on inputs shaped like the published vectors."""
    result = score_record({"id": scorer, "instrument": scorer, "input": inputs}, tables)
    answer = result["result"]
    if not isinstance(answer, dict):
        raise TypeError(f"{scorer} did not answer with named results")
    return answer


def _trials(assessment: Assessment, section: str, side: str, item: str) -> Sequence[str | None]:
    """Return the planned and extra trials of a side in order, as text, None where a trial gave no number."""
    found: list[str | None] = []
    number = 1
    while (key := f"{section}.{side}.{number}.{item}") in assessment.slots:
        live = assessment.live(key)
        value = live.value if live else None
        found.append(plain_decimal(value.value) if isinstance(value, Quantity) else None)
        number += 1
    return found


def _not_done_code(assessment: Assessment, section: str, side: str) -> str | None:
    """Return the reason given for a side of which no trial gave a number."""
    for key in reversed(tuple(assessment.slots)):
        live = assessment.live(key)
        if key.startswith(f"{section}.{side}.") and live and isinstance(live.value, Missing):
            return live.value.code
    return None


def _grip(assessment: Assessment, record: Record, tables: Tables) -> tuple[Score, ...]:
    """Return best and mean grip of each hand (maximum of valid trials; mean of the three planned ones)."""
    inputs: dict[str, object] = {"dominant": {"right": "R", "left": "L"}.get(record.dominant_hand)}
    for side in ("right", "left"):
        trials = _trials(assessment, "squeeze", side, "grip")
        inputs[side] = list(trials)
        if not any(trials) and (code := _not_done_code(assessment, "squeeze", side)):
            inputs[f"{side}_not_done_code"] = code
    result = scored("grip.summary", inputs, tables)
    names = ("best_overall", "best_right", "best_left", "mean_right", "mean_left")
    return tuple(
        Score(scorer="grip/1", name=name, value=_text(result.get(name)), unit="kg") for name in names if name in result
    )


def _chair5(assessment: Assessment, record: Record, tables: Tables) -> tuple[Score, ...]:
    """Return the time of five stands and its SPPB points."""
    del record
    stands = assessment.live("stands.1.time")
    pretest = assessment.live("pretest.result")
    inputs: dict[str, object] = {"time_s": None}
    time: Decimal | None = None
    if stands and isinstance(stands.value, Quantity):
        time = stands.value.value
        inputs["time_s"] = plain_decimal(time)
        inputs["completed_reps"] = 5
    if pretest and isinstance(pretest.value, Choice) and pretest.value.code != "ok":
        inputs["pretest"] = pretest.value.code
    seconds = Score(
        scorer="sppb.chair5/1", name="time_s", value=plain_decimal(time) if time is not None else None, unit="s"
    )
    missing = next((turn.missing for turn in (stands, pretest) if turn and turn.missing), None)
    if missing is not None:
        if missing.code not in PHYSICAL and "pretest" not in inputs:
            return (seconds, Score(scorer="sppb.chair5/1", name="points", value=None))
        inputs["status"] = "unable"
        if stands and stands.completed_repetitions is not None:
            inputs["completed_reps"] = stands.completed_repetitions
    result = scored("sppb.chair5", inputs, tables)
    return (seconds, Score(scorer="sppb.chair5/1", name="points", value=_text(result.get("points"))))


PHYSICAL = frozenset({"ND02", "ND03", "ND04", "ND05", "ND06"})


def _text(value: object) -> str | None:
    """Return a scorer's answer as text."""
    return None if value is None else str(value)


SCORERS: Mapping[str, Callable[[Assessment, Record, Tables], tuple[Score, ...]]] = {
    "grip/1": _grip,
    "sppb.chair5/1": _chair5,
}
