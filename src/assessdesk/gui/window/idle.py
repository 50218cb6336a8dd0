"""Locks the station when nobody has touched it for a while; any key or press starts the wait anew.

It asks whether locking must wait (a timed trial) and then tries again shortly; it must not know pages or the desk.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer

IDLE_MINUTES = 10
AGAIN_MS = 5_000
"""How soon to look again when something was running."""

_TOUCHES = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.TabletPress,
        QEvent.Type.InputMethod,
    }
)


class IdleWatch(QObject):
    """Watches the whole application.

    Args:
        app: Whose events count as a touch.
        lock: Called when the wait is over.
        must_wait: Tells that something runs which locking must not cut short.
        wait_ms: How long nobody may touch anything.
    """

    def __init__(
        self,
        app: QCoreApplication,
        lock: Callable[[], None],
        *,
        must_wait: Callable[[], bool],
        wait_ms: int = IDLE_MINUTES * 60_000,
    ) -> None:
        super().__init__(app)
        self._lock = lock
        self._must_wait = must_wait
        self._wait_ms = wait_ms
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._on_idle)
        app.installEventFilter(self)

    def start(self) -> None:
        """Begin to wait (somebody has signed in)."""
        self._timer.start(self._wait_ms)

    def stop(self) -> None:
        """Stop waiting (the station is locked)."""
        self._timer.stop()

    def waiting(self) -> bool:
        """Say whether the wait is running."""
        return self._timer.isActive()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Start the wait anew at every touch; nothing is swallowed."""
        if event.type() in _TOUCHES and self._timer.isActive():
            self._timer.start(self._wait_ms)
        del watched
        return False

    def _on_idle(self) -> None:
        """Lock, or look again shortly when something must not be cut short."""
        if self._must_wait():
            self._timer.start(min(AGAIN_MS, self._wait_ms))
        else:
            self._lock()
