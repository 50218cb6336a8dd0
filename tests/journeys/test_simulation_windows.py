"""A simulated study at the real windows, as a stranger runs it: every kind of act by keys, the same tally."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from assessdesk.cli import main
from simulation.acts import Accepted, Corrected, Left, Missed, Visited
from simulation.planning import plan_study
from simulation.protocol import RE_MS

ROOT = Path(__file__).resolve().parents[2]
PATIENCE_S = 900
CORRECTED, ASKED = 64, 1647
"""Seeds of one participant: a missed, a late and a corrected visit; an unplanned one, a query and the end."""


@pytest.mark.req("DEV-023")
def test_the_two_seeds_hold_what_they_are_for() -> None:
    first, second = (plan_study(RE_MS, seed, 1).acts for seed in (CORRECTED, ASKED))
    assert {Missed, Corrected} <= {type(act) for act in first}
    assert [act for act in first if isinstance(act, Visited) and act.reason]
    assert {Accepted, Left} <= {type(act) for act in second}
    assert [act for act in second if isinstance(act, Visited) and not act.visit]


@pytest.mark.req("DEV-023")
@pytest.mark.parametrize("seed", [CORRECTED, ASKED])
def test_a_study_at_the_windows_equals_the_tally(seed: int, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "out"
    done = subprocess.run(
        [
            sys.executable, "-m", "simulation", "re_ms", "--windows", "--participants", "1", "--seed", str(seed),
            "--out", str(out),
        ],
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        timeout=PATIENCE_S,
        check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
    found = re.search(r"(\d+) numbers compared, (\d+) equal, 0 different", done.stdout)
    assert found is not None
    assert found[1] == found[2]
    assert "DIFFERENT" not in (out / "tally.txt").read_text(encoding="utf-8")
    assert list((out / "packages").glob("*.age"))
    assert (out / "central.sqlite").is_file()
    assert main(["verify", str(out / "station")]) == 0
    assert "Unbroken." in capsys.readouterr().out
