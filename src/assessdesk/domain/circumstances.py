"""Under which circumstances an instrument was performed: by whom, at which time of day, on which day of a cycle.

A finding about them never carries a result, only that something is otherwise than at the last visit. It must not know
screens, nor where a threshold is written down.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Final

from assessdesk.domain.checks import CrossLimit, Finding, check_cross
from assessdesk.domain.cycles import cycle_day
from assessdesk.domain.record import Assessment

ASSESSOR_RULE: Final = "x.assessor"
TIME_RULE: Final = "x.time_of_day"
CYCLE_RULE: Final = "x.cycle_day"


@dataclass(frozen=True, slots=True, kw_only=True)
class Circumstances:
    """Who performs, when by the local clock, and the day of the chemotherapy cycle, None where none has begun."""

    user: str
    at: datetime
    cycle_day: int | None


def circumstances(user: str, at: datetime, infusions: Mapping[int, str]) -> Circumstances:
    """Return the circumstances of somebody at a moment; `infusions` holds the ISO day of each by cycle."""
    found = cycle_day(infusions, at.date())
    return Circumstances(user=user, at=at, cycle_day=found.day if found else None)


def circumstances_of(assessment: Assessment, infusions: Mapping[int, str]) -> Circumstances | None:
    """Return the circumstances of an assessment, those of the first thing done in it; None when nothing was done."""
    done = [turn for turns in assessment.slots.values() for turn in turns if turn.missing is None]
    if not done:
        return None
    first = min(done, key=lambda turn: turn.seq)
    return circumstances(first.user, first.performed_at, infusions)


def changes(
    before: Circumstances, now: Circumstances, *, cross: Mapping[str, CrossLimit], measured: bool
) -> Iterator[Finding]:
    """Yield what is otherwise than it was. Who performs, and when, matters only to what is `measured`.

    The day of the cycle is compared where both have one; the times of day by the clock of the second place.
    """
    if measured:
        yield from _found(cross, ASSESSOR_RULE, before.user, now.user)
        yield from _found(cross, TIME_RULE, _minutes(before.at.astimezone(now.at.tzinfo)), _minutes(now.at))
    if before.cycle_day is not None and now.cycle_day is not None:
        yield from _found(cross, CYCLE_RULE, Decimal(before.cycle_day), Decimal(now.cycle_day))


def _minutes(at: datetime) -> Decimal:
    """Return the minutes since midnight."""
    return Decimal(at.hour * 60 + at.minute)


def _found(cross: Mapping[str, CrossLimit], rule: str, *values: object) -> Iterator[Finding]:
    limit = cross[rule]
    finding = check_cross(rule, dict(zip(limit.inputs[0], values, strict=True)), limit)
    if finding is not None:
        yield finding
