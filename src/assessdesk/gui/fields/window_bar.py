"""A visit's window as a bar on a time axis that all rows of a table share; the text column beside says the same."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from assessdesk.gui.look.theme import metrics

if TYPE_CHECKING:
    from collections.abc import Callable

    from assessdesk.gui.look.tokens import Colours


class WindowState(StrEnum):
    """How a window stands today."""

    OPEN = "open"
    CLOSING = "closing"
    CLOSED = "closed"
    LATER = "later"


@dataclass(frozen=True, slots=True)
class WindowView:
    """One window in days from today: opens, target, closes (negative is past)."""

    opens: int
    target: int
    closes: int
    state: WindowState


@dataclass(frozen=True, slots=True)
class DayAxis:
    """The days that the column shows, from the first to the last, counted from today."""

    first: int
    last: int


def paint_window_bar(painter: QPainter, rect: QRectF, view: WindowView, *, axis: DayAxis, palette: Colours) -> None:
    """Draw one bar, its target and the dotted line of today into `rect`."""
    sizes = metrics()
    fills = {
        WindowState.OPEN: (palette.accentsoft, palette.accent),
        WindowState.CLOSING: (palette.warnsoft, palette.warn),
        WindowState.CLOSED: (palette.badsoft, palette.bad),
        WindowState.LATER: (palette.sunken, palette.muted),
    }
    fill, edge = fills[view.state]
    span = max(1, axis.last - axis.first)

    def x(day: int) -> float:
        return rect.left() + rect.width() * min(1.0, max(0.0, (day - axis.first) / span))

    middle, half = rect.center().y(), sizes.u(0.5)
    painter.setPen(QPen(QColor(edge), 1))
    painter.setBrush(QColor(fill))
    painter.drawRect(QRectF(x(view.opens), middle - half, max(1.0, x(view.closes) - x(view.opens)), 2 * half))
    painter.setPen(QPen(QColor(edge), 3, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
    painter.drawLine(QPointF(x(view.target), middle - half - 2), QPointF(x(view.target), middle + half + 2))
    painter.setPen(QPen(QColor(palette.text), 1, Qt.PenStyle.DotLine))
    painter.drawLine(QPointF(x(0), middle - sizes.u(1.5)), QPointF(x(0), middle + sizes.u(1.5)))


@dataclass(frozen=True, slots=True)
class WindowPainter:
    """A cell painter for `DataTable(painters={"window": ...})`; `view_of` finds a row's window."""

    view_of: Callable[[object], WindowView | None]
    axis: DayAxis

    def view(self, row: object) -> WindowView | None:
        """The window of a row, or None."""
        return self.view_of(row)

    def paint(self, painter: QPainter, rect: QRectF, view: object, palette: Colours) -> None:
        """Draw a window."""
        if isinstance(view, WindowView):
            room = rect.adjusted(0, 0, -metrics().u(1), 0)
            paint_window_bar(painter, room, view, axis=self.axis, palette=palette)
