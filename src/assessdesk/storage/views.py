"""Projection of entries into the read tables, and the questions that lists ask of them.

What an entry changes is a pure function of the entry (`changes`); it runs in the transaction of the append and again
when the tables are rebuilt. It must not know how entries are signed or stored.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import assert_never

from sqlalchemy import Connection, bindparam, insert, inspect, select, update
from sqlalchemy.dialects.sqlite import insert as upsert

from assessdesk.domain.device_events import CALIBRATION
from assessdesk.domain.events import (
    AssessmentStarted,
    AuditExported,
    ClockJumped,
    DefinitionAdopted,
    DeviceChecked,
    DeviceRegistered,
    DeviceRetired,
    Entry,
    EpochStarted,
    ExtraTrialDecided,
    FindingConfirmed,
    LedgerVerified,
    PackageExported,
    ReceiptRead,
    RecipientsSet,
    SignedIn,
    SignInFailed,
    StationCardHanded,
    StationLocked,
    SummaryPrinted,
    TrialStarted,
    TrialVoided,
    UserEnrolled,
    UserRemoved,
    ValueCorrected,
    ValueRecorded,
    ValueRefused,
    VisitOpened,
    VisitSigned,
    plain_decimal,
)
from assessdesk.domain.programme import between_visits
from assessdesk.domain.record import UNSIGNING
from assessdesk.domain.safety_events import (
    AdverseEventCompleted,
    AdverseEventDismissed,
    AdverseEventDrafted,
    AlertAcknowledged,
    HoldReleased,
)
from assessdesk.domain.values import Missing, Value
from assessdesk.domain.wire import canonical
from assessdesk.storage import schema
from assessdesk.storage.chain import key_id
from assessdesk.storage.conduct_views import Surrounding, changes_of_surrounding
from assessdesk.storage.prepared import Prepared

Change = tuple[Prepared, Mapping[str, object]]


def _user_statement() -> Prepared:
    """A person enrolled again gets the new key and roles, and keeps the place in the list."""
    statement = upsert(schema.user)
    kept = {"user", "enrolled_seq"}
    renewed = {c.name: statement.excluded[c.name] for c in schema.user.columns if c.name not in kept}
    return Prepared(statement.on_conflict_do_update(index_elements=["user"], set_=renewed))


def _slot_statement() -> Prepared:
    """A slot takes the latest state; word on an earlier turn does not touch a later one."""
    statement = upsert(schema.value)
    latest = {name: statement.excluded[name] for name in ("turn", "state", "seq")}
    return Prepared(
        statement.on_conflict_do_update(
            index_elements=["visit", "assessment", "slot"],
            set_=latest,
            where=statement.excluded.turn >= schema.value.c.turn,
        )
    )


def _device_statement() -> Prepared:
    """A device registered again gets the new facts, is in use again, and keeps what its checks said."""
    statement = upsert(schema.device)
    kept = {"device", "checked", "check_due", "passed"}
    renewed = {c.name: statement.excluded[c.name] for c in schema.device.columns if c.name not in kept}
    return Prepared(statement.on_conflict_do_update(index_elements=["device"], set_=renewed))


_DEVICE = _device_statement()
_DEVICE_CHECKED = Prepared(
    update(schema.device)
    .where(schema.device.c.device == bindparam("which"))
    .values(checked=bindparam("on"), check_due=bindparam("due"), passed=bindparam("well"))
)
_DEVICE_CALIBRATED = Prepared(
    update(schema.device)
    .where(schema.device.c.device == bindparam("which"))
    .values(checked=bindparam("on"), calibration_due=bindparam("due"), passed=bindparam("well"))
)
_DEVICE_RETIRED = Prepared(
    update(schema.device).where(schema.device.c.device == bindparam("which")).values(retired=bindparam("why"))
)
_USER = _user_statement()
_SLOT = _slot_statement()
_USER_REMOVED = Prepared(update(schema.user).where(schema.user.c.user == bindparam("who")).values(active=0))
_PARTICIPANT_TOUCHED = Prepared(
    update(schema.participant)
    .where(schema.participant.c.participant == bindparam("whose"))
    .values(last_seq=bindparam("seq"))
)
_VISIT = Prepared(insert(schema.visit))
_VISIT_SIGNED = Prepared(
    update(schema.visit)
    .where(schema.visit.c.visit == bindparam("which"))
    .values(state="signed", signed_seq=bindparam("seq"))
)
# Whatever is added to a signed visit un-signs it, in the table as in the record.
_VISIT_UNSIGNED = Prepared(
    update(schema.visit)
    .where(schema.visit.c.visit == bindparam("which"), schema.visit.c.state == "signed")
    .values(state="open", signed_seq=None)
)
_PACKAGE = Prepared(insert(schema.package))
_RECEIPT = Prepared(insert(schema.receipt))
_DEFINITION = Prepared(insert(schema.definition))


def changes(entry: Entry) -> Iterator[Change]:
    """Yield what an entry changes in the read tables; nothing for a redacted one."""
    if entry.event is not None:
        yield from _changes_of_event(entry)
        if isinstance(entry.event, UNSIGNING):
            yield _VISIT_UNSIGNED, {"which": entry.event.visit}
    # Whether all of somebody is at central is shown to blinded people too: facts that may tell the arm do not move it.
    if entry.entity != entry.station and not between_visits(entry.event):
        yield _PARTICIPANT_TOUCHED, {"whose": entry.entity, "seq": entry.seq}


def _changes_of_event(entry: Entry) -> Iterator[Change]:
    """Yield what the event itself says."""
    event = entry.event
    if isinstance(event, Surrounding):
        yield from changes_of_surrounding(event, entry)
        return
    match event:
        case EpochStarted() | UserEnrolled():
            yield _USER, _user(event.user, event.user_key, event.roles, entry.seq)
        case UserRemoved():
            yield _USER_REMOVED, {"who": event.user}
        case VisitOpened():
            yield _VISIT, _visit(event, entry.seq)
        case VisitSigned():
            yield _VISIT_SIGNED, {"which": event.visit, "seq": entry.seq}
        case TrialStarted():
            yield _slot(event, "started", entry.seq)
        case ValueRecorded() | ValueCorrected():
            yield _slot(event, _state(event.value), entry.seq)
        case TrialVoided():
            yield _slot(event, "void", entry.seq)
        case PackageExported():
            yield _PACKAGE, _package(event, entry)
        case ReceiptRead():
            yield _RECEIPT, _receipt(event, entry)
        case DefinitionAdopted():
            yield _DEFINITION, _definition(event, entry.seq)
        case DeviceRegistered():
            yield _DEVICE, _device(event)
        case DeviceChecked():
            statement = _DEVICE_CALIBRATED if event.method == CALIBRATION else _DEVICE_CHECKED
            yield statement, {"which": event.device, "on": event.date, "due": event.next_due, "well": int(event.passed)}
        case DeviceRetired():
            yield _DEVICE_RETIRED, {"which": event.device, "why": event.reason}
        case (
            RecipientsSet()
            | SignedIn()
            | SignInFailed()
            | StationLocked()
            | ClockJumped()
            | AssessmentStarted()
            | ValueRefused()
            | ExtraTrialDecided()
            | FindingConfirmed()
            | SummaryPrinted()
            | LedgerVerified()
            | StationCardHanded()
            | AuditExported()
            | HoldReleased()
            | AdverseEventDrafted()
            | AdverseEventCompleted()
            | AdverseEventDismissed()
            | AlertAcknowledged()
            | None
        ):
            return
        case _:
            assert_never(event)


def _state(value: Value) -> str:
    """A coded absence is a state of its own."""
    return "missing" if isinstance(value, Missing) else "value"


def _user(user: str, public_key: str, roles: tuple[str, ...], seq: int) -> Mapping[str, object]:
    return {
        "user": user,
        "key": key_id(public_key),
        "public_key": public_key,
        "roles": _list(roles),
        "active": 1,
        "enrolled_seq": seq,
    }


def _visit(event: VisitOpened, seq: int) -> Mapping[str, object]:
    return {
        "visit": event.visit,
        "participant": event.participant,
        "planned": event.planned,
        "date": event.date,
        "window": event.window,
        "state": "open",
        "opened_seq": seq,
        "signed_seq": None,
    }


def _slot(event: TrialStarted | ValueRecorded | ValueCorrected | TrialVoided, state: str, seq: int) -> Change:
    return _SLOT, {
        "visit": event.visit,
        "assessment": event.assessment,
        "slot": event.slot,
        "turn": event.turn,
        "state": state,
        "seq": seq,
    }


def _device(event: DeviceRegistered) -> Mapping[str, object]:
    return {
        "device": event.device,
        "type": event.type,
        "make": event.make,
        "serial": event.serial,
        "calibration_due": event.calibration_due,
        "resolution": "" if event.resolution is None else plain_decimal(event.resolution),
        "unit": event.unit,
        "checked": "",
        "check_due": "",
        "passed": 1,
        "retired": "",
    }


def _package(event: PackageExported, entry: Entry) -> Mapping[str, object]:
    return {
        "seq": entry.seq,
        "package": event.package,
        "first_seq": event.first_seq,
        "last_seq": event.last_seq,
        "head": event.head,
        "written_at": entry.at.isoformat(),
        "file_name": event.file_name,
        "recipients": _list(event.recipients),
    }


def _receipt(event: ReceiptRead, entry: Entry) -> Mapping[str, object]:
    return {
        "seq": entry.seq,
        "number": event.number,
        "held_seq": event.held_seq,
        "head": event.head,
        "digest": event.digest,
        "central_time": event.central_time,
        "read_at": entry.at.isoformat(),
        "quarantined": _list(event.quarantined),
    }


def _definition(event: DefinitionAdopted, seq: int) -> Mapping[str, object]:
    return {
        "seq": seq,
        "type": event.type,
        "id": event.id,
        "version": event.version,
        "digest": event.digest,
        "text": event.text,
    }


def _list(parts: tuple[str, ...]) -> str:
    return canonical(list(parts)).decode("utf-8")


def project(connection: Connection, entry: Entry) -> None:
    """Bring the read tables up to date with one more entry; the caller holds the transaction."""
    for statement, parameters in changes(entry):
        statement.run(connection, parameters)


def rebuild(connection: Connection, entries: Iterable[Entry]) -> None:
    """Drop the read tables and make them again from the entries; the caller holds the transaction."""
    schema.VIEWS.drop_all(connection)
    schema.VIEWS.create_all(connection)
    for entry in entries:
        project(connection, entry)


def complete(connection: Connection) -> bool:
    """Say whether every read table is there with every column; a database of an earlier version has fewer."""
    there = inspect(connection)
    if not set(schema.VIEWS.tables) <= set(there.get_table_names()):
        return False
    return all(
        {column.name for column in table.columns} <= {column["name"] for column in there.get_columns(name)}
        for name, table in schema.VIEWS.tables.items()
    )


def differences(left: Connection, right: Connection) -> tuple[str, ...]:
    """Return the names of the read tables that differ between two databases."""
    different = []
    for table in schema.VIEWS.sorted_tables:
        ordered = select(table).order_by(*table.primary_key.columns)
        if left.execute(ordered).fetchall() != right.execute(ordered).fetchall():
            different.append(table.name)
    return tuple(different)
