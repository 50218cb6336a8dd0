"""Standing balance and the complete SPPB: parts shaped for the catalogue, the reasons for what was not done with them.

It computes nothing and must not know the cut-offs of any part.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from assessdesk.domain.record import Assessment, Record
from assessdesk.services.definitions.tables import Tables
from assessdesk.services.scores.chair import PRETEST, chair_points
from assessdesk.services.scores.chair import TIME as STANDS
from assessdesk.services.scores.shaping import Score, code_at, number_at, scored, scored_if_coherent, text_of
from assessdesk.services.scores.walking import gait_points, gait_speed

STANCES = ("side_by_side", "semi_tandem", "tandem")


@dataclass(frozen=True, slots=True)
class _Part:
    """Points of one part, None when they are missing, and the reason that was given for something not done in it."""

    name: str
    points: str | None
    code: str | None


def balance(assessment: Assessment, record: Record, tables: Tables) -> tuple[Score, ...]:
    """Return the points of the three stances and their sum."""
    del record
    part = _balance_part(assessment, tables)
    holds = tuple(
        Score(scorer="sppb.balance/1", name=f"{name}_s", value=number_at(assessment, f"{name}.1.time"), unit="s")
        for name in STANCES
    )
    return (Score(scorer="sppb.balance/1", name="points", value=part.points), *holds)


def _balance_part(assessment: Assessment, tables: Tables) -> _Part:
    """Return balance as a part: a stance that was not attempted scores 0 when its reason says something of the body.

    A stance that is missing for another reason, or for none, leaves the part missing, unless the rule skipped it.
    """
    rules = tables.scoring.not_done
    holds = {name: number_at(assessment, f"{name}.1.time") for name in STANCES}
    codes = [code_at(assessment, f"{name}.1.time") for name in STANCES if holds[name] is None]
    given = next((code for code in codes if code not in rules.logically_skipped), None)
    unexplained = None in codes
    if unexplained or given in rules.part_missing:
        return _Part("balance", None, given)
    result = scored_if_coherent("sppb.balance", {f"{name}_s": hold for name, hold in holds.items()}, tables)
    return _Part("balance", text_of(result.get("points")), given)


def sppb(assessment: Assessment, record: Record, tables: Tables) -> tuple[Score, ...]:
    """Return total and its sensitivity variant, the points of the parts, and the two measures behind them."""
    del record
    parts = (
        _balance_part(assessment, tables),
        _Part("gait", gait_points(assessment, tables, scorer="sppb.gait4m"), _gait_code(assessment)),
        _Part("chair", chair_points(assessment, tables), _chair_code(assessment, tables)),
    )
    refusals = tables.scoring.not_done.nonphysical_zero
    total = scored("sppb.total", _total_inputs(parts), tables)
    strict = scored("sppb.total", _total_inputs(parts, refusals=refusals), tables)
    found = [
        ("total", text_of(total.get("total")), ""),
        ("total_sensitivity", text_of(strict.get("total_sensitivity")), ""),
        *((part.name, part.points, "") for part in parts),
        ("gait_speed_mps", gait_speed(assessment, tables, metres="4", rule="best"), "m/s"),
        ("chair_time_s", number_at(assessment, STANDS), "s"),
    ]
    if "flag" in strict:
        found.append(("flag", text_of(strict["flag"]), ""))
    return tuple(Score(scorer="sppb/1", name=name, value=value, unit=unit) for name, value, unit in found)


def _total_inputs(parts: tuple[_Part, ...], *, refusals: Collection[str] = ()) -> dict[str, object]:
    """Return the inputs of the total.

    A part that has points although something in it was not done keeps them, unless its reason is one of `refusals`.
    """
    inputs: dict[str, object] = {}
    for part in parts:
        keeps = part.code is None or (part.points not in {None, "0"} and part.code not in refusals)
        inputs[part.name] = part.points if keeps else None
        inputs[f"{part.name}_not_done_code"] = None if keeps else part.code
    return inputs


def _gait_code(assessment: Assessment) -> str | None:
    """Return why no walk gave a time, or None when one did."""
    if number_at(assessment, "gait.1.time") or number_at(assessment, "gait.2.time"):
        return None
    return code_at(assessment, "gait.1.time") or code_at(assessment, "gait.2.time")


def _chair_code(assessment: Assessment, tables: Tables) -> str | None:
    """Return why there is no time of five stands; a failed pre-test has points of its own and needs none."""
    code = code_at(assessment, PRETEST) or code_at(assessment, STANDS)
    return None if code in tables.scoring.not_done.logically_skipped else code
