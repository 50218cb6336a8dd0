"""The numbers that pairs come to: bias, spread, tails and flags, and which goals they meet.

The goals stand here once. Pure: it must not know windows, servers or clocks.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil
from statistics import fmean, stdev

from campaigns.timing.bench import Pair

BIAS_MS = 1.0
SD_MS = 2.0
IDLE_MS = 10.0
LOADED_MS = 20.0
CAP_MS = 5.0
SHARE = 0.99


@dataclass(frozen=True, slots=True)
class Spread:
    """What a set of pairs came to; all times in ms, shares of 1.

    Attributes:
        count: Pairs measured.
        lost: Pairs whose stop was not taken.
        bias, sd, p99, worst: Of recorded less true; the last two of its size.
        flagged: Share that the program calls uncertain.
        within_idle, within_loaded: Share within 10 and within 20 ms, flagged or not.
        told: Share within 20 ms or flagged.
    """

    count: int
    lost: int
    bias: float
    sd: float
    p99: float
    worst: float
    flagged: float
    within_idle: float
    within_loaded: float
    told: float

    def idle_goal(self) -> bool:
        """T1: bias at most 1 ms, SD at most 2 ms, 99 % within 10 ms, none lost."""
        small = abs(self.bias) <= BIAS_MS and self.sd <= SD_MS
        return self.lost == 0 and small and self.within_idle >= SHARE

    def loaded_goal(self) -> bool:
        """T2: 99 % within 20 ms or flagged."""
        return self.told >= SHARE


def spread_of(pairs: Sequence[Pair]) -> Spread:
    """Return the numbers of pairs of which at least two were recorded."""
    errors = [pair.error_ms for pair in pairs if pair.error_ms is not None]
    sizes = sorted(abs(error) for error in errors)
    return Spread(
        count=len(pairs),
        lost=len(pairs) - len(errors),
        bias=fmean(errors),
        sd=stdev(errors),
        p99=sizes[ceil(len(sizes) * SHARE) - 1],
        worst=sizes[-1],
        flagged=_share(pairs, [bool(pair.doubts) for pair in pairs]),
        within_idle=_share(pairs, [_within(pair, IDLE_MS) for pair in pairs]),
        within_loaded=_share(pairs, [_within(pair, LOADED_MS) for pair in pairs]),
        told=_share(pairs, [_within(pair, LOADED_MS) or bool(pair.doubts) for pair in pairs]),
    )


def _within(pair: Pair, limit_ms: float) -> bool:
    return pair.error_ms is not None and abs(pair.error_ms) <= limit_ms


def _share(pairs: Sequence[Pair], true: Sequence[bool]) -> float:
    return sum(true) / len(pairs)
