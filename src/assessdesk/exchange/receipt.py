"""Receipts: central's signed word on what it holds of one stream, sealed to the station.

Two lines, like the beginning of a package: canonical JSON and a base64 signature. Who asks for a receipt and what
follows from it is not known here.
"""

from __future__ import annotations

import base64
import hashlib
import io
import json
import re
from dataclasses import fields
from typing import TYPE_CHECKING, Any

from assessdesk.domain.wire import canonical
from assessdesk.exchange import sealing, signatures
from assessdesk.ports import Receipt, Refusal

if TYPE_CHECKING:
    from collections.abc import Callable

RECEIPT_FORMAT = "assessdesk-receipt/1"
_TEXTS = ("study", "station", "head", "central_time")
_NUMBERS = ("number", "epoch", "held_seq")
_LISTS = ("accepted", "quarantined")
_LARGEST = 2**53 - 1
_HASH = re.compile(r"[0-9a-f]{64}")


def receipt_name(receipt: Receipt) -> str:
    """Return the file's name, made of our own ids only: S01-A-e1-r000001.age."""
    return f"{receipt.station}-e{receipt.epoch}-r{receipt.number:06d}.age"


def encode_receipt(receipt: Receipt) -> bytes:
    """Write the first line, without its end. The digest is of this line and so not in it."""
    document: dict[str, object] = {"format": RECEIPT_FORMAT}
    for field in fields(Receipt):
        if field.name != "digest":
            document[field.name] = getattr(receipt, field.name)
    return canonical(document)


def digest_of(line: bytes) -> str:
    """Return the digest by which a ledger remembers a receipt."""
    return hashlib.sha256(line).hexdigest()


def seal_receipt(receipt: Receipt, *, sign: Callable[[bytes], bytes], recipient: str) -> bytes:
    """Sign and seal a receipt to a station. Raises Refusal for a bad recipient."""
    line = encode_receipt(receipt)
    signature = base64.b64encode(sign(signatures.stamped(RECEIPT_FORMAT, line)))
    sealed = io.BytesIO()
    sealing.seal(io.BytesIO(line + b"\n" + signature + b"\n"), sealed, (recipient,))
    return sealed.getvalue()


def open_receipt(opened: bytes, *, central_signing_key: str) -> Receipt:
    """Read the two lines of an opened receipt. Raises Refusal: wrong signature, malformed, newer."""
    lines = opened.split(b"\n")
    if len(lines) != 3 or lines[2]:  # noqa: PLR2004 (two lines with their ends)
        raise Refusal("RECEIPT_MALFORMED")
    try:
        signature = base64.b64decode(lines[1], validate=True)
        document = json.loads(lines[0].decode("utf-8"))
        whole = canonical(document) == lines[0]
    except (ValueError, RecursionError) as error:
        raise Refusal("RECEIPT_MALFORMED") from error
    if not signatures.is_signed(central_signing_key, signature, signatures.stamped(RECEIPT_FORMAT, lines[0])):
        raise Refusal("RECEIPT_SIGNATURE")
    if not isinstance(document, dict) or document.pop("format", None) != RECEIPT_FORMAT:
        raise Refusal("RECEIPT_NEWER")
    if not whole or not _is_shaped(document):
        raise Refusal("RECEIPT_MALFORMED")
    checked: dict[str, Any] = {**document, **{name: tuple(document[name]) for name in _LISTS}}
    return Receipt(**checked, digest=digest_of(lines[0]))


def _is_shaped(document: dict[str, object]) -> bool:
    """Say whether the document has exactly the fields of a receipt, each of its type."""
    if set(document) != {*_TEXTS, *_NUMBERS, *_LISTS}:
        return False
    texts = [document[name] for name in _TEXTS]
    for name in _LISTS:
        found = document[name]
        if not isinstance(found, list):
            return False
        texts.extend(found)
    numbers = [document[name] for name in _NUMBERS]
    return (
        all(isinstance(text, str) for text in texts)
        and all(type(number) is int and 0 <= number <= _LARGEST for number in numbers)
        and _HASH.fullmatch(str(document["head"])) is not None
    )
