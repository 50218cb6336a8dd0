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
from dataclasses import asdict, fields
from typing import TYPE_CHECKING, Any

from assessdesk.domain.wire import canonical
from assessdesk.exchange import sealing, signatures
from assessdesk.ports import QueryWord, Receipt, Refusal

if TYPE_CHECKING:
    from collections.abc import Callable

RECEIPT_FORMAT = "assessdesk-receipt/2"
OLDER_FORMAT = "assessdesk-receipt/1"
FAMILY = "assessdesk-receipt/"
QUERIES = "queries"
ACTS = frozenset({"raised", "closed", "reopened"})
_TEXTS = ("study", "station", "head", "central_time")
_NUMBERS = ("number", "epoch", "held_seq")
_LISTS = ("accepted", "quarantined")
_WORD = tuple(field.name for field in fields(QueryWord))
_LARGEST = 2**53 - 1
_HASH = re.compile(r"[0-9a-f]{64}")


def receipt_name(receipt: Receipt) -> str:
    """Return the file's name, made of our own ids only: S01-A-e1-r000001.age."""
    return f"{receipt.station}-e{receipt.epoch}-r{receipt.number:06d}.age"


def encode_receipt(receipt: Receipt) -> bytes:
    """Write the first line, without its end. The digest is of this line and so not in it."""
    document: dict[str, object] = {"format": RECEIPT_FORMAT}
    for field in fields(Receipt):
        if field.name not in {"digest", QUERIES}:
            document[field.name] = getattr(receipt, field.name)
    document[QUERIES] = [asdict(word) for word in receipt.queries]
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
    """Read the two lines of an opened receipt, in today's form or the one before it.

    Raises Refusal: wrong signature, malformed, newer.
    """
    lines = opened.split(b"\n")
    if len(lines) != 3 or lines[2]:  # noqa: PLR2004 (two lines with their ends)
        raise Refusal("RECEIPT_MALFORMED")
    try:
        signature = base64.b64decode(lines[1], validate=True)
        document = json.loads(lines[0].decode("utf-8"))
        whole = canonical(document) == lines[0]
    except (ValueError, RecursionError) as error:
        raise Refusal("RECEIPT_MALFORMED") from error
    form = document.pop("format", None) if isinstance(document, dict) else None
    # The signature covers the form's name, so a form is believed only when it was signed as that form.
    stamp = form if isinstance(form, str) and form.startswith(FAMILY) and form.isascii() else RECEIPT_FORMAT
    if not signatures.is_signed(central_signing_key, signature, signatures.stamped(stamp, lines[0])):
        raise Refusal("RECEIPT_SIGNATURE")
    if form not in {RECEIPT_FORMAT, OLDER_FORMAT}:
        raise Refusal("RECEIPT_NEWER")
    words = document.pop(QUERIES, None) if form == RECEIPT_FORMAT else []
    if not whole or not _is_shaped(document) or not _are_words(words):
        raise Refusal("RECEIPT_MALFORMED")
    checked: dict[str, Any] = {**document, **{name: tuple(document[name]) for name in _LISTS}}
    return Receipt(**checked, queries=tuple(QueryWord(**word) for word in words), digest=digest_of(lines[0]))


def _are_words(words: object) -> bool:
    """Say whether a list holds only what central may say about queries, each with exactly its fields."""
    return isinstance(words, list) and all(_is_word(word) for word in words)


def _is_word(word: object) -> bool:
    return (
        isinstance(word, dict)
        and set(word) == set(_WORD)
        and type(word["number"]) is int
        and 1 <= word["number"] <= _LARGEST
        and all(isinstance(word[name], str) for name in _WORD if name != "number")
        and word["act"] in ACTS
        and (word["act"] == "raised") == (word["number"] == 1)
        and bool(word["query"])
    )


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
