"""What the facts of safety add up to at one visit: holds that were released, adverse events and where each stands.

It must not know the rules by which a hold or a draft arose.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING

from assessdesk.domain.safety_events import (
    AdverseEventCompleted,
    AdverseEventDismissed,
    AdverseEventDrafted,
    AlertAcknowledged,
    HoldReleased,
)

if TYPE_CHECKING:
    from assessdesk.domain.events import Entry


class Stand(StrEnum):
    """Where an adverse event stands."""

    DRAFT = "draft"
    COMPLETED = "completed"
    DISMISSED = "dismissed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Release:
    """A release of holds, with the place of its entry: only holds that stood before it are released."""

    event: HoldReleased
    seq: int
    user: str
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class AdverseEvent:
    """One adverse event: its draft, what closed it, and whether its alert was seen."""

    draft: AdverseEventDrafted
    at: datetime
    completed: AdverseEventCompleted | None = None
    dismissed: AdverseEventDismissed | None = None
    acknowledged: bool = False

    @property
    def id(self) -> str:
        """The id of the adverse event."""
        return self.draft.adverse_event

    @property
    def stand(self) -> Stand:
        """Draft, completed or dismissed."""
        if self.completed:
            return Stand.COMPLETED
        return Stand.DISMISSED if self.dismissed else Stand.DRAFT

    @property
    def term(self) -> str:
        """What it is called: the completed term, else that of the draft."""
        return self.completed.term if self.completed else self.draft.term


AdverseEvents = Mapping[str, AdverseEvent]


def evolve_adverse(
    held: AdverseEvents,
    event: AdverseEventDrafted | AdverseEventCompleted | AdverseEventDismissed | AlertAcknowledged,
    entry: Entry,
) -> AdverseEvents:
    """Return the adverse events of a visit, or those outside visits, with one more fact."""
    match event:
        case AdverseEventDrafted():
            after = AdverseEvent(draft=event, at=entry.at)
        case AdverseEventCompleted():
            after = replace(held[event.adverse_event], completed=event, dismissed=None)
        case AdverseEventDismissed():
            after = replace(held[event.adverse_event], dismissed=event)
        case _:
            after = replace(held[event.adverse_event], acknowledged=True)
    return {**held, event.adverse_event: after}
