"""The one place where a driver's or the system's error becomes a Refusal that a person can act on.

An error that is not listed is a defect and passes through unchanged. This module must not know tables or files.
"""

from __future__ import annotations

import errno
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from assessdesk.ports import Refusal

_FROM_SQLITE: Mapping[int, str] = {
    sqlite3.SQLITE_FULL: "DISK_FULL",
    sqlite3.SQLITE_IOERR: "DISK_ERROR",
    sqlite3.SQLITE_READONLY: "READ_ONLY_FOLDER",
    sqlite3.SQLITE_CANTOPEN: "READ_ONLY_FOLDER",
    sqlite3.SQLITE_PERM: "READ_ONLY_FOLDER",
    sqlite3.SQLITE_BUSY: "STATION_HELD",
    sqlite3.SQLITE_LOCKED: "STATION_HELD",
    sqlite3.SQLITE_NOTADB: "WRONG_KEY",
    sqlite3.SQLITE_CORRUPT: "DAMAGED_DATABASE",
}
_FROM_SYSTEM: Mapping[int, str] = {
    errno.ENOSPC: "DISK_FULL",
    errno.EDQUOT: "DISK_FULL",
    errno.EFBIG: "DISK_FULL",
    errno.EACCES: "READ_ONLY_FOLDER",
    errno.EPERM: "READ_ONLY_FOLDER",
    errno.EROFS: "READ_ONLY_FOLDER",
    errno.EIO: "DISK_ERROR",
}
_PRIMARY_CODE = 0xFF  # SQLite's extended result codes carry the primary code in their lowest byte


def refusal_for(error: BaseException, place: Path) -> Refusal | None:
    """Return the Refusal that an error means for the file at `place`, or None when it is a defect."""
    original = getattr(error, "orig", None) or error  # SQLAlchemy keeps the driver's error in `orig`
    code = getattr(original, "sqlite_errorcode", None)
    if isinstance(code, int):
        known = _FROM_SQLITE.get(code & _PRIMARY_CODE)
    elif isinstance(original, OSError):
        known = _FROM_SYSTEM.get(original.errno or 0)
    else:
        known = None
    return None if known is None else Refusal(known, folder=place.parent, file=place.name)


@contextmanager
def refusing(place: Path) -> Iterator[None]:
    """Turn the errors of a block that touches `place` into Refusals; nothing else is caught."""
    try:
        yield
    except Exception as error:
        refusal = refusal_for(error, place)
        if refusal is None:
            raise
        raise refusal from error
