"""Grip strength in its three protocols, and knee extension: trials of both sides shaped for the catalogue.

It computes nothing and must not know devices or classes of strength.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from assessdesk.domain.record import Assessment, Record
from assessdesk.domain.scoring.decimals import exact_arithmetic, quotient, shown
from assessdesk.services.definitions.tables import Tables
from assessdesk.services.scores.body import size_at
from assessdesk.services.scores.shaping import Score, not_done_code, number_at, scored, text_of, trials_of

Shape = Callable[[Assessment, Record, Tables], tuple[Score, ...]]
SIDES = ("right", "left")


class _Hands(NamedTuple):
    """The trials of both hands in order, None where one gave no number."""

    right: Sequence[str | None]
    left: Sequence[str | None]

    def best(self) -> Decimal | None:
        """Return the largest of all, in kgf."""
        return max((Decimal(trial) for side in self for trial in side if trial is not None), default=None)

    def stronger(self, dominant: str) -> str | None:
        """Return the hand with the largest trial, the dominant one when both have it."""
        best = {
            side: max((Decimal(trial) for trial in trials if trial is not None), default=None)
            for side, trials in zip(SIDES, self, strict=True)
        }
        given = {side: value for side, value in best.items() if value is not None}
        return max(given, key=lambda side: (given[side], side == dominant)) if given else None


def _hands(assessment: Assessment) -> _Hands:
    right, left = (trials_of(assessment, "squeeze", "grip", side=side) for side in SIDES)
    return _Hands(right, left)


def grip_scores(*names: str, scorer: str) -> Shape:
    """Return the shaping of one grip protocol: which of its results are reported, the main one first, in kgf.

    After them stand the spread of each hand's trials (CV in percent), the best per BMI, and the reference hand with
    its best: the hand that gave the maximum at the first visit with this protocol, fixed from then on (project rule).
    """

    def shape(assessment: Assessment, record: Record, tables: Tables) -> tuple[Score, ...]:
        hands = _hands(assessment)
        inputs: dict[str, object] = {"dominant": {"right": "R", "left": "L"}.get(record.dominant_hand)}
        for side, trials in zip(SIDES, hands, strict=True):
            inputs[side] = list(trials)
            if not any(trials) and (code := not_done_code(assessment, f"squeeze.{side}.")):
                inputs[f"{side}_not_done_code"] = code
        result = scored("grip.summary", inputs, tables)
        found = [
            Score(scorer=scorer, name=name, value=text_of(result.get(name)), unit="kg")
            for name in names
            if name in result
        ]
        if "best_overall_flag" in result and "best_overall" in names:
            found.append(Score(scorer=scorer, name="one_hand_only", value="yes"))
        return (*found, *_spread(hands, tables), *_per_bmi(assessment, record, tables, scorer=scorer),
                *_reference(assessment, record, scorer=scorer))  # fmt: skip

    return shape


def _spread(hands: _Hands, tables: Tables) -> Iterator[Score]:
    for side, trials in zip(SIDES, hands, strict=True):
        value = scored("grip.cv", {"trials_kg": list(trials) or [None]}, tables)["cv_percent"]
        yield Score(scorer="grip.cv/1", name=f"cv_{side}", value=text_of(value), unit="%")


def _per_bmi(assessment: Assessment, record: Record, tables: Tables, *, scorer: str) -> Iterator[Score]:
    best, bmi = _hands(assessment).best(), size_at(assessment, record, tables).bmi
    with exact_arithmetic():
        ratio = quotient(best, bmi) if best is not None and bmi is not None else None
    yield Score(scorer=scorer, name="per_bmi", value=shown(ratio, 3), unit="m2")


def _reference(assessment: Assessment, record: Record, *, scorer: str) -> Iterator[Score]:
    visits = (*record.earlier(assessment.instrument, assessment.visit), assessment)
    hands = (_hands(each).stronger(record.dominant_hand) for each in visits)
    hand = next((side for side in hands if side is not None), None)
    now = _hands(assessment)
    trials = {"right": now.right, "left": now.left}.get(hand or "", ())
    best = max((Decimal(trial) for trial in trials if trial is not None), default=None)
    yield Score(scorer=scorer, name="ref_hand", value=hand, kept_back=True)
    yield Score(scorer=scorer, name="ref_hand_best", value=text_of(best), unit="kg", kept_back=True)


def knee(assessment: Assessment, record: Record, tables: Tables) -> tuple[Score, ...]:
    """Return best force (N), torque (N m) and torque per kg of each leg; the last needs a weight of the same visit."""
    weight = text_of(size_at(assessment, record, tables).weight)
    found: list[Score] = []
    for side in SIDES:
        trials = [Decimal(trial) for trial in trials_of(assessment, "push", "force", side=side) if trial is not None]
        best = text_of(max(trials, default=None))
        inputs = {"force_n": best, "lever_m": number_at(assessment, f"setup.lever_{side}"), "weight_kg": weight}
        result = scored("knee.torque", inputs, tables)
        found.append(Score(scorer="knee/1", name=f"best_{side}", value=best, unit="N"))
        found.append(Score(scorer="knee/1", name=f"torque_{side}", value=text_of(result["torque_nm"]), unit="N.m"))
        per_kg = text_of(result["torque_nm_per_kg"])
        found.append(Score(scorer="knee/1", name=f"torque_per_kg_{side}", value=per_kg, unit="N.m/kg"))
    return tuple(found)
