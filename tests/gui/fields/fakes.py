"""Clocks and keys that tests set by hand."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QInputEvent, QKeyEvent

from assessdesk.domain.stopwatch import Reading, Source


class FakeInput:
    """A source of readings whose clock stands until it is set."""

    def __init__(self, now: int = 1_000_000) -> None:
        self.now = now
        self.late = 0

    def now_ms(self) -> int:
        return self.now

    def read(self, event: QInputEvent) -> Reading:
        del event
        return Reading(self.now - self.late, Source.EVENT, self.now, 1)

    def read_now(self) -> Reading:
        return Reading(self.now, Source.HANDLER, self.now, 1)


def key_press(key: Qt.Key, *, text: str = "", stamp: int = 0, repeat: bool = False) -> QKeyEvent:
    event = QKeyEvent(QEvent.Type.KeyPress, key.value, Qt.KeyboardModifier.NoModifier, text, repeat)
    event.setTimestamp(stamp)
    return event
