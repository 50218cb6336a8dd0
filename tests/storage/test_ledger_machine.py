"""Any sequence of appends, refusals and restarts: the chain verifies and rebuilt tables equal kept ones."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test

from assessdesk.domain.events import Draft
from assessdesk.ports import Conflict, Ledger
from assessdesk.storage.ledger import SqlLedger
from assessdesk.storage.passphrases import FLOOR
from assessdesk.storage.station import StationFolder
from tests.fakes.memory_ledger import MemoryViews, TickingClock
from tests.storage import facts as given
from tests.storage.facts import FACTS, PASSPHRASE

SLOTS = st.sampled_from(["grip.right.1.force", "grip.left.1.force", "chair.1.time"])
TURNS = st.integers(1, 3)


class LedgerMachine(RuleBasedStateMachine):
    """The file beside a plain list of the entries that it acknowledged."""

    def __init__(self) -> None:
        super().__init__()
        self.place = tempfile.TemporaryDirectory()
        self.clock = TickingClock()
        self.store = StationFolder(Path(self.place.name) / "station", cost=FLOOR)
        opened = self.store.create(FACTS, user="a-tester", passphrase=PASSPHRASE, roles=(), clock=self.clock)
        assert isinstance(opened.ledger, SqlLedger)
        self.ledger: SqlLedger = opened.ledger
        self.author = opened.author
        self.expected = MemoryViews(list(self.ledger.entries()))

    @initialize()
    def begin(self) -> None:
        self.write(given.participant(), given.visit())

    def write(self, *drafts: Draft) -> None:
        written = self.ledger.append(drafts, author=self.author, expected_seq=self.ledger.head().seq)
        self.expected.stream.extend(written)

    @rule(slot=SLOTS, turn=TURNS, tenths=st.integers(0, 1200))
    def record(self, slot: str, turn: int, tenths: int) -> None:
        self.write(given.recorded(slot, turn=turn, value=given.kilograms(f"{tenths // 10}.{tenths % 10}")))

    @rule(slot=SLOTS, turn=TURNS)
    def start_and_leave_out(self, slot: str, turn: int) -> None:
        self.write(given.started(slot, turn=turn), given.recorded(slot, turn=turn, value=given.missing()))

    @rule(slot=SLOTS, turn=TURNS)
    def void(self, slot: str, turn: int) -> None:
        self.write(given.voided(slot, turn=turn))

    @rule(slot=SLOTS)
    def correct(self, slot: str) -> None:
        self.write(given.corrected(slot, base=self.ledger.head().hash))

    @rule()
    def others(self) -> None:
        self.write(given.signed(), given.package(), given.receipt())

    @rule(behind=st.integers(1, 3))
    def be_refused(self, behind: int) -> None:
        with pytest.raises(Conflict):
            self.ledger.append((given.recorded(),), author=self.author, expected_seq=self.ledger.head().seq - behind)

    @rule()
    def restart(self) -> None:
        key = self.ledger.database_key
        self.ledger.close()
        self.ledger = SqlLedger.open(self.store.ledger_path, key, clock=self.clock)

    @rule()
    def rebuild(self) -> None:
        self.ledger.rebuild_views()

    @invariant()
    def holds_what_was_acknowledged(self) -> None:
        ledger: Ledger = self.ledger
        assert tuple(ledger.entries()) == tuple(self.expected.stream)
        assert ledger.verify().faults == ()
        assert ledger.views.visits() == self.expected.visits()
        assert ledger.views.participants() == self.expected.participants()
        assert ledger.views.packages() == self.expected.packages()
        assert ledger.views.receipts() == self.expected.receipts()

    def teardown(self) -> None:
        self.ledger.close()
        self.place.cleanup()


@pytest.mark.req("LED-014")
def test_the_ledger_holds_what_it_acknowledged_whatever_happens() -> None:
    run_state_machine_as_test(LedgerMachine, settings=settings(max_examples=12, stateful_step_count=12, deadline=None))
