"""When visits are due: target, window, and what a date means against them.

Dates are calendar days of the site. It must not know today's date; the caller brings it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from assessdesk.domain.study import PlannedVisit

CLOSING_DAYS = 2
OPENING_DAYS = 7


class DueState(StrEnum):
    """Where a planned visit stands today."""

    OVERDUE = "overdue"
    CLOSING = "closing"
    IN_PROGRESS = "in_progress"
    DUE = "due"
    TO_SIGN = "to_sign"
    OPENS_SOON = "opens_soon"
    LATER = "later"
    DONE = "done"


@dataclass(frozen=True, slots=True)
class Window:
    """The inclusive span of days in which a visit belongs."""

    target: date
    earliest: date
    latest: date


def window_of(visit: PlannedVisit, anchor: date) -> Window:
    """Return target = anchor + 7 × week and the window around it."""
    target = anchor + timedelta(days=7 * visit.week)
    return Window(
        target=target,
        earliest=target - timedelta(days=visit.days_before),
        latest=target + timedelta(days=visit.days_after),
    )


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
