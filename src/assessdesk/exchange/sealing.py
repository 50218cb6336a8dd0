"""age and zstd as streams: sealing, opening, compressing and reading lines back within declared bounds.

It knows bytes and files and not what they mean. Nothing that came out of an age file is used before the whole file
was verified, and nothing is decompressed beyond the bound that the caller sets.
"""

from __future__ import annotations

import errno
import io
import os
from typing import TYPE_CHECKING, Any, BinaryIO, cast

import pyrage
import zstandard

from assessdesk.ports import Refusal

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

Identity = Any  # pyrage.x25519.Identity; the package is published without type information
PIECE = 64 * 1024
WINDOW = 8 * 1024 * 1024
LEVEL = 3
# RFC 8878, 3.1.1: magic number, and the two low bits of a block header that say last block and block type.
_MAGIC = b"\x28\xb5\x2f\xfd"
_BLOCK_HEADER = 3
_RAW, _RLE, _COMPRESSED = 0, 1, 2
_CHECKSUM = 4


class Damaged(ValueError):
    """Bytes are not what their format says; the text says where."""


class NotForThisKey(ValueError):
    """An age file was sealed to other recipients."""


def folder_refusal(error: OSError, folder: Path) -> Refusal:
    """Name what is wrong with a folder: full, read-only, gone (a pulled stick), or something else."""
    if error.errno in {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}:
        return Refusal("FOLDER_FULL", folder=folder)
    if error.errno in {errno.EROFS, errno.EACCES, errno.EPERM}:
        return Refusal("FOLDER_READ_ONLY", folder=folder)
    if error.errno in {errno.ENOENT, errno.ENOTDIR, errno.ENODEV, errno.ENXIO, errno.EIO, errno.ESTALE}:
        return Refusal("FOLDER_GONE", folder=folder)
    return Refusal("FOLDER_FAILED", folder=folder, reason=error.strerror or error)


def write_private(path: Path, content: bytes) -> None:
    """Write a new file that only its owner can read, durably. Raises Refusal; never overwrites."""
    write_new(path, content, mode=0o600)


def write_new(path: Path, content: bytes, *, mode: int = 0o644) -> None:
    """Write a new file durably. Raises Refusal; never overwrites."""
    try:
        with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, mode), "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
    except FileExistsError as error:
        raise Refusal("FILE_EXISTS", file=path) from error
    except OSError as error:
        raise folder_refusal(error, path.parent) from error


def new_identity(path: Path) -> str:
    """Make an age identity file as `age-keygen` writes it, and return its public key."""
    identity = pyrage.x25519.Identity.generate()
    recipient = str(identity.to_public())
    write_private(path, f"# public key: {recipient}\n{identity}\n".encode("ascii"))
    return recipient


def identity_from(text: str) -> Identity:
    """Read an age identity from the text of its file. Raises ValueError."""
    lines = [line.strip() for line in text.splitlines()]
    keys = [line for line in lines if line and not line.startswith("#")]
    if len(keys) != 1:
        raise ValueError("expected exactly one key line")
    try:
        return pyrage.x25519.Identity.from_str(keys[0])
    except pyrage.IdentityError as error:
        raise ValueError("the key line is not an age identity") from error


def recipient_of(identity: Identity) -> str:
    """Return the age public key of an identity."""
    return str(identity.to_public())


def recipients_from(texts: Sequence[str]) -> list[Any]:
    """Read age public keys. Raises Refusal when there is none, or for one that is not a key."""
    if not texts:
        raise Refusal("NO_RECIPIENT")
    found = []
    for text in texts:
        try:
            found.append(pyrage.x25519.Recipient.from_str(text))
        except pyrage.RecipientError as error:
            raise Refusal("RECIPIENT_INVALID", recipient=text) from error
    return found


class Kept:
    """A file object for the age library that keeps the error of the file behind it, which the library flattens."""

    def __init__(self, file: Any) -> None:  # noqa: ANN401 (whatever reads or writes bytes)
        self._file = file
        self.error: BaseException | None = None

    def read(self, size: int = -1) -> bytes:
        """Read from the file behind."""
        try:
            return cast("bytes", self._file.read(size))
        except BaseException as error:
            self.error = error
            raise

    def write(self, data: bytes) -> int:
        """Write to the file behind."""
        try:
            self._file.write(data)
        except BaseException as error:
            self.error = error
            raise
        return len(data)

    def flush(self) -> None:
        """Leave flushing to the owner of the file, who also syncs it."""


def raise_kept(*files: Kept) -> None:
    """Raise what a file had raised: the age library (pyrage 1.4.0) swallows an error of its last write."""
    for file in files:
        if file.error is not None:
            raise file.error


def seal(source: Any, target: Any, recipients: Sequence[str]) -> None:  # noqa: ANN401 (duck-typed streams)
    """Read `source` to its end and write it to `target` as one age file.

    Raises Refusal for a bad recipient, and whatever reading or writing raised.
    """
    keys, reader, writer = recipients_from(recipients), Kept(source), Kept(target)
    try:
        pyrage.encrypt_io(reader, writer, keys)
    except (pyrage.EncryptError, OSError) as error:
        raise (reader.error or writer.error or error) from None
    raise_kept(reader, writer)


def open_sealed(sealed: Any, opened: Any, identity: Identity) -> None:  # noqa: ANN401 (duck-typed streams)
    """Write what an age file holds to `opened`; only after this returned may it be used.

    Raises NotForThisKey, Damaged, and whatever reading or writing raised.
    """
    reader, writer = Kept(sealed), Kept(opened)
    try:
        pyrage.decrypt_io(reader, writer, [identity])
    except (pyrage.DecryptError, OSError) as error:
        own = reader.error or writer.error
        if own is not None:
            raise own from None
        if "No matching keys" in str(error):
            raise NotForThisKey(str(error)) from error
        raise Damaged(str(error)) from error
    raise_kept(reader, writer)


class Compressed(io.RawIOBase):
    """The zstd frame of an iterable of byte strings, made while it is read."""

    def __init__(self, plain: Iterable[bytes]) -> None:
        super().__init__()
        self._plain = iter(plain)
        self._frame = zstandard.ZstdCompressor(level=LEVEL, write_checksum=True).compressobj()
        self._ready = bytearray()
        self._ended = False

    def read(self, size: int = -1) -> bytes:
        """Return up to `size` bytes of the frame, empty at its end."""
        wanted = size if size >= 0 else PIECE
        while len(self._ready) < wanted and not self._ended:
            piece = next(self._plain, None)
            if piece is None:
                self._ready += self._frame.flush()
                self._ended = True
            else:
                self._ready += self._frame.compress(piece)
        found = bytes(self._ready[:wanted])
        del self._ready[:wanted]
        return found


def check_one_frame(file: BinaryIO) -> None:
    """Walk over the block headers: exactly one whole zstd frame and nothing behind it. Raises Damaged.

    Decoders accept a cut frame, further frames and skippable frames without a word; a package has none of these.
    """
    size = file.seek(0, io.SEEK_END)
    file.seek(0)
    start = file.read(18)
    if start[:4] != _MAGIC:
        raise Damaged("no zstd frame begins here")
    try:
        at, frame = zstandard.frame_header_size(start), zstandard.get_frame_parameters(start)
    except zstandard.ZstdError as error:
        raise Damaged(f"zstd: {error}") from error
    if frame.window_size > WINDOW or frame.dict_id:
        raise Damaged("the zstd frame asks for a larger window than this format allows, or for a dictionary")
    last = False
    while not last:
        file.seek(at)
        header = int.from_bytes(file.read(_BLOCK_HEADER).ljust(_BLOCK_HEADER, b"\xff"), "little")
        last, form, length = bool(header & 1), header >> 1 & 3, header >> 3
        if form not in {_RAW, _RLE, _COMPRESSED} or at >= size:
            raise Damaged("the zstd frame is cut off")
        at += _BLOCK_HEADER + (1 if form == _RLE else length)
    at += _CHECKSUM if frame.has_checksum else 0
    if at != size:
        raise Damaged("the zstd frame is cut off" if at > size else "something stands behind the zstd frame")
    file.seek(0)


class Lines:
    """Lines of a zstd frame, decompressed piece by piece; no line and no sum grows beyond its bound."""

    def __init__(self, file: BinaryIO) -> None:
        """Take a file that holds exactly one frame (see `check_one_frame`)."""
        check_one_frame(file)
        decoder = zstandard.ZstdDecompressor(max_window_size=WINDOW)
        self._source = decoder.stream_reader(file, read_size=PIECE, closefd=False)
        self._ready = bytearray()
        self._searched = 0

    def next(self, limit: int) -> bytes:
        """Return the next line without its end, b"" past the last one. Raises Damaged beyond `limit` bytes."""
        while (end := self._ready.find(b"\n", self._searched)) < 0:
            self._searched = len(self._ready)
            if self._searched > limit:
                raise Damaged(f"a line is longer than {limit} bytes")
            piece = self._more()
            if not piece:
                if self._ready:
                    raise Damaged("the last line has no end")
                return b""
            self._ready += piece
        if end > limit:
            raise Damaged(f"a line is longer than {limit} bytes")
        line = bytes(self._ready[:end])
        del self._ready[: end + 1]
        self._searched = 0
        return line

    def _more(self) -> bytes:
        try:
            return self._source.read(PIECE)
        except zstandard.ZstdError as error:
            raise Damaged(f"zstd: {error}") from error

    def rest(self, *, lines: int, limit: int, total: int) -> Iterator[bytes]:
        """Yield exactly `lines` lines of together exactly `total` bytes (ends included). Raises Damaged."""
        left = total
        for number in range(1, lines + 1):
            line = self.next(min(limit, max(left, 0)))
            if not line:
                raise Damaged(f"line {number} of {lines} is missing")
            left -= len(line) + 1
            if left < 0:
                raise Damaged("there is more than the manifest says")
            yield line
        if left or self._ready or self._more():
            raise Damaged("there is more or less than the manifest says")
