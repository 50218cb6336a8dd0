"""A line from one end to the other that is touched where it fits; the keyboard moves the mark.

Nothing is marked before it is touched. It shows no number, because a number read off would not be a mark.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from assessdesk.gui.fields.announcement import announce
from assessdesk.gui.look.theme import colours, metrics

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QMouseEvent, QPaintEvent

STEP, LEAP = 1, 10
HEIGHT, EDGE, KNOB = 8, 2, 1.5
"""In spacing units: the height that can be touched, the room at both ends, the radius of the mark."""


class TouchLine(QWidget):
    """The line.

    Signals:
        marked(int): Where the mark stands now, from `low` to `high`.

    Left and Right move the mark by one, Page Up and Page Down by ten, Home and End to the ends; the first of these
    keys puts it into the middle.
    """

    marked = Signal(int)

    def __init__(self, name: str, low: int, high: int, *, scale: int = 1, value: int | None = None) -> None:
        super().__init__()
        self._low, self._high, self._value = low, high, value
        self._sizes = metrics(scale)
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._describe()

    def value(self) -> int | None:
        """Where the mark stands, or None before anything was touched."""
        return self._value

    def mark(self, value: int) -> None:
        """Put the mark somewhere, not past an end."""
        self._value = min(self._high, max(self._low, value))
        self._describe()
        announce(self, str(self._value))
        self.update()
        self.marked.emit(self._value)

    def _describe(self) -> None:
        self.setAccessibleDescription("" if self._value is None else f"{self._value} / {self._high}")

    def sizeHint(self) -> QSize:
        """As wide as it may be, high enough to be touched."""
        return QSize(self._sizes.u(60), self._sizes.u(HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """Narrow, but as high."""
        return QSize(self._sizes.u(30), self._sizes.u(HEIGHT))

    def _ends(self) -> tuple[float, float]:
        edge = self._sizes.u(EDGE)
        return float(edge), float(self.width() - edge)

    def _at(self, x: float) -> int:
        left, right = self._ends()
        return self._low + round((x - left) / (right - left) * (self._high - self._low))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Touching the line puts the mark there."""
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        self.mark(self._at(event.position().x()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drawing along the line takes the mark along."""
        self.mark(self._at(event.position().x()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the mark by keys."""
        key, here = Qt.Key(event.key()), self._value
        middle = (self._low + self._high) // 2
        steps = {
            Qt.Key.Key_Left: -STEP,
            Qt.Key.Key_Right: STEP,
            Qt.Key.Key_PageDown: -LEAP,
            Qt.Key.Key_PageUp: LEAP,
        }
        ends = {Qt.Key.Key_Home: self._low, Qt.Key.Key_End: self._high}
        if key in ends:
            self.mark(ends[key])
        elif key in steps:
            self.mark(middle if here is None else here + steps[key])
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the line with both ends, and the mark."""
        del event
        palette, sizes = colours(self), self._sizes
        left, right = self._ends()
        middle = self.height() / 2
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.hasFocus():
            painter.setPen(QPen(QColor(palette.accent), 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 4, 4)
        painter.setPen(QPen(QColor(palette.text), sizes.u(0.5)))
        painter.drawLine(QPointF(left, middle), QPointF(right, middle))
        tick = sizes.u(1.5)
        for x in (left, right):
            painter.drawLine(QPointF(x, middle - tick), QPointF(x, middle + tick))
        if self._value is not None:
            x = left + (right - left) * (self._value - self._low) / (self._high - self._low)
            painter.setPen(QPen(QColor(palette.surface), 2))
            painter.setBrush(QColor(palette.accent))
            painter.drawEllipse(QPointF(x, middle), sizes.u(KNOB), sizes.u(KNOB))
        painter.end()
