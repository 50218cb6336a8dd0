"""A hand stopwatch as a pure state machine: start, taps, one final stop, a cap, and every doubt about the timing.

Time comes in as readings in whole milliseconds of one monotonic clock; a duration is the difference of two of
them and never a count of ticks. It knows no clock, no key and no screen.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum
from itertools import pairwise

DOUBLE_PRESS_MS = 250
"""A second press this soon after the first is a bounce of finger or pedal, not a wish."""
LATE_HANDLER_MS = 50
"""When an event reached the program later than this, or cannot be told to have been sooner, the timing is doubted."""
SHORT_SPLIT_MS = 300
"""Nobody stands up twice within this time: a shorter split is questioned."""


class Source(StrEnum):
    """Where the time of a reading comes from."""

    EVENT = "event"
    HANDLER = "handler"
    CAP = "cap"


class Phase(StrEnum):
    """What the stopwatch is doing."""

    READY = "ready"
    RUNNING = "running"
    STOPPED = "stopped"


class Ending(StrEnum):
    """How a timing ended."""

    STOPPED = "stopped"
    CAPPED = "capped"
    STOPPED_EARLY = "stopped_early"


class Doubt(StrEnum):
    """Why a timing may be wrong; any of them shows as "timing uncertain"."""

    LATE_HANDLER = "late_handler"
    LOOP_LAG = "loop_lag"
    SUSPENDED = "suspended"
    LOST_FOCUS = "lost_focus"
    CUE_LAG = "cue_lag_unknown"
    """A sound started the test: how late it was heard was never measured."""


@dataclass(frozen=True, slots=True)
class Reading:
    """One reading of the clock.

    Attributes:
        ms: When it happened, in milliseconds of the monotonic clock.
        source: Where `ms` comes from.
        handler_ms: When the program noticed, on the same clock.
        uncertainty_ms: How far `ms` may be from the truth, in milliseconds.
    """

    ms: int
    source: Source
    handler_ms: int
    uncertainty_ms: int

    def late(self) -> bool:
        """Whether event and handler are so far apart, or the time so uncertain, that it must be said."""
        return self.handler_ms - self.ms > LATE_HANDLER_MS or self.uncertainty_ms > LATE_HANDLER_MS


@dataclass(frozen=True, slots=True)
class Stopwatch:
    """Everything known about one timing.

    Attributes:
        cap_ms: Duration at which it stops by itself, or None.
        started: The reading that started it.
        stopped: The reading that ended it.
        ending: How it ended.
        taps: Readings of the repetitions counted, in order.
        doubts: Each doubt once, in the order they arose.
        ignored: How many presses were ignored (bounces, presses after the end).
    """

    cap_ms: int | None = None
    started: Reading | None = None
    stopped: Reading | None = None
    ending: Ending | None = None
    taps: tuple[Reading, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    ignored: int = 0

    @property
    def phase(self) -> Phase:
        """What it is doing."""
        if self.started is None:
            return Phase.READY
        return Phase.RUNNING if self.stopped is None else Phase.STOPPED


def start(watch: Stopwatch, reading: Reading) -> Stopwatch:
    """Start it; a stopwatch that has started already ignores this."""
    if watch.phase is not Phase.READY:
        return _ignore(watch)
    return _doubt_if_late(replace(watch, started=reading), reading)


def stop(watch: Stopwatch, reading: Reading, *, early: bool = False) -> Stopwatch:
    """End it for good. `early` says that the performance was broken off.

    Ignored: before the start, after the end, and within 250 ms of the start (a bounce). A stop that happened at or
    after the cap is the cap, even when the key was noticed before the cap's own timer.
    """
    if watch.started is None or watch.stopped is not None:
        return _ignore(watch)
    elapsed = reading.ms - watch.started.ms
    if elapsed < DOUBLE_PRESS_MS and not early:
        return _ignore(watch)
    if watch.cap_ms is not None and elapsed >= watch.cap_ms:
        return cap(watch, reading)
    ended = replace(watch, stopped=reading, ending=Ending.STOPPED_EARLY if early else Ending.STOPPED)
    return _doubt_if_late(ended, reading)


def cap(watch: Stopwatch, reading: Reading) -> Stopwatch:
    """End it at exactly its cap. Ignored while the cap is not reached, without a cap, or when not running.

    Raises nothing. The reading is when the program noticed; how late that was does not matter to the result.
    """
    if watch.started is None or watch.stopped is not None or watch.cap_ms is None:
        return watch
    if reading.ms - watch.started.ms < watch.cap_ms:
        return watch
    at_cap = Reading(watch.started.ms + watch.cap_ms, Source.CAP, reading.handler_ms, watch.started.uncertainty_ms)
    return replace(watch, stopped=at_cap, ending=Ending.CAPPED)


def tap(watch: Stopwatch, reading: Reading) -> Stopwatch:
    """Count one repetition. Ignored unless running, and at or after the cap; a short split is kept and questioned."""
    if watch.started is None or watch.stopped is not None:
        return _ignore(watch)
    beyond_cap = watch.cap_ms is not None and reading.ms - watch.started.ms >= watch.cap_ms
    previous = watch.taps[-1] if watch.taps else watch.started
    if beyond_cap or reading.ms <= previous.ms:
        return _ignore(watch)
    return _doubt_if_late(replace(watch, taps=(*watch.taps, reading)), reading)


def doubt(watch: Stopwatch, why: Doubt) -> Stopwatch:
    """Note a doubt, once, while it runs; before and after nothing can spoil the timing."""
    if watch.phase is not Phase.RUNNING or why in watch.doubts:
        return watch
    return replace(watch, doubts=(*watch.doubts, why))


def elapsed_ms(watch: Stopwatch, now_ms: int) -> int:
    """The time shown at `now_ms`: 0 before the start, the result after the end, never beyond the cap."""
    if watch.started is None:
        return 0
    until = now_ms if watch.stopped is None else watch.stopped.ms
    elapsed = max(0, until - watch.started.ms)
    return elapsed if watch.cap_ms is None else min(elapsed, watch.cap_ms)


def duration_ms(watch: Stopwatch) -> int | None:
    """The result in milliseconds, or None while there is none."""
    if watch.started is None or watch.stopped is None:
        return None
    return watch.stopped.ms - watch.started.ms


def splits_ms(watch: Stopwatch) -> tuple[int, ...]:
    """The time of each counted repetition, from the previous one (the first from the start)."""
    if watch.started is None:
        return ()
    points = (watch.started.ms, *(reading.ms for reading in watch.taps))
    return tuple(after - before for before, after in pairwise(points))


def questioned(split_ms: int) -> bool:
    """Whether a split is too short to be one repetition."""
    return split_ms < SHORT_SPLIT_MS


def seconds(ms: int) -> Decimal:
    """Milliseconds as seconds to 0.01 s, half-up: 11.195 s is 11.20 s."""
    return (Decimal(ms) / 1000).quantize(Decimal("0.01"), rounding=ROUND_HALF_UP)


def _ignore(watch: Stopwatch) -> Stopwatch:
    return replace(watch, ignored=watch.ignored + 1)


def _doubt_if_late(watch: Stopwatch, reading: Reading) -> Stopwatch:
    if not reading.late() or Doubt.LATE_HANDLER in watch.doubts:
        return watch
    return replace(watch, doubts=(*watch.doubts, Doubt.LATE_HANDLER))
