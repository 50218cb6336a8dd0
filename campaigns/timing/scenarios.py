"""What is done to the window: capped timings, keys that must change nothing, and a minute of taps.

Pairs of start and stop stand in `bench`. Each returns what was true and what was recorded; it must not judge.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from campaigns.timing.bench import BRACKET_MS, Bench, Pair, sleep_until
from campaigns.timing.x_server import WHEEL_DOWN, WHEEL_UP, Press

TAP_GAP_MS = 500
ENOUGH = 0.8
"""Share of the splits whose truth must be known; else the sender was held up too often and taps once more."""
ROWS = 3
HELD_S = 1.2
"""Longer than an X server waits before it repeats a key (660 ms)."""
BOUNCE_S = (0.02, 0.2)


@dataclass(frozen=True, slots=True)
class Capped:
    """One timing that nobody stopped: its cap, the record, and how long after the cap the program noticed, in ms."""

    cap_ms: int
    recorded_ms: int | None
    ending: str
    late_ms: float


@dataclass(frozen=True, slots=True)
class Disturbed:
    """One kind of disturbance: the pairs measured under it, and the fewest disturbing events that reached a timer."""

    what: str
    pairs: tuple[Pair, ...]
    arrived: int


@dataclass(frozen=True, slots=True)
class Taps:
    """One row of taps: how many were sent, and each split, true and recorded."""

    sent: int
    counted: int
    splits: tuple[Pair, ...]


def caps(bench: Bench, caps_ms: Sequence[int]) -> tuple[Capped, ...]:
    """Start one timing per cap by a key, touch nothing until all have ended, and return what came of each."""
    bench.fresh(caps_ms=caps_ms)
    time.sleep(0.3)
    starts: list[Press] = []
    for position in range(len(caps_ms)):
        bench.ask(do="focus", face=position)
        starts.append(bench.keyboard.tap("space"))
        # Timings that start together would end together, and each would be late by the other's last picture.
        time.sleep(0.043)
    sleep_until(starts[0].ms + max(caps_ms) + 100)
    faces = bench.finished()
    bench.fresh()
    return tuple(
        Capped(cap_ms, told.duration_ms, told.ending, told.noticed_ms - start.ms - cap_ms)
        for cap_ms, start, told in zip(caps_ms, starts, faces, strict=True)
    )


def hands_off(bench: Bench, rounds: int) -> tuple[Disturbed, ...]:
    """Disturb timings by everything that must change nothing, one kind after the other."""
    kinds: Mapping[str, tuple[Callable[[Bench], None], str]] = {
        "key held down": (_hold, "key"),
        "second press within 250 ms": (_bounce, "key"),
        "wheel": (_wheel, "wheel"),
        "other keys": (_other_keys, "key"),
    }
    return tuple(_disturbed(bench, what, rounds, disturb=disturb, kind=kind) for what, (disturb, kind) in kinds.items())


def _disturbed(bench: Bench, what: str, rounds: int, *, disturb: Callable[[Bench], None], kind: str) -> Disturbed:
    """Start, disturb, stop, disturb again and press once more: the first stop stands."""
    arrived: list[int] = []

    def once() -> tuple[Pair, Sequence[Press]]:
        bench.fresh()
        start = bench.keyboard.press("space")
        disturb(bench)
        sleep_until(start.ms + 300 + bench.chance.uniform(0, 100))
        stop = bench.keyboard.press("space")
        disturb(bench)
        bench.keyboard.tap("space")
        time.sleep(0.03)
        told = bench.finished()[0]
        own = 3 if kind == "key" else 0  # start, stop and the press after the end are no disturbance
        arrived.append(bench.seen.get(kind, 0) - own)
        return Pair(stop.ms - start.ms, told.duration_ms, told.doubts), (start, stop)

    pairs = tuple(bench.measure(once) for _ in range(rounds))
    return Disturbed(what, pairs, min(arrived))


def _hold(bench: Bench) -> None:
    """Keep the key down until it repeats itself. Like all of these it finds the key down and leaves it up."""
    time.sleep(HELD_S)
    bench.keyboard.release("space")
    time.sleep(0.03)  # no hand lets go and presses again within one millisecond


def _bounce(bench: Bench) -> None:
    """Press it again sooner than a hand means to."""
    bench.keyboard.release("space")
    time.sleep(bench.chance.uniform(*BOUNCE_S))
    bench.keyboard.tap("space")


def _wheel(bench: Bench) -> None:
    """Turn the wheel over the timer, both ways."""
    bench.keyboard.release("space")
    bench.keyboard.point_at(400, 400)
    for button in (WHEEL_UP, WHEEL_DOWN, WHEEL_UP):
        bench.keyboard.turn_wheel(button)


def _other_keys(bench: Bench) -> None:
    """Press keys that mean something elsewhere."""
    bench.keyboard.release("space")
    for key in ("n", "escape", "home"):
        bench.keyboard.tap(key)


def taps(bench: Bench, seconds: int) -> Taps:
    """Tap a row, once more when the sender was held up too often; a row with a lost tap is never replaced."""
    row = _row_of_taps(bench, seconds)
    for _ in range(ROWS - 1):
        if row.counted != row.sent or len(row.splits) >= ENOUGH * row.sent:
            break
        row = _row_of_taps(bench, seconds)
    return row


def _row_of_taps(bench: Bench, seconds: int) -> Taps:
    """Start, tap at 2 Hz for so long, stop; splits whose truth the sender does not know are left out and counted."""
    bench.fresh()
    time.sleep(0.03)  # no hand lets go and presses again within one millisecond
    before = bench.keyboard.tap("space")
    presses = [before]
    for position in range(1, seconds * 1000 // TAP_GAP_MS + 1):
        sleep_until(before.ms + position * TAP_GAP_MS)
        presses.append(bench.keyboard.tap("up"))
    sleep_until(presses[-1].ms + TAP_GAP_MS)
    bench.keyboard.tap("space")
    told = bench.finished()[0]
    sent = len(presses) - 1
    splits: list[Pair] = []
    if len(told.splits_ms) == sent:  # else nobody can say which split belongs to which tap
        for (first, second), recorded in zip(pairwise(presses), told.splits_ms, strict=True):
            if max(first.bracket_ms, second.bracket_ms) <= BRACKET_MS:
                splits.append(Pair(second.ms - first.ms, recorded, told.doubts))
            else:
                bench.again += 1
    return Taps(sent, len(told.splits_ms), tuple(splits))
