"""What must not be shown because that it exists tells the arm: sessions and calls of certain arms, what came of them.

Where a plan is for certain arms, a record of it is as good as the allocation. It must not know anybody's arm.
"""

from __future__ import annotations

from typing import Literal

from assessdesk.domain.events import Event
from assessdesk.domain.programme_events import CallAttempted, CallMissed, CallRecorded, SessionRecorded
from assessdesk.domain.safety_events import (
    AdverseEventCompleted,
    AdverseEventDismissed,
    AdverseEventDrafted,
    AlertAcknowledged,
)
from assessdesk.domain.study_conduct import CallPlan, SessionPlan
from assessdesk.services.desk import Desk

Part = Literal["sessions", "calls"]


def plan_of(desk: Desk, part: Part) -> SessionPlan | CallPlan | None:
    """Return the study's plan of sessions or calls, or None when it has none."""
    conduct = desk.in_force.conduct
    return conduct.sessions if part == "sessions" else conduct.calls


def knows_arms(desk: Desk) -> bool:
    """Say whether the person signed in may know arms: everybody where nobody is blinded."""
    return not desk.in_force.blinded or desk.may("unblinded")


def sees(desk: Desk, part: Part) -> bool:
    """Say whether the person signed in may see sessions or calls at all; the same answer whoever is asked about."""
    plan = plan_of(desk, part)
    return plan is not None and desk.may(part) and (not plan.arms or knows_arms(desk))


def concealed(desk: Desk, event: Event | None) -> bool:
    """Say whether a fact must not be shown to the person signed in, because that it exists tells the arm."""
    if knows_arms(desk):
        return False
    match event:
        case SessionRecorded():
            return _for_some(plan_of(desk, "sessions"))
        case CallAttempted() | CallRecorded() | CallMissed():
            return _for_some(plan_of(desk, "calls"))
        case AdverseEventDrafted() | AdverseEventCompleted() | AdverseEventDismissed() | AlertAcknowledged():
            return not event.visit and outside_visits_concealed(desk)
        case _:
            return False


def outside_visits_concealed(desk: Desk) -> bool:
    """Say whether an adverse event outside visits tells the arm: those come from sessions and calls."""
    conduct = desk.in_force.conduct
    plans = [plan for plan in (conduct.sessions, conduct.calls) if plan is not None]
    return not knows_arms(desk) and (not plans or any(plan.arms for plan in plans))


def _for_some(plan: SessionPlan | CallPlan | None) -> bool:
    """Say whether a plan is for some arms only; of a study without it the careful answer counts."""
    return plan is None or bool(plan.arms)
