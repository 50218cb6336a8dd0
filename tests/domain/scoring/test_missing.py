"""What is missing stays missing, by each instrument's own rule, and what contradicts the instrument is refused."""

from dataclasses import replace
from typing import Any

import pytest

from assessdesk.domain.scoring.inputs import Inputs
from assessdesk.domain.scoring.joints import score_sacrah
from tests.domain.scoring.shipped import TABLES, refusal, score

SIZE: dict[str, Any] = {"sex": "F", "age": 60, "height_cm": "158", "weight_kg": "70"}
LENGTHS: dict[str, Any] = {"laps_full": 17, "course_m": "30", "laps_unit": "one_way_length", "extra_m": "12"}
MISSING: tuple[tuple[str, dict[str, Any], dict[str, Any]], ...] = (
    ("sppb.gait4m", {"time_s": None}, {"points": None}),
    ("sppb.gait4m", {"times_s": ["5.00", "4.81"], "rule": "best"}, {"points": 4, "time_used_s": "4.81"}),
    ("sppb.gait4m", {"times_s": ["4.82", "5.00"]}, {"points": 3, "time_used_s": "4.82"}),
    ("sppb.gait4m", {"times_s": ["6.50", None], "rule": "best"}, {"points": 2, "time_used_s": "6.50"}),
    ("sppb.gait4m", {"times_s": [None, None], "rule": "best", "status": "unable"}, {"points": 0, "time_used_s": None}),
    ("sppb.chair5", {"time_s": None}, {"points": None}),
    ("sppb.balance.next_step", {"side_by_side_s": "10.00"}, {"next": "semi_tandem"}),
    ("sppb.balance.next_step", {"side_by_side_s": "10.00", "semi_tandem_s": "10.00"}, {"next": "tandem"}),
    (
        "sppb.balance.next_step",
        {"side_by_side_s": "10.00", "semi_tandem_s": "9.99"},
        {"next": "gait", "tandem": "LOGICALLY SKIPPED ITEM"},
    ),
    (
        "sppb.balance.next_step",
        {"side_by_side_s": "10.00", "semi_tandem_s": "10.00", "tandem_s": "1.00"},
        {"next": "gait"},
    ),
    ("gait.speed", {"distance_m": "4", "times_s": [None], "rule": "best"}, {"speed_mps": None}),
    ("awgs2019.low_strength", {"sex": "F", "grip_kg": None}, {"low": None}),
    ("awgs2019.low_mass", {"sex": "F", "method": "BIA", "asmi": None}, {"low": None}),
    ("ewgsop2.low_strength", {"sex": "F"}, {"low": None}),
    ("ewgsop2.low_mass", {"sex": "F"}, {"low": None}),
    ("ewgsop2.low_performance", {}, {"low": None}),
    ("fnih.flags", {"sex": "F", "alm_per_bmi": "0.5"}, {"weak": None, "low_lean": True, "weak_low_lean": None}),
    ("fnih.flags", {"sex": "F", "alm_per_bmi": "0.6"}, {"weak": None, "low_lean": False, "weak_low_lean": False}),
    ("sdoc.class", {"sex": "F", "gait_mps": "0.5"}, {"class": "indeterminate"}),
    ("sdoc.class", {"sex": "F", "gait_mps": "0.9"}, {"class": "not_sarcopenia"}),
    (
        "awgs2025.class",
        {"age": 70, "sex": "F", "grip_kg": "10"},
        {"class": "indeterminate", "low_strength": True, "low_mass": None},
    ),
    (
        "awgs2025.class",
        {"age": 70, "sex": "F", "grip_kg": None, "method": "DXA", "asmi": "6.0"},
        {"class": "not_sarcopenia", "low_strength": None, "low_mass": False},
    ),
    (
        "asmi",
        {"arm_r_kg": "1", "arm_l_kg": None, "leg_r_kg": "5", "leg_l_kg": "5", "height_cm": "160"},
        {"asm_kg": None, "asmi": None},
    ),
    ("bmi", {"weight_kg": None, "height_cm": "160"}, {"bmi": None}),
    ("sarcf", {"items": [2, 1, None, 0, 0]}, {"total": None, "positive": None}),
    ("sarcf", {"items": [2, 2, None, 0, 0]}, {"total": None, "positive": True}),
    ("sarccalf", {"sex": "F", "items": [1, 1, 1, 1, 1], "calf_cm": None}, {"total": None, "positive": None}),
    ("sarccalf", {"sex": "F", "items": [1, None, 0, 0, 0], "calf_cm": "33"}, {"total": None, "positive": True}),
    ("sarccalf", {"sex": "F", "items": [0, None, 0, 0, 0], "calf_cm": "33"}, {"total": None, "positive": None}),
    ("cst30.norm", {"sex": "F", "age": 70, "reps": None}, {"band": None}),
    ("cst30.norm", {"sex": "F", "age": None, "reps": 12}, {"band": None}),
    ("cst30.count", {"full_stands": None, "at_30s": "more_than_halfway_up", "used_arms": True}, {"reps": None}),
    ("time.quantise", {"raw_s": None}, {"time_s": None}),
    (
        "fact_b.totals",
        {"PWB": "21.000", "SWB": "21.000", "EWB": "18.000", "FWB": "18.000", "BCS": "30.000"},
        {"FACTB_TOTAL": None, "FACTB_TOI": "69.000"},
    ),
    (
        "awgs2025.class",
        {"sex": "F", "grip_kg": "10", "method": "BIA", "asmi": "5.0"},
        {"class": "indeterminate", "low_strength": None, "low_mass": None},
    ),
    ("tug.bohannon", {"age": None, "time_s": "9.0"}, {"worse_than_average": None}),
    *(
        (f"6mwd.enright1998.{name}", {**SIZE, missing: None, **age}, {key: None, **flag})
        for name, key in (("predicted", "predicted_m"), ("lln", "lln_m"))
        for missing, age, flag in (
            ("height_cm", {}, {}),
            ("weight_kg", {}, {}),
            ("age", {}, {}),
            ("weight_kg", {"age": 39}, {"flag": "age_outside_40_80"}),
        )
    ),
    *(
        ("6mwd.distance", {**LENGTHS, missing: None}, {"distance_m": None})
        for missing in ("laps_full", "course_m", "extra_m")
    ),
    ("cst30.count", {"full_stands": 9, "used_arms": True}, {"reps": 0, "reps_modified": 9}),
    (
        "cst30.count",
        {"full_stands": 9, "at_30s": "more_than_halfway_up", "used_arms": True},
        {"reps": 0, "reps_modified": 10},
    ),
    ("cst30.count", {"full_stands": 9, "at_30s": "seated", "used_arms": False}, {"reps": 9}),
    ("cst30.count", {"full_stands": 0, "at_30s": "seated"}, {"reps": 0}),
    ("6mwd.percent", {"distance_m": None, "predicted_m": "500"}, {"percent": None}),
    ("tug.score", {"trials_s": ["9.20", None, "8.81"], "rule": "mean"}, {"tug_s": "9.01"}),
    ("tug.score", {"trials_s": ["9.20", "9.00", "8.80"], "rule": "mean"}, {"tug_s": "9.00"}),
    ("tug.score", {"trials_s": ["9.20", "8.80"], "rule": "best"}, {"tug_s": "8.80"}),
    ("tug.score", {"trials_s": [None, None], "rule": "mean"}, {"tug_s": None}),
    ("grip.cv", {"trials_kg": ["20.0", None, None]}, {"cv_percent": None}),
    ("grip.cv", {"trials_kg": ["0.0", "0.0"]}, {"cv_percent": None}),
    ("grip.cv", {"trials_kg": ["20.0", None, "20.0"]}, {"cv_percent": "0.0"}),
    ("grip.extra_trial", {"trials_kg": ["20.0", None, None]}, {"extra": None}),
    (
        "knee.torque",
        {"force_n": "250", "lever_m": "0.32", "weight_kg": None},
        {"torque_nm": "80.0", "torque_nm_per_kg": None},
    ),
    (
        "knee.torque",
        {"force_n": None, "lever_m": "0.32", "weight_kg": "60"},
        {"torque_nm": None, "torque_nm_per_kg": None},
    ),
    (
        "bpi_sf",
        {"severity_worst_least_average_now": [5, 2, None, 3], "interference_7": [3, 4, 5, 2, None, None, None]},
        {"severity_mean": None, "interference_mean": "3.50"},
    ),
    ("nrs.band", {"value": None}, {"band": None}),
    ("qlq_c30.scale", {"scale": "PF2", "items": {"1": 2, "2": 2}}, {"score": None}),
    ("qlq_c30.scale", {"scale": "PF2", "items": {"1": 2, "2": 2, "3": 2}}, {"score": "66.67"}),
    ("qlq_c30.scale", {"scale": "QL2", "items": {"29": 7, "30": None}}, {"score": "100.00"}),
    ("qlq_c30.scale", {"scale": "FI", "items": {"28": None}}, {"score": None}),
    ("qlq_br23.scale", {"scale": "BRBS", "items": {"50": 2, "51": 2, "52": None, "53": None}}, {"score": "33.33"}),
    ("qlq_br23.scale", {"scale": "BRST", "items": {"31": 2, "32": 2, "33": 2}}, {"score": None}),
    ("qlq_br23.scale", {"scale": "BRHL", "items": {"35": 4}}, {"score": "100.00"}),
    ("qlq_br23.scale", {"scale": "BRFU", "items": {"43": 1}}, {"score": "100.00"}),
    ("fact_b.bcs", {"B1_B9_P2": [0, 0, 0, 4, 0, 0, None, 8, 9, None]}, {"BCS": "40.000"}),
    ("fact_b.bcs", {"B1_B9_P2": [4, 4, 4, 0, 4, 4, 4, 4, 0, 4]}, {"BCS": "0.000"}),
    (
        "fact_b.totals",
        {"PWB": "21", "SWB": "21", "EWB": "18", "FWB": "18", "BCS": "30", "n_answered_of_37": 29},
        {"FACTB_TOTAL": None, "FACTB_TOI": "69.000"},
    ),
    (
        "fact_b.totals",
        {"PWB": "21", "SWB": "21", "EWB": "18", "FWB": "18", "BCS": "30", "n_answered_of_37": 30},
        {"FACTB_TOTAL": "108.000", "FACTB_TOI": "69.000"},
    ),
    (
        "fact_b.totals",
        {"PWB": "21", "SWB": None, "EWB": "18", "FWB": None, "BCS": "30", "n_answered_of_37": 37},
        {"FACTB_TOTAL": None, "FACTB_TOI": None},
    ),
    ("fact_es.ess19", {"items_19": [1] * 9 + [None] * 10}, {"ESS": None}),
    (
        "mdasi",
        {"severity_13": [4] * 6 + [None] * 7, "interference_6": [3, 3, 3, 3, None, None]},
        {"severity_mean": None, "interference_mean": "3.00"},
    ),
    ("bfi", {"items_9": [4, 5, 7, 3, 2, None, None, None, None]}, {"global": "4.20"}),
    ("bfi", {"items_9": [4, 5, 7, 3, None, None, None, None, None]}, {"global": None}),
    (
        "womac_likert",
        {"pain": [1, 2, None, 0, 1], "stiffness": [2, None], "function": [1] * 14 + [None] * 3},
        {"pain": "5.00", "stiffness": "4.00", "function": "17.00", "total": "26.00"},
    ),
    (
        "womac_likert",
        {"pain": [1, None, None, 0, 1], "stiffness": [None, None], "function": [1] * 13 + [None] * 4},
        {"pain": None, "stiffness": None, "function": None, "total": None},
    ),
    ("m_sacrah.total", {"domain_means": ["25.4", None, "43.7"]}, {"total": None}),
    (
        "m_sacrah",
        {"function": ["20"] * 7 + [None], "stiffness": ["40", "50"], "pain": ["35", "45"]},
        {"function": None, "stiffness": "45.0", "pain": "40.0", "total": None},
    ),
    *(
        ("eq5d5l", {"state": state, "value_set": country}, {"index": index})
        for state, country, index in (
            (None, "KR", None),
            ("", "CN", None),
            ("111111", "KR", None),
            ("01111", "KR", None),
            ("1112x", "CN", None),
            (21111, "KR", "0.858"),
            ("11114", "KR", "0.724"),
            ("11113", "KR", "0.858"),
            ("21111", "CN", "0.934"),
            ("11112", "CN", "0.951"),
            ("33333", "CN", "0.363"),
            ("44444", "KR", "0.247"),
        )
    ),
    ("esas_r", {"items_9": [10] * 9}, {"tsds": 90}),
    ("phq9", {"items_9": [1, 1, 1, 1, 1, 1, 0, None, None]}, {"total": 8, "band": "mild"}),
    ("phq9", {"items_9": [1, 1, 1, 1, 0, 0, 0, 0, None]}, {"total": 5, "band": "mild"}),
    ("phq9.item9_alert", {"items_9": [0, 0, 0, 0, 0, 0, 0, 0, None]}, {"total": 0, "alert": None}),
    (
        "ipaq_sf",
        {"vigorous": [0, None], "moderate": [0, None], "walking": [5, 30]},
        {
            "met_walk": "495.0",
            "met_moderate": "0.0",
            "met_vigorous": "0.0",
            "met_total": "495.0",
            "category": "moderate",
        },
    ),
    *(
        (
            "ipaq_sf",
            {"vigorous": vigorous, "moderate": [0, 0], "walking": [5, 30]},
            {"excluded": True, "reason": "missing_or_dont_know"},
        )
        for vigorous in (None, [3, None], [None, 30], [3, "dont_know"], ["don't know", 30])
    ),
    (
        "re_ms.eligibility",
        {"bpi": None, "risk_factors": 1, "t_score": None},
        {"eligible_pain_or_risk": True, "excluded_bmd": None},
    ),
    (
        "re_ms.eligibility",
        {"bpi": None, "risk_factors": 0, "t_score": "-3"},
        {"eligible_pain_or_risk": None, "excluded_bmd": True},
    ),
    ("kct.eligibility_age", {"age": None}, {"eligible": None}),
    (
        "kct.adherence",
        {"weeks": 18, "planned_per_week": 3, "attended": 0},
        {"planned": 54, "attendance_percent": "0.0"},
    ),
    (
        "visit.window",
        {"anchor_date": "2024-02-26", "visit_week": 1, "window_days": 0},
        {"target": "2024-03-04", "earliest": "2024-03-04", "latest": "2024-03-04"},
    ),
)


@pytest.mark.req("SCO-005")
@pytest.mark.parametrize(("instrument", "inputs", "expected"), MISSING, ids=[f"{row[0]} {row[1]}" for row in MISSING])
def test_missing_parts_follow_the_rule_of_the_instrument(
    instrument: str, inputs: dict[str, Any], expected: dict[str, Any]
) -> None:
    assert score(instrument, **inputs) == expected


@pytest.mark.req("SCO-006")
@pytest.mark.parametrize("part", ["balance", "gait", "chair"])
@pytest.mark.parametrize(
    ("codes", "expected"),
    [
        (("ND02", "ND03", "ND04", "ND05", "ND06"), {"total": 7, "total_sensitivity": 7}),
        (("ND01", "ND09"), {"total": 7, "total_sensitivity": None, "flag": "nonphysical_zero"}),
        (
            ("ND07", "ND08", "ND10", "ND11", "ND12", "ND13", "ND14", "ND99"),
            {"total": None, "total_sensitivity": None},
        ),
        ((None,), {"total": None, "total_sensitivity": None}),
    ],
)
def test_a_reason_decides_what_a_part_not_done_does_to_the_total(
    part: str, codes: tuple[str | None, ...], expected: dict[str, Any]
) -> None:
    points: dict[str, object] = {"balance": 3, "gait": 3, "chair": 3} | {part: None}
    others = [3, 4]
    points |= dict(zip([name for name in points if name != part], others, strict=True))
    for code in codes:
        assert score("sppb.total", **points, **{f"{part}_not_done_code": code}) == expected
        if code is not None:
            assert score("sppb.total", **(points | {part: 0}), **{f"{part}_not_done_code": code}) == expected


@pytest.mark.req("SCO-006")
def test_a_flagged_zero_stays_flagged_when_another_part_is_missing() -> None:
    result = score(
        "sppb.total", balance=4, gait=None, gait_not_done_code="ND01", chair=None, chair_not_done_code="ND10"
    )
    assert result == {"total": None, "total_sensitivity": None, "flag": "nonphysical_zero"}
    assert score("sppb.total", balance=None, balance_not_done_code="ND15", gait=4, chair=4)["total"] == 8
    assert refusal("sppb.total", balance=4, gait=None, gait_not_done_code="ND15", chair=4) == "INPUT_NOT_ALLOWED"


@pytest.mark.req("SCO-005")
@pytest.mark.parametrize(
    ("low_strength", "low_performance", "low_mass", "name", "severe"),
    [
        (True, True, True, "sarcopenia", True),
        (True, False, True, "sarcopenia", False),
        (False, True, True, "sarcopenia", False),
        (None, True, True, "sarcopenia", None),
        (False, False, True, "not_sarcopenia", False),
        (False, False, None, "not_sarcopenia", False),
        (True, True, False, "not_sarcopenia", False),
        (None, None, False, "not_sarcopenia", False),
        (True, None, None, "possible_sarcopenia", None),
        (False, True, None, "possible_sarcopenia", None),
        (False, None, True, "indeterminate", None),
        (None, False, True, "indeterminate", None),
        (None, None, None, "indeterminate", None),
    ],
)
def test_awgs2019_class_with_missing_domains(
    low_strength: bool | None, low_performance: bool | None, low_mass: bool | None, name: str, severe: bool | None
) -> None:
    flags = {"low_strength": low_strength, "low_performance": low_performance, "low_mass": low_mass}
    assert score("awgs2019.class", **flags) == {"class": name, "severe": severe}


@pytest.mark.req("SCO-005")
def test_awgs2019_class_names_its_flags_when_the_age_is_given() -> None:
    assert score("awgs2019.class", low_strength=False, low_performance=False, low_mass=True, age=59)["flags"] == (
        "low_mass_only", "outside_reference_age",
    )  # fmt: skip
    assert score("awgs2019.class", low_strength=True, low_performance=False, low_mass=False, age=60)["flags"] == (
        "low_strength",
    )


@pytest.mark.req("SCO-005")
@pytest.mark.parametrize(
    ("low_strength", "low_mass", "low_performance", "name"),
    [
        (True, True, None, "sarcopenia"),
        (True, False, True, "probable_sarcopenia"),
        (False, None, None, "not_sarcopenia"),
        (None, False, False, "indeterminate"),
    ],
)
def test_ewgsop2_class_with_missing_domains(
    low_strength: bool | None, low_mass: bool | None, low_performance: bool | None, name: str
) -> None:
    flags = {"low_strength": low_strength, "low_performance": low_performance, "low_mass": low_mass}
    assert score("ewgsop2.class", **flags) == {"class": name}


@pytest.mark.req("SCO-005")
@pytest.mark.parametrize(("missing_at_most", "total"), [(0, None), (1, "25.0")])
def test_the_table_says_how_many_answers_of_a_joint_domain_may_be_missing(
    missing_at_most: int, total: str | None
) -> None:
    joints = TABLES.scoring.joints
    parts = tuple(replace(part, missing_at_most=missing_at_most) for part in joints.sacrah)
    inputs = Inputs({"function": ["20"] * 7 + [None], "stiffness": ["20", None], "pain": ["30", "40"]})
    assert score_sacrah(inputs, replace(joints, sacrah=parts))["total"] == total


@pytest.mark.req("SCO-005")
def test_grip_keeps_the_extra_trial_out_of_the_mean_and_in_the_best() -> None:
    result = score("grip.summary", right=["20.0", "21.0", "22.0", "25.0"], left=["20.0", "21.0"], dominant="L")
    assert (result["best_right"], result["mean_right"]) == ("25.0", "21.0")
    assert (result["best_left"], result["mean_left"], result["mean_dominant"]) == ("21.0", None, None)
    assert "best_overall_flag" not in result
    none = score(
        "grip.summary", right=[None], left=[], right_not_done_code="ND07", left_not_done_code="ND06", dominant="R"
    )
    assert none["best_overall"] is None
    assert "best_overall_flag" not in none


REFUSED: tuple[tuple[str, dict[str, Any], str], ...] = (
    ("sppb.gait4m", {"time_s": "abc"}, "INPUT_NOT_NUMBER"),
    ("sppb.gait4m", {"time_s": "1e1"}, "INPUT_NOT_NUMBER"),
    ("sppb.gait4m", {"time_s": "NaN"}, "INPUT_NOT_NUMBER"),
    ("sppb.gait4m", {"time_s": True}, "INPUT_NOT_NUMBER"),
    ("sppb.gait4m", {"time_s": "5,20"}, "INPUT_NOT_NUMBER"),
    ("sppb.gait4m", {"time_s": "5.205"}, "INPUT_TOO_PRECISE"),
    ("sppb.gait4m", {"time_s": "0.00"}, "INPUT_NOT_POSITIVE"),
    ("sppb.gait4m", {"time_s": "-1.00"}, "INPUT_TOO_SMALL"),
    ("sppb.gait4m", {"time_s": "5.00", "status": "unable"}, "INPUT_UNABLE_WITH_VALUE"),
    ("sppb.gait4m", {"time_s": "5.00", "status": "tired"}, "INPUT_NOT_ALLOWED"),
    ("sppb.gait4m", {"times_s": ["5.00", "4.00"], "rule": "mean"}, "INPUT_NOT_ALLOWED"),
    ("sppb.gait4m", {"times_s": ["5.00", "4.00", "3.00"], "rule": "best"}, "INPUT_WRONG_COUNT"),
    ("sppb.gait4m", {"times_s": ["5.00"], "rule": "best", "time_s": "5.00"}, "INPUT_ONE_OF_TWO"),
    ("sppb.gait4m", {"times_s": ["0.00"], "rule": "best"}, "INPUT_NOT_POSITIVE"),
    ("sppb.gait4m", {"tims_s": "5.00"}, "INPUT_UNKNOWN_KEY"),
    ("sppb.chair5", {"time_s": "9.00", "completed_reps": 6}, "INPUT_TOO_LARGE"),
    ("sppb.chair5", {"time_s": "9.00", "completed_reps": "4.5"}, "INPUT_NOT_WHOLE"),
    ("sppb.chair5", {"time_s": "9.00", "completed_reps": 5, "status": "unable"}, "INPUT_UNABLE_WITH_VALUE"),
    ("sppb.chair5", {"time_s": "9.005", "completed_reps": 5}, "INPUT_TOO_PRECISE"),
    ("sppb.balance", {"side_by_side_s": "10.01"}, "INPUT_TOO_LARGE"),
    ("sppb.balance", {"side_by_side_s": "9.99", "semi_tandem_s": "10.00"}, "INPUT_SKIPPED_STANCE"),
    ("sppb.balance", {"side_by_side_s": "10.00", "semi_tandem_s": None, "tandem_s": "3.00"}, "INPUT_SKIPPED_STANCE"),
    ("sppb.total", {"balance": 5, "gait": 4, "chair": 4}, "INPUT_TOO_LARGE"),
    ("sppb.total", {"balance": 4, "gait": 4, "chair": 4, "chair_not_done_code": "ND02"}, "INPUT_CODE_WITH_VALUE"),
    ("sppb.total", {"balance": 4, "gait": 4, "chair": None, "chair_not_done_code": "ND77"}, "INPUT_NOT_ALLOWED"),
    ("gait.speed", {"distance_m": "4", "times_s": ["5.00"], "rule": "fast"}, "INPUT_NOT_ALLOWED"),
    ("gait.speed", {"distance_m": "0", "times_s": ["5.00"], "rule": "best"}, "INPUT_NOT_POSITIVE"),
    ("gait.speed", {"distance_m": None, "times_s": ["5.00"], "rule": "best"}, "INPUT_MISSING"),
    ("gait.speed", {"distance_m": "4", "times_s": "5.00", "rule": "best"}, "INPUT_NOT_LIST"),
    ("awgs2019.low_mass", {"sex": "F", "method": "CT", "asmi": "5"}, "INPUT_NOT_ALLOWED"),
    ("awgs2019.low_strength", {"sex": "X", "grip_kg": "5"}, "INPUT_NOT_ALLOWED"),
    ("awgs2019.low_performance", {"sppb": 13}, "INPUT_TOO_LARGE"),
    ("awgs2019.class", {"low_strength": "yes"}, "INPUT_NOT_FLAG"),
    ("awgs2025.class", {"age": 70, "sex": "F", "grip_kg": "10", "asmi": "5"}, "INPUT_MISSING"),
    ("sarcf", {"items": [0, 0, 0, 0]}, "INPUT_WRONG_COUNT"),
    ("sarcf", {"items": [0, 0, 0, 0, 3]}, "INPUT_TOO_LARGE"),
    ("sarcf", {}, "INPUT_MISSING"),
    ("6mwd.distance", {**LENGTHS, "extra_m": "30"}, "INPUT_PART_LENGTH"),
    ("6mwd.distance", {**LENGTHS, "laps_full": None, "extra_m": "30"}, "INPUT_PART_LENGTH"),
    ("6mwd.enright1998.predicted", {**SIZE, "sex": None}, "INPUT_MISSING"),
    ("6mwd.enright1998.predicted", {**SIZE, "weight_kg": "0"}, "INPUT_NOT_POSITIVE"),
    ("qlq_c30.scale", {"scale": "PF2", "items": None}, "INPUT_MISSING"),
    ("6mwd.distance", {"laps_full": 1, "course_m": "30", "laps_unit": "round", "extra_m": "3"}, "INPUT_NOT_ALLOWED"),
    ("grip.summary", {"right": ["1"] * 5, "left": [], "dominant": "R"}, "INPUT_WRONG_COUNT"),
    ("grip.summary", {"right": ["1"] * 3, "left": [], "right_not_done_code": "ND07"}, "INPUT_CODE_WITH_VALUE"),
    ("weight.duplicate", {"readings_kg": ["60.0"]}, "INPUT_WRONG_COUNT"),
    ("weight.duplicate", {"readings_kg": ["60.0", None]}, "INPUT_MISSING"),
    ("tug.score", {"trials_s": ["0.00", "9.00"], "rule": "mean"}, "INPUT_NOT_POSITIVE"),
    ("nrs.band", {"value": 11}, "INPUT_TOO_LARGE"),
    ("nrs.band", {"value": "3.5"}, "INPUT_NOT_WHOLE"),
    ("qlq_c30.scale", {"scale": "SUM", "items": {}}, "INPUT_NOT_ALLOWED"),
    ("qlq_c30.scale", {"scale": "PF2", "items": {"31": 1}}, "INPUT_TOO_LARGE"),
    ("qlq_c30.scale", {"scale": "PF2", "items": {"1": 5}}, "INPUT_TOO_LARGE"),
    ("qlq_c30.scale", {"scale": "PF2", "items": {"1": 0}}, "INPUT_TOO_SMALL"),
    ("qlq_c30.scale", {"scale": "QL2", "items": {"29": 8}}, "INPUT_TOO_LARGE"),
    ("qlq_c30.scale", {"scale": "PF2", "items": {"1": 1, "01": 1}}, "INPUT_ITEM_TWICE"),
    ("qlq_c30.scale", {"scale": "PF2", "items": [1]}, "INPUT_NOT_OBJECT"),
    ("fact_b.bcs", {"B1_B9_P2": [5] + [1] * 9}, "INPUT_TOO_LARGE"),
    (
        "fact_b.totals",
        {"PWB": "28.1", "SWB": "1", "EWB": "1", "FWB": "1", "BCS": "1", "n_answered_of_37": 37},
        "INPUT_TOO_LARGE",
    ),
    (
        "fact_b.totals",
        {"PWB": "1", "SWB": "1", "EWB": "1", "FWB": "1", "BCS": "1", "n_answered_of_37": 38},
        "INPUT_TOO_LARGE",
    ),
    ("m_sacrah.total", {"domain_means": ["100.1", "1", "1"]}, "INPUT_TOO_LARGE"),
    ("eq5d5l", {"state": "11111", "value_set": "XX"}, "INPUT_NOT_ALLOWED"),
    ("eq5d5l", {"state": ["1"], "value_set": "KR"}, "INPUT_NOT_STATE"),
    ("ipaq_sf", {"vigorous": [8, 10], "moderate": [0, 0], "walking": [0, 0]}, "INPUT_OUT_OF_RANGE"),
    ("ipaq_sf", {"vigorous": [7, 1441], "moderate": [0, 0], "walking": [0, 0]}, "INPUT_OUT_OF_RANGE"),
    ("kct.adherence", {"weeks": 0, "planned_per_week": 3, "attended": 1}, "INPUT_TOO_SMALL"),
    ("visit.window", {"anchor_date": "2025-02-30", "visit_week": 1, "window_days": 7}, "INPUT_NOT_DAY"),
    ("visit.window", {"anchor_date": "20250228", "visit_week": 1, "window_days": 7}, "INPUT_NOT_DAY"),
    ("visit.window", {"anchor_date": "2025-02-28", "visit_week": 999999, "window_days": 7}, "INPUT_NOT_DAY"),
)


@pytest.mark.req("SCO-007")
@pytest.mark.parametrize(("instrument", "inputs", "code"), REFUSED, ids=[f"{row[0]} {row[1]}" for row in REFUSED])
def test_what_contradicts_the_instrument_is_refused(instrument: str, inputs: dict[str, Any], code: str) -> None:
    assert refusal(instrument, **inputs) == code
