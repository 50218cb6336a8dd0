"""Follow-ups by telephone: which are due, every attempt, what was said, and giving one up as missed.

It must not know how a form looks; what somebody typed comes in as text, and findings go back.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from assessdesk.domain.conduct import Call
from assessdesk.domain.confirmations import Confirmation
from assessdesk.domain.programme import (
    CALL_OVER,
    CallStand,
    PlannedCall,
    call_stand,
    days_tried,
    may_give_up,
    planned_calls,
)
from assessdesk.domain.programme_events import CallAttempted, CallMissed, CallRecorded, ProgrammeEvent
from assessdesk.domain.record import Record, evolve, fold
from assessdesk.domain.schedule import place_of
from assessdesk.domain.study_conduct import CallPlan
from assessdesk.ports import Refusal
from assessdesk.services import programme_access as access
from assessdesk.services.adverse_events import reported
from assessdesk.services.concealment import outside_visits_concealed, sees
from assessdesk.services.desk import Desk, participant_fact
from assessdesk.services.enrolment import plain, read_day
from assessdesk.services.typed_numbers import Reading, Stated

YES, NO = "yes", "no"
NOT_HELD = "ND14"
"""The reason that belongs to a whole visit or call, not to one value."""
FOLDED = (
    "participant.enrolled",
    "participant.screened",
    "participant.status_changed",
    "allocation.sealed",
    "anchor.stated",
    "visit.opened",
    "call.attempted",
    "call.recorded",
    "call.missed",
)
"""The kinds of facts that the list over all participants folds; values of visits are left out for speed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CallForm:
    """What the form holds: days and numbers as typed, `adverse_event` yes or no.

    `days_missed` is on how many days the medicine was left out, 0 when it was taken every day. `term` says what
    happened when there was an adverse event; `change` is the reason for stating a call anew.
    """

    date: str = ""
    joint_pain: str = ""
    stiffness_minutes: str = ""
    fatigue: str = ""
    sleep: str = ""
    days_missed: str = ""
    exercise_minutes: str = ""
    analgesics: str = ""
    new_diagnoses: str = ""
    adverse_event: str = ""
    term: str = ""
    advice: str = ""
    next_date: str = ""
    change: str = ""
    confirmed: tuple[Confirmation, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class CallView:
    """One planned follow-up of one participant. `days` is days until the window closes, or opens where it is later.

    `may_give_up` says whether it may be given up as missed; `proposed_next` is the target of the following one, or
    nothing after the last.
    """

    participant: str
    code: str
    planned: PlannedCall
    stand: CallStand
    call: Call
    tried: int
    attempts: int
    days: int
    may_give_up: bool
    proposed_next: date | None

    @property
    def open(self) -> bool:
        """Whether somebody has something to do about it now."""
        return self.stand in {CallStand.DUE, CallStand.CLOSING, CallStand.OVERDUE, CallStand.REACHED}


def calls_of(desk: Desk, participant: str) -> tuple[CallView, ...]:
    """Return every planned follow-up of one participant. Raises Refusal where this person may see none."""
    return _views(desk, access.permitted(desk, participant, "calls"))


def all_calls(desk: Desk) -> tuple[CallView, ...]:
    """Return every planned follow-up that this person may see, what closes first on top. Raises Refusal."""
    desk.require("calls")
    if not sees(desk, "calls"):
        raise Refusal("NO_PROGRAMME")
    people = desk.ledger.views.participants()
    folded = (fold(desk.ledger.entries(entity=row.participant, kinds=FOLDED)) for row in people)
    found = [view for record in folded if access.applies(desk, record, "calls") for view in _views(desk, record)]
    return tuple(sorted(found, key=lambda one: (one.planned.window.latest, one.code)))


def asks_exercise(desk: Desk, participant: str) -> bool:
    """Say whether this person asks this participant about exercise on the telephone."""
    return access.exercise_asked(desk, access.permitted(desk, participant, "calls"))


def open_outside(desk: Desk, participant: str) -> int:
    """Return how many adverse events outside visits wait for somebody, as far as this person may see them."""
    record = desk.record(participant)
    if outside_visits_concealed(desk):
        return 0
    return sum(one.completed is None and one.dismissed is None for one in record.adverse_events.values())


def _views(desk: Desk, record: Record) -> tuple[CallView, ...]:
    plan = _plan(desk)
    today = desk.clock.now().date()
    start = access.anchor_day(record, plan.anchor)
    last = access.ended(record, "calls")
    planned = planned_calls(plan, start) if start else ()
    return tuple(
        _view(record, one, following, plan=plan, today=today, last=last)
        for one, following in zip(planned, (*planned[1:], None), strict=True)
    )


def _view(
    record: Record, one: PlannedCall, following: PlannedCall | None, *, plan: CallPlan, today: date, last: date | None
) -> CallView:
    call = record.conduct.calls.get(one.id)
    stand = call_stand(one.window, call, today=today, ended=last)
    until = one.window.earliest if stand is CallStand.LATER else one.window.latest
    return CallView(
        participant=record.participant,
        code=record.code,
        planned=one,
        stand=stand,
        call=call or Call(),
        tried=days_tried(call),
        attempts=plan.attempts,
        days=(until - today).days,
        may_give_up=stand is not CallStand.ENDED and may_give_up(plan, one.window, call, today=today),
        proposed_next=following.window.target if following else None,
    )


def _plan(desk: Desk) -> CallPlan:
    plan = desk.in_force.conduct.calls
    if plan is None:
        raise Refusal("NO_PROGRAMME")
    return plan


def _find(desk: Desk, participant: str, call: str) -> tuple[Record, CallView]:
    """Return the record and one follow-up. Raises Refusal where there is none that this person may see."""
    record = access.permitted(desk, participant, "calls")
    view = next((one for one in _views(desk, record) if one.planned.id == call), None)
    if view is None:
        raise Refusal("UNKNOWN_CALL", call=call)
    return record, view


def attempt(desk: Desk, participant: str, call: str, *, day: str, reached: bool, text: str = "") -> Record:
    """State that somebody tried to reach a participant. Raises Refusal, also outside the window without words why."""
    record, view = _find(desk, participant, call)
    if view.stand in CALL_OVER - {CallStand.MISSED, CallStand.ENDED}:
        raise Refusal("CALL_REACHED", number=view.planned.number)
    on = _day(desk, record, day, "date")
    earlier = [one.event for one in view.call.attempts]
    if earlier and on < date.fromisoformat(earlier[-1].date):
        raise Refusal("CALL_ORDER", field="date", date=on.isoformat(), earlier=earlier[-1].date)
    if place_of(view.planned.window, on) != "inside" and not plain(text):
        window = view.planned.window
        first, latest = window.earliest.isoformat(), window.latest.isoformat()
        raise Refusal("CALL_OUTSIDE_WINDOW", field="text", date=on.isoformat(), first=first, last=latest)
    event = CallAttempted(
        participant=participant,
        call=call,
        attempt=len(earlier) + 1,
        date=on.isoformat(),
        reached=reached,
        text=plain(text),
    )
    return _stated(desk, record, event)


def give_up(desk: Desk, participant: str, call: str) -> Record:
    """State that a follow-up was missed (ND14). Raises Refusal while it may still succeed."""
    record, view = _find(desk, participant, call)
    if not view.may_give_up:
        raise Refusal("CALL_NOT_OVER", tried=view.tried, needed=view.attempts)
    today = desk.clock.now().date()
    return _stated(
        desk, record, CallMissed(participant=participant, call=call, date=today.isoformat(), reason=NOT_HELD)
    )


def record_call(desk: Desk, participant: str, call: str, form: CallForm) -> Stated:
    """State what was said at a follow-up that was reached; the same again writes nothing.

    Numbers that cannot be come back as hard findings, unusual ones as soft findings until they are confirmed; then
    nothing is written. Raises Refusal naming the field for everything else, and where a reason for a change lacks.
    """
    record, view = _find(desk, participant, call)
    if not any(one.event.reached for one in view.call.attempts):
        raise Refusal("CALL_NOT_REACHED", number=view.planned.number)
    if form.adverse_event not in {YES, NO}:
        raise Refusal("FIELD_NEEDED", field="adverse_event")
    day = _day(desk, record, form.date, "date")
    reading = Reading(desk=desk, confirmed=form.confirmed)
    asked = access.exercise_asked(desk, record)
    event = CallRecorded(
        participant=participant,
        call=call,
        date=day.isoformat(),
        joint_pain=reading.number(form.joint_pain, "joint_pain", limit="nrs"),
        stiffness_minutes=reading.whole(form.stiffness_minutes, "stiffness_minutes", limit="stiffness.minutes"),
        fatigue=reading.number(form.fatigue, "fatigue", limit="nrs"),
        sleep=reading.number(form.sleep, "sleep", limit="nrs"),
        days_missed=reading.whole(form.days_missed, "days_missed", limit="days.missed"),
        exercise_minutes=reading.whole(form.exercise_minutes, "exercise_minutes", limit="exercise.minutes_week")
        if asked
        else None,
        analgesics=plain(form.analgesics),
        new_diagnoses=plain(form.new_diagnoses),
        adverse_event=form.adverse_event == YES,
        advice=plain(form.advice),
        next_date=_next_date(form.next_date, day),
    )
    if reading.findings:
        return Stated(record=record, findings=tuple(reading.findings))
    return _recorded(desk, record, view, event, form)


def _recorded(desk: Desk, record: Record, view: CallView, event: CallRecorded, form: CallForm) -> Stated:
    """Append the fact, with a draft when an adverse event is new; without a true change append nothing."""
    before = view.call.recorded.event if view.call.recorded else None
    if before is not None:
        if replace(before, change="") == event:
            return Stated(record=record)
        if not plain(form.change):
            raise Refusal("REASON_NEEDED", what=record.code, field="change")
        event = replace(event, change=plain(form.change))
    facts = [participant_fact(record.participant, event, path=event.call)]
    if event.adverse_event and not (before and before.adverse_event):
        facts.append(participant_fact(record.participant, reported(desk, record, term=form.term)))
    for entry in desk.append(*facts):
        record = evolve(record, entry)
    return Stated(record=record)


def _day(desk: Desk, record: Record, text: str, name: str) -> date:
    """Return a day on which somebody may have called. Raises Refusal."""
    day = read_day(text, name)
    if day > desk.clock.now().date():
        raise Refusal("CALL_IN_FUTURE", field=name, date=day.isoformat())
    access.require_collectable(record, "calls", day)
    return day


def _next_date(text: str, day: date) -> str:
    """Return the day agreed for the next call, empty where none was. Raises Refusal for one that is over."""
    if not text.strip():
        return ""
    following = read_day(text, "next_date")
    if following <= day:
        raise Refusal("CALL_NEXT_BEFORE", field="next_date", date=following.isoformat())
    return following.isoformat()


def _stated(desk: Desk, record: Record, event: ProgrammeEvent) -> Record:
    """Append one fact and return the record with it."""
    for entry in desk.append(participant_fact(record.participant, event)):
        record = evolve(record, entry)
    return record
