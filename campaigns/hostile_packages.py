"""Hostile packages (C7): mutants of a whole package must all be refused with a code, never crash, never be accepted.

An attacker may change any byte of a file, and knows central's public key, so may also seal new files; what he does
not have is the station's signing key. The negative control skips the signature check and must be caught.
"""

from __future__ import annotations

import argparse
import base64
import json
import random
import sys
import tempfile
import time
import traceback
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pyrage
import zstandard
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from assessdesk.domain.wire import canonical
from assessdesk.exchange import sealing, signatures
from assessdesk.exchange.cards import read_station_card
from assessdesk.exchange.manifest import PACKAGE_FORMAT
from assessdesk.exchange.package import PackageReader
from assessdesk.ports import Refusal
from assessdesk.services.central.ingest import KeyDirectory

NAME = "hostile-packages"
VECTORS = Path(__file__).resolve().parents[1] / "tests" / "vectors" / "packages"
SLOW_SECONDS = 5.0
ODD_VALUES: Sequence[object] = (-1, 0, 1, 2, 2**31, 2**53, 10**30, True, None, "", "x", "0" * 64, [], {}, [[]], 1.5)
Lines = list[bytes]


@dataclass(slots=True)
class Report:
    """What became of the mutants. `unchanged` ones turned out to equal the original and do not count."""

    refused: int = 0
    accepted: int = 0
    crashed: int = 0
    unchanged: int = 0
    slowest: float = 0.0
    codes: Counter[str] = field(default_factory=Counter)
    examples: list[str] = field(default_factory=list)


class Target:
    """The frozen whole package, central's key that opens it, and the card that was enrolled."""

    def __init__(self, vectors: Path = VECTORS) -> None:
        """Read the vectors."""
        self.identity: Any = sealing.identity_from((vectors / "central.txt").read_text(encoding="ascii"))
        self.card = read_station_card((vectors / "station-card.json").read_bytes())
        self.file = (vectors / "whole.age").read_bytes()
        self.frame = bytes(pyrage.decrypt(self.file, [self.identity]))
        plain = zstandard.ZstdDecompressor().decompressobj().decompress(self.frame)
        self.lines: Lines = plain.removesuffix(b"\n").split(b"\n")

    def seal(self, frame: bytes) -> bytes:
        """Seal as anybody can who knows central's public key."""
        return bytes(pyrage.encrypt(frame, [self.identity.to_public()]))

    def pack(self, lines: Lines) -> bytes:
        """Seal lines as a well-formed frame."""
        return self.seal(zstandard.compress(b"".join(line + b"\n" for line in lines)))

    def read(self, content: bytes, folder: Path, *, weakened: bool = False) -> None:
        """Read and verify everything as central does. Raises Refusal; a weakened reader skips the signature."""
        path = folder / "mutant.age"
        path.write_bytes(content)
        with PackageReader(self.identity, staging=folder).open(path) as package:
            if not weakened:
                package.check_signature(self.card.signing_key)
            directory = KeyDirectory(self.card.station, self.card.signing_key, signatures.is_signed)
            for entry, header in package.entries():
                fault = directory.fault_of(entry, header)
                if fault is not None:
                    raise Refusal("PACKAGE_CHAIN", fault=fault)


def _bytes_changed(content: bytes, chance: random.Random) -> bytes:
    """Flip a bit, cut, repeat, insert or remove a stretch."""
    place, some = chance.randrange(len(content)), chance.randbytes(chance.randrange(1, 40))
    flipped = bytearray(content)
    flipped[place] ^= 1 << chance.randrange(8)
    return chance.choice(
        (
            content[:place],
            content[:place] + some + content[place:],
            content[:place] + content[place + len(some) :],
            content + some,
            bytes(flipped),
            bytes(flipped),
        )
    )


def _in_file(target: Target, chance: random.Random) -> bytes:
    return _bytes_changed(target.file, chance)


def _in_frame(target: Target, chance: random.Random) -> bytes:
    return target.seal(_bytes_changed(target.frame, chance))


def _in_line(target: Target, chance: random.Random) -> bytes:
    lines = list(target.lines)
    place = chance.randrange(len(lines))
    lines[place] = _bytes_changed(lines[place], chance)
    return target.pack(lines)


def _lines_moved(target: Target, chance: random.Random) -> bytes:
    lines = list(target.lines)
    one, two = chance.randrange(len(lines)), chance.randrange(len(lines))
    match chance.choice(("swap", "insert", "remove", "replace")):
        case "swap":
            lines[one], lines[two] = lines[two], lines[one]
        case "insert":
            lines.insert(one, lines[two])
        case "remove":
            del lines[one]
        case _:
            lines[one] = lines[two]
    return target.pack(lines)


def _in_json(target: Target, chance: random.Random) -> bytes:
    """Change one value inside one line's JSON, canonically written."""
    lines = list(target.lines)
    place = chance.choice([0, *range(2, len(lines))])
    document = json.loads(lines[place])
    if place and chance.getrandbits(1):
        header = json.loads(document["h"])
        header[chance.choice(sorted(header))] = chance.choice(ODD_VALUES)
        document["h"] = json.dumps(header, sort_keys=True, separators=(",", ":"))
    else:
        document[chance.choice(sorted(document))] = chance.choice(ODD_VALUES)
    lines[place] = json.dumps(document, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()
    return target.pack(lines)


def _signed_by_another(target: Target, chance: random.Random) -> bytes:
    """Sign a manifest, changed or not, with a key that nobody enrolled."""
    lines = list(target.lines)
    document = json.loads(lines[0])
    if chance.getrandbits(1):
        document["created_at"] = f"20{chance.randrange(100):02d}-01-01T00:00:00.000+00:00"
    key = Ed25519PrivateKey.from_private_bytes(chance.randbytes(32))
    document["station_key"] = signatures.public_hex(key)
    lines[0] = canonical(document)
    lines[1] = base64.b64encode(key.sign(signatures.stamped(PACKAGE_FORMAT, lines[0])))
    return target.pack(lines)


def _signature_changed(target: Target, chance: random.Random) -> bytes:
    lines = list(target.lines)
    lines[1] = base64.b64encode(chance.randbytes(chance.choice((0, 63, 64, 65))))
    return target.pack(lines)


def _bomb(target: Target, chance: random.Random) -> bytes:
    """Put megabytes of one byte where a line should stand."""
    lines = list(target.lines)
    lines[chance.randrange(len(lines))] = chance.choice((b"0", b"[", b'"')) * chance.randrange(1, 32 * 1024 * 1024)
    return target.pack(lines)


MUTATORS: Sequence[tuple[int, Callable[[Target, random.Random], bytes]]] = (
    (30, _in_file),
    (20, _in_frame),
    (20, _in_line),
    (10, _lines_moved),
    (10, _in_json),
    (6, _signed_by_another),
    (3, _signature_changed),
    (1, _bomb),
)


def attack(rounds: int, seed: int, *, weakened: bool = False, target: Target | None = None) -> Report:
    """Read `rounds` mutants, each made from `seed` and its number alone so that one can be made again."""
    target, report = target or Target(), Report()
    weights, mutators = [weight for weight, _ in MUTATORS], [mutator for _, mutator in MUTATORS]
    with tempfile.TemporaryDirectory() as folder:
        for number in range(rounds):
            chance = random.Random(f"{seed}/{number}")  # noqa: S311 (repeatable on purpose)
            mutator = chance.choices(mutators, weights)[0]
            content = mutator(target, chance)
            name = f"{mutator.__name__.strip('_')} {seed}/{number}"
            began = time.monotonic()
            _judge(target, content, Path(folder), report=report, name=name, weakened=weakened)
            report.slowest = max(report.slowest, time.monotonic() - began)
    return report


def _judge(target: Target, content: bytes, folder: Path, *, report: Report, name: str, weakened: bool) -> None:
    """Read one mutant and note what became of it."""
    try:
        target.read(content, folder, weakened=weakened)
    except Refusal as refusal:
        report.refused += 1
        report.codes[refusal.code] += 1
    except BaseException as error:
        if isinstance(error, (KeyboardInterrupt, SystemExit)):
            raise
        report.crashed += 1
        report.examples.append(f"{name}: {''.join(traceback.format_exception_only(error)).strip()}")
    else:
        if _says_the_same(target, content):
            report.unchanged += 1
        else:
            report.accepted += 1
            report.examples.append(f"{name}: accepted")


def _says_the_same(target: Target, content: bytes) -> bool:
    """Say whether a mutant that was read holds exactly the original lines, signature included."""
    frame = bytes(pyrage.decrypt(content, [target.identity]))
    plain = zstandard.ZstdDecompressor().decompressobj().decompress(frame)
    return plain == b"".join(line + b"\n" for line in target.lines)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add how many mutants, and where the chance begins."""
    parser.add_argument("--rounds", type=int, default=20_000)
    parser.add_argument("--seed", type=int, default=1)


def run(options: argparse.Namespace) -> bool:
    """Attack the reader and, with a tenth of the mutants, a weakened one; print both; say whether the goal was met."""
    report = attack(options.rounds, options.seed)
    control = attack(max(options.rounds // 10, 200), options.seed, weakened=True)
    print(f"{options.rounds} mutants: {report.refused} refused, {report.accepted} accepted, {report.crashed} crashed,")
    print(f"{report.unchanged} said the same as the original; slowest {report.slowest:.2f} s")
    for code, count in report.codes.most_common():
        print(f"  {code}: {count}")
    for example in report.examples[:20]:
        print(f"  {example}")
    print(f"negative control (signature not checked): {control.accepted} accepted; it must be more than 0")
    return not report.accepted and not report.crashed and control.accepted > 0 and report.slowest < SLOW_SECONDS


if __name__ == "__main__":
    own = argparse.ArgumentParser(prog=NAME)
    add_arguments(own)
    sys.exit(0 if run(own.parse_args()) else 1)
