"""Full disks, read-only folders, flipped bits and edits behind the ledger's back."""

from __future__ import annotations

import errno
import os
import random
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from assessdesk.ports import Refusal, UnlockedStation
from assessdesk.storage import faults, schema
from assessdesk.storage.ledger import SqlLedger
from assessdesk.storage.passphrases import FLOOR
from assessdesk.storage.station import StationFolder
from tests.fakes.memory_ledger import TickingClock
from tests.storage import facts as given
from tests.storage.facts import FACTS, PASSPHRASE

NOBODY = 65534
_REPLACED = "UPDATE entry SET {0} = CAST(replace({0}, '{1}', '{2}') AS BLOB) WHERE seq = {3}"


@pytest.mark.req("SAF-004")
def test_a_full_disk_refuses_keeps_and_works_again(
    opened: UnlockedStation, ledger: SqlLedger, store: StationFolder, clock: TickingClock
) -> None:
    ledger.append((given.participant(), given.visit()), author=opened.author, expected_seq=1)
    pages = ledger._database.number("PRAGMA page_count")
    ledger._database.number(f"PRAGMA max_page_count = {pages + 2}")
    code, saved = "", 3
    while not code and saved < 200:
        try:
            ledger.append((given.recorded(f"grip.right.{saved}.force"),), author=opened.author, expected_seq=saved)
            saved += 1
        except Refusal as refusal:
            code = refusal.code
    assert code == "DISK_FULL"
    assert saved > 3, "there was room for some"
    assert ledger.head().seq == saved
    assert ledger.verify().faults == ()
    assert sum(1 for _ in ledger.entries(kinds=("value.recorded",))) == saved - 3
    ledger._database.number("PRAGMA max_page_count = 1000000")
    ledger.append((given.recorded("grip.left.1.force"),), author=opened.author, expected_seq=saved)
    ledger.close()
    again = store.unlock("a-tester", PASSPHRASE, clock=clock)
    assert again.ledger.head().seq == saved + 1
    assert again.ledger.verify().faults == ()
    again.ledger.close()


LIMITED = """
import resource, sys
from pathlib import Path
from assessdesk.ports import Refusal
from assessdesk.storage.passphrases import FLOOR
from assessdesk.storage.station import StationFolder
from tests.fakes.memory_ledger import TickingClock
from tests.storage import facts as given
store = StationFolder(Path(sys.argv[1]), cost=FLOOR)
opened = store.unlock("a-tester", given.PASSPHRASE, clock=TickingClock())
ledger = opened.ledger
size = store.ledger_path.stat().st_size
resource.setrlimit(resource.RLIMIT_FSIZE, (size + 8192, resource.RLIM_INFINITY))
seq = ledger.head().seq
while True:
    try:
        draft = given.recorded(f"grip.right.{seq}.force")
        ledger.append((draft,), author=opened.author, expected_seq=seq)
        seq += 1
    except Refusal as refusal:
        assert ledger.head().seq == seq and ledger.verify().faults == (), "unreadable after the refusal"
        print(refusal.code, seq)
        break
resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
ledger.append((given.recorded("grip.left.1.force"),), author=opened.author, expected_seq=seq)
print("again", ledger.head().seq)
"""


@pytest.mark.req("SAF-004")
@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no limit on the size of a process's files")
def test_a_disk_that_refuses_to_write_is_no_false_save(
    opened: UnlockedStation, store: StationFolder, folder: Path, clock: TickingClock
) -> None:
    opened.ledger.append((given.participant(), given.visit()), author=opened.author, expected_seq=1)
    opened.ledger.close()
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(path for path in sys.path if path)}
    done = subprocess.run(
        [sys.executable, "-c", LIMITED, str(folder)], check=True, capture_output=True, text=True, env=environment
    )
    code, saved, again, after = done.stdout.split()
    assert code in {"DISK_ERROR", "DISK_FULL"}
    assert int(saved) > 3
    assert (again, int(after)) == ("again", int(saved) + 1)
    reopened = store.unlock("a-tester", PASSPHRASE, clock=clock)
    assert reopened.ledger.head().seq == int(after)
    assert reopened.ledger.verify().faults == ()
    reopened.ledger.close()


@contextmanager
def _as_nobody() -> Iterator[None]:
    """Give up root's right to write everywhere, where the tests run as root."""
    if os.geteuid() != 0:
        yield
        return
    os.setresuid(NOBODY, NOBODY, 0)  # os.access asks for the real user
    try:
        yield
    finally:
        os.setresuid(0, 0, 0)


@contextmanager
def _read_only(folder: Path) -> Iterator[None]:
    """Take the right to write from a folder and from what is in it."""
    paths = (*folder.rglob("*"), folder)
    for path in paths:
        if os.geteuid() == 0:
            os.chown(path, NOBODY, -1)
        path.chmod(0o500 if path.is_dir() else 0o400)
    try:
        yield
    finally:
        for path in reversed(paths):
            path.chmod(0o700 if path.is_dir() else 0o600)


@pytest.mark.req("SAF-005")
@pytest.mark.skipif(sys.platform == "win32", reason="chmod does not make a folder read-only on Windows")
def test_a_read_only_folder_is_refused_and_left_as_it_was(clock: TickingClock) -> None:
    with tempfile.TemporaryDirectory() as place:  # pytest's own folders can be entered by their owner only
        Path(place).chmod(0o755)
        store = StationFolder(Path(place) / "station", cost=FLOOR)
        store.create(FACTS, user="a-tester", passphrase=PASSPHRASE, roles=(), clock=clock).ledger.close()
        before = store.ledger_path.read_bytes()
        with _read_only(Path(place) / "station"), _as_nobody():
            with pytest.raises(Refusal, match="READ_ONLY_FOLDER"):
                store.unlock("a-tester", PASSPHRASE, clock=clock)
            with pytest.raises(Refusal, match="READ_ONLY_FOLDER"):
                store.unlock("a-tester", "a wrong passphrase", clock=clock)
        assert store.ledger_path.read_bytes() == before
        with _as_nobody(), pytest.raises(Refusal, match="READ_ONLY_FOLDER"):
            StationFolder(Path(place) / "new", cost=FLOOR).create(
                FACTS, user="a-tester", passphrase=PASSPHRASE, roles=(), clock=clock
            )


@pytest.mark.req("SAF-004")
@pytest.mark.parametrize(
    ("error", "code"),
    [
        (OSError(errno.ENOSPC, "full"), "DISK_FULL"),
        (OSError(errno.EROFS, "read-only"), "READ_ONLY_FOLDER"),
        (OSError(errno.EIO, "broken"), "DISK_ERROR"),
        (OSError(errno.ENOTCONN, "something else"), None),
        (ValueError("a defect"), None),
    ],
)
def test_only_known_errors_of_the_system_are_refusals(error: Exception, code: str | None) -> None:
    refusal = faults.refusal_for(error, Path("folder") / "file")
    assert (None if refusal is None else refusal.code) == code


@pytest.mark.req("SAF-007")
def test_no_flipped_bit_is_accepted(
    opened: UnlockedStation, ledger: SqlLedger, store: StationFolder, clock: TickingClock
) -> None:
    for number in range(1, 41):
        seq = ledger.head().seq
        ledger.append((given.participant(number),), author=opened.author, expected_seq=seq)
    ledger.close()
    good = store.ledger_path.read_bytes()
    chance = random.Random(7)  # noqa: S311 - places, not keys
    places = [0, 15, 16, 4095, 4096, len(good) - 1, *(chance.randrange(len(good)) for _ in range(30))]
    for place in places:
        damaged = bytearray(good)
        damaged[place] ^= 1 << chance.randrange(8)
        store.ledger_path.write_bytes(damaged)
        assert _is_noticed(store, clock), f"byte {place}"
    store.ledger_path.write_bytes(good)
    assert not _is_noticed(store, clock), "the undamaged file is accepted"


def _is_noticed(store: StationFolder, clock: TickingClock) -> bool:
    try:
        opened = store.unlock("a-tester", PASSPHRASE, clock=clock)
    except Refusal as refusal:
        return refusal.code in {"WRONG_KEY", "DAMAGED_DATABASE"}
    try:
        return any("page" in fault for fault in opened.ledger.verify().faults)
    finally:
        opened.ledger.close()


def _edit(ledger: SqlLedger, *statements: str) -> None:
    """Edit as somebody who holds the key: first take the triggers away."""
    for name in ("entry_no_update", "entry_no_delete", "entry_in_order", "entry_with_payload"):
        ledger._connection.exec_driver_sql(f"DROP TRIGGER {name}")
    for statement in statements:
        ledger._connection.exec_driver_sql(statement)


@pytest.mark.req("LED-018")
@pytest.mark.parametrize(
    ("statement", "words"),
    [
        (
            "UPDATE entry SET payload = CAST(replace(payload, '31.40', '35.40') AS BLOB) WHERE seq = 4",
            "entry 4 was changed",
        ),
        (
            "UPDATE entry SET header = CAST(replace(header, 'a-tester', 'b-tester') AS BLOB) WHERE seq = 3",
            "entry 3 was changed",
        ),
        ("UPDATE entry SET signature = zeroblob(64) WHERE seq = 3", "entry 3 was changed"),
        ("UPDATE entry SET salt = zeroblob(16) WHERE seq = 2", "entry 2 was changed"),
        ("UPDATE entry SET hash = '00' WHERE seq = 5", "entry 5 was changed"),
        ("UPDATE entry SET entity = 'participant-2' WHERE seq = 4", "entry 4: column entity"),
        ("UPDATE entry SET kind = 'trial.voided' WHERE seq = 4", "entry 4: column kind"),
        ("UPDATE entry SET header = x'7b7d' WHERE seq = 3", "entry 3 cannot be read"),
        ("DELETE FROM entry WHERE seq = 3", "entry 3 is missing"),
        ("UPDATE entry SET seq = 9 WHERE seq = 5", "entry 5 is stored under the number 9"),
        ("DELETE FROM entry WHERE seq = 1", "entry 1 is missing"),
        ("UPDATE view_participant SET birth_year = 1900", "read table view_participant"),
        ("DELETE FROM view_value", "read table view_value"),
        ("UPDATE view_user SET roles = '[]'", "read table view_user"),
        ("INSERT INTO view_receipt VALUES (9, 1, 1, '', '', '', '', '[]')", "read table view_receipt"),
        ("UPDATE meta SET value = zeroblob(32) WHERE name = 'seed'", "another station key"),
    ],
)
def test_a_full_check_names_what_was_changed(
    *,
    opened: UnlockedStation,
    ledger: SqlLedger,
    store: StationFolder,
    clock: TickingClock,
    statement: str,
    words: str,
) -> None:
    drafts = (given.participant(), given.visit(), given.recorded(), given.recorded("grip.left.1.force"))
    ledger.append(drafts, author=opened.author, expected_seq=1)
    assert ledger.verify().faults == ()
    _edit(ledger, statement)
    if "meta" in statement:
        ledger.close()
        ledger = SqlLedger.open(store.ledger_path, _key(store), clock=clock)
    found = ledger.verify().faults
    assert any(words in fault for fault in found), found
    ledger.close()


@pytest.mark.req("LED-018")
def test_a_check_survives_a_table_that_somebody_made_anew(opened: UnlockedStation, ledger: SqlLedger) -> None:
    ledger.append((given.participant(),), author=opened.author, expected_seq=1)
    _edit(
        ledger,
        "ALTER TABLE entry RENAME TO kept",
        "CREATE TABLE entry (seq, hash, header, signature, salt, payload, entity, kind)",
        "INSERT INTO entry SELECT seq, hash, CAST(header AS TEXT), signature, salt, payload, entity, kind FROM kept",
    )
    assert "entry 1 was changed: text stands where exact bytes belong" in ledger.verify().faults


def _key(store: StationFolder) -> bytes:
    identity = store._slot("a-tester", FACTS).open(PASSPHRASE)
    key = identity.open_key(store._slot("a-tester", FACTS).keys[0])
    assert key is not None
    return key


@pytest.mark.req("LED-014")
def test_rebuilding_repairs_read_tables_only(opened: UnlockedStation, ledger: SqlLedger) -> None:
    ledger.append((given.participant(), given.visit(), given.recorded()), author=opened.author, expected_seq=1)
    before = ledger.views.visits()
    ledger._connection.exec_driver_sql("DELETE FROM view_visit")
    assert ledger.views.visits() == ()
    ledger.rebuild_views()
    assert ledger.views.visits() == before
    assert ledger.verify().faults == ()
    assert all(table.name.startswith("view_") for table in schema.VIEWS.sorted_tables)
