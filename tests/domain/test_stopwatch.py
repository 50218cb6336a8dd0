"""The stopwatch's rules: one final stop, exact caps, ignored bounces, one rounding rule."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessdesk.domain.stopwatch import (
    DOUBLE_PRESS_MS,
    Doubt,
    Ending,
    Phase,
    Reading,
    Source,
    Stopwatch,
    cap,
    doubt,
    duration_ms,
    elapsed_ms,
    questioned,
    seconds,
    splits_ms,
    start,
    stop,
    tap,
)


def at(ms: int, *, late: int = 0, uncertainty: int = 1) -> Reading:
    return Reading(ms, Source.EVENT, ms + late, uncertainty)


def running(started: int = 1_000, *, cap_ms: int | None = None) -> Stopwatch:
    return start(Stopwatch(cap_ms=cap_ms), at(started))


@pytest.mark.req("TIM-001")
@given(st.integers(0, 2**40), st.integers(DOUBLE_PRESS_MS, 3_600_000))
def test_a_duration_is_the_difference_of_two_readings(started: int, elapsed: int) -> None:
    watch = stop(running(started), at(started + elapsed, late=3_000))

    assert duration_ms(watch) == elapsed
    assert elapsed_ms(watch, started + elapsed + 99_999) == elapsed


@pytest.mark.req("TIM-002")
@given(st.lists(st.tuples(st.sampled_from(["start", "stop", "tap", "cap"]), st.integers(0, 100_000)), max_size=30))
def test_nothing_after_the_first_stop_changes_the_result(later: list[tuple[str, int]]) -> None:
    ended = stop(tap(running(), at(2_000)), at(9_860))
    watch = ended
    for wish, ms in later:
        watch = {"start": start, "stop": stop, "tap": tap, "cap": cap}[wish](watch, at(9_860 + ms))

    assert duration_ms(watch) == 8_860
    assert (watch.stopped, watch.ending, watch.taps) == (ended.stopped, Ending.STOPPED, ended.taps)


@pytest.mark.req("TIM-003")
@given(st.integers(0, DOUBLE_PRESS_MS - 1))
def test_a_second_press_within_250_ms_is_a_bounce(gap: int) -> None:
    watch = stop(running(), at(1_000 + gap))

    assert watch.phase is Phase.RUNNING
    assert watch.ignored == 1


@pytest.mark.req("TIM-003")
def test_a_press_250_ms_after_the_start_stops() -> None:
    assert duration_ms(stop(running(), at(1_250))) == 250


@pytest.mark.req("TIM-004")
@given(st.integers(0, 5_000))
def test_a_result_at_the_cap_is_exactly_the_cap(late: int) -> None:
    by_timer = cap(running(cap_ms=60_000), at(61_000 + late))
    by_key = stop(running(cap_ms=60_000), at(61_000 + late))

    for watch in (by_timer, by_key):
        assert duration_ms(watch) == 60_000
        assert watch.ending is Ending.CAPPED


@pytest.mark.req("TIM-004")
@given(st.integers(1_000, 60_999))
def test_the_cap_does_not_come_early(now: int) -> None:
    watch = cap(running(cap_ms=60_000), at(now))

    assert watch.phase is Phase.RUNNING


@pytest.mark.req("TIM-004")
def test_a_stop_that_happened_before_the_cap_counts_even_when_noticed_after_it() -> None:
    watch = stop(running(cap_ms=60_000), at(60_990, late=200))

    assert duration_ms(watch) == 59_990
    assert watch.ending is Ending.STOPPED
    assert watch.doubts == (Doubt.LATE_HANDLER,)


@pytest.mark.req("TIM-004")
@given(st.integers(0, 10_000_000))
def test_the_display_never_shows_more_than_the_cap(later: int) -> None:
    assert elapsed_ms(running(cap_ms=10_000), 1_000 + later) <= 10_000


@pytest.mark.req("TIM-005")
@pytest.mark.parametrize(("late", "flagged"), [(0, False), (50, False), (51, True), (250, True)])
def test_a_gap_over_50_ms_between_event_and_handler_is_flagged(late: int, flagged: bool) -> None:
    watch = stop(running(), at(9_000, late=late))

    assert (Doubt.LATE_HANDLER in watch.doubts) is flagged
    assert duration_ms(watch) == 8_000


@pytest.mark.req("TIM-005")
def test_an_unstamped_press_in_a_late_loop_is_flagged() -> None:
    watch = start(Stopwatch(), Reading(1_000, Source.HANDLER, 1_000, 180))

    assert watch.doubts == (Doubt.LATE_HANDLER,)


@pytest.mark.req("TIM-006")
@given(st.sampled_from(Doubt))
def test_doubts_are_noted_once_and_only_while_running(why: Doubt) -> None:
    assert doubt(Stopwatch(), why).doubts == ()
    assert doubt(doubt(running(), why), why).doubts == (why,)
    ended = stop(running(), at(9_000))
    assert doubt(ended, why) == ended


@pytest.mark.req("TIM-007")
@pytest.mark.parametrize(
    ("ms", "shown"), [(11_194, "11.19"), (11_195, "11.20"), (11_205, "11.21"), (0, "0.00"), (60_000, "60.00")]
)
def test_seconds_are_rounded_half_up_to_a_hundredth(ms: int, shown: str) -> None:
    assert str(seconds(ms)) == shown


@pytest.mark.req("TIM-007")
@given(st.integers(0, 10_000_000))
def test_rounding_never_moves_a_time_by_more_than_5_ms(ms: int) -> None:
    assert abs(seconds(ms) * 1000 - Decimal(ms)) <= 5


@pytest.mark.req("TIM-008")
@given(st.lists(st.integers(1, 20_000), min_size=1, max_size=40))
def test_splits_add_up_to_the_last_tap(gaps: list[int]) -> None:
    watch, now = running(), 1_000
    for gap in gaps:
        now += gap
        watch = tap(watch, at(now))

    assert splits_ms(watch) == tuple(gaps)
    assert sum(splits_ms(watch)) == now - 1_000


@pytest.mark.req("TIM-008")
@pytest.mark.parametrize(("split", "asked"), [(299, True), (300, False)])
def test_a_split_under_300_ms_is_questioned(split: int, asked: bool) -> None:
    assert questioned(split) is asked


@pytest.mark.req("TIM-009")
def test_stopped_early_keeps_time_and_splits() -> None:
    watch = stop(tap(running(), at(2_920)), at(5_000), early=True)

    assert (duration_ms(watch), watch.ending, splits_ms(watch)) == (4_000, Ending.STOPPED_EARLY, (1_920,))


@pytest.mark.req("TIM-002")
@given(st.sampled_from([stop, tap]))
def test_nothing_happens_before_the_start(wish: object) -> None:
    watch = stop(Stopwatch(), at(5)) if wish is stop else tap(Stopwatch(), at(5))

    assert watch.phase is Phase.READY
    assert elapsed_ms(watch, 10_000) == 0
    assert duration_ms(watch) is None
    assert splits_ms(watch) == ()
