"""Questions about values: state, number and place on one line, the question on the next."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QPainter
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem

from assessdesk.gui.fields.nav_list import AnyIndex, SideList, paint_side_ground
from assessdesk.gui.fields.status_badge import StateView, paint_badge
from assessdesk.gui.fields.text import draw_text, text_width
from assessdesk.gui.look.hangul import keep_words
from assessdesk.gui.look.theme import colours, font, metrics
from assessdesk.gui.models import ROW_ROLE

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

WRAP = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop


@dataclass(frozen=True, slots=True)
class QueryRow:
    """One query: its state, number, place ("S01-011-P, Week 6"), question, and age in words ("6 days")."""

    key: str
    state: StateView
    number: str
    place: str
    question: str
    age: str = ""


class QueryDelegate(QStyledItemDelegate):
    """Draws the two lines; the question wraps."""

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        """As high as the wrapped question needs."""
        row, view = index.data(ROW_ROLE), self.parent()
        if not isinstance(row, QueryRow) or not isinstance(view, QListView):
            return QSize()
        sizes = metrics()
        room = QRectF(0, 0, view.viewport().width() - sizes.u(7), 10_000)
        box = QFontMetricsF(font()).boundingRect(room, int(WRAP), keep_words(row.question))
        return QSize(option.rect.width(), round(box.height()) + sizes.u(5.5))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """Draw one query."""
        row, view = index.data(ROW_ROLE), self.parent()
        if not isinstance(row, QueryRow) or not isinstance(view, QListView):
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        sizes, palette, rect = metrics(), colours(view), QRectF(option.rect)
        paint_side_ground(painter, option, view)
        painter.fillRect(QRectF(rect.left(), rect.bottom() - 1, rect.width(), 1), QColor(palette.line))
        head = QRectF(rect.left() + sizes.u(2), rect.top() + sizes.u(1.25), rect.width() - sizes.u(4), sizes.u(2.5))
        paint_badge(painter, head, row.state, palette=palette, face=font())
        at = head.left() + sizes.u(4) + text_width(font(), keep_words(row.state.said()))
        number = QRectF(at, head.top(), head.right() - at, head.height())
        draw_text(painter, number, row.number, face=font(bold=True), colour=palette.text)
        place = number.adjusted(text_width(font(bold=True), row.number) + sizes.u(1), 0, -sizes.u(8), 0)
        draw_text(painter, place, keep_words(row.place), face=font(), colour=palette.text)
        flags = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        draw_text(painter, head, keep_words(row.age), face=font(), colour=palette.muted, flags=flags)
        painter.setFont(font())
        painter.setPen(QColor(palette.text))
        question = QRectF(
            head.left() + sizes.u(3), head.bottom() + sizes.u(0.5), rect.width() - sizes.u(7), rect.height()
        )
        painter.drawText(question, int(WRAP), keep_words(row.question))
        painter.restore()


def _said(row: QueryRow) -> str:
    return ", ".join(part for part in (row.state.said(), row.number, row.place, row.question, row.age) if part)


class QueryList(SideList[QueryRow]):
    """The list of queries: `show_items(rows)`, `show_current(position)`.

    Signals:
        item_chosen(QueryRow): Another row became the current one (Up, Down, `show_current`).
        item_requested(QueryRow): As of every list at the side.
    """

    item_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", _said, QueryDelegate(), parent)
        self.setAccessibleName(self.tr("Queries"))
        self.setWordWrap(True)  # a question wraps anew when the scroll bar takes room

    def currentChanged(self, current: AnyIndex, previous: AnyIndex) -> None:
        """Announce the row that keys have reached."""
        super().currentChanged(current, previous)
        if current.isValid():
            self.item_chosen.emit(self.items()[current.row()])
