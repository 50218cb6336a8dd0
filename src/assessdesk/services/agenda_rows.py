"""Where each visit of a participant stands on a day: the planned ones in the order of the study, then the others.

A pure function of rows and the study. It must not know the desk, nor who else is in the study.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from assessdesk.domain.schedule import UNSCHEDULED, Course, DueState, Window, due_state, window_in
from assessdesk.domain.status import VISITS
from assessdesk.domain.study import PlannedVisit
from assessdesk.ports import ParticipantRow, VisitRow

Place = tuple[date, int, str, str, str]
ORDER = {
    DueState.OVERDUE: 0,
    DueState.CLOSING: 1,
    DueState.IN_PROGRESS: 2,
    DueState.DUE: 3,
    DueState.TO_SIGN: 4,
    DueState.OPENS_SOON: 5,
    DueState.MISSED: 6,
}
"""The states that somebody has to look after, in the order in which rows of one closing day stand."""
BEGUN = frozenset({DueState.IN_PROGRESS, DueState.TO_SIGN})
"""What stays on the list when no visit may be opened any more: a visit that was begun has to be closed and signed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AgendaRow:
    """One visit to look after. `days` is days until the window closes (or, not yet open, opens).

    `window` is None for an unscheduled visit and for one that waits for the day it is counted from (`waits_for`); for
    an unscheduled one `date` is the day it was opened. `outside` is early or late for a visit that was opened outside
    its window. `last_seq` is the place of the last entry about the participant.
    """

    participant: str
    code: str
    planned: str
    visit: str
    state: DueState
    window: Window | None
    days: int
    at_central: bool
    last_seq: int
    date: date | None = None
    waits_for: str = ""
    outside: str = ""

    @property
    def key(self) -> str:
        """What names the visit among those of its participant: the planned one's id, or its own."""
        return self.visit if self.planned == UNSCHEDULED else self.planned


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What the read tables say about one participant: visits in the order they were opened, days, missed visits.

    `infusions` holds the day of each cycle's infusion by the cycle's number.
    """

    person: ParticipantRow
    visits: Sequence[VisitRow] = ()
    anchors: Mapping[str, str] = field(default_factory=dict)
    missed: Sequence[str] = ()
    infusions: Mapping[int, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """How the rows are looked at: the study's visits, today, what central holds, and who knows whether one is complete.

    `complete` is asked about open visits only, because it is the dear question.
    """

    planned: tuple[PlannedVisit, ...]
    today: date
    held_seq: int
    complete: Callable[[VisitRow], bool]


def rows_of(facts: Facts, look: Look) -> list[AgendaRow]:
    """Return where each visit of one participant stands, done and later ones included; none before enrolment."""
    person = facts.person
    if not person.anchor_date:
        return []
    held = {visit.planned: visit for visit in facts.visits if visit.planned != UNSCHEDULED}
    course = Course(
        baseline=person.anchor_date,
        anchors=facts.anchors,
        held={planned: visit.date for planned, visit in held.items()},
        missed=facts.missed,
    )
    rows = [_planned_row(facts, look, plan, course, held.get(plan.id)) for plan in look.planned]
    planned = {plan.id for plan in look.planned}
    return rows + [_unplanned_row(facts, look, visit) for visit in facts.visits if visit.planned not in planned]


def shown(rows: Sequence[AgendaRow], person: ParticipantRow) -> tuple[AgendaRow, ...]:
    """Return those rows of a participant that somebody has to look after now.

    A missed visit stays as long as its window is open, because it can be opened after all; whoever may not have visits
    any more keeps only those that were begun.
    """
    open_to_visits = person.collects(VISITS)
    return tuple(
        row
        for row in rows
        if (row.state in BEGUN or (open_to_visits and row.state in ORDER))
        and (row.state is not DueState.MISSED or row.days >= 0)
    )


def next_opening(rows: Sequence[AgendaRow], person: ParticipantRow) -> date | None:
    """Return the first day on which a window of a participant opens that is not near yet."""
    later = [row.window.earliest for row in rows if row.window and row.state is DueState.LATER]
    return min(later, default=None) if person.collects(VISITS) else None


def place(row: AgendaRow) -> Place:
    """Return by what rows are sorted: what closes first on top; no two rows have the same."""
    closes = row.window.latest if row.window else row.date
    return closes or date.max, ORDER[row.state], row.code, row.participant, row.key


def _planned_row(facts: Facts, look: Look, plan: PlannedVisit, course: Course, visit: VisitRow | None) -> AgendaRow:
    """Return where a planned visit stands."""
    window = window_in(course, plan, look.planned)
    state = _state(look, window, visit, missed=plan.id in facts.missed)
    return AgendaRow(
        participant=facts.person.participant,
        code=facts.person.code,
        planned=plan.id,
        visit=visit.visit if visit else "",
        state=state,
        window=window,
        days=_days(window, state, look.today),
        at_central=facts.person.last_seq <= look.held_seq,
        last_seq=facts.person.last_seq,
        date=date.fromisoformat(visit.date) if visit else None,
        waits_for=plan.anchor if window is None else "",
        outside=visit.window if visit and visit.window != "inside" else "",
    )


def _unplanned_row(facts: Facts, look: Look, visit: VisitRow) -> AgendaRow:
    """Return where a visit stands that the study in force does not plan (any more): its own day stands for a window."""
    day = date.fromisoformat(visit.date)
    return AgendaRow(
        participant=facts.person.participant,
        code=facts.person.code,
        planned=visit.planned,
        visit=visit.visit,
        state=state_of_visit(visit, look.complete),
        window=None,
        days=(day - look.today).days,
        at_central=facts.person.last_seq <= look.held_seq,
        last_seq=facts.person.last_seq,
        date=day,
    )


def _state(look: Look, window: Window | None, visit: VisitRow | None, *, missed: bool) -> DueState:
    """Say where a planned visit stands: what happened counts before what was planned."""
    if visit is not None:
        return state_of_visit(visit, look.complete)
    if missed:
        return DueState.MISSED
    return DueState.WAITS if window is None else due_state(window, look.today)


def _days(window: Window | None, state: DueState, today: date) -> int:
    """Return the days until the window closes, or opens where it has not; 0 without a window."""
    if window is None:
        return 0
    return ((window.earliest if state in {DueState.OPENS_SOON, DueState.LATER} else window.latest) - today).days


def state_of_visit(visit: VisitRow, complete: Callable[[VisitRow], bool]) -> DueState:
    """Say where a visit that was opened stands; completeness is asked for open ones only."""
    if visit.state == "signed":
        return DueState.DONE
    return DueState.TO_SIGN if complete(visit) else DueState.IN_PROGRESS
