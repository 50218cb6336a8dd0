"""Makes the frozen packages in tests/vectors/packages: run once by hand, `python -m tests.vectors.make_packages`.

age draws fresh randomness, so running it again makes other bytes of the same meaning; commit them only together
with a reason. Uses the program itself and no outside tool.
"""

from __future__ import annotations

import json
import sys
import tempfile
from pathlib import Path

import pyrage

from assessdesk.exchange import sealing
from assessdesk.exchange.cards import station_card
from tests.exchange.packing import Desk, desk, manifest_document, plain_lines, seal, sealed_lines, signed_lines

HERE = Path(__file__).parent / "packages"


def _attacks(station: Desk, whole: bytes, lines: list[bytes]) -> dict[str, tuple[bytes, str]]:
    """Return hostile files by name, with the code that refuses each."""
    stranger = desk(station="S09-Z", central=station.central)
    place = len(lines) - 1
    changed = lines[place].replace(b"1950", b"1951")
    newer, entries = manifest_document(station, first=1, last=6, minimum_reader=2)
    gap, later = manifest_document(station, first=4, last=6)
    forged = desk(station="S01-A", central=station.central)
    document, own = manifest_document(station, first=1, last=6)
    foreign, foreign_entries = manifest_document(stranger, first=1, last=2)
    to_nobody_here = pyrage.x25519.Identity.generate()
    me = station.central
    flipped = bytearray(whole)
    flipped[len(whole) // 2] ^= 0x01
    return {
        "truncated": (whole[: len(whole) * 2 // 3], "PACKAGE_DAMAGED"),
        "bit-flipped": (bytes(flipped), "PACKAGE_DAMAGED"),
        "wrong-key": (sealed_lines(lines, to_nobody_here), "PACKAGE_WRONG_KEY"),
        "tampered": (sealed_lines([*lines[:place], changed, *lines[place + 1 :]], me), "PACKAGE_CHAIN"),
        "wrong-signature": (sealed_lines(signed_lines(forged, document, own), me), "PACKAGE_SIGNATURE"),
        "unknown-station": (sealed_lines(signed_lines(stranger, foreign, foreign_entries), me), "STATION_UNKNOWN"),
        "newer": (sealed_lines(signed_lines(station, newer, entries), me), "PACKAGE_NEWER"),
        "gap": (sealed_lines(signed_lines(station, gap, later), me), "PACKAGE_GAP"),
        "not-zstd": (seal(b"\n".join(lines) + b"\n", me), "PACKAGE_MALFORMED"),
    }


def main() -> int:
    """Write all vectors and the list of what each must lead to."""
    HERE.mkdir(exist_ok=True)
    key_file = HERE / "central.txt"
    key_file.unlink(missing_ok=True)
    sealing.new_identity(key_file)
    key_file.chmod(0o644)
    station = desk(central=sealing.identity_from(key_file.read_text(encoding="ascii")))
    station.enrol(4)
    with tempfile.TemporaryDirectory() as folder:
        whole = station.export(Path(folder))
        content = whole.path.read_bytes()
        lines = plain_lines(whole.path, station.central)
    (HERE / "whole.age").write_bytes(content)
    (HERE / "station-card.json").write_bytes(station_card(station.ledger, site="S01"))
    (HERE / "station-key.hex").write_text(station.ledger.station_public_key() + "\n", encoding="ascii")
    attacks = _attacks(station, content, lines)
    for name, (attack, _code) in attacks.items():
        (HERE / f"{name}.age").write_bytes(attack)
    expected = {
        "manifest": lines[0].decode(),
        "entries": whole.manifest.entries,
        "refused": {name: code for name, (_attack, code) in attacks.items()},
    }
    (HERE / "expected.json").write_text(json.dumps(expected, indent=2) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
