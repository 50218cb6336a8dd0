"""`python -m simulation STUDY`: simulate a whole study, print the table, end with 1 when any number differs."""

from __future__ import annotations

import argparse
import sys
import time
import traceback
from pathlib import Path

from assessdesk.leavings import emptied
from assessdesk.ports import Refusal
from simulation import people, site
from simulation.comparison import table
from simulation.planning import plan_study
from simulation.protocol import PROTOCOLS
from simulation.running import simulate

SEED = 2025
AT_WINDOWS = 3


def say(text: str) -> None:
    """Print one line at once."""
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


def main() -> int:
    """Run what the command line names."""
    parser = argparse.ArgumentParser(prog="simulate", description=__doc__)
    parser.add_argument("study", choices=tuple(PROTOCOLS))
    parser.add_argument("--out", type=Path, help="the folder to fill (default: a new temporary one)")
    parser.add_argument("--seed", type=int, default=SEED, help=f"what everything is drawn from (default: {SEED})")
    parser.add_argument("--participants", type=int, help="fewer than the study plans, for a quick look")
    parser.add_argument(
        "--windows",
        action="store_true",
        help=f"work at the real windows, with {AT_WINDOWS} participants unless told otherwise",
    )
    arguments = parser.parse_args()
    protocol = PROTOCOLS[arguments.study]
    participants = arguments.participants or (AT_WINDOWS if arguments.windows else None)
    plan = plan_study(protocol, arguments.seed, participants)
    try:
        folders = emptied(arguments.out, "simulation")
    except Refusal:
        sys.exit(f"simulate: {arguments.out} holds something else. Name a new folder, or empty that one.")
    say(f"{protocol.study}: {len(plan.people)} participants, {len(plan.acts)} things happen, seed {plan.seed}.")
    began = time.monotonic()
    try:
        with site.in_memory(folders) as working:
            outcome = simulate(plan, working, say=say, windows=arguments.windows)
    except (Refusal, TimeoutError, LookupError, RuntimeError):
        # The windows have taken over what happens to an exception that nobody catches.
        say(f"The simulation stopped.\n{traceback.format_exc()}")
        return 1
    (folders.root / site.TALLY).write_text("\n".join(table(outcome.lines, whole=True)) + "\n", encoding="utf-8")
    say("")
    for line in table(outcome.lines, whole=False):
        say(line)
    say(f"{outcome.entries} entries, {'unbroken' if not outcome.faults else 'CHAIN BROKEN'}")
    for fault in outcome.faults:
        say(f"FAULT  {fault}")
    say(f"\nEverything is in {folders.root}; it took {time.monotonic() - began:.0f} s.")
    say(f"The station opens as {people.COORDINATOR} with: {people.PASSPHRASES[people.COORDINATOR]}")
    return 0 if outcome.good else 1


if __name__ == "__main__":
    sys.exit(main())
