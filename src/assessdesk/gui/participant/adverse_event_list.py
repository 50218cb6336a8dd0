"""Adverse events as rows: what it is called, at which visit, since when and until when, its grade, where it stands.

Used on the participant's page and where adverse events are described. It must not know how a row came about.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from assessdesk.domain.adverse import Stand
from assessdesk.gui.fields.data_table import DataTable
from assessdesk.gui.fields.status_badge import StateView
from assessdesk.gui.fields.text import Label
from assessdesk.gui.look.states import VisualState
from assessdesk.gui.look.theme import metrics
from assessdesk.gui.models import Column
from assessdesk.gui.page_parts import full_day
from assessdesk.services import adverse_events
from assessdesk.services.adverse_events import AdverseEventView

if TYPE_CHECKING:
    from collections.abc import Callable

    from assessdesk.domain.record import Record
    from assessdesk.gui.workspace import Workspace

FEW = 4
"""How many rows stand on the participant's page; all of them stand on the page of adverse events."""


def table_of(language: Callable[[], str], *, selectable: bool = True) -> DataTable[AdverseEventView]:
    """Return an empty table of adverse events; `language` is asked whenever a day is shown."""
    translate = QCoreApplication.translate
    columns = (
        Column[AdverseEventView](translate("AdverseEvents", "Adverse event"), lambda row: row.term),
        Column[AdverseEventView](translate("AdverseEvents", "Visit"), _place, 15),
        Column[AdverseEventView](translate("AdverseEvents", "Onset"), lambda row: _onset(row, language()), 15.5),
        Column[AdverseEventView](translate("AdverseEvents", "End"), lambda row: _end(row, language()), 15.5),
        Column[AdverseEventView](translate("AdverseEvents", "Grade"), _grade, 12),
        Column[AdverseEventView](
            translate("AdverseEvents", "State"), lambda row: stand_state(row).said(), 17, state=stand_state
        ),
    )
    name = translate("AdverseEvents", "Adverse events")
    return DataTable(name, columns, row_height=4, header_height=3.5, selectable=selectable)


def _place(row: AdverseEventView) -> str:
    return row.place or QCoreApplication.translate("AdverseEvents", "outside visits")


def _onset(row: AdverseEventView, language: str) -> str:
    return full_day(date.fromisoformat(row.onset), language) if row.onset else "–"


def _end(row: AdverseEventView, language: str) -> str:
    if row.end:
        return full_day(date.fromisoformat(row.end), language)
    return QCoreApplication.translate("AdverseEvents", "lasts") if row.onset else "–"


def _grade(row: AdverseEventView) -> str:
    if not row.grade:
        return "–"
    words = QCoreApplication.translate("AdverseEvents", "{grade}, serious") if row.serious else "{grade}"
    return words.format(grade=row.grade)


def stand_state(row: AdverseEventView) -> StateView:
    """Where an adverse event stands, as a shape and a word."""
    translate = QCoreApplication.translate
    match row.stand:
        case Stand.DRAFT:
            return StateView(VisualState.IN_PROGRESS, translate("AdverseEvents", "Draft, waits"), bold=True)
        case Stand.COMPLETED:
            return StateView(VisualState.DONE, translate("AdverseEvents", "Described"))
        case Stand.DISMISSED:
            return StateView(VisualState.NOT_DONE, translate("AdverseEvents", "Was none"))


class AdverseEventCard(QWidget):
    """The adverse events on the participant's page: hidden while there are none."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        self._title = Label(bold=True)
        self.table = table_of(lambda: workspace.language, selectable=False)
        self.table.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(metrics().u(1))
        column.addLayout(head)
        column.addWidget(self.table)

    def show_events_of(self, record: Record, *, shown: bool = True) -> None:
        """Show the adverse events that the person signed in may see of a participant; not while it is not `shown`."""
        language = self._workspace.language
        rows = self._workspace.read(lambda desk: adverse_events.events_of_participant(desk, record, language=language))
        drafts = sum(row.stand is Stand.DRAFT for row in rows)
        words = self.tr("Adverse events: {count}, of which {drafts} wait to be described")
        plain = self.tr("Adverse events: {count}")
        self._title.show_text((words if drafts else plain).format(count=len(rows), drafts=drafts))
        self.table.show_rows(rows[:FEW])
        self.table.setFixedHeight(self.table.natural_height())
        self.setVisible(bool(rows) and shown)
