"""The window around the pages: navigation, locking, waiting, folding, help, language."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QCloseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from assessdesk.gui.application import Application
from assessdesk.gui.demo.walkthrough import Walkthrough
from assessdesk.gui.fields.key_bar import KeyBar
from assessdesk.gui.fields.nav_list import NavList
from assessdesk.gui.page import Destination, Page
from assessdesk.gui.window.crash_page import CrashPage, report_of, write_report
from assessdesk.gui.window.idle import IdleWatch
from assessdesk.gui.window.main_window import MainWindow
from assessdesk.ports import Refusal
from assessdesk.services.desk import Desk
from tests.gui.conftest import Enrol
from tests.journeys.visit import StillClock

ALT = Qt.KeyboardModifier.AltModifier
OURS = ("today", "participants", "enrol", "participant", "exchange", "people", "devices", "audit")


class BusyPage(Page):
    """A page in whose place a trial is running."""

    running = True

    def path(self) -> tuple[str, ...]:
        return ("Running",)

    def open(self, destination: Destination) -> None:
        """Nothing to show."""

    def refresh(self) -> None:
        """Nothing to show."""

    def busy(self) -> bool:
        return self.running


@pytest.fixture
def busy(window: MainWindow) -> BusyPage:
    """The window while a trial runs."""
    page = BusyPage(window.workspace)
    page.leave_requested.connect(window._wish)
    window._pages["visit"] = page
    window._frame.stack.addWidget(page)
    window.go(Destination(page="visit"))
    return page


def at(window: MainWindow) -> str:
    return window._at.page


@pytest.mark.req("GUI-102")
def test_alt_and_a_number_go_to_the_pages(window: MainWindow) -> None:
    for key, page in ((Qt.Key.Key_2, "participants"), (Qt.Key.Key_3, "exchange"), (Qt.Key.Key_5, "audit")):
        QTest.keyClick(window, key, ALT)
        assert at(window) == page
    QTest.keyClick(window, Qt.Key.Key_6, ALT)
    assert at(window) == "people"
    QTest.keyClick(window, Qt.Key.Key_7, ALT)
    assert at(window) == "devices"
    QTest.keyClick(window, Qt.Key.Key_1, ALT)
    assert at(window) == "today"


@pytest.mark.req("GUI-102")
def test_only_who_may_sees_the_people(window: MainWindow, signed_in: Desk) -> None:
    signed_in.roles = ("assessor",)
    window.go(Destination(page="today"))
    keys = [item.key for item in window.findChildren(NavList)[0].items()]
    assert "people" not in keys
    assert "exchange" in keys
    QTest.keyClick(window, Qt.Key.Key_6, ALT)
    assert at(window) == "today"


@pytest.mark.req("GUI-103")
def test_locking_closes_the_ledger_and_drops_every_page(window: MainWindow, signed_in: Desk, enrol: Enrol) -> None:
    code = enrol().code
    window.go(Destination(page="participants"))
    QTest.keyClick(window, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    assert signed_in.opened is None
    assert at(window) == "sign_in"
    assert list(window._pages) == ["sign_in"]
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    assert code not in "".join(label.text() for label in window.findChildren(QLabel))
    anchor = signed_in.store.anchor()
    assert anchor is not None
    assert anchor.clean


@pytest.mark.req("GUI-104")
def test_nothing_cuts_a_running_trial_short(window: MainWindow, busy: BusyPage, signed_in: Desk) -> None:
    for key, modifier in (
        (Qt.Key.Key_1, ALT),
        (Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier),
        (Qt.Key.Key_F1, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_F6, Qt.KeyboardModifier.NoModifier),
    ):
        QTest.keyClick(window, key, modifier)
        assert window._frame.stack.currentWidget() is busy
    window.lock_when_idle()
    busy.leave_requested.emit(Destination(page="today"))
    event = QCloseEvent()
    window.closeEvent(event)
    assert not event.isAccepted()
    assert signed_in.opened is not None
    assert at(window) == "visit"

    busy.running = False
    event = QCloseEvent()
    window.closeEvent(event)
    assert event.isAccepted()
    assert signed_in.opened is None


@pytest.mark.req("GUI-105")
def test_the_station_locks_when_nobody_touches_it_but_not_during_a_trial(qapp: QApplication, qtbot: QtBot) -> None:
    locked: list[bool] = []
    running = [True]
    asked: list[bool] = []

    def must_wait() -> bool:
        asked.append(running[0])
        return running[0]

    watch = IdleWatch(qapp, lambda: locked.append(True), must_wait=must_wait, wait_ms=30)
    watch.start()
    qtbot.waitUntil(lambda: len(asked) > 1, timeout=10_000)
    assert not locked
    running[0] = False
    qtbot.waitUntil(lambda: bool(locked), timeout=10_000)
    watch.stop()
    qapp.removeEventFilter(watch)


@pytest.mark.req("GUI-105")
def test_a_key_starts_the_wait_anew(qapp: QApplication, qtbot: QtBot) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)
    widget.show()
    watch = IdleWatch(qapp, lambda: None, must_wait=lambda: False, wait_ms=60_000)
    timer = watch.findChildren(QTimer)[0]
    watch.start()
    timer.start(20_000)
    QTest.keyClick(widget, Qt.Key.Key_A)
    assert timer.interval() == 60_000
    watch.stop()
    QTest.keyClick(widget, Qt.Key.Key_A)
    assert not watch.waiting()
    qapp.removeEventFilter(watch)


@pytest.mark.req("GUI-106")
def test_help_lists_the_keys_of_the_page_and_gives_the_focus_back(window: MainWindow, walk: Walkthrough) -> None:
    before = QApplication.focusWidget()
    QTest.keyClick(window, Qt.Key.Key_F1)
    assert walk.has("Help")
    assert walk.has("new participant")
    assert walk.has("Ctrl L")
    QTest.keyClick(walk.find("Help"), Qt.Key.Key_Escape)
    assert window._frame.stack.currentWidget() is window.current()
    assert QApplication.focusWidget() is before


@pytest.mark.req("GUI-106")
def test_f6_goes_through_the_areas(window: MainWindow) -> None:
    seen = []
    for _ in range(3):
        QTest.keyClick(window, Qt.Key.Key_F6)
        focus = QApplication.focusWidget()
        assert focus is not None
        seen.append(next(area for area in window._frame.areas() if area.isAncestorOf(focus)))
    assert set(seen) == set(window._frame.areas())


@pytest.mark.req("GUI-107")
@pytest.mark.parametrize(("width", "units"), [(1050, 7), (1366, 26), (1680, 30)])
def test_the_left_column_folds_with_the_window(window: MainWindow, width: int, units: int) -> None:
    window.resize(width, 688)
    QApplication.processEvents()
    unit = window._frame.left.width() / units
    assert unit == pytest.approx(window._frame.header.height() / 6, abs=0.5)


@pytest.mark.req("GUI-108")
@pytest.mark.parametrize("name", OURS)
def test_every_page_fits_names_its_widgets_and_shows_its_keys(
    window: MainWindow, walk: Walkthrough, enrol: Enrol, name: str
) -> None:
    row = enrol()
    window.go(Destination(page=name, participant=row.participant))
    QApplication.processEvents()
    assert (window.width(), window.height()) == (1366, 688)
    page = window.current()
    nameless = [
        type(widget).__name__
        for widget in page.findChildren(QWidget)
        if widget.isVisible() and bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus) and not widget.accessibleName()
    ]
    assert nameless == []
    wishes = {hint.wish for hint in window.findChildren(KeyBar)[0].hints()}
    assert {action.iconText() for action in page.key_actions()} <= wishes
    assert walk.has("Lock")


@pytest.mark.req("GUI-109")
def test_another_language_makes_the_page_anew_and_keeps_the_place(
    fresh_desk: Desk, window_on: Callable[[Desk], MainWindow]
) -> None:
    window = window_on(fresh_desk)
    before = window.current()
    window.workspace.set_language("ko")
    assert window.current() is not before
    assert at(window) == "set_up"


@pytest.fixture
def application(signed_in: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Application]:
    """The whole program; its hooks are taken away again."""
    monkeypatch.setattr("sys.excepthook", lambda *_: None)
    monkeypatch.setattr("threading.excepthook", lambda *_: None)
    made = Application(signed_in, logs=tmp_path / "logs")
    yield made
    made.idle.stop()
    made.qt.removeEventFilter(made.idle)
    made.window.deleteLater()


def raised(error: Exception) -> Exception:
    """The error as it looks once it was raised."""
    with pytest.raises(type(error)) as caught:
        raise error
    return caught.value


@pytest.mark.req("GUI-110")
def test_a_defect_closes_the_station_and_says_where_the_report_is(
    application: Application, signed_in: Desk, tmp_path: Path, enrol: Enrol
) -> None:
    row = enrol()
    application.start()
    application.window.go(Destination(page="today"))
    error = raised(KeyError(row.code))
    application._on_defect(type(error), error, error.__traceback__)
    page = application.window.findChildren(CrashPage)[0]
    assert page.isVisible()
    assert signed_in.opened is None
    (report,) = (tmp_path / "logs").iterdir()
    said = "".join(label.text() for label in page.findChildren(QLabel))
    assert "Nothing was lost" in said
    assert str(report) in said.replace("\u2060", "")
    text = report.read_text(encoding="utf-8")
    assert "KeyError" in text
    assert row.code not in text
    anchor = signed_in.store.anchor()
    assert anchor is not None
    assert not anchor.clean


@pytest.mark.req("GUI-110")
def test_a_report_names_kinds_and_places_and_no_value() -> None:
    error = raised(ValueError("born 1971"))
    error.__cause__ = raised(Refusal("S01-001-V"))
    text = report_of(error, StillClock().now())
    assert "builtins.ValueError" in text
    assert "assessdesk.ports.Refusal" in text
    assert "test_main_window.py" in text
    assert "1971" not in text
    assert "S01-001" not in text


@pytest.mark.req("GUI-110")
def test_a_report_that_cannot_be_written_is_said(
    tmp_path: Path, qtbot: QtBot, capsys: pytest.CaptureFixture[str]
) -> None:
    in_the_way = tmp_path / "logs"
    in_the_way.write_text("a file", encoding="utf-8")
    path = write_report("report", in_the_way, StillClock().now())
    assert path is None
    assert "could not be written" in capsys.readouterr().err
    page = CrashPage(path)
    qtbot.addWidget(page)
    assert any("No report could be written" in label.text() for label in page.findChildren(QLabel))
