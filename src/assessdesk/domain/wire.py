"""The exact bytes of an entry: how a header is read, how entries are hashed, chained and written on one line.

Only what a reader on paper would need: SHA-256, JSON and base64. It must not know keys, files or databases; whoever
checks signatures brings the checking function.
"""

from __future__ import annotations

import base64
import hashlib
import json
from dataclasses import dataclass

ENTRY_FORMAT = "assessdesk-entry/1"
FIRST_PREVIOUS = "0" * 64
HEADER_FIELDS = (
    "at",
    "base",
    "boot",
    "definition",
    "entity",
    "epoch",
    "field",
    "format",
    "key",
    "kind",
    "mono",
    "offset",
    "originator",
    "payload",
    "prev",
    "receipt",
    "seq",
    "station",
    "study",
    "user",
    "version",
)
SALT_BYTES = 16
SIGNATURE_BYTES = 64


class MalformedEntry(ValueError):
    """The bytes are not an entry of this format; the text says what is wrong."""


@dataclass(frozen=True, slots=True)
class WireEntry:
    """The exact bytes of an entry, as hashed, signed, stored and sent. `payload` is None where it was redacted."""

    seq: int
    hash: str
    header: bytes
    signature: bytes
    salt: bytes
    payload: bytes | None


@dataclass(frozen=True, slots=True)
class Header:
    """A header as read from its bytes; see docs/ledger-format.md."""

    at: str
    base: str
    boot: str
    definition: str
    entity: str
    epoch: int
    field: str
    format: str
    key: str
    kind: str
    mono: int
    offset: str
    originator: str
    payload: str
    prev: str
    receipt: str
    seq: int
    station: str
    study: str
    user: str
    version: str


_NUMBERS = frozenset({"epoch", "mono", "seq"})


def canonical(document: object) -> bytes:
    """Encode once: UTF-8 JSON, sorted keys, no spaces, no floats."""
    text = json.dumps(document, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False)
    return text.encode("utf-8")


def commitment(salt: bytes, payload: bytes) -> str:
    """Return the salted commitment to a payload, SHA-256(salt ‖ payload), as hex."""
    return hashlib.sha256(salt + payload).hexdigest()


def signed_bytes(header: bytes) -> bytes:
    """Return what the author signs: the format's name, a line end, the header."""
    return ENTRY_FORMAT.encode("ascii") + b"\n" + header


def entry_hash(header: bytes, signature: bytes) -> str:
    """Return the hash that chains entries: SHA-256(signed bytes ‖ signature), as hex."""
    return hashlib.sha256(signed_bytes(header) + signature).hexdigest()


def read_header(header: bytes) -> Header:
    """Read a header, refusing any missing, extra or mistyped field. Raises MalformedEntry."""
    try:
        document = json.loads(header.decode("utf-8"))
    except (ValueError, RecursionError) as error:
        raise MalformedEntry(f"the header is not JSON: {error}") from error
    if not isinstance(document, dict) or tuple(sorted(document)) != HEADER_FIELDS:
        raise MalformedEntry("the header does not hold exactly the fields of this format")
    for name, value in document.items():
        wanted = int if name in _NUMBERS else str
        if type(value) is not wanted:
            raise MalformedEntry(f"header field {name} is not {'a number' if wanted is int else 'text'}")
    if document["format"] != ENTRY_FORMAT:
        raise MalformedEntry(f"the header says format {document['format']!r}; this reader knows {ENTRY_FORMAT!r}")
    return Header(**document)


def encode_line(entry: WireEntry) -> bytes:
    """Write an entry on one line (without the line end), its header and payload as exact text."""
    document = {
        "h": entry.header.decode("utf-8"),
        "n": base64.b64encode(entry.salt).decode("ascii"),
        "p": None if entry.payload is None else entry.payload.decode("utf-8"),
        "s": base64.b64encode(entry.signature).decode("ascii"),
    }
    return canonical(document)


def decode_line(line: bytes) -> WireEntry:
    """Read one line back to exact bytes and compute its hash. Raises MalformedEntry."""
    try:
        document = json.loads(line.decode("utf-8"))
    except (ValueError, RecursionError) as error:
        raise MalformedEntry(f"the line is not JSON: {error}") from error
    if not isinstance(document, dict) or sorted(document) != ["h", "n", "p", "s"]:
        raise MalformedEntry("the line does not hold exactly h, n, p and s")
    header, payload = document["h"], document["p"]
    if not isinstance(header, str) or not (payload is None or isinstance(payload, str)):
        raise MalformedEntry("h and p must be text")
    signature, salt = _unpacked(document["s"], SIGNATURE_BYTES), _unpacked(document["n"], SALT_BYTES)
    header_bytes = _encoded(header)
    return WireEntry(
        seq=read_header(header_bytes).seq,
        hash=entry_hash(header_bytes, signature),
        header=header_bytes,
        signature=signature,
        salt=salt,
        payload=None if payload is None else _encoded(payload),
    )


def _encoded(text: str) -> bytes:
    """Return text as UTF-8 bytes; a lone surrogate, which JSON can spell, is not text."""
    try:
        return text.encode("utf-8")
    except UnicodeEncodeError as error:
        raise MalformedEntry(f"not text: {error.reason}") from error


def _unpacked(text: object, length: int) -> bytes:
    """Return base64 text as exactly `length` bytes."""
    try:
        data = base64.b64decode(text, validate=True) if isinstance(text, str) else b""
    except ValueError as error:
        raise MalformedEntry(f"not base64: {error}") from error
    if len(data) != length:
        raise MalformedEntry(f"expected {length} bytes in base64, found {len(data)}")
    return data


def fault_of(entry: WireEntry, *, expected_seq: int, previous: str) -> str | None:
    """Say what is wrong with an entry's place in its chain and with its commitment, or None."""
    try:
        header = read_header(entry.header)
    except MalformedEntry as error:
        return str(error)
    if header.seq != expected_seq:
        return f"entry {expected_seq} is missing or out of place: found {header.seq}"
    if header.prev != previous:
        return f"entry {header.seq} does not continue the entry before it"
    if entry.hash != entry_hash(entry.header, entry.signature):
        return f"entry {header.seq} was changed: its hash differs"
    if entry.payload is not None and header.payload != commitment(entry.salt, entry.payload):
        return f"entry {header.seq} was changed: its content differs from its commitment"
    return None
