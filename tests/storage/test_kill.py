"""A slice of the kill campaign, and proof that it would notice a ledger that acknowledges too early."""

from __future__ import annotations

import pytest

from campaigns import __main__ as command
from campaigns import kill


@pytest.mark.req("SAF-008")
def test_every_acknowledged_append_survives_a_kill() -> None:
    tally = kill.kill_rounds(25, seed=1)
    assert tally.rounds == 25
    assert tally.acknowledged > 50, "the children lived long enough to write"
    assert tally.lost == ()
    assert tally.faults == ()


@pytest.mark.req("SAF-008")
def test_the_campaign_catches_a_ledger_that_acknowledges_before_it_commits() -> None:
    assert kill.kill_rounds(12, seed=2, weakened=True).lost


def test_the_campaign_is_found_by_name() -> None:
    assert command.campaigns()["kill"] is not None
