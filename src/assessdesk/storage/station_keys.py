"""The station's own keys: an Ed25519 key that signs heads and packages, an age identity that opens receipts.

Both live inside the encrypted database only. This module must not know tables or files.
"""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from typing import BinaryIO

import pyrage
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from assessdesk.ports import Author, Refusal
from assessdesk.storage.chain import author_of

SEED_BYTES = 32


@dataclass(frozen=True, slots=True, repr=False)
class StationKeys:
    """The seed of the signing key and the age identity, as text, of one station."""

    seed: bytes
    identity: str

    @classmethod
    def fresh(cls) -> StationKeys:
        """Make new keys."""
        return cls(secrets.token_bytes(SEED_BYTES), str(pyrage.x25519.Identity.generate()))

    def author(self, station: str) -> Author:
        """Return the station as an author; its user code is its own name."""
        return author_of(station, self._signing_key())

    def public_key(self) -> str:
        """Return the signing key's public half as hex."""
        return self._signing_key().public_key().public_bytes_raw().hex()

    def recipient(self) -> str:
        """Return the age public key."""
        return str(self._identity().to_public())

    def open_sealed(self, sealed: bytes) -> bytes:
        """Open an age file. Raises Refusal NOT_FOR_THIS_STATION when it is damaged or sealed to others."""
        try:
            return bytes(pyrage.decrypt(sealed, [self._identity()]))
        except (pyrage.DecryptError, OSError) as error:
            raise Refusal("NOT_FOR_THIS_STATION") from error

    def open_sealed_stream(self, sealed: BinaryIO, opened: BinaryIO) -> None:
        """Open an age file piece by piece. Raises Refusal NOT_FOR_THIS_STATION; other errors of `opened` pass."""
        try:
            pyrage.decrypt_io(sealed, opened, [self._identity()])
        except pyrage.DecryptError as error:
            raise Refusal("NOT_FOR_THIS_STATION") from error
        except OSError as error:
            if error.errno is not None:  # the disk's own error, not age's "decryption error"
                raise
            raise Refusal("NOT_FOR_THIS_STATION") from error

    def _signing_key(self) -> Ed25519PrivateKey:
        return Ed25519PrivateKey.from_private_bytes(self.seed)

    def _identity(self) -> pyrage.x25519.Identity:
        return pyrage.x25519.Identity.from_str(self.identity)
