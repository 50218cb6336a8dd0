"""Plain rows that cross the ports: what read tables answer, what stands in the clear, what packages and receipts say.

They carry facts already decided elsewhere and must not know who made or shows them.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from assessdesk.domain.codes import is_practice
from assessdesk.domain.events import Head
from assessdesk.domain.status import may_collect


@dataclass(frozen=True, slots=True, kw_only=True)
class ParticipantRow:
    """A participant as lists need it. `collect` is what may still be collected in a status, words between spaces.

    Of somebody who was screened only, hand, consent date and anchor date are empty.
    """

    participant: str
    code: str
    birth_year: int
    sex: str
    dominant_hand: str
    language: str
    consent_date: str
    anchor_date: str
    restricted_side: str
    status: str
    collect: str
    last_seq: int

    def collects(self, what: str) -> bool:
        """Say whether `what` (of `domain.status.COLLECTED`) may be collected about this participant now."""
        return may_collect(self.status, self.collect.split(), what)


@dataclass(frozen=True, slots=True, kw_only=True)
class VisitRow:
    """A visit that took place, as lists need it. `state` is open or signed; seqs locate it in the stream.

    `begun` counts the assessments with a value while the visit is open; for a signed visit nobody counts (0).
    """

    visit: str
    participant: str
    planned: str
    date: str
    window: str
    state: str
    opened_seq: int
    signed_seq: int | None
    begun: int


@dataclass(frozen=True, slots=True, kw_only=True)
class UserRow:
    """A person enrolled on this station."""

    user: str
    key: str
    public_key: str
    roles: tuple[str, ...]
    active: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class DeviceRow:
    """A device of the register: what it is, until when it is calibrated, and how its last check went.

    Days are YYYY-MM-DD, empty where there is none; `checked` is the day of the last check of any kind, `passed` its
    outcome (True before the first). `resolution` is plain digits in `unit`. `retired` is the reason, empty in use.
    """

    device: str
    type: str
    make: str
    serial: str
    calibration_due: str
    resolution: str
    unit: str
    checked: str
    check_due: str
    passed: bool
    retired: str

    @property
    def due(self) -> str:
        """The first day on which something falls due, or nothing."""
        return min((day for day in (self.calibration_due, self.check_due) if day), default="")


@dataclass(frozen=True, slots=True, kw_only=True)
class PackageRow:
    """A package that was exported, newest first in lists."""

    package: str
    first_seq: int
    last_seq: int
    head: str
    written_at: datetime
    file_name: str
    recipients: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReceiptRow:
    """A receipt of central that was read."""

    number: int
    held_seq: int
    head: str
    central_time: str
    read_at: datetime
    quarantined: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DefinitionRow:
    """A definition that was adopted into the ledger."""

    type: str
    id: str
    version: str
    digest: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Verification:
    """Outcome of a full check: how many entries, the head, and every fault as a sentence with its place."""

    entries: int
    head: Head
    faults: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Anchor:
    """The last-seen head, kept outside the database, and how the last run ended. No participant is named in it."""

    seq: int
    hash: str
    clean: bool
    at: str
    signed_visits: int = 0
    visits_at_central: int = 0
    entries_at_central: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class StationFacts:
    """What stands in the clear in a station folder."""

    study: str
    site: str
    station: str
    epoch: int
    format: int

    @property
    def practice(self) -> bool:
        """Whether people practise here on invented participants; the station's name says it, in every entry."""
        return is_practice(self.station)


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """The signed first line of a package."""

    package: str
    study: str
    station: str
    epoch: int
    first_seq: int
    last_seq: int
    head_before: str
    head_after: str
    entries: int
    payload_bytes: int
    recipients: tuple[str, ...]
    station_key: str
    created_at: str
    minimum_reader: int
    version: str


@dataclass(frozen=True, slots=True, kw_only=True)
class QueryWord:
    """Something that central says about a query of its own; `number` counts what it says about one query, from 1.

    `act` is raised, closed or reopened, `by` the data manager, `at` central's time. The query is addressed by study
    code, planned visit with the ISO day on which it took place, instrument and slot; what does not apply is empty.
    """

    query: str
    number: int
    act: str
    by: str
    at: str
    code: str
    visit: str
    date: str
    instrument: str
    slot: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Receipt:
    """Central's signed word on what it holds of one station's stream, and on its queries that are not seen there."""

    number: int
    study: str
    station: str
    epoch: int
    held_seq: int
    head: str
    central_time: str
    accepted: tuple[str, ...]
    quarantined: tuple[str, ...]
    digest: str
    queries: tuple[QueryWord, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class AnchorRow:
    """A day from which visits of a participant are counted, other than the start."""

    participant: str
    anchor: str
    date: str


@dataclass(frozen=True, slots=True, kw_only=True)
class InfusionRow:
    """Day 1 of a cycle of chemotherapy."""

    participant: str
    cycle: int
    date: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MissedRow:
    """A planned visit that did not take place, and why."""

    participant: str
    planned: str
    date: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CallRow:
    """The latest word on a planned follow-up by telephone: attempted, reached, recorded or missed."""

    participant: str
    call: str
    state: str
    date: str


@dataclass(frozen=True, slots=True, kw_only=True)
class QueryRow:
    """A query as lists need it. `stand` is open, answered or closed; `origin` person, rule or central.

    `answered_by` is who gave the latest answer, or nothing.
    """

    query: str
    participant: str
    visit: str
    assessment: str
    instrument: str
    slot: str
    stand: str
    origin: str
    raised_by: str
    raised_at: str
    answered_by: str
    text: str
    seq: int


@dataclass(frozen=True, slots=True, kw_only=True)
class CertificateRow:
    """Who may administer an instrument, from and until which day; `revoked` is the day it ended early, or empty."""

    user: str
    instrument: str
    certified_on: str
    valid_until: str
    trainer: str
    revoked: str
