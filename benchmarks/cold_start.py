"""From the start of the interpreter to the first painted window: the program beside a bare PySide6 window.

The program is started as a person starts it (`assessdesk run`), on a new folder and on a station that waits for a
sign-in; all kinds take turns, so that a busy machine hits them alike. Files are in the page cache after the first turn.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from benchmarks import Row, percentile
from campaigns.kill import make_station

NAME = "cold-start"
TURNS = 15
WATCH = """
import time
from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QWidget

class FirstPaint(QObject):
    def __init__(self, program):
        super().__init__()
        self.program = program
        program.installEventFilter(self)
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint and isinstance(watched, QWidget):
            self.program.removeEventFilter(self)
            # Behind the whole picture, which is painted in one go.
            QTimer.singleShot(0, self.tell)
        return False
    def tell(self):
        print(time.monotonic_ns(), flush=True)
        self.program.exit(0)
"""
BARE = (
    WATCH
    + """
from PySide6.QtWidgets import QApplication, QLabel
program = QApplication([])
window = QLabel("AssessDesk")
first = FirstPaint(program)
window.showMaximized()
program.exec()
"""
)
# In the order of `assessdesk run`: PySide6 looks into every module that is imported after it, which takes its time.
PROGRAM = (
    "from assessdesk import bootstrap, cli"
    + WATCH
    + """
import sys
from assessdesk.gui import application
show = application.Application.start
def start(self):
    self.first = FirstPaint(self.qt)
    show(self)
application.Application.start = start
cli.main(["run", "--station", sys.argv[1]])
"""
)


def run() -> list[Row]:
    """Start each kind in turn and return the medians and their ratio to the bare window."""
    with tempfile.TemporaryDirectory() as place:
        made = Path(place) / "made" / "station"
        make_station(made)
        kinds = {
            "bare": (BARE, ""),
            "first start (set-up page)": (PROGRAM, str(Path(place) / "new" / "station")),
            "daily start (sign-in page)": (PROGRAM, str(made)),
        }
        taken: dict[str, list[float]] = {kind: [] for kind in kinds}
        for turn in range(TURNS + 1):
            for kind, (script, folder) in kinds.items():
                milliseconds = _first_paint(script, folder)
                if turn:  # the first turn fills the page cache
                    taken[kind].append(milliseconds)
    bare = percentile(taken.pop("bare"), 50)
    return [
        Row(
            what=f"first painted window, {kind}, median of {TURNS}",
            value=f"{percentile(values, 50):.0f} ms (P99 {percentile(values, 99):.0f})",
            against=f"bare window {bare:.0f} ms: {percentile(values, 50) / bare:.2f}×",
        )
        for kind, values in taken.items()
    ]


def _first_paint(script: str, folder: str) -> float:
    """Start a process and return the ms until its first window was painted. Raises RuntimeError."""
    environment = {"QT_QPA_PLATFORM": "offscreen", **os.environ}
    before = time.monotonic_ns()
    done = subprocess.run(
        [sys.executable, "-c", script, folder], env=environment, capture_output=True, text=True, check=False
    )
    painted = done.stdout.strip()
    if done.returncode or not painted.isdigit():
        raise RuntimeError(f"no window was painted:\n{done.stdout}{done.stderr}")
    return (int(painted) - before) / 1e6
