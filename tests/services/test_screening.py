"""Screening, the consent gate and enrolment through the use cases."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from assessdesk.domain.events import CareFacts
from assessdesk.ports import ParticipantRow, Refusal
from assessdesk.services import assessments, enrolment, screening, session
from assessdesk.services.agenda import agenda_of
from assessdesk.services.audit import audit_rows
from assessdesk.services.consent import consent_due, give_consent
from assessdesk.services.desk import Desk
from assessdesk.services.enrolment import Enrolment
from assessdesk.services.participant_page import participant_view
from assessdesk.services.screening import Answered, Screening
from tests.journeys import visit as journey
from tests.services.conducted import ELIGIBLE, conduct_study

LOW = {**ELIGIBLE, "bone_density": "-2.6"}
WISH = Enrolment(
    birth_year="1971",
    sex="F",
    dominant_hand="right",
    language="ko",
    consent_date="2025-11-15",
    consent_version="2.0",
    anchor_date="2025-11-22",
    care=CareFacts(),
    answered=Answered(answers=ELIGIBLE),
)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = journey.make_desk(tmp_path)
    journey.set_up(made, tmp_path)
    yield conduct_study(made)
    session.release(made)


def screened(desk: Desk, **answers: str) -> ParticipantRow:
    wish = Screening(birth_year="1971", sex="F", language="ko", answered=Answered(answers={**ELIGIBLE, **answers}))
    return screening.screen(desk, wish)


@pytest.mark.req("PEO-003")
def test_enrolling_writes_screening_answers_and_enrolment_in_one_act(desk: Desk) -> None:
    before = desk.ledger.head().seq
    row = enrolment.enrol(desk, WISH)
    kinds = [entry.kind for entry in desk.ledger.entries(after=before)]
    assert kinds == ["participant.screened", "eligibility.assessed", "participant.enrolled"]
    record = desk.record(row.participant)
    (asked,) = record.conduct.eligibility
    assert {each.criterion: each.answer for each in asked.event.answers} == ELIGIBLE
    assert (asked.event.verdict, asked.event.study_digest, asked.user) == (
        "eligible",
        desk.in_force.digest,
        journey.USER,
    )
    assert (record.conduct.status, row.status, row.code) == ("enrolled", "enrolled", record.code)
    assert desk.ledger.verify().faults == ()


@pytest.mark.req("PEO-003")
@pytest.mark.parametrize(
    ("answers", "code"),
    [({"metastasis": "yes"}, "NOT_ELIGIBLE"), ({"metastasis": "unknown"}, "ELIGIBILITY_OPEN")],
)
def test_nobody_is_enrolled_against_the_verdict(desk: Desk, answers: dict[str, str], code: str) -> None:
    before = desk.ledger.head()
    with pytest.raises(Refusal) as refused:
        enrolment.enrol(desk, replace(WISH, answered=Answered(answers={**ELIGIBLE, **answers})))
    assert (refused.value.code, refused.value.arguments["count"]) == (code, "1")
    assert desk.ledger.head() == before


@pytest.mark.req("PEO-004")
def test_a_screen_failure_stays_with_its_answers_and_is_nowhere_due(desk: Desk) -> None:
    row = screened(desk, bone_density="-2.6")
    assert (row.status, row.consent_date, row.anchor_date) == ("screened", "", "")
    record = desk.record(row.participant)
    assert record.conduct.eligibility[-1].event.verdict == "not_eligible"
    assert screening.last_answered(record).answers["bone_density"] == "-2.6"
    assert agenda_of(desk).rows == ()
    assert participant_view(desk, row.participant, language="en").visits == ()
    with pytest.raises(Refusal, match="SCREENED_ONLY"):
        journey.open_baseline(desk, row)
    told = [(each.kind, each.about, each.new) for each in audit_rows(desk, language="en", participant=row.participant)]
    assert told == [("eligibility.assessed", row.code, "not_eligible"), ("participant.screened", row.code, "")]
    assert desk.ledger.verify().faults == ()


@pytest.mark.req("PEO-004")
def test_who_was_screened_is_enrolled_later_under_the_same_code(desk: Desk) -> None:
    row = screened(desk, metastasis="unknown")
    after = enrolment.enrol(desk, replace(WISH, participant=row.participant))
    assert (after.participant, after.code, after.status) == (row.participant, row.code, "enrolled")
    assert [held.event.verdict for held in desk.record(row.participant).conduct.eligibility] == [
        "incomplete",
        "eligible",
    ]
    with pytest.raises(Refusal, match="ALREADY_ENROLLED"):
        enrolment.enrol(desk, replace(WISH, participant=row.participant))


@pytest.mark.req("PEO-004")
def test_answers_are_stated_anew_only_on_a_true_change(desk: Desk) -> None:
    row = screened(desk, metastasis="unknown")
    before = desk.ledger.head()
    screening.assess(desk, row.participant, screening.last_answered(desk.record(row.participant)))
    assert desk.ledger.head() == before
    verdict = screening.assess(desk, row.participant, Answered(answers=ELIGIBLE)).verdict
    assert (verdict, len(desk.record(row.participant).conduct.eligibility)) == ("eligible", 2)


@pytest.mark.req("PEO-002")
def test_a_waiver_needs_a_reason_and_the_permission(desk: Desk) -> None:
    row = screened(desk, bone_density="-2.6")
    waived = Answered(answers=LOW, waived=("bone_density",), reason="Investigator agreed, treated since May")
    with pytest.raises(Refusal, match="WAIVER_REASON_NEEDED"):
        screening.assess(desk, row.participant, replace(waived, reason=" "))
    with pytest.raises(Refusal, match="NOT_TO_BE_WAIVED"):
        screening.assess(desk, row.participant, replace(waived, answers=ELIGIBLE))
    study = desk.in_force
    plain = {name: replace(role, may=role.may - {"waive"}) for name, role in study.roles.items()}
    desk.study = replace(study, roles=plain)
    with pytest.raises(Refusal, match="NOT_PERMITTED"):
        screening.assess(desk, row.participant, waived)
    desk.study = study
    assert screening.assess(desk, row.participant, waived).verdict == "eligible"
    held = desk.record(row.participant).conduct.eligibility[-1]
    assert (held.event.waived, held.event.reason, held.user) == (
        ("bone_density",),
        "Investigator agreed, treated since May",
        journey.USER,
    )
    desk.study = replace(study, roles=plain)  # somebody else enrols on the waiver that stands
    assert enrolment.enrol(desk, replace(WISH, participant=row.participant, answered=waived)).status == "enrolled"


@pytest.mark.req("PEO-003")
def test_screening_needs_the_permission(desk: Desk) -> None:
    study = desk.in_force
    roles = {name: replace(role, may=role.may - {"screen"}) for name, role in study.roles.items()}
    desk.study = replace(study, roles=roles)
    with pytest.raises(Refusal, match="NOT_PERMITTED"):
        screened(desk)
    with pytest.raises(Refusal, match="NOT_PERMITTED"):
        enrolment.enrol(desk, WISH)


@pytest.mark.req("PEO-001")
@pytest.mark.parametrize(
    ("answers", "code"), [({"metastasis": "perhaps"}, "NOT_AN_ANSWER"), ({"shoe_size": "38"}, "UNKNOWN_CRITERION")]
)
def test_what_answers_nothing_is_refused_with_a_sentence(desk: Desk, answers: dict[str, str], code: str) -> None:
    with pytest.raises(Refusal) as refused:
        screened(desk, **answers)
    assert refused.value.code == code
    assert all(desk.library.sentence(code, refused.value.arguments, language) for language in ("en", "ko", "zh"))
    assert desk.ledger.views.participants() == ()


@pytest.mark.req("PEO-010")
@pytest.mark.parametrize(
    ("date", "version", "code", "valid"),
    [
        ("2025-11-15", "1.0", "CONSENT_VERSION_NOT_VALID", "2.0, 3.0"),
        ("2025-11-15", "2.1", "CONSENT_VERSION_NOT_VALID", "2.0, 3.0"),
        ("2024-11-15", "1.0", "CONSENT_VERSION_NOT_VALID", "-"),
        ("2025-11-15", " ", "CONSENT_VERSION_NEEDED", None),
        ("2025-11-19", "2.0", "CONSENT_IN_FUTURE", None),
    ],
)
def test_no_enrolment_without_a_valid_consent(
    desk: Desk, date: str, version: str, code: str, valid: str | None
) -> None:
    with pytest.raises(Refusal) as refused:
        enrolment.enrol(desk, replace(WISH, consent_date=date, consent_version=version))
    assert (refused.value.code, refused.value.arguments.get("valid")) == (code, valid)
    assert desk.ledger.views.participants() == ()


@pytest.mark.req("PEO-010")
def test_nothing_is_assessed_before_the_day_of_consent(tmp_path: Path) -> None:
    clock = journey.StillClock()
    desk = journey.make_desk(tmp_path, clock)
    journey.set_up(desk, tmp_path)
    row = journey.enrol(desk)
    visit = journey.open_baseline(desk, row)
    clock.at -= timedelta(days=4)  # a workstation whose clock was set back
    head = desk.ledger.head()
    with pytest.raises(Refusal, match="BEFORE_CONSENT"):
        assessments.start_assessment(desk, desk.record(row.participant), visit, "grip_strength")
    other = journey.enrol(desk)
    clock.at -= timedelta(days=4)
    with pytest.raises(Refusal, match="BEFORE_CONSENT"):
        journey.open_baseline(desk, other)
    assert [entry.kind for entry in desk.ledger.entries(after=head.seq)].count("visit.opened") == 0
    session.release(desk)


@pytest.mark.req("PEO-011")
def test_a_newer_version_in_force_is_asked_for_until_it_is_given(tmp_path: Path) -> None:
    clock = journey.StillClock()
    desk = journey.make_desk(tmp_path, clock)
    journey.set_up(desk, tmp_path)
    conduct_study(desk)
    row = enrolment.enrol(desk, WISH)
    assert consent_due(desk, desk.record(row.participant)) == ""
    clock.pass_seconds(14 * 24 * 3600)
    assert consent_due(desk, desk.record(row.participant)) == "3.0"
    with pytest.raises(Refusal, match="DAY_BEFORE_CONSENT"):
        give_consent(desk, row.participant, "2025-11-14", version="2.0")
    with pytest.raises(Refusal, match="CONSENT_VERSION_NOT_VALID"):
        give_consent(desk, row.participant, "2025-12-02", version="2.0")
    give_consent(desk, row.participant, "2025-12-02", version="3.0")
    record = desk.record(row.participant)
    assert [held.event.version for held in record.conduct.consents] == ["3.0"]
    assert consent_due(desk, record) == ""
    before = desk.ledger.head()
    give_consent(desk, row.participant, "2025-12-02", version="3.0")
    assert desk.ledger.head() == before
    session.release(desk)


@pytest.mark.req("PEO-003")
def test_a_study_without_criteria_and_versions_enrols_as_before(tmp_path: Path) -> None:
    desk = journey.make_desk(tmp_path)
    journey.set_up(desk, tmp_path)
    study = desk.in_force
    desk.study = replace(study, conduct=replace(study.conduct, eligibility=(), consent_versions=()))
    before = desk.ledger.head().seq
    enrolment.enrol(desk, replace(WISH, answered=Answered(), consent_version="any 1"))
    assert [entry.kind for entry in desk.ledger.entries(after=before)] == ["participant.enrolled"]
    session.release(desk)


@pytest.mark.req("PEO-006")
@pytest.mark.parametrize(("age", "kept"), [("52", 0), ("53", 1), ("54", 1), ("55", 0), ("unknown", 1)])
def test_the_age_agrees_with_the_year_of_birth(tmp_path: Path, age: str, kept: int) -> None:
    made = journey.make_desk(tmp_path)
    journey.set_up(made, tmp_path)
    wish = Screening(birth_year="1971", sex="F", language="ko", answered=Answered(answers={"age": age}))
    before = made.ledger.head()
    if kept:
        assert screening.screen(made, wish).birth_year == 1971
    else:
        with pytest.raises(Refusal, match="AGE_AND_BIRTH_YEAR"):
            screening.screen(made, wish)
        assert made.ledger.head() == before
    assert len(made.ledger.views.participants()) == kept
    session.release(made)
