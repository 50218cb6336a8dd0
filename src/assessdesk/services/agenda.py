"""Today: which planned visits are due, overdue, closing, in progress or to sign, what closes first on top.

Computed from the participants' rows, the visits held and the study's schedule; it stores nothing.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from assessdesk.domain.schedule import DueState, Window, due_state, window_of
from assessdesk.domain.status import VISITS
from assessdesk.domain.study import PlannedVisit
from assessdesk.ports import ParticipantRow, VisitRow
from assessdesk.services.assessments import visit_complete
from assessdesk.services.desk import Desk

ORDER = {
    DueState.OVERDUE: 0,
    DueState.CLOSING: 1,
    DueState.IN_PROGRESS: 2,
    DueState.DUE: 3,
    DueState.TO_SIGN: 4,
    DueState.OPENS_SOON: 5,
}
BEGUN = frozenset({DueState.IN_PROGRESS, DueState.TO_SIGN})
"""What stays on the list when no visit may be opened any more: a visit that was begun has to be closed and signed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AgendaRow:
    """One planned visit to look after. `days` is days until the window closes (or, not yet open, opens)."""

    participant: str
    code: str
    planned: str
    visit: str
    state: DueState
    window: Window
    days: int
    at_central: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Agenda:
    """Everything to look after today."""

    today: date
    rows: tuple[AgendaRow, ...]
    counts: Mapping[DueState, int]
    participants: int
    next_opening: date | None


def agenda_of(desk: Desk) -> Agenda:
    """Return what there is to look after today."""
    today = desk.clock.now().date()
    views = desk.ledger.views
    receipts = views.receipts()
    held = receipts[0].held_seq if receipts else 0
    visits: dict[str, list[VisitRow]] = {}
    for visit in views.visits():
        visits.setdefault(visit.participant, []).append(visit)
    people = views.participants()
    rows = [
        row
        for person in people
        for row in rows_of(
            person,
            visits.get(person.participant, ()),
            desk.in_force.visits,
            today=today,
            held=held,
            complete=lambda visit: visit_complete(desk, visit),
        )
        if person.collects(VISITS) or row.state in BEGUN
    ]
    shown = [row for row in rows if row.state in ORDER]
    shown.sort(key=lambda row: (row.window.latest, ORDER[row.state], row.code))
    later = [row.window.earliest for row in rows if row.state is DueState.LATER]
    return Agenda(
        today=today,
        rows=tuple(shown),
        counts=Counter(row.state for row in shown),
        participants=len(people),
        next_opening=min(later, default=None),
    )


def rows_of(
    person: ParticipantRow,
    held_visits: Sequence[VisitRow],
    planned: Sequence[PlannedVisit],
    *,
    today: date,
    held: int,
    complete: Callable[[VisitRow], bool],
) -> list[AgendaRow]:
    """Return where each planned visit of one participant stands, done and later included; none before enrolment."""
    if not person.anchor_date:
        return []
    anchor = date.fromisoformat(person.anchor_date)
    latest = {visit.planned: visit for visit in held_visits}
    found: list[AgendaRow] = []
    for plan in planned:
        window = window_of(plan, anchor)
        visit = latest.get(plan.id)
        state = due_state(window, today) if visit is None else state_of_visit(visit, complete)
        days = (window.latest - today).days
        if state in {DueState.OPENS_SOON, DueState.LATER}:
            days = (window.earliest - today).days
        found.append(
            AgendaRow(
                participant=person.participant,
                code=person.code,
                planned=plan.id,
                visit=visit.visit if visit else "",
                state=state,
                window=window,
                days=days,
                at_central=person.last_seq <= held,
            )
        )
    return found


def state_of_visit(visit: VisitRow, complete: Callable[[VisitRow], bool]) -> DueState:
    """Say where a visit that was opened stands; completeness is asked for open ones only."""
    if visit.state == "signed":
        return DueState.DONE
    return DueState.TO_SIGN if complete(visit) else DueState.IN_PROGRESS
