"""A real desk on a throw-away folder with the real window on it, driven by keyboard and accessible name."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication

from assessdesk.gui import tasks
from assessdesk.gui.demo.walkthrough import Walkthrough
from assessdesk.gui.look.theme import apply_theme
from assessdesk.gui.look.tokens import Scheme
from assessdesk.gui.page import Destination
from assessdesk.gui.window.main_window import MainWindow
from assessdesk.gui.workspace import Workspace
from assessdesk.ports import ParticipantRow
from assessdesk.services import session
from assessdesk.services.desk import Desk
from tests.journeys import visit as journey

Enrol = Callable[..., ParticipantRow]


@pytest.fixture(autouse=True)
def _no_window_survives() -> Iterator[None]:
    """Delete every window when its test is over: each one left would be styled and translated again by all later tests.

    Outside a running event loop Qt keeps a deletion that was asked for until it is told to carry it out.
    """
    yield
    if QApplication.instance() is None:
        return
    for widget in QApplication.topLevelWidgets():
        widget.hide()
        widget.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def fresh_desk(tmp_path: Path) -> Iterator[Desk]:
    """A desk whose station was not set up yet."""
    desk = journey.make_desk(tmp_path)
    yield desk
    session.release(desk)


@pytest.fixture
def central() -> journey.Central:
    return journey.Central.fresh()


@pytest.fixture
def signed_in(fresh_desk: Desk, tmp_path: Path, central: journey.Central) -> Desk:
    """A desk with its first person signed in."""
    journey.set_up(fresh_desk, tmp_path, central)
    return fresh_desk


@pytest.fixture
def enrol(signed_in: Desk) -> Enrol:
    def enrolled(**changes: object) -> ParticipantRow:
        return journey.enrol(signed_in, **changes)

    return enrolled


@pytest.fixture
def window_on(qapp: QApplication) -> Iterator[Callable[[Desk], MainWindow]]:
    """Shows the real window on a desk; long work runs at once."""
    apply_theme(qapp, Scheme.LIGHT)
    shown: list[MainWindow] = []

    def make(desk: Desk) -> MainWindow:
        window = MainWindow(Workspace(desk))
        window.resize(1366, 688)
        window.start()
        window.show()
        window.activateWindow()
        shown.append(window)
        return window

    with tasks.inline():
        yield make
    for window in shown:
        window.hide()
        window.deleteLater()
    qapp.processEvents()


@pytest.fixture
def window(signed_in: Desk, window_on: Callable[[Desk], MainWindow]) -> MainWindow:
    """The window at Today, somebody signed in."""
    made = window_on(signed_in)
    made.go(Destination(page="today"))
    return made


@pytest.fixture
def walk(window: MainWindow) -> Walkthrough:
    """Drives the window."""
    return Walkthrough(window)
