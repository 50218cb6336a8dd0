"""Central's receipts: what it holds of each stream, what waits, and what it says about queries of its own.

A station that began a new epoch hears central's queries in the newest one only. It must not know keys or files.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from assessdesk.ports import Receipt
from assessdesk.services.central.queries import pending_words
from assessdesk.services.central.stations import CentralStore, Desk, Now, stamp


def issue_receipts(
    store: CentralStore,
    desk: Desk,
    *,
    streams: Iterable[tuple[str, int]] | None = None,
    accepted: Mapping[tuple[str, int], Sequence[str]] | None = None,
    now: Now,
) -> tuple[Path, ...]:
    """Write a receipt for each of the streams, or for all. Raises Refusal."""
    with store.reading() as tables:
        known = {(stream.card.station, stream.card.epoch) for stream in tables.streams()}
    newest = dict(sorted(known))
    wanted = known if streams is None else known & set(streams)
    files = []
    for station, epoch in sorted(wanted):
        with store.writing() as tables:
            stream = tables.stream(station, epoch)
            if stream is None:
                continue
            head = tables.head(station, epoch)
            receipt = Receipt(
                number=tables.receipts(station, epoch) + 1,
                study=tables.study(),
                station=station,
                epoch=epoch,
                held_seq=head.seq,
                head=head.hash,
                central_time=stamp(now),
                accepted=tuple((accepted or {}).get((station, epoch), ())),
                quarantined=tuple(f"{item.file_name}: {item.sentence}" for item in tables.waiting(station, epoch)),
                digest="",
                queries=pending_words(tables, desk, station) if epoch == newest[station] else (),
            )
            receipt = desk.issue(receipt)
            tables.add_receipt(receipt)
        files.append(desk.deliver(receipt, stream.card.age_recipient))
    return tuple(files)
