"""The facts of the programme between visits: exercise sessions, held or not, and follow-ups by telephone.

It must not know how many sessions or calls a study plans.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import ClassVar

from assessdesk.domain.confirmations import Confirmation


@dataclass(frozen=True, slots=True, kw_only=True)
class ExerciseDone:
    """One exercise of a session: what was prescribed and what was done; loads in `unit` (kg, or a band's name)."""

    exercise: str
    sets: int
    repetitions: int
    load: Decimal | None
    unit: str
    prescribed_sets: int
    prescribed_repetitions: int
    prescribed_load: Decimal | None


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionRecorded:
    """A planned exercise session was held, or was not held for a coded reason; the last word on a session counts.

    Days are ISO; `held` is empty when it was not held. Ratings run from 0 to 10. `cycle` and `cycle_day` are those of
    chemotherapy on that day, None where none is known. `change` is the reason for stating a session anew.
    """

    kind: ClassVar[str] = "session.recorded"
    participant: str
    session: str
    planned: str
    held: str
    mode: str
    minutes: int | None
    not_held: str
    exercises: tuple[ExerciseDone, ...]
    exertion: Decimal | None
    pain_before: Decimal | None
    pain_after: Decimal | None
    cycle: int | None
    cycle_day: int | None
    adverse_event: bool
    supervisor: str
    confirmations: tuple[Confirmation, ...] = ()
    text: str = ""
    change: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CallAttempted:
    """Somebody tried to reach a participant for a planned follow-up by telephone."""

    kind: ClassVar[str] = "call.attempted"
    participant: str
    call: str
    attempt: int
    date: str
    reached: bool
    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CallRecorded:
    """What a participant said at a follow-up by telephone; the last word on a call counts.

    Ratings run from 0 to 10; `exercise_minutes` is None where the question was not asked.
    """

    kind: ClassVar[str] = "call.recorded"
    participant: str
    call: str
    date: str
    joint_pain: Decimal | None
    stiffness_minutes: int | None
    fatigue: Decimal | None
    sleep: Decimal | None
    days_missed: int | None
    exercise_minutes: int | None
    analgesics: str
    new_diagnoses: str
    adverse_event: bool
    advice: str
    next_date: str
    change: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CallMissed:
    """A planned follow-up was given up: not reached in as many attempts on different days as the study asks for."""

    kind: ClassVar[str] = "call.missed"
    participant: str
    call: str
    date: str
    reason: str


ProgrammeEvent = SessionRecorded | CallAttempted | CallRecorded | CallMissed
