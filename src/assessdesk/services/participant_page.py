"""One participant as a page shows them: where each planned visit stands, and what was done at which, never a value.

It must not know how a timeline is drawn.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from assessdesk.domain.record import Record, Visit
from assessdesk.domain.schedule import DueState
from assessdesk.domain.slots import SlotState, slots_of, state_of
from assessdesk.services.agenda import AgendaRow, rows_of
from assessdesk.services.assessments import context_of, finished, visit_complete
from assessdesk.services.desk import Desk


@dataclass(frozen=True, slots=True, kw_only=True)
class DoneCell:
    """How one instrument stands at one visit: `state` is done, part, missing, open or nothing (not due, not begun).

    `done` of `of` counts its slots once it was begun; `code` is the reason when all of it was not done.
    """

    state: str
    done: int = 0
    of: int = 0
    code: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DoneRow:
    """One instrument over all planned visits."""

    instrument: str
    title: str
    cells: tuple[DoneCell, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ParticipantView:
    """Everything the page shows. `next_planned` is the visit that Enter continues or opens, or nothing."""

    record: Record
    today: date
    visits: tuple[AgendaRow, ...]
    rows: tuple[DoneRow, ...]
    next_planned: str


def participant_view(desk: Desk, participant: str, *, language: str) -> ParticipantView:
    """Return one participant. Raises Refusal for an unknown one."""
    record = desk.record(participant)
    row = desk.ledger.views.participant(participant)
    if row is None:
        raise KeyError(participant)
    today = desk.clock.now().date()
    receipts = desk.ledger.views.receipts()
    visits = rows_of(
        row,
        desk.ledger.views.visits(participant),
        desk.in_force.visits,
        today=today,
        held=receipts[0].held_seq if receipts else 0,
        complete=lambda visit: visit_complete(desk, visit),
    )
    names = dict.fromkeys(name for visit in desk.in_force.visits for name in visit.battery)
    rows = tuple(
        DoneRow(
            instrument=name,
            title=desk.instruments[name].title.get(language),
            cells=tuple(_cell(desk, record, each, name) for each in visits),
        )
        for name in names
    )
    return ParticipantView(record=record, today=today, visits=tuple(visits), rows=rows, next_planned=_next(visits))


def _next(visits: list[AgendaRow]) -> str:
    """Return the visit under way, else the first that is not over and may be opened."""
    under_way = [row.planned for row in visits if row.state in {DueState.IN_PROGRESS, DueState.TO_SIGN}]
    waiting = [row.planned for row in visits if row.state in {DueState.CLOSING, DueState.DUE, DueState.OVERDUE}]
    ahead = [row.planned for row in visits if row.state in {DueState.OPENS_SOON, DueState.LATER}]
    return next(iter((*under_way, *waiting, *ahead)), "")


def _cell(desk: Desk, record: Record, row: AgendaRow, instrument: str) -> DoneCell:
    """Return how an instrument stands at a visit."""
    visit = record.visits.get(row.visit)
    if visit is None or instrument not in desk.in_force.visit(row.planned).battery:
        return DoneCell(state="")
    return _cell_of(desk, record, visit, instrument)


def _cell_of(desk: Desk, record: Record, visit: Visit, instrument: str) -> DoneCell:
    """Return how an instrument of an opened visit stands."""
    assessment = visit.of(instrument)
    if assessment is None:
        return DoneCell(state="open")
    context = context_of(desk, record, visit.id, instrument)
    slots = [slot for slot in slots_of(context, assessment) if not slot.section.setup]
    states = [state_of(slot, assessment) for slot in slots]
    settled = sum(state is not SlotState.OPEN for state in states)
    if not finished(desk, record, visit.id, instrument):
        return DoneCell(state="part", done=settled, of=len(slots))
    if any(state is SlotState.DONE for state in states):
        return DoneCell(state="done", done=settled, of=len(slots))
    live = [assessment.live(slot.key) for slot in slots]
    codes = [turn.missing.code for turn in live if turn is not None and turn.missing is not None]
    return DoneCell(state="missing", code=codes[0] if codes else "")
