"""What the assessor says of each instrument at review: how it was administered, and whether its result may be used.

An instrument of which nothing was said was administered as the protocol asks and is valid. It must not know results.
"""

from __future__ import annotations

from dataclasses import dataclass

from assessdesk.domain.conduct_events import AssessmentJudged
from assessdesk.domain.record import Record
from assessdesk.ports import Refusal
from assessdesk.services.desk import Desk, participant_fact
from assessdesk.services.enrolment import plain

ADMINISTRATIONS = ("standard", "adapted", "not_done")
VALIDITIES = ("valid", "doubtful", "not_valid")
USUAL = ("standard", "valid")


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """What holds for one instrument of a visit; `stated` says whether somebody said so."""

    administration: str
    validity: str
    reason: str
    stated: bool


def judgement_of(record: Record, assessment: str) -> Judgement:
    """Return what holds for an assessment."""
    stated = record.conduct.judgements.get(assessment)
    if stated is None:
        return Judgement(administration=USUAL[0], validity=USUAL[1], reason="", stated=False)
    event = stated.event
    return Judgement(administration=event.administration, validity=event.validity, reason=event.reason, stated=True)


def unusual(record: Record, assessment: str) -> str:
    """Return both codes of an assessment that was not done as usual or may not simply be used, else nothing."""
    held = judgement_of(record, assessment)
    return "" if (held.administration, held.validity) == USUAL else f"{held.administration}, {held.validity}"


def judge(
    desk: Desk, record: Record, visit: str, instrument: str, *, administration: str, validity: str, reason: str
) -> bool:
    """State both for an instrument of a visit; return whether anything changed. Needs `capture`.

    Raises Refusal: not begun, an unknown word, or anything unusual without a reason. A signed visit is un-signed.
    """
    desk.require("capture")
    assessment = record.visits[visit].of(instrument)
    if assessment is None:
        raise Refusal("NOT_STARTED", instrument=instrument)
    if administration not in ADMINISTRATIONS or validity not in VALIDITIES:
        raise Refusal("UNKNOWN_JUDGEMENT")
    if (administration, validity) != USUAL and not reason.strip():
        raise Refusal("REASON_NEEDED", what=instrument)
    now = judgement_of(record, assessment.id)
    if (now.administration, now.validity, now.reason) == (administration, validity, plain(reason)):
        return False
    event = AssessmentJudged(
        participant=record.participant,
        visit=visit,
        assessment=assessment.id,
        administration=administration,
        validity=validity,
        reason=plain(reason),
    )
    desk.append(participant_fact(record.participant, event, path=f"{visit}/{assessment.id}"))
    return True
