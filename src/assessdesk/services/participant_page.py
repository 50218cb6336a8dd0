"""One participant as a page shows them: where each planned visit stands, and what was done at which, never a value.

It must not know how a timeline is drawn.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from assessdesk.domain.record import Record
from assessdesk.domain.schedule import DueState
from assessdesk.services.agenda import AgendaRow, rows_of
from assessdesk.services.assessments import visit_complete
from assessdesk.services.capture_rows import battery_view
from assessdesk.services.desk import Desk


@dataclass(frozen=True, slots=True, kw_only=True)
class DoneCell:
    """How one instrument stands at one visit: `state` is done, part, missing, open or nothing (not due, not begun).

    `progress` counts its trials while it is under way ("1/6"); `code` is the reason when all of it was not done.
    """

    state: str = ""
    progress: str = ""
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
    cells = [_cells(desk, record, each, language) for each in visits]
    planned = [name for visit in desk.in_force.visits for name in visit.battery]
    done = [one.instrument for visit in record.visits.values() for one in visit.assessments.values()]
    names = dict.fromkeys([*planned, *done])
    rows = tuple(
        DoneRow(
            instrument=name,
            title=desk.instruments[name].title.get(language),
            cells=tuple(held.get(name, DoneCell()) for held in cells),
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


def _cells(desk: Desk, record: Record, row: AgendaRow, language: str) -> dict[str, DoneCell]:
    """Return how every instrument of one planned visit stands, by instrument."""
    if row.visit not in record.visits:
        return {}
    battery = battery_view(desk, record, row.visit, current="", language=language)
    return {
        each.instrument: DoneCell(
            state="part" if each.state == "now" else each.state,
            progress=each.progress,
            code=_code(record, row.visit, each.instrument) if each.state == "missing" else "",
        )
        for each in battery
    }


def _code(record: Record, visit: str, instrument: str) -> str:
    """Return the reason for which an instrument was not done: the last one given."""
    assessment = record.visits[visit].of(instrument)
    turns = [turns[-1] for turns in assessment.slots.values()] if assessment else []
    codes = [turn.missing.code for turn in sorted(turns, key=lambda turn: turn.seq) if turn.missing]
    return codes[-1] if codes else ""
