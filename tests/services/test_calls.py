"""Follow-ups by telephone by the use cases: attempts, what was said, giving up, and who may know of them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from assessdesk.domain.confirmations import Confirmation
from assessdesk.domain.programme import CallStand
from assessdesk.domain.programme_events import CallRecorded
from assessdesk.ports import ParticipantRow, Refusal
from assessdesk.services import adverse_events, calls
from assessdesk.services.audit import audit_rows
from assessdesk.services.calls import CallForm, CallView
from assessdesk.services.desk import Desk
from assessdesk.services.status import StatusWish, change_status
from assessdesk.services.typed_numbers import Stated, named
from tests.journeys.blinded import BLINDED
from tests.journeys.programme import CALLS, EXERCISE, participants, programme_desk, sign_in, to_day
from tests.journeys.visit import StillClock

FIRST = "call_01"
SAID = CallForm(
    date="2025-12-20", joint_pain="3", stiffness_minutes="20", fatigue="4", sleep="2", days_missed="1",
    analgesics="Paracetamol, twice", new_diagnoses="", adverse_event="no", advice="Keep moving",
    next_date="2026-01-17",
)  # fmt: skip


@pytest.fixture
def clock() -> StillClock:
    return StillClock()


@pytest.fixture
def desk(tmp_path: Path, clock: StillClock) -> Desk:
    return programme_desk(tmp_path, clock)


@pytest.fixture
def people(desk: Desk, clock: StillClock) -> tuple[ParticipantRow, ParticipantRow]:
    """One of each arm; the first call is due today, on its target day (2025-12-20)."""
    made = participants(desk, clock)
    to_day(clock, 28)
    return made


@pytest.fixture
def who(people: tuple[ParticipantRow, ParticipantRow]) -> str:
    """The participant of the arm that is called."""
    return people[1].participant


def day(desk: Desk) -> str:
    return desk.clock.now().date().isoformat()


def view(desk: Desk, who: str, call: str = FIRST) -> CallView:
    return next(one for one in calls.calls_of(desk, who) if one.planned.id == call)


def said(stated: Stated) -> CallRecorded:
    recorded = stated.record.conduct.calls[FIRST].recorded
    assert recorded is not None
    return recorded.event


def reach(desk: Desk, who: str) -> None:
    calls.attempt(desk, who, FIRST, day=day(desk), reached=True)


@pytest.mark.req("PRG-030")
def test_a_call_is_tried_reached_and_recorded(desk: Desk, who: str, clock: StillClock) -> None:
    assert (view(desk, who).stand, view(desk, who).days) == (CallStand.DUE, 7)
    calls.attempt(desk, who, FIRST, day=day(desk), reached=False, text="Engaged")
    to_day(clock, 1)
    reach(desk, who)
    assert view(desk, who).stand is CallStand.REACHED
    done = calls.record_call(desk, who, FIRST, replace(SAID, date=day(desk)))
    event = said(done)
    assert (event.joint_pain, event.stiffness_minutes, event.days_missed) == (Decimal(3), 20, 1)
    assert (event.analgesics, event.exercise_minutes, event.next_date) == ("Paracetamol, twice", None, "2026-01-17")
    tried = done.record.conduct.calls[FIRST].attempts
    assert [(one.event.attempt, one.event.date, one.event.reached) for one in tried] == [
        (1, "2025-12-20", False),
        (2, "2025-12-21", True),
    ]
    assert view(desk, who).stand is CallStand.RECORDED
    assert view(desk, who).proposed_next == date(2026, 1, 17)
    assert [(row.call, row.state) for row in desk.ledger.views.calls()] == [(FIRST, "recorded")]


@pytest.mark.req("PRG-030")
def test_what_is_not_asked_stays_empty(desk: Desk, who: str) -> None:
    reach(desk, who)
    event = said(calls.record_call(desk, who, FIRST, CallForm(date=day(desk), adverse_event="no")))
    assert (event.joint_pain, event.sleep, event.days_missed, event.next_date) == (None, None, None, "")


@pytest.mark.req("PRG-031")
def test_three_days_in_vain_are_missed_and_two_are_not(desk: Desk, who: str, clock: StillClock) -> None:
    for _ in range(2):
        calls.attempt(desk, who, FIRST, day=day(desk), reached=False)
        calls.attempt(desk, who, FIRST, day=day(desk), reached=False)
        to_day(clock, 1)
    assert (view(desk, who).tried, view(desk, who).may_give_up) == (2, False)
    with pytest.raises(Refusal, match="CALL_NOT_OVER"):
        calls.give_up(desk, who, FIRST)
    calls.attempt(desk, who, FIRST, day=day(desk), reached=False)
    assert view(desk, who).may_give_up
    record = calls.give_up(desk, who, FIRST)
    missed = record.conduct.calls[FIRST].missed
    assert missed is not None
    assert missed.event.reason == "ND14"
    assert view(desk, who).stand is CallStand.MISSED
    with pytest.raises(Refusal, match="CALL_NOT_OVER"):
        calls.give_up(desk, who, FIRST)
    row = audit_rows(desk, language="en", participant=who)[0]
    assert (row.kind, row.code) == ("call.missed", "ND14")


@pytest.mark.req("PRG-031")
def test_somebody_who_calls_back_is_recorded_after_all(desk: Desk, who: str, clock: StillClock) -> None:
    to_day(clock, 8)  # the window has closed without an attempt
    calls.give_up(desk, who, FIRST)
    calls.attempt(desk, who, FIRST, day=day(desk), reached=True, text="She called back")
    done = calls.record_call(desk, who, FIRST, replace(SAID, date=day(desk)))
    assert said(done).date == "2025-12-28"
    assert view(desk, who).stand is CallStand.RECORDED


@pytest.mark.req("PRG-032")
def test_an_attempt_has_its_day_its_order_and_a_word_outside_the_window(
    desk: Desk, who: str, clock: StillClock
) -> None:
    with pytest.raises(Refusal, match="CALL_IN_FUTURE"):
        calls.attempt(desk, who, FIRST, day="2025-12-21", reached=False)
    with pytest.raises(Refusal, match="CALL_OUTSIDE_WINDOW"):
        calls.attempt(desk, who, FIRST, day="2025-12-12", reached=False)
    calls.attempt(desk, who, FIRST, day="2025-12-20", reached=False)
    with pytest.raises(Refusal, match="CALL_ORDER"):
        calls.attempt(desk, who, FIRST, day="2025-12-19", reached=False)
    to_day(clock, 8)
    with pytest.raises(Refusal, match="CALL_OUTSIDE_WINDOW"):
        calls.attempt(desk, who, FIRST, day=day(desk), reached=True)
    calls.attempt(desk, who, FIRST, day=day(desk), reached=True, text="Holidays")
    with pytest.raises(Refusal, match="CALL_REACHED"):
        calls.attempt(desk, who, FIRST, day=day(desk), reached=False)
    with pytest.raises(Refusal, match="UNKNOWN_CALL"):
        calls.attempt(desk, who, "call_09", day=day(desk), reached=False)


@pytest.mark.req("PRG-032")
@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"adverse_event": ""}, "FIELD_NEEDED"),
        ({"date": "yesterday"}, "NOT_A_DAY"),
        ({"date": "2025-12-21"}, "CALL_IN_FUTURE"),
        ({"next_date": "2025-12-20"}, "CALL_NEXT_BEFORE"),
        ({"advice": "Call 900101-1234567"}, "IDENTITY_NUMBER"),
        ({"adverse_event": "yes"}, "ADVERSE_EVENT_FIELD"),
    ],
)
def test_what_lacks_or_cannot_be_is_refused(desk: Desk, who: str, change: dict[str, str], code: str) -> None:
    reach(desk, who)
    before = desk.ledger.head()
    with pytest.raises(Refusal, match=code):
        calls.record_call(desk, who, FIRST, replace(SAID, **change))  # type: ignore[arg-type]  # names are CallForm's own
    assert desk.ledger.head() == before


@pytest.mark.req("PRG-032")
@pytest.mark.parametrize(
    ("change", "field", "code"),
    [
        ({"joint_pain": "11"}, "joint_pain", "VALUE_IMPOSSIBLE"),
        ({"sleep": "2.5"}, "sleep", "VALUE_NOT_WHOLE"),
        ({"stiffness_minutes": "241"}, "stiffness_minutes", "VALUE_UNUSUAL"),
        ({"days_missed": "36"}, "days_missed", "VALUE_UNUSUAL"),
    ],
)
def test_a_number_that_cannot_be_or_is_unusual_is_said_beside_its_field(
    desk: Desk, who: str, change: dict[str, str], field: str, code: str
) -> None:
    reach(desk, who)
    form = replace(SAID, **change)  # type: ignore[arg-type]  # names are CallForm's own
    (finding,) = calls.record_call(desk, who, FIRST, form).findings
    assert (finding.field, finding.code) == (field, code)
    if code == "VALUE_UNUSUAL":
        sure = replace(form, confirmed=(Confirmation(finding=named(finding), reason="C3"),))
        assert calls.record_call(desk, who, FIRST, sure).findings == ()


@pytest.mark.req("PRG-032")
def test_nothing_is_recorded_before_somebody_was_reached(desk: Desk, who: str) -> None:
    calls.attempt(desk, who, FIRST, day=day(desk), reached=False)
    with pytest.raises(Refusal, match="CALL_NOT_REACHED"):
        calls.record_call(desk, who, FIRST, SAID)


@pytest.mark.req("PRG-033")
def test_a_correction_needs_a_reason_and_a_true_change(desk: Desk, who: str) -> None:
    reach(desk, who)
    calls.record_call(desk, who, FIRST, SAID)
    before = desk.ledger.head()
    calls.record_call(desk, who, FIRST, SAID)
    assert desk.ledger.head() == before
    with pytest.raises(Refusal, match="REASON_NEEDED"):
        calls.record_call(desk, who, FIRST, replace(SAID, joint_pain="5"))
    done = calls.record_call(desk, who, FIRST, replace(SAID, joint_pain="5", change="Heard wrongly"))
    assert (said(done).joint_pain, said(done).change) == (Decimal(5), "Heard wrongly")
    row = audit_rows(desk, language="en", participant=who)[0]
    assert (row.old, row.new, row.reason) == ("2025-12-20, NRS 3, -1 d", "2025-12-20, NRS 5, -1 d", "Heard wrongly")


@pytest.mark.req("PRG-034")
def test_exercise_is_asked_only_in_the_arms_that_the_study_names(
    desk: Desk, people: tuple[ParticipantRow, ParticipantRow]
) -> None:
    both = replace(CALLS, arms=(), exercise_arms=(EXERCISE,))
    desk.study = replace(desk.in_force, conduct=replace(desk.in_force.conduct, calls=both))
    minutes = []
    for row in people:
        reach(desk, row.participant)
        minutes.append(said(calls.record_call(desk, row.participant, FIRST, replace(SAID, exercise_minutes="90"))))
    assert [event.exercise_minutes for event in minutes] == [90, None]


@pytest.mark.req("PRG-034")
def test_a_call_of_both_arms_never_asks_a_blinded_person_about_exercise(
    desk: Desk, people: tuple[ParticipantRow, ParticipantRow]
) -> None:
    study = desk.in_force
    both = replace(CALLS, arms=(), exercise_arms=(EXERCISE,))
    caller = replace(study.roles["leader"], may=frozenset({"calls"}))
    roles = {**study.roles, "leader": caller}
    desk.study = replace(study, roles=roles, conduct=replace(study.conduct, calls=both))
    for row in people:
        reach(desk, row.participant)
        done = calls.record_call(desk, row.participant, FIRST, replace(SAID, exercise_minutes="90"))
        assert said(done).exercise_minutes is None


@pytest.mark.req("PRG-015")
def test_an_adverse_event_on_the_telephone_opens_one_draft(desk: Desk, who: str) -> None:
    reach(desk, who)
    form = replace(SAID, adverse_event="yes", term="Hot flushes")
    done = calls.record_call(desk, who, FIRST, form)
    calls.record_call(desk, who, FIRST, replace(form, sleep="5", change="Heard wrongly"))
    drafts = adverse_events.open_drafts(desk, desk.record(who), "", language="en")
    assert [draft.term for draft in drafts] == ["Hot flushes"]
    assert calls.open_outside(desk, who) == 1
    assert [entry.kind for entry in desk.ledger.entries(entity=who)][-3:] == [
        "call.recorded",
        "adverse_event.drafted",
        "call.recorded",
    ]
    assert done.record.visits == {}


@pytest.mark.req("PRG-016")
def test_calls_go_on_after_leaving_where_the_study_says_so(desk: Desk, who: str) -> None:
    change_status(desk, who, StatusWish(status="withdrawn", date="2025-12-01", reason="moved", collect=("calls",)))
    assert view(desk, who).stand is CallStand.DUE
    change_status(desk, who, StatusWish(status="withdrawn", date="2025-12-02", reason="moved"))
    assert view(desk, who).stand is CallStand.ENDED
    with pytest.raises(Refusal, match="NO_MORE_CALLS"):
        calls.attempt(desk, who, FIRST, day=day(desk), reached=False)
    assert not view(desk, who).may_give_up


@pytest.mark.req("PRG-035")
def test_the_list_of_all_calls_has_what_closes_first_on_top_and_nobody_of_the_other_arm(
    desk: Desk, people: tuple[ParticipantRow, ParticipantRow]
) -> None:
    listed = calls.all_calls(desk)
    assert [(one.code, one.planned.id, one.open) for one in listed] == [
        (people[1].code, "call_01", True),
        (people[1].code, "call_02", False),
    ]


@pytest.mark.req("PRG-035")
def test_somebody_blinded_is_told_the_same_about_everybody(
    desk: Desk, people: tuple[ParticipantRow, ParticipantRow]
) -> None:
    reach(desk, people[1].participant)
    calls.record_call(desk, people[1].participant, FIRST, replace(SAID, adverse_event="yes", term="Hot flushes"))
    sign_in(desk, BLINDED)
    for row in people:
        with pytest.raises(Refusal) as refused:
            calls.calls_of(desk, row.participant)
        assert refused.value.arguments["permission"] == "calls"
    rows = audit_rows(desk, language="en")
    assert not any(row.kind.startswith(("call.", "adverse_event.")) for row in rows)
    assert calls.open_outside(desk, people[1].participant) == 0
