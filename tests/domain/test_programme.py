"""Planned sessions and calls, where each stands, and what attendance and dose add up to."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessdesk.domain.conduct import Call, Stated
from assessdesk.domain.programme import (
    CallStand,
    SessionStand,
    adherence,
    call_stand,
    days_tried,
    may_give_up,
    planned_calls,
    planned_sessions,
    relative_dose,
    session_states,
)
from assessdesk.domain.programme_events import (
    CallAttempted,
    CallMissed,
    CallRecorded,
    ExerciseDone,
    SessionRecorded,
)
from assessdesk.domain.scoring.inputs import Inputs
from assessdesk.domain.scoring.trials import score_adherence
from tests.journeys.programme import CALLS, SESSIONS

START = date(2025, 11, 3)
AT = datetime(2025, 11, 3, 9, tzinfo=UTC)


def exercise(done: str, prescribed: str, name: str = "leg_press") -> ExerciseDone:
    """Return an exercise from `sets repetitions [load]`, done and prescribed."""
    sets, repetitions, *load = done.split()
    wanted_sets, wanted_repetitions, *wanted = prescribed.split()
    return ExerciseDone(
        exercise=name,
        sets=int(sets),
        repetitions=int(repetitions),
        load=Decimal(load[0]) if load else None,
        unit="kg" if wanted else "",
        prescribed_sets=int(wanted_sets),
        prescribed_repetitions=int(wanted_repetitions),
        prescribed_load=Decimal(wanted[0]) if wanted else None,
    )


def session(
    name: str, *exercises: ExerciseDone, day: date = START, held: bool = True, mode: str = "on_site"
) -> SessionRecorded:
    return SessionRecorded(
        participant="p",
        session=name,
        planned=day.isoformat(),
        held=day.isoformat() if held else "",
        mode=mode if held else "",
        minutes=60 if held else None,
        not_held="" if held else "travel",
        exercises=exercises,
        exertion=None,
        pain_before=None,
        pain_after=None,
        cycle=None,
        cycle_day=None,
        adverse_event=False,
        supervisor="",
    )


def attempts(*days: date, reached: bool = False) -> Call:
    told = [
        CallAttempted(participant="p", call="call_01", attempt=place, date=day.isoformat(), reached=reached)
        for place, day in enumerate(days, start=1)
    ]
    return Call(attempts=tuple(Stated(event=event, user="u", at=AT, seq=1, entry="") for event in told))


@pytest.mark.req("PRG-001")
def test_three_sessions_a_week_for_eighteen_weeks_are_planned_on_days_one_three_and_five() -> None:
    planned = planned_sessions(SESSIONS, START)
    assert len(planned) == 54
    assert [(one.id, one.day.isoformat()) for one in planned[:4]] == [
        ("week_01_1", "2025-11-03"),
        ("week_01_2", "2025-11-05"),
        ("week_01_3", "2025-11-07"),
        ("week_02_1", "2025-11-10"),
    ]
    assert planned[-1].id == "week_18_3"


@given(per_week=st.integers(1, 14), weeks=st.integers(1, 30), start=st.dates(date(2020, 1, 1), date(2030, 1, 1)))
@pytest.mark.req("PRG-001")
def test_every_planned_day_lies_in_its_week_and_ids_are_unique(per_week: int, weeks: int, start: date) -> None:
    planned = planned_sessions(replace(SESSIONS, per_week=per_week, weeks=weeks), start)
    assert len({one.id for one in planned}) == len(planned) == per_week * weeks
    assert [one.day for one in planned] == sorted(one.day for one in planned)
    assert all((one.day - start).days // 7 + 1 == one.week for one in planned)


@pytest.mark.req("PRG-002")
def test_a_session_is_held_not_held_open_or_later() -> None:
    told = {
        "week_01_1": session("week_01_1"),
        "week_01_2": session("week_01_2", held=False),
    }
    states = session_states(SESSIONS, START, told, today=START + timedelta(days=4))
    assert [state.stand for state in states[:4]] == [
        SessionStand.HELD,
        SessionStand.NOT_HELD,
        SessionStand.OPEN,
        SessionStand.LATER,
    ]


@pytest.mark.req("PRG-002")
def test_after_the_end_of_somebodys_sessions_nothing_is_open_or_due() -> None:
    told = {"week_01_1": session("week_01_1")}
    ended = START + timedelta(days=2)
    states = session_states(SESSIONS, START, told, today=START + timedelta(days=60), ended=ended)
    assert [state.stand for state in states[:3]] == [SessionStand.HELD, SessionStand.OPEN, SessionStand.ENDED]
    assert adherence(SESSIONS, states).due == 2


@pytest.mark.req("PRG-002")
def test_a_session_of_an_earlier_plan_keeps_its_place_behind_its_week() -> None:
    told = {"week_01_3": session("week_01_3", day=START + timedelta(days=4))}
    twice = replace(SESSIONS, per_week=2)
    states = session_states(twice, START, told, today=START + timedelta(days=9))
    assert [state.planned.id for state in states[:4]] == ["week_01_1", "week_01_2", "week_01_3", "week_02_1"]
    assert adherence(twice, states).held == 1


@pytest.mark.req("PRG-003")
def test_forty_five_of_fifty_four_sessions_are_83_3_percent_as_the_scorer_says() -> None:
    planned = planned_sessions(SESSIONS, START)
    told = {
        one.id: session(one.id, day=one.day, held=place < 45, mode="online" if place % 3 == 0 else "on_site")
        for place, one in enumerate(planned)
    }
    states = session_states(SESSIONS, START, told, today=planned[-1].day)
    found = adherence(SESSIONS, states)
    assert (found.held, found.not_held, found.open, found.planned) == (45, 9, 0, 54)
    scored = score_adherence(Inputs({"weeks": 18, "planned_per_week": 3, "attended": 45}))
    assert str(found.attendance) == "83.3" == scored["attendance_percent"]
    assert str(found.online_share) == "33.3"


@given(
    told=st.dictionaries(st.integers(0, 53), st.booleans(), max_size=54),
    day=st.integers(-3, 140),
)
@pytest.mark.req("PRG-003")
def test_counts_of_sessions_add_up_and_shares_stay_within_bounds(told: dict[int, bool], day: int) -> None:
    planned = planned_sessions(SESSIONS, START)
    stated = {planned[place].id: session(planned[place].id, held=was) for place, was in told.items()}
    states = session_states(SESSIONS, START, stated, today=START + timedelta(days=day))
    found = adherence(SESSIONS, states)
    later = sum(state.stand is SessionStand.LATER for state in states)
    assert found.held + found.not_held + found.open + later == found.planned
    assert found.due == found.held + found.not_held + found.open
    assert found.attendance == Decimal(str(score_adherence(
        Inputs({"weeks": 18, "planned_per_week": 3, "attended": found.held})
    )["attendance_percent"]))  # fmt: skip
    assert found.attendance_so_far is None or Decimal(0) <= found.attendance_so_far <= Decimal(100)
    assert (found.online_share is None) == (found.held == 0)


@pytest.mark.req("PRG-004")
def test_relative_dose_is_done_volume_by_prescribed_volume_with_the_load_where_there_is_one() -> None:
    # 3 × 10 × 20 = 600 of 3 × 12 × 20 = 720
    assert relative_dose([session("a", exercise("3 10 20", "3 12 20"))]) == Decimal("83.3")
    # heavier than prescribed is not cut at 100
    assert relative_dose([session("a", exercise("3 12 25", "3 12 20"))]) == Decimal("125.0")
    # body weight: 2 × 8 of 2 × 10
    assert relative_dose([session("a", exercise("2 8", "2 10"))]) == Decimal("80.0")


@pytest.mark.req("PRG-004")
def test_kilograms_and_bare_repetitions_are_averaged_and_never_summed() -> None:
    both = session("a", exercise("3 10 20", "3 12 20"), exercise("2 10", "2 10", "chair_rise"))
    assert relative_dose([both]) == Decimal("91.7")  # (600 / 720 + 20 / 20) / 2


@pytest.mark.req("PRG-004")
def test_a_session_that_was_not_held_counts_as_prescribed_and_not_done() -> None:
    held = session("a", exercise("3 12 20", "3 12 20"))
    missed = session("b", exercise("0 0", "3 12 20"), held=False)
    assert relative_dose([held, missed]) == Decimal("50.0")
    # missed before any load was known: the first load that was prescribed after it
    unknown = session("b", replace(exercise("0 0", "3 12 20"), prescribed_load=None), held=False)
    assert relative_dose([unknown, held]) == Decimal("50.0")
    assert relative_dose([]) is None
    assert relative_dose([session("a")]) is None


@given(
    st.lists(
        st.tuples(st.integers(0, 5), st.integers(0, 20), st.decimals("0.25", "200", places=2)), min_size=1, max_size=6
    )
)
@pytest.mark.req("PRG-004")
def test_what_is_done_exactly_as_prescribed_is_one_hundred(plan: list[tuple[int, int, Decimal]]) -> None:
    told = [
        session(str(place), exercise(f"{sets + 1} {repetitions + 1} {load}", f"{sets + 1} {repetitions + 1} {load}"))
        for place, (sets, repetitions, load) in enumerate(plan)
    ]
    assert relative_dose(told) == Decimal("100.0")
    doubled = [replace(one, exercises=tuple(replace(e, sets=e.sets * 2) for e in one.exercises)) for one in told]
    assert relative_dose(doubled) == Decimal("200.0")


@pytest.mark.req("PRG-005")
def test_calls_are_planned_every_28_days_with_seven_days_on_either_side() -> None:
    planned = planned_calls(CALLS, START)
    assert [(one.id, one.window.target.isoformat()) for one in planned] == [
        ("call_01", "2025-12-01"),
        ("call_02", "2025-12-29"),
    ]
    assert (planned[0].window.latest - planned[0].window.earliest).days == 14


@pytest.mark.req("PRG-005")
@pytest.mark.parametrize(
    ("day", "stand"),
    [
        (20, CallStand.LATER),
        (21, CallStand.DUE),
        (32, CallStand.DUE),
        (33, CallStand.CLOSING),
        (35, CallStand.CLOSING),
        (36, CallStand.OVERDUE),
    ],
)
def test_a_call_is_due_inside_its_window(day: int, stand: CallStand) -> None:
    window = planned_calls(CALLS, START)[0].window
    today = START + timedelta(days=day)
    assert call_stand(window, None, today=today) is stand
    assert call_stand(window, Call(), today=today, ended=START + timedelta(days=10)) is CallStand.ENDED


@pytest.mark.req("PRG-005")
def test_what_was_said_outranks_that_the_call_was_given_up() -> None:
    window = planned_calls(CALLS, START)[0].window
    today = window.target
    missed = Stated(
        event=CallMissed(participant="p", call="call_01", date=today.isoformat(), reason="ND14"),
        user="u", at=AT, seq=1, entry="",
    )  # fmt: skip
    given_up = replace(attempts(today), missed=missed)
    assert call_stand(window, given_up, today=today) is CallStand.MISSED
    reached = replace(attempts(today, reached=True), missed=missed)
    assert call_stand(window, reached, today=today) is CallStand.REACHED
    said = CallRecorded(
        participant="p", call="call_01", date=today.isoformat(), joint_pain=None, stiffness_minutes=None, fatigue=None,
        sleep=None, days_missed=None, exercise_minutes=None, analgesics="", new_diagnoses="", adverse_event=False,
        advice="", next_date="",
    )  # fmt: skip
    recorded = replace(reached, recorded=Stated(event=said, user="u", at=AT, seq=2, entry=""))
    assert call_stand(window, recorded, today=today) is CallStand.RECORDED


@pytest.mark.req("PRG-006")
def test_three_attempts_on_one_day_are_one_day_and_do_not_end_a_call() -> None:
    window = planned_calls(CALLS, START)[0].window
    day = window.target
    once = attempts(day, day, day)
    assert days_tried(once) == 1
    assert not may_give_up(CALLS, window, once, today=day)
    thrice = attempts(day, day + timedelta(days=1), day + timedelta(days=2))
    assert may_give_up(CALLS, window, thrice, today=day + timedelta(days=2))
    assert not may_give_up(CALLS, window, attempts(day, reached=True), today=day)
    assert may_give_up(CALLS, window, None, today=window.latest + timedelta(days=1))


@given(st.lists(st.integers(0, 14), max_size=8), st.integers(0, 14))
@pytest.mark.req("PRG-006")
def test_inside_the_window_a_call_ends_only_after_enough_different_days(days: list[int], today: int) -> None:
    window = planned_calls(CALLS, START)[0].window
    call = attempts(*(window.earliest + timedelta(days=day) for day in sorted(days)))
    expected = len(set(days)) >= CALLS.attempts
    assert may_give_up(CALLS, window, call, today=window.earliest + timedelta(days=today)) == expected
