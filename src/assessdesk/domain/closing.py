"""The facts with which an instrument is closed as not done in one act: every open slot gets the same coded reason.

What is recorded already stays. It must not know why an instrument is closed.
"""

from __future__ import annotations

from assessdesk.domain.events import Event, ExtraTrialDecided, ValueRecorded
from assessdesk.domain.record import Assessment
from assessdesk.domain.slots import Context, Now, SlotState, extra_offered, next_turn, slots_of, state_of
from assessdesk.domain.values import Missing


def close(
    assessment: Assessment,
    reason: Missing,
    *,
    participant: str,
    context: Context,
    now: Now,
    besides: frozenset[str] = frozenset(),
) -> tuple[Event, ...]:
    """Return the facts that close an assessment; `besides` are slots that other facts of the same act have closed."""
    declined = [
        ExtraTrialDecided(
            participant=participant,
            visit=assessment.visit,
            assessment=assessment.id,
            section=section.id,
            side=side,
            taken=False,
        )
        for section in context.instrument.sections
        for side in ((section.trials.sides or ("",)) if section.trials else ())
        if extra_offered(section, side, assessment, context=context)
    ]
    closed = [
        ValueRecorded(
            participant=participant,
            visit=assessment.visit,
            assessment=assessment.id,
            slot=slot.key,
            turn=next_turn(slot.key, assessment),
            value=reason,
            performed_at=now.at,
        )
        for slot in slots_of(context, assessment)
        if slot.key not in besides and state_of(slot, assessment) is SlotState.OPEN
    ]
    return (*closed, *declined)
