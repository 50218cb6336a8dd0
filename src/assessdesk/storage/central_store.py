"""Central's database through SQLAlchemy Core: one transaction a file, durable before anything is said.

It fulfils `services.central.CentralStore` and must not know keys, files or what makes an entry right. SQLite for
now; statements are dialect-neutral so that PostgreSQL can follow.
"""

from __future__ import annotations

import sqlite3
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection, RowMapping, create_engine, event, func, insert, inspect, select, update
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError, DatabaseError
from sqlalchemy.pool import NullPool

from assessdesk.domain.events import Head
from assessdesk.domain.wire import FIRST_PREVIOUS, Header, WireEntry
from assessdesk.ports import QueryWord, Receipt, Refusal
from assessdesk.services.central.stations import (
    Fork,
    PackageNote,
    Quarantined,
    SignedWord,
    StationCard,
    Stream,
    StreamStatus,
)
from assessdesk.storage import central_schema as schema

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from sqlalchemy import Table

FETCH = 500
WAIT_SECONDS = 10
_TROUBLES = {
    sqlite3.SQLITE_FULL: "FOLDER_FULL",
    sqlite3.SQLITE_READONLY: "FOLDER_READ_ONLY",
    sqlite3.SQLITE_CANTOPEN: "FOLDER_READ_ONLY",
    sqlite3.SQLITE_PERM: "FOLDER_READ_ONLY",
    sqlite3.SQLITE_IOERR: "FOLDER_GONE",
    sqlite3.SQLITE_BUSY: "CENTRAL_BUSY",
    sqlite3.SQLITE_LOCKED: "CENTRAL_BUSY",
    sqlite3.SQLITE_NOTADB: "CENTRAL_DAMAGED",
    sqlite3.SQLITE_CORRUPT: "CENTRAL_DAMAGED",
}


class SqlCentralStore:
    """A database named by a URL such as sqlite:////data/central.sqlite."""

    def __init__(self, url: str) -> None:
        """Take the URL; nothing is opened or made yet. Raises Refusal for one that cannot be used."""
        try:
            parsed = make_url(url)
        except ArgumentError as error:
            raise Refusal("DATABASE_URL_INVALID", url=url) from error
        if parsed.get_backend_name() != "sqlite" or not parsed.database or parsed.database == ":memory:":
            raise Refusal("DATABASE_URL_INVALID", url=parsed.render_as_string(hide_password=True))
        self.path = Path(parsed.database)
        self._engine = create_engine(
            parsed.set(drivername="sqlite+pysqlite"), poolclass=NullPool, connect_args={"timeout": WAIT_SECONDS}
        )
        event.listen(self._engine, "connect", _make_durable)
        event.listen(self._engine, "begin", _begin)

    def prepare(self, *, study: str, central_key: str, at: str) -> None:
        """Make the tables in one transaction. Raises Refusal when they exist."""
        self._check_place()
        with self._transaction("IMMEDIATE") as connection:
            if inspect(connection).has_table(schema.meta.name):
                raise Refusal("CENTRAL_EXISTS", database=self.path)
            schema.TABLES.create_all(connection)
            facts = {"schema": schema.SCHEMA, "study": study, "central_key": central_key, "made_at": at}
            connection.execute(insert(schema.meta), [{"name": name, "value": facts[name]} for name in facts])

    def is_prepared(self) -> bool:
        """Say whether there is a central database at this place. Raises Refusal when it cannot be used."""
        if not self.path.exists():
            return False
        with self._transaction("DEFERRED") as connection:
            return inspect(connection).has_table(schema.meta.name)

    @contextmanager
    def writing(self) -> Iterator[SqlCentralTables]:
        """Open a transaction that writes. Raises Refusal: not set up, newer, locked, full, damaged."""
        with self._tables("IMMEDIATE") as tables:
            yield tables

    @contextmanager
    def reading(self) -> Iterator[SqlCentralTables]:
        """Open a transaction that only reads. Raises Refusal: not set up, newer, damaged."""
        with self._tables("DEFERRED") as tables:
            yield tables

    @contextmanager
    def _tables(self, mode: str) -> Iterator[SqlCentralTables]:
        """Open a transaction on a database that was set up, by this version or an older one."""
        if not self.path.exists():
            raise Refusal("CENTRAL_NOT_SET_UP", database=self.path)
        with self._transaction(mode) as connection:
            if not inspect(connection).has_table(schema.meta.name):
                raise Refusal("CENTRAL_NOT_SET_UP", database=self.path)
            tables = SqlCentralTables(connection)
            if tables.fact("schema") == schema.WITHOUT_QUERIES:
                _add_queries(connection)
            if tables.fact("schema") != schema.SCHEMA:
                raise Refusal("CENTRAL_NEWER", database=self.path, found=tables.fact("schema"), known=schema.SCHEMA)
            yield tables

    @contextmanager
    def _transaction(self, mode: str) -> Iterator[Connection]:
        """Open a connection with one transaction; the driver's troubles become Refusals."""
        try:
            with self._engine.execution_options(mode=mode).begin() as connection:
                yield connection
        except (DatabaseError, sqlite3.DatabaseError) as error:
            code = getattr(getattr(error, "orig", error), "sqlite_errorcode", 0) & 0xFF
            if code not in _TROUBLES:
                raise
            raise Refusal(_TROUBLES[code], database=self.path, folder=self.path.parent) from error

    def _check_place(self) -> None:
        """Say what is wrong with the folder before the driver says only that it cannot open the file."""
        if not self.path.parent.is_dir():
            raise Refusal("FOLDER_GONE", folder=self.path.parent)


def _add_queries(connection: Connection) -> None:
    """Give a database of the version before its table for what central says about queries; nothing else changes."""
    schema.query_word.create(connection)
    connection.execute(update(schema.meta).where(schema.meta.c.name == "schema").values(value=schema.SCHEMA))


def _make_durable(connection: Any, _record: object) -> None:  # noqa: ANN401 (SQLAlchemy's own signature)
    """Let SQLAlchemy's begin event open transactions, and sync as the station's ledger does."""
    connection.isolation_level = None
    for setting in ("journal_mode = DELETE", "synchronous = EXTRA", "foreign_keys = ON", "recursive_triggers = ON"):
        connection.execute(f"PRAGMA {setting}")


def _begin(connection: Connection) -> None:
    """Open the transaction in the mode that was asked for: a writer takes its place at once."""
    mode = connection.get_execution_options().get("mode", "DEFERRED")
    connection.exec_driver_sql(f"BEGIN {mode}")


class SqlCentralTables:
    """`services.central.CentralTables` on one connection, inside one transaction."""

    def __init__(self, connection: Connection) -> None:
        """Take a connection whose transaction is open."""
        self._connection = connection

    def fact(self, name: str) -> str:
        """Return one of the facts that were set at set-up."""
        return str(self._connection.scalar(select(schema.meta.c.value).where(schema.meta.c.name == name)) or "")

    def study(self) -> str:
        """Return the study's id."""
        return self.fact("study")

    def central_key(self) -> str:
        """Return the public signing key (hex) that central was set up with."""
        return self.fact("central_key")

    def add_stream(self, stream: Stream) -> None:
        """Write down an enrolled stream."""
        card = stream.card
        row = {name: getattr(card, name) for name in StationCard.__dataclass_fields__}
        self._connection.execute(
            insert(schema.station).values(**row, enrolled_at=stream.enrolled_at, state=stream.state)
        )

    def stream(self, station: str, epoch: int) -> Stream | None:
        """Return an enrolled stream."""
        statement = select(schema.station).where(*_of(schema.station, station, epoch))
        row = self._connection.execute(statement).mappings().one_or_none()
        return None if row is None else _stream(row)

    def streams(self) -> tuple[Stream, ...]:
        """Return all enrolled streams by station and epoch."""
        table = schema.station
        rows = self._connection.execute(select(table).order_by(table.c.station, table.c.epoch)).mappings()
        return tuple(_stream(row) for row in rows)

    def head(self, station: str, epoch: int) -> Head:
        """Return the last entry held; seq 0 and 64 zeros when none."""
        table = schema.entry
        row = self._connection.execute(
            select(table.c.seq, table.c.hash).where(*_of(table, station, epoch)).order_by(table.c.seq.desc()).limit(1)
        ).one_or_none()
        return Head(seq=0, hash=FIRST_PREVIOUS) if row is None else Head(seq=row.seq, hash=row.hash)

    def hashes(self, station: str, epoch: int, *, first: int, last: int) -> Mapping[int, str]:
        """Return hashes by seq in a range; empty when the range is."""
        table = schema.entry
        if first > last:
            return {}
        rows = self._connection.execute(
            select(table.c.seq, table.c.hash).where(*_of(table, station, epoch), table.c.seq.between(first, last))
        )
        return {row.seq: row.hash for row in rows}

    def entries(self, station: str, epoch: int, kinds: Sequence[str] = (), *, entity: str = "") -> Iterator[WireEntry]:
        """Yield the exact entries in order, of some kinds or all, about one entity or all."""
        table = schema.entry
        conditions = [*_of(table, station, epoch), *((table.c.kind.in_(kinds),) if kinds else ())]
        conditions += [table.c.entity == entity] if entity else []
        rows = self._connection.execute(
            select(table).where(*conditions).order_by(table.c.seq).execution_options(yield_per=FETCH)
        )
        for row in rows:
            yield WireEntry(row.seq, row.hash, row.header, row.signature, row.salt, row.payload)

    def add_entries(self, entries: Sequence[tuple[WireEntry, Header]]) -> None:
        """Append entries; their headers are the parsed copies of their bytes."""
        if entries:
            self._connection.execute(insert(schema.entry), [_entry_row(*pair) for pair in entries])

    def add_package(self, note: PackageNote) -> None:
        """Write down a package that was taken in; taken in again it changes nothing."""
        table = schema.package
        if self._connection.scalar(select(table.c.number).where(table.c.digest == note.digest)) is not None:
            return
        count = select(func.count()).select_from(table).where(*_of(table, note.station, note.epoch))
        number = int(self._connection.scalar(count) or 0) + 1
        row = {name: getattr(note, name) for name in PackageNote.__dataclass_fields__}
        outcome = "added" if note.added else "nothing_new"
        self._connection.execute(insert(table).values(**{**row, "number": number, "outcome": outcome}))

    def hold(self, item: Quarantined) -> None:
        """Write down, or bring up to date, a file in quarantine; when it came first stays."""
        table = schema.quarantine
        row = {name: getattr(item, name) for name in Quarantined.__dataclass_fields__}
        row["state"] = "waiting"
        if self._connection.scalar(select(table.c.digest).where(table.c.digest == item.digest)) is None:
            self._connection.execute(insert(table).values(**row))
        else:
            del row["received_at"]
            self._connection.execute(update(table).where(table.c.digest == item.digest).values(**row))

    def release(self, digest: str) -> None:
        """Mark a file of the quarantine as taken in."""
        table = schema.quarantine
        self._connection.execute(update(table).where(table.c.digest == digest).values(state="taken_in"))

    def waiting(self, station: str | None = None, epoch: int | None = None) -> tuple[Quarantined, ...]:
        """Return files that wait in quarantine, in the order of their claimed ranges."""
        table = schema.quarantine
        conditions = [table.c.state == "waiting"]
        if station is not None and epoch is not None:
            conditions += _of(table, station, epoch)
        order = (table.c.station, table.c.epoch, table.c.first_seq, table.c.received_at, table.c.digest)
        rows = self._connection.execute(select(table).where(*conditions).order_by(*order)).mappings()
        names = Quarantined.__dataclass_fields__
        return tuple(Quarantined(**{name: row[name] for name in names}) for row in rows)

    def add_fork(self, fork: Fork) -> None:
        """Write down a fork; the same one again changes nothing."""
        table = schema.fork
        same = (*_of(table, fork.station, fork.epoch), table.c.seq == fork.seq, table.c.other_hash == fork.other_hash)
        if self._connection.scalar(select(table.c.seq).where(*same)) is None:
            row = {name: getattr(fork, name) for name in Fork.__dataclass_fields__}
            self._connection.execute(insert(table).values(**row))

    def add_receipt(self, receipt: Receipt) -> None:
        """Write down an issued receipt."""
        names = ("station", "epoch", "number", "held_seq", "head", "central_time", "digest")
        self._connection.execute(insert(schema.receipt).values(**{name: getattr(receipt, name) for name in names}))

    def receipts(self, station: str, epoch: int) -> int:
        """Return the number of the last receipt, 0 when none."""
        table = schema.receipt
        return int(self._connection.scalar(select(func.max(table.c.number)).where(*_of(table, station, epoch))) or 0)

    def add_word(self, said: SignedWord) -> None:
        """Write down what central says about a query."""
        row = {**asdict(said.word), "station": said.station, "signature": said.signature}
        self._connection.execute(insert(schema.query_word).values(**row))

    def words(self) -> tuple[SignedWord, ...]:
        """Return everything that central said about queries, by query and number."""
        table = schema.query_word
        rows = self._connection.execute(select(table).order_by(table.c.query, table.c.number)).mappings()
        names = QueryWord.__dataclass_fields__
        return tuple(
            SignedWord(
                word=QueryWord(**{name: row[name] for name in names}),
                station=row["station"],
                signature=row["signature"],
            )
            for row in rows
        )

    def status(self, stream: Stream) -> StreamStatus:
        """Return what is held of one stream."""
        station, epoch = stream.card.station, stream.card.epoch
        entry, package, fork = schema.entry, schema.package, schema.fork
        kinds = self._connection.execute(
            select(entry.c.kind, func.count())
            .where(*_of(entry, station, epoch))
            .group_by(entry.c.kind)
            .order_by(entry.c.kind)
        )
        last = self._connection.execute(
            select(package).where(*_of(package, station, epoch)).order_by(package.c.number.desc()).limit(1)
        ).one_or_none()
        forks = select(func.count()).select_from(fork).where(*_of(fork, station, epoch))
        return StreamStatus(
            stream=stream,
            head=self.head(station, epoch),
            last_package="" if last is None else last.package,
            last_received="" if last is None else last.received_at,
            receipts=self.receipts(station, epoch),
            forks=int(self._connection.scalar(forks) or 0),
            waiting=self.waiting(station, epoch),
            kinds={str(kind): int(count) for kind, count in kinds},
        )


def _of(table: Table, station: str, epoch: int) -> list[Any]:
    """Return the conditions that choose one stream."""
    return [table.c.station == station, table.c.epoch == epoch]


def _stream(row: RowMapping) -> Stream:
    """Return a row of the station table."""
    card = StationCard(**{name: row[name] for name in StationCard.__dataclass_fields__})
    return Stream(card=card, enrolled_at=row["enrolled_at"], state=row["state"])


def _entry_row(entry: WireEntry, header: Header) -> Mapping[str, object]:
    """Return an entry as a row: exact bytes beside the parsed copy."""
    return {
        "station": header.station,
        "epoch": header.epoch,
        "seq": entry.seq,
        "hash": entry.hash,
        "header": entry.header,
        "signature": entry.signature,
        "salt": entry.salt,
        "payload": entry.payload,
        "kind": header.kind,
        "entity": header.entity,
        "field": header.field,
        "user": header.user,
        "at": header.at,
    }
