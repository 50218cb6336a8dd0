"""A value that is not done after all, something not done that was measured after all, and what is asked again."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from assessdesk.domain.checks import Severity
from assessdesk.domain.commands import RecordMissing
from assessdesk.domain.events import ValueCorrected
from assessdesk.domain.values import Choice, Missing, Observed, Quantity
from assessdesk.ports import Refusal
from assessdesk.services import audit, corrections, summary
from assessdesk.services.assessments import Performed
from assessdesk.services.desk import Desk
from tests.journeys.performance import CHAIR_SET, Run, hands, performance_desk
from tests.journeys.querying import query_desk, sign, whole_visit
from tests.journeys.visit import StillClock

GRIP = "grip_strength"
SECOND = "squeeze.right.2.grip"


@pytest.fixture
def clock() -> StillClock:
    return StillClock()


@pytest.fixture
def desk(tmp_path: Path, clock: StillClock) -> Desk:
    return performance_desk(tmp_path, clock)


def correct(run: Run, slot: str, text: str, reason: str = "Wrong hand") -> Performed:
    """Correct one value of the instrument at hand, and go on from there."""
    done = corrections.correct(
        run.desk, run.done.record, run.visit, instrument=run.instrument, slot=slot, text=text, reason=reason
    )
    run.done = done
    assert run.desk.record(done.record.participant) == done.record
    return done


def ask_again(run: Run, slot: str, reason: str = "It was done after all") -> Performed:
    """Have one value asked again, and go on from there."""
    run.done = corrections.ask_again(
        run.desk, run.done.record, run.visit, instrument=run.instrument, slot=slot, reason=reason
    )
    assert run.desk.record(run.done.record.participant) == run.done.record
    return run.done


@pytest.mark.req("CAP-030")
def test_a_value_for_the_wrong_hand_becomes_not_done_everywhere(tmp_path: Path, clock: StillClock) -> None:
    desk = query_desk(tmp_path, clock)
    run = whole_visit(desk, clock, ("25.8 28.4 26.1", "24.0 24.2 23.9"))
    sign(run)
    run.done = Performed(record=desk.record(run.done.record.participant), findings=(), entries=())
    assert run.scores()["best_right"] == "28.4"
    replaced = run.turn(SECOND).entry
    with pytest.raises(Refusal, match="REASON_NEEDED"):
        correct(run, SECOND, "ND13", " ")
    done = correct(run, SECOND, "nd13")
    fact = done.entries[0].event
    assert isinstance(fact, ValueCorrected)
    assert (fact.slot, fact.value, fact.base) == (SECOND, Missing(code="ND13"), replaced)
    assert [type(entry.event) for entry in done.entries].count(ValueCorrected) == 1
    assert done.record.visits[run.visit].signing is None
    assert run.scores()["best_right"] == "26.1"
    row = next(row for row in audit.audit_rows(desk, language="en") if row.kind == "value.corrected")
    assert (row.code, row.reason) == ("ND13", "Wrong hand")
    assert correct(run, SECOND, "ND13").entries == ()
    for slot in ("squeeze.right.1.grip", "squeeze.right.3.grip"):
        correct(run, slot, "ND13")
    assert run.scores()["best_right"] is None
    assert run.scores()["best_left"] == "24.2"
    page = summary.summary_of(desk, run.done.record, run.visit, language="en")
    assert [item.done for item in page.items][-1], "one hand was measured"
    for place in (1, 2, 3):
        correct(run, f"squeeze.left.{place}.grip", "ND13")
    page = summary.summary_of(desk, run.done.record, run.visit, language="en")
    assert not page.items[-1].done
    assert desk.ledger.verify().faults == ()


@pytest.mark.req("CAP-030")
def test_pain_that_was_the_reason_after_all_opens_the_same_draft_as_at_once(tmp_path: Path, clock: StillClock) -> None:
    run = whole_visit(query_desk(tmp_path, clock), clock)
    assert not run.done.record.visits[run.visit].adverse_events
    done = correct(run, SECOND, "ND06", "Let go for pain")
    (draft,) = done.record.visits[run.visit].adverse_events.values()
    assert (draft.draft.trigger, draft.draft.slot) == ("STOPPED", SECOND)


@pytest.mark.req("CAP-031")
def test_a_value_found_later_takes_the_place_of_not_done(desk: Desk, clock: StillClock) -> None:
    run = Run.begin(desk, clock, "grip_awgs").walk(hands("ND10 25.4", "ND10 24.0"))
    assert run.scores()["best_right"] == "25.4"
    with pytest.raises(Refusal, match="REASON_NEEDED"):
        correct(run, "squeeze.right.1.grip", "27.2", "")
    (finding,) = correct(run, "squeeze.right.1.grip", "272").findings
    assert finding.severity is Severity.HARD
    assert run.code("squeeze.right.1.grip") == "ND10"
    correct(run, "squeeze.right.1.grip", "27.2", "Found on the paper sheet")
    assert run.turn("squeeze.right.1.grip").value == Quantity(value=Decimal("27.2"), unit="kgf")
    assert run.scores()["best_right"] == "27.2"
    for text in ("ND07", "27.1"):
        correct(run, "squeeze.right.1.grip", text)
    assert run.scores()["best_right"] == "27.1"


@pytest.mark.req("CAP-031")
def test_who_did_not_walk_400_m_has_no_laps_and_the_disability(desk: Desk, clock: StillClock) -> None:
    run = Run.begin(desk, clock, "walk_400m").walk({"walk.1.time": "372.40", "walk.1.rests": "0"})
    assert (run.scores()["mobility_disability"], run.scores()["laps"]) == ("no", "10")
    correct(run, "walk.1.time", "ND02", "Did not reach the line")
    assert run.scores() == {"time_s": None, "laps": None, "mobility_disability": "yes"}
    assert run.turn("walk.1.rests").missing is None, "the walk was begun: its other values stand"
    correct(run, "walk.1.time", "372.40", "It was another participant")
    assert (run.scores()["time_s"], run.scores()["mobility_disability"]) == ("372.40", "no")


@pytest.mark.req("CAP-031")
def test_what_was_seen_and_what_was_chosen_can_be_not_done_and_back(desk: Desk, clock: StillClock) -> None:
    run = Run.begin(desk, clock, "tug").walk({"walk.1.time": "9.10", "walk.2.time": "9.30"} | CHAIR_SET)
    seen = next(slot for slot, turns in run.held.slots.items() if turns[-1].value == Observed())
    listed = {row.slot: row for row in corrections.correctable(desk, run.done.record, run.visit, language="en")}
    assert listed[seen].value == "done"
    correct(run, seen, "ND11")
    assert run.code(seen) == "ND11"
    with pytest.raises(Refusal, match="NOT_AMONG_ANSWERS"):
        correct(run, seen, "yes")
    correct(run, seen, "done")
    assert run.turn(seen).value == Observed()
    chosen = next(slot for slot, turns in run.held.slots.items() if isinstance(turns[-1].value, Choice))
    before = run.turn(chosen).value
    assert isinstance(before, Choice)
    correct(run, chosen, "ND13")
    with pytest.raises(Refusal, match="NOT_AMONG_ANSWERS"):
        correct(run, chosen, "whatever")
    correct(run, chosen, before.code)
    assert run.turn(chosen).value == before


@pytest.mark.req("CAP-032")
def test_what_leads_elsewhere_is_asked_again_with_all_that_hangs_on_it(desk: Desk, clock: StillClock) -> None:
    run = Run.begin(desk, clock, "chair_stand_5_seat").walk(CHAIR_SET, until="pretest.result")
    run.perform(RecordMissing(slot="pretest.result", code="ND01"))
    assert run.step.kind == "finished"
    assert run.code("stands.1.time") == "ND01"
    with pytest.raises(Refusal, match="CORRECTION_CHANGES_COURSE"):
        correct(run, "pretest.result", "ok")
    with pytest.raises(Refusal, match="REASON_OF_RULE"):
        ask_again(run, "stands.1.time")
    with pytest.raises(Refusal, match="REASON_NEEDED"):
        ask_again(run, "pretest.result", " ")
    ask_again(run, "pretest.result")
    assert run.step.slot == "pretest.result"
    run.walk({"stands.1.time": "12.34"})
    assert run.scores()["time_s"] == "12.34"
    with pytest.raises(Refusal, match="CORRECTION_CHANGES_COURSE"):
        correct(run, "pretest.result", "ND01")
    assert desk.ledger.verify().faults == ()


@pytest.mark.req("CAP-032")
def test_a_closed_gate_that_was_not_done_hands_its_reason_on(desk: Desk, clock: StillClock) -> None:
    run = Run.begin(desk, clock, "chair_stand_5_seat").walk(CHAIR_SET | {"pretest.result": "used_arms"})
    assert run.code("stands.1.time") == "ND15"
    correct(run, "pretest.result", "ND04")
    assert run.code("stands.1.time") == "ND04"
    correct(run, "pretest.result", "used_arms")
    assert run.code("stands.1.time") == "ND15"


@pytest.mark.req("CAP-032")
def test_a_trial_is_asked_again_only_as_often_as_the_test_allows(desk: Desk, clock: StillClock) -> None:
    run = Run.begin(desk, clock, "grip_awgs").walk(hands("26.0 25.4", "24.0 23.8"))
    slot = "squeeze.left.1.grip"
    ask_again(run, slot, "Elbow was straight")
    assert run.step.slot == slot
    run.walk({slot: "24.4"})
    with pytest.raises(Refusal, match="NO_REPEAT_LEFT"):
        ask_again(run, slot, "Elbow was straight")
    assert [turn.void_code for turn in run.held.slots[slot]] == ["V5", ""]
    row = next(row for row in audit.audit_rows(desk, language="en") if row.kind == "trial.voided")
    assert (row.code, row.reason) == ("V5", "Elbow was straight")
