"""The closing table: every number by the tally and by the program, and whether they are equal."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from simulation.tally import TOTAL, Numbers

NOTHING = "(nothing)"


@dataclass(frozen=True, slots=True)
class Line:
    """One number as both sides have it."""

    name: str
    counted: str
    reported: str

    @property
    def equal(self) -> bool:
        """Whether both sides say the same."""
        return self.counted == self.reported


def compared(counted: Numbers, reported: Numbers) -> tuple[Line, ...]:
    """Return every number that either side has, in the order of the tally."""
    names = dict.fromkeys((*counted, *reported))
    return tuple(Line(name, counted.get(name, NOTHING), reported.get(name, NOTHING)) for name in names)


def table(lines: tuple[Line, ...], *, whole: bool) -> Iterator[str]:
    """Yield the table: all lines, or totals and what differs."""
    shown = [line for line in lines if whole or line.name.startswith(TOTAL) or not line.equal]
    cells = [("number", "tally", "program", "")]
    cells += [(line.name, line.counted, line.reported, "equal" if line.equal else "DIFFERENT") for line in shown]
    widths = [max(len(row[column]) for row in cells) for column in range(4)]
    for row in cells:
        yield "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
    different = sum(not line.equal for line in lines)
    yield ""
    yield f"{len(lines)} numbers compared, {len(lines) - different} equal, {different} different"
