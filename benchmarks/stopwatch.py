"""The stopwatch, idle and with the window held up, beside a stopwatch that takes the time in the key handler.

Real keys, a real window, the sender's clock as truth: the small size of the timing campaign. Every goal and the way it
is measured stand there.
"""

from __future__ import annotations

from benchmarks import Row
from campaigns.timing.bench import Bench, bench
from campaigns.timing.campaign import SEED
from campaigns.timing.spread import Spread, spread_of
from campaigns.timing.x_server import NoXServer

NAME = "stopwatch"
PAIRS = 60
LONGEST_IDLE_MS = 380
LONGEST_LOADED_MS = 700


def run() -> list[Row]:
    """Measure both stopwatches in both states; without an X server the only row says why there is no number."""
    try:
        with bench(SEED) as front:
            front.pairs(3, longest_ms=LONGEST_IDLE_MS)  # the first pictures of a window load fonts
            idle = _both(front, LONGEST_IDLE_MS)
            front.ask(do="block", on=True)
            loaded = _both(front, LONGEST_LOADED_MS)
    except NoXServer as refused:
        return [Row(what="stopwatch", value="not measured", against=str(refused))]
    return [
        _row("T1 stopwatch, idle", idle, goal="bias ≤ 1, SD ≤ 2, 99 % ≤ 10 ms", met=idle[0].idle_goal()),
        _row(
            "T2 stopwatch, window blocked 250 ms", loaded, goal="99 % ≤ 20 ms or flagged", met=loaded[0].loaded_goal()
        ),
    ]


def _both(front: Bench, longest_ms: float) -> tuple[Spread, Spread]:
    """Return the program's spread and the handler clock's."""
    ours = front.pairs(PAIRS, longest_ms=longest_ms)
    naive = front.pairs(PAIRS // 2, clock="handler", longest_ms=longest_ms)
    return spread_of(ours), spread_of(naive)


def _row(what: str, both: tuple[Spread, Spread], *, goal: str, met: bool) -> Row:
    ours, naive = (
        f"bias {spread.bias:.2f}, SD {spread.sd:.2f}, P99 {spread.p99:.1f}, max {spread.worst:.1f} ms"
        for spread in both
    )
    return Row(what=f"{what}, {both[0].count} pairs", value=ours, against=f"handler clock: {naive}", goal=goal, met=met)
