"""The site at which people sit before the real window: signing in and out, going to a page, giving a reason, signing.

It must not know what happens in the study.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from dataclasses import dataclass, field

from PySide6.QtCore import Qt

from assessdesk.gui.application import Application
from assessdesk.gui.demo.walkthrough import Key, Walkthrough
from assessdesk.gui.page import Destination
from simulation import people
from simulation.workplace import Site

CONTROL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
SIZE = (1366, 688)


class Watch:
    """The stopwatch's clock: it moves with the stamps of the keys, so that every time comes out as planned."""

    ms = 5_000_000

    def now_ms(self) -> int:
        """Return the reading of the moment."""
        return self.ms


@dataclass(slots=True)
class WindowSite(Site):
    """A site at which one works with the windows."""

    walk: Walkthrough = field(kw_only=True)
    application: Application = field(kw_only=True)
    """Kept, so that Qt lives as long as the site."""
    watch: Watch = field(kw_only=True, default_factory=Watch)

    def sign_in(self, user: str) -> None:
        """Let somebody sign in on the first page, unless that person sits there already."""
        if self.desk.opened is not None and self.desk.author.user == user:
            return
        self.close()
        self.walk.type("Assessor code", user)
        self.walk.type("Passphrase", people.PASSPHRASES[user])
        self.walk.click("Sign in")
        self.walk.until(lambda: self.desk.opened is not None and self.walk.has("Lock"), f"{user} to be signed in")

    def close(self) -> None:
        """Lock the station by its key."""
        if self.desk.opened is not None:
            self.go("today")
            self.walk.press(Key.Key_L, CONTROL)
            self.walk.until(lambda: self.desk.opened is None, "the station to lock")

    def go(self, page: str, person: int = 0, *, planned: str = "", visit: str = "", instrument: str = "") -> None:
        """Show a page, of a participant by the number in the plan."""
        participant = self.ids[person] if person else ""
        self.walk.window.go(
            Destination(page=page, participant=participant, planned=planned, visit=visit, instrument=instrument)
        )

    @contextlib.contextmanager
    def recording(self, what: str) -> Iterator[None]:
        """Wait at the end until something new stands in the ledger and the page is free again. Raises TimeoutError."""
        before, window = self.desk.ledger.head().seq, self.walk.window
        yield
        self.walk.until(lambda: self.desk.ledger.head().seq > before and not window.busy(), f"{what} to be recorded")

    def choose_reason(self, keys: str) -> None:
        """Choose from a list of reasons by its digits."""
        for digit in keys:
            self.walk.press(Key(Key.Key_0 + int(digit)))
        self.walk.press(Key.Key_Return)

    def sign(self, visit: str) -> None:
        """Sign the visit that is reviewed, after re-authentication."""
        before = self._signatures(visit)
        self.walk.press(Key.Key_D, ALT)
        self.walk.type("Passphrase", people.PASSPHRASES[self.desk.author.user])
        self.walk.press(Key.Key_Return)
        self.walk.until(lambda: self._signatures(visit) > before, "the visit to be signed")

    def _signatures(self, visit: str) -> int:
        entries = self.desk.ledger.entries(kinds=("visit.signed",))
        return sum(getattr(entry.event, "visit", "") == visit for entry in entries)


def sit_down(running: Site) -> WindowSite:
    """Open the real window on the desk of a new site; it begins with the set-up page."""
    application = Application(running.desk, logs=running.folders.logs)
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
