"""A study with exercise sessions for one arm and calls for the other, and a participant of each."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from assessdesk.domain.study import Role, Study
from assessdesk.domain.study_conduct import CallPlan, PlannedExercise, SessionPlan, StatusRule, StudyConduct, Titled
from assessdesk.ports import ParticipantRow
from assessdesk.services import allocation, session
from assessdesk.services.desk import Desk
from assessdesk.services.sessions import ExerciseForm, SessionForm
from tests.journeys.blinded import ARMS, BLINDED, PASSPHRASES, TITLES, words
from tests.journeys.visit import StillClock, enrol, make_desk, set_up

EXERCISE, CONTROL = ARMS
LEADER = "TR-01"
LEADING = frozenset({"sessions", "calls", "allocate", "unblinded", "status", "verify"})
PASSPHRASES_HERE = {**PASSPHRASES, LEADER: "twelve warm stones sing"}


def titled(**titles: str) -> tuple[Titled, ...]:
    return tuple(Titled(id=code, title=words(title)) for code, title in titles.items())


SESSIONS = SessionPlan(
    arms=(EXERCISE,),
    anchor="baseline",
    per_week=3,
    weeks=18,
    minutes=60,
    minutes_low=45,
    minutes_high=75,
    modes=titled(on_site="On site", online="Online"),
    not_held=titled(
        toxicity="Treatment toxicity",
        fever="Fever or neutropenia",
        scheduling="Scheduling",
        travel="Travel",
        technical="Technical",
        motivation="Motivation",
        other="Other",
    ),
    exercises=(
        PlannedExercise(id="leg_press", title=words("Leg press"), sets=3, repetitions=12, load_unit="kg"),
        PlannedExercise(id="row", title=words("Seated row"), sets=3, repetitions=10, load_unit="kg"),
        PlannedExercise(id="band_press", title=words("Chest press with band"), sets=2, repetitions=15),
        PlannedExercise(id="chair_rise", title=words("Chair rise"), sets=2, repetitions=10),
    ),
    online=("online",),
)
CALLS = CallPlan(
    arms=(CONTROL,),
    anchor="baseline",
    every_days=28,
    days_before=7,
    days_after=7,
    count=2,
    attempts=3,
    exercise_arms=(EXERCISE,),
)
STATUSES = (
    StatusRule(id="withdrawn", title=words("Withdrawn"), reasons=titled(moved="Moved away"), collect=("calls",)),
)


def with_programme(study: Study, *, sessions: SessionPlan = SESSIONS, calls: CallPlan = CALLS) -> Study:
    """Return the study with sessions, calls, cycles, and a role that leads both and may know the arm."""
    conduct = StudyConduct(arms=titled(**TITLES), sessions=sessions, calls=calls, statuses=STATUSES, cycle_days=21)
    roles = {**study.roles, "leader": Role("leader", words("Exercise leader"), LEADING)}
    return replace(study, roles=roles, conduct=conduct)


def programme_desk(folder: Path, clock: StillClock) -> Desk:
    """Return a desk with its first person signed in; an exercise leader and a blinded assessor have their slots."""
    desk = make_desk(folder, clock)
    set_up(desk, folder)
    desk.study = with_programme(desk.in_force)
    for user, role in ((LEADER, "leader"), (BLINDED, "assessor")):
        session.add_person(desk, user, PASSPHRASES_HERE[user], roles=(role,))
    return desk


def sign_in(desk: Desk, user: str) -> Desk:
    """Lock, and let somebody else sign in."""
    session.lock(desk, "asked")
    session.sign_in(desk, user, PASSPHRASES_HERE[user])
    desk.study = with_programme(desk.in_force)
    return desk


def participants(desk: Desk, clock: StillClock) -> tuple[ParticipantRow, ParticipantRow]:
    """Enrol one of each arm, allocate them, and leave the exercise leader signed in, at the first day."""
    first, second = enrol(desk), enrol(desk)
    sign_in(desk, LEADER)
    for row, arm in ((first, EXERCISE), (second, CONTROL)):
        allocation.allocate(desk, row.participant, arm, again=arm)
    to_day(clock, 4)
    return first, second


def to_day(clock: StillClock, days: int) -> None:
    """Let days pass on both clocks."""
    clock.pass_seconds(timedelta(days=days).total_seconds())


def held(desk: Desk, **changes: object) -> SessionForm:
    """Return the form of a session held today as prescribed."""
    given: dict[str, object] = {
        "took_place": "yes",
        "held": desk.clock.now().date().isoformat(),
        "mode": "on_site",
        "minutes": "60",
        "exercises": (
            ExerciseForm(exercise="leg_press", sets="3", repetitions="12", load="20", prescribed_load="20"),
            ExerciseForm(exercise="row", sets="3", repetitions="10", load="15", prescribed_load="15"),
            ExerciseForm(exercise="band_press", sets="2", repetitions="15", unit="red band"),
            ExerciseForm(exercise="chair_rise", sets="2", repetitions="10"),
        ),
        "exertion": "4",
        "pain_before": "1",
        "pain_after": "2",
        "adverse_event": "no",
        "supervisor": LEADER,
        **changes,
    }
    return SessionForm(**given)  # type: ignore[arg-type]  # names are SessionForm's own
