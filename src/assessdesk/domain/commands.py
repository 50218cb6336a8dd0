"""What an assessor can ask for while capturing: imperatives, each decided by `capture.decide`.

They carry what was typed or timed, never a meaning drawn from it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from assessdesk.domain.events import Confirmation, TimingRecord


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordText:
    """Accept what was typed into a quantity, count or text item, with the soft findings already confirmed."""

    slot: str
    text: str
    confirmations: tuple[Confirmation, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordChoice:
    """Accept a chosen option, with the soft findings already confirmed."""

    slot: str
    code: str
    confirmations: tuple[Confirmation, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordObserved:
    """Accept that something was seen done."""

    slot: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StartTrial:
    """The clock of a timed trial has been started."""

    slot: str
    performed_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordTime:
    """Accept a stopped clock: elapsed milliseconds between two readings, and how they were read."""

    slot: str
    elapsed_ms: int
    timing: TimingRecord
    performed_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordMissing:
    """State that a trial was not done (or, with `whole_side`, everything still open on that side)."""

    slot: str
    code: str
    text: str = ""
    whole_side: bool = False
    completed_repetitions: int | None = None
    timing: TimingRecord | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ConfirmFinding:
    """Confirm a soft finding about a value that is already on disk."""

    slot: str
    confirmation: Confirmation


@dataclass(frozen=True, slots=True, kw_only=True)
class Remeasure:
    """Throw typed text away and measure again; the text stays in the audit trail."""

    slot: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class VoidTrial:
    """Void the live turn of a slot, for a coded reason."""

    slot: str
    code: str
    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DecideExtra:
    """Take up or decline the extra trial offered for a side."""

    section: str
    side: str
    taken: bool


Command = (
    RecordText
    | RecordChoice
    | RecordObserved
    | StartTrial
    | RecordTime
    | RecordMissing
    | ConfirmFinding
    | Remeasure
    | VoidTrial
    | DecideExtra
)
