"""Runs the timing campaign, prints its table, writes its numbers and says whether every goal was met.

Goals stand in `spread`, the doing in `bench` and `scenarios`; it must not know how a key is sent.
"""

from __future__ import annotations

import argparse
import json
import platform
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass, field
from functools import partial
from pathlib import Path
from statistics import median

from campaigns.timing.bench import Bench, Pair, bench
from campaigns.timing.scenarios import caps, hands_off, taps
from campaigns.timing.spread import CAP_MS, IDLE_MS, LOADED_MS, Spread, spread_of
from campaigns.timing.x_server import NoXServer

NAME = "timing"
SEED = 20261121


@dataclass(frozen=True, slots=True)
class Size:
    """How much is measured.

    Attributes:
        idle: Pairs of T1.
        loaded, unstamped, control: Pairs under load by the program, by its source without stamps, by the control.
        caps_ms: One timing each, all running at once.
        disturbed: Timings per kind of disturbance.
        taps_s: Seconds of taps.
    """

    idle: int
    loaded: int
    unstamped: int
    control: int
    caps_ms: Sequence[int]
    disturbed: int
    taps_s: int


FEWEST = 2
"""A spread needs two."""

FULL = Size(1000, 300, 150, 100, (10_000,) * 5 + (30_000,) * 5 + (60_000,) * 5, 20, 60)
SLICE = Size(60, 30, 0, 15, (1_000, 1_500, 2_000), 2, 10)


@dataclass(frozen=True, slots=True)
class Line:
    """One measured line: `met` is None where it informs only. `expected` is False for the negative control."""

    what: str
    values: tuple[str, ...]
    goal: str
    met: bool | None
    expected: bool = True

    def good(self) -> bool:
        """Whether it does not fail the campaign."""
        return self.met is None or self.met is self.expected

    def verdict(self) -> str:
        """Return the last column."""
        if self.met is None:
            return ""
        if not self.expected:
            return "NOT CAUGHT" if self.met else "missed, as a control must"
        return "met" if self.met else "MISSED"


@dataclass(slots=True)
class Findings:
    """Lines and raw numbers, in the order they were measured."""

    lines: list[Line] = field(default_factory=list)
    raw: dict[str, object] = field(default_factory=dict)

    def add_pairs(
        self,
        what: str,
        pairs: Sequence[Pair],
        *,
        goal: str,
        judge: Callable[[Spread], bool] | None,
        control: bool = False,
    ) -> None:
        """Add a line of pairs and keep them; timings that were hardly recorded at all miss their goal."""
        recorded = sum(pair.recorded_ms is not None for pair in pairs)
        if recorded < FEWEST:
            words = f"{recorded} of {len(pairs)} timings recorded"
            self.lines.append(Line(what, (words,), goal, met=False, expected=not control))
            return
        spread = spread_of(pairs)
        met = None if judge is None else judge(spread)
        self.lines.append(Line(what, _cells(spread), goal, met, expected=not control))
        self.raw[what] = {"spread": asdict(spread), "pairs": [asdict(pair) for pair in pairs]}


HEAD = ("what", "n", "bias ms", "SD ms", "P99 ms", "max ms", "flagged", "≤10 ms", "≤20 ms", "or flagged", "goal", "")


def _cells(spread: Spread) -> tuple[str, ...]:
    """Return the numbers of a line."""
    count = f"{spread.count}" + (f" ({spread.lost} lost)" if spread.lost else "")
    times = (f"{value:.2f}" for value in (spread.bias, spread.sd, spread.p99, spread.worst))
    shares = (spread.flagged, spread.within_idle, spread.within_loaded, spread.told)
    return (count, *times, *(f"{share:.1%}" for share in shares))


def measure_idle(front: Bench, size: Size, found: Findings) -> None:
    """T1: pairs in a calm window."""
    pairs = front.pairs(size.idle, longest_ms=380)
    goal = f"bias ≤ 1, SD ≤ 2, 99 % ≤ {IDLE_MS:.0f}"
    found.add_pairs("T1 idle", pairs, goal=goal, judge=Spread.idle_goal)


def measure_load(front: Bench, size: Size, found: Findings) -> None:
    """T2: pairs while the window is held up, by the program and by the control."""
    goal = f"99 % ≤ {LOADED_MS:.0f} or flagged"
    kinds = (
        ("T2 blocked 250 ms: program", "stamped", size.loaded, Spread.loaded_goal, False),
        ("T2 same, event stamps not used", "unstamped", size.unstamped, None, False),
        ("T2 same, control: handler clock", "handler", size.control, Spread.loaded_goal, True),
    )
    front.ask(do="block", on=True)
    for what, clock, count, judge, control in kinds:
        if count:
            pairs = front.pairs(count, clock=clock, longest_ms=700)
            found.add_pairs(what, pairs, goal=goal if judge else "", judge=judge, control=control)
    front.ask(do="block", on=False)


def measure_caps(front: Bench, size: Size, found: Findings) -> None:
    """T4: timings that nobody stops."""
    capped = caps(front, size.caps_ms)
    found.raw["T4"] = [asdict(each) for each in capped]
    for cap_ms in sorted(set(size.caps_ms)):
        mine = [each for each in capped if each.cap_ms == cap_ms]
        exact = all(each.recorded_ms == cap_ms and each.ending == "capped" for each in mine)
        late = [each.late_ms for each in mine]
        met = exact and abs(median(late)) <= CAP_MS
        recorded = "recorded " + ("exactly" if exact else str([each.recorded_ms for each in mine]))
        words = f"{len(mine)}: {recorded}; noticed {median(late):.1f} ms after it (median), {max(late):.1f} at most"
        found.lines.append(Line(f"T4 cap of {cap_ms / 1000:g} s", (words,), f"exact, noticed ≤ {CAP_MS:.0f} ms", met))


def measure_hands(front: Bench, size: Size, found: Findings) -> None:
    """T5: what must change nothing."""
    for disturbed in hands_off(front, size.disturbed):
        judge = partial(_undisturbed, arrived=disturbed.arrived)
        goal = f"as T1; ≥ {disturbed.arrived} arrived each time"
        found.add_pairs(f"T5 {disturbed.what}", disturbed.pairs, goal=goal, judge=judge)


def _undisturbed(spread: Spread, *, arrived: int) -> bool:
    """Whether nothing changed although the disturbance really came."""
    return arrived > 0 and spread.lost == 0 and spread.worst <= IDLE_MS


def measure_taps(front: Bench, size: Size, found: Findings) -> None:
    """T8: taps at 2 Hz."""
    done = taps(front, size.taps_s)
    goal = f"{done.sent} taps, none lost, each as T1"
    if done.counted != done.sent:
        found.lines.append(Line("T8 taps at 2 Hz", (f"{done.counted} of {done.sent} counted",), goal, met=False))
        return
    found.add_pairs("T8 taps at 2 Hz", done.splits, goal=goal, judge=Spread.idle_goal)


PARTS = {"T1": measure_idle, "T2": measure_load, "T4": measure_caps, "T5": measure_hands, "T8": measure_taps}


def measure(size: Size, *, seed: int = SEED, parts: Sequence[str] = tuple(PARTS)) -> Findings:
    """Run the named parts in one window. Raises NoXServer when there is no X server to be had."""
    found = Findings()
    with bench(seed) as front:
        front.pairs(3, longest_ms=300)  # the first pictures of a window load fonts
        front.again = 0
        for part in parts:
            PARTS[part](front, size, found)
        found.raw["measured again because the sender was held up"] = front.again
    return found


def table(lines: Sequence[Line]) -> str:
    """Return the lines as an aligned table; what has words instead of numbers runs across the columns."""
    numbers = len(HEAD) - 3
    rows = [(line.what, *line.values, line.goal, line.verdict()) for line in lines if len(line.values) == numbers]
    widths = [max(len(row[column]) for row in [HEAD, *rows]) for column in range(len(HEAD))]
    inner = sum(widths[1:-2]) + 2 * (numbers - 1)
    widths[0] = max(len(line.what) for line in lines)
    shown = [_row(HEAD, widths)]
    for line in lines:
        values = line.values if len(line.values) == numbers else None
        if values is not None:
            shown.append(_row((line.what, *values, line.goal, line.verdict()), widths))
        else:
            words = ", ".join(line.values).ljust(inner)
            shown.append(f"{line.what.ljust(widths[0])}  {words}  {line.goal.ljust(widths[-2])}  {line.verdict()}")
    return "\n".join(row.rstrip() for row in shown)


def _row(cells: Sequence[str], widths: Sequence[int]) -> str:
    """Return one row: words to the left, numbers to the right."""
    last = len(cells) - 2
    return "  ".join(
        cell.rjust(width) if 0 < column < last else cell.ljust(width)
        for column, (cell, width) in enumerate(zip(cells, widths, strict=True))
    )


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Take the size, the parts, the seed and the folder for the numbers."""
    words = "the small size that runs with the tests (about a minute)"
    parser.add_argument("--slice", action="store_true", help=words)
    parser.add_argument("--parts", nargs="+", choices=list(PARTS), default=list(PARTS), help="only these")
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--out", type=Path, default=Path("campaign-results"), help="folder for timing.json")


def run(options: argparse.Namespace) -> bool:
    """Measure, print the table, write the numbers, and say whether every goal was met and the control was caught."""
    try:
        found = measure(SLICE if options.slice else FULL, seed=options.seed, parts=options.parts)
    except NoXServer as refused:
        print(refused)
        return False
    print(table(found.lines))
    print(f"Python {platform.python_version()} on {platform.system()}, seed {options.seed}")
    options.out.mkdir(parents=True, exist_ok=True)
    path = options.out / "timing.json"
    lines = [{**asdict(line), "good": line.good()} for line in found.lines]
    path.write_text(json.dumps({"lines": lines, "raw": found.raw}, indent=1, ensure_ascii=False), encoding="utf-8")
    print(f"Every single timing: {path}")
    return all(line.good() for line in found.lines)
