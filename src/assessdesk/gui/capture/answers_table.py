"""The questions of a section and the answers so far, beside the step. Read only; the current one stays in view."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QSize

from assessdesk.gui.fields.data_table import DataTable
from assessdesk.gui.look.states import VisualState
from assessdesk.gui.look.tokens import Ink
from assessdesk.gui.models import Column

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from assessdesk.gui.fields.status_badge import StateView

LEAST_ROWS = 4
"""In a low window the table scrolls, but never below this many rows."""


@dataclass(frozen=True, slots=True)
class AnswerRow:
    """One question: its title, its answer or the reason for none, how it stands."""

    title: str
    value: str
    state: StateView
    current: bool = False


def _ink(row: AnswerRow) -> Ink:
    return Ink.MUTED if row.state.state in {VisualState.OPEN, VisualState.NOT_DONE} else Ink.TEXT


class AnswersTable(DataTable[AnswerRow]):
    """The table: `show_rows(rows)`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        translate = QCoreApplication.translate
        columns = (
            Column[AnswerRow](translate("AnswersTable", "Asked"), lambda row: row.title, 0, ink=_ink),
            Column[AnswerRow](
                translate("AnswersTable", "Answer"), lambda row: row.value, 12, align_right=True, ink=_ink
            ),
            Column[AnswerRow](translate("AnswersTable", "State"), lambda row: row.state.said(), 11, state=_state),
        )
        super().__init__(
            translate("AnswersTable", "Answers so far"),
            columns,
            row_height=3.5,
            header_height=3.5,
            selectable=False,
            current=lambda row: row.current,
            parent=parent,
        )
        self.setProperty("boldCurrent", True)

    def minimumSizeHint(self) -> QSize:
        """A few rows at least."""
        over = max(0, self.rows_model().rowCount() - LEAST_ROWS) * self.verticalHeader().defaultSectionSize()
        return QSize(super().minimumSizeHint().width(), self.natural_height() - over)


def _state(row: AnswerRow) -> StateView:
    return row.state
