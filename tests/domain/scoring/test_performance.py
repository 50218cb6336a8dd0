"""Every performance scorer: a better performance never scores worse, and one that is missing is never a number.

The list of scorers is compared with the catalogue, so that a new one cannot be forgotten here.
"""

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assessdesk.domain.scoring.catalogue import SCORERS
from tests.domain.scoring.shipped import score

BANDS = {"below": 0, "average": 1, "above": 2}


@dataclass(frozen=True, slots=True)
class Scale:
    """One input of one scorer along which performance gets better, and how good its result is."""

    instrument: str
    name: str
    rest: dict[str, Any]
    goodness: Callable[[dict[str, Any]], Decimal]
    lowest: str
    highest: str
    places: int = 2
    less_is_better: bool = False
    listed: bool = False

    def scored(self, value: Decimal | None) -> dict[str, Any]:
        """Score the value as it would be written; None is a missing performance."""
        text = None if value is None else format(value, "f")
        raw = text if text is None or self.places else int(text)
        return score(self.instrument, **self.rest, **{self.name: [raw] if self.listed else raw})

    def __str__(self) -> str:
        return f"{self.instrument} by {self.name} {sorted(self.rest)}"


def number(key: str) -> Callable[[dict[str, Any]], Decimal]:
    return lambda result: Decimal(result[key])


def small(key: str) -> Callable[[dict[str, Any]], Decimal]:
    return lambda result: -Decimal(result[key])


def unless(key: str) -> Callable[[dict[str, Any]], Decimal]:
    """Return 0 when the unwanted thing is found, 1 when it is not."""
    return lambda result: Decimal(0 if result[key] else 1)


def scales() -> tuple[Scale, ...]:
    seconds: dict[str, Any] = {"lowest": "0.01", "highest": "400", "less_is_better": True}
    force: dict[str, Any] = {"lowest": "0.0", "highest": "90.0", "places": 1}
    speed: dict[str, Any] = {"lowest": "0.001", "highest": "3.000", "places": 3}
    points: dict[str, Any] = {"lowest": "0", "highest": "4", "places": 0}
    low = unless("low")
    return (
        *(Scale(f"sppb.{part}", "time_s", {}, number("points"), **seconds) for part in ("gait4m", "gait3m", "chair5")),
        Scale("sppb.chair5", "completed_reps", {"time_s": "9.00"}, number("points"), "0", "5", 0),
        Scale("sppb.gait4m", "times_s", {}, number("points"), listed=True, **seconds),
        Scale("sppb.balance", "side_by_side_s", {}, number("points"), "0.00", "10.00"),
        Scale("sppb.balance", "semi_tandem_s", {"side_by_side_s": "10.00"}, number("points"), "0.00", "10.00"),
        Scale(
            "sppb.balance",
            "tandem_s",
            {"side_by_side_s": "10.00", "semi_tandem_s": "10.00"},
            number("points"),
            "0.00",
            "10.00",
        ),
        *(
            Scale(
                "sppb.total",
                part,
                {other: 2 for other in ("balance", "gait", "chair") if other != part},
                number("total"),
                **points,
            )
            for part in ("balance", "gait", "chair")
        ),
        *(
            Scale(
                "gait.speed",
                "times_s",
                {"distance_m": "4.00", "rule": rule},
                number("speed_mps"),
                listed=True,
                **seconds,
            )
            for rule in ("best", "mean")
        ),
        *(
            Scale("tug.score", "trials_s", {"rule": rule}, small("tug_s"), listed=True, **seconds)
            for rule in ("best", "mean")
        ),
        Scale("tug.steadi", "time_s", {}, unless("fall_risk"), **seconds),
        Scale("tug.shumway_cook", "time_s", {}, unless("fall_risk"), **seconds),
        *(
            Scale("tug.bohannon", "time_s", {"age": age}, unless("worse_than_average"), **seconds)
            for age in (60, 75, 85)
        ),
        *(
            Scale(
                "cst30.norm",
                "reps",
                {"sex": sex, "age": age},
                lambda result: Decimal(BANDS[result["band"]]),
                "0",
                "50",
                0,
            )
            for sex in ("F", "M")
            for age in (60, 94)
        ),
        Scale("cst30.count", "full_stands", {"at_30s": "seated"}, number("reps"), "0", "50", 0),
        Scale("6mwd.percent", "distance_m", {"predicted_m": "578.2"}, number("percent"), "0", "1000", 0),
        Scale(
            "6mwd.distance",
            "laps_full",
            {"course_m": "30", "laps_unit": "one_way_length", "extra_m": "12"},
            number("distance_m"),
            "0",
            "33",
            0,
        ),
        Scale(
            "6mwd.distance",
            "extra_m",
            {"course_m": "30", "laps_unit": "one_way_length", "laps_full": 3},
            number("distance_m"),
            "0.0",
            "29.9",
            1,
        ),
        *(
            Scale("grip.summary", hand, {other: [], "dominant": "R"}, number("best_overall"), listed=True, **force)
            for hand, other in (("right", "left"), ("left", "right"))
        ),
        *(
            Scale("knee.torque", "force_n", {"lever_m": "0.32", "weight_kg": "60.0"}, number(key), "0", "1500", 0)
            for key in ("torque_nm", "torque_nm_per_kg")
        ),
        *(
            Scale(f"{name}.low_strength", "grip_kg", {"sex": sex}, low, **force)
            for name in ("awgs2019", "ewgsop2")
            for sex in ("F", "M")
        ),
        Scale("ewgsop2.low_strength", "chair5_s", {"sex": "F"}, low, **seconds),
        Scale("awgs2019.low_performance", "gait6_mps", {}, low, **speed),
        Scale("awgs2019.low_performance", "sppb", {}, low, "0", "12", 0),
        Scale("awgs2019.low_performance", "chair5_s", {}, low, **seconds),
        Scale("ewgsop2.low_performance", "gait_mps", {}, low, **speed),
        Scale("ewgsop2.low_performance", "sppb", {}, low, "0", "12", 0),
        Scale("ewgsop2.low_performance", "tug_s", {}, low, **seconds),
        Scale("ewgsop2.low_performance", "walk400_s", {}, low, "120", "900", less_is_better=True),
        *(
            Scale("fnih.flags", "grip_kg", {"sex": sex, "alm_per_bmi": "0.500"}, unless("weak"), **force)
            for sex in ("F", "M")
        ),
        *(
            Scale(
                "sdoc.class",
                name,
                {"sex": "F", other: value},
                lambda result: Decimal(0 if result["class"] == "sarcopenia" else 1),
                **kind,
            )
            for name, other, value, kind in (
                ("grip_kg", "gait_mps", "0.700", force),
                ("gait_mps", "grip_kg", "15.0", speed),
            )
        ),
        Scale(
            "awgs2025.class",
            "grip_kg",
            {"age": 70, "sex": "F", "method": "BIA", "asmi": "5.0"},
            unless("low_strength"),
            **force,
        ),
    )


SCALES = scales()
# What these scorers take is no performance of the participant: a prediction from size, the spread or repetition of
# trials, a state of the protocol, lean mass, the class from flags (tested by truth table), a conversion.
OTHERS = {
    "6mwd.enright1998.predicted", "6mwd.enright1998.lln", "6mwd.enright2003.predicted",
    "6mwd.troosters1999.predicted", "grip.cv", "grip.extra_trial", "sppb.balance.next_step",
    "awgs2019.low_mass", "ewgsop2.low_mass", "awgs2019.calf_low", "awgs2019.class", "ewgsop2.class", "glis.class",
}  # fmt: skip
FAMILIES = ("sppb", "gait", "tug", "cst30", "6mwd", "grip", "knee", "awgs", "ewgsop2", "fnih", "sdoc", "glis")


@pytest.mark.req("SCO-303")
def test_every_performance_scorer_is_tried() -> None:
    performance = {name for name in SCORERS if name.startswith(FAMILIES)}
    assert {scale.instrument for scale in SCALES} == performance - OTHERS


@pytest.mark.req("SCO-303")
@pytest.mark.parametrize("scale", SCALES, ids=str)
@settings(max_examples=30)  # fifty scales: 1500 pairs in all
@given(data=st.data())
def test_a_better_performance_never_scores_worse(scale: Scale, data: st.DataObject) -> None:
    values = st.decimals(scale.lowest, scale.highest, places=scale.places)
    worse, better = sorted((data.draw(values), data.draw(values)), reverse=scale.less_is_better)
    assert scale.goodness(scale.scored(worse)) <= scale.goodness(scale.scored(better))


@pytest.mark.req("SCO-303")
@pytest.mark.parametrize("scale", SCALES, ids=str)
def test_the_best_and_the_worst_performance_differ(scale: Scale) -> None:
    ends = (Decimal(end).quantize(Decimal(1).scaleb(-scale.places)) for end in (scale.lowest, scale.highest))
    worst, best = sorted(ends, reverse=scale.less_is_better)
    assert scale.goodness(scale.scored(worst)) < scale.goodness(scale.scored(best))


# A stance that was not tried scores 0 by the sheet; stands and lengths that were not counted are refused instead;
# the count of stands alone leaves a time that was given.
NOT_MISSING = {"sppb.balance", "cst30.count", "6mwd.distance"}
MISSING = tuple(scale for scale in SCALES if scale.instrument not in NOT_MISSING and scale.name != "completed_reps")


@pytest.mark.req("SCO-304")
@pytest.mark.parametrize("scale", MISSING, ids=str)
def test_a_missing_performance_is_never_a_number_or_a_verdict(scale: Scale) -> None:
    worst = scale.scored(Decimal(scale.highest if scale.less_is_better else scale.lowest))
    missing = scale.scored(None)
    judged = {key for key, value in worst.items() if value is not None and missing.get(key, "") != value}
    assert judged, f"{missing} does not differ from {worst}"
    assert all(missing.get(key) is None or missing[key] in {"unknown", "indeterminate"} for key in judged), missing
