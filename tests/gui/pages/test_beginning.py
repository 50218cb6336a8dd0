"""What is asked on the capture page before an instrument begins, by keyboard alone."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from assessdesk.gui.look.theme import apply_theme
from assessdesk.gui.look.tokens import Scheme
from assessdesk.gui.pages.review import ReviewPage
from assessdesk.gui.pages.visit import VisitPage
from assessdesk.gui.workspace import Workspace
from assessdesk.services import assessments
from assessdesk.services.beginning import Settled
from tests.gui.pages.capturing import GRIP, Key, Nurse
from tests.journeys.asking import asking_desk
from tests.journeys.performance import Run, hands
from tests.journeys.visit import StillClock, enrol, open_baseline

ALT, CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
PAIN = "nrs_pain"
SQUEEZES = hands("25.0 24.5 24.0", "23.0 22.5 22.0")


@pytest.fixture(autouse=True)
def dressed(qapp: QApplication) -> Iterator[None]:
    apply_theme(qapp, Scheme.LIGHT)
    yield
    apply_theme(qapp, Scheme.LIGHT)


class Later(Nurse):
    """A nurse at a visit some hours later in the day than the baseline, at which the grip was measured."""

    def __init__(self, folder: Path, planned: str, *, hours: int) -> None:
        self.clock = StillClock()
        self.desk = asking_desk(folder, self.clock, GRIP, PAIN)
        self.row = enrol(self.desk)
        first = open_baseline(self.desk, self.row)
        done = assessments.start_assessment(self.desk, self.desk.record(self.row.participant), first, GRIP)
        Run(self.desk, self.clock, GRIP, first, done).walk(SQUEEZES)
        weeks = {"week_06": 6, "week_18": 18}[planned]
        self.clock.pass_seconds(timedelta(weeks=weeks, days=4, hours=hours).total_seconds())
        self.visit = assessments.open_visit(
            self.desk, self.row.participant, planned, birth_year=str(self.row.birth_year), reason="late"
        )
        self.workspace = Workspace(self.desk)
        self.page = VisitPage(self.workspace)
        self.left = []
        self.strokes = 0

    def said(self, instrument: str) -> list[tuple[str, str]]:
        """Return the findings and reasons with which an instrument of the visit was begun."""
        record = self.desk.record(self.row.participant)
        held = record.visits[self.visit].of(instrument)
        assert held is not None
        event = record.conduct.administrations[held.id].event
        return [(one.finding, one.reason) for one in event.confirmations]

    def mode(self, instrument: str) -> str:
        record = self.desk.record(self.row.participant)
        held = record.visits[self.visit].of(instrument)
        return record.conduct.administrations[held.id].event.mode if held else ""


def shown(nurse: Nurse, qtbot: QtBot) -> VisitPage:
    page = nurse.page
    assert isinstance(page, VisitPage)
    qtbot.addWidget(page)
    nurse.show(page)
    return page


@pytest.mark.req("GUI-410")
def test_a_change_is_announced_before_the_instrument_begins(tmp_path: Path, qtbot: QtBot) -> None:
    nurse = Later(tmp_path, "week_18", hours=5)
    page = shown(nurse, qtbot)
    assert page.beginning.isVisible()
    assert not page.board.isVisible()
    assert nurse.mode(GRIP) == ""
    assert [row.key for row in page.battery.list.items()] == [GRIP, PAIN]
    nurse.press(Key.Key_Return, CTRL)
    assert page.beginning.reason is not None
    assert page.beginning.reason.finding()
    assert nurse.mode(GRIP) == ""
    nurse.write("2")
    assert nurse.said(GRIP) == [("X_TIME_OF_DAY_UNUSUAL", "B2")]
    assert page.board.isVisible()
    assert not page.beginning.isVisible()
    assert page.course.instrument == GRIP


class Shown(QObject):
    """Notes every window of its own that comes up."""

    def __init__(self) -> None:
        super().__init__()
        self.windows: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's own name
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.windows.append(type(watched).__name__)
        return False


@pytest.mark.req("GUI-410")
def test_asking_opens_no_window_that_takes_the_keys_away(tmp_path: Path, qtbot: QtBot, qapp: QApplication) -> None:
    nurse = Later(tmp_path, "week_18", hours=5)
    watch = Shown()
    qapp.installEventFilter(watch)
    page = shown(nurse, qtbot)
    qapp.removeEventFilter(watch)
    assert page.beginning.isVisible()
    assert watch.windows == [type(page).__name__]


@pytest.mark.req("GUI-410")
def test_another_reason_asks_for_its_words_and_esc_begins_nothing(tmp_path: Path, qtbot: QtBot) -> None:
    nurse = Later(tmp_path, "week_18", hours=5)
    page = shown(nurse, qtbot)
    nurse.press(Key.Key_Escape)
    assert [wish.page for wish in nurse.left] == ["participant"]
    assert nurse.mode(GRIP) == ""
    page.open(nurse.destination())
    nurse.write("4")
    assert page.beginning.words is not None
    assert page.beginning.words.isVisible()
    nurse.press(Key.Key_Return)
    assert page.beginning.words.finding()
    nurse.write("Bus was late")
    assert nurse.said(GRIP) == [("X_TIME_OF_DAY_UNUSUAL", "B4")]


@pytest.mark.req("GUI-411")
def test_a_visit_by_telephone_asks_how_it_is_held_and_closes_what_cannot_be_measured(
    tmp_path: Path, qtbot: QtBot
) -> None:
    nurse = Later(tmp_path, "week_06", hours=5)
    page = shown(nurse, qtbot)
    assert page.beginning.mode is not None
    assert page.beginning.mode.value() == "on_site"
    nurse.write("3", enter=False)
    assert page.beginning.reason is not None
    assert not page.beginning.reason.isVisible()
    nurse.press(Key.Key_Return)
    assert nurse.mode(GRIP) == "telephone"
    assert page.course.view.step.kind == "finished"
    nurse.press(Key.Key_Return)
    assert page.beginning.isVisible()
    assert page.beginning.mode is not None
    assert page.beginning.mode.value() == "telephone"
    nurse.press(Key.Key_Return)
    assert nurse.mode(PAIN) == "telephone"
    assert page.course.instrument == PAIN
    assert page.board.isVisible()
    page._begin(GRIP)
    nurse.press(Key.Key_Escape)
    assert page.course.instrument == PAIN
    assert page.board.isVisible()
    page._begin(GRIP)
    nurse.write("1")
    nurse.write("1")
    assert nurse.mode(GRIP) == "on_site"
    assert nurse.said(GRIP) == [("X_TIME_OF_DAY_UNUSUAL", "B1")]
    assert page.course.view.step.kind != "finished"


@pytest.mark.req("GUI-412")
def test_how_it_was_held_stands_in_the_review_and_is_corrected_there(tmp_path: Path, qtbot: QtBot) -> None:
    nurse = Later(tmp_path, "week_06", hours=5)
    record, apart = nurse.desk.record(nurse.row.participant), Settled(mode="telephone")
    record = assessments.start_assessment(nurse.desk, record, nurse.visit, GRIP, apart).record
    done = assessments.start_assessment(nurse.desk, record, nurse.visit, PAIN, apart)
    Run(nurse.desk, nurse.clock, PAIN, nurse.visit, done).walk({"setup.mode": "interview", "now.pain": "0"})
    page = ReviewPage(nurse.workspace)
    qtbot.addWidget(page)
    nurse.page = page
    nurse.show(page)
    model = page.results.rows_model()
    said = [model.data(model.index(row, 3)) for row in range(model.rowCount())]
    assert "Done. By telephone" in said
    nurse.press(Key.Key_J, ALT)
    nurse.press(Key.Key_Down)
    nurse.press(Key.Key_Return)
    nurse.press(Key.Key_Return)
    nurse.press(Key.Key_Return)
    nurse.press(Key.Key_2)
    nurse.press(Key.Key_Return)
    nurse.press(Key.Key_Return)
    assert nurse.mode(PAIN) == "telephone", "a reason is needed"
    nurse.write("The camera was on")
    assert nurse.mode(PAIN) == "video"
    assert nurse.mode(GRIP) == "telephone"
