"""Draws the rows of a table, each once: a row whose words, state and place in the work are the same is shown again.

A table asks for the picture of a row and puts it where the row stands. It must not know what the rows mean.
"""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, NamedTuple, Protocol, TypeVar

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap

from assessdesk.gui.fields.status_badge import paint_badge
from assessdesk.gui.fields.text import draw_text
from assessdesk.gui.look.hangul import keep_words
from assessdesk.gui.look.theme import TypeRole, font, metrics
from assessdesk.gui.look.tokens import Colours, Ink

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PySide6.QtGui import QFont

    from assessdesk.gui.look.states import StateView
    from assessdesk.gui.models import Column

Row = TypeVar("Row")

LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
TEXT_SHARE = 0.62
"""How much of a row's height its words take where a second line stands under them."""


class CellPainter(Protocol):
    """Draws the cells of a column that shows more than words; two equal views look the same."""

    def view(self, row: object) -> Hashable:
        """Return what is drawn for a row, None for nothing."""

    def paint(self, painter: QPainter, rect: QRectF, view: object, palette: Colours) -> None:
        """Draw a view that is not None into `rect` (logical pixels)."""


class CellView(NamedTuple):
    """What one cell shows."""

    words: str
    bold: bool
    ink: Ink
    state: StateView | None
    own: Hashable


class RowView(NamedTuple):
    """What one row shows: its cells, its second line, whether work goes on at it, and its chosen cells by column."""

    cells: tuple[CellView, ...]
    note: str
    current: bool
    chosen: frozenset[int]


@dataclass(frozen=True, slots=True)
class Look:
    """What every row of one picture of the table shares.

    Attributes:
        palette: The colours.
        widths: Of the columns, logical pixels, left to right.
        height: Of a row, logical pixels.
        ratio: Device pixels for a logical one.
        unit: The application's spacing unit, so that another size of the font is another look.
        bold_current: Whether the row at which work goes on stands in 600.
        framed: Whether a chosen cell is framed, where a row has many of them.
    """

    palette: Colours
    widths: tuple[int, ...]
    height: int
    ratio: float
    unit: int
    bold_current: bool
    framed: bool


class RowPictures(Generic[Row]):
    """The pictures of the rows that a table shows.

    Args:
        columns: How to show a row, left to right.
        painters: Painters of columns that name one.
    """

    def __init__(self, columns: Sequence[Column[Row]], painters: Mapping[str, CellPainter]) -> None:
        self._columns = tuple(columns)
        self._painters = dict(painters)
        self._look: Look | None = None
        self._fonts: dict[bool, QFont] = {}
        self._kept: dict[RowView, QPixmap] = {}

    def begin(self, look: Look) -> None:
        """Take over what all rows share; another look than the last forgets every picture."""
        if look != self._look:
            self._look = look
            self._fonts = {bold: font(bold=bold) for bold in (False, True)}
            self._kept.clear()

    def keep(self, most: int) -> None:
        """Forget the pictures that were asked for longest ago, but for the last `most`."""
        while len(self._kept) > most:
            del self._kept[next(iter(self._kept))]

    def view(self, row: Row, *, note: str, current: bool, chosen: frozenset[int]) -> RowView:
        """Return what a row shows."""
        cells = tuple(self._cell(column, row) for column in self._columns)
        return RowView(cells, note, current, chosen)

    def _cell(self, column: Column[Row], row: Row) -> CellView:
        own = self._painters.get(column.painter) if column.painter else None
        state = column.state(row) if column.state is not None else None
        return CellView(
            words="" if own or state else column.text(row),
            bold=column.bold(row),
            ink=column.ink(row),
            state=state,
            own=own.view(row) if own else None,
        )

    def picture(self, view: RowView) -> QPixmap:
        """Return a row drawn; `begin` was called before."""
        found = self._kept.pop(view, None) or self._drawn(view)
        self._kept[view] = found
        return found

    def _drawn(self, view: RowView) -> QPixmap:
        look = self._look
        if look is None:
            raise RuntimeError("a row is drawn with a look")
        size = QSize(sum(look.widths), look.height)
        made = QPixmap(size * look.ratio)
        made.setDevicePixelRatio(look.ratio)
        made.fill(QColor(look.palette.surface))
        painter = QPainter(made)
        left = 0
        for place, width in enumerate(look.widths):
            self._draw_cell(painter, QRectF(left, 0, width, look.height), view, place, look)
            left += width
        if view.note:
            self._draw_note(painter, view.note, look)
        painter.end()
        return made

    def _draw_cell(self, painter: QPainter, rect: QRectF, view: RowView, place: int, look: Look) -> None:
        sizes, column, cell = metrics(), self._columns[place], view.cells[place]
        chosen = place in view.chosen
        current = view.current or chosen
        painter.save()
        _draw_ground(painter, rect, current=current, first=place == 0, palette=look.palette)
        room = rect.adjusted(sizes.u(1.5), 0, -sizes.u(1.5 if column.align_right else 0.5), -1)
        if view.note:
            room.setHeight(room.height() * TEXT_SHARE)
        own = self._painters.get(column.painter)
        if own is None:
            self._draw_words(painter, room, cell, look, marked=current and look.bold_current, right=column.align_right)
        elif cell.own is not None:
            own.paint(painter, room, cell.own, look.palette)
        if chosen and look.framed:
            painter.setPen(QPen(QColor(look.palette.accent), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(rect.adjusted(2, 2, -2, -2))
        painter.restore()

    def _draw_words(
        self, painter: QPainter, room: QRectF, cell: CellView, look: Look, *, marked: bool, right: bool
    ) -> None:
        bold = cell.bold or marked
        if cell.state is not None:
            paint_badge(painter, room, cell.state, palette=look.palette, face=self._fonts[bold or cell.state.bold])
            return
        colour = look.palette.ink(Ink.TEXT if marked and cell.ink is Ink.MUTED else cell.ink)
        flags = RIGHT if right else LEFT
        draw_text(painter, room, keep_words(cell.words), face=self._fonts[bold], colour=colour, flags=flags)

    def _draw_note(self, painter: QPainter, note: str, look: Look) -> None:
        """Draw the second line, from the second column on, so that numbers of entries stand free."""
        left = sum(look.widths[: min(1, len(look.widths) - 1)]) + metrics().u(1.5)
        room = QRectF(left, look.height * 0.55, sum(look.widths) - metrics().u(1) - left, look.height * 0.36)
        draw_text(painter, room, keep_words(note), face=font(TypeRole.S), colour=look.palette.muted)


def _draw_ground(painter: QPainter, rect: QRectF, *, current: bool, first: bool, palette: Colours) -> None:
    """Draw fill, left bar and separator of one cell."""
    if current:
        painter.fillRect(rect, QColor(palette.accentsoft))
        if first:
            painter.fillRect(QRectF(rect.left(), rect.top(), metrics().u(0.5), rect.height()), QColor(palette.accent))
    painter.fillRect(QRectF(rect.left(), rect.bottom() - 1, rect.width(), 1), QColor(palette.line))
