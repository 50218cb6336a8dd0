"""A query both ways through the windows: files carry it, the page shows it, the nurse answers there, central closes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPlainTextEdit

from assessdesk.gui.demo.walkthrough import Walkthrough
from assessdesk.gui.page import Destination
from assessdesk.gui.pages.ask import AskPage
from assessdesk.gui.pages.exchange import ExchangePage
from assessdesk.gui.pages.queries import QueriesPage
from assessdesk.gui.window.main_window import MainWindow
from assessdesk.services import session
from assessdesk.services.desk import Desk
from tests.central.road import AT_LEFT, Road, new_road
from tests.journeys import visit as journey
from tests.journeys.querying import CALF, LEFT, RIGHT

ALT, CONTROL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
Key = Qt.Key


@pytest.fixture
def road(tmp_path: Path) -> Iterator[Road]:
    made = new_road(tmp_path)
    (tmp_path / "stick").mkdir()
    yield made
    session.release(made.desk)


class Nurse:
    """Uses the windows of the station by keys, and the stick that goes to central and back."""

    def __init__(self, road: Road, window: MainWindow) -> None:
        self.road = road
        self.window = window
        self.walk = Walkthrough(window)

    def _exchange(self) -> ExchangePage:
        self.walk.press(Key.Key_3, ALT)
        page = self.window.current()
        assert isinstance(page, ExchangePage)
        return page

    def send(self) -> Path:
        """Export a package by key, hand it in, and return central's receipt."""
        stick = self.road.folder / "stick"
        before = set(stick.glob("*.age"))
        self._exchange().choose_folder = lambda: str(stick)
        self.walk.press(Key.Key_E)
        (package,) = set(stick.glob("*.age")) - before
        report = self.road.central.ingest(package)
        assert [one.code for one in report.files] == ["PACKAGE_TAKEN_IN"]
        return report.receipts[0]

    def read(self, receipt: Path) -> str:
        """Read a receipt by key and return everything that can be seen afterwards."""
        self._exchange().choose_file = lambda: str(receipt)
        self.walk.press(Key.Key_R)
        return " ".join(self.walk.names())

    def queries(self) -> list[tuple[str, str]]:
        """Open the page of queries by key and return what its list says."""
        self.walk.press(Key.Key_4, ALT)
        page = self.window.current()
        assert isinstance(page, QueriesPage)
        return [(row.number, row.state.said()) for row in page.list.items()]

    def write(self, text: str) -> None:
        """Write where the cursor is."""
        focus = QApplication.focusWidget()
        assert isinstance(focus, QPlainTextEdit)
        focus.insertPlainText(text)


@pytest.fixture
def nurse(road: Road, window_on: Callable[[Desk], MainWindow]) -> Nurse:
    made = Nurse(road, window_on(road.desk))
    made.window.go(Destination(page="today"))
    return made


@pytest.mark.req("QRY-026")
def test_both_sides_ask_and_answer_through_the_windows(road: Road, nurse: Nurse) -> None:
    # The station asks about a value, and central reads the question.
    nurse.window.go(
        Destination(page="review", participant=road.participant, visit=road.run.visit, instrument=CALF, slot=RIGHT)
    )
    nurse.walk.press(Key.Key_Q, ALT)
    assert isinstance(nurse.window.current(), AskPage)
    nurse.write("Was the tape on bare skin?")
    nurse.walk.press(Key.Key_Return, CONTROL)
    first = nurse.send()
    (theirs,) = road.held()
    assert (theirs.text, theirs.stand, theirs.slot, theirs.raised_by) == (
        "Was the tape on bare skin?", "open", RIGHT, journey.USER,
    )  # fmt: skip
    # Central asks back; the receipt brings its question to the page.
    nurse.read(first)
    assert road.ask(*AT_LEFT) == 0
    assert "New on the page of queries: 1." in nurse.read(road.receipt())
    assert nurse.queries() == [("C-0001", "Open"), ("Q-0001", "Open")]
    # The nurse answers where the question stands, and the package carries the answer.
    nurse.walk.press(Key.Key_Return)
    nurse.write("Yes, read twice.")
    nurse.walk.press(Key.Key_Return, CONTROL)
    assert nurse.queries() == [("Q-0001", "Open"), ("C-0001", "Answered")]
    receipt = nurse.send()
    answered = {one.number: (one.stand, one.answer, one.answered_by) for one in road.held()}
    assert answered["C-0001"] == ("answered", "Yes, read twice.", journey.USER)
    # Central accepts; the station shows it closed, and no key of the station opens it again.
    nurse.read(receipt)
    assert road.say("close", "--query", "C-0001", "--by", "DM-01", "--text", "Thank you") == 0
    nurse.read(road.receipt())
    assert nurse.queries() == [("Q-0001", "Open"), ("C-0001", "Closed")]
    nurse.walk.press(Key.Key_Down)
    nurse.walk.press(Key.Key_R, ALT)
    assert nurse.queries() == [("Q-0001", "Open"), ("C-0001", "Closed")]
    page = nurse.window.current()
    assert isinstance(page, QueriesPage)
    assert [row.kind for row in page.trail.rows_model().rows()][-3:] == [
        "query.raised", "query.answered", "query.closed",
    ]  # fmt: skip
    found = road.desk.ledger.verify()
    assert found.faults == ()
    assert found.head.seq == road.desk.ledger.head().seq
    # The ledger tells apart who asked here and what came from central.
    told = [entry.originator for entry in road.desk.ledger.entries(kinds=("query.raised", "query.closed"))]
    assert told == ["person", "imported", "imported"]
    assert LEFT in {line.slot for line in road.held()}
