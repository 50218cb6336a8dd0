"""The demo: the real program on a throw-away folder, driven through one visit, from set-up to central's receipt.

Participants are invented and nothing is faked: real keys, real ledger, real windows, real packages. Only the clock is
hurried, so that nobody waits for the rests between trials; a hurried clock moves both clocks together.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from pathlib import Path

from assessdesk.bootstrap import build_desk
from assessdesk.config import Config
from assessdesk.gui.application import Application
from assessdesk.gui.demo.visit import DemoVisit
from assessdesk.gui.demo.walkthrough import Walkthrough
from assessdesk.leavings import Leavings, emptied
from assessdesk.ports import Refusal
from assessdesk.services.desk import Desk
from assessdesk.system import SystemClock

STUDY, SITE = "KCT0008961", "S01"
USER = "AS-04"
PASSPHRASE = "seven quiet herons wade"  # noqa: S105 - of an invented person, for a folder that is thrown away
SCREENS = "screens"
"""Where pictures of the windows go."""
WIDTH, HEIGHT = 1366, 688

Command = Callable[[Sequence[str]], int]


class HurriedClock(SystemClock):
    """The machine's clocks, with time skipped on both alike."""

    def __init__(self) -> None:
        """Begin with nothing skipped."""
        self._skipped_ms = 0

    def let_pass(self, seconds: int) -> None:
        """Let this many seconds have passed."""
        self._skipped_ms += seconds * 1000

    def now(self) -> datetime:
        """Return the wall clock with what was skipped."""
        return super().now() + timedelta(milliseconds=self._skipped_ms)

    def monotonic_ms(self) -> int:
        """Return the monotonic clock with what was skipped."""
        return super().monotonic_ms() + self._skipped_ms


def run_demo(out: Path | None, *, keep_open: bool, command: Command) -> int:
    """Drive the program and print the closing table; 0 when all that was captured is held by central.

    `command` is the program's own command line, with which central is set up and fed. Raises Refusal when the folder
    holds something that is not an earlier demo.
    """
    left = emptied(out, "demo")
    _say("Central is set up.")
    _done(command(["central", "init", "--db", left.central, "--keys", str(left.keys), "--study", STUDY]))
    clock = HurriedClock()
    desk = build_desk(Config(station=left.station, logs=left.logs), clock=clock)
    with desk.store.hold():
        try:
            return _drive(desk, clock, left, keep_open=keep_open, command=command)
        except (TimeoutError, LookupError) as error:
            _say(f"The demo stopped: {error}")
            return 1


def _drive(desk: Desk, clock: HurriedClock, left: Leavings, *, keep_open: bool, command: Command) -> int:
    """Walk through the windows, let central take the package in, and read its receipt."""
    application = Application(desk, logs=left.logs)
    window = application.window
    window.start()
    window.resize(WIDTH, HEIGHT)
    window.show()
    window.activateWindow()
    visit = DemoVisit(Walkthrough(window, left.root / SCREENS), desk, let_pass=clock.let_pass, say=_say)
    visit.set_up(
        study=STUDY,
        site=SITE,
        card=left.central_card,
        escrow=left.keys,
        user=USER,
        passphrase=PASSPHRASE,
    )
    left.note_opening(USER, PASSPHRASE)
    fingerprint = visit.hand_card(left.station_card)
    enrol = ["central", "enrol", "--db", left.central, "--card", str(left.station_card), "--fingerprint", fingerprint]
    _done(command(enrol))
    visit.register_devices()
    visit.morning(passphrase=PASSPHRASE, summary=left.root / "summary.pdf")
    visit.export(left.packages)
    ingest = ["central", "ingest", str(left.packages), "--db", left.central]
    _done(command([*ingest, "--keys", str(left.keys), "--receipts", str(left.receipts)]))
    visit.read_receipt(next(left.receipts.glob("*.age")))
    good = visit.close(_table(left))
    if keep_open:
        return application.qt.exec()
    visit.lock()
    window.close()
    _say(f"\nEverything is in {left.root}")
    return 0 if good else 1


def _table(left: Leavings) -> Callable[[Sequence[tuple[str, str]]], None]:
    """Return a printer of the closing table."""

    def show(lines: Sequence[tuple[str, str]]) -> None:
        rows = [*lines, ("Pictures", str(len(list((left.root / SCREENS).glob("*.png")))))]
        width = max(len(what) for what, _ in rows)
        _say("")
        for what, result in rows:
            _say(f"  {what.ljust(width)}  {result}")

    return show


def _done(status: int) -> None:
    """Stop when a command of central failed; its own sentence was printed already."""
    if status != 0:
        raise Refusal("DEMO_STOPPED", status=status)


def _say(text: str) -> None:
    """Print one line at once."""
    sys.stdout.write(text + "\n")
    sys.stdout.flush()
