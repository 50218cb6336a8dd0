"""What holds for every input of what is derived: predicted distances, spread of trials, torque, lean mass, classes.

The performance scorers themselves are in `test_performance.py`, the questionnaires in `test_questionnaire_ranges.py`.
"""

from decimal import Decimal
from itertools import product
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.domain.scoring.shipped import score

EQUATIONS = {"6mwd.enright1998": (40, 80), "6mwd.enright2003": (68, 110), "6mwd.troosters1999": (50, 85)}
"""Each published equation and the ages (inclusive) for which it may be used."""
SEXES = st.sampled_from(["F", "M"])
HEIGHTS = st.decimals("120.0", "210.0", places=1)
WEIGHTS = st.decimals("30.0", "180.0", places=1)
GRIPS = st.decimals("0.1", "90.0", places=1)
FORCES = st.decimals("1", "1500", places=0)
INDICES = st.decimals("2.00", "12.00", places=2)
FLAGS = st.none() | st.booleans()
TENTH = Decimal("0.1")


def predicted(equation: str, *, sex: str, age: int, height: Decimal, weight: Decimal) -> Decimal | None:
    given_values = {"sex": sex, "age": age, "height_cm": str(height), "weight_kg": str(weight)}
    value = score(f"{equation}.predicted", **given_values)["predicted_m"]
    return None if value is None else Decimal(value)


# ------------------------------------------------------------------------------------------------------ predicted walk


@pytest.mark.req("SCO-306")
@pytest.mark.parametrize("equation", EQUATIONS)
@given(sex=SEXES, age=st.integers(18, 110), height=HEIGHTS, weight=WEIGHTS)
def test_a_distance_is_predicted_exactly_within_the_ages_of_the_equation(
    equation: str, sex: str, age: int, height: Decimal, weight: Decimal
) -> None:
    youngest, oldest = EQUATIONS[equation]
    result = score(f"{equation}.predicted", sex=sex, age=age, height_cm=str(height), weight_kg=str(weight))
    assert (result["predicted_m"] is not None) == (youngest <= age <= oldest)
    assert ("flag" in result) == (result["predicted_m"] is None)


@pytest.mark.req("SCO-306")
@pytest.mark.parametrize("equation", EQUATIONS)
@given(
    sex=SEXES, years=st.tuples(*[st.integers(68, 80)] * 2), heights=st.tuples(HEIGHTS, HEIGHTS),
    weights=st.tuples(WEIGHTS, WEIGHTS),
)  # fmt: skip
def test_older_shorter_and_heavier_people_are_never_predicted_to_walk_further(
    equation: str, sex: str, years: tuple[int, int], heights: tuple[Decimal, Decimal], weights: tuple[Decimal, Decimal]
) -> None:
    (young, old), (short, tall), (light, heavy) = sorted(years), sorted(heights), sorted(weights)
    best = predicted(equation, sex=sex, age=young, height=tall, weight=light)
    assert best is not None
    for age, height, weight in product((young, old), (short, tall), (light, heavy)):
        other = predicted(equation, sex=sex, age=age, height=height, weight=weight)
        assert other is not None
        assert other <= best


@pytest.mark.req("SCO-306")
@given(sex=SEXES, age=st.integers(18, 110), height=HEIGHTS, weight=WEIGHTS)
def test_the_lower_limit_is_there_with_the_prediction_and_below_it(
    sex: str, age: int, height: Decimal, weight: Decimal
) -> None:
    """139 m below it for women, 153 m for men (Enright & Sherrill 1998); each is rounded once."""
    whole = predicted("6mwd.enright1998", sex=sex, age=age, height=height, weight=weight)
    limit = score("6mwd.enright1998.lln", sex=sex, age=age, height_cm=str(height), weight_kg=str(weight))["lln_m"]
    assert (limit is None) == (whole is None)
    if whole is not None:
        assert whole - Decimal(limit) == {"F": 139, "M": 153}[sex]


@pytest.mark.req("SCO-306")
@given(distance=st.none() | st.integers(0, 1200), expected=st.none() | st.decimals("50.0", "900.0", places=1))
def test_a_percentage_needs_both_and_is_hundred_at_the_prediction(
    distance: int | None, expected: Decimal | None
) -> None:
    walked = None if distance is None else str(distance)
    result = score("6mwd.percent", distance_m=walked, predicted_m=None if expected is None else str(expected))
    assert (result["percent"] is None) == (distance is None or expected is None)
    if distance is not None and expected is not None:
        assert Decimal(result["percent"]) >= 0
        assert (Decimal(result["percent"]) > 100) <= (distance > expected)
        assert score("6mwd.percent", distance_m=str(expected), predicted_m=str(expected)) == {"percent": "100.0"}


# ------------------------------------------------------------------------------------------------------ spread, torque


def spread(trials: list[Decimal | None]) -> Decimal | None:
    value = score("grip.cv", trials_kg=[None if trial is None else str(trial) for trial in trials])["cv_percent"]
    return None if value is None else Decimal(value)


@pytest.mark.req("SCO-307")
@given(trials=st.lists(st.none() | GRIPS, min_size=1, max_size=4), order=st.randoms(use_true_random=False))
def test_the_spread_needs_two_trials_whatever_their_order_and_what_is_void(
    trials: list[Decimal | None], order: Any
) -> None:
    valid = [trial for trial in trials if trial is not None]
    value = spread(trials)
    assert (value is None) == (len(valid) < 2)
    mixed = list(trials)
    order.shuffle(mixed)
    assert spread(mixed) == value
    if value is not None:
        assert spread(list(valid)) == value
        # SD with n - 1 is largest when all but one are 0: then it is the mean times the root of n.
        assert 0 <= value <= 100 * Decimal(len(valid)).sqrt() + TENTH
        assert value == 0 or len(set(valid)) > 1


@pytest.mark.req("SCO-307")
@given(trials=st.lists(st.decimals("1.0", "9.0", places=1), min_size=2, max_size=4), factor=st.integers(2, 10))
def test_the_spread_does_not_depend_on_the_unit(trials: list[Decimal], factor: int) -> None:
    assert spread(list(trials)) == spread([trial * factor for trial in trials])


@pytest.mark.req("SCO-307")
@given(trials=st.lists(st.none() | GRIPS, min_size=1, max_size=4), order=st.randoms(use_true_random=False))
def test_an_extra_trial_is_offered_once_and_only_when_the_best_two_differ(
    trials: list[Decimal | None], order: Any
) -> None:
    valid = sorted((trial for trial in trials if trial is not None), reverse=True)
    texts = [None if trial is None else str(trial) for trial in trials]
    extra = score("grip.extra_trial", trials_kg=texts)["extra"]
    if len(trials) == 4:
        assert extra is False
    else:
        assert (extra is None) == (len(valid) < 2)
    if extra:
        assert valid[0] > valid[1]
    order.shuffle(texts)
    assert score("grip.extra_trial", trials_kg=texts)["extra"] == extra


@pytest.mark.req("SCO-307")
@given(
    force=st.none() | FORCES,
    lever=st.none() | st.decimals("0.10", "0.60", places=2),
    weights=st.tuples(WEIGHTS, WEIGHTS),
)
def test_a_torque_needs_force_and_lever_and_a_heavier_person_has_less_per_kg(
    force: Decimal | None, lever: Decimal | None, weights: tuple[Decimal, Decimal]
) -> None:
    given_values = {
        "force_n": None if force is None else str(force), "lever_m": None if lever is None else str(lever),
    }  # fmt: skip
    missing = force is None or lever is None
    without = score("knee.torque", **given_values, weight_kg=None)
    assert (without["torque_nm"] is None) == missing
    assert without["torque_nm_per_kg"] is None
    light, heavy = (score("knee.torque", **given_values, weight_kg=str(weight)) for weight in sorted(weights))
    assert light["torque_nm"] == heavy["torque_nm"] == without["torque_nm"]
    assert (light["torque_nm_per_kg"] is None) == missing
    if not missing:
        assert Decimal(light["torque_nm_per_kg"]) >= Decimal(heavy["torque_nm_per_kg"]) >= 0


# ----------------------------------------------------------------------------------------------------------- lean mass


@pytest.mark.req("SCO-308")
@pytest.mark.parametrize(
    ("instrument", "name", "rest"),
    [
        ("awgs2019.low_mass", "asmi", {"method": "BIA"}),
        ("awgs2019.low_mass", "asmi", {"method": "DXA"}),
        ("ewgsop2.low_mass", "asmi", {}),
        ("ewgsop2.low_mass", "asm_kg", {}),
        ("awgs2019.calf_low", "calf_cm", {}),
    ],
)
@given(sex=SEXES, values=st.tuples(*[st.decimals("1.00", "60.00", places=2)] * 2))
def test_more_muscle_is_never_newly_low(
    instrument: str, name: str, rest: dict[str, Any], sex: str, values: tuple[Decimal, Decimal]
) -> None:
    less, more = (score(instrument, sex=sex, **rest, **{name: str(value)})["low"] for value in sorted(values))
    assert less or not more
    assert score(instrument, sex=sex, **rest, **{name: None})["low"] is None


@pytest.mark.req("SCO-308")
@given(
    age=st.integers(18, 100), sex=SEXES, method=st.sampled_from(["BIA", "DXA"]), grips=st.tuples(GRIPS, GRIPS),
    masses=st.tuples(INDICES, INDICES),
)  # fmt: skip
def test_more_strength_and_mass_never_newly_make_awgs_2025(
    age: int, sex: str, method: str, grips: tuple[Decimal, Decimal], masses: tuple[Decimal, Decimal]
) -> None:
    (weak, strong), (little, much) = sorted(grips), sorted(masses)
    rest = {"age": age, "sex": sex, "method": method}
    worst, best = (
        score("awgs2025.class", **rest, grip_kg=str(grip), asmi=str(mass))["class"]
        for grip, mass in ((weak, little), (strong, much))
    )
    assert {worst, best} <= ({"not_applicable"} if age < 50 else {"sarcopenia", "not_sarcopenia"})
    assert worst == "sarcopenia" or best != "sarcopenia"


# ------------------------------------------------------------------------------------------------------------- classes

GRAVITY = {"not_sarcopenia": 0, "probable_sarcopenia": 1, "sarcopenia": 2, "severe_sarcopenia": 3}
DOMAINS = ("low_strength", "low_mass", "low_performance")


def gravity(instrument: str, flags: dict[str, bool | None]) -> int:
    result = score(instrument, **flags)
    return GRAVITY[result["class"]] + bool(result.get("severe"))


def completions(flags: dict[str, bool | None]) -> list[dict[str, bool | None]]:
    """Return what the flags could turn out to be once every missing domain is measured."""
    choices = [(flag,) if flag is not None else (False, True) for flag in flags.values()]
    return [dict(zip(flags, chosen, strict=True)) for chosen in product(*choices)]


@pytest.mark.req("SCO-308")
@pytest.mark.parametrize("instrument", ["awgs2019.class", "ewgsop2.class"])
@given(flags=st.fixed_dictionaries(dict.fromkeys(DOMAINS, st.booleans())), domain=st.sampled_from(DOMAINS))
def test_a_domain_more_that_is_low_never_makes_the_class_milder(
    instrument: str, flags: dict[str, bool | None], domain: str
) -> None:
    assert gravity(instrument, {**flags, domain: False}) <= gravity(instrument, {**flags, domain: True})


@pytest.mark.req("SCO-308")
@given(flags=st.fixed_dictionaries(dict.fromkeys(DOMAINS, FLAGS)))
def test_awgs_2019_says_with_missing_domains_only_what_they_cannot_change(flags: dict[str, bool | None]) -> None:
    result = score("awgs2019.class", **flags)
    could_be = [score("awgs2019.class", **complete) for complete in completions(flags)]
    if result["class"] in {"sarcopenia", "not_sarcopenia"}:
        assert {each["class"] for each in could_be} == {result["class"]}
    else:
        assert {each["class"] for each in could_be} == {"sarcopenia", "not_sarcopenia"}
    if result["severe"] is not None:
        assert {each["severe"] for each in could_be} == {result["severe"]}


@pytest.mark.req("SCO-308")
@given(flags=st.fixed_dictionaries(dict.fromkeys(DOMAINS, FLAGS)))
def test_ewgsop2_never_says_more_with_missing_domains_than_with_normal_ones(flags: dict[str, bool | None]) -> None:
    result = score("ewgsop2.class", **flags)["class"]
    if result == "indeterminate":
        assert flags["low_strength"] is None
    else:
        assert GRAVITY[result] == min(gravity("ewgsop2.class", complete) for complete in completions(flags))
