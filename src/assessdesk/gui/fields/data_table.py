"""The one table of the program: frozen rows, painted cells, one row at a time, no editing.

It puts the pictures that `RowPictures` draws where the rows stand. It must not know what the rows mean.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, TypeVar

from PySide6.QtCore import QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView

from assessdesk.gui.fields.row_pictures import Look, RowPictures
from assessdesk.gui.look.theme import TypeRole, colours, font, metrics
from assessdesk.gui.models import Column, RowsModel, never

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from PySide6.QtGui import QKeyEvent, QPaintEvent, QResizeEvent
    from PySide6.QtWidgets import QWidget

    from assessdesk.gui.fields.row_pictures import CellPainter

Row = TypeVar("Row")


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
        current, note: See `RowsModel`.
        identity: What stays of a row whose words change.
        painters: Painters of columns that name one.

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
        self._pictures: RowPictures[Row] = RowPictures(columns, painters or {})
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
        if rows and rows is self._rows_model.rows():
            self.viewport().update()
            self._keep_current_in_view()
            return
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
        painter = QPainter(self.viewport())
        self._pictures.begin(self._look())
        first, last = self.rowAt(event.rect().top()), self.rowAt(event.rect().bottom())
        end = self._rows_model.rowCount() if last < 0 else last + 1
        chosen = [(index.row(), index.column()) for index in self.selectionModel().selectedIndexes()]
        for place in range(first, end) if first >= 0 else ():
            cells = frozenset(column for row, column in chosen if row == place)
            painter.drawPixmap(0, self.rowViewportPosition(place), self._picture(place, chosen=cells))
        self._pictures.keep(2 * (self.viewport().height() // self.verticalHeader().defaultSectionSize() + 2))
        if self.hasFocus():
            painter.setPen(QPen(QColor(colours(self).accent), 2))
            painter.drawRect(self.viewport().rect().adjusted(1, 1, -1, -1))
        painter.end()

    def _look(self) -> Look:
        """What all rows share now."""
        return Look(
            palette=colours(self),
            widths=tuple(self.columnWidth(column) for column in range(self._rows_model.columnCount())),
            height=self.verticalHeader().defaultSectionSize(),
            ratio=self.devicePixelRatioF(),
            unit=metrics().unit,
            bold_current=bool(self.property("boldCurrent")),
            framed=self.selectionBehavior() is QAbstractItemView.SelectionBehavior.SelectItems,
        )

    def _picture(self, place: int, *, chosen: frozenset[int]) -> QPixmap:
        model = self._rows_model
        row = model.rows()[place]
        current, note = model.is_current(row), model.note_of(row)
        return self._pictures.picture(self._pictures.view(row, note=note, current=current, chosen=chosen))
