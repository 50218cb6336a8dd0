"""A station in a temporary folder, whose slots cost the least that is accepted."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from assessdesk.ports import UnlockedStation
from assessdesk.storage.ledger import SqlLedger
from assessdesk.storage.passphrases import FLOOR
from assessdesk.storage.station import StationFolder
from tests.fakes.memory_ledger import TickingClock
from tests.storage.facts import FACTS, PASSPHRASE


@pytest.fixture
def clock() -> TickingClock:
    return TickingClock()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "station"


@pytest.fixture
def store(folder: Path) -> StationFolder:
    return StationFolder(folder, cost=FLOOR)


@pytest.fixture
def opened(store: StationFolder, clock: TickingClock) -> Iterator[UnlockedStation]:
    station = store.create(FACTS, user="a-tester", passphrase=PASSPHRASE, roles=("coordinator",), clock=clock)
    yield station
    station.ledger.close()


@pytest.fixture
def ledger(opened: UnlockedStation) -> SqlLedger:
    assert isinstance(opened.ledger, SqlLedger)
    return opened.ledger
