"""The folder of a demo or a simulation: an earlier run of its kind is cleared away, anything else is left alone."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from assessdesk.leavings import emptied
from assessdesk.ports import Refusal
from simulation import __main__ as command


@pytest.mark.req("CLI-004")
def test_an_earlier_run_of_its_kind_is_cleared_away(tmp_path: Path) -> None:
    left = emptied(tmp_path / "out", "demo")
    (left.packages / "old.age").write_bytes(b"old")
    again = emptied(tmp_path / "out", "demo")
    assert {path.name for path in again.root.iterdir()} == {"DEMO.txt", "keys", "packages", "receipts"}
    assert list(again.packages.iterdir()) == []


@pytest.mark.req("CLI-004")
def test_a_run_of_another_kind_is_left_alone(tmp_path: Path) -> None:
    kept = emptied(tmp_path / "out", "simulation").packages / "old.age"
    kept.write_bytes(b"old")
    with pytest.raises(Refusal, match="DEMO_FOLDER_NOT_EMPTY"):
        emptied(tmp_path / "out", "demo")
    assert kept.read_bytes() == b"old"


@pytest.mark.req("CLI-004")
def test_the_simulation_leaves_a_strange_folder_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "thesis.txt").write_text("years of work", encoding="utf-8")
    monkeypatch.setattr(sys, "argv", ["simulate", "re_ms", "--out", str(tmp_path)])
    with pytest.raises(SystemExit, match="holds something else"):
        command.main()
    assert [path.name for path in tmp_path.iterdir()] == ["thesis.txt"]
