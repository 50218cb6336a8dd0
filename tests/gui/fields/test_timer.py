"""The timer face, the clock behind it and the rules while it runs."""

import sys

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from assessdesk.domain.stopwatch import Doubt, Ending, Phase, Source
from assessdesk.gui.fields.stop_bar import StopBar, StopBarMode, StopBarView
from assessdesk.gui.fields.stopwatch import Heartbeat, StopwatchClock, StopwatchRunner, Timing
from assessdesk.gui.fields.timer_face import TimerFace, TimerView, final_words, running_words
from tests.gui.fields.fakes import FakeInput, key_press

VIEW = TimerView("Time of five chair stands", "hand timing: about ±0.2 s", "Press Space.", 5, "Stand {0}")


class Desk:
    """A face with a clock set by hand."""

    def __init__(self, qtbot: QtBot, cap_ms: int | None = 60_000) -> None:
        self.clock = FakeInput()
        self.asleep = 0
        self.runner = StopwatchRunner(cap_ms, self.clock, asleep=lambda: self.asleep)
        self.runner._heartbeat.stop()
        self.runner._heartbeat.start = lambda: None  # type: ignore[method-assign]  # the clock here jumps on purpose
        self.face = TimerFace(self.runner, VIEW)
        qtbot.addWidget(self.face)
        self.face.show()

    def key(self, key: Qt.Key, at: int, *, repeat: bool = False, let_go: int | None = None) -> QKeyEvent:
        self.clock.now = 1_000_000 + at
        stamp = 0 if let_go is None else self.clock.now
        if let_go is not None:
            release = QKeyEvent(QEvent.Type.KeyRelease, key.value, Qt.KeyboardModifier.NoModifier)
            release.setTimestamp(1_000_000 + let_go)
            self.face.keyReleaseEvent(release)
        event = key_press(key, repeat=repeat, stamp=stamp)
        self.face.keyPressEvent(event)
        return event


@pytest.mark.req("TIM-010")
@pytest.mark.parametrize("start", [Qt.Key.Key_Space, Qt.Key.Key_Enter, Qt.Key.Key_Return, Qt.Key.Key_PageDown])
@pytest.mark.parametrize("stop", [Qt.Key.Key_Space, Qt.Key.Key_PageDown])
def test_any_of_the_keys_starts_and_stops(qtbot: QtBot, start: Qt.Key, stop: Qt.Key) -> None:
    desk = Desk(qtbot)
    desk.key(start, 0)
    with qtbot.waitSignal(desk.face.timing_ended) as ended:
        desk.key(stop, 8_412)

    timing: Timing = ended.args[0]
    assert (timing.duration_ms, timing.ending, timing.doubts) == (8_412, Ending.STOPPED, ())
    assert desk.face.accessibleDescription() == "Stopped, 8.41 seconds"


@pytest.mark.req("TIM-002")
def test_the_first_stop_stands(qtbot: QtBot) -> None:
    desk = Desk(qtbot)
    desk.key(Qt.Key.Key_Space, 0)
    desk.key(Qt.Key.Key_Space, 8_000)
    with qtbot.assertNotEmitted(desk.face.timing_ended):
        desk.key(Qt.Key.Key_Space, 9_000)
        desk.key(Qt.Key.Key_Up, 9_500)

    timing = desk.runner.timing()
    assert timing is not None
    assert (timing.duration_ms, timing.splits_ms) == (8_000, ())


@pytest.mark.req("TIM-003")
def test_auto_repeat_and_bounces_change_nothing(qtbot: QtBot) -> None:
    desk = Desk(qtbot)
    desk.key(Qt.Key.Key_Space, 0)
    desk.key(Qt.Key.Key_Space, 249)
    desk.key(Qt.Key.Key_Space, 3_000, repeat=True)

    assert desk.runner.state().phase is Phase.RUNNING
    assert desk.runner.state().ignored == 1


@pytest.mark.req("TIM-024")
@pytest.mark.skipif(
    sys.platform == "win32", reason="every repeat is marked there, and waiting presses may share a stamp"
)
def test_a_held_key_whose_repeats_come_unmarked_changes_nothing(qtbot: QtBot) -> None:
    desk = Desk(qtbot)
    desk.key(Qt.Key.Key_Space, 0)
    for at in (660, 700, 740):
        assert desk.key(Qt.Key.Key_Space, at, let_go=at).isAccepted()
    assert desk.runner.state().phase is Phase.RUNNING
    desk.key(Qt.Key.Key_Space, 5_000, let_go=1_000)
    timing = desk.runner.timing()
    assert timing is not None
    assert timing.duration_ms == 5_000
    # Held on after the stop it must not accept the result on the page.
    assert desk.key(Qt.Key.Key_Space, 5_660, let_go=5_660).isAccepted()
    assert not desk.key(Qt.Key.Key_Space, 6_000, let_go=5_900).isAccepted()


@pytest.mark.req("TIM-011")
def test_while_it_runs_no_other_key_reaches_the_page(qtbot: QtBot) -> None:
    desk = Desk(qtbot)
    desk.key(Qt.Key.Key_Space, 0)
    for key in (Qt.Key.Key_N, Qt.Key.Key_Escape, Qt.Key.Key_V):
        assert desk.key(key, 2_000).isAccepted()
        override = QKeyEvent(QEvent.Type.ShortcutOverride, key.value, Qt.KeyboardModifier.NoModifier)
        override.ignore()
        desk.face.event(override)
        assert override.isAccepted()
    desk.key(Qt.Key.Key_Space, 5_000)
    assert desk.key(Qt.Key.Key_Return, 5_100).isAccepted()

    assert not desk.key(Qt.Key.Key_Return, 5_300).isAccepted()
    assert not desk.key(Qt.Key.Key_N, 5_300).isAccepted()


@pytest.mark.req("TIM-008")
def test_stands_are_counted_with_their_own_keys(qtbot: QtBot) -> None:
    desk = Desk(qtbot)
    desk.key(Qt.Key.Key_Space, 0)
    for key, at in ((Qt.Key.Key_Up, 1_920), (Qt.Key.Key_PageUp, 4_020), (Qt.Key.Key_Up, 4_300)):
        desk.key(key, at)
    reps = desk.face._reps()

    assert [rep.time for rep in reps] == ["1.92", "2.10", "0.28", "", ""]
    assert [rep.state.value for rep in reps] == ["counted", "counted", "questioned", "current", "open"]


@pytest.mark.req("TIM-008")
def test_taps_at_two_a_second_for_a_minute_are_all_counted(qtbot: QtBot) -> None:
    desk = Desk(qtbot)
    desk.key(Qt.Key.Key_Space, 0)
    for tap in range(1, 120):
        desk.key(Qt.Key.Key_Up, tap * 500)

    assert len(desk.runner.state().taps) == 119


@pytest.mark.req("TIM-010")
def test_a_press_anywhere_in_the_face_stops(qtbot: QtBot) -> None:
    desk = Desk(qtbot)
    desk.key(Qt.Key.Key_Space, 0)
    desk.clock.now += 7_000
    where, left = QPointF(3, 3), Qt.MouseButton.LeftButton
    press = QMouseEvent(QEvent.Type.MouseButtonPress, where, where, left, left, Qt.KeyboardModifier.NoModifier)
    desk.face.mousePressEvent(press)

    timing = desk.runner.timing()
    assert timing is not None
    assert timing.duration_ms == 7_000


@pytest.mark.req("TIM-006")
def test_lost_focus_and_sleep_are_flagged(qtbot: QtBot) -> None:
    desk = Desk(qtbot)
    desk.face.focusOutEvent(QFocusEvent(QEvent.Type.FocusOut))
    desk.key(Qt.Key.Key_Space, 0)
    desk.face.focusOutEvent(QFocusEvent(QEvent.Type.FocusOut))
    desk.asleep = 30_000
    desk.key(Qt.Key.Key_Space, 9_000)
    timing = desk.runner.timing()

    assert timing is not None
    assert timing.doubts == (Doubt.LOST_FOCUS, Doubt.SUSPENDED)
    assert "Timing uncertain" in desk.face.accessibleDescription()


@pytest.mark.req("TIM-004")
def test_the_cap_ends_it_without_a_key_and_exactly(qtbot: QtBot) -> None:
    runner = StopwatchRunner(400)
    face = TimerFace(runner, VIEW)
    qtbot.addWidget(face)
    with qtbot.waitSignal(face.timing_ended, timeout=3_000) as ended:
        runner.press(key_press(Qt.Key.Key_Space))

    assert (ended.args[0].duration_ms, ended.args[0].ending) == (400, Ending.CAPPED)
    assert face.accessibleDescription().startswith("Stopped at the limit, 0.40 seconds")


@pytest.mark.req("TIM-009")
def test_broken_off_keeps_its_time(qtbot: QtBot) -> None:
    desk = Desk(qtbot)
    desk.key(Qt.Key.Key_Space, 0)
    desk.key(Qt.Key.Key_Up, 1_920)
    desk.clock.now = 1_009_860
    desk.runner.break_off()

    assert desk.face.accessibleDescription() == "Stopped early, 9.86 seconds"


@pytest.mark.req("TIM-012")
@pytest.mark.parametrize(
    ("stamp", "now", "ms", "source"),
    [
        (5_000, 5_003, 5_000, Source.EVENT),
        (5_002, 5_000, 5_002, Source.EVENT),
        (4_294_967_290, 2**32 + 10, 4_294_967_290, Source.EVENT),
        (705_032_704, 5_000_000_010, 5_000_000_000, Source.EVENT),
        (0, 5_003, 5_003, Source.HANDLER),
        (4_000_000, 5_003, 5_003, Source.HANDLER),
    ],
    ids=["stamped", "a little ahead", "before the wrap", "32 bits only", "no stamp", "foreign clock"],
)
def test_the_events_own_time_is_believed_when_it_is_on_our_clock(
    qapp: QApplication, stamp: int, now: int, ms: int, source: Source
) -> None:
    clock = StopwatchClock(stamped=True, now_ms=lambda: now)
    reading = clock.read(key_press(Qt.Key.Key_Space, stamp=stamp))

    assert (reading.ms, reading.source, reading.handler_ms) == (ms, source, now)


@pytest.mark.req("TIM-012")
def test_where_stamps_are_no_better_the_handlers_time_and_the_loops_lag_are_kept(qapp: QApplication) -> None:
    clock = StopwatchClock(stamped=False, now_ms=lambda: 9_000, lag_ms=lambda: 130)
    reading = clock.read(key_press(Qt.Key.Key_Space, stamp=8_700))

    assert (reading.ms, reading.source, reading.uncertainty_ms) == (9_000, Source.HANDLER, 130)
    assert reading.late()


@pytest.mark.req("TIM-013")
def test_the_heartbeat_measures_a_held_up_loop(qtbot: QtBot) -> None:
    now = 0
    beat = Heartbeat(lambda: now)
    beat.start()
    now = 200
    assert beat.lag_ms() == 180
    with qtbot.waitSignal(beat.lagged) as lagged:
        pass
    beat.stop()

    assert lagged.args == [180]
    assert beat.worst_ms() == 180


@pytest.mark.req("TIM-007")
def test_running_shows_begun_tenths_and_the_result_rounded_hundredths() -> None:
    assert running_words(8_499) == ("8", "4")
    assert final_words(11_195) == ("11", "20")


@pytest.mark.req("TIM-010")
def test_the_stop_bar_reports_the_press_with_its_event(qtbot: QtBot) -> None:
    bar = StopBar(StopBarView(StopBarMode.STOP, "Stop", ("Space",), "Count a stand", ("Up",)))
    qtbot.addWidget(bar)
    bar.show()
    with qtbot.waitSignal(bar.pressed_at) as pressed:
        QTest.mousePress(bar._main, Qt.MouseButton.LeftButton)

    assert isinstance(pressed.args[0], QMouseEvent)
    bar.show_view(StopBarView(StopBarMode.INERT, "Stopped"))
    assert not bar._main.isEnabled()


@pytest.mark.req("TIM-009")
def test_a_former_timing_no_longer_speaks_through_the_face(qtbot: QtBot) -> None:
    desk = Desk(qtbot)
    desk.key(Qt.Key.Key_Space, 0)
    following = StopwatchRunner(60_000, desk.clock, asleep=lambda: 0)
    desk.face.show_runner(following, VIEW)
    assert not desk.face._timer.isActive()
    with qtbot.assertNotEmitted(desk.face.timing_ended):
        desk.runner.break_off()

    assert desk.face.accessibleDescription() == "Ready"
    assert desk.face.runner() is following
