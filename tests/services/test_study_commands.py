"""Writing, comparing, printing and adopting definitions from the command line."""

from pathlib import Path

import pytest

from assessdesk import resources
from assessdesk.cli import main
from assessdesk.services import session
from assessdesk.services.definitions.diff import ADDED, CHANGED, MOVED, REMOVED, compare
from assessdesk.services.definitions.pages import COLUMNS, FORM_FEED, ROWS, pages_of, width_of
from assessdesk.services.definitions.parsing import parse_study
from tests.journeys import visit as journey

Said = pytest.CaptureFixture[str]
KCT = "studies/kct0008961.toml"


def run(said: Said, *words: str) -> tuple[int, str]:
    """Run `assessdesk definitions` and return its exit status and everything it said."""
    status = main(["definitions", *words])
    captured = said.readouterr()
    return status, captured.out + captured.err


@pytest.mark.req("DEF-043")
@pytest.mark.parametrize(("kind", "name"), [("instrument", "heel_raise"), ("study", "HIP-65")])
def test_a_new_file_explains_itself_and_has_no_fault(kind: str, name: str, tmp_path: Path, capsys: Said) -> None:
    status, said = run(capsys, "new", kind, name, "--folder", str(tmp_path))
    path = tmp_path / f"{name.lower()}.toml"
    assert (status, path.name in said) == (0, True)
    assert run(capsys, "check", str(path)) == (0, "1 file checked, 0 faults found.\n")
    text = path.read_text(encoding="utf-8")
    assert f'id = "{name}"' in text
    assert sum(line.lstrip().startswith("#") or "  # " in line for line in text.splitlines()) >= 8
    status, said = run(capsys, "new", kind, name, "--folder", str(tmp_path))
    assert (status, "never overwritten" in said) == (2, True)
    assert path.read_text(encoding="utf-8") == text


@pytest.mark.req("DEF-043")
def test_a_new_file_needs_an_id_that_can_be_one_and_a_folder(tmp_path: Path, capsys: Said) -> None:
    status, said = run(capsys, "new", "instrument", "Heel Raise", "--folder", str(tmp_path))
    assert (status, "DEF-107" in said, list(tmp_path.iterdir())) == (1, True, [])
    status, said = run(capsys, "new", "study", "HIP", "--folder", str(tmp_path / "nowhere"))
    assert (status, "cannot be written" in said) == (2, True)


@pytest.mark.req("DEF-050")
def test_every_kind_of_difference_has_its_words() -> None:
    """One fragment of each kind, before and after."""
    before = """
    days = 7
    kept = "same"
    open = true
    battery = ["a", "b", "c"]
    order = ["a", "b"]
    gone.en = "Gone"
    title = { en = "Old", ko = "전" }
    visits = [{ id = "one", week = 1 }, { id = "two", week = 2 }]
    slots = [[1, 2], [3]]
    """
    after = """
    days = 9
    kept = "same"
    open = false
    battery = ["a", "d", "c"]
    order = ["b", "a"]
    title = { en = "New", ko = "전" }
    visits = [{ id = "two", week = 3 }, { id = "one", week = 1 }, { id = "three", title.en = "Third", week = 4 }]
    slots = [[1], [3], [4]]
    """
    found = compare(before, after)
    assert [str(one) for one in found] == [
        "days: 7, now 9",
        "open: yes, now no",
        "battery: added d",
        "battery: removed b",
        "order: another order, a, b, now b, a",
        "title, en: Old, now New",
        "visits two, week: 2, now 3",
        "visits three: added “Third”",
        "visits three, week: added 4",
        "visits: another order, one, two, now two, one",
        "slots 1: removed 2",
        "slots 3: added 4",
        "gone: removed “Gone”",
    ]
    assert {one.kind for one in found} == {ADDED, REMOVED, CHANGED, MOVED}
    assert compare(before, before) == ()


@pytest.mark.req("DEF-044")
def test_diff_compares_files_and_what_is_shipped(tmp_path: Path, capsys: Said) -> None:
    later = tmp_path / "later.toml"
    later.write_text(resources.read(KCT).replace("per_week = 3", "per_week = 2"), encoding="utf-8")
    assert run(capsys, "diff", "kct0008961", str(later)) == (0, "sessions, per week: 3, now 2\n1 difference.\n")
    assert run(capsys, "diff", str(later), str(later)) == (0, "0 differences.\n")
    status, said = run(capsys, "diff", "hop", str(later))
    assert (status, "no definition `hop`" in said) == (1, True)
    later.write_text("this is not TOML", encoding="utf-8")
    status, said = run(capsys, "diff", "kct0008961", str(later))
    assert (status, "DEF-101" in said) == (1, True)
    later.write_bytes(b"\xff")
    assert run(capsys, "diff", "kct0008961", str(later))[0] == 2


@pytest.mark.req("DEF-045")
@pytest.mark.parametrize("name", ["KCT0008961", "re_ms", "grip_strength"])
def test_a_definition_is_printed_on_pages_of_paper(name: str, tmp_path: Path, capsys: Said) -> None:
    status, said = run(capsys, "print", name)
    assert status == 0
    pages = said.split(FORM_FEED)
    assert len(pages) > 1
    for number, page in enumerate(pages, start=1):
        rows = page.splitlines()
        assert len(rows) <= ROWS
        assert max(map(width_of, rows)) <= COLUMNS
        assert rows[0].endswith(f"page {number} of {len(pages)}")
    out = tmp_path / "paper.txt"
    assert run(capsys, "print", name, "--out", str(out))[0] == 0
    assert out.read_text(encoding="utf-8").replace("\r\n", "\n") == said
    assert run(capsys, "print", name, "--out", str(tmp_path / "no" / "where"))[0] == 2
    assert run(capsys, "print", "hop")[0] == 1


@pytest.mark.req("DEF-044", "DEF-045")
def test_what_changed_is_laid_out_on_pages(tmp_path: Path, capsys: Said) -> None:
    later, out = tmp_path / "kct0008961.toml", tmp_path / "changes.txt"
    later.write_text(resources.read(KCT).replace("sample_size = 46", "sample_size = 52"), encoding="utf-8")
    assert run(capsys, "diff", "kct0008961", str(later), "--out", str(out)) == (0, f"Written      {out}\n")
    rows = out.read_text(encoding="utf-8").splitlines()
    assert rows[0].endswith("page 1 of 1")
    assert rows[2:] == ["sample size: 46, now 52", "1 difference."]
    assert run(capsys, "diff", "kct0008961", str(later), "--out", str(tmp_path / "no" / "where"))[0] == 2


@pytest.mark.req("DEF-045")
def test_nothing_is_lost_where_a_line_is_broken() -> None:
    line = f"  {'wide 한국어 words ' * 20}{'x' * 200}"
    text = pages_of([line, ""], head="head")
    assert "".join("".join(text.split("\n")[2:]).split()) == "".join(line.split())


@pytest.mark.req("DEF-045", "DEF-042")
def test_assumptions_are_marked_where_a_study_rests_on_them(capsys: Said) -> None:
    status, said = run(capsys, "show", "re_ms")
    assert status == 0
    for expected in (
        "Eligibility\n",
        "(a number in 0-10: at least 3; any one of the group pain_or_marker; << rests on assumption A-R1)",
        "(a number in T-score: below -2.5)",
        "Visits  << rests on assumption A-R2, A-R5\n",
        "2 calls, every 28 days from randomisation, 7 days before to 7 after, for guidance",
        "bpi_sf, severity_mean  << rests on assumption A-R10\n",
        "  ASSUMPTION A-R7 (sexes): ",
    ):
        assert expected in said
    status, said = run(capsys, "show", "kct0008961")
    assert (status, "54 planned, for exercise" in said, "cycles of 21 days" in said) == (0, True, True)
    study = parse_study(resources.read(KCT), None)
    assert all(f"ASSUMPTION {one.id} " in said or f"ASSUMPTION {one.id}:" in said for one in study.assumptions)


@pytest.mark.req("DEF-054")
def test_check_refuses_an_example_that_comes_out_otherwise(tmp_path: Path, capsys: Said) -> None:
    path = tmp_path / "kct0008961.toml"
    text = resources.read(KCT)
    for old, new, place in (
        ("points = 4", "points = 3", "examples[#2].expected.points"),
        ("points = 4", "point = 4", "examples[#2].expected.point"),
        ('time_s = "11.19"', 'time_s = "soon"', "examples[#2].given"),
        ('scorer = "sppb.chair5"', 'scorer = "sppb.chair6"', "examples[#2].scorer"),
    ):
        assert old in text
        path.write_text(text.replace(old, new, 1), encoding="utf-8")
        status, said = run(capsys, "check", str(path))
        assert status == 1
        assert said.count("DEF-") == 1
        assert f"DEF-312 {path.as_posix()}: {place}\n" in said


@pytest.mark.req("DEF-046", "DEF-044")
def test_a_study_file_is_adopted_by_command_and_versions_are_compared(tmp_path: Path, capsys: Said) -> None:
    desk = journey.make_desk(tmp_path, battery=("sarc_f",))
    journey.set_up(desk, tmp_path)
    text = desk.in_force.text
    session.lock(desk, "closed")
    note = tmp_path / "passphrase"
    note.write_text(journey.PASSPHRASE, encoding="utf-8")
    opening = ("--station", str(tmp_path / "station"), "--user", journey.USER, "--passphrase-file", str(note))
    file = tmp_path / "kct0008961.toml"
    file.write_text(
        text.replace('version = "1"', 'version = "2"').replace("weeks = 18", "weeks = 12"), encoding="utf-8"
    )
    status, said = run(capsys, "adopt", str(file), *opening)
    assert (status, "version 2" in said, "sessions, weeks: 18, now 12" in said) == (0, True, True)
    assert run(capsys, "adopt", str(file), *opening)[0] == 2
    file.write_text(text.replace('version = "1"', 'version = "3"').replace("per_week = 3", "per_week = 0"), "utf-8")
    status, said = run(capsys, "adopt", str(file), *opening)
    assert (status, "DEF-105" in said, "Not adopted." in said) == (1, True, True)
    status, said = run(capsys, "diff", "1", "2", *opening)
    assert (status, said) == (0, "version: 1, now 2\nsessions, weeks: 18, now 12\n2 differences.\n")
    assert run(capsys, "diff", "1", "9", *opening)[0] == 2
    assert run(capsys, "adopt", str(tmp_path / "pack.json"), *opening)[0] == 2
    assert session.sign_in(desk, journey.USER, journey.PASSPHRASE).state == "clean"
    assert desk.in_force.version == "2"
    session.lock(desk, "closed")
