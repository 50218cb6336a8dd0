"""The forms of a receipt: what was once written is read for ever, and words about queries are held to their shape."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pyrage
import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from assessdesk.domain.wire import canonical
from assessdesk.exchange import receipt, sealing
from assessdesk.exchange.receipt import open_receipt
from assessdesk.exchange.signatures import public_hex
from assessdesk.ports import Refusal
from tests.vectors.make_receipts import HERE, TOLD, WORDS, sealed_line

EXPECTED = json.loads((HERE / "expected.json").read_text(encoding="utf-8"))
IDENTITY = sealing.identity_from((HERE / "station.txt").read_text(encoding="ascii"))


def opened(name: str) -> bytes:
    return bytes(pyrage.decrypt((HERE / f"{name}.age").read_bytes(), [IDENTITY]))


@pytest.mark.req("PKG-020")
@pytest.mark.parametrize("name", ["form-1", "form-2"])
def test_both_forms_are_read(name: str) -> None:
    told = open_receipt(opened(name), central_signing_key=EXPECTED["central_key"])
    assert opened(name).split(b"\n")[0].decode() == EXPECTED[name]["line"]
    assert len(told.queries) == EXPECTED[name]["words"]
    assert (told.number, told.held_seq, told.quarantined) == (TOLD.number, TOLD.held_seq, TOLD.quarantined)
    assert told.queries in {(), WORDS}
    assert told.digest == receipt.digest_of(opened(name).split(b"\n")[0])


@pytest.mark.req("PKG-020")
def test_a_newer_form_says_so_and_a_form_signed_as_another_is_not_believed() -> None:
    with pytest.raises(Refusal, match="RECEIPT_NEWER"):
        open_receipt(opened("form-3"), central_signing_key=EXPECTED["central_key"])
    line, signature, end = opened("form-1").split(b"\n")
    relabelled = line.replace(b"assessdesk-receipt/1", b"assessdesk-receipt/3")
    with pytest.raises(Refusal, match="RECEIPT_SIGNATURE"):
        open_receipt(b"\n".join([relabelled, signature, end]), central_signing_key=EXPECTED["central_key"])


@pytest.mark.req("PKG-020")
def test_every_vector_is_listed() -> None:
    assert {path.stem for path in Path(HERE).glob("*.age")} == {"form-1", "form-2", *EXPECTED["refused"]}


def _without(document: dict[str, Any], name: str) -> None:
    del document["queries"][0][name]


SPOILT: dict[str, Callable[[dict[str, Any]], object]] = {
    "no list": lambda document: document.update(queries={}),
    "missing": lambda document: document.pop("queries"),
    "no word": lambda document: document.update(queries=["raised"]),
    "a field less": lambda document: _without(document, "slot"),
    "a field more": lambda document: document["queries"][0].update(arm="A"),
    "an unknown act": lambda document: document["queries"][0].update(act="deleted"),
    "a number as text": lambda document: document["queries"][0].update(number="1"),
    "true for a number": lambda document: document["queries"][0].update(number=True),
    "raised twice": lambda document: document["queries"][1].update(act="raised"),
    "closed first": lambda document: document["queries"][0].update(act="closed"),
    "no name": lambda document: document["queries"][0].update(query=""),
    "a number for text": lambda document: document["queries"][0].update(text=5),
}


@pytest.mark.req("PKG-020")
@pytest.mark.parametrize("how", sorted(SPOILT))
def test_words_of_another_shape_are_refused(how: str) -> None:
    document = json.loads(EXPECTED["form-2"]["line"])
    SPOILT[how](document)
    key = Ed25519PrivateKey.generate()
    sealed = sealed_line(canonical(document), receipt.RECEIPT_FORMAT, key, sealing.recipient_of(IDENTITY))
    with pytest.raises(Refusal, match="RECEIPT_MALFORMED"):
        open_receipt(pyrage.decrypt(sealed, [IDENTITY]), central_signing_key=public_hex(key))
