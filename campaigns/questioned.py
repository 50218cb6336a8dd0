"""How many plausible values of adults would be questioned (at most 3 %), and are all impossible ones refused?

The share is computed from published distributions, not sampled. Floats are allowed here, since nothing is stored.
"""

from __future__ import annotations

import argparse
import math
import random
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from statistics import NormalDist
from typing import Any, Final

from assessdesk import resources
from assessdesk.domain.checks import Limit, Severity, check_value
from assessdesk.services.definitions.tables import load_limits

NAME = "questioned"
DISTRIBUTIONS: Final = "norms/adult_distributions.toml"
REPORT: Final = Path(__file__).resolve().parents[1] / "docs" / "validation" / "questioned.md"
GOAL_PERCENT: Final = 3.0
SEED: Final = 20261121


@dataclass(frozen=True, slots=True)
class Spread:
    """How one group's values of one field are spread; `over_speed_m` when mean and SD are of a speed."""

    field: str
    group: str
    shape: str
    mean: float
    sd: float
    over_speed_m: float | None
    source: str
    confidence: str
    above_goal: str

    def below(self, value: float) -> float:
        """Return the share of values below this one."""
        if self.over_speed_m is not None:
            # A shorter time is a higher speed, and nobody walks backwards.
            return 1.0 if value <= 0 else 1.0 - self._cdf(self.over_speed_m / value)
        return self._cdf(value)

    def _cdf(self, value: float) -> float:
        if self.shape == "normal":
            return NormalDist(self.mean, self.sd).cdf(value)
        if value <= 0:
            return 0.0
        variance = math.log(1 + (self.sd / self.mean) ** 2)
        return NormalDist(math.log(self.mean) - variance / 2, math.sqrt(variance)).cdf(math.log(value))


@dataclass(frozen=True, slots=True)
class Share:
    """What the usual range does to one group: percent questioned below it and above it."""

    spread: Spread
    limit: Limit
    below: float
    above: float

    @property
    def questioned(self) -> float:
        """Percent of the group's values that are questioned."""
        return self.below + self.above

    @property
    def as_expected(self) -> bool:
        """Tell whether the goal is met, or missed where the table says so and why; a stale reason is a fault too."""
        return (self.questioned <= GOAL_PERCENT) == (not self.spread.above_goal)


def spreads(text: str) -> tuple[Spread, ...]:
    """Return every distribution of the table."""
    return tuple(_spread(row) for row in tomllib.loads(text)["distribution"])


def _spread(row: Mapping[str, Any]) -> Spread:
    if row["shape"] not in {"normal", "lognormal"}:
        raise ValueError(f"{row['field']}, {row['group']}: there is no shape `{row['shape']}`.")
    if "percents" in row:
        (low, high), (first, last) = map(float, row["values"]), (float(each) / 100 for each in row["percents"])
        sd = (high - low) / (NormalDist().inv_cdf(last) - NormalDist().inv_cdf(first))
        mean = low - sd * NormalDist().inv_cdf(first)
    else:
        mean, sd = float(row["mean"]), float(row["sd"])
    return Spread(
        field=row["field"],
        group=row["group"],
        shape=row["shape"],
        mean=mean,
        sd=sd,
        over_speed_m=float(row["over_speed_m"]) if "over_speed_m" in row else None,
        source=row["source"],
        confidence=row["confidence"],
        above_goal=row.get("above_goal", ""),
    )


def share(spread: Spread, limit: Limit) -> Share:
    """Return what the usual range of the field does to the group, values read to the field's resolution."""
    half_step = float(Decimal(1).scaleb(-limit.decimals)) / 2
    return Share(
        spread=spread,
        limit=limit,
        below=100 * spread.below(float(limit.soft_min) - half_step),
        above=100 * (1 - spread.below(float(limit.soft_max) + half_step)),
    )


def impossible(limit: Limit, *, count: int, chance: random.Random) -> Iterator[Decimal]:
    """Yield values outside the hard limits: the nearest on both sides, and `count` at random far beyond them."""
    step = Decimal(1).scaleb(-limit.decimals)
    widest = int((limit.hard_max - limit.hard_min) / step) + 1
    for steps in (1, *(chance.randint(1, 20 * widest) for _ in range(count))):
        yield limit.hard_min - steps * step
        yield limit.hard_max + steps * step


def accepted(limits: Mapping[str, Limit], *, count: int) -> tuple[str, ...]:
    """Return the impossible values that were not refused, by field; there should be none."""
    chance = random.Random(SEED)  # noqa: S311 - examples, not secrets
    wrong: list[str] = []
    for limit in limits.values():
        for value in impossible(limit, count=count, chance=chance):
            kept, finding = check_value(value, limit)
            if kept is not None or finding is None or finding.severity is not Severity.HARD:
                wrong.append(f"{limit.field}: {value}")
    return tuple(wrong)


def shares() -> tuple[Share, ...]:
    """Return the questioned share of every documented group, by the shipped limits."""
    limits = load_limits(resources.read).values
    return tuple(share(spread, limits[spread.field]) for spread in spreads(resources.read(DISTRIBUTIONS)))


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Say which options the campaign takes."""
    parser.add_argument("--impossible", type=int, default=1000, help="impossible values at random for each end (1000)")


def run(options: argparse.Namespace) -> bool:
    """Compute the shares, sample impossible values, and write the report."""
    limits = load_limits(resources.read).values
    found, wrong = shares(), accepted(limits, count=options.impossible)
    tried = len(limits) * 2 * (options.impossible + 1)
    REPORT.write_text(document(found, limits, tried=tried, wrong=wrong), encoding="utf-8")
    print(table(found))
    print(f"{tried} impossible values, {len(wrong)} not refused. {' '.join(wrong[:5])}".rstrip())
    for each in found:
        if not each.as_expected:
            print(f"not as expected: {each.spread.field}, {each.spread.group}: {each.questioned:.2f} %")
    return not wrong and all(each.as_expected for each in found)


def table(found: Sequence[Share]) -> str:
    """Return the shares as a table in Markdown."""
    rows = [
        "| Field | Group | Shape, mean (SD) | Usual range | Below, % | Above, % | Questioned, % | Source | Mark |",
        "|---|---|---|---|---:|---:|---:|---|---|",
    ]
    for each in found:
        spread, limit = each.spread, each.limit
        of_speed = " m/s" if spread.over_speed_m is not None else ""
        shape = f"{spread.shape}, {spread.mean:.4g} ({spread.sd:.3g}){of_speed}"
        percent = f"{each.below:.2f} | {each.above:.2f} | {each.questioned:.2f}"
        usual = f"{limit.soft_min}-{limit.soft_max} {limit.unit}"
        star = " *" if each.questioned > GOAL_PERCENT else ""
        row = f"| `{spread.field}` | {spread.group} | {shape} | {usual} | {percent}{star} |"
        rows.append(f"{row} {spread.source} | {spread.confidence} |")
    return "\n".join(rows)


def document(found: Sequence[Share], limits: Mapping[str, Limit], *, tried: int, wrong: Sequence[str]) -> str:
    """Return the whole report in Markdown."""
    return "\n".join(_document(found, limits, tried, wrong)) + "\n"


def _document(found: Sequence[Share], limits: Mapping[str, Limit], tried: int, wrong: Sequence[str]) -> Iterator[str]:
    yield "# How many plausible values are questioned?"
    yield ""
    yield "Generated by `python3 dev.py campaign questioned`; do not edit. The distributions and their sources stand in"
    yield f"`resources/{DISTRIBUTIONS}`, the limits in `resources/limits.toml`."
    yield ""
    yield f"The goal: at most {GOAL_PERCENT:.0f} % of plausible adult values questioned, all impossible ones refused."
    yield "The share is computed from the distribution, for values read to the field's resolution. A time is taken as"
    yield "lognormal with the published mean and SD: a normal shape would put risers and walkers where nobody is."
    yield ""
    yield table(found)
    yield ""
    yield "## Above the goal"
    yield ""
    above = [each for each in found if each.questioned > GOAL_PERCENT]
    for each in above:
        why = each.spread.above_goal or "**No reason has been given.**"
        yield f"- `{each.spread.field}`, {each.spread.group}: {each.questioned:.2f} %. {why}"
    if not above:
        yield "None."
    yield ""
    yield "The limits are rules of the protocol and were not changed for this."
    yield ""
    yield "## Impossible values"
    yield ""
    yield f"{tried} values outside the hard limits of {len(limits)} fields were checked (the nearest on both sides, the"
    yield f"others at random, seed {SEED}); {len(wrong)} were not refused."
    yield ""
    yield "## No distribution found"
    yield ""
    covered = {each.spread.field for each in found}
    missing = [f"`{name}`" for name, limit in limits.items() if name not in covered and _questions(limit)]
    yield "Fields with a usual range narrower than the possible one, of which no published spread was at hand:"
    yield f"{', '.join(missing)}."


def _questions(limit: Limit) -> bool:
    return (limit.soft_min, limit.soft_max) != (limit.hard_min, limit.hard_max)
