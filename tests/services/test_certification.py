"""Certificates of assessors: stated, ended, running out, and what a missing one does when a test begins."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessdesk.domain.study import Role
from assessdesk.domain.study_conduct import CertificationRule, StudyConduct
from assessdesk.ports import Refusal
from assessdesk.services import assessments, certification, judgement, session
from assessdesk.services.certification import months_after
from assessdesk.services.desk import Desk
from tests.journeys.visit import PASSPHRASE, USER, StillClock, enrol, make_desk, open_baseline, set_up

GRIP, CHAIR = "grip_strength", "chair_stand_5"
TRAINEE, SENTENCE = "AS-05", "nine quiet otters swim"


@pytest.fixture
def clock() -> StillClock:
    return StillClock()


@pytest.fixture
def desk(tmp_path: Path, clock: StillClock) -> Desk:
    made = make_desk(tmp_path, clock)
    set_up(made, tmp_path)
    rule_on(made, "warn")
    session.add_person(made, TRAINEE, SENTENCE, roles=("assessor",))
    return made


def rule_on(desk: Desk, action: str) -> None:
    study = desk.in_force
    may = study.roles["coordinator"].may | {"certify"}
    roles = {**study.roles, "coordinator": Role("coordinator", study.roles["coordinator"].title, frozenset(may))}
    rule = CertificationRule(instruments=(GRIP,), months=12, action=action)
    desk.study = replace(study, roles=roles, conduct=StudyConduct(certification=rule))


def as_user(desk: Desk, user: str, passphrase: str, action: str) -> None:
    session.lock(desk, "asked")
    session.sign_in(desk, user, passphrase)
    rule_on(desk, action)


def standing(desk: Desk) -> str:
    return certification.standing(desk, TRAINEE, GRIP)


@pytest.mark.req("CER-001")
def test_a_certificate_holds_for_the_months_of_the_study(desk: Desk, clock: StillClock) -> None:
    assert standing(desk) == "none"
    assert certification.standing(desk, TRAINEE, CHAIR) == "not_required"
    certification.certify(desk, TRAINEE, GRIP, on="2025-11-18", trainer="TR-01")
    assert standing(desk) == "valid"
    (trainee,) = [one for one in certification.certificates(desk) if one.user == TRAINEE]
    assert (trainee.valid_until, trainee.trainer, trainee.ends_soon) == ("2026-11-18", "TR-01", False)
    clock.pass_seconds(365 * 86_400)
    assert standing(desk) == "valid"
    assert [one.ends_soon for one in certification.certificates(desk) if one.user == TRAINEE] == [True]
    clock.pass_seconds(86_400)
    assert standing(desk) == "expired"


@pytest.mark.req("CER-001")
def test_a_certificate_is_ended_with_a_reason_and_renewed(desk: Desk) -> None:
    certification.certify(desk, TRAINEE, GRIP, on="2025-11-01", trainer="TR-01")
    with pytest.raises(Refusal, match="REASON_NEEDED"):
        certification.revoke(desk, TRAINEE, GRIP, reason=" ")
    certification.revoke(desk, TRAINEE, GRIP, reason="Drift at the yearly check")
    assert standing(desk) == "revoked"
    with pytest.raises(Refusal, match="NO_CERTIFICATE_TO_END"):
        certification.revoke(desk, TRAINEE, GRIP, reason="again")
    certification.certify(desk, TRAINEE, GRIP, on="2025-11-18", trainer="TR-01")
    assert standing(desk) == "valid"


@pytest.mark.req("CER-002")
def test_what_cannot_be_certified_is_refused(desk: Desk) -> None:
    refused = [
        ("CANNOT_CERTIFY_SELF", USER, GRIP, "2025-11-18", "TR-01"),
        ("NO_CERTIFICATE_NEEDED", TRAINEE, CHAIR, "2025-11-18", "TR-01"),
        ("UNKNOWN_USER", "AS-99", GRIP, "2025-11-18", "TR-01"),
        ("DATE_IN_FUTURE", TRAINEE, GRIP, "2025-11-19", "TR-01"),
        ("NOT_A_DAY", TRAINEE, GRIP, "18.11.2025", "TR-01"),
        ("TRAINER_NEEDED", TRAINEE, GRIP, "2025-11-18", " "),
    ]
    for code, user, instrument, on, trainer in refused:
        with pytest.raises(Refusal, match=code):
            certification.certify(desk, user, instrument, on=on, trainer=trainer)
    assert desk.ledger.views.certificates() == ()
    as_user(desk, TRAINEE, SENTENCE, "warn")
    with pytest.raises(Refusal, match="NOT_PERMITTED"):
        certification.certify(desk, USER, GRIP, on="2025-11-18", trainer="TR-01")


@pytest.mark.req("CER-003")
@pytest.mark.parametrize("action", ["warn", "lock"])
def test_a_missing_certificate_warns_or_locks_and_stands_with_the_assessment(desk: Desk, action: str) -> None:
    row = enrol(desk)
    as_user(desk, TRAINEE, SENTENCE, action)
    visit = open_baseline(desk, row)
    if action == "lock":
        with pytest.raises(Refusal, match="NOT_CERTIFIED"):
            assessments.start_assessment(desk, desk.record(row.participant), visit, GRIP)
        assert not desk.record(row.participant).visits[visit].assessments
        as_user(desk, USER, PASSPHRASE, action)
        certification.certify(desk, TRAINEE, GRIP, on="2025-11-18", trainer="TR-01")
        as_user(desk, TRAINEE, SENTENCE, action)
    record = assessments.start_assessment(desk, desk.record(row.participant), visit, GRIP).record
    record = assessments.start_assessment(desk, record, visit, CHAIR).record
    stated = {
        assessment.instrument: record.conduct.administrations[assessment.id].event.certificate
        for assessment in record.visits[visit].assessments.values()
    }
    assert stated == {GRIP: "none" if action == "warn" else "valid", CHAIR: "not_required"}


@pytest.mark.req("CER-001")
@given(st.dates(date(2000, 1, 1), date(2100, 1, 1)), st.integers(1, 60))
def test_months_end_on_the_same_day_or_the_last_of_a_shorter_month(day: date, months: int) -> None:
    end = months_after(day, months)
    assert (end.year * 12 + end.month) - (day.year * 12 + day.month) == months
    assert end.day == day.day or (end + timedelta(days=1)).day == 1


@pytest.mark.req("CER-004")
def test_an_instrument_is_standard_and_valid_unless_somebody_says_otherwise(desk: Desk) -> None:
    row = enrol(desk)
    visit = open_baseline(desk, row)
    record = assessments.start_assessment(desk, desk.record(row.participant), visit, GRIP).record
    (assessment,) = record.visits[visit].assessments
    assert judgement.judgement_of(record, assessment) == judgement.Judgement(
        administration="standard", validity="valid", reason="", stated=False
    )
    with pytest.raises(Refusal, match="REASON_NEEDED"):
        judgement.judge(desk, record, visit, GRIP, administration="adapted", validity="doubtful", reason=" ")
    with pytest.raises(Refusal, match="UNKNOWN_JUDGEMENT"):
        judgement.judge(desk, record, visit, GRIP, administration="odd", validity="valid", reason="x")
    with pytest.raises(Refusal, match="NOT_STARTED"):
        judgement.judge(desk, record, visit, CHAIR, administration="adapted", validity="valid", reason="x")
    assert judgement.judge(desk, record, visit, GRIP, administration="adapted", validity="doubtful", reason="sat low")
    record = desk.record(row.participant)
    assert judgement.judgement_of(record, assessment).validity == "doubtful"
    assert not judgement.judge(
        desk, record, visit, GRIP, administration="adapted", validity="doubtful", reason="sat low"
    )
