"""One participant as a page shows them: where each planned visit stands, and what was done at which, never a value.

It must not know how a timeline is drawn.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from assessdesk.domain.cycles import CycleDay, cycle_day
from assessdesk.domain.record import Record
from assessdesk.domain.schedule import DueState
from assessdesk.services.agenda import AgendaRow, rows_of_participant
from assessdesk.services.capture_rows import battery_view
from assessdesk.services.desk import Desk
from assessdesk.services.missed import MISSED
from assessdesk.services.visit_plans import days_of


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
    """Everything the page shows. `next_key` names the visit that Enter continues or opens, or nothing.

    `days` holds, by visit, the days on which it was worked at.
    `cycle` is the cycle of chemotherapy and its day, in a study that counts them.
    """

    record: Record
    today: date
    visits: tuple[AgendaRow, ...]
    rows: tuple[DoneRow, ...]
    next_key: str
    days: Mapping[str, tuple[date, ...]]
    cycle: CycleDay | None


def participant_view(desk: Desk, participant: str, *, language: str) -> ParticipantView:
    """Return one participant. Raises Refusal for an unknown one."""
    record = desk.record(participant)
    visits = rows_of_participant(desk, participant)
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
    return ParticipantView(
        record=record,
        today=desk.clock.now().date(),
        visits=visits,
        rows=rows,
        next_key=_next(visits),
        days={visit.id: days_of(visit) for visit in record.visits.values()},
        cycle=cycle_of(desk, record),
    )


def cycle_of(desk: Desk, record: Record) -> CycleDay | None:
    """Return the cycle of chemotherapy and its day today, where the study counts cycles and one has begun."""
    if desk.in_force.conduct.cycle_days is None:
        return None
    return cycle_day(record.conduct.infusions, desk.clock.now().date())


def _next(visits: tuple[AgendaRow, ...]) -> str:
    """Return the visit under way, else the first that is not over and may be opened."""
    under_way = [row.key for row in visits if row.state in {DueState.IN_PROGRESS, DueState.TO_SIGN}]
    waiting = [row.key for row in visits if row.state in {DueState.CLOSING, DueState.DUE, DueState.OVERDUE}]
    ahead = [row.key for row in visits if row.state in {DueState.OPENS_SOON, DueState.LATER}]
    return next(iter((*under_way, *waiting, *ahead)), "")


def _cells(desk: Desk, record: Record, row: AgendaRow, language: str) -> dict[str, DoneCell]:
    """Return how every instrument of one visit stands, by instrument; all of a missed one are not done."""
    if row.state is DueState.MISSED:
        return dict.fromkeys(desk.in_force.visit(row.planned).battery, DoneCell(state="missing", code=MISSED))
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
