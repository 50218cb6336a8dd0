"""Opening the encrypted database: one connection, exclusive, durable, and proven to be so before it is used.

Every setting is read back, because SQLite ignores an unknown pragma without a word. While a connection lives, nobody
in this process may `open()` the file: closing any descriptor of it drops the lock. It must not know entries.
"""

from __future__ import annotations

import os
import threading
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2 as driver
from sqlalchemy import Connection, create_engine
from sqlalchemy.pool import StaticPool

from assessdesk.ports import Refusal
from assessdesk.storage.faults import refusing
from assessdesk.storage.schema import APPLICATION_ID, SCHEMA_VERSION

KEY_BYTES = 32
PLAIN_START = b"SQLite format 3\0"
# Older versions carry the WAL-reset bug (https://sqlite.org/wal.html#walresetbug); one build, one floor.
LEAST_SQLITE = (3, 51, 3)
WAIT_SECONDS = 0.5
SETTINGS: Mapping[str, tuple[str, object]] = {
    "locking_mode": ("EXCLUSIVE", "exclusive"),
    "journal_mode": ("DELETE", "delete"),
    "synchronous": ("EXTRA", 3),
    "foreign_keys": ("ON", 1),
    "recursive_triggers": ("ON", 1),
    "trusted_schema": ("OFF", 0),
    "cell_size_check": ("ON", 1),
    "temp_store": ("MEMORY", 2),
}

_open_files: set[Path] = set()
_open_guard = threading.Lock()


class Database:
    """One open encrypted database file. `connection` commits by itself outside an explicit BEGIN … COMMIT."""

    def __init__(self, path: Path, key: bytes, *, create: bool = False) -> None:
        """Open `path` with the raw 32-byte key and take the exclusive lock.

        Raises Refusal: WRONG_KEY, STATION_HELD, DAMAGED_DATABASE, NEWER_DATABASE, PLAIN_DATABASE, MISSING_DATABASE,
        READ_ONLY_FOLDER, DISK_FULL, DISK_ERROR.
        """
        self.path = path.resolve()
        with _open_guard:
            if self.path in _open_files:
                raise Refusal("STATION_HELD", folder=self.path.parent, file=self.path.name)
            with refusing(self.path):
                _prepare_file(self.path, create=create)
            _open_files.add(self.path)
        self._raw: Any = None
        try:
            with refusing(self.path):
                self._raw = _connect(self.path, key)
                engine = create_engine("sqlite://", creator=lambda: self._raw, module=driver, poolclass=StaticPool)
                self.connection: Connection = engine.connect()
                if not create:
                    self._refuse_other_versions()
        except BaseException:
            self.close()
            raise

    def _refuse_other_versions(self) -> None:
        """Refuse a database that a newer version wrote, before anything is written."""
        if self.number("PRAGMA application_id") != APPLICATION_ID:
            raise Refusal("DAMAGED_DATABASE", folder=self.path.parent, file=self.path.name)
        found = self.number("PRAGMA user_version")
        if found > SCHEMA_VERSION:
            raise Refusal("NEWER_DATABASE", found=found, known=SCHEMA_VERSION)

    def number(self, statement: str) -> int:
        """Return the single number that a statement answers."""
        return int(self.connection.exec_driver_sql(statement).scalar_one())

    def in_transaction(self) -> bool:
        """Say whether SQLite still holds a transaction open."""
        return bool(self._raw.in_transaction)

    def rekey(self, key: bytes) -> None:
        """Encrypt the whole file under another key, in one transaction of its own. Raises Refusal."""
        with refusing(self.path):
            answer = self._raw.execute(f'PRAGMA rekey = "{_raw_key(key)}"').fetchone()
        if answer != ("ok",):
            raise Refusal("DISK_ERROR", folder=self.path.parent, file=self.path.name)

    def damaged_pages(self) -> tuple[str, ...]:
        """Return what SQLCipher says of pages whose authentication code does not fit, empty when all do."""
        return tuple(str(row[0]) for row in self.connection.exec_driver_sql("PRAGMA cipher_integrity_check"))

    def close(self) -> None:
        """Close the connection and give up the lock; closing twice does nothing."""
        raw, self._raw = self._raw, None
        if raw is not None:
            raw.close()
        with _open_guard:
            _open_files.discard(self.path)


def _prepare_file(path: Path, *, create: bool) -> None:
    """Make an empty private file, or look at the first bytes of an existing one, before any connection lives."""
    if create:
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
        return
    if not path.exists():
        raise Refusal("MISSING_DATABASE", folder=path.parent, file=path.name)
    if not os.access(path, os.W_OK) or not os.access(path.parent, os.W_OK):
        raise Refusal("READ_ONLY_FOLDER", folder=path.parent, file=path.name)
    with path.open("rb") as file:
        start = file.read(len(PLAIN_START))
    if start == PLAIN_START:
        raise Refusal("PLAIN_DATABASE", folder=path.parent, file=path.name)
    if not start:
        raise Refusal("DAMAGED_DATABASE", folder=path.parent, file=path.name)


def _raw_key(key: bytes) -> str:
    """Return the key in SQLCipher's raw form, which skips its own key derivation."""
    if len(key) != KEY_BYTES:
        raise ValueError(f"the database key must be {KEY_BYTES} bytes")
    return f"x'{key.hex()}'"


def _connect(path: Path, key: bytes) -> Any:  # noqa: ANN401 - the driver is published without types
    """Connect, set and read back every setting, and take the exclusive lock."""
    if tuple(driver.sqlite_version_info) < LEAST_SQLITE:
        raise RuntimeError(f"SQLite {driver.sqlite_version} is older than {'.'.join(map(str, LEAST_SQLITE))}")
    raw = driver.connect(str(path), isolation_level=None, check_same_thread=False, timeout=WAIT_SECONDS)
    try:
        _set_up(raw, key)
    except BaseException:
        raw.close()
        raise
    return raw


def _set_up(raw: Any, key: bytes) -> None:  # noqa: ANN401 - the driver is published without types
    """Give the key, then set and read back every setting, then lock."""
    if not raw.execute("PRAGMA cipher_version").fetchone():
        raise RuntimeError("the database driver is not SQLCipher: it would write in the clear")
    raw.execute("PRAGMA cipher_log_level = NONE")  # its own words go to stderr; ours say more
    raw.execute(f'PRAGMA key = "{_raw_key(key)}"')
    for name, (setting, expected) in SETTINGS.items():
        raw.execute(f"PRAGMA {name} = {setting}")
        found = raw.execute(f"PRAGMA {name}").fetchone()
        if found != (expected,):
            raise RuntimeError(f"the setting {name} = {setting} did not take effect: {found}")
    raw.execute("BEGIN EXCLUSIVE")
    raw.execute("SELECT count(*) FROM sqlite_schema").fetchone()
    raw.execute("COMMIT")
