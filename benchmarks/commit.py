"""One accepted trial until it is saved, beside a bare SQLCipher commit of the same bytes with the same settings.

Both alternate save by save on the same disk, so that its moods hit both alike. The bare side inserts the row of the
entry into a table of the same form by the plain driver, without triggers, read tables, signatures or hashes.
"""

from __future__ import annotations

import secrets
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from sqlalchemy.dialects import sqlite
from sqlalchemy.schema import CreateTable

from assessdesk.domain.wire import WireEntry
from assessdesk.ports import UnlockedStation
from assessdesk.storage import connection, schema
from assessdesk.storage.passphrases import FLOOR
from assessdesk.storage.station import StationFolder
from benchmarks import Row, percentile
from campaigns.kill import PASSPHRASE, USER, SystemClock, make_station, recorded

NAME = "commit"
SAVES = 1500
WARM_UP = 100
GOAL_RATIO = 2.0
GOAL_P99_MS = 50.0


def run() -> list[Row]:
    """Measure both sides and return the medians, the 99th percentiles and their ratio."""
    with tempfile.TemporaryDirectory() as place:
        make_station(Path(place) / "station")
        opened = StationFolder(Path(place) / "station", cost=FLOOR).unlock(USER, PASSPHRASE, clock=SystemClock())
        bare_commit, close = _bare(Path(place) / "bare.db")
        ours: list[float] = []
        bare: list[float] = []
        for _ in range(WARM_UP + SAVES):
            taken, wire = _saved(opened)
            ours.append(taken)
            bare.append(_milliseconds(partial(bare_commit, wire)))
        opened.ledger.close()
        close()
    return _rows(ours[WARM_UP:], bare[WARM_UP:])


def _saved(opened: UnlockedStation) -> tuple[float, WireEntry]:
    """Save one trial; return the milliseconds and the exact bytes that were written."""
    seq = opened.ledger.head().seq
    draft = recorded(seq)
    taken = _milliseconds(lambda: opened.ledger.append((draft,), author=opened.author, expected_seq=seq))
    return taken, next(opened.ledger.wire(first=seq + 1, last=seq + 1))


def _bare(path: Path) -> tuple[Callable[[WireEntry], None], Callable[[], None]]:
    """Return a function that commits one row by the plain driver, and one that closes."""
    path.touch(mode=0o600)
    raw = connection._connect(path, secrets.token_bytes(32))  # noqa: SLF001 - the same settings, from the same place
    raw.execute(str(CreateTable(schema.entry).compile(dialect=sqlite.dialect())))

    def commit(wire: WireEntry) -> None:
        raw.execute("BEGIN IMMEDIATE")
        raw.execute(
            "INSERT INTO entry VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            (
                wire.seq,
                wire.hash,
                wire.header,
                wire.signature,
                wire.salt,
                wire.payload,
                "participant-1",
                "value.recorded",
            ),
        )
        raw.execute("COMMIT")

    return commit, raw.close


def _milliseconds(work: Callable[[], object]) -> float:
    """Return how long a call took."""
    began = time.perf_counter_ns()
    work()
    return (time.perf_counter_ns() - began) / 1e6


def _rows(ours: list[float], bare: list[float]) -> list[Row]:
    """Return the table lines."""
    ratio = percentile(ours, 50) / percentile(bare, 50)
    slowest = percentile(ours, 99)
    return [
        Row(
            what=f"accepted trial saved, median of {len(ours)}",
            value=f"{percentile(ours, 50):.2f} ms",
            against=f"bare commit {percentile(bare, 50):.2f} ms: {ratio:.2f}×",
            goal=f"≤ {GOAL_RATIO:.0f}×",
            met=ratio <= GOAL_RATIO,
        ),
        Row(
            what="accepted trial saved, 99th percentile",
            value=f"{slowest:.2f} ms",
            against=f"bare commit {percentile(bare, 99):.2f} ms: {slowest / percentile(bare, 99):.2f}×",
            goal=f"≤ {GOAL_P99_MS:.0f} ms",
            met=slowest <= GOAL_P99_MS,
        ),
    ]
