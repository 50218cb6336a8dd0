"""The facts of safety: a hold released by a named clinician, an adverse event drafted, described or closed, an alert.

Holds themselves are no facts: they follow from the values of the safety screen and the rules in force.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar


@dataclass(frozen=True, slots=True, kw_only=True)
class HoldReleased:
    """A named clinician released the open holds of a visit, for a reason; a hold that arises later is a new one."""

    kind: ClassVar[str] = "hold.released"
    participant: str
    visit: str
    holds: tuple[str, ...]
    clinician: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AdverseEventDrafted:
    """Something happened that must be looked at: by which trigger, at which slot and turn, called what.

    `trigger` is a code of the safety rules, or `reported` when a person reported it; then there is no slot. `visit` is
    empty, here and in what follows on it, when it came up between visits: at a session or on the telephone.
    """

    kind: ClassVar[str] = "adverse_event.drafted"
    participant: str
    visit: str
    adverse_event: str
    trigger: str
    assessment: str
    slot: str
    turn: int
    term: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AdverseEventCompleted:
    """An adverse event was described in full. Days are ISO; `end` is empty while it lasts, `criterion` if not serious.

    `grade` is that of CTCAE, 1 to 5; relations, action, outcome and reporter are codes of the safety rules. One that
    was described before is described anew, as when it has ended, for a `reason`; then the last description counts.
    """

    kind: ClassVar[str] = "adverse_event.completed"
    participant: str
    visit: str
    adverse_event: str
    term: str
    onset: str
    end: str
    grade: int
    serious: bool
    criterion: str
    relation_assessment: str
    relation_exercise: str
    relation_treatment: str
    action: str
    outcome: str
    reporter: str
    known_at: datetime
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class AdverseEventDismissed:
    """A draft turned out to be no adverse event, for a reason; it stays."""

    kind: ClassVar[str] = "adverse_event.dismissed"
    participant: str
    visit: str
    adverse_event: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AlertAcknowledged:
    """Somebody saw the alert that a draft raised."""

    kind: ClassVar[str] = "alert.acknowledged"
    participant: str
    visit: str
    adverse_event: str


SafetyEvent = HoldReleased | AdverseEventDrafted | AdverseEventCompleted | AdverseEventDismissed | AlertAcknowledged
