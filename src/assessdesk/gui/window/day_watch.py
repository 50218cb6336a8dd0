"""Announces that another day has begun while the program runs: at midnight, or when a workstation wakes up days later.

It looks again and again instead of waiting for midnight, because a machine that sleeps stops every wait. It must not
know what depends on the day.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer

if TYPE_CHECKING:
    from assessdesk.gui.workspace import Workspace

DAY = "day"
"""What pages name in `refreshes_on` that show what depends on the day."""
EVERY_MS = 20_000


class DayWatch(QObject):
    """Watches the day by the desk's clock while somebody is signed in; tells it as a change of the workspace."""

    def __init__(self, workspace: Workspace, parent: QObject | None = None, *, every_ms: int = EVERY_MS) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._day: date | None = None
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.VeryCoarseTimer)
        self._timer.setInterval(every_ms)
        self._timer.timeout.connect(self.look)

    def start(self) -> None:
        """Begin to watch (somebody has signed in, and what they see is of this day)."""
        self._day = self._today()
        self._timer.start()

    def stop(self) -> None:
        """Stop watching (the station is locked)."""
        self._timer.stop()

    def watching(self) -> bool:
        """Say whether the day is watched."""
        return self._timer.isActive()

    def look(self) -> None:
        """Announce another day than the one seen last."""
        today = self._today()
        if today != self._day:
            self._day = today
            self._workspace.changed.emit(frozenset({DAY}))

    def _today(self) -> date:
        return self._workspace.read(lambda desk: desk.clock.now().date())
