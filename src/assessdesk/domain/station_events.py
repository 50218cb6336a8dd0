"""The facts about the station itself: its people, keys, definitions, packages and receipts.

Frozen, past tense, written once; kinds and field names are part of the ledger format.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar


@dataclass(frozen=True, slots=True, kw_only=True)
class EpochStarted:
    """A station began a stream; a restored one cites the last head it knows."""

    kind: ClassVar[str] = "epoch.started"
    study: str
    site: str
    station_key: str
    user: str
    user_key: str
    roles: tuple[str, ...]
    previous_epoch_head: str = ""
    reason: str = "first set-up"


@dataclass(frozen=True, slots=True, kw_only=True)
class UserEnrolled:
    """A person got a slot and a signing key (hex Ed25519 public key)."""

    kind: ClassVar[str] = "user.enrolled"
    user: str
    user_key: str
    roles: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class UserRemoved:
    """A person's slot was removed and the database re-keyed."""

    kind: ClassVar[str] = "user.removed"
    user: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RecipientsSet:
    """Who can open packages: age public keys of central and of the site's escrow."""

    kind: ClassVar[str] = "recipients.set"
    central: str
    escrow: str
    central_signing_key: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SignedIn:
    """A person opened the station. `found` says how the last run had ended."""

    kind: ClassVar[str] = "session.signed_in"
    user: str
    found: str
    unfinished: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SignInFailed:
    """Wrong passphrases: typed while locked (noted at the next sign-in), or where one was asked for again."""

    kind: ClassVar[str] = "session.sign_in_failed"
    user: str
    times: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class StationLocked:
    """The station was locked (`idle`, `asked`) or closed (`closed`) in good order."""

    kind: ClassVar[str] = "session.locked"
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ClockJumped:
    """The wall clock moved against the monotonic clock by this many seconds."""

    kind: ClassVar[str] = "clock.jumped"
    seconds: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DefinitionAdopted:
    """The exact text (LF) of a study, instrument or table file, so that records can be read for ever."""

    kind: ClassVar[str] = "definition.adopted"
    type: str
    id: str
    version: str
    digest: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PackageExported:
    """A package was written, opened again and found equal."""

    kind: ClassVar[str] = "package.exported"
    package: str
    first_seq: int
    last_seq: int
    head: str
    digest: str
    file_name: str
    recipients: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReceiptRead:
    """Central's signed word was read: it holds the stream up to `held_seq` with this head."""

    kind: ClassVar[str] = "receipt.read"
    number: int
    held_seq: int
    head: str
    digest: str
    central_time: str
    quarantined: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class LedgerVerified:
    """The whole chain was checked and found unbroken up to `seq`."""

    kind: ClassVar[str] = "ledger.verified"
    seq: int
    head: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StationCardHanded:
    """The card by which central enrols the station was written to a file; `fingerprint` is what is read out with it."""

    kind: ClassVar[str] = "card.handed"
    fingerprint: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AuditExported:
    """The audit trail left the ledger as a readable file: which rows of it, how many, and the file's SHA-256."""

    kind: ClassVar[str] = "audit.exported"
    about: str
    rows: int
    last_seq: int
    digest: str
    file_name: str


StationEvent = (
    EpochStarted
    | UserEnrolled
    | UserRemoved
    | RecipientsSet
    | SignedIn
    | SignInFailed
    | StationLocked
    | ClockJumped
    | DefinitionAdopted
    | PackageExported
    | ReceiptRead
    | LedgerVerified
    | StationCardHanded
    | AuditExported
)
"""What a station states about itself and its people: nothing of it changes what is known of a participant."""
