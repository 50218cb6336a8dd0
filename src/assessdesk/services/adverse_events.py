"""Adverse events: open drafts, their description in full and anew, closing one that was none, and their alerts.

A visit with an empty id stands for what came up outside visits. The program records and lists; deadlines of reporting
follow the site's own procedure. It must not know any form.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime

from assessdesk.domain.adverse import AdverseEvent, AdverseEvents, Stand
from assessdesk.domain.events import Event
from assessdesk.domain.record import Record, evolve
from assessdesk.domain.safety import TriggerRule
from assessdesk.domain.safety_events import (
    AdverseEventCompleted,
    AdverseEventDismissed,
    AdverseEventDrafted,
    AlertAcknowledged,
)
from assessdesk.ports import Refusal
from assessdesk.services.concealment import outside_visits_concealed
from assessdesk.services.desk import Desk, participant_fact
from assessdesk.services.safety import rules_of
from assessdesk.services.visit_plans import visit_title
from assessdesk.services.wording import plain, read_day

REPORTED = "reported"
YES, NO = "yes", "no"
CHOSEN = ("grade", "serious", "relation_assessment", "relation_exercise", "relation_treatment", "action", "outcome")
DEATH, FATAL, GRADE_DEATH = "death", "fatal", "5"


@dataclass(frozen=True, slots=True, kw_only=True)
class Description:
    """What the form holds: days and the time as typed, all else codes of the safety rules."""

    term: str = ""
    onset: str = ""
    end: str = ""
    grade: str = ""
    serious: str = ""
    criterion: str = ""
    relation_assessment: str = ""
    relation_exercise: str = ""
    relation_treatment: str = ""
    action: str = ""
    outcome: str = ""
    reporter: str = ""
    known_at: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class AdverseEventView:
    """One adverse event in words. `alert` is what must be done at once and was not yet acknowledged.

    `place` is the title of its visit, empty outside visits. Until it is described `grade` is 0 and its days are empty.
    """

    id: str
    visit: str
    place: str
    term: str
    at: datetime
    instrument: str
    stand: Stand
    alert: str
    grade: int = 0
    serious: bool = False
    onset: str = ""
    end: str = ""


def events_of(desk: Desk, record: Record, visit: str, *, language: str) -> tuple[AdverseEventView, ...]:
    """Return the adverse events of a visit, open drafts first, then in the order in which they were drafted.

    Those outside visits are none for somebody to whom they would tell the arm.
    """
    held = _all(desk, record, visit)
    shown = [_shown(desk, record, one, language) for one in held.values()]
    return tuple(sorted(shown, key=lambda one: one.stand is not Stand.DRAFT))


def events_of_participant(desk: Desk, record: Record, *, language: str) -> tuple[AdverseEventView, ...]:
    """Return the adverse events of all visits and outside visits, open drafts first, then the latest first.

    Those outside visits are left out for somebody to whom they would tell the arm.
    """
    found = [one for visit in ("", *record.visits) for one in events_of(desk, record, visit, language=language)]
    latest = sorted(found, key=lambda one: one.at, reverse=True)
    return tuple(sorted(latest, key=lambda one: one.stand is not Stand.DRAFT))


def _shown(desk: Desk, record: Record, one: AdverseEvent, language: str) -> AdverseEventView:
    rule = next((rule for rule in rules_of(desk).triggers if rule.code == one.draft.trigger), None)
    visit = record.visits.get(one.draft.visit)
    told = one.completed
    return AdverseEventView(
        id=one.id,
        visit=one.draft.visit,
        place=visit_title(desk, visit, language) if visit else "",
        term=_term(one, rule, language),
        at=one.at,
        instrument=_instrument(desk, record, one, language),
        stand=one.stand,
        alert=_alert(one, rule, language),
        grade=told.grade if told else 0,
        serious=told.serious if told else False,
        onset=told.onset if told else "",
        end=told.end if told else "",
    )


def open_drafts(desk: Desk, record: Record, visit: str, *, language: str) -> tuple[AdverseEventView, ...]:
    """Return the drafts of a visit that wait for somebody."""
    return tuple(one for one in events_of(desk, record, visit, language=language) if one.stand is Stand.DRAFT)


def alerts_of(desk: Desk, record: Record, visit: str, *, language: str) -> tuple[AdverseEventView, ...]:
    """Return what must be seen at once and was not yet acknowledged."""
    return tuple(one for one in events_of(desk, record, visit, language=language) if one.alert)


def _term(one: AdverseEvent, rule: TriggerRule | None, language: str) -> str:
    return rule.term.get(language) if rule and not one.completed else one.term


def _alert(one: AdverseEvent, rule: TriggerRule | None, language: str) -> str:
    return rule.alert.get(language) if rule and rule.alert and not one.acknowledged else ""


def _all(desk: Desk, record: Record, visit: str) -> AdverseEvents:
    """Return the adverse events of a visit; those outside visits where the person signed in may see them."""
    if visit:
        return record.visits[visit].adverse_events
    return {} if outside_visits_concealed(desk) else record.adverse_events


def _instrument(desk: Desk, record: Record, one: AdverseEvent, language: str) -> str:
    visit = record.visits.get(one.draft.visit)
    assessment = visit.assessments.get(one.draft.assessment) if visit else None
    return desk.instrument_of(record, assessment).title.get(language) if assessment else ""


def report(desk: Desk, record: Record, visit: str, *, term: str) -> Record:
    """Open a draft for something that no rule noticed, such as a fall. Raises Refusal without a term."""
    _require(desk, visit)
    return _stated(desk, record, visit, reported(desk, record, visit, term=term))


def reported(desk: Desk, record: Record, visit: str = "", *, term: str) -> AdverseEventDrafted:
    """Return the draft of what a person reported, to be written with the fact that it came up in. Raises Refusal."""
    if not plain(term):
        raise Refusal("ADVERSE_EVENT_FIELD", field="term")
    return AdverseEventDrafted(
        participant=record.participant,
        visit=visit,
        adverse_event=desk.ids.fresh(),
        trigger=REPORTED,
        assessment="",
        slot="",
        turn=0,
        term=plain(term),
    )


def acknowledge(desk: Desk, record: Record, visit: str, adverse_event: str) -> Record:
    """State that the alert of a draft was seen; a second time states nothing."""
    _require(desk, visit, sign=False)
    if _held(desk, record, visit, adverse_event).acknowledged:
        return record
    event = AlertAcknowledged(participant=record.participant, visit=visit, adverse_event=adverse_event)
    return _stated(desk, record, visit, event)


def dismiss(desk: Desk, record: Record, visit: str, adverse_event: str, *, reason: str) -> Record:
    """Close a draft that was no adverse event, with a reason. Raises Refusal without one, or when it is no draft."""
    _require(desk, visit)
    _draft(desk, record, visit, adverse_event)
    if not plain(reason):
        raise Refusal("ADVERSE_EVENT_REASON")
    event = AdverseEventDismissed(
        participant=record.participant, visit=visit, adverse_event=adverse_event, reason=plain(reason)
    )
    return _stated(desk, record, visit, event)


def complete(desk: Desk, record: Record, visit: str, adverse_event: str, description: Description) -> Record:
    """Describe an adverse event in full. Raises Refusal naming the first field that does not fit."""
    _require(desk, visit)
    _draft(desk, record, visit, adverse_event)
    return _stated(desk, record, visit, _completed(desk, record, visit, adverse_event, description))


def description_of(desk: Desk, record: Record, visit: str, adverse_event: str) -> Description:
    """Return how an adverse event was described last. Raises Refusal while it is not described."""
    event = _held(desk, record, visit, adverse_event).completed
    if event is None:
        raise Refusal("ADVERSE_EVENT_CLOSED")
    here = desk.clock.now().tzinfo
    return Description(
        term=event.term,
        onset=event.onset,
        end=event.end,
        grade=str(event.grade),
        serious=YES if event.serious else NO,
        criterion=event.criterion,
        relation_assessment=event.relation_assessment,
        relation_exercise=event.relation_exercise,
        relation_treatment=event.relation_treatment,
        action=event.action,
        outcome=event.outcome,
        reporter=event.reporter,
        known_at=f"{event.known_at.astimezone(here):%Y-%m-%d %H:%M}",
    )


def describe_anew(
    desk: Desk, record: Record, visit: str, adverse_event: str, description: Description, *, reason: str
) -> Record:
    """Describe an adverse event that was described before: it ended, or something was wrong.

    A description that is the same writes nothing. Raises Refusal without a reason, and naming the first field that does
    not fit.
    """
    _require(desk, visit)
    before = _held(desk, record, visit, adverse_event).completed
    if before is None:
        raise Refusal("ADVERSE_EVENT_CLOSED")
    if description == description_of(desk, record, visit, adverse_event):
        return record
    event = _completed(desk, record, visit, adverse_event, description)
    if not plain(reason):
        raise Refusal("REASON_NEEDED", what=before.term)
    return _stated(desk, record, visit, replace(event, reason=plain(reason)))


def _completed(
    desk: Desk, record: Record, visit: str, adverse_event: str, description: Description
) -> AdverseEventCompleted:
    """Return the fact of a description that was checked. Raises Refusal."""
    _check_codes(desk, description)
    today = desk.clock.now().date()
    onset = _day(description.onset, "onset", today)
    end = _day(description.end, "end", today) if description.end.strip() else None
    if end is not None and end < onset:
        raise Refusal("ADVERSE_EVENT_ORDER", onset=onset.isoformat(), end=end.isoformat())
    return AdverseEventCompleted(
        participant=record.participant,
        visit=visit,
        adverse_event=adverse_event,
        term=plain(description.term),
        onset=onset.isoformat(),
        end=end.isoformat() if end else "",
        grade=int(description.grade),
        serious=description.serious == YES,
        criterion=description.criterion if description.serious == YES else "",
        relation_assessment=description.relation_assessment,
        relation_exercise=description.relation_exercise,
        relation_treatment=description.relation_treatment,
        action=description.action,
        outcome=description.outcome,
        reporter=description.reporter,
        known_at=_known_at(desk, description.known_at),
    )


def _check_codes(desk: Desk, description: Description) -> None:
    """Raise Refusal for an empty or unknown choice, or choices that contradict one another about a death."""
    if not plain(description.term):
        raise Refusal("ADVERSE_EVENT_FIELD", field="term")
    choices = rules_of(desk).choices
    wanted = (*CHOSEN, "reporter", *(("criterion",) if description.serious == YES else ()))
    for name in wanted:
        codes = [code for code, _ in choices[name.partition("_")[0]]]
        if getattr(description, name) not in codes:
            raise Refusal("ADVERSE_EVENT_FIELD", field=name)
    died = {description.grade == GRADE_DEATH, description.outcome == FATAL}
    if len(died) > 1 or (True in died and description.criterion != DEATH):
        raise Refusal("ADVERSE_EVENT_DEATH", field="grade")


def _day(text: str, what: str, today: date) -> date:
    """Return a day that is not in the future. Raises Refusal."""
    day = read_day(text, what)
    if day > today:
        raise Refusal("ADVERSE_EVENT_FUTURE", field=what, date=day.isoformat())
    return day


def _known_at(desk: Desk, text: str) -> datetime:
    """Return the local minute `YYYY-MM-DD HH:MM` with its offset. Raises Refusal."""
    now = desk.clock.now()
    try:
        known = datetime.strptime(text.strip(), "%Y-%m-%d %H:%M").replace(tzinfo=now.tzinfo)
    except ValueError as error:
        raise Refusal("NOT_A_MINUTE", field="known_at", text=text) from error
    if known > now:
        raise Refusal("ADVERSE_EVENT_FUTURE", field="known_at", date=text.strip())
    return known


def may_state(desk: Desk, visit: str) -> bool:
    """Say whether the person signed in may report and describe what came up at a visit, or outside visits."""
    try:
        _require(desk, visit)
    except Refusal:
        return False
    return True


def _require(desk: Desk, visit: str, *, sign: bool = True) -> None:
    """Raise Refusal unless the person captures or signs: an investigator grades what an assessor saw.

    What came up outside visits is described by who leads sessions or calls, and by nobody to whom it tells the arm.
    """
    if not visit and outside_visits_concealed(desk):
        desk.require("unblinded")
    if not visit and (desk.may("sessions") or desk.may("calls")):
        return
    if not (sign and desk.may("sign")):
        desk.require("capture")


def _held(desk: Desk, record: Record, visit: str, adverse_event: str) -> AdverseEvent:
    held = _all(desk, record, visit).get(adverse_event)
    if held is None:
        raise Refusal("ADVERSE_EVENT_CLOSED")
    return held


def _draft(desk: Desk, record: Record, visit: str, adverse_event: str) -> None:
    """Raise Refusal unless the adverse event waits for somebody."""
    if _held(desk, record, visit, adverse_event).stand is not Stand.DRAFT:
        raise Refusal("ADVERSE_EVENT_CLOSED")


def _stated(desk: Desk, record: Record, visit: str, event: Event) -> Record:
    """Append a fact of a visit, or one outside visits, and return the record with it."""
    for entry in desk.append(participant_fact(record.participant, event, path=visit)):
        record = evolve(record, entry)
    return record
