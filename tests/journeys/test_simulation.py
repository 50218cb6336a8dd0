"""Whole simulated studies, reduced to two participants: the program agrees with a tally that knows nothing of it."""

from __future__ import annotations

import ast
import sys
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from assessdesk.leavings import emptied
from simulation import __main__ as command
from simulation import site
from simulation.acts import (
    Accepted,
    Act,
    Amended,
    Corrected,
    Left,
    Looked,
    Missed,
    Person,
    Plan,
    Trained,
    Visited,
)
from simulation.arithmetic import scores
from simulation.comparison import compared, table
from simulation.planning import plan_study
from simulation.protocol import KCT, PROTOCOLS, RE_MS, Protocol
from simulation.running import Outcome, simulate
from simulation.schedule import window
from simulation.tally import Numbers, tally

HERE = Path(site.__file__).parent
# Chosen so that two participants meet nearly everything: late, missed, split and corrected visits, queries, a dropout.
REDUCED = {"kct0008961": 378, "re_ms": 319}
WITHOUT_PROGRAM = (
    "acts", "amending", "arithmetic", "between", "comparison", "measures", "people", "planning", "protocol", "schedule",
    "tally", "today",
)  # fmt: skip


def quiet(_: str) -> None:
    """Say nothing."""


def reduced(study: str) -> Plan:
    return plan_study(PROTOCOLS[study], REDUCED[study], 2)


@pytest.fixture(scope="module", params=REDUCED)
def study(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="module")
def outcome(study: str, tmp_path_factory: pytest.TempPathFactory) -> Outcome:
    """Each study is performed once; the tests look at it from several sides."""
    with site.in_memory(emptied(tmp_path_factory.mktemp(study) / "out", "simulation")) as folders:
        return simulate(reduced(study), folders, say=quiet)


def told(outcome: Outcome) -> Numbers:
    """Return what the program reported."""
    return {line.name: line.reported for line in outcome.lines}


def differing(plan: Plan, reported: Numbers) -> list[str]:
    """Return the names of the numbers in which a tally and the program differ."""
    return [line.name for line in compared(tally(plan), reported) if not line.equal]


def first_of(plan: Plan, kind: type[Act], fits: Callable[[Act], bool] = lambda _: True) -> Act:
    return next(act for act in plan.acts if isinstance(act, kind) and fits(act))


def exchanged(plan: Plan, old: Act, *new: Act) -> Plan:
    """Return the plan with other acts in the place of one."""
    place = plan.acts.index(old)
    return replace(plan, acts=(*plan.acts[:place], *new, *plan.acts[place + 1 :]))


@pytest.mark.req("DEV-020")
def test_every_number_of_a_simulated_study_equals_the_tally(study: str, outcome: Outcome) -> None:
    assert [line for line in outcome.lines if not line.equal] == []
    assert outcome.faults == ()
    assert outcome.good
    assert len(outcome.lines) > 200
    numbers = told(outcome)
    assert numbers["total people enrolled"] == "2"
    assert int(numbers["total sessions held"]) > 0
    assert int(numbers["total at central visits"]) == int(numbers["total visits signed"])
    happened = {type(act) for act in reduced(study).acts}
    assert {Amended, Looked, Missed, Corrected, Left, Trained, Accepted} <= happened


@pytest.mark.req("DEV-021")
def test_one_measured_value_that_differs_is_found(study: str, outcome: Outcome) -> None:
    plan = reduced(study)
    corrected = {(act.person, act.visit) for act in plan.acts if isinstance(act, Corrected)}

    def fits(act: Act) -> bool:
        plain = isinstance(act, Visited) and act.visit != "" and (act.person, act.visit) not in corrected
        return plain and isinstance(act, Visited) and "grip_strength" in act.typed

    visited = first_of(plan, Visited, fits)
    assert isinstance(visited, Visited)
    typed = {name: dict(values) for name, values in visited.typed.items()}
    typed["grip_strength"]["squeeze.right.2.grip"] = "44.9"
    found = differing(exchanged(plan, visited, replace(visited, typed=typed)), told(outcome))
    person = f"value P{visited.person:02d} {visited.visit} "
    assert [name for name in found if name.startswith(person) and name.endswith("grip_strength best_right")]
    assert f"total {visited.visit} grip_strength best_overall" in found
    assert all("grip_strength" in name for name in found)


@pytest.mark.req("DEV-021")
def test_an_act_that_the_program_never_saw_is_found(study: str, outcome: Outcome) -> None:
    plan = reduced(study)
    missed, trained = first_of(plan, Missed), first_of(plan, Trained, lambda act: bool(getattr(act, "on", None)))
    assert isinstance(missed, Missed)
    reported = told(outcome)
    assert f"total visits {missed.visit} missed" in differing(exchanged(plan, missed), reported)
    assert "total sessions held" in differing(exchanged(plan, trained), reported)
    assert any("relative dose" in name for name in differing(exchanged(plan, trained), reported))
    twice = exchanged(plan, missed, missed, replace(missed, person=3 - missed.person))
    assert f"total visits {missed.visit} missed" in differing(twice, reported)


@pytest.mark.req("DEV-021")
def test_the_table_and_the_exit_status_tell_a_difference(
    outcome: Outcome, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    lines = (*outcome.lines[:-1], replace(outcome.lines[-1], counted="99"))
    wrong = replace(outcome, lines=lines)
    monkeypatch.setattr(sys, "argv", ["simulate", "re_ms", "--participants", "2", "--out", str(tmp_path / "out")])
    for given, status in ((outcome, 0), (wrong, 1), (replace(outcome, faults=("entry 7",)), 1)):

        def pretended(*_: object, given: Outcome = given, **__: object) -> Outcome:
            return given

        monkeypatch.setattr(command, "simulate", pretended)
        assert command.main() == status
    printed = capsys.readouterr().out
    assert f"{len(lines)} numbers compared, {len(lines) - 1} equal, 1 different" in printed
    assert "DIFFERENT" in printed
    assert "FAULT  entry 7" in printed
    assert "DIFFERENT" not in "".join(table(outcome.lines, whole=True))


@pytest.mark.req("DEV-022")
def test_the_tally_knows_nothing_of_the_program() -> None:
    for name in WITHOUT_PROGRAM:
        tree = ast.parse((HERE / f"{name}.py").read_text(encoding="utf-8"))
        asked: list[str] = []
        for node in ast.walk(tree):
            if isinstance(node, ast.Import):
                asked += [alias.name for alias in node.names]
            elif isinstance(node, ast.ImportFrom):
                module = str(node.module)
                asked += [f"{module}.{alias.name}" if module == "simulation" else module for alias in node.names]
        own = {one.split(".")[1] for one in asked if one.startswith("simulation.")}
        assert own <= set(WITHOUT_PROGRAM), name
        others = {one.split(".")[0] for one in asked} - {"simulation"}
        assert others <= set(sys.stdlib_module_names), name


def counted(acts: Sequence[Act]) -> Counter[str]:
    return Counter(type(act).__name__ for act in acts)


@pytest.mark.req("DEV-020")
@pytest.mark.parametrize("protocol", [KCT, RE_MS], ids=lambda one: one.study)
def test_the_whole_study_has_everything_that_a_study_meets(protocol: Protocol) -> None:
    plan = plan_study(protocol, command.SEED)
    assert len(plan.people) == {"KCT0008961": 46, "RE_MS": 24}[protocol.study]
    happened = counted(plan.acts)
    assert {"Missed", "Corrected", "Asked", "Replied", "Accepted", "Screened"} <= set(happened)
    left = Counter(act.status for act in plan.acts if isinstance(act, Left))
    assert left["completed"] > len(plan.people) // 2
    assert {"withdrawn", "lost"} <= set(left)
    places = [_place(plan, act) for act in plan.acts if isinstance(act, Visited) and act.visit]
    assert {"inside", "late"} <= set(places)
    (amended,) = [act for act in plan.acts if isinstance(act, Amended)]
    assert (amended.day - protocol.start).days == 56
    off = range(protocol.away[0], protocol.away[1])
    assert len(off) == 30
    assert not [act for act in plan.acts if (act.day - protocol.start).days in off]
    assert {act.day < amended.day for act in plan.acts if isinstance(act, Visited)} == {True, False}
    assert plan_study(protocol, command.SEED) == plan
    assert plan_study(protocol, command.SEED + 1) != plan


def _place(plan: Plan, act: Visited) -> str:
    people: dict[int, Person] = {person.number: person for person in plan.people}
    visit = next(one for one in plan.protocol.visits if one.id == act.visit)
    amended = act.day >= plan.protocol.start + timedelta(days=plan.protocol.amended_on)
    first, last = window(plan.protocol, visit, people[act.person], amended=amended)
    return "early" if act.day < first else "late" if act.day > last else "inside"


@pytest.mark.req("DEV-022")
def test_the_own_arithmetic_meets_published_examples() -> None:
    """The worked examples of the scoring manuals, which the program's own tests use as well."""
    tired = {"core.q10": "3", "core.q12": "2", "core.q18": "2"}
    assert scores("qlq_c30", tired)["FA"] == "44.44"
    grip = {f"squeeze.right.{n}.grip": text for n, text in enumerate(("21.4", "22.0", "21.8"), start=1)}
    assert scores("grip_strength", grip)["best_overall"] == "22.0"
    assert scores("chair_stand_5", {"stands.1.time": "11.19"})["points"] == "4"
    assert scores("chair_stand_5", {"stands.1.time": "11.20"})["points"] == "3"
    assert scores("gait_6m", {"gait.1.time": "6.01", "gait.2.time": "6.01"})["speed_mps"] == "0.998"
    pain = dict(zip(("severity.q3", "severity.q4", "severity.q5", "severity.q6"), "5243", strict=True))
    assert scores("bpi_sf", pain)["severity_mean"] == "3.50"
    body = {"arm_r": "1.80", "arm_l": "1.75", "leg_r": "5.60", "leg_l": "5.55", "height": "160.0"}
    assert scores("bia_inbody", {f"measured.{name}": text for name, text in body.items()})["asmi"] == "5.74"
