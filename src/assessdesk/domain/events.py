"""The facts: frozen, past tense, written once. `Entry` is a fact as it stands in the ledger.

Every class has a stable `kind` of its own choosing, never a Python path, because the ledger outlives the code.
Field names and kinds are part of the ledger format: change one only together with an upcaster.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import ClassVar

from assessdesk.domain.blinding_events import BlindingEvent
from assessdesk.domain.certification_events import CertificationEvent
from assessdesk.domain.conduct_events import CareFacts, CareFactsChanged, ConductEvent, ParticipantEnrolled
from assessdesk.domain.confirmations import Confirmation
from assessdesk.domain.device_events import DeviceChecked, DeviceRegistered, DeviceRetired
from assessdesk.domain.programme_events import ProgrammeEvent
from assessdesk.domain.query_events import QueryEvent
from assessdesk.domain.safety_events import SafetyEvent
from assessdesk.domain.station_events import (
    AuditExported,
    ClockJumped,
    DefinitionAdopted,
    EpochStarted,
    LedgerVerified,
    PackageExported,
    ReceiptRead,
    RecipientsSet,
    SignedIn,
    SignInFailed,
    StationCardHanded,
    StationLocked,
    UserEnrolled,
    UserRemoved,
)
from assessdesk.domain.values import Value

__all__ = [
    "AssessmentStarted",
    "AuditExported",
    "BlindingEvent",
    "CareFacts",
    "CareFactsChanged",
    "CertificationEvent",
    "ClockJumped",
    "ConductEvent",
    "Confirmation",
    "DefinitionAdopted",
    "DeviceChecked",
    "DeviceRegistered",
    "DeviceRetired",
    "Draft",
    "Entry",
    "EpochStarted",
    "Event",
    "ExtraTrialDecided",
    "FindingConfirmed",
    "Head",
    "LedgerVerified",
    "PackageExported",
    "ParticipantEnrolled",
    "ProgrammeEvent",
    "QueryEvent",
    "ReceiptRead",
    "RecipientsSet",
    "SafetyEvent",
    "ScoreShown",
    "SignInFailed",
    "SignedIn",
    "StationCardHanded",
    "StationLocked",
    "SummaryPrinted",
    "TimingRecord",
    "TrialStarted",
    "TrialVoided",
    "UserEnrolled",
    "UserRemoved",
    "ValueCorrected",
    "ValueRecorded",
    "ValueRefused",
    "VisitOpened",
    "VisitSigned",
    "plain_decimal",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class VisitOpened:
    """A visit began after the second identifier matched. `window` is inside, early, late or unscheduled.

    An unscheduled visit has `unscheduled` in the place of a planned one, and names its own `battery`.
    """

    kind: ClassVar[str] = "visit.opened"
    participant: str
    visit: str
    planned: str
    date: str
    window: str
    reason: str = ""
    study_digest: str
    battery: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class AssessmentStarted:
    """One instrument was begun at a visit."""

    kind: ClassVar[str] = "assessment.started"
    participant: str
    visit: str
    assessment: str
    instrument: str
    edition: str
    definition: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TimingRecord:
    """How a duration was read: both clocks in ms, their source, doubts, and the split of each repetition in ms."""

    source: str
    event_ms: int
    handler_ms: int
    uncertainty_ms: int
    uncertain: tuple[str, ...] = ()
    splits_ms: tuple[int, ...] = ()
    capped: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class TrialStarted:
    """The clock of a timed trial was started; without a later fact for the slot the trial did not finish."""

    kind: ClassVar[str] = "trial.started"
    participant: str
    visit: str
    assessment: str
    slot: str
    turn: int
    performed_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class ValueRecorded:
    """A trial or an item was observed, or was not done for a coded reason.

    `slot` is `section[.side][.number].item`; `turn` counts repeats of a void trial from 1. `as_read` and `unit_read`
    are what stood on the device; `rest_ms` is the rest that was really kept.
    """

    kind: ClassVar[str] = "value.recorded"
    participant: str
    visit: str
    assessment: str
    slot: str
    turn: int
    value: Value
    performed_at: datetime
    as_read: str = ""
    unit_read: str = ""
    confirmations: tuple[Confirmation, ...] = ()
    timing: TimingRecord | None = None
    rest_ms: int | None = None
    completed_repetitions: int | None = None
    device: str = ""
    stop_reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingConfirmed:
    """A soft finding about a value that was already on disk (a timed one) was confirmed with a reason."""

    kind: ClassVar[str] = "finding.confirmed"
    participant: str
    visit: str
    assessment: str
    slot: str
    turn: int
    confirmation: Confirmation


@dataclass(frozen=True, slots=True, kw_only=True)
class ValueRefused:
    """Text that was not accepted: outside a hard limit, unreadable, or re-measured; kept for the audit trail only."""

    kind: ClassVar[str] = "value.refused"
    participant: str
    visit: str
    assessment: str
    slot: str
    turn: int
    text: str
    finding: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TrialVoided:
    """A recorded trial does not count, for a coded reason (V1 … V5); it stays."""

    kind: ClassVar[str] = "trial.voided"
    participant: str
    visit: str
    assessment: str
    slot: str
    turn: int
    code: str
    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ExtraTrialDecided:
    """The extra trial offered for a side was taken up or declined."""

    kind: ClassVar[str] = "trial.extra_decided"
    participant: str
    visit: str
    assessment: str
    section: str
    side: str
    taken: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ValueCorrected:
    """A later value replaces an earlier one, with a reason for change; `base` is the replaced entry's hash."""

    kind: ClassVar[str] = "value.corrected"
    participant: str
    visit: str
    assessment: str
    slot: str
    turn: int
    value: Value
    reason: str
    base: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ScoreShown:
    """What a scorer gave when it was shown; the truth is recomputed from the trials."""

    scorer: str
    name: str
    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class VisitSigned:
    """A person signed a visit: meaning, digest of what was seen, and the scores that were shown."""

    kind: ClassVar[str] = "visit.signed"
    participant: str
    visit: str
    meaning: str
    digest: str
    scores: tuple[ScoreShown, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SummaryPrinted:
    """The participant's page was printed (`printer`) or saved (`pdf`), showing this head code."""

    kind: ClassVar[str] = "summary.printed"
    participant: str
    visit: str
    form: str
    language: str
    head: str


Event = (
    EpochStarted
    | UserEnrolled
    | UserRemoved
    | RecipientsSet
    | SignedIn
    | SignInFailed
    | StationLocked
    | ClockJumped
    | DefinitionAdopted
    | VisitOpened
    | AssessmentStarted
    | TrialStarted
    | ValueRecorded
    | FindingConfirmed
    | ValueRefused
    | TrialVoided
    | ExtraTrialDecided
    | ValueCorrected
    | VisitSigned
    | SummaryPrinted
    | PackageExported
    | ReceiptRead
    | LedgerVerified
    | StationCardHanded
    | AuditExported
    | DeviceRegistered
    | DeviceChecked
    | DeviceRetired
    | SafetyEvent
    | ConductEvent
    | BlindingEvent
    | ProgrammeEvent
    | QueryEvent
    | CertificationEvent
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """An event on its way into the ledger, with what the header needs beside it.

    `entity` is the participant's id for participant facts, else the station's name. `field` is the path of what is
    stated (`visit/assessment/slot`), `base` the hash of the entry that it supersedes.
    """

    event: Event
    entity: str
    field: str = ""
    base: str = ""
    originator: str = "person"
    definition: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A fact as it stands in the ledger. `event` is None only where the payload was redacted."""

    study: str
    station: str
    epoch: int
    seq: int
    hash: str
    previous: str
    kind: str
    entity: str
    field: str
    base: str
    user: str
    key: str
    originator: str
    at: datetime
    monotonic_ms: int
    boot: str
    receipt: str
    version: str
    definition: str
    event: Event | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """The end of a stream: how many entries, and the hash of the last."""

    seq: int
    hash: str

    @property
    def code(self) -> str:
        """The first 64 bits in four groups, as printed at the foot of a summary."""
        text = self.hash[:16].upper()
        return " ".join(text[i : i + 4] for i in range(0, 16, 4))


def plain_decimal(value: Decimal) -> str:
    """A decimal as the digits a person would write, without exponent."""
    return format(value, "f")
