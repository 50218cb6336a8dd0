"""What Today must show on a day, counted from the plan: one state for each visit that somebody has to look after.

It imports nothing of the program.
"""

from __future__ import annotations

from collections import Counter
from datetime import date

from simulation.acts import DayStated, Enrolled, Left, Missed, Person, Plan, Visited
from simulation.schedule import window_on

CLOSING, SOON = 2, 7
"""A window is closing in its last days, and opens soon within a week."""


def counts(plan: Plan, day: date) -> Counter[str]:
    """Return how many visits stand in each state at the end of a day."""
    past = [act for act in plan.acts if act.day <= day]
    people = [act.person for act in past if isinstance(act, Enrolled)]
    left = {act.person for act in past if isinstance(act, Left)}
    known = {act.person for act in past if isinstance(act, DayStated)}
    signed = {(act.person, act.visit) for act in past if isinstance(act, Visited) and act.last}
    begun = {(act.person, act.visit) for act in past if isinstance(act, Visited)}
    missed = {(act.person, act.visit) for act in past if isinstance(act, Missed)}
    found: Counter[str] = Counter()
    for person in people:
        for visit in plan.protocol.visits:
            key = (person.number, visit.id)
            if key in begun:
                found["in_progress"] += key not in signed
            elif person.number not in left and (visit.anchor == "baseline" or person.number in known):
                found[_state(person, visit.id, day, plan, missed=key in missed)] += 1
    return found


def _state(person: Person, visit: str, day: date, plan: Plan, *, missed: bool) -> str:
    """Return where a visit stands that was not begun."""
    first, last = window_on(plan, visit, person, day)
    if missed:
        return "missed" if day <= last else "over"
    if day > last:
        return "overdue"
    if day < first:
        return "opens_soon" if (first - day).days <= SOON else "later"
    return "closing" if (last - day).days <= CLOSING else "due"
