"""What was done at which visit: instruments by visits, states only, never values."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from assessdesk.gui.fields.data_table import DataTable
from assessdesk.gui.models import Column

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtWidgets import QWidget

    from assessdesk.gui.fields.status_badge import StateView


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """One instrument and its state at each visit, in the order of the visits; None where it is not due."""

    name: str
    states: tuple[StateView | None, ...]


def _words_at(position: int) -> Callable[[MatrixRow], str]:
    def words(row: MatrixRow) -> str:
        state = row.states[position]
        return "–" if state is None else state.said()

    return words


def _state_at(position: int) -> Callable[[MatrixRow], StateView | None]:
    return lambda row: row.states[position]


class DoneMatrix(DataTable[MatrixRow]):
    """The matrix: `DoneMatrix(visit_names)`, then `show_rows(rows)`."""

    def __init__(self, visits: Sequence[str], parent: QWidget | None = None) -> None:
        translate = QCoreApplication.translate
        columns: list[Column[MatrixRow]] = [
            Column(translate("DoneMatrix", "What was done"), lambda row: row.name, 24.5)
        ]
        columns += [
            Column(visit, _words_at(position), 0, state=_state_at(position)) for position, visit in enumerate(visits)
        ]
        name = translate("DoneMatrix", "What was done at each visit")
        super().__init__(name, columns, row_height=3.5, selectable=False, parent=parent)
