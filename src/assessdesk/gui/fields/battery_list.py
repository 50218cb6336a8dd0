"""The instruments of a visit at the left: a shape for the state, the name, and how far the one at hand has got."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem

from assessdesk.gui.fields.nav_list import AnyIndex, SideList, paint_side_ground
from assessdesk.gui.fields.text import draw_text, text_width
from assessdesk.gui.look.hangul import keep_words
from assessdesk.gui.look.states import VisualState, paint_state, state_word
from assessdesk.gui.look.theme import TypeRole, colours, font, metrics
from assessdesk.gui.models import ROW_ROLE

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

ROW_UNITS = 5.625
FOLDED_UNITS = 12


@dataclass(frozen=True, slots=True)
class BatteryRow:
    """One instrument.

    Attributes:
        key: What the visit calls it.
        name: Its name.
        state: How it stands.
        progress: "3/6" while it is under way; empty otherwise.
    """

    key: str
    name: str
    state: VisualState
    progress: str = ""


def is_folded(width: float) -> bool:
    """Say whether a column of this width (px) has no room for names."""
    return width <= metrics().u(FOLDED_UNITS)


def _said(row: BatteryRow) -> str:
    return ", ".join(part for part in (row.name, state_word(row.state), row.progress) if part)


def _breaks(name: str) -> list[int]:
    """Return where a name may go on in the next line: at a space, before a bracket; Chinese without either anywhere."""
    places = [place for place, sign in enumerate(name) if sign in " （("]
    return places or list(range(1, len(name)))


def _fitting(name: str, face: QFont, width: float) -> list[int]:
    return [place for place in _breaks(name) if text_width(face, name[:place]) <= width]


def draw_name(painter: QPainter, rect: QRectF, name: str, *, face: QFont, colour: str) -> None:
    """Draw a name in one line, or in two where it is too wide for one; what is still too wide is shortened."""
    shown = keep_words(name)
    fitting = _fitting(shown, face, rect.width())
    if fitting and text_width(face, shown[fitting[-1] :].lstrip()) > rect.width():
        face = font(TypeRole.S, bold=face.weight() > QFont.Weight.Normal)
        fitting = _fitting(shown, face, rect.width())
    if not fitting or text_width(face, shown) <= rect.width():
        draw_text(painter, rect, shown, face=face, colour=colour)
        return
    line = rect.height() / 2 - metrics().u(0.25)
    upper = QRectF(rect.left(), rect.center().y() - line, rect.width(), line)
    draw_text(painter, upper, shown[: fitting[-1]], face=face, colour=colour)
    draw_text(painter, upper.translated(0, line), shown[fitting[-1] :].lstrip(), face=face, colour=colour)


class BatteryDelegate(QStyledItemDelegate):
    """Shape, name, progress. The word of the state is in the accessible text and the tooltip."""

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        """A row one can touch."""
        del index
        return QSize(option.rect.width(), metrics().u(ROW_UNITS))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """Draw one instrument."""
        row, view = index.data(ROW_ROLE), self.parent()
        if not isinstance(row, BatteryRow) or not isinstance(view, QListView):
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        sizes, palette, rect = metrics(), colours(view), QRectF(option.rect)
        current = paint_side_ground(painter, option, view)
        side = sizes.u(2)
        small = font(TypeRole.S)
        if is_folded(rect.width()):
            line = sizes.u(2) if row.progress else 0
            top = rect.center().y() - (side + line) / 2
            paint_state(painter, QRectF(rect.center().x() - side / 2, top, side, side), row.state, palette)
            room = QRectF(rect.left(), top + side, rect.width(), line)
            middle = Qt.AlignmentFlag.AlignCenter
            draw_text(painter, room, row.progress, face=small, colour=palette.muted, flags=middle, elide=False)
            painter.restore()
            return
        shape = QRectF(rect.left() + sizes.u(2), rect.center().y() - side / 2, side, side)
        paint_state(painter, shape, row.state, palette)
        progress = text_width(small, row.progress)
        left = shape.right() + sizes.u(1)
        words = QRectF(left, rect.top(), rect.right() - left - progress - sizes.u(2), rect.height())
        draw_name(painter, words, row.name, face=font(bold=current), colour=palette.text)
        room = QRectF(rect.right() - progress - sizes.u(1.5), rect.top(), progress + 1, rect.height())
        flags = Qt.AlignmentFlag.AlignVCenter
        draw_text(painter, room, row.progress, face=small, colour=palette.muted, flags=flags, elide=False)
        painter.restore()


class BatteryList(SideList[BatteryRow]):
    """The list of instruments.

    `show_items(rows)`, `show_current(position)`, `show_inert(inert=True)` while a timing runs; signal
    `item_requested(BatteryRow)`.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", _said, BatteryDelegate(), parent)
        self.setAccessibleName(self.tr("Instruments of this visit"))
