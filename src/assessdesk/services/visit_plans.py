"""What was intended with a visit: its title, its instruments, its window; also where nothing was planned.

The one place that knows of unscheduled visits, which name their own battery. It must not know what is due today.
"""

from __future__ import annotations

from datetime import date

from assessdesk.domain.conduct import BASELINE
from assessdesk.domain.record import Record, Visit
from assessdesk.domain.schedule import OF_VISIT, UNSCHEDULED, Course, Window, window_in
from assessdesk.domain.study import PlannedVisit
from assessdesk.services.desk import Desk


def plan_of(desk: Desk, visit: Visit) -> PlannedVisit | None:
    """Return the plan of a visit in the version of the study it was opened under, or None for an unscheduled one."""
    return None if visit.planned == UNSCHEDULED else desk.study_at(visit).visit(visit.planned)


def battery_names(desk: Desk, visit: Visit) -> tuple[str, ...]:
    """Return the ids of the instruments due at a visit, in their order."""
    plan = plan_of(desk, visit)
    return visit.battery if plan is None else plan.battery


def visit_title(desk: Desk, visit: Visit, language: str) -> str:
    """Return what the assessor calls a visit that was opened."""
    plan = plan_of(desk, visit)
    return _unscheduled(desk, language) if plan is None else plan.title.get(language)


def planned_title(desk: Desk, planned: str, language: str) -> str:
    """Return what the study in force calls a planned visit; the id of one that an amendment took out."""
    if planned == UNSCHEDULED:
        return _unscheduled(desk, language)
    titles = {plan.id: plan.title for plan in desk.in_force.visits}
    return titles[planned].get(language) if planned in titles else planned


def _unscheduled(desk: Desk, language: str) -> str:
    return desk.library.sentence("VISIT_UNSCHEDULED", {}, language)


def participant_title(desk: Desk, visit: Visit, language: str) -> str:
    """Return what the participant's page calls a visit."""
    plan = plan_of(desk, visit)
    unscheduled = desk.library.sentence("PAPER_UNSCHEDULED", {}, language)
    return unscheduled if plan is None else plan.participant_title.get(language)


def anchor_title(desk: Desk, anchor: str, language: str) -> str:
    """Return the words of what a visit is counted from: the start, an anchor of the study, or another visit."""
    if anchor.startswith(OF_VISIT):
        return planned_title(desk, anchor.removeprefix(OF_VISIT), language)
    if anchor == BASELINE:
        return desk.in_force.anchor.get(language)
    named = {one.id: one.title for one in desk.in_force.conduct.anchors}
    return named[anchor].get(language) if anchor in named else anchor


def course_of(record: Record) -> Course:
    """Return the days from which the visits of a participant are counted."""
    return Course(
        baseline=record.anchor_date,
        anchors=record.conduct.anchors,
        held={visit.planned: visit.date for visit in record.visits.values()},
        missed=frozenset(record.conduct.missed),
    )


def window_for(desk: Desk, record: Record, plan: PlannedVisit) -> Window | None:
    """Return the window of a planned visit of a participant, or None while it waits for the day it is counted from."""
    return window_in(course_of(record), plan, desk.in_force.visits)


def days_of(visit: Visit) -> tuple[date, ...]:
    """Return the days on which a visit was worked at, the one it was opened on first: several for a split one."""
    days = {date.fromisoformat(visit.date)}
    for assessment in visit.assessments.values():
        zone = assessment.started_at.tzinfo
        turns = [turn for turns in assessment.slots.values() for turn in turns if turn.missing is None]
        days |= {turn.performed_at.astimezone(zone).date() for turn in turns}
    return tuple(sorted(days))
