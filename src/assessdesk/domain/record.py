"""What the facts about one participant add up to: visits, their assessments, and every slot with all its turns.

`evolve` is the only reader of events on the way to a screen or a score. It must not know how a record is shown.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import assert_never, get_args

from assessdesk.domain.adverse import AdverseEvent, Release, evolve_adverse
from assessdesk.domain.certification_events import CertificationEvent
from assessdesk.domain.conduct import BASELINE, ENROLLED, Conduct, Surrounding, evolve_conduct
from assessdesk.domain.conduct_events import (
    AnchorStated,
    AssessmentAdministered,
    AssessmentJudged,
    ParticipantScreened,
)
from assessdesk.domain.device_events import DeviceEvent
from assessdesk.domain.events import (
    AssessmentStarted,
    CareFacts,
    CareFactsChanged,
    Confirmation,
    Entry,
    ExtraTrialDecided,
    FindingConfirmed,
    ParticipantEnrolled,
    SummaryPrinted,
    TimingRecord,
    TrialStarted,
    TrialVoided,
    ValueCorrected,
    ValueRecorded,
    ValueRefused,
    VisitOpened,
    VisitSigned,
)
from assessdesk.domain.safety_events import (
    AdverseEventCompleted,
    AdverseEventDismissed,
    AdverseEventDrafted,
    AlertAcknowledged,
    HoldReleased,
)
from assessdesk.domain.station_events import StationEvent
from assessdesk.domain.values import Missing, Value


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """One turn at a slot: what was recorded, by which entry, and whether it was voided or corrected since."""

    turn: int
    value: Value
    performed_at: datetime
    monotonic_ms: int
    boot: str
    seq: int
    entry: str
    user: str
    as_read: str = ""
    confirmations: tuple[Confirmation, ...] = ()
    timing: TimingRecord | None = None
    rest_ms: int | None = None
    completed_repetitions: int | None = None
    device: str = ""
    void_code: str = ""
    corrected: bool = False
    stop_reason: str = ""

    @property
    def missing(self) -> Missing | None:
        """The coded absence, if that is what was recorded."""
        return self.value if isinstance(self.value, Missing) else None

    @property
    def performed(self) -> bool:
        """Whether something was done: a value, or a clock that ran and was stopped early or at its cap."""
        return self.missing is None or self.timing is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class Assessment:
    """One instrument performed at a visit. `slots` holds, by slot, every turn in order; `extra` the offers decided."""

    id: str
    visit: str
    instrument: str
    edition: str
    definition: str
    seq: int
    started_at: datetime
    slots: Mapping[str, tuple[Turn, ...]] = field(default_factory=dict)
    extra: Mapping[tuple[str, str], bool] = field(default_factory=dict)
    running: tuple[str, int] | None = None
    refusals: int = 0

    def live(self, slot: str) -> Turn | None:
        """Return the turn that counts at a slot: the last one, unless it was voided."""
        turns = self.slots.get(slot, ())
        return turns[-1] if turns and not turns[-1].void_code else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Signing:
    """A signature on a visit, and whether a later fact un-signed it."""

    user: str
    at: datetime
    meaning: str
    digest: str
    seq: int
    entry: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit:
    """What happened at one visit."""

    id: str
    planned: str
    date: str
    window: str
    reason: str
    opened_at: datetime
    opened_seq: int
    study_digest: str
    last_seq: int
    battery: tuple[str, ...] = ()
    assessments: Mapping[str, Assessment] = field(default_factory=dict)
    signing: Signing | None = None
    printed: int = 0
    releases: tuple[Release, ...] = ()
    adverse_events: Mapping[str, AdverseEvent] = field(default_factory=dict)

    def of(self, instrument: str) -> Assessment | None:
        """Return the latest assessment with an instrument at this visit."""
        found = [item for item in self.assessments.values() if item.instrument == instrument]
        return found[-1] if found else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """Everything the ledger states about one participant."""

    participant: str = ""
    code: str = ""
    birth_year: int = 0
    sex: str = ""
    dominant_hand: str = ""
    language: str = "en"
    consent_date: str = ""
    consent_version: str = ""
    anchor_date: str = ""
    care: CareFacts = field(default_factory=CareFacts)
    visits: Mapping[str, Visit] = field(default_factory=dict)
    conduct: Conduct = field(default_factory=Conduct)
    adverse_events: Mapping[str, AdverseEvent] = field(default_factory=dict)
    """Those that came up outside visits; every visit holds its own."""
    last_seq: int = 0

    def earlier(self, instrument: str, visit: str) -> tuple[Assessment, ...]:
        """Return the assessments with an instrument at the visits before `visit`, first one first."""
        found: list[Assessment] = []
        for other in self.visits.values():
            if other.id == visit:
                break
            assessment = other.of(instrument)
            if assessment:
                found.append(assessment)
        return tuple(found)

    def previous(self, instrument: str, visit: str) -> Assessment | None:
        """Return the last assessment with an instrument at an earlier visit than `visit`."""
        found = self.earlier(instrument, visit)
        return found[-1] if found else None


def evolve(record: Record, entry: Entry) -> Record:
    """Return the record with one more fact. Facts about the station or its people change nothing here."""
    event = entry.event
    if isinstance(event, StationEvent | DeviceEvent | CertificationEvent):
        return record
    if event is None:
        return replace(record, last_seq=entry.seq)
    if isinstance(event, Surrounding):
        anchor_date = record.anchor_date
        if isinstance(event, AnchorStated) and event.anchor == BASELINE:
            anchor_date = event.date
        after = replace(record, conduct=evolve_conduct(record.conduct, event, entry), anchor_date=anchor_date)
        if isinstance(event, AssessmentAdministered | AssessmentJudged):
            after = _with_visit(after, replace(after.visits[event.visit], signing=None, last_seq=entry.seq))
        return replace(after, last_seq=entry.seq)
    match event:
        case ParticipantScreened():
            after = Record(
                participant=event.participant,
                code=event.code,
                birth_year=event.birth_year,
                sex=event.sex,
                language=event.language,
            )
        case ParticipantEnrolled():
            after = replace(
                record,
                conduct=replace(record.conduct, status=ENROLLED),
                participant=event.participant,
                code=event.code,
                birth_year=event.birth_year,
                sex=event.sex,
                dominant_hand=event.dominant_hand,
                language=event.language,
                consent_date=event.consent_date,
                consent_version=event.consent_version,
                anchor_date=event.anchor_date,
                care=event.care,
            )
        case CareFactsChanged():
            after = replace(record, care=event.care)
        case VisitOpened():
            visit = Visit(
                id=event.visit,
                planned=event.planned,
                date=event.date,
                window=event.window,
                reason=event.reason,
                opened_at=entry.at,
                opened_seq=entry.seq,
                study_digest=event.study_digest,
                last_seq=entry.seq,
                battery=event.battery,
            )
            after = replace(record, visits={**record.visits, event.visit: visit})
        case VisitSigned():
            signing = Signing(
                user=entry.user,
                at=entry.at,
                meaning=event.meaning,
                digest=event.digest,
                seq=entry.seq,
                entry=entry.hash,
            )
            after = _with_visit(record, replace(record.visits[event.visit], signing=signing))
        case SummaryPrinted():
            visit = record.visits[event.visit]
            after = _with_visit(record, replace(visit, printed=visit.printed + 1))
        case HoldReleased():
            visit = record.visits[event.visit]
            release = Release(event=event, seq=entry.seq, user=entry.user, at=entry.at)
            after = _with_visit(record, replace(visit, releases=(*visit.releases, release)))
        case AdverseEventDrafted() | AdverseEventCompleted() | AdverseEventDismissed() | AlertAcknowledged():
            if not event.visit:
                held = evolve_adverse(record.adverse_events, event, entry)
                return replace(record, adverse_events=held, last_seq=entry.seq)
            visit = record.visits[event.visit]
            held = evolve_adverse(visit.adverse_events, event, entry)
            after = _with_visit(record, replace(visit, adverse_events=held))
        case AssessmentStarted():
            assessment = Assessment(
                id=event.assessment,
                visit=event.visit,
                instrument=event.instrument,
                edition=event.edition,
                definition=event.definition,
                seq=entry.seq,
                started_at=entry.at,
            )
            after = _with_assessment(record, assessment, entry.seq)
        case (
            TrialStarted()
            | ValueRecorded()
            | FindingConfirmed()
            | ValueRefused()
            | TrialVoided()
            | ExtraTrialDecided()
            | ValueCorrected()
        ):
            assessment = record.visits[event.visit].assessments[event.assessment]
            after = _with_assessment(record, _evolve_assessment(assessment, event, entry), entry.seq)
        case _:
            assert_never(event)
    return replace(after, last_seq=entry.seq)


AssessmentEvent = (
    TrialStarted | ValueRecorded | FindingConfirmed | ValueRefused | TrialVoided | ExtraTrialDecided | ValueCorrected
)
UNSIGNING = (*get_args(AssessmentEvent), AssessmentStarted, AssessmentAdministered, AssessmentJudged)
"""The kinds that change what a signature stands for: after one of them the visit must be signed again."""


def _evolve_assessment(assessment: Assessment, event: AssessmentEvent, entry: Entry) -> Assessment:
    """Return the assessment with one more fact of its own."""
    match event:
        case TrialStarted():
            return replace(assessment, running=(event.slot, event.turn))
        case ValueRefused():
            return replace(assessment, refusals=assessment.refusals + 1)
        case ExtraTrialDecided():
            return replace(assessment, extra={**assessment.extra, (event.section, event.side): event.taken})
        case ValueRecorded():
            turns = (*assessment.slots.get(event.slot, ()), _turn_of(event, entry))
            return replace(assessment, slots={**assessment.slots, event.slot: turns}, running=None)
        case FindingConfirmed():
            turn = assessment.slots[event.slot][-1]
            confirmations = (*turn.confirmations, event.confirmation)
            return _with_turn(assessment, event.slot, event.turn, confirmations=confirmations)
        case TrialVoided():
            return _with_turn(assessment, event.slot, event.turn, void_code=event.code)
        case ValueCorrected():
            return _with_turn(assessment, event.slot, event.turn, **_corrections(assessment, event, entry))
        case _:
            assert_never(event)


def _corrections(assessment: Assessment, event: ValueCorrected, entry: Entry) -> dict[str, object]:
    """Return what a correction changes of a turn; what is not done any more, or is after all, was counted otherwise."""
    changes: dict[str, object] = {"value": event.value, "corrected": True, "entry": entry.hash, "seq": entry.seq}
    before = next((turn for turn in assessment.slots[event.slot] if turn.turn == event.turn), None)
    if before is not None and (before.missing is None) == isinstance(event.value, Missing):
        changes["completed_repetitions"] = None
    return changes


def _turn_of(event: ValueRecorded, entry: Entry) -> Turn:
    """Return the turn that a recorded value makes."""
    return Turn(
        turn=event.turn,
        value=event.value,
        performed_at=event.performed_at,
        monotonic_ms=entry.monotonic_ms,
        boot=entry.boot,
        seq=entry.seq,
        entry=entry.hash,
        user=entry.user,
        as_read=event.as_read,
        confirmations=event.confirmations,
        timing=event.timing,
        rest_ms=event.rest_ms,
        completed_repetitions=event.completed_repetitions,
        device=event.device,
        stop_reason=event.stop_reason,
    )


def _with_turn(assessment: Assessment, slot: str, number: int, **changes: object) -> Assessment:
    """Return the assessment with one turn of a slot changed."""
    turns = tuple(
        replace(turn, **changes) if turn.turn == number else turn  # type: ignore[arg-type]  # names are Turn's own
        for turn in assessment.slots[slot]
    )
    return replace(assessment, slots={**assessment.slots, slot: turns})


def _with_assessment(record: Record, assessment: Assessment, seq: int) -> Record:
    """Return the record with an assessment added or replaced; a change of a signed visit un-signs it."""
    visit = record.visits[assessment.visit]
    assessments = {**visit.assessments, assessment.id: assessment}
    return _with_visit(record, replace(visit, assessments=assessments, signing=None, last_seq=seq))


def _with_visit(record: Record, visit: Visit) -> Record:
    """Return the record with a visit replaced, order kept."""
    return replace(record, visits={**record.visits, visit.id: visit})


def fold(entries: Iterable[Entry]) -> Record:
    """Return what a participant's entries add up to."""
    record = Record()
    for entry in entries:
        record = evolve(record, entry)
    return record
