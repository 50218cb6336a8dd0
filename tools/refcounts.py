"""Find out whether this PySide6 loses references to None, True or False on this Python.

PySide6 6.12.0 does on CPython 3.11 (singletons are immortal from 3.12 on): every void call takes one reference
off None until the interpreter aborts, long after the tests have passed. It is run at every `check`.
"""

import os
import sys
from collections.abc import Callable

import PySide6
from PySide6 import QtCore, QtWidgets

CALLS = 200
SINGLETONS = (True, False, None)
# Real drift is one reference a call; a few references come and go by themselves.
TOLERANCE = CALLS // 2


class Probe(QtWidgets.QLineEdit):
    """A widget with a signal of its own; both ways of losing a reference go through it."""

    announced = QtCore.Signal(bool)


def lost_references(action: Callable[[], object]) -> int:
    """Return the largest number of references that any of the singletons lost over all calls."""
    before = [sys.getrefcount(singleton) for singleton in SINGLETONS]
    for _ in range(CALLS):
        action()
    after = [sys.getrefcount(singleton) for singleton in SINGLETONS]
    return max(early - late for early, late in zip(before, after, strict=True))


def main() -> int:
    """Print one line and return 1 when references are lost."""
    application = QtWidgets.QApplication([])
    probe = Probe()
    lost = {
        "setEnabled(True)": lost_references(lambda: probe.setEnabled(True)),
        "emit(True)": lost_references(lambda: probe.announced.emit(True)),
    }
    application.processEvents()
    bad = {call: number for call, number in lost.items() if number > TOLERANCE}
    versions = f"PySide6 {PySide6.__version__} on Python {sys.version.split()[0]}"
    if bad:
        print(f"{versions} loses references ({CALLS} calls each): {bad}. Lock another PySide6.")
    else:
        print(f"{versions} keeps its references over {CALLS} calls each")
    return 1 if bad else 0


if __name__ == "__main__":
    status = main()
    sys.stdout.flush()
    # With the defect, an ordinary exit aborts in finalization and hides the answer.
    os._exit(status)
