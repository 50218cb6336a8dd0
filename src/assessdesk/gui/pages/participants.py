"""Everyone enrolled at this station, by code; typing finds, Enter shows the participant.

It shows codes, never names, because there are none. It must not know what is due.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent

from assessdesk.gui.fields.buttons import ActionButton, ButtonKind, ButtonView
from assessdesk.gui.fields.data_table import DataTable
from assessdesk.gui.fields.status_badge import StateView
from assessdesk.gui.fields.text import Label
from assessdesk.gui.models import Column
from assessdesk.gui.page import Destination, Page
from assessdesk.gui.page_parts import PageHead, add_action, count_words, full_day, page_layout, sex_words
from assessdesk.gui.search_field import SearchField
from assessdesk.gui.states import VisualState
from assessdesk.gui.status_form import status_state
from assessdesk.gui.tokens import Ink

if TYPE_CHECKING:
    from assessdesk.gui.workspace import Workspace
    from assessdesk.services.desk import Desk

MOST_SHOWN = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonRow:
    """One participant as the list shows them."""

    participant: str
    code: str
    born: str
    sex: str
    status: StateView
    consent: str
    start: str
    visits: str
    restricted: bool
    at_central: bool


class ParticipantsPage(Page):
    """The page."""

    refreshes_on = frozenset({"participant", "visit", "receipt"})

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self._search = SearchField(self.tr("Find a participant by code"), "/")
        self._search.text_changed.connect(self._show_rows)
        self._search.line().installEventFilter(self)
        self._empty = Label(ink=Ink.MUTED, wrap=True)
        self._table = DataTable[PersonRow](self.tr("Participants"), self._columns())
        self._table.row_opened.connect(self._open_row)
        add_action(self, self.tr("choose"), self._to_table, caps=("Up", "Down"))
        add_action(self, self.tr("show participant"), self._open_chosen, caps=("Enter",))
        add_action(self, self.tr("find"), self._search.take_focus, keys=("/",))
        self._new = add_action(
            self, self.tr("New participant"), self._enrol, keys=("N",), short=self.tr("new participant")
        )
        add_action(self, self.tr("back to Today"), self._back, keys=("Esc",))
        button = ActionButton(ButtonView(self._new.text(), kind=ButtonKind.PRIMARY))
        button.attach(self._new)
        self._head = PageHead(right=(self._search, button))
        layout = page_layout(self)
        layout.addWidget(self._head)
        layout.addWidget(self._empty)
        layout.addWidget(self._table, 100)
        layout.addStretch(1)

    def _columns(self) -> tuple[Column[PersonRow], ...]:
        return (
            Column(self.tr("Participant"), lambda row: row.code, 18, bold=lambda _: True),
            Column(self.tr("Born"), lambda row: row.born, 10),
            Column(self.tr("Sex"), lambda row: row.sex, 9),
            Column(self.tr("Status"), lambda row: row.status.said(), 20, state=lambda row: row.status),
            Column(self.tr("Consent"), lambda row: row.consent, 14),
            Column(self.tr("Start"), lambda row: row.start, 14),
            Column(self.tr("Visits signed"), lambda row: row.visits, 13),
            Column(self.tr("To know"), self._care_words, state=self._care),
            Column(self.tr("Central"), lambda row: _central(row).said(), 14, state=_central),
        )

    def _care(self, row: PersonRow) -> StateView | None:
        return StateView(VisualState.HOLD, self._care_words(row)) if row.restricted else None

    def _care_words(self, row: PersonRow) -> str:
        return self.tr("an arm must not be tested") if row.restricted else ""

    def path(self) -> tuple[str, ...]:
        """The words of the header's path."""
        return (self.tr("Participants"),)

    def open(self, destination: Destination) -> None:
        """Show everyone and stand in the search."""
        del destination
        self._search.clear()
        self.refresh()
        self._to_table()

    def refresh(self) -> None:
        """Read the list again."""
        self._new.setEnabled(self.workspace.read(lambda desk: desk.may("enrol")))
        self._show_rows()

    def _show_rows(self) -> None:
        text = self._search.text()
        rows = self.workspace.perform(lambda desk: self._rows(desk, text)) or ()
        words = self.tr("{count} on this station, by study code. There are no names here.")
        count = count_words(len(rows), self.workspace.language)
        self._head.show_words(self.tr("Participants"), words.format(count=count))
        self._table.show_rows(rows)
        self._table.setVisible(bool(rows))
        self._table.setMaximumHeight(self._table.natural_height())
        self._empty.setVisible(not rows)
        nobody = self.tr("Nobody is enrolled yet. Enrol the first participant with N.")
        missing = self.tr("No participant has a code with “{text}” in it.").format(text=text)
        self._empty.show_text(missing if text else nobody)
        if rows and self._table.chosen_row() is None:
            self._table.choose(0)

    def _rows(self, desk: Desk, text: str) -> tuple[PersonRow, ...]:
        language = self.workspace.language
        views = desk.ledger.views
        receipts = views.receipts()
        held = receipts[0].held_seq if receipts else 0
        signed: dict[str, int] = {}
        for visit in views.visits():
            signed[visit.participant] = signed.get(visit.participant, 0) + (visit.state == "signed")
        planned = len(desk.in_force.visits)
        return tuple(
            PersonRow(
                participant=person.participant,
                code=person.code,
                born=str(person.birth_year),
                sex=sex_words(person.sex),
                status=status_state(desk.in_force, person.status, language),
                consent=_day_words(person.consent_date, language),
                start=_day_words(person.anchor_date, language),
                visits=self.tr("{done} of {planned}").format(done=signed.get(person.participant, 0), planned=planned),
                restricted=person.restricted_side != "none",
                at_central=person.last_seq <= held,
            )
            for person in views.participants(text, MOST_SHOWN)
        )

    def _to_table(self) -> None:
        target = self._search if self._table.isHidden() else self._table
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def _open_chosen(self) -> None:
        row = self._table.chosen_row()
        if row is not None:
            self._open_row(row)

    def _open_row(self, row: PersonRow) -> None:
        self.leave_requested.emit(Destination(page="participant", participant=row.participant))

    def _enrol(self) -> None:
        self.leave_requested.emit(Destination(page="enrol"))

    def _back(self) -> None:
        self.leave_requested.emit(Destination(page="today"))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """From the search, Down goes to the list and Enter opens what was found first."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and not self._table.isHidden():
            if event.key() == Qt.Key.Key_Down:
                self._to_table()
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._open_chosen()
                return True
        return super().eventFilter(watched, event)


def _day_words(day: str, language: str) -> str:
    """A day with its year, or nothing for somebody who was screened only."""
    return full_day(date.fromisoformat(day), language) if day else ""


def _central(row: PersonRow) -> StateView:
    return StateView(VisualState.AT_CENTRAL if row.at_central else VisualState.NOT_AT_CENTRAL)
