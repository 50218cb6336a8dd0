"""Today: the planned visits to look after, what closes first on top; finding a participant; opening a visit.

After a run that did not end in good order it says first what was found. It must not know how states are worked out.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit

from assessdesk.domain.schedule import UNSCHEDULED, DueState
from assessdesk.gui.fields.buttons import ActionButton, ButtonView
from assessdesk.gui.fields.data_table import DataTable
from assessdesk.gui.fields.filter_bar import FilterBar, FilterView
from assessdesk.gui.fields.search_field import SearchField
from assessdesk.gui.fields.text import Label
from assessdesk.gui.fields.window_bar import DayAxis, WindowPainter, WindowView
from assessdesk.gui.look.tokens import Ink
from assessdesk.gui.page import Destination, Page
from assessdesk.gui.page_parts import PageHead, add_action, clipped, long_day, page_layout, short_day
from assessdesk.gui.paper.today_list import ListPrinting
from assessdesk.gui.today.found_notice import FoundNotice
from assessdesk.gui.today.missed_panel import MissedPanel
from assessdesk.gui.today.opening_panel import OpeningPanel
from assessdesk.gui.today.words import STATES, TodayRow, TodayWords, due_words
from assessdesk.services import agenda as agendas
from assessdesk.services.agenda import Agenda, AgendaRow, agenda_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from assessdesk.gui.workspace import Workspace
    from assessdesk.services.desk import Desk

AXIS = DayAxis(-21, 21)
"""The days that the window bars share: three weeks each way."""
FILTERS = tuple(STATES)
"""The states by digit, from 2; 1 is all."""
MISSABLE = frozenset({DueState.OVERDUE, DueState.CLOSING, DueState.DUE})
MOST_FOUND = 50


class TodayPage(Page):
    """The page."""

    refreshes_on = frozenset(
        {"participant", "visit", "value", "trial", "receipt", "assessment", "anchor", "infusion", "clock", "day"}
    )

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self._agenda: Agenda | None = None
        self._filter = "all"
        self._shown_filters: list[FilterView] = []
        self._may_capture = False
        self._made: dict[int, TodayRow] = {}
        self._due: tuple[tuple[AgendaRow, ...], str, tuple[TodayRow, ...]] = ((), "", ())
        self._words = TodayWords(workspace, self)
        self._printing = ListPrinting(workspace, self)
        self._search = SearchField(self.tr("Find a participant by code"), "/")
        self._search.text_changed.connect(self._show_rows)
        self._search.line().installEventFilter(self)
        self._filters = FilterBar(self.tr("Filter"))
        self._filters.filter_chosen.connect(self._on_filter)
        self._notice = FoundNotice(workspace)
        self._panel = OpeningPanel(workspace)
        self._panel.visit_opened.connect(self.leave_requested)
        self._panel.closed.connect(self._back_to_table)
        self._missed = MissedPanel(workspace)
        for signal in (self._missed.closed, self._missed.recorded):
            signal.connect(self._back_to_table)
        self._empty = Label(ink=Ink.MUTED, wrap=True)
        self._table = DataTable[TodayRow](
            self.tr("Visits to look after"),
            self._words.columns(cycles=workspace.read(_counts_cycles)),
            painters={"window": WindowPainter(self._window, AXIS)},
            identity=lambda row: (row.participant, row.due.key if row.due else ""),
        )
        self._table.row_opened.connect(self._open_row)
        self._table.row_chosen.connect(self._on_chosen)
        self._add_actions()
        new = ActionButton(ButtonView(self._enrol.text(), strong=False))
        new.attach(self._enrol)
        self._head = PageHead(right=(self._search, new))
        self._lay_out()

    def _add_actions(self) -> None:
        words = self.tr("choose")
        add_action(self, words, self._back_to_table, caps=("Up", "Down"))
        add_action(self, self.tr("open, asks for the second identifier"), self._open_chosen, caps=("Enter",))
        add_action(self, self.tr("find"), self._search.take_focus, keys=("/",))
        for place, key in enumerate(("all", *(state.value for state in FILTERS)), start=1):
            add_action(self, self.tr("filter"), self._filtering(key), keys=(str(place),))
        self._unscheduled = add_action(
            self,
            self.tr("Unscheduled visit"),
            self._ask_unscheduled,
            keys=("U",),
            short=self.tr("unscheduled visit"),
        )
        self._miss = add_action(
            self, self.tr("Record as missed"), self._ask_missed, keys=("M",), short=self.tr("record as missed")
        )
        add_action(self, self.tr("Print list"), self._print, keys=("P",), short=self.tr("print list"))
        add_action(self, self.tr("Save list as PDF"), self._save, keys=("S",), short=self.tr("save list as PDF"))
        self._enrol = add_action(
            self, self.tr("New participant"), self._new, keys=("N",), short=self.tr("new participant")
        )
        self._continue = add_action(self, self.tr("Continue there"), self._continue_found, keys=("C",))
        self._notice.attach(self._continue)

    def _filtering(self, key: str) -> Callable[[], None]:
        return lambda: self._filters.choose(key)

    def _lay_out(self) -> None:
        layout = page_layout(self)
        layout.addWidget(self._head)
        layout.addWidget(self._notice)
        layout.addWidget(clipped(self._filters))
        layout.addWidget(self._printing.said)
        layout.addWidget(self._panel)
        layout.addWidget(self._missed)
        layout.addWidget(self._empty)
        layout.addWidget(self._table)
        layout.addStretch(1)
        layout.setStretchFactor(self._table, 100)

    def path(self) -> tuple[str, ...]:
        """The words of the header's path."""
        return (self.tr("Today"),)

    def open(self, destination: Destination) -> None:
        """Read the agenda and stand at its first row."""
        del destination
        self._search.clear()
        self._panel.hide()
        self._missed.hide()
        self._printing.said.show_finding(None)
        self.refresh()
        self._back_to_table()

    def refresh(self) -> None:
        """Read the agenda again."""
        agenda = self.workspace.perform(agenda_of)
        if agenda is None:
            return
        self._agenda = agenda
        self._words.read(agenda)
        self._continue.setEnabled(self._notice.show_found(self.workspace.found))
        may_enrol = self.workspace.read(lambda desk: desk.may("enrol"))
        self._enrol.setEnabled(may_enrol)
        self._may_capture = self.workspace.read(lambda desk: desk.may("capture"))
        title = long_day(agenda.today, self.workspace.language)
        sentence = self.tr("Visits to look after: {count}, what closes first on top.")
        self._head.show_words(title, sentence.format(count=len(agenda.rows)))
        self._show_filters(agenda)
        self._show_rows()

    def _show_filters(self, agenda: Agenda) -> None:
        """Show every filter; that of missed visits, which are rare, comes only with one and takes others' room."""
        views = [FilterView("all", self.tr("All"), len(agenda.rows), "1")]
        for digit, state in enumerate(FILTERS, start=2):
            view = FilterView(state.value, due_words(state), agenda.counts.get(state, 0), str(digit), STATES[state])
            views.append(view)
        missed = agenda.counts.get(DueState.MISSED, 0)
        kept = [view for view in views if view.count or (not missed and view.key != DueState.MISSED.value)]
        if not any(view.key == self._filter and view.count for view in kept):
            self._filter = "all"
        if kept != self._shown_filters:
            self._shown_filters = kept
            self._filters.show_filters(kept, self._filter)

    def _on_filter(self, view: FilterView) -> None:
        self._filter = view.key
        self._show_rows()

    def _show_rows(self) -> None:
        """Show what the filter, or what was typed into the search, leaves."""
        agenda = self._agenda
        if agenda is None:
            return
        text = self._search.text()
        rows = self.workspace.read(self._found_rows) if text else self._due_rows()
        self._table.show_rows(rows)
        self._table.setVisible(bool(rows))
        self._table.setMaximumHeight(self._table.natural_height())
        self._empty.setVisible(not rows)
        self._empty.show_text(self._empty_words(agenda, text))
        if rows and self._table.chosen_row() is None:
            self._table.choose(0)

    def _empty_words(self, agenda: Agenda, text: str) -> str:
        if text:
            return self.tr("No participant has a code with “{text}” in it.").format(text=text)
        if not agenda.participants:
            return self.tr("Nobody is enrolled yet. Enrol the first participant with N.")
        if agenda.next_opening is None:
            return self.tr("Nothing is due. Find a participant with /.")
        day = short_day(agenda.next_opening, self.workspace.language)
        return self.tr("Nothing due until {day}. Find a participant with /.").format(day=day)

    def _due_rows(self) -> tuple[TodayRow, ...]:
        rows = self._agenda.rows if self._agenda else ()
        if self._due[0] is rows and self._due[1] == self._filter:
            return self._due[2]
        of = rows
        if self._filter != "all":
            state = DueState(self._filter)
            of = tuple(row for row in rows if row.state is state)
        # Nearly all rows are those of the last time. One that is kept keeps its agenda row too, so an id stays its own.
        kept = self._made
        self._made = {id(row): kept.get(id(row)) or _row(row) for row in of}
        self._due = (rows, self._filter, tuple(self._made.values()))
        return self._due[2]

    def _found_rows(self, desk: Desk) -> tuple[TodayRow, ...]:
        """Everyone whose code begins with, or contains, what was typed; what is due for them, else that nothing is."""
        text = self._search.text()
        people = sorted(
            agendas.found(desk, text, MOST_FOUND),
            key=lambda person: (not person.code.lower().startswith(text.lower()), person.code),
        )
        rows: list[TodayRow] = []
        for person in people:
            due = self._agenda.of.get(person.participant, ()) if self._agenda else ()
            rows += [_row(each) for each in due] or [
                TodayRow(participant=person.participant, code=person.code, due=None)
            ]
        return tuple(rows)

    def _window(self, row: object) -> WindowView | None:
        return self._words.window(row) if isinstance(row, TodayRow) else None

    def _back_to_table(self) -> None:
        if self._table.isHidden():
            self._search.take_focus()
        else:
            self._table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _open_chosen(self) -> None:
        row = self._table.chosen_row()
        if row is not None:
            self._open_row(row)

    def _open_row(self, row: TodayRow) -> None:
        """Ask for the second identifier, go to the review, or show the participant when nothing is due."""
        if row.due is None:
            self.leave_requested.emit(Destination(page="participant", participant=row.participant))
        elif row.due.state is DueState.TO_SIGN:
            self.leave_requested.emit(
                Destination(page="review", participant=row.participant, visit=row.due.visit, planned=row.due.key)
            )
        else:
            self._missed.hide()
            self._panel.ask(
                participant=row.participant, code=row.code, planned=row.due.key, visit_title=self._words.visit(row)
            )

    def _on_chosen(self, row: TodayRow) -> None:
        """Let only those keys work that make sense for the chosen row."""
        self._miss.setEnabled(row.due is not None and row.due.state in MISSABLE and self._may_capture)
        self._unscheduled.setEnabled(self._may_capture)
        self.keys_changed.emit()

    def _ask_missed(self) -> None:
        """Ask why the chosen visit did not take place."""
        row = self._table.chosen_row()
        if row is not None and row.due is not None:
            self._panel.hide()
            self._missed.ask(
                participant=row.participant, code=row.code, planned=row.due.planned, visit_title=self._words.visit(row)
            )

    def _ask_unscheduled(self) -> None:
        """Go to the chosen participant, where a visit that nobody planned is opened."""
        row = self._table.chosen_row()
        if row is not None:
            self.leave_requested.emit(Destination(page="participant", participant=row.participant, planned=UNSCHEDULED))

    def _print(self) -> None:
        """Print what the filter leaves."""
        self._printing.bring(self._table.rows_model().rows(), self._words)

    def _save(self) -> None:
        """Save what the filter leaves as a PDF."""
        self._printing.save(self._table.rows_model().rows(), self._words)

    def _new(self) -> None:
        self.leave_requested.emit(Destination(page="enrol"))

    def _continue_found(self) -> None:
        """Go on with the participant of the last run."""
        found = self.workspace.found
        if found is None or not found.code:
            return
        self.workspace.found = replace(found, state="seen")
        self._continue.setEnabled(self._notice.show_found(None))
        self._search.clear()
        self._filters.choose("all")
        for place, row in enumerate(self._table.rows_model().rows()):
            if row.code == found.code:
                self._table.choose(place)
                self._open_row(row)
                return
        people = self.workspace.read(lambda desk: agendas.found(desk, found.code, 1))
        if people:
            self.leave_requested.emit(Destination(page="participant", participant=people[0].participant))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """From the search, Down and Enter go to what was found, Esc ends the search."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and isinstance(watched, QLineEdit):
            key = event.key()
            if key == Qt.Key.Key_Escape:
                self._search.clear()
                self._back_to_table()
                return True
            if key in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter) and not self._table.isHidden():
                only = len(self._table.rows_model().rows()) == 1 and key != Qt.Key.Key_Down
                self._back_to_table()
                if only:
                    self._open_chosen()
                return True
        return super().eventFilter(watched, event)


def _row(due: AgendaRow) -> TodayRow:
    return TodayRow(participant=due.participant, code=due.code, due=due)


def _counts_cycles(desk: Desk) -> bool:
    return desk.in_force.conduct.cycle_days is not None
