"""A query of central on its way: raised, received, answered with a correction, closed; and what cannot be taken in."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from assessdesk.domain.query_events import QueryRaised
from assessdesk.exchange.receipt import seal_receipt
from assessdesk.ports import QueryWord, Receipt, Refusal
from assessdesk.services import courier, queries
from assessdesk.services.central import stations as center
from assessdesk.services.central.queries import listed
from assessdesk.storage import central_schema
from assessdesk.storage.central_store import SqlCentralStore
from tests.central.road import AT_LEFT, STUDY, Road, new_road
from tests.central.running import command, new_central
from tests.journeys import visit as journey
from tests.journeys.querying import CALF, LEFT, correct

DAY = "2025-11-18"


@pytest.fixture
def road(tmp_path: Path) -> Road:
    return new_road(tmp_path)


@pytest.mark.req("QRY-020", "QRY-021", "QRY-023")
def test_central_asks_the_station_answers_central_closes(road: Road, capsys: pytest.CaptureFixture[str]) -> None:
    road.read(road.send())
    assert road.ask(*AT_LEFT) == 0
    (held,) = road.held()
    assert (held.number, held.stand, held.at_site, held.code) == ("C-0001", "open", False, road.code)
    first = road.receipt()
    received = road.read(first)
    assert (received.words, received.refused, road.stands()) == (1, (), [("C-0001", "open")])
    (line,) = queries.lines(road.desk, language="en")
    assert (line.raised_by, line.slot, line.visit) == ("DM-01", LEFT, road.run.visit)
    (raised,) = road.desk.ledger.entries(kinds=(QueryRaised.kind,))
    assert raised.originator == "imported"
    correct(road.run, LEFT, "33.5")
    queries.answer(road.desk, road.participant, "C-0001", "No, 33.5; corrected.")
    road.read(road.send())
    (held,) = road.held()
    assert (held.stand, held.at_site, held.answer, held.answered_by) == (
        "answered", True, "No, 33.5; corrected.", journey.USER,
    )  # fmt: skip
    capsys.readouterr()
    assert command(["status", "--db", road.central.url]) == 0
    assert "Queries of S01-A: 0 open (0 d), 1 answered" in capsys.readouterr().out
    assert road.say("close", "--query", "C-0001", "--by", "DM-01", "--text", "Thank you") == 0
    road.read(road.receipt())
    assert road.stands() == [("C-0001", "closed")]
    road.read(road.send())
    (held,) = road.held()
    assert (held.stand, held.at_site, held.said) == ("closed", True, 2)
    assert road.desk.ledger.verify().faults == ()


@pytest.mark.req("QRY-022")
def test_receipts_may_be_lost_repeated_or_mixed_up(road: Road) -> None:
    road.read(road.send())
    road.ask(*AT_LEFT)
    first = road.receipt()
    road.say("close", "--query", "C-0001", "--by", "DM-01", "--text", "My mistake")
    road.say("reopen", "--query", "C-0001", "--by", "DM-02", "--text", "No mistake")
    second = road.receipt()
    assert road.read(second).words == 3
    assert road.stands() == [("C-0001", "open")]
    head = road.desk.ledger.head()
    with pytest.raises(Refusal, match="RECEIPT_OLD"):
        road.read(first)
    assert road.read(second).words == 0
    assert road.desk.ledger.head() == head
    third = road.receipt()  # central has not seen a package since, and says everything again
    assert road.read(third).words == 0
    assert road.stands() == [("C-0001", "open")]


@pytest.mark.req("QRY-022")
def test_the_same_receipts_in_order_end_in_the_same_queries(road: Road) -> None:
    road.read(road.send())
    road.ask(*AT_LEFT)
    first = road.receipt()
    road.say("close", "--query", "C-0001", "--by", "DM-01", "--text", "My mistake")
    second = road.receipt()
    assert (road.read(first).words, road.read(second).words) == (1, 1)
    assert road.stands() == [("C-0001", "closed")]
    assert [one.kind for one in road.desk.ledger.entries(kinds=("query.raised", "query.closed"))] == [
        "query.raised",
        "query.closed",
    ]


def words(road: Road, *changes: dict[str, object]) -> tuple[QueryWord, ...]:
    """Return what a central might say, changed at will."""
    usual = QueryWord(
        query="C-0001", number=1, act="raised", by="DM-01", at="2025-11-20T00:00:00.000+00:00", code=road.code,
        visit="baseline", date=DAY, instrument="", slot="", text="Which tape?",
    )  # fmt: skip
    return tuple(replace(usual, **change) for change in changes)  # type: ignore[arg-type] # any field, any value


def receipt_with(road: Road, said: Sequence[QueryWord], number: int = 1) -> bytes:
    head = road.desk.ledger.head()
    receipt = Receipt(
        number=number, study=STUDY, station="S01-A", epoch=1, held_seq=head.seq, head=head.hash,
        central_time="2025-11-20T00:00:00.000+00:00", accepted=(), quarantined=(), digest="", queries=tuple(said),
    )  # fmt: skip
    sign_with = road.central.keys.signing_key.sign
    return seal_receipt(receipt, sign=sign_with, recipient=road.desk.ledger.station_recipient())


@pytest.mark.req("QRY-024")
def test_what_does_not_fit_is_left_out_with_its_sentence_and_the_rest_counts(road: Road) -> None:
    said = words(
        road,
        {"query": "C-0001", "code": "S01-999"},
        {"query": "C-0002", "visit": "week9"},
        {"query": "C-0003", "instrument": "gait_6m"},
        {"query": "C-0004", "text": "Was the control group told?"},
        {"query": "C-0005", "number": 2, "act": "closed"},
        {"query": "C-0006"},
        {"query": "C-0007", "text": "Is 710101-2345678 right?"},
        {"query": "C-0008", "visit": "", "date": ""},
        {"query": "C-0008", "number": 3, "act": "closed"},
    )
    received = courier.receive(road.desk, receipt_with(road, said))
    assert [(one.code, one.arguments["query"]) for one in received.refused] == [
        ("QUERY_PARTICIPANT_UNKNOWN", "C-0001"),
        ("QUERY_PLACE_NOT_HERE", "C-0002"),
        ("QUERY_PLACE_NOT_HERE", "C-0003"),
        ("QUERY_TEXT_UNFIT", "C-0004"),
        ("QUERY_WORD_MISSING", "C-0005"),
        ("QUERY_TEXT_UNFIT", "C-0007"),
        ("QUERY_WORD_MISSING", "C-0008"),
    ]
    assert received.words == 2
    assert sorted(road.stands()) == [("C-0006", "open"), ("C-0008", "open")]
    assert received.receipt.held_seq == road.desk.ledger.views.receipts()[0].held_seq
    sentences = [road.desk.library.sentence(one.code, one.arguments, "en") for one in received.refused]
    assert "C-0001 is about S01-999, who is not on this station" in sentences[0]
    assert "control group" not in " ".join(sentences)
    assert road.desk.ledger.verify().faults == ()


@pytest.mark.req("QRY-024")
def test_a_query_of_the_station_cannot_be_spoken_for(road: Road) -> None:
    own = queries.raise_query(road.desk, road.participant, queries.About(), "Which tape?")
    other = journey.enrol(road.desk)
    courier.receive(road.desk, receipt_with(road, words(road, {})))
    said = words(
        road,
        {"query": own, "number": 2, "act": "closed"},
        {"query": "C-0001", "code": other.code, "visit": "", "date": ""},
    )
    received = courier.receive(road.desk, receipt_with(road, said, number=2))
    assert [one.code for one in received.refused] == ["QUERY_WORD_MISSING", "QUERY_WORD_MISSING"]
    assert sorted(road.stands()) == [("C-0001", "open"), ("Q-0001", "open")]


@pytest.mark.req("QRY-020")
@pytest.mark.parametrize(
    ("words_", "sentence"),
    [
        (["--participant", "S01-999-X"], "holds nothing about a participant S01-999-X"),
        (["--visit", "week6"], "Known there: baseline 2025-11-18"),
        (["--visit", "baseline", "--date", "2025-01-01"], "Known there: baseline 2025-11-18"),
        (["--visit", "baseline", "--instrument", "gait_6m"], "Known there: calf, grip_strength"),
        (["--visit", "baseline", "--instrument", CALF, "--slot", "calf.right.9.reading"], "calf.right.1.reading"),
        (["--instrument", CALF], "Known there: -"),
        (["--text", "  "], "Nothing was written. Write what is asked"),
        (["--text", "Is 710101-2345678 right?"], "identity number"),
        (["--by", "Dr Kim"], "cannot stand as who asked"),
    ],
)
def test_central_asks_only_about_what_it_holds(
    road: Road, words_: list[str], sentence: str, capsys: pytest.CaptureFixture[str]
) -> None:
    road.send()
    given = {"--by": "DM-01", "--participant": road.code, "--text": "Which tape?"}
    given |= dict(zip(words_[::2], words_[1::2], strict=True))
    assert road.say("raise", *(word for pair in given.items() for word in pair)) == 2
    assert sentence in capsys.readouterr().err
    assert road.held() == []


@pytest.mark.req("QRY-005", "QRY-020")
def test_central_speaks_about_its_own_queries_alone(road: Road, capsys: pytest.CaptureFixture[str]) -> None:
    own = queries.raise_query(road.desk, road.participant, queries.About(visit=road.run.visit), "Which tape?")
    queries.answer(road.desk, road.participant, own, "The green one.")
    road.send()
    (held,) = road.held()
    assert (held.number, held.origin, held.stand, held.code, held.visit) == (
        "Q-0001", "person", "answered", road.code, "baseline",
    )  # fmt: skip
    for query in (own, "Q-0001", "C-0009"):
        assert road.say("close", "--query", query, "--by", "DM-01", "--text", "Fine") == 2
    assert "has not raised a query C-0009" in capsys.readouterr().err
    road.ask()
    assert road.say("reopen", "--query", "C-0001", "--by", "DM-01", "--text", "Well?") == 2
    assert "C-0001 is open already" in capsys.readouterr().err
    assert road.say("close", "--query", "C-0001", "--by", "DM-01", "--text", "Taken back") == 0
    assert road.say("close", "--query", "C-0001", "--by", "DM-01", "--text", "Again") == 2
    capsys.readouterr()
    assert command(["query", "list", "--db", road.central.url, "--state", "closed"]) == 0
    out = capsys.readouterr().out
    assert "closed*" in out
    assert "C-0001" in out
    assert "Q-0001" not in out
    assert command(["query", "list", "--db", road.central.url, "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert [(one["number"], one["stand"], one["at_site"]) for one in told] == [
        ("C-0001", "closed", False),
        ("Q-0001", "answered", True),
    ]
    assert command(["query", "list", "--db", road.central.url, "--state", "open"]) == 0
    assert capsys.readouterr().out == "There is no such query.\n"


@pytest.mark.req("QRY-025")
def test_words_in_the_database_cannot_be_changed_unnoticed(road: Road, capsys: pytest.CaptureFixture[str]) -> None:
    road.send()
    road.ask()
    path = road.central.folder / "central.sqlite"
    connection = sqlite3.connect(path)
    for statement in ("UPDATE query_word SET text = 'x'", "DELETE FROM query_word"):
        with pytest.raises(sqlite3.IntegrityError, match="append-only"):
            connection.execute(statement)
    connection.execute("DROP TRIGGER query_word_not_changed")
    connection.execute("UPDATE query_word SET text = 'Is she in the other group?'")
    connection.commit()
    connection.close()
    assert road.say("receipts", "--receipts", str(road.folder / "receipts"), query=False) == 2
    assert "C-0001 in the database does not bear central's signature" in capsys.readouterr().err


@pytest.mark.req("QRY-025")
def test_a_database_of_the_version_before_gets_its_table_of_words(tmp_path: Path) -> None:
    here = new_central(tmp_path)
    connection = sqlite3.connect(tmp_path / "central.sqlite")
    connection.execute("DROP TABLE query_word")
    connection.execute("UPDATE meta SET value = 'assessdesk-central/1' WHERE name = 'schema'")
    connection.commit()
    connection.close()
    assert listed(here.store) == ()
    assert here.rows("SELECT value FROM meta WHERE name = 'schema'") == [(central_schema.SCHEMA,)]
    names = {row[0] for row in here.rows("SELECT name FROM sqlite_master WHERE type = 'trigger'")}
    assert {"query_word_not_changed", "query_word_in_order", "entry_in_order"} <= names
    assert center.status(SqlCentralStore(here.url)).study == "kct0008961"
