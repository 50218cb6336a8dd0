"""Of plausible adult values at most 3 % are questioned, of impossible ones all are refused."""

from dataclasses import replace
from decimal import Decimal

import pytest

from assessdesk import resources
from assessdesk.services.definitions.tables import load_limits
from campaigns.questioned import DISTRIBUTIONS, GOAL_PERCENT, Share, accepted, document, share, shares, spreads

LIMITS = load_limits(resources.read).values
SHARES = shares()
NEEDED = {
    "grip.trial.F", "grip.trial.M", "chair5.time", "cst30.reps", "gait3.time", "gait4.time", "gait6.time",
    "gait10.time", "tug.time", "walk6.distance", "height", "weight", "calf",
}  # fmt: skip


@pytest.mark.req("CHK-300")
@pytest.mark.parametrize("found", SHARES, ids=lambda found: f"{found.spread.field}, {found.spread.group}")
def test_a_documented_group_is_questioned_as_little_as_promised(found: Share) -> None:
    assert found.as_expected, f"{found.questioned:.2f} %"


@pytest.mark.req("CHK-300")
def test_every_performance_and_size_has_a_group_that_meets_the_goal() -> None:
    met = {found.spread.field for found in SHARES if found.questioned <= GOAL_PERCENT}
    assert met >= NEEDED
    assert {found.spread.confidence for found in SHARES} == {"verified", "recalled"}
    assert all(found.spread.source for found in SHARES)


@pytest.mark.req("CHK-300")
def test_the_share_is_what_the_tables_of_the_normal_distribution_say() -> None:
    """Limits two SD from the mean leave 2.28 % on each side; half a step of reading is allowed for."""
    spread = replace(spreads(resources.read(DISTRIBUTIONS))[0], mean=24.4, sd=5.3)
    limit = replace(LIMITS["grip.trial.F"], soft_min=Decimal("13.85"), soft_max=Decimal("34.95"))
    found = share(spread, limit)
    assert (f"{found.below:.2f}", f"{found.above:.2f}") == ("2.28", "2.28")
    assert not found.as_expected
    assert f"{share(replace(spread, shape='lognormal'), limit).below:.2f}" == "0.54"


@pytest.mark.req("CHK-300")
def test_a_speed_is_judged_by_its_time() -> None:
    spread = next(each for each in spreads(resources.read(DISTRIBUTIONS)) if each.over_speed_m)
    assert spread.over_speed_m is not None
    assert spread.below(spread.over_speed_m / spread.mean) == pytest.approx(0.5)
    assert (spread.below(0.0), spread.below(1.0) < spread.below(2.0)) == (1.0, True)


@pytest.mark.req("CHK-300")
def test_a_stale_or_missing_reason_fails() -> None:
    quiet = next(found for found in SHARES if found.questioned < 1)
    assert not replace(quiet, spread=replace(quiet.spread, above_goal="because")).as_expected
    loud = next(found for found in SHARES if found.questioned > GOAL_PERCENT)
    assert not replace(loud, spread=replace(loud.spread, above_goal="")).as_expected
    assert "**No reason has been given.**" in document(
        [replace(loud, spread=replace(loud.spread, above_goal=""))], LIMITS, tried=0, wrong=()
    )


@pytest.mark.req("CHK-301")
def test_every_impossible_value_is_refused() -> None:
    assert accepted(LIMITS, count=20) == ()


@pytest.mark.req("CHK-301")
def test_a_value_that_was_let_through_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    calf = LIMITS["calf"]
    monkeypatch.setattr("campaigns.questioned.check_value", lambda value, _: (value, None))
    assert accepted({"calf": calf}, count=0) == ("calf: 14.9", "calf: 70.1")
