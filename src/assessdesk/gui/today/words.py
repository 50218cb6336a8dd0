"""The words and shapes of Today's rows, worked out when a row is drawn: of thousands only those in sight are.

It must not know how states are worked out, nor the page around the table.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject

from assessdesk.domain.cycles import cycle_day
from assessdesk.domain.schedule import DueState
from assessdesk.gui.fields.status_badge import StateView
from assessdesk.gui.fields.window_bar import WindowState, WindowView
from assessdesk.gui.look.states import VisualState, state_word
from assessdesk.gui.look.tokens import Ink
from assessdesk.gui.models import Column
from assessdesk.gui.page_parts import short_day
from assessdesk.services.capture_rows import battery_view
from assessdesk.services.visit_plans import planned_title

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from assessdesk.gui.workspace import Workspace
    from assessdesk.services.agenda import Agenda, AgendaRow
    from assessdesk.services.desk import Desk

STATES = {
    DueState.OVERDUE: VisualState.OVERDUE,
    DueState.CLOSING: VisualState.WINDOW_CLOSING,
    DueState.IN_PROGRESS: VisualState.IN_PROGRESS,
    DueState.DUE: VisualState.DUE,
    DueState.TO_SIGN: VisualState.TO_SIGN,
    DueState.OPENS_SOON: VisualState.OPENS_SOON,
    DueState.MISSED: VisualState.NOT_DONE,
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
    due: AgendaRow | None


class TodayWords(QObject):
    """Says what stands in each cell. `read()` after every reading of the agenda."""

    def __init__(self, workspace: Workspace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._next: dict[tuple[str, int], str] = {}
        self._infusions: Mapping[str, Mapping[int, str]] = {}
        self.today: date | None = None

    def read(self, agenda: Agenda) -> None:
        """Take over another reading of the agenda; words of visits nobody wrote to are kept."""
        self.today = agenda.today
        self._infusions = agenda.infusions

    def columns(self, *, cycles: bool) -> tuple[Column[TodayRow], ...]:
        """The columns of the table; `cycles` where the study counts cycles of chemotherapy."""
        cycle = (Column(self.tr("Cycle"), self.cycle, 8),) if cycles else ()
        return (
            Column(self.tr("State"), self.state, 19, state=_state),
            Column(self.tr("Participant"), lambda row: row.code, 13, bold=lambda _: True),
            Column(self.tr("Visit"), self.visit, 13),
            Column(self.tr("Target"), self.target, 9.5),
            *cycle,
            Column(self.tr("Window"), self.days, 16.5 if cycles else 22.5, painter="window"),
            Column(self.tr("Days"), self.days, 18, bold=_presses, ink=_days_ink),
            Column(self.tr("Next"), self.next),
            Column(self.tr("Central"), lambda row: _central(row).said(), 15, state=_central),
        )

    def state(self, row: TodayRow) -> str:
        """The word of the state."""
        return "–" if row.due is None else due_words(row.due.state)

    def visit(self, row: TodayRow) -> str:
        """What the visit is called."""
        if row.due is None:
            return "–"
        planned, language = row.due.planned, self._workspace.language
        return self._workspace.read(lambda desk: planned_title(desk, planned, language))

    def target(self, row: TodayRow) -> str:
        """The target day; of an unscheduled visit the day it was opened."""
        day = (row.due.window.target if row.due.window else row.due.date) if row.due else None
        return short_day(day, self._workspace.language) if day else ""

    def cycle(self, row: TodayRow) -> str:
        """The cycle of chemotherapy and its day, today: C2 D15; a dash before the first."""
        found = cycle_day(self._infusions.get(row.participant, {}), self.today) if self.today else None
        return self.tr("C{cycle} D{day}").format(cycle=found.cycle, day=found.day) if found else "–"

    def days(self, row: TodayRow) -> str:
        """When the window closes, or closed, or opens."""
        return "" if row.due is None else self._days(row.due)

    def _days(self, due: AgendaRow) -> str:
        near: tuple[str, ...] = (self.tr("{n} days left"), self.tr("1 day left"))
        if due.window is None:
            many, near = self.tr("opened {n} days ago"), (self.tr("opened today"), self.tr("opened yesterday"))
        elif due.state is DueState.OPENS_SOON:
            return self.tr("opens {day}").format(day=short_day(due.window.earliest, self._workspace.language))
        elif due.days < 0:
            many, near = self.tr("closed {n} days ago"), ("", self.tr("closed yesterday"))
        elif due.state is DueState.CLOSING:
            many, near = self.tr("closes in {n} days"), (self.tr("closes today"), self.tr("closes tomorrow"))
        else:
            many = near[0]
        days = abs(due.days)
        return (near[days] if days < len(near) else many).format(n=days)

    def next(self, row: TodayRow) -> str:
        """What to do with the visit."""
        if row.due is None:
            return self.tr("Show participant")
        match row.due.state:
            case DueState.IN_PROGRESS:
                return self._continue(row.due)
            case DueState.TO_SIGN:
                return self.tr("Review and sign")
            case DueState.OVERDUE:
                return self.tr("Open late or record missed")
            case DueState.MISSED:
                return self.tr("Open after all, with a reason")
            case DueState.OPENS_SOON:
                return "–"
            case _:
                return self.tr("Open visit")

    def _continue(self, due: AgendaRow) -> str:
        """Which instrument goes on, and how far it has got; worked out once until something is written."""
        key = (due.visit, due.last_seq)
        if key not in self._next:
            self._next[key] = self._workspace.read(lambda desk: self._continue_words(desk, due))
        return self._next[key]

    def _continue_words(self, desk: Desk, due: AgendaRow) -> str:
        record = desk.record(due.participant)
        for each in battery_view(desk, record, due.visit, current="", language=self._workspace.language):
            if each.state not in ("done", "missing"):
                words = self.tr("Continue: {instrument}").format(instrument=each.title)
                return f"{words}, {each.progress}" if each.progress else words
        return self.tr("Review and sign")

    def window(self, row: TodayRow) -> WindowView | None:
        """The bar of a row, or None where there is no window."""
        if row.due is None or row.due.window is None or self.today is None:
            return None
        window = row.due.window
        return WindowView(
            opens=(window.earliest - self.today).days,
            target=(window.target - self.today).days,
            closes=(window.latest - self.today).days,
            state=WINDOWS.get(row.due.state, WindowState.OPEN),
        )


def due_words(state: DueState) -> str:
    """The word of a state; a missed visit has a word of its own beside the shape of what was not done."""
    if state is DueState.MISSED:
        return QCoreApplication.translate("TodayWords", "Missed")
    return state_word(STATES[state])


def _state(row: TodayRow) -> StateView | None:
    if row.due is None:
        return None
    return StateView(STATES[row.due.state], due_words(row.due.state))


def _presses(row: TodayRow) -> bool:
    return row.due is not None and row.due.state in INKS


def _days_ink(row: TodayRow) -> Ink:
    return INKS.get(row.due.state, Ink.MUTED) if row.due is not None else Ink.MUTED


def _central(row: TodayRow) -> StateView:
    safe = row.due is not None and row.due.at_central
    return StateView(VisualState.AT_CENTRAL if safe else VisualState.NOT_AT_CENTRAL)
