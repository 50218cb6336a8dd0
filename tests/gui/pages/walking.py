"""A nurse who walks one whole instrument on the real capture page, by keys alone, with invented plausible answers."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from assessdesk.gui.demo.answers import chosen_digit, typed_answer, usual_value
from assessdesk.gui.fields.stopwatch import StopwatchClock
from assessdesk.gui.page import Destination
from assessdesk.gui.pages.visit import VisitPage
from assessdesk.gui.window.main_window import MainWindow
from assessdesk.gui.workspace import Workspace
from assessdesk.services.capture_view import CaptureView, capture_view
from tests.gui.pages.capturing import NONE, Key, Watch
from tests.journeys.visit import StillClock, enrol, make_desk, open_baseline, set_up

STARTED = 5_000_000
MOST_STEPS = 120


class WholeInstrument:
    """The real window on a desk whose study has the named instruments; `walk` answers until one is finished.

    `strokes` counts every key that was pressed. `seen` is called before each answer with what the page shows.
    """

    def __init__(self, folder: Path, *battery: str, language: str = "en", **participant: object) -> None:
        self.clock = StillClock()
        self.desk = make_desk(folder, self.clock, battery)
        set_up(self.desk, folder)
        self.row = enrol(self.desk, **participant)
        self.visit = open_baseline(self.desk, self.row)
        self.window = MainWindow(Workspace(self.desk, language=language))
        self.window.resize(1366, 688)
        self.window.start()
        self.window.show()
        self.window.activateWindow()
        QTest.qWaitForWindowActive(self.window)
        self.window.go(Destination(page="today"))
        self.watch = Watch()
        self.strokes = 0
        self.asked: list[str] = []
        self.seen: Callable[[CaptureView], None] = lambda _: None

    @property
    def page(self) -> VisitPage:
        page = self.window.page("visit")
        assert isinstance(page, VisitPage)
        return page

    def show(self, instrument: str) -> VisitPage:
        """Turn to an instrument, as the battery list does."""
        page = self.page
        page.board.timed.clock = StopwatchClock(stamped=True, now_ms=self.watch.now_ms)
        there = Destination(page="visit", participant=self.row.participant, visit=self.visit, instrument=instrument)
        self.window.go(there)
        return page

    def view(self, instrument: str) -> CaptureView:
        """What is asked now, by the ledger."""
        record = self.desk.record(self.row.participant)
        return capture_view(self.desk, record, self.visit, instrument, language="en")

    def press(self, key: Key, *, after_ms: int | None = None) -> None:
        """Press one key where the focus is; on the running clock so many ms after its start."""
        self.strokes += 1
        target = QApplication.focusWidget() or self.window
        if after_ms is None:
            QTest.keyClick(target, key, NONE)
            return
        self.watch.ms = STARTED + after_ms
        event = QKeyEvent(QEvent.Type.KeyPress, key, NONE, "", False)
        event.setTimestamp(self.watch.ms)
        QApplication.sendEvent(target, event)

    def write(self, text: str) -> None:
        """Type where the focus is."""
        self.strokes += len(text)
        QTest.keyClicks(QApplication.focusWidget() or self.window, text)

    def walk(self, instrument: str) -> None:
        """Answer every step by keyboard until the instrument is finished."""
        self.show(instrument)
        for _ in range(MOST_STEPS):
            view = self.view(instrument)
            shown = self.page.course.view
            assert (shown.step.kind, shown.step.slot) == (view.step.kind, view.step.slot)
            self.seen(shown)
            view = self.view(instrument)  # whoever looked may have answered it
            if view.step.kind == "finished":
                return
            before = self.desk.ledger.head().seq
            self._answer(instrument, view)
            assert self.desk.ledger.head().seq > before, f"nothing was written at {view.step.slot}"
        raise AssertionError(f"{instrument} does not end")

    def _answer(self, instrument: str, view: CaptureView) -> None:
        step = view.step
        self.clock.pass_seconds(61)
        match step.kind:
            case "timed":
                self._time(instrument, view)
            case "confirm":
                self.asked += [finding.code for finding in step.findings]
                self._reason()
            case "offer":
                self.press(Key.Key_N)
            case "choice":
                if not step.offered:
                    self.press(Key(Key.Key_0 + chosen_digit(self.desk, instrument, step)))
                self.press(Key.Key_Return)
            case "observe":
                self.press(Key.Key_Return)
            case _:
                if not step.offered:
                    self.write(typed_answer(self.desk, instrument, step, sex="F"))
                self.press(Key.Key_Return)
                if self.page.board.panel().asking():
                    self.asked.append(step.slot)
                    self._reason()

    def _reason(self) -> None:
        self.press(Key.Key_2)
        self.press(Key.Key_Return)

    def _time(self, instrument: str, view: CaptureView) -> None:
        """Start, count what is counted, stop; a hold or a walk by the clock runs to its cap."""
        step = view.step
        milliseconds = int(usual_value(self.desk, instrument, step, sex="F") * 1000)
        if step.item == "time" and step.section in {"side_by_side", "semi_tandem", "tandem"}:
            milliseconds = step.cap_ms
        self.watch.ms = STARTED
        self.press(Key.Key_Space, after_ms=0)
        for number in range(1, step.repetitions):
            self.press(Key.Key_Up, after_ms=milliseconds * number // step.repetitions)
        self.press(Key.Key_Space, after_ms=milliseconds)
