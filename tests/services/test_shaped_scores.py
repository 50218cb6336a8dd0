"""How trials become the results of an instrument: which trials count, which results there are, what a reason does.

The rules themselves are tried in `tests/domain/scoring`; whole captures in `tests/journeys/test_instruments.py`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pytest

from assessdesk.domain.record import Assessment
from assessdesk.services.scores import scores_of
from tests.journeys.asking import held, record_of, scores
from tests.journeys.visit import library

HEIGHT_ALONE = held("height_weight", {"height.1.reading": "158.0", "height.2.reading": "158.0"})
WEIGHT_ALONE = held("height_weight", {"weight.1.reading": "70.0", "weight.2.reading": "70.0"})
WALK = {"walk.1.time": "360.00", "walk.1.lengths": "15", "walk.1.extra": "12", "setup.course": "30"}


def timed(section: str, times: str) -> Mapping[str, str]:
    """Return the times (or reasons) of trials in order."""
    return {f"{section}.{number}.time": value for number, value in enumerate(times.split(), start=1)}


def of_hands(right: str, left: str) -> Mapping[str, str]:
    """Return the grips (or reasons) of both hands in order."""
    return {
        f"squeeze.{side}.{number}.grip": value
        for side, values in (("right", right), ("left", left))
        for number, value in enumerate(values.split(), start=1)
    }


# ---------------------------------------------------------------------------------------------------------------- gait


@pytest.mark.req("SCO-103")
@pytest.mark.parametrize(
    ("instrument", "times", "speed", "points"),
    [
        ("gait_4m", "5.00 4.80", "0.833", "4"),  # the shorter time; under 4.82 s four points
        ("gait_4m", "ND06 5.00", "0.800", "3"),
        ("gait_4m", "5.00 ND06", "0.800", "3"),
        ("gait_4m", "ND02 ND02", None, "0"),  # the body could not
        ("gait_4m", "ND10 ND10", None, None),  # the reason says nothing about the body
        ("gait_4m", "", None, None),
        ("gait_3m", "4.00 3.60", "0.833", "4"),  # under 3.62 s four points
        ("gait_3m", "ND04 ND04", None, "0"),
    ],
)
def test_a_short_walk_has_the_shorter_time_and_its_points(
    instrument: str, times: str, speed: str | None, points: str | None
) -> None:
    assert scores(instrument, timed("gait", times)) == {"speed_mps": speed, "points": points}


@pytest.mark.req("SCO-103")
@pytest.mark.parametrize(
    ("instrument", "times", "speed"),
    [("gait_6m", "6.00 4.00", "1.200"), ("gait_6m", "6.00 ND06", "1.000"), ("gait_10m", "8.00 12.00", "1.000"),
     ("gait_10m", "ND02 ND02", None), ("gait_6m", "", None)],
)  # fmt: skip
def test_a_longer_walk_has_the_mean_and_no_points(instrument: str, times: str, speed: str | None) -> None:
    assert scores(instrument, timed("gait", times)) == {"speed_mps": speed}


@pytest.mark.req("SCO-104")
@pytest.mark.parametrize(
    ("times", "mean"), [("9.20 8.80", "9.00"), ("9.20 ND06", "9.20"), ("ND06 ND06", None), ("", None)]
)
def test_timed_up_and_go_is_the_mean_of_what_is_valid(times: str, mean: str | None) -> None:
    assert scores("tug", timed("walk", times)) == {"tug_s": mean}


# ------------------------------------------------------------------------------------------------------------ strength


@pytest.mark.req("SCO-100")
def test_each_protocol_of_grip_reports_its_own_results_and_says_when_one_hand_is_all() -> None:
    both = of_hands("20.0 22.0 24.0", "18.0 19.0 23.0")
    one = of_hands("20.0 22.0 24.0", "ND07 ND07 ND07")
    beside = {"cv_right", "cv_left", "per_bmi", "ref_hand", "ref_hand_best"}
    best = {"best_overall", "best_right", "best_left"}
    means = {"mean_right", "mean_left"}
    assert set(scores("grip_strength", both)) == best | means | beside
    assert set(scores("grip_asht", both)) == {"mean_dominant", "best_right", "best_left"} | means | beside
    assert set(scores("grip_awgs", both)) == best | beside
    for instrument in ("grip_strength", "grip_awgs"):
        assert scores(instrument, one)["one_hand_only"] == "yes"
        assert scores(instrument, one)["best_overall"] == "24.0"
    assert "one_hand_only" not in scores("grip_asht", one)


@pytest.mark.req("SCO-100")
def test_a_reason_for_the_extra_trial_alone_leaves_the_hand_its_results() -> None:
    found = scores("grip_strength", of_hands("20.0 22.0 24.0 ND13", "ND07 ND07 ND07"))
    assert (found["best_right"], found["mean_right"], found["best_left"]) == ("24.0", "22.0", None)


@pytest.mark.req("SCO-110")
def test_knee_extension_is_the_strongest_push_wherever_it_stands() -> None:
    pushes = {"push.right.1.force": "300", "push.right.2.force": "320", "push.right.3.force": "310"}
    found = scores("knee_extension", {**pushes, "setup.lever_right": "0.35", "setup.lever_left": "0.35"})
    assert (found["best_right"], found["torque_right"]) == ("320", "112.0")
    assert (found["best_left"], found["torque_left"]) == (None, None)


# --------------------------------------------------------------------------------------------------------------- walks


@pytest.mark.req("SCO-108")
@pytest.mark.parametrize("size", [HEIGHT_ALONE, WEIGHT_ALONE])
def test_half_of_the_size_predicts_no_distance(size: Assessment) -> None:
    found = scores("walk_6min", WALK, size)
    assert (found["distance_m"], found["predicted_m"], found["percent_predicted"]) == ("462", None, None)
    assert "predicted_flag" not in found


@pytest.mark.req("SCO-109")
@pytest.mark.parametrize(
    ("answer", "laps", "time", "disability"),
    [("300.00", 10, "300.00", "no"), ("ND02", 6, None, "yes"), ("ND10", 6, None, None), ("ND02", None, None, "yes")],
)
def test_four_hundred_metres_keep_the_laps_of_the_clock(
    answer: str, laps: int | None, time: str | None, disability: str | None
) -> None:
    walk = held("walk_400m", {"walk.1.time": answer})
    turns = tuple(replace(turn, completed_repetitions=laps) for turn in walk.slots["walk.1.time"])
    walk = replace(walk, slots={"walk.1.time": turns})
    definition = library().instruments["walk_400m"]
    found = {one.name: one.value for one in scores_of(definition, walk, record_of(walk), library().tables)}
    kept = None if laps is None else str(laps)
    assert found == {"time_s": time, "laps": kept, "mobility_disability": disability}


@pytest.mark.req("SCO-109")
def test_four_hundred_metres_that_were_never_begun_are_unknown() -> None:
    assert scores("walk_400m", {}) == {"time_s": None, "laps": None, "mobility_disability": None}
