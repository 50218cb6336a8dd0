"""A ledger in memory for tests of use cases: real signatures and bytes, no file, views folded in plain Python.

The contract suite in `tests/storage` holds it to the same behaviour as the encrypted one.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta, timezone
from typing import BinaryIO

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from assessdesk.domain.events import (
    DefinitionAdopted,
    DeviceChecked,
    DeviceRegistered,
    DeviceRetired,
    Draft,
    Entry,
    EpochStarted,
    Head,
    PackageExported,
    ReceiptRead,
    TrialStarted,
    TrialVoided,
    UserEnrolled,
    UserRemoved,
    ValueCorrected,
    ValueRecorded,
    VisitOpened,
    VisitSigned,
)
from assessdesk.domain.record import UNSIGNING
from assessdesk.domain.wire import FIRST_PREVIOUS, WireEntry, fault_of, read_header
from assessdesk.ports import (
    Author,
    Clock,
    Conflict,
    DefinitionRow,
    DeviceRow,
    PackageRow,
    ParticipantRow,
    ReceiptRow,
    StationFacts,
    UserRow,
    Verification,
    VisitRow,
)
from assessdesk.storage.chain import KeyDirectory, author_of, first_tip, key_id
from assessdesk.storage.codec import entry_of
from assessdesk.storage.station_keys import StationKeys
from tests.fakes.memory_conduct import MemoryConduct, participant_rows


@dataclass
class TickingClock:
    """A clock that moves one second at each look at the wall clock, in Korea's zone, and can be set."""

    at: datetime = datetime(2026, 11, 21, 0, 0, 0, tzinfo=UTC)
    milliseconds: int = 1_000
    boot_id: str = "boot-1"

    def now(self) -> datetime:
        self.at += timedelta(seconds=1)
        return self.at.astimezone(timezone(timedelta(hours=9)))

    def monotonic_ms(self) -> int:
        self.milliseconds += 1_000
        return self.milliseconds

    def boot(self) -> str:
        return self.boot_id


@dataclass
class MemoryViews(MemoryConduct):
    """`ports.Views` over a list of entries, folded anew at each question."""

    stream: list[Entry] = field(default_factory=list)

    def participants(self, matching: str = "", limit: int | None = None) -> tuple[ParticipantRow, ...]:
        found = [row for row in participant_rows(self.stream).values() if matching.lower() in row.code.lower()]
        return tuple(sorted(found, key=lambda row: (row.code, row.participant))[:limit])

    def participant(self, participant: str) -> ParticipantRow | None:
        return next((row for row in self.participants() if row.participant == participant), None)

    def participants_since(self, seq: int) -> tuple[ParticipantRow, ...]:
        found = [row for row in participant_rows(self.stream).values() if row.last_seq > seq]
        return tuple(sorted(found, key=lambda row: row.last_seq))

    def visits(self, participant: str = "") -> tuple[VisitRow, ...]:
        rows: dict[str, VisitRow] = {}
        begun: dict[str, set[str]] = {}
        for entry in self.stream:
            match entry.event:
                case VisitOpened() as event:
                    rows[event.visit] = _visit(event, entry.seq)
                case VisitSigned() as event:
                    rows[event.visit] = replace(rows[event.visit], state="signed", signed_seq=entry.seq)
                case TrialStarted() | ValueRecorded() | ValueCorrected() | TrialVoided() as event:
                    begun.setdefault(event.visit, set()).add(event.assessment)
                case _:
                    pass
            if isinstance(entry.event, UNSIGNING) and entry.event.visit in rows:
                rows[entry.event.visit] = replace(rows[entry.event.visit], state="open", signed_seq=None)
        counted = (
            replace(row, begun=len(begun.get(row.visit, ())) if row.state == "open" else 0) for row in rows.values()
        )
        return tuple(row for row in counted if participant in {"", row.participant})

    def signed_visits(self, *, until: int | None = None) -> int:
        signed = [row.signed_seq for row in self.visits() if row.signed_seq is not None]
        return sum(1 for seq in signed if until is None or seq <= until)

    def users(self) -> tuple[UserRow, ...]:
        rows: dict[str, UserRow] = {}
        for entry in self.stream:
            match entry.event:
                case EpochStarted() | UserEnrolled() as event:
                    rows[event.user] = UserRow(
                        user=event.user,
                        key=key_id(event.user_key),
                        public_key=event.user_key,
                        roles=event.roles,
                        active=True,
                    )
                case UserRemoved() as event if event.user in rows:
                    rows[event.user] = replace(rows[event.user], active=False)
        return tuple(rows.values())

    def devices(self) -> tuple[DeviceRow, ...]:
        rows: dict[str, DeviceRow] = {}
        for entry in self.stream:
            match entry.event:
                case DeviceRegistered() as event:
                    before = rows.get(event.device)
                    rows[event.device] = DeviceRow(
                        device=event.device,
                        type=event.type,
                        make=event.make,
                        serial=event.serial,
                        calibration_due=event.calibration_due,
                        resolution="" if event.resolution is None else format(event.resolution, "f"),
                        unit=event.unit,
                        checked=before.checked if before else "",
                        check_due=before.check_due if before else "",
                        passed=before.passed if before else True,
                        retired="",
                    )
                case DeviceChecked() as event if event.device in rows:
                    row = replace(rows[event.device], checked=event.date, passed=event.passed)
                    calibrated = event.method == "calibration"
                    rows[event.device] = (
                        replace(row, calibration_due=event.next_due)
                        if calibrated
                        else replace(row, check_due=event.next_due)
                    )
                case DeviceRetired() as event if event.device in rows:
                    rows[event.device] = replace(rows[event.device], retired=event.reason)
                case _:
                    pass
        return tuple(sorted(rows.values(), key=lambda row: row.device))

    def packages(self) -> tuple[PackageRow, ...]:
        return tuple(
            PackageRow(
                package=entry.event.package,
                first_seq=entry.event.first_seq,
                last_seq=entry.event.last_seq,
                head=entry.event.head,
                written_at=entry.at,
                file_name=entry.event.file_name,
                recipients=entry.event.recipients,
            )
            for entry in reversed(self.stream)
            if isinstance(entry.event, PackageExported)
        )

    def receipts(self) -> tuple[ReceiptRow, ...]:
        return tuple(
            ReceiptRow(
                number=entry.event.number,
                held_seq=entry.event.held_seq,
                head=entry.event.head,
                central_time=entry.event.central_time,
                read_at=entry.at,
                quarantined=entry.event.quarantined,
            )
            for entry in reversed(self.stream)
            if isinstance(entry.event, ReceiptRead)
        )

    def definitions(self) -> tuple[DefinitionRow, ...]:
        return tuple(
            DefinitionRow(
                type=entry.event.type,
                id=entry.event.id,
                version=entry.event.version,
                digest=entry.event.digest,
                text=entry.event.text,
            )
            for entry in self.stream
            if isinstance(entry.event, DefinitionAdopted)
        )


def _visit(event: VisitOpened, seq: int) -> VisitRow:
    return VisitRow(
        visit=event.visit,
        participant=event.participant,
        planned=event.planned,
        date=event.date,
        window=event.window,
        state="open",
        opened_seq=seq,
        signed_seq=None,
        begun=0,
    )


class MemoryLedger:
    """`ports.Ledger` without a file."""

    def __init__(self, facts: StationFacts, *, clock: Clock) -> None:
        self._facts = facts
        self._clock = clock
        self._keys = StationKeys.fresh()
        self._tip = first_tip(facts.study, facts.station, facts.epoch)
        self._wires: list[WireEntry] = []
        self._views = MemoryViews()

    @property
    def study(self) -> str:
        return self._facts.study

    @property
    def station(self) -> str:
        return self._facts.station

    @property
    def epoch(self) -> int:
        return self._facts.epoch

    @property
    def views(self) -> MemoryViews:
        return self._views

    def head(self) -> Head:
        return self._tip.head

    def append(self, drafts: Sequence[Draft], *, author: Author, expected_seq: int) -> tuple[Entry, ...]:
        if self._tip.head.seq != expected_seq:
            raise Conflict("LEDGER_MOVED", expected=expected_seq, found=self._tip.head.seq)
        self._tip, signed = self._tip.extended(drafts, author=author, clock=self._clock)
        entries = tuple(entry_of(wire) for wire, _, _ in signed)
        self._wires.extend(wire for wire, _, _ in signed)
        self._views.stream.extend(entries)
        return entries

    def entries(self, *, entity: str = "", after: int = 0, kinds: Sequence[str] = ()) -> Iterator[Entry]:
        for entry in tuple(self._views.stream):
            if entry.seq > after and entity in {"", entry.entity} and (not kinds or entry.kind in kinds):
                yield entry

    def wire(self, *, first: int, last: int) -> Iterator[WireEntry]:
        if not 1 <= first <= last <= len(self._wires):
            raise ValueError(f"entries {first} to {last} are not all in a ledger of {len(self._wires)}")
        yield from self._wires[first - 1 : last]

    def verify(self, progress: Callable[[int, int], None] | None = None) -> Verification:
        directory, previous, faults = KeyDirectory(), FIRST_PREVIOUS, []
        for number, wire in enumerate(self._wires, start=1):
            event = entry_of(wire).event
            if isinstance(event, EpochStarted):
                directory.learn(self.station, event)
            faults.append(fault_of(wire, expected_seq=number, previous=previous))
            faults.append(directory.fault_of(read_header(wire.header), wire))
            if event is not None:
                directory.learn(self.station, event)
            previous = wire.hash
            if progress is not None:
                progress(number, len(self._wires))
        named = tuple(fault for fault in faults if fault is not None)
        return Verification(entries=len(self._wires), head=self.head(), faults=named)

    def station_author(self) -> Author:
        return self._keys.author(self.station)

    def station_public_key(self) -> str:
        return self._keys.public_key()

    def station_recipient(self) -> str:
        return self._keys.recipient()

    def open_sealed(self, sealed: bytes) -> bytes:
        opened = io.BytesIO()
        self.open_sealed_stream(io.BytesIO(sealed), opened)
        return opened.getvalue()

    def open_sealed_stream(self, sealed: BinaryIO, opened: BinaryIO) -> None:
        self._keys.open_sealed_stream(sealed, opened)

    def close(self) -> None:
        return


def started_memory_ledger(
    *,
    clock: Clock | None = None,
    user: str = "a-tester",
    roles: Sequence[str] = ("coordinator", "assessor"),
    facts: StationFacts | None = None,
) -> tuple[MemoryLedger, Author]:
    """Return a ledger that holds its first entry, and the person who wrote it."""
    facts = facts or StationFacts(study="kct0008961", site="S01", station="S01-A", epoch=1, format=1)
    ledger = MemoryLedger(facts, clock=clock or TickingClock())
    key = Ed25519PrivateKey.generate()
    author = author_of(user, key)
    started = EpochStarted(
        study=facts.study,
        site=facts.site,
        station_key=ledger.station_public_key(),
        user=user,
        user_key=key.public_key().public_bytes_raw().hex(),
        roles=tuple(roles),
    )
    ledger.append((Draft(event=started, entity=facts.station),), author=author, expected_seq=0)
    return ledger, author
