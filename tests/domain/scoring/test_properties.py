"""What holds for every input: bounds, a better performance never scores worse, a score does not depend on notation."""

from decimal import ROUND_HALF_UP, Decimal, localcontext

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessdesk.domain.scoring import catalogue
from assessdesk.domain.scoring.decimals import half_up, plain_decimal, sample_deviation, shown
from assessdesk.domain.scoring.inputs import Inputs
from tests.domain.scoring.shipped import TABLES, score

TIMES = st.decimals("0.01", "200", places=2)
GRIPS = st.decimals("0", "90", places=1)
SEXES = st.sampled_from(["F", "M"])
PARTS = st.integers(0, 4)


def maybe(values: st.SearchStrategy[int]) -> st.SearchStrategy[int | None]:
    return st.none() | values


@pytest.mark.req("SCO-008")
@pytest.mark.parametrize("instrument", ["sppb.gait4m", "sppb.gait3m", "sppb.chair5"])
@given(pair=st.tuples(TIMES, TIMES))
def test_a_shorter_time_never_scores_less(instrument: str, pair: tuple[Decimal, Decimal]) -> None:
    fast, slow = (score(instrument, time_s=str(time))["points"] for time in sorted(pair))
    assert 4 >= fast >= slow >= 0


@pytest.mark.req("SCO-008")
@given(time=TIMES.filter(lambda time: time < 70))
def test_the_longer_course_never_scores_less_for_the_same_time(time: Decimal) -> None:
    assert score("sppb.gait4m", time_s=str(time))["points"] >= score("sppb.gait3m", time_s=str(time))["points"]


@pytest.mark.req("SCO-008")
@given(holds=st.tuples(*[st.decimals("0", "10", places=2)] * 2))
def test_a_longer_hold_never_scores_less(holds: tuple[Decimal, Decimal]) -> None:
    short, long = sorted(holds)
    for before in ({}, {"side_by_side_s": "10.00"}, {"side_by_side_s": "10.00", "semi_tandem_s": "10.00"}):
        stance = ("side_by_side_s", "semi_tandem_s", "tandem_s")[len(before)]
        less, more = (score("sppb.balance", **before, **{stance: str(hold)})["points"] for hold in (short, long))
        assert 0 <= less <= more <= 4


@pytest.mark.req("SCO-008")
@given(parts=st.tuples(PARTS, PARTS, PARTS))
def test_the_sppb_total_is_the_sum_of_its_parts(parts: tuple[int, int, int]) -> None:
    result = score("sppb.total", balance=parts[0], gait=parts[1], chair=parts[2])
    assert result == {"total": sum(parts), "total_sensitivity": sum(parts)}


@pytest.mark.req("SCO-008")
@pytest.mark.parametrize("instrument", ["awgs2019.low_strength", "ewgsop2.low_strength"])
@given(sex=SEXES, grips=st.tuples(GRIPS, GRIPS))
def test_a_stronger_hand_is_never_newly_weak(instrument: str, sex: str, grips: tuple[Decimal, Decimal]) -> None:
    weaker, stronger = (score(instrument, sex=sex, grip_kg=str(grip))["low"] for grip in sorted(grips))
    assert weaker or not stronger


@pytest.mark.req("SCO-008")
@given(trials=st.lists(st.none() | GRIPS.map(str), min_size=1, max_size=4))
def test_grip_best_is_one_of_the_trials_and_the_mean_is_not_above_it(trials: list[str | None]) -> None:
    result = score("grip.summary", right=trials, left=[], dominant="R")
    valid = [Decimal(trial) for trial in trials if trial is not None]
    if not valid:
        assert result["best_right"] is None
        return
    assert Decimal(result["best_right"]) == max(valid)
    planned = trials[:3]
    assert (result["mean_right"] is None) == (None in planned or len(planned) < 3)
    if result["mean_right"] is not None:
        assert Decimal(result["mean_right"]) <= max(valid)


@pytest.mark.req("SCO-008")
@given(
    items=st.lists(maybe(st.integers(1, 4)), min_size=28, max_size=28), ends=st.tuples(*[maybe(st.integers(1, 7))] * 2)
)
def test_every_eortc_scale_is_missing_or_between_0_and_100(
    items: list[int | None], ends: tuple[int | None, int | None]
) -> None:
    answers = {str(number): answer for number, answer in enumerate([*items, *ends], start=1)}
    result = score("qlq_c30", items=answers)
    for scale in TABLES.scoring.eortc.c30:
        given_answers = [answers[str(item)] for item in scale.items if answers[str(item)] is not None]
        assert (result[scale.name] is None) == (len(given_answers) * 2 < len(scale.items))
        if result[scale.name] is not None:
            assert 0 <= Decimal(result[scale.name]) <= 100
    in_summary = [result[scale.name] for scale in TABLES.scoring.eortc.c30 if scale.in_summary]
    assert len(in_summary) == 13
    assert (result["SUM"] is None) == (None in in_summary)


@pytest.mark.req("SCO-008")
@given(items=st.lists(st.none() | st.sampled_from([0, 1, 2, 3, 4, 8, 9]), min_size=13, max_size=13))
def test_facit_fatigue_needs_more_than_half_and_stays_in_range(items: list[int | None]) -> None:
    key = "items_HI7_HI12_An1_An2_An3_An4_An5_An7_An8_An12_An14_An15_An16"
    total = score("facit_fatigue", **{key: items})["total"]
    assert (total is None) == (sum(item not in {None, 8, 9} for item in items) < 7)
    if total is not None:
        assert 0 <= Decimal(total) <= 52


@pytest.mark.req("SCO-008")
@given(items=st.lists(maybe(st.integers(0, 3)), min_size=9, max_size=9))
def test_phq9_tolerates_two_missing_items(items: list[int | None]) -> None:
    result = score("phq9", items_9=items)
    assert (result["total"] is None) == (items.count(None) > 2)
    if result["total"] is not None:
        assert sum(item or 0 for item in items) <= result["total"] <= 27


@pytest.mark.req("SCO-008")
@given(state=st.text("12345", min_size=5, max_size=5), place=st.integers(0, 4), country=st.sampled_from(["KR", "CN"]))
def test_a_worse_level_never_raises_the_index(state: str, place: int, country: str) -> None:
    index = Decimal(score("eq5d5l", state=state, value_set=country)["index"])
    assert Decimal("-0.391") <= index <= 1
    if state[place] != "5":
        worse = state[:place] + str(int(state[place]) + 1) + state[place + 1 :]
        assert Decimal(score("eq5d5l", state=worse, value_set=country)["index"]) <= index


@pytest.mark.req("SCO-008")
@given(first=st.sampled_from(["0", "1", "2"]), items=st.lists(maybe(st.integers(0, 2)), min_size=4, max_size=4))
def test_sarcf_reads_numbers_and_text_alike(first: str, items: list[int | None]) -> None:
    as_text = score("sarcf", items=[first, *(None if item is None else str(item) for item in items)])
    assert as_text == score("sarcf", items=[int(first), *items])
    if as_text["total"] is not None:
        assert as_text["positive"] == (as_text["total"] >= 4)


@pytest.mark.req("SCO-004")
@given(thousandths=st.integers(0, 400_000))
def test_a_time_is_quantised_once_half_up(thousandths: int) -> None:
    raw = Decimal(thousandths) / 1000
    stored = Decimal(score("time.quantise", raw_s=str(raw))["time_s"])
    assert stored == raw.quantize(Decimal("0.01"), ROUND_HALF_UP)
    assert score("time.quantise", raw_s=str(stored)) == {"time_s": str(stored)}


@pytest.mark.req("SCO-004")
def test_scores_do_not_depend_on_the_callers_decimal_context() -> None:
    inputs = Inputs({"weight_kg": "60.0", "height_cm": "160.0"})
    with localcontext() as context:
        context.prec = 3
        assert catalogue.score("bmi", inputs, TABLES.scoring) == {"bmi": "23.4"}
        asmi = {"arm_r_kg": "1.70", "arm_l_kg": "1.70", "leg_r_kg": "5.40", "leg_l_kg": "5.42", "height_cm": "158.0"}
        assert catalogue.score("asmi", Inputs(asmi), TABLES.scoring)["asm_kg"] == "14.22"


@pytest.mark.req("SCO-004")
def test_numbers_are_shown_half_up_without_a_signed_zero() -> None:
    assert (shown(Decimal("2.345"), 2), shown(Decimal("2.3449"), 2), shown(Decimal("-0.001"), 2)) == (
        "2.35",
        "2.34",
        "0.00",
    )
    assert (shown(Decimal(5), 1), shown(None, 1), half_up(Decimal("0.5"), 0)) == ("5.0", None, Decimal(1))
    assert sample_deviation([Decimal(20), Decimal(22), Decimal(24)]) == 2


@pytest.mark.req("SCO-007")
@pytest.mark.parametrize(
    "text",
    ["", " 1", "+1", "-0", "-0.0", "1.", ".5", "1e3", "1,0", "٣", "１", "NaN", "Infinity", "1_0", "1" * 25, "--1"],
)
def test_only_plain_numbers_are_numbers(text: str) -> None:
    assert plain_decimal(text) is None
    assert plain_decimal("-2.50") == Decimal("-2.5")
