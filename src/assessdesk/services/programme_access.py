"""Whose sessions and calls the person signed in may see and record, from which day on, and until when.

A plan for certain arms is open to people who may know arms only. It must not know what a session or a call consists of.
"""

from __future__ import annotations

from datetime import date

from assessdesk.domain.conduct import SCREENED
from assessdesk.domain.record import Record
from assessdesk.domain.status import collects
from assessdesk.ports import Refusal
from assessdesk.services import allocation
from assessdesk.services.concealment import Part, knows_arms, plan_of, sees
from assessdesk.services.desk import Desk
from assessdesk.services.status import require_collected

VISIT = "visit:"


def applies(desk: Desk, record: Record, part: Part) -> bool:
    """Say whether there is a plan for a participant that the person signed in may see."""
    plan = plan_of(desk, part)
    if plan is None or not sees(desk, part) or record.conduct.status == SCREENED:
        return False
    return not plan.arms or allocation.arm_in(desk, record) in plan.arms


def permitted(desk: Desk, participant: str, part: Part) -> Record:
    """Return the record of a participant with a plan that the person signed in may see.

    Raises Refusal: first for want of a permission, the same whoever it is about, then where there is no plan.
    """
    desk.require(part)
    plan = plan_of(desk, part)
    if plan is not None and plan.arms and not knows_arms(desk):
        desk.require("unblinded")
    record = desk.record(participant)
    if not applies(desk, record, part):
        raise Refusal("NO_PROGRAMME")
    return record


def exercise_asked(desk: Desk, record: Record) -> bool:
    """Say whether a call asks about exercise: only in the arms that the study names, and only by who may know them."""
    plan = desk.in_force.conduct.calls
    if plan is None or not plan.exercise_arms or not knows_arms(desk):
        return False
    return allocation.arm_in(desk, record) in plan.exercise_arms


def require_collectable(record: Record, part: Part, day: date) -> None:
    """Raise Refusal when the participant's status forbids what took place on a day.

    What took place up to the day of the change may always be entered; after it only what the status lets collect.
    """
    last = ended(record, part)
    if last is not None and day > last:
        require_collected(record, part)


def ended(record: Record, part: Part) -> date | None:
    """Return the last day on which sessions or calls may take place by the participant's status; None without end."""
    conduct = record.conduct
    if collects(conduct, part) or not conduct.statuses:
        return None
    return date.fromisoformat(conduct.statuses[-1].event.date)


def anchor_day(record: Record, anchor: str) -> date | None:
    """Return the day from which a plan counts (`baseline`, another anchor, `visit:<id>`), or None while unknown."""
    if anchor.startswith(VISIT):
        held = [visit.date for visit in record.visits.values() if visit.planned == anchor.removeprefix(VISIT)]
        text = held[0] if held else ""
    else:
        text = record.conduct.anchors.get(anchor) or (record.anchor_date if anchor == "baseline" else "")
    return date.fromisoformat(text) if text else None
