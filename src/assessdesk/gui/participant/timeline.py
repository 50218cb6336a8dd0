"""A participant's visits as the timeline shows them: where each stands, its day, its window, two lines of words.

It must not know the page, nor how states are worked out.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from assessdesk.domain.schedule import DueState
from assessdesk.gui.fields.visit_timeline import DayTick, TimelineView, VisitMark
from assessdesk.gui.look.states import VisualState
from assessdesk.gui.page_parts import month_words, short_day
from assessdesk.services.visit_plans import anchor_title, planned_title

if TYPE_CHECKING:
    from collections.abc import Sequence

    from assessdesk.gui.workspace import Workspace
    from assessdesk.services.agenda import AgendaRow
    from assessdesk.services.participant_page import ParticipantView

STATES = {
    DueState.OVERDUE: VisualState.OVERDUE,
    DueState.CLOSING: VisualState.WINDOW_CLOSING,
    DueState.IN_PROGRESS: VisualState.IN_PROGRESS,
    DueState.DUE: VisualState.DUE,
    DueState.TO_SIGN: VisualState.TO_SIGN,
    DueState.OPENS_SOON: VisualState.OPENS_SOON,
    DueState.LATER: VisualState.OPENS_SOON,
    DueState.WAITS: VisualState.OPENS_SOON,
    DueState.MISSED: VisualState.NOT_DONE,
    DueState.DONE: VisualState.DONE,
}
APART = 14
"""How many days behind the last one a visit is drawn whose day nobody knows yet."""


class TimelineWords(QObject):
    """Makes the timeline of a participant."""

    def __init__(self, workspace: Workspace, parent: QObject) -> None:
        super().__init__(parent)
        self._workspace = workspace

    def title(self, planned: str) -> str:
        """What a visit is called."""
        language = self._workspace.language
        return self._workspace.read(lambda desk: planned_title(desk, planned, language))

    def view(self, view: ParticipantView) -> TimelineView:
        """The timeline: visits in the order of time, those whose day is not known at its end."""
        today, language = view.today, self._workspace.language
        last = max((self._day(row) or today for row in view.visits), default=today)
        marks = []
        for row in view.visits:
            day = self._day(row)
            if day is None:
                day = last = last + timedelta(days=APART)
            marks.append(self._mark(view, row, day))
        first = min((row.window.earliest for row in view.visits if row.window), default=today)
        ticks = [DayTick((day - today).days, month_words(day, language)) for day in _months(first, last)]
        words = self.tr("today {day}").format(day=short_day(today, language))
        return TimelineView(visits=tuple(sorted(marks, key=lambda mark: mark.day)), ticks=tuple(ticks), today=words)

    def _day(self, row: AgendaRow) -> date | None:
        """The day it took place, else its target."""
        return row.date or (row.window.target if row.window else None)

    def _mark(self, view: ParticipantView, row: AgendaRow, day: date) -> VisitMark:
        opens, closes = (row.window.earliest, row.window.latest) if row.window else (day, day)
        return VisitMark(
            key=row.key,
            name=self.title(row.planned),
            state=STATES[row.state],
            day=(day - view.today).days,
            opens=(opens - view.today).days,
            closes=(closes - view.today).days,
            lines=self._lines(row, self._span(view.days.get(row.visit) or (day,))),
        )

    def _span(self, days: Sequence[date]) -> str:
        """The day of a visit, or the first and the last of one that was split over days."""
        shown = [short_day(day, self._workspace.language) for day in (days[0], days[-1])]
        return " – ".join(dict.fromkeys(shown))

    def _lines(self, row: AgendaRow, day: str) -> tuple[str, str]:
        language = self._workspace.language
        window = row.window
        target = self.tr("Target {day}").format(day=short_day(window.target, language)) if window else ""
        match row.state:
            case DueState.DONE:
                safe = self.tr("At central") if row.at_central else self.tr("Not yet at central")
                return self.tr("Signed, visit of {day}").format(day=day), self._outside(row) or safe
            case DueState.IN_PROGRESS | DueState.TO_SIGN:
                words = self.tr("In progress") if row.state is DueState.IN_PROGRESS else self.tr("To sign")
                split = self.tr("On {days}").format(days=day) if "–" in day else ""
                return words, self._outside(row) or split or target or self.tr("Opened {day}").format(day=day)
            case DueState.WAITS:
                anchor = self._workspace.read(lambda desk: anchor_title(desk, row.waits_for, language))
                return self.tr("Day not known yet"), self.tr("Waits for: {anchor}").format(anchor=anchor)
            case DueState.MISSED:
                return self.tr("Missed"), target
            case DueState.LATER | DueState.OPENS_SOON if window:
                return target, self.tr("Opens {day}").format(day=short_day(window.earliest, language))
            case _:
                closes = self.tr("Closes {day}").format(day=short_day(window.latest, language)) if window else ""
                return target, closes

    def _outside(self, row: AgendaRow) -> str:
        """Say that a visit was opened outside its window."""
        words = {"early": self.tr("Before its window"), "late": self.tr("After its window")}
        return words.get(row.outside, "")


def _months(first: date, last: date) -> list[date]:
    """The first days of the months between two days."""
    found: list[date] = []
    day = (first.replace(day=1) + timedelta(days=32)).replace(day=1)
    while day <= last:
        found.append(day)
        day = (day + timedelta(days=32)).replace(day=1)
    return found
