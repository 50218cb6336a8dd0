"""Who may join a study: the verdict that follows from its criteria and the answers given, and what may be waived.

Criteria of one group are one requirement, met as soon as one of them is. It must not know who asks, nor any study.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from assessdesk.domain.scoring.decimals import plain_decimal
from assessdesk.domain.study_conduct import Criterion

YES, NO, UNKNOWN = "yes", "no", "unknown"
INCLUSION, EXCLUSION = "inclusion", "exclusion"
NUMBER = "number"
AGE = "age"
"""The criterion that asks for the age in full years; what is answered has to agree with the year of birth."""


class Verdict(StrEnum):
    """What the answers add up to."""

    ELIGIBLE = "eligible"
    NOT_ELIGIBLE = "not_eligible"
    INCOMPLETE = "incomplete"


class Stand(StrEnum):
    """Where one requirement stands."""

    HOLDS = "holds"
    FAILS = "fails"
    WAIVED = "waived"
    OPEN = "open"


def ages_of(birth_year: int, year: int) -> tuple[int, int]:
    """Return the two ages in full years that somebody born in a year can have during a year."""
    return year - birth_year - 1, year - birth_year


class NotAnAnswer(ValueError):
    """The text is neither yes, no or unknown nor, where a number is asked for, the digits of one."""

    def __init__(self, criterion: str, answer: str) -> None:
        """Keep which criterion was answered with what."""
        self.criterion, self.answer = criterion, answer
        super().__init__(f"{criterion}: {answer}")


@dataclass(frozen=True, slots=True)
class Requirement:
    """One criterion, or all criteria of one group of which one is enough."""

    criteria: tuple[Criterion, ...]

    @property
    def ids(self) -> tuple[str, ...]:
        """The criteria that belong to it."""
        return tuple(criterion.id for criterion in self.criteria)

    @property
    def waivable(self) -> bool:
        """Say whether it can be waived: every criterion of it can."""
        return all(criterion.waivable for criterion in self.criteria)


@dataclass(frozen=True, slots=True)
class Eligibility:
    """The verdict with where every requirement stands."""

    verdict: Verdict
    requirements: tuple[Requirement, ...]
    stands: tuple[Stand, ...]

    def standing(self, stand: Stand) -> tuple[Requirement, ...]:
        """Return the requirements that stand so."""
        return tuple(each for each, held in zip(self.requirements, self.stands, strict=True) if held is stand)


def requirements_of(criteria: Sequence[Criterion]) -> tuple[Requirement, ...]:
    """Return the requirements in the order of their first criterion; inclusion and exclusion stay apart."""
    groups: dict[tuple[str, str], list[Criterion]] = {}
    for criterion in criteria:
        key = (criterion.kind, criterion.group) if criterion.group else ("", criterion.id)
        groups.setdefault(key, []).append(criterion)
    return tuple(Requirement(tuple(group)) for group in groups.values())


def judge(criteria: Sequence[Criterion], answers: Mapping[str, str], waived: Collection[str] = ()) -> Eligibility:
    """Return what the answers add up to; a criterion without an answer is unknown.

    `answers` holds, by criterion, `yes`, `no`, `unknown` or the plain digits of a number; `waived` names criteria. A
    requirement that fails and is waivable is waived when all its criteria are named. Raises NotAnAnswer.
    """
    requirements = requirements_of(criteria)
    stands = tuple(_stand(each, answers, waived) for each in requirements)
    if Stand.FAILS in stands:
        verdict = Verdict.NOT_ELIGIBLE
    else:
        verdict = Verdict.INCOMPLETE if Stand.OPEN in stands else Verdict.ELIGIBLE
    return Eligibility(verdict=verdict, requirements=requirements, stands=stands)


def _stand(requirement: Requirement, answers: Mapping[str, str], waived: Collection[str]) -> Stand:
    """Return where a requirement stands: an inclusion has to be met, an exclusion must not be."""
    found = [is_met(criterion, answers.get(criterion.id, UNKNOWN)) for criterion in requirement.criteria]
    met = True if True in found else None if None in found else False
    if met is None:
        return Stand.OPEN
    if met is (requirement.criteria[0].kind == INCLUSION):
        return Stand.HOLDS
    return Stand.WAIVED if requirement.waivable and set(requirement.ids) <= set(waived) else Stand.FAILS


def is_met(criterion: Criterion, answer: str) -> bool | None:
    """Say whether an answer meets a criterion; None while it is unknown. Raises NotAnAnswer."""
    if answer == UNKNOWN:
        return None
    if criterion.answer != NUMBER:
        if answer not in {YES, NO}:
            raise NotAnAnswer(criterion.id, answer)
        return answer == YES
    value = plain_decimal(answer)
    if value is None:
        raise NotAnAnswer(criterion.id, answer)
    return _within(criterion, value)


def _within(criterion: Criterion, value: Decimal) -> bool:
    """Say whether every bound that is given holds."""
    return (
        (criterion.at_least is None or value >= criterion.at_least)
        and (criterion.at_most is None or value <= criterion.at_most)
        and (criterion.above is None or value > criterion.above)
        and (criterion.below is None or value < criterion.below)
    )


def fitting_answer(criterion: Criterion) -> str:
    """Return an answer with which a criterion does not stand in the way of joining the study, for invented people."""
    wanted = criterion.kind != EXCLUSION
    if criterion.answer != NUMBER:
        return YES if wanted else NO
    bounds = (criterion.at_least, criterion.at_most, criterion.above, criterion.below)
    near = [bound + step for bound in bounds if bound is not None for step in (Decimal(0), Decimal(1), Decimal(-1))]
    return next(str(number) for number in near if is_met(criterion, str(number)) is wanted)
