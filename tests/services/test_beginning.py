"""What is settled before an instrument begins: changes since the last visit, and visits held at a distance."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from assessdesk.domain.circumstances import Circumstances, changes
from assessdesk.domain.confirmations import Confirmation
from assessdesk.domain.record import Record
from assessdesk.domain.values import Missing
from assessdesk.ports import ParticipantRow, Refusal
from assessdesk.services import assessments, audit, blinding, review, safety, session, study_facts
from assessdesk.services.beginning import Settled, beginning_of, mode_today, restate_mode
from assessdesk.services.desk import Desk
from tests.journeys.asking import asking_desk
from tests.journeys.performance import Run, hands
from tests.journeys.visit import PASSPHRASE, StillClock, enrol, library, open_baseline

GRIP, CALF, PAIN, SCREEN = "grip_strength", "calf", "nrs_pain", "safety_screen"
PAINLESS = {"setup.language": "ko", "setup.mode": "interview", "now.pain": "0"}
SQUEEZES = hands("25.0 24.5 24.0", "23.0 22.5 22.0")
MORNING, NOON = 60 * 60, 5 * 60 * 60


@pytest.fixture
def clock() -> StillClock:
    return StillClock()


@pytest.fixture
def desk(tmp_path: Path, clock: StillClock) -> Desk:
    return asking_desk(tmp_path, clock, GRIP, CALF, PAIN)


@pytest.fixture
def row(desk: Desk) -> ParticipantRow:
    return enrol(desk)


def squeezed(desk: Desk, clock: StillClock, row: ParticipantRow, visit: str) -> Record:
    """Perform the grip at a visit."""
    done = assessments.start_assessment(desk, desk.record(row.participant), visit, GRIP)
    return Run(desk, clock, GRIP, visit, done).walk(SQUEEZES).done.record


def week_six(desk: Desk, clock: StillClock, row: ParticipantRow, *, later_s: int = 0) -> str:
    """Open the visit of week 6, so many seconds later in the day than the baseline."""
    clock.pass_seconds(timedelta(days=45).total_seconds() + later_s)
    return assessments.open_visit(desk, row.participant, "week_06", birth_year=str(row.birth_year), reason="late")


def asked(desk: Desk, row: ParticipantRow, visit: str, instrument: str) -> list[str]:
    found = beginning_of(desk, desk.record(row.participant), visit, instrument).findings
    return [finding.code for finding in found]


def because(*codes: str, reason: str = "B1", text: str = "") -> Settled:
    given = tuple(Confirmation(finding=code, reason=reason, text=text) for code in codes)
    return Settled(confirmations=given)


def stated(record: Record, visit: str, instrument: str) -> tuple[str, tuple[Confirmation, ...]]:
    held = record.visits[visit].of(instrument)
    assert held is not None
    event = record.conduct.administrations[held.id].event
    return event.mode, event.confirmations


@pytest.mark.req("CAP-510")
def test_nothing_is_asked_when_all_is_as_it_was(desk: Desk, clock: StillClock, row: ParticipantRow) -> None:
    visit = open_baseline(desk, row)
    assert beginning_of(desk, desk.record(row.participant), visit, GRIP).settled
    squeezed(desk, clock, row, visit)
    after = week_six(desk, clock, row, later_s=MORNING)
    assert asked(desk, row, after, GRIP) == []
    assert stated(squeezed(desk, clock, row, after), after, GRIP) == ("on_site", ())


@pytest.mark.req("CAP-510")
def test_another_time_of_day_is_begun_with_a_reason_or_not_at_all(
    desk: Desk, clock: StillClock, row: ParticipantRow
) -> None:
    squeezed(desk, clock, row, open_baseline(desk, row))
    visit = week_six(desk, clock, row, later_s=NOON)
    record = desk.record(row.participant)
    assert asked(desk, row, visit, GRIP) == ["X_TIME_OF_DAY_UNUSUAL"]
    head = desk.ledger.head()
    for answer in (None, Settled(), because("X_ASSESSOR_UNUSUAL")):
        with pytest.raises(Refusal, match="CHANGE_NEEDS_REASON"):
            assessments.start_assessment(desk, record, visit, GRIP, answer)
    for reason, text in (("C1", ""), ("B4", " ")):
        with pytest.raises(Refusal, match="REASON_NEEDED"):
            assessments.start_assessment(
                desk, record, visit, GRIP, because("X_TIME_OF_DAY_UNUSUAL", reason=reason, text=text)
            )
    assert desk.ledger.head() == head
    answer = because("X_TIME_OF_DAY_UNUSUAL", reason="B4", text="Bus was late")
    record = assessments.start_assessment(desk, record, visit, GRIP, answer).record
    assert stated(record, visit, GRIP) == ("on_site", answer.confirmations)
    assert record == desk.record(row.participant)
    assert beginning_of(desk, record, visit, GRIP).settled
    told = next(row for row in audit.audit_rows(desk, language="en") if row.kind == "assessment.administered")
    assert (told.code, told.reason) == ("B4", "Bus was late")


@pytest.mark.req("CAP-511")
def test_a_reason_given_once_at_a_visit_is_kept_with_what_follows(
    desk: Desk, clock: StillClock, row: ParticipantRow
) -> None:
    first = open_baseline(desk, row)
    record = squeezed(desk, clock, row, first)
    done = assessments.start_assessment(desk, record, first, CALF)
    readings = {f"calf.{side}.{n}.reading": "34.0" for side in ("right", "left") for n in (1, 2)}
    Run(desk, clock, CALF, first, done).walk(readings)
    visit = week_six(desk, clock, row, later_s=NOON)
    answer = because("X_TIME_OF_DAY_UNUSUAL", reason="B2")
    record = assessments.start_assessment(desk, desk.record(row.participant), visit, GRIP, answer).record
    assert asked(desk, row, visit, CALF) == []
    record = assessments.start_assessment(desk, record, visit, CALF).record
    assert stated(record, visit, CALF) == ("on_site", answer.confirmations)


@pytest.mark.req("CAP-510")
def test_another_assessor_is_asked_about_for_what_is_measured_only(
    desk: Desk, clock: StillClock, row: ParticipantRow
) -> None:
    first = open_baseline(desk, row)
    record = squeezed(desk, clock, row, first)
    done = assessments.start_assessment(desk, record, first, PAIN)
    Run(desk, clock, PAIN, first, done).walk(PAINLESS)
    session.add_person(desk, "AS-05", f"{PASSPHRASE} again", roles=("assessor",))
    visit = week_six(desk, clock, row)
    session.lock(desk, "closed")
    session.sign_in(desk, "AS-05", f"{PASSPHRASE} again")
    assert asked(desk, row, visit, GRIP) == ["X_ASSESSOR_UNUSUAL"]
    assert asked(desk, row, visit, PAIN) == []


@pytest.mark.req("CAP-510")
def test_the_day_of_the_cycle_is_compared_where_both_have_one(
    desk: Desk, clock: StillClock, row: ParticipantRow
) -> None:
    today = clock.now().date()
    first = open_baseline(desk, row)
    study_facts.state_infusion(desk, row.participant, 1, day=today.isoformat())
    done = assessments.start_assessment(desk, desk.record(row.participant), first, PAIN)
    Run(desk, clock, PAIN, first, done).walk(PAINLESS)
    visit = week_six(desk, clock, row)
    study_facts.state_infusion(desk, row.participant, 3, day=(clock.now().date() - timedelta(days=3)).isoformat())
    assert asked(desk, row, visit, PAIN) == []
    study_facts.state_infusion(
        desk, row.participant, 3, day=(clock.now().date() - timedelta(days=4)).isoformat(), reason="Read again"
    )
    assert asked(desk, row, visit, PAIN) == ["X_CYCLE_DAY_UNUSUAL"]


@pytest.mark.req("CAP-510")
@pytest.mark.parametrize(("minutes", "expected"), [(120, []), (-120, []), (121, ["X_TIME_OF_DAY_UNUSUAL"])])
def test_two_hours_are_the_same_time_of_day(minutes: int, expected: list[str]) -> None:
    at = StillClock().now()
    before = Circumstances(user="AS-04", at=at, cycle_day=None)
    now = Circumstances(user="AS-04", at=at + timedelta(days=30, minutes=minutes), cycle_day=2)
    found = changes(before, now, cross=library().limits.cross, measured=True)
    assert [finding.code for finding in found] == expected


# -- at a distance --------------------------------------------------------------------------------------------------


@pytest.mark.req("CAP-520")
def test_only_a_visit_that_the_study_allows_is_held_at_a_distance(
    desk: Desk, clock: StillClock, row: ParticipantRow
) -> None:
    visit = open_baseline(desk, row)
    record = desk.record(row.participant)
    assert beginning_of(desk, record, visit, PAIN).modes == ()
    with pytest.raises(Refusal, match="MODE_NOT_PLANNED"):
        assessments.start_assessment(desk, record, visit, PAIN, Settled(mode="video"))
    visit = week_six(desk, clock, row)
    begun = beginning_of(desk, desk.record(row.participant), visit, PAIN)
    assert (begun.modes, begun.mode) == (("on_site", "video", "telephone"), "on_site")
    record = assessments.start_assessment(
        desk, desk.record(row.participant), visit, PAIN, Settled(mode="telephone")
    ).record
    assert stated(record, visit, PAIN) == ("telephone", ())
    assert beginning_of(desk, record, visit, GRIP).mode == "telephone"


@pytest.mark.req("CAP-521")
def test_what_needs_the_participant_here_is_not_done_at_a_distance_until_they_come(
    tmp_path: Path, clock: StillClock
) -> None:
    desk = asking_desk(tmp_path, clock, SCREEN, GRIP, PAIN)
    row = enrol(desk)
    visit = week_six(desk, clock, row)
    record = desk.record(row.participant)
    far = Settled(mode="video")
    for name in (SCREEN, GRIP):
        record = assessments.start_assessment(desk, record, visit, name, far).record
        held = record.visits[visit].of(name)
        assert held is not None
        assert {turn.value for turns in held.slots.values() for turn in turns} == {Missing(code="ND12")}
        assert assessments.finished(desk, record, visit, name)
    entries = desk.ledger.entries(kinds=("value.recorded",))
    assert {entry.originator for entry in entries} == {"computed"}
    assert record == desk.record(row.participant)
    head = desk.ledger.head()
    assert assessments.start_assessment(desk, record, visit, GRIP, far).record == record
    assert desk.ledger.head() == head
    with pytest.raises(Refusal, match="EFFORT_ON_HOLD"):
        assessments.start_assessment(desk, record, visit, GRIP, Settled())
    record = safety.release(desk, record, visit, clinician="MD-02", reason="Comes tomorrow")
    with pytest.raises(Refusal, match="SAFETY_SCREEN_FIRST"):
        assessments.start_assessment(desk, record, visit, GRIP, Settled())
    record = assessments.start_assessment(desk, record, visit, SCREEN, Settled()).record
    assert stated(record, visit, SCREEN) == ("on_site", ())
    assert not assessments.finished(desk, record, visit, SCREEN)


@pytest.mark.req("CAP-521")
def test_a_certificate_is_not_asked_for_what_is_not_measured(
    desk: Desk, clock: StillClock, row: ParticipantRow
) -> None:
    visit = week_six(desk, clock, row)
    record = assessments.start_assessment(desk, desk.record(row.participant), visit, GRIP, Settled(mode="video")).record
    assert stated(record, visit, GRIP)[0] == "video"
    study = desk.in_force
    plans = tuple(replace(plan, remote=()) for plan in study.visits)
    desk.study = replace(study, visits=plans)
    assert beginning_of(desk, record, visit, PAIN).modes == ()


@pytest.mark.req("CAP-522")
def test_how_an_instrument_was_held_is_corrected_with_a_reason_and_the_signature_falls(
    desk: Desk, clock: StillClock, row: ParticipantRow
) -> None:
    visit = week_six(desk, clock, row)
    who = desk.author.user
    record = desk.record(row.participant)
    for instrument in (GRIP, CALF):
        record = assessments.start_assessment(desk, record, visit, instrument, Settled(mode="telephone")).record
    done = assessments.start_assessment(desk, record, visit, PAIN, Settled(mode="telephone"))
    record = Run(desk, clock, PAIN, visit, done).walk(PAINLESS).done.record
    seen = review.review_of(desk, record, visit, language="en")
    assert {line.mode for line in seen.rows} == {"telephone"}
    blinding.log(desk, row.participant, visit, way=blinding.NOTHING, guess=blinding.CANNOT_SAY, text="")
    review.sign(desk, record, visit, meaning="performed", passphrase=PASSPHRASE, seen=seen)
    record = desk.record(row.participant)
    assert record.visits[visit].signing is not None
    head = desk.ledger.head()
    for instrument, mode, reason, code in (
        (PAIN, "video", " ", "REASON_NEEDED"),
        (PAIN, "letter", "x", "MODE_NOT_PLANNED"),
        (GRIP, "on_site", "x", "MODE_NOT_PLANNED"),
        (SCREEN, "video", "x", "NOT_STARTED"),
    ):
        with pytest.raises(Refusal, match=code):
            restate_mode(desk, record, visit, instrument, mode=mode, reason=reason)
    assert not restate_mode(desk, record, visit, PAIN, mode="telephone", reason="Same")
    assert desk.ledger.head() == head
    clock.pass_seconds(timedelta(days=1).total_seconds())
    assert restate_mode(desk, record, visit, PAIN, mode="video", reason="The camera was on")
    record = desk.record(row.participant)
    assert stated(record, visit, PAIN)[0] == "video"
    assert record.visits[visit].signing is None
    assert {held.state for held in desk.ledger.views.visits(row.participant) if held.visit == visit} == {"open"}
    assert mode_today(desk, record, visit) == "on_site", "a correction does not begin anything today"
    held = record.visits[visit].of(PAIN)
    assert held is not None
    assert record.conduct.administrations[held.id].user == who
    told = next(line for line in audit.audit_rows(desk, language="en") if line.kind == "assessment.administered")
    assert (told.old, told.new, told.reason) == ("telephone", "video", "The camera was on")
    fresh = review.review_of(desk, record, visit, language="en")
    assert fresh.digest != seen.digest
    assert {line.mode for line in fresh.rows if line.instrument == PAIN} == {"video"}
    assert desk.ledger.verify().faults == ()
