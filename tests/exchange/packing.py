"""Packages for tests: whole ones from a small ledger, and hostile ones sealed by hand, byte by byte."""

from __future__ import annotations

import base64
import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pyrage
import zstandard

from assessdesk.domain.events import (
    CareFacts,
    Draft,
    ParticipantEnrolled,
    RecipientsSet,
    StationLocked,
)
from assessdesk.domain.wire import encode_line
from assessdesk.exchange import manifest as shape
from assessdesk.exchange import signatures
from assessdesk.exchange.cards import read_station_card, station_card
from assessdesk.exchange.package import AgePacker, PackageReader
from assessdesk.ports import Author, Manifest, SealedPackage, StationFacts
from assessdesk.services.central.ingest import KeyDirectory
from assessdesk.services.central.stations import StationCard
from assessdesk.services.export import export_package
from tests.fakes.memory_ledger import MemoryLedger, TickingClock, started_memory_ledger

VERSION = "0.1.0"
STUDY = "kct0008961"


def go_on(_step: str, _done: int, _total: int) -> bool:
    return True


@dataclass
class Desk:
    """A station with a ledger in memory, and the identities that can open what it exports."""

    ledger: MemoryLedger
    author: Author
    clock: TickingClock
    central: Any
    escrow: Any

    @property
    def card(self) -> StationCard:
        return read_station_card(station_card(self.ledger, site="S01"))

    def add(self, *events: ParticipantEnrolled | StationLocked | RecipientsSet) -> None:
        drafts = [Draft(event=event, entity=self.ledger.station) for event in events]
        self.ledger.append(drafts, author=self.author, expected_seq=self.ledger.head().seq)

    def enrol(self, count: int) -> None:
        """Add participants under running codes."""
        start = self.ledger.head().seq
        self.add(*(_participant(start + number) for number in range(count)))

    def export(
        self, folder: Path, *, progress: Callable[[str, int, int], bool] = go_on, from_receipt: bool = False
    ) -> SealedPackage:
        folder.mkdir(exist_ok=True)
        return export_package(
            self.ledger,
            AgePacker(),
            clock=self.clock,
            author=self.author,
            folder=folder,
            version=VERSION,
            progress=progress,
            from_receipt=from_receipt,
        )


def desk(*, station: str = "S01-A", central: Any = None, signing_key: str = "", study: str = STUDY) -> Desk:
    """Return a station that knows its recipients."""
    clock = TickingClock()
    facts = StationFacts(study=study, site="S01", station=station, epoch=1, format=1)
    ledger, author = started_memory_ledger(clock=clock, facts=facts)
    central = central or pyrage.x25519.Identity.generate()
    escrow = pyrage.x25519.Identity.generate()
    made = Desk(ledger, author, clock, central, escrow)
    made.add(
        RecipientsSet(central=str(central.to_public()), escrow=str(escrow.to_public()), central_signing_key=signing_key)
    )
    return made


def _participant(number: int) -> ParticipantEnrolled:
    return ParticipantEnrolled(
        participant=f"participant-{number}",
        code=f"S01-{number:04d}",
        birth_year=1950,
        sex="female",
        dominant_hand="right",
        language="ko",
        consent_date="2026-11-20",
        consent_version="2.0",
        anchor_date="2026-11-21",
        care=CareFacts(note="planted-note"),
    )


def plain_lines(path: Path, identity: Any) -> list[bytes]:
    """Return the lines of a package, without their ends."""
    compressed = pyrage.decrypt(path.read_bytes(), [identity])
    plain = zstandard.ZstdDecompressor().decompressobj().decompress(compressed)
    return plain.removesuffix(b"\n").split(b"\n")


def frame(plain: bytes) -> bytes:
    return zstandard.ZstdCompressor(level=3, write_checksum=True).compress(plain)


def seal(compressed: bytes, *identities: Any) -> bytes:
    return bytes(pyrage.encrypt(compressed, [identity.to_public() for identity in identities]))


def sealed_lines(lines: Sequence[bytes], *identities: Any) -> bytes:
    return seal(frame(b"".join(line + b"\n" for line in lines)), *identities)


def signed_lines(station: Desk, document: dict[str, Any], entries: Iterable[bytes]) -> list[bytes]:
    """Return the lines of a package whose manifest says whatever the document says, truly signed by the station."""
    first = json.dumps(document, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()
    signature = station.ledger.station_author().sign(signatures.stamped(shape.PACKAGE_FORMAT, first))
    return [first, base64.b64encode(signature), *entries]


def manifest_document(station: Desk, *, first: int, last: int, **changes: Any) -> tuple[dict[str, Any], list[bytes]]:
    """Return the manifest of a range as a plain document, changed at will, and the lines of its entries."""
    wires = list(station.ledger.wire(first=first, last=last))
    lines = [encode_line(wire) for wire in wires]
    before = "0" * 64 if first == 1 else next(station.ledger.wire(first=first - 1, last=first - 1)).hash
    manifest = Manifest(
        package=f"{station.ledger.station}-e1-900001",
        study=station.ledger.study,
        station=station.ledger.station,
        epoch=1,
        first_seq=first,
        last_seq=last,
        head_before=before,
        head_after=wires[-1].hash,
        entries=len(wires),
        payload_bytes=sum(len(line) + 1 for line in lines),
        recipients=(str(station.central.to_public()),),
        station_key=station.ledger.station_public_key(),
        created_at="2026-11-21T00:00:00.000+00:00",
        minimum_reader=1,
        version=VERSION,
    )
    document = json.loads(shape.encode_manifest(manifest))
    return {**document, **changes}, lines


def read_all(path: Path, identity: Any, card: StationCard, *, check_signature: bool = True) -> int:
    """Read and verify a package from the first entry on, as central would. Raises Refusal; returns the count."""
    with PackageReader(identity).open(path) as package:
        if check_signature:
            package.check_signature(card.signing_key)
        directory = KeyDirectory(card.station, card.signing_key, signatures.is_signed)
        count = 0
        for entry, header in package.entries():
            assert directory.fault_of(entry, header) is None
            count += 1
        return count
