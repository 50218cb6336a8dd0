"""The facts around the visits of a participant: screening, enrolment, consent, status, dates, visits not held.

Days are ISO days of the site; reasons are codes of the study or of the reason lists. It must not know which rule of a
study asks for a fact, nor what the facts add up to.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from assessdesk.domain.confirmations import Confirmation


@dataclass(frozen=True, slots=True, kw_only=True)
class CareFacts:
    """What the assessor must know about this person before touching them; sides are right, left, both, none."""

    surgery_side: str = "none"
    lymphoedema_side: str = "none"
    line_side: str = "none"
    restricted_side: str = "none"
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ParticipantEnrolled:
    """A person joined, known by a study code only."""

    kind: ClassVar[str] = "participant.enrolled"
    participant: str
    code: str
    birth_year: int
    sex: str
    dominant_hand: str
    language: str
    consent_date: str
    consent_version: str
    anchor_date: str
    care: CareFacts


@dataclass(frozen=True, slots=True, kw_only=True)
class CareFactsChanged:
    """The care facts of a participant were stated anew, with a reason."""

    kind: ClassVar[str] = "participant.care_changed"
    participant: str
    care: CareFacts
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ParticipantScreened:
    """A person was considered for the study, known by a study code only; enrolment later keeps the code."""

    kind: ClassVar[str] = "participant.screened"
    participant: str
    code: str
    birth_year: int
    sex: str
    language: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CriterionAnswer:
    """One answer to one eligibility criterion: `yes`, `no` or `unknown`, or the digits of a measured number."""

    criterion: str
    answer: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EligibilityAssessed:
    """Every criterion was answered; the verdict (`eligible`, `not_eligible`, `incomplete`) follows from the study.

    `waived` names the criteria that were not met and were waived for `reason` by the person who signs the entry.
    """

    kind: ClassVar[str] = "eligibility.assessed"
    participant: str
    study_digest: str
    answers: tuple[CriterionAnswer, ...]
    verdict: str
    waived: tuple[str, ...] = ()
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsentGiven:
    """Consent was given (again) on a day, to a version of the information sheet."""

    kind: ClassVar[str] = "consent.given"
    participant: str
    date: str
    version: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StatusChanged:
    """A participant withdrew, was lost, died, completed, or came back; `collect` is what may still be collected."""

    kind: ClassVar[str] = "participant.status_changed"
    participant: str
    status: str
    date: str
    reason: str
    text: str = ""
    collect: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class AnchorStated:
    """The day from which visits are counted became known or changed (`baseline`, `randomisation`, …)."""

    kind: ClassVar[str] = "anchor.stated"
    participant: str
    anchor: str
    date: str
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class StudyFactStated:
    """A fact that the study asks for about a participant (a stratum, the day of surgery, …) was stated."""

    kind: ClassVar[str] = "study_fact.stated"
    participant: str
    fact: str
    value: str
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class InfusionStated:
    """An infusion of chemotherapy was given or moved: day 1 of a cycle, counted from 1."""

    kind: ClassVar[str] = "infusion.stated"
    participant: str
    cycle: int
    date: str
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class VisitMissed:
    """A planned visit did not take place: every instrument of its battery is not done for this one reason."""

    kind: ClassVar[str] = "visit.missed"
    participant: str
    planned: str
    date: str
    reason: str
    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class AssessmentAdministered:
    """How an assessment was begun: `mode` is on_site, telephone or video; the assessor's `certificate` at that moment.

    `certificate` is `valid`, `expired`, `revoked`, `none` or `not_required`. A second fact about the same assessment
    corrects its mode; its `reason` says why.
    `confirmations` are what was otherwise than at the last visit (assessor, time of day, …), each with its reason.
    """

    kind: ClassVar[str] = "assessment.administered"
    participant: str
    visit: str
    assessment: str
    mode: str
    certificate: str
    reason: str = ""
    confirmations: tuple[Confirmation, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class AssessmentJudged:
    """The assessor said how an instrument was administered and whether its result may be used.

    `administration` is `standard`, `adapted` or `not_done`; `validity` is `valid`, `doubtful` or `not_valid`.
    """

    kind: ClassVar[str] = "assessment.judged"
    participant: str
    visit: str
    assessment: str
    administration: str
    validity: str
    reason: str = ""


ConductEvent = (
    ParticipantEnrolled
    | CareFactsChanged
    | ParticipantScreened
    | EligibilityAssessed
    | ConsentGiven
    | StatusChanged
    | AnchorStated
    | StudyFactStated
    | InfusionStated
    | VisitMissed
    | AssessmentAdministered
    | AssessmentJudged
)
