"""What a receipt says about central's queries, as facts of this station: each word once, in its order.

Central repeats what it said until it has seen it in a package, so receipts may be lost, repeated or mixed up. What does
not fit is left out with a sentence and never stops the rest. It must not know files or seals.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from assessdesk.domain.events import Draft
from assessdesk.domain.query_events import QueryClosed, QueryRaised, QueryReopened
from assessdesk.domain.querying import CENTRAL, place_path, said_by_origin
from assessdesk.domain.record import Record, fold
from assessdesk.domain.study import Study
from assessdesk.ports import Ledger, QueryWord, Refusal
from assessdesk.services.queries import About, checked_text, located


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """The facts that are new, and why others were left out."""

    drafts: tuple[Draft, ...]
    refused: tuple[Refusal, ...]


def take(ledger: Ledger, study: Study, words: Sequence[QueryWord]) -> Taken:
    """Return what central's words add to a ledger."""
    drafts: list[Draft] = []
    refused: list[Refusal] = []
    ordered = sorted(words, key=lambda word: (word.query, word.number))
    for query, said in groupby(ordered, key=lambda word: word.query):
        try:
            for draft in _of_query(ledger, study, query, tuple(said)):
                drafts.append(draft)  # noqa: PERF402 (a list of all would lose those before a refusal)
        except Refusal as refusal:
            refused.append(refusal)
    return Taken(drafts=tuple(drafts), refused=tuple(refused))


def _of_query(ledger: Ledger, study: Study, query: str, said: Sequence[QueryWord]) -> Iterator[Draft]:
    """Yield the new facts of one query. Raises Refusal; what was yielded before it counts."""
    code = said[0].code
    rows = [row for row in ledger.views.participants(code) if row.code == code]
    if not rows:
        raise Refusal("QUERY_PARTICIPANT_UNKNOWN", query=query, code=code)
    record = fold(ledger.entries(entity=rows[0].participant))
    held = record.conduct.queries.get(query)
    known = said_by_origin(held) if held else 0
    elsewhere = any(row.query == query and row.participant != record.participant for row in ledger.views.queries())
    if elsewhere or (held is not None and held.raised.event.origin != CENTRAL):
        raise Refusal("QUERY_WORD_MISSING", query=query)
    raised = held.raised.event if held else None
    for word in said:
        if word.number <= known:
            continue
        known += 1
        if word.number != known:
            raise Refusal("QUERY_WORD_MISSING", query=query)
        event = _fact(study, record, word)
        raised = event if isinstance(event, QueryRaised) else raised
        path = place_path(raised) if raised else ""
        yield Draft(event=event, entity=record.participant, field=path, originator="imported")


def _fact(study: Study, record: Record, word: QueryWord) -> QueryRaised | QueryClosed | QueryReopened:
    """Return one word of central as a fact. Raises Refusal when its text or its place does not fit this station."""
    try:
        text = checked_text(study, word.text)
    except Refusal as refusal:
        raise Refusal("QUERY_TEXT_UNFIT", query=word.query) from refusal
    match word.act:
        case "raised":
            return _raised(record, word, text)
        case "closed":
            return QueryClosed(participant=record.participant, query=word.query, by=word.by, reason=text)
        case _:
            return QueryReopened(participant=record.participant, query=word.query, by=word.by, text=text)


def _raised(record: Record, word: QueryWord, text: str) -> QueryRaised:
    """Return central's question at its place in the record."""
    at = [one.id for one in record.visits.values() if (one.planned, one.date) == (word.visit, word.date)]
    if word.visit and not at:
        raise Refusal("QUERY_PLACE_NOT_HERE", query=word.query, code=word.code, place=f"{word.visit} {word.date}")
    about = About(visit=at[-1] if word.visit else "", instrument=word.instrument, slot=word.slot)
    try:
        return located(record, about, query=word.query, origin=CENTRAL, by=word.by, text=text)
    except Refusal as refusal:
        place = ", ".join(part for part in (word.visit, word.instrument, word.slot) if part)
        raise Refusal("QUERY_PLACE_NOT_HERE", query=word.query, code=word.code, place=place) from refusal
