"""Attendance, online share and relative dose against a recount that is not the program's, over histories at random.

The recount knows only what was typed, session by session, in exact fractions. It shares no arithmetic with the
program: sums and rounding are written out once more, as the user guide says them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from math import floor
from pathlib import Path

import pytest
from hypothesis import HealthCheck, event, given, settings
from hypothesis import strategies as st

from assessdesk.domain.checks import Severity
from assessdesk.domain.confirmations import Confirmation
from assessdesk.services import allocation, session, sessions
from assessdesk.services.desk import Desk
from assessdesk.services.sessions import ExerciseForm, SessionForm
from assessdesk.services.typed_numbers import named
from tests.journeys.programme import EXERCISE, LEADER, SESSIONS, held, programme_desk, sign_in
from tests.journeys.visit import StillClock, enrol

PER_WEEK, WEEKS = 3, 18
WEIGHED = ("leg_press", "row")
PRESCRIBED = {"leg_press": 36, "row": 30, "band_press": 30, "chair_rise": 20}
"""Prescribed sets × repetitions of the plan in `tests.journeys.programme`."""
PLANNED_DAYS = tuple(7 * week + place for week in range(WEEKS) for place in (0, 2, 4))
"""Days after the first one on which the plan proposes its sessions."""


@dataclass(frozen=True, kw_only=True)
class Done:
    """One exercise as it was done: sets, repetitions, and the loads in quarters of a kilogram."""

    sets: int
    repetitions: int
    load: int
    prescribed: int


@dataclass(frozen=True, kw_only=True)
class Statement:
    """What somebody says about the session at a place of the plan; `exercises` is None when it was not held."""

    place: int
    online: bool
    minutes: int
    exercises: Mapping[str, Done] | None


@dataclass(frozen=True, kw_only=True)
class Counted:
    """One stated session for the recount: sets × repetitions done, load lifted and load prescribed by exercise."""

    held: bool
    online: bool
    done: Mapping[str, int]
    lifted: Mapping[str, Fraction]
    wanted: Mapping[str, Fraction]


DONE = st.builds(
    Done,
    sets=st.integers(0, 6),
    repetitions=st.integers(0, 40),
    load=st.integers(1, 480),
    prescribed=st.integers(1, 480),
)
STATEMENT = st.builds(
    Statement,
    place=st.integers(0, 11),
    online=st.booleans(),
    minutes=st.integers(0, 180),
    exercises=st.one_of(st.none(), st.fixed_dictionaries(dict.fromkeys(PRESCRIBED, DONE))),
)


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """Return a desk on which one person enrols, allocates and states sessions."""
    folder: Path = tmp_path_factory.mktemp("recount")
    made = programme_desk(folder, StillClock())
    sign_in(made, LEADER)
    study = made.in_force
    leader = study.roles["leader"]
    roles = {**study.roles, "leader": replace(leader, may=leader.may | {"enrol"})}
    made.study = replace(study, roles=roles)
    yield made
    session.release(made)


def test_the_plan_is_the_one_that_is_recounted() -> None:
    assert (SESSIONS.per_week, SESSIONS.weeks) == (PER_WEEK, WEEKS)
    assert {one.id: one.sets * one.repetitions for one in SESSIONS.exercises} == PRESCRIBED
    assert tuple(one.id for one in SESSIONS.exercises if one.load_unit) == WEIGHED


@pytest.mark.req("PRG-003", "PRG-004", "PRG-013")
@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
@given(day=st.integers(0, 130), told=st.lists(STATEMENT, max_size=14))
def test_what_sessions_add_up_to_equals_a_recount(desk: Desk, day: int, told: list[Statement]) -> None:
    today = desk.clock.now().date()
    first = today - timedelta(days=day)
    who = enrol(desk, anchor_date=first.isoformat(), consent_date=first.isoformat()).participant
    allocation.allocate(desk, who, EXERCISE, again=EXERCISE)
    counted: dict[int, Counted] = {}
    for number, one in enumerate(told):
        if PLANNED_DAYS[one.place] > day:
            continue
        wish = form_of(desk, one, first, change=f"Statement {number}" if one.place in counted else "")
        state(desk, who, one.place, wish)
        event("corrected" if one.place in counted else "stated")
        counted[one.place] = count(one, counted)
    found = sessions.sessions_view(desk, who).adherence
    stated = [counted[place] for place in sorted(counted)]
    attended = [one for one in stated if one.held]
    online = [one for one in attended if one.online]
    passed = {place for place, after in enumerate(PLANNED_DAYS) if after <= day}
    assert (found.planned, found.held, found.online) == (PER_WEEK * WEEKS, len(attended), len(online))
    assert (found.not_held, found.due) == (len(stated) - len(attended), len(passed))
    assert found.open == len(passed - set(counted))
    assert found.attendance == share(len(attended), PER_WEEK * WEEKS)
    assert found.attendance_so_far == share(len(attended), len(passed))
    assert found.online_share == share(len(online), len(attended))
    assert found.relative_dose == dose(stated)
    (listed,) = (one.adherence for one in sessions.all_sessions(desk) if one.record.participant == who)
    assert listed == found
    shares = (found.attendance, found.attendance_so_far, found.online_share, found.relative_dose)
    assert {type(one) for one in shares} <= {Decimal, type(None)}


@pytest.mark.req("PRG-013")
@settings(
    max_examples=10, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
@given(one=STATEMENT)
def test_a_correction_that_says_the_same_changes_nothing(desk: Desk, one: Statement) -> None:
    first = desk.clock.now().date() - timedelta(days=60)
    who = enrol(desk, anchor_date=first.isoformat(), consent_date=first.isoformat()).participant
    allocation.allocate(desk, who, EXERCISE, again=EXERCISE)
    state(desk, who, one.place, form_of(desk, one, first, change=""))
    before, head = sessions.sessions_view(desk, who).adherence, desk.ledger.head()
    state(desk, who, one.place, form_of(desk, one, first, change="Said once more"))
    assert desk.ledger.head() == head
    assert sessions.sessions_view(desk, who).adherence == before


# -- typing ---------------------------------------------------------------------------------------------------------


def name_of(place: int) -> str:
    return f"week_{place // PER_WEEK + 1:02d}_{place % PER_WEEK + 1}"


def form_of(desk: Desk, one: Statement, first: date, *, change: str) -> SessionForm:
    """Return a statement as somebody types it; a session is held on the day proposed for it."""
    if one.exercises is None:
        return SessionForm(took_place="no", not_held="toxicity", change=change)
    return held(
        desk,
        held=(first + timedelta(days=PLANNED_DAYS[one.place])).isoformat(),
        mode="online" if one.online else "on_site",
        minutes=str(one.minutes),
        exercises=tuple(typed(name, done) for name, done in one.exercises.items()),
        change=change,
    )


def typed(name: str, done: Done) -> ExerciseForm:
    sets, repetitions = str(done.sets), str(done.repetitions)
    if name not in WEIGHED:
        return ExerciseForm(exercise=name, sets=sets, repetitions=repetitions)
    load, wanted = kilograms(done.load), kilograms(done.prescribed)
    return ExerciseForm(exercise=name, sets=sets, repetitions=repetitions, load=load, prescribed_load=wanted)


def kilograms(quarters: int) -> str:
    return str(Decimal(quarters) / 4)


def state(desk: Desk, who: str, place: int, form: SessionForm) -> None:
    """State a session, keeping what is unusual with a reason."""
    asked = sessions.record_session(desk, who, name_of(place), form).findings
    if asked:
        assert all(one.severity is Severity.SOFT for one in asked)
        confirmed = tuple(Confirmation(finding=named(one), reason="C1", text="") for one in asked)
        done = sessions.record_session(desk, who, name_of(place), replace(form, confirmed=confirmed))
        assert not done.findings


# -- the recount ----------------------------------------------------------------------------------------------------


def count(one: Statement, before: Mapping[int, Counted]) -> Counted:
    """Return what counts of a statement; a session not held had been prescribed what was prescribed last."""
    if one.exercises is not None:
        return Counted(
            held=True,
            online=one.online,
            done={name: done.sets * done.repetitions for name, done in one.exercises.items()},
            lifted={name: Fraction(one.exercises[name].load, 4) for name in WEIGHED},
            wanted={name: Fraction(one.exercises[name].prescribed, 4) for name in WEIGHED},
        )
    earlier = [before[place] for place in sorted(before) if place <= one.place and before[place].held]
    wanted = earlier[-1].wanted if earlier else {}
    return Counted(held=False, online=False, done={}, lifted={}, wanted=wanted)


def share(part: int, whole: int) -> Decimal | None:
    return rounded(Fraction(100 * part, whole)) if whole else None


def rounded(number: Fraction) -> Decimal:
    """Return a number with one place, a half upwards."""
    return Decimal(floor(number * 10 + Fraction(1, 2))) / 10


def dose(stated: list[Counted]) -> Decimal | None:
    """Return done by prescribed volume in percent, averaged over the exercises."""
    if not stated:
        return None
    shares = [dose_of(name, stated) for name in PRESCRIBED]
    return rounded(100 * sum(shares, Fraction(0)) / len(shares))


def dose_of(name: str, stated: list[Counted]) -> Fraction:
    """Return done by prescribed volume of one exercise, each session with the load that was prescribed for it.

    Where a session not held had none yet, the load prescribed before it counts, else the first one after it.
    """
    done, prescribed = Fraction(0), Fraction(0)
    for number, one in enumerate(stated):
        near = [*reversed(stated[: number + 1]), *stated[number + 1 :]]
        wanted = next((other.wanted[name] for other in near if name in other.wanted), Fraction(1))
        lifted = one.lifted.get(name, Fraction(0)) if name in WEIGHED else Fraction(1)
        done += one.done.get(name, 0) * lifted
        prescribed += PRESCRIBED[name] * wanted
    return done / prescribed
