"""Every performance instrument led from its definition to its scores: walks, standing balance, the SPPB.

Expected scores are worked out by hand from the rule that the test names.
"""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from assessdesk.domain.checks import Severity, check_cross
from assessdesk.domain.commands import RecordText, VoidTrial
from assessdesk.domain.values import Choice, Quantity
from assessdesk.ports import Refusal
from assessdesk.services import corrections
from assessdesk.services.desk import Desk
from tests.journeys.performance import CHAIR_SET, Run, performance_desk
from tests.journeys.visit import StillClock, library


@pytest.fixture
def clock() -> StillClock:
    return StillClock()


@pytest.fixture
def desk(tmp_path: Path, clock: StillClock) -> Desk:
    return performance_desk(tmp_path, clock)


# -------------------------------------------------------------------------------------------------------------- gait


def walks(*seconds: str) -> dict[str, str]:
    """Return the times of the walks in order."""
    return {f"gait.{n}.time": value for n, value in enumerate(seconds, start=1)}


@pytest.mark.req("SCO-103")
@pytest.mark.parametrize(
    ("name", "times", "expected"),
    [
        ("gait_4m", ("4.20", "4.00"), {"speed_mps": "1.000", "points": "4"}),
        ("gait_4m", ("6.21", "6.50"), {"speed_mps": "0.644", "points": "2"}),  # 4 / 6.21 = 0.64412
        ("gait_4m", ("ND06", "5.00"), {"speed_mps": "0.800", "points": "3"}),
        ("gait_4m", ("ND05", "ND05"), {"speed_mps": None, "points": "0"}),
        ("gait_4m", ("ND11", "ND11"), {"speed_mps": None, "points": None}),
        ("gait_4m", ("120.50", "ND02"), {"speed_mps": None, "points": "0"}),
        ("gait_3m", ("3.70", "3.62"), {"speed_mps": "0.829", "points": "3"}),  # 3 / 3.62 = 0.82873
        ("gait_6m", ("6.00", "6.50"), {"speed_mps": "0.960"}),  # 12 / 12.50
        ("gait_6m", ("6.00", "7.00", "6.20"), {"speed_mps": "0.938"}),  # 18 / 19.20 = 0.9375
        ("gait_10m", ("8.00", "8.40"), {"speed_mps": "1.220"}),  # 20 / 16.40 = 1.21951
        ("gait_10m", ("8.00", "ND01"), {"speed_mps": "1.250"}),
    ],
)
def test_usual_gait(
    desk: Desk, clock: StillClock, name: str, times: tuple[str, ...], expected: dict[str, str | None]
) -> None:
    """4 and 3 m by the shorter time (Guralnik 1994), 6 and 10 m by the mean of the valid walks (AWGS 2019)."""
    assert Run.begin(desk, clock, name).walk(walks(*times)).scores() == expected


@pytest.mark.req("CAP-104")
def test_two_walks_of_the_sppb_that_differ_are_questioned_once_and_not_repeated(desk: Desk, clock: StillClock) -> None:
    """More than 10 % of the mean and more than 0.5 s."""
    run = Run.begin(desk, clock, "gait_4m").walk(walks("6.00", "4.00"))
    assert run.asked == ["X_GAIT_TRIALS_UNUSUAL"]
    assert [each.finding for each in run.turn("gait.2.time").confirmations] == ["X_GAIT_TRIALS_UNUSUAL"]
    assert Run.begin(desk, clock, "gait_4m").walk(walks("5.00", "4.50")).asked == []


@pytest.mark.req("CAP-104")
def test_a_repeated_walk_is_compared_anew(desk: Desk, clock: StillClock) -> None:
    run = Run.begin(desk, clock, "gait_4m").walk(walks("6.00", "4.00"))
    run.perform(VoidTrial(slot="gait.1.time", code="V2"))
    run.asked.clear()
    assert run.walk(walks("4.10")).asked == []
    assert run.scores()["speed_mps"] == "1.000"


@pytest.mark.req("CAP-105")
@pytest.mark.parametrize(
    ("name", "times", "offered"),
    [
        ("gait_6m", ("6.00", "7.00"), True),
        ("gait_6m", ("4.00", "4.50"), False),  # 0.5 s is not more than 0.5 s
        ("gait_10m", ("8.00", "8.80"), False),  # 0.8 s is less than 10 % of 8.4 s
        ("tug", ("9.00", "11.00"), True),
        ("tug", ("9.50", "10.50"), False),  # 1.0 s is not more than 1 s
    ],
)
def test_a_third_time_is_offered_by_the_rule_of_the_limit_table(
    desk: Desk, clock: StillClock, name: str, times: tuple[str, ...], *, offered: bool
) -> None:
    section = "walk" if name == "tug" else "gait"
    answers = {**CHAIR_SET, **{f"{section}.{n}.time": value for n, value in enumerate(times, start=1)}}
    run = Run.begin(desk, clock, name).walk(answers, extra=False)
    assert ((section, "") in run.held.extra) is offered
    rule = library().limits.cross["x.tug_trials" if name == "tug" else "x.gait_trials"]
    finding = check_cross(rule.rule, {"t1": times[0], "t2": times[1]}, rule)
    assert (finding is not None) is offered


@pytest.mark.req("SCO-104")
@pytest.mark.parametrize(
    ("times", "extra", "mean"),
    [
        (("9.50", "10.20"), True, "9.85"),
        (("9.00", "11.00", "10.30"), True, "10.10"),
        (("9.00", "11.00"), False, "10.00"),
    ],
)
def test_timed_up_and_go_is_the_mean_of_the_valid_trials(
    desk: Desk, clock: StillClock, times: tuple[str, ...], mean: str, *, extra: bool
) -> None:
    answers = {**CHAIR_SET, **{f"walk.{n}.time": value for n, value in enumerate(times, start=1)}}
    assert Run.begin(desk, clock, "tug").walk(answers, extra=extra).scores() == {"tug_s": mean}


# ------------------------------------------------------------------------------------------------- balance and SPPB

HELD = {f"{stance}.1.time": "10.00" for stance in ("side_by_side", "semi_tandem", "tandem")}


@pytest.mark.req("SCO-105", "CAP-101")
@pytest.mark.parametrize(
    ("holds", "skipped", "points"),
    [
        ({**HELD, "tandem.1.time": "7.50"}, (), "3"),
        ({**HELD, "tandem.1.time": "2.99"}, (), "2"),
        ({"side_by_side.1.time": "9.99"}, ("semi_tandem", "tandem"), "0"),
        ({**HELD, "semi_tandem.1.time": "9.99"}, ("tandem",), "1"),
        ({**HELD, "semi_tandem.1.time": "ND04"}, ("tandem",), "1"),
        ({"side_by_side.1.time": "ND05"}, ("semi_tandem", "tandem"), "0"),
        ({**HELD, "semi_tandem.1.time": "ND11"}, ("tandem",), None),
    ],
)
def test_a_stance_follows_only_a_full_hold(
    desk: Desk, clock: StillClock, holds: dict[str, str], skipped: tuple[str, ...], points: str | None
) -> None:
    """Guralnik 1994: each stance up to 10.00 s, entered only when the one before was held; tandem 2 points or 1."""
    run = Run.begin(desk, clock, "balance").walk(holds)
    assert run.scores()["points"] == points
    for stance in skipped:
        assert run.code(f"{stance}.1.time") == run.code(f"{stance}.1.front_foot") == "ND15"


@pytest.mark.req("CAP-100")
def test_a_hold_ends_at_ten_seconds_however_late_the_clock_is_read(desk: Desk, clock: StillClock) -> None:
    run = Run.begin(desk, clock, "balance").walk({"side_by_side.1.time": "10.024"}, until="semi_tandem.1.time")
    assert run.turn("side_by_side.1.time").value == Quantity(value=Decimal("10.00"), unit="s")


@pytest.mark.req("CAP-103")
def test_what_rested_on_a_void_stance_is_asked_again(desk: Desk, clock: StillClock) -> None:
    run = Run.begin(desk, clock, "balance").walk({"side_by_side.1.time": "8.00"})
    assert run.step.kind == "finished"
    run.perform(VoidTrial(slot="side_by_side.1.time", code="V1"))
    assert run.step.slot == "side_by_side.1.time"
    run.walk(HELD)
    assert run.scores()["points"] == "4"
    run.perform(VoidTrial(slot="semi_tandem.1.time", code="V4"))
    assert run.held.live("tandem.1.time") is None
    assert run.held.live("side_by_side.1.time") is not None
    run.walk({**HELD, "semi_tandem.1.time": "5.00"})
    assert run.scores()["points"] == "1"


@pytest.mark.req("CAP-103")
def test_a_stance_that_is_void_twice_ends_the_sequence(desk: Desk, clock: StillClock) -> None:
    run = Run.begin(desk, clock, "balance")
    for _ in range(2):
        run.walk(HELD, until="semi_tandem.1.time")
        run.perform(VoidTrial(slot="side_by_side.1.time", code="V1"))
    assert run.step.kind == "finished"
    assert {run.code(f"{stance}.1.time") for stance in ("semi_tandem", "tandem")} == {"ND15"}
    assert run.scores()["points"] is None


SPPB = {**CHAIR_SET, **HELD, "gait.1.time": "5.10", "gait.2.time": "4.90", "stands.1.time": "12.00"}


@pytest.mark.req("SCO-106")
def test_the_complete_sppb(desk: Desk, clock: StillClock) -> None:
    """Guralnik 1994: balance 4; gait 4.90 s lies in 4.82-6.20: 3; chair 12.00 s lies in 11.20-13.69: 3; 4 / 4.90."""
    run = Run.begin(desk, clock, "sppb").walk(SPPB)
    assert run.scores() == {
        "total": "10", "total_sensitivity": "10", "balance": "4", "gait": "3", "chair": "3",
        "gait_speed_mps": "0.816", "chair_time_s": "12.00",
    }  # fmt: skip
    assert run.asked == []


@pytest.mark.req("SCO-106", "SCO-006")
@pytest.mark.parametrize(
    ("changes", "total", "sensitivity", "flag"),
    [
        ({"gait.1.time": "ND05", "gait.2.time": "ND05"}, "7", "7", None),
        ({"gait.1.time": "ND01", "gait.2.time": "ND01"}, "7", None, "nonphysical_zero"),
        ({"gait.1.time": "ND11", "gait.2.time": "ND11"}, None, None, None),
        ({"semi_tandem.1.time": "ND01"}, "7", None, "nonphysical_zero"),
        ({"semi_tandem.1.time": "ND02"}, "7", "7", None),
        ({"side_by_side.1.time": "ND01"}, "6", None, "nonphysical_zero"),
        ({"side_by_side.1.time": "ND08"}, None, None, None),
        ({"side_by_side.1.time": "4.00"}, "6", "6", None),
        ({"pretest.result": "unable"}, "7", "7", None),
        ({"pretest.result": "ND09"}, "7", None, "nonphysical_zero"),
        ({"pretest.result": "ND12"}, None, None, None),
        ({"stands.1.time": "60.00"}, "8", "8", None),
        ({"stands.1.time": "60.01"}, "7", "7", None),
        ({"stands.1.time": "ND03"}, "7", "7", None),
    ],
)
def test_a_part_that_was_not_done_decides_the_total_by_its_reason(  # noqa: PLR0917 - one row of the table
    desk: Desk,
    clock: StillClock,
    changes: dict[str, str],
    total: str | None,
    sensitivity: str | None,
    flag: str | None,
) -> None:
    """The score sheet gives 0; reasons that say nothing about function leave the total missing."""
    clock_answers = {**SPPB, **changes}
    run = Run.begin(desk, clock, "sppb")
    if changes.get("stands.1.time") == "60.00":
        run.walk(clock_answers, until="stands.1.time")
        run.time("stands.1.time", "60.00")
        run.walk(clock_answers)
    else:
        run.walk(clock_answers)
    scores = run.scores()
    assert (scores["total"], scores["total_sensitivity"], scores.get("flag")) == (total, sensitivity, flag)


@pytest.mark.req("SCO-107")
def test_a_correction_that_contradicts_the_sequence_is_refused(desk: Desk, clock: StillClock) -> None:
    run = Run.begin(desk, clock, "balance").walk(HELD)
    before = run.scores()
    slot = "side_by_side.1.time"
    with pytest.raises(Refusal, match="CORRECTION_CHANGES_COURSE"):
        corrections.correct(
            desk, run.done.record, run.visit, instrument="balance", slot=slot, text="8.00", reason="Typo"
        )
    assert run.scores() == before


# --------------------------------------------------------------------------------------------------- six minutes, 400 m

VITALS = {
    f"{when}.{item}": value
    for when in ("before", "end", "minute_later")
    for item, value in (("spo2", "97"), ("heart_rate", "88"), ("borg_dyspnoea", "0.5"), ("borg_fatigue", "2"))
}
WALK6 = {
    **VITALS, "setup.course": "30", "setup.oxygen": "0", "walk.1.time": "360.02", "walk.1.lengths": "15",
    "walk.1.extra": "12", "walk.1.rests": "1",
}  # fmt: skip


UNSIZED: dict[str, str | None] = {"predicted_m": None, "percent_predicted": None}
"""Without height and weight of the same visit."""


@pytest.mark.req("SCO-108", "CAP-101")
def test_the_six_minute_walk_is_lengths_times_course_plus_the_last_part(desk: Desk, clock: StillClock) -> None:
    """15 x 30 m + 12 m."""
    run = Run.begin(desk, clock, "walk_6min").walk(WALK6)
    assert run.scores() == {"distance_m": "462", "time_s": "360.00", "test_number": "first", **UNSIZED}
    assert run.asked == []
    assert run.code("stopped.reason") == "ND15"


@pytest.mark.req("SCO-108", "CAP-101")
def test_a_walk_stopped_early_keeps_its_distance_and_is_asked_why(desk: Desk, clock: StillClock) -> None:
    changes = {"walk.1.time": "251.30", "walk.1.lengths": "9", "walk.1.extra": "4", "stopped.reason": "legs"}
    run = Run.begin(desk, clock, "walk_6min").walk({**WALK6, **changes})
    assert run.asked == ["VALUE_UNUSUAL"]
    assert run.turn("stopped.reason").value == Choice(code="legs")
    assert run.scores() == {"distance_m": "274", "time_s": "251.30", "test_number": "first", **UNSIZED}


@pytest.mark.req("CAP-102", "CAP-101")
def test_a_walk_that_never_began_closes_what_is_asked_about_it(desk: Desk, clock: StillClock) -> None:
    run = Run.begin(desk, clock, "walk_6min").walk({**WALK6, "walk.1.time": "ND08"})
    assert {run.code(f"walk.1.{item}") for item in ("lengths", "extra", "rests")} == {"ND08"}
    assert run.code("end.spo2") == run.code("minute_later.borg_fatigue") == "ND15"
    assert run.scores() == {"distance_m": None, "time_s": None, "test_number": "first", **UNSIZED}


@pytest.mark.req("CAP-106")
@pytest.mark.parametrize(
    ("lengths", "extra", "code", "severity"),
    [
        ("15", "30", "X_WALK6_LAPS_REFUSED", Severity.HARD),  # a part is shorter than the course
        ("40", "5", "VALUE_IMPOSSIBLE", Severity.HARD),  # 1205 m
        ("2", "5", "VALUE_UNUSUAL", Severity.SOFT),  # 65 m
    ],
)
def test_the_distance_is_checked_before_it_stands(  # noqa: PLR0917 - one row of the table
    desk: Desk, clock: StillClock, lengths: str, extra: str, code: str, severity: Severity
) -> None:
    run = Run.begin(desk, clock, "walk_6min").walk({**WALK6, "walk.1.lengths": lengths}, until="walk.1.extra")
    found = run.perform(RecordText(slot="walk.1.extra", text=extra)).findings
    assert [(finding.code, finding.severity) for finding in found] == [(code, severity)]
    assert run.step.slot == "walk.1.extra"


@pytest.mark.req("SCO-109")
def test_400_metres(desk: Desk, clock: StillClock) -> None:
    run = Run.begin(desk, clock, "walk_400m").walk({"walk.1.time": "320.50", "walk.1.rests": "0"})
    assert run.scores() == {"time_s": "320.50", "laps": "10", "mobility_disability": "no"}


@pytest.mark.req("SCO-109", "CAP-102")
def test_400_metres_not_walked_in_15_minutes_is_a_mobility_disability(desk: Desk, clock: StillClock) -> None:
    """Pahor et al. 2014: not able to walk 400 m in 15 min without sitting, help or a walker."""
    run = Run.begin(desk, clock, "walk_400m").walk({}, until="walk.1.time")
    run.time("walk.1.time", "900.00", *([120_000] * 7), capped=True)
    run.walk({"walk.1.rests": "3"})
    assert (run.code("walk.1.time"), run.turn("walk.1.rests").as_read) == ("ND02", "3")
    assert run.scores() == {"time_s": None, "laps": "7", "mobility_disability": "yes"}
    refused = Run.begin(desk, clock, "walk_400m").walk({"walk.1.time": "ND01"})
    assert refused.scores() == {"time_s": None, "laps": None, "mobility_disability": None}
    assert refused.code("walk.1.rests") == "ND01"
