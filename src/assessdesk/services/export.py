"""Export at the station: which entries go into the next package, and what a receipt of central means for us.

Sealing, files and comparing are the packer's. This module must not know age, zstd or where the folder is.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC
from pathlib import Path

from assessdesk.domain.codes import is_practice
from assessdesk.domain.events import Draft, Head, PackageExported, ReceiptRead, RecipientsSet
from assessdesk.domain.wire import FIRST_PREVIOUS, encode_line
from assessdesk.ports import Author, Clock, Ledger, Manifest, Packer, Receipt, Refusal, SealedPackage

MINIMUM_READER = 1
NUMBER_DIGITS = 6

Progress = Callable[[str, int, int], bool]


@dataclass(frozen=True, slots=True, kw_only=True)
class Pending:
    """What the next package would hold: from `first_seq` to `last_seq`; `count` is 0 when there is nothing new."""

    first_seq: int
    last_seq: int

    @property
    def count(self) -> int:
        """How many entries that is."""
        return self.last_seq - self.first_seq + 1


def pending(ledger: Ledger, *, from_receipt: bool = False) -> Pending:
    """Return what was not exported yet, or, on request, all that central has not confirmed.

    The entry about an export is written after it, so it alone does not make a new package: counting begins behind it.
    """
    exported = ledger.views.packages()
    receipts = ledger.views.receipts()
    if from_receipt:
        held = max((receipt.held_seq for receipt in receipts), default=0)
    else:
        held = max((package.last_seq for package in exported), default=0)
    head = ledger.head().seq
    only_exports = all(entry.kind == PackageExported.kind for entry in ledger.entries(after=held))
    return Pending(first_seq=held + 1, last_seq=held if only_exports and exported else head)


def recipients_in_force(ledger: Ledger) -> RecipientsSet:
    """Return the last statement of who can open packages. Raises Refusal NO_RECIPIENT when there is none."""
    found: RecipientsSet | None = None
    for entry in ledger.entries(kinds=(RecipientsSet.kind,)):
        if isinstance(entry.event, RecipientsSet):
            found = entry.event
    if found is None or not found.central or not found.escrow:
        raise Refusal("NO_RECIPIENT")
    return found


def export_package(
    ledger: Ledger,
    packer: Packer,
    *,
    clock: Clock,
    author: Author,
    folder: Path,
    version: str,
    progress: Progress,
    from_receipt: bool = False,
) -> SealedPackage:
    """Write a package, and only after it was compared state in the ledger that it was exported.

    Raises Refusal: PRACTICE_STAYS, NOTHING_TO_EXPORT, NO_RECIPIENT, EXPORT_CANCELLED, or what the packer says of the
    folder.
    """
    if is_practice(ledger.station):
        raise Refusal("PRACTICE_STAYS", station=ledger.station)
    wanted = pending(ledger, from_receipt=from_receipt)
    if wanted.count < 1:
        raise Refusal("NOTHING_TO_EXPORT")
    parties = recipients_in_force(ledger)
    manifest = _manifest(ledger, wanted, parties, clock=clock, version=version)
    entries = ledger.wire(first=wanted.first_seq, last=wanted.last_seq)
    sealed = packer.write(manifest, entries, ledger=ledger, folder=folder, progress=progress)
    event = PackageExported(
        package=manifest.package,
        first_seq=manifest.first_seq,
        last_seq=manifest.last_seq,
        head=manifest.head_after,
        digest=sealed.digest,
        file_name=sealed.path.name,
        recipients=manifest.recipients,
    )
    _state(ledger, event, author)
    return sealed


def _manifest(ledger: Ledger, wanted: Pending, parties: RecipientsSet, *, clock: Clock, version: str) -> Manifest:
    """Measure the range and say what the package will hold."""
    size, head_after = 0, ""
    for entry in ledger.wire(first=wanted.first_seq, last=wanted.last_seq):
        size += len(encode_line(entry)) + 1
        head_after = entry.hash
    number = len(ledger.views.packages()) + 1
    recipients = (parties.central, parties.escrow, ledger.station_recipient())
    return Manifest(
        package=f"{ledger.station}-e{ledger.epoch}-{number:0{NUMBER_DIGITS}d}",
        study=ledger.study,
        station=ledger.station,
        epoch=ledger.epoch,
        first_seq=wanted.first_seq,
        last_seq=wanted.last_seq,
        head_before=_hash_at(ledger, wanted.first_seq - 1),
        head_after=head_after,
        entries=wanted.count,
        payload_bytes=size,
        recipients=recipients,
        station_key=ledger.station_public_key(),
        created_at=clock.now().astimezone(UTC).isoformat(timespec="milliseconds"),
        minimum_reader=MINIMUM_READER,
        version=version,
    )


def _hash_at(ledger: Ledger, seq: int) -> str:
    """Return the hash of one entry, 64 zeros for the place before the first."""
    if seq == 0:
        return FIRST_PREVIOUS
    return next(ledger.wire(first=seq, last=seq)).hash


def _nothing(_: Receipt) -> Sequence[Draft]:
    return ()


def read_receipt(
    ledger: Ledger,
    packer: Packer,
    sealed: bytes,
    *,
    author: Author,
    said: Callable[[Receipt], Sequence[Draft]] = _nothing,
) -> Receipt:
    """Verify a receipt, compare it with our own chain, and state that it was read; a second time states nothing.

    `said` returns the facts that follow from what central says in it, as far as they are new; they are written with it.

    Raises Refusal: not for this station, not signed by our central, older than the last one, or RECEIPT_FORK when
    central holds a head that is not in our chain.
    """
    central = recipients_in_force(ledger).central_signing_key
    receipt = packer.read_receipt(sealed, ledger=ledger, central_signing_key=central)
    known = ledger.views.receipts()
    if any((row.number, row.held_seq, row.head) == (receipt.number, receipt.held_seq, receipt.head) for row in known):
        late = said(receipt)
        if late:
            ledger.append(tuple(late), author=author, expected_seq=ledger.head().seq)
        return receipt
    newest = max((row.number for row in known), default=0)
    if receipt.number <= newest:
        raise Refusal("RECEIPT_OLD", number=receipt.number, newest=newest)
    held = Head(seq=receipt.held_seq, hash=receipt.head)
    if held.seq > ledger.head().seq or _hash_at(ledger, held.seq) != held.hash:
        raise Refusal("RECEIPT_FORK", seq=held.seq, code=held.code)
    event = ReceiptRead(
        number=receipt.number,
        held_seq=receipt.held_seq,
        head=receipt.head,
        digest=receipt.digest,
        central_time=receipt.central_time,
        quarantined=receipt.quarantined,
    )
    _state(ledger, event, author, *said(receipt))
    return receipt


def _state(ledger: Ledger, event: PackageExported | ReceiptRead, author: Author, *more: Draft) -> None:
    """Append a fact about the station itself: a person exports, a receipt comes from elsewhere."""
    originator = "person" if isinstance(event, PackageExported) else "imported"
    draft = Draft(event=event, entity=ledger.station, originator=originator)
    ledger.append((draft, *more), author=author, expected_seq=ledger.head().seq)
