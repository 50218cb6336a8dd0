"""A nurse at the keyboard: the real capture page on a real desk in a throw-away folder, driven by keys alone."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from assessdesk.domain.commands import RecordChoice, RecordMissing, RecordObserved, RecordText, RecordTime, StartTrial
from assessdesk.domain.events import TimingRecord
from assessdesk.domain.record import Turn
from assessdesk.gui.page import Destination, Page
from assessdesk.gui.pages.visit import VisitPage
from assessdesk.gui.workspace import Workspace
from assessdesk.ports import ParticipantRow
from assessdesk.services import assessments
from assessdesk.services.capture_view import StepView, capture_view
from assessdesk.services.desk import Desk
from assessdesk.services.library import Library
from tests.journeys.visit import StillClock, do, enrol, make_desk, open_baseline, set_up

GRIP, CHAIR = "grip_strength", "chair_stand_5"
NONE = Qt.KeyboardModifier.NoModifier
Key = Qt.Key


class Watch:
    """The stopwatch's clock in a test: it moves with the events, whose stamps are believed."""

    def __init__(self) -> None:
        self.ms = 5_000_000

    def now_ms(self) -> int:
        return self.ms


class Nurse:
    """Types into whatever has the focus, and counts what was typed."""

    def __init__(
        self, folder: Path, language: str = "en", library: Library | None = None, **participant: object
    ) -> None:
        self.clock = StillClock()
        self.desk: Desk = make_desk(folder, self.clock, library=library)
        set_up(self.desk, folder)
        self.row: ParticipantRow = enrol(self.desk, **participant)
        self.visit = open_baseline(self.desk, self.row)
        self.workspace = Workspace(self.desk, language=language)
        self.page: Page = VisitPage(self.workspace)
        self.left: list[Destination] = []
        self.strokes = 0

    def show(self, page: Page | None = None, instrument: str = "") -> VisitPage | Page:
        """Show a page and turn it to the visit."""
        self.page = page or self.page
        self.page.leave_requested.connect(self.left.append)
        self.page.resize(1158, 608)
        self.page.show()
        self.page.activateWindow()
        QTest.qWaitForWindowActive(self.page)
        self.page.open(self.destination(instrument))
        return self.page

    def destination(self, instrument: str = "") -> Destination:
        return Destination(page="visit", participant=self.row.participant, visit=self.visit, instrument=instrument)

    def target(self) -> QWidget:
        return QApplication.focusWidget() or self.page

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = NONE) -> None:
        """Press one key."""
        self.strokes += 1
        QTest.keyClick(self.target(), key, modifiers)

    def write(self, text: str, *, enter: bool = True) -> None:
        """Type digits or text, then Enter."""
        self.strokes += len(text)
        QTest.keyClicks(self.target(), text)
        if enter:
            self.press(Key.Key_Return)

    def stamped(self, key: Qt.Key, at_ms: int, *, repeat: bool = False) -> None:
        """Send a key event that carries the time at which it happened."""
        event = QKeyEvent(QEvent.Type.KeyPress, key, NONE, "", repeat)
        event.setTimestamp(at_ms)
        QApplication.sendEvent(self.target(), event)

    def step(self, instrument: str = GRIP) -> StepView:
        """What is asked now, by the ledger."""
        record = self.desk.record(self.row.participant)
        return capture_view(self.desk, record, self.visit, instrument, language="en").step

    def turns(self, slot: str, instrument: str = GRIP) -> tuple[Turn, ...]:
        """What the ledger holds at a slot."""
        held = self.desk.record(self.row.participant).visits[self.visit].of(instrument)
        return held.slots.get(slot, ()) if held else ()

    def kinds(self) -> list[str]:
        """The kinds of all entries about the participant."""
        return [entry.kind for entry in self.desk.ledger.entries(entity=self.row.participant)]

    # -- by the core, for what a test is not about --------------------------------------------------------------------

    def answer_until(self, instrument: str, until: str, grips: str = "") -> None:
        """Answer plainly, without the page, until a slot is reached (or the end)."""
        done = do(self.desk, self.row, self.visit, instrument)
        values = grips.split()
        while (at := self.step(instrument)).slot != until and at.kind not in {"finished", "offer", "timed"}:
            self.clock.pass_seconds(61)
            command: RecordText | RecordChoice | RecordObserved
            if at.kind == "choice":
                command = RecordChoice(slot=at.slot, code=at.offered or at.options[0].code)
            elif at.kind == "observe":
                command = RecordObserved(slot=at.slot)
            else:
                typed = {"text": "D-03", "setup": "44.0", "squeeze": values.pop(0) if at.section == "squeeze" else ""}
                command = RecordText(slot=at.slot, text=typed.get(at.kind) or typed.get(at.section) or "1")
            done = assessments.perform(self.desk, done.record, self.visit, instrument, command)
        self.clock.pass_seconds(61)

    def finish_all(self) -> None:
        """Close both instruments: six grips, one chair stand of 12.34 s."""
        self.answer_until(GRIP, "", "25.8 24.0 26.4 23.8 25.9 24.4")
        self.answer_until(CHAIR, "stands.1.time")
        timing = TimingRecord(source="event", event_ms=12_340, handler_ms=12_340, uncertainty_ms=1)
        now = self.clock.now()
        do(
            self.desk,
            self.row,
            self.visit,
            CHAIR,
            StartTrial(slot="stands.1.time", performed_at=now),
            RecordTime(slot="stands.1.time", elapsed_ms=12_340, timing=timing, performed_at=now),
        )

    def close_chair(self) -> None:
        """State that the chair stand was not done."""
        self.answer_until(CHAIR, "stands.1.time")
        do(self.desk, self.row, self.visit, CHAIR, RecordMissing(slot="stands.1.time", code="ND01"))
