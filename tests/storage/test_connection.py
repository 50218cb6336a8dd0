"""What the encrypted file is held to before it is used, and what it refuses."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
import sqlcipher3.dbapi2 as driver
from sqlalchemy.exc import IntegrityError

from assessdesk.ports import Refusal, UnlockedStation
from assessdesk.storage import connection
from assessdesk.storage.ledger import SqlLedger
from assessdesk.storage.station import StationFolder
from tests.fakes.memory_ledger import TickingClock
from tests.storage import facts as given
from tests.storage.facts import FACTS, PASSPHRASE, PLANTED_CODE, PLANTED_NOTE


@pytest.mark.req("SAF-001")
def test_every_setting_took_effect(ledger: SqlLedger) -> None:
    found = {
        name: ledger._connection.exec_driver_sql(f"PRAGMA {name}").scalar_one()
        for name in ("locking_mode", "journal_mode", "synchronous", "foreign_keys", "recursive_triggers", "temp_store")
    }
    assert found == {
        "locking_mode": "exclusive",
        "journal_mode": "delete",
        "synchronous": 3,
        "foreign_keys": 1,
        "recursive_triggers": 1,
        "temp_store": 2,
    }
    assert ledger._connection.exec_driver_sql("PRAGMA cipher_version").scalar_one()
    assert ledger._connection.exec_driver_sql("PRAGMA cipher_provider").scalar_one()


@pytest.mark.req("SAF-001")
def test_a_setting_that_did_not_take_effect_stops_the_start(
    opened: UnlockedStation, store: StationFolder, clock: TickingClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened.ledger.close()
    monkeypatch.setattr(connection, "SETTINGS", {"journal_mode": ("DELETE", "wal")})
    with pytest.raises(RuntimeError, match="journal_mode = DELETE did not take effect"):
        store.unlock("a-tester", PASSPHRASE, clock=clock)
    monkeypatch.undo()
    store.unlock("a-tester", PASSPHRASE, clock=clock).ledger.close()


@pytest.mark.req("SAF-001")
def test_a_driver_without_encryption_or_of_an_old_version_stops_the_start(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(connection, "driver", sqlite3)
    monkeypatch.setattr(connection, "LEAST_SQLITE", (3, 0, 0))
    with pytest.raises(RuntimeError, match="not SQLCipher"):
        connection.Database(tmp_path / "plain.db", bytes(32), create=True)
    monkeypatch.setattr(connection, "LEAST_SQLITE", (99, 0, 0))
    with pytest.raises(RuntimeError, match="is older than 99"):
        connection.Database(tmp_path / "old.db", bytes(32), create=True)


@pytest.mark.req("LED-013")
@pytest.mark.parametrize(
    ("statement", "words"),
    [
        ("UPDATE entry SET payload = x'00' WHERE seq = 1", "never changed"),
        ("UPDATE entry SET seq = 9 WHERE seq = 2", "never changed"),
        ("DELETE FROM entry WHERE seq = 2", "never deleted"),
        ("DELETE FROM entry", "never deleted"),
        ("INSERT OR REPLACE INTO entry SELECT seq, hash, header, signature, salt, x'00', entity, kind", "in order"),
        ("INSERT OR IGNORE INTO entry SELECT 7, hash, header, signature, salt, payload, entity, kind", "in order"),
        ("INSERT INTO entry SELECT 3, hash, header, signature, salt, NULL, entity, kind", "with their payload"),
    ],
)
def test_the_database_refuses_to_change_an_entry(
    opened: UnlockedStation, ledger: SqlLedger, statement: str, words: str
) -> None:
    ledger.append((given.participant(),), author=opened.author, expected_seq=1)
    before = list(ledger.wire(first=1, last=2))
    source = " FROM entry WHERE seq = 2" if statement.startswith("INSERT") else ""
    with pytest.raises(IntegrityError, match=words):
        ledger._connection.exec_driver_sql(statement + source)
    assert list(ledger.wire(first=1, last=2)) == before
    assert ledger.verify().faults == ()


@pytest.mark.req("LED-013")
def test_replacing_is_refused_even_where_delete_triggers_do_not_fire(
    opened: UnlockedStation, ledger: SqlLedger
) -> None:
    ledger._connection.exec_driver_sql("PRAGMA recursive_triggers = OFF")
    with pytest.raises(IntegrityError, match="in order"):
        ledger._connection.exec_driver_sql(
            "INSERT OR REPLACE INTO entry SELECT seq, hash, header, signature, salt, x'00', entity, kind FROM entry"
        )
    assert ledger.verify().faults == ()


@pytest.mark.req("SAF-002")
def test_plain_sqlite_cannot_open_the_database(opened: UnlockedStation, store: StationFolder) -> None:
    opened.ledger.close()
    plain = sqlite3.connect(store.ledger_path)
    with pytest.raises(sqlite3.DatabaseError, match="not a database"):
        plain.execute("SELECT count(*) FROM sqlite_schema")
    plain.close()


@pytest.mark.req("SAF-002")
def test_what_was_recorded_stands_in_no_file_of_the_folder(
    opened: UnlockedStation, ledger: SqlLedger, folder: Path
) -> None:
    drafts = (given.participant(code=PLANTED_CODE), given.visit(), given.recorded())
    ledger.append(drafts, author=opened.author, expected_seq=1)
    planted = [
        text.encode(form) for text in (PLANTED_CODE, PLANTED_NOTE, PASSPHRASE) for form in ("utf-8", "utf-16-le")
    ]
    raw_key = ledger.database_key
    planted += [raw_key, raw_key.hex().encode(), b"SQLite format 3", b"participant.enrolled"]
    names = _planted_in(folder, planted)
    assert names == [], "while the station is open"
    ledger.close()
    assert _planted_in(folder, planted) == [], "after it was closed"
    assert _planted_in(folder, [b'"station"']) == ["a-tester.json", "station.json"], "the search finds what is there"


def _planted_in(folder: Path, planted: list[bytes]) -> list[str]:
    """Search by a process of its own: opening the database here would drop this process's lock on it."""
    program = (
        "import pathlib, sys\n"
        "planted = [bytes.fromhex(text) for text in sys.argv[2:]]\n"
        "for path in sorted(pathlib.Path(sys.argv[1]).rglob('*')):\n"
        "    if path.is_file() and any(text in path.read_bytes() for text in planted):\n"
        "        print(path.name)\n"
    )
    arguments = [sys.executable, "-c", program, str(folder), *(text.hex() for text in planted)]
    return subprocess.run(arguments, check=True, capture_output=True, text=True).stdout.split()


@pytest.mark.req("SAF-003")
def test_a_second_start_in_the_same_process_is_refused(
    opened: UnlockedStation, store: StationFolder, clock: TickingClock
) -> None:
    with pytest.raises(Refusal, match="STATION_HELD"):
        store.unlock("a-tester", PASSPHRASE, clock=clock)
    opened.ledger.append((given.participant(),), author=opened.author, expected_seq=1)
    opened.ledger.close()
    store.unlock("a-tester", PASSPHRASE, clock=clock).ledger.close()


SECOND_START = """
import sys
from pathlib import Path
from assessdesk.ports import Refusal
from assessdesk.storage.passphrases import FLOOR
from assessdesk.storage.station import StationFolder
from tests.fakes.memory_ledger import TickingClock
store = StationFolder(Path(sys.argv[1]), cost=FLOOR)
for attempt in (lambda: store.hold().__enter__(), lambda: store.unlock("a-tester", sys.argv[2], clock=TickingClock())):
    try:
        attempt()
        print("opened")
    except Refusal as refusal:
        print(refusal.code)
"""


@pytest.mark.req("SAF-003")
def test_a_second_process_is_refused_until_the_first_lets_go(
    opened: UnlockedStation, store: StationFolder, folder: Path
) -> None:
    with store.hold():
        assert _second_start(folder) == ["STATION_HELD", "STATION_HELD"]
        with pytest.raises(Refusal, match="STATION_HELD"), store.hold():
            pass
    assert _second_start(folder) == ["opened", "STATION_HELD"]
    opened.ledger.append((given.participant(),), author=opened.author, expected_seq=1)
    opened.ledger.close()
    assert _second_start(folder) == ["opened", "opened"]


def _second_start(folder: Path) -> list[str]:
    arguments = [sys.executable, "-c", SECOND_START, str(folder), PASSPHRASE]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(path for path in sys.path if path)}
    done = subprocess.run(arguments, check=True, capture_output=True, text=True, env=environment)
    return done.stdout.split()


@pytest.mark.req("SAF-005")
def test_a_newer_database_is_refused_and_left_alone(
    opened: UnlockedStation, ledger: SqlLedger, store: StationFolder, clock: TickingClock
) -> None:
    ledger._connection.exec_driver_sql("PRAGMA user_version = 2")
    ledger.close()
    before = store.ledger_path.read_bytes()
    with pytest.raises(Refusal) as refused:
        store.unlock("a-tester", PASSPHRASE, clock=clock)
    assert (refused.value.code, refused.value.arguments) == ("NEWER_DATABASE", {"found": "2", "known": "1"})
    assert store.ledger_path.read_bytes() == before


@pytest.mark.req("SAF-005")
def test_a_plain_a_missing_and_an_empty_database_are_refused(
    opened: UnlockedStation, store: StationFolder, clock: TickingClock
) -> None:
    opened.ledger.close()
    path = store.ledger_path
    kept = path.read_bytes()
    path.unlink()
    with pytest.raises(Refusal, match="MISSING_DATABASE"):
        store.unlock("a-tester", PASSPHRASE, clock=clock)
    assert not path.exists()
    path.write_bytes(b"")
    with pytest.raises(Refusal, match="DAMAGED_DATABASE"):
        store.unlock("a-tester", PASSPHRASE, clock=clock)
    plain = sqlite3.connect(path)
    plain.execute("CREATE TABLE entry (seq INTEGER)")
    plain.commit()
    plain.close()
    with pytest.raises(Refusal, match="PLAIN_DATABASE"):
        store.unlock("a-tester", PASSPHRASE, clock=clock)
    path.write_bytes(kept)
    store.unlock("a-tester", PASSPHRASE, clock=clock).ledger.close()


@pytest.mark.req("SAF-005")
def test_an_encrypted_database_of_something_else_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "other.db"
    other = driver.connect(str(path))
    other.execute(f"PRAGMA key = \"x'{bytes(32).hex()}'\"")
    other.execute("CREATE TABLE entry (seq INTEGER)")
    other.close()
    with pytest.raises(Refusal, match="DAMAGED_DATABASE"):
        connection.Database(path, bytes(32))
    with pytest.raises(Refusal, match="WRONG_KEY"):
        connection.Database(path, bytes([1]) * 32)
    with pytest.raises(ValueError, match="32 bytes"):
        connection.Database(path, b"short")


def test_facts_of_the_station_stand_in_the_database(ledger: SqlLedger) -> None:
    assert ledger.facts == FACTS
