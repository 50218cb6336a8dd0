"""The way from a station to central's list of stations: the fingerprint on the page, the card as a file."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from assessdesk.domain.events import StationCardHanded
from assessdesk.exchange.cards import read_station_card
from assessdesk.gui.demo.walkthrough import Walkthrough
from assessdesk.gui.page import Destination
from assessdesk.gui.pages.exchange import ExchangePage
from assessdesk.gui.window.main_window import MainWindow
from assessdesk.ports import Refusal
from assessdesk.services import courier
from assessdesk.services.desk import Desk
from tests.central.running import command
from tests.journeys import visit as journey


@pytest.fixture
def page(window: MainWindow, tmp_path: Path) -> ExchangePage:
    window.go(Destination(page="exchange"))
    found = window.current()
    assert isinstance(found, ExchangePage)
    found.card.choose_file = lambda: str(tmp_path / "station-card.json")
    return found


def spoken(walk: Walkthrough) -> str:
    """What a person reads aloud from the page."""
    (said,) = (name for name in walk.names() if re.fullmatch(r"Fingerprint( [0-9A-F]{4}){4}", name))
    return said.removeprefix("Fingerprint ")


def told(page: ExchangePage) -> str:
    shown = page._told.finding()
    return f"{shown.lead} {shown.sentence}" if shown else ""


@pytest.mark.req("EXP-105", "EXP-107")
def test_central_enrols_the_station_by_the_file_and_what_is_read_aloud(
    page: ExchangePage, walk: Walkthrough, signed_in: Desk, tmp_path: Path
) -> None:
    walk.press(Qt.Key.Key_S)
    file = tmp_path / "station-card.json"
    card = read_station_card(file.read_bytes())
    assert (card.site, card.station, card.signing_key) == ("S01", "S01-A", signed_in.ledger.station_public_key())
    assert told(page).startswith("Saved: station-card.json.")
    assert spoken(walk) in told(page)
    last = list(signed_in.ledger.entries())[-1]
    assert (last.event, last.user) == (StationCardHanded(fingerprint=courier.fingerprint(signed_in)), journey.USER)
    database = f"sqlite:///{tmp_path / 'central.sqlite'}"
    assert command(["init", "--db", database, "--keys", str(tmp_path / "central"), "--study", "KCT0008961"]) == 0
    heard = spoken(walk).lower().replace(" ", "-")
    assert command(["enrol", "--db", database, "--card", str(file), "--fingerprint", heard]) == 0


@pytest.mark.req("EXP-105")
def test_the_page_says_whether_central_has_answered(
    page: ExchangePage, walk: Walkthrough, signed_in: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert walk.has("No receipt of central yet")
    monkeypatch.setattr(type(signed_in.ledger.views), "receipts", lambda _: (object(),))
    page.card.refresh()
    assert walk.has("Central knows this station")
    assert spoken(walk) == courier.fingerprint(signed_in)


@pytest.mark.req("EXP-106")
def test_another_file_is_never_overwritten_and_the_same_card_may_be_saved_twice(
    page: ExchangePage, walk: Walkthrough, tmp_path: Path
) -> None:
    thesis = tmp_path / "thesis.json"
    thesis.write_text("years of work", encoding="utf-8")
    page.card.choose_file = lambda: str(thesis)
    walk.press(Qt.Key.Key_S)
    assert told(page).startswith("Not saved:")
    assert "thesis.json exists already" in told(page)
    assert thesis.read_text(encoding="utf-8") == "years of work"
    page.card.choose_file = lambda: str(tmp_path / "card.json")
    walk.press(Qt.Key.Key_S)
    first = (tmp_path / "card.json").read_bytes()
    walk.press(Qt.Key.Key_S)
    assert told(page).startswith("Saved:")
    assert (tmp_path / "card.json").read_bytes() == first


@pytest.mark.req("EXP-106")
def test_a_missing_folder_is_said_and_a_closed_dialog_writes_nothing(
    page: ExchangePage, walk: Walkthrough, tmp_path: Path
) -> None:
    page.card.choose_file = lambda: str(tmp_path / "stick" / "card.json")
    walk.press(Qt.Key.Key_S)
    assert "stick is not there" in told(page)
    before = sorted(tmp_path.rglob("*"))
    page.card.choose_file = lambda: ""
    walk.press(Qt.Key.Key_S)
    assert sorted(tmp_path.rglob("*")) == before


@pytest.mark.req("EXP-105")
def test_who_may_not_export_neither_sees_nor_saves_the_card(
    page: ExchangePage, walk: Walkthrough, signed_in: Desk, tmp_path: Path
) -> None:
    signed_in.roles = ("monitor",)
    page.refresh()
    assert not page.card.isVisible()
    walk.press(Qt.Key.Key_S)
    assert not (tmp_path / "station-card.json").exists()
    with pytest.raises(Refusal, match="NOT_PERMITTED"):
        courier.fingerprint(signed_in)
    with pytest.raises(Refusal, match="NOT_PERMITTED"):
        courier.hand_card(signed_in, tmp_path / "station-card.json")


@pytest.mark.req("EXP-105")
def test_another_station_has_another_fingerprint(signed_in: Desk, tmp_path: Path) -> None:
    (tmp_path / "other").mkdir()
    other = journey.make_desk(tmp_path / "other")
    journey.set_up(other, tmp_path / "other")
    assert courier.fingerprint(other) != courier.fingerprint(signed_in)
    other.ledger.close()
