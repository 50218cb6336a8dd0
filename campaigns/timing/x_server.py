"""An X server of the campaign's own, and a keyboard on it whose presses carry the sender's own time.

The keyboard is another client than the window under test, so that its clock readings are a truth apart. It must not
know what is timed.
"""

from __future__ import annotations

import os
import select
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from Xlib import X
from Xlib.display import Display
from Xlib.ext import xtest

SERVER = "Xvfb"
SCREEN = "1920x1200x24"
START_SECONDS = 15
KEYS = {
    "space": 0x20,
    "up": 0xFF52,
    "n": ord("n"),
    "escape": 0xFF1B,
    "tab": 0xFF09,
    "home": 0xFF50,
}
"""Key symbols of X11 (keysymdef.h) by the names used here."""
WHEEL_UP, WHEEL_DOWN = 4, 5


class NoXServer(RuntimeError):
    """The campaign cannot have the X server it needs; the sentence names the remedy."""


@contextmanager
def x_server() -> Iterator[str]:
    """Start an X server on a free display and give its name. Raises NoXServer."""
    if sys.platform != "linux":
        raise NoXServer("Real key events are sent through X11, so the timing campaign runs on Linux only.")
    program = shutil.which(SERVER)
    if program is None:
        raise NoXServer(
            f"The timing campaign needs the program {SERVER}, which is not installed. "
            "On Debian and Ubuntu: sudo apt-get install xvfb"
        )
    reading, writing = os.pipe()
    command = [program, "-displayfd", str(writing), "-screen", "0", SCREEN, "-nolisten", "tcp", "-noreset"]
    with subprocess.Popen(command, pass_fds=(writing,), stderr=subprocess.DEVNULL) as server:
        os.close(writing)
        try:
            yield f":{_display_number(reading)}"
        finally:
            os.close(reading)
            server.terminate()


def _display_number(reading: int) -> int:
    """Return the display number that the server writes when it can be reached."""
    said = b""
    until = time.monotonic() + START_SECONDS
    while not said.endswith(b"\n"):
        ready, _, _ = select.select([reading], [], [], max(0.0, until - time.monotonic()))
        more = os.read(reading, 16) if ready else b""
        if not more:
            raise NoXServer(
                f"{SERVER} did not start within {START_SECONDS} s. Try `{SERVER} :99` by hand for its reason."
            )
        said += more
    return int(said)


@dataclass(frozen=True, slots=True)
class Press:
    """When a key went down, in ms of CLOCK_MONOTONIC, and how wide the bracket of the two readings around it was."""

    ms: float
    bracket_ms: float


class Keyboard:
    """Sends real key and wheel events to whichever window has the focus."""

    def __init__(self, display: str) -> None:
        self._display = Display(display)
        self._codes = {name: self._display.keysym_to_keycode(symbol) for name, symbol in KEYS.items()}

    def close(self) -> None:
        """Leave the server."""
        self._display.close()

    def press(self, key: str) -> Press:
        """Push a key down and leave it there."""
        return self._send(X.KeyPress, self._codes[key])

    def release(self, key: str) -> None:
        """Let a key go."""
        self._send(X.KeyRelease, self._codes[key])

    def tap(self, key: str) -> Press:
        """Push a key down and let it go at once."""
        pressed = self.press(key)
        self.release(key)
        return pressed

    def turn_wheel(self, button: int) -> None:
        """Turn the wheel by one notch over whatever stands under the pointer."""
        self._send(X.ButtonPress, button)
        self._send(X.ButtonRelease, button)

    def point_at(self, x: int, y: int) -> None:
        """Move the pointer to a place on the screen, in pixels."""
        xtest.fake_input(self._display, X.MotionNotify, x=x, y=y)
        self._display.sync()

    def _send(self, kind: int, detail: int) -> Press:
        """Send one event; the server has it at some moment between the two readings."""
        before = time.monotonic_ns()
        xtest.fake_input(self._display, kind, detail)
        self._display.sync()
        after = time.monotonic_ns()
        return Press(ms=(before + after) / 2e6, bracket_ms=(after - before) / 1e6)
