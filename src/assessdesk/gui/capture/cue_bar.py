"""What is said to the participant while the clock runs: the remark of the minute, and when the next one is due.

A remark whose time comes is seen and heard, by the system's alert sound: the toolkit that is shipped plays no other.
It reads the running time, keeps none of its own, and must not know the instrument or start and stop anything.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from assessdesk.gui.fields.announcement import announce
from assessdesk.gui.fields.text import Label, restyle
from assessdesk.gui.look.theme import TypeRole, metrics
from assessdesk.gui.look.tokens import Ink

if TYPE_CHECKING:
    from collections.abc import Callable

    from assessdesk.services.capture_view import CueView

LOOK_MS = 100
BEFORE_MS = -1
"""Before the start, when not even a cue at 0 is due."""
NEW_MS = 8_000
"""How long a remark stands out after its time has come."""


def minutes(milliseconds: int) -> str:
    """Return a time since the start as minutes and seconds."""
    return f"{milliseconds // 60_000}:{milliseconds // 1000 % 60:02d}"


class CueBar(QFrame):
    """One line: what to say now, and the time of the next remark.

    Args:
        elapsed_ms: The running time.
        sound: Makes a cue heard.

    `show_cues` gives the remarks of a step; without any the line is not there. `start` and `stop` follow the clock.
    """

    def __init__(
        self, elapsed_ms: Callable[[], int], *, sound: Callable[[], None], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._elapsed_ms = elapsed_ms
        self._sound = sound
        self._cues: tuple[CueView, ...] = ()
        self._said: CueView | None = None
        self.setProperty("kind", "card")
        self.now = Label(role=TypeRole.L, bold=True, wrap=True)
        self.next = Label(ink=Ink.MUTED)
        row = QHBoxLayout(self)
        row.setContentsMargins(metrics().u(2), metrics().u(1), metrics().u(2), metrics().u(1))
        row.addWidget(self.now, 1)
        row.addWidget(self.next)
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_MS)
        self._timer.timeout.connect(self.look)
        self.hide()

    def show_cues(self, cues: tuple[CueView, ...]) -> None:
        """Take the remarks of a step that is ready to start."""
        self.stop()
        self._cues, self._said = cues, None
        if cues:
            self.look()

    def any(self) -> bool:
        """Say whether anything is said at this step."""
        return bool(self._cues)

    def starts(self) -> bool:
        """Say whether a cue starts the test."""
        return any(cue.at_ms == 0 for cue in self._cues)

    def start(self) -> None:
        """The clock runs."""
        if self._cues:
            self._timer.start()
            self.look()

    def stop(self) -> None:
        """The clock has ended; nothing more is due."""
        self._timer.stop()
        if self._cues:
            self.next.show_text("")

    def look(self) -> None:
        """Show the remark whose time has come last and the time of the next one."""
        at = self._elapsed_ms() if self._timer.isActive() else BEFORE_MS
        due = [cue for cue in self._cues if cue.at_ms <= at]
        coming = [cue for cue in self._cues if cue.at_ms > at]
        said = due[-1] if due else None
        self.now.show_text(
            self.tr("Say: {0}").format(said.say) if said else self.tr("Say nothing else until the first remark")
        )
        self.next.show_text(self.tr("Next at {0}").format(minutes(coming[0].at_ms)) if coming else "")
        fresh = said is not None and at - said.at_ms < NEW_MS
        restyle(self, "kind", "finding" if fresh else "card")
        restyle(self, "edge", "warn" if fresh else "")
        if said is not self._said:
            self._said = said
            if said is not None:
                self._sound()
                announce(self, said.say, urgent=True)
