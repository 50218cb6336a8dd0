"""The full check of a ledger: every page, hash, commitment, signature, place and read table, with every fault named.

It reads batch by batch, so that recording can go on meanwhile, and compares the read tables with ones rebuilt in
memory. It must not change anything.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from typing import Any

import sqlcipher3.dbapi2 as driver
from sqlalchemy import Connection, Row, bindparam, create_engine, func, select
from sqlalchemy.pool import StaticPool

from assessdesk.domain.events import Entry, EpochStarted, Head
from assessdesk.domain.wire import FIRST_PREVIOUS, MalformedEntry, WireEntry, fault_of, read_header
from assessdesk.ports import StationFacts, Verification
from assessdesk.storage import schema, views
from assessdesk.storage.chain import KeyDirectory
from assessdesk.storage.codec import entry_of
from assessdesk.storage.connection import Database
from assessdesk.storage.faults import refusal_for
from assessdesk.storage.prepared import Prepared
from assessdesk.storage.station_keys import StationKeys

BATCH = 500
Progress = Callable[[int, int], None]

_BATCH = Prepared(
    select(schema.entry).where(schema.entry.c.seq > bindparam("after")).order_by(schema.entry.c.seq).limit(BATCH)
)


class Check:
    """What was found so far: the place in the chain, who may sign, the rebuilt tables, the faults."""

    def __init__(self, facts: StationFacts, keys: StationKeys, rebuilt: Connection) -> None:
        """Begin before the first entry."""
        self._facts = facts
        self._station_key = keys.public_key()
        self._rebuilt = rebuilt
        self._directory = KeyDirectory()
        self._previous = FIRST_PREVIOUS
        self.seq = 0
        self.faults: list[str] = []

    @property
    def head(self) -> Head:
        """The last entry seen."""
        return Head(seq=self.seq, hash=self._previous)

    def take(self, row: Row[Any]) -> None:
        """Check one more entry and add it to the rebuilt tables."""
        wire = WireEntry(row.seq, row.hash, row.header, row.signature, row.salt, row.payload)
        if not all(isinstance(part, bytes) for part in (wire.header, wire.signature, wire.salt, wire.payload or b"")):
            self.seq = wire.seq
            self.faults.append(f"entry {wire.seq} was changed: text stands where exact bytes belong")
            return
        place = fault_of(wire, expected_seq=self.seq + 1, previous=self._previous)
        if wire.seq != self.seq + 1 and place is None:
            place = f"entry {self.seq + 1} is stored under the number {wire.seq}"
        if place is not None:
            self.faults.append(place)
        self.seq, self._previous = wire.seq, wire.hash
        try:
            entry = entry_of(wire)
        except MalformedEntry as error:
            self.faults.append(f"entry {wire.seq} cannot be read: {error}")
            return
        self._check_author(entry, wire)
        self._check_copies(entry, row)
        views.project(self._rebuilt, entry)

    def _check_author(self, entry: Entry, wire: WireEntry) -> None:
        """Check the stream's own facts, the key directory and the signature."""
        if (entry.study, entry.station, entry.epoch) != (self._facts.study, self._facts.station, self._facts.epoch):
            self.faults.append(f"entry {entry.seq} belongs to another stream: {entry.station} epoch {entry.epoch}")
        begins = isinstance(entry.event, EpochStarted)
        if begins != (entry.seq == 1):
            self.faults.append(f"entry {entry.seq} is out of place: an epoch starts with its first entry only")
        if isinstance(entry.event, EpochStarted):
            if entry.event.station_key != self._station_key:
                self.faults.append(f"entry {entry.seq} names another station key than the database holds")
            self._directory.learn(entry.station, entry.event)
        fault = self._directory.fault_of(read_header(wire.header), wire)
        if fault is not None:
            self.faults.append(fault)
        if entry.event is not None:
            self._directory.learn(entry.station, entry.event)

    def _check_copies(self, entry: Entry, row: Row[Any]) -> None:
        """Compare the copies of header fields that stand in columns."""
        self.faults.extend(
            f"entry {entry.seq}: column {name} differs from the header"
            for name, copied, signed in (("entity", row.entity, entry.entity), ("kind", row.kind, entry.kind))
            if copied != signed
        )


def verify_database(
    database: Database,
    guard: AbstractContextManager[object],
    *,
    facts: StationFacts,
    keys: StationKeys,
    progress: Progress | None,
) -> Verification:
    """Check a whole database. Faults of the file itself become sentences as well, and end the check."""
    with _memory_tables() as rebuilt:
        check = Check(facts, keys, rebuilt)
        try:
            with guard:
                check.faults.extend(f"the database file is damaged: {page}" for page in database.damaged_pages())
                total = database.connection.execute(select(func.count()).select_from(schema.entry)).scalar_one()
            while _take_batch(database, guard, check):
                if progress is not None:
                    progress(check.seq, max(total, check.seq))
            with guard:  # whatever was appended meanwhile, then a comparison that nothing can disturb
                while _take_batch(database, guard, check):
                    pass
                check.faults.extend(
                    f"the read table {name} differs from what the entries say"
                    for name in views.differences(database.connection, rebuilt)
                )
        except Exception as error:
            refusal = refusal_for(error, database.path)
            if refusal is None:
                raise
            check.faults.append(f"the database file is damaged after entry {check.seq}: {error}")
        return Verification(entries=check.seq, head=check.head, faults=tuple(check.faults))


def _take_batch(database: Database, guard: AbstractContextManager[object], check: Check) -> bool:
    """Check the next entries; say whether there were any."""
    with guard:
        rows = _BATCH.run(database.connection, {"after": check.seq}).fetchall()
    for row in rows:
        check.take(row)
    return bool(rows)


@contextmanager
def _memory_tables() -> Iterator[Connection]:
    """Lend empty read tables in memory."""
    raw = driver.connect(":memory:", isolation_level=None, check_same_thread=False)
    engine = create_engine("sqlite://", creator=lambda: raw, module=driver, poolclass=StaticPool)
    try:
        with engine.connect() as connection:
            schema.VIEWS.create_all(connection)
            yield connection
    finally:
        engine.dispose()
        raw.close()
