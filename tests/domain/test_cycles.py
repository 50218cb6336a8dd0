"""The cycle and its day, from the days on which infusions were given."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessdesk.domain.cycles import CycleDay, cycle_day

INFUSIONS = {1: "2026-03-02", 2: "2026-03-23", 3: "2026-04-15"}


@pytest.mark.req("PEO-012")
@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ("2026-03-01", None),
        ("2026-03-02", CycleDay(1, 1)),
        ("2026-03-22", CycleDay(1, 21)),
        ("2026-03-23", CycleDay(2, 1)),
        ("2026-04-14", CycleDay(2, 23)),
        ("2026-04-15", CycleDay(3, 1)),
        ("2026-04-26", CycleDay(3, 12)),
    ],
)
def test_the_last_infusion_on_or_before_the_day_counts(day: str, expected: CycleDay | None) -> None:
    assert cycle_day(INFUSIONS, date.fromisoformat(day)) == expected


@pytest.mark.req("PEO-012")
def test_no_infusion_is_no_cycle() -> None:
    assert cycle_day({}, date(2026, 3, 2)) is None


@pytest.mark.req("PEO-012")
@given(
    gaps=st.lists(st.integers(min_value=1, max_value=60), min_size=1, max_size=8),
    after=st.integers(min_value=0, max_value=500),
)
def test_counting_the_days_back_leads_to_the_infusion(gaps: list[int], after: int) -> None:
    first = date(2026, 1, 5)
    starts = [first + timedelta(days=sum(gaps[:place])) for place in range(len(gaps))]
    infusions = {place + 1: start.isoformat() for place, start in enumerate(starts)}
    day = first + timedelta(days=after)
    found = cycle_day(dict(reversed(infusions.items())), day)
    assert found is not None
    assert day - timedelta(days=found.day - 1) == starts[found.cycle - 1]
    assert all(start > day for start in starts[found.cycle :])
