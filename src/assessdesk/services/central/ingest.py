"""Ingest at central: verify a package, append what is new, and never lose, reorder or silently skip anything.

One file is one transaction. What cannot be taken in waits in quarantine with its sentence and never blocks the
files after it. Databases, keys and files are met only through the Protocols of `services.central`.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from itertools import islice
from pathlib import Path

from assessdesk.domain.codes import is_practice
from assessdesk.domain.wire import FIRST_PREVIOUS, Header, WireEntry, encode_line, signed_bytes
from assessdesk.ports import Manifest, Refusal
from assessdesk.services.central.receipts import issue_receipts
from assessdesk.services.central.stations import (
    FORK,
    GAP,
    CentralStore,
    CentralTables,
    Desk,
    Fork,
    PackageNote,
    Quarantined,
    Stream,
    stamp,
)

BATCH = 500
KEY_ID_DIGITS = 16
KEY_KINDS = ("epoch.started", "user.enrolled", "user.removed")

IsSigned = Callable[[str, bytes, bytes], bool]
Sentence = Callable[[Refusal], str]


@dataclass(frozen=True, slots=True, kw_only=True)
class FileOutcome:
    """What became of one file: `added`, `nothing_new`, `held`, `fork` or `refused`, and the sentence to show."""

    file_name: str
    digest: str
    state: str
    code: str
    sentence: str
    package: str = ""
    station: str = ""
    epoch: int = 0
    first_seq: int = 0
    last_seq: int = 0
    added: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class IngestReport:
    """What became of all files (held ones that could now be taken in included), and the receipts written."""

    files: tuple[FileOutcome, ...]
    receipts: tuple[Path, ...]


class ForkFound(Exception):
    """A stream has two different entries, or heads, for one place."""

    def __init__(self, seq: int, held_hash: str, other_hash: str, other: bytes = b"") -> None:
        """Keep the place, both hashes and the later entry's exact line."""
        self.seq, self.held_hash, self.other_hash, self.other = seq, held_hash, other_hash, other
        super().__init__(f"entry {seq}: {held_hash} and {other_hash}")


@dataclass(slots=True)
class KeyDirectory:
    """Who may sign entries of one stream, learnt from its own entries, beginning with the enrolled station key."""

    station: str
    station_key: str
    is_signed: IsSigned
    active: dict[str, str] = field(default_factory=dict)

    def fault_of(self, entry: WireEntry, header: Header) -> str | None:
        """Say what is wrong with an entry's author or signature, or None; learn from it when nothing is."""
        try:
            facts = _key_facts(entry, header)
        except ValueError as error:
            return f"entry {header.seq} cannot be read: {error}"
        if header.kind == KEY_KINDS[0]:
            if header.seq != 1 or facts["station_key"] != self.station_key:
                return f"entry {header.seq} starts the stream with a station key that was not enrolled"
            self.active[facts["user"]] = facts["user_key"]
        known = self.station_key if header.user == self.station else self.active.get(header.user, "")
        if not known or known[:KEY_ID_DIGITS] != header.key:
            return f"entry {header.seq} is signed by {header.user!r} with a key that was not enrolled at that point"
        if not self.is_signed(known, entry.signature, signed_bytes(entry.header)):
            return f"entry {header.seq} was changed or forged: its signature is not that of {header.user!r}"
        self.learn(header.kind, facts)
        return None

    def learn(self, kind: str, facts: dict[str, str]) -> None:
        """Take in what an entry says of keys."""
        if kind in KEY_KINDS[:2]:
            self.active[facts["user"]] = facts["user_key"]
        elif kind == KEY_KINDS[2]:
            self.active.pop(facts["user"], None)


def _key_facts(entry: WireEntry, header: Header) -> dict[str, str]:
    """Return what an entry says of keys; empty for other kinds. Raises ValueError when it cannot be read."""
    if header.kind not in KEY_KINDS:
        return {}
    try:
        document = json.loads((entry.payload or b"null").decode("utf-8"))
    except RecursionError as error:
        raise ValueError("its content is nested too deeply") from error
    wanted = {
        "epoch.started": ("user", "user_key", "station_key"),
        "user.enrolled": ("user", "user_key"),
        "user.removed": ("user",),
    }[header.kind]
    if not isinstance(document, dict) or any(not isinstance(document.get(name), str) for name in wanted):
        raise ValueError("its content does not say whose key it is about")
    return {name: document[name] for name in wanted}


def directory_of(stream: Stream, tables: CentralTables, is_signed: IsSigned) -> KeyDirectory:
    """Return who may sign the next entry of a stream, from the entries that are held."""
    card = stream.card
    directory = KeyDirectory(card.station, card.signing_key, is_signed)
    for entry in tables.entries(card.station, card.epoch, KEY_KINDS):
        kind = json.loads(entry.header.decode("utf-8"))["kind"]
        document = json.loads((entry.payload or b"{}").decode("utf-8"))
        directory.learn(kind, {name: str(value) for name, value in document.items()})
    return directory


class Intake:
    """One run of ingest over the files of a desk."""

    def __init__(
        self, store: CentralStore, desk: Desk, *, is_signed: IsSigned, sentence: Sentence, now: Callable[[], datetime]
    ) -> None:
        """Take the adapters; `sentence` turns a Refusal into words for the quarantine and the receipt."""
        self._store, self._desk, self._is_signed = store, desk, is_signed
        self._sentence, self._now = sentence, now

    def run(self) -> IngestReport:
        """Take in every file, then the held ones that now fit, then write the receipts. Raises Refusal: no database."""
        with self._store.reading() as tables:
            tables.study()
        outcomes: list[FileOutcome] = []
        for file in self._desk.find():
            outcomes.append(self._one(file))
            outcomes.extend(self._retry(outcomes[-1]))
        accepted: dict[tuple[str, int], list[str]] = {}
        for outcome in outcomes:
            if outcome.station:
                names = accepted.setdefault((outcome.station, outcome.epoch), [])
                if outcome.state in {"added", "nothing_new"} and outcome.package not in names:
                    names.append(outcome.package)
        receipts = issue_receipts(self._store, self._desk, streams=accepted, accepted=accepted, now=self._now)
        return IngestReport(files=tuple(outcomes), receipts=receipts)

    def _retry(self, last: FileOutcome) -> Iterator[FileOutcome]:
        """Take in held packages of a stream that has just grown, as long as one fits."""
        grown = last.added > 0
        while grown:
            with self._store.reading() as tables:
                held = tables.head(last.station, last.epoch).seq
                items = tables.waiting(last.station, last.epoch)
            grown = False
            for item in items:
                if item.code == GAP and item.first_seq <= held + 1:
                    outcome = self._one(self._desk.kept(item.stored), item)
                    grown = grown or outcome.added > 0
                    yield outcome

    def _one(self, file: Path, waiting: Quarantined | None = None) -> FileOutcome:
        """Take in one file, or put it in quarantine; a file of the quarantine keeps the name it came with."""
        name = waiting.file_name if waiting else self._desk.name(file)
        told: Manifest | None = None
        digest = ""
        fork: ForkFound | None = None
        try:
            digest = self._desk.digest(file)
            with self._desk.open(file) as package:
                told = package.manifest
                try:
                    added = self._take_in(package.entries, package.check_signature, told, digest)
                except ForkFound as found:
                    fork = found
                    raise Refusal(FORK, station=told.station, epoch=told.epoch, seq=found.seq) from found
        except Refusal as refusal:
            return self._refused(file, name=name, digest=digest, told=told, refusal=refusal, fork=fork)
        state = "added" if added else "nothing_new"
        code = "PACKAGE_TAKEN_IN" if added else "PACKAGE_NOTHING_NEW"
        words = Refusal(code, added=added, first=told.first_seq, last=told.last_seq, station=told.station)
        return FileOutcome(
            file_name=name,
            digest=digest,
            state=state,
            code=code,
            sentence=self._sentence(words),
            package=told.package,
            station=told.station,
            epoch=told.epoch,
            first_seq=told.first_seq,
            last_seq=told.last_seq,
            added=added,
        )

    def _take_in(
        self,
        entries: Callable[[], Iterator[tuple[WireEntry, Header]]],
        check_signature: Callable[[str], None],
        told: Manifest,
        digest: str,
    ) -> int:
        """Verify a package and append what is new, in one transaction. Raises Refusal or ForkFound."""
        if is_practice(told.station):
            raise Refusal("PRACTICE_PACKAGE", station=told.station)
        with self._store.writing() as tables:
            if told.study != tables.study():
                raise Refusal("STUDY_UNKNOWN", study=told.study, ours=tables.study())
            stream = tables.stream(told.station, told.epoch)
            if stream is None:
                raise Refusal("STATION_UNKNOWN", station=told.station, epoch=told.epoch)
            check_signature(stream.card.signing_key)
            held = tables.head(told.station, told.epoch)
            if told.first_seq > held.seq + 1:
                for _ in entries():  # a held package must be whole, so that the gap is its only fault
                    pass
                raise Refusal(GAP, station=told.station, held=held.seq, first=told.first_seq)
            self._check_junction(tables, told)
            directory = directory_of(stream, tables, self._is_signed)
            added = 0
            checked = entries()
            while batch := tuple(islice(checked, BATCH)):
                fresh = _fresh_of(batch, tables, held.seq, directory)
                tables.add_entries(fresh)
                added += len(fresh)
            tables.add_package(
                PackageNote(
                    digest=digest,
                    package=told.package,
                    station=told.station,
                    epoch=told.epoch,
                    first_seq=told.first_seq,
                    last_seq=told.last_seq,
                    added=added,
                    received_at=stamp(self._now),
                )
            )
            tables.release(digest)
        return added

    def _check_junction(self, tables: CentralTables, told: Manifest) -> None:
        """Make sure that the package goes on from an entry that is held. Raises ForkFound."""
        seq = told.first_seq - 1
        known = tables.hashes(told.station, told.epoch, first=seq, last=seq).get(seq, FIRST_PREVIOUS)
        if told.head_before != known:
            raise ForkFound(seq, known, told.head_before)

    def _refused(
        self,
        file: Path,
        *,
        name: str,
        digest: str,
        told: Manifest | None,
        refusal: Refusal,
        fork: ForkFound | None,
    ) -> FileOutcome:
        """Copy the file to the quarantine and write down why. A file that cannot be kept stays where it is."""
        claimed = (told.station, told.epoch) if told else self._desk.claimed_stream(Path(name)) or ("", 0)
        sentence = self._sentence(refusal)
        first, last = (told.first_seq, told.last_seq) if told else (0, 0)
        try:
            stored = self._desk.keep(file, digest) if digest else ""
        except Refusal as unkept:
            stored = ""
            sentence = f"{sentence} {self._sentence(unkept)}"
        at = stamp(self._now)
        with self._store.writing() as tables:
            if tables.stream(*claimed) is None and told is None:
                claimed = ("", 0)
            if stored:
                tables.hold(
                    Quarantined(
                        digest=digest,
                        file_name=name,
                        code=refusal.code,
                        sentence=sentence,
                        station=claimed[0],
                        epoch=claimed[1],
                        first_seq=first,
                        last_seq=last,
                        received_at=at,
                        stored=stored,
                    )
                )
            if fork is not None and told is not None:
                tables.add_fork(
                    Fork(
                        station=told.station,
                        epoch=told.epoch,
                        seq=fork.seq,
                        held_hash=fork.held_hash,
                        other_hash=fork.other_hash,
                        package=digest,
                        other=fork.other,
                        found_at=at,
                    )
                )
        return FileOutcome(
            file_name=name,
            digest=digest,
            state={GAP: "held", FORK: "fork"}.get(refusal.code, "refused"),
            code=refusal.code,
            sentence=sentence,
            package=told.package if told else "",
            station=claimed[0],
            epoch=claimed[1],
            first_seq=first,
            last_seq=last,
        )


def _fresh_of(
    batch: Sequence[tuple[WireEntry, Header]], tables: CentralTables, held_seq: int, directory: KeyDirectory
) -> tuple[tuple[WireEntry, Header], ...]:
    """Return the entries of a batch that are not held yet, their signatures checked. Raises Refusal, ForkFound."""
    first, last = batch[0][1], batch[-1][1]
    known = tables.hashes(first.station, first.epoch, first=first.seq, last=min(last.seq, held_seq))
    fresh = []
    for entry, header in batch:
        if entry.seq <= held_seq:
            if known.get(entry.seq) != entry.hash:
                raise ForkFound(entry.seq, known.get(entry.seq, ""), entry.hash, encode_line(entry))
            continue
        fault = directory.fault_of(entry, header)
        if fault is not None:
            raise Refusal("PACKAGE_CHAIN", fault=fault)
        fresh.append((entry, header))
    return tuple(fresh)
