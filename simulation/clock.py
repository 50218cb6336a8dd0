"""A clock that the simulation moves through the months, and that stands still in between.

The station is started anew every time somebody comes to it, so every such time is another boot of the machine.
"""

from __future__ import annotations

from datetime import date, datetime, time, timedelta, timezone

OPENS_AT = 8
"""The hour at which a working day begins."""


class StudyClock:
    """Both clocks of the workstation at the site."""

    def __init__(self, start: date, *, zone_hours: int) -> None:
        """Begin at the opening hour of the first day."""
        self._at = datetime.combine(start, time(OPENS_AT), tzinfo=timezone(timedelta(hours=zone_hours)))
        self._ms = 0
        self._boots = 1

    def now(self) -> datetime:
        """Return the wall clock of the site."""
        return self._at

    def monotonic_ms(self) -> int:
        """Return the monotonic clock since the last boot."""
        return self._ms

    def boot(self) -> str:
        """Return an id of this boot."""
        return f"boot-{self._boots}"

    def let_pass(self, seconds: int) -> None:
        """Let this many seconds have passed on both clocks."""
        self._at += timedelta(seconds=seconds)
        self._ms += seconds * 1000

    def start_day(self, day: date) -> None:
        """Switch the workstation on, on the morning of a later day; on the same day it stays on."""
        if day > self._at.date():
            self._at = datetime.combine(day, time(OPENS_AT), tzinfo=self._at.tzinfo)
            self._ms = 0
            self._boots += 1
