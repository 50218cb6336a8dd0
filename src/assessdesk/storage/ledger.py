"""The ledger of one station in its encrypted database: append, read, hand out exact bytes.

One transaction per append holds the entries and what they change in the read tables; an entry is acknowledged only
after its commit. It must not know passphrases, slots or the folder around the file.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, BinaryIO

from sqlalchemy import Connection, Row, bindparam, delete, func, insert, select
from sqlalchemy.dialects.sqlite import insert as upsert
from sqlalchemy.exc import IntegrityError

from assessdesk.domain.events import Draft, Entry, Head, ReceiptRead
from assessdesk.domain.wire import MalformedEntry, WireEntry
from assessdesk.ports import Author, Clock, Conflict, Refusal, StationFacts, Verification
from assessdesk.storage import schema, views
from assessdesk.storage.chain import Tip, first_tip
from assessdesk.storage.codec import entry_of
from assessdesk.storage.connection import Database
from assessdesk.storage.faults import refusing
from assessdesk.storage.lists import SqlViews
from assessdesk.storage.prepared import Prepared
from assessdesk.storage.station_keys import StationKeys
from assessdesk.storage.verification import verify_database

BATCH = 500

_INSERT_ENTRY = Prepared(insert(schema.entry))
_BATCH = Prepared(
    select(schema.entry)
    .where(schema.entry.c.seq > bindparam("after"), schema.entry.c.seq <= bindparam("last"))
    .order_by(schema.entry.c.seq)
    .limit(BATCH)
)


class SqlLedger:
    """`ports.Ledger` in SQLCipher. One instance holds the file; safe to use from several threads."""

    def __init__(self, database: Database, key: bytes, clock: Clock) -> None:
        """Take over an open database. Raises Refusal DAMAGED_DATABASE when its own facts or entries cannot be read."""
        self._database = database
        self._key: bytes | None = key
        self._clock = clock
        self._guard = threading.RLock()
        try:
            with refusing(database.path):
                self._facts, self._keys = _read_meta(self._connection)
                self._tip: Tip | None = self._read_tip()
        except MalformedEntry as error:
            raise Refusal("DAMAGED_DATABASE", folder=database.path.parent, file=database.path.name) from error
        self._views = SqlViews(self._connection, self._guard)

    @classmethod
    def create(cls, path: Path, key: bytes, *, facts: StationFacts, clock: Clock) -> SqlLedger:
        """Make an empty ledger with fresh station keys in a new file. Raises Refusal."""
        database = Database(path, key, create=True)
        try:
            with refusing(path):
                _create_tables(database.connection, facts, StationKeys.fresh())
            return cls(database, key, clock)
        except BaseException:
            database.close()
            raise

    @classmethod
    def open(cls, path: Path, key: bytes, *, clock: Clock) -> SqlLedger:
        """Open an existing ledger, with the read tables of this version. Raises Refusal, see `Database`."""
        database = Database(path, key)
        try:
            opened = cls(database, key, clock)
            with refusing(path):
                complete = views.complete(database.connection)
            if not complete:
                opened.rebuild_views()
        except BaseException:
            database.close()
            raise
        return opened

    @property
    def _connection(self) -> Connection:
        return self._database.connection

    @property
    def facts(self) -> StationFacts:
        """The facts that stand inside the database; the folder's clear ones must equal them."""
        return self._facts

    @property
    def study(self) -> str:
        """The study's id."""
        return self._facts.study

    @property
    def station(self) -> str:
        """The station's name, such as S01-A."""
        return self._facts.station

    @property
    def epoch(self) -> int:
        """The epoch of the stream, from 1."""
        return self._facts.epoch

    @property
    def views(self) -> SqlViews:
        """The read tables."""
        return self._views

    def head(self) -> Head:
        """Return the end of the stream; seq 0 and 64 zeros when empty."""
        with self._guard:
            return self._current().head

    def append(self, drafts: Sequence[Draft], *, author: Author, expected_seq: int) -> tuple[Entry, ...]:
        """Write all drafts durably in one transaction, or none.

        Raises Conflict when the head is not at `expected_seq`; Refusal KEY_NOT_ENROLLED, DISK_FULL, DISK_ERROR,
        READ_ONLY_FOLDER or DAMAGED_DATABASE.
        """
        with self._guard, refusing(self._database.path):
            tip = self._current()
            if tip.head.seq != expected_seq:
                raise Conflict("LEDGER_MOVED", expected=expected_seq, found=tip.head.seq)
            moved, signed = tip.extended(drafts, author=author, clock=self._clock)
            entries = tuple(entry_of(wire, header) for wire, header, _ in signed)
            self._write(tuple(wire for wire, _, _ in signed), entries)
            self._tip = moved
            return entries

    def _write(self, wires: Sequence[WireEntry], entries: Sequence[Entry]) -> None:
        """Put entries and their projection on disk together. After any failure nothing of them is there."""
        connection = self._connection
        self._tip = None  # whatever happens before the commit is known to have worked, the disk is asked again
        connection.exec_driver_sql("BEGIN IMMEDIATE")
        try:
            for wire, entry in zip(wires, entries, strict=True):
                _INSERT_ENTRY.run(connection, _row(wire, entry))
                views.project(connection, entry)
            self._commit()
        except BaseException as error:
            self._roll_back()
            if isinstance(error, IntegrityError) and "appended in order" in str(error):
                raise Conflict("LEDGER_MOVED", expected=wires[0].seq - 1, found=self.head().seq) from error
            raise

    def _commit(self) -> None:
        """Put the transaction on disk: after this, and not before, its entries are saved."""
        self._connection.exec_driver_sql("COMMIT")

    def _roll_back(self) -> None:
        """Undo what is left of a failed transaction; SQLite may have undone it already."""
        if self._database.in_transaction():
            self._connection.exec_driver_sql("ROLLBACK")

    def _current(self) -> Tip:
        """Return the tip, read again from the entries after a failed write."""
        if self._tip is None:
            self._tip = self._read_tip()
        return self._tip

    def _read_tip(self) -> Tip:
        """Work the tip out from the last entry and from every entry about keys and receipts."""
        tip = first_tip(self._facts.study, self._facts.station, self._facts.epoch)
        last = self._connection.execute(select(func.max(schema.entry.c.seq))).scalar_one() or 0
        kinds = ("epoch.started", "user.enrolled", "user.removed", ReceiptRead.kind)
        for row in self._connection.execute(
            select(schema.entry)
            .where(schema.entry.c.kind.in_(kinds) | (schema.entry.c.seq == last))
            .order_by(schema.entry.c.seq)
        ):
            wire = wire_of(row)
            tip.learn(wire, entry_of(wire).event)
        return tip

    def entries(self, *, entity: str = "", after: int = 0, kinds: Sequence[str] = ()) -> Iterator[Entry]:
        """Yield entries in order: all, of one entity, after a seq, of given kinds; those there are when it begins."""
        last = self.head().seq
        conditions = [schema.entry.c.seq <= last]
        if entity:
            conditions.append(schema.entry.c.entity == entity)
        if kinds:
            conditions.append(schema.entry.c.kind.in_(tuple(kinds)))
        while True:
            statement = select(schema.entry).where(*conditions, schema.entry.c.seq > after)
            with self._guard, refusing(self._database.path):
                rows = self._connection.execute(statement.order_by(schema.entry.c.seq).limit(BATCH)).fetchall()
            for row in rows:
                yield entry_of(wire_of(row))
            if len(rows) < BATCH:
                return
            after = rows[-1].seq

    def wire(self, *, first: int, last: int) -> Iterator[WireEntry]:
        """Yield exact bytes of a contiguous range, both ends included. Raises ValueError for a range not there."""
        if not 1 <= first <= last <= self.head().seq:
            raise ValueError(f"entries {first} to {last} are not all in a ledger of {self.head().seq}")
        after = first - 1
        while after < last:
            with self._guard, refusing(self._database.path):
                rows = _BATCH.run(self._connection, {"after": after, "last": last}).fetchall()
            for row in rows:
                yield wire_of(row)
            after = rows[-1].seq

    def verify(self, progress: Callable[[int, int], None] | None = None) -> Verification:
        """Check chain, signatures, commitments, order and that the read tables equal rebuilt ones."""
        return verify_database(self._database, self._guard, facts=self._facts, keys=self._keys, progress=progress)

    def rebuild_views(self) -> None:
        """Drop the read tables and make them again from the entries, in one transaction."""
        with self._guard, refusing(self._database.path):
            self._connection.exec_driver_sql("BEGIN IMMEDIATE")
            try:
                views.rebuild(self._connection, self.entries())
                self._connection.exec_driver_sql("COMMIT")
            except BaseException:
                self._roll_back()
                raise

    def station_author(self) -> Author:
        """Return the station's own signing identity (for heads and packages)."""
        return self._keys.author(self.station)

    def station_public_key(self) -> str:
        """Return the station's Ed25519 public key as hex."""
        return self._keys.public_key()

    def station_recipient(self) -> str:
        """Return the station's age public key: receipts and the station's own packages are sealed to it."""
        return self._keys.recipient()

    def open_sealed(self, sealed: bytes) -> bytes:
        """Open something age-sealed to the station. Raises Refusal NOT_FOR_THIS_STATION."""
        return self._keys.open_sealed(sealed)

    def open_sealed_stream(self, sealed: BinaryIO, opened: BinaryIO) -> None:
        """Open a large sealed file piece by piece; trust nothing in `opened` before this returns."""
        self._keys.open_sealed_stream(sealed, opened)

    def active_key(self, user: str) -> str | None:
        """Return the public key (hex) with which a person may sign now, or None."""
        with self._guard:
            return self._current().keys.active.get(user)

    @property
    def database_key(self) -> bytes:
        """The raw key of the file, for sealing it to the people who have a slot."""
        if self._key is None:
            raise RuntimeError("the ledger is closed")
        return self._key

    def recipients(self) -> Mapping[str, str]:
        """Return to whom the database key is sealed: user → age public key."""
        with self._guard, refusing(self._database.path):
            return {row.user: row.recipient for row in self._connection.execute(select(schema.recipient))}

    def set_recipient(self, user: str, recipient: str | None) -> None:
        """Remember, or forget, to which age public key the database key is sealed for a person."""
        statement = (
            delete(schema.recipient).where(schema.recipient.c.user == user)
            if recipient is None
            else upsert(schema.recipient)
            .values(user=user, recipient=recipient)
            .on_conflict_do_update(index_elements=["user"], set_={"recipient": recipient})
        )
        with self._guard, refusing(self._database.path):
            self._connection.execute(statement)

    def rekey(self, key: bytes) -> None:
        """Encrypt the file under another key. Raises Refusal; then the old key still holds."""
        with self._guard:
            self._database.rekey(key)
            self._key = key

    def close(self) -> None:
        """Close the connection and drop the key."""
        with self._guard:
            self._key = None
            self._database.close()


def wire_of(row: Row[Any]) -> WireEntry:
    """Return a row of the entry table as exact bytes."""
    return WireEntry(
        seq=row.seq, hash=row.hash, header=row.header, signature=row.signature, salt=row.salt, payload=row.payload
    )


def _row(wire: WireEntry, entry: Entry) -> Mapping[str, object]:
    """Return an entry as a row."""
    return {
        "seq": wire.seq,
        "hash": wire.hash,
        "header": wire.header,
        "signature": wire.signature,
        "salt": wire.salt,
        "payload": wire.payload,
        "entity": entry.entity,
        "kind": entry.kind,
    }


def _create_tables(connection: Connection, facts: StationFacts, keys: StationKeys) -> None:
    """Make all tables, triggers and the station's own facts in one transaction."""
    connection.exec_driver_sql("BEGIN EXCLUSIVE")
    schema.LEDGER.create_all(connection)
    schema.VIEWS.create_all(connection)
    for trigger in schema.TRIGGERS:
        connection.exec_driver_sql(trigger)
    values = {
        "study": facts.study.encode(),
        "site": facts.site.encode(),
        "station": facts.station.encode(),
        "epoch": str(facts.epoch).encode(),
        "format": str(facts.format).encode(),
        "seed": keys.seed,
        "identity": keys.identity.encode(),
    }
    connection.execute(insert(schema.meta), [{"name": name, "value": value} for name, value in values.items()])
    connection.exec_driver_sql(f"PRAGMA application_id = {schema.APPLICATION_ID}")
    connection.exec_driver_sql(f"PRAGMA user_version = {schema.SCHEMA_VERSION}")
    connection.exec_driver_sql("COMMIT")


def _read_meta(connection: Connection) -> tuple[StationFacts, StationKeys]:
    """Read the station's own facts and keys. Raises MalformedEntry when one is missing."""
    found: dict[str, bytes] = {row.name: row.value for row in connection.execute(select(schema.meta))}
    try:
        facts = StationFacts(
            study=found["study"].decode(),
            site=found["site"].decode(),
            station=found["station"].decode(),
            epoch=int(found["epoch"]),
            format=int(found["format"]),
        )
        return facts, StationKeys(found["seed"], found["identity"].decode())
    except (KeyError, ValueError) as error:
        raise MalformedEntry(f"the database does not hold its own facts: {error}") from error
