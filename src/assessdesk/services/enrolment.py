"""Enrolling a participant: a study code, never a name; consent and eligibility first.

It must not know which windows ask for what.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from assessdesk.domain.conduct import SCREENED
from assessdesk.domain.events import CareFacts, CareFactsChanged, Draft, ParticipantEnrolled
from assessdesk.ports import ParticipantRow, Refusal
from assessdesk.services.consent import checked_consent
from assessdesk.services.desk import Desk, participant_fact
from assessdesk.services.screening import (
    Answered,
    Screening,
    assessed_facts,
    next_code,
    require_eligible,
    row_of,
    screened_facts,
)
from assessdesk.services.wording import plain, read_birth_year, read_day

__all__ = ["HANDS", "SIDES", "Enrolment", "change_care", "checked_care", "enrol", "plain", "read_day"]

SIDES = ("right", "left", "both", "none")
HANDS = ("right", "left", "both")


@dataclass(frozen=True, slots=True, kw_only=True)
class Enrolment:
    """What is stated about a new participant; dates are ISO days, sides right, left, both or none.

    `participant` names somebody who was screened before; `answered` holds the answers to the study's criteria.
    """

    birth_year: str
    sex: str
    dominant_hand: str
    language: str
    consent_date: str
    consent_version: str
    anchor_date: str
    care: CareFacts
    participant: str = ""
    answered: Answered = field(default_factory=Answered)


def enrol(desk: Desk, wish: Enrolment) -> ParticipantRow:
    """Write that a participant joined and return the row with the study code. Raises Refusal; nothing was written.

    Where the study has criteria, the answers are written in the same act and have to make the participant eligible;
    consent has to be given to a version that was valid on its day.
    """
    desk.require("enrol")
    today = desk.clock.now().date()
    study = desk.in_force
    birth_year = read_birth_year(wish.birth_year, today)
    if today.year - birth_year < study.minimum_age:
        raise Refusal("TOO_YOUNG", minimum=study.minimum_age, birth_year=birth_year)
    consent_date, consent_version = checked_consent(desk, wish.consent_date, wish.consent_version)
    anchor = read_day(wish.anchor_date, "ANCHOR_DATE")
    if wish.dominant_hand not in HANDS or wish.language not in study.languages:
        raise Refusal("ENROLMENT_INCOMPLETE")
    care = checked_care(wish.care)
    participant, code, before = _screened(desk, wish)
    require_eligible(desk, wish.answered)
    event = ParticipantEnrolled(
        participant=participant,
        code=code,
        birth_year=birth_year,
        sex=wish.sex,
        dominant_hand=wish.dominant_hand,
        language=wish.language,
        consent_date=consent_date,
        consent_version=consent_version,
        anchor_date=anchor.isoformat(),
        care=care,
    )
    desk.append(*before, participant_fact(participant, event))
    return row_of(desk, participant)


def _screened(desk: Desk, wish: Enrolment) -> tuple[str, str, tuple[Draft, ...]]:
    """Return who is enrolled, under which code, and the facts of the screening that are not written yet."""
    study = desk.in_force
    if wish.sex not in study.sexes:
        raise Refusal("SEX_NOT_IN_STUDY", sex=wish.sex, allowed=", ".join(study.sexes))
    if study.conduct.eligibility:
        desk.require("screen")
    if wish.participant:
        record = desk.record(wish.participant)
        if record.conduct.status != SCREENED:
            raise Refusal("ALREADY_ENROLLED", code=record.code)
        return (
            wish.participant,
            record.code,
            assessed_facts(desk, record, wish.participant, wish.answered, birth_year=record.birth_year),
        )
    participant, code = desk.ids.fresh(), next_code(desk)
    if not study.conduct.eligibility:
        return participant, code, ()
    screening = Screening(birth_year=wish.birth_year, sex=wish.sex, language=wish.language, answered=wish.answered)
    return participant, code, screened_facts(desk, participant, screening)


def change_care(desk: Desk, participant: str, care: CareFacts, *, reason: str) -> None:
    """State the care facts of a participant anew, with a reason; only on a true change."""
    desk.require("capture")
    record = desk.record(participant)
    care = checked_care(care)
    if care == record.care:
        return
    if not reason.strip():
        raise Refusal("REASON_NEEDED", what=record.code)
    event = CareFactsChanged(participant=participant, care=care, reason=plain(reason))
    desk.append(participant_fact(participant, event))


def checked_care(care: CareFacts) -> CareFacts:
    """Return care facts with known sides and a plain note. Raises Refusal."""
    for side in (care.surgery_side, care.lymphoedema_side, care.line_side, care.restricted_side):
        if side not in SIDES:
            raise Refusal("ENROLMENT_INCOMPLETE")
    return CareFacts(
        surgery_side=care.surgery_side,
        lymphoedema_side=care.lymphoedema_side,
        line_side=care.line_side,
        restricted_side=care.restricted_side,
        note=plain(care.note),
    )
