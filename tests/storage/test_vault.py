"""Boxes: opened by their readers alone, of one size inside, never the same bytes twice."""

from __future__ import annotations

import base64

import pyrage
import pytest

from assessdesk.ports import Refusal
from assessdesk.storage.keyslots import Identity
from assessdesk.storage.vault import BOX_BYTES, PersonVault

READER, STRANGER, CENTRAL = (pyrage.x25519.Identity.generate() for _ in range(3))
SLOTS = {"reader": str(READER.to_public()), "stranger": str(STRANGER.to_public())}


def vault(identity: pyrage.x25519.Identity) -> PersonVault:
    return PersonVault(lambda: SLOTS, Identity(bytes(32), str(identity)))


@pytest.mark.req("BLD-001")
def test_a_box_opens_for_its_readers_and_for_nobody_else() -> None:
    box = vault(STRANGER).seal("exercise", readers=("reader",), others=(str(CENTRAL.to_public()),))
    assert vault(READER).open(box) == "exercise"
    assert vault(CENTRAL).open(box) == "exercise"
    with pytest.raises(Refusal, match="NOT_A_READER"):
        vault(STRANGER).open(box)
    for damaged in ("", "no base64", box[:-8], base64.b64encode(b"age").decode()):
        with pytest.raises(Refusal, match="NOT_A_READER"):
            vault(READER).open(damaged)


@pytest.mark.req("BLD-002")
def test_what_is_in_a_box_has_one_size_and_its_bytes_never_repeat() -> None:
    boxes = [vault(READER).seal(arm, readers=("reader",)) for arm in ("a", "a", "a much longer name of a group")]
    insides = [pyrage.decrypt(base64.b64decode(box), [READER]) for box in boxes]
    assert {len(inside) for inside in insides} == {BOX_BYTES}
    assert len(set(boxes)) == 3
    with pytest.raises(ValueError, match="at most"):
        vault(READER).seal("x" * (BOX_BYTES + 1), readers=("reader",))


@pytest.mark.req("BLD-001")
def test_nothing_is_sealed_to_a_person_without_a_slot() -> None:
    with pytest.raises(Refusal, match="UNKNOWN_READER"):
        vault(READER).seal("exercise", readers=("reader", "nobody"))
