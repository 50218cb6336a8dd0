"""The audit trail as rows a person can read: when, who, what, about which place, old and new, why.

Words stay codes where a window has its own; values of earlier visits stay hidden while the study is blinded, and facts
whose mere existence tells the arm are left out for those who may not know it. It must not know how a row is displayed.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from assessdesk.domain.blinding_events import UnblindedInEmergency
from assessdesk.domain.conduct_events import (
    AssessmentAdministered,
    ParticipantScreened,
    StatusChanged,
    VisitMissed,
)
from assessdesk.domain.device_events import DeviceChecked, DeviceRegistered, DeviceRetired
from assessdesk.domain.events import (
    AssessmentStarted,
    CareFactsChanged,
    Entry,
    Event,
    ExtraTrialDecided,
    FindingConfirmed,
    ParticipantEnrolled,
    TrialVoided,
    UserRemoved,
    ValueCorrected,
    ValueRecorded,
    ValueRefused,
    VisitOpened,
    VisitSigned,
    plain_decimal,
)
from assessdesk.domain.instrument import Instrument
from assessdesk.domain.programme_events import CallAttempted, CallMissed, CallRecorded, SessionRecorded
from assessdesk.domain.query_events import QueryAnswered, QueryClosed, QueryRaised, QueryReopened
from assessdesk.domain.safety_events import (
    AdverseEventCompleted,
    AdverseEventDismissed,
    AdverseEventDrafted,
    HoldReleased,
)
from assessdesk.domain.values import Choice, Missing, Observed, Quantity, Text, Value
from assessdesk.services.audit_conduct import stated_reason, stated_value, station_value
from assessdesk.services.concealment import concealed
from assessdesk.services.desk import Desk
from assessdesk.services.visit_plans import planned_title

HIDDEN = "hidden"
LOOK_BACK = (1, 4, 16)
SIDES = ("right", "left")
EARLIER_RESULTS = (ValueRecorded, ValueCorrected, ValueRefused, TrialVoided)
FRAME_KINDS = (
    ParticipantScreened.kind,
    ParticipantEnrolled.kind,
    VisitOpened.kind,
    AssessmentStarted.kind,
    VisitSigned.kind,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a value belongs: titles in the language asked for, `side` right, left or nothing, `number` of the trial.

    `item` is empty where the section says it already, in trials that take one value each.
    """

    instrument: str = ""
    section: str = ""
    side: str = ""
    number: str = ""
    item: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class AuditRow:
    """One entry. `kind` is the entry's kind; `old` and `new` are values as written, `hidden` where blinded.

    `about` is the participant's code, the device's label, or the station's name. `reason` is a code, words, or both.
    `failed` marks the check of a device that did not pass.
    """

    seq: int
    hash: str
    at: datetime
    user: str
    originator: str
    kind: str
    participant: str
    about: str
    visit: str = ""
    place: Place = field(default_factory=Place)
    old: str = ""
    new: str = ""
    reason: str = ""
    code: str = ""
    failed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """Which entries are asked for: of kinds, written while one person was signed in; nothing stated is all."""

    kinds: Collection[str] = ()
    user: str = ""


ALL = Wanted()


@dataclass(slots=True)
class _Memory:
    """What the entries read so far add up to, as far as later rows need it."""

    codes: dict[str, str] = field(default_factory=dict)
    planned: dict[str, str] = field(default_factory=dict)
    instruments: dict[str, str] = field(default_factory=dict)
    values: dict[tuple[str, str], str] = field(default_factory=dict)
    latest: dict[str, str] = field(default_factory=dict)
    signed: set[str] = field(default_factory=set)


def audit_rows(
    desk: Desk, *, language: str, participant: str = "", wanted: Wanted = ALL, most: int | None = 500
) -> tuple[AuditRow, ...]:
    """Return the newest wanted entries, at most so many of the station and all of one participant, newest first."""
    entries = _entries(desk, participant, wanted, None if participant else most)
    memory = _Memory()
    for one in sorted({entry.entity for entry in entries}):
        for entry in desk.ledger.entries(entity=one, kinds=FRAME_KINDS):
            _note(memory, entry)
    told = _told(desk, entries, memory)
    shown_to_all = not desk.in_force.blinded or desk.may("unblinded")
    rows = [
        _row(entry, memory, told[entry.seq], desk=desk, language=language, open_to_role=shown_to_all)
        for entry in entries
    ]
    return tuple(reversed(rows))


def _entries(desk: Desk, participant: str, wanted: Wanted, most: int | None) -> Sequence[Entry]:
    """Return the newest entries that are wanted and may be shown, the oldest first."""
    head = desk.ledger.head().seq
    found: deque[Entry] = deque()
    # A ledger is read forwards: first its end, then more of it, until enough was found.
    looks = () if most is None else (most * times for times in LOOK_BACK)
    for after in (*(head - look for look in looks if look < head), 0):
        found = deque(
            (
                entry
                for entry in desk.ledger.entries(entity=participant, after=after, kinds=sorted(wanted.kinds))
                if wanted.user in {"", entry.user} and not concealed(desk, entry.event)
            ),
            maxlen=most,
        )
        if len(found) == most:
            break
    return found


def _told(desk: Desk, entries: Sequence[Entry], memory: _Memory) -> dict[int, tuple[str, str]]:
    """Return the old and new values of entries by number; what stood there before may be older than all of them."""
    changed = {entry.entity for entry in entries if _restates(entry.event)}
    told = {entry.seq: _values(entry, memory) for one in sorted(changed) for entry in desk.ledger.entries(entity=one)}
    return told | {entry.seq: _values(entry, memory) for entry in entries if entry.entity not in changed}


def _restates(event: Event | None) -> bool:
    """Say whether a fact takes the place of an earlier one."""
    match event:
        case ValueCorrected() | TrialVoided() | StatusChanged():
            return True
        case SessionRecorded(change=words) | CallRecorded(change=words):
            return bool(words)
        case _:
            return stated_value(event) is not None and bool(stated_reason(event))


def _note(memory: _Memory, entry: Entry) -> None:
    """Remember who and what later rows are about, which visit is a participant's latest, and which are signed."""
    match entry.event:
        case ParticipantScreened() | ParticipantEnrolled() as event:
            memory.codes[event.participant] = event.code
        case VisitOpened() as event:
            memory.planned[event.visit] = event.planned
            memory.latest[event.participant] = event.visit
        case AssessmentStarted() as event:
            memory.instruments[event.assessment] = event.instrument
        case VisitSigned() as event:
            memory.signed.add(event.visit)
        case _:
            return


def _row(
    entry: Entry, memory: _Memory, told: tuple[str, str], *, desk: Desk, language: str, open_to_role: bool
) -> AuditRow:
    """Return one entry as a row."""
    event = entry.event
    visit = str(getattr(event, "visit", ""))
    participant = str(getattr(event, "participant", ""))
    old, new = told
    # An earlier result is one of a visit that is over: signed, or followed by another one.
    over = visit in memory.signed or memory.latest.get(participant, visit) != visit
    if over and not open_to_role and isinstance(event, EARLIER_RESULTS):
        old, new = (HIDDEN if old else "", HIDDEN if new else "")
    planned = event.planned if isinstance(event, VisitMissed) else memory.planned.get(visit, "")
    reason = _reason(entry)
    if open_to_role and isinstance(event, UnblindedInEmergency):
        new, reason = f"{event.told}, {event.date}", event.reason
    return AuditRow(
        seq=entry.seq,
        hash=entry.hash,
        at=entry.at,
        user=entry.user,
        originator=entry.originator,
        kind=entry.kind,
        participant=participant,
        about=memory.codes.get(participant, "") or str(getattr(event, "device", "")) or entry.entity,
        visit=planned_title(desk, planned, language) if planned else "",
        place=_place(entry, memory, desk.instruments, language),
        old=old,
        new=new,
        reason=reason,
        code=_code(entry),
        failed=isinstance(event, DeviceChecked) and not event.passed,
    )


def _values(entry: Entry, memory: _Memory) -> tuple[str, str]:
    """Return what stood there and what stands there now."""
    match entry.event:
        case (
            ValueRecorded(assessment=assessment, slot=slot, value=value)
            | ValueCorrected(assessment=assessment, slot=slot, value=value)
        ):
            place = (assessment, slot)
            old, new = memory.values.get(place, ""), value_words(value)
            memory.values[place] = new
            return old, new
        case ValueRefused() as event:
            return event.text, ""
        case TrialVoided() as event:
            return memory.values.pop((event.assessment, event.slot), ""), ""
        case CareFactsChanged() as event:
            return "", event.care.restricted_side
        case HoldReleased() as event:
            return ", ".join(event.holds), ""
        case DeviceRegistered(type=type_, serial=serial):
            return "", f"{type_}, {serial}"
        case DeviceChecked(reference=reference, read=read, unit=unit) if reference is not None and read is not None:
            return "", f"{plain_decimal(read)} / {plain_decimal(reference)} {unit}".strip()
        case AdverseEventDrafted(term=term):
            return "", term
        case AdverseEventCompleted(term=term, grade=grade):
            return "", f"{term}, {grade}"
        case SessionRecorded(participant=participant, session=session) as event:
            return _restated(memory, (participant, session), _session_words(event))
        case CallRecorded(participant=participant, call=call) as event:
            return _restated(memory, (participant, call), _call_words(event))
        case CallAttempted(attempt=attempt, date=date):
            return "", f"{attempt}: {date}"
        case event:
            stated = stated_value(event)
            return _restated(memory, *stated) if stated else ("", station_value(event))


def _restated(memory: _Memory, place: tuple[str, str], new: str) -> tuple[str, str]:
    """Return what was stated before and what is stated now, and remember it."""
    old = memory.values.get(place, "")
    memory.values[place] = new
    return old, new


def _session_words(event: SessionRecorded) -> str:
    """Return a session in a few codes: its day and minutes, or why it was not held."""
    return f"{event.held}, {event.minutes} min" if event.held else f"{event.planned}, {event.not_held}"


def _call_words(event: CallRecorded) -> str:
    """Return a call in a few codes: its day, joint pain, days without the medicine."""
    pain = "" if event.joint_pain is None else f"NRS {plain_decimal(event.joint_pain)}"
    missed = "" if event.days_missed is None else f"-{event.days_missed} d"
    return ", ".join(part for part in (event.date, pain, missed) if part)


def value_words(value: Value) -> str:
    """Return a value as a person reads it: digits and unit, code, or text."""
    match value:
        case Quantity():
            return f"{plain_decimal(value.value)} {value.unit}".strip()
        case Missing() | Choice():
            return value.code
        case Text():
            return value.text
        case Observed():
            return "+"


def _reason(entry: Entry) -> str:
    """Return the words that a person gave."""
    match entry.event:
        case QueryRaised(raised_by=by, text=text) | QueryReopened(by=by, text=text) | QueryClosed(by=by, reason=text):
            return f"{by}: {text}"
        case QueryAnswered(text=text):
            return text
        case CareFactsChanged(reason=reason) | ValueCorrected(reason=reason) | UserRemoved(reason=reason):
            return reason
        case DeviceRetired(reason=reason):
            return reason
        case VisitMissed(text=text):
            return text
        case VisitOpened(reason=reason) | AdverseEventDismissed(reason=reason) | AdverseEventCompleted(reason=reason):
            return reason
        case HoldReleased(clinician=clinician, reason=reason):
            return f"{clinician}: {reason}"
        case SessionRecorded(change=change, text=text, confirmations=confirmations):
            return "; ".join(part for part in (change, text, *(one.text for one in confirmations)) if part)
        case CallRecorded(change=change):
            return change
        case CallAttempted(text=text):
            return text
        case TrialVoided(text=text):
            return text
        case FindingConfirmed(confirmation=confirmation):
            return confirmation.text
        case ValueRecorded(value=Missing(text=text)):
            return text
        case AssessmentAdministered(reason=words, confirmations=confirmations) if not words:
            return "; ".join(dict.fromkeys(one.text for one in confirmations if one.text))
        case ValueRecorded(confirmations=confirmations):
            return "; ".join(dict.fromkeys(one.text for one in confirmations if one.text))
        case event:
            return stated_reason(event)


def _code(entry: Entry) -> str:
    """Return the code of the reason (V2, C1, ND07), where there is one."""
    match entry.event:
        case TrialVoided(code=code):
            return code
        case VisitMissed(reason=reason):
            return reason
        case FindingConfirmed(confirmation=confirmation):
            return confirmation.reason
        case SessionRecorded(confirmations=confirmations):
            return ", ".join(one.reason for one in confirmations)
        case CallMissed(reason=reason):
            return reason
        case ValueRecorded(value=Missing(code=code)) | ValueCorrected(value=Missing(code=code)):
            return code
        case ValueRecorded(confirmations=confirmations) | AssessmentAdministered(confirmations=confirmations):
            return ", ".join(one.reason for one in confirmations)
        case _:
            return ""


def _place(entry: Entry, memory: _Memory, instruments: Mapping[str, Instrument], language: str) -> Place:
    """Return where the entry's value belongs."""
    event = entry.event
    named = str(getattr(event, "instrument", "")) or memory.instruments.get(str(getattr(event, "assessment", "")), "")
    instrument = instruments.get(named)
    if instrument is None:
        return Place()
    if isinstance(event, ExtraTrialDecided):
        title = instrument.by_section[event.section].title.get(language)
        return Place(instrument=instrument.title.get(language), section=title, side=event.side)
    slot = str(getattr(event, "slot", ""))
    return place_of_slot(instrument, slot, language)


def place_of_slot(instrument: Instrument, slot: str, language: str) -> Place:
    """Return the words of a slot (`section[.side][.number].item`) of an instrument."""
    title = instrument.title.get(language)
    if not slot:
        return Place(instrument=title)
    parts = slot.split(".")
    section, item = instrument.by_section[parts[0]], parts[-1]
    number = next((part for part in parts[1:-1] if part.isdecimal()), "")
    # What is measured once in a trial is said by its section; the item's own words would only make the phrase long.
    said = "" if number and len(section.items) == 1 else instrument.item(section.id, item).title.get(language)
    return Place(
        instrument=title,
        section=section.title.get(language),
        side=next((part for part in parts[1:-1] if part in SIDES), ""),
        number=number,
        item=said,
    )
