"""When visits are due: the day they are counted from, target, window, and what a date means against them.

Dates are calendar days of the site. It must not know today's date; the caller brings it.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum

from assessdesk.domain.conduct import BASELINE
from assessdesk.domain.study import PlannedVisit

CLOSING_DAYS = 2
OPENING_DAYS = 7
UNSCHEDULED = "unscheduled"
"""What stands in the place of a planned visit's id where a visit was not planned, and in that of its window."""
OF_VISIT = "visit:"


class DueState(StrEnum):
    """Where a planned visit stands today."""

    OVERDUE = "overdue"
    CLOSING = "closing"
    IN_PROGRESS = "in_progress"
    DUE = "due"
    TO_SIGN = "to_sign"
    OPENS_SOON = "opens_soon"
    MISSED = "missed"
    LATER = "later"
    WAITS = "waits"
    DONE = "done"


@dataclass(frozen=True, slots=True)
class Window:
    """The inclusive span of days in which a visit belongs."""

    target: date
    earliest: date
    latest: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Course:
    """The days of one participant from which visits can be counted, all ISO days.

    `baseline` is empty before enrolment; `anchors` holds the other stated days, `held` on which day each planned visit
    took place, `missed` the planned visits that did not.
    """

    baseline: str = ""
    anchors: Mapping[str, str] = field(default_factory=dict)
    held: Mapping[str, str] = field(default_factory=dict)
    missed: Collection[str] = ()


def window_of(visit: PlannedVisit, anchor: date) -> Window:
    """Return target = anchor + 7 × week and the window around it."""
    target = anchor + timedelta(days=7 * visit.week)
    return Window(
        target=target,
        earliest=target - timedelta(days=visit.days_before),
        latest=target + timedelta(days=visit.days_after),
    )


def window_in(course: Course, visit: PlannedVisit, planned: Collection[PlannedVisit]) -> Window | None:
    """Return the window of a planned visit, or None while the day that it is counted from is not known."""
    day = anchor_day(course, visit, planned)
    return None if day is None else window_of(visit, day)


def anchor_day(course: Course, visit: PlannedVisit, planned: Collection[PlannedVisit]) -> date | None:
    """Return the day that a visit is counted from, or None while nobody knows it.

    A visit counted from another one is counted from the day that one was held; where that one was missed its target
    stands in, else one missed visit would take all later ones out of the schedule.
    """
    if not visit.anchor.startswith(OF_VISIT):
        text = course.baseline if visit.anchor == BASELINE else course.anchors.get(visit.anchor, "")
        return date.fromisoformat(text) if text else None
    other = visit.anchor.removeprefix(OF_VISIT)
    if other in course.held:
        return date.fromisoformat(course.held[other])
    # Without the visit at hand: two visits counted from each other wait for each other, they do not go round.
    rest = tuple(plan for plan in planned if plan.id != visit.id)
    plan = next((plan for plan in rest if plan.id == other), None)
    if plan is None or other not in course.missed:
        return None
    window = window_in(course, plan, rest)
    return window.target if window else None


def due_state(window: Window, today: date) -> DueState:
    """Say where an unstarted visit stands: overdue after its window, closing in its last days, due inside it."""
    if today > window.latest:
        return DueState.OVERDUE
    if today < window.earliest:
        soon = (window.earliest - today).days <= OPENING_DAYS
        return DueState.OPENS_SOON if soon else DueState.LATER
    return DueState.CLOSING if (window.latest - today).days <= CLOSING_DAYS else DueState.DUE


def place_of(window: Window, day: date) -> str:
    """Say whether a day is inside the window, early or late."""
    if day < window.earliest:
        return "early"
    return "late" if day > window.latest else "inside"
