"""Invented facts of every kind that surrounds the visits, as the storage tests write them."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from assessdesk.domain import blinding_events as blinding
from assessdesk.domain import certification_events as certification
from assessdesk.domain import conduct_events as conduct
from assessdesk.domain import programme_events as programme
from assessdesk.domain import query_events as query
from assessdesk.domain.events import Confirmation, Draft, Event
from tests.storage.facts import FACTS

WHO = "participant-1"


def around_visits() -> Iterator[Draft]:
    """Yield one fact of every kind that surrounds the visits; participant-1 is enrolled, participant-7 screened."""
    screened = conduct.ParticipantScreened(
        participant="participant-7", code="S01-007", birth_year=1960, sex="F", language="ko"
    )
    yield Draft(event=screened, entity="participant-7")
    answers = (
        conduct.CriterionAnswer(criterion="consent", answer="yes"),
        conduct.CriterionAnswer(criterion="bone_density", answer="-2.6"),
    )
    asked = conduct.EligibilityAssessed(
        participant="participant-7",
        study_digest="03" * 32,
        answers=answers,
        verdict="not_eligible",
        waived=("bone_density",),
        reason="Principal investigator agreed",
    )
    yield Draft(event=asked, entity="participant-7")
    yield from (Draft(event=event, entity=WHO) for event in (*_conduct(), *_blinding(), *_programme(), *_queries()))
    about_people: tuple[Event, ...] = (
        certification.ExaminerCertified(
            user="a-tester",
            instrument="grip_strength",
            certified_on="2026-11-01",
            valid_until="2027-10-31",
            trainer="TR-01",
            note="Ten observed tests",
        ),
        certification.CertificationRevoked(
            user="a-tester", instrument="grip_strength", date="2026-12-01", reason="Drift at the yearly check"
        ),
    )
    yield from (Draft(event=event, entity=FACTS.station) for event in about_people)


def _conduct() -> tuple[Event, ...]:
    return (
        conduct.ConsentGiven(participant=WHO, date="2026-11-20", version="2.1"),
        conduct.AnchorStated(participant=WHO, anchor="randomisation", date="2026-11-22"),
        conduct.AnchorStated(participant=WHO, anchor="baseline", date="2026-11-24", reason="First infusion moved"),
        conduct.StudyFactStated(participant=WHO, fact="surgery_date", value="2027-04-01"),
        conduct.InfusionStated(participant=WHO, cycle=1, date="2026-11-24"),
        conduct.VisitMissed(participant=WHO, planned="week_06", date="2027-01-12", reason="ND14", text="Abroad"),
        conduct.AssessmentAdministered(
            participant=WHO, visit="visit-1", assessment="assessment-1", mode="on_site", certificate="valid"
        ),
        conduct.AssessmentJudged(
            participant=WHO,
            visit="visit-1",
            assessment="assessment-1",
            administration="adapted",
            validity="doubtful",
            reason="Chair 2 cm lower",
        ),
        conduct.StatusChanged(
            participant=WHO, status="withdrawn", date="2027-02-01", reason="moved_away", collect=("adverse_events",)
        ),
    )


def _blinding() -> tuple[Event, ...]:
    return (
        blinding.AllocationSealed(participant=WHO, readers=("a-tester",), box="c2VhbGVk"),
        blinding.BlindingLogged(
            participant=WHO, visit="visit-1", way="participant_said", readers=("a-tester",), guess="Z3Vlc3M="
        ),
        blinding.UnblindedInEmergency(participant=WHO, date="2027-01-03", told="MD-02", reason="Emergency surgery"),
    )


def _programme() -> tuple[Event, ...]:
    done = programme.ExerciseDone(
        exercise="leg_press",
        sets=3,
        repetitions=10,
        load=Decimal("22.5"),
        unit="kg",
        prescribed_sets=3,
        prescribed_repetitions=12,
        prescribed_load=Decimal("22.5"),
    )
    return (
        programme.SessionRecorded(
            participant=WHO,
            session="session-1",
            planned="2026-11-25",
            held="2026-11-25",
            mode="on_site",
            minutes=62,
            not_held="",
            exercises=(done,),
            exertion=Decimal("4.5"),
            pain_before=Decimal(1),
            pain_after=None,
            cycle=1,
            cycle_day=2,
            adverse_event=False,
            supervisor="TR-01",
            confirmations=(Confirmation(finding="SESSION_MINUTES", reason="C1"),),
        ),
        programme.CallAttempted(participant=WHO, call="call_01", attempt=1, date="2026-12-20", reached=True),
        programme.CallRecorded(
            participant=WHO,
            call="call_01",
            date="2026-12-20",
            joint_pain=Decimal(3),
            stiffness_minutes=20,
            fatigue=Decimal(2),
            sleep=Decimal(4),
            days_missed=0,
            exercise_minutes=None,
            analgesics="",
            new_diagnoses="",
            adverse_event=False,
            advice="Keep moving",
            next_date="2027-01-17",
        ),
        programme.CallMissed(participant=WHO, call="call_02", date="2027-01-20", reason="ND14"),
    )


def _queries() -> tuple[Event, ...]:
    return (
        query.QueryRaised(
            participant=WHO,
            query="query-1",
            visit="visit-1",
            assessment="assessment-1",
            instrument="grip_strength",
            slot="grip.right.1.force",
            turn=1,
            origin="central",
            raised_by="DM-01",
            rule="",
            text="Is 31.4 kg the reading of the right hand?",
        ),
        query.QueryAnswered(participant=WHO, query="query-1", text="Yes, see the sheet."),
        query.QueryReopened(participant=WHO, query="query-1", by="DM-01", text="Which sheet?"),
        query.QueryClosed(participant=WHO, query="query-1", by="DM-01", reason="Confirmed by telephone"),
    )
