"""Events ⇄ the exact bytes of a payload, and the header that stands before it.

A kind that this version does not know, or a field too many or too few, is refused with its place, never guessed. When
the shape of an event changes, the old shape is lifted by an upcaster registered here. It must not know keys, files
or tables.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from datetime import UTC, datetime, timedelta, timezone
from typing import Any, get_args

from assessdesk.domain.events import Draft, Entry, Event
from assessdesk.domain.wire import (
    ENTRY_FORMAT,
    HEADER_FIELDS,
    Header,
    MalformedEntry,
    WireEntry,
    canonical,
    read_header,
)
from assessdesk.storage import shapes

Upcaster = Callable[[dict[str, Any]], dict[str, Any]]

KINDS: Mapping[str, type[Event]] = {event.kind: event for event in get_args(Event)}
# kind → the functions, oldest first, that lift a payload written by an earlier version to today's shape. Each must
# leave a document of the newer shape as it is, because a payload does not say which version wrote it.
UPCASTERS: Mapping[str, tuple[Upcaster, ...]] = {}


class UnreadablePayload(MalformedEntry):
    """A payload cannot be read as its kind; the text says why."""


def encode(event: Event) -> bytes:
    """Return the payload of an event: canonical JSON of exactly its fields. Raises ShapeFault."""
    document = shapes.written(event)
    try:
        return canonical(document)
    except UnicodeEncodeError as error:
        raise shapes.ShapeFault(f"{event.kind} holds text that is not Unicode: {error.reason}") from error


def decode(kind: str, payload: bytes) -> Event:
    """Read a payload back into its event. Raises UnreadablePayload for an unknown kind, field or form."""
    shape = KINDS.get(kind)
    if shape is None:
        raise UnreadablePayload(f"this version does not know entries of kind {kind!r}; a newer version wrote them")
    try:
        document = json.loads(payload.decode("utf-8"))
        for upcast in UPCASTERS.get(kind, ()):
            document = upcast(document)
        return shapes.read(shape, document)
    except ValueError as error:
        raise UnreadablePayload(f"{kind}: {error}") from error


def header_of(
    draft: Draft,
    *,
    study: str,
    station: str,
    epoch: int,
    seq: int,
    previous: str,
    user: str,
    key: str,
    at: datetime,
    monotonic_ms: int,
    boot: str,
    receipt: str,
    version: str,
    payload_commitment: str,
) -> Header:
    """Put together the header of an entry; see docs/ledger-format.md. Raises ShapeFault for a naive time."""
    return Header(
        at=utc_text(at),
        base=draft.base,
        boot=boot,
        definition=draft.definition,
        entity=draft.entity,
        epoch=epoch,
        field=draft.field,
        format=ENTRY_FORMAT,
        key=key,
        kind=draft.event.kind,
        mono=monotonic_ms,
        offset=offset_text(at),
        originator=draft.originator,
        payload=payload_commitment,
        prev=previous,
        receipt=receipt,
        seq=seq,
        station=station,
        study=study,
        user=user,
        version=version,
    )


def encode_header(header: Header) -> bytes:
    """Write a header once: canonical JSON of exactly its fields."""
    return canonical({name: getattr(header, name) for name in HEADER_FIELDS})


def utc_text(at: datetime) -> str:
    """Return a time in UTC with milliseconds: 2026-11-21T01:02:03.456Z. Raises ShapeFault for a naive time."""
    if at.utcoffset() is None:
        raise shapes.ShapeFault("the clock gave a time without an offset from UTC")
    return at.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def offset_text(at: datetime) -> str:
    """Return the local offset from UTC in hours and minutes: +09:00."""
    minutes = round((at.utcoffset() or timedelta()).total_seconds() / 60)
    return f"{'-' if minutes < 0 else '+'}{abs(minutes) // 60:02d}:{abs(minutes) % 60:02d}"


def local_time(at: str, offset: str) -> datetime:
    """Read a header's two time fields as one aware time. Raises MalformedEntry."""
    try:
        sign = {"+": 1, "-": -1}[offset[:1]]
        minutes = sign * (int(offset[1:3]) * 60 + int(offset[4:6]))
        moment = datetime.fromisoformat(at)
        zone = timezone(timedelta(minutes=minutes))
    except (KeyError, ValueError) as error:
        raise MalformedEntry(f"the header's time {at!r} {offset!r} cannot be read") from error
    local = moment.astimezone(zone)
    if moment.utcoffset() is None or utc_text(local) != at or offset_text(local) != offset:
        raise MalformedEntry(f"the header's time {at!r} {offset!r} is not in the form of this format")
    return local


def entry_of(wire: WireEntry, header: Header | None = None) -> Entry:
    """Read an entry as a fact. Raises MalformedEntry; `event` is None where the payload was redacted."""
    header = header or read_header(wire.header)
    return Entry(
        study=header.study,
        station=header.station,
        epoch=header.epoch,
        seq=header.seq,
        hash=wire.hash,
        previous=header.prev,
        kind=header.kind,
        entity=header.entity,
        field=header.field,
        base=header.base,
        user=header.user,
        key=header.key,
        originator=header.originator,
        at=local_time(header.at, header.offset),
        monotonic_ms=header.mono,
        boot=header.boot,
        receipt=header.receipt,
        version=header.version,
        definition=header.definition,
        event=None if wire.payload is None else decode(header.kind, wire.payload),
    )
