"""Edges that the golden cases pass by: the fewest and the most of a list, ties, notation, what a refusal says."""

from decimal import Decimal
from typing import Any

import pytest

from assessdesk.domain.scoring.body_composition import Limbs, calf_for_bmi, muscle_index, per_bmi
from assessdesk.domain.scoring.decimals import decimal_places, plain_decimal, plain_text, shown
from assessdesk.domain.scoring.inputs import Inputs, InvalidInputError, as_decimal
from assessdesk.domain.scoring.ipaq import Activity, cleaned
from assessdesk.domain.scoring.promis import raw_sum
from tests.domain.scoring.shipped import TABLES, refusal, score

D = Decimal
SCORING = TABLES.scoring

SHORT_AND_LONG: tuple[tuple[str, dict[str, Any], dict[str, Any]], ...] = (
    ("tug.score", {"trials_s": ["9.00"], "rule": "mean"}, {"tug_s": "9.00"}),
    ("grip.extra_trial", {"trials_kg": ["20.0"]}, {"extra": None}),
    ("grip.cv", {"trials_kg": ["20.0"]}, {"cv_percent": None}),
    ("grip.cv", {"trials_kg": ["0.0", "10.0", "20.0"]}, {"cv_percent": "100.0"}),
    ("sppb.gait4m", {"times_s": ["5.00"]}, {"points": 3, "time_used_s": "5.00"}),
    ("gait.speed", {"distance_m": "4.00", "times_s": ["5.00"] * 100, "rule": "mean"}, {"speed_mps": "0.800"}),
    (
        "kct.adherence",
        {"weeks": 1, "planned_per_week": 1, "attended": 1},
        {"planned": 1, "attendance_percent": "100.0"},
    ),
    (
        "6mwd.distance",
        {"laps_full": 17, "course_m": "30", "laps_unit": "one_way_length", "extra_m": "12.5"},
        {"distance_m": 523},
    ),
    (
        "bpi_sf",
        {"severity_worst_least_average_now": [0, 0, 0, 0], "interference_7": [0] * 7},
        {"severity_mean": "0.00", "interference_mean": "0.00"},
    ),
    (
        "sppb.balance",
        {"side_by_side_s": "10.00", "semi_tandem_s": "4.00"},
        {"side_by_side": 1, "semi_tandem": 0, "tandem": 0, "points": 1},
    ),
)


@pytest.mark.req("SCO-301")
@pytest.mark.parametrize(("instrument", "inputs", "expected"), SHORT_AND_LONG)
def test_the_shortest_and_the_longest_list_are_scored(
    instrument: str, inputs: dict[str, Any], expected: dict[str, Any]
) -> None:
    assert score(instrument, **inputs) == expected


REFUSED: tuple[tuple[str, dict[str, Any], str], ...] = (
    ("weight.duplicate", {"readings_kg": ["60.0"] * 4}, "INPUT_WRONG_COUNT"),
    ("gait.speed", {"distance_m": "4.00", "times_s": ["5.00"] * 101, "rule": "mean"}, "INPUT_WRONG_COUNT"),
    ("bmi", {"weight_kg": 60.5, "height_cm": "160.0"}, "INPUT_NOT_NUMBER"),
    ("bmi", {"weight_kg": True, "height_cm": "160.0"}, "INPUT_NOT_NUMBER"),
    ("kct.adherence", {"planned_per_week": 3, "attended": 1}, "INPUT_MISSING"),
    ("kct.adherence", {"weeks": 0, "planned_per_week": 3, "attended": 1}, "INPUT_TOO_SMALL"),
    ("kct.adherence", {"weeks": 3, "planned_per_week": 0, "attended": 1}, "INPUT_TOO_SMALL"),
    (
        "grip.summary",
        {"right": ["20.0"] * 4, "left": [], "dominant": "R", "right_not_done_code": "ND07"},
        "INPUT_CODE_WITH_VALUE",
    ),
)


@pytest.mark.req("SCO-301")
@pytest.mark.parametrize(("instrument", "inputs", "code"), REFUSED)
def test_what_lies_just_outside_is_refused(instrument: str, inputs: dict[str, Any], code: str) -> None:
    assert refusal(instrument, **inputs) == code


@pytest.mark.req("SCO-103")
@pytest.mark.parametrize("rule", ["best", "shorter", "shorter_time", "shortest", "min", None])
def test_the_shorter_of_two_walks_counts_by_any_of_its_names(rule: str | None) -> None:
    for walks in (["4.82", "4.81"], ["4.81", "4.82"], ["4.81", None]):
        assert score("sppb.gait4m", times_s=walks, rule=rule) == {"points": 4, "time_used_s": "4.81"}
    for other in ("mean", "first", "last", "longest", "max"):
        assert refusal("sppb.gait4m", times_s=["4.82", "4.81"], rule=other) == "INPUT_NOT_ALLOWED"


TINY, HUGE = "0." + "0" * 21 + "1", "9" * 24
UNBOUNDED: tuple[tuple[str, dict[str, Any]], ...] = (
    ("bmi", {"weight_kg": "60.0", "height_cm": TINY}),
    ("bmi", {"weight_kg": HUGE, "height_cm": TINY}),
    ("asmi", {"arm_r_kg": "1.7", "arm_l_kg": "1.7", "leg_r_kg": "5.4", "leg_l_kg": "5.4", "height_cm": TINY}),
    ("knee.torque", {"force_n": HUGE, "lever_m": HUGE, "weight_kg": TINY}),
)


@pytest.mark.req("SCO-010")
@pytest.mark.parametrize(("instrument", "inputs"), UNBOUNDED)
def test_a_result_of_more_digits_than_are_computed_is_refused_and_stops_nothing(
    instrument: str, inputs: dict[str, Any]
) -> None:
    assert refusal(instrument, **inputs) == "INPUT_RESULT_TOO_LONG"
    assert "INPUT_" not in refusal("gait.speed", distance_m=HUGE, times_s=[TINY], rule="best")


PLACES: tuple[tuple[str, dict[str, Any], dict[str, str]], ...] = (
    ("grip.cv", {"trials_kg": ["20.0", "x"]}, {"name": "trials_kg[2]", "found": "x"}),
    ("bpi_sf", {"severity_worst_least_average_now": [0, 11, 0, 0]}, {"name": "severity_worst_least_average_now[2]"}),
    ("gait.speed", {"distance_m": "4", "times_s": ["5.00", "0"], "rule": "mean"}, {"name": "times_s[2]"}),
    ("tug.score", {"trials_s": ["9.00", "0"], "rule": "mean"}, {"name": "trials_s", "found": "0"}),
    ("ipaq_sf", {"vigorous": [8, 30]}, {"found": "8", "minimum": "0", "maximum": "7"}),
)


@pytest.mark.req("SCO-301")
@pytest.mark.parametrize(("instrument", "inputs", "told"), PLACES)
def test_a_refusal_names_the_place_and_what_stood_there(
    instrument: str, inputs: dict[str, Any], told: dict[str, str]
) -> None:
    with pytest.raises(InvalidInputError) as refused:
        score(instrument, **inputs)
    arguments = dict(refused.value.arguments)
    assert {name: arguments[name] for name in told} == told


@pytest.mark.req("SCO-301")
def test_a_long_input_is_shown_shortened() -> None:
    with pytest.raises(InvalidInputError) as refused:
        as_decimal("weight_kg", "9" * 400)
    assert dict(refused.value.arguments) == {"name": "weight_kg", "found": "9" * 300}
    assert Inputs({}).has("weight_kg") is False


@pytest.mark.req("SCO-301")
def test_numbers_at_the_edge_of_what_can_be_typed() -> None:
    assert plain_decimal("1" * 24) == D("1" * 24)
    assert plain_text(D("1E+23")) == "1" + "0" * 23
    assert plain_text(D("1E+24")) == "1E+24"
    assert plain_text(D("1E+2")) == "100"
    assert (decimal_places(D(5)), decimal_places(D("NaN")), decimal_places(D("1E+2"))) == (0, 0, 0)


@pytest.mark.req("SCO-301")
def test_limbs_and_indices_are_exact() -> None:
    limbs = Limbs(arm_r=D("1.70"), arm_l=D("1.90"), leg_r=D("5.40"), leg_l=D("5.60"))
    assert limbs.total() == D("14.60")
    assert limbs.without_swelling("right") == D("14.80")
    assert limbs.without_swelling("left") == D("14.40")
    assert limbs.without_swelling("both") is None
    assert shown(per_bmi(D("16.30"), D("60.0"), height_cm=D("160.0")), 5) == "0.69547"
    assert shown(muscle_index(D("100.0"), D("160.0")), 2) == "39.06"


@pytest.mark.req("SCO-301")
@pytest.mark.parametrize(
    ("bmi", "adjusted"),
    [("18.4", "39"), ("18.5", "35"), ("24.9", "35"), ("25", "32"), ("30", "28"), ("39.9", "28"), ("40", "23")],
)
def test_a_calf_is_adjusted_from_each_step_on(bmi: str, adjusted: str) -> None:
    assert calf_for_bmi(D(35), D(bmi), SCORING.body) == D(adjusted)


@pytest.mark.req("SCO-302")
@pytest.mark.parametrize(
    ("items", "total"),
    [
        ([], None),
        ([None, None], None),
        ([1, None, None, None], None),
        ([1, 1, None, None, None], None),
        ([2, 3, None, None], 10),
        ([1, 2, 2, None], 7),
        ([1, 2, 3, 4], 10),
    ],
)
def test_a_short_form_is_prorated_from_half_of_its_items_on(items: list[int | None], total: int | None) -> None:
    assert raw_sum(items) == total


@pytest.mark.req("SCO-302")
def test_the_share_of_fact_g_is_above_and_not_at_eighty_percent() -> None:
    assert SCORING.fact.enough_in_total(81, 100) is True
    assert SCORING.fact.enough_in_total(80, 100) is False


@pytest.mark.req("SCO-302")
def test_a_short_bout_counts_neither_days_nor_minutes() -> None:
    assert cleaned(Activity(3, 9), SCORING.ipaq) == Activity(0, 0)
    assert cleaned(Activity(3, 10), SCORING.ipaq) == Activity(3, 10)


@pytest.mark.req("SCO-302")
def test_a_day_without_an_activity_adds_no_minute_to_the_sum() -> None:
    busy = {"moderate": [7, 480], "walking": [7, 480]}
    assert score("ipaq_sf", vigorous=[0, None], **busy)["category"] == "high"
    assert score("ipaq_sf", vigorous=[0, 1], **busy)["excluded"] is True
