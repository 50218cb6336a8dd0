"""Grip strength in its three protocols, and knee extension: trials of both sides shaped for the catalogue.

It computes nothing and must not know devices or classes of strength.
"""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

from assessdesk.domain.record import Assessment, Record
from assessdesk.services.scores.shaping import Score, not_done_code, number_at, scored, text_of, trials_of
from assessdesk.services.tables import Tables

SIDES = ("right", "left")


def grip_scores(*names: str, scorer: str) -> Callable[[Assessment, Record, Tables], tuple[Score, ...]]:
    """Return the shaping of one grip protocol: which of its results are reported, the main one first, in kgf."""

    def shape(assessment: Assessment, record: Record, tables: Tables) -> tuple[Score, ...]:
        inputs: dict[str, object] = {"dominant": {"right": "R", "left": "L"}.get(record.dominant_hand)}
        for side in SIDES:
            trials = trials_of(assessment, "squeeze", "grip", side=side)
            inputs[side] = list(trials)
            if not any(trials) and (code := not_done_code(assessment, f"squeeze.{side}.")):
                inputs[f"{side}_not_done_code"] = code
        result = scored("grip.summary", inputs, tables)
        return tuple(
            Score(scorer=scorer, name=name, value=text_of(result.get(name)), unit="kg")
            for name in names
            if name in result
        )

    return shape


def knee(assessment: Assessment, record: Record, tables: Tables) -> tuple[Score, ...]:
    """Return best force (N) and torque (N m) of each leg; torque per kg needs a weight that stands elsewhere."""
    del record
    found: list[Score] = []
    for side in SIDES:
        trials = [Decimal(trial) for trial in trials_of(assessment, "push", "force", side=side) if trial is not None]
        best = text_of(max(trials, default=None))
        inputs = {"force_n": best, "lever_m": number_at(assessment, f"setup.lever_{side}")}
        torque = text_of(scored("knee.torque", inputs, tables).get("torque_nm"))
        found.append(Score(scorer="knee/1", name=f"best_{side}", value=best, unit="N"))
        found.append(Score(scorer="knee/1", name=f"torque_{side}", value=torque, unit="N.m"))
    return tuple(found)
