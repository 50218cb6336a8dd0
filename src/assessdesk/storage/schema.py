"""The tables of a station's database: the entries, what belongs to the file itself, and the read tables.

Only `entry` is truth; every table whose name begins with `view_` can be dropped and rebuilt from it. This module must
not know connections or events.
"""

from __future__ import annotations

from sqlalchemy import Column, Index, Integer, LargeBinary, MetaData, Table, Text

SCHEMA_VERSION = 1
APPLICATION_ID = 0x41444B31  # "ADK1"

# Every table is STRICT: without it SQLite would keep text where the exact bytes of an entry belong.

LEDGER = MetaData()
VIEWS = MetaData()

entry = Table(
    "entry",
    LEDGER,
    Column("seq", Integer, primary_key=True, autoincrement=False),
    Column("hash", Text, nullable=False),
    Column("header", LargeBinary, nullable=False),
    Column("signature", LargeBinary, nullable=False),
    Column("salt", LargeBinary, nullable=False),
    Column("payload", LargeBinary),
    # Copies of two header fields, so that a stream can be read by entity or kind; a full check compares them.
    Column("entity", Text, nullable=False),
    Column("kind", Text, nullable=False),
    sqlite_strict=True,
)
Index("entry_entity", entry.c.entity)
# Signing in asks for a few rare kinds; without it every start would read a long ledger from end to end.
Index("entry_kind", entry.c.kind)

# Keys of the station and facts that bind the file to its folder: study, site, station, epoch, seed, identity.
meta = Table(
    "meta",
    LEDGER,
    Column("name", Text, primary_key=True),
    Column("value", LargeBinary, nullable=False),
    sqlite_with_rowid=False,
    sqlite_strict=True,
)

# To whom the database key is sealed. It stands in here, not in the slot files, because whoever can write files
# in the folder must not be able to add themselves before the next re-keying.
recipient = Table(
    "recipient",
    LEDGER,
    Column("user", Text, primary_key=True),
    Column("recipient", Text, nullable=False),
    sqlite_with_rowid=False,
    sqlite_strict=True,
)

participant = Table(
    "view_participant",
    VIEWS,
    Column("participant", Text, primary_key=True),
    Column("code", Text, nullable=False),
    Column("birth_year", Integer, nullable=False),
    Column("sex", Text, nullable=False),
    Column("dominant_hand", Text, nullable=False),
    Column("language", Text, nullable=False),
    Column("consent_date", Text, nullable=False),
    Column("anchor_date", Text, nullable=False),
    Column("restricted_side", Text, nullable=False),
    Column("status", Text, nullable=False),
    Column("collect", Text, nullable=False),
    Column("last_seq", Integer, nullable=False),
    sqlite_with_rowid=False,
    sqlite_strict=True,
)
Index("view_participant_code", participant.c.code, participant.c.participant)
Index("view_participant_last", participant.c.last_seq)

visit = Table(
    "view_visit",
    VIEWS,
    Column("visit", Text, primary_key=True),
    Column("participant", Text, nullable=False),
    Column("planned", Text, nullable=False),
    Column("date", Text, nullable=False),
    Column("window", Text, nullable=False),
    Column("state", Text, nullable=False),
    Column("opened_seq", Integer, nullable=False),
    Column("signed_seq", Integer),
    sqlite_with_rowid=False,
    sqlite_strict=True,
)
Index("view_visit_participant", visit.c.participant)
Index("view_visit_signed", visit.c.signed_seq)

# The latest state of each slot: started, value, missing or void.
value = Table(
    "view_value",
    VIEWS,
    Column("visit", Text, primary_key=True),
    Column("assessment", Text, primary_key=True),
    Column("slot", Text, primary_key=True),
    Column("turn", Integer, nullable=False),
    Column("state", Text, nullable=False),
    Column("seq", Integer, nullable=False),
    sqlite_with_rowid=False,
    sqlite_strict=True,
)

user = Table(
    "view_user",
    VIEWS,
    Column("user", Text, primary_key=True),
    Column("key", Text, nullable=False),
    Column("public_key", Text, nullable=False),
    Column("roles", Text, nullable=False),
    Column("active", Integer, nullable=False),
    Column("enrolled_seq", Integer, nullable=False),
    sqlite_with_rowid=False,
    sqlite_strict=True,
)

device = Table(
    "view_device",
    VIEWS,
    Column("device", Text, primary_key=True),
    Column("type", Text, nullable=False),
    Column("make", Text, nullable=False),
    Column("serial", Text, nullable=False),
    Column("calibration_due", Text, nullable=False),
    Column("resolution", Text, nullable=False),
    Column("unit", Text, nullable=False),
    Column("checked", Text, nullable=False),
    Column("check_due", Text, nullable=False),
    Column("passed", Integer, nullable=False),
    Column("retired", Text, nullable=False),
    sqlite_with_rowid=False,
    sqlite_strict=True,
)

package = Table(
    "view_package",
    VIEWS,
    Column("seq", Integer, primary_key=True, autoincrement=False),
    Column("package", Text, nullable=False),
    Column("first_seq", Integer, nullable=False),
    Column("last_seq", Integer, nullable=False),
    Column("head", Text, nullable=False),
    Column("written_at", Text, nullable=False),
    Column("file_name", Text, nullable=False),
    Column("recipients", Text, nullable=False),
    sqlite_strict=True,
)

receipt = Table(
    "view_receipt",
    VIEWS,
    Column("seq", Integer, primary_key=True, autoincrement=False),
    Column("number", Integer, nullable=False),
    Column("held_seq", Integer, nullable=False),
    Column("head", Text, nullable=False),
    Column("digest", Text, nullable=False),
    Column("central_time", Text, nullable=False),
    Column("read_at", Text, nullable=False),
    Column("quarantined", Text, nullable=False),
    sqlite_strict=True,
)

definition = Table(
    "view_definition",
    VIEWS,
    Column("seq", Integer, primary_key=True, autoincrement=False),
    Column("type", Text, nullable=False),
    Column("id", Text, nullable=False),
    Column("version", Text, nullable=False),
    Column("digest", Text, nullable=False),
    Column("text", Text, nullable=False),
    sqlite_strict=True,
)

# The other anchors of a participant: the day of randomisation and what else a study counts from.
anchor = Table(
    "view_anchor",
    VIEWS,
    Column("participant", Text, primary_key=True),
    Column("anchor", Text, primary_key=True),
    Column("date", Text, nullable=False),
    sqlite_with_rowid=False,
    sqlite_strict=True,
)

# Day 1 of each cycle of chemotherapy.
infusion = Table(
    "view_infusion",
    VIEWS,
    Column("participant", Text, primary_key=True),
    Column("cycle", Integer, primary_key=True, autoincrement=False),
    Column("date", Text, nullable=False),
    sqlite_with_rowid=False,
    sqlite_strict=True,
)

missed = Table(
    "view_missed",
    VIEWS,
    Column("participant", Text, primary_key=True),
    Column("planned", Text, primary_key=True),
    Column("date", Text, nullable=False),
    Column("reason", Text, nullable=False),
    sqlite_with_rowid=False,
    sqlite_strict=True,
)

# The latest word on each planned follow-up by telephone: attempted, reached, recorded or missed.
call = Table(
    "view_call",
    VIEWS,
    Column("participant", Text, primary_key=True),
    Column("call", Text, primary_key=True),
    Column("state", Text, nullable=False),
    Column("date", Text, nullable=False),
    sqlite_with_rowid=False,
    sqlite_strict=True,
)

query = Table(
    "view_query",
    VIEWS,
    Column("query", Text, primary_key=True),
    Column("participant", Text, nullable=False),
    Column("visit", Text, nullable=False),
    Column("assessment", Text, nullable=False),
    Column("instrument", Text, nullable=False),
    Column("slot", Text, nullable=False),
    Column("stand", Text, nullable=False),
    Column("origin", Text, nullable=False),
    Column("raised_by", Text, nullable=False),
    Column("raised_at", Text, nullable=False),
    Column("answered_by", Text, nullable=False),
    Column("text", Text, nullable=False),
    Column("seq", Integer, nullable=False),
    sqlite_with_rowid=False,
    sqlite_strict=True,
)

# The latest certificate of each person and instrument; `revoked` is the day it ended before its time.
certificate = Table(
    "view_certificate",
    VIEWS,
    Column("user", Text, primary_key=True),
    Column("instrument", Text, primary_key=True),
    Column("certified_on", Text, nullable=False),
    Column("valid_until", Text, nullable=False),
    Column("trainer", Text, nullable=False),
    Column("revoked", Text, nullable=False),
    sqlite_with_rowid=False,
    sqlite_strict=True,
)

# INSERT OR REPLACE deletes without a delete trigger unless recursive triggers are on, so the order of `seq` is
# guarded on insert as well: a seq that exists is never the greatest plus one.
TRIGGERS = (
    """CREATE TRIGGER entry_no_update BEFORE UPDATE ON entry
       BEGIN SELECT RAISE(ABORT, 'entries are never changed'); END""",
    """CREATE TRIGGER entry_no_delete BEFORE DELETE ON entry
       BEGIN SELECT RAISE(ABORT, 'entries are never deleted'); END""",
    """CREATE TRIGGER entry_in_order BEFORE INSERT ON entry
       WHEN NEW.seq IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM entry)
       BEGIN SELECT RAISE(ABORT, 'entries are appended in order'); END""",
    """CREATE TRIGGER entry_with_payload BEFORE INSERT ON entry WHEN NEW.payload IS NULL
       BEGIN SELECT RAISE(ABORT, 'entries are appended with their payload'); END""",
)
