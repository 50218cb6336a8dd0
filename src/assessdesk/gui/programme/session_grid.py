"""Weeks by sessions: one row a week, one cell a session with its shape and words; one cell is chosen.

Arrows move, Enter asks for the chosen session. It must not know what a session's words mean.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtWidgets import QAbstractItemView

from assessdesk.gui.fields.data_table import DataTable
from assessdesk.gui.look.theme import metrics
from assessdesk.gui.look.tokens import Ink
from assessdesk.gui.models import Column

if TYPE_CHECKING:
    from collections.abc import Sequence

    from assessdesk.gui.look.states import StateView

WEEK_WIDTH = 11
ROW_HEIGHT = 3.5


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """One session: its id, and how it is shown."""

    key: str
    state: StateView


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekRow:
    """One week: its words and its sessions in order; `now` for the week that today falls in."""

    words: str
    cells: tuple[Cell, ...]
    now: bool = False

    def cell(self, place: int) -> Cell | None:
        """Return a session of the week by its place from 0, or None."""
        return self.cells[place] if place < len(self.cells) else None


class SessionGrid(DataTable[WeekRow]):
    """The grid of one participant's sessions.

    Signals:
        session_chosen(str): Another session was chosen.
        session_requested(str): Enter, or a double press, on a session.
    """

    session_chosen = Signal(str)
    session_requested = Signal(str)

    def __init__(self, name: str, week: str, session: str, *, per_week: int) -> None:
        """Make the columns: the week, and one column a session; `session` has a place for its number."""
        columns = [Column[WeekRow](week, lambda row: row.words, WEEK_WIDTH, bold=lambda row: row.now, ink=_ink)]
        columns += [_column(session.format(number=place + 1), place) for place in range(per_week)]
        super().__init__(name, columns, row_height=ROW_HEIGHT)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        self.selectionModel().currentChanged.connect(self._on_cell)

    def session(self) -> str:
        """The id of the chosen session, or nothing."""
        index = self.currentIndex()
        if not index.isValid() or index.column() == 0:
            return ""
        cell = self.rows_model().rows()[index.row()].cell(index.column() - 1)
        return cell.key if cell else ""

    def show_weeks(self, rows: Sequence[WeekRow], chosen: str) -> None:
        """Show weeks, one session chosen."""
        self.show_rows(rows)
        for line, row in enumerate(rows):
            for place, cell in enumerate(row.cells):
                if cell.key == chosen:
                    index = self.rows_model().index(line, place + 1)
                    self.setCurrentIndex(index)
                    self.scrollTo(index, QAbstractItemView.ScrollHint.PositionAtCenter)

    def _on_cell(self, current: QModelIndex, previous: QModelIndex) -> None:
        """Skip the column of the weeks and places where no session is."""
        if current.isValid() and not self.session() and previous.isValid() and previous.column() > 0:
            self.setCurrentIndex(previous)
        elif self.session():
            self.session_chosen.emit(self.session())

    def _open(self, index: QModelIndex) -> None:
        del index
        if self.session():
            self.session_requested.emit(self.session())

    def natural_width(self) -> int:
        """The least width at which every session's words are likely to fit, in pixels."""
        return metrics().u(WEEK_WIDTH + 18 * (len(self.rows_model().columns()) - 1))


def _ink(row: WeekRow) -> Ink:
    return Ink.TEXT if row.now else Ink.MUTED


def _column(title: str, place: int) -> Column[WeekRow]:
    def words(row: WeekRow) -> str:
        cell = row.cell(place)
        return cell.state.said() if cell else ""

    def state(row: WeekRow) -> StateView | None:
        cell = row.cell(place)
        return cell.state if cell else None

    return Column(title, words, state=state)
