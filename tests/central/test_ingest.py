"""Ingest: idempotent, in order, nothing dropped, one bad file never in the way of the others."""

from __future__ import annotations

import copy
import json
import random
import shutil
from dataclasses import replace
from pathlib import Path

import pyrage
import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from assessdesk.domain.events import Draft, StationLocked, UserEnrolled, UserRemoved
from assessdesk.domain.wire import encode_line
from assessdesk.exchange.cards import read_station_card
from assessdesk.exchange.package import AgePacker
from assessdesk.exchange.sealing import identity_from
from assessdesk.ports import Refusal
from assessdesk.services.central import stations as central
from assessdesk.services.export import read_receipt
from assessdesk.storage.chain import author_of
from tests.central.running import Central, new_central, now
from tests.exchange.packing import Desk, desk, manifest_document, sealed_lines, signed_lines
from tests.fakes.memory_ledger import MemoryViews

VECTORS = Path(__file__).resolve().parents[1] / "vectors" / "packages"


@pytest.fixture
def here(tmp_path: Path) -> Central:
    return new_central(tmp_path / "central")


@pytest.mark.req("CEN-004", "CEN-005")
def test_taken_in_byte_for_byte_and_a_second_time_adds_nothing(here: Central, tmp_path: Path) -> None:
    station = here.station()
    station.enrol(1200)
    package = station.export(tmp_path / "out")
    assert here.states(package.path) == [("S01-A-e1-000001.age", "PACKAGE_TAKEN_IN", 1202)]
    held = here.rows("SELECT seq, hash, header, signature, salt, payload FROM entry ORDER BY seq")
    assert held == [
        (wire.seq, wire.hash, wire.header, wire.signature, wire.salt, wire.payload)
        for wire in station.ledger.wire(first=1, last=1202)
    ]
    again = here.ingest(package.path)
    assert [(item.code, item.added) for item in again.files] == [("PACKAGE_NOTHING_NEW", 0)]
    assert "nothing was added" in again.files[0].sentence
    assert len(here.held()) == 1202
    assert here.rows("SELECT number, outcome FROM package") == [(1, "added")]


@pytest.mark.req("CEN-005")
def test_overlapping_packages_add_only_what_is_new(here: Central, tmp_path: Path) -> None:
    station = here.station()
    station.enrol(3)
    first = station.export(tmp_path / "out")
    station.enrol(2)
    whole = station.export(tmp_path / "out", from_receipt=True)
    assert whole.manifest.first_seq == 1
    assert here.states(first.path, whole.path) == [
        ("S01-A-e1-000001.age", "PACKAGE_TAKEN_IN", 5),
        ("S01-A-e1-000002.age", "PACKAGE_TAKEN_IN", 3),
    ]


@pytest.mark.req("CEN-006")
def test_a_gap_is_held_and_taken_in_when_the_missing_part_arrives(here: Central, tmp_path: Path) -> None:
    station = here.station()
    files = []
    for _ in range(4):
        station.enrol(2)
        files.append(station.export(tmp_path / "out").path)
    held = here.ingest(files[3], files[1], files[2])
    assert [item.state for item in held.files] == ["held"] * 3
    assert "entries up to 0 are held" in held.files[0].sentence
    assert here.held() == []
    status = central.status(here.store)
    assert [item.file_name for item in status.streams[0].waiting] == [file.name for file in files[1:]]
    for file in files[1:]:
        file.unlink()  # what waits is central's own copy
    report = here.ingest(files[0])
    assert [(item.state, item.file_name) for item in report.files] == [("added", file.name) for file in files]
    assert [row[2] for row in here.held()] == list(range(1, 14))
    assert central.status(here.store).streams[0].waiting == ()


@pytest.mark.req("CEN-007")
def test_any_order_with_repeats_ends_in_the_same_tables(tmp_path: Path) -> None:
    """Two stations, twelve packages, delivered in order once and in random order with repeats and damage (C8)."""
    ordered = new_central(tmp_path / "ordered")
    stations = [ordered.station("S01-A"), ordered.station("S01-B")]
    files = []
    for _ in range(6):
        for station in stations:
            station.enrol(2)
            files.append(station.export(tmp_path / "out").path)
    ordered.ingest(*files)
    expected = ordered.held()
    assert len(expected) == 2 * (2 + 6 * 2 + 5)
    for seed in range(4):
        chance = random.Random(seed)  # noqa: S311 (repeatable on purpose)
        folder = tmp_path / f"random-{seed}"
        shutil.copytree(ordered.folder / "keys", folder / "keys")
        other = new_central(folder)
        for station in stations:
            other.enrol(station)
        sent = files + chance.sample(files, 4)
        chance.shuffle(sent)
        cut = tmp_path / f"cut-{seed}.age"
        cut.write_bytes(files[0].read_bytes()[:-100])
        for begin in range(0, len(sent), 5):
            other.ingest(cut, *sent[begin : begin + 5])
        assert other.held() == expected
        waiting = [item for stream in central.status(other.store).streams for item in stream.waiting]
        assert waiting == []
        assert len(central.status(other.store).unclaimed) == 1


@pytest.mark.req("CEN-008")
def test_one_bad_file_never_blocks_the_others_and_is_kept(here: Central, tmp_path: Path) -> None:
    station, stranger = here.station(), here.station("S09-Z", enrolled=False)
    station.enrol(2)
    good = station.export(tmp_path / "in")
    elsewhere = desk(station="S01-A", central=pyrage.x25519.Identity.generate())
    bad = {
        "0-empty.age": b"",
        "1-other-key.age": elsewhere.export(tmp_path / "elsewhere").path.read_bytes(),
        "2-unknown.age": stranger.export(tmp_path / "stranger").path.read_bytes(),
        "S01-A-e1-000002.age": good.path.read_bytes()[:-50],
    }
    for name, content in bad.items():
        (tmp_path / "in" / name).write_bytes(content)
    report = here.ingest(tmp_path / "in")
    assert {item.file_name: item.code for item in report.files} == {
        "0-empty.age": "PACKAGE_DAMAGED",
        "1-other-key.age": "PACKAGE_WRONG_KEY",
        "2-unknown.age": "STATION_UNKNOWN",
        "S01-A-e1-000001.age": "PACKAGE_TAKEN_IN",
        "S01-A-e1-000002.age": "PACKAGE_DAMAGED",
    }
    kept = {file.read_bytes() for file in (here.folder / "quarantine").iterdir()}
    assert kept == set(bad.values())
    assert {row[0] for row in here.rows("SELECT code FROM quarantine WHERE state = 'waiting'")} == {
        "PACKAGE_DAMAGED",
        "PACKAGE_WRONG_KEY",
        "STATION_UNKNOWN",
    }
    assert len(here.ingest(tmp_path / "in").files) == 5
    assert len(here.rows("SELECT * FROM quarantine")) == 4
    here.enrol(stranger)
    assert here.states(tmp_path / "in" / "2-unknown.age") == [("2-unknown.age", "PACKAGE_TAKEN_IN", 2)]
    assert here.rows("SELECT count(*) FROM quarantine WHERE state = 'waiting'") == [(3,)]


def cloned(station: Desk) -> Desk:
    """Return what a copied disk would be: the same keys, the same entries, from here on a life of its own."""
    ledger = copy.copy(station.ledger)
    ledger._wires = list(station.ledger._wires)
    ledger._views = MemoryViews(list(station.ledger.views.stream))
    return replace(station, ledger=ledger)


@pytest.mark.req("CEN-009")
def test_a_clone_that_went_its_own_way_raises_an_alarm_and_both_are_kept(here: Central, tmp_path: Path) -> None:
    station = here.station()
    station.enrol(2)
    here.ingest(station.export(tmp_path / "out").path)
    clone = cloned(station)
    station.enrol(2)
    clone.enrol(1)
    here.ingest(station.export(tmp_path / "out").path)
    report = here.ingest(clone.export(tmp_path / "clone").path)
    assert [(item.state, item.code, item.added) for item in report.files] == [("fork", "PACKAGE_FORK", 0)]
    (fork,) = here.rows("SELECT seq, held_hash, other_hash, other FROM fork")
    ours, theirs = (next(one.ledger.wire(first=fork[0], last=fork[0])) for one in (station, clone))
    assert fork[1:] == (ours.hash, theirs.hash, encode_line(theirs))
    assert len(list((here.folder / "quarantine").iterdir())) == 1
    assert central.status(here.store).streams[0].forks == 1
    clone.enrol(1)
    beyond = clone.export(tmp_path / "clone")
    assert [item.state for item in here.ingest(beyond.path).files] == ["fork"]
    receipt = read_receipt(
        station.ledger, AgePacker(), here.ingest(beyond.path).receipts[0].read_bytes(), author=station.author
    )
    assert any("two versions" in sentence for sentence in receipt.quarantined)


@pytest.mark.req("CEN-010")
def test_an_entry_signed_by_nobody_enrolled_is_refused(here: Central, tmp_path: Path) -> None:
    """The station's own key signs the package and the chain is whole; only the person's signature is not one."""
    station = here.station()
    station.enrol(1)
    here.ingest(station.export(tmp_path / "out").path)
    real = station.author
    forger = author_of(real.user, Ed25519PrivateKey.generate())
    object.__setattr__(forger, "key", real.key)
    station.author = forger
    station.enrol(1)
    station.author = real
    report = here.ingest(station.export(tmp_path / "out").path)
    assert [item.code for item in report.files] == ["PACKAGE_CHAIN"]
    assert "was changed or forged" in report.files[0].sentence
    assert len(here.held()) == 3


@pytest.mark.req("CEN-010")
def test_a_new_person_may_sign_and_a_removed_one_no_more(here: Central, tmp_path: Path) -> None:
    station = here.station()
    key = Ed25519PrivateKey.generate()
    second = author_of("b-tester", key)
    public = key.public_key().public_bytes_raw().hex()
    first = station.author
    enrolled = UserEnrolled(user="b-tester", user_key=public, roles=("assessor",))
    station.ledger.append([Draft(event=enrolled, entity="S01-A")], author=first, expected_seq=station.ledger.head().seq)
    station.author = second
    station.enrol(2)
    assert here.states(station.export(tmp_path / "out").path)[0][1] == "PACKAGE_TAKEN_IN"
    station.author = first
    removed = UserRemoved(user="b-tester", reason="left")
    station.ledger.append([Draft(event=removed, entity="S01-A")], author=first, expected_seq=station.ledger.head().seq)
    assert here.states(station.export(tmp_path / "out").path)[0][1] == "PACKAGE_TAKEN_IN"
    station.ledger._tip.keys.active["b-tester"] = public  # a station that would not notice
    station.author = second
    station.enrol(1)
    station.author = first
    report = here.ingest(station.export(tmp_path / "out").path)
    assert [item.code for item in report.files] == ["PACKAGE_CHAIN"]
    assert "not enrolled at that point" in report.files[0].sentence


@pytest.mark.req("CEN-010")
def test_a_stream_that_starts_with_another_station_key_is_refused(here: Central, tmp_path: Path) -> None:
    """Two stations of one name: the package is signed with the enrolled key, its first entry names the other one."""
    station, other = here.station(), desk(central=here.keys.identity)
    document, entries = manifest_document(other, first=1, last=2)
    path = tmp_path / "mixed.age"
    path.write_bytes(sealed_lines(signed_lines(station, document, entries), here.keys.identity))
    report = here.ingest(path)
    assert "station key that was not enrolled" in report.files[0].sentence
    assert here.held() == []


@pytest.mark.req("CEN-011")
def test_another_study_is_refused(here: Central, tmp_path: Path) -> None:
    other = desk(study="other-study", central=here.keys.identity)
    assert here.states(other.export(tmp_path / "out").path)[0][1] == "STUDY_UNKNOWN"
    with pytest.raises(Refusal, match="STUDY_UNKNOWN"):
        central.enrol(here.store, other.card, fingerprint=other.card.fingerprint, now=now)


@pytest.mark.req("CEN-012")
def test_the_station_reads_what_central_holds_and_what_waits(here: Central, tmp_path: Path) -> None:
    station = here.station()
    station.enrol(2)
    package = station.export(tmp_path / "out")
    cut = tmp_path / "S01-A-e1-000002.age"
    cut.write_bytes(package.path.read_bytes()[:-9])
    first = here.ingest(package.path, cut)
    assert [path.name for path in first.receipts] == ["S01-A-e1-r000001.age"]
    told = read_receipt(station.ledger, AgePacker(), first.receipts[0].read_bytes(), author=station.author)
    assert (told.number, told.held_seq, told.head) == (1, 4, package.manifest.head_after)
    assert told.accepted == ("S01-A-e1-000001",)
    assert len(told.quarantined) == 1
    assert told.quarantined[0].startswith("S01-A-e1-000002.age: The file is damaged")
    station.add(StationLocked(reason="asked"))
    second = here.ingest(station.export(tmp_path / "out").path)
    told = read_receipt(station.ledger, AgePacker(), second.receipts[0].read_bytes(), author=station.author)
    assert (told.number, told.held_seq) == (2, 7)
    assert here.rows("SELECT number, held_seq FROM receipt") == [(1, 4), (2, 7)]


@pytest.mark.req("CEN-008", "PKG-009")
def test_the_frozen_attacks_are_refused_by_central(tmp_path: Path) -> None:
    expected = json.loads((VECTORS / "expected.json").read_text(encoding="utf-8"))
    here = new_central(tmp_path / "central")
    object.__setattr__(here.keys, "identity", identity_from((VECTORS / "central.txt").read_text(encoding="ascii")))
    card = read_station_card((VECTORS / "station-card.json").read_bytes())
    central.enrol(here.store, card, fingerprint=card.fingerprint, now=now)
    attacks = [VECTORS / f"{name}.age" for name in expected["refused"]]
    report = here.ingest(*attacks)
    assert {Path(item.file_name).stem: item.code for item in report.files} == expected["refused"]
    assert here.held() == []
    whole = here.ingest(VECTORS / "whole.age")
    assert [(item.code, item.added) for item in whole.files] == [("PACKAGE_TAKEN_IN", 6), ("PACKAGE_NOTHING_NEW", 0)]


@pytest.mark.req("PRA-006")
def test_central_enrols_no_practice_station(here: Central) -> None:
    practised = here.station("S01-P", enrolled=False)
    with pytest.raises(Refusal) as refused:
        here.enrol(practised)
    assert refused.value.code == "PRACTICE_CARD"
    assert not central.status(here.store).streams


@pytest.mark.req("PRA-006")
def test_central_takes_in_nothing_that_was_practised_however_it_is_dressed(here: Central, tmp_path: Path) -> None:
    practised = here.station("S01-P", enrolled=False)
    practised.enrol(3)
    head = practised.ledger.head().seq
    out = tmp_path / "out"
    out.mkdir()

    def forged(name: str, **changes: object) -> Path:
        """Write what the program itself refuses to write: a package of a practice station, truly sealed and signed."""
        document, entries = manifest_document(practised, first=1, last=head)
        path = out / name
        path.write_bytes(sealed_lines(signed_lines(practised, document | changes, entries), here.keys.identity))
        return path

    plain = forged("S01-P-e1-000001.age")
    assert here.states(plain) == [(plain.name, "PRACTICE_PACKAGE", 0)]
    assert here.rows("SELECT code FROM quarantine") == [("PRACTICE_PACKAGE",)]
    # The same key under the name of a station of the study, enrolled by a card that says so: its entries still tell.
    card = replace(practised.card, station="S01-B")
    assert central.enrol(here.store, card, fingerprint=card.fingerprint, now=now)
    renamed = forged("S01-B-e1-000001.age", station="S01-B", package="S01-B-e1-000001")
    assert here.states(renamed) == [(renamed.name, "PACKAGE_CHAIN", 0)]
    assert here.held() == []
