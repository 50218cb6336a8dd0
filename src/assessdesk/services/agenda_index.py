"""Today's rows kept in memory, sorted by what closes first: only whoever was written about since is worked out again.

With thousands of participants working everything out takes longer than a person should wait for a key. A test holds
the index equal to the full recomputation. It stores nothing and must not know the desk.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import islice

from assessdesk.domain.schedule import DueState
from assessdesk.domain.study import PlannedVisit
from assessdesk.ports import ParticipantRow, Views, VisitRow
from assessdesk.services.agenda_rows import AgendaRow, Facts, Look, Place, next_opening, place, rows_of, shown


@dataclass(frozen=True, slots=True, kw_only=True)
class Basis:
    """What every row depends on: the day, the study text and its visits, how far central holds the stream."""

    today: date
    study: str
    planned: tuple[PlannedVisit, ...]
    held_seq: int


@dataclass(slots=True)
class AgendaIndex:
    """The rows to look after, on one basis.

    `sorted_rows` holds each with its place; `of` the rows of a participant; `signed` counts signed visits by
    participant; `openings` the first day on which each participant's next window opens; `infusions` the day of each
    cycle's infusion, of those who had one; `codes` holds everyone's code in capitals and id in the order of codes.
    """

    basis: Basis
    seq: int = 0
    sorted_rows: list[tuple[Place, AgendaRow]] = field(default_factory=list)
    of: dict[str, tuple[AgendaRow, ...]] = field(default_factory=dict)
    counts: Counter[DueState] = field(default_factory=Counter)
    signed: dict[str, int] = field(default_factory=dict)
    openings: dict[str, date] = field(default_factory=dict)
    infusions: dict[str, Mapping[int, str]] = field(default_factory=dict)
    people: dict[str, ParticipantRow] = field(default_factory=dict)
    codes: list[tuple[str, str]] = field(default_factory=list)
    _rows: tuple[AgendaRow, ...] | None = None

    def rows(self) -> tuple[AgendaRow, ...]:
        """Return the rows, what closes first on top: the same tuple until somebody is taken anew."""
        if self._rows is None:
            self._rows = tuple(row for _, row in self.sorted_rows)
        return self._rows

    def put(self, facts: Facts, look: Look) -> None:
        """Take a participant's rows anew, in the place of those there were."""
        name = facts.person.participant
        self._rows = None
        self._take_out(name)
        self._note(facts, look)
        insort(self.codes, _code_of(facts.person))
        for row in self.of.get(name, ()):
            insort(self.sorted_rows, (place(row), row), key=_place_of)

    def fill(self, everyone: Sequence[Facts], look: Look) -> None:
        """Take in everyone at once; sorting once is much faster than finding a place for each."""
        self._rows = None
        for facts in everyone:
            self._note(facts, look)
        rows = [row for rows in self.of.values() for row in rows]
        self.sorted_rows = sorted(((place(row), row) for row in rows), key=_place_of)
        self.codes = sorted(map(_code_of, self.people.values()))

    def find(self, text: str, limit: int | None = None) -> tuple[ParticipantRow, ...]:
        """Return whose code has a text in it, in the order of codes; everyone for no text."""
        sought = text.upper()
        if not sought:
            return tuple(self.people[name] for _, name in self.codes[:limit])
        names = (name for code, name in self.codes if sought in code)
        return tuple(self.people[name] for name in islice(names, limit))

    def _note(self, facts: Facts, look: Look) -> None:
        """Remember what is known of a participant, all but the places of the rows."""
        person = facts.person
        name = person.participant
        self.people[name] = person
        if facts.infusions:
            self.infusions[name] = facts.infusions
        self.seq = max(self.seq, person.last_seq)
        self.signed[name] = sum(visit.state == "signed" for visit in facts.visits)
        rows = [] if _is_over(facts, look) else rows_of(facts, look)
        self.of[name] = shown(rows, person)
        self.counts.update(row.state for row in self.of[name])
        opening = next_opening(rows, person)
        if opening is not None:
            self.openings[name] = opening

    def _take_out(self, name: str) -> None:
        """Forget a participant."""
        if name not in self.of:
            return
        del self.codes[bisect_left(self.codes, _code_of(self.people.pop(name)))]
        self.openings.pop(name, None)
        self.infusions.pop(name, None)
        for row in self.of.pop(name):
            self.counts[row.state] -= 1
            del self.sorted_rows[bisect_left(self.sorted_rows, place(row), key=_place_of)]


def _place_of(each: tuple[Place, AgendaRow]) -> Place:
    return each[0]


def _code_of(person: ParticipantRow) -> tuple[str, str]:
    return person.code.upper(), person.participant


def _is_over(facts: Facts, look: Look) -> bool:
    """Say whether every planned visit and every other one is signed: most participants of a long study."""
    if len(facts.visits) < len(look.planned) or any(visit.state != "signed" for visit in facts.visits):
        return False
    return {plan.id for plan in look.planned} <= {visit.planned for visit in facts.visits}


def facts_of_all(views: Views) -> tuple[Facts, ...]:
    """Return what the read tables say about everybody."""
    visits: dict[str, list[VisitRow]] = {}
    for visit in views.visits():
        visits.setdefault(visit.participant, []).append(visit)
    anchors: dict[str, dict[str, str]] = {}
    for row in views.anchors():
        anchors.setdefault(row.participant, {})[row.anchor] = row.date
    missed: dict[str, list[str]] = {}
    for each in views.missed():
        missed.setdefault(each.participant, []).append(each.planned)
    infusions: dict[str, dict[int, str]] = {}
    for given in views.infusions():
        infusions.setdefault(given.participant, {})[given.cycle] = given.date
    return tuple(
        Facts(
            person=person,
            visits=visits.get(person.participant, ()),
            anchors=anchors.get(person.participant, {}),
            missed=missed.get(person.participant, ()),
            infusions=infusions.get(person.participant, {}),
        )
        for person in views.participants()
    )


def facts_of(views: Views, person: ParticipantRow) -> Facts:
    """Return what the read tables say about one participant."""
    name = person.participant
    return Facts(
        person=person,
        visits=views.visits(name),
        anchors={row.anchor: row.date for row in views.anchors(name)},
        missed=tuple(row.planned for row in views.missed(name)),
        infusions={row.cycle: row.date for row in views.infusions(name)},
    )
