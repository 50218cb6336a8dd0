"""The command line for definitions: every fault printed with its remedy, what is shipped listed and shown."""

import json
from argparse import ArgumentParser
from collections.abc import Callable
from pathlib import Path

import pytest

from assessdesk import resources
from assessdesk.definitions_cli import add_definitions_parser

INSTRUMENTS = [Path(name).stem for name in resources.names("instruments")]
STUDIES = ["KCT0008961", "RE_MS"]
COUNT = len(INSTRUMENTS) + len(STUDIES) + 1
Run = Callable[..., tuple[int, str]]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    parser = ArgumentParser()
    add_definitions_parser(parser.add_subparsers())

    def perform(*words: str) -> tuple[int, str]:
        arguments = parser.parse_args(["definitions", *words])
        status = arguments.handler(arguments)
        captured = capsys.readouterr()
        return status, captured.out + captured.err

    return perform


def copy_of_shipped(folder: Path) -> Path:
    for name in (*resources.definition_texts(), "limits.toml"):
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(resources.read(name), encoding="utf-8")
    return folder


@pytest.mark.req("DEF-040")
def test_what_is_shipped_has_no_fault(run: Run) -> None:
    assert run("check") == (0, f"{COUNT} files checked, 0 faults found.\n")


@pytest.mark.req("DEF-040")
def test_a_folder_is_checked_with_its_own_limits(run: Run, tmp_path: Path) -> None:
    folder = copy_of_shipped(tmp_path)
    assert run("check", str(folder)) == (0, f"{COUNT} files checked, 0 faults found.\n")
    limits = folder / "limits.toml"
    limits.write_text(limits.read_text(encoding="utf-8").replace('"chair5.time"', '"chair6.time"'), encoding="utf-8")
    status, said = run("check", str(folder))
    assert status == 1
    assert "DEF-204" in said
    assert "sections[stands].items[time].limit" in said
    assert "Did you mean `chair6.time`?" in said


@pytest.mark.req("DEF-040")
def test_every_fault_is_printed_with_file_place_and_remedy(run: Run, tmp_path: Path) -> None:
    folder = copy_of_shipped(tmp_path)
    grip = folder / "instruments" / "grip_strength.toml"
    text = (
        grip.read_text(encoding="utf-8").replace('scorer = "grip/1"', 'scorer = "gripp/1"').replace("effort", "efort")
    )
    grip.write_text(text, encoding="utf-8")
    status, said = run("check", str(grip))
    assert status == 1
    assert said.splitlines() == [
        f"DEF-104 {grip}: effort",
        "    The key `effort` is missing.",
        "    Add it.",
        f"DEF-103 {grip}: efort",
        "    `efort` is not a key of this table.",
        "    Did you mean `effort`?",
        f"DEF-205 {grip}: scorer",
        "    There is no scorer `gripp/1`.",
        "    Did you mean `grip/1`?",
        "1 file checked, 3 faults found.",
    ]


@pytest.mark.req("DEF-040")
def test_a_study_may_name_an_instrument_that_is_given_with_it(run: Run, tmp_path: Path) -> None:
    hop = tmp_path / "hop.toml"
    text = resources.read("instruments/chair_stand_5.toml").replace('id = "chair_stand_5"', 'id = "hop"')
    hop.write_text(text, encoding="utf-8")
    study = tmp_path / "kct0008961.toml"
    text = resources.read("studies/kct0008961.toml").replace('"chair_stand_5"', '"hop"')
    study.write_text(text, encoding="utf-8")
    assert run("check", str(study))[0] == 1
    assert run("check", str(study), str(hop)) == (0, "2 files checked, 0 faults found.\n")


@pytest.mark.req("DEF-041")
@pytest.mark.parametrize("content", [None, b"\xff\xfe", b"a = 1\n"], ids=["absent", "not UTF-8", "no definition"])
def test_a_file_that_holds_no_definition_is_a_fault(run: Run, tmp_path: Path, content: bytes | None) -> None:
    path = tmp_path / "what.toml"
    if content is not None:
        path.write_bytes(content)
    status, said = run("check", str(path))
    assert status == 1
    assert "DEF-109" in said
    assert str(path) in said


@pytest.mark.req("DEF-041")
def test_a_folder_without_definitions_and_a_broken_limit_table_are_faults(run: Run, tmp_path: Path) -> None:
    assert "DEF-109" in run("check", str(tmp_path))[1]
    copy_of_shipped(tmp_path)
    (tmp_path / "limits.toml").write_text("[values.a]\nunit = 1\n", encoding="utf-8")
    status, said = run("check", str(tmp_path))
    assert status == 1
    assert "limits.toml" in said


@pytest.mark.req("DEF-042")
def test_list_names_everything_shipped(run: Run) -> None:
    status, said = run("list")
    assert status == 0
    assert [line.split()[1] for line in said.splitlines()] == [*INSTRUMENTS, *STUDIES]


@pytest.mark.req("DEF-042")
def test_show_tells_slots_limits_wording_scorer_and_digest(run: Run) -> None:
    status, said = run("show", "grip_strength")
    assert status == 0
    slots = "squeeze.right.1.grip, squeeze.left.1.grip, squeeze.right.2.grip, squeeze.left.2.grip, squeeze.right.3.grip"
    for expected in (
        slots,
        "limit grip.trial.*",
        "scorer grip/1",
        "계속 쥐세요",
        "60 s of rest",
        "squeeze.trials.extra: ",
    ):
        assert expected in said
    assert "stands.time: " not in said
    status, said = run("show", "chair_stand_5")
    assert "only if pretest.result is ok" in said
    assert "timed up to 60 s (ND02), 5 repetitions" in said
    status, said = run("show", "KCT0008961")
    assert "[visit week_06] Week 6: 6 weeks after baseline (Start of the intervention)\n" in said
    assert "  in this order: safety_screen, nrs_pain, " in said
    assert "ASSUMPTION A-K4 (visits, anchor, cycle_days): " in said


@pytest.mark.req("DEF-042")
def test_show_unverified_names_what_a_person_must_check(run: Run) -> None:
    status, said = run("show", "--unverified")
    assert status == 0
    for expected in ("squeeze.trials.rest_s: ", "stands.timing.cap_s: ", "A-K9: "):
        assert expected in said
    status, said = run("show", "grip_strength", "--unverified")
    assert "A-K9" not in said
    assert "scorer" not in said


@pytest.mark.req("DEF-042")
@pytest.mark.parametrize("words", [("show",), ("show", "hop")])
def test_show_of_nothing_shipped_says_what_there_is(run: Run, words: tuple[str, ...]) -> None:
    status, said = run(*words)
    assert status == 1
    assert f"Shipped are: {', '.join([*INSTRUMENTS, *STUDIES])}." in said


@pytest.mark.req("DEF-034")
def test_schema_prints_what_editors_need(run: Run) -> None:
    status, said = run("schema", "study")
    assert status == 0
    assert json.loads(said)["properties"]["visits"]
