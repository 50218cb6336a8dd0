"""Every scale of a questionnaire: its range, from how many answers on it is scored, and that a worse answer shows.

The ranges and numbers stand here again, as the manuals print them, so that a slip in a table is noticed.
"""

from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.domain.scoring.shipped import score


@dataclass(frozen=True, slots=True)
class Answers:
    """One scale: where its answers stand, which are possible, and what comes of them.

    `needed` answers give a score; `rises` names the places whose higher answer raises it, all others lower it.
    """

    instrument: str
    name: str
    count: int
    top: int
    result: str
    low: int
    high: int
    needed: int
    rises: frozenset[int] | None = None
    rest: dict[str, Any] = field(default_factory=dict)
    as_text: bool = False

    def scored(self, items: list[int | None]) -> Decimal | None:
        answers = [None if item is None else str(item) for item in items] if self.as_text else items
        value = score(self.instrument, **self.rest, **{self.name: answers})[self.result]
        return None if value is None else Decimal(value)

    def direction(self, place: int) -> int:
        return 1 if self.rises is None or place in self.rises else -1

    def end(self, *, best: bool) -> list[int | None]:
        """Return the answers that give the highest or the lowest score."""
        return [self.top if (self.direction(place) > 0) == best else 0 for place in range(self.count)]

    def __str__(self) -> str:
        return f"{self.instrument} {self.result}"


NONE: frozenset[int] = frozenset()
FACT = {"GP": [0] * 7, "GS": [0] * 7, "GE": [0] * 6, "GF": [0] * 7}
WOMAC = {"pain": [0] * 5, "stiffness": [0] * 2, "function": [0] * 17}
SACRAH = {"function": ["0"] * 8, "stiffness": ["0"] * 2, "pain": ["0"] * 2}
BPI, SEVERITY, INTERFERENCE = "severity_worst_least_average_now", "severity_13", "interference_6"
B1_B9_P2 = "B1_B9_P2"


def beside(all_of: dict[str, Any], name: str) -> dict[str, Any]:
    return {key: value for key, value in all_of.items() if key != name}


SCALES = (
    Answers("bpi_sf", BPI, 4, 10, "severity_mean", 0, 10, 4, rest={"interference_7": [0] * 7}),
    Answers("bpi_sf", "interference_7", 7, 10, "interference_mean", 0, 10, 4, rest={BPI: [0] * 4}),
    Answers("mdasi", SEVERITY, 13, 10, "severity_mean", 0, 10, 7, rest={INTERFERENCE: [0] * 6}),
    Answers("mdasi", INTERFERENCE, 6, 10, "interference_mean", 0, 10, 4, rest={SEVERITY: [0] * 13}),
    Answers("bfi", "items_9", 9, 10, "global", 0, 10, 5),
    Answers("esas_r", "items_9", 9, 10, "tsds", 0, 90, 9),
    Answers("phq9", "items_9", 9, 3, "total", 0, 27, 7),
    Answers("sarcf", "items", 5, 2, "total", 0, 10, 5),
    Answers("womac_likert", "pain", 5, 4, "pain", 0, 20, 4, rest=beside(WOMAC, "pain")),
    Answers("womac_likert", "stiffness", 2, 4, "stiffness", 0, 8, 1, rest=beside(WOMAC, "stiffness")),
    Answers("womac_likert", "function", 17, 4, "function", 0, 68, 14, rest=beside(WOMAC, "function")),
    *(
        Answers("m_sacrah", name, len(items), 100, name, 0, 100, len(items), rest=beside(SACRAH, name), as_text=True)
        for name, items in SACRAH.items()
    ),
    Answers("fact_g", "GP", 7, 4, "PWB", 0, 28, 4, rises=NONE, rest=beside(FACT, "GP")),
    Answers("fact_g", "GS", 7, 4, "SWB", 0, 28, 4, rest=beside(FACT, "GS")),
    Answers("fact_g", "GE", 6, 4, "EWB", 0, 24, 4, rises=frozenset({1}), rest=beside(FACT, "GE")),
    Answers("fact_g", "GF", 7, 4, "FWB", 0, 28, 4, rest=beside(FACT, "GF")),
    # B4 and B9 are the two that are not reversed.
    Answers("fact_b.bcs", B1_B9_P2, 10, 4, "BCS", 0, 40, 6, rises=frozenset({3, 8})),
    Answers("fact_es.ess19", "items_19", 19, 4, "ESS", 0, 76, 10, rises=NONE),
)


@pytest.mark.req("SCO-309")
@pytest.mark.parametrize("scale", SCALES, ids=str)
def test_the_ends_of_a_scale_are_those_of_its_manual(scale: Answers) -> None:
    assert scale.scored(scale.end(best=False)) == Decimal(scale.low)
    assert scale.scored(scale.end(best=True)) == Decimal(scale.high)


@pytest.mark.req("SCO-309")
@pytest.mark.parametrize("scale", SCALES, ids=str)
@settings(max_examples=40)
@given(data=st.data())
def test_a_scale_is_scored_from_enough_answers_on_and_stays_in_its_range(scale: Answers, data: st.DataObject) -> None:
    answers = st.none() | st.integers(0, scale.top)
    items = data.draw(st.lists(answers, min_size=scale.count, max_size=scale.count))
    value = scale.scored(items)
    assert (value is not None) == (scale.count - items.count(None) >= scale.needed)
    if value is not None:
        assert scale.low <= value <= scale.high


@pytest.mark.req("SCO-309")
@pytest.mark.parametrize("scale", SCALES, ids=str)
@settings(max_examples=40)
@given(data=st.data())
def test_another_answer_moves_a_scale_in_its_direction(scale: Answers, data: st.DataObject) -> None:
    items = data.draw(st.lists(st.integers(0, scale.top), min_size=scale.count, max_size=scale.count))
    place = data.draw(st.integers(0, scale.count - 1))
    raised: list[int | None] = list(items)
    raised[place] = data.draw(st.integers(items[place], scale.top))
    before, after = scale.scored(list(items)), scale.scored(raised)
    assert before is not None
    assert after is not None
    moved = (after - before) * scale.direction(place)
    assert moved > 0 if raised[place] != items[place] else moved == 0


BOUTS = st.tuples(st.integers(0, 7), st.integers(0, 960))


@pytest.mark.req("SCO-309")
@given(bouts=st.tuples(BOUTS, BOUTS, BOUTS), more=st.integers(0, 120), which=st.integers(0, 2))
def test_more_activity_never_makes_somebody_less_active(
    bouts: tuple[tuple[int, int], ...], more: int, which: int
) -> None:
    """Categories of the IPAQ (2005): low, moderate, high; more than 16 hours a day are excluded."""
    order = {"low": 0, "moderate": 1, "high": 2}
    names = ("vigorous", "moderate", "walking")
    longer = [list(bout) for bout in bouts]
    longer[which][1] = min(longer[which][1] + more, 1440)
    before = score("ipaq_sf", **{name: list(bout) for name, bout in zip(names, bouts, strict=True)})
    after = score("ipaq_sf", **dict(zip(names, longer, strict=True)))
    if before.get("excluded"):
        assert after.get("excluded")
    elif not after.get("excluded"):
        assert Decimal(after["met_total"]) >= Decimal(before["met_total"]) >= 0
        assert order[after["category"]] >= order[before["category"]]
