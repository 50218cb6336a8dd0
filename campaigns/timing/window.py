"""The window that the timing campaign presses keys in: the program's own timer face and stopwatch, in a process apart.

It is led by lines of JSON on standard input and answers each with one line. It must not know what the truth is.
"""

from __future__ import annotations

import json
import os
import random
import sys
import time
from collections import Counter
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QEvent, QObject, QSocketNotifier, QTimer
from PySide6.QtWidgets import QApplication, QGridLayout, QWidget

from assessdesk.domain.stopwatch import Reading, Source
from assessdesk.gui.fields.stopwatch import StopwatchClock, StopwatchRunner, Timing, monotonic_ms
from assessdesk.gui.fields.timer_face import TimerFace, TimerView
from assessdesk.gui.look.theme import apply_theme
from assessdesk.gui.look.tokens import Scheme

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtGui import QInputEvent

VIEW = TimerView("Time of the campaign", "hand timing: about ±0.2 s", "Press Space.")
COLUMNS = 5
BLOCKED_S = 0.25
FREE_MS = (10, 200)
"""Between two blocks the window runs freely for a random time in this range."""


class HandlerClock:
    """The negative control: the time at which the handler happens to run, taken for the truth."""

    def now_ms(self) -> int:
        """The monotonic clock, in ms."""
        return monotonic_ms()

    def read(self, event: QInputEvent) -> Reading:
        """Now, whenever the event really was."""
        del event
        return self.read_now()

    def read_now(self) -> Reading:
        """This moment."""
        now = monotonic_ms()
        return Reading(now, Source.HANDLER, now, 1)


def runner_with(clock: str, cap_ms: int | None) -> StopwatchRunner:
    """Return a stopwatch: `stamped` as on X11 and macOS, `unstamped` as on Windows, or the control `handler`."""
    if clock == "handler":
        runner = StopwatchRunner(cap_ms, HandlerClock())
        # A naive stopwatch has no heartbeat; with one it would say that it is wrong, which is not what it controls.
        runner._heartbeat.lagged.disconnect()  # noqa: SLF001 - the control is weakened on purpose
        return runner
    return StopwatchRunner(cap_ms, StopwatchClock(stamped=clock == "stamped"))


class Arrivals(QObject):
    """Counts what really reached the faces, so that a disturbance that never arrived proves nothing."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: Counter[str] = Counter()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt names its virtual methods
        """Count and let through."""
        if isinstance(watched, TimerFace):
            if event.type() == QEvent.Type.Wheel:
                self.seen["wheel"] += 1
            elif event.type() == QEvent.Type.KeyPress:
                # Repeats among them: Qt does not mark each of those that X11 sends.
                self.seen["key"] += 1
        return False


class Blocker(QObject):
    """Holds the event loop up for 250 ms, again and again, at random."""

    def __init__(self, seed: int) -> None:
        super().__init__()
        self._chance = random.Random(seed)  # noqa: S311 - instants, not keys
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._block)

    def turn(self, *, on: bool) -> None:
        """Begin or end."""
        if on:
            self._timer.start(self._chance.randint(*FREE_MS))
        else:
            self._timer.stop()

    def _block(self) -> None:
        time.sleep(BLOCKED_S)
        self._timer.start(self._chance.randint(*FREE_MS))


class Bench(QWidget):
    """The window: one or more faces in a grid, and the answers to the campaign's lines."""

    def __init__(self, program: QApplication, seed: int) -> None:
        super().__init__()
        self._faces: list[TimerFace] = []
        self._grid = QGridLayout(self)
        self._arrivals = Arrivals()
        program.installEventFilter(self._arrivals)
        self._blocker = Blocker(seed)
        self._unread = b""
        self._lines = QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Type.Read, self)
        self._lines.activated.connect(self._read)

    def answer(self, command: Mapping[str, object]) -> dict[str, object]:
        """Do what a line asks for."""
        match command["do"]:
            case "new":
                caps = cast("list[int | None]", command["caps_ms"])
                self._make(str(command["clock"]), caps)
            case "focus":
                self._faces[cast("int", command["face"])].take_focus()
            case "block":
                self._blocker.turn(on=bool(command["on"]))
            case "quit":
                QApplication.quit()
            case _:
                pass  # "report": the answer is all that is wanted
        active = QApplication.activeWindow() is self and any(face.hasFocus() for face in self._faces)
        return {"active": active, "seen": dict(self._arrivals.seen), "faces": [_told(face) for face in self._faces]}

    def _make(self, clock: str, caps: list[int | None]) -> None:
        """Show new timings, one face for each."""
        self._arrivals.seen.clear()
        if len(caps) == len(self._faces):
            for face, cap_ms in zip(self._faces, caps, strict=True):
                former = face.runner()
                face.show_runner(runner_with(clock, cap_ms), VIEW)
                former.deleteLater()
        else:
            for face in self._faces:
                self._grid.removeWidget(face)
                face.deleteLater()
            self._faces = [TimerFace(runner_with(clock, cap_ms), VIEW) for cap_ms in caps]
            for position, face in enumerate(self._faces):
                self._grid.addWidget(face, position // COLUMNS, position % COLUMNS)
        self._faces[0].take_focus()

    def _read(self) -> None:
        """Answer every whole line that came."""
        more = os.read(sys.stdin.fileno(), 65536)
        if not more:
            QApplication.quit()
            return
        *lines, self._unread = (self._unread + more).split(b"\n")
        for line in lines:
            print(json.dumps(self.answer(json.loads(line))), flush=True)


def _told(face: TimerFace) -> dict[str, object]:
    """Return what is known about a face's timing."""
    runner = face.runner()
    state = runner.state()
    told: dict[str, object] = {"phase": state.phase.value, "ignored": state.ignored}
    timing: Timing | None = runner.timing()
    if timing is not None:
        told |= {
            "duration_ms": timing.duration_ms,
            "ending": timing.ending.value,
            "doubts": [doubt.value for doubt in timing.doubts],
            "splits_ms": list(timing.splits_ms),
            "started_ms": timing.started.ms,
            "noticed_ms": timing.stopped.handler_ms,
            "source": timing.started.source.value,
        }
    return told


def main() -> int:
    """Show the window and answer until standard input ends."""
    program = QApplication(sys.argv[:1])
    apply_theme(program, Scheme.LIGHT)
    bench = Bench(program, int(sys.argv[1]))
    bench.answer({"do": "new", "clock": "stamped", "caps_ms": [None]})
    bench.resize(1600, 1000)
    bench.show()
    bench.activateWindow()
    return program.exec()


if __name__ == "__main__":
    raise SystemExit(main())
