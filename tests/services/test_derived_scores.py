"""Results that need more than one instrument or visit: prediction, torque per kg, grip per BMI, the reference hand."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pytest

from assessdesk.domain.record import Assessment
from assessdesk.services.scores import scores_of
from tests.journeys.asking import VISIT, held, record_of, scores
from tests.journeys.visit import library

SCALE = held(
    "height_weight",
    {"height.1.reading": "158.0", "height.2.reading": "158.0", "weight.1.reading": "70.0", "weight.2.reading": "70.0"},
)
SHEET = held("bia_inbody", {"measured.height": "160.0", "measured.weight": "60.0"})
WALK = {"walk.1.time": "360.00", "walk.1.lengths": "15", "walk.1.extra": "12", "setup.course": "30"}


def grips(right: str, left: str) -> Mapping[str, str]:
    """Return the trials of both hands."""
    return {
        f"squeeze.{side}.{number}.grip": value
        for side, values in (("right", right), ("left", left))
        for number, value in enumerate(values.split(), start=1)
    }


def walked(*others: Assessment, birth_year: int = 1965, sex: str = "F") -> dict[str, str | None]:
    """Return the results of a walk of 462 m in 2025."""
    walk = held("walk_6min", WALK)
    record = record_of(walk, *others, birth_year=birth_year, sex=sex)
    found = scores_of(library().instruments["walk_6min"], walk, record, library().tables)
    return {score.name: score.value for score in found}


@pytest.mark.req("SCO-108")
def test_the_predicted_distance_needs_the_size_of_the_same_visit() -> None:
    """2.11 x 158 - 2.29 x 70 - 5.78 x 60 + 667 = 493.28; 462 / 493.3 = 93.7 % (Enright & Sherrill 1998)."""
    found = walked(SCALE)
    assert (found["predicted_m"], found["percent_predicted"]) == ("493.3", "93.7")
    assert "predicted_flag" not in found
    assert walked(SHEET)["predicted_m"] == "520.4"  # 337.6 - 137.4 - 346.8 + 667
    assert walked(SHEET, SCALE)["predicted_m"] == "493.3"  # the scale is believed before a device's sheet
    alone = walked()
    assert (alone["predicted_m"], alone["percent_predicted"]) == (None, None)


@pytest.mark.req("SCO-108")
@pytest.mark.parametrize(
    ("birth_year", "predicted"), [(1984, True), (1985, False), (1945, True), (1944, False), (2000, False)]
)
def test_both_ages_that_the_year_of_birth_leaves_open_must_be_among_the_equations(
    birth_year: int, *, predicted: bool
) -> None:
    """In 2025: born 1985 is 39 or 40, born 1944 is 80 or 81."""
    found = walked(SCALE, birth_year=birth_year)
    assert (found["predicted_m"] is not None) is predicted
    assert (found.get("predicted_flag") is None) is predicted
    assert (found["percent_predicted"] is not None) is predicted


@pytest.mark.req("SCO-110")
def test_torque_per_kg_needs_a_weight_of_the_same_visit() -> None:
    """320 N x 0.35 m = 112.0 N m; by 60.0 kg 1.87 N m/kg."""
    legs = {"push.right.1.force": "320", "setup.lever_right": "0.35"}
    assert scores("knee_extension", legs, SHEET)["torque_per_kg_right"] == "1.87"
    assert scores("knee_extension", legs, SCALE)["torque_per_kg_right"] == "1.60"
    found = scores("knee_extension", legs)
    assert (found["torque_right"], found["torque_per_kg_right"], found["torque_per_kg_left"]) == ("112.0", None, None)


@pytest.mark.req("SCO-111")
def test_spread_and_best_per_bmi_of_grip() -> None:
    """SD of 20, 22, 24 is 2.0: 9.1 % of 22; 24.0 / (60 / 1.6^2 = 23.4375) = 1.024."""
    found = scores("grip_strength", grips("20.0 22.0 24.0", "18.0"), SHEET)
    assert (found["cv_right"], found["cv_left"], found["per_bmi"]) == ("9.1", None, "1.024")
    assert scores("grip_strength", grips("20.0 22.0 24.0", "18.0"))["per_bmi"] is None
    assert scores("grip_strength", {}, SHEET)["per_bmi"] is None


def followed(baseline: Mapping[str, str], now: Mapping[str, str]) -> dict[str, str | None]:
    """Return the results of a second visit."""
    first, second = held("grip_strength", baseline), replace(held("grip_strength", now), visit="visit-2")
    record = record_of(first)
    visit = record.visits[VISIT]
    later = replace(
        visit, id="visit-2", planned="week_06", date="2026-01-06", opened_seq=9, assessments={second.id: second}
    )
    both = replace(record, visits={VISIT: visit, "visit-2": later})
    found = scores_of(library().instruments["grip_strength"], second, both, library().tables)
    return {score.name: score.value for score in found}


@pytest.mark.req("SCO-112")
@pytest.mark.parametrize(
    ("baseline", "now", "hand", "best"),
    [
        (("20.0 21.0 22.0", "23.0 22.0 21.0"), ("30.0 29.0 28.0", "24.0 25.0 22.0"), "left", "25.0"),
        (("20.0 21.0 22.0", "22.0 22.0 21.0"), ("19.0 18.0 18.0", "24.0 25.0 22.0"), "right", "19.0"),  # a tie
        (("ND06", "ND07"), ("19.0 18.0 18.0", "24.0 25.0 22.0"), "left", "25.0"),
        (("ND06", "ND07"), ("ND06", "ND07"), None, None),
        (("20.0 21.0 22.0", "23.0 22.0 21.0"), ("30.0 29.0 28.0", "ND07"), "left", None),
    ],
)
def test_the_reference_hand_is_that_of_the_first_maximum(
    baseline: tuple[str, str], now: tuple[str, str], hand: str | None, best: str | None
) -> None:
    """A tie goes to the dominant hand (right here); a first visit without a value decides nothing."""
    found = followed(grips(*baseline), grips(*now))
    assert (found["ref_hand"], found["ref_hand_best"]) == (hand, best)


@pytest.mark.req("SCO-112")
def test_what_compares_with_earlier_or_others_is_kept_from_a_blinded_assessor() -> None:
    held_back = set()
    for name, assessment in (("grip_strength", held("grip_strength", {})), ("walk_6min", held("walk_6min", WALK))):
        record = record_of(assessment)
        found = scores_of(library().instruments[name], assessment, record, library().tables)
        held_back |= {score.name for score in found if score.kept_back}
    assert held_back == {"ref_hand", "ref_hand_best", "predicted_m", "percent_predicted"}
