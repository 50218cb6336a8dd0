"""The machine as the ports see it: its two clocks, its boot, and fresh identifiers.

Nothing else in the program reads a clock or draws randomness for ids.
"""

from __future__ import annotations

import hashlib
import secrets
import time
import uuid
from datetime import UTC, datetime, timedelta
from pathlib import Path

BOOT_ID = Path("/proc/sys/kernel/random/boot_id")
BOOT_SLACK_S = 60


class SystemClock:
    """The wall clock with the machine's zone, and the monotonic clock."""

    def now(self) -> datetime:
        """Return the wall clock, aware, with the local UTC offset."""
        return datetime.now(UTC).astimezone()

    def monotonic_ms(self) -> int:
        """Return the monotonic clock in whole milliseconds."""
        return time.monotonic_ns() // 1_000_000

    def boot(self) -> str:
        """Return an id of this boot: the kernel's where it has one, else a digest of the minute of the boot."""
        if BOOT_ID.is_file():
            return BOOT_ID.read_text(encoding="ascii").strip()
        started = datetime.now(UTC) - timedelta(milliseconds=self.monotonic_ms())
        minute = int(started.timestamp()) // BOOT_SLACK_S
        return hashlib.sha256(str(minute).encode("ascii")).hexdigest()[:32]


class FreshIds:
    """UUIDv7: 48 bits of time in milliseconds, then randomness (RFC 9562, 5.7)."""

    def fresh(self) -> str:
        """Return a new UUIDv7 as text."""
        value = (time.time_ns() // 1_000_000 & (1 << 48) - 1) << 80 | secrets.randbits(80)
        value = value & ~(0xF << 76) | 0x7 << 76
        value = value & ~(0x3 << 62) | 0x2 << 62
        return str(uuid.UUID(int=value))
