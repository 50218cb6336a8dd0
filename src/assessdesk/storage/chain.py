"""Writing and checking a chain without a database: drafts become signed entries, and signatures are checked.

`Tip` is what the next entry needs to know of the stream so far: its head, the last receipt and who may sign. It must
not know SQL or files; the ledgers and the full check share it.
"""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from dataclasses import dataclass, field

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from assessdesk import __version__
from assessdesk.domain.events import Draft, EpochStarted, Event, Head, ReceiptRead, UserEnrolled, UserRemoved
from assessdesk.domain.wire import (
    FIRST_PREVIOUS,
    SALT_BYTES,
    Header,
    WireEntry,
    commitment,
    entry_hash,
    signed_bytes,
)
from assessdesk.ports import Author, Clock, Refusal
from assessdesk.storage import codec

KEY_ID_DIGITS = 16


def key_id(public_key: str) -> str:
    """Return the id of a signing key: the first 16 hex digits of its public key."""
    return public_key[:KEY_ID_DIGITS]


def author_of(user: str, key: Ed25519PrivateKey) -> Author:
    """Return the author who signs with this key."""
    return Author(user=user, key=key_id(key.public_key().public_bytes_raw().hex()), sign=key.sign)


@dataclass(slots=True)
class KeyDirectory:
    """Who may sign, as the entries so far say: user → public key (hex) of those active, and the station's own."""

    station: str = ""
    station_key: str = ""
    active: dict[str, str] = field(default_factory=dict)
    _keys: dict[str, Ed25519PublicKey] = field(default_factory=dict)

    def copy(self) -> KeyDirectory:
        """Return a copy that can be moved on without moving this one."""
        return KeyDirectory(self.station, self.station_key, dict(self.active), self._keys)

    def learn(self, station: str, event: Event) -> None:
        """Take in what an entry says about keys."""
        if isinstance(event, EpochStarted):
            self.station, self.station_key = station, event.station_key
            self.active[event.user] = event.user_key
        elif isinstance(event, UserEnrolled):
            self.active[event.user] = event.user_key
        elif isinstance(event, UserRemoved):
            self.active.pop(event.user, None)

    def public_key(self, user: str, key: str) -> str | None:
        """Return the full public key of an author who may sign now, or None."""
        known = self.station_key if user == self.station else self.active.get(user)
        return known if known is not None and known and key_id(known) == key else None

    def fault_of(self, header: Header, wire: WireEntry) -> str | None:
        """Say what is wrong with an entry's author or signature, or None."""
        public = self.public_key(header.user, header.key)
        if public is None:
            return f"entry {header.seq} is signed by {header.user!r} with a key that was not enrolled at that point"
        try:
            if public not in self._keys:
                self._keys[public] = Ed25519PublicKey.from_public_bytes(bytes.fromhex(public))
            self._keys[public].verify(wire.signature, signed_bytes(wire.header))
        except ValueError:
            return f"entry {header.seq} is signed with a key that is not an Ed25519 key"
        except InvalidSignature:
            return f"entry {header.seq} was changed or forged: its signature is not that of {header.user!r}"
        return None


@dataclass(slots=True)
class Tip:
    """The end of a stream, and what the next entry must cite."""

    study: str
    station: str
    epoch: int
    head: Head
    receipt: str
    keys: KeyDirectory

    def learn(self, wire: WireEntry, event: Event | None) -> None:
        """Move on by one entry."""
        self.head = Head(seq=wire.seq, hash=wire.hash)
        if isinstance(event, ReceiptRead):
            self.receipt = event.digest
        if event is not None:
            self.keys.learn(self.station, event)

    def extended(
        self, drafts: Sequence[Draft], *, author: Author, clock: Clock
    ) -> tuple[Tip, tuple[tuple[WireEntry, Header, Event], ...]]:
        """Return the tip after these drafts, and their signed entries; this tip stays as it is.

        Raises Refusal KEY_NOT_ENROLLED when the author may not sign here.
        """
        tip = Tip(self.study, self.station, self.epoch, self.head, self.receipt, self.keys.copy())
        entries = []
        for draft in drafts:
            if isinstance(draft.event, EpochStarted):  # it names the key that signs it: there is none before it
                tip.keys.learn(tip.station, draft.event)
            if tip.keys.public_key(author.user, author.key) is None:
                raise Refusal("KEY_NOT_ENROLLED", user=author.user)
            wire, header = _signed(tip, draft, author, clock)
            tip.learn(wire, draft.event)
            entries.append((wire, header, draft.event))
        return tip, tuple(entries)


def first_tip(study: str, station: str, epoch: int) -> Tip:
    """Return the tip of an empty stream."""
    return Tip(study, station, epoch, Head(seq=0, hash=FIRST_PREVIOUS), "", KeyDirectory())


def _signed(tip: Tip, draft: Draft, author: Author, clock: Clock) -> tuple[WireEntry, Header]:
    """Encode a draft once, salt, sign and hash it."""
    payload = codec.encode(draft.event)
    salt = secrets.token_bytes(SALT_BYTES)
    header = codec.header_of(
        draft,
        study=tip.study,
        station=tip.station,
        epoch=tip.epoch,
        seq=tip.head.seq + 1,
        previous=tip.head.hash,
        user=author.user,
        key=author.key,
        at=clock.now(),
        monotonic_ms=clock.monotonic_ms(),
        boot=clock.boot(),
        receipt=tip.receipt,
        version=__version__,
        payload_commitment=commitment(salt, payload),
    )
    encoded = codec.encode_header(header)
    signature = author.sign(signed_bytes(encoded))
    digest = entry_hash(encoded, signature)
    return WireEntry(header.seq, digest, encoded, signature, salt, payload), header
