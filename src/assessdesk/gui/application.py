"""Starts the program's windows: look, language, idle lock, and what happens when a defect shows itself.

It must not know any page; the desk is handed in by whoever composed it.
"""

from __future__ import annotations

import gc
import sys
import threading
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLibraryInfo, QLocale, Qt, QTimer, QTranslator
from PySide6.QtWidgets import QApplication

from assessdesk.gui.look.icons import icon_folder
from assessdesk.gui.look.theme import apply_theme
from assessdesk.gui.window.day_watch import DayWatch
from assessdesk.gui.window.idle import IDLE_MINUTES, IdleWatch
from assessdesk.gui.window.main_window import MainWindow
from assessdesk.gui.workspace import Workspace
from assessdesk.services import session

if TYPE_CHECKING:
    from types import TracebackType

    from assessdesk.gui.look.tokens import Scheme
    from assessdesk.gui.window.crash_page import CrashPage
    from assessdesk.ports import Refusal
    from assessdesk.services.desk import Desk

EXIT_FAULT = 1
SETTLE_MS = 1_000
"""How long after the sign-in the first page surely stands."""


class Application:
    """The running program: Qt, one window, one desk.

    Args:
        desk: What the windows work with.
        language: Of the interface: en, ko or zh.
        logs: Where reports of defects go.
        scheme: Light or dark; None follows the system.
        idle_minutes: After how long without a touch the station locks.

    `window` is the main window, `qt` the QApplication. `start()` shows the first page, `run()` also waits for the end.
    """

    def __init__(
        self,
        desk: Desk,
        *,
        language: str = "en",
        logs: Path,
        scheme: Scheme | None = None,
        idle_minutes: int = IDLE_MINUTES,
    ) -> None:
        self._desk = desk
        self._logs = logs
        self._crashed: CrashPage | None = None
        self._translators: list[QTranslator] = []
        running = QApplication.instance()
        self.qt = running if isinstance(running, QApplication) else QApplication(sys.argv[:1])
        self.qt.setApplicationName("AssessDesk")
        self.qt.setApplicationDisplayName("AssessDesk")
        self._install_hooks()
        self.workspace = Workspace(desk, language=language)
        self.switching = False
        """Whether the window was closed in order to practise, or to come back from it."""
        apply_theme(self.qt, scheme, practice=self.workspace.practice)
        self._translate(language)
        # Before the window hears of it: the pages are made anew in the new language.
        self.workspace.language_changed.connect(self._translate)
        self.workspace.other_station_wished.connect(self._switch, Qt.ConnectionType.QueuedConnection)
        self.window = MainWindow(self.workspace)
        self.idle = IdleWatch(
            self.qt, self.window.lock_when_idle, must_wait=self.window.must_stay_open, wait_ms=idle_minutes * 60_000
        )
        self.days = DayWatch(self.workspace, self.qt)
        for watch in (self.idle, self.days):
            self.window.entered.connect(watch.start)
            self.window.locked.connect(watch.stop)
        self.window.entered.connect(lambda: QTimer.singleShot(SETTLE_MS, settle))

    def start(self) -> None:
        """Show the window with its first page."""
        self.window.start()
        self.window.showMaximized()
        QTimer.singleShot(0, _warm_up)

    def run(self) -> int:
        """Show the window and return the exit status once it was closed."""
        self.start()
        status = self.qt.exec()
        self.idle.stop()
        self._remove_translators()
        self.window.deleteLater()
        return EXIT_FAULT if self._crashed is not None else status

    def _switch(self) -> None:
        """Close the window for the other station, unless something runs that must not be cut short."""
        self.switching = True
        self.switching = self.window.close()

    def _translate(self, language: str) -> None:
        """Install the words of a language: Qt's own, then ours. English is what stands in the source."""
        self._remove_translators()
        own = str(icon_folder()).rpartition("theme")[0] + "i18n"
        folders = {"qtbase": QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath), "assessdesk": own}
        for name, folder in folders.items():
            translator = QTranslator(self.qt)
            # By locale: Qt calls its own Chinese words zh_CN.
            if language != "en" and translator.load(QLocale(language), name, "_", folder):
                self.qt.installTranslator(translator)
                self._translators.append(translator)

    def _remove_translators(self) -> None:
        for translator in self._translators:
            self.qt.removeTranslator(translator)
        self._translators = []

    def _install_hooks(self) -> None:
        """Let every exception that nobody caught reach the crash page, from whichever thread."""
        sys.excepthook = self._on_defect
        threading.excepthook = lambda gone: self._on_defect(gone.exc_type, gone.exc_value, gone.exc_traceback)

    def _on_defect(self, kind: type[BaseException], error: BaseException | None, trace: TracebackType | None) -> None:
        """Write the report, close the station as it is, and show the crash page; only the first defect counts."""
        if issubclass(kind, KeyboardInterrupt) or error is None:
            sys.__excepthook__(kind, error or kind(), trace)
            self.qt.quit()
            return
        if self._crashed is not None:
            return
        from assessdesk.gui.window.crash_page import CrashPage, report_of, write_report

        at = self._desk.clock.now()
        path = write_report(report_of(error, at), self._logs, at)
        # The last-seen head stays marked as not closed cleanly, so that the next start looks back.
        session.release(self._desk)
        self._crashed = CrashPage(path)
        self._crashed.close_requested.connect(self.qt.quit)
        window = getattr(self, "window", None)
        if window is None:
            self._crashed.showMaximized()
        else:
            self.idle.stop()
            self.days.stop()
            window.show_instead(self._crashed)


def settle() -> None:
    """Keep the garbage collector off what stays until the station is locked.

    With thousands of participants, looking through all of it takes longer than a person waits for a key.
    """
    gc.unfreeze()
    gc.collect()
    gc.freeze()


def _warm_up() -> None:
    """Import, once the first page stands, what must be there when a defect shows itself."""
    import_module("assessdesk.gui.window.crash_page")


@dataclass(frozen=True, slots=True, kw_only=True)
class Ended:
    """How a run of the windows ended: the exit status, the language, and whether the other station is wished for."""

    status: int
    language: str
    practice: bool
    switching: bool


def run(desk: Desk, *, language: str = "en", logs: Path, told: Refusal | None = None) -> Ended:
    """Run the program's windows on a desk; `told` is why the other station could not be opened."""
    application = Application(desk, language=language, logs=logs)
    if told is not None:
        QTimer.singleShot(0, lambda: application.workspace.tell(told))
    status = application.run()
    workspace = application.workspace
    return Ended(
        status=status, language=workspace.language, practice=workspace.practice, switching=application.switching
    )
