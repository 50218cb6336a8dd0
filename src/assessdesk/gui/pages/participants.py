"""Everyone enrolled at this station, by code; typing finds, Enter shows the participant.

It shows codes, never names, because there are none. It must not know what is due.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent

from assessdesk.gui.fields.buttons import ActionButton, ButtonKind, ButtonView
from assessdesk.gui.fields.data_table import DataTable
from assessdesk.gui.fields.search_field import SearchField
from assessdesk.gui.fields.status_badge import StateView
from assessdesk.gui.fields.text import Label
from assessdesk.gui.look.states import VisualState
from assessdesk.gui.look.tokens import Ink
from assessdesk.gui.models import Column
from assessdesk.gui.page import Destination, Page
from assessdesk.gui.page_parts import PageHead, add_action, count_words, full_day, page_layout, sex_words
from assessdesk.gui.participant.status_form import status_state
from assessdesk.ports import ParticipantRow
from assessdesk.services.agenda import listed

if TYPE_CHECKING:
    from collections.abc import Mapping

    from assessdesk.gui.workspace import Workspace
    from assessdesk.services.desk import Desk


class ParticipantsPage(Page):
    """The page."""

    refreshes_on = frozenset({"participant", "visit", "receipt"})

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self._states: Mapping[str, StateView] = {}
        self._planned = 0
        self._signed: Mapping[str, int] = {}
        self._held = 0
        self._search = SearchField(self.tr("Find a participant by code"), "/")
        self._search.text_changed.connect(self._show_rows)
        self._search.line().installEventFilter(self)
        self._empty = Label(ink=Ink.MUTED, wrap=True)
        self._table = DataTable[ParticipantRow](self.tr("Participants"), self._columns(), identity=_name_of)
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

    def _columns(self) -> tuple[Column[ParticipantRow], ...]:
        return (
            Column(self.tr("Participant"), lambda row: row.code, 18, bold=lambda _: True),
            Column(self.tr("Born"), self._born, 8),
            Column(self.tr("Sex"), lambda row: sex_words(row.sex), 10),
            Column(self.tr("Status"), self._status_words, 25, state=self._status),
            Column(self.tr("Consent"), lambda row: self._day(row.consent_date), 16),
            Column(self.tr("Start"), lambda row: self._day(row.anchor_date), 16),
            Column(self.tr("Visits signed"), self._visits, 13),
            Column(self.tr("To know"), self._care_words, state=self._care),
            Column(self.tr("Central"), lambda row: self._central(row).said(), 16, state=self._central),
        )

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
        rows = self.workspace.perform(lambda desk: self._read(desk, text)) or ()
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

    def _read(self, desk: Desk, text: str) -> tuple[ParticipantRow, ...]:
        """Return whom the search leaves, and remember what their rows need; words are made of those in sight only."""
        found, study, language = listed(desk, text), desk.in_force, self.workspace.language
        self._held, self._signed, rows = found.held_seq, found.signed, found.people
        # What is taken from the study is what is shown: the page keeps no study, which names the groups.
        self._planned = len(study.visits)
        self._states = {status: status_state(study, status, language) for status in {row.status for row in rows}}
        return rows

    def _born(self, row: ParticipantRow) -> str:
        return str(row.birth_year)

    def _status(self, row: ParticipantRow) -> StateView | None:
        return self._states.get(row.status)

    def _status_words(self, row: ParticipantRow) -> str:
        state = self._status(row)
        return "" if state is None else state.said()

    def _day(self, day: str) -> str:
        """A day with its year, or nothing for somebody who was screened only."""
        return full_day(date.fromisoformat(day), self.workspace.language) if day else ""

    def _visits(self, row: ParticipantRow) -> str:
        done = self._signed.get(row.participant, 0)
        return self.tr("{done} of {planned}").format(done=done, planned=self._planned)

    def _care(self, row: ParticipantRow) -> StateView | None:
        return StateView(VisualState.HOLD, self._care_words(row)) if row.restricted_side != "none" else None

    def _care_words(self, row: ParticipantRow) -> str:
        return self.tr("an arm must not be tested") if row.restricted_side != "none" else ""

    def _central(self, row: ParticipantRow) -> StateView:
        return StateView(VisualState.AT_CENTRAL if row.last_seq <= self._held else VisualState.NOT_AT_CENTRAL)

    def _to_table(self) -> None:
        target = self._search if self._table.isHidden() else self._table
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def _open_chosen(self) -> None:
        row = self._table.chosen_row()
        if row is not None:
            self._open_row(row)

    def _open_row(self, row: ParticipantRow) -> None:
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


def _name_of(row: ParticipantRow) -> str:
    return row.participant
