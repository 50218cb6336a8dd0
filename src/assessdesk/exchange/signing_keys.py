"""A person's or site's own Ed25519 signing key in a file, as `openssl genpkey -algorithm ed25519` writes it.

It must not know what is signed with it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    load_pem_private_key,
)

from assessdesk.exchange import sealing, signatures
from assessdesk.ports import Refusal

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


def new_signing_key(path: Path) -> str:
    """Write a new key that only its owner can read, and return its public half as hex. Raises Refusal."""
    key = Ed25519PrivateKey.generate()
    sealing.write_private(path, key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()))
    return signatures.public_hex(key)


def signing_key(path: Path) -> tuple[str, Callable[[bytes], bytes]]:
    """Return the public half (hex) and the signing act of the key in a file. Raises Refusal."""
    try:
        content = path.read_bytes()
    except OSError as error:
        raise Refusal("FILE_UNREADABLE", file=path, why=error.strerror or error) from error
    try:
        key = load_pem_private_key(content, password=None)
    except (ValueError, TypeError) as error:
        raise Refusal("SIGNING_KEY_DAMAGED", file=path) from error
    if not isinstance(key, Ed25519PrivateKey):
        raise Refusal("SIGNING_KEY_DAMAGED", file=path)
    return signatures.public_hex(key), signatures.signer(key)
