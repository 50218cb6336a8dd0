"""The demo: the real program on a throw-away folder, driven through one visit, from set-up to central's receipt.

Participants are invented and nothing is faked: real keys, real ledger, real windows, real packages. Only the clock is
hurried, so that nobody waits for the rests between trials; a hurried clock moves both clocks together.
"""

from __future__ import annotations

import json
import shutil
import sys
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from assessdesk.bootstrap import build_desk
from assessdesk.config import Config
from assessdesk.gui.application import Application
from assessdesk.gui.demo.visit import DemoVisit
from assessdesk.gui.demo.walkthrough import Walkthrough
from assessdesk.ports import Refusal
from assessdesk.services.desk import Desk
from assessdesk.system import SystemClock

STUDY = "KCT0008961"
USER = "AS-04"
PASSPHRASE = "seven quiet herons wade"  # noqa: S105 - of an invented person, for a folder that is thrown away
NOTE = "demo.json"
MARK = "DEMO.txt"
MARK_TEXT = "Made by `assessdesk demo` with invented participants. The next demo in this folder removes it.\n"
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


@dataclass(frozen=True, slots=True)
class Leavings:
    """What the demo leaves behind in its folder."""

    root: Path

    @property
    def station(self) -> Path:
        """The station's folder."""
        return self.root / "station"

    @property
    def keys(self) -> Path:
        """Central's keys and card, and the site's escrow key."""
        return self.root / "keys"

    @property
    def packages(self) -> Path:
        """What was exported."""
        return self.root / "packages"

    @property
    def receipts(self) -> Path:
        """What central answered."""
        return self.root / "receipts"

    @property
    def screens(self) -> Path:
        """Pictures of the windows on the way."""
        return self.root / "screens"

    @property
    def summary(self) -> Path:
        """The participant's page."""
        return self.root / "summary.pdf"

    @property
    def central(self) -> Path:
        """Central's database."""
        return self.root / "central.sqlite"

    @property
    def central_url(self) -> str:
        """Central's database as a URL."""
        return f"sqlite:///{self.central.as_posix() if sys.platform == 'win32' else self.central}"


def run_demo(out: Path | None, *, keep_open: bool, command: Command) -> int:
    """Drive the program and print the closing table; 0 when all that was captured is held by central.

    `command` is the program's own command line, with which central is set up and fed. Raises Refusal when the folder
    holds something that is not an earlier demo.
    """
    left = Leavings(_emptied(out))
    for folder in (left.keys, left.packages, left.receipts):
        folder.mkdir(parents=True)
    _say("Central is set up.")
    _done(command(["central", "init", "--db", left.central_url, "--keys", str(left.keys), "--study", STUDY]))
    clock = HurriedClock()
    desk = build_desk(Config(station=left.station, logs=left.root / "logs"), clock=clock)
    with desk.store.hold():
        try:
            return _drive(desk, clock, left, keep_open=keep_open, command=command)
        except (TimeoutError, LookupError) as error:
            _say(f"The demo stopped: {error}")
            return 1


def _drive(desk: Desk, clock: HurriedClock, left: Leavings, *, keep_open: bool, command: Command) -> int:
    """Walk through the windows, let central take the package in, and read its receipt."""
    application = Application(desk, logs=left.root / "logs")
    window = application.window
    window.start()
    window.resize(WIDTH, HEIGHT)
    window.show()
    window.activateWindow()
    visit = DemoVisit(Walkthrough(window, left.screens), desk, let_pass=clock.let_pass, say=_say)
    visit.set_up(study=STUDY, card=left.keys / "central-card.json", escrow=left.keys, user=USER, passphrase=PASSPHRASE)
    note = {"user": USER, "passphrase": PASSPHRASE, "note": "An invented person; this folder is a demo."}
    (left.station / NOTE).write_text(json.dumps(note, indent=1), encoding="utf-8")
    card = left.keys / "station-card.json"
    fingerprint = visit.hand_card(card)
    enrol = ["central", "enrol", "--db", left.central_url, "--card", str(card), "--fingerprint", fingerprint]
    _done(command(enrol))
    visit.register_device()
    visit.morning(passphrase=PASSPHRASE, summary=left.summary)
    visit.export(left.packages)
    ingest = ["central", "ingest", str(left.packages), "--db", left.central_url]
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
        rows = [*lines, ("Pictures", str(len(list(left.screens.glob("*.png")))))]
        width = max(len(what) for what, _ in rows)
        _say("")
        for what, result in rows:
            _say(f"  {what.ljust(width)}  {result}")

    return show


def _emptied(out: Path | None) -> Path:
    """Return an empty folder: a new one, or the one named, from which only an earlier demo is removed."""
    if out is None:
        return Path(tempfile.mkdtemp(prefix="assessdesk-demo-"))
    folder = out.absolute()
    if folder.exists() and any(folder.iterdir()):
        if not (folder / MARK).is_file():
            raise Refusal("DEMO_FOLDER_NOT_EMPTY", folder=folder)
        shutil.rmtree(folder)
    folder.mkdir(parents=True, exist_ok=True)
    (folder / MARK).write_text(MARK_TEXT, encoding="utf-8")
    return folder


def _done(status: int) -> None:
    """Stop when a command of central failed; its own sentence was printed already."""
    if status != 0:
        raise Refusal("DEMO_STOPPED", status=status)


def _say(text: str) -> None:
    """Print one line at once."""
    sys.stdout.write(text + "\n")
    sys.stdout.flush()
