"""What is measured, against what, in one run; a module here that has `NAME` and `run` is a benchmark.

A row states the quantity, the value, what it is measured against and the goal. It must not be part of the program.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil
from typing import Protocol


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One measured line; `met` is None where there is no goal."""

    what: str
    value: str
    against: str = ""
    goal: str = ""
    met: bool | None = None


class Benchmark(Protocol):
    """What a benchmark's module holds."""

    NAME: str

    def run(self) -> list[Row]:
        """Measure and return the rows."""


def percentile(values: Sequence[float], percent: int) -> float:
    """Return the nearest-rank percentile of at least one value."""
    ordered = sorted(values)
    return ordered[max(0, ceil(len(ordered) * percent / 100) - 1)]
