"""The programme between visits: which sessions and calls are planned when, where each stands, and what was attended.

Days are calendar days of the site and come from outside, today's as well. It must not know who may see a programme.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from enum import StrEnum

from assessdesk.domain.conduct import Call
from assessdesk.domain.events import Event
from assessdesk.domain.programme_events import ExerciseDone, ProgrammeEvent, SessionRecorded
from assessdesk.domain.safety_events import (
    AdverseEventCompleted,
    AdverseEventDismissed,
    AdverseEventDrafted,
    AlertAcknowledged,
)
from assessdesk.domain.schedule import CLOSING_DAYS, Window
from assessdesk.domain.scoring.decimals import exact_arithmetic, half_up, mean, percent, product, quotient
from assessdesk.domain.study_conduct import CallPlan, SessionPlan

WEEK = 7
PLACES = 1
"""Decimal places of a share in percent, as in the scorer `kct.adherence`."""


class SessionStand(StrEnum):
    """Where a planned session stands: held, not held, open (its day has come, nothing is stated), later, or ended.

    Ended means that the participant's sessions ended before its day.
    """

    HELD = "held"
    NOT_HELD = "not_held"
    OPEN = "open"
    LATER = "later"
    ENDED = "ended"


class CallStand(StrEnum):
    """Where a planned follow-up by telephone stands; reached means that its form is not filled in yet."""

    LATER = "later"
    DUE = "due"
    CLOSING = "closing"
    OVERDUE = "overdue"
    REACHED = "reached"
    RECORDED = "recorded"
    MISSED = "missed"
    ENDED = "ended"


WAITING = frozenset({SessionStand.LATER, SessionStand.ENDED})
"""Stands of a session that nothing is stated about and whose day has not come, or will not."""
CALL_OVER = frozenset({CallStand.RECORDED, CallStand.REACHED, CallStand.MISSED, CallStand.ENDED})
"""Stands of a follow-up that nobody must be called for any more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedSession:
    """One session of the plan: the week and the place in it (both from 1), and the day proposed for it."""

    id: str
    week: int
    place: int
    day: date


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionState:
    """A planned session with the last word on it, if there is one."""

    planned: PlannedSession
    stand: SessionStand
    told: SessionRecorded | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Adherence:
    """What the statements add up to. Shares are percent, half-up with one place; None where nothing can be said.

    `due` is how many sessions are stated or should have been by today; `attendance` counts against all planned ones.
    """

    planned: int
    due: int
    held: int
    not_held: int
    open: int
    online: int
    attendance: Decimal | None
    attendance_so_far: Decimal | None
    online_share: Decimal | None
    relative_dose: Decimal | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedCall:
    """One follow-up of the plan with its window, numbered from 1."""

    id: str
    number: int
    window: Window


def between_visits(event: Event | None) -> bool:
    """Say whether a fact belongs to the programme between visits; that it exists may tell the arm."""
    match event:
        case AdverseEventDrafted() | AdverseEventCompleted() | AdverseEventDismissed() | AlertAcknowledged():
            return not event.visit
        case _:
            return isinstance(event, ProgrammeEvent)


def planned_sessions(plan: SessionPlan, anchor: date) -> tuple[PlannedSession, ...]:
    """Return every planned session of somebody whose programme starts at `anchor`.

    Sessions are spread evenly over each week from its first day (three a week: days 1, 3 and 5). No source names
    weekdays, so the day is a proposal and only the week is the plan's word (assumption A-K6).
    """
    return tuple(
        PlannedSession(
            id=f"week_{week:02d}_{place}",
            week=week,
            place=place,
            day=anchor + timedelta(days=WEEK * (week - 1) + WEEK * (place - 1) // plan.per_week),
        )
        for week in range(1, plan.weeks + 1)
        for place in range(1, plan.per_week + 1)
    )


def session_states(
    plan: SessionPlan, anchor: date, told: Mapping[str, SessionRecorded], *, today: date, ended: date | None = None
) -> tuple[SessionState, ...]:
    """Return where each planned session stands; one stated under an earlier plan keeps its place behind its week.

    `ended` is the last day on which the participant may have sessions, None while there is no end.
    """
    planned = planned_sessions(plan, anchor)
    known = {one.id for one in planned}
    earlier = [_of_earlier_plan(event, anchor) for name, event in told.items() if name not in known]
    every = sorted((*planned, *earlier), key=lambda one: (one.week, one.place, one.id))
    return tuple(
        SessionState(planned=one, stand=_stand(one.day, told.get(one.id), today, ended), told=told.get(one.id))
        for one in every
    )


def _of_earlier_plan(event: SessionRecorded, anchor: date) -> PlannedSession:
    day = date.fromisoformat(event.planned)
    return PlannedSession(id=event.session, week=(day - anchor).days // WEEK + 1, place=WEEK + 1, day=day)


def _stand(day: date, told: SessionRecorded | None, today: date, ended: date | None) -> SessionStand:
    if told is not None:
        return SessionStand.HELD if told.held else SessionStand.NOT_HELD
    if ended is not None and day > ended:
        return SessionStand.ENDED
    return SessionStand.OPEN if day <= today else SessionStand.LATER


def adherence(plan: SessionPlan, states: Sequence[SessionState]) -> Adherence:
    """Return attendance = held / planned × 100 (45 of 54: 83.3), the share held online, and the relative dose."""
    told = [state.told for state in states if state.told is not None]
    held = [event for event in told if event.held]
    online = sum(event.mode in plan.online for event in held)
    due = sum(state.stand not in WAITING for state in states)
    return Adherence(
        planned=plan.planned,
        due=due,
        held=len(held),
        not_held=len(told) - len(held),
        open=sum(state.stand is SessionStand.OPEN for state in states),
        online=online,
        attendance=_share(len(held), plan.planned),
        attendance_so_far=_share(len(held), due),
        online_share=_share(online, len(held)),
        relative_dose=relative_dose(told),
    )


def _share(part: int, whole: int) -> Decimal | None:
    return half_up(percent(Decimal(part), Decimal(whole)), PLACES) if whole else None


def relative_dose(told: Iterable[SessionRecorded]) -> Decimal | None:
    """Return done volume / prescribed volume × 100 over every stated session, held or not; None while none is.

    Volume is sets × repetitions × load where the exercise has a load, else sets × repetitions. Kilograms and bare
    repetitions cannot be summed, so each exercise has a share of its own and the shares are averaged. A session that
    was not held counts as prescribed and not done; it is not cut at 100. After the relative dose intensity of Nilsen
    2018 (Med Sci Sports Exerc 50:1134, recalled); the averaging is an assumption of this project.
    """
    exercises: dict[str, list[ExerciseDone]] = {}
    for event in told:
        for one in event.exercises:
            exercises.setdefault(one.exercise, []).append(one)
    with exact_arithmetic():
        shares = [share for each in exercises.values() if (share := _dose_of(each)) is not None]
        return half_up(mean(shares) * 100, PLACES) if shares else None


def _dose_of(each: Sequence[ExerciseDone]) -> Decimal | None:
    """Return done / prescribed of one exercise over its sessions; None when nothing was ever prescribed.

    A session that was not held before any load was known takes the first load prescribed after it.
    """
    loads = [one.prescribed_load for one in each if one.prescribed_load is not None]
    at_hand = loads[0] if loads else Decimal(1)
    done, prescribed = Decimal(0), Decimal(0)
    for one in each:
        at_hand = at_hand if one.prescribed_load is None else one.prescribed_load
        lifted = (one.load if one.load is not None else Decimal(0)) if loads else Decimal(1)
        done += product(Decimal(one.sets * one.repetitions), lifted)
        prescribed += product(Decimal(one.prescribed_sets * one.prescribed_repetitions), at_hand)
    return quotient(done, prescribed) if prescribed else None


def planned_calls(plan: CallPlan, anchor: date) -> tuple[PlannedCall, ...]:
    """Return every planned follow-up: target = anchor + every × number, and the window around it."""
    found: list[PlannedCall] = []
    for number in range(1, plan.count + 1):
        target = anchor + timedelta(days=plan.every_days * number)
        window = Window(
            target=target,
            earliest=target - timedelta(days=plan.days_before),
            latest=target + timedelta(days=plan.days_after),
        )
        found.append(PlannedCall(id=f"call_{number:02d}", number=number, window=window))
    return tuple(found)


def call_stand(window: Window, call: Call | None, *, today: date, ended: date | None = None) -> CallStand:
    """Say where a follow-up stands; what was said outranks that it was given up before.

    `ended` is the last day on which the participant may be called, None while there is no end.
    """
    if call is not None and call.recorded is not None:
        return CallStand.RECORDED
    if call is not None and any(one.event.reached for one in call.attempts):
        return CallStand.REACHED
    if call is not None and call.missed is not None:
        return CallStand.MISSED
    if ended is not None and window.latest > ended:
        return CallStand.ENDED
    if today < window.earliest:
        return CallStand.LATER
    if today > window.latest:
        return CallStand.OVERDUE
    return CallStand.CLOSING if (window.latest - today).days <= CLOSING_DAYS else CallStand.DUE


def days_tried(call: Call | None) -> int:
    """Return on how many different days somebody tried in vain."""
    return len({one.event.date for one in call.attempts if not one.event.reached}) if call else 0


def may_give_up(plan: CallPlan, window: Window, call: Call | None, *, today: date) -> bool:
    """Say whether a follow-up may be given up as missed (ND14).

    That is after as many attempts on different days as the plan asks for, or once its window has closed.
    """
    over = call_stand(window, call, today=today) in CALL_OVER
    return not over and (days_tried(call) >= plan.attempts or today > window.latest)
