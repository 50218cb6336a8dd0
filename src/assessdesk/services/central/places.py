"""Where central's streams hold something: a study code, a visit, an instrument, a slot; and what may be said of it.

A query is raised only about what central holds, so that a slip of the pen is found before it travels. It must not know
databases or who asks.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Protocol

from assessdesk.domain.study import Study
from assessdesk.ports import Refusal
from assessdesk.services.central.stations import CentralTables
from assessdesk.services.definitions.parsing import parse_study
from assessdesk.services.enrolment import plain
from assessdesk.services.queries import checked_text

PARTICIPANT_KINDS = ("participant.screened", "participant.enrolled")


class Wish(Protocol):
    """What a query is asked about."""

    @property
    def code(self) -> str:
        """The study code."""

    @property
    def visit(self) -> str:
        """The planned visit, or nothing."""

    @property
    def date(self) -> str:
        """The day of the visit, or nothing for its latest."""

    @property
    def instrument(self) -> str:
        """The instrument, or nothing."""

    @property
    def slot(self) -> str:
        """The slot, or nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldPlace:
    """A place that central holds: whose station, on which day the visit took place, and the study in force there."""

    station: str
    date: str
    study: Study | None

    def checked(self, text: str) -> str:
        """Return what may stand in a query there. Raises Refusal; a study nobody adopted names no arms."""
        if self.study is not None:
            return checked_text(self.study, text)
        if not text.strip():
            raise Refusal("QUERY_TEXT_NEEDED")
        return plain(" ".join(text.split()))


def find_place(tables: CentralTables, wish: Wish) -> HeldPlace:
    """Return where central holds what is asked about. Raises Refusal with what it holds instead."""
    station, participant = _participant(tables, wish.code)
    study = _study(tables, station)
    if not wish.visit:
        if wish.instrument or wish.slot:
            raise _unknown(wish, ())
        return HeldPlace(station=station, date="", study=study)
    opened = list(_contents(tables, station, ("visit.opened",), participant))
    visits = [one for one in opened if one["planned"] == wish.visit and wish.date in {"", one["date"]}]
    if not visits:
        raise _unknown(wish, [f"{one['planned']} {one['date']}" for one in opened])
    visit = visits[-1]
    if wish.instrument or wish.slot:
        _find_slot(tables, wish, station, participant, visit["visit"])
    return HeldPlace(station=station, date=visit["date"], study=study)


def _find_slot(tables: CentralTables, wish: Wish, station: str, participant: str, visit: str) -> None:
    """Make sure that an instrument was begun at a visit and has something at the slot. Raises Refusal."""
    started = [one for one in _contents(tables, station, ("assessment.started",), participant) if one["visit"] == visit]
    found = [one["assessment"] for one in started if one["instrument"] == wish.instrument]
    if not found:
        raise _unknown(wish, [one["instrument"] for one in started])
    values = _contents(tables, station, ("value.recorded",), participant)
    slots = [one["slot"] for one in values if one["assessment"] == found[-1]]
    if wish.slot and wish.slot not in slots:
        raise _unknown(wish, slots)


def _unknown(wish: Wish, known: object) -> Refusal:
    place = ", ".join(part for part in (wish.visit, wish.date, wish.instrument, wish.slot) if part)
    names = dict.fromkeys(known) if isinstance(known, list) else {}
    return Refusal("CENTRAL_PLACE_UNKNOWN", code=wish.code, place=place, known=", ".join(names) or "-")


def _participant(tables: CentralTables, code: str) -> tuple[str, str]:
    """Return station and id of a participant. Raises Refusal CENTRAL_CODE_UNKNOWN."""
    for stream in reversed(tables.streams()):
        for one in _contents(tables, stream.card.station, PARTICIPANT_KINDS):
            if one["code"] == code:
                return stream.card.station, str(one["participant"])
    raise Refusal("CENTRAL_CODE_UNKNOWN", code=code)


def _study(tables: CentralTables, station: str) -> Study | None:
    """Return the study that a station adopted last, or None when it sent none."""
    texts = [one["text"] for one in _contents(tables, station, ("definition.adopted",)) if one["type"] == "study"]
    return parse_study(texts[-1], None) if texts else None


def _contents(
    tables: CentralTables, station: str, kinds: tuple[str, ...], entity: str = ""
) -> Iterator[Mapping[str, Any]]:
    """Yield the contents of a station's entries, epoch after epoch; redacted ones are left out."""
    for stream in tables.streams():
        if stream.card.station == station:
            for entry in tables.entries(station, stream.card.epoch, kinds, entity=entity):
                if entry.payload is not None:
                    yield json.loads(entry.payload.decode("utf-8"))


def codes_and_visits(tables: CentralTables) -> tuple[Mapping[str, str], Mapping[str, str]]:
    """Return study codes by participant, and planned visits by visit, of all streams."""
    codes: dict[str, str] = {}
    visits: dict[str, str] = {}
    for station in dict.fromkeys(stream.card.station for stream in tables.streams()):
        codes |= {one["participant"]: one["code"] for one in _contents(tables, station, PARTICIPANT_KINDS)}
        visits |= {one["visit"]: one["planned"] for one in _contents(tables, station, ("visit.opened",))}
    return codes, visits
