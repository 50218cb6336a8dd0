"""Central's database: append-only in itself, and its troubles are sentences."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from sqlalchemy import event

from assessdesk.ports import Refusal
from assessdesk.services.central import stations as central
from assessdesk.storage.central_store import SqlCentralStore
from tests.central.running import Central, new_central, now
from tests.exchange.packing import STUDY

REST = "hash, header, signature, salt, payload, kind, entity, field, user, at"


@pytest.fixture
def here(tmp_path: Path) -> Central:
    made = new_central(tmp_path / "central")
    station = made.station()
    station.enrol(3)
    made.ingest(station.export(tmp_path / "out").path)
    return made


@pytest.mark.req("CEN-013")
@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE entry SET payload = x'00' WHERE seq = 2",
        "DELETE FROM entry WHERE seq = 5",
        "INSERT OR REPLACE INTO entry SELECT * FROM entry WHERE seq = 2",
        "INSERT INTO entry SELECT station, epoch, seq + 7, REST FROM entry WHERE seq = 5",
        "INSERT INTO entry SELECT 'S09-Z', epoch, seq, REST FROM entry WHERE seq = 2",
    ],
)
def test_the_database_itself_refuses_what_is_not_an_append(here: Central, statement: str) -> None:
    before = here.held()
    connection = sqlite3.connect(here.folder / "central.sqlite")
    try:
        with pytest.raises(sqlite3.IntegrityError, match="append"):
            connection.execute(statement.replace("REST", REST))
    finally:
        connection.close()
    assert here.held() == before


@pytest.mark.req("CEN-014")
def test_a_database_that_is_not_there_newer_damaged_or_in_use(here: Central, tmp_path: Path) -> None:
    database = here.folder / "central.sqlite"
    with pytest.raises(Refusal, match="CENTRAL_NOT_SET_UP"):
        central.status(SqlCentralStore(f"sqlite:///{tmp_path / 'none.sqlite'}"))
    assert not (tmp_path / "none.sqlite").exists()
    for url in ("nonsense", "sqlite://", "sqlite:///:memory:", "postgresql://somewhere/else"):
        with pytest.raises(Refusal, match="DATABASE_URL_INVALID"):
            SqlCentralStore(url)
    with pytest.raises(Refusal, match="FOLDER_GONE"):
        SqlCentralStore(f"sqlite:///{tmp_path / 'no' / 'x.sqlite'}").prepare(study=STUDY, central_key="", at="")
    with pytest.raises(Refusal, match="CENTRAL_EXISTS"):
        central.set_up(here.store, study=STUDY, central_key="", now=now)
    connection = sqlite3.connect(database)
    connection.execute("UPDATE meta SET value = 'assessdesk-central/3' WHERE name = 'schema'")
    connection.commit()
    connection.close()
    with pytest.raises(Refusal, match="CENTRAL_NEWER"):
        central.status(here.store)
    database.write_bytes(b"not a database at all" * 100)
    with pytest.raises(Refusal, match="CENTRAL_DAMAGED"):
        central.status(here.store)
    empty = SqlCentralStore(f"sqlite:///{tmp_path / 'empty.sqlite'}")
    (tmp_path / "empty.sqlite").touch()
    assert not empty.is_prepared()
    with pytest.raises(Refusal, match="CENTRAL_NOT_SET_UP"):
        central.status(empty)


@pytest.mark.req("CEN-014")
def test_a_second_writer_waits_and_then_is_told(here: Central, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("assessdesk.storage.central_store.WAIT_SECONDS", 0.1)
    impatient = SqlCentralStore(here.url)
    with here.store.writing(), pytest.raises(Refusal, match="CENTRAL_BUSY"), impatient.writing():
        pytest.fail("two writers at once")


@pytest.mark.req("CEN-014")
def test_a_full_disk_in_the_middle_adds_nothing(here: Central, tmp_path: Path) -> None:
    """The database may not grow beyond its pages: SQLite answers as on a full disk."""

    def no_more_pages(connection: sqlite3.Connection, _record: object) -> None:
        connection.execute("PRAGMA max_page_count = 1")

    station = here.station("S01-B")
    station.enrol(400)
    package = station.export(tmp_path / "b")
    before = here.held()
    event.listen(here.store._engine, "connect", no_more_pages)
    assert here.states(package.path) == [("S01-B-e1-000001.age", "FOLDER_FULL", 0)]
    event.remove(here.store._engine, "connect", no_more_pages)
    assert here.held() == before
    assert here.states(package.path)[0][2] == 402
