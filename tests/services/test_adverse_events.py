"""Adverse events by the use cases: drafts that open by themselves, their description, closing, alerts."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from assessdesk.domain.adverse import Stand
from assessdesk.domain.commands import RecordMissing, RecordText, StartTrial
from assessdesk.domain.record import Record, evolve
from assessdesk.domain.safety_events import AdverseEventCompleted
from assessdesk.ports import Refusal
from assessdesk.services import adverse_events, corrections
from assessdesk.services.adverse_events import Description
from assessdesk.services.desk import Desk, participant_fact
from tests.domain.test_safety import CALM
from tests.journeys.asking import asking_desk
from tests.journeys.performance import CHAIR_SET, Run, clock_of, hands
from tests.journeys.visit import StillClock, utc

FULL = Description(
    term="Dizziness", onset="2025-11-18", end="", grade="1", serious="no", relation_assessment="possible",
    relation_exercise="none", relation_treatment="unlikely", action="test_stopped", outcome="recovering",
    reporter="assessor", known_at="2025-11-18 08:41",
)  # fmt: skip


@pytest.fixture
def clock() -> StillClock:
    return StillClock()


@pytest.fixture
def desk(tmp_path: Path, clock: StillClock) -> Desk:
    return asking_desk(tmp_path, clock, "chair_stand_5", "grip_strength", "phq9")


def stopped(desk: Desk, clock: StillClock) -> Run:
    """Return a chair stand that was stopped early."""
    run = Run.begin(desk, clock, "chair_stand_5").walk(CHAIR_SET, until="stands.1.time")
    run.perform(StartTrial(slot="stands.1.time", performed_at=clock.now()))
    run.perform(RecordMissing(slot="stands.1.time", code="ND02", timing=clock_of(2000), completed_repetitions=1))
    return run


def ids(record: Record, visit: str) -> list[tuple[str, str]]:
    return [(one.draft.trigger, one.draft.slot) for one in record.visits[visit].adverse_events.values()]


def only(run: Run) -> str:
    (found,) = run.done.record.visits[run.visit].adverse_events
    return found


@pytest.mark.req("CAP-410")
def test_a_stop_opens_a_draft_in_the_same_transaction(desk: Desk, clock: StillClock) -> None:
    run = stopped(desk, clock)
    assert ids(run.done.record, run.visit) == [("STOPPED", "stands.1.time")]
    assert [entry.kind for entry in run.done.entries][-1] == "adverse_event.drafted"
    assert run.done.entries[-1].originator == "computed"
    assert desk.record(run.done.record.participant) == run.done.record
    (draft,) = adverse_events.open_drafts(desk, run.done.record, run.visit, language="ko")
    assert (draft.term, draft.alert, draft.stand) == ("검사 중단", "", Stand.DRAFT)


@pytest.mark.req("CAP-410")
def test_an_ordinary_visit_opens_none(desk: Desk, clock: StillClock) -> None:
    run = Run.begin(desk, clock, "grip_strength").walk(hands("25.0 24.5 24.0", "23.0 22.5 22.0"))
    assert ids(run.done.record, run.visit) == []


@pytest.mark.req("CAP-410")
def test_a_correction_opens_a_draft_once(desk: Desk, clock: StillClock) -> None:
    run = Run.begin(desk, clock, "grip_strength").walk(hands("25.0 24.5 24.0", "23.0 22.5 22.0"))
    for text in ("4", "5"):
        done = corrections.correct(
            desk, run.done.record, run.visit, instrument="grip_strength", slot="after.left.1.pain", text=text,
            reason="Heard wrongly",
        )  # fmt: skip
        run.done = done
    assert ids(run.done.record, run.visit) == [("GRIP_PAIN", "after.left.1.pain")]


@pytest.mark.req("CAP-412")
def test_a_draft_is_described_in_full(desk: Desk, clock: StillClock) -> None:
    run = stopped(desk, clock)
    record = adverse_events.complete(desk, run.done.record, run.visit, only(run), FULL)
    event = next(entry.event for entry in desk.ledger.entries(kinds=("adverse_event.completed",)))
    assert isinstance(event, AdverseEventCompleted)
    assert (event.grade, event.serious, event.criterion) == (1, False, "")
    assert event.known_at == utc("2025-11-18T08:41:00+09:00")
    assert adverse_events.open_drafts(desk, record, run.visit, language="en") == ()
    (shown,) = adverse_events.events_of(desk, record, run.visit, language="en")
    assert (shown.stand, shown.term) == (Stand.COMPLETED, "Dizziness")
    assert record == desk.record(record.participant)
    with pytest.raises(Refusal, match="ADVERSE_EVENT_CLOSED"):
        adverse_events.complete(desk, record, run.visit, only(run), FULL)


@pytest.mark.req("CAP-412")
@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"term": " "}, "ADVERSE_EVENT_FIELD"),
        ({"grade": "6"}, "ADVERSE_EVENT_FIELD"),
        ({"grade": ""}, "ADVERSE_EVENT_FIELD"),
        ({"serious": "yes"}, "ADVERSE_EVENT_FIELD"),
        ({"relation_exercise": "maybe"}, "ADVERSE_EVENT_FIELD"),
        ({"action": ""}, "ADVERSE_EVENT_FIELD"),
        ({"outcome": ""}, "ADVERSE_EVENT_FIELD"),
        ({"reporter": ""}, "ADVERSE_EVENT_FIELD"),
        ({"onset": "yesterday"}, "NOT_A_DAY"),
        ({"onset": "2025-11-19"}, "ADVERSE_EVENT_FUTURE"),
        ({"end": "2025-11-17"}, "ADVERSE_EVENT_ORDER"),
        ({"known_at": "8:41"}, "NOT_A_MINUTE"),
        ({"known_at": "2025-11-18 23:59"}, "ADVERSE_EVENT_FUTURE"),
        ({"grade": "5"}, "ADVERSE_EVENT_DEATH"),
        ({"outcome": "fatal"}, "ADVERSE_EVENT_DEATH"),
        ({"grade": "5", "outcome": "fatal"}, "ADVERSE_EVENT_DEATH"),
        ({"term": "900101-1234567"}, "IDENTITY_NUMBER"),
    ],
)
def test_what_is_missing_or_contradicts_itself_is_refused(
    desk: Desk, clock: StillClock, change: dict[str, str], code: str
) -> None:
    run = stopped(desk, clock)
    head = desk.ledger.head()
    with pytest.raises(Refusal, match=code):
        adverse_events.complete(desk, run.done.record, run.visit, only(run), replace(FULL, **change))
    assert desk.ledger.head() == head


@pytest.mark.req("CAP-412")
def test_a_draft_that_was_none_is_closed_with_a_reason(desk: Desk, clock: StillClock) -> None:
    run = stopped(desk, clock)
    with pytest.raises(Refusal, match="ADVERSE_EVENT_REASON"):
        adverse_events.dismiss(desk, run.done.record, run.visit, only(run), reason="")
    record = adverse_events.dismiss(desk, run.done.record, run.visit, only(run), reason="Telephone rang")
    (shown,) = adverse_events.events_of(desk, record, run.visit, language="en")
    assert shown.stand is Stand.DISMISSED


@pytest.mark.req("CAP-413")
def test_what_no_rule_noticed_can_be_reported(desk: Desk, clock: StillClock) -> None:
    run = stopped(desk, clock)
    record = adverse_events.report(desk, run.done.record, run.visit, term="Fall in the corridor")
    assert [one.term for one in adverse_events.open_drafts(desk, record, run.visit, language="ko")] == [
        "검사 중단", "Fall in the corridor",
    ]  # fmt: skip
    with pytest.raises(Refusal, match="ADVERSE_EVENT_FIELD"):
        adverse_events.report(desk, record, run.visit, term="")


@pytest.mark.req("CAP-411")
def test_an_alert_stands_until_it_is_acknowledged_and_the_draft_after_that(desk: Desk, clock: StillClock) -> None:
    run = Run.begin(desk, clock, "phq9")
    answers = {"setup.language": "ko", "setup.mode": "paper"} | {f"core.q{n}": "0" for n in range(1, 9)}
    run.walk(answers, until="core.q9")
    run.perform(RecordText(slot="core.q9", text="1"))
    (alert,) = adverse_events.alerts_of(desk, run.done.record, run.visit, language="en")
    assert "clinician" in alert.alert
    record = adverse_events.acknowledge(desk, run.done.record, run.visit, alert.id)
    assert adverse_events.alerts_of(desk, record, run.visit, language="en") == ()
    assert len(adverse_events.open_drafts(desk, record, run.visit, language="en")) == 1
    head = desk.ledger.head()
    assert adverse_events.acknowledge(desk, record, run.visit, alert.id) == record
    assert desk.ledger.head() == head


@pytest.mark.req("CAP-410")
def test_new_swelling_of_an_arm_opens_a_draft(tmp_path: Path, clock: StillClock) -> None:
    desk = asking_desk(tmp_path, clock, "safety_screen")
    run = Run.begin(desk, clock, "safety_screen").walk(CALM | {"today.swelling": "arm_left"})
    assert ids(run.done.record, run.visit) == [("ARM_SWELLING", "today.swelling")]


def described(desk: Desk, clock: StillClock) -> tuple[Record, str, str]:
    """Return a record with one adverse event that was described, its visit and its id."""
    run = stopped(desk, clock)
    record = adverse_events.complete(desk, run.done.record, run.visit, only(run), FULL)
    return record, run.visit, only(run)


@pytest.mark.req("CAP-414")
def test_one_that_was_described_is_described_anew_with_a_reason(desk: Desk, clock: StillClock) -> None:
    record, visit, one = described(desk, clock)
    held = adverse_events.description_of(desk, record, visit, one)
    assert held == FULL
    over = replace(held, end="2025-11-18", outcome="recovered")
    head = desk.ledger.head()
    with pytest.raises(Refusal, match="REASON_NEEDED"):
        adverse_events.describe_anew(desk, record, visit, one, over, reason=" ")
    with pytest.raises(Refusal, match="ADVERSE_EVENT_DEATH"):
        adverse_events.describe_anew(desk, record, visit, one, replace(held, grade="5"), reason="Read again")
    assert adverse_events.describe_anew(desk, record, visit, one, held, reason="Read again") == record
    assert desk.ledger.head() == head
    record = adverse_events.describe_anew(desk, record, visit, one, over, reason="It has ended")
    (shown,) = adverse_events.events_of(desk, record, visit, language="en")
    assert (shown.stand, shown.grade, shown.onset, shown.end) == (Stand.COMPLETED, 1, "2025-11-18", "2025-11-18")
    said = [entry.event for entry in desk.ledger.entries(kinds=("adverse_event.completed",))]
    assert [one.reason for one in said if isinstance(one, AdverseEventCompleted)] == ["", "It has ended"]
    assert desk.record(record.participant) == record


@pytest.mark.req("CAP-414")
def test_a_draft_cannot_be_described_anew(desk: Desk, clock: StillClock) -> None:
    run = stopped(desk, clock)
    with pytest.raises(Refusal, match="ADVERSE_EVENT_CLOSED"):
        adverse_events.describe_anew(desk, run.done.record, run.visit, only(run), FULL, reason="It has ended")


@pytest.mark.req("CAP-415")
def test_all_of_a_participant_stand_in_one_list_with_the_drafts_first(desk: Desk, clock: StillClock) -> None:
    record, visit, _ = described(desk, clock)
    clock.pass_seconds(60)
    record = adverse_events.report(desk, record, visit, term="Fall")
    listed = adverse_events.events_of_participant(desk, record, language="en")
    assert [(one.term, one.stand, one.place, one.grade) for one in listed] == [
        ("Fall", Stand.DRAFT, "Baseline", 0), ("Dizziness", Stand.COMPLETED, "Baseline", 1),
    ]  # fmt: skip


@pytest.mark.req("CAP-415")
def test_what_came_up_outside_visits_is_in_no_list_of_who_is_blinded(desk: Desk, clock: StillClock) -> None:
    record, _, _ = described(desk, clock)
    event = adverse_events.reported(desk, record, term="Sore after the session")
    for entry in desk.append(participant_fact(record.participant, event)):
        record = evolve(record, entry)
    terms = {one.term for one in adverse_events.events_of_participant(desk, record, language="en")}
    assert terms == {"Dizziness"}
    assert not adverse_events.may_state(desk, "")
    study = desk.in_force
    roles = {name: replace(role, may=role.may | {"unblinded", "sessions"}) for name, role in study.roles.items()}
    desk.study = replace(study, roles=roles)
    terms = {one.term for one in adverse_events.events_of_participant(desk, record, language="en")}
    assert terms == {"Dizziness", "Sore after the session"}
    assert adverse_events.may_state(desk, "")
