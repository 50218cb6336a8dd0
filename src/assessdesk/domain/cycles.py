"""Chemotherapy cycles: which cycle and which day of it a date is, from the days on which infusions were given.

Day 1 is the day of the infusion. It must not know which study counts cycles, nor today's date.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class CycleDay:
    """A day within a cycle: both are counted from 1."""

    cycle: int
    day: int


def cycle_day(infusions: Mapping[int, str], day: date) -> CycleDay | None:
    """Return the cycle and day on which a date falls, or None before the first infusion.

    `infusions` holds, by cycle number, the ISO day of its infusion, in any order. The infusion that was given last on
    or before the date counts, of two on one day the higher cycle; a late next infusion makes the cycle longer, it does
    not begin a new one.
    """
    given = ((date.fromisoformat(text), cycle) for cycle, text in infusions.items())
    begun, cycle = max(((start, cycle) for start, cycle in given if start <= day), default=(day, 0))
    return CycleDay(cycle=cycle, day=(day - begun).days + 1) if cycle else None
