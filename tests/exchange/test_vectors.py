"""The frozen packages: what was once written is read for ever, and each attack is refused by its name."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from assessdesk.exchange import sealing
from assessdesk.exchange.cards import read_station_card
from assessdesk.exchange.central_desk import FileDesk, make_keys
from assessdesk.exchange.package import PackageReader
from assessdesk.exchange.signatures import is_signed
from assessdesk.ports import Refusal
from tests.exchange.packing import plain_lines, read_all

VECTORS = Path(__file__).resolve().parents[1] / "vectors" / "packages"
EXPECTED = json.loads((VECTORS / "expected.json").read_text(encoding="utf-8"))
CARD = read_station_card((VECTORS / "station-card.json").read_bytes())
IDENTITY = sealing.identity_from((VECTORS / "central.txt").read_text(encoding="ascii"))
AT_CENTRAL = {"STATION_UNKNOWN", "PACKAGE_GAP"}


@pytest.mark.req("PKG-009")
def test_the_whole_package_is_read() -> None:
    assert read_all(VECTORS / "whole.age", IDENTITY, CARD) == EXPECTED["entries"] == 6
    assert plain_lines(VECTORS / "whole.age", IDENTITY)[0].decode() == EXPECTED["manifest"]


@pytest.mark.req("PKG-009", "PKG-006", "PKG-008")
@pytest.mark.parametrize("name", sorted(EXPECTED["refused"]))
def test_each_attack_is_refused(name: str) -> None:
    code = EXPECTED["refused"][name]
    if code in AT_CENTRAL:  # whole in themselves; only central's tables can tell (tests/central)
        with PackageReader(IDENTITY).open(VECTORS / f"{name}.age") as package:
            assert sum(1 for _ in package.entries()) == package.manifest.entries
            assert is_signed(CARD.signing_key, b"", b"") is False
        return
    with pytest.raises(Refusal, match=code):
        read_all(VECTORS / f"{name}.age", IDENTITY, CARD)


@pytest.mark.req("PKG-009")
def test_every_vector_is_listed() -> None:
    files = {path.stem for path in VECTORS.glob("*.age")}
    assert files == {"whole", *EXPECTED["refused"]}


@pytest.mark.req("CEN-003")
def test_half_written_and_hidden_files_are_not_packages(tmp_path: Path) -> None:
    keys = make_keys(tmp_path / "keys")
    inbox = tmp_path / "in"
    inbox.mkdir()
    for name in ("b.age", "a.age", ".c.age.part", ".d.age", "e.txt"):
        (inbox / name).write_bytes(b"x")
    desk = FileDesk([inbox, inbox / "a.age"], keys, quarantine=tmp_path / "q", receipts=tmp_path / "r")
    assert [file.name for file in desk.find()] == ["a.age", "b.age"]
    missing = FileDesk([inbox / "none.age"], keys, quarantine=tmp_path / "q", receipts=tmp_path / "r")
    with pytest.raises(Refusal, match="NO_SUCH_FILE"):
        missing.find()
