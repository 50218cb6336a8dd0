"""Long ledgers, threads, and what only somebody with the key could have written."""

from __future__ import annotations

import threading
from dataclasses import replace
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from sqlalchemy.exc import OperationalError

from assessdesk.domain.events import Draft, EpochStarted
from assessdesk.ports import Conflict, Refusal, UnlockedStation
from assessdesk.storage import ledger as ledger_module
from assessdesk.storage import schema
from assessdesk.storage.chain import author_of
from assessdesk.storage.codec import entry_of
from assessdesk.storage.ledger import SqlLedger
from assessdesk.storage.prepared import Prepared
from assessdesk.storage.station import StationFolder
from tests.fakes.memory_ledger import TickingClock
from tests.storage import facts as given
from tests.storage.facts import FACTS, PASSPHRASE


def _many(count: int) -> tuple[Draft, ...]:
    return tuple(given.recorded(f"grip.right.{number}.force") for number in range(count))


@pytest.mark.req("LED-501")
@pytest.mark.parametrize("change", ["DROP TABLE view_device", "ALTER TABLE view_device DROP COLUMN retired"])
def test_a_database_of_an_earlier_version_gets_the_read_tables_of_this_one(
    opened: UnlockedStation, ledger: SqlLedger, store: StationFolder, clock: TickingClock, change: str
) -> None:
    ledger.append((given.registered(),), author=opened.author, expected_seq=1)
    ledger._connection.exec_driver_sql(change)
    ledger.close()
    again = store.unlock("a-tester", PASSPHRASE, clock=clock)
    assert [row.device for row in again.ledger.views.devices()] == ["D-03"]
    assert again.ledger.verify().faults == ()
    again.ledger.close()


@pytest.mark.req("LED-008")
def test_a_long_ledger_is_read_in_order_without_gaps(opened: UnlockedStation, ledger: SqlLedger) -> None:
    ledger.append((given.participant(), given.visit(), *_many(1200)), author=opened.author, expected_seq=1)
    assert [entry.seq for entry in ledger.entries()] == list(range(1, 1204))
    assert [wire.seq for wire in ledger.wire(first=2, last=1203)] == list(range(2, 1204))
    told: list[tuple[int, int]] = []
    assert ledger.verify(lambda done, total: told.append((done, total))).faults == ()
    assert told == [(500, 1203), (1000, 1203), (1203, 1203)]


@pytest.mark.req("LED-002")
def test_a_check_in_another_thread_does_not_disturb_recording(opened: UnlockedStation, ledger: SqlLedger) -> None:
    ledger.append((given.participant(), given.visit(), *_many(1000)), author=opened.author, expected_seq=1)
    found: list[tuple[str, ...]] = []
    running = threading.Event()

    def begun(*_: int) -> None:
        running.set()

    def check() -> None:
        found.append(ledger.verify(begun).faults)

    thread = threading.Thread(target=check)
    thread.start()
    assert running.wait(30)
    saved = 0
    while thread.is_alive() or saved < 5:
        ledger.append((given.recorded(),), author=opened.author, expected_seq=ledger.head().seq)
        saved += 1
    thread.join()
    assert found == [()]
    assert ledger.head().seq == 1003 + saved
    assert ledger.verify().faults == ()


@pytest.mark.req("LED-003")
def test_the_database_itself_catches_a_stale_head(opened: UnlockedStation, ledger: SqlLedger) -> None:
    stale = ledger._tip
    ledger.append((given.participant(),), author=opened.author, expected_seq=1)
    ledger._tip = stale
    with pytest.raises(Conflict) as refused:
        ledger.append((given.visit(),), author=opened.author, expected_seq=1)
    assert refused.value.arguments == {"expected": "1", "found": "2"}
    ledger.append((given.visit(),), author=opened.author, expected_seq=2)
    assert ledger.verify().faults == ()


@pytest.mark.req("LED-004")
def test_an_append_that_the_read_tables_refuse_writes_nothing(opened: UnlockedStation, ledger: SqlLedger) -> None:
    ledger.append((given.participant(),), author=opened.author, expected_seq=1)
    with pytest.raises(Exception, match="UNIQUE constraint failed"):
        ledger.append((given.visit(), given.visit()), author=opened.author, expected_seq=2)
    assert ledger.head().seq == 2
    assert ledger.views.visits() == ()
    ledger.append((given.visit(),), author=opened.author, expected_seq=2)
    assert ledger.verify().faults == ()


def _write_behind(ledger: SqlLedger, *drafts: Draft, epoch: int = 1, stranger: bool = False) -> None:
    """Append well-formed entries that the ledger would refuse, as somebody with its key could."""
    tip = ledger._current()
    key = Ed25519PrivateKey.generate()
    author = author_of("a-tester", key) if stranger else ledger.station_author()
    other = replace(tip, epoch=epoch, keys=tip.keys.copy())
    if stranger:
        other.keys.active["a-tester"] = key.public_key().public_bytes_raw().hex()
    _, signed = other.extended(drafts, author=author, clock=TickingClock())
    for wire, _, _ in signed:
        ledger_module._INSERT_ENTRY.run(ledger._connection, ledger_module._row(wire, entry_of(wire)))


@pytest.mark.req("LED-018")
def test_a_full_check_names_entries_of_another_stream_or_author(opened: UnlockedStation, ledger: SqlLedger) -> None:
    _write_behind(ledger, given.definition(), epoch=2)
    assert "entry 2 belongs to another stream: S01-A epoch 2" in ledger.verify().faults
    ledger._tip = None
    _write_behind(ledger, given.definition(), stranger=True)
    expected = "entry 3 is signed by 'a-tester' with a key that was not enrolled at that point"
    assert expected in ledger.verify().faults


@pytest.mark.req("LED-018")
def test_a_full_check_names_a_second_beginning(opened: UnlockedStation, ledger: SqlLedger) -> None:
    first = next(ledger.entries()).event
    assert isinstance(first, EpochStarted)
    _write_behind(ledger, Draft(event=first, entity=FACTS.station))
    assert "entry 2 is out of place: an epoch starts with its first entry only" in ledger.verify().faults


@pytest.mark.req("SAF-005")
@pytest.mark.parametrize("statement", ["DELETE FROM meta WHERE name = 'seed'", "UPDATE meta SET value = x'ff'"])
def test_a_database_without_its_own_facts_is_refused(
    opened: UnlockedStation, ledger: SqlLedger, store: StationFolder, clock: TickingClock, statement: str
) -> None:
    ledger._connection.exec_driver_sql(statement)
    ledger.close()
    with pytest.raises(Refusal, match="DAMAGED_DATABASE"):
        store.unlock("a-tester", PASSPHRASE, clock=clock)


@pytest.mark.req("KEY-008")
def test_a_set_up_whose_tables_cannot_be_made_leaves_nothing(
    store: StationFolder, folder: Path, clock: TickingClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(schema, "TRIGGERS", ("CREATE TRIGGER broken",))
    with pytest.raises(OperationalError):
        store.create(FACTS, user="a-tester", passphrase=PASSPHRASE, roles=(), clock=clock)
    monkeypatch.undo()
    assert list(folder.iterdir()) == []
    store.create(FACTS, user="a-tester", passphrase=PASSPHRASE, roles=(), clock=clock).ledger.close()


def test_a_rebuild_that_fails_keeps_the_tables(
    opened: UnlockedStation, ledger: SqlLedger, monkeypatch: pytest.MonkeyPatch
) -> None:
    ledger.append((given.participant(), given.visit()), author=opened.author, expected_seq=1)

    def fail(*arguments: object) -> None:
        raise Refusal("DISK_ERROR", folder="", file="")

    monkeypatch.setattr("assessdesk.storage.views.project", fail)
    with pytest.raises(Refusal, match="DISK_ERROR"):
        ledger.rebuild_views()
    monkeypatch.undo()
    assert ledger.verify().faults == ()


def test_a_closed_ledger_gives_no_key(opened: UnlockedStation, ledger: SqlLedger) -> None:
    ledger.close()
    with pytest.raises(RuntimeError, match="closed"):
        _ = ledger.database_key


def test_a_statement_takes_no_parameter_that_it_does_not_have(ledger: SqlLedger) -> None:
    with pytest.raises(KeyError, match="no parameter"):
        Prepared(schema.entry.select()).run(ledger._connection, {"sequence": 1})
