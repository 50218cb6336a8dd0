"""`assessdesk central`: the words a data manager types and reads, and a start without Qt."""

from __future__ import annotations

import json
import subprocess
import sys
import tomllib
from pathlib import Path
from string import Formatter

import pytest

from assessdesk import resources
from assessdesk.bootstrap import shipped_library
from assessdesk.exchange import sealing
from assessdesk.exchange.cards import read_central_card, station_card
from tests.central.running import command
from tests.exchange.packing import STUDY, Desk, desk

# Everything below the import fails when Qt is asked for: the finder answers first.
WITHOUT_QT = """
import sys
class NoQt:
    def find_spec(self, name, path=None, target=None):
        if name.split(".")[0] in {"PySide6", "shiboken6"}:
            raise ImportError(f"{name} must not be imported here")
sys.meta_path.insert(0, NoQt())
from assessdesk.cli import main
sys.exit(main())
"""


@pytest.fixture
def paths(tmp_path: Path) -> dict[str, str]:
    return {
        "db": f"sqlite:///{tmp_path / 'central.sqlite'}",
        "keys": str(tmp_path / "keys"),
        "receipts": str(tmp_path / "receipts"),
        "card": str(tmp_path / "station-card.json"),
        "out": str(tmp_path / "out"),
    }


def set_up(paths: dict[str, str]) -> Desk:
    """Set central up, make a station from its card, and enrol it as two people would."""
    assert command(["init", "--db", paths["db"], "--keys", paths["keys"], "--study", STUDY]) == 0
    card = read_central_card((Path(paths["keys"]) / "central-card.json").read_bytes())
    identity = sealing.identity_from((Path(paths["keys"]) / "central.txt").read_text(encoding="ascii"))
    assert card.age_recipient == sealing.recipient_of(identity)
    station = desk(central=identity, signing_key=card.signing_key)
    Path(paths["card"]).write_bytes(station_card(station.ledger, site="S01"))
    heard = station.card.fingerprint.lower().replace(" ", "-")
    assert command(["enrol", "--db", paths["db"], "--card", paths["card"], "--fingerprint", heard]) == 0
    return station


@pytest.mark.req("CEN-001", "CEN-015")
def test_from_set_up_to_status(paths: dict[str, str], capsys: pytest.CaptureFixture[str]) -> None:
    station = set_up(paths)
    assert station.card.fingerprint in capsys.readouterr().out
    station.enrol(3)
    package = station.export(Path(paths["out"]))
    given = ["--db", paths["db"], "--keys", paths["keys"], "--receipts", paths["receipts"]]
    assert command(["ingest", *given, paths["out"]]) == 0
    out = capsys.readouterr().out
    assert "5 new entries of station S01-A were taken in (entries 1 to 5)." in out
    assert "S01-A-e1-r000001.age" in out
    assert command(["ingest", *given, paths["out"], "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["files"][0]["state"] == "nothing_new"
    assert command(["receipts", *given]) == 0
    assert "r000003.age" in capsys.readouterr().out
    (Path(paths["keys"]) / "central.txt").unlink()
    assert command(["status", "--db", paths["db"]]) == 0
    table = capsys.readouterr().out.splitlines()
    assert table[0] == f"Study {STUDY}"
    row = dict(zip(table[1].split(), table[2].split(), strict=False))
    assert (row["station"], row["epoch"], row["entries"]) == ("S01-A", "1", "5")
    assert package.manifest.head_after[:4].upper() in table[2]
    assert command(["status", "--db", paths["db"], "--json"]) == 0
    (stream,) = json.loads(capsys.readouterr().out)["streams"]
    assert (stream["participants"], stream["visits"], stream["values"], stream["receipts"]) == (3, 0, 0, 3)
    assert stream["kinds"] == {"epoch.started": 1, "participant.enrolled": 3, "recipients.set": 1}
    assert stream["head_hash"] == package.manifest.head_after
    assert stream["last_package"] == "S01-A-e1-000001"


@pytest.mark.req("CEN-016")
def test_another_fingerprint_is_not_enrolled(paths: dict[str, str], capsys: pytest.CaptureFixture[str]) -> None:
    set_up(paths)
    capsys.readouterr()
    other = desk(station="S01-B")
    Path(paths["card"]).write_bytes(station_card(other.ledger, site="S01"))
    wrong = ["enrol", "--db", paths["db"], "--card", paths["card"], "--fingerprint", "0000 0000 0000 0000"]
    assert command(wrong) == 2
    assert "but 0000 0000 0000 0000 was read out. Do not enrol it" in capsys.readouterr().err
    same_name = desk(station="S01-A")
    Path(paths["card"]).write_bytes(station_card(same_name.ledger, site="S01"))
    assert command([*wrong[:-1], same_name.card.fingerprint]) == 2
    assert "is enrolled with another key" in capsys.readouterr().err
    assert command(["status", "--db", paths["db"], "--json"]) == 0
    assert len(json.loads(capsys.readouterr().out)["streams"]) == 1


@pytest.mark.req("CEN-001")
def test_every_shipped_study_can_have_a_central(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    ids = list(shipped_library().studies)
    assert "RE_MS" in ids
    for number, study in enumerate(ids):
        place = f"sqlite:///{tmp_path / str(number)}.sqlite"
        assert command(["init", "--db", place, "--keys", str(tmp_path / f"keys-{number}"), "--study", study]) == 0
    refused = ["init", "--db", f"sqlite:///{tmp_path / 'other'}.sqlite", "--keys", str(tmp_path / "keys-other")]
    for study in ("two words", "../RE_MS", "", "x" * 65):
        assert command([*refused, "--study", study]) == 2
        assert "letters, digits, hyphens and underscores" in capsys.readouterr().err


@pytest.mark.req("CEN-002")
def test_missing_or_other_keys_change_nothing(paths: dict[str, str], capsys: pytest.CaptureFixture[str]) -> None:
    station = set_up(paths)
    station.export(Path(paths["out"]))
    before = Path(paths["db"].removeprefix("sqlite:///")).read_bytes()
    ingest = ["ingest", "--db", paths["db"], "--receipts", paths["receipts"], paths["out"], "--keys"]
    capsys.readouterr()
    assert command([*ingest, paths["keys"] + "-gone"]) == 2
    assert "is missing, so no package can be opened. Put the folder" in capsys.readouterr().err
    other = paths["keys"] + "-other"
    url = paths["db"] + ".other"
    assert command(["init", "--db", url, "--keys", other, "--study", STUDY]) == 0
    assert command([*ingest, other]) == 2
    assert "do not belong to this database" in capsys.readouterr().err
    assert command(["init", "--db", paths["db"], "--keys", other, "--study", STUDY]) == 2
    assert "left as it is" in capsys.readouterr().err
    assert Path(paths["db"].removeprefix("sqlite:///")).read_bytes() == before
    assert not Path(paths["receipts"]).exists()


@pytest.mark.req("CEN-008")
def test_a_refused_file_is_printed_safely_and_ends_with_status_1(
    paths: dict[str, str], capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    set_up(paths)
    capsys.readouterr()
    evil = tmp_path / "a\x1b[31m{red}.age"
    evil.write_bytes(b"no package")
    given = ["--db", paths["db"], "--keys", paths["keys"], "--receipts", paths["receipts"]]
    assert command(["ingest", *given, str(evil)]) == 1
    assert command(["status", "--db", paths["db"]]) == 0
    out = capsys.readouterr().out
    assert "\x1b" not in out
    assert out.count("a?[31m{red}.age") == 2


@pytest.mark.req("CEN-017")
def test_central_runs_without_qt(paths: dict[str, str]) -> None:
    set_up(paths)
    done = subprocess.run(
        [sys.executable, "-c", WITHOUT_QT, "central", "status", "--db", paths["db"]],
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert "S01-A" in done.stdout
    control = subprocess.run(
        [sys.executable, "-c", WITHOUT_QT.replace("from assessdesk.cli import main", "import PySide6")],
        capture_output=True,
        text=True,
        check=False,
    )
    assert "must not be imported here" in control.stderr


@pytest.mark.req("CEN-018")
def test_every_refusal_of_this_area_has_its_sentence_in_three_languages() -> None:
    sentences = tomllib.loads(resources.read("refusals.toml"))
    root = Path(resources.__file__).parent
    sources = [*(root / "exchange").glob("*.py"), *(root / "storage").glob("central_*.py"), root / "central_cli.py"]
    sources += [*(root / "services" / "central").glob("*.py"), root / "services" / "export.py"]
    used = {part.split('"')[0] for path in sources for part in path.read_text(encoding="utf-8").split('Refusal("')[1:]}
    assert len(used) > 30
    for code in sorted(used | {"PACKAGE_GAP", "PACKAGE_FORK", "PACKAGE_TAKEN_IN", "PACKAGE_NOTHING_NEW"}):
        words = sentences[code]
        assert set(words) == {"en", "ko", "zh"}, code
        places = [{name for _, name, _, _ in Formatter().parse(text) if name} for text in words.values()]
        assert places[0] == places[1] == places[2], code
