"""What is safe at central: one box a signed visit, or one bar when there are very many."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QFrame, QSizePolicy

from assessdesk.gui.fields.status_badge import StateView, paint_badge
from assessdesk.gui.fields.text import draw_text, text_width
from assessdesk.gui.look.hangul import keep_words
from assessdesk.gui.look.states import VisualState
from assessdesk.gui.look.theme import TypeRole, colours, font, metrics

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent
    from PySide6.QtWidgets import QWidget

    from assessdesk.gui.look.tokens import Colours

MOST_BOXES = 120


class BoxState(StrEnum):
    """How one signed visit stands with central."""

    AT_CENTRAL = "at_central"
    NOT_YET = "not_yet"
    HELD_BACK = "held_back"


@dataclass(frozen=True, slots=True)
class SafeView:
    """What the strip shows.

    Attributes:
        boxes: One state a signed visit, oldest first.
        count: The large words ("41 of 42").
        what: What is counted ("signed visits").
        missing: The words for what is not there yet; empty when all is.
    """

    boxes: tuple[BoxState, ...]
    count: str
    what: str
    missing: str = ""


class SafeStrip(QFrame):
    """The strip: `show_view(view)`."""

    def __init__(self, view: SafeView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "card")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._view = view
        self.show_view(view)

    def show_view(self, view: SafeView) -> None:
        """Show other counts."""
        self._view = view
        self.setAccessibleName(self.tr("Safe at central"))
        self.setAccessibleDescription(", ".join(part for part in (f"{view.count} {view.what}", view.missing) if part))
        self.update()

    def sizeHint(self) -> QSize:
        """10½ u high, as wide as the page."""
        return QSize(metrics().u(100), metrics().u(10.5))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw count, boxes and what is missing."""
        super().paintEvent(event)
        sizes, palette = metrics(), colours(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        room = QRectF(self.rect()).adjusted(sizes.u(3), sizes.u(2), -sizes.u(3), -sizes.u(2))
        head = QRectF(room.left(), room.top(), sizes.u(28), sizes.u(2.5))
        title = StateView(VisualState.AT_CENTRAL, self.tr("Safe at central"))
        paint_badge(painter, head, title, palette=palette, face=font(bold=True))
        large = QRectF(room.left(), head.bottom() + sizes.u(0.5), sizes.u(28), sizes.u(3.5))
        strong = font(TypeRole.L, bold=True)
        draw_text(painter, large, self._view.count, face=strong, colour=palette.text)
        rest = large.adjusted(text_width(strong, self._view.count) + sizes.u(1), 0, 0, 0)
        draw_text(painter, rest, keep_words(self._view.what), face=font(TypeRole.L), colour=palette.muted)
        strip = QRectF(room.left() + sizes.u(31), room.top(), room.width() - sizes.u(31), sizes.u(3.25))
        if len(self._view.boxes) > MOST_BOXES:
            self._paint_bar(painter, strip, palette)
        else:
            self._paint_boxes(painter, strip, palette)
        foot = QRectF(strip.left(), strip.bottom() + sizes.u(0.5), strip.width(), sizes.u(2.5))
        if self._view.missing:
            small = font(TypeRole.S)
            width = text_width(small, keep_words(self._view.missing)) + sizes.u(3.5)
            place = QRectF(max(foot.left(), foot.right() - width), foot.top(), min(width, foot.width()), foot.height())
            missing = StateView(VisualState.NOT_AT_CENTRAL, self._view.missing)
            paint_badge(painter, place, missing, palette=palette, face=small)
        painter.end()

    def _paint_boxes(self, painter: QPainter, strip: QRectF, palette: Colours) -> None:
        count = len(self._view.boxes)
        if not count:
            return
        step = min(metrics().u(2.5), strip.width() / count)
        for position, box in enumerate(self._view.boxes):
            rect = QRectF(strip.left() + position * step, strip.top(), step * 0.87, strip.height())
            if box is BoxState.AT_CENTRAL:
                painter.fillRect(rect, QColor(palette.ok))
                continue
            held = box is BoxState.HELD_BACK
            style = Qt.PenStyle.SolidLine if held else Qt.PenStyle.DashLine
            painter.setPen(QPen(QColor(palette.warn), 1.5, style))
            painter.setBrush(QColor(palette.warnfill) if held else Qt.BrushStyle.NoBrush)
            painter.drawRect(rect.adjusted(1, 1, -1, -1))

    def _paint_bar(self, painter: QPainter, strip: QRectF, palette: Colours) -> None:
        safe = sum(1 for box in self._view.boxes if box is BoxState.AT_CENTRAL)
        painter.setPen(QPen(QColor(palette.warn), 1.5, Qt.PenStyle.DashLine))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(strip.adjusted(1, 1, -1, -1))
        done = QRectF(strip)
        done.setWidth(strip.width() * safe / len(self._view.boxes))
        painter.fillRect(done, QColor(palette.ok))
