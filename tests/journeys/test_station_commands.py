"""The commands about one station, as they are typed."""

from __future__ import annotations

from pathlib import Path

import pytest

from assessdesk import cli
from assessdesk.exchange.cards import read_station_card
from assessdesk.services import courier, session
from assessdesk.services.desk import Desk
from tests.journeys import visit as journey

MONITOR, SPOKEN = "MO-01", "four calm otters drift by"


@pytest.fixture
def closed(tmp_path: Path) -> tuple[Desk, str]:
    """A station that was closed, with a second person who may only verify; and its fingerprint."""
    desk = journey.make_desk(tmp_path)
    journey.set_up(desk, tmp_path)
    session.add_person(desk, MONITOR, SPOKEN, roles=("monitor",))
    fingerprint = courier.fingerprint(desk)
    session.lock(desk, "closed")
    for user, passphrase in ((journey.USER, journey.PASSPHRASE), (MONITOR, SPOKEN)):
        (tmp_path / user).write_text(f"{passphrase}\n", encoding="utf-8")
    return desk, fingerprint


def card(folder: Path, user: str, out: Path) -> int:
    """Run the command as a person of the station."""
    return cli.main(
        ["card", str(folder / "station"), "--out", str(out), "--user", user, "--passphrase-file", str(folder / user)]
    )


@pytest.mark.req("CLI-005", "EXP-107")
def test_the_card_is_written_and_the_fingerprint_said(
    closed: tuple[Desk, str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    desk, fingerprint = closed
    anchor = desk.store.anchor()
    out = tmp_path / "station-card.json"
    assert card(tmp_path, journey.USER, out) == 0
    said = capsys.readouterr().out
    assert f"Fingerprint  {fingerprint}\n" in said
    assert str(out) in said
    assert "read the fingerprint aloud another way" in said
    assert read_station_card(out.read_bytes()).fingerprint == fingerprint
    found = session.sign_in(desk, journey.USER, journey.PASSPHRASE)
    assert found.state == "clean"
    last = list(desk.ledger.entries())[-3:]
    assert [entry.kind for entry in last] == ["session.locked", "card.handed", "session.signed_in"]
    assert last[1].user == journey.USER
    assert anchor is not None
    session.release(desk)
    assert card(tmp_path, journey.USER, out) == 0


@pytest.mark.req("CLI-005", "EXP-106")
def test_another_file_stays_as_it_is(
    closed: tuple[Desk, str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    del closed
    out = tmp_path / "thesis.txt"
    out.write_text("years of work", encoding="utf-8")
    assert card(tmp_path, journey.USER, out) == cli.EXIT_REFUSED
    assert "exists already and is never overwritten" in capsys.readouterr().err
    assert out.read_text(encoding="utf-8") == "years of work"


@pytest.mark.req("CLI-005")
def test_who_may_not_export_gets_no_card(
    closed: tuple[Desk, str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    del closed
    out = tmp_path / "station-card.json"
    assert card(tmp_path, MONITOR, out) == cli.EXIT_REFUSED
    assert "MO-01 may not do this" in capsys.readouterr().err
    assert not out.exists()
    with journey.make_desk(tmp_path).store.hold():
        assert card(tmp_path, journey.USER, out) == cli.EXIT_REFUSED
    assert not out.exists()
