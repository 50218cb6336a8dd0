"""Writing packages: compared before named, nothing left behind, and readable with public tools."""

from __future__ import annotations

import base64
import errno
import json
import os
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pyrage
import pytest

from assessdesk.domain.events import PackageExported, RecipientsSet, StationLocked
from assessdesk.exchange import signatures
from assessdesk.exchange.package import AgePacker
from assessdesk.ports import Refusal
from assessdesk.services.export import pending
from tests.exchange.packing import Desk, desk, plain_lines, read_all

DER_OF_ED25519 = bytes.fromhex("302a300506032b6570032100")


@pytest.fixture
def station() -> Desk:
    made = desk()
    made.enrol(5)
    return made


def tool(name: str) -> str:
    found = shutil.which(name)
    assert found, f"the command {name} is missing: install it (apt-get install age zstd openssl), then run again"
    return found


@pytest.mark.req("PKG-001")
def test_public_tools_show_the_manifest_to_each_recipient(station: Desk, tmp_path: Path) -> None:
    sealed = station.export(tmp_path / "out")
    assert sealed.path.name == "S01-A-e1-000001.age"
    for identity in (station.central, station.escrow):
        key = tmp_path / "key.txt"
        key.write_text(f"{identity}\n")
        opened = subprocess.run([tool("age"), "-d", "-i", key, sealed.path], capture_output=True, check=True)
        plain = subprocess.run([tool("zstd"), "-d"], input=opened.stdout, capture_output=True, check=True).stdout
        first = json.loads(plain.split(b"\n")[0])
        assert first["format"] == "assessdesk-package/1"
        assert first["entries"] == 7 == len(plain.split(b"\n")) - 3
        assert first["recipients"] == [
            str(station.central.to_public()),
            str(station.escrow.to_public()),
            station.ledger.station_recipient(),
        ]


@pytest.mark.req("PKG-001")
def test_openssl_verifies_the_signature_line(station: Desk, tmp_path: Path) -> None:
    sealed = station.export(tmp_path / "out")
    lines = plain_lines(sealed.path, station.central)
    (tmp_path / "message").write_bytes(b"assessdesk-package/1\n" + lines[0])
    (tmp_path / "signature").write_bytes(base64.b64decode(lines[1], validate=True))
    (tmp_path / "key").write_bytes(DER_OF_ED25519 + bytes.fromhex(station.ledger.station_public_key()))
    command = [tool("openssl"), "pkeyutl", "-verify", "-rawin", "-pubin", "-keyform", "DER", "-inkey", "key"]
    command += ["-in", "message", "-sigfile", "signature"]
    subprocess.run(command, cwd=tmp_path, check=True, capture_output=True)
    (tmp_path / "message").write_bytes(b"assessdesk-package/1\n" + lines[0] + b" ")
    assert subprocess.run(command, cwd=tmp_path, check=False, capture_output=True).returncode != 0


@pytest.mark.req("PKG-001")
def test_a_package_made_with_the_public_tools_is_read(station: Desk, tmp_path: Path) -> None:
    sealed = station.export(tmp_path / "out")
    plain = b"".join(line + b"\n" for line in plain_lines(sealed.path, station.central))
    frame = subprocess.run([tool("zstd"), "-19"], input=plain, capture_output=True, check=True).stdout
    made = tmp_path / "made.age"
    recipient = str(station.central.to_public())
    subprocess.run([tool("age"), "-r", recipient, "-o", made], input=frame, capture_output=True, check=True)
    assert read_all(made, station.central, station.card) == 7


@pytest.mark.req("PKG-002")
def test_without_recipients_nothing_is_exported(station: Desk, tmp_path: Path) -> None:
    station.add(RecipientsSet(central="", escrow=""))
    head = station.ledger.head()
    with pytest.raises(Refusal, match="NO_RECIPIENT"):
        station.export(tmp_path / "out")
    station.add(RecipientsSet(central="age1nonsense", escrow="age1nonsense"))
    with pytest.raises(Refusal, match="RECIPIENT_INVALID"):
        station.export(tmp_path / "out")
    assert list((tmp_path / "out").iterdir()) == []
    assert station.ledger.head().seq == head.seq + 1


@pytest.mark.req("PKG-003")
@pytest.mark.parametrize("step", ["sealing", "writing", "comparing"])
def test_a_cancelled_export_leaves_nothing(station: Desk, tmp_path: Path, step: str) -> None:
    steps = []

    def cancel(at: str, done: int, total: int) -> bool:
        steps.append(at)
        assert 0 <= done <= total
        return at != step

    head = station.ledger.head()
    with pytest.raises(Refusal, match="EXPORT_CANCELLED"):
        station.export(tmp_path / "out", progress=cancel)
    assert step in steps
    assert list((tmp_path / "out").iterdir()) == []
    assert station.ledger.head() == head


@pytest.mark.req("PKG-003")
def test_bytes_that_changed_on_the_medium_are_noticed(
    station: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    written: Any = os.fsync

    def fsync(handle: int) -> None:
        written(handle)
        for part in (tmp_path / "out").glob(".*.part"):
            content = bytearray(part.read_bytes())
            content[-20] ^= 1
            part.write_bytes(content)

    monkeypatch.setattr(os, "fsync", fsync)
    with pytest.raises(Refusal, match="PACKAGE_NOT_AS_WRITTEN"):
        station.export(tmp_path / "out")
    assert list((tmp_path / "out").iterdir()) == []
    assert station.ledger.views.packages() == ()


@pytest.mark.req("PKG-003")
def test_a_valid_package_of_other_content_is_noticed(
    station: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The stick gives back an older package of the same station: it opens, and it is not what was written."""
    older = station.export(tmp_path / "older").path.read_bytes()
    station.enrol(1)
    synced: Any = os.fsync

    def fsync(handle: int) -> None:
        synced(handle)
        for part in (tmp_path / "out").glob(".*.part"):
            part.write_bytes(older)

    monkeypatch.setattr(os, "fsync", fsync)
    with pytest.raises(Refusal, match="PACKAGE_NOT_AS_WRITTEN"):
        station.export(tmp_path / "out")


@pytest.mark.req("PKG-004")
@pytest.mark.parametrize(
    ("number", "code"),
    [
        (errno.ENOSPC, "FOLDER_FULL"),
        (errno.EDQUOT, "FOLDER_FULL"),
        (errno.EROFS, "FOLDER_READ_ONLY"),
        (errno.EACCES, "FOLDER_READ_ONLY"),
        (errno.EIO, "FOLDER_GONE"),
        (errno.ENODEV, "FOLDER_GONE"),
        (errno.EINVAL, "FOLDER_FAILED"),
    ],
)
def test_a_failing_disk_is_a_sentence(
    station: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, code: str
) -> None:
    def fails(_handle: int) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, "fsync", fails)
    with pytest.raises(Refusal, match=code):
        station.export(tmp_path / "out")
    assert list((tmp_path / "out").iterdir()) == []
    monkeypatch.undo()
    assert station.export(tmp_path / "out").manifest.last_seq == 7


@pytest.mark.req("PKG-004")
def test_a_really_full_disk_and_a_missing_folder(station: Desk, tmp_path: Path) -> None:
    """/dev/full answers every write as a full disk does, at the write itself."""
    part = tmp_path / ".S01-A-e1-000001.age.part"
    real = os.open

    def opened(path: Any, flags: int, mode: int = 0o777) -> int:
        return real("/dev/full", os.O_WRONLY) if Path(path) == part else real(path, flags, mode)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(os, "open", opened)
        with pytest.raises(Refusal, match="FOLDER_FULL"):
            station.export(tmp_path)
    with pytest.raises(Refusal, match="FOLDER_GONE"):
        AgePacker().write(
            station.export(tmp_path).manifest,
            station.ledger.wire(first=1, last=7),
            ledger=station.ledger,
            folder=tmp_path / "pulled" / "stick",
            progress=lambda _step, _done, _total: True,
        )


@pytest.mark.req("PKG-003")
def test_a_file_is_never_overwritten_and_an_old_half_is_cleared(station: Desk, tmp_path: Path) -> None:
    out = tmp_path / "out"
    out.mkdir()
    (out / ".S01-A-e1-000001.age.part").write_bytes(b"half of a package from before a power cut")
    (out / "S01-A-e1-000001.age").write_bytes(b"precious")
    with pytest.raises(Refusal, match="FILE_EXISTS"):
        station.export(out)
    assert (out / "S01-A-e1-000001.age").read_bytes() == b"precious"
    (out / "S01-A-e1-000001.age").unlink()
    station.export(out)
    assert [file.name for file in out.iterdir()] == ["S01-A-e1-000001.age"]


@pytest.mark.req("PKG-010")
def test_nothing_is_written_in_the_clear(station: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """While the file is opened again, no other file of the folder or of the temporary folder changes."""
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    seen: set[str] = set()

    def look(_step: str, _done: int, _total: int) -> bool:
        for file in tmp_path.rglob("*"):
            if file.is_file():
                seen.add(file.name)
                assert b"planted-note" not in file.read_bytes()
                assert not file.read_bytes().startswith(b"\x28\xb5\x2f\xfd")
        return True

    station.export(tmp_path / "out", progress=look)
    assert seen == {".S01-A-e1-000001.age.part"}


@pytest.mark.req("EXP-001")
def test_the_next_package_begins_behind_the_last(station: Desk, tmp_path: Path) -> None:
    first = station.export(tmp_path / "out")
    assert (first.manifest.first_seq, first.manifest.last_seq) == (1, 7)
    with pytest.raises(Refusal, match="NOTHING_TO_EXPORT"):
        station.export(tmp_path / "out")
    station.add(StationLocked(reason="asked"))
    second = station.export(tmp_path / "out")
    assert (second.manifest.first_seq, second.manifest.last_seq) == (8, 9)
    assert second.manifest.head_before == first.manifest.head_after
    assert second.path.name == "S01-A-e1-000002.age"
    again = station.export(tmp_path / "out", from_receipt=True)
    assert (again.manifest.first_seq, again.manifest.last_seq) == (1, 10)
    assert pending(station.ledger).count == 0


@pytest.mark.req("EXP-002")
def test_the_ledger_states_the_export_after_it_was_compared(station: Desk, tmp_path: Path) -> None:
    sealed = station.export(tmp_path / "out")
    *_, last = station.ledger.entries()
    assert isinstance(last.event, PackageExported)
    assert last.event.digest == sealed.digest
    assert last.event.head == sealed.manifest.head_after
    assert last.event.recipients == sealed.manifest.recipients
    assert sealed.size == sealed.path.stat().st_size


@pytest.mark.req("PKG-005")
def test_another_key_than_the_enrolled_one_is_refused(station: Desk, tmp_path: Path) -> None:
    sealed = station.export(tmp_path / "out")
    other = desk(central=station.central)
    assert read_all(sealed.path, station.central, station.card) == 7
    with pytest.raises(Refusal, match="PACKAGE_SIGNATURE"):
        read_all(sealed.path, station.central, other.card)
    with pytest.raises(Refusal, match="PACKAGE_WRONG_KEY"):
        read_all(sealed.path, pyrage.x25519.Identity.generate(), station.card)
    assert not signatures.is_signed("zz" * 32, b"\0" * 64, b"")
