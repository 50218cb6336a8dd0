"""Ed25519 as packages, receipts and cards use it: raw 32-byte public keys written as hex, 64-byte signatures.

It knows the crypto library and nothing of what is signed. A signature covers the name of a format, a line end and
the document, so that a signature over one kind of document can never pass for one over another.
"""

from __future__ import annotations

import hashlib
import re
from functools import lru_cache
from typing import TYPE_CHECKING

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

if TYPE_CHECKING:
    from collections.abc import Callable

_PUBLIC_KEY = re.compile(r"[0-9a-f]{64}")
SIGNATURE_BYTES = 64
FINGERPRINT_DIGITS = 16
GROUP = 4


def stamped(form: str, document: bytes) -> bytes:
    """Return what is signed: the format's name, a line end, the document."""
    return form.encode("ascii") + b"\n" + document


def public_hex(key: Ed25519PrivateKey) -> str:
    """Return the raw public key of a private key as 64 hex digits."""
    return key.public_key().public_bytes_raw().hex()


def signer(key: Ed25519PrivateKey) -> Callable[[bytes], bytes]:
    """Return the signing act of a private key."""
    return key.sign


def is_public_key(text: str) -> bool:
    """Say whether text is 64 lower-case hex digits, the only way a public key is written."""
    return _PUBLIC_KEY.fullmatch(text) is not None


def is_signed(public_key: str, signature: bytes, message: bytes) -> bool:
    """Say whether `signature` over `message` was made with the key whose public half is `public_key` (hex)."""
    if not is_public_key(public_key) or len(signature) != SIGNATURE_BYTES:
        return False
    try:
        _loaded(public_key).verify(signature, message)
    except (InvalidSignature, ValueError):
        return False
    return True


@lru_cache(maxsize=64)
def _loaded(public_key: str) -> Ed25519PublicKey:
    """Return a key ready for use; one person signs thousands of entries in a row."""
    return Ed25519PublicKey.from_public_bytes(bytes.fromhex(public_key))


def fingerprint(public_key: str) -> str:
    """Return what two people read to each other: the first 64 bits of the key's SHA-256 in four groups."""
    digits = hashlib.sha256(bytes.fromhex(public_key)).hexdigest()[:FINGERPRINT_DIGITS].upper()
    return " ".join(digits[i : i + GROUP] for i in range(0, FINGERPRINT_DIGITS, GROUP))
