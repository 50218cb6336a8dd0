"""Queries at the station: raise one, answer, close, open again, and what a list and a thread of them hold.

A text follows the rules of every free text and never names a study arm while the study is blinded. It must not know
how a query travels, nor how it is shown.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from assessdesk.domain.conduct import Query, QueryStand
from assessdesk.domain.events import Draft
from assessdesk.domain.query_events import QueryAnswered, QueryClosed, QueryRaised, QueryReopened
from assessdesk.domain.querying import (
    CENTRAL,
    PERSON,
    RULE,
    answering_fault,
    closing_fault,
    named_arm,
    place_path,
    reopening_fault,
)
from assessdesk.domain.record import Record
from assessdesk.domain.study import Study
from assessdesk.ports import QueryRow, Refusal
from assessdesk.services.audit import AuditRow, Place, audit_rows, place_of_slot
from assessdesk.services.desk import Desk
from assessdesk.services.enrolment import plain
from assessdesk.services.visit_plans import planned_title, visit_title

PERMISSION = "query"
ANSWERERS = (PERMISSION, "correct", "capture")


@dataclass(frozen=True, slots=True, kw_only=True)
class About:
    """What a query is about: a value, without slot an instrument, without instrument a visit, else the participant."""

    visit: str = ""
    instrument: str = ""
    slot: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class QueryLine:
    """One query as lists show it. `number` is how people call it; `mine` says that I raised or answered it."""

    query: str
    number: str
    stand: QueryStand
    origin: str
    raised_by: str
    raised_at: datetime
    participant: str
    code: str
    visit: str
    visit_title: str
    instrument: str
    slot: str
    place: Place
    text: str
    mine: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class AskPlace:
    """A place that something can be asked about, in words: nothing of a visit is the participant."""

    about: About
    visit_title: str
    place: Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Thread:
    """Everything said in one query and about its value, and what the person signed in may do with it now."""

    line: QueryLine
    rows: tuple[AuditRow, ...]
    may_answer: bool
    may_close: bool
    may_reopen: bool
    may_correct: bool


def checked_text(study: Study, text: str) -> str:
    """Return what may stand in a query. Raises Refusal: nothing written, a study arm named, or no plain text."""
    cleaned = plain(" ".join(text.split()))
    if not cleaned:
        raise Refusal("QUERY_TEXT_NEEDED")
    if study.blinded and named_arm(cleaned, {arm.id: arm.title for arm in study.conduct.arms}):
        raise Refusal("QUERY_NAMES_ARM")
    return cleaned


def raise_query(desk: Desk, participant: str, about: About, text: str) -> str:
    """Ask about a value, an assessment, a visit or a participant; return the query's id. Raises Refusal."""
    desk.require(PERMISSION)
    record = desk.record(participant)
    event = located(
        record,
        about,
        query=desk.ids.fresh(),
        origin=PERSON,
        by=desk.author.user,
        text=checked_text(desk.in_force, text),
    )
    desk.append(Draft(event=event, entity=participant, field=place_path(event)))
    return event.query


def located(record: Record, about: About, *, query: str, origin: str, by: str, text: str) -> QueryRaised:
    """Return a query about a place that exists in the record. Raises Refusal QUERY_PLACE_UNKNOWN."""
    visit = record.visits.get(about.visit)
    assessment = visit.of(about.instrument) if visit and about.instrument else None
    live = assessment.slots.get(about.slot, ()) if assessment and about.slot else ()
    unknown = (about.visit and visit is None) or (about.instrument and assessment is None) or (about.slot and not live)
    if unknown:
        place = ", ".join(part for part in (about.visit, about.instrument, about.slot) if part)
        raise Refusal("QUERY_PLACE_UNKNOWN", code=record.code, place=place)
    return QueryRaised(
        participant=record.participant,
        query=query,
        visit=about.visit,
        assessment=assessment.id if assessment else "",
        instrument=about.instrument,
        slot=about.slot,
        turn=live[-1].turn if live else 0,
        origin=origin,
        raised_by=by,
        rule="",
        text=text,
    )


def answer(desk: Desk, participant: str, query: str, text: str) -> None:
    """Answer a query; a correction, where one is needed, is an act of its own. Raises Refusal."""
    if not any(desk.may(one) for one in ANSWERERS):
        raise Refusal("NOT_PERMITTED", user=desk.author.user, permission=PERMISSION)
    held = _held(desk, participant, query)
    _refuse(answering_fault(held), desk, held)
    event = QueryAnswered(participant=participant, query=query, text=checked_text(desk.in_force, text))
    _state(desk, held, event)


def close(desk: Desk, participant: str, query: str, reason: str) -> None:
    """Accept an answer that somebody else gave, or take back a question of one's own. Raises Refusal."""
    desk.require(PERMISSION)
    held = _held(desk, participant, query)
    _refuse(closing_fault(held, desk.author.user), desk, held)
    reason = checked_text(desk.in_force, reason)
    _state(desk, held, QueryClosed(participant=participant, query=query, by=desk.author.user, reason=reason))


def reopen(desk: Desk, participant: str, query: str, text: str) -> None:
    """Say that an answer was not enough, or that a closed matter is none. Raises Refusal."""
    desk.require(PERMISSION)
    held = _held(desk, participant, query)
    _refuse(reopening_fault(held), desk, held)
    text = checked_text(desk.in_force, text)
    _state(desk, held, QueryReopened(participant=participant, query=query, by=desk.author.user, text=text))


def _held(desk: Desk, participant: str, query: str) -> Query:
    held = desk.record(participant).conduct.queries.get(query)
    if held is None:
        raise Refusal("QUERY_UNKNOWN", query=query)
    return held


def _refuse(code: str, desk: Desk, held: Query) -> None:
    if code:
        raise Refusal(code, query=numbers(desk.ledger.views.queries())[held.raised.event.query], user=desk.author.user)


def _state(desk: Desk, held: Query, event: QueryAnswered | QueryClosed | QueryReopened) -> None:
    desk.append(Draft(event=event, entity=event.participant, field=place_path(held.raised.event)))


def numbers(rows: Sequence[QueryRow]) -> Mapping[str, str]:
    """Return what every query is called: central's by its own name, the station's counted as they were raised."""
    own = [row.query for row in rows if row.origin != CENTRAL]
    return {
        **{row.query: row.query for row in rows if row.origin == CENTRAL},
        **{query: f"Q-{number:04d}" for number, query in enumerate(own, start=1)},
    }


def places(desk: Desk, participant: str, visit: str, *, language: str) -> tuple[AskPlace, ...]:
    """Return what can be asked about: the participant, the visits, or one visit with its instruments and values."""
    record = desk.record(participant)
    found = [AskPlace(about=About(), visit_title="", place=Place())]
    for held in record.visits.values():
        if visit not in {"", held.id}:
            continue
        title = visit_title(desk, held, language)
        found.append(AskPlace(about=About(visit=held.id), visit_title=title, place=Place()))
        for assessment in held.assessments.values() if visit else ():
            instrument = desk.instrument_of(record, assessment)
            for slot in ("", *assessment.slots):
                about = About(visit=held.id, instrument=assessment.instrument, slot=slot)
                words = place_of_slot(instrument, slot, language)
                found.append(AskPlace(about=about, visit_title=title, place=words))
    return tuple(found)


def open_count(desk: Desk, participant: str = "") -> int:
    """Return how many queries wait for an answer, of everybody or of one participant."""
    rows = desk.ledger.views.queries()
    return sum(row.stand == QueryStand.OPEN and participant in {"", row.participant} for row in rows)


def lines(desk: Desk, *, language: str) -> tuple[QueryLine, ...]:
    """Return every query of the station: open ones first, then answered, then closed, the newest first."""
    rows = desk.ledger.views.queries()
    names = numbers(rows)
    codes = {row.participant: row.code for row in desk.ledger.views.participants()} if rows else {}
    planned = {row.visit: row.planned for row in desk.ledger.views.visits()} if rows else {}
    found = [
        _line(desk, row, number=names[row.query], code=codes[row.participant], planned=planned, language=language)
        for row in reversed(rows)
    ]
    order = list(QueryStand)
    return tuple(sorted(found, key=lambda line: order.index(line.stand)))


def _line(desk: Desk, row: QueryRow, *, number: str, code: str, planned: Mapping[str, str], language: str) -> QueryLine:
    """Return one query with the words of its place; a rule asks in the language of the screen."""
    rules = {rule.id: rule.text for rule in desk.library.query_rules}
    instrument = desk.instruments.get(row.instrument)
    me = desk.author.user
    return QueryLine(
        query=row.query,
        number=number,
        stand=QueryStand(row.stand),
        origin=row.origin,
        raised_by=row.raised_by,
        raised_at=datetime.fromisoformat(row.raised_at),
        participant=row.participant,
        code=code,
        visit=row.visit,
        visit_title=planned_title(desk, planned[row.visit], language) if row.visit else "",
        instrument=row.instrument,
        slot=row.slot,
        place=place_of_slot(instrument, row.slot, language) if instrument else Place(),
        text=rules[row.raised_by].get(language) if row.origin == RULE and row.raised_by in rules else row.text,
        mine=me in {row.raised_by, row.answered_by},
    )


def thread(desk: Desk, line: QueryLine, *, language: str) -> Thread:
    """Return what was said in a query and what happened at its place, the oldest first. Raises Refusal."""
    held = _held(desk, line.participant, line.query)
    raised = held.raised.event
    seqs = {held.raised.seq, *(word.seq for word in held.words)}
    if raised.slot:
        wanted = (raised.assessment, raised.slot)
        for entry in desk.ledger.entries(entity=line.participant):
            if (
                not entry.kind.startswith("query.")
                and (getattr(entry.event, "assessment", ""), getattr(entry.event, "slot", "")) == wanted
            ):
                seqs.add(entry.seq)
    rows = audit_rows(desk, language=language, participant=line.participant)
    asks, me = desk.may(PERMISSION), desk.author.user
    return Thread(
        line=line,
        rows=tuple(row for row in reversed(rows) if row.seq in seqs),
        may_answer=not answering_fault(held) and any(desk.may(one) for one in ANSWERERS),
        may_close=asks and not closing_fault(held, me),
        may_reopen=asks and not reopening_fault(held),
        may_correct=bool(line.visit) and held.stand is not QueryStand.CLOSED and desk.may("correct"),
    )
