"""Exercise sessions of a participant: what is planned, what was stated, and stating one, or stating it anew.

It must not know how a form looks; what somebody typed comes in as text, and findings go back.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from assessdesk.domain.conduct import Stated as Told
from assessdesk.domain.confirmations import Confirmation
from assessdesk.domain.cycles import cycle_day
from assessdesk.domain.programme import Adherence, PlannedSession, SessionState, adherence, session_states
from assessdesk.domain.programme_events import ExerciseDone, SessionRecorded
from assessdesk.domain.record import Record, evolve, fold
from assessdesk.domain.study_conduct import SessionPlan
from assessdesk.ports import Refusal
from assessdesk.services import programme_access as access
from assessdesk.services.adverse_events import reported
from assessdesk.services.concealment import sees
from assessdesk.services.desk import Desk, participant_fact
from assessdesk.services.enrolment import plain, read_day
from assessdesk.services.typed_numbers import Reading, Stated

YES, NO = "yes", "no"
OTHER = "other"
FOLDED = (
    "participant.enrolled",
    "participant.screened",
    "participant.status_changed",
    "allocation.sealed",
    "anchor.stated",
    "infusion.stated",
    "visit.opened",
    "session.recorded",
)
"""The kinds of facts that a list over all participants folds; values of visits are left out for speed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ExerciseForm:
    """One exercise as typed. `unit` is the name of a band or support where the plan measures no load."""

    exercise: str
    sets: str
    repetitions: str
    load: str = ""
    unit: str = ""
    prescribed_load: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionForm:
    """What the form holds: days and numbers as typed, `took_place` and `adverse_event` yes or no, else codes.

    `term` says what happened when there was an adverse event; `change` is the reason for stating a session anew.
    """

    took_place: str = ""
    held: str = ""
    mode: str = ""
    minutes: str = ""
    not_held: str = ""
    exercises: tuple[ExerciseForm, ...] = ()
    exertion: str = ""
    pain_before: str = ""
    pain_after: str = ""
    adverse_event: str = ""
    term: str = ""
    supervisor: str = ""
    text: str = ""
    change: str = ""
    confirmed: tuple[Confirmation, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionsView:
    """The sessions of one participant. Before the programme has a first day, `start` is None and nothing is planned."""

    record: Record
    plan: SessionPlan
    today: date
    start: date | None
    states: tuple[SessionState, ...]
    adherence: Adherence
    drafts: int

    @property
    def week(self) -> int:
        """The week of the programme that today falls in, from 1; 0 before its first day."""
        return max(0, (self.today - self.start).days // 7 + 1) if self.start else 0

    def state(self, session: str) -> SessionState | None:
        """Return one session, or None."""
        return next((one for one in self.states if one.planned.id == session), None)

    @property
    def following(self) -> SessionState | None:
        """Return the first session about which nothing is stated, or None."""
        return next((one for one in self.states if one.told is None), None)


def sessions_view(desk: Desk, participant: str) -> SessionsView:
    """Return the sessions of one participant. Raises Refusal where there is nothing that this person may see."""
    return _view(desk, access.permitted(desk, participant, "sessions"))


def all_sessions(desk: Desk) -> tuple[SessionsView, ...]:
    """Return the sessions of everybody who has a plan that this person may see, by code. Raises Refusal."""
    desk.require("sessions")
    if not sees(desk, "sessions"):
        raise Refusal("NO_PROGRAMME")
    people = desk.ledger.views.participants()
    folded = (fold(desk.ledger.entries(entity=row.participant, kinds=FOLDED)) for row in people)
    return tuple(_view(desk, record) for record in folded if access.applies(desk, record, "sessions"))


def _view(desk: Desk, record: Record) -> SessionsView:
    plan = _plan(desk)
    today = desk.clock.now().date()
    start = access.anchor_day(record, plan.anchor)
    last = access.ended(record, "sessions")
    states = session_states(plan, start, _told(record), today=today, ended=last) if start else ()
    drafts = sum(one.completed is None and one.dismissed is None for one in record.adverse_events.values())
    return SessionsView(
        record=record,
        plan=plan,
        today=today,
        start=start,
        states=states,
        adherence=adherence(plan, states),
        drafts=drafts,
    )


def _told(record: Record) -> dict[str, SessionRecorded]:
    """Return the last word on every session."""
    return {name: told[-1].event for name, told in record.conduct.sessions.items()}


def _plan(desk: Desk) -> SessionPlan:
    plan = desk.in_force.conduct.sessions
    if plan is None:
        raise Refusal("NO_PROGRAMME")
    return plan


def prescription(view: SessionsView, session: str) -> tuple[ExerciseDone, ...]:
    """Return what is prescribed for a session, done as prescribed: loads and bands are those of the last one before.

    A session that was stated already comes back as it was stated.
    """
    state = view.state(session)
    if state is None:
        raise Refusal("UNKNOWN_SESSION", session=session)
    if state.told is not None and state.told.held:
        return state.told.exercises
    before = [one.told for one in view.states if one.told and one.told.held and one.planned.day <= state.planned.day]
    last = {one.exercise: one for event in before for one in event.exercises}
    return tuple(
        ExerciseDone(
            exercise=planned.id,
            sets=planned.sets,
            repetitions=planned.repetitions,
            load=last[planned.id].prescribed_load if planned.id in last else None,
            unit=planned.load_unit or (last[planned.id].unit if planned.id in last else ""),
            prescribed_sets=planned.sets,
            prescribed_repetitions=planned.repetitions,
            prescribed_load=last[planned.id].prescribed_load if planned.id in last else None,
        )
        for planned in view.plan.exercises
    )


def record_session(desk: Desk, participant: str, session: str, form: SessionForm) -> Stated:
    """State that a planned session was held or not held; the same again writes nothing.

    Numbers that cannot be come back as hard findings, unusual ones as soft findings until they are confirmed; then
    nothing is written. Raises Refusal naming the field for everything else, and where a reason for a change lacks.
    """
    view = sessions_view(desk, participant)
    state = view.state(session)
    if state is None or view.start is None:
        raise Refusal("UNKNOWN_SESSION", session=session)
    if form.took_place not in {YES, NO}:
        raise Refusal("FIELD_NEEDED", field="took_place")
    reading = Reading(desk=desk, confirmed=form.confirmed)
    event = _held(reading, view, state.planned, form) if form.took_place == YES else _not_held(view, state, form)
    if reading.findings:
        return Stated(record=view.record, findings=tuple(reading.findings))
    cycle = cycle_day(view.record.conduct.infusions, date.fromisoformat(event.held or event.planned))
    if cycle is not None and desk.in_force.conduct.cycle_days:
        event = replace(event, cycle=cycle.cycle, cycle_day=cycle.day)
    return _written(desk, view, event, form)


def _held(reading: Reading, view: SessionsView, planned: PlannedSession, form: SessionForm) -> SessionRecorded:
    """Return the fact of a session that was held; findings stay with the reading."""
    day, plan = _held_day(view, form), view.plan
    if form.mode not in {mode.id for mode in plan.modes}:
        raise Refusal("FIELD_NEEDED", field="mode")
    if form.adverse_event not in {YES, NO}:
        raise Refusal("FIELD_NEEDED", field="adverse_event")
    usual = (plan.minutes_low, plan.minutes_high)
    minutes = reading.whole(form.minutes, "minutes", limit="session.minutes", needed=True, usual=usual)
    others = [one for one in view.states if one.planned.id != planned.id and one.told is not None]
    if any(one.told and one.told.held == day.isoformat() for one in others):
        reading.ask("SESSION_SAME_DAY", "held", date=day.isoformat())
    return SessionRecorded(
        participant=view.record.participant,
        session=planned.id,
        planned=planned.day.isoformat(),
        held=day.isoformat(),
        mode=form.mode,
        minutes=minutes,
        not_held="",
        exercises=_exercises(reading, plan, form),
        exertion=reading.number(form.exertion, "exertion", limit="borg.cr10"),
        pain_before=reading.number(form.pain_before, "pain_before", limit="nrs"),
        pain_after=reading.number(form.pain_after, "pain_after", limit="nrs"),
        cycle=None,
        cycle_day=None,
        adverse_event=form.adverse_event == YES,
        supervisor=plain(form.supervisor),
        confirmations=form.confirmed,
        text=plain(form.text),
    )


def _held_day(view: SessionsView, form: SessionForm) -> date:
    """Return the day on which a session was held. Raises Refusal for one that cannot be."""
    day = read_day(form.held, "held")
    if day > view.today:
        raise Refusal("SESSION_IN_FUTURE", field="held", date=day.isoformat())
    first = max(day for day in (view.start, date.fromisoformat(view.record.consent_date)) if day is not None)
    if day < first:
        raise Refusal("SESSION_BEFORE_START", field="held", date=day.isoformat(), first=first.isoformat())
    access.require_collectable(view.record, "sessions", day)
    return day


def _not_held(view: SessionsView, state: SessionState, form: SessionForm) -> SessionRecorded:
    """Return the fact of a session that was not held: prescribed, and nothing of it done."""
    planned = state.planned
    if planned.day > view.today:
        raise Refusal("SESSION_NOT_YET", field="took_place", date=planned.day.isoformat())
    if form.not_held not in {reason.id for reason in view.plan.not_held}:
        raise Refusal("FIELD_NEEDED", field="not_held")
    if form.not_held == OTHER and not plain(form.text):
        raise Refusal("FIELD_NEEDED", field="text")
    access.require_collectable(view.record, "sessions", planned.day)
    missed = tuple(replace(one, sets=0, repetitions=0, load=None) for one in prescription(view, planned.id))
    return SessionRecorded(
        participant=view.record.participant,
        session=planned.id,
        planned=planned.day.isoformat(),
        held="",
        mode="",
        minutes=None,
        not_held=form.not_held,
        exercises=missed,
        exertion=None,
        pain_before=None,
        pain_after=None,
        cycle=None,
        cycle_day=None,
        adverse_event=False,
        supervisor="",
        text=plain(form.text),
    )


def _exercises(reading: Reading, plan: SessionPlan, form: SessionForm) -> tuple[ExerciseDone, ...]:
    """Return what was done of what the plan prescribes, in the plan's order."""
    typed = {one.exercise: one for one in form.exercises}
    found: list[ExerciseDone] = []
    for planned in plan.exercises:
        one = typed.get(planned.id, ExerciseForm(exercise=planned.id, sets="", repetitions=""))
        name = f"{planned.id}."
        sets = reading.whole(one.sets, f"{name}sets", limit="exercise.sets", needed=True)
        repetitions = reading.whole(one.repetitions, f"{name}repetitions", limit="exercise.repetitions", needed=True)
        weighed = bool(planned.load_unit)
        done = bool(weighed and sets and repetitions)
        load = reading.number(one.load, f"{name}load", limit="exercise.load", needed=done) if weighed else None
        given = one.prescribed_load
        wanted = (
            reading.number(given, f"{name}prescribed_load", limit="exercise.load", needed=True) if weighed else None
        )
        found.append(
            ExerciseDone(
                exercise=planned.id,
                sets=sets or 0,
                repetitions=repetitions or 0,
                load=load if done else None,
                unit=planned.load_unit or plain(one.unit),
                prescribed_sets=planned.sets,
                prescribed_repetitions=planned.repetitions,
                prescribed_load=wanted,
            )
        )
    return tuple(found)


def _written(desk: Desk, view: SessionsView, event: SessionRecorded, form: SessionForm) -> Stated:
    """Append the fact, with a draft when an adverse event is new; without a true change append nothing."""
    record = view.record
    earlier: tuple[Told[SessionRecorded], ...] = record.conduct.sessions.get(event.session, ())
    before = earlier[-1].event if earlier else None
    if before is not None:
        if replace(before, change="", confirmations=()) == replace(event, confirmations=()):
            return Stated(record=record)
        if not plain(form.change):
            raise Refusal("REASON_NEEDED", what=record.code, field="change")
        event = replace(event, change=plain(form.change))
    facts = [participant_fact(record.participant, event, path=event.session)]
    if event.adverse_event and not any(told.event.adverse_event for told in earlier):
        facts.append(participant_fact(record.participant, reported(desk, record, term=form.term)))
    for entry in desk.append(*facts):
        record = evolve(record, entry)
    return Stated(record=record)
