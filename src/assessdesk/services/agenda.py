"""Today: which visits are due, overdue, closing, missed, in progress or to sign, what closes first on top.

Computed from the read tables and the study in force and kept in memory while the station is open; after another day
has begun, a receipt was read or a study was amended, everything is worked out anew. It stores nothing.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from assessdesk.domain.schedule import DueState
from assessdesk.ports import ParticipantRow, VisitRow
from assessdesk.services.agenda_index import AgendaIndex, Basis, facts_of, facts_of_all
from assessdesk.services.agenda_rows import AgendaRow, Facts, Look, next_opening, place, rows_of, shown
from assessdesk.services.assessments import visit_complete
from assessdesk.services.desk import Desk

__all__ = ["Agenda", "AgendaRow", "Listed", "agenda_of", "found", "listed", "recomputed", "rows_of_participant"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Agenda:
    """Everything to look after today; `of` are the same rows by participant.

    `infusions` holds the day of each cycle's infusion, of those participants who had one.
    """

    today: date
    rows: tuple[AgendaRow, ...]
    counts: Mapping[DueState, int]
    participants: int
    next_opening: date | None
    of: Mapping[str, tuple[AgendaRow, ...]]
    infusions: Mapping[str, Mapping[int, str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """Whom a search finds, with what a list says beside a code: signed visits by participant, what central holds."""

    people: tuple[ParticipantRow, ...]
    signed: Mapping[str, int]
    held_seq: int


def agenda_of(desk: Desk) -> Agenda:
    """Return what there is to look after today, from the index in memory."""
    index = _current(desk)
    return Agenda(
        today=index.basis.today,
        rows=index.rows(),
        counts={state: count for state, count in index.counts.items() if count},
        participants=len(index.people),
        next_opening=min(index.openings.values(), default=None),
        of=index.of,
        infusions=index.infusions,
    )


def recomputed(desk: Desk) -> Agenda:
    """Return the same without the index: every participant worked out. What tests and benchmarks compare with."""
    look = _look(desk)
    everyone = facts_of_all(desk.ledger.views)
    by_person = {facts.person.participant: rows_of(facts, look) for facts in everyone}
    of = {facts.person.participant: shown(by_person[facts.person.participant], facts.person) for facts in everyone}
    rows = sorted((row for rows in of.values() for row in rows), key=place)
    openings = [next_opening(by_person[facts.person.participant], facts.person) for facts in everyone]
    counts: dict[DueState, int] = {}
    for row in rows:
        counts[row.state] = counts.get(row.state, 0) + 1
    return Agenda(
        today=look.today,
        rows=tuple(rows),
        counts=counts,
        participants=len(everyone),
        next_opening=min((day for day in openings if day), default=None),
        of=of,
        infusions={facts.person.participant: facts.infusions for facts in everyone if facts.infusions},
    )


def rows_of_participant(desk: Desk, participant: str) -> tuple[AgendaRow, ...]:
    """Return where every visit of one participant stands, done and later ones included."""
    return tuple(rows_of(_facts(desk, participant), _look(desk)))


def listed(desk: Desk, text: str) -> Listed:
    """Return everyone whose code has a text in it, in the order of codes; everyone for no text."""
    index = _current(desk)
    return Listed(people=index.find(text), signed=index.signed, held_seq=index.basis.held_seq)


def found(desk: Desk, text: str, limit: int | None = None) -> tuple[ParticipantRow, ...]:
    """Return whose code has a text in it, at most `limit`, in the order of codes; everyone for no text."""
    return _current(desk).find(text, limit)


def _facts(desk: Desk, participant: str) -> Facts:
    row = desk.ledger.views.participant(participant)
    if row is None:
        raise KeyError(participant)
    return facts_of(desk.ledger.views, row)


def _look(desk: Desk) -> Look:
    """Return how rows are looked at now."""
    receipts = desk.ledger.views.receipts()
    return Look(
        planned=desk.in_force.visits,
        today=desk.clock.now().date(),
        held_seq=receipts[0].held_seq if receipts else 0,
        complete=lambda visit: _complete(desk, visit),
    )


def _complete(desk: Desk, row: VisitRow) -> bool:
    """Say whether an open visit can be signed; one with instruments not begun is not looked at any closer."""
    plan = next((plan for plan in desk.in_force.visits if plan.id == row.planned), None)
    return row.begun >= (len(plan.battery) if plan else 1) and visit_complete(desk, row)


def _current(desk: Desk) -> AgendaIndex:
    """Return the index, brought up to date: whoever was written about since is worked out again."""
    look = _look(desk)
    basis = Basis(today=look.today, study=desk.in_force.digest, planned=look.planned, held_seq=look.held_seq)
    index = desk.agenda
    if index is None or index.basis != basis:
        index = desk.agenda = AgendaIndex(basis)
        index.fill(facts_of_all(desk.ledger.views), look)
        index.seq = desk.ledger.head().seq
        return index
    head = desk.ledger.head().seq
    if head > index.seq:
        for person in desk.ledger.views.participants_since(index.seq):
            index.put(facts_of(desk.ledger.views, person), look)
        index.seq = head
    return index
