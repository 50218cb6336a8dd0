"""Packages, version 1: writing one so that it is compared before it has its name, and reading one without trust.

The layout stands in docs/package-format.md. This module must not know central's tables nor who may sign an entry;
it checks what a reader can check with the enrolled station key and the bytes alone.
"""

from __future__ import annotations

import base64
import hashlib
import os
import tempfile
from contextlib import contextmanager, suppress
from typing import IO, TYPE_CHECKING, Any, BinaryIO, cast

import zstandard

from assessdesk.domain.wire import MalformedEntry, WireEntry, decode_line, encode_line, fault_of, read_header
from assessdesk.exchange import manifest as shape
from assessdesk.exchange import sealing, signatures
from assessdesk.exchange.receipt import open_receipt
from assessdesk.ports import Manifest, Receipt, Refusal, SealedPackage

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from assessdesk.domain.wire import Header
    from assessdesk.ports import Ledger

    Progress = Callable[[str, int, int], bool]


class _Watched:
    """A file that digests what passes and asks, piece by piece, whether to go on."""

    def __init__(self, file: BinaryIO, step: str, total: int, progress: Progress) -> None:
        self._file, self._step, self._total, self._progress = file, step, total, progress
        self.digest, self.size = hashlib.sha256(), 0

    def _passed(self, data: bytes) -> None:
        self.digest.update(data)
        self.size += len(data)
        if not self._progress(self._step, min(self.size, self._total), self._total):
            raise Refusal("EXPORT_CANCELLED")

    def write(self, data: bytes) -> int:
        self._file.write(data)
        self._passed(data)
        return len(data)

    def read(self, size: int = -1) -> bytes:
        data = self._file.read(size)
        self._passed(data)
        return data


class _Plain:
    """Digests the plain lines on their way out and, decompressed again, on their way back."""

    def __init__(self) -> None:
        self.digest = hashlib.sha256()
        self._frame = zstandard.ZstdDecompressor(max_window_size=sealing.WINDOW).decompressobj()

    def write(self, compressed: bytes) -> int:
        try:
            self.digest.update(self._frame.decompress(compressed))
        except zstandard.ZstdError as error:
            raise Refusal("PACKAGE_NOT_AS_WRITTEN") from error
        return len(compressed)


class AgePacker:
    """Fulfils `ports.Packer` with age, zstd and Ed25519."""

    def write(
        self,
        manifest: Manifest,
        entries: Iterator[WireEntry],
        *,
        ledger: Ledger,
        folder: Path,
        progress: Progress,
    ) -> SealedPackage:
        """Seal under a temporary name, sync, open again, compare, and only then give the file its name."""
        sealing.recipients_from(manifest.recipients)
        if not shape.is_own_id(manifest.package):
            raise Refusal("PACKAGE_NAME_INVALID", name=manifest.package)
        path = folder / f"{manifest.package}{shape.SUFFIX}"
        temporary = folder / f".{path.name}.part"
        try:
            if path.exists():
                raise Refusal("FILE_EXISTS", file=path)
            temporary.unlink(missing_ok=True)
            with _removed_on_failure(temporary):
                plain, written = _write(manifest, entries, ledger, temporary, progress)
                if _reopened(ledger, temporary, written.size, progress) != (plain, written.digest.digest()):
                    raise Refusal("PACKAGE_NOT_AS_WRITTEN")
                temporary.replace(path)
            sync_folder(folder)
        except OSError as error:
            raise sealing.folder_refusal(error, folder) from error
        return SealedPackage(manifest=manifest, path=path, digest=written.digest.hexdigest(), size=written.size)

    def read_receipt(self, sealed: bytes, *, ledger: Ledger, central_signing_key: str) -> Receipt:
        """Open and verify a receipt. Raises Refusal when it is for another station or its signature is wrong."""
        receipt = open_receipt(ledger.open_sealed(sealed), central_signing_key=central_signing_key)
        ours = (ledger.study, ledger.station, ledger.epoch)
        if (receipt.study, receipt.station, receipt.epoch) != ours:
            raise Refusal("RECEIPT_OTHER_STATION", station=receipt.station, epoch=receipt.epoch)
        return receipt

    def new_recipient(self, path: Path) -> str:
        """Make an age key file at `path` and return its public key. Raises Refusal when the file exists."""
        return sealing.new_identity(path)


@contextmanager
def _removed_on_failure(path: Path) -> Iterator[None]:
    """Remove a half-made file, whatever stopped the work."""
    try:
        yield
    except BaseException:
        with suppress(OSError):  # a pulled stick took the file along
            path.unlink(missing_ok=True)
        raise


def sync_folder(folder: Path) -> None:
    """Make a rename durable where the system can (Windows does it by itself, some sticks refuse)."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _write(
    manifest: Manifest, entries: Iterator[WireEntry], ledger: Ledger, path: Path, progress: Progress
) -> tuple[bytes, _Watched]:
    """Write and sync the sealed file; return the digest of the plain lines and what passed to the file."""
    digest = hashlib.sha256()

    def plain() -> Iterator[bytes]:
        done = 0
        for number, line in enumerate(_lines(manifest, entries, ledger)):
            digest.update(line)
            done += len(line) if number > 1 else 0
            if not progress("sealing", done, manifest.payload_bytes):
                raise Refusal("EXPORT_CANCELLED")
            yield line

    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
        written = _Watched(file, "writing", manifest.payload_bytes, progress)
        sealing.seal(sealing.Compressed(plain()), written, manifest.recipients)
        file.flush()
        os.fsync(file.fileno())
        if hasattr(os, "posix_fadvise"):  # compare with the medium, not with the memory that was just written
            os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)
    return digest.digest(), written


def _lines(manifest: Manifest, entries: Iterator[WireEntry], ledger: Ledger) -> Iterator[bytes]:
    """Yield the plain lines with their ends, making sure that the entries are what the manifest says."""
    first = shape.encode_manifest(manifest)
    yield first + b"\n"
    signature = ledger.station_author().sign(signatures.stamped(shape.PACKAGE_FORMAT, first))
    yield base64.b64encode(signature) + b"\n"
    seq, previous, size = manifest.first_seq, manifest.head_before, 0
    for entry in entries:
        fault = fault_of(entry, expected_seq=seq, previous=previous)
        if fault is not None:
            raise Refusal("LEDGER_FAULT", fault=fault)
        line = encode_line(entry) + b"\n"
        seq, previous, size = seq + 1, entry.hash, size + len(line)
        yield line
    if (seq - 1, previous, size) != (manifest.last_seq, manifest.head_after, manifest.payload_bytes):
        raise Refusal("LEDGER_FAULT", fault=f"the range ends at entry {seq - 1} instead of {manifest.last_seq}")


def _reopened(ledger: Ledger, path: Path, size: int, progress: Progress) -> tuple[bytes, bytes]:
    """Open the file again as the station; return the digests of its plain lines and of the file itself."""
    plain = _Plain()
    with path.open("rb") as file:
        watched = _Watched(file, "comparing", size, progress)
        reader, writer = sealing.Kept(watched), sealing.Kept(plain)
        try:
            ledger.open_sealed_stream(cast("BinaryIO", reader), cast("BinaryIO", writer))
        except (Refusal, OSError) as error:  # the age library gives our own errors back as its own
            raise (reader.error or writer.error or Refusal("PACKAGE_NOT_AS_WRITTEN")) from error
        sealing.raise_kept(reader, writer)
    return plain.digest.digest(), watched.digest.digest()


class OpenedPackage:
    """A package whose age seal was verified to the last byte; nothing in it is trusted yet."""

    def __init__(self, staged: IO[bytes]) -> None:
        """Read manifest and signature line. Raises Refusal."""
        self._staged = staged
        try:
            lines = sealing.Lines(cast("BinaryIO", staged))
            self._first = lines.next(shape.MANIFEST_LIMIT)
            signature = lines.next(shape.SIGNATURE_LIMIT)
        except sealing.Damaged as error:
            raise Refusal("PACKAGE_MALFORMED", detail=error) from error
        self.manifest = shape.decode_manifest(self._first)
        try:
            self._signature = base64.b64decode(signature, validate=True)
        except ValueError as error:
            raise Refusal("PACKAGE_MALFORMED", detail="the second line is not a signature in base64") from error
        if base64.b64encode(self._signature) != signature:
            raise Refusal("PACKAGE_MALFORMED", detail="the signature line is not written canonically")

    def check_signature(self, public_key: str) -> None:
        """Check the manifest against the key that was enrolled, never the one it names. Raises Refusal."""
        message = signatures.stamped(shape.PACKAGE_FORMAT, self._first)
        if not signatures.is_signed(public_key, self._signature, message):
            raise Refusal("PACKAGE_SIGNATURE", station=self.manifest.station, epoch=self.manifest.epoch)

    def entries(self) -> Iterator[tuple[WireEntry, Header]]:
        """Yield entries that form the declared chain, count, size and stream. Raises Refusal at the first fault.

        The signatures of the entries are the caller's to check: who may sign is known to central, not to a file.
        """
        told = self.manifest
        seq, previous = told.first_seq, told.head_before
        try:
            lines = sealing.Lines(cast("BinaryIO", self._staged))
            lines.next(shape.MANIFEST_LIMIT)
            lines.next(shape.SIGNATURE_LIMIT)
            for line in lines.rest(lines=told.entries, limit=shape.LINE_LIMIT, total=told.payload_bytes):
                entry, header = _entry(line)
                fault = fault_of(entry, expected_seq=seq, previous=previous)
                if fault is not None:
                    raise Refusal("PACKAGE_CHAIN", fault=fault)
                if (header.study, header.station, header.epoch) != (told.study, told.station, told.epoch):
                    raise Refusal("PACKAGE_CHAIN", fault=f"entry {seq} belongs to another stream")
                seq, previous = seq + 1, entry.hash
                yield entry, header
        except sealing.Damaged as error:
            raise Refusal("PACKAGE_MALFORMED", detail=error) from error
        if previous != told.head_after:
            raise Refusal("PACKAGE_CHAIN", fault="the last entry is not the head that the manifest names")


def _entry(line: bytes) -> tuple[WireEntry, Header]:
    """Read one entry line, which must be written exactly as this format writes it."""
    try:
        entry = decode_line(line)
        if encode_line(entry) != line:
            raise MalformedEntry("the line is not written canonically")
        return entry, read_header(entry.header)
    except (ValueError, RecursionError) as error:  # MalformedEntry is a ValueError, so is a lone surrogate
        raise Refusal("PACKAGE_MALFORMED", detail=str(error)[:200]) from error


class PackageReader:
    """Opens packages with one age identity; plain data goes to a nameless temporary file, never to a named one."""

    def __init__(self, identity: sealing.Identity, *, staging: Path | None = None) -> None:
        """Take the identity and, if given, the folder whose disk holds the temporary file."""
        self._identity: Any = identity
        self._staging = staging

    @contextmanager
    def open(self, path: Path) -> Iterator[OpenedPackage]:
        """Open a sealed file. Raises Refusal: not sealed to us, damaged, unreadable, malformed or newer."""
        try:
            with tempfile.TemporaryFile(dir=self._staging) as staged:
                try:
                    with path.open("rb") as sealed:
                        sealing.open_sealed(sealed, staged, self._identity)
                except sealing.NotForThisKey as error:
                    raise Refusal("PACKAGE_WRONG_KEY") from error
                except sealing.Damaged as error:
                    raise Refusal("PACKAGE_DAMAGED") from error
                staged.flush()
                yield OpenedPackage(staged)
        except OSError as error:
            raise sealing.folder_refusal(error, path.parent) from error
