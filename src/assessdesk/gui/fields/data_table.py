"""The one table of the program: frozen rows, painted cells, one row at a time, no editing.

`RowDelegate` draws states, inks, the current row's bar and second lines. It must not know what the rows mean.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from assessdesk.gui.fields.status_badge import paint_badge
from assessdesk.gui.fields.text import draw_text
from assessdesk.gui.hangul import keep_words
from assessdesk.gui.models import Column, RowsModel, never
from assessdesk.gui.theme import TypeRole, colours, font, metrics
from assessdesk.gui.tokens import Ink

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from PySide6.QtGui import QFont, QKeyEvent, QPaintEvent, QResizeEvent
    from PySide6.QtWidgets import QWidget

    from assessdesk.gui.tokens import Colours, Metrics

    CellPainter = Callable[[QPainter, QRectF, object, Colours], None]

Row = TypeVar("Row")


def paint_row_ground(painter: QPainter, rect: QRectF, *, current: bool, first: bool, palette: Colours) -> None:
    """Fill, left bar and separator of one cell, the same in every list and table."""
    if current:
        painter.fillRect(rect, QColor(palette.accentsoft))
        if first:
            painter.fillRect(QRectF(rect.left(), rect.top(), metrics().u(0.5), rect.height()), QColor(palette.accent))
    painter.fillRect(QRectF(rect.left(), rect.bottom() - 1, rect.width(), 1), QColor(palette.line))


LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True, slots=True)
class _Look:
    """What the cells of one picture are drawn with; `fonts` by whether they are bold."""

    palette: Colours
    sizes: Metrics
    fonts: Mapping[bool, QFont]

    @classmethod
    def of(cls, table: QTableView) -> _Look:
        """Return the look that a table has now."""
        return cls(colours(table), metrics(), {bold: font(bold=bold) for bold in (False, True)})


class RowDelegate(QStyledItemDelegate):
    """Draws the cells of a `RowsModel`.

    Args:
        parent: The table.
        painters: Painters of columns that name one: called with painter, rectangle, row object and colours.
    """

    def __init__(self, parent: QTableView, painters: Mapping[str, CellPainter] | None = None) -> None:
        super().__init__(parent)
        self._table = parent
        self._painters = dict(painters or {})
        self._look = _Look.of(parent)

    def begin_picture(self) -> None:
        """Read once what every cell is drawn with: asking anew for each takes longer than drawing."""
        self._look = _Look.of(self._table)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw one cell."""
        model = index.model()
        if not isinstance(model, RowsModel):
            return
        position = index.column()
        column, row = model.columns()[position], model.rows()[index.row()]
        palette, sizes, rect = self._look.palette, self._look.sizes, QRectF(option.rect)
        current = model.is_current(row) or bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        paint_row_ground(painter, rect, current=current, first=position == 0, palette=palette)
        cell = rect.adjusted(sizes.u(1.5), 0, -sizes.u(0.5 if not column.align_right else 1.5), -1)
        note = model.note_of(row)
        if note:
            cell.setHeight(cell.height() * 0.62)
        own = self._painters.get(column.painter)
        if own is not None:
            own(painter, cell, row, palette)
        else:
            self._paint_words(painter, cell, column, row, current=current)
        if note and position >= self.note_column():
            self._paint_note(painter, rect, note, palette)
        painter.restore()

    def note_column(self) -> int:
        """The column under which second lines begin: the second, so that numbers of entries stand free."""
        return min(1, self._table.model().columnCount() - 1)

    def _paint_words(self, painter: QPainter, cell: QRectF, column: Column[Row], row: Row, *, current: bool) -> None:
        palette, fonts = self._look.palette, self._look.fonts
        marked = current and bool(self._table.property("boldCurrent"))
        bold = column.bold(row) or marked
        ink = column.ink(row)
        colour = palette.ink(Ink.TEXT if marked and ink is Ink.MUTED else ink)
        state = column.state(row) if column.state is not None else None
        if state is not None:
            paint_badge(painter, cell, state, palette=palette, face=fonts[bold or state.bold])
            return
        flags = RIGHT if column.align_right else LEFT
        draw_text(painter, cell, keep_words(column.text(row)), face=fonts[bold], colour=colour, flags=flags)

    def _paint_note(self, painter: QPainter, rect: QRectF, note: str, palette: Colours) -> None:
        # The note runs on under the following columns, which leave their lower part free; each cell draws its piece of
        # it, because the ground of a chosen row would cover what another cell drew.
        left = self._table.columnViewportPosition(self.note_column()) + metrics().u(1.5)
        room = QRectF(left, rect.top() + rect.height() * 0.55, 0, rect.height() * 0.36)
        room.setRight(float(self._table.viewport().width() - metrics().u(1)))
        painter.setClipRect(rect)
        draw_text(painter, room, keep_words(note), face=font(TypeRole.S), colour=palette.muted)


def _itself(row: object) -> object:
    return row


class DataTable(QTableView, Generic[Row]):
    """A table of frozen rows with one chosen row.

    Args:
        name: Accessible name.
        columns: How to show a row.
        row_height: In spacing units; 5.5 for rows one can press, 3.5 to 5 for rows that are read.
        header_height: In spacing units.
        selectable: Whether a row can be chosen with arrows and opened with Enter.
        current, note, painters: See `RowsModel` and `RowDelegate`.

    Signals:
        row_chosen(row): The chosen row moved.
        row_opened(row): Enter or a double press on a row.
    """

    row_chosen = Signal(object)
    row_opened = Signal(object)

    def __init__(
        self,
        name: str,
        columns: Sequence[Column[Row]],
        *,
        row_height: float = 5.5,
        header_height: float = 4,
        selectable: bool = True,
        current: Callable[[Row], bool] | None = None,
        note: Callable[[Row], str] | None = None,
        identity: Callable[[Row], object] | None = None,
        painters: Mapping[str, CellPainter] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._rows_model: RowsModel[Row] = RowsModel(columns, current=current or never, note=note)
        self._identity: Callable[[Row], object] = identity or _itself
        self.setProperty("kind", "card")
        self.setModel(self._rows_model)
        self._delegate = RowDelegate(self, painters)
        self.setItemDelegate(self._delegate)
        self.setAccessibleName(name)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(
            QAbstractItemView.SelectionMode.SingleSelection
            if selectable
            else QAbstractItemView.SelectionMode.NoSelection
        )
        self.setTabKeyNavigation(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self._dress_headers(row_height, header_height)
        self.selectionModel().currentRowChanged.connect(self._on_current)
        self.doubleClicked.connect(self._open)

    def _dress_headers(self, row_height: float, header_height: float) -> None:
        sizes = metrics()
        rows = self.verticalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setMinimumSectionSize(1)
        rows.setDefaultSectionSize(sizes.u(row_height))
        head = self.horizontalHeader()
        head.setFixedHeight(sizes.u(header_height))
        head.setFont(font(TypeRole.S, bold=True))
        head.setHighlightSections(False)
        head.setSectionsClickable(False)
        head.setMinimumSectionSize(1)
        head.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)

    def rows_model(self) -> RowsModel[Row]:
        """The model, for tests and screen readers."""
        return self._rows_model

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show these rows; the table ends with its last one, and a chosen row that is still there stays chosen.

        The same row is the one with the same identity, though its words may have changed.
        """
        before = self.chosen_row()
        self._rows_model.show_rows(rows)
        self.setMaximumHeight(self.natural_height())
        if before is not None:
            sought, name_of = self._identity(before), self._identity
            position = next((place for place, row in enumerate(rows) if name_of(row) == sought), None)
            if position is not None:
                self.choose(position)
        self._keep_current_in_view()

    def choose(self, position: int) -> None:
        """Choose the row at a position."""
        self.selectRow(position)

    def chosen_row(self) -> Row | None:
        """The chosen row, or None."""
        index = self.currentIndex()
        return self._rows_model.rows()[index.row()] if index.isValid() else None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens; letters and digits stay free for the page's commands."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            if not event.isAutoRepeat():
                self._open(self.currentIndex())
            return
        if event.text().strip() and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            event.ignore()
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the rest of the width to the columns that take it."""
        super().resizeEvent(event)
        self._share_width()

    def _share_width(self) -> None:
        sizes, columns = metrics(), self._rows_model.columns()
        fixed = sum(sizes.u(column.width) for column in columns)
        takers = sum(1 for column in columns if not column.width) or 1
        rest = max(sizes.u(8), (self.viewport().width() - fixed) // takers)
        for position, column in enumerate(columns):
            self.setColumnWidth(position, sizes.u(column.width) if column.width else rest)
        if all(column.width for column in columns):
            last = len(columns) - 1
            spare = self.viewport().width() - fixed
            self.setColumnWidth(last, sizes.u(columns[last].width) + max(0, spare))

    def _keep_current_in_view(self) -> None:
        if not self._rows_model.has_current():
            return
        for position, row in enumerate(self._rows_model.rows()):
            if self._rows_model.is_current(row):
                self.scrollTo(self._rows_model.index(position, 0))

    def natural_height(self) -> int:
        """The height at which all rows show without scrolling, in pixels."""
        rows = self._rows_model.rowCount() * self.verticalHeader().defaultSectionSize()
        return self.horizontalHeader().height() + rows + 2 * self.frameWidth()

    def sizeHint(self) -> QSize:
        """All rows."""
        return QSize(super().sizeHint().width(), self.natural_height())

    def _on_current(self, current: QModelIndex, previous: QModelIndex) -> None:
        del previous
        if current.isValid():
            self.row_chosen.emit(self._rows_model.rows()[current.row()])

    def _open(self, index: QModelIndex) -> None:
        self.row_opened.emit(self._rows_model.rows()[index.row()])

    def paintEvent(self, event: QPaintEvent) -> None:
        """Rows, then the focus frame inside the edge."""
        self._delegate.begin_picture()
        super().paintEvent(event)
        if self.hasFocus():
            painter = QPainter(self.viewport())
            painter.setPen(QPen(QColor(colours(self).accent), 2))
            painter.drawRect(self.viewport().rect().adjusted(1, 1, -1, -1))
            painter.end()
