"""One simulation from the plan to the closing table."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from assessdesk.leavings import Leavings
from simulation import actor, reading, site
from simulation.acts import Plan
from simulation.clock import StudyClock
from simulation.comparison import Line, compared
from simulation.tally import tally
from simulation.workplace import Site

Say = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a simulation found: every number by both sides, and what a full check of the ledger says."""

    lines: tuple[Line, ...]
    entries: int
    faults: tuple[str, ...]

    @property
    def good(self) -> bool:
        """Whether every number is equal and the ledger whole."""
        return not self.faults and all(line.equal for line in self.lines)


def simulate(plan: Plan, folders: Leavings, *, say: Say, windows: bool = False) -> Outcome:
    """Perform a plan at a new station, and compare what the program reports with the tally of the plan.

    With `windows` every act is done at the real windows, by keys; Qt is imported for that alone.
    """
    clock = StudyClock(plan.protocol.start, zone_hours=plan.protocol.zone_hours)
    desk = site.set_up_central(plan.protocol, folders, clock)
    with desk.store.hold():
        running = Site(plan=plan, desk=desk, clock=clock, folders=folders)
        if windows:
            from simulation.windows import performing, setting_up, sitting

            running = sitting.sit_down(running)
            setting_up.set_up(running)
            actor.perform(running, partial(performing.state, running), say=say)
        else:
            site.set_up(plan.protocol, folders, desk)
            actor.perform(running, partial(actor.state, running), say=say)
        counted = tally(plan)
        lines = compared(counted, reading.reported(running, counted))
        entries, faults = reading.verified(desk)
        running.close()
    return Outcome(lines=lines, entries=entries, faults=faults)
