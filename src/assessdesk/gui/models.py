"""Rows for every table: frozen view objects and the columns that say how to show them.

A model never fetches and never edits; a page hands it new rows. It knows Qt's roles and nothing about the rows.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QSortFilterProxyModel, Qt

from assessdesk.gui.look.tokens import Ink

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from assessdesk.gui.look.states import StateView

Row = TypeVar("Row")
AnyIndex = QModelIndex | QPersistentModelIndex

ROW_ROLE = Qt.ItemDataRole.UserRole
"""The frozen row object itself."""
COLUMN_ROLE = Qt.ItemDataRole.UserRole + 1
"""The `Column` of an index, for delegates."""
SORT_ROLE = Qt.ItemDataRole.UserRole + 2
CURRENT_ROLE = Qt.ItemDataRole.UserRole + 3
"""Whether the row is the one work goes on at (drawn like a selected one)."""
NOTE_ROLE = Qt.ItemDataRole.UserRole + 4
"""A second, small line under the whole row."""


def always_text(_: object) -> Ink:
    """The plain ink."""
    return Ink.TEXT


def never(_: object) -> bool:
    """No."""
    return False


@dataclass(frozen=True)  # no slots: `Column[Row](...)` marks its instance, which slotted frozen classes cannot bear
class Column(Generic[Row]):
    """How one column shows a row.

    Attributes:
        title: Head of the column.
        text: The words of a cell; also what a screen reader says.
        width: In spacing units; 0 takes the rest of the width.
        align_right: For numbers.
        bold: Whether a row's cell stands in 600.
        ink: The colour's meaning.
        state: A state shape before the words, or None.
        sort_key: What to sort by; the text when not given.
        painter: Name of a painter registered with the table for this column (a WindowBar), or "".
    """

    title: str
    text: Callable[[Row], str]
    width: float = 0
    align_right: bool = False
    bold: Callable[[Row], bool] = never
    ink: Callable[[Row], Ink] = always_text
    state: Callable[[Row], StateView | None] | None = None
    sort_key: Callable[[Row], object] | None = None
    painter: str = ""


class RowsModel(QAbstractTableModel, Generic[Row]):
    """A table of frozen rows.

    Args:
        columns: How to show a row, left to right.
        current: Tells the row work goes on at.
        note: A second, small line of a row ("" for none).
    """

    def __init__(
        self,
        columns: Sequence[Column[Row]],
        *,
        current: Callable[[Row], bool] = never,
        note: Callable[[Row], str] | None = None,
    ) -> None:
        super().__init__()
        self._columns = tuple(columns)
        self._current = current
        self._note = note
        self._rows: tuple[Row, ...] = ()

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show these rows instead of the present ones."""
        self.beginResetModel()
        self._rows = tuple(rows)
        self.endResetModel()

    def rows(self) -> tuple[Row, ...]:
        """The rows shown, in the order given."""
        return self._rows

    def columns(self) -> tuple[Column[Row], ...]:
        """The columns, left to right."""
        return self._columns

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """How many rows there are."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """How many columns there are."""
        return 0 if parent.isValid() else len(self._columns)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Titles, aligned like their columns."""
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(self._columns):
            return None
        column = self._columns[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return column.title
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(column)
        return None

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """What a role asks for; see the role constants of this module."""
        answer = _ANSWERS.get(role)
        return None if answer is None else answer(self, self._rows[index.row()], self._columns[index.column()])

    def is_current(self, row: Row) -> bool:
        """Whether work goes on at a row."""
        return self._current(row)

    def has_current(self) -> bool:
        """Whether a row can be the one work goes on at."""
        return self._current is not never

    def note_of(self, row: Row) -> str:
        """The second line of a row, "" for none."""
        return "" if self._note is None else self._note(row)


_ANSWERS: dict[int, Callable[[RowsModel[Any], Any, Column[Any]], object]] = {
    Qt.ItemDataRole.DisplayRole: lambda _, row, column: column.text(row),
    Qt.ItemDataRole.AccessibleTextRole: lambda _, row, column: f"{column.title}: {column.text(row)}",
    Qt.ItemDataRole.TextAlignmentRole: lambda _, __, column: _alignment(column),
    ROW_ROLE: lambda _, row, __: row,
    COLUMN_ROLE: lambda _, __, column: column,
    SORT_ROLE: lambda _, row, column: column.text(row) if column.sort_key is None else column.sort_key(row),
    CURRENT_ROLE: lambda model, row, _: model.is_current(row),
    NOTE_ROLE: lambda model, row, _: model.note_of(row),
}
"""What a role is answered with: a table asks thousands of times a picture, and for most roles there is none."""


def _alignment(column: Column[Row]) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignRight if column.align_right else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter


def sorted_by(model: RowsModel[Row], column: int) -> QSortFilterProxyModel:
    """A proxy that shows `model` sorted by a column's sort key."""
    proxy = QSortFilterProxyModel()
    proxy.setSourceModel(model)
    proxy.setSortRole(SORT_ROLE)
    proxy.sort(column)
    model.setParent(proxy)
    return proxy
