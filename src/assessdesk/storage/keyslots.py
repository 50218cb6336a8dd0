"""A person's key slot: signing seed and age identity under a passphrase, and the database key sealed to that identity.

Because the database key is sealed to a public key, the database can be re-keyed for everyone without anyone else's
passphrase (docs/adr/0010-slots-wrap-identities.md). It must not know the database or the folder.
"""

from __future__ import annotations

import base64
import binascii
import secrets
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

import pyrage
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

from assessdesk.domain.wire import canonical
from assessdesk.ports import Author, Refusal, StationFacts
from assessdesk.storage import passphrases
from assessdesk.storage.chain import author_of
from assessdesk.storage.passphrases import Cost

SLOT_FORMAT = 1
SEED_BYTES = 32
NONCE_BYTES = 12
_FIELDS = frozenset(
    {"format", "user", "station", "epoch", "signing_key", "recipient", "kdf", "cipher", "nonce", "sealed", "keys"}
)
_KDF_FIELDS = frozenset({"name", "version", "memory_kib", "passes", "lanes", "salt"})
_ARGON2_VERSION = 19


class WrongPassphrase(Exception):
    """The passphrase does not open the slot."""


@dataclass(frozen=True, slots=True, repr=False)
class Identity:
    """What a slot protects: the person's signing seed and age identity."""

    seed: bytes
    age: str

    def author(self, user: str) -> Author:
        """Return the person as an author."""
        return author_of(user, Ed25519PrivateKey.from_private_bytes(self.seed))

    def signing_key(self) -> str:
        """Return the public signing key as hex."""
        return Ed25519PrivateKey.from_private_bytes(self.seed).public_key().public_bytes_raw().hex()

    def open_key(self, sealed: bytes) -> bytes | None:
        """Open a sealed database key, or return None when it is not for this person."""
        try:
            return bytes(pyrage.decrypt(sealed, [pyrage.x25519.Identity.from_str(self.age)]))
        except (pyrage.DecryptError, OSError):
            return None


@dataclass(frozen=True, slots=True)
class Slot:
    """A slot file. `keys` holds one sealed database key, two while the database is being re-keyed (old, new)."""

    user: str
    station: str
    epoch: int
    signing_key: str
    recipient: str
    cost: Cost
    salt: bytes
    nonce: bytes
    sealed: bytes
    keys: tuple[bytes, ...]

    def open(self, passphrase: str) -> Identity:
        """Return the identity. Raises WrongPassphrase, also when the slot was exchanged for another's."""
        key = passphrases.derive(passphrase, self.salt, self.cost)
        try:
            opened = ChaCha20Poly1305(key).decrypt(self.nonce, self.sealed, self.associated())
        except InvalidTag as error:
            raise WrongPassphrase from error
        return Identity(opened[:SEED_BYTES], opened[SEED_BYTES:].decode("ascii"))

    def with_keys(self, *keys: bytes) -> Slot:
        """Return the slot with these database keys, each sealed to the recipient by the caller."""
        return replace(self, keys=keys)

    def associated(self) -> bytes:
        """Return what the seal binds beside its content: format, user, station, epoch and the public halves."""
        return canonical(
            {
                "epoch": self.epoch,
                "format": SLOT_FORMAT,
                "recipient": self.recipient,
                "signing_key": self.signing_key,
                "station": self.station,
                "user": self.user,
            }
        )


def new_slot(user: str, passphrase: str, *, facts: StationFacts, cost: Cost) -> tuple[Slot, Identity]:
    """Make fresh keys for a person and a slot without a database key. Raises Refusal for a weak passphrase."""
    passphrases.refuse_weak(passphrase, user)
    age = pyrage.x25519.Identity.generate()
    identity = Identity(secrets.token_bytes(SEED_BYTES), str(age))
    salt, nonce = secrets.token_bytes(passphrases.SALT_BYTES), secrets.token_bytes(NONCE_BYTES)
    slot = Slot(
        user=user,
        station=facts.station,
        epoch=facts.epoch,
        signing_key=identity.signing_key(),
        recipient=str(age.to_public()),
        cost=cost,
        salt=salt,
        nonce=nonce,
        sealed=b"",
        keys=(),
    )
    key = passphrases.derive(passphrase, salt, cost)
    sealed = ChaCha20Poly1305(key).encrypt(nonce, identity.seed + identity.age.encode("ascii"), slot.associated())
    return replace(slot, sealed=sealed), identity


def seal_key(key: bytes, recipient: str) -> bytes:
    """Seal the database key to a person's age public key."""
    return bytes(pyrage.encrypt(key, [pyrage.x25519.Recipient.from_str(recipient)]))


def to_document(slot: Slot) -> Mapping[str, object]:
    """Return a slot as it stands in its file."""
    return {
        "format": SLOT_FORMAT,
        "user": slot.user,
        "station": slot.station,
        "epoch": slot.epoch,
        "signing_key": slot.signing_key,
        "recipient": slot.recipient,
        "kdf": {
            "name": "argon2id",
            "version": _ARGON2_VERSION,
            "memory_kib": slot.cost.memory_kib,
            "passes": slot.cost.passes,
            "lanes": slot.cost.lanes,
            "salt": _text(slot.salt),
        },
        "cipher": "chacha20-poly1305",
        "nonce": _text(slot.nonce),
        "sealed": _text(slot.sealed),
        "keys": [_text(key) for key in slot.keys],
    }


def from_document(document: Mapping[str, Any], *, facts: StationFacts, user: str, file: str) -> Slot:
    """Read a slot file. Raises Refusal DAMAGED_SLOT, NEWER_SLOT or WEAK_SLOT."""
    if isinstance(document.get("format"), int) and document["format"] > SLOT_FORMAT:
        raise Refusal("NEWER_SLOT", file=file, found=document["format"], known=SLOT_FORMAT)
    try:
        slot = _slot(document)
    except (KeyError, TypeError, ValueError) as error:
        raise Refusal("DAMAGED_SLOT", file=file) from error
    if (slot.user, slot.station, slot.epoch) != (user, facts.station, facts.epoch):
        raise Refusal("DAMAGED_SLOT", file=file)
    if not slot.cost.is_acceptable():
        raise Refusal("WEAK_SLOT", file=file, memory_kib=slot.cost.memory_kib, passes=slot.cost.passes)
    return slot


def _slot(document: Mapping[str, Any]) -> Slot:
    """Read the fields, refusing any unknown or missing one by ValueError."""
    kdf = document["kdf"]
    if document.keys() != _FIELDS or kdf.keys() != _KDF_FIELDS:
        raise ValueError("not exactly the fields of a slot")
    fixed = (document["format"], document["cipher"], kdf["name"], kdf["version"])
    if fixed != (SLOT_FORMAT, "chacha20-poly1305", "argon2id", _ARGON2_VERSION):
        raise ValueError("not the forms of this format")
    slot = Slot(
        user=_str(document["user"]),
        station=_str(document["station"]),
        epoch=_int(document["epoch"]),
        signing_key=_str(document["signing_key"]),
        recipient=_str(document["recipient"]),
        cost=Cost(_int(kdf["memory_kib"]), _int(kdf["passes"]), _int(kdf["lanes"])),
        salt=_bytes(kdf["salt"]),
        nonce=_bytes(document["nonce"]),
        sealed=_bytes(document["sealed"]),
        keys=tuple(_bytes(key) for key in document["keys"]),
    )
    if len(slot.salt) != passphrases.SALT_BYTES or len(slot.nonce) != NONCE_BYTES or not slot.keys:
        raise ValueError("a part has the wrong length")
    return slot


def _str(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError("not text")
    return value


def _int(value: object) -> int:
    if type(value) is not int:
        raise TypeError("not a whole number")
    return value


def _text(data: bytes) -> str:
    return base64.b64encode(data).decode("ascii")


def _bytes(text: object) -> bytes:
    try:
        return base64.b64decode(_str(text), validate=True)
    except binascii.Error as error:
        raise ValueError("not base64") from error
