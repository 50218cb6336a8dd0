"""Packages that somebody made to do harm: refused with a code, without a crash, in bounded memory."""

from __future__ import annotations

import random
import tracemalloc
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from assessdesk.exchange.package import PackageReader
from assessdesk.ports import Refusal
from campaigns import hostile_packages
from tests.exchange.packing import (
    Desk,
    desk,
    frame,
    manifest_document,
    plain_lines,
    read_all,
    seal,
    sealed_lines,
    signed_lines,
)

MEBIBYTE = 1024 * 1024


@pytest.fixture(scope="module")
def station() -> Desk:
    made = desk()
    made.enrol(4)
    return made


@pytest.fixture(scope="module")
def lines(station: Desk, tmp_path_factory: pytest.TempPathFactory) -> list[bytes]:
    return plain_lines(station.export(tmp_path_factory.mktemp("out")).path, station.central)


def refusal_of(station: Desk, content: bytes, folder: Path) -> str:
    path = folder / "hostile.age"
    path.write_bytes(content)
    with pytest.raises(Refusal) as refused:
        read_all(path, station.central, station.card)
    return refused.value.code


@pytest.mark.req("PKG-006")
def test_things_behind_the_frame_are_refused(station: Desk, lines: list[bytes], tmp_path: Path) -> None:
    whole = frame(b"".join(line + b"\n" for line in lines))
    skippable = b"\x50\x2a\x4d\x18\x04\x00\x00\x00abcd"
    for behind in (b"x", frame(b""), frame(b"more\n"), skippable, b"\0" * 100):
        assert refusal_of(station, seal(whole + behind, station.central), tmp_path) == "PACKAGE_MALFORMED"
    for cut in (1, 4, 5, len(whole) // 2):
        assert refusal_of(station, seal(whole[:-cut], station.central), tmp_path) == "PACKAGE_MALFORMED"
    assert refusal_of(station, seal(skippable + whole, station.central), tmp_path) == "PACKAGE_MALFORMED"
    assert refusal_of(station, seal(b"", station.central), tmp_path) == "PACKAGE_MALFORMED"
    assert refusal_of(station, b"", tmp_path) == "PACKAGE_DAMAGED"


@pytest.mark.req("PKG-006")
def test_lines_more_less_swapped_or_twice(station: Desk, lines: list[bytes], tmp_path: Path) -> None:
    me = station.central
    plain = b"".join(line + b"\n" for line in lines)
    made = {
        "one more": sealed_lines([*lines, lines[-1]], me),
        "an empty one more": sealed_lines([*lines, b""], me),
        "one less": sealed_lines(lines[:-1], me),
        "two swapped": sealed_lines([*lines[:3], lines[4], lines[3], *lines[5:]], me),
        "one twice": sealed_lines([*lines[:5], lines[4], *lines[6:]], me),
        "no end": seal(frame(plain[:-1]), me),
        "carriage returns": seal(frame(plain.replace(b"\n", b"\r\n")), me),
        "a space more in an entry": sealed_lines([*lines[:3], lines[3].replace(b'","', b'", "', 1), *lines[4:]], me),
    }
    assert {name: refusal_of(station, content, tmp_path) for name, content in made.items()} == {
        "one more": "PACKAGE_MALFORMED",
        "an empty one more": "PACKAGE_MALFORMED",
        "one less": "PACKAGE_MALFORMED",
        "two swapped": "PACKAGE_CHAIN",
        "one twice": "PACKAGE_CHAIN",
        "no end": "PACKAGE_MALFORMED",
        "carriage returns": "PACKAGE_MALFORMED",
        "a space more in an entry": "PACKAGE_MALFORMED",
    }


@pytest.mark.req("PKG-006")
@pytest.mark.parametrize(
    "changes",
    [
        {"entries": 5},
        {"entries": True},
        {"entries": 10**400},
        {"payload_bytes": 2**53},
        {"payload_bytes": 0},
        {"first_seq": 0},
        {"last_seq": 1},
        {"head_before": "00"},
        {"head_before": "1" * 64},
        {"head_after": "2" * 64},
        {"recipients": "age1"},
        {"recipients": [1]},
        {"package": "../../etc/passwd"},
        {"station": "S01-A\n"},
        {"epoch": 2},
        {"study": "other"},
        {"created_at": None},
        {"surplus": 1},
        {"version": "\ud800"},
    ],
    ids=str,
)
def test_a_truly_signed_manifest_that_lies_is_refused(station: Desk, tmp_path: Path, changes: dict[str, Any]) -> None:
    document, entries = manifest_document(station, first=1, last=6)
    assert document["entries"] == 6
    try:
        content = sealed_lines(signed_lines(station, {**document, **changes}, entries), station.central)
    except UnicodeEncodeError:  # a lone surrogate can only be written as an escape
        first = b'{"version":"\\ud800"}'
        content = sealed_lines([first, b"AAAA"], station.central)
    assert refusal_of(station, content, tmp_path) in {"PACKAGE_MALFORMED", "PACKAGE_CHAIN"}


@pytest.mark.req("PKG-008")
@pytest.mark.parametrize(
    "changes", [{"minimum_reader": 2}, {"format": "assessdesk-package/2"}, {"new": 1, "minimum_reader": 9}]
)
def test_a_newer_package_is_named_as_such(station: Desk, tmp_path: Path, changes: dict[str, Any]) -> None:
    document, entries = manifest_document(station, first=1, last=6)
    content = sealed_lines(signed_lines(station, {**document, **changes}, entries), station.central)
    assert refusal_of(station, content, tmp_path) == "PACKAGE_NEWER"


@pytest.mark.req("PKG-006")
def test_nesting_numbers_and_surrogates_do_not_crash(station: Desk, tmp_path: Path) -> None:
    document, entries = manifest_document(station, first=1, last=6)
    hostile = [b"[" * 200_000, b"1" * 10_000, b"\xff\xfe", b"null", b'{"h":"\\ud800","n":"","p":null,"s":""}', b"NaN"]
    for line in hostile:
        size = sum(len(entry) + 1 for entry in [line, *entries[1:]])
        told = {**document, "payload_bytes": size}
        content = sealed_lines(signed_lines(station, told, [line, *entries[1:]]), station.central)
        assert refusal_of(station, content, tmp_path) == "PACKAGE_MALFORMED"
        content = sealed_lines([line, b"AAAA"], station.central)
        assert refusal_of(station, content, tmp_path) == "PACKAGE_MALFORMED"


@pytest.mark.req("PKG-007")
@pytest.mark.parametrize("place", ["manifest", "signature", "entry", "behind the entries"])
def test_a_small_file_cannot_fill_the_memory(station: Desk, tmp_path: Path, place: str) -> None:
    """300 MB of zeros shrink to a few kilobytes; reading them back must not cost more than a few megabytes."""
    bomb = b"0" * (300 * MEBIBYTE)
    document, entries = manifest_document(station, first=1, last=6, payload_bytes=40 * MEBIBYTE)
    lines = signed_lines(station, document, entries)
    at = {"manifest": 0, "signature": 1, "entry": 2, "behind the entries": len(lines)}[place]
    content = sealed_lines([*lines[:at], bomb, *lines[at + 1 :]], station.central)
    assert len(content) < MEBIBYTE
    del bomb, lines
    path = tmp_path / "bomb.age"
    path.write_bytes(content)
    tracemalloc.start()
    try:
        with pytest.raises(Refusal, match="PACKAGE_MALFORMED"):
            read_all(path, station.central, station.card)
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert peak < 24 * MEBIBYTE


TARGET = hostile_packages.Target()


@pytest.mark.req("PKG-006")
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(bit=st.integers(0, len(TARGET.file) * 8 - 1))
def test_any_flipped_bit_of_the_file_is_refused(tmp_path: Path, bit: int) -> None:
    content = bytearray(TARGET.file)
    content[bit // 8] ^= 1 << bit % 8
    with pytest.raises(Refusal):
        TARGET.read(bytes(content), tmp_path)


@pytest.mark.req("PKG-006")
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(length=st.integers(0, len(TARGET.file) - 1))
def test_a_file_cut_anywhere_is_refused(tmp_path: Path, length: int) -> None:
    with pytest.raises(Refusal, match="PACKAGE_DAMAGED"):
        TARGET.read(TARGET.file[:length], tmp_path)


@pytest.mark.req("PKG-006")
def test_a_slice_of_the_campaign_and_its_negative_control() -> None:
    report = hostile_packages.attack(300, seed=7)
    assert (report.accepted, report.crashed) == (0, 0), report.examples
    assert report.refused + report.unchanged == 300
    assert report.refused > 280
    weakened = hostile_packages.attack(300, seed=7, weakened=True)
    assert weakened.accepted > 0, "the campaign must catch a reader that skips the signature check"


@pytest.mark.req("PKG-006")
def test_an_opened_package_gives_nothing_before_the_seal_is_verified(
    station: Desk, lines: list[bytes], tmp_path: Path
) -> None:
    """age lets about 64 KiB pass before it sees damage; the reader must not have looked at any of it."""
    padding = random.Random(1).randbytes(400_000)  # noqa: S311 (does not compress: the file spans several age chunks)
    content = bytearray(seal(frame(b"".join(line + b"\n" for line in lines)) + padding, station.central))
    content[-1] ^= 1
    path = tmp_path / "late.age"
    path.write_bytes(content)
    with pytest.raises(Refusal, match="PACKAGE_DAMAGED"), PackageReader(station.central).open(path):
        pytest.fail("a damaged package was handed out")
