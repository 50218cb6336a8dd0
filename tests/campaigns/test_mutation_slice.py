"""A slice of the mutation campaign: signs at boundaries turned one by one must be noticed, and nothing else may be."""

from __future__ import annotations

from pathlib import Path

import pytest

from campaigns.mutation.campaign import DOMAIN, LIMIT_S, judge
from campaigns.mutation.mutants import Mutant, mutants, plain
from campaigns.mutation.report import REASONS, Reason, Verdict, document, reasons, share, unexplained
from campaigns.mutation.workbench import ROOT, TESTS, Fate, Workbench

# Function, what stands there, what is put there: the sign of a published cut-off, a point, a rule for missing parts.
CHOSEN = (
    ("scoring/gait.py", "gait_points", "time_s < cutoffs.four_points_below_s", "<="),
    ("scoring/gait.py", "gait_points", "time_s <= cutoffs.three_points_up_to_s", "<"),
    ("scoring/chair_stand.py", "chair_points", "time_s < cutoffs.three_points_from_s", "<="),
    ("scoring/balance.py", "tandem_points", "hold_s >= cutoffs.full_hold_s", ">"),
    ("scoring/sppb.py", "total_of", "None if nonphysical else total", "not"),
    ("scoring/tug.py", "_fall_risk", "time_s >= from_s", ">"),
    ("checks.py", "Limit.usual", "self.soft_min <= value <= self.soft_max", "<"),
    ("checks.py", "_two_trials", "relative and difference > limit.thresholds['accept']", "or"),
)
SAMPLE = '''"""A module."""

LIMIT = 3


def low(value: int) -> bool:
    """Tell whether it is low."""
    return value < LIMIT
'''


def fast(module: str) -> tuple[str, ...]:
    """Golden cases and boundaries are enough for a sign at a boundary."""
    return TESTS[:2] if module.startswith("scoring/") else TESTS[-1:]


def chosen() -> list[Mutant]:
    found = []
    for module, scope, before, put in CHOSEN:
        source = (ROOT / DOMAIN / module).read_text(encoding="utf-8")
        there = [mutant for mutant in mutants(module, source) if (mutant.scope, mutant.before) == (scope, before)]
        found.append(next(mutant for mutant in there if f" {put} " in f" {mutant.after} "))
    return found


@pytest.mark.req("SCO-300")
def test_a_turned_sign_is_noticed_and_the_unchanged_source_is_not(tmp_path: Path) -> None:
    bench = Workbench(tmp_path / "bench")
    source = (ROOT / DOMAIN / "scoring/gait.py").read_text(encoding="utf-8")
    assert (
        bench.attempt(DOMAIN / "scoring/gait.py", plain(source), tests=fast("scoring/"), limit_s=LIMIT_S)
        is Fate.SURVIVED
    )
    record = tmp_path / "killed.txt"
    verdicts = judge(chosen(), [bench], record=record, tests=fast)
    assert [verdict.mutant.identity for verdict in verdicts if verdict.fate is not Fate.KILLED] == []
    # What was killed before is not tried again: a bench that cannot run anything is enough.
    (tmp_path / "bench" / "pytest.ini").unlink()
    assert judge(chosen(), [bench], record=record, tests=fast) == verdicts


@pytest.mark.req("SCO-300")
def test_docstrings_annotations_and_nothing_else_are_left_alone() -> None:
    made = [(mutant.kind, mutant.scope, mutant.before, mutant.after) for mutant in mutants("sample.py", SAMPLE)]
    assert made == [
        ("constant", "module", "3", "4"),
        ("return", "low", "return value < LIMIT", "return None"),
        ("comparison", "low", "value < LIMIT", "value <= LIMIT"),
    ]
    assert len({mutant.digest for mutant in mutants("sample.py", SAMPLE)}) == 3


@pytest.mark.req("SCO-300")
def test_the_report_counts_and_explains() -> None:
    first, second, third = mutants("sample.py", SAMPLE)
    verdicts = (Verdict(first, Fate.SURVIVED), Verdict(second, Fate.KILLED), Verdict(third, Fate.TIMED_OUT))
    known = {first.identity: Reason("equivalent", "It is only an example.")}
    assert f"{share(verdicts)}" == "33.3"
    assert unexplained(verdicts, known) == (verdicts[2],)
    said = document(verdicts, known)
    assert "| `sample.py`, module | `3` | `4` | equivalent | It is only an example. |" in said
    assert "| **unexplained** |" in said
    with pytest.raises(ValueError, match="there is no category `luck`"):
        reasons('[[survivor]]\nmutants = ["a"]\ncategory = "luck"\nwhy = ""\n')


@pytest.mark.req("SCO-300")
def test_every_reason_belongs_to_a_mutant_that_exists() -> None:
    names = {name.partition(":")[0] for name in reasons(REASONS.read_text(encoding="utf-8"))}
    there = {
        mutant.identity
        for name in names
        for mutant in mutants(name, (ROOT / DOMAIN / name).read_text(encoding="utf-8"))
    }
    assert set(reasons(REASONS.read_text(encoding="utf-8"))) <= there
