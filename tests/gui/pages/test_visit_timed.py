"""A timed trial on the real page, by key events that carry the time at which they happened."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from assessdesk.domain.record import Turn
from assessdesk.domain.values import Missing, Quantity
from assessdesk.gui.capture.keys import Mode
from assessdesk.gui.fields.stopwatch import StopwatchClock
from assessdesk.gui.look.theme import apply_theme
from assessdesk.gui.look.tokens import Scheme
from assessdesk.gui.pages.review import ReviewPage
from assessdesk.gui.pages.visit import VisitPage
from assessdesk.gui.window.main_window import MainWindow
from assessdesk.ports import Refusal
from assessdesk.services.capture_view import CueView
from tests.gui.pages.capturing import CHAIR, Key, Nurse, Watch

SLOT = "stands.1.time"
STARTED = 5_000_000


@pytest.fixture(autouse=True)
def dressed(qapp: QApplication) -> Iterator[None]:
    apply_theme(qapp, Scheme.LIGHT)
    yield
    apply_theme(qapp, Scheme.LIGHT)


class Timer:
    """The nurse at the clock."""

    def __init__(self, nurse: Nurse) -> None:
        self.nurse = nurse
        self.watch = Watch()
        self.page = nurse.page
        assert isinstance(self.page, VisitPage)
        self.timed = self.page.board.timed
        self.timed.clock = StopwatchClock(stamped=True, now_ms=self.watch.now_ms)

    def at(self, after_ms: int, key: Qt.Key, *, repeat: bool = False) -> None:
        """Press a key so many ms after the start."""
        self.watch.ms = STARTED + after_ms
        self.nurse.stamped(key, self.watch.ms, repeat=repeat)

    def turn(self) -> Turn:
        return self.nurse.turns(SLOT, CHAIR)[-1]


@pytest.fixture
def timer(tmp_path: Path, qtbot: QtBot) -> Timer:
    nurse = Nurse(tmp_path)
    qtbot.addWidget(nurse.page)
    made = Timer(nurse)
    nurse.answer_until(CHAIR, SLOT)
    nurse.show(instrument=CHAIR)
    return made


@pytest.mark.req("GUI-220")
def test_five_stands_are_timed_by_the_events_and_recorded_at_the_stop(timer: Timer) -> None:
    page, nurse = timer.page, timer.nurse
    timer.at(0, Key.Key_Space)
    assert page.busy()
    assert nurse.kinds()[-1] == "trial.started"
    for after in (2200, 4400, 6600, 8800):
        timer.at(after, Key.Key_Up)
    timer.at(11_195, Key.Key_PageDown)
    turn = timer.turn()
    assert turn.value == Quantity(value=Decimal("11.20"), unit="s")
    assert turn.timing is not None
    assert (turn.timing.source, turn.timing.event_ms) == ("event", 11_195)
    assert turn.timing.splits_ms == (2200, 2200, 2200, 2200)
    assert not page.busy()
    assert isinstance(page, VisitPage)
    assert "11.20" in page.board.saved.accessibleName()


@pytest.mark.req("GUI-221")
def test_while_it_runs_nothing_else_changes_anything(timer: Timer) -> None:
    page, nurse = timer.page, timer.nurse
    assert isinstance(page, VisitPage)
    timer.at(0, Key.Key_Space)
    timer.at(100, Key.Key_Space)  # a bounce
    timer.at(120, Key.Key_Space, repeat=True)
    for key in (Key.Key_Escape, Key.Key_V, Key.Key_L, Key.Key_H, Key.Key_1, Key.Key_F6):
        timer.at(1000, key)
    wheel = QWheelEvent(
        QPointF(5, 5),
        QPointF(5, 5),
        QPoint(0, 120),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(page.board.timed.face, wheel)
    page.battery.list.item_requested.emit(page.battery.list.items()[0])
    page.refresh()
    assert page.busy()
    assert page.course.instrument == CHAIR
    assert nurse.left == []
    timer.at(9000, Key.Key_Return)
    timer.at(9100, Key.Key_Return)
    timer.at(9900, Key.Key_Space)
    assert timer.turn().value == Quantity(value=Decimal("9.00"), unit="s")
    assert len(nurse.turns(SLOT, CHAIR)) == 1


@pytest.mark.req("GUI-222")
def test_stopped_early_keeps_time_and_count_and_wants_a_reason(timer: Timer) -> None:
    page, nurse = timer.page, timer.nurse
    assert isinstance(page, VisitPage)
    timer.at(0, Key.Key_Space)
    for after in (1920, 4020, 6230):
        timer.at(after, Key.Key_Up)
    timer.at(9860, Key.Key_N)
    assert page.keys.mode() is Mode.EARLY
    assert page.busy()  # the time is not on disk yet
    assert page.board.timed.count.text() == "3"
    nurse.write("7")  # of 5
    assert not page.board.menu_open()
    nurse.write("3")
    assert page.board.menu_open()
    nurse.press(Key.Key_Escape)
    assert page.busy()
    nurse.press(Key.Key_Return)
    nurse.press(Key.Key_6)
    nurse.press(Key.Key_Return)
    turn = timer.turn()
    assert turn.missing == Missing(code="ND06")
    assert (turn.completed_repetitions, turn.stop_reason) == (3, "early")
    assert turn.timing is not None
    assert (turn.timing.event_ms, turn.timing.splits_ms) == (9860, (1920, 2100, 2210))
    assert not page.busy()


@pytest.mark.req("CAP-008", "GUI-222")
def test_a_trial_that_was_stopped_early_or_reached_its_cap_can_be_voided_and_is_repeated_once(timer: Timer) -> None:
    page, nurse = timer.page, timer.nurse
    assert isinstance(page, VisitPage)
    timer.at(0, Key.Key_Space)
    timer.at(9860, Key.Key_N)
    nurse.write("3")
    nurse.press(Key.Key_6)
    nurse.press(Key.Key_Return)
    assert page.keys.mode() is Mode.FINISHED
    nurse.press(Key.Key_V)
    nurse.press(Key.Key_2)
    nurse.press(Key.Key_Return)
    assert (timer.turn().missing, timer.turn().void_code) == (Missing(code="ND06"), "V2")
    assert page.keys.mode() is Mode.READY
    timer.watch.ms = STARTED
    timer.at(0, Key.Key_Space)
    timer.at(60_030, Key.Key_Space)
    assert (timer.turn().turn, timer.turn().missing) == (2, Missing(code="ND02"))
    nurse.press(Key.Key_V)
    nurse.press(Key.Key_2)
    nurse.press(Key.Key_Return)
    assert [turn.void_code for turn in nurse.turns(SLOT, CHAIR)] == ["V2", "V2"]
    assert page.keys.mode() is Mode.FINISHED


@pytest.mark.req("TIM-030")
def test_a_cue_that_starts_the_test_is_heard_and_its_lag_is_stored_as_unknown(timer: Timer) -> None:
    page = timer.page
    assert isinstance(page, VisitPage)
    rung: list[int] = []
    panel = page.board.timed
    panel.sound = lambda: rung.append(timer.watch.ms - STARTED)
    panel.show_step(replace(page.course.view.step, cues=(CueView(at_ms=0, say="Go"),)), label="Go")
    assert rung == []
    timer.at(0, Key.Key_Space)
    assert rung == [0]
    timer.at(12_340, Key.Key_Space)
    timing = timer.turn().timing
    assert timing is not None
    assert timing.uncertain == ("cue_lag_unknown",)


@pytest.mark.req("TIM-030")
def test_a_key_that_starts_the_test_has_no_lag_of_a_cue(timer: Timer) -> None:
    timer.at(0, Key.Key_Space)
    timer.at(12_340, Key.Key_Space)
    timing = timer.turn().timing
    assert timing is not None
    assert timing.uncertain == ()


@pytest.mark.req("GUI-223")
def test_at_the_cap_the_time_is_the_cap(timer: Timer) -> None:
    timer.at(0, Key.Key_Space)
    timer.at(60_030, Key.Key_Space)
    turn = timer.turn()
    assert turn.missing == Missing(code="ND02")
    assert turn.timing is not None
    assert (turn.timing.event_ms, turn.timing.capped) == (60_000, True)


@pytest.mark.req("GUI-224")
def test_an_unusual_time_is_on_disk_and_is_confirmed_or_voided(timer: Timer) -> None:
    page, nurse = timer.page, timer.nurse
    assert isinstance(page, VisitPage)
    timer.at(0, Key.Key_Space)
    timer.at(31_000, Key.Key_Space)
    assert timer.turn().value == Quantity(value=Decimal("31.00"), unit="s")
    assert page.keys.mode() is Mode.CONFIRM
    nurse.press(Key.Key_Return)
    assert timer.turn().confirmations == ()
    nurse.press(Key.Key_V)
    nurse.press(Key.Key_2)
    nurse.press(Key.Key_Return)
    assert timer.turn().void_code == "V2"
    assert page.keys.mode() is Mode.READY
    timer.watch.ms = STARTED
    timer.at(0, Key.Key_Space)
    timer.at(32_000, Key.Key_Space)
    nurse.press(Key.Key_3)
    nurse.press(Key.Key_Return)
    assert [(turn.turn, turn.void_code) for turn in nurse.turns(SLOT, CHAIR)] == [(1, "V2"), (2, "")]
    assert [one.reason for one in timer.turn().confirmations] == ["C3"]
    assert page.keys.mode() is Mode.FINISHED


@pytest.mark.req("GUI-225")
def test_an_impossible_time_is_refused_and_the_clock_is_ready_again(timer: Timer) -> None:
    page, nurse = timer.page, timer.nurse
    assert isinstance(page, VisitPage)
    timer.at(0, Key.Key_Space)
    timer.at(2000, Key.Key_Space)
    assert nurse.turns(SLOT, CHAIR) == ()
    assert nurse.kinds()[-1] == "value.refused"
    assert page.keys.mode() is Mode.READY
    assert page.board.timed.finding.isVisible()


@pytest.mark.req("GUI-226")
def test_a_time_that_could_not_be_written_stays_and_is_written_again(
    timer: Timer, monkeypatch: pytest.MonkeyPatch
) -> None:
    page, nurse = timer.page, timer.nurse
    timer.at(0, Key.Key_Space)

    def full(*_: object, **__: object) -> None:
        raise Refusal("DISK_FULL")

    with monkeypatch.context() as broken:
        broken.setattr(type(nurse.desk.ledger), "append", full)
        timer.at(12_340, Key.Key_Space)
    assert nurse.turns(SLOT, CHAIR) == ()
    assert page.busy()
    timer.watch.ms += 1000
    nurse.press(Key.Key_Return)
    assert timer.turn().value == Quantity(value=Decimal("12.34"), unit="s")
    assert not page.busy()


@pytest.mark.req("GUI-227")
def test_the_whole_chair_stand_by_keyboard_and_the_window_that_does_not_close(tmp_path: Path, qtbot: QtBot) -> None:
    nurse = Nurse(tmp_path)
    nurse.answer_until("grip_strength", "", "25.8 24.0 26.4 23.8 25.9 24.4")
    window = MainWindow(nurse.workspace)
    qtbot.addWidget(window)
    window.show()
    QTest.qWaitForWindowActive(window)
    window.go(nurse.destination())
    page = window.page("visit")
    assert isinstance(page, VisitPage)
    nurse.page = page
    watch = Watch()
    page.board.timed.clock = StopwatchClock(stamped=True, now_ms=watch.now_ms)
    nurse.write("C-01")
    nurse.write("44")
    nurse.write("1")  # braced
    nurse.write("1")  # stood up without arms
    nurse.press(Key.Key_Return)  # two stands practised
    nurse.stamped(Key.Key_Space, watch.ms)
    assert page.busy()
    assert not window.close()
    window.lock()
    assert nurse.desk.opened is not None
    watch.ms += 12_340
    nurse.stamped(Key.Key_Space, watch.ms)
    assert nurse.turns(SLOT, CHAIR)[-1].value == Quantity(value=Decimal("12.34"), unit="s")
    watch.ms += 1000
    nurse.press(Key.Key_Return)
    assert isinstance(window.current(), ReviewPage)
