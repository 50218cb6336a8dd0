"""Small private files, written whole or not at all and on disk before the call returns, and the process lock.

It must not know what stands in them.
"""

from __future__ import annotations

import json
import os
import secrets
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from assessdesk.ports import Refusal
from assessdesk.storage.faults import refusing

PRIVATE_FILE = 0o600
PRIVATE_FOLDER = 0o700
LARGEST = 1_000_000  # bytes; none of these files comes near


def write_json(path: Path, document: Mapping[str, object]) -> None:
    """Replace `path` durably: temporary file, fsync, rename, fsync of the folder. Raises Refusal."""
    data = (json.dumps(document, ensure_ascii=False, indent=2, sort_keys=True) + "\n").encode("utf-8")
    temporary = path.with_name(f".{path.name}.{secrets.token_hex(4)}.tmp")
    with refusing(path):
        try:
            descriptor = os.open(temporary, os.O_CREAT | os.O_EXCL | os.O_WRONLY, PRIVATE_FILE)
            with os.fdopen(descriptor, "wb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            temporary.replace(path)
        except BaseException:
            temporary.unlink(missing_ok=True)
            raise
        sync_folder(path.parent)


def read_json(path: Path) -> dict[str, Any] | None:
    """Read a JSON object, or None when there is no file. Raises Refusal DAMAGED_FILE or READ_ONLY_FOLDER."""
    with refusing(path):
        try:
            with path.open("rb") as file:
                data = file.read(LARGEST + 1)
        except FileNotFoundError:
            return None
    try:
        document = json.loads(data.decode("utf-8")) if len(data) <= LARGEST else None
    except ValueError as error:
        raise Refusal("DAMAGED_FILE", folder=path.parent, file=path.name) from error
    if not isinstance(document, dict):
        raise Refusal("DAMAGED_FILE", folder=path.parent, file=path.name)
    return document


def remove(path: Path) -> None:
    """Remove a file durably; one that is not there is no error."""
    with refusing(path):
        path.unlink(missing_ok=True)
        sync_folder(path.parent)


def make_folder(path: Path) -> None:
    """Make a folder that only its owner may enter."""
    with refusing(path / "."):
        path.mkdir(mode=PRIVATE_FOLDER, parents=True, exist_ok=True)


def sync_folder(path: Path) -> None:
    """Put the folder's list of names on disk; Windows does that by itself and cannot open a folder."""
    if sys.platform == "win32":
        return
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


@contextmanager
def held(path: Path) -> Iterator[None]:
    """Hold a lock file for this process; the system lets go of it when the process ends, however it ends.

    Raises Refusal STATION_HELD when another process holds it.
    """
    with refusing(path):
        descriptor = os.open(path, os.O_CREAT | os.O_RDWR, PRIVATE_FILE)
    try:
        try:
            _lock(descriptor)
        except OSError as error:
            raise Refusal("STATION_HELD", folder=path.parent, file=path.name) from error
        yield
    finally:
        os.close(descriptor)


if sys.platform == "win32":
    import msvcrt

    def _lock(descriptor: int) -> None:
        """Lock the first byte or raise OSError."""
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _lock(descriptor: int) -> None:
        """Lock the file or raise OSError; flock belongs to the descriptor, so nothing else can drop it."""
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
