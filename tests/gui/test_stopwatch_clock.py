"""What a timing does when the wall clock, the time zone or the machine's sleep changes under it."""

import os
import sys
import time
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from assessdesk.domain.stopwatch import Doubt
from assessdesk.gui.fields.stopwatch import SUSPEND_MS, StopwatchRunner, Timing, asleep_ms, monotonic_ms
from tests.gui.fields.fakes import key_press

DURATION_MS = 8_412
HOUR_S = 3_600


@pytest.fixture
def runner(qtbot: QtBot) -> Iterator[StopwatchRunner]:
    """A stopwatch on the machine's own clocks, started a while ago by a stamped key."""
    del qtbot
    made = StopwatchRunner()
    made.press(key_press(Qt.Key.Key_Space, stamp=monotonic_ms() - DURATION_MS))
    yield made
    made.deleteLater()


def stopped(runner: StopwatchRunner) -> Timing:
    """Stop it exactly so long after its start."""
    started = runner.state().started
    assert started is not None
    runner.press(key_press(Qt.Key.Key_Space, stamp=started.ms + DURATION_MS))
    timing = runner.timing()
    assert timing is not None
    return timing


@pytest.mark.req("TIM-026")
@pytest.mark.parametrize("jump_s", [-24 * HOUR_S, -1, HOUR_S, 365 * 24 * HOUR_S])
def test_a_jump_of_the_wall_clock_leaves_the_duration(
    runner: StopwatchRunner, monkeypatch: pytest.MonkeyPatch, jump_s: int
) -> None:
    true = time.time()
    monkeypatch.setattr(time, "time", lambda: true + jump_s)
    monkeypatch.setattr(time, "time_ns", lambda: int((true + jump_s) * 1e9))
    timing = stopped(runner)
    monkeypatch.undo()

    assert timing.duration_ms == DURATION_MS
    assert Doubt.SUSPENDED not in timing.doubts


@pytest.mark.req("TIM-026")
@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps one zone for a process")
def test_another_time_zone_leaves_the_duration(runner: StopwatchRunner, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TZ", "Pacific/Kiritimati" if os.environ.get("TZ") != "Pacific/Kiritimati" else "UTC")
    time.tzset()
    timing = stopped(runner)
    monkeypatch.undo()
    time.tzset()

    assert timing.duration_ms == DURATION_MS
    assert Doubt.SUSPENDED not in timing.doubts


@pytest.mark.req("TIM-006")
@pytest.mark.skipif(
    sys.platform != "linux", reason="each system counts its sleep by another clock; this one is Linux's"
)
@pytest.mark.parametrize(("slept_ms", "flagged"), [(0, False), (SUSPEND_MS - 100, False), (30_000, True)])
def test_sleep_of_the_machine_is_flagged(
    runner: StopwatchRunner, monkeypatch: pytest.MonkeyPatch, slept_ms: int, flagged: bool
) -> None:
    awake = time.clock_gettime_ns
    monkeypatch.setattr(time, "clock_gettime_ns", lambda clock: awake(clock) + slept_ms * 1_000_000)
    timing = stopped(runner)

    assert (Doubt.SUSPENDED in timing.doubts) is flagged
    assert timing.duration_ms == DURATION_MS


@pytest.mark.req("TIM-006")
def test_an_awake_machine_counts_no_sleep() -> None:
    before = asleep_ms()
    time.sleep(0.05)

    assert abs(asleep_ms() - before) < 20
