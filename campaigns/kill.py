"""Kill a process that appends to a ledger at a random instant, many times; nothing it had acknowledged may be missing.

The child prints each sequence number after `append` returned. The negative control is a child that prints before it
commits: a campaign that does not catch that one proves nothing.
"""

from __future__ import annotations

import argparse
import random
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path

from assessdesk.domain.events import CareFacts, Draft, ParticipantEnrolled, ValueRecorded, VisitOpened
from assessdesk.domain.values import Quantity
from assessdesk.ports import StationFacts, UnlockedStation
from assessdesk.storage.ledger import SqlLedger
from assessdesk.storage.passphrases import FLOOR
from assessdesk.storage.station import StationFolder

NAME = "kill"
USER = "a-tester"
PASSPHRASE = "seven quiet herons wade"  # noqa: S105 - of an invented person in a throw-away folder
FACTS = StationFacts(study="campaign", site="S01", station="S01-A", epoch=1, format=1)
LONGEST_LIFE_MS = 60


class SystemClock:
    """The machine's own clocks."""

    def now(self) -> datetime:
        """Return the wall clock."""
        return datetime.now(UTC).astimezone()

    def monotonic_ms(self) -> int:
        """Return the monotonic clock."""
        return time.monotonic_ns() // 1_000_000

    def boot(self) -> str:
        """Return a fixed id: every round runs in the same boot."""
        return "campaign"


@dataclass(frozen=True, slots=True)
class Tally:
    """What the rounds came to. `lost` names acknowledged entries that were not there afterwards."""

    rounds: int = 0
    acknowledged: int = 0
    unacknowledged: int = 0
    lost: tuple[int, ...] = ()
    faults: tuple[str, ...] = field(default=())


def make_station(folder: Path) -> None:
    """Make a station with a participant and a visit."""
    store = StationFolder(folder, cost=FLOOR)
    opened = store.create(FACTS, user=USER, passphrase=PASSPHRASE, roles=("assessor",), clock=SystemClock())
    person = ParticipantEnrolled(
        participant="participant-1",
        code="S01-001",
        birth_year=1950,
        sex="female",
        dominant_hand="right",
        language="ko",
        consent_date="2026-11-20",
        consent_version="2.0",
        anchor_date="2026-11-21",
        care=CareFacts(),
    )
    visit = VisitOpened(
        participant="participant-1",
        visit="visit-1",
        planned="baseline",
        date="2026-11-21",
        window="inside",
        study_digest="ab" * 32,
    )
    drafts = tuple(Draft(event=event, entity="participant-1") for event in (person, visit))
    opened.ledger.append(drafts, author=opened.author, expected_seq=1)
    opened.ledger.close()


def recorded(number: int) -> Draft:
    """Return a grip trial; the slots go round, so that read tables are updated as well as inserted."""
    event = ValueRecorded(
        participant="participant-1",
        visit="visit-1",
        assessment="assessment-1",
        slot=f"grip.right.{number % 97}.force",
        turn=number,
        value=Quantity(value=Decimal(number) / 10, unit="kg"),
        performed_at=datetime(2026, 11, 21, 1, 2, 3, tzinfo=UTC),
    )
    return Draft(event=event, entity="participant-1", field=f"visit-1/assessment-1/{event.slot}")


def child(folder: Path, *, weakened: bool) -> None:
    """Append for ever, printing `ready` and then each sequence number once it is acknowledged."""
    opened = StationFolder(folder, cost=FLOOR).unlock(USER, PASSPHRASE, clock=SystemClock())
    if weakened:
        _acknowledge_before_commit(opened)
    print("ready", flush=True)
    while True:
        seq = opened.ledger.head().seq
        opened.ledger.append((recorded(seq),), author=opened.author, expected_seq=seq)
        if not weakened:
            print(seq + 1, flush=True)


def _acknowledge_before_commit(opened: UnlockedStation) -> None:
    """Weaken the ledger: it says that an entry is saved when the transaction has only begun."""
    ledger = opened.ledger
    if not isinstance(ledger, SqlLedger):
        raise TypeError("the control weakens the encrypted ledger")
    commit, database = ledger._commit, ledger._database  # noqa: SLF001 - the control reaches inside on purpose

    def late() -> None:
        print(database.number("SELECT max(seq) FROM entry"), flush=True)
        time.sleep(0.002)
        commit()

    ledger._commit = late  # type: ignore[method-assign]  # noqa: SLF001 - the control reaches inside on purpose


def one_round(folder: Path, *, life_ms: float, weakened: bool = False) -> tuple[int, ...]:
    """Start a child, let it live so long after it is ready, kill it, and return what it had acknowledged."""
    arguments = [sys.executable, "-m", "campaigns.kill", str(folder), *(["--weakened"] if weakened else [])]
    with subprocess.Popen(arguments, stdout=subprocess.PIPE, text=True) as process:
        if process.stdout is None or process.stdout.readline() != "ready\n":
            process.kill()
            raise RuntimeError("the child did not open the station")
        timer = threading.Timer(life_ms / 1000, process.kill)
        timer.start()
        printed = process.stdout.read()
        timer.join()
    whole, _, _ = printed.rpartition("\n")  # a line that was cut short acknowledges nothing
    return tuple(int(line) for line in whole.splitlines())


def examine(folder: Path, acknowledged: Sequence[int], tally: Tally) -> Tally:
    """Open the station after a kill, check everything, and add the round to the tally."""
    opened = StationFolder(folder, cost=FLOOR).unlock(USER, PASSPHRASE, clock=SystemClock())
    try:
        head = opened.ledger.head().seq
        verification = opened.ledger.verify()
    finally:
        opened.ledger.close()
    missing = tuple(seq for seq in acknowledged if seq > head)
    return replace(
        tally,
        rounds=tally.rounds + 1,
        acknowledged=tally.acknowledged + len(acknowledged),
        unacknowledged=tally.unacknowledged + max(0, head - max(acknowledged, default=head)),
        lost=tally.lost + missing,
        faults=tally.faults + verification.faults,
    )


def kill_rounds(rounds: int, *, seed: int, weakened: bool = False) -> Tally:
    """Run rounds on stations of their own, a fresh one every 50 rounds so that the check stays quick."""
    chance = random.Random(seed)  # noqa: S311 - instants, not keys
    tally = Tally()
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place) / "station"
        for number in range(rounds):
            if number % 50 == 0:
                shutil.rmtree(folder, ignore_errors=True)
                make_station(folder)
            acknowledged = one_round(folder, life_ms=chance.uniform(0, LONGEST_LIFE_MS), weakened=weakened)
            tally = examine(folder, acknowledged, tally)
    return tally


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Take the number of rounds and the seed of the instants."""
    parser.add_argument("--rounds", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=20261121)


def run(options: argparse.Namespace) -> bool:
    """Run the control, then the rounds; print both and say whether nothing was lost."""
    control = kill_rounds(min(50, options.rounds), seed=options.seed, weakened=True)
    caught = bool(control.lost)
    print(f"control (acknowledges before commit): {_line(control)} - {'caught' if caught else 'NOT CAUGHT'}")
    tally = kill_rounds(options.rounds, seed=options.seed)
    print(f"ledger: {_line(tally)}")
    for fault in tally.faults[:20]:
        print(f"  {fault}")
    return caught and not tally.lost and not tally.faults and tally.acknowledged > 0


def _line(tally: Tally) -> str:
    """Return a tally in one line."""
    numbers: Mapping[str, int] = {
        "kills": tally.rounds,
        "acknowledged": tally.acknowledged,
        "written but not yet acknowledged": tally.unacknowledged,
        "lost": len(tally.lost),
        "faults": len(tally.faults),
    }
    return ", ".join(f"{number} {name}" for name, number in numbers.items())


if __name__ == "__main__":
    child(Path(sys.argv[1]), weakened="--weakened" in sys.argv[2:])
