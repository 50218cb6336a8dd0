"""A slice of the timing campaign with real keys in a real window, and proof that it would notice a poor stopwatch."""

from __future__ import annotations

import shutil
import sys

import pytest

from campaigns import __main__ as command
from campaigns.timing import x_server
from campaigns.timing.bench import Pair
from campaigns.timing.campaign import SLICE, Findings, Line, measure, table
from campaigns.timing.spread import spread_of

# Key events of other systems cannot be sent from outside without rights that a test should not have. On Linux a
# missing Xvfb fails the tests with the sentence that names the package.
on_x11 = pytest.mark.skipif(sys.platform != "linux", reason="real keys are sent through X11's XTEST")


@pytest.fixture(scope="module")
def found() -> Findings:
    """The slice is measured once; each test judges one goal of it."""
    return measure(SLICE)


def lines(found: Findings, goal: str) -> list[Line]:
    mine = [line for line in found.lines if line.what.startswith(goal)]
    assert mine, f"the campaign measured nothing for {goal}"
    return mine


@on_x11
@pytest.mark.req("TIM-021")
def test_idle_pairs_are_right_to_a_few_milliseconds(found: Findings) -> None:
    (line,) = lines(found, "T1")
    assert line.met, table([line])


@on_x11
@pytest.mark.req("TIM-022")
def test_pairs_in_a_window_that_is_held_up_are_right_or_flagged(found: Findings) -> None:
    program, _control = lines(found, "T2")
    assert program.met, table([program])


@on_x11
@pytest.mark.req("TIM-022")
def test_the_campaign_catches_a_stopwatch_that_takes_the_time_in_the_handler(found: Findings) -> None:
    _program, control = lines(found, "T2")
    assert control.met is False, table([control])
    assert control.good(), "a control that misses is what is wanted"


@on_x11
@pytest.mark.req("TIM-023")
def test_caps_are_exact_and_need_no_key(found: Findings) -> None:
    capped = lines(found, "T4")
    assert all(line.met for line in capped), table(capped)


@on_x11
@pytest.mark.req("TIM-024")
def test_held_keys_bounces_wheel_and_other_keys_change_nothing(found: Findings) -> None:
    disturbed = lines(found, "T5")
    assert len(disturbed) == 4
    assert all(line.met for line in disturbed), table(disturbed)


@on_x11
@pytest.mark.req("TIM-025")
def test_no_tap_is_lost(found: Findings) -> None:
    (line,) = lines(found, "T8")
    assert line.met, table([line])


def test_without_the_server_the_refusal_names_the_package(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda _: None)
    monkeypatch.setattr(sys, "platform", "linux")
    with pytest.raises(x_server.NoXServer, match="apt-get install xvfb"), x_server.x_server():
        pass


def test_the_goals_fall_on_the_right_side() -> None:
    steady = spread_of([Pair(1000.0, 1001)] * 100)
    biased = spread_of([Pair(1000.0, 1002)] * 100)
    lost = spread_of([Pair(1000.0, 1000)] * 99 + [Pair(1000.0, None)])
    assert [spread.idle_goal() for spread in (steady, biased, lost)] == [True, False, False]


@pytest.mark.parametrize(("silent", "met"), [(1, True), (2, False)])
def test_a_late_timing_must_say_so(silent: int, met: bool) -> None:
    said = [Pair(1000.0, 1200, ("late_handler",))] * (100 - silent)
    assert spread_of([*said, *[Pair(1000.0, 1200)] * silent]).loaded_goal() is met


def test_the_campaign_is_found_by_name() -> None:
    assert command.campaigns()["timing"] is not None
