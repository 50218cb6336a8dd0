"""Exercise sessions by the use cases: stating, confirming, correcting, the draft of an adverse event, who may see."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from assessdesk.domain.checks import Severity
from assessdesk.domain.conduct_events import InfusionStated
from assessdesk.domain.confirmations import Confirmation
from assessdesk.domain.programme import SessionStand
from assessdesk.domain.programme_events import SessionRecorded
from assessdesk.ports import ParticipantRow, Refusal
from assessdesk.services import adverse_events, session, sessions
from assessdesk.services.audit import audit_rows
from assessdesk.services.desk import Desk, participant_fact
from assessdesk.services.sessions import ExerciseForm, SessionForm
from assessdesk.services.status import StatusWish, change_status
from assessdesk.services.typed_numbers import Stated, named
from tests.journeys.blinded import BLINDED
from tests.journeys.programme import LEADER, PASSPHRASES_HERE, held, participants, programme_desk, sign_in, to_day
from tests.journeys.visit import StillClock

FIRST = "week_01_1"
NOT_HELD = SessionForm(took_place="no", not_held="toxicity")


@pytest.fixture
def clock() -> StillClock:
    return StillClock()


@pytest.fixture
def desk(tmp_path: Path, clock: StillClock) -> Desk:
    return programme_desk(tmp_path, clock)


@pytest.fixture
def people(desk: Desk, clock: StillClock) -> tuple[ParticipantRow, ParticipantRow]:
    return participants(desk, clock)


@pytest.fixture
def who(people: tuple[ParticipantRow, ParticipantRow]) -> str:
    """The participant of the exercise arm."""
    return people[0].participant


def last(stated: Stated, session: str = FIRST) -> SessionRecorded:
    return stated.record.conduct.sessions[session][-1].event


def seq(desk: Desk) -> int:
    return desk.ledger.head().seq


@pytest.mark.req("PRG-010")
def test_a_session_is_stated_with_everything_asked_for(desk: Desk, who: str) -> None:
    done = sessions.record_session(desk, who, FIRST, held(desk, exertion="0.5"))
    assert done.findings == ()
    event = last(done)
    assert (event.planned, event.held, event.mode, event.minutes) == ("2025-11-22", "2025-11-22", "on_site", 60)
    assert (event.exertion, event.pain_before, event.pain_after) == (Decimal("0.5"), Decimal(1), Decimal(2))
    assert [(one.exercise, one.sets, one.repetitions, one.load, one.unit) for one in event.exercises] == [
        ("leg_press", 3, 12, Decimal(20), "kg"),
        ("row", 3, 10, Decimal(15), "kg"),
        ("band_press", 2, 15, None, "red band"),
        ("chair_rise", 2, 10, None, ""),
    ]
    assert desk.record(who) == done.record
    view = sessions.sessions_view(desk, who)
    assert view.states[0].stand is SessionStand.HELD
    assert (view.week, str(view.adherence.relative_dose)) == (1, "100.0")
    assert view.following is not None
    assert view.following.planned.id == "week_01_2"


@pytest.mark.req("PRG-010")
def test_a_session_that_was_not_held_keeps_what_was_prescribed(desk: Desk, who: str, clock: StillClock) -> None:
    sessions.record_session(desk, who, FIRST, held(desk))
    to_day(clock, 2)
    done = sessions.record_session(desk, who, "week_01_2", NOT_HELD)
    event = last(done, "week_01_2")
    assert (event.held, event.not_held, event.minutes) == ("", "toxicity", None)
    assert [(one.sets, one.prescribed_sets, one.prescribed_load) for one in event.exercises[:2]] == [
        (0, 3, Decimal(20)),
        (0, 3, Decimal(15)),
    ]
    view = sessions.sessions_view(desk, who)
    assert str(view.adherence.relative_dose) == "50.0"
    assert (view.adherence.held, view.adherence.not_held, view.adherence.due) == (1, 1, 2)


@pytest.mark.req("PRG-011")
def test_the_next_session_is_prefilled_with_the_last_loads_and_bands(desk: Desk, who: str, clock: StillClock) -> None:
    assert [one.prescribed_load for one in sessions.prescription(sessions.sessions_view(desk, who), FIRST)] == [
        None
    ] * 4
    sessions.record_session(desk, who, FIRST, held(desk))
    to_day(clock, 2)
    ahead = sessions.prescription(sessions.sessions_view(desk, who), "week_01_2")
    assert [(one.load, one.prescribed_load, one.unit) for one in ahead] == [
        (Decimal(20), Decimal(20), "kg"),
        (Decimal(15), Decimal(15), "kg"),
        (None, None, "red band"),
        (None, None, ""),
    ]


@pytest.mark.req("PRG-012")
@pytest.mark.parametrize("minutes", ["44", "76"])
def test_unusual_minutes_are_kept_only_with_a_reason(desk: Desk, who: str, minutes: str) -> None:
    before = seq(desk)
    asked = sessions.record_session(desk, who, FIRST, held(desk, minutes=minutes))
    (finding,) = asked.findings
    assert (finding.code, finding.field, finding.severity) == ("VALUE_UNUSUAL", "minutes", Severity.SOFT)
    assert dict(finding.arguments)["usual_from"] == "45"
    wordless = Confirmation(finding=named(finding), reason="C4")
    assert sessions.record_session(desk, who, FIRST, held(desk, minutes=minutes, confirmed=(wordless,))).findings
    assert seq(desk) == before
    reason = Confirmation(finding=named(finding), reason="C3")
    done = sessions.record_session(desk, who, FIRST, held(desk, minutes=minutes, confirmed=(reason,)))
    assert done.findings == ()
    assert last(done).confirmations == (reason,)


@pytest.mark.req("PRG-012")
@pytest.mark.parametrize("minutes", ["45", "75"])
def test_minutes_inside_the_soft_limit_are_not_questioned(desk: Desk, who: str, minutes: str) -> None:
    assert sessions.record_session(desk, who, FIRST, held(desk, minutes=minutes)).findings == ()


@pytest.mark.req("PRG-012")
@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"minutes": ""}, "minutes"),
        ({"minutes": "181"}, "minutes"),
        ({"minutes": "60.5"}, "minutes"),
        ({"exertion": "2.5"}, "exertion"),
        ({"exertion": "11"}, "exertion"),
        ({"pain_before": "-1"}, "pain_before"),
        ({"pain_after": "3.5"}, "pain_after"),
        ({"exercises": ()}, "leg_press.sets"),
    ],
)
def test_a_number_that_cannot_be_is_said_beside_its_field(
    desk: Desk, who: str, change: dict[str, object], field: str
) -> None:
    before = seq(desk)
    findings = sessions.record_session(desk, who, FIRST, held(desk, **change)).findings
    assert (findings[0].field, findings[0].severity) == (field, Severity.HARD)
    assert seq(desk) == before


@pytest.mark.req("PRG-012")
def test_what_was_lifted_needs_its_load_and_an_exercise_left_out_does_not(desk: Desk, who: str) -> None:
    done, *others = held(desk).exercises
    lacking = (replace(done, load=""), *others)
    (finding,) = sessions.record_session(desk, who, FIRST, held(desk, exercises=lacking)).findings
    assert finding.field == "leg_press.load"
    left_out = (replace(done, sets="0", repetitions="0", load=""), *others)
    event = last(sessions.record_session(desk, who, FIRST, held(desk, exercises=left_out)))
    assert (event.exercises[0].sets, event.exercises[0].load, event.exercises[0].prescribed_load) == (
        0,
        None,
        Decimal(20),
    )


@pytest.mark.req("PRG-012")
@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"took_place": ""}, "FIELD_NEEDED"),
        ({"mode": "by_post"}, "FIELD_NEEDED"),
        ({"adverse_event": ""}, "FIELD_NEEDED"),
        ({"held": "22/11/2025"}, "NOT_A_DAY"),
        ({"held": "2025-11-23"}, "SESSION_IN_FUTURE"),
        ({"held": "2025-11-21"}, "SESSION_BEFORE_START"),
        ({"supervisor": "900101-1234567"}, "IDENTITY_NUMBER"),
        ({"adverse_event": "yes", "term": ""}, "ADVERSE_EVENT_FIELD"),
        ({"took_place": "no", "not_held": "bored"}, "FIELD_NEEDED"),
        ({"took_place": "no", "not_held": "other", "text": " "}, "FIELD_NEEDED"),
    ],
)
def test_what_lacks_or_cannot_be_is_refused_and_nothing_is_written(
    desk: Desk, who: str, change: dict[str, object], code: str
) -> None:
    before = seq(desk)
    with pytest.raises(Refusal, match=code):
        sessions.record_session(desk, who, FIRST, held(desk, **change))
    assert seq(desk) == before


@pytest.mark.req("PRG-012")
def test_a_session_to_come_is_not_stated_as_not_held_and_an_unknown_one_not_at_all(desk: Desk, who: str) -> None:
    with pytest.raises(Refusal, match="SESSION_NOT_YET"):
        sessions.record_session(desk, who, "week_02_1", NOT_HELD)
    with pytest.raises(Refusal, match="UNKNOWN_SESSION"):
        sessions.record_session(desk, who, "week_19_1", held(desk))


@pytest.mark.req("PRG-012")
def test_a_second_session_on_one_day_is_asked_about(desk: Desk, who: str) -> None:
    sessions.record_session(desk, who, FIRST, held(desk))
    (finding,) = sessions.record_session(desk, who, "week_01_2", held(desk)).findings
    assert (finding.code, finding.field) == ("SESSION_SAME_DAY", "held")
    sure = Confirmation(finding=named(finding), reason="C4", text="Morning and evening")
    assert sessions.record_session(desk, who, "week_01_2", held(desk, confirmed=(sure,))).findings == ()


@pytest.mark.req("PRG-013")
def test_a_correction_needs_a_reason_and_a_true_change(desk: Desk, who: str) -> None:
    sessions.record_session(desk, who, FIRST, held(desk))
    before = seq(desk)
    sessions.record_session(desk, who, FIRST, held(desk))
    assert seq(desk) == before
    with pytest.raises(Refusal, match="REASON_NEEDED"):
        sessions.record_session(desk, who, FIRST, held(desk, minutes="50"))
    done = sessions.record_session(desk, who, FIRST, held(desk, minutes="50", change="Misread the clock"))
    assert (last(done).minutes, last(done).change) == (50, "Misread the clock")
    assert len(done.record.conduct.sessions[FIRST]) == 2
    row = audit_rows(desk, language="en", participant=who)[0]
    assert (row.kind, row.old, row.new, row.reason) == (
        "session.recorded",
        "2025-11-22, 60 min",
        "2025-11-22, 50 min",
        "Misread the clock",
    )


@pytest.mark.req("PRG-014")
def test_the_cycle_day_is_counted_from_the_infusions(desk: Desk, who: str) -> None:
    infusion = InfusionStated(participant=who, cycle=2, date="2025-11-20")
    desk.append(participant_fact(who, infusion))
    event = last(sessions.record_session(desk, who, FIRST, held(desk)))
    assert (event.cycle, event.cycle_day) == (2, 3)


@pytest.mark.req("PRG-014")
def test_a_study_without_cycles_counts_none(desk: Desk, who: str) -> None:
    desk.append(participant_fact(who, InfusionStated(participant=who, cycle=1, date="2025-11-20")))
    desk.study = replace(desk.in_force, conduct=replace(desk.in_force.conduct, cycle_days=None))
    event = last(sessions.record_session(desk, who, FIRST, held(desk)))
    assert (event.cycle, event.cycle_day) == (None, None)


@pytest.mark.req("PRG-015")
def test_an_adverse_event_opens_one_draft_outside_visits(desk: Desk, who: str) -> None:
    form = held(desk, adverse_event="yes", term="Dizzy after the leg press")
    done = sessions.record_session(desk, who, FIRST, form)
    (draft,) = adverse_events.open_drafts(desk, done.record, "", language="en")
    assert (draft.term, draft.visit) == ("Dizzy after the leg press", "")
    assert sessions.sessions_view(desk, who).drafts == 1
    again = sessions.record_session(desk, who, FIRST, replace(form, minutes="50", change="Misread"))
    assert len(again.record.adverse_events) == 1
    closed = adverse_events.dismiss(desk, again.record, "", draft.id, reason="She had stood up too fast")
    assert adverse_events.open_drafts(desk, closed, "", language="en") == ()
    assert desk.record(who) == closed


@pytest.mark.req("PRG-016")
def test_after_leaving_only_earlier_sessions_may_be_entered(desk: Desk, who: str, clock: StillClock) -> None:
    to_day(clock, 3)
    change_status(desk, who, StatusWish(status="withdrawn", date="2025-11-24", reason="moved"))
    assert sessions.record_session(desk, who, FIRST, held(desk, held="2025-11-24")).findings == ()
    with pytest.raises(Refusal, match="NO_MORE_SESSIONS"):
        sessions.record_session(desk, who, "week_01_2", held(desk))
    view = sessions.sessions_view(desk, who)
    assert [state.stand for state in view.states[1:3]] == [SessionStand.OPEN, SessionStand.ENDED]


@pytest.mark.req("PRG-020")
def test_only_the_arm_of_the_plan_has_sessions(desk: Desk, people: tuple[ParticipantRow, ParticipantRow]) -> None:
    first, second = people
    assert [view.record.code for view in sessions.all_sessions(desk)] == [first.code]
    with pytest.raises(Refusal, match="NO_PROGRAMME"):
        sessions.sessions_view(desk, second.participant)


@pytest.mark.req("PRG-020")
def test_somebody_blinded_is_told_the_same_about_everybody(
    desk: Desk, people: tuple[ParticipantRow, ParticipantRow]
) -> None:
    first, second = people
    form = held(desk, adverse_event="yes", term="Dizzy")
    sessions.record_session(desk, first.participant, FIRST, form)
    seen = desk.ledger.views.participant(first.participant)
    sign_in(desk, BLINDED)
    told = set()
    for row in (first, second):
        with pytest.raises(Refusal) as refused:
            sessions.sessions_view(desk, row.participant)
        told.add((refused.value.code, refused.value.arguments["permission"]))
    assert told == {("NOT_PERMITTED", "sessions")}
    kinds = {row.kind for row in audit_rows(desk, language="en")}
    assert not kinds & {"session.recorded", "adverse_event.drafted"}
    kinds = {row.kind for row in audit_rows(desk, language="en", participant=first.participant)}
    assert not kinds & {"session.recorded", "adverse_event.drafted"}
    record = desk.record(first.participant)
    assert adverse_events.events_of(desk, record, "", language="en") == ()
    with pytest.raises(Refusal, match="NOT_PERMITTED"):
        adverse_events.report(desk, record, "", term="Fall")
    # Whether all of somebody is at central is shown to everybody: the session did not move it.
    allocated = [entry.seq for entry in desk.ledger.entries(entity=first.participant, kinds=("allocation.sealed",))]
    assert seen is not None
    assert seen.last_seq == max(allocated)


@pytest.mark.req("PRG-020")
def test_the_permission_alone_does_not_show_what_would_tell_the_arm(
    desk: Desk, people: tuple[ParticipantRow, ParticipantRow]
) -> None:
    study = desk.in_force
    leader = replace(study.roles["leader"], may=frozenset({"sessions", "calls"}))
    desk.study = replace(study, roles={**study.roles, "leader": leader})
    for row in people:
        with pytest.raises(Refusal) as refused:
            sessions.sessions_view(desk, row.participant)
        assert refused.value.arguments["permission"] == "unblinded"
    with pytest.raises(Refusal, match="NO_PROGRAMME"):
        sessions.all_sessions(desk)


@pytest.mark.req("PRG-020")
def test_what_a_crash_left_behind_is_not_told_where_it_would_tell_the_arm(desk: Desk, who: str) -> None:
    sign_in(desk, LEADER)
    sessions.record_session(desk, who, FIRST, held(desk))
    session.release(desk)  # the program ended without locking
    found = session.sign_in(desk, BLINDED, PASSPHRASES_HERE[BLINDED])
    assert (found.state, found.code) == ("unclean", "")


@pytest.mark.req("PRG-011")
def test_forms_of_unknown_exercises_are_left_aside(desk: Desk, who: str) -> None:
    form = held(desk)
    more = (*form.exercises, ExerciseForm(exercise="bench", sets="3", repetitions="3"))
    event = last(sessions.record_session(desk, who, FIRST, replace(form, exercises=more)))
    assert len(event.exercises) == 4
