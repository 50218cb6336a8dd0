"""Today: the planned visits to look after, what closes first on top; finding a participant; opening a visit.

After a run that did not end in good order it says first what was found. It must not know how states are worked out.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QRectF, Qt
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QLineEdit

from assessdesk.domain.schedule import DueState
from assessdesk.gui.fields.buttons import ActionButton, ButtonView
from assessdesk.gui.fields.data_table import DataTable
from assessdesk.gui.fields.filter_bar import FilterBar, FilterView
from assessdesk.gui.fields.status_badge import StateView
from assessdesk.gui.fields.text import Label
from assessdesk.gui.fields.window_bar import DayAxis, WindowState, WindowView, paint_window_bar
from assessdesk.gui.found_notice import FoundNotice
from assessdesk.gui.models import Column
from assessdesk.gui.opening_panel import OpeningPanel
from assessdesk.gui.page import Destination, Page
from assessdesk.gui.page_parts import PageHead, add_action, clipped, long_day, page_layout, short_day
from assessdesk.gui.search_field import SearchField
from assessdesk.gui.states import VisualState, state_word
from assessdesk.gui.theme import metrics
from assessdesk.gui.tokens import Ink
from assessdesk.services.agenda import Agenda, AgendaRow, agenda_of
from assessdesk.services.capture_rows import battery_view

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from assessdesk.gui.tokens import Colours
    from assessdesk.gui.workspace import Workspace
    from assessdesk.services.desk import Desk

SHOWN_DAYS = 21
MOST_FOUND = 50
STATES = {
    DueState.OVERDUE: VisualState.OVERDUE,
    DueState.CLOSING: VisualState.WINDOW_CLOSING,
    DueState.IN_PROGRESS: VisualState.IN_PROGRESS,
    DueState.DUE: VisualState.DUE,
    DueState.TO_SIGN: VisualState.TO_SIGN,
    DueState.OPENS_SOON: VisualState.OPENS_SOON,
}
WINDOWS = {
    DueState.OVERDUE: WindowState.CLOSED,
    DueState.CLOSING: WindowState.CLOSING,
    DueState.OPENS_SOON: WindowState.LATER,
}
INKS = {DueState.OVERDUE: Ink.BAD, DueState.CLOSING: Ink.WARN}


@dataclass(frozen=True, slots=True, kw_only=True)
class TodayRow:
    """One line of the table: a visit to look after, or a participant who was found and has nothing due."""

    participant: str
    code: str
    visit: str
    visit_title: str
    due: AgendaRow | None
    target: str = ""
    days: str = ""
    next: str = ""


class TodayPage(Page):
    """The page."""

    refreshes_on = frozenset({"participant", "visit", "value", "trial", "receipt", "package", "assessment"})

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self._agenda: Agenda | None = None
        self._filter = "all"
        self._axis = DayAxis(-SHOWN_DAYS, SHOWN_DAYS)
        self._search = SearchField(self.tr("Find a participant by code"), "/")
        self._search.text_changed.connect(self._show_rows)
        self._search.line().installEventFilter(self)
        self._filters = FilterBar(self.tr("Filter"))
        self._filters.filter_chosen.connect(self._on_filter)
        self._notice = FoundNotice(workspace)
        self._panel = OpeningPanel(workspace)
        self._panel.visit_opened.connect(self.leave_requested)
        self._panel.closed.connect(self._back_to_table)
        self._empty = Label(ink=Ink.MUTED, wrap=True)
        self._table = DataTable[TodayRow](
            self.tr("Visits to look after"), self._columns(), painters={"window": self._paint_window}
        )
        self._table.row_opened.connect(self._open_row)
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
        for place, key in enumerate(("all", *(state.value for state in STATES)), start=1):
            add_action(self, self.tr("filter"), self._filtering(key), keys=(str(place),))
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
        layout.addWidget(self._panel)
        layout.addWidget(self._empty)
        layout.addWidget(self._table)
        layout.addStretch(1)
        layout.setStretchFactor(self._table, 100)

    def _columns(self) -> tuple[Column[TodayRow], ...]:
        return (
            Column(self.tr("State"), _state_words, 19, state=_state),
            Column(self.tr("Participant"), lambda row: row.code, 14, bold=lambda _: True),
            Column(self.tr("Visit"), lambda row: row.visit_title, 10.5),
            Column(self.tr("Target"), lambda row: row.target, 11),
            Column(self.tr("Window"), lambda row: row.days, 22.5, painter="window"),
            Column(self.tr("Days"), lambda row: row.days, 19, bold=_presses, ink=_days_ink),
            Column(self.tr("Next"), lambda row: row.next),
            Column(self.tr("Central"), lambda row: _central(row).said(), 12, state=_central),
        )

    def path(self) -> tuple[str, ...]:
        """The words of the header's path."""
        return (self.tr("Today"),)

    def open(self, destination: Destination) -> None:
        """Read the agenda and stand at its first row."""
        del destination
        self._search.clear()
        self._panel.hide()
        self.refresh()
        self._back_to_table()

    def refresh(self) -> None:
        """Read the agenda again."""
        agenda = self.workspace.perform(agenda_of)
        if agenda is None:
            return
        self._agenda = agenda
        self._continue.setEnabled(self._notice.show_found(self.workspace.found))
        may_enrol = self.workspace.read(lambda desk: desk.may("enrol"))
        self._enrol.setEnabled(may_enrol)
        title = long_day(agenda.today, self.workspace.language)
        sentence = self.tr("{count} visits to look after, what closes first on top.")
        self._head.show_words(title, sentence.format(count=len(agenda.rows)))
        self._show_filters(agenda)
        self._show_rows()

    def _show_filters(self, agenda: Agenda) -> None:
        views = [FilterView("all", self.tr("All"), len(agenda.rows), "1")]
        for place, (state, shown) in enumerate(STATES.items(), start=2):
            views.append(FilterView(state.value, state_word(shown), agenda.counts.get(state, 0), str(place), shown))
        if not any(view.key == self._filter and view.count for view in views):
            self._filter = "all"
        self._filters.show_filters(views, self._filter)

    def _on_filter(self, view: FilterView) -> None:
        self._filter = view.key
        self._show_rows()

    def _show_rows(self) -> None:
        """Show what the filter, or what was typed into the search, leaves."""
        agenda = self._agenda
        if agenda is None:
            return
        text = self._search.text()
        rows = self.workspace.read(self._found_rows if text else self._due_rows)
        days = [_from(row.due.window.earliest, agenda.today) for row in rows if row.due]
        later = [_from(row.due.window.latest, agenda.today) for row in rows if row.due]
        self._axis = DayAxis(max(-SHOWN_DAYS, min([0, *days])), min(SHOWN_DAYS, max([1, *later])))
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

    def _due_rows(self, desk: Desk) -> tuple[TodayRow, ...]:
        rows = self._agenda.rows if self._agenda else ()
        return tuple(self._row(desk, row) for row in rows if self._filter in ("all", row.state.value))

    def _found_rows(self, desk: Desk) -> tuple[TodayRow, ...]:
        """Everyone whose code begins with, or contains, what was typed; what is due for them, else that nothing is."""
        text = self._search.text()
        people = sorted(
            desk.ledger.views.participants(text, MOST_FOUND),
            key=lambda person: (not person.code.lower().startswith(text.lower()), person.code),
        )
        found: list[TodayRow] = []
        for person in people:
            due = [row for row in (self._agenda.rows if self._agenda else ()) if row.participant == person.participant]
            found += [self._row(desk, row) for row in due]
            if not due:
                found.append(
                    TodayRow(
                        participant=person.participant,
                        code=person.code,
                        visit="",
                        visit_title="–",
                        due=None,
                        next=self.tr("Show participant"),
                    )
                )
        return tuple(found)

    def _row(self, desk: Desk, row: AgendaRow) -> TodayRow:
        language = self.workspace.language
        return TodayRow(
            participant=row.participant,
            code=row.code,
            visit=row.visit,
            visit_title=desk.in_force.visit(row.planned).title.get(language),
            due=row,
            target=short_day(row.window.target, language),
            days=self._days_words(row),
            next=self._next_words(desk, row),
        )

    def _days_words(self, row: AgendaRow) -> str:
        match row.state:
            case DueState.OVERDUE:
                return (
                    self.tr("closed yesterday")
                    if row.days == -1
                    else self.tr("closed {n} days ago").format(n=-row.days)
                )
            case DueState.CLOSING:
                soon = (self.tr("closes today"), self.tr("closes tomorrow"))
                return soon[row.days] if row.days < len(soon) else self.tr("closes in {n} days").format(n=row.days)
            case DueState.OPENS_SOON:
                return self.tr("opens {day}").format(day=short_day(row.window.earliest, self.workspace.language))
            case _ if row.days < 0:
                return self.tr("closed {n} days ago").format(n=-row.days)
            case _:
                return self.tr("{n} days left").format(n=row.days)

    def _next_words(self, desk: Desk, row: AgendaRow) -> str:
        match row.state:
            case DueState.IN_PROGRESS:
                return self._continue_words(desk, row)
            case DueState.TO_SIGN:
                return self.tr("Review and sign")
            case DueState.OVERDUE:
                return self.tr("Open late, with a reason")
            case DueState.OPENS_SOON:
                return "–"
            case _:
                return self.tr("Open visit")

    def _continue_words(self, desk: Desk, row: AgendaRow) -> str:
        """Which instrument goes on, and how far it has got."""
        record = desk.record(row.participant)
        battery = battery_view(desk, record, row.visit, current="", language=self.workspace.language)
        for each in battery:
            if each.state not in ("done", "missing"):
                words = self.tr("Continue: {instrument}").format(instrument=each.title)
                return f"{words}, {each.progress}" if each.progress else words
        return self.tr("Review and sign")

    def _paint_window(self, painter: QPainter, rect: QRectF, row: object, palette: Colours) -> None:
        if not isinstance(row, TodayRow) or row.due is None or self._agenda is None:
            return
        today, window = self._agenda.today, row.due.window
        view = WindowView(
            opens=_from(window.earliest, today),
            target=_from(window.target, today),
            closes=_from(window.latest, today),
            state=WINDOWS.get(row.due.state, WindowState.OPEN),
        )
        room = rect.adjusted(0, 0, -metrics().u(1), 0)
        paint_window_bar(painter, room, view, axis=self._axis, palette=palette)

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
                Destination(page="review", participant=row.participant, visit=row.visit, planned=row.due.planned)
            )
        else:
            self._panel.ask(
                participant=row.participant, code=row.code, planned=row.due.planned, visit_title=row.visit_title
            )

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
        people = self.workspace.read(lambda desk: desk.ledger.views.participants(found.code, 1))
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


def _from(day: date, today: date) -> int:
    return (day - today).days


def _state(row: TodayRow) -> StateView | None:
    return None if row.due is None else StateView(STATES[row.due.state])


def _state_words(row: TodayRow) -> str:
    return "–" if row.due is None else state_word(STATES[row.due.state])


def _presses(row: TodayRow) -> bool:
    return row.due is not None and row.due.state in INKS


def _days_ink(row: TodayRow) -> Ink:
    return INKS.get(row.due.state, Ink.MUTED) if row.due is not None else Ink.MUTED


def _central(row: TodayRow) -> StateView:
    safe = row.due is not None and row.due.at_central
    return StateView(VisualState.AT_CENTRAL if safe else VisualState.NOT_AT_CENTRAL)
