"""When a visit may take place: the days around its target, counted from a person's own day, by the version in force.

It imports nothing of the program.
"""

from __future__ import annotations

from datetime import date, timedelta

from simulation.acts import Person, Plan
from simulation.protocol import PlannedVisit, Protocol

BASELINE = "baseline"
WEEK = 7


def counted_from(person: Person, anchor: str) -> date:
    """Return the day from which something is counted. Raises ValueError for somebody who was only screened."""
    start = person.anchor if anchor == BASELINE else person.randomised
    if start is None:
        raise ValueError(f"nobody knows the {anchor} of participant {person.number}")
    return start


def window(protocol: Protocol, visit: PlannedVisit, person: Person, *, amended: bool) -> tuple[date, date]:
    """Return the first and the last day of a visit's window."""
    target = counted_from(person, visit.anchor) + timedelta(days=WEEK * visit.week)
    after = protocol.amended_after if amended and visit.id == protocol.amended_visit else visit.after
    return target - timedelta(days=visit.before), target + timedelta(days=after)


def window_on(plan: Plan, visit: str, person: Person, day: date) -> tuple[date, date]:
    """Return the window of a visit by the version of the study that was in force on a day."""
    protocol = plan.protocol
    planned = next(one for one in protocol.visits if one.id == visit)
    amended = (day - protocol.start).days >= protocol.amended_on
    return window(protocol, planned, person, amended=amended)
