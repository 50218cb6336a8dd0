"""The station folder: set-up, sign-in, people who come and go, and what is refused."""

from __future__ import annotations

import json
import os
import stat
import subprocess
import sys
import unicodedata
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

import pytest

from assessdesk.domain.events import Draft, UserRemoved
from assessdesk.ports import Anchor, Refusal, StationStore, UnlockedStation
from assessdesk.storage import files, passphrases
from assessdesk.storage.connection import Database
from assessdesk.storage.ledger import SqlLedger
from assessdesk.storage.passphrases import CEILING, FLOOR, Cost
from assessdesk.storage.station import StationFolder
from tests.fakes.memory_ledger import TickingClock, started_memory_ledger
from tests.storage import facts as given
from tests.storage.facts import FACTS, OTHER_PASSPHRASE, PASSPHRASE


def _two_people(store: StationFolder, opened: UnlockedStation) -> str:
    public = store.add_user(opened, "b-tester", OTHER_PASSPHRASE)
    head = opened.ledger.head().seq
    opened.ledger.append((given.enrolled("b-tester", public),), author=opened.author, expected_seq=head)
    return public


def test_the_folder_is_what_the_use_cases_ask_for(store: StationFolder) -> None:
    port: StationStore = store
    assert not port.exists()
    assert port.users() == ()


def test_nothing_heavy_is_imported_before_a_station_is_opened() -> None:
    program = "import sys; import assessdesk.storage.station; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", program], check=True, capture_output=True, text=True)
    heavy = {"sqlalchemy", "sqlcipher3", "cryptography", "argon2", "pyrage", "pydantic"}
    assert heavy & set(done.stdout.split()) == set(), "the sign-in window waits for this import"


def _snapshot(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.mark.req("KEY-001")
def test_a_station_is_made_and_opened_again(opened: UnlockedStation, store: StationFolder, clock: TickingClock) -> None:
    assert store.exists()
    assert store.facts() == FACTS
    assert store.users() == ("a-tester",)
    opened.ledger.append((given.participant(),), author=opened.author, expected_seq=1)
    head = opened.ledger.head()
    opened.ledger.close()
    again = store.unlock("a-tester", PASSPHRASE, clock=clock)
    assert again.ledger.head() == head
    assert (again.ledger.study, again.ledger.station, again.ledger.epoch) == ("kct0008961", "S01-A", 1)
    again.ledger.append((given.visit(),), author=again.author, expected_seq=2)
    assert again.ledger.verify().faults == ()
    again.ledger.close()


@pytest.mark.req("KEY-001")
def test_a_wrong_passphrase_opens_nothing_and_is_noted(
    opened: UnlockedStation, store: StationFolder, clock: TickingClock
) -> None:
    opened.ledger.close()
    assert store.failed_sign_ins() == {}
    for wrong in ("", PASSPHRASE + " ", OTHER_PASSPHRASE):
        with pytest.raises(Refusal, match="WRONG_PASSPHRASE"):
            store.unlock("a-tester", wrong, clock=clock)
    noted = store.failed_sign_ins()
    assert list(noted) == ["a-tester"]
    assert len(noted["a-tester"]) == 3
    assert noted["a-tester"][0].endswith("+09:00")
    store.unlock("a-tester", PASSPHRASE, clock=clock).ledger.close()
    assert store.failed_sign_ins() == noted, "the note stays until the ledger has it"
    store.forget_failed_sign_ins()
    assert store.failed_sign_ins() == {}
    with pytest.raises(Refusal, match="UNKNOWN_USER"):
        store.unlock("nobody", PASSPHRASE, clock=clock)


@pytest.mark.req("KEY-001")
def test_a_passphrase_is_checked_again_before_signing(opened: UnlockedStation, store: StationFolder) -> None:
    assert store.check_passphrase("a-tester", PASSPHRASE)
    assert not store.check_passphrase("a-tester", OTHER_PASSPHRASE)


@pytest.mark.req("KEY-002")
@pytest.mark.parametrize(
    ("passphrase", "code"),
    [
        ("fourteen chars", "PASSPHRASE_TOO_SHORT"),
        ("", "PASSPHRASE_TOO_SHORT"),
        ("㎏" * 7, "PASSPHRASE_TOO_SHORT"),
        ("x" * 1025, "PASSPHRASE_TOO_LONG"),
        ("A-long-user-code-01", "PASSPHRASE_IS_USER_CODE"),
        ("a-LONG-user-code-01 a-long-user-code-01", "PASSPHRASE_IS_USER_CODE"),
        ("aaaaaaaaaaaaaaaaaaaa", "PASSPHRASE_TOO_UNIFORM"),
        ("abcabcabcabcabcabc", "PASSPHRASE_TOO_UNIFORM"),
        ("password1password1", "PASSPHRASE_TOO_UNIFORM"),
        ("abcdefghijklmnopqrst", "PASSPHRASE_TOO_UNIFORM"),
        ("123456789012345678", "PASSPHRASE_TOO_UNIFORM"),
        ("98765432109876543", "PASSPHRASE_TOO_UNIFORM"),
    ],
)
def test_a_weak_passphrase_is_refused(passphrase: str, code: str) -> None:
    with pytest.raises(Refusal) as refused:
        passphrases.refuse_weak(passphrase, "A-long-user-code-01")
    assert refused.value.code == code


@pytest.mark.req("KEY-002")
@pytest.mark.parametrize(
    "passphrase", [PASSPHRASE, "서울의 봄은 언제나 조금 늦게 온다", "明月几时有把酒问青天不知天上宫阙"]
)
def test_an_ordinary_passphrase_is_accepted(passphrase: str) -> None:
    passphrases.refuse_weak(passphrase, "a-tester")


@pytest.mark.req("KEY-002")
def test_the_same_words_open_in_either_unicode_form(store: StationFolder, clock: TickingClock) -> None:
    passphrase = "서울의 봄은 언제나 조금 늦게 온다"
    decomposed = unicodedata.normalize("NFD", passphrase)
    assert decomposed != passphrase
    store.create(FACTS, user="a-tester", passphrase=decomposed, roles=(), clock=clock).ledger.close()
    store.unlock("a-tester", passphrase, clock=clock).ledger.close()


@pytest.mark.req("KEY-003")
def test_a_slot_under_another_name_or_with_another_content_is_refused(
    opened: UnlockedStation, store: StationFolder, clock: TickingClock
) -> None:
    _two_people(store, opened)
    opened.ledger.close()
    mine, theirs = store.slot_path("a-tester"), store.slot_path("b-tester")
    original = mine.read_bytes()
    mine.write_bytes(theirs.read_bytes())
    with pytest.raises(Refusal, match="DAMAGED_SLOT"):
        store.unlock("a-tester", OTHER_PASSPHRASE, clock=clock)
    renamed = json.loads(theirs.read_bytes())
    renamed["user"] = "a-tester"
    mine.write_text(json.dumps(renamed))
    with pytest.raises(Refusal, match="WRONG_PASSPHRASE"):
        store.unlock("a-tester", OTHER_PASSPHRASE, clock=clock)
    mine.write_bytes(original)
    store.unlock("a-tester", PASSPHRASE, clock=clock).ledger.close()


def _altered(path: Path, place: tuple[str, ...], value: object) -> None:
    document: dict[str, Any] = json.loads(path.read_bytes())
    inner = document
    for name in place[:-1]:
        inner = inner[name]
    if value is None:
        del inner[place[-1]]
    else:
        inner[place[-1]] = value
    path.write_text(json.dumps(document))


@pytest.mark.req("KEY-003", "KEY-009")
@pytest.mark.parametrize(
    ("place", "value", "code"),
    [
        (("kdf", "memory_kib"), FLOOR.memory_kib - 1, "WEAK_SLOT"),
        (("kdf", "memory_kib"), CEILING.memory_kib + 1, "WEAK_SLOT"),
        (("kdf", "memory_kib"), 2**62, "WEAK_SLOT"),
        (("kdf", "passes"), 1, "WEAK_SLOT"),
        (("kdf", "passes"), 11, "WEAK_SLOT"),
        (("kdf", "lanes"), 0, "WEAK_SLOT"),
        (("kdf", "lanes"), 17, "WEAK_SLOT"),
        (("kdf", "passes"), 4, "WRONG_PASSPHRASE"),
        (("kdf", "name"), "argon2i", "DAMAGED_SLOT"),
        (("kdf", "salt"), "AAAA", "DAMAGED_SLOT"),
        (("kdf", "salt"), "not base64!", "DAMAGED_SLOT"),
        (("nonce",), "AAAA", "DAMAGED_SLOT"),
        (("keys",), [], "DAMAGED_SLOT"),
        (("keys",), ["AAAA"], "DAMAGED_SLOT"),
        (("keys",), None, "DAMAGED_SLOT"),
        (("extra",), "field", "DAMAGED_SLOT"),
        (("epoch",), 2, "DAMAGED_SLOT"),
        (("epoch",), True, "DAMAGED_SLOT"),
        (("signing_key",), "00" * 32, "WRONG_PASSPHRASE"),
        (("recipient",), "age1somebodyelse", "WRONG_PASSPHRASE"),
        (("format",), 2, "NEWER_SLOT"),
        (("cipher",), "none", "DAMAGED_SLOT"),
    ],
)
def test_an_altered_slot_is_refused(
    *,
    opened: UnlockedStation,
    store: StationFolder,
    clock: TickingClock,
    place: tuple[str, ...],
    value: object,
    code: str,
) -> None:
    opened.ledger.close()
    _altered(store.slot_path("a-tester"), place, value)
    with pytest.raises(Refusal) as refused:
        store.unlock("a-tester", PASSPHRASE, clock=clock)
    assert refused.value.code == code


@pytest.mark.req("KEY-003")
def test_a_database_key_of_somebody_else_does_not_open_the_database(
    opened: UnlockedStation, store: StationFolder, clock: TickingClock, tmp_path: Path
) -> None:
    elsewhere = StationFolder(tmp_path / "elsewhere", cost=FLOOR)
    elsewhere.create(FACTS, user="a-tester", passphrase=PASSPHRASE, roles=(), clock=clock).ledger.close()
    opened.ledger.close()
    before = store.ledger_path.read_bytes()
    store.ledger_path.write_bytes(elsewhere.ledger_path.read_bytes())
    with pytest.raises(Refusal, match="WRONG_KEY"):
        store.unlock("a-tester", PASSPHRASE, clock=clock)
    store.ledger_path.write_bytes(before)
    store.unlock("a-tester", PASSPHRASE, clock=clock).ledger.close()


@pytest.mark.req("KEY-003")
def test_costs_that_are_weak_or_absurd_cannot_be_asked_for(tmp_path: Path) -> None:
    assert Cost().is_acceptable()
    assert (Cost().memory_kib, Cost().passes) == (256 * 1024, 3)
    for cost in (Cost(memory_kib=1024), Cost(passes=0), Cost(memory_kib=2**30)):
        with pytest.raises(ValueError, match="cost"):
            StationFolder(tmp_path, cost=cost)


@pytest.mark.req("KEY-004")
def test_a_removed_person_and_the_key_they_kept_open_nothing(
    opened: UnlockedStation, ledger: SqlLedger, store: StationFolder, clock: TickingClock
) -> None:
    _two_people(store, opened)
    third = store.add_user(opened, "c-tester", "harvest moon over barley")
    ledger.append((given.enrolled("c-tester", third),), author=opened.author, expected_seq=2)
    kept_key, kept_slot = ledger.database_key, store.slot_path("b-tester").read_bytes()
    store.remove_user(opened, "b-tester")
    removed = UserRemoved(user="b-tester", reason="left")
    ledger.append((Draft(event=removed, entity=FACTS.station),), author=opened.author, expected_seq=3)
    assert ledger.verify().faults == ()
    ledger.close()
    assert store.users() == ("a-tester", "c-tester")
    with pytest.raises(Refusal, match="UNKNOWN_USER"):
        store.unlock("b-tester", OTHER_PASSPHRASE, clock=clock)
    store.slot_path("b-tester").write_bytes(kept_slot)
    with pytest.raises(Refusal, match="WRONG_KEY"):
        store.unlock("b-tester", OTHER_PASSPHRASE, clock=clock)
    with pytest.raises(Refusal, match="WRONG_KEY"):
        Database(store.ledger_path, kept_key)
    for user, passphrase in (("a-tester", PASSPHRASE), ("c-tester", "harvest moon over barley")):
        again = store.unlock(user, passphrase, clock=clock)
        assert again.ledger.head().seq == 4
        again.ledger.close()


@pytest.mark.req("KEY-004")
def test_nobody_removes_themselves_or_a_stranger(opened: UnlockedStation, store: StationFolder) -> None:
    with pytest.raises(Refusal, match="CANNOT_REMOVE_SELF"):
        store.remove_user(opened, "a-tester")
    with pytest.raises(Refusal, match="UNKNOWN_USER"):
        store.remove_user(opened, "b-tester")
    memory, author = started_memory_ledger()
    with pytest.raises(TypeError, match="not opened by this store"):
        store.remove_user(replace(opened, ledger=memory, author=author), "a-tester")


class PowerCut(BaseException):
    """Stands for the moment at which the machine stops."""


STEPS = ["write 1", "write 2", "forget recipient", "rekey before", "rekey after", "remove", "write 3", "write 4"]


@pytest.mark.req("KEY-005")
@pytest.mark.parametrize("step", STEPS)
def test_a_crash_while_removing_leaves_everyone_who_remains_able_to_sign_in(
    *,
    opened: UnlockedStation,
    ledger: SqlLedger,
    store: StationFolder,
    clock: TickingClock,
    monkeypatch: pytest.MonkeyPatch,
    step: str,
) -> None:
    _two_people(store, opened)
    third = store.add_user(opened, "c-tester", "harvest moon over barley")
    ledger.append((given.enrolled("c-tester", third),), author=opened.author, expected_seq=2)
    old_key = ledger.database_key
    _cut_power_at(step, monkeypatch)
    with pytest.raises(PowerCut):
        store.remove_user(opened, "b-tester")
    monkeypatch.undo()
    ledger.close()
    for user, passphrase in (("c-tester", "harvest moon over barley"), ("a-tester", PASSPHRASE)) * 2:
        again = store.unlock(user, passphrase, clock=clock)
        assert again.ledger.head().seq == 3
        again.ledger.close()
    final = store.unlock("a-tester", PASSPHRASE, clock=clock)
    if "b-tester" in store.users():
        store.remove_user(final, "b-tester")
    assert store.users() == ("a-tester", "c-tester")
    assert final.ledger.verify().faults == ()
    final.ledger.close()
    for user in store.users():
        assert len(json.loads(store.slot_path(user).read_bytes())["keys"]) == 1
    with pytest.raises(Refusal, match="WRONG_KEY"):
        Database(store.ledger_path, old_key)


def _cut_power_at(step: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Stop at the n-th slot that is written, or before or after one of the other steps."""
    writes = iter(range(1, 100))
    write_json, rekey = files.write_json, SqlLedger.rekey

    def write(path: Path, document: dict[str, object]) -> None:
        if step == f"write {next(writes)}":
            raise PowerCut
        write_json(path, document)

    def rekeyed(ledger: SqlLedger, key: bytes) -> None:
        if step == "rekey before":
            raise PowerCut
        rekey(ledger, key)
        if step == "rekey after":
            raise PowerCut

    def stop(*arguments: object) -> None:
        raise PowerCut

    monkeypatch.setattr(files, "write_json", write)
    monkeypatch.setattr(SqlLedger, "rekey", rekeyed)
    if step == "remove":
        monkeypatch.setattr(files, "remove", stop)
    if step == "forget recipient":
        monkeypatch.setattr(SqlLedger, "set_recipient", stop)


@pytest.mark.req("KEY-005")
def test_a_refused_rekeying_changes_nothing(
    opened: UnlockedStation,
    ledger: SqlLedger,
    store: StationFolder,
    clock: TickingClock,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    _two_people(store, opened)
    key = ledger.database_key

    def full(database: Database, new: bytes) -> None:
        raise Refusal("DISK_FULL", folder="", file="")

    monkeypatch.setattr(Database, "rekey", full)
    with pytest.raises(Refusal, match="DISK_FULL"):
        store.remove_user(opened, "b-tester")
    monkeypatch.undo()
    assert store.users() == ("a-tester", "b-tester")
    assert ledger.database_key == key
    ledger.close()
    for user, passphrase in (("b-tester", OTHER_PASSPHRASE), ("a-tester", PASSPHRASE)):
        store.unlock(user, passphrase, clock=clock).ledger.close()


@pytest.mark.req("KEY-006")
def test_a_slot_that_the_ledger_does_not_know_signs_nobody_in(
    opened: UnlockedStation, ledger: SqlLedger, store: StationFolder, clock: TickingClock
) -> None:
    first = store.add_user(opened, "b-tester", OTHER_PASSPHRASE)
    ledger.close()
    with pytest.raises(Refusal, match="USER_NOT_ENROLLED"):
        store.unlock("b-tester", OTHER_PASSPHRASE, clock=clock)
    again = store.unlock("a-tester", PASSPHRASE, clock=clock)
    public = store.add_user(again, "b-tester", OTHER_PASSPHRASE)
    assert public != first, "an enrolment that never reached the ledger can be repeated"
    again.ledger.append((given.enrolled("b-tester", public),), author=again.author, expected_seq=1)
    with pytest.raises(Refusal, match="USER_CODE_TAKEN"):
        store.add_user(again, "b-tester", OTHER_PASSPHRASE)
    again.ledger.close()
    second = store.unlock("b-tester", OTHER_PASSPHRASE, clock=clock)
    second.ledger.append((given.participant(),), author=second.author, expected_seq=2)
    assert second.ledger.verify().faults == ()
    second.ledger.close()


@pytest.mark.req("KEY-006")
@pytest.mark.parametrize("user", ["", "../a", "a/b", "a.b", "con", "LPT1", "-a", "ünal", "a" * 33, "a b"])
def test_a_user_code_that_is_no_safe_file_name_is_refused(
    opened: UnlockedStation, store: StationFolder, clock: TickingClock, user: str
) -> None:
    with pytest.raises(Refusal, match="BAD_USER_CODE"):
        store.add_user(opened, user, OTHER_PASSPHRASE)
    with pytest.raises(Refusal, match="BAD_USER_CODE"):
        store.unlock(user, PASSPHRASE, clock=clock)


@pytest.mark.req("KEY-006")
@pytest.mark.parametrize("user", ["A-Tester", "a-tester", "s01-a"])
def test_a_user_code_that_is_taken_is_refused(opened: UnlockedStation, store: StationFolder, user: str) -> None:
    with pytest.raises(Refusal, match="USER_CODE_TAKEN"):
        store.add_user(opened, user, OTHER_PASSPHRASE)


@pytest.mark.req("KEY-007")
@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps no such modes; the folder's owner rights apply")
def test_only_the_owner_can_read_the_folder(opened: UnlockedStation, store: StationFolder, folder: Path) -> None:
    store.set_anchor(Anchor(seq=1, hash="ab" * 32, clean=True, at=""))
    with store.hold():
        modes = {path.name: stat.S_IMODE(path.stat().st_mode) for path in (folder, *folder.rglob("*"))}
    assert modes.pop("station") == modes.pop("slots") == 0o700
    assert len(modes) >= 6
    assert set(modes.values()) == {0o600}, modes


@pytest.mark.req("KEY-007")
def test_a_write_that_fails_leaves_the_old_file_whole(
    opened: UnlockedStation, store: StationFolder, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = Anchor(seq=1, hash="ab" * 32, clean=False, at="2026-11-21T10:00:00+09:00")
    store.set_anchor(first)

    def fail(descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(Refusal, match="DISK_FULL"):
        store.set_anchor(Anchor(seq=2, hash="cd" * 32, clean=True, at=""))
    monkeypatch.undo()
    assert store.anchor() == first
    assert [path.name for path in folder.iterdir() if path.name.endswith(".tmp")] == []


@pytest.mark.req("KEY-008")
def test_a_set_up_that_fails_leaves_nothing(
    store: StationFolder, folder: Path, clock: TickingClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(path: Path, document: object) -> None:
        raise Refusal("DISK_FULL", folder=path.parent, file=path.name)

    monkeypatch.setattr(files, "write_json", fail)
    with store.hold(), pytest.raises(Refusal, match="DISK_FULL"):
        store.create(FACTS, user="a-tester", passphrase=PASSPHRASE, roles=(), clock=clock)
    monkeypatch.undo()
    assert not store.exists()
    assert [path.name for path in folder.iterdir()] == ["station.lock"]
    with store.hold():
        store.create(FACTS, user="a-tester", passphrase=PASSPHRASE, roles=(), clock=clock).ledger.close()


@pytest.mark.req("KEY-008")
def test_a_folder_that_holds_something_is_refused(store: StationFolder, folder: Path, clock: TickingClock) -> None:
    folder.mkdir()
    (folder / "notes.txt").write_text("mine")
    with pytest.raises(Refusal, match="FOLDER_NOT_EMPTY"):
        store.create(FACTS, user="a-tester", passphrase=PASSPHRASE, roles=(), clock=clock)
    with pytest.raises(Refusal, match="NO_STATION"):
        store.facts()
    assert not store.exists()
    assert _snapshot(folder) == {"notes.txt": b"mine"}


@pytest.mark.req("KEY-008")
def test_a_station_of_another_format_is_not_set_up(store: StationFolder, folder: Path, clock: TickingClock) -> None:
    with pytest.raises(ValueError, match="format 1 only"):
        store.create(replace(FACTS, format=2), user="a-tester", passphrase=PASSPHRASE, roles=(), clock=clock)
    assert not folder.exists()


@pytest.mark.req("KEY-008")
def test_an_existing_station_is_never_set_up_again(
    opened: UnlockedStation, store: StationFolder, folder: Path, clock: TickingClock
) -> None:
    opened.ledger.close()
    before = _snapshot(folder)
    with pytest.raises(Refusal, match="FOLDER_NOT_EMPTY"):
        store.create(FACTS, user="b-tester", passphrase=PASSPHRASE, roles=(), clock=clock)
    assert _snapshot(folder) == before


@pytest.mark.req("KEY-009")
@pytest.mark.parametrize("name", ["station.json", "slots/a-tester.json", "anchor.json", "attempts.json"])
@pytest.mark.parametrize("content", [b"", b"{", b"[]", b"\xff", b"{}", b'{"seq": 1}', b" " * 1_000_001])
def test_a_damaged_file_is_refused_by_name_and_left_alone(
    *, opened: UnlockedStation, store: StationFolder, folder: Path, clock: TickingClock, name: str, content: bytes
) -> None:
    opened.ledger.close()
    (folder / name).write_bytes(content)
    before = _snapshot(folder)

    def sign_in() -> None:
        store.failed_sign_ins()
        store.unlock("a-tester", PASSPHRASE, clock=clock)

    with pytest.raises(Refusal) as refused:
        sign_in()
    assert refused.value.code in {"DAMAGED_FILE", "DAMAGED_SLOT"}
    assert refused.value.arguments["file"] == Path(name).name
    assert _snapshot(folder) == before


@pytest.mark.req("KEY-009")
def test_a_newer_station_and_other_facts_are_refused(
    opened: UnlockedStation, store: StationFolder, folder: Path, clock: TickingClock
) -> None:
    opened.ledger.close()
    path = folder / "station.json"
    path.write_text(json.dumps({**asdict(FACTS), "format": 2, "future": "field"}))
    with pytest.raises(Refusal, match="NEWER_STATION"):
        store.unlock("a-tester", PASSPHRASE, clock=clock)
    path.write_text(json.dumps({**asdict(FACTS), "study": "another-study"}))
    with pytest.raises(Refusal, match="STATION_DIFFERS"):
        store.unlock("a-tester", PASSPHRASE, clock=clock)
    path.write_text(json.dumps({**asdict(FACTS), "station": "S01-B"}))
    with pytest.raises(Refusal, match="DAMAGED_SLOT"):
        store.unlock("a-tester", PASSPHRASE, clock=clock)


@pytest.mark.req("SAF-006")
def test_an_older_copy_of_the_ledger_is_refused(
    opened: UnlockedStation, ledger: SqlLedger, store: StationFolder, folder: Path, clock: TickingClock
) -> None:
    ledger.append((given.participant(),), author=opened.author, expected_seq=1)
    ledger.close()
    older = store.ledger_path.read_bytes()
    again = store.unlock("a-tester", PASSPHRASE, clock=clock)
    again.ledger.append((given.visit(),), author=again.author, expected_seq=2)
    head = again.ledger.head()
    store.set_anchor(Anchor(seq=head.seq, hash=head.hash, clean=True, at=""))
    again.ledger.close()
    store.unlock("a-tester", PASSPHRASE, clock=clock).ledger.close()
    newer = store.ledger_path.read_bytes()

    store.ledger_path.write_bytes(older)
    before = _snapshot(folder)
    with pytest.raises(Refusal) as refused:
        store.unlock("a-tester", PASSPHRASE, clock=clock)
    assert (refused.value.code, refused.value.arguments) == ("ROLLED_BACK", {"known": "3", "found": "2"})
    assert _snapshot(folder) == before

    store.ledger_path.write_bytes(newer)
    store.set_anchor(Anchor(seq=head.seq, hash="00" * 32, clean=True, at=""))
    with pytest.raises(Refusal, match="ROLLED_BACK"):
        store.unlock("a-tester", PASSPHRASE, clock=clock)
