"""Golden cases of every scorer; each test id names the case and where its numbers come from."""

from typing import Any

import pytest

from assessdesk.domain.scoring.catalogue import SCORERS
from tests.domain.scoring.shipped import cases, score

CASES = cases("scoring-vectors.json")


WITHOUT_VECTORS = {"6mwd.enright2003.predicted", "6mwd.troosters1999.predicted"}
"""Equations that were added beside the published cases; `test_boundaries` has theirs."""


@pytest.mark.req("SCO-001")
@pytest.mark.parametrize("case", CASES, ids=[f"{case['id']} {case['source']}" for case in CASES])
def test_a_golden_case_is_scored_exactly(case: dict[str, Any]) -> None:
    assert score(case["instrument"], **case["input"]) == case["expected"]


@pytest.mark.req("SCO-002")
def test_every_instrument_has_one_versioned_scorer() -> None:
    assert set(SCORERS) - {case["instrument"] for case in CASES} == WITHOUT_VECTORS
    assert {case["instrument"] for case in CASES} <= set(SCORERS)
    assert all(scorer.name == f"{instrument}/1" for instrument, scorer in SCORERS.items())
