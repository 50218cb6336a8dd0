"""A simulated study at the real windows, as a stranger runs it: missed, late and corrected visits, the same tally."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from assessdesk.cli import main
from simulation.acts import Corrected, Missed, Visited
from simulation.planning import plan_study
from simulation.protocol import RE_MS

ROOT = Path(__file__).resolve().parents[2]
PATIENCE_S = 900
SEED = 64


@pytest.mark.req("DEV-023")
def test_a_study_at_the_windows_equals_the_tally(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    acts = plan_study(RE_MS, SEED, 1).acts
    assert [act for act in acts if isinstance(act, Missed)]
    assert [act for act in acts if isinstance(act, Corrected)]
    assert [act for act in acts if isinstance(act, Visited) and act.reason]
    out = tmp_path / "out"
    done = subprocess.run(
        [
            sys.executable, "-m", "simulation", "re_ms", "--windows", "--participants", "1", "--seed", str(SEED),
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
