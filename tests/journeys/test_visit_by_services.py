"""A nurse's morning without windows: set-up, enrolment, grip, chair stand, signature, lock, and what a crash leaves."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from assessdesk.domain.checks import Severity
from assessdesk.domain.commands import (
    ConfirmFinding,
    DecideExtra,
    RecordChoice,
    RecordMissing,
    RecordObserved,
    RecordText,
    RecordTime,
    Remeasure,
    StartTrial,
    VoidTrial,
)
from assessdesk.domain.events import (
    CareFacts,
    ClockJumped,
    Confirmation,
    TimingRecord,
    ValueCorrected,
    ValueRefused,
)
from assessdesk.domain.schedule import DueState
from assessdesk.domain.values import Missing, Quantity
from assessdesk.ports import ParticipantRow, Refusal
from assessdesk.services import agenda, assessments, corrections, enrolment, review, session, standing, summary
from assessdesk.services.assessments import Performed
from assessdesk.services.capture_view import StepView, capture_view
from assessdesk.services.desk import Desk
from tests.journeys.visit import PASSPHRASE, USER, StillClock, do, enrol, make_desk, open_baseline, set_up

GRIP, CHAIR = "grip_strength", "chair_stand_5"


@pytest.fixture
def clock() -> StillClock:
    return StillClock()


@pytest.fixture
def desk(tmp_path: Path, clock: StillClock) -> Desk:
    made = make_desk(tmp_path, clock)
    set_up(made, tmp_path)
    return made


def step(desk: Desk, done: Performed, instrument: str) -> StepView:
    """Return the step at hand."""
    visit = next(iter(done.record.visits))
    return capture_view(desk, done.record, visit, instrument, language="en").step


def walk(  # noqa: PLR0917 - reads like a sentence at every call
    desk: Desk, clock: StillClock, done: Performed, instrument: str, until: str, grips: str = ""
) -> Performed:
    """Answer every step plainly until a slot is reached; `grips` are the grip values in order."""
    visit = next(iter(done.record.visits))
    values = grips.split()
    while (at := step(desk, done, instrument)).slot != until and at.kind not in {"finished", "offer"}:
        clock.pass_seconds(61)
        command: RecordText | RecordChoice | RecordObserved
        if at.kind == "choice":
            command = RecordChoice(slot=at.slot, code=at.offered or at.options[0].code)
        elif at.kind == "observe":
            command = RecordObserved(slot=at.slot)
        else:
            text = {"text": "D-03", "squeeze": values.pop(0) if at.section == "squeeze" else "", "setup": "44.0"}
            command = RecordText(slot=at.slot, text=text.get(at.kind) or text.get(at.section) or "1")
        done = assessments.perform(desk, done.record, visit, instrument, command)
        assert done.findings == ()
    return done


def started(desk: Desk, instrument: str, **changes: object) -> tuple[ParticipantRow, str, Performed]:
    """Enrol somebody, open the baseline visit and start an instrument."""
    row = enrol(desk, **changes)
    visit = open_baseline(desk, row)
    return row, visit, do(desk, row, visit, instrument)


def timing(*splits: int, capped: bool = False) -> TimingRecord:
    """Return how an invented stopwatch was read."""
    return TimingRecord(
        source="x11",
        event_ms=sum(splits),
        handler_ms=sum(splits) + 1,
        uncertainty_ms=1,
        splits_ms=splits,
        capped=capped,
    )


@pytest.mark.req("CAP-001", "CAP-002")
def test_grip_is_led_right_left_with_rest_of_the_same_hand(desk: Desk, clock: StillClock) -> None:
    _, visit, done = started(desk, GRIP)
    done = walk(desk, clock, done, GRIP, "squeeze.left.1.grip", "25.8")
    assert step(desk, done, GRIP).rest is None
    clock.pass_seconds(10)
    done = assessments.perform(desk, done.record, visit, GRIP, RecordText(slot="squeeze.left.1.grip", text="24.0"))
    at = step(desk, done, GRIP)
    assert (at.slot, at.side, at.place, at.of) == ("squeeze.right.2.grip", "right", 3, 6)
    assert at.rest is not None
    assert at.rest.elapsed_ms(desk.now()) == 10_000


@pytest.mark.req("CAP-003")
def test_a_short_rest_is_questioned_and_its_length_is_kept(desk: Desk, clock: StillClock) -> None:
    _, visit, done = started(desk, GRIP)
    done = walk(desk, clock, done, GRIP, "squeeze.right.2.grip", "25.8 24.0")
    clock.ms -= 30_000  # thirty-one seconds after the left hand, ninety-two after the right: still short of nothing
    clock.pass_seconds(-40)
    early = RecordText(slot="squeeze.right.2.grip", text="26.0")
    asked = assessments.perform(desk, done.record, visit, GRIP, early)
    assert [finding.code for finding in asked.findings] == ["REST_SHORT"]
    assert asked.entries == ()
    reason = (Confirmation(finding="REST_SHORT", reason="C3"),)
    kept = assessments.perform(
        desk, done.record, visit, GRIP, RecordText(slot=early.slot, text=early.text, confirmations=reason)
    )
    live = kept.record.visits[visit].of(GRIP)
    assert live is not None
    turn = live.live("squeeze.right.2.grip")
    assert turn is not None
    assert turn.rest_ms is not None
    assert turn.rest_ms < 60_000
    assert turn.confirmations == reason


@pytest.mark.req("CAP-004")
def test_an_impossible_value_is_refused_and_stays_in_the_audit_trail_only(desk: Desk, clock: StillClock) -> None:
    row, visit, done = started(desk, GRIP)
    done = walk(desk, clock, done, GRIP, "squeeze.right.1.grip")
    refused = assessments.perform(desk, done.record, visit, GRIP, RecordText(slot="squeeze.right.1.grip", text="246"))
    assert [finding.severity for finding in refused.findings] == [Severity.HARD]
    events = [entry.event for entry in desk.ledger.entries(entity=row.participant)]
    assert isinstance(events[-1], ValueRefused)
    assert events[-1].text == "246"
    assert step(desk, refused, GRIP).slot == "squeeze.right.1.grip"


@pytest.mark.req("CAP-005")
def test_an_unusual_value_needs_a_reason_or_a_new_measurement(desk: Desk, clock: StillClock) -> None:
    row, visit, done = started(desk, GRIP)
    done = walk(desk, clock, done, GRIP, "squeeze.right.1.grip")
    asked = assessments.perform(desk, done.record, visit, GRIP, RecordText(slot="squeeze.right.1.grip", text="4.0"))
    assert [finding.code for finding in asked.findings] == ["VALUE_UNUSUAL"]
    done = assessments.perform(desk, asked.record, visit, GRIP, Remeasure(slot="squeeze.right.1.grip", text="4.0"))
    confirmed = RecordText(
        slot="squeeze.right.1.grip", text="4.5", confirmations=(Confirmation(finding="VALUE_UNUSUAL", reason="C2"),)
    )
    done = assessments.perform(desk, done.record, visit, GRIP, confirmed)
    turn = done.record.visits[visit].assessments[next(iter(done.record.visits[visit].assessments))].live(confirmed.slot)
    assert turn is not None
    assert turn.value == Quantity(value=Decimal("4.5"), unit="kgf")
    refusals = [e.event for e in desk.ledger.entries(entity=row.participant) if isinstance(e.event, ValueRefused)]
    assert [refusal.finding for refusal in refusals] == ["REMEASURED"]


@pytest.mark.req("CAP-006")
def test_a_restricted_hand_is_not_done_from_the_start(desk: Desk, clock: StillClock) -> None:
    care = CareFacts(restricted_side="left", lymphoedema_side="left", note="Stage 1")
    _, visit, done = started(desk, GRIP, care=care)
    done = walk(desk, clock, done, GRIP, "", "25.8 26.4 25.9")
    seen = review.review_of(desk, done.record, visit, language="en")
    by_name = {row.name: row for row in seen.rows if row.instrument == GRIP}
    assert by_name["best_left"].value is None
    assert by_name["best_left"].note == "ND07"
    assert by_name["best_overall"].value == "26.4"


@pytest.mark.req("CAP-007")
def test_the_rest_of_a_hand_can_be_not_done_at_once_and_its_questions_remain(desk: Desk, clock: StillClock) -> None:
    _, visit, done = started(desk, GRIP)
    done = walk(desk, clock, done, GRIP, "squeeze.right.2.grip", "25.8 24.0")
    stop = RecordMissing(slot="squeeze.right.2.grip", code="ND06", whole_side=True)
    done = assessments.perform(desk, done.record, visit, GRIP, stop)
    done = walk(desk, clock, done, GRIP, "after.right.1.pain", "23.0 23.5")
    assert step(desk, done, GRIP).slot == "after.right.1.pain"
    held = done.record.visits[visit].of(GRIP)
    assert held is not None
    assert [held.live(f"squeeze.right.{n}.grip").missing for n in (2, 3)] == [Missing(code="ND06")] * 2  # type: ignore[union-attr]  # both are live


@pytest.mark.req("CAP-008")
def test_a_void_trial_stays_and_is_repeated_once(desk: Desk, clock: StillClock) -> None:
    _, visit, done = started(desk, GRIP)
    done = walk(desk, clock, done, GRIP, "squeeze.left.1.grip", "30.0")
    void = VoidTrial(slot="squeeze.right.1.grip", code="V4")
    done = assessments.perform(desk, done.record, visit, GRIP, void)
    assert step(desk, done, GRIP).slot == "squeeze.right.1.grip"
    assert step(desk, done, GRIP).turn == 2
    done = walk(desk, clock, done, GRIP, "squeeze.left.1.grip", "26.0")
    rows = capture_view(desk, done.record, visit, GRIP, language="en").rows
    assert [(row.value, row.state, row.note) for row in rows[:2]] == [("30.0", "void", "V4"), ("26.0", "done", "")]
    again = assessments.perform(desk, done.record, visit, GRIP, VoidTrial(slot="squeeze.right.1.grip", code="V1"))
    assert step(desk, again, GRIP).slot == "squeeze.left.1.grip"


@pytest.mark.req("CAP-009")
@pytest.mark.parametrize(("third", "offered"), [("19.7", True), ("20.0", False)])
def test_an_extra_trial_is_offered_when_best_and_second_best_differ(
    desk: Desk, clock: StillClock, third: str, offered: bool
) -> None:
    _, visit, done = started(desk, GRIP)
    done = walk(desk, clock, done, GRIP, "", f"22.0 24.0 19.5 24.0 {third} 24.0")
    at = step(desk, done, GRIP)
    assert (at.kind == "offer") is offered
    if offered:
        taken = DecideExtra(section="squeeze", side="right", taken=True)
        done = assessments.perform(desk, done.record, visit, GRIP, taken)
        assert step(desk, done, GRIP).slot == "squeeze.right.4.grip"


@pytest.mark.req("CAP-010", "TIM-020")
def test_a_chair_stand_is_quantised_once_and_scored(desk: Desk, clock: StillClock) -> None:
    _, visit, done = started(desk, CHAIR)
    done = walk(desk, clock, done, CHAIR, "stands.1.time")
    at = step(desk, done, CHAIR)
    assert (at.kind, at.cap_ms, at.repetitions) == ("timed", 60_000, 5)
    begun = StartTrial(slot=at.slot, performed_at=clock.now())
    done = assessments.perform(desk, done.record, visit, CHAIR, begun)
    stop = RecordTime(
        slot=at.slot, elapsed_ms=11_195, timing=timing(2200, 2200, 2200, 2200, 2395), performed_at=clock.now()
    )
    done = assessments.perform(desk, done.record, visit, CHAIR, stop)
    seen = review.review_of(desk, done.record, visit, language="en")
    rows = {row.name: row.value for row in seen.rows if row.instrument == CHAIR}
    assert rows == {"time_s": "11.20", "points": "3"}


@pytest.mark.req("CAP-011")
def test_a_timed_value_is_on_disk_before_it_is_questioned(desk: Desk, clock: StillClock) -> None:
    row, visit, done = started(desk, CHAIR)
    done = walk(desk, clock, done, CHAIR, "stands.1.time")
    stop = RecordTime(
        slot="stands.1.time", elapsed_ms=31_000, timing=timing(6000, 6000, 200, 6000, 12_800), performed_at=clock.now()
    )
    done = assessments.perform(desk, done.record, visit, CHAIR, stop)
    assert desk.record(row.participant) == done.record
    at = step(desk, done, CHAIR)
    assert at.kind == "confirm"
    assert [finding.code for finding in at.findings] == ["VALUE_UNUSUAL", "SHORT_SPLIT"]
    for finding in at.findings:
        confirm = ConfirmFinding(slot=at.slot, confirmation=Confirmation(finding=finding.code, reason="C3"))
        done = assessments.perform(desk, done.record, visit, CHAIR, confirm)
    assert step(desk, done, CHAIR).kind == "finished"


@pytest.mark.req("CAP-012")
def test_at_the_cap_the_chair_stand_is_not_completed(desk: Desk, clock: StillClock) -> None:
    _, visit, done = started(desk, CHAIR)
    done = walk(desk, clock, done, CHAIR, "stands.1.time")
    capped = RecordTime(
        slot="stands.1.time", elapsed_ms=60_000, timing=timing(20_000, 20_000, capped=True), performed_at=clock.now()
    )
    done = assessments.perform(desk, done.record, visit, CHAIR, capped)
    held = done.record.visits[visit].of(CHAIR)
    assert held is not None
    turn = held.live("stands.1.time")
    assert turn is not None
    assert (turn.missing, turn.completed_repetitions) == (Missing(code="ND02"), 2)
    rows = review.review_of(desk, done.record, visit, language="en").rows
    assert {row.name: row.value for row in rows if row.instrument == CHAIR} == {"time_s": None, "points": "0"}


@pytest.mark.req("CAP-013")
@pytest.mark.parametrize(("code", "points"), [("used_arms", "0"), ("unable", "0")])
def test_a_failed_pre_test_ends_the_chair_stand(desk: Desk, clock: StillClock, code: str, points: str) -> None:
    _, visit, done = started(desk, CHAIR)
    done = walk(desk, clock, done, CHAIR, "pretest.result")
    done = assessments.perform(desk, done.record, visit, CHAIR, RecordChoice(slot="pretest.result", code=code))
    assert step(desk, done, CHAIR).kind == "finished"
    held = done.record.visits[visit].of(CHAIR)
    assert held is not None
    turn = held.live("stands.1.time")
    assert turn is not None
    assert turn.missing == Missing(code="ND15")
    rows = review.review_of(desk, done.record, visit, language="en").rows
    assert {row.name: row.value for row in rows if row.instrument == CHAIR}["points"] == points


@pytest.mark.req("CAP-014")
def test_a_command_that_does_not_fit_is_refused(desk: Desk) -> None:
    _, visit, done = started(desk, GRIP)
    with pytest.raises(Refusal, match="WRONG_SLOT"):
        assessments.perform(desk, done.record, visit, GRIP, RecordText(slot="squeeze.right.9.grip", text="20"))


def closed_visit(desk: Desk, clock: StillClock) -> tuple[ParticipantRow, str]:
    """Do the whole baseline visit; it waits for its signature."""
    row, visit, done = started(desk, GRIP)
    walk(desk, clock, done, GRIP, "", "25.8 24.0 26.4 23.8 25.9 24.4")
    done = do(desk, row, visit, CHAIR)
    done = walk(desk, clock, done, CHAIR, "stands.1.time")
    stop = RecordTime(slot="stands.1.time", elapsed_ms=12_340, timing=timing(), performed_at=clock.now())
    assessments.perform(desk, done.record, visit, CHAIR, stop)
    return row, visit


def sign_all(desk: Desk, clock: StillClock) -> tuple[ParticipantRow, str]:
    """Do the whole baseline visit and sign it."""
    row, visit = closed_visit(desk, clock)
    record = desk.record(row.participant)
    seen = review.review_of(desk, record, visit, language="en")
    review.sign(desk, record, visit, meaning="performed", passphrase=PASSPHRASE, seen=seen)
    return row, visit


@pytest.mark.req("CAP-015", "LED-030")
def test_a_visit_is_signed_after_re_authentication_and_the_chain_verifies(desk: Desk, clock: StillClock) -> None:
    row, visit = sign_all(desk, clock)
    record = desk.record(row.participant)
    signing = record.visits[visit].signing
    assert signing is not None
    assert signing.user == USER
    outcome = desk.ledger.verify()
    assert outcome.faults == ()
    assert outcome.entries == desk.ledger.head().seq
    assert agenda.agenda_of(desk).counts.get(DueState.TO_SIGN) is None
    assert standing.standing_of(desk, language="en").visits[0].at_central is False


@pytest.mark.req("CAP-016")
def test_signing_needs_everything_closed_the_right_passphrase_and_what_was_seen(desk: Desk, clock: StillClock) -> None:
    row, visit, done = started(desk, GRIP)
    seen = review.review_of(desk, done.record, visit, language="en")
    with pytest.raises(Refusal, match="STILL_OPEN"):
        review.sign(desk, done.record, visit, meaning="performed", passphrase=PASSPHRASE, seen=seen)
    walk(desk, clock, done, GRIP, "", "25.8 24.0 26.4 23.8 25.9 24.4")
    chair = do(
        desk,
        row,
        visit,
        CHAIR,
    )
    chair = walk(desk, clock, chair, CHAIR, "stands.1.time")
    done = assessments.perform(desk, chair.record, visit, CHAIR, RecordMissing(slot="stands.1.time", code="ND01"))
    with pytest.raises(Refusal, match="CHANGED_SINCE_SEEN"):
        review.sign(desk, done.record, visit, meaning="performed", passphrase=PASSPHRASE, seen=seen)
    seen = review.review_of(desk, done.record, visit, language="en")
    with pytest.raises(Refusal, match="WRONG_PASSPHRASE"):
        review.sign(desk, done.record, visit, meaning="performed", passphrase="another passphrase", seen=seen)
    assert desk.record(row.participant).visits[visit].signing is None


@pytest.mark.req("CAP-023")
def test_a_visit_is_to_be_signed_by_whoever_did_it(tmp_path: Path, desk: Desk, clock: StillClock) -> None:
    session.add_person(desk, "AS-05", "nine patient rivers bend", roles=("assessor",))
    session.add_person(desk, "MO-01", "ten grey pebbles roll", roles=("monitor",))
    row, visit = closed_visit(desk, clock)
    session.lock(desk, "asked")
    other = make_desk(tmp_path, clock)
    session.sign_in(other, "AS-05", "nine patient rivers bend")
    record = other.record(row.participant)
    seen = review.review_of(other, record, visit, language="en")
    assert (seen.signers.did, seen.signers.may, seen.signers.must) == ((USER,), (USER, "AS-05"), (USER,))
    head = other.ledger.head()
    with pytest.raises(Refusal, match="NOT_YOUR_VISIT"):
        review.sign(other, record, visit, meaning="performed", passphrase="nine patient rivers bend", seen=seen)
    assert other.ledger.head() == head
    review.sign(other, record, visit, meaning="reviewed", passphrase="nine patient rivers bend", seen=seen)
    signing = other.record(row.participant).visits[visit].signing
    assert signing is not None
    assert (signing.user, signing.meaning) == ("AS-05", "reviewed")


@pytest.mark.req("CAP-023")
def test_when_whoever_did_a_visit_has_left_anybody_may_sign_who_reviews(
    tmp_path: Path, desk: Desk, clock: StillClock
) -> None:
    session.add_person(desk, "AS-05", "nine patient rivers bend", roles=("coordinator",))
    row, visit = closed_visit(desk, clock)
    session.lock(desk, "asked")
    other = make_desk(tmp_path, clock)
    session.sign_in(other, "AS-05", "nine patient rivers bend")
    session.remove_person(other, USER, reason="Moved to another site")
    record = other.record(row.participant)
    seen = review.review_of(other, record, visit, language="en")
    assert (seen.signers.did, seen.signers.must) == ((USER,), ("AS-05",))


@pytest.mark.req("CAP-022")
def test_what_is_still_open_is_not_called_not_done(desk: Desk, clock: StillClock) -> None:
    care = CareFacts(restricted_side="left")
    _, visit, done = started(desk, GRIP, care=care)
    done = walk(desk, clock, done, GRIP, "squeeze.right.2.grip", "25.8")
    rows = review.review_of(desk, done.record, visit, language="en").rows
    states = {row.name: row.state for row in rows if row.instrument == GRIP}
    assert states["best_left"] == "open"
    assert states["best_right"] == "done"


@pytest.mark.req("CAP-017")
def test_a_visit_opens_only_with_the_second_identifier_and_inside_its_window(desk: Desk, clock: StillClock) -> None:
    row = enrol(desk)
    with pytest.raises(Refusal, match="SECOND_IDENTIFIER_DIFFERS"):
        assessments.open_visit(desk, row.participant, "baseline", birth_year="1970")
    with pytest.raises(Refusal, match="OUTSIDE_WINDOW"):
        assessments.open_visit(desk, row.participant, "week_06", birth_year="1971")
    visit = assessments.open_visit(desk, row.participant, "week_06", birth_year="1971", reason="Travels next week")
    assert desk.record(row.participant).visits[visit].window == "early"
    assert assessments.open_visit(desk, row.participant, "week_06", birth_year="1971") == visit


@pytest.mark.req("CAP-018")
@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"birth_year": "2008"}, "TOO_YOUNG"),
        ({"birth_year": "71"}, "NOT_A_BIRTH_YEAR"),
        ({"sex": "M"}, "SEX_NOT_IN_STUDY"),
        ({"consent_date": "2025-11-19"}, "CONSENT_IN_FUTURE"),
        ({"consent_date": "18.11.2025"}, "NOT_A_DAY"),
        ({"consent_version": " "}, "CONSENT_VERSION_NEEDED"),
        ({"dominant_hand": "up"}, "ENROLMENT_INCOMPLETE"),
        ({"care": CareFacts(note="710203-2123456")}, "IDENTITY_NUMBER"),
        ({"care": CareFacts(note="a\u202eb")}, "CONTROL_CHARACTERS"),
    ],
)
def test_enrolment_refuses_what_the_study_does_not_take(desk: Desk, changes: dict[str, object], code: str) -> None:
    before = desk.ledger.head()
    with pytest.raises(Refusal, match=code):
        enrol(desk, **changes)
    assert desk.ledger.head() == before


@pytest.mark.req("SAF-020")
def test_after_a_crash_the_next_sign_in_says_what_was_found(tmp_path: Path, desk: Desk, clock: StillClock) -> None:
    row, visit, done = started(desk, CHAIR)
    done = walk(desk, clock, done, CHAIR, "stands.1.time")
    assessments.perform(desk, done.record, visit, CHAIR, StartTrial(slot="stands.1.time", performed_at=clock.now()))
    desk.ledger.close()  # the process ends here: nothing is locked, marked or said

    again = make_desk(tmp_path, clock)
    found = session.sign_in(again, USER, PASSPHRASE)

    assert found.state == "unclean"
    assert found.code == row.code
    assert found.saved == 5
    assert found.unfinished is not None
    assert (found.unfinished.slot, found.unfinished.instrument) == ("stands.1.time", CHAIR)


@pytest.mark.req("SAF-021")
def test_a_clean_end_is_found_clean(tmp_path: Path, desk: Desk, clock: StillClock) -> None:
    session.lock(desk, "closed")
    again = make_desk(tmp_path, clock)
    assert session.sign_in(again, USER, PASSPHRASE).state == "clean"


@pytest.mark.req("LED-031")
def test_a_jump_of_the_wall_clock_is_an_entry(desk: Desk, clock: StillClock) -> None:
    clock.pass_seconds(5)
    clock.at = clock.at.replace(year=2035)
    before = desk.ledger.head().seq
    enrol(desk)
    kinds = [entry.event for entry in desk.ledger.entries(after=before)]
    assert isinstance(kinds[0], ClockJumped)


@pytest.mark.req("KEY-030")
def test_wrong_passphrases_are_noted_at_the_next_sign_in(tmp_path: Path, desk: Desk, clock: StillClock) -> None:
    session.lock(desk, "closed")
    again = make_desk(tmp_path, clock)
    with pytest.raises(Refusal, match="WRONG_PASSPHRASE"):
        session.sign_in(again, USER, "not the right words")
    session.sign_in(again, USER, PASSPHRASE)
    kinds = [entry.kind for entry in again.ledger.entries()]
    assert kinds[-2:] == ["session.sign_in_failed", "session.signed_in"]


@pytest.mark.req("KEY-031")
def test_people_are_added_and_removed_and_sign_as_themselves(tmp_path: Path, desk: Desk, clock: StillClock) -> None:
    session.add_person(desk, "AS-05", "nine patient rivers bend", roles=("assessor",))
    session.lock(desk, "asked")
    other = make_desk(tmp_path, clock)
    session.sign_in(other, "AS-05", "nine patient rivers bend")
    row = enrol(other)
    assert next(other.ledger.entries(entity=row.participant)).user == "AS-05"
    with pytest.raises(Refusal, match="NOT_PERMITTED"):
        session.remove_person(other, USER, reason="left")
    session.lock(other, "asked")
    back = make_desk(tmp_path, clock)
    session.sign_in(back, USER, PASSPHRASE)
    session.remove_person(back, "AS-05", reason="Moved to another site")
    session.lock(back, "asked")
    gone = make_desk(tmp_path, clock)
    with pytest.raises(Refusal):
        session.sign_in(gone, "AS-05", "nine patient rivers bend")
    session.sign_in(gone, USER, PASSPHRASE)
    assert gone.ledger.verify().faults == ()


@pytest.mark.req("SUM-020")
def test_the_summary_of_a_blinded_study_names_no_number(desk: Desk, clock: StillClock) -> None:
    row, visit = sign_all(desk, clock)
    page = summary.summary_of(desk, desk.record(row.participant), visit, language="en")
    assert page.why_no_numbers
    assert page.head_code == desk.ledger.head().code
    assert [(item.side, item.done) for item in page.items] == [("", True), ("", True)]
    assert "26.4" not in repr(page)


@pytest.mark.req("CAP-019")
def test_set_up_facts_are_offered_at_the_next_visit(desk: Desk, clock: StillClock) -> None:
    row, _ = sign_all(desk, clock)
    clock.pass_seconds(45 * 86_400)
    later = assessments.open_visit(desk, row.participant, "week_06", birth_year="1971")
    done = do(desk, row, later, CHAIR)
    at = capture_view(desk, done.record, later, CHAIR, language="en").step
    assert (at.slot, at.offered) == ("setup.device", "D-03")
    done = assessments.perform(desk, done.record, later, CHAIR, RecordText(slot="setup.device", text="D-03"))
    assert capture_view(desk, done.record, later, CHAIR, language="en").step.offered == "44.0"


@pytest.mark.req("CAP-020")
def test_care_facts_change_only_with_a_reason_and_only_truly(desk: Desk) -> None:
    row = enrol(desk)
    before = desk.ledger.head()
    enrolment.change_care(desk, row.participant, CareFacts(), reason="")
    assert desk.ledger.head() == before
    with pytest.raises(Refusal, match="REASON_NEEDED"):
        enrolment.change_care(desk, row.participant, CareFacts(restricted_side="left"), reason=" ")
    enrolment.change_care(desk, row.participant, CareFacts(restricted_side="left"), reason="New swelling")
    assert desk.record(row.participant).care.restricted_side == "left"


@pytest.mark.req("CAP-021")
def test_a_correction_needs_a_reason_un_signs_and_never_changes_the_course(desk: Desk, clock: StillClock) -> None:
    row, visit = sign_all(desk, clock)
    record = desk.record(row.participant)

    def correct(slot: str, text: str, *, instrument: str = GRIP, reason: str = "Misread the dial") -> Performed:
        return corrections.correct(desk, record, visit, instrument=instrument, slot=slot, text=text, reason=reason)

    before = desk.ledger.head()
    assert correct("squeeze.right.1.grip", "25.8").entries == ()
    assert correct("squeeze.right.1.grip", "258").findings[0].severity is Severity.HARD
    with pytest.raises(Refusal, match="REASON_NEEDED"):
        correct("squeeze.right.1.grip", "28.5", reason=" ")
    with pytest.raises(Refusal, match="CORRECTION_CHANGES_COURSE"):
        correct("pretest.result", "used_arms", instrument=CHAIR)
    assert desk.ledger.head() == before

    done = correct("squeeze.right.1.grip", "28.5")

    after = desk.ledger.head()
    assert correct("squeeze.right.1.grip", "28.5").entries == (), "what was seen before the correction is no change"
    assert desk.ledger.head() == after
    back = correct("squeeze.right.1.grip", "25.8").entries
    (kept,) = [entry.event for entry in back if isinstance(entry.event, ValueCorrected)]
    assert kept.base == next(entry.hash for entry in done.entries if isinstance(entry.event, ValueCorrected))
    done = correct("squeeze.right.1.grip", "28.5")
    assert done.record.visits[visit].signing is None
    seen = review.review_of(desk, done.record, visit, language="en")
    assert {one.name: one.value for one in seen.rows}["best_right"] == "28.5"
    assert desk.ledger.verify().faults == ()
