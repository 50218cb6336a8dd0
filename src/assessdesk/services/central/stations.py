"""Central's use cases besides ingest and receipts: set up, enrol a station, say what is held.

It also names what central needs from the outside world. It must not know databases, keys or files: it meets them
as the Protocols below, and streams only as entries and heads.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Protocol

from assessdesk.domain.codes import is_practice
from assessdesk.domain.conduct_events import VisitMissed
from assessdesk.domain.events import Head, VisitOpened
from assessdesk.domain.wire import Header, WireEntry
from assessdesk.ports import Manifest, QueryWord, Receipt, Refusal
from assessdesk.services.central.visits import NONE_COUNTED, VisitCounts, counted
from assessdesk.services.fingerprints import is_same

GAP = "PACKAGE_GAP"
FORK = "PACKAGE_FORK"


@dataclass(frozen=True, slots=True, kw_only=True)
class StationCard:
    """What a station shows central once; `fingerprint` stands for its signing key."""

    study: str
    site: str
    station: str
    epoch: int
    signing_key: str
    age_recipient: str
    fingerprint: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Stream:
    """An enrolled (station, epoch): its key, where its receipts are sealed to, and since when."""

    card: StationCard
    enrolled_at: str
    state: str = "enrolled"


@dataclass(frozen=True, slots=True, kw_only=True)
class Quarantined:
    """A file that was not taken in: why, what it claims to be (empty and 0 where unknown), and where it waits."""

    digest: str
    file_name: str
    code: str
    sentence: str
    station: str
    epoch: int
    first_seq: int
    last_seq: int
    received_at: str
    stored: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Fork:
    """Two different entries, or heads, for one place of one stream; both are kept. `other` is the later one's line."""

    station: str
    epoch: int
    seq: int
    held_hash: str
    other_hash: str
    package: str
    other: bytes
    found_at: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PackageNote:
    """A package that was taken in; `number` counts the packages of one stream."""

    digest: str
    package: str
    station: str
    epoch: int
    first_seq: int
    last_seq: int
    added: int
    received_at: str
    number: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class SignedWord:
    """What central says about a query of its own, for which station, with central's signature over both."""

    word: QueryWord
    station: str
    signature: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class StreamStatus:
    """What central holds of one stream. `kinds` counts entries by kind, `visits` what became of visits."""

    stream: Stream
    head: Head
    last_package: str
    last_received: str
    receipts: int
    forks: int
    waiting: tuple[Quarantined, ...]
    kinds: Mapping[str, int]
    visits: VisitCounts = NONE_COUNTED


@dataclass(frozen=True, slots=True, kw_only=True)
class CentralStatus:
    """What central holds of all streams, and files that belong to none."""

    study: str
    streams: tuple[StreamStatus, ...]
    unclaimed: tuple[Quarantined, ...]


class CentralTables(Protocol):
    """Central's tables within one transaction: all of it happens, or nothing."""

    def study(self) -> str:
        """Return the study's id."""

    def central_key(self) -> str:
        """Return the public signing key (hex) that central was set up with."""

    def add_stream(self, stream: Stream) -> None:
        """Write down an enrolled stream."""

    def stream(self, station: str, epoch: int) -> Stream | None:
        """Return an enrolled stream."""

    def streams(self) -> tuple[Stream, ...]:
        """Return all enrolled streams by station and epoch."""

    def head(self, station: str, epoch: int) -> Head:
        """Return the last entry held; seq 0 and 64 zeros when none."""

    def hashes(self, station: str, epoch: int, *, first: int, last: int) -> Mapping[int, str]:
        """Return hashes by seq in a range."""

    def entries(self, station: str, epoch: int, kinds: Sequence[str], *, entity: str = "") -> Iterator[WireEntry]:
        """Yield the exact entries of some kinds in order, about one entity or all."""

    def add_entries(self, entries: Sequence[tuple[WireEntry, Header]]) -> None:
        """Append entries; their headers are the parsed copies of their bytes."""

    def add_package(self, note: PackageNote) -> None:
        """Write down a package that was taken in; taken in again it changes nothing."""

    def hold(self, item: Quarantined) -> None:
        """Write down, or bring up to date, a file in quarantine."""

    def release(self, digest: str) -> None:
        """Mark a file of the quarantine as taken in."""

    def waiting(self, station: str | None = None, epoch: int | None = None) -> tuple[Quarantined, ...]:
        """Return files that wait in quarantine, in the order of their claimed ranges."""

    def add_fork(self, fork: Fork) -> None:
        """Write down a fork; the same one again changes nothing."""

    def add_receipt(self, receipt: Receipt) -> None:
        """Write down an issued receipt."""

    def receipts(self, station: str, epoch: int) -> int:
        """Return the number of the last receipt, 0 when none."""

    def add_word(self, said: SignedWord) -> None:
        """Write down what central says about a query."""

    def words(self) -> tuple[SignedWord, ...]:
        """Return everything that central said about queries, by query and number."""

    def status(self, stream: Stream) -> StreamStatus:
        """Return what is held of one stream."""


class CentralStore(Protocol):
    """Central's database."""

    def prepare(self, *, study: str, central_key: str, at: str) -> None:
        """Make the tables. Raises Refusal when they exist."""

    def writing(self) -> AbstractContextManager[CentralTables]:
        """Open a transaction that writes. Raises Refusal: not set up, newer, not usable."""

    def reading(self) -> AbstractContextManager[CentralTables]:
        """Open a transaction that only reads. Raises Refusal as above."""


class OpenedPackage(Protocol):
    """A package whose seal was verified; see the exchange adapter."""

    @property
    def manifest(self) -> Manifest:
        """The first line, not yet trusted."""

    def check_signature(self, public_key: str) -> None:
        """Check the manifest against an enrolled key. Raises Refusal."""

    def entries(self) -> Iterator[tuple[WireEntry, Header]]:
        """Yield entries that form the declared chain. Raises Refusal."""


class Desk(Protocol):
    """Central's files and keys: packages in, quarantine, receipts out."""

    def find(self) -> tuple[Path, ...]:
        """Return the files that were handed in, in a stable order."""

    def name(self, file: Path) -> str:
        """Return a file's name."""

    def digest(self, file: Path) -> str:
        """Return the SHA-256 of a file. Raises Refusal when it cannot be read."""

    def open(self, file: Path) -> AbstractContextManager[OpenedPackage]:
        """Open a package with central's key. Raises Refusal."""

    def claimed_stream(self, file: Path) -> tuple[str, int] | None:
        """Return (station, epoch) as the file's name claims them."""

    def keep(self, file: Path, digest: str) -> str:
        """Copy a file to the quarantine, durably, and return its place. Raises Refusal."""

    def kept(self, place: str) -> Path:
        """Return a file of the quarantine."""

    def sign_word(self, line: bytes) -> bytes:
        """Sign what central says about a query."""

    def is_ours(self, line: bytes, signature: bytes) -> bool:
        """Say whether central's own key signed such a line."""

    def issue(self, receipt: Receipt) -> Receipt:
        """Return the receipt with its digest."""

    def deliver(self, receipt: Receipt, recipient: str) -> Path:
        """Sign and seal a receipt to its station and write the file. Raises Refusal."""


Now = Callable[[], datetime]


def stamp(now: Now) -> str:
    """Return the time as it is stored: UTC with its offset."""
    return now().astimezone(UTC).isoformat(timespec="milliseconds")


def set_up(store: CentralStore, *, study: str, central_key: str, now: Now) -> None:
    """Make central's database for one study. Raises Refusal when there is one."""
    store.prepare(study=study, central_key=central_key, at=stamp(now))


def enrol(store: CentralStore, card: StationCard, *, fingerprint: str, now: Now) -> bool:
    """Enrol a station's stream whose fingerprint was heard over a second channel; False when it was already.

    Raises Refusal when it is a practice station, the fingerprint differs, the study is another one, or the stream has
    another key.
    """
    if is_practice(card.station):
        raise Refusal("PRACTICE_CARD", station=card.station)
    if not is_same(fingerprint, card.fingerprint):
        raise Refusal("FINGERPRINT_DIFFERS", station=card.station, heard=fingerprint, found=card.fingerprint)
    with store.writing() as tables:
        if card.study != tables.study():
            raise Refusal("STUDY_UNKNOWN", study=card.study, ours=tables.study())
        known = tables.stream(card.station, card.epoch)
        if known is not None and known.card != card:
            raise Refusal("STATION_HAS_OTHER_KEY", station=card.station, epoch=card.epoch)
        if known is None:
            tables.add_stream(Stream(card=card, enrolled_at=stamp(now)))
    return known is None


def status(store: CentralStore) -> CentralStatus:
    """Return what central holds. Needs no keys. Raises Refusal when the database is not usable."""
    with store.reading() as tables:
        streams = tuple(_status(tables, stream) for stream in tables.streams())
        claimed = {(item.stream.card.station, item.stream.card.epoch) for item in streams}
        return CentralStatus(
            study=tables.study(),
            streams=streams,
            unclaimed=tuple(item for item in tables.waiting() if (item.station, item.epoch) not in claimed),
        )


def _status(tables: CentralTables, stream: Stream) -> StreamStatus:
    """Return what is held of one stream, with its visits counted."""

    def entries(kind: str) -> Iterator[WireEntry]:
        return tables.entries(stream.card.station, stream.card.epoch, (kind,))

    return replace(
        tables.status(stream), visits=counted(opened=entries(VisitOpened.kind), missed=entries(VisitMissed.kind))
    )
