"""A slice of the kill campaign, and proof that it would notice a ledger that acknowledges too early."""

from __future__ import annotations

import json
import os
import random
import shutil
import subprocess
import sys
import threading
from dataclasses import replace
from pathlib import Path

import pytest

from assessdesk.domain.events import DefinitionAdopted, Draft
from assessdesk.ports import UnlockedStation
from assessdesk.storage.passphrases import FLOOR
from assessdesk.storage.station import StationFolder
from campaigns import __main__ as command
from campaigns import kill
from tests.fakes.memory_ledger import TickingClock
from tests.storage import facts as given
from tests.storage.facts import OTHER_PASSPHRASE, PASSPHRASE


@pytest.mark.req("SAF-008")
def test_every_acknowledged_append_survives_a_kill() -> None:
    tally = kill.kill_rounds(25, seed=1)
    assert tally.rounds == 25
    assert tally.acknowledged > 0, "the children lived long enough to write"
    assert tally.lost == ()
    assert tally.faults == ()


@pytest.mark.req("SAF-008")
def test_the_campaign_catches_a_ledger_that_acknowledges_before_it_commits() -> None:
    assert any(kill.kill_rounds(12, seed=seed, weakened=True).lost for seed in range(2, 10))


def test_the_campaign_is_found_by_name() -> None:
    assert command.campaigns()["kill"] is not None


KILLS = 12
REMOVE = """
import sys
from pathlib import Path
from assessdesk.storage.passphrases import FLOOR
from assessdesk.storage.station import StationFolder
from tests.fakes.memory_ledger import TickingClock
store = StationFolder(Path(sys.argv[1]), cost=FLOOR)
opened = store.unlock("a-tester", sys.argv[2], clock=TickingClock())
print("ready", flush=True)
store.remove_user(opened, "b-tester")
print("removed", flush=True)
"""


@pytest.mark.req("KEY-005")
def test_a_rekeying_killed_at_any_instant_keeps_every_entry_and_everyone_who_remains(
    opened: UnlockedStation, store: StationFolder, folder: Path, tmp_path: Path
) -> None:
    draft = given.definition()
    assert isinstance(draft.event, DefinitionAdopted)
    for number in range(12):  # about 6 MB, so that re-keying takes long enough to be hit in the middle
        large = replace(draft.event, id=f"definition-{number}", text=f"{number}" * 250_000)
        opened.ledger.append((Draft(event=large, entity="S01-A"),), author=opened.author, expected_seq=number + 1)
    public = store.add_user(opened, "b-tester", OTHER_PASSPHRASE)
    opened.ledger.append((given.enrolled("b-tester", public),), author=opened.author, expected_seq=13)
    head = opened.ledger.head()
    opened.ledger.close()
    chance = random.Random(3)  # noqa: S311 - instants, not keys
    outcomes: set[bool] = set()
    halfway = 0
    delays = [0, *(chance.uniform(0, 0.16) for _ in range(10)), None, *(chance.uniform(0, 0.4) for _ in range(36))]
    for number, after in enumerate(delays):
        if number >= KILLS and halfway and len(outcomes) == 2:
            break  # a slow or a fast machine needs more tries to be hit in the middle
        copy = tmp_path / f"copy-{number}"
        shutil.copytree(folder, copy)
        removed = _kill_while_removing(copy, after)
        halfway += len(json.loads((copy / "slots" / "a-tester.json").read_bytes())["keys"]) == 2
        again = StationFolder(copy, cost=FLOOR)
        station = again.unlock("a-tester", PASSPHRASE, clock=TickingClock())
        assert station.ledger.head() == head
        assert station.ledger.verify().faults == ()
        station.ledger.close()
        assert not (removed and "b-tester" in again.users())
        outcomes.add("b-tester" in again.users())
        shutil.rmtree(copy)
    assert outcomes == {True, False}, "some were hit before the work and one was never hit"
    assert halfway > 0, "some were hit in the middle of it"


def _kill_while_removing(folder: Path, after: float | None) -> bool:
    """Kill a process so long (None: never) after it began to remove a person; say whether it said it was done."""
    arguments = [sys.executable, "-c", REMOVE, str(folder), PASSPHRASE]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(path for path in sys.path if path)}
    with subprocess.Popen(arguments, stdout=subprocess.PIPE, text=True, env=environment) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
        timer = threading.Timer(after or 0, process.kill)
        if after is not None:
            timer.start()
        said = process.stdout.read()
        timer.cancel()
    return "removed" in said
