"""A site's text pack from its text to a station, as it is typed."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from assessdesk import cli
from assessdesk.services import session
from assessdesk.services.desk import Desk
from assessdesk.services.text_packs import packs_of
from tests.journeys import visit as journey
from tests.journeys.asking import asking_desk
from tests.services.test_text_packs import pack_text

ASSESSOR, SPOKEN = "AS-09", "four calm otters drift by"


@pytest.fixture
def station(tmp_path: Path) -> Desk:
    """A closed station with a second person who may not adopt definitions."""
    desk = asking_desk(tmp_path, journey.StillClock(), "esas_r")
    session.add_person(desk, ASSESSOR, SPOKEN, roles=("assessor",))
    session.lock(desk, "closed")
    for user, passphrase in ((journey.USER, journey.PASSPHRASE), (ASSESSOR, SPOKEN)):
        (tmp_path / user).write_text(f"{passphrase}\n", encoding="utf-8")
    return desk


def signed(folder: Path, capsys: pytest.CaptureFixture[str], text: str | None = None) -> tuple[int, str]:
    """Make a key once, sign a text with it, and return the status and the fingerprint that was printed last."""
    key = folder / "site.key"
    if not key.exists():
        assert cli.main(["definitions", "new-key", str(key)]) == 0
    (folder / "pack.toml").write_text(pack_text() if text is None else text, encoding="utf-8")
    words = ["definitions", "sign-pack", str(folder / "pack.toml"), "--key", str(key), "--out", str(folder / "p.json")]
    status = cli.main(words)
    return status, re.findall(r"Fingerprint  (.{19})\n", capsys.readouterr().out)[-1]


def adopted(folder: Path, fingerprint: str, user: str = journey.USER) -> int:
    """Run `adopt` as a person of the station."""
    words = ["definitions", "adopt", str(folder / "p.json"), "--station", str(folder / "station")]
    return cli.main([*words, "--fingerprint", fingerprint, "--user", user, "--passphrase-file", str(folder / user)])


@pytest.mark.req("CLI-010", "CLI-011")
def test_a_pack_is_signed_and_adopted_by_the_fingerprint_that_was_heard(
    station: Desk, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    status, fingerprint = signed(tmp_path, capsys)
    assert status == 0
    assert (tmp_path / "site.key").stat().st_mode & 0o077 == 0
    assert adopted(tmp_path, fingerprint.lower()) == 0
    said = capsys.readouterr().out
    assert "ESAS-r" in said
    assert f"Signed by    {fingerprint}" in said
    assert "Replaces     nothing" in said
    assert adopted(tmp_path, fingerprint) == 0
    assert "Replaces     the pack of 2025-10-01, Agreement 2025-014" in capsys.readouterr().out
    found = session.sign_in(station, journey.USER, journey.PASSPHRASE)
    assert found.state == "clean"
    assert packs_of(station)["esas_r", "ko"].items["core.q1"] == "Invented first question"
    assert station.ledger.verify().faults == ()
    session.release(station)


@pytest.mark.req("CLI-011")
def test_another_fingerprint_an_altered_pack_or_another_person_changes_nothing(
    station: Desk, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _, fingerprint = signed(tmp_path, capsys)
    assert adopted(tmp_path, "0000 0000 0000 0000") == cli.EXIT_REFUSED
    assert f"was signed with the key {fingerprint}, not with 0000 0000 0000 0000" in capsys.readouterr().err
    assert adopted(tmp_path, fingerprint, ASSESSOR) == cli.EXIT_REFUSED
    assert "AS-09 may not do this" in capsys.readouterr().err
    envelope = json.loads((tmp_path / "p.json").read_text(encoding="utf-8"))
    altered = {**envelope, "text": envelope["text"].replace("first", "last")}
    (tmp_path / "p.json").write_text(json.dumps(altered), encoding="utf-8")
    assert adopted(tmp_path, fingerprint) == cli.EXIT_REFUSED
    assert "changed after signing" in capsys.readouterr().err
    session.sign_in(station, journey.USER, journey.PASSPHRASE)
    assert packs_of(station) == {}
    session.release(station)


@pytest.mark.req("CLI-011")
def test_an_unclean_end_stays_to_be_told_after_a_pack_was_adopted(
    station: Desk, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _, fingerprint = signed(tmp_path, capsys)
    session.sign_in(station, journey.USER, journey.PASSPHRASE)
    journey.enrol(station)
    session.release(station)
    assert adopted(tmp_path, fingerprint) == 0
    found = session.sign_in(station, journey.USER, journey.PASSPHRASE)
    assert found.state == "unclean"
    assert found.code
    session.release(station)


@pytest.mark.req("CLI-010")
def test_a_faulty_text_is_not_signed_and_no_file_is_overwritten(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["definitions", "new-key", str(tmp_path / "site.key")]) == 0
    faulty = pack_text().replace('"core.q2"', '"core.q0"').replace('"esas_r"', '"esas_rr"', 1)
    (tmp_path / "pack.toml").write_text(faulty, encoding="utf-8")
    sign = ["definitions", "sign-pack", str(tmp_path / "pack.toml"), "--key", str(tmp_path / "site.key")]
    out = ["--out", str(tmp_path / "p.json")]
    assert cli.main([*sign, *out]) == 1
    assert "DEF-501" in capsys.readouterr().out
    assert not (tmp_path / "p.json").exists()
    (tmp_path / "pack.toml").write_bytes(b"\xff\xfe")
    assert cli.main([*sign, *out]) == 1
    assert "Save it as UTF-8." in capsys.readouterr().out
    (tmp_path / "pack.toml").write_text(pack_text(), encoding="utf-8")
    assert cli.main([*sign, *out]) == 0
    assert cli.main([*sign, *out]) == cli.EXIT_REFUSED
    assert cli.main(["definitions", "new-key", str(tmp_path / "site.key")]) == cli.EXIT_REFUSED
    assert capsys.readouterr().err.count("never overwritten") == 2
    (tmp_path / "site.key").write_text("no key", encoding="utf-8")
    assert cli.main([*sign, "--out", str(tmp_path / "q.json")]) == cli.EXIT_REFUSED
    assert "holds no Ed25519 signing key" in capsys.readouterr().err
