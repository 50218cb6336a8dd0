"""Both sides of every cut-off, the sign of each included."""

from typing import Any

import pytest

from tests.domain.scoring.shipped import score

Row = tuple[str, dict[str, Any], str, Any]

SPPB: tuple[Row, ...] = (
    *(
        ("sppb.gait4m", {"time_s": time}, "points", points)
        for time, points in (
            ("0.01", 4),
            ("4.81", 4),
            ("4.82", 3),
            ("6.20", 3),
            ("6.21", 2),
            ("8.70", 2),
            ("8.71", 1),
            ("300.00", 1),
        )
    ),
    *(
        ("sppb.gait3m", {"time_s": time}, "points", points)
        for time, points in (("3.61", 4), ("3.62", 3), ("4.65", 3), ("4.66", 2), ("6.52", 2), ("6.53", 1))
    ),
    *(
        ("sppb.chair5", {"time_s": time, "completed_reps": 5}, "points", points)
        for time, points in (
            ("11.19", 4),
            ("11.20", 3),
            ("13.69", 3),
            ("13.70", 2),
            ("16.69", 2),
            ("16.70", 1),
            ("60.00", 1),
            ("60.01", 0),
        )
    ),
    *(
        ("sppb.balance", {"side_by_side_s": "10.00", "semi_tandem_s": "10.00", "tandem_s": hold}, "points", points)
        for hold, points in (("0.00", 2), ("2.99", 2), ("3.00", 3), ("9.99", 3), ("10.00", 4), (None, 2))
    ),
    ("sppb.balance", {"side_by_side_s": "10.00", "semi_tandem_s": "9.99", "tandem_s": None}, "points", 1),
    ("sppb.balance", {"side_by_side_s": "10.00", "semi_tandem_s": "10.00", "tandem_s": "0.00"}, "semi_tandem", 1),
    ("sppb.chair5", {"time_s": "9.00", "completed_reps": 4}, "points", 0),
    ("sppb.chair5", {"time_s": "9.00", "completed_reps": "5"}, "points", 4),
    ("sppb.chair5", {"time_s": "9.00", "pretest": "used_arms"}, "points", 0),
    ("sppb.chair5", {"time_s": None, "pretest": "unable"}, "points", 0),
    ("sppb.chair5", {"time_s": "9.00", "pretest": "ok", "completed_reps": 5, "arms_used": False}, "points", 4),
    ("sppb.chair5", {"time_s": "9.00", "arms_used": True}, "points", 0),
)

STRENGTH: tuple[Row, ...] = tuple(
    (instrument, {"sex": sex, "grip_kg": grip, **more}, key, low)
    for instrument, sex, limit, more, key, values in (
        ("awgs2019.low_strength", "F", ("17.9", "18.0"), {}, "low", (True, False)),
        ("awgs2019.low_strength", "M", ("27.9", "28.0"), {}, "low", (True, False)),
        ("ewgsop2.low_strength", "F", ("15.9", "16.0"), {}, "low", (True, False)),
        ("ewgsop2.low_strength", "M", ("26.9", "27.0"), {}, "low", (True, False)),
        ("fnih.flags", "F", ("15.9", "16.0"), {"alm_per_bmi": "1"}, "weak", (True, False)),
        ("fnih.flags", "M", ("25.9", "26.0"), {"alm_per_bmi": "1"}, "weak", (True, False)),
        ("sdoc.class", "F", ("19.9", "20.0"), {"gait_mps": "0.7"}, "class", ("sarcopenia", "not_sarcopenia")),
        ("sdoc.class", "M", ("35.4", "35.5"), {"gait_mps": "0.7"}, "class", ("sarcopenia", "not_sarcopenia")),
    )
    for grip, low in zip(limit, values, strict=True)
)

MASS: tuple[Row, ...] = (
    *(
        ("awgs2019.low_mass", {"sex": sex, "method": method, "asmi": asmi}, "low", low)
        for sex, method, below, at in (
            ("F", "BIA", "5.6999", "5.7"),
            ("F", "DXA", "5.3999", "5.4"),
            ("M", "BIA", "6.9999", "7.0"),
            ("M", "DXA", "6.9999", "7.0"),
        )
        for asmi, low in ((below, True), (at, False))
    ),
    *(
        ("ewgsop2.low_mass", {"sex": sex, key: value}, "low", low)
        for sex, key, below, at in (
            ("F", "asmi", "5.49", "5.50"),
            ("M", "asmi", "6.99", "7.00"),
            ("F", "asm_kg", "14.99", "15.00"),
            ("M", "asm_kg", "19.99", "20.00"),
        )
        for value, low in ((below, True), (at, False))
    ),
    ("ewgsop2.low_mass", {"sex": "F", "asmi": "5.60", "asm_kg": "14.00"}, "low", False),
    *(
        ("fnih.flags", {"sex": sex, "grip_kg": "10", "alm_per_bmi": ratio}, "low_lean", low)
        for sex, ratio, low in (
            ("F", "0.511", True),
            ("F", "0.512", False),
            ("M", "0.788", True),
            ("M", "0.789", False),
        )
    ),
)

PERFORMANCE: tuple[Row, ...] = (
    ("awgs2019.low_performance", {"gait6_mps": "0.999"}, "low", True),
    ("awgs2019.low_performance", {"gait6_mps": "1.000"}, "low", False),
    ("awgs2019.low_performance", {"sppb": 9}, "low", True),
    ("awgs2019.low_performance", {"sppb": 10}, "low", False),
    ("awgs2019.low_performance", {"chair5_s": "11.99"}, "low", False),
    ("awgs2019.low_performance", {"chair5_s": "12.00"}, "low", True),
    ("awgs2019.low_performance", {"gait6_mps": "1.20", "sppb": 12, "chair5_s": "12.01"}, "low", True),
    ("ewgsop2.low_strength", {"sex": "F", "chair5_s": "15.00"}, "low", False),
    ("ewgsop2.low_strength", {"sex": "M", "chair5_s": "15.01"}, "low", True),
    ("ewgsop2.low_strength", {"sex": "F", "grip_kg": "16.0", "chair5_s": "40.00"}, "low", False),
    ("ewgsop2.low_performance", {"gait_mps": "0.800"}, "low", True),
    ("ewgsop2.low_performance", {"gait_mps": "0.8001"}, "low", False),
    ("ewgsop2.low_performance", {"sppb": 8}, "low", True),
    ("ewgsop2.low_performance", {"sppb": 9}, "low", False),
    ("ewgsop2.low_performance", {"tug_s": "19.99"}, "low", False),
    ("ewgsop2.low_performance", {"tug_s": "20.00"}, "low", True),
    ("ewgsop2.low_performance", {"walk400_s": "359.99"}, "low", False),
    ("ewgsop2.low_performance", {"walk400_s": "360.00"}, "low", True),
    ("ewgsop2.low_performance", {"walk400_s": "not_completed", "gait_mps": "1.5"}, "low", True),
    ("fnih.flags", {"sex": "F", "grip_kg": "15", "alm_per_bmi": "0.5", "gait_mps": "0.799"}, "slow", True),
    ("fnih.flags", {"sex": "F", "grip_kg": "15", "alm_per_bmi": "0.5", "gait_mps": "0.800"}, "slow", False),
    ("fnih.flags", {"sex": "F", "grip_kg": "15", "alm_per_bmi": "0.5", "gait_mps": "0.79"}, "weak_slow_low_lean", True),
    ("sdoc.class", {"sex": "F", "grip_kg": "19.9", "gait_mps": "0.799"}, "class", "sarcopenia"),
    ("sdoc.class", {"sex": "F", "grip_kg": "19.9", "gait_mps": "0.800"}, "class", "not_sarcopenia"),
)

AWGS2025: tuple[Row, ...] = (
    *(
        ("awgs2025.class", {"age": age, "sex": sex, "grip_kg": grip, "method": "BIA", "asmi": "1"}, "low_strength", low)
        for age, sex, below, at in (
            (50, "F", "19.9", "20.0"),
            (64, "M", "33.9", "34.0"),
            (65, "F", "17.9", "18.0"),
            (90, "M", "27.9", "28.0"),
        )
        for grip, low in ((below, True), (at, False))
    ),
    *(
        ("awgs2025.class", {"age": age, "sex": sex, "grip_kg": "1", "method": method, key: value}, "low_mass", low)
        for age, sex, method, key, below, at in (
            (64, "F", "DXA", "asmi", "5.49", "5.5"),
            (64, "M", "DXA", "asmi", "7.19", "7.2"),
            (64, "F", "BIA", "asmi", "5.69", "5.7"),
            (64, "M", "BIA", "asmi", "7.59", "7.6"),
            (65, "F", "DXA", "asmi", "5.39", "5.4"),
            (65, "M", "DXA", "asmi", "6.99", "7.0"),
            (65, "F", "BIA", "asmi", "5.69", "5.7"),
            (65, "M", "BIA", "asmi", "6.99", "7.0"),
            (64, "F", "DXA", "asm_per_bmi", "0.549", "0.55"),
            (64, "M", "DXA", "asm_per_bmi", "0.799", "0.80"),
            (64, "F", "BIA", "asm_per_bmi", "0.629", "0.63"),
            (64, "M", "BIA", "asm_per_bmi", "0.899", "0.90"),
            (65, "F", "DXA", "asm_per_bmi", "0.519", "0.52"),
            (65, "M", "DXA", "asm_per_bmi", "0.729", "0.73"),
            (65, "F", "BIA", "asm_per_bmi", "0.569", "0.57"),
            (65, "M", "BIA", "asm_per_bmi", "0.829", "0.83"),
        )
        for value, low in ((below, True), (at, False))
    ),
    (
        "awgs2025.class",
        {"age": 49, "sex": "F", "grip_kg": "1", "method": "BIA", "asmi": "1"},
        "class",
        "not_applicable",
    ),
    ("awgs2025.class", {"age": 50, "sex": "F", "grip_kg": "1", "method": "BIA", "asmi": "1"}, "class", "sarcopenia"),
)

OTHERS: tuple[Row, ...] = (
    *(
        ("sarcf", {"items": items}, "positive", sum(items) >= 4)
        for items in ([1, 1, 1, 0, 0], [1, 1, 1, 1, 0], [2, 2, 0, 0, 0])
    ),
    *(
        ("sarcf.falls_item", {"falls_past_year": falls}, "points", points)
        for falls, points in ((0, 0), (1, 1), (3, 1), (4, 2), (40, 2))
    ),
    *(
        ("sarccalf", {"sex": sex, "items": [1, 0, 0, 0, 0], "calf_cm": calf}, "total", total)
        for sex, calf, total in (
            ("F", "33.0", 11),
            ("F", "33.1", 1),
            ("M", "34.0", 11),
            ("M", "34.1", 1),
            ("M", "33.5", 11),
        )
    ),
    *(
        ("awgs2019.calf_low", {"sex": sex, "calf_cm": calf}, "low", low)
        for sex, calf, low in (("F", "32.9", True), ("F", "33.0", False), ("M", "33.9", True), ("M", "34.0", False))
    ),
    *(
        ("cst30.norm", {"sex": sex, "age": age, "reps": reps}, "band", band)
        for sex, age, reps, band in (
            ("F", 59, 14, "no_norm"),
            ("F", 60, 11, "below"),
            ("F", 60, 12, "average"),
            ("F", 64, 17, "average"),
            ("F", 64, 18, "above"),
            ("F", 65, 10, "below"),
            ("F", 69, 16, "average"),
            ("F", 70, 17, "above"),
            ("F", 79, 9, "below"),
            ("F", 80, 9, "average"),
            ("F", 85, 14, "above"),
            ("F", 90, 3, "below"),
            ("F", 94, 4, "average"),
            ("F", 94, 12, "above"),
            ("F", 95, 12, "no_norm"),
            ("M", 60, 13, "below"),
            ("M", 64, 19, "average"),
            ("M", 65, 19, "above"),
            ("M", 69, 12, "average"),
            ("M", 74, 18, "above"),
            ("M", 75, 10, "below"),
            ("M", 84, 15, "average"),
            ("M", 85, 7, "below"),
            ("M", 94, 12, "average"),
        )
    ),
    *(
        ("6mwd.enright1998.predicted", {"sex": "F", "age": age, "height_cm": "160", "weight_kg": "60"}, "flag", flag)
        for age, flag in ((39, "age_outside_40_80"), (40, None), (80, None), (81, "age_outside_40_80"))
    ),
    *(  # 2.2 x 160 - 0.93 x 60 - 5.3 x age + 493; men 17 m more
        ("6mwd.enright2003.predicted", {"sex": sex, "age": age, "height_cm": "160", "weight_kg": "60"}, name, value)
        for sex, age, name, value in (
            ("F", 68, "predicted_m", "428.8"),
            ("M", 68, "predicted_m", "445.8"),
            ("F", 67, "predicted_m", None),
            ("F", 67, "flag", "age_below_68"),
        )
    ),
    *(  # 218 + 5.14 x 160 - 5.32 x age - 1.80 x 60; men 51.31 m more
        ("6mwd.troosters1999.predicted", {"sex": sex, "age": age, "height_cm": "160", "weight_kg": "60"}, name, value)
        for sex, age, name, value in (
            ("F", 50, "predicted_m", "666.4"),
            ("M", 50, "predicted_m", "717.7"),
            ("F", 85, "predicted_m", "480.2"),
            ("F", 86, "flag", "age_outside_50_85"),
            ("F", 49, "predicted_m", None),
        )
    ),
    ("6mwd.enright1998.lln", {"sex": "M", "age": 60, "height_cm": "172", "weight_kg": "75"}, "lln_m", "406.8"),
    ("6mwd.enright1998.lln", {"sex": "M", "age": 81, "height_cm": "172", "weight_kg": "75"}, "lln_m", None),
    *(("tug.steadi", {"time_s": time}, "fall_risk", risk) for time, risk in (("11.99", False), ("12.00", True))),
    *(("tug.shumway_cook", {"time_s": time}, "fall_risk", risk) for time, risk in (("13.49", False), ("13.50", True))),
    *(
        ("tug.bohannon", {"age": age, "time_s": time}, "worse_than_average", worse)
        for age, time, worse in (
            (59, "20", None),
            (60, "9.0", False),
            (69, "9.01", True),
            (70, "10.2", False),
            (79, "10.3", True),
            (80, "12.7", False),
            (99, "12.8", True),
            (100, "5", None),
        )
    ),
    *(
        ("nrs.band", {"value": value}, "band", band)
        for value, band in (
            (0, "none"),
            (1, "mild"),
            (4, "mild"),
            (5, "moderate"),
            (6, "moderate"),
            (7, "severe"),
            ("10", "severe"),
        )
    ),
    *(
        ("phq9", {"items_9": [3] * (total // 3) + [total % 3] + [0] * (8 - total // 3)}, "band", band)
        for total, band in (
            (4, "minimal"),
            (5, "mild"),
            (9, "mild"),
            (10, "moderate"),
            (14, "moderate"),
            (15, "moderately_severe"),
            (19, "moderately_severe"),
            (20, "severe"),
        )
    ),
    ("phq9", {"items_9": [3] * 9}, "total", 27),
    ("phq9.item9_alert", {"items_9": [3, 3, 3, 3, 3, 3, 3, 3, 0]}, "alert", False),
    ("phq9.item9_alert", {"items_9": [0, 0, 0, 0, 0, 0, 0, 0, 1]}, "alert", True),
    *(
        ("grip.extra_trial", {"trials_kg": trials}, "extra", extra)
        for trials, extra in (
            (["15.0", "13.0", "12.0"], False),
            (["15.0", "12.9", "12.0"], True),
            (["30.0", "27.0", "26.0"], False),
            (["30.0", "26.9", "26.0"], True),
            (["15.0", "12.9", "12.0", "11.0"], False),
            (["12.0", None, "9.0"], True),
        )
    ),
    *(
        ("weight.duplicate", {"readings_kg": readings}, "weight_kg", weight)
        for readings, weight in (
            (["60.0", "60.2"], None),
            (["60.0", "60.1"], "60.05"),
            (["60.0", "60.4", "60.2"], "60.20"),
            (["60.0", "60.4", "60.3"], "60.35"),
            (["60.4", "60.0", "60.1"], "60.05"),
            (["60.0", "60.2", "60.0"], "60.00"),
        )
    ),
    ("weight.duplicate", {"readings_kg": ["60.0", "60.2"]}, "third_needed", True),
    ("weight.duplicate", {"readings_kg": ["60.2", "60.0", "60.1"]}, "third_needed", False),
    (
        "asmi",
        {"arm_r_kg": "2", "arm_l_kg": "2", "leg_r_kg": "6", "leg_l_kg": "4.592", "height_cm": "160"},
        "asmi_unrounded_lt_5_7",
        None,
    ),
    (
        "asmi",
        {"arm_r_kg": "2", "arm_l_kg": "2", "leg_r_kg": "6", "leg_l_kg": "4.591", "height_cm": "160"},
        "asmi_unrounded_lt_5_7",
        True,
    ),
    *(
        (
            "re_ms.eligibility",
            {"bpi": bpi, "risk_factors": factors, "t_score": "-2.0"},
            "eligible_pain_or_risk",
            eligible,
        )
        for bpi, factors, eligible in ((2, 0, False), (3, 0, True), (0, 1, True), (2, 4, True))
    ),
    *(
        ("re_ms.eligibility", {"bpi": 3, "risk_factors": 0, "t_score": score_}, "excluded_bmd", excluded)
        for score_, excluded in (("-2.5", False), ("-2.6", True), ("0.4", False))
    ),
    ("kct.eligibility_age", {"age": 19}, "eligible", False),
    ("kct.eligibility_age", {"age": 20}, "eligible", True),
)

ROWS = (*SPPB, *STRENGTH, *MASS, *PERFORMANCE, *AWGS2025, *OTHERS)


@pytest.mark.req("SCO-003")
@pytest.mark.parametrize("row", ROWS, ids=[f"{row[0]} {row[1]}" for row in ROWS])
def test_a_value_at_a_cut_off_falls_on_the_side_its_sign_says(row: Row) -> None:
    instrument, inputs, key, expected = row
    assert score(instrument, **inputs).get(key) == expected


IPAQ = (
    ((0, 0), (0, 0), (7, 9), "low", "0.0"),
    ((0, 0), (0, 0), (7, 10), "low", "231.0"),
    ((0, 0), (0, 0), (4, 60), "low", "792.0"),
    ((0, 0), (0, 0), (5, 29), "low", "478.5"),
    ((0, 0), (0, 0), (5, 30), "moderate", "495.0"),
    ((0, 0), (2, 30), (3, 30), "moderate", "537.0"),
    ((2, 60), (0, 0), (0, 0), "low", "960.0"),
    ((3, 19), (0, 0), (0, 0), "low", "456.0"),
    ((3, 20), (0, 0), (0, 0), "moderate", "480.0"),
    ((3, 62), (0, 0), (0, 0), "moderate", "1488.0"),
    ((3, 63), (0, 0), (0, 0), "high", "1512.0"),
    ((2, 180), (0, 0), (0, 0), "low", "2880.0"),
    ((1, 15), (4, 29), (0, 0), "low", "584.0"),
    ((1, 17), (4, 29), (0, 0), "moderate", "600.0"),
    ((0, 0), (0, 0), (6, 180), "moderate", "3564.0"),
    ((0, 0), (7, 107), (0, 0), "moderate", "2996.0"),
    ((0, 0), (6, 125), (1, 10), "high", "3033.0"),
    ((0, 0), (0, 0), (7, 181), "high", "4158.0"),
    ((3, 25), (4, 150), (0, 0), "high", "3000.0"),
    ((3, 25), (3, 180), (0, 0), "moderate", "2760.0"),
)


@pytest.mark.req("SCO-003")
@pytest.mark.parametrize(("vigorous", "moderate", "walking", "category", "total"), IPAQ)
def test_ipaq_category_changes_at_its_limits(
    vigorous: tuple[int, int], moderate: tuple[int, int], walking: tuple[int, int], category: str, total: str
) -> None:
    """IPAQ scoring protocol 2005: bouts from 10 min, days cut at 180 min, days of the kinds added."""
    result = score("ipaq_sf", vigorous=list(vigorous), moderate=list(moderate), walking=list(walking))
    assert (result["category"], result["met_total"]) == (category, total)


@pytest.mark.req("SCO-003")
def test_ipaq_excludes_above_sixteen_hours_a_day() -> None:
    assert score("ipaq_sf", vigorous=[7, 400], moderate=[7, 400], walking=[7, 160])["category"] == "high"
    assert score("ipaq_sf", vigorous=[7, 400], moderate=[7, 400], walking=[7, 161])["excluded"] is True


@pytest.mark.req("SCO-004")
def test_a_speed_is_rounded_once() -> None:
    """18 / 32.00 is exactly 0.5625; a rounded mean in between would print 0.562."""
    assert score("gait.speed", distance_m="6", times_s=["10.66", "10.67", "10.67"], rule="mean") == {
        "speed_mps": "0.563"
    }
    assert score("gait.speed", distance_m="4.00", times_s=["5.10", None, "5.00"], rule="best") == {"speed_mps": "0.800"}
    assert score("gait.speed", distance_m="6.00", times_s=["5.90", "6.10"], rule="mean") == {"speed_mps": "1.000"}
