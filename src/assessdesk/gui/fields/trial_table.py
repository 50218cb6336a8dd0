"""The trials of the instrument at hand: done, now, open, not done, void. Read only; a value is never edited here."""

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

MOST_ROWS = 6
_STRONG = (VisualState.DONE, VisualState.NOW, VisualState.UNUSUAL)


@dataclass(frozen=True, slots=True)
class TrialRow:
    """One trial as it is shown.

    Attributes:
        number: Its number, or a word ("extra").
        side: "Right"; empty where sides do not apply.
        value: As it was typed or timed; empty while there is none.
        state: How it stands.
        current: Whether it is the one to do now.
    """

    number: str
    side: str
    value: str
    state: StateView
    current: bool = False


@dataclass(frozen=True, slots=True)
class TrialTitles:
    """The column heads that depend on the instrument: "Hand" and "Grip, kg".

    `named` gives the first room for names; not `numbered` leaves the trial's number out, where there is one trial only.
    """

    side: str
    value: str
    named: bool = False
    numbered: bool = True


def _ink(row: TrialRow) -> Ink:
    return Ink.TEXT if row.state.state in _STRONG else Ink.MUTED


def _columns(titles: TrialTitles) -> tuple[Column[TrialRow], ...]:
    translate = QCoreApplication.translate
    side = Column[TrialRow](titles.side, lambda row: row.side, 19 if titles.named else 12, ink=_ink)
    trial = Column[TrialRow](translate("TrialTable", "Trial"), lambda row: row.number, 7, ink=_ink)
    return (
        *((trial,) if titles.numbered else ()),
        *((side,) if titles.side else ()),
        Column[TrialRow](titles.value, lambda row: row.value, 13, align_right=True, ink=_ink),
        Column[TrialRow](
            translate("TrialTable", "State"), lambda row: row.state.said(), 0, state=lambda row: row.state, ink=_ink
        ),
    )


class TrialTable(DataTable[TrialRow]):
    """The table of trials: `show_rows(rows)`; the current row is the row that says so, and stays in view.

    Up to six rows never scroll; in a low window the page allows it with `setMinimumHeight`.
    """

    def __init__(self, titles: TrialTitles, parent: QWidget | None = None) -> None:
        super().__init__(
            QCoreApplication.translate("TrialTable", "Trials so far"),
            _columns(titles),
            row_height=5,
            header_height=3.5,
            selectable=False,
            current=lambda row: row.current,
            parent=parent,
        )
        self.setProperty("boldCurrent", True)

    def minimumSizeHint(self) -> QSize:
        """Six trials at least, when there are so many."""
        over = max(0, self.rows_model().rowCount() - MOST_ROWS) * self.verticalHeader().defaultSectionSize()
        return QSize(super().minimumSizeHint().width(), self.natural_height() - over)
