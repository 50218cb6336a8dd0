"""Queries at central: all that its streams hold, and those it raises, closes and opens again itself.

What central says is signed, kept, and repeated in every receipt until a package shows that the station has it. It must
not know databases, keys or how a table is printed.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import asdict, dataclass, replace
from itertools import groupby
from typing import Any

from assessdesk.domain.conduct import QueryStand
from assessdesk.domain.querying import CENTRAL
from assessdesk.domain.wire import WireEntry, canonical
from assessdesk.ports import QueryWord, Refusal
from assessdesk.services.central.places import codes_and_visits, find_place
from assessdesk.services.central.stations import CentralStore, CentralTables, Desk, Now, SignedWord, stamp

RAISED, CLOSED, REOPENED = "raised", "closed", "reopened"
QUERY_KINDS = ("query.raised", "query.answered", "query.closed", "query.reopened")
STANDS = {
    "query.raised": QueryStand.OPEN,
    "query.answered": QueryStand.ANSWERED,
    "query.closed": QueryStand.CLOSED,
    "query.reopened": QueryStand.OPEN,
    RAISED: QueryStand.OPEN,
    CLOSED: QueryStand.CLOSED,
    REOPENED: QueryStand.OPEN,
}
NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,39}")


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldQuery:
    """One query as central knows it.

    `since` is when it came to stand as it does; `at_site` is False while the station is not known to have all that
    central said about it. `answer` is the latest one, `answered_by` its author; `said` counts what its origin said.
    """

    number: str
    station: str
    query: str
    origin: str
    participant: str
    code: str
    visit: str
    instrument: str
    slot: str
    raised_by: str
    raised_at: str
    text: str
    stand: QueryStand
    since: str
    answer: str = ""
    answered_by: str = ""
    said: int = 1
    at_site: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class QueryWish:
    """What a data manager asks: by whom, about which study code, and what there; empty fields widen the place."""

    by: str
    code: str
    text: str
    visit: str = ""
    date: str = ""
    instrument: str = ""
    slot: str = ""


def held_queries(tables: CentralTables) -> tuple[HeldQuery, ...]:
    """Return every query of every stream and every one of central, by station and number."""
    found = {(one.station, one.query): one for one in _of_streams(tables)}
    for query, group in groupby(tables.words(), key=lambda said: said.word.query):
        words = tuple(group)
        held = found.get((words[0].station, query))
        found[words[0].station, query] = _with_words(held, words)
    return tuple(sorted(found.values(), key=lambda one: (one.station, one.number)))


def _of_streams(tables: CentralTables) -> Iterator[HeldQuery]:
    """Yield what the entries of the stations say of queries."""
    found: dict[tuple[str, str], HeldQuery] = {}
    own: dict[str, int] = {}
    for stream in tables.streams():
        station, epoch = stream.card.station, stream.card.epoch
        for entry in tables.entries(station, epoch, QUERY_KINDS):
            header, content = _read(entry)
            key = (station, str(content.get("query", "")))
            if header["kind"] == QUERY_KINDS[0] and content:
                own[station] = own.get(station, 0) + (content["origin"] != CENTRAL)
                number = content["query"] if content["origin"] == CENTRAL else f"Q-{own[station]:04d}"
                found[key] = _raised(station, number, header, content)
            elif key in found:
                found[key] = _went_on(found[key], header, content)
    yield from found.values()


def _read(entry: WireEntry) -> tuple[dict[str, Any], dict[str, Any]]:
    """Return header and content of an entry; a redacted content is empty."""
    header = json.loads(entry.header.decode("utf-8"))
    content = json.loads((entry.payload or b"{}").decode("utf-8"))
    return header, content


def _raised(station: str, number: str, header: dict[str, Any], content: dict[str, Any]) -> HeldQuery:
    return HeldQuery(
        number=number,
        station=station,
        code="",
        raised_at=header["at"],
        stand=QueryStand.OPEN,
        since=header["at"],
        query=content["query"],
        origin=content["origin"],
        participant=content["participant"],
        visit=content["visit"],
        instrument=content["instrument"],
        slot=content["slot"],
        raised_by=content["raised_by"],
        text=content["text"],
    )


def _went_on(held: HeldQuery, header: dict[str, Any], content: dict[str, Any]) -> HeldQuery:
    held = replace(held, stand=STANDS[header["kind"]], since=header["at"])
    if header["kind"] == "query.answered":
        return replace(held, answer=str(content.get("text", "")), answered_by=header["user"])
    return replace(held, said=held.said + 1)


def _with_words(held: HeldQuery | None, words: tuple[SignedWord, ...]) -> HeldQuery:
    """Return one of central's queries: what its station has seen of it, and what is still on the way there."""
    first, last = words[0].word, words[-1].word
    known = held or HeldQuery(
        number=first.query,
        station=words[0].station,
        query=first.query,
        origin=CENTRAL,
        participant="",
        code=first.code,
        visit=first.visit,
        instrument=first.instrument,
        slot=first.slot,
        raised_by=first.by,
        raised_at=first.at,
        text=first.text,
        stand=QueryStand.OPEN,
        since=first.at,
        said=0,
    )
    known = replace(known, code=first.code, visit=first.visit, raised_at=first.at)
    if known.said >= len(words):
        return known
    return replace(known, stand=STANDS[last.act], since=last.at, at_site=False)


def listed(store: CentralStore) -> tuple[HeldQuery, ...]:
    """Return every query with the study code and planned visit it is about. Raises Refusal."""
    with store.reading() as tables:
        codes, visits = codes_and_visits(tables)
        return tuple(
            replace(one, code=one.code or codes.get(one.participant, ""), visit=visits.get(one.visit, one.visit))
            for one in held_queries(tables)
        )


def raise_query(store: CentralStore, desk: Desk, wish: QueryWish, *, now: Now) -> QueryWord:
    """Ask a site about a place that central holds; it travels with the next receipt. Raises Refusal."""
    with store.writing() as tables:
        place = find_place(tables, wish)
        count = len({said.word.query for said in tables.words()})
        word = QueryWord(
            query=f"C-{count + 1:04d}",
            number=1,
            act=RAISED,
            by=_name(wish.by),
            at=stamp(now),
            code=wish.code,
            visit=wish.visit,
            date=place.date,
            instrument=wish.instrument,
            slot=wish.slot,
            text=place.checked(wish.text),
        )
        _keep(tables, desk, word, place.station)
    return word


def close_query(store: CentralStore, desk: Desk, query: str, *, by: str, text: str, now: Now) -> QueryWord:
    """Accept the answer to a query of central, or take it back. Raises Refusal."""
    return _go_on(store, desk, query, act=CLOSED, by=by, text=text, now=now)


def reopen_query(store: CentralStore, desk: Desk, query: str, *, by: str, text: str, now: Now) -> QueryWord:
    """Say that an answer was not enough. Raises Refusal."""
    return _go_on(store, desk, query, act=REOPENED, by=by, text=text, now=now)


def _go_on(store: CentralStore, desk: Desk, query: str, *, act: str, by: str, text: str, now: Now) -> QueryWord:
    with store.writing() as tables:
        said = [one for one in tables.words() if one.word.query == query]
        if not said:
            raise Refusal("CENTRAL_QUERY_UNKNOWN", query=query)
        (held,) = [one for one in held_queries(tables) if (one.station, one.query) == (said[0].station, query)]
        if held.stand is STANDS[act]:
            raise Refusal("CENTRAL_QUERY_STANDS", query=query, stand=held.stand)
        first = said[0].word
        wish = QueryWish(by=by, code=first.code, text=text)
        word = replace(
            first,
            number=len(said) + 1,
            act=act,
            by=_name(by),
            at=stamp(now),
            text=find_place(tables, wish).checked(text),
        )
        _keep(tables, desk, word, said[0].station)
    return word


def _name(by: str) -> str:
    """Return who speaks for central. Raises Refusal for what is no code."""
    if not NAME.fullmatch(by):
        raise Refusal("CENTRAL_NAME_NEEDED", by=by)
    return by


def _line(tables: CentralTables, word: QueryWord, station: str) -> bytes:
    """Return what is signed: the word with its study and its station."""
    return canonical({**asdict(word), "study": tables.study(), "station": station})


def _keep(tables: CentralTables, desk: Desk, word: QueryWord, station: str) -> None:
    signature = desk.sign_word(_line(tables, word, station))
    tables.add_word(SignedWord(word=word, station=station, signature=signature))


def pending_words(tables: CentralTables, desk: Desk, station: str) -> tuple[QueryWord, ...]:
    """Return what a station is not known to have of central's queries, whole queries from their first word on.

    Raises Refusal CENTRAL_QUERY_CHANGED when a word does not bear central's signature.
    """
    words = [said for said in tables.words() if said.station == station]
    for said in words:
        if not desk.is_ours(_line(tables, said.word, station), said.signature):
            raise Refusal("CENTRAL_QUERY_CHANGED", query=said.word.query)
    seen = {one.query: one.said for one in _of_streams(tables) if (one.station, one.origin) == (station, CENTRAL)}
    last = {said.word.query: said.word.number for said in words}
    waiting = {query for query, number in last.items() if number > seen.get(query, 0)}
    return tuple(said.word for said in words if said.word.query in waiting)
