"""What goes between desk and central: the station's card, packages, receipts; always the permission first.

It must not know files beyond the place it is given, nor how a package is sealed.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from assessdesk.domain.events import Draft, LedgerVerified, StationCardHanded
from assessdesk.ports import Receipt, Refusal, SealedPackage, Verification
from assessdesk.services import export
from assessdesk.services.desk import Desk, station_fact
from assessdesk.services.practice import require_study
from assessdesk.services.received_queries import Taken, take
from assessdesk.services.session import mark

Progress = Callable[[str, int, int], bool]


def fingerprint(desk: Desk) -> str:
    """Return what is read out to central so that it may believe the station's card. Raises Refusal."""
    desk.require("export")
    require_study(desk.ledger.station)
    return desk.cards.station_fingerprint(desk.ledger)


def hand_card(desk: Desk, path: Path) -> str:
    """Write the card by which central enrols this station to a new file, and state it; return the fingerprint.

    Raises Refusal.
    """
    read_out = fingerprint(desk)
    desk.cards.write_station_card(desk.ledger, path, site=desk.facts.site)
    desk.append(station_fact(desk.ledger.station, StationCardHanded(fingerprint=read_out)))
    return read_out


def send(desk: Desk, folder: Path, *, version: str, progress: Progress) -> SealedPackage:
    """Write, open again and compare a package in `folder`, and state it. Raises Refusal."""
    desk.require("export")
    sealed = export.export_package(
        desk.ledger,
        desk.packer,
        clock=desk.clock,
        author=desk.author,
        folder=folder,
        version=version,
        progress=progress,
    )
    desk.changed.add("package")
    mark(desk, clean=False)
    return sealed


@dataclass(frozen=True, slots=True, kw_only=True)
class Received:
    """A receipt that was read: how many words of central's queries are new, and why others were left out."""

    receipt: Receipt
    words: int
    refused: tuple[Refusal, ...]


def receive(desk: Desk, sealed: bytes) -> Received:
    """Verify and state a receipt of central with the queries it carries. Raises Refusal."""
    desk.require("receive")
    require_study(desk.ledger.station)
    taken: list[Taken] = []

    def said(receipt: Receipt) -> Sequence[Draft]:
        taken.append(take(desk.ledger, desk.in_force, receipt.queries))
        return taken[-1].drafts

    receipt = export.read_receipt(desk.ledger, desk.packer, sealed, author=desk.author, said=said)
    desk.changed |= {"receipt", "query"}
    mark(desk, clean=False)
    return Received(receipt=receipt, words=len(taken[-1].drafts), refused=taken[-1].refused)


def verify(desk: Desk, *, progress: Progress) -> Verification:
    """Check the whole ledger, and state it when nothing was found. Raises Refusal."""
    desk.require("verify")

    def report(done: int, total: int) -> None:
        progress("verifying", done, total)

    found = desk.ledger.verify(report)
    if not found.faults:
        head = found.head
        desk.append(
            station_fact(desk.ledger.station, LedgerVerified(seq=head.seq, head=head.hash), originator="computed")
        )
    return found
