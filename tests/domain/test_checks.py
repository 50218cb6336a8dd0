"""Edit checks: golden cases, both ends of every limit, what a person may type, values against each other."""

import itertools
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessdesk import resources
from assessdesk.domain.checks import (
    Finding,
    Limit,
    Severity,
    UnitSlip,
    check_cross,
    check_unit,
    check_value,
    parse_decimal,
)
from assessdesk.domain.scoring.inputs import InvalidInputError
from assessdesk.services.definitions.messages import Language, load_messages
from assessdesk.services.definitions.tables import load_limits
from assessdesk.services.rescoring import check_record
from tests.domain.scoring.shipped import cases

LIMITS = load_limits(resources.read)
MESSAGES = load_messages(resources.read)
CASES = cases("validation-vectors.json")


@pytest.mark.req("CHK-001")
@pytest.mark.parametrize("case", CASES, ids=[f"{case['id']} {case['field']}: {case['why']}" for case in CASES])
def test_a_golden_case_has_its_outcome_and_a_sentence(case: dict[str, Any]) -> None:
    answer = check_record(case, LIMITS, MESSAGES)
    assert answer["outcome"] == case["expected"]
    assert bool(answer["message"]) == (case["expected"] != "accept")


def outcome(value: str | Decimal, limit: Limit) -> str:
    kept, finding = check_value(value, limit)
    assert (kept is None) == (finding is not None and finding.severity is Severity.HARD)
    return "accept" if finding is None else finding.severity


def ends(limit: Limit) -> Iterator[tuple[Decimal, str]]:
    """Yield a value at and one step beyond each end, with what must come of it."""
    step = Decimal(1).scaleb(-limit.decimals)
    yield limit.soft_min, "accept"
    yield limit.soft_max, "accept"
    yield limit.hard_min - step, "hard"
    yield limit.hard_max + step, "hard"
    if limit.soft_min > limit.hard_min:
        yield limit.hard_min, "soft"
        yield limit.soft_min - step, "soft"
    if limit.soft_max < limit.hard_max:
        yield limit.hard_max, "soft"
        yield limit.soft_max + step, "soft"


@pytest.mark.req("CHK-002")
@pytest.mark.parametrize("limit", LIMITS.values.values(), ids=lambda limit: limit.field)
def test_limits_are_inclusive_at_both_ends(limit: Limit) -> None:
    for value, expected in ends(limit):
        text = f"{value:.{limit.decimals}f}"
        if text.startswith("-") and value == 0:
            continue
        assert outcome(text, limit) == expected, text
        assert outcome(value, limit) == expected, value


@pytest.mark.req("CHK-003")
@pytest.mark.parametrize("limit", LIMITS.values.values(), ids=lambda limit: limit.field)
def test_one_decimal_too_many_is_refused_even_when_it_is_zero(limit: Limit) -> None:
    _, finding = check_value(f"{limit.soft_min:.{limit.decimals}f}" + ("0" if limit.decimals else ".0"), limit)
    assert finding is not None
    assert finding.severity is Severity.HARD
    assert finding.code == ("VALUE_TOO_PRECISE" if limit.decimals else "VALUE_NOT_WHOLE")


@pytest.mark.req("CHK-002")
def test_borg_has_a_half_and_then_whole_steps() -> None:
    limit = LIMITS.values["borg.cr10"]
    tenths = [Decimal(tenth) / 10 for tenth in range(101)]
    allowed = [value for value in tenths if outcome(value, limit) == "accept"]
    assert allowed == [Decimal(0), Decimal("0.5"), *(Decimal(step) for step in range(1, 11))]
    finding = check_value("1.5", limit)[1]
    assert finding is not None
    assert finding.code == "VALUE_OFF_SCALE"


TYPED = (
    ("24.6", Decimal("24.6")),
    (" 24.6 ", Decimal("24.6")),
    ("-2.5", Decimal("-2.5")),
    ("007", Decimal(7)),
    ("", "VALUE_MISSING"),
    ("   ", "VALUE_MISSING"),
    ("24,6", "VALUE_SEPARATOR"),
    ("1,234.5", "VALUE_SEPARATORS"),
    ("1.234.5", "VALUE_SEPARATORS"),
    ("１２", "VALUE_OTHER_DIGITS"),
    ("٢٤", "VALUE_OTHER_DIGITS"),
    ("2４", "VALUE_OTHER_DIGITS"),
    ("1e2", "VALUE_NOT_NUMBER"),
    ("NaN", "VALUE_NOT_NUMBER"),
    ("inf", "VALUE_NOT_NUMBER"),
    ("+5", "VALUE_NOT_NUMBER"),
    ("-0.0", "VALUE_NOT_NUMBER"),
    ("5.", "VALUE_NOT_NUMBER"),
    (".5", "VALUE_NOT_NUMBER"),
    ("1 000", "VALUE_NOT_NUMBER"),
    ("24.6 kg", "VALUE_NOT_NUMBER"),
    ("−5", "VALUE_NOT_NUMBER"),
    ("9" * 30, "VALUE_NOT_NUMBER"),
)


@pytest.mark.req("CHK-004")
@pytest.mark.parametrize(("typed", "expected"), TYPED)
def test_what_is_typed_is_a_plain_number_or_named(typed: str, expected: Decimal | str) -> None:
    parsed = parse_decimal(typed, "weight")
    assert (parsed.code if isinstance(parsed, Finding) else parsed) == expected


@pytest.mark.req("CHK-004")
def test_a_comma_is_a_decimal_sign_only_where_the_locale_says_so() -> None:
    weight = LIMITS.values["weight"]
    assert check_value("56,3", weight, decimal_separators=(",", ".")) == (Decimal("56.3"), None)
    assert check_value("56.3", weight, decimal_separators=(",", ".")) == (Decimal("56.3"), None)
    refused = check_value("56.3", weight, decimal_separators=(",",))[1]
    assert refused is not None
    assert dict(refused.arguments)["wanted"] == ","


@pytest.mark.req("CHK-004")
@given(st.text(max_size=12))
def test_any_text_is_a_finite_number_or_a_finding(text: str) -> None:
    parsed = parse_decimal(text, "weight", decimal_separators=(".", ","))
    assert isinstance(parsed, Finding) or parsed.is_finite()


@pytest.mark.req("CHK-004")
@pytest.mark.parametrize("given_value", [Decimal("NaN"), Decimal("Infinity"), Decimal("1E+9999"), Decimal("1E-9999")])
def test_a_decimal_that_is_no_plain_number_is_refused(given_value: Decimal) -> None:
    finding = check_value(given_value, LIMITS.values["weight"])[1]
    assert finding is not None
    assert finding.code == "VALUE_NOT_NUMBER"


@pytest.mark.req("CHK-005")
def test_another_unit_is_refused_and_never_converted() -> None:
    weight = LIMITS.values["weight"]
    assert check_unit("kg", weight) is None
    for unit, code in (("[lb_av]", "UNIT_OTHER"), ("KG", "UNIT_OTHER"), ("", "UNIT_MISSING"), (None, "UNIT_MISSING")):
        finding = check_unit(unit, weight)
        assert finding is not None
        assert (finding.code, finding.severity) == (code, Severity.HARD)


SLIPS = (
    ("height", "1.58", "UNIT_SLIP_REFUSED", "m", "158.0"),
    ("height", "62.0", "UNIT_SLIP_REFUSED", "[in_i]", "157.5"),
    ("height", "5.2", "UNIT_SLIP_REFUSED", "[ft_i]", "158.5"),
    ("weight", "132.0", "UNIT_SLIP_UNUSUAL", "[lb_av]", "59.9"),
    ("grip.trial.F", "54.0", "UNIT_SLIP_UNUSUAL", "[lbf_av]", "24.5"),
    ("grip.trial.M", "99.0", "UNIT_SLIP_REFUSED", "[lbf_av]", "44.9"),
    ("knee.force", "31", "UNIT_SLIP_UNUSUAL", "kgf", "304"),
    ("knee.lever", "32", "UNIT_SLIP_REFUSED", "cm", "0.32"),
    ("temp", "98.6", "UNIT_SLIP_REFUSED", "[degF]", "37.0"),
    ("hb", "135.0", "UNIT_SLIP_REFUSED", "g/L", "13.5"),
)


@pytest.mark.req("CHK-006")
@pytest.mark.parametrize(("field", "typed", "code", "other", "converted"), SLIPS)
def test_a_slip_of_the_unit_is_named(field: str, typed: str, code: str, other: str, converted: str) -> None:
    finding = check_value(typed, LIMITS.values[field])[1]
    assert finding is not None
    arguments = dict(finding.arguments)
    assert (finding.code, arguments["other"], arguments["converted"]) == (code, other, converted)


@pytest.mark.req("CHK-006")
def test_a_usual_value_is_never_taken_for_a_slip() -> None:
    assert check_value("45.0", LIMITS.values["grip.trial.F"]) == (Decimal("45.0"), None)
    finding = check_value("12.5", LIMITS.values["cst30.reps"])[1]
    assert finding is not None
    assert finding.code == "VALUE_NOT_WHOLE"


@pytest.mark.req("CHK-302")
def test_a_slip_without_factors_is_the_value_itself() -> None:
    assert UnitSlip("other").converted(Decimal("12.5")) == Decimal("12.5")
    assert UnitSlip("[in_i]", times=Decimal("2.54")).converted(Decimal(10)) == Decimal("25.4")


DAYS = {"earliest": "2025-04-07", "latest": "2025-04-21", "consent": "2025-02-25", "today": "2025-05-01"}
CROSS: tuple[tuple[str, dict[str, Any], str | None], ...] = (
    ("x.weight_sum", {"weight": "60.0", "fat_mass": "18.9", "ffm": "40.9"}, None),
    ("x.weight_sum", {"weight": "60.0", "fat_mass": "18.9", "ffm": "40.8"}, "soft"),
    ("x.weight_sum", {"weight": "60.0", "fat_mass": "18.9", "ffm": "42.1"}, "soft"),
    ("x.weight_sum", {"weight": "60.0", "fat_mass": "18.9", "ffm": "42.2"}, "hard"),
    ("x.fat_percent", {"weight": "60.0", "fat_mass": "18.0", "fat_percent": "30.2"}, None),
    ("x.fat_percent", {"weight": "60.0", "fat_mass": "18.0", "fat_percent": "30.3"}, "soft"),
    ("x.fat_percent", {"weight": "60.0", "fat_mass": "18.0", "fat_percent": "29.0"}, "soft"),
    ("x.fat_percent", {"weight": "60.0", "fat_mass": "18.0", "fat_percent": "28.9"}, "hard"),
    ("x.smm_lt_ffm", {"smm": "41.0", "ffm": "41.1"}, None),
    ("x.smm_lt_ffm", {"smm": "41.1", "ffm": "41.1"}, "hard"),
    ("x.asm_lt_ffm", {"asm": "12.00", "ffm": "40.0"}, None),
    ("x.asm_lt_ffm", {"asm": "11.99", "ffm": "40.0"}, "soft"),
    ("x.asm_lt_ffm", {"asm": "20.00", "ffm": "40.0"}, None),
    ("x.asm_lt_ffm", {"asm": "20.01", "ffm": "40.0"}, "soft"),
    ("x.asm_lt_ffm", {"asm": "39.99", "ffm": "40.0"}, "soft"),
    ("x.asm_lt_ffm", {"asm": "40.00", "ffm": "40.0"}, "hard"),
    ("x.calf_side_diff", {"right": "34.0", "left": "32.0"}, None),
    ("x.calf_side_diff", {"right": "32.0", "left": "34.1"}, "soft"),
    ("x.arm_lean_asym", {"right": "2.00", "left": "1.70"}, None),
    ("x.arm_lean_asym", {"right": "1.69", "left": "2.00"}, "soft"),
    ("x.arm_lean_asym", {"arm_r_kg": "2.00", "arm_l_kg": "1.69"}, "soft"),
    ("x.weight_change", {"previous": "60.0", "now": "57.0"}, None),
    ("x.weight_change", {"previous": "60.0", "now": "56.9"}, "soft"),
    ("x.height_change", {"baseline": "158.0", "now": "156.0"}, None),
    ("x.height_change", {"baseline": "158.0", "now": "160.1"}, "soft"),
    ("x.height_change", {"baseline": "158.0", "now": "163.0"}, "soft"),
    ("x.height_change", {"baseline": "158.0", "now": "163.1"}, "hard"),
    ("x.weight_readings", {"first": "60.0", "second": "60.1"}, None),
    ("x.weight_readings", {"first": "60.2", "second": "60.0"}, "soft"),
    ("x.grip_change", {"previous": "30.0", "now": "36.5"}, None),
    ("x.grip_change", {"previous": "30.0", "now": "36.6"}, "soft"),
    ("x.grip_change", {"previous": "20.0", "now": "25.0"}, None),
    ("x.grip_change", {"previous": "20.0", "now": "25.1"}, "soft"),
    ("x.grip_change", {"previous": "0.0", "now": "0.1"}, "soft"),
    ("x.walk6_change", {"previous": "420", "now": "520"}, None),
    ("x.walk6_change", {"previous": "420", "now": "521"}, "soft"),
    ("x.chair5_change", {"previous": "10.00", "now": "13.00"}, None),
    ("x.chair5_change", {"previous": "10.00", "now": "6.99"}, "soft"),
    ("x.gait_trials", {"t1": "10.50", "t2": "9.50"}, None),
    ("x.gait_trials", {"t1": "9.50", "t2": "10.51"}, "soft"),
    ("x.gait_trials", {"t1": "3.00", "t2": "3.50"}, None),
    ("x.gait_trials", {"t1": "3.00", "t2": "3.51"}, "soft"),
    ("x.tug_trials", {"t1": "21.00", "t2": "19.00"}, None),
    ("x.tug_trials", {"t1": "21.01", "t2": "19.00"}, "soft"),
    ("x.tug_trials", {"t1": "6.00", "t2": "7.00"}, None),
    ("x.tug_trials", {"t1": "6.00", "t2": "7.01"}, "soft"),
    ("x.sppb_sequence", {"side_by_side": "10.00", "semi_tandem": "9.99", "tandem": None}, None),
    ("x.sppb_sequence", {"side_by_side": "10.00", "semi_tandem": "9.99", "tandem": "0.00"}, "hard"),
    ("x.sppb_sequence", {"side_by_side": "9.99", "semi_tandem": "10.00", "tandem": None}, "hard"),
    ("x.sppb_sequence", {"side_by_side": None, "semi_tandem": None, "tandem": "3.00"}, "hard"),
    ("x.sppb_sequence", {"side_by_side": "9.99", "semi_tandem": None, "tandem": None}, None),
    ("x.walk6_laps", {"lengths": 17, "course_m": "30", "extra_m": "29", "distance": "539"}, None),
    ("x.walk6_laps", {"lengths": 17, "course_m": "30", "extra_m": "12", "distance": "521"}, "hard"),
    ("x.walk6_laps", {"lengths": "17", "course_m": "30", "extra_m": "0", "distance": 510}, None),
    ("x.bpi_order", {"worst": 5, "least": 5, "average": 5, "now": 5}, None),
    ("x.bpi_order", {"worst": 4, "least": 0, "average": 5, "now": 0}, "soft"),
    ("x.bpi_order", {"worst": 4, "least": 0, "average": 4, "now": 5}, "soft"),
    ("x.bpi_order", {"worst": None, "least": 3, "average": None, "now": 5}, None),
    ("x.visit_date", {**DAYS, "date": "2025-04-07"}, None),
    ("x.visit_date", {**DAYS, "date": "2025-04-06"}, "soft"),
    ("x.visit_date", {**DAYS, "date": "2025-04-21"}, None),
    ("x.visit_date", {**DAYS, "date": "2025-05-01"}, "soft"),
    ("x.visit_date", {**DAYS, "date": "2025-05-02"}, "hard"),
    ("x.visit_date", {**DAYS, "date": "2025-02-25"}, "soft"),
    ("x.visit_date", {**DAYS, "date": "2025-02-24"}, "hard"),
    ("x.tug_aid", {"aid_baseline": "cane", "aid_now": "cane"}, None),
    ("x.tug_aid", {"aid_baseline": "cane", "aid_now": "none"}, "soft"),
    ("x.device", {"device_baseline": "BIA-01", "device_now": "BIA-01"}, None),
    ("x.assessor", {"assessor_before": "AS-04", "assessor_now": "AS-04"}, None),
    ("x.assessor", {"assessor_before": "AS-04", "assessor_now": "AS-05"}, "soft"),
    ("x.time_of_day", {"minutes_before": 540, "minutes_now": 660}, None),
    ("x.time_of_day", {"minutes_before": 661, "minutes_now": 540}, "soft"),
    ("x.cycle_day", {"cycle_day_before": 19, "cycle_day_now": 16}, None),
    ("x.cycle_day", {"cycle_day_before": 16, "cycle_day_now": 20}, "soft"),
    ("x.calibration", {"assessment": "2025-04-13", "due": "2025-04-14"}, None),
    ("x.calibration", {"assessment": "2025-04-15", "due": "2025-04-14"}, "soft"),
)


@pytest.mark.req("CHK-007")
@pytest.mark.parametrize(("rule", "values", "expected"), CROSS, ids=[f"{row[0]} {row[1]}" for row in CROSS])
def test_values_are_checked_against_each_other(rule: str, values: dict[str, Any], expected: str | None) -> None:
    finding = check_cross(rule, values, LIMITS.cross[rule])
    assert (None if finding is None else finding.severity) == expected
    if finding is not None:
        assert all(MESSAGES.sentence(finding.code, finding.arguments, language) for language in Language)


@pytest.mark.req("CHK-007")
@pytest.mark.parametrize("rule", LIMITS.cross)
def test_a_rule_refuses_to_judge_without_its_values(rule: str) -> None:
    optional = {"x.sppb_sequence", "x.bpi_order"}
    if rule not in optional:
        with pytest.raises(InvalidInputError, match="INPUT_MISSING"):
            check_cross(rule, {}, LIMITS.cross[rule])
    with pytest.raises(InvalidInputError, match="INPUT_UNKNOWN_KEY"):
        check_cross(rule, {"misspelt": "1"}, LIMITS.cross[rule])


@pytest.mark.req("CHK-008")
@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize(
    "rule", ["x.weight_change", "x.height_change", "x.grip_change", "x.walk6_change", "x.chair5_change"]
)
def test_a_sentence_about_an_earlier_visit_shows_no_value_and_no_direction(rule: str, language: Language) -> None:
    first, now = LIMITS.cross[rule].inputs[0]
    spoken = set()
    for before, after in itertools.permutations(("10.0", "13.1"), 2):
        scale = 40 if rule == "x.walk6_change" else 1
        values = {first: str(Decimal(before) * scale), now: str(Decimal(after) * scale)}
        finding = check_cross(rule, values, LIMITS.cross[rule])
        if finding is not None:
            sentence = MESSAGES.sentence(finding.code, finding.arguments, language)
            assert not any(value in sentence for value in values.values())
            spoken.add(sentence)
    assert len(spoken) == 1
