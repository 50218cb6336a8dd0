"""One simulation from the plan to the closing table."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from simulation import actor, reading, site
from simulation.acts import Plan
from simulation.clock import StudyClock
from simulation.comparison import Line, compared
from simulation.tally import tally
from simulation.workplace import Site

Say = Callable[[str], None]
SIZE = (1366, 688)


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


def simulate(plan: Plan, folders: site.Folders, *, say: Say, windows: bool = False) -> Outcome:
    """Perform a plan at a new station, and compare what the program reports with the tally of the plan.

    With `windows` what people do at the windows is done there, by keys; Qt is imported for that alone.
    """
    clock = StudyClock(plan.protocol.start, zone_hours=plan.protocol.zone_hours)
    desk = site.set_up(plan.protocol, folders, clock)
    with desk.store.hold():
        running = Site(plan=plan, desk=desk, clock=clock, folders=folders)
        if windows:
            running = _at_windows(running)
        actor.perform(running, say=say)
        counted = tally(plan)
        lines = compared(counted, reading.reported(running, counted))
        entries, faults = reading.verified(desk)
        running.close()
    return Outcome(lines=lines, entries=entries, faults=faults)


def _at_windows(running: Site) -> Site:
    """Open the real window on the desk of a site; it begins with the sign-in page."""
    from assessdesk.gui.application import Application
    from assessdesk.gui.walkthrough import Walkthrough
    from simulation.windows import WindowSite

    running.close()
    application = Application(running.desk, logs=running.folders.root / "logs")
    window = application.window
    window.start()
    window.resize(*SIZE)
    window.show()
    window.activateWindow()
    walk = Walkthrough(window)
    walk.until(window.isActiveWindow, "the window to be active")
    return WindowSite(
        plan=running.plan,
        desk=running.desk,
        clock=running.clock,
        folders=running.folders,
        walk=walk,
        application=application,
    )
