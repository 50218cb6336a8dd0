"""The number line: a first and a last value, the band of chance, a reference group. One drawing for page and paper.

It draws decimals it is given and judges nothing: whether a change lies inside the band is said by the sentence
that comes with it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QFontMetricsF, QPainter, QPen

from assessdesk.gui.look.hangul import keep_words
from assessdesk.gui.look.tokens import PRINT

if TYPE_CHECKING:
    from decimal import Decimal

    from assessdesk.gui.look.tokens import Colours

HEIGHT_PER_TEXT = 6.5
"""The drawing is this many text heights high without a reference group."""
REFERENCE_PER_TEXT = 1.8
"""The reference group takes this many more."""


@dataclass(frozen=True, slots=True)
class NumberMark:
    """One value and the words over it ("last 27.2 kg")."""

    value: Decimal
    words: str


@dataclass(frozen=True, slots=True)
class NumberSpan:
    """From one value to another, with the words beside it ("" for none)."""

    low: Decimal
    high: Decimal
    words: str = ""


@dataclass(frozen=True, slots=True)
class NumberLineView:
    """One line.

    Attributes:
        axis: The ends of the line.
        ticks: Where numbers stand, as they are written.
        first: The first visit's value, or None when there is one visit only.
        last: The last visit's value.
        band: Changes inside it can be chance; None without a source for it.
        reference: The reference group's middle half; None outside its age range.
    """

    axis: NumberSpan
    ticks: tuple[Decimal, ...]
    last: NumberMark
    first: NumberMark | None = None
    band: NumberSpan | None = None
    reference: NumberSpan | None = None


def number_line_words(view: NumberLineView) -> str:
    """The drawing in words, for screen readers and for a table beside it."""
    parts = [view.first.words if view.first else "", view.last.words]
    if view.band is not None:
        parts.append(f"{view.band.words} {view.band.low}–{view.band.high}".strip())
    if view.reference is not None:
        parts.append(f"{view.reference.words} {view.reference.low}–{view.reference.high}")
    return "; ".join(part for part in parts if part)


def number_line_height(view: NumberLineView, face: QFont) -> float:
    """How high the drawing is in `face`, in the painter's units."""
    line = QFontMetricsF(face).height()
    return line * (HEIGHT_PER_TEXT + (REFERENCE_PER_TEXT if view.reference is not None else 0))


class _Line:
    """Where things stand on one line while it is drawn."""

    def __init__(self, painter: QPainter, rect: QRectF, view: NumberLineView, colours: Colours) -> None:
        self.painter, self.rect, self.view, self.colours = painter, rect, view, colours
        self.text = QFontMetricsF(painter.font()).height()
        self.y = rect.top() + self.text * 3.2
        self.left = rect.left() + self.text * 1.2
        self.width = rect.width() - self.text * 2.4

    def x(self, value: Decimal) -> float:
        """The place of a value; values beyond the ends stand at the ends."""
        share = (value - self.view.axis.low) / (self.view.axis.high - self.view.axis.low)
        return self.left + self.width * min(1.0, max(0.0, float(share)))

    def words(self, centre: QPointF, words: str, *, colour: str, bold: bool = False) -> None:
        """Words around a point, moved inside where they would leave the drawing."""
        face = QFont(self.painter.font())
        face.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
        width = QFontMetricsF(face).horizontalAdvance(words)
        left = min(max(self.rect.left(), centre.x() - width / 2), self.rect.right() - width)
        self.painter.save()
        self.painter.setFont(face)
        self.painter.setPen(QColor(colour))
        box = QRectF(left, centre.y() - self.text / 2, width + 1, self.text)
        self.painter.drawText(box, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, keep_words(words))
        self.painter.restore()


def draw_number_line(painter: QPainter, rect: QRectF, view: NumberLineView, *, colours: Colours = PRINT) -> None:
    """Draw one line into `rect` in the painter's font; its height is `number_line_height`."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    line = _Line(painter, rect, view, colours)
    _draw_band(line)
    _draw_axis(line)
    _draw_marks(line)
    _draw_reference(line)
    painter.restore()


def _draw_band(line: _Line) -> None:
    band = line.view.band
    if band is None:
        return
    box = QRectF(line.x(band.low), line.y - line.text * 0.7, line.x(band.high) - line.x(band.low), line.text * 1.4)
    line.painter.fillRect(box, QColor(line.colours.sunken))
    line.painter.fillRect(box, QBrush(QColor(line.colours.line), Qt.BrushStyle.BDiagPattern))
    line.painter.setPen(QPen(QColor(line.colours.border), line.text * 0.05))
    line.painter.setBrush(Qt.BrushStyle.NoBrush)
    line.painter.drawRect(box)


def _draw_axis(line: _Line) -> None:
    line.painter.setPen(QPen(QColor(line.colours.text), line.text * 0.12))
    line.painter.drawLine(QPointF(line.left, line.y), QPointF(line.left + line.width, line.y))
    for tick in line.view.ticks:
        x = line.x(tick)
        line.painter.drawLine(QPointF(x, line.y - line.text * 0.25), QPointF(x, line.y + line.text * 0.25))
        line.words(QPointF(x, line.y + line.text * 1.45), str(tick), colour=line.colours.muted)


def _draw_marks(line: _Line) -> None:
    first, last = line.view.first, line.view.last
    radius = line.text * 0.42
    places = [(last, QColor(line.colours.text))]
    if first is not None:
        places.insert(0, (first, QColor(line.colours.surface)))
    for mark, fill in places:
        x = line.x(mark.value)
        line.painter.setPen(QPen(QColor(line.colours.text), line.text * 0.05))
        line.painter.drawLine(QPointF(x, line.y - line.text * 1.3), QPointF(x, line.y))
        line.painter.setPen(QPen(QColor(line.colours.text), line.text * 0.14))
        line.painter.setBrush(fill)
        line.painter.drawEllipse(QPointF(x, line.y), radius, radius)
    _word_marks(line)


def _word_marks(line: _Line) -> None:
    """The words over both values, pushed apart where they would touch."""
    first, last = line.view.first, line.view.last
    y = line.y - line.text * 1.85
    face = QFont(line.painter.font())
    face.setWeight(QFont.Weight.DemiBold)
    last_x = line.x(last.value)
    if first is None:
        line.words(QPointF(last_x, y), last.words, colour=line.colours.text, bold=True)
        return
    first_x = line.x(first.value)
    wide = QFontMetricsF(face)
    needed = (wide.horizontalAdvance(first.words) + wide.horizontalAdvance(last.words)) / 2 + line.text
    missing = max(0.0, needed - abs(last_x - first_x)) / 2
    away = 1 if last_x >= first_x else -1
    line.words(QPointF(first_x - away * missing, y), first.words, colour=line.colours.text)
    line.words(QPointF(last_x + away * missing, y), last.words, colour=line.colours.text, bold=True)


def _draw_reference(line: _Line) -> None:
    span = line.view.reference
    if span is None:
        return
    y = line.y + line.text * 2.7
    low, high = line.x(span.low), line.x(span.high)
    line.painter.setPen(QPen(QColor(line.colours.text), line.text * 0.1))
    line.painter.drawLine(QPointF(low, y), QPointF(high, y))
    for x in (low, high):
        line.painter.drawLine(QPointF(x, y - line.text * 0.3), QPointF(x, y + line.text * 0.3))
    width = QFontMetricsF(line.painter.font()).horizontalAdvance(span.words)
    line.words(QPointF(high + line.text * 0.7 + width / 2, y), span.words, colour=line.colours.text)
