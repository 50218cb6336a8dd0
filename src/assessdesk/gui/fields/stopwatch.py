"""Feeds the pure stopwatch of the domain with readings of key, mouse and touch events.

It knows platforms' clocks and Qt's event stamps, and what a timing looks like while it runs: cap timer, loop lag,
suspend, lost focus. It must not know which test is timed, and it stores nothing.
"""

from __future__ import annotations

import ctypes
import sys
import time
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from assessdesk.domain import stopwatch
from assessdesk.domain.stopwatch import Doubt, Ending, Phase, Reading, Source, Stopwatch

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QInputEvent

STAMP_RANGE = 2**32
"""X11 stamps are the low 32 bits of a millisecond counter: they wrap every 49.7 days."""
LATEST_EVENT_MS = 60_000
"""An event "older" than this was stamped by a clock that is not ours (a remote X server)."""
EARLIEST_EVENT_MS = -5
"""Rounding of two clocks may put an event a little after its handler; more than this is another clock."""
STAMP_UNCERTAINTY_MS = 1
BEAT_MS = 20
LAG_MS = 50
SUSPEND_MS = 500
"""Clocks that do and do not count sleep drift apart by less than this while the machine is awake."""


def monotonic_ms() -> int:
    """The clock that event stamps are compared with, in ms.

    On Windows `time.monotonic` ticks every 15.6 ms before Python 3.13, so the performance counter is taken there.
    """
    if sys.platform == "win32":
        return time.perf_counter_ns() // 1_000_000
    return time.monotonic_ns() // 1_000_000


def asleep_ms() -> int:
    """Milliseconds the machine has spent suspended, up to a constant; only its changes mean something."""
    # One chain of branches: each is the only one that the type checker of its platform looks at.
    if sys.platform == "linux":
        asleep = time.clock_gettime_ns(time.CLOCK_BOOTTIME) // 1_000_000 - monotonic_ms()
    elif sys.platform == "darwin":
        awake = time.clock_gettime_ns(time.CLOCK_UPTIME_RAW)
        asleep = (time.clock_gettime_ns(time.CLOCK_MONOTONIC) - awake) // 1_000_000
    elif sys.platform == "win32":
        awake = ctypes.c_ulonglong()
        ctypes.windll.kernel32.QueryUnbiasedInterruptTime(ctypes.byref(awake))
        asleep = monotonic_ms() - awake.value // 10_000
    else:
        asleep = 0
    return asleep


class StopwatchClock:
    """Reads the time of input events.

    Args:
        stamped: Whether the platform stamps events when they happen (X11, macOS). On Windows Qt stamps a key when
            the GUI thread translates it, so the stamp is no better than the handler's time and is not used.
        now_ms: The monotonic clock, in ms.
        lag_ms: How late the event loop may be at this moment, in ms.
    """

    def __init__(
        self,
        *,
        stamped: bool = sys.platform != "win32",
        now_ms: Callable[[], int] = monotonic_ms,
        lag_ms: Callable[[], int] = lambda: 0,
    ) -> None:
        self._stamped = stamped
        self._now_ms = now_ms
        self._lag_ms = lag_ms

    def now_ms(self) -> int:
        """The monotonic clock, in ms."""
        return self._now_ms()

    def measure_lag_with(self, lag_ms: Callable[[], int]) -> None:
        """Take the uncertainty of unstamped events from this function."""
        self._lag_ms = lag_ms

    def read(self, event: QInputEvent) -> Reading:
        """When `event` happened. Call it first in the handler.

        A stamp of 0 means "no stamp", never a time; a stamp of a foreign clock is not believed.
        """
        handler = self._now_ms()
        stamp = event.timestamp() if self._stamped else 0
        if stamp:
            age = (handler - stamp) % STAMP_RANGE
            if age >= STAMP_RANGE // 2:
                age -= STAMP_RANGE
            if EARLIEST_EVENT_MS <= age <= LATEST_EVENT_MS:
                return Reading(handler - age, Source.EVENT, handler, STAMP_UNCERTAINTY_MS)
        return Reading(handler, Source.HANDLER, handler, max(STAMP_UNCERTAINTY_MS, self._lag_ms()))

    def read_now(self) -> Reading:
        """This moment, for what no key or pointer caused."""
        now = self._now_ms()
        return Reading(now, Source.HANDLER, now, STAMP_UNCERTAINTY_MS)


class Heartbeat(QObject):
    """Measures how late the event loop runs, by a timer that should fire every 20 ms.

    Signals:
        lagged(int): A beat came this many ms too late (more than 50).
    """

    lagged = Signal(int)

    def __init__(self, now_ms: Callable[[], int], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._now_ms = now_ms
        self._last_ms = now_ms()
        self._worst_ms = 0
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(BEAT_MS)
        self._timer.timeout.connect(self._beat)

    def start(self) -> None:
        """Begin measuring; the worst lag so far is forgotten."""
        self._last_ms = self._now_ms()
        self._worst_ms = 0
        self._timer.start()

    def stop(self) -> None:
        """Stop measuring."""
        self._timer.stop()

    def worst_ms(self) -> int:
        """The longest lag since the start, in ms."""
        return self._worst_ms

    def lag_ms(self) -> int:
        """How late the loop is at this moment, in ms: 0 while the next beat is not overdue."""
        if not self._timer.isActive():
            return 0
        return max(0, self._now_ms() - self._last_ms - BEAT_MS)

    def _beat(self) -> None:
        lag = self.lag_ms()
        self._last_ms = self._now_ms()
        self._worst_ms = max(self._worst_ms, lag)
        if lag > LAG_MS:
            self.lagged.emit(lag)


class InputSource(Protocol):
    """What gives a reading for an event; `StopwatchClock` in the program, a fake in tests."""

    def now_ms(self) -> int:
        """The monotonic clock, in ms."""
        ...

    def read(self, event: QInputEvent) -> Reading:
        """When the event happened."""
        ...

    def read_now(self) -> Reading:
        """This moment."""
        ...


@dataclass(frozen=True, slots=True)
class Timing:
    """One finished timing.

    Attributes:
        duration_ms: The result in whole ms.
        ending: Stopped, capped or stopped early.
        splits_ms: Each counted repetition's time.
        doubts: Why it may be wrong; empty when nothing is known against it.
        started, stopped: The two readings, with source, handler time and uncertainty.
        worst_lag_ms: The longest lag of the event loop while it ran.
        ignored_presses: Bounces and repeats that changed nothing.
    """

    duration_ms: int
    ending: Ending
    splits_ms: tuple[int, ...]
    doubts: tuple[Doubt, ...]
    started: Reading
    stopped: Reading
    worst_lag_ms: int
    ignored_presses: int


class StopwatchRunner(QObject):
    """One timing, from ready to its final end.

    Signals:
        timing_started(Reading): It runs.
        repetition_counted(int): A repetition was counted; the payload is its split in ms.
        timing_ended(Timing): Stopped, capped or stopped early; emitted once.
        changed(): Anything that is shown may have changed.

    `press(event)` starts and stops, `count(event)` counts a repetition, `break_off(event)` ends it early (None: now).
    Handlers call them first of all. `lose_focus()` is for the widget that held the keys.
    """

    timing_started = Signal(object)
    repetition_counted = Signal(int)
    timing_ended = Signal(object)
    changed = Signal()

    def __init__(
        self,
        cap_ms: int | None = None,
        clock: InputSource | None = None,
        *,
        asleep: Callable[[], int] = asleep_ms,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        own = StopwatchClock() if clock is None else clock
        self._clock: InputSource = own
        self._asleep = asleep
        self._asleep_at_start = 0
        self._watch = Stopwatch(cap_ms=cap_ms)
        self._heartbeat = Heartbeat(own.now_ms, self)
        self._heartbeat.lagged.connect(self._on_lag)
        if isinstance(own, StopwatchClock):
            own.measure_lag_with(self._heartbeat.lag_ms)
        # It beats from the beginning, so that the lag at the very press that starts the timing is known.
        self._heartbeat.start()
        self._cap_timer = QTimer(self)
        self._cap_timer.setSingleShot(True)
        self._cap_timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._cap_timer.timeout.connect(self._on_cap)

    def state(self) -> Stopwatch:
        """The pure state."""
        return self._watch

    def elapsed_ms(self) -> int:
        """The time to show now, in ms: always a difference of readings."""
        return stopwatch.elapsed_ms(self._watch, self._clock.now_ms())

    def since_end_ms(self) -> int:
        """How long ago the end was noticed, in ms; 0 while there is none."""
        stopped = self._watch.stopped
        return 0 if stopped is None else self._clock.now_ms() - stopped.handler_ms

    def press(self, event: QInputEvent) -> None:
        """Start when ready, stop when running; ignored after the end."""
        reading = self._clock.read(event)
        if self._watch.phase is Phase.READY:
            self._start(reading)
        else:
            self._move_to(stopwatch.stop(self._watch, reading))

    def count(self, event: QInputEvent) -> None:
        """Count one repetition."""
        reading = self._clock.read(event)
        before = len(self._watch.taps)
        self._move_to(stopwatch.tap(self._watch, reading))
        if len(self._watch.taps) > before:
            self.repetition_counted.emit(stopwatch.splits_ms(self._watch)[-1])

    def break_off(self, event: QInputEvent | None = None) -> None:
        """End it early: the performance was broken off. Time and splits stay."""
        reading = self._clock.read_now() if event is None else self._clock.read(event)
        self._move_to(stopwatch.stop(self._watch, reading, early=True))

    def lose_focus(self) -> None:
        """Say that the keys went elsewhere while it ran."""
        self._move_to(stopwatch.doubt(self._watch, Doubt.LOST_FOCUS))

    def timing(self) -> Timing | None:
        """The finished timing, or None."""
        watch = self._watch
        duration = stopwatch.duration_ms(watch)
        if duration is None or watch.started is None or watch.stopped is None or watch.ending is None:
            return None
        return Timing(
            duration,
            watch.ending,
            stopwatch.splits_ms(watch),
            watch.doubts,
            watch.started,
            watch.stopped,
            self._heartbeat.worst_ms(),
            watch.ignored,
        )

    def _start(self, reading: Reading) -> None:
        self._asleep_at_start = self._asleep()
        self._heartbeat.start()
        self._move_to(stopwatch.start(self._watch, reading))
        self._arm_cap()
        self.timing_started.emit(reading)

    def _arm_cap(self) -> None:
        if self._watch.cap_ms is not None:
            self._cap_timer.start(max(0, self._watch.cap_ms - self.elapsed_ms()))

    def _on_cap(self) -> None:
        # A key that was pressed before the cap may still wait in the queue of a loop that was held up: let it in first.
        QTimer.singleShot(0, self, self._cap_now)

    def _cap_now(self) -> None:
        if self._watch.phase is not Phase.RUNNING:
            return
        self._move_to(stopwatch.cap(self._watch, self._clock.read_now()))
        if self._watch.phase is Phase.RUNNING:
            self._arm_cap()

    def _on_lag(self, lag_ms: int) -> None:
        del lag_ms
        self._note_sleep()
        self._move_to(stopwatch.doubt(self._watch, Doubt.LOOP_LAG))

    def _note_sleep(self) -> None:
        if self._watch.phase is Phase.RUNNING and self._asleep() - self._asleep_at_start > SUSPEND_MS:
            self._watch = stopwatch.doubt(self._watch, Doubt.SUSPENDED)

    def _move_to(self, watch: Stopwatch) -> None:
        ends = self._watch.phase is Phase.RUNNING and watch.phase is Phase.STOPPED
        if ends and self._asleep() - self._asleep_at_start > SUSPEND_MS and Doubt.SUSPENDED not in watch.doubts:
            watch = replace(watch, doubts=(*watch.doubts, Doubt.SUSPENDED))
        self._watch = watch
        if ends:
            self._heartbeat.stop()
            self._cap_timer.stop()
            self.timing_ended.emit(self.timing())
        self.changed.emit()
