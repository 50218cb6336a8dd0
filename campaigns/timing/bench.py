"""The sender's side of one window under test: starts it, leads it by lines, presses keys and keeps what came of it.

It knows the lines of `window` and the keyboard of `x_server`; it must not judge.
"""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import cast

from campaigns.timing.x_server import Keyboard, Press, x_server

FOCUS_SECONDS = 10
PATIENCE_SECONDS = 3
BRACKET_MS = 2.0
"""A sender that was held up for longer while it pressed does not know the truth: that measurement is made again."""
BOUNCE_MS = 250
"""Two presses nearer than this are one press by the stopwatch's own rule, so that no true pair is."""


@dataclass(frozen=True, slots=True)
class Told:
    """What the window says of one face.

    Attributes:
        phase: ready, running or stopped.
        ignored: Presses that changed nothing.
        duration_ms: The recorded result, None while there is none.
        ending: How it ended.
        doubts: Why the program calls the timing uncertain.
        splits_ms: The recorded repetitions.
        started_ms, noticed_ms: Recorded start, and when the program noticed the end, on the common clock.
        source: Where the time of the start came from.
    """

    phase: str
    ignored: int
    duration_ms: int | None = None
    ending: str = ""
    doubts: Sequence[str] = ()
    splits_ms: Sequence[int] = ()
    started_ms: int = 0
    noticed_ms: int = 0
    source: str = ""


@dataclass(frozen=True, slots=True)
class Pair:
    """One start and stop: the true time between them, what was recorded (None: the stop was lost), and the doubts."""

    true_ms: float
    recorded_ms: int | None
    doubts: Sequence[str] = ()

    @property
    def error_ms(self) -> float | None:
        """Recorded less true."""
        return None if self.recorded_ms is None else self.recorded_ms - self.true_ms


class Bench:
    """One window with one or more timers, and a keyboard in front of it.

    `again` counts measurements that were made again because the sender itself was held up.
    """

    def __init__(self, window: subprocess.Popen[str], keyboard: Keyboard, chance: random.Random) -> None:
        self._window = window
        self.keyboard = keyboard
        self.chance = chance
        self.again = 0
        self.seen: Mapping[str, int] = {}

    def ask(self, **command: object) -> tuple[Told, ...]:
        """Send one line and return what each face says. Raises RuntimeError when the window is gone."""
        if self._window.stdin is None or self._window.stdout is None:
            raise RuntimeError("the window was started without pipes")
        self._window.stdin.write(json.dumps(command) + "\n")
        self._window.stdin.flush()
        line = self._window.stdout.readline()
        if not line:
            raise RuntimeError(f"the window under test ended with status {self._window.wait()}")
        answer = json.loads(line)
        self.seen = cast("Mapping[str, int]", answer["seen"])
        self._active = bool(answer["active"])
        return tuple(Told(**told) for told in answer["faces"])

    def await_keys(self) -> None:
        """Wait until the window has the keyboard. Raises RuntimeError."""
        until = time.monotonic() + FOCUS_SECONDS
        while time.monotonic() < until:
            self.ask(do="report")
            if self._active:
                return
            time.sleep(0.05)
        raise RuntimeError("the window under test never got the keyboard")

    def fresh(self, clock: str = "stamped", caps_ms: Sequence[int | None] = (None,)) -> None:
        """Show new timings that are ready to start."""
        self.ask(do="new", clock=clock, caps_ms=list(caps_ms))

    def finished(self, patience_s: float = PATIENCE_SECONDS) -> tuple[Told, ...]:
        """Wait until every timing has ended, or patience has, and return what each face says."""
        until = time.monotonic() + patience_s
        while True:
            faces = self.ask(do="report")
            if all(told.phase == "stopped" for told in faces) or time.monotonic() > until:
                return faces
            time.sleep(0.005)

    def measure(self, once: Callable[[], tuple[Pair, Sequence[Press]]]) -> Pair:
        """Return the first measurement whose truth is known."""
        while True:
            pair, presses = once()
            if all(press.bracket_ms <= BRACKET_MS for press in presses):
                return pair
            self.again += 1

    def pair(self, clock: str, gap_ms: float) -> tuple[Pair, Sequence[Press]]:
        """Start, wait, stop."""
        self.fresh(clock)
        time.sleep(self.chance.uniform(0.005, 0.03))
        start = self.keyboard.tap("space")
        sleep_until(start.ms + gap_ms)
        stop = self.keyboard.tap("space")
        told = self.finished(0.7)[0]
        return Pair(stop.ms - start.ms, told.duration_ms, told.doubts), (start, stop)

    def pairs(self, count: int, *, clock: str = "stamped", longest_ms: float) -> tuple[Pair, ...]:
        """Return pairs with random gaps between a bounce and `longest_ms`."""
        shortest = BOUNCE_MS + 10
        return tuple(
            self.measure(lambda: self.pair(clock, self.chance.uniform(shortest, longest_ms))) for _ in range(count)
        )


def sleep_until(ms: float) -> None:
    """Sleep until a moment of CLOCK_MONOTONIC, in ms."""
    time.sleep(max(0.0, ms / 1000 - time.monotonic()))


@contextmanager
def bench(seed: int) -> Iterator[Bench]:
    """Start an X server and the window, and give the bench in front of it. Raises NoXServer and RuntimeError."""
    with x_server() as display:
        environment = {**os.environ, "DISPLAY": display, "QT_QPA_PLATFORM": "xcb", "QT_SCALE_FACTOR": "1"}
        window = subprocess.Popen(
            [sys.executable, "-m", "campaigns.timing.window", str(seed)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            env=environment,
        )
        keyboard = Keyboard(display)
        try:
            made = Bench(window, keyboard, random.Random(seed))  # noqa: S311 - instants, not keys
            made.await_keys()
            yield made
        finally:
            keyboard.close()
            if window.poll() is None:
                window.communicate(json.dumps({"do": "quit"}) + "\n", timeout=FOCUS_SECONDS)
