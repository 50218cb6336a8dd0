"""The states a thing can be in, each as colour, shape and word together (never colour alone).

One function paints the shape for badges, lists, tables and paper. What makes a thing "done" is decided elsewhere;
here stands only how it looks and what it is called.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from math import ceil
from typing import TYPE_CHECKING, assert_never

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from assessdesk.gui.look.tokens import Ink

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from assessdesk.gui.look.tokens import Colours

GRID = 16.0
"""Every shape is drawn on a grid of 16 and scaled to the rectangle it is given."""


class VisualState(StrEnum):
    """How something stands, as it is shown."""

    DONE = "done"
    NOW = "now"
    IN_PROGRESS = "in_progress"
    RUNNING = "running"
    OPEN = "open"
    DUE = "due"
    OPENS_SOON = "opens_soon"
    WINDOW_CLOSING = "window_closing"
    OVERDUE = "overdue"
    UNUSUAL = "unusual"
    NOT_ACCEPTED = "not_accepted"
    HOLD = "hold"
    NOT_DONE = "not_done"
    VOID = "void"
    STOPPED_EARLY = "stopped_early"
    TO_SIGN = "to_sign"
    AT_CENTRAL = "at_central"
    NOT_AT_CENTRAL = "not_at_central"
    QUERY_OPEN = "query_open"
    QUERY_ANSWERED = "query_answered"
    QUERY_CLOSED = "query_closed"


_INKS = {
    VisualState.DONE: Ink.OK,
    VisualState.NOW: Ink.ACCENT,
    VisualState.IN_PROGRESS: Ink.ACCENT,
    VisualState.RUNNING: Ink.ACCENT,
    VisualState.OPEN: Ink.MUTED,
    VisualState.DUE: Ink.ACCENT,
    VisualState.OPENS_SOON: Ink.MUTED,
    VisualState.WINDOW_CLOSING: Ink.WARN,
    VisualState.OVERDUE: Ink.BAD,
    VisualState.UNUSUAL: Ink.WARN,
    VisualState.NOT_ACCEPTED: Ink.BAD,
    VisualState.HOLD: Ink.BAD,
    VisualState.NOT_DONE: Ink.MUTED,
    VisualState.VOID: Ink.MUTED,
    VisualState.STOPPED_EARLY: Ink.MUTED,
    VisualState.TO_SIGN: Ink.ACCENT,
    VisualState.AT_CENTRAL: Ink.OK,
    VisualState.NOT_AT_CENTRAL: Ink.WARN,
    VisualState.QUERY_OPEN: Ink.WARN,
    VisualState.QUERY_ANSWERED: Ink.ACCENT,
    VisualState.QUERY_CLOSED: Ink.OK,
}


def state_ink(state: VisualState) -> Ink:
    """The colour role of a state's shape."""
    return _INKS[state]


def state_word(state: VisualState) -> str:
    """The word that stands beside a state's shape, in the interface language."""
    translate = QCoreApplication.translate
    match state:
        case VisualState.DONE:
            return translate("VisualState", "Done")
        case VisualState.NOW:
            return translate("VisualState", "Now")
        case VisualState.IN_PROGRESS:
            return translate("VisualState", "In progress")
        case VisualState.RUNNING:
            return translate("VisualState", "Running")
        case VisualState.OPEN:
            return translate("VisualState", "Open")
        case VisualState.DUE:
            return translate("VisualState", "Due")
        case VisualState.OPENS_SOON:
            return translate("VisualState", "Opens soon")
        case VisualState.WINDOW_CLOSING:
            return translate("VisualState", "Window closing")
        case VisualState.OVERDUE:
            return translate("VisualState", "Overdue")
        case VisualState.UNUSUAL:
            return translate("VisualState", "Unusual")
        case VisualState.NOT_ACCEPTED:
            return translate("VisualState", "Not accepted")
        case VisualState.HOLD:
            return translate("VisualState", "Hold")
        case VisualState.NOT_DONE:
            return translate("VisualState", "Not done")
        case VisualState.VOID:
            return translate("VisualState", "Void")
        case VisualState.STOPPED_EARLY:
            return translate("VisualState", "Stopped early")
        case VisualState.TO_SIGN:
            return translate("VisualState", "To sign")
        case VisualState.AT_CENTRAL:
            return translate("VisualState", "At central")
        case VisualState.NOT_AT_CENTRAL:
            return translate("VisualState", "Not yet")
        case VisualState.QUERY_OPEN:
            return translate("VisualState", "Open", "query")
        case VisualState.QUERY_ANSWERED:
            return translate("VisualState", "Answered")
        case VisualState.QUERY_CLOSED:
            return translate("VisualState", "Closed")
        case _:
            assert_never(state)


@dataclass(frozen=True, slots=True)
class StateView:
    """A state and, where the plain word is not enough, the words to show instead ("Not done, ND07")."""

    state: VisualState
    words: str = ""
    bold: bool = False
    ink: Ink = Ink.TEXT

    def said(self) -> str:
        """The words that stand beside the shape."""
        return self.words or state_word(self.state)


def paint_state(painter: QPainter, rect: QRectF, state: VisualState, colours: Colours) -> None:
    """Draw the shape of `state` into `rect` (logical pixels; square) with the colours given."""
    device = painter.device()
    if not isinstance(device, QWidget):
        # Paper takes lines of any size.
        _draw(painter, rect, state, colours)
        return
    ratio = device.devicePixelRatioF()
    at = QPointF(round(rect.left() * ratio) / ratio, round(rect.top() * ratio) / ratio)
    painter.drawImage(at, _picture(state, rect.width(), ratio, colours))


@lru_cache(maxsize=512)
def _picture(state: VisualState, side: float, ratio: float, colours: Colours) -> QImage:
    """Return a shape as a screen shows it; a table draws the same few again and again."""
    pixels = ceil(side * ratio)
    picture = QImage(pixels, pixels, QImage.Format.Format_ARGB32_Premultiplied)
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    _draw(painter, QRectF(0, 0, side, side), state, colours)
    painter.end()
    return picture


def _draw(painter: QPainter, rect: QRectF, state: VisualState, colours: Colours) -> None:
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(rect.topLeft())
    painter.scale(rect.width() / GRID, rect.height() / GRID)
    ink = QColor(colours.ink(state_ink(state)))
    painter.setPen(_stroke(ink))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    _SHAPES[state](painter, ink, colours)
    painter.restore()


def _stroke(colour: QColor, width: float = 1.75) -> QPen:
    return QPen(colour, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)


def _fill(painter: QPainter, colour: QColor) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)


def _ring(painter: QPainter) -> None:
    painter.drawEllipse(QRectF(1.1, 1.1, 13.8, 13.8))


def _polygon(points: Sequence[tuple[float, float]]) -> QPolygonF:
    return QPolygonF([QPointF(x, y) for x, y in points])


def _octagon(painter: QPainter, ink: QColor) -> None:
    _fill(painter, ink)
    a, b = 4.7, 11.3
    painter.drawPolygon(_polygon([(a, 0), (b, 0), (16, a), (16, b), (b, 16), (a, 16), (0, b), (0, a)]))


def _exclamation(painter: QPainter, colour: QColor, top: float, bottom: float, dot: float) -> None:
    painter.setPen(_stroke(colour, 1.7))
    painter.drawLine(QPointF(8, top), QPointF(8, bottom))
    _fill(painter, colour)
    painter.drawEllipse(QPointF(8, dot), 1.05, 1.05)


def _bubble() -> QPainterPath:
    path = QPainterPath(QPointF(1.2, 1.4))
    for x, y in ((14.8, 1.4), (14.8, 11.2), (8, 11.2), (4.6, 14.6), (4.6, 11.2), (1.2, 11.2)):
        path.lineTo(QPointF(x, y))
    path.closeSubpath()
    return path


def _draw_due(painter: QPainter, ink: QColor, _: Colours) -> None:
    _ring(painter)
    _fill(painter, ink)
    painter.drawEllipse(QPointF(8, 8), 3.2, 3.2)


def _draw_opens_soon(painter: QPainter, ink: QColor, _: Colours) -> None:
    pen = _stroke(ink, 1.6)
    pen.setDashPattern([1.3, 1.6])
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    painter.setPen(pen)
    _ring(painter)


def _draw_hourglass(painter: QPainter, ink: QColor, colours: Colours) -> None:
    painter.setPen(_stroke(ink, 1.5))
    painter.setBrush(QColor(colours.warnfill))
    painter.drawPolygon(_polygon([(3.6, 1.6), (12.4, 1.6), (8, 8), (12.4, 14.4), (3.6, 14.4), (8, 8)]))
    painter.drawLine(QPointF(2.4, 1.2), QPointF(13.6, 1.2))
    painter.drawLine(QPointF(2.4, 14.8), QPointF(13.6, 14.8))


def _draw_overdue(painter: QPainter, ink: QColor, colours: Colours) -> None:
    _fill(painter, ink)
    painter.drawPolygon(_polygon([(8, 0.2), (15.8, 8), (8, 15.8), (0.2, 8)]))
    _exclamation(painter, QColor(colours.surface), 4.6, 8.6, 11.1)


def _draw_unusual(painter: QPainter, ink: QColor, colours: Colours) -> None:
    painter.setPen(_stroke(ink, 1.4))
    painter.setBrush(QColor(colours.warnfill))
    painter.drawPolygon(_polygon([(8, 1.2), (15.2, 14.4), (0.8, 14.4)]))
    _exclamation(painter, QColor(colours.onwarnfill), 5.9, 9.6, 12.1)


def _draw_not_accepted(painter: QPainter, ink: QColor, colours: Colours) -> None:
    _octagon(painter, ink)
    painter.setPen(_stroke(QColor(colours.surface), 2))
    painter.drawPolyline(_polygon([(5.4, 5.4), (10.6, 10.6)]))
    painter.drawPolyline(_polygon([(10.6, 5.4), (5.4, 10.6)]))


def _draw_hold(painter: QPainter, ink: QColor, colours: Colours) -> None:
    _octagon(painter, ink)
    _fill(painter, QColor(colours.surface))
    painter.drawRoundedRect(QRectF(4, 6.7, 8, 2.6), 0.6, 0.6)


def _draw_not_done(painter: QPainter, _: QColor, __: Colours) -> None:
    _ring(painter)
    painter.drawLine(QPointF(3.6, 12.4), QPointF(12.4, 3.6))


def _draw_void(painter: QPainter, _: QColor, __: Colours) -> None:
    painter.drawRoundedRect(QRectF(1.2, 1.2, 13.6, 13.6), 1.5, 1.5)
    painter.drawLine(QPointF(4.6, 8), QPointF(11.4, 8))


def _draw_to_sign(painter: QPainter, ink: QColor, _: Colours) -> None:
    painter.drawRoundedRect(QRectF(1.2, 1.2, 13.6, 13.6), 1.5, 1.5)
    path = QPainterPath(QPointF(4, 11))
    path.cubicTo(QPointF(5, 5), QPointF(7.5, 4.5), QPointF(6.8, 9.6))
    path.cubicTo(QPointF(8, 6.5), QPointF(9.5, 7), QPointF(9, 9.2))
    path.lineTo(QPointF(12, 7))
    painter.setPen(_stroke(ink, 1.5))
    painter.drawPath(path)


def _draw_at_central(painter: QPainter, ink: QColor, _: Colours) -> None:
    painter.setPen(_stroke(ink, 2))
    painter.drawPolyline(_polygon([(1, 8.4), (3.8, 11.4), (9.4, 5)]))
    painter.drawPolyline(_polygon([(7.6, 10.9), (8.2, 11.4), (15, 5)]))


def _draw_not_at_central(painter: QPainter, ink: QColor, _: Colours) -> None:
    painter.drawLine(QPointF(8, 10.6), QPointF(8, 2.6))
    painter.drawPolyline(_polygon([(4.6, 5.6), (8, 2.2), (11.4, 5.6)]))
    pen = _stroke(ink)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    pen.setDashPattern([1.4, 1.4])
    painter.setPen(pen)
    painter.drawLine(QPointF(1.6, 14.2), QPointF(15, 14.2))


def _draw_query_open(painter: QPainter, ink: QColor, _: Colours) -> None:
    painter.drawPath(_bubble())
    _exclamation(painter, ink, 3.8, 6.4, 8.9)


def _draw_query_answered(painter: QPainter, ink: QColor, colours: Colours) -> None:
    painter.setBrush(ink)
    painter.drawPath(_bubble())
    painter.setPen(_stroke(QColor(colours.surface)))
    painter.drawLine(QPointF(5, 6.4), QPointF(11, 6.4))


def _draw_tick(painter: QPainter, ink: QColor, colours: Colours) -> None:
    _fill(painter, ink)
    painter.drawEllipse(QRectF(0, 0, 16, 16))
    painter.setPen(_stroke(QColor(colours.surface), 2.2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPolyline(_polygon([(4.5, 8.4), (7, 10.8), (11.6, 5.7)]))


def _draw_half_ring(painter: QPainter, ink: QColor, _: Colours) -> None:
    _ring(painter)
    _fill(painter, ink)
    quarter = 90 * 16
    painter.drawPie(QRectF(3.6, 3.6, 8.8, 8.8), -quarter, 2 * quarter)


def _draw_ring(painter: QPainter, _: QColor, __: Colours) -> None:
    _ring(painter)


_SHAPES: dict[VisualState, Callable[[QPainter, QColor, Colours], None]] = {
    VisualState.DONE: _draw_tick,
    VisualState.NOW: _draw_half_ring,
    VisualState.IN_PROGRESS: _draw_half_ring,
    VisualState.RUNNING: _draw_half_ring,
    VisualState.OPEN: _draw_ring,
    VisualState.DUE: _draw_due,
    VisualState.OPENS_SOON: _draw_opens_soon,
    VisualState.WINDOW_CLOSING: _draw_hourglass,
    VisualState.OVERDUE: _draw_overdue,
    VisualState.UNUSUAL: _draw_unusual,
    VisualState.NOT_ACCEPTED: _draw_not_accepted,
    VisualState.HOLD: _draw_hold,
    VisualState.NOT_DONE: _draw_not_done,
    VisualState.VOID: _draw_void,
    VisualState.STOPPED_EARLY: _draw_void,
    VisualState.TO_SIGN: _draw_to_sign,
    VisualState.AT_CENTRAL: _draw_at_central,
    VisualState.NOT_AT_CENTRAL: _draw_not_at_central,
    VisualState.QUERY_OPEN: _draw_query_open,
    VisualState.QUERY_ANSWERED: _draw_query_answered,
    VisualState.QUERY_CLOSED: _draw_tick,
}
