"""States what happened between visits: exercise sessions and follow-ups by telephone, with the complaints told there.

What the program finds unusual is confirmed with a reason. It must not know what sessions add up to.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from assessdesk.domain.confirmations import Confirmation
from assessdesk.domain.record import Record
from assessdesk.services import adverse_events, calls, sessions
from assessdesk.services.typed_numbers import Stated, named
from simulation import people
from simulation.acts import Called, Trained
from simulation.describing import described
from simulation.workplace import Site

REASON = "C3"
YES, NO = "yes", "no"
ANSWER, DECISION = "As written on the visit sheet.", "Agrees with the source."
"""What is written when a query is answered, and when the answer is accepted."""


def session_held(running: Site, act: Trained) -> None:
    """State that a session was held or not; a complaint is described at once."""
    desk, participant = running.desk, running.ids[act.person]
    form = sessions.SessionForm(took_place=NO, not_held=act.not_held)
    if act.on is not None:
        form = sessions.SessionForm(
            took_place=YES,
            held=act.on.isoformat(),
            mode=act.mode,
            minutes=str(act.minutes),
            exercises=tuple(
                sessions.ExerciseForm(
                    exercise=one.id,
                    sets=str(one.sets),
                    repetitions=str(one.repetitions),
                    load=one.load,
                    prescribed_load=one.prescribed,
                )
                for one in act.exercises
            ),
            exertion=act.exertion,
            pain_before=act.pain[0],
            pain_after=act.pain[1],
            adverse_event=YES if act.term else NO,
            term=act.term,
            supervisor=people.TRAINER,
        )

    def state(confirmed: tuple[Confirmation, ...]) -> Stated:
        return sessions.record_session(desk, participant, act.session, replace(form, confirmed=confirmed))

    record = _confirmed(state, act.session)
    describe(running, record, act.term, act.grade)


def call_made(running: Site, act: Called) -> None:
    """State every attempt of a call and what was said, or that it was missed."""
    desk, participant = running.desk, running.ids[act.person]
    call = f"call_{act.number:02d}"
    for number, day in enumerate(act.attempts, start=1):
        reached = act.reached and number == len(act.attempts)
        calls.attempt(desk, participant, call, day=day.isoformat(), reached=reached)
    if not act.reached:
        calls.give_up(desk, participant, call)
        return
    form = calls.CallForm(
        date=act.attempts[-1].isoformat(),
        adverse_event=YES if act.term else NO,
        term=act.term,
        advice="Keep to the usual daily activity",
        joint_pain=act.answers["joint_pain"],
        stiffness_minutes=act.answers["stiffness_minutes"],
        fatigue=act.answers["fatigue"],
        sleep=act.answers["sleep"],
        days_missed=act.answers["days_missed"],
    )

    def state(confirmed: tuple[Confirmation, ...]) -> Stated:
        return calls.record_call(desk, participant, call, replace(form, confirmed=confirmed))

    record = _confirmed(state, call)
    describe(running, record, act.term, act.grade)


def _confirmed(state: Callable[[tuple[Confirmation, ...]], Stated], what: str) -> Record:
    """State a form, the second time with a reason for what is unusual. Raises RuntimeError when it is not taken."""
    stated = state(())
    if stated.findings:
        stated = state(tuple(Confirmation(finding=named(one), reason=REASON) for one in stated.findings))
    if stated.findings:
        raise RuntimeError(f"{what} was not taken: {stated.findings}")
    return stated.record


def describe(running: Site, record: Record, term: str, grade: str) -> None:
    """Describe the complaint that was told."""
    if term:
        event = list(record.adverse_events)[-1]
        adverse_events.complete(running.desk, record, "", event, described(running, term, grade))
