"""Central's tables: exact bytes of every stream beside a few parsed columns, and what happened to every file.

Names and types only, neutral between SQLite and PostgreSQL but for the triggers, which each system words in its own
way. It must not know files, keys or what a package is.
"""

from __future__ import annotations

from sqlalchemy import (
    Column,
    Connection,
    ForeignKeyConstraint,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    PrimaryKeyConstraint,
    String,
    Table,
    Text,
    event,
)

SCHEMA = "assessdesk-central/2"
WITHOUT_QUERIES = "assessdesk-central/1"

TABLES = MetaData()

meta = Table("meta", TABLES, Column("name", String(40), primary_key=True), Column("value", Text, nullable=False))

station = Table(
    "station",
    TABLES,
    Column("station", String(80)),
    Column("epoch", Integer),
    Column("study", String(80), nullable=False),
    Column("site", String(80), nullable=False),
    Column("signing_key", String(64), nullable=False),
    Column("fingerprint", String(19), nullable=False),
    Column("age_recipient", String(80), nullable=False),
    Column("enrolled_at", String(40), nullable=False),
    Column("state", String(20), nullable=False),
    PrimaryKeyConstraint("station", "epoch"),
)

entry = Table(
    "entry",
    TABLES,
    Column("station", String(80)),
    Column("epoch", Integer),
    Column("seq", Integer),
    Column("hash", String(64), nullable=False),
    Column("header", LargeBinary, nullable=False),
    Column("signature", LargeBinary, nullable=False),
    Column("salt", LargeBinary, nullable=False),
    Column("payload", LargeBinary),
    Column("kind", Text, nullable=False),
    Column("entity", Text, nullable=False),
    Column("field", Text, nullable=False),
    Column("user", Text, nullable=False),
    Column("at", Text, nullable=False),
    PrimaryKeyConstraint("station", "epoch", "seq"),
    ForeignKeyConstraint(["station", "epoch"], ["station.station", "station.epoch"]),
    Index("entry_by_kind", "station", "epoch", "kind"),
    Index("entry_by_entity", "entity"),
)

package = Table(
    "package",
    TABLES,
    Column("digest", String(64), primary_key=True),
    Column("number", Integer, nullable=False),
    Column("package", String(80), nullable=False),
    Column("station", String(80), nullable=False),
    Column("epoch", Integer, nullable=False),
    Column("first_seq", Integer, nullable=False),
    Column("last_seq", Integer, nullable=False),
    Column("added", Integer, nullable=False),
    Column("received_at", String(40), nullable=False),
    Column("outcome", String(20), nullable=False),
    ForeignKeyConstraint(["station", "epoch"], ["station.station", "station.epoch"]),
)

quarantine = Table(
    "quarantine",
    TABLES,
    Column("digest", String(64), primary_key=True),
    Column("file_name", Text, nullable=False),
    Column("code", String(40), nullable=False),
    Column("sentence", Text, nullable=False),
    Column("station", String(80), nullable=False),
    Column("epoch", Integer, nullable=False),
    Column("first_seq", Integer, nullable=False),
    Column("last_seq", Integer, nullable=False),
    Column("received_at", String(40), nullable=False),
    Column("stored", Text, nullable=False),
    Column("state", String(20), nullable=False),
)

receipt = Table(
    "receipt",
    TABLES,
    Column("station", String(80)),
    Column("epoch", Integer),
    Column("number", Integer),
    Column("held_seq", Integer, nullable=False),
    Column("head", String(64), nullable=False),
    Column("central_time", String(40), nullable=False),
    Column("digest", String(64), nullable=False),
    PrimaryKeyConstraint("station", "epoch", "number"),
    ForeignKeyConstraint(["station", "epoch"], ["station.station", "station.epoch"]),
)

fork = Table(
    "fork",
    TABLES,
    Column("station", String(80)),
    Column("epoch", Integer),
    Column("seq", Integer),
    Column("other_hash", String(64)),
    Column("held_hash", String(64), nullable=False),
    Column("package", String(64), nullable=False),
    Column("other", LargeBinary, nullable=False),
    Column("found_at", String(40), nullable=False),
    PrimaryKeyConstraint("station", "epoch", "seq", "other_hash"),
    ForeignKeyConstraint(["station", "epoch"], ["station.station", "station.epoch"]),
)

# What central says about queries of its own, each word signed; never changed, because receipts have carried it.
query_word = Table(
    "query_word",
    TABLES,
    Column("query", String(20)),
    Column("number", Integer),
    Column("act", String(10), nullable=False),
    Column("by", String(40), nullable=False),
    Column("at", String(40), nullable=False),
    Column("code", String(40), nullable=False),
    Column("visit", String(80), nullable=False),
    Column("date", String(10), nullable=False),
    Column("instrument", String(80), nullable=False),
    Column("slot", Text, nullable=False),
    Column("text", Text, nullable=False),
    Column("station", String(80), nullable=False),
    Column("signature", LargeBinary, nullable=False),
    PrimaryKeyConstraint("query", "number"),
)

# An entry is written once and in order. Without the third trigger INSERT OR REPLACE walks past the second.
_SQLITE_TRIGGERS = (
    """
    CREATE TRIGGER entry_not_changed BEFORE UPDATE ON entry
    BEGIN SELECT RAISE(ABORT, 'entries are append-only'); END
    """,
    """
    CREATE TRIGGER entry_not_removed BEFORE DELETE ON entry
    BEGIN SELECT RAISE(ABORT, 'entries are append-only'); END
    """,
    """
    CREATE TRIGGER entry_in_order BEFORE INSERT ON entry
    WHEN NEW.seq <> 1 + (
        SELECT coalesce(max(seq), 0) FROM entry WHERE station = NEW.station AND epoch = NEW.epoch
    )
    BEGIN SELECT RAISE(ABORT, 'entries are appended in order'); END
    """,
)

_SQLITE_WORD_TRIGGERS = (
    """
    CREATE TRIGGER query_word_not_changed BEFORE UPDATE ON query_word
    BEGIN SELECT RAISE(ABORT, 'words are append-only'); END
    """,
    """
    CREATE TRIGGER query_word_not_removed BEFORE DELETE ON query_word
    BEGIN SELECT RAISE(ABORT, 'words are append-only'); END
    """,
    """
    CREATE TRIGGER query_word_in_order BEFORE INSERT ON query_word
    WHEN NEW.number <> 1 + (SELECT coalesce(max(number), 0) FROM query_word WHERE query = NEW.query)
    BEGIN SELECT RAISE(ABORT, 'words are appended in order'); END
    """,
)


def _create_triggers(_tables: MetaData, connection: Connection, **_details: object) -> None:
    """Let SQLite itself refuse what is not an append."""
    if connection.dialect.name == "sqlite":
        for trigger in _SQLITE_TRIGGERS:
            connection.exec_driver_sql(trigger)


def _create_word_triggers(_table: Table, connection: Connection, **_details: object) -> None:
    """The same for what central says; it is made with its table, which an older database gets later."""
    if connection.dialect.name == "sqlite":
        for trigger in _SQLITE_WORD_TRIGGERS:
            connection.exec_driver_sql(trigger)


event.listen(TABLES, "after_create", _create_triggers)
event.listen(query_word, "after_create", _create_word_triggers)
