"""The invented participants of a practice station: enrolled like any other, their visits due on the day of practising.

They go through the same use cases as everybody, so that nothing about practising is different but who is measured.
What is invented stands in `practice.toml`; this module must not know windows or how a station is made.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from assessdesk.domain.conduct import BASELINE
from assessdesk.domain.eligibility import NUMBER, fitting_answer, is_met
from assessdesk.domain.events import CareFacts
from assessdesk.domain.schedule import OF_VISIT, DueState
from assessdesk.domain.study import PlannedVisit, Study
from assessdesk.domain.study_conduct import Criterion
from assessdesk.ports import Refusal
from assessdesk.services.agenda import agenda_of
from assessdesk.services.desk import Desk
from assessdesk.services.devices import NewDevice, register
from assessdesk.services.enrolment import Enrolment, enrol
from assessdesk.services.missed import missed_reasons, state_missed
from assessdesk.services.screening import Answered
from assessdesk.services.study_facts import state_anchor

YEARS = "years"
OPEN_TO_PRACTISE = (DueState.DUE, DueState.CLOSING)
NEEDED = ("enrol", "screen", "capture")


@dataclass(frozen=True, slots=True, kw_only=True)
class InventedPerson:
    """One invented participant; sides are right, left, both or none."""

    age: int
    dominant_hand: str
    surgery_side: str = "none"
    lymphoedema_side: str = "none"
    line_side: str = "none"
    restricted_side: str = "none"


@dataclass(frozen=True, slots=True)
class Invention:
    """Everything that is invented for a practice station."""

    people: tuple[InventedPerson, ...]
    devices: tuple[NewDevice, ...]


@cache
def read_invention(text: str) -> Invention:
    """Return what the text of `practice.toml` invents. Raises TypeError or KeyError for what it does not know."""
    document = tomllib.loads(text)
    people = tuple(InventedPerson(**person) for person in document["people"])
    return Invention(people, tuple(NewDevice(**device) for device in document["devices"]))


def invite(desk: Desk) -> int:
    """Let invented participants with a visit that is due today join, unless there are such; return how many joined.

    Nobody joins at a station of a study, or while the person signed in may not enrol and measure. Raises Refusal.
    """
    if not desk.facts.practice or not all(desk.may(permission) for permission in NEEDED):
        return 0
    if any(agenda_of(desk).counts.get(state) for state in OPEN_TO_PRACTISE):
        return 0
    invention = read_invention(desk.library.practice_text)
    if desk.may("devices") and not desk.ledger.views.devices():
        for device in invention.devices:
            register(desk, device)
    visits = tuple(visits_to_practise(desk.in_force))
    for place, person in enumerate(invention.people):
        _join(desk, person, visits[place % len(visits)])
    return len(invention.people)


def visits_to_practise(study: Study) -> Iterator[PlannedVisit]:
    """Yield the visits that between them hold every instrument of the study, the first one and as few more as it takes.

    A visit that is counted from another one cannot be due at once; its instruments come with the visits before it.
    """
    seen: set[str] = set()
    for visit in study.visits:
        if not visit.anchor.startswith(OF_VISIT) and (not seen or set(visit.battery) - seen):
            seen |= set(visit.battery)
            yield visit


def _join(desk: Desk, person: InventedPerson, visit: PlannedVisit) -> None:
    """Let one invented participant join in the middle of a visit's window; the visits before it count as missed."""
    study, today = desk.in_force, desk.clock.now().date()
    start = today - timedelta(weeks=visit.week) + timedelta(days=(visit.days_before - visit.days_after) // 2)
    consent_day, version = _consent(study, min(start, today))
    row = enrol(
        desk,
        Enrolment(
            birth_year=str(today.year - person.age),
            sex=study.sexes[0],
            dominant_hand=person.dominant_hand,
            language=study.participant_language,
            consent_date=consent_day.isoformat(),
            consent_version=version,
            anchor_date=start.isoformat(),
            care=CareFacts(
                surgery_side=person.surgery_side,
                lymphoedema_side=person.lymphoedema_side,
                line_side=person.line_side,
                restricted_side=person.restricted_side,
            ),
            answered=Answered(
                answers={each.id: _answer(each, person.age) for each in study.conduct.eligibility},
            ),
        ),
    )
    if visit.anchor != BASELINE:
        state_anchor(desk, row.participant, visit.anchor, day=start.isoformat())
    reason = next(one.code for one in missed_reasons(desk) if not one.needs_text)
    for earlier in study.visits[: study.visits.index(visit)]:
        state_missed(desk, row.participant, earlier.id, reason=reason)


def _answer(criterion: Criterion, age: int) -> str:
    """Return an answer that lets the person join: the age itself where years are asked for and it fits."""
    if criterion.answer == NUMBER and criterion.unit == YEARS and is_met(criterion, str(age)):
        return str(age)
    return fitting_answer(criterion)


def _consent(study: Study, start: date) -> tuple[date, str]:
    """Return when and to which version an invented participant consented. Raises Refusal while none is valid."""
    day = start - timedelta(days=1)
    ordered = sorted(study.conduct.consent_versions, key=lambda version: version.valid_from)
    if not ordered:
        return day, "1"
    valid = [version for version in ordered if version.valid_from <= day.isoformat()]
    if valid:
        return day, valid[-1].id
    first = date.fromisoformat(ordered[0].valid_from)
    if first > start:
        raise Refusal("PRACTICE_NO_CONSENT", study=study.id, date=first.isoformat())
    return first, ordered[0].id
