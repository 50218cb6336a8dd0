"""Receipts and cards: believed only from the right signer, for the right station, and never on their own word."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from assessdesk.domain.events import ReceiptRead
from assessdesk.exchange.cards import CentralCard, central_card, read_central_card, read_station_card, station_card
from assessdesk.exchange.central_desk import CARD_FILE, make_keys, read_keys, write_card
from assessdesk.exchange.package import AgePacker
from assessdesk.exchange.receipt import receipt_name, seal_receipt
from assessdesk.exchange.signatures import public_hex
from assessdesk.ports import Receipt, Refusal
from assessdesk.services.export import read_receipt
from tests.exchange.packing import STUDY, Desk, desk

CENTRAL = Ed25519PrivateKey.generate()


@pytest.fixture
def station() -> Desk:
    made = desk(signing_key=public_hex(CENTRAL))
    made.enrol(3)
    return made


def receipt(station: Desk, *, seq: int = 4, number: int = 1) -> Receipt:
    return Receipt(
        number=number,
        study=STUDY,
        station="S01-A",
        epoch=1,
        held_seq=seq,
        head=next(station.ledger.wire(first=seq, last=seq)).hash if seq else "0" * 64,
        central_time="2026-11-21T03:00:00.000+00:00",
        accepted=("S01-A-e1-000001",),
        quarantined=("x.age: 잘렸습니다",),
        digest="",
    )


def sealed(station: Desk, told: Receipt, key: Ed25519PrivateKey = CENTRAL) -> bytes:
    return seal_receipt(told, sign=key.sign, recipient=station.ledger.station_recipient())


@pytest.mark.req("PKG-011", "EXP-003")
def test_a_receipt_becomes_an_entry_once(station: Desk) -> None:
    told = receipt(station)
    assert receipt_name(told) == "S01-A-e1-r000001.age"
    content = sealed(station, told)
    read = read_receipt(station.ledger, AgePacker(), content, author=station.author)
    assert replace(read, digest="") == told
    *_, last = station.ledger.entries()
    assert isinstance(last.event, ReceiptRead)
    assert (last.event.digest, last.event.held_seq) == (read.digest, 4)
    head = station.ledger.head()
    assert read_receipt(station.ledger, AgePacker(), content, author=station.author) == read
    assert station.ledger.head() == head


@pytest.mark.req("PKG-011")
@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"station": "S01-B"}, "RECEIPT_OTHER_STATION"),
        ({"epoch": 2}, "RECEIPT_OTHER_STATION"),
        ({"study": "other"}, "RECEIPT_OTHER_STATION"),
        ({"head": "1" * 64}, "RECEIPT_FORK"),
        ({"held_seq": 99}, "RECEIPT_FORK"),
        ({"held_seq": 3}, "RECEIPT_FORK"),
        ({"head": "no hash"}, "RECEIPT_MALFORMED"),
        ({"number": -1}, "RECEIPT_MALFORMED"),
    ],
)
def test_a_receipt_that_does_not_fit_is_refused(station: Desk, changes: dict[str, object], code: str) -> None:
    content = sealed(station, replace(receipt(station), **changes))  # type: ignore[arg-type] # any field, any value
    head = station.ledger.head()
    with pytest.raises(Refusal, match=code):
        read_receipt(station.ledger, AgePacker(), content, author=station.author)
    assert station.ledger.head() == head


@pytest.mark.req("PKG-011")
def test_only_our_central_is_believed(station: Desk) -> None:
    stranger = sealed(station, receipt(station), Ed25519PrivateKey.generate())
    with pytest.raises(Refusal, match="RECEIPT_SIGNATURE"):
        read_receipt(station.ledger, AgePacker(), stranger, author=station.author)
    whole = sealed(station, receipt(station))
    for content in (b"", whole[:-1], whole + b"x", b"{}\n", sealed(desk(), receipt(station))):
        with pytest.raises(Refusal, match="NOT_FOR_THIS_STATION"):
            read_receipt(station.ledger, AgePacker(), content, author=station.author)


@pytest.mark.req("EXP-004")
def test_an_older_receipt_does_not_replace_a_newer_one(station: Desk) -> None:
    older, newer = sealed(station, receipt(station, seq=2)), sealed(station, receipt(station, seq=5, number=2))
    read_receipt(station.ledger, AgePacker(), newer, author=station.author)
    with pytest.raises(Refusal, match="RECEIPT_OLD"):
        read_receipt(station.ledger, AgePacker(), older, author=station.author)
    other = sealed(station, receipt(station, seq=1, number=2))
    with pytest.raises(Refusal, match="RECEIPT_OLD"):
        read_receipt(station.ledger, AgePacker(), other, author=station.author)


@pytest.mark.req("PKG-012")
def test_cards_are_read_back(station: Desk, tmp_path: Path) -> None:
    card = read_station_card(station_card(station.ledger, site="S01"))
    assert (card.study, card.station, card.epoch, card.site) == (STUDY, "S01-A", 1, "S01")
    assert card.age_recipient == station.ledger.station_recipient()
    assert len(card.fingerprint) == 19
    keys = make_keys(tmp_path)
    made = write_card(tmp_path, keys, study=STUDY)
    assert read_central_card((tmp_path / CARD_FILE).read_bytes()) == made


@pytest.mark.req("PKG-012")
def test_a_changed_card_is_refused(station: Desk) -> None:
    whole = station_card(station.ledger, site="S01")
    document = json.loads(whole)
    for name, value in document.items():
        other = desk()
        changed = {
            "signing_key": other.ledger.station_public_key(),
            "age_recipient": other.ledger.station_recipient(),
            "epoch": 2,
        }.get(name, f"{value}x")
        with pytest.raises(Refusal, match="CARD_INVALID"):
            read_station_card(json.dumps({**document, name: changed}).encode())
    hostile = (b"", b"null", b"[" * 10_000, b"\xff", whole[:-20], b"{" + b" " * 20_000 + whole[1:])
    for content in (*hostile, central_card(_central(), sign=CENTRAL.sign)):
        with pytest.raises(Refusal, match="CARD_INVALID"):
            read_station_card(content)
    with pytest.raises(Refusal, match="CARD_INVALID"):
        read_central_card(whole)


def _central() -> CentralCard:
    return CentralCard(study=STUDY, signing_key=public_hex(CENTRAL), age_recipient=str(desk().central.to_public()))


@pytest.mark.req("CEN-002")
def test_central_keys_are_private_kept_and_missed(tmp_path: Path) -> None:
    keys = make_keys(tmp_path / "keys")
    assert make_keys(tmp_path / "keys").public_key == keys.public_key
    for name in ("central.txt", "signing.key"):
        file = tmp_path / "keys" / name
        assert file.stat().st_mode & 0o077 == 0
        content = file.read_bytes()
        file.write_bytes(b"AGE-SECRET-KEY-1NONSENSE\n")
        with pytest.raises(Refusal, match="CENTRAL_KEY_DAMAGED"):
            read_keys(tmp_path / "keys")
        file.unlink()
        with pytest.raises(Refusal, match="CENTRAL_KEY_MISSING"):
            read_keys(tmp_path / "keys")
        with pytest.raises(Refusal, match="CENTRAL_KEY_MISSING"):
            make_keys(tmp_path / "keys")
        file.write_bytes(content)
    assert read_keys(tmp_path / "keys").public_key == keys.public_key
