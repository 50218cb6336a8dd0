"""Holds at a visit by the use cases: the screen comes first, effort waits, a clinician releases, or all is ND08."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from assessdesk.domain.commands import RecordText, VoidTrial
from assessdesk.domain.events import ValueRecorded
from assessdesk.domain.record import Record
from assessdesk.domain.safety_events import HoldReleased
from assessdesk.domain.values import Missing
from assessdesk.ports import Refusal
from assessdesk.services import assessments, review, safety, session
from assessdesk.services.desk import Desk
from tests.domain.test_safety import CALM
from tests.journeys.asking import asking_desk
from tests.journeys.performance import Run, hands
from tests.journeys.visit import PASSPHRASE, USER, StillClock

SCREEN = "safety_screen"


@pytest.fixture
def clock() -> StillClock:
    return StillClock()


@pytest.fixture
def desk(tmp_path: Path, clock: StillClock) -> Desk:
    return asking_desk(tmp_path, clock, SCREEN, "grip_strength", "chair_stand_5", "calf")


def screened(desk: Desk, clock: StillClock, answers: Mapping[str, str]) -> Run:
    """Return a visit whose safety screen holds these answers."""
    return Run.begin(desk, clock, SCREEN).walk(CALM | dict(answers))


def view(run: Run) -> safety.SafetyView:
    visit = run.done.record.visits[run.visit]
    return safety.safety_view(run.desk, visit, finished=run.step.kind == "finished", language="en")


def start(run: Run, instrument: str) -> Record:
    return assessments.start_assessment(run.desk, run.done.record, run.visit, instrument).record


@pytest.mark.req("CAP-404")
def test_effort_waits_for_the_safety_screen_and_rest_does_not(desk: Desk, clock: StillClock) -> None:
    run = Run.begin(desk, clock, SCREEN).walk(CALM, until="today.pain")
    with pytest.raises(Refusal, match="SAFETY_SCREEN_FIRST"):
        start(run, "grip_strength")
    assert view(run).passed_at is None
    assert start(run, "calf").visits[run.visit].of("calf") is not None
    run.walk(CALM)
    passed = view(run)
    assert (passed.holds, passed.passed_at) == ((), clock.now())
    assert start(run, "grip_strength").visits[run.visit].of("grip_strength") is not None


@pytest.mark.req("CAP-404", "CAP-403", "DEF-031")
def test_every_visit_of_the_shipped_study_is_screened_first_and_a_fever_holds_its_effort_alone(
    tmp_path: Path, clock: StillClock
) -> None:
    """The screen stands first in every battery; questions and measurements at rest go on under a hold."""
    desk = asking_desk(tmp_path, clock)
    assert {visit.battery[0] for visit in desk.in_force.visits} == {SCREEN}
    effort = {"grip_strength", "gait_6m", "chair_stand_5"}
    run = Run.begin(desk, clock, SCREEN)
    due = [one.id for one in assessments.battery_of(desk, run.done.record.visits[run.visit])]
    assert effort == {name for name in due if not assessments.may_begin(desk, run.done.record, run.visit, name)}
    run.walk(CALM | {"temperature.1.temp": "38.0"})
    assert [hold.code for hold in view(run).holds] == ["FEVER"]
    assert effort == {name for name in due if not assessments.may_begin(desk, run.done.record, run.visit, name)}
    record = assessments.state_barred_not_done(desk, run.done.record, run.visit)
    assert effort == {name for name in due[1:] if assessments.finished(desk, record, run.visit, name)}


@pytest.mark.req("CAP-404", "CAP-402")
def test_a_hold_bars_effort_until_a_named_clinician_releases_it(desk: Desk, clock: StillClock) -> None:
    run = screened(desk, clock, {"temperature.1.temp": "38.2", "today.infection": "yes"})
    assert [hold.code for hold in view(run).holds] == ["FEVER", "INFECTION"]
    head = desk.ledger.head()
    with pytest.raises(Refusal, match="EFFORT_ON_HOLD") as refused:
        start(run, "grip_strength")
    assert "38.0" in refused.value.arguments["holds"]
    for clinician, reason, code in (("", "cleared", "CLINICIAN_NEEDED"), ("MD-02", " ", "RELEASE_REASON_NEEDED")):
        with pytest.raises(Refusal, match=code):
            safety.release(desk, run.done.record, run.visit, clinician=clinician, reason=reason)
    assert desk.ledger.head() == head
    record = safety.release(
        desk, run.done.record, run.visit, clinician="MD-02", reason="Viral, grip only if she wishes"
    )
    event = next(entry.event for entry in desk.ledger.entries(kinds=("hold.released",)))
    assert isinstance(event, HoldReleased)
    assert (event.holds, event.clinician) == (("FEVER", "INFECTION"), "MD-02")
    shown = safety.safety_view(desk, record.visits[run.visit], finished=True, language="en")
    assert (shown.holds, shown.released_by) == ((), "MD-02")
    begun = assessments.start_assessment(desk, record, run.visit, "grip_strength").record
    assert begun.visits[run.visit].of("grip_strength") is not None
    with pytest.raises(Refusal, match="NOTHING_ON_HOLD"):
        safety.release(desk, begun, run.visit, clinician="MD-02", reason="again")


@pytest.mark.req("CAP-402")
def test_a_new_reading_after_a_release_holds_anew(desk: Desk, clock: StillClock) -> None:
    run = screened(desk, clock, {"temperature.1.temp": "38.2"})
    run.done = assessments.Performed(
        record=safety.release(desk, run.done.record, run.visit, clinician="MD-02", reason="cleared"),
        findings=(), entries=(),
    )  # fmt: skip
    assert view(run).holds == ()
    run.perform(VoidTrial(slot="temperature.1.temp", code="V3"))
    run.walk({"temperature.1.temp": "38.6"})
    assert [hold.code for hold in view(run).holds] == ["FEVER"]
    with pytest.raises(Refusal, match="EFFORT_ON_HOLD"):
        start(run, "chair_stand_5")


@pytest.mark.req("CAP-401")
def test_a_calm_second_reading_lifts_the_hold_of_the_first(desk: Desk, clock: StillClock) -> None:
    high = {"pressure.1.systolic": "172", "second.needed": "yes"}
    run = Run.begin(desk, clock, SCREEN).walk(CALM | high, until="again.1.systolic")
    (hold,) = view(run).holds
    assert (hold.code, bool(hold.recheck)) == ("PRESSURE", True)
    rest = run.step.rest
    assert rest is not None
    assert rest.total_ms == 300_000
    found = run.perform(RecordText(slot="again.1.systolic", text="150")).findings
    assert [finding.code for finding in found] == ["REST_SHORT"]
    clock.pass_seconds(300)
    run.walk(CALM | {"again.1.systolic": "150", "again.1.diastolic": "84", "again.1.rate": "80"})
    assert view(run).holds == ()
    assert view(run).passed_at is not None


@pytest.mark.req("CAP-405")
def test_held_effort_is_stated_as_not_done_in_one_act_and_the_visit_can_be_signed(
    desk: Desk, clock: StillClock
) -> None:
    run = screened(desk, clock, {"today.symptoms": "vomiting"})
    before = desk.ledger.head().seq
    record = assessments.state_barred_not_done(desk, run.done.record, run.visit, text="Unwell")
    written = [entry.event for entry in desk.ledger.entries(after=before)]
    reasons = {event.value for event in written if isinstance(event, ValueRecorded)}
    assert reasons == {Missing(code="ND08", text="Unwell")}
    for name in ("grip_strength", "chair_stand_5"):
        assert assessments.finished(desk, record, run.visit, name)
    assert record.visits[run.visit].of("calf") is None
    assert record.visits[run.visit].adverse_events == {}
    assert record == desk.record(record.participant)
    done = assessments.start_assessment(desk, record, run.visit, "calf")
    while not assessments.finished(desk, done.record, run.visit, "calf"):
        run.instrument, run.done = "calf", done
        run.walk({**{f"calf.{s}.{n}.reading": "34.0" for s in ("right", "left") for n in (1, 2)}})
        done = run.done
    seen = review.review_of(desk, done.record, run.visit, language="en")
    assert seen.open_instruments == ()
    review.sign(desk, done.record, run.visit, meaning="performed", passphrase=PASSPHRASE, seen=seen)
    with pytest.raises(Refusal, match="NOTHING_ON_HOLD"):
        assessments.state_barred_not_done(desk, done.record, run.visit)


@pytest.mark.req("CAP-405")
def test_what_was_measured_before_the_hold_stays(desk: Desk, clock: StillClock) -> None:
    run = screened(desk, clock, {})
    run.done = assessments.start_assessment(desk, run.done.record, run.visit, "grip_strength")
    run.instrument = "grip_strength"
    run.walk(hands("25.0 20.0 21.0", "20.0 20.0 20.0"), until="squeeze.left.3.grip")
    run.instrument = SCREEN
    run.perform(VoidTrial(slot="temperature.1.temp", code="V3"))
    run.walk({"temperature.1.temp": "38.6"})
    with pytest.raises(Refusal, match="EFFORT_ON_HOLD"):
        start(run, "grip_strength")
    record = assessments.state_barred_not_done(desk, run.done.record, run.visit)
    before, after = (one.visits[run.visit].of("grip_strength") for one in (run.done.record, record))
    assert before is not None
    assert after is not None
    assert after.live("squeeze.right.3.grip") == before.live("squeeze.right.3.grip")
    assert assessments.finished(desk, record, run.visit, "grip_strength")


@pytest.mark.req("CAP-406")
def test_the_rules_in_force_are_those_that_the_station_adopted(desk: Desk) -> None:
    adopted = [row for row in desk.ledger.views.definitions() if row.type == "safety"]
    assert [row.text for row in adopted] == [desk.library.safety_text]
    session.lock(desk, "asked")
    desk.safety = None
    session.sign_in(desk, USER, PASSPHRASE)
    assert desk.safety == desk.library.safety
