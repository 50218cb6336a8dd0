"""Export and ingest of a package against plain zstd and age of the same bytes, in the same process and run.

The plain side compresses and seals the entry lines, then opens and decompresses them, and does nothing else: no
reading from a ledger, no signature, no chain, no comparison, no database.
"""

from __future__ import annotations

import io
import statistics
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pyrage
import zstandard
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from assessdesk import __version__
from assessdesk.domain.events import CareFacts, Draft, ParticipantEnrolled, RecipientsSet
from assessdesk.domain.wire import encode_line, signed_bytes
from assessdesk.exchange import sealing
from assessdesk.exchange.cards import read_station_card, station_card
from assessdesk.exchange.central_desk import FileDesk, make_keys
from assessdesk.exchange.package import AgePacker
from assessdesk.exchange.signatures import is_signed
from assessdesk.ports import StationFacts
from assessdesk.services.central import stations as central
from assessdesk.services.central.ingest import Intake
from assessdesk.services.export import export_package
from assessdesk.storage.central_store import SqlCentralStore
from assessdesk.storage.passphrases import FLOOR
from assessdesk.storage.station import StationFolder
from assessdesk.system import SystemClock
from benchmarks import Row

NAME = "package"
STUDY = "benchmark"
PASSPHRASE = "seven quiet herons wade"  # noqa: S105 - of an invented person in a throw-away folder
ENTRIES = 5_000
ROUNDS = 3


def _now() -> datetime:
    return datetime.now(UTC)


def _timed(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def _participant(number: int) -> Draft:
    name = f"participant-{number}"
    event = ParticipantEnrolled(
        participant=name,
        code=f"S01-{number:05d}",
        birth_year=1950,
        sex="female",
        dominant_hand="right",
        language="ko",
        consent_date="2026-11-20",
        consent_version="2.0",
        anchor_date="2026-11-21",
        care=CareFacts(),
    )
    return Draft(event=event, entity=name)


def run() -> list[Row]:
    """Measure export and ingest beside the plain side; medians of a few rounds."""
    found = []
    for _ in range(ROUNDS):
        with tempfile.TemporaryDirectory() as name:
            found.append(_one_round(Path(name), ENTRIES))
    export, ingest, seal, unseal, verify = (statistics.median(times) for times in zip(*found, strict=True))
    plain = seal + unseal
    return [
        _row("exported", export, seal, "plain zstd + age"),
        _row("taken in by central", ingest, unseal, "plain age + zstd"),
        _row("taken in by central", ingest, unseal + verify, "the same, and every signature checked"),
        _row("both", export + ingest, plain, "plain zstd + age, both ways"),
        _row("both", export + ingest, plain + verify, "the same, and every signature checked"),
    ]


def _row(what: str, ours: float, theirs: float, name: str) -> Row:
    """Return one line; there is no goal but to know the price."""
    return Row(
        what=f"{ENTRIES} entries {what}",
        value=f"{ours * 1000:.0f} ms",
        against=f"{name} {theirs * 1000:.1f} ms: {ours / theirs:.1f}×",
    )


def _one_round(folder: Path, entries: int) -> tuple[float, float, float, float, float]:
    """Return seconds of export, ingest, plain sealing, plain opening, and of checking the signatures alone."""
    clock, packer = SystemClock(), AgePacker()
    keys = make_keys(folder / "keys")
    store = SqlCentralStore(f"sqlite:///{folder / 'central.sqlite'}")
    central.set_up(store, study=STUDY, central_key=keys.public_key, now=_now)
    facts = StationFacts(study=STUDY, site="S01", station="S01-A", epoch=1, format=1)
    station = StationFolder(folder / "station", cost=FLOOR)
    opened = station.create(
        facts,
        user="a-tester",
        passphrase=PASSPHRASE,
        roles=(),
        clock=clock,
    )
    ledger, author = opened.ledger, opened.author
    parties = RecipientsSet(
        central=sealing.recipient_of(keys.identity), escrow=packer.new_recipient(folder / "escrow.txt")
    )
    drafts = [Draft(event=parties, entity="S01-A"), *(_participant(number) for number in range(entries))]
    ledger.append(drafts, author=author, expected_seq=ledger.head().seq)
    card = read_station_card(station_card(ledger, site="S01"))
    central.enrol(store, card, fingerprint=card.fingerprint, now=_now)
    last = ledger.head().seq

    def export() -> None:
        export_package(
            ledger,
            packer,
            clock=clock,
            author=author,
            folder=folder,
            version=__version__,
            progress=lambda _step, _done, _total: True,
        )

    def ingest() -> None:
        desk = FileDesk(
            [folder / "S01-A-e1-000001.age"], keys, quarantine=folder / "quarantine", receipts=folder / "receipts"
        )
        intake = Intake(store, desk, is_signed=is_signed, sentence=lambda refusal: refusal.code, now=_now)
        if intake.run().files[0].added != last:
            raise RuntimeError("the package was not taken in whole")

    export_seconds = _timed(export)
    ingest_seconds = _timed(ingest)
    wires = list(ledger.wire(first=1, last=last))
    plain = b"".join(encode_line(wire) + b"\n" for wire in wires)
    public = Ed25519PublicKey.from_public_bytes(bytes.fromhex(ledger.views.users()[0].public_key))
    recipients = [pyrage.x25519.Recipient.from_str(text) for text in (parties.central, parties.escrow)]
    sealed = io.BytesIO()

    def seal() -> None:
        frame = zstandard.ZstdCompressor(level=sealing.LEVEL).compress(plain)
        pyrage.encrypt_io(io.BytesIO(frame), sealed, recipients)

    def plain_open() -> None:
        frame = io.BytesIO()
        pyrage.decrypt_io(io.BytesIO(sealed.getvalue()), frame, [keys.identity])
        if zstandard.ZstdDecompressor().decompress(frame.getvalue()) != plain:
            raise RuntimeError("plain sealing did not give the bytes back")

    def verify() -> None:
        for wire in wires:
            public.verify(wire.signature, signed_bytes(wire.header))

    times = export_seconds, ingest_seconds, _timed(seal), _timed(plain_open), _timed(verify)
    ledger.close()
    return times
