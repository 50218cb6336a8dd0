"""Screening: who was considered for the study, the answers to its criteria, the verdict, and what was waived.

Whoever does not fit stays as a screened participant with the answers given. It must not know which windows ask.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from assessdesk.domain.codes import make_code
from assessdesk.domain.conduct import SCREENED
from assessdesk.domain.conduct_events import CriterionAnswer, EligibilityAssessed, ParticipantScreened
from assessdesk.domain.eligibility import AGE, UNKNOWN, Eligibility, NotAnAnswer, Stand, Verdict, ages_of, judge
from assessdesk.domain.events import Draft
from assessdesk.domain.record import Record
from assessdesk.ports import ParticipantRow, Refusal
from assessdesk.services.desk import Desk, participant_fact
from assessdesk.services.wording import plain, read_birth_year


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered:
    """Answers by criterion (`yes`, `no`, `unknown`, digits), and which criteria are waived for which reason."""

    answers: Mapping[str, str] = field(default_factory=dict)
    waived: tuple[str, ...] = ()
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Screening:
    """Who is considered, and what was answered."""

    birth_year: str
    sex: str
    language: str
    answered: Answered


def eligibility_of(desk: Desk, answered: Answered) -> Eligibility:
    """Return what answers add up to, without writing anything. Raises Refusal for what is no answer."""
    criteria = desk.in_force.conduct.eligibility
    strange = sorted(set(answered.answers) - {criterion.id for criterion in criteria})
    if strange:
        raise Refusal("UNKNOWN_CRITERION", criterion=strange[0])
    try:
        return judge(criteria, answered.answers, answered.waived)
    except NotAnAnswer as error:
        raise Refusal("NOT_AN_ANSWER", criterion=error.criterion, text=error.answer) from error


def last_answered(record: Record) -> Answered:
    """Return the answers that stand about a participant, none when nothing was asked."""
    if not record.conduct.eligibility:
        return Answered()
    event = record.conduct.eligibility[-1].event
    answers = {each.criterion: each.answer for each in event.answers}
    return Answered(answers=answers, waived=event.waived, reason=event.reason)


def screen(desk: Desk, wish: Screening) -> ParticipantRow:
    """Keep somebody who was considered, with the answers, and return the row with the study code. Raises Refusal."""
    desk.require("screen")
    participant = desk.ids.fresh()
    drafts = screened_facts(desk, participant, wish)
    desk.append(*drafts)
    return row_of(desk, participant)


def assess(desk: Desk, participant: str, answered: Answered) -> Eligibility:
    """State the answers about a screened participant anew, only on a true change; return the verdict."""
    desk.require("screen")
    record = desk.record(participant)
    if record.conduct.status != SCREENED:
        raise Refusal("ALREADY_ENROLLED", code=record.code)
    verdict = eligibility_of(desk, answered)
    drafts = assessed_facts(desk, record, participant, answered, birth_year=record.birth_year)
    if drafts:
        desk.append(*drafts)
    return verdict


def screened_facts(desk: Desk, participant: str, wish: Screening) -> tuple[Draft, ...]:
    """Return the facts of a new screened participant. Raises Refusal."""
    study = desk.in_force
    birth_year = read_birth_year(wish.birth_year, desk.clock.now().date())
    if wish.sex not in study.sexes:
        raise Refusal("SEX_NOT_IN_STUDY", sex=wish.sex, allowed=", ".join(study.sexes))
    if wish.language not in study.languages:
        raise Refusal("ENROLMENT_INCOMPLETE")
    screened = ParticipantScreened(
        participant=participant,
        code=next_code(desk),
        birth_year=birth_year,
        sex=wish.sex,
        language=wish.language,
    )
    return (
        participant_fact(participant, screened),
        *assessed_facts(desk, Record(), participant, wish.answered, birth_year=birth_year),
    )


def assessed_facts(
    desk: Desk, record: Record, participant: str, answered: Answered, *, birth_year: int
) -> tuple[Draft, ...]:
    """Return the fact that the criteria were answered so, or nothing when that stands already. Raises Refusal."""
    study = desk.in_force
    if not study.conduct.eligibility:
        return ()
    found = eligibility_of(desk, answered)
    _require_age(desk, answered, birth_year)
    waived = tuple(name for each in found.standing(Stand.WAIVED) for name in each.ids)
    idle = sorted(set(answered.waived) - set(waived))
    if idle:
        raise Refusal("NOT_TO_BE_WAIVED", criterion=idle[0])
    reason = plain(answered.reason) if waived else ""
    event = EligibilityAssessed(
        participant=participant,
        study_digest=study.digest,
        answers=tuple(
            CriterionAnswer(criterion=criterion.id, answer=answered.answers.get(criterion.id, UNKNOWN))
            for criterion in study.conduct.eligibility
        ),
        verdict=found.verdict,
        waived=waived,
        reason=reason,
    )
    if record.conduct.eligibility and record.conduct.eligibility[-1].event == event:
        return ()
    if waived:
        desk.require("waive")
        if not reason:
            raise Refusal("WAIVER_REASON_NEEDED")
    return (participant_fact(participant, event, definition=study.digest),)


def _require_age(desk: Desk, answered: Answered, birth_year: int) -> None:
    """Raise Refusal where the age that was answered cannot be that of somebody born in the year that was given."""
    age = answered.answers.get(AGE, UNKNOWN)
    ages = ages_of(birth_year, desk.clock.now().year)
    if age != UNKNOWN and age not in {str(each) for each in ages}:
        raise Refusal("AGE_AND_BIRTH_YEAR", age=age, birth_year=birth_year, first=ages[0], second=ages[1])


def require_eligible(desk: Desk, answered: Answered) -> None:
    """Raise Refusal unless the answers make somebody eligible; a study without criteria takes everybody."""
    found = eligibility_of(desk, answered)
    if found.verdict is Verdict.NOT_ELIGIBLE:
        raise Refusal("NOT_ELIGIBLE", count=len(found.standing(Stand.FAILS)))
    if found.verdict is Verdict.INCOMPLETE:
        raise Refusal("ELIGIBILITY_OPEN", count=len(found.standing(Stand.OPEN)))


def next_code(desk: Desk) -> str:
    """Return the study code of the next participant of this station, enrolled or only screened."""
    ledger = desk.ledger
    return make_code(desk.facts.site, ledger.station, len(ledger.views.participants()) + 1)


def row_of(desk: Desk, participant: str) -> ParticipantRow:
    """Return a participant's row. Raises Refusal for an unknown one."""
    row = desk.ledger.views.participant(participant)
    if row is None:
        raise Refusal("UNKNOWN_PARTICIPANT", code=participant)
    return row
