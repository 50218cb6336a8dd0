"""What the use cases need from the outside world, as Protocols; `bootstrap` decides who fulfils them.

This module must not know any adapter. Every refusal that a person can meet is an exception named here or in `services`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import BinaryIO, Protocol

from assessdesk.domain.events import Draft, Entry, Head
from assessdesk.domain.rows import (
    Anchor,
    AnchorRow,
    CallRow,
    CertificateRow,
    DefinitionRow,
    DeviceRow,
    InfusionRow,
    Manifest,
    MissedRow,
    PackageRow,
    ParticipantRow,
    QueryRow,
    QueryWord,
    Receipt,
    ReceiptRow,
    StationFacts,
    UserRow,
    Verification,
    VisitRow,
)
from assessdesk.domain.wire import WireEntry

__all__ = [
    "Anchor",
    "AnchorRow",
    "Author",
    "CallRow",
    "Cards",
    "CentralCard",
    "CertificateRow",
    "Clock",
    "Conflict",
    "DefinitionRow",
    "DeviceRow",
    "Ids",
    "InfusionRow",
    "Ledger",
    "Manifest",
    "MissedRow",
    "PackageRow",
    "Packer",
    "ParticipantRow",
    "QueryRow",
    "QueryWord",
    "Receipt",
    "ReceiptRow",
    "Refusal",
    "SealedPackage",
    "Signatures",
    "StationFacts",
    "StationStore",
    "UnlockedStation",
    "UserRow",
    "Vault",
    "Verification",
    "Views",
    "VisitRow",
    "WireEntry",
]


class Refusal(Exception):
    """Something a person asked for cannot be done; `code` names the sentence, `arguments` fill it.

    Nothing was changed and nothing was lost when a Refusal is raised.
    """

    def __init__(self, code: str, /, **arguments: object) -> None:
        """Keep the code and the arguments as text."""
        self.code = code
        self.arguments: Mapping[str, str] = {key: str(value) for key, value in arguments.items()}
        super().__init__(f"{code} {dict(self.arguments)}" if arguments else code)


class Conflict(Refusal):
    """The ledger has moved on since the caller looked; nothing was written."""


@dataclass(frozen=True, slots=True)
class Author:
    """Who states a fact: user code, id of the signing key (first 16 hex digits of the public key), the signing act."""

    user: str
    key: str
    sign: Callable[[bytes], bytes]


class Clock(Protocol):
    """The two clocks of the machine."""

    def now(self) -> datetime:
        """Return the wall clock, aware, with the local UTC offset."""

    def monotonic_ms(self) -> int:
        """Return the monotonic clock in whole milliseconds."""

    def boot(self) -> str:
        """Return an id of this boot of the machine."""


class Ids(Protocol):
    """Fresh identifiers."""

    def fresh(self) -> str:
        """Return a new UUIDv7 as text."""


class Views(Protocol):
    """The read tables: droppable, rebuilt from the entries, updated in the same transaction as the append."""

    def participants(self, matching: str = "", limit: int | None = None) -> tuple[ParticipantRow, ...]:
        """Return participants whose code begins with or contains `matching`, by code."""

    def participant(self, participant: str) -> ParticipantRow | None:
        """Return one participant by id."""

    def participants_since(self, seq: int) -> tuple[ParticipantRow, ...]:
        """Return participants about whom something was written after a place in the stream."""

    def visits(self, participant: str = "") -> tuple[VisitRow, ...]:
        """Return visits, of one participant or of all, in the order they were opened."""

    def signed_visits(self, *, until: int | None = None) -> int:
        """Return how many visits are signed, by an entry at or before `until` if one is given."""

    def users(self) -> tuple[UserRow, ...]:
        """Return everyone ever enrolled."""

    def devices(self) -> tuple[DeviceRow, ...]:
        """Return every device ever registered, by its label."""

    def anchors(self, participant: str = "") -> tuple[AnchorRow, ...]:
        """Return the stated days from which visits are counted, of one participant or of all."""

    def infusions(self, participant: str = "") -> tuple[InfusionRow, ...]:
        """Return day 1 of every cycle, of one participant or of all, by participant and cycle."""

    def missed(self, participant: str = "") -> tuple[MissedRow, ...]:
        """Return the planned visits that did not take place, of one participant or of all."""

    def calls(self) -> tuple[CallRow, ...]:
        """Return the latest word on each follow-up by telephone."""

    def queries(self) -> tuple[QueryRow, ...]:
        """Return every query in the order in which they were raised."""

    def certificates(self) -> tuple[CertificateRow, ...]:
        """Return the latest certificate of each person and instrument."""

    def packages(self) -> tuple[PackageRow, ...]:
        """Return exported packages, newest first."""

    def receipts(self) -> tuple[ReceiptRow, ...]:
        """Return read receipts, newest first."""

    def definitions(self) -> tuple[DefinitionRow, ...]:
        """Return adopted definitions in the order of adoption."""


class Ledger(Protocol):
    """The append-only sequence of entries of one station, open and unlocked."""

    @property
    def study(self) -> str:
        """The study's id."""

    @property
    def station(self) -> str:
        """The station's name, such as S01-A."""

    @property
    def epoch(self) -> int:
        """The epoch of the stream, from 1."""

    @property
    def views(self) -> Views:
        """The read tables."""

    def head(self) -> Head:
        """Return the end of the stream; seq 0 and 64 zeros when empty."""

    def append(self, drafts: Sequence[Draft], *, author: Author, expected_seq: int) -> tuple[Entry, ...]:
        """Write all drafts durably in one transaction, or none.

        Raises Conflict when the head is not at `expected_seq`, Refusal for a full or read-only disk.
        """

    def entries(self, *, entity: str = "", after: int = 0, kinds: Sequence[str] = ()) -> Iterator[Entry]:
        """Yield entries in order: all, of one entity, after a seq, of given kinds."""

    def wire(self, *, first: int, last: int) -> Iterator[WireEntry]:
        """Yield exact bytes of a contiguous range, both ends included."""

    def verify(self, progress: Callable[[int, int], None] | None = None) -> Verification:
        """Check chain, signatures, commitments, order and that the read tables equal rebuilt ones."""

    def station_author(self) -> Author:
        """Return the station's own signing identity (for heads and packages)."""

    def station_public_key(self) -> str:
        """Return the station's Ed25519 public key as hex."""

    def station_recipient(self) -> str:
        """Return the station's age public key: receipts and the station's own packages are sealed to it."""

    def open_sealed(self, sealed: bytes) -> bytes:
        """Open something age-sealed to the station (a receipt). Raises Refusal when it is not for this station."""

    def open_sealed_stream(self, sealed: BinaryIO, opened: BinaryIO) -> None:
        """Open a large sealed file (a package) piece by piece into `opened`, without a file in the clear.

        Nothing that reached `opened` may be trusted before this returns: age releases pieces before the end of the
        file is verified. Raises Refusal when the file is damaged or not for this station.
        """

    def close(self) -> None:
        """Close the connection and drop the key."""


class Vault(Protocol):
    """Boxes that only named people can open; what is inside is of no length that tells anything."""

    def seal(self, content: str, *, readers: Sequence[str], others: Sequence[str] = ()) -> str:
        """Seal a short text to people of this station by user code and to age public keys; return the box as text.

        Raises Refusal UNKNOWN_READER for a person without a slot.
        """

    def open(self, box: str) -> str:
        """Open a box with the key of the person signed in. Raises Refusal NOT_A_READER."""


@dataclass(frozen=True, slots=True)
class UnlockedStation:
    """An open ledger, the person who opened it, and what opens the boxes sealed to that person."""

    ledger: Ledger
    author: Author
    vault: Vault


class StationStore(Protocol):
    """One station folder on disk: its facts, its key slots, its ledger."""

    def exists(self) -> bool:
        """Say whether a station was set up in this folder."""

    def facts(self) -> StationFacts:
        """Return the clear facts. Raises Refusal when missing, damaged or of a newer version."""

    def users(self) -> tuple[str, ...]:
        """Return the codes of people who have a key slot."""

    def create(
        self,
        facts: StationFacts,
        *,
        user: str,
        passphrase: str,
        roles: Sequence[str],
        clock: Clock,
        first: Sequence[Draft] = (),
    ) -> UnlockedStation:
        """Make keys, slot, database, the first entry and behind it the `first` facts; a station exists only after that.

        Raises Refusal (weak passphrase, folder not empty, …); then nothing stays.
        """

    def unlock(self, user: str, passphrase: str, *, clock: Clock) -> UnlockedStation:
        """Open the slot and the database. Raises Refusal; notes a wrong passphrase for the next sign-in."""

    def check_passphrase(self, user: str, passphrase: str) -> bool:
        """Say whether the passphrase opens this person's slot (re-authentication before signing)."""

    def add_user(self, opened: UnlockedStation, user: str, passphrase: str) -> str:
        """Make a slot and signing key for another person; return the public key as hex."""

    def remove_user(self, opened: UnlockedStation, user: str) -> None:
        """Remove a person's slot and re-key the database for all who remain."""

    def failed_sign_ins(self) -> Mapping[str, tuple[str, ...]]:
        """Return wrong passphrases since the last sign-in: user → times."""

    def forget_failed_sign_ins(self) -> None:
        """Clear the note after it went into the ledger."""

    def anchor(self) -> Anchor | None:
        """Return the last-seen head, or None when there is none yet."""

    def set_anchor(self, anchor: Anchor) -> None:
        """Replace the last-seen head durably."""

    def hold(self) -> AbstractContextManager[None]:
        """Hold the station for this process. Raises Refusal when another process holds it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SealedPackage:
    """A package that was written, opened again and found equal."""

    manifest: Manifest
    path: Path
    digest: str
    size: int


class CentralCard(Protocol):
    """What a station must know of central, as read from its card."""

    @property
    def study(self) -> str:
        """The study's id."""

    @property
    def signing_key(self) -> str:
        """Central's Ed25519 public key as hex: whose receipts to believe."""

    @property
    def age_recipient(self) -> str:
        """Central's age public key: whom to seal to."""

    @property
    def fingerprint(self) -> str:
        """What central's manager reads out over a second channel."""


class Cards(Protocol):
    """Reads and writes the cards with which a station and central are introduced to each other."""

    def read_central_card(self, content: bytes) -> CentralCard:
        """Read central's card. Raises Refusal when it is not one, or was changed."""

    def station_fingerprint(self, ledger: Ledger) -> str:
        """Return what a person at the station reads out to central: four groups of four hex digits."""

    def write_station_card(self, ledger: Ledger, path: Path, *, site: str) -> None:
        """Write the card that this station hands to central to a new file.

        Raises Refusal when the file holds something else already, or cannot be written.
        """


class Signatures(Protocol):
    """Checks what others signed with keys of their own, such as a site's text packs."""

    def is_signed(self, public_key: str, signature: bytes, message: bytes) -> bool:
        """Say whether a signature over a message was made with the key whose public half (hex) is given."""

    def fingerprint(self, public_key: str) -> str:
        """Return what two people read to each other: four groups of four hex digits."""


class Packer(Protocol):
    """Writes packages and reads receipts; files in and out."""

    def write(
        self,
        manifest: Manifest,
        entries: Iterator[WireEntry],
        *,
        ledger: Ledger,
        folder: Path,
        progress: Callable[[str, int, int], bool],
    ) -> SealedPackage:
        """Seal, write, open again and compare. `progress(step, done, total)` answers False to cancel.

        The ledger lends its station's signature (for the manifest) and opens the written file again. Steps are
        `sealing`, `writing`, `comparing`. Raises Refusal; a cancelled or failed file is removed.
        """

    def read_receipt(self, sealed: bytes, *, ledger: Ledger, central_signing_key: str) -> Receipt:
        """Open and verify a receipt. Raises Refusal when it is for another station or its signature is wrong."""

    def new_recipient(self, path: Path) -> str:
        """Make an age key file at `path` (for a site's escrow) and return its public key."""
