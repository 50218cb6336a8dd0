"""Today and the search with 5,000 participants at one site, in the real window, and what they do to the start.

Named baselines in the same run: working everybody out anew at each look, which the index in memory spares, and a
station without participants. A look is timed from the act until the window is painted (Qt's offscreen platform);
passphrases cost the least that is allowed, so that they do not hide the rest.
"""

from __future__ import annotations

import os
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from benchmarks import Row, percentile
from benchmarks._crowd import PASSPHRASE, USER, change, make_station, open_desk

NAME = "today"
PARTICIPANTS = 5_000
LOOKS = 150
WARM_UP = 20
RECOMPUTED = 8
STARTS = 5
GOAL_P99_MS = 16.0
GOAL_START = 2.0
START = """
import sys, time
from pathlib import Path
from benchmarks._crowd import PASSPHRASE, USER, open_desk
from assessdesk.gui.application import Application
from assessdesk.gui.page import Destination
from assessdesk.services import session
folder = Path(sys.argv[1])
desk = open_desk(folder)
program = Application(desk, logs=folder / "logs")
program.start()
program.qt.processEvents()
signing_in = time.monotonic_ns()
session.sign_in(desk, USER, PASSPHRASE)
program.window.go(Destination(page="today"))
program.qt.processEvents()
print(signing_in, time.monotonic_ns(), flush=True)
session.lock(desk, "closed")
"""
"""From the start of the interpreter over the sign-in page to Today: the program's own steps without a person."""


def run() -> list[Row]:
    """Write both stations and measure looks and starts."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory() as place:
        full, empty = Path(place) / "full", Path(place) / "empty"
        for folder, participants in ((full, PARTICIPANTS), (empty, 0)):
            folder.mkdir()
            make_station(folder, participants)
        return [*_looks(full), *_starts(full, empty)]


def _looks(folder: Path) -> list[Row]:
    """Measure what a person waits for on Today and on Participants."""
    from assessdesk.gui.application import Application
    from assessdesk.gui.page import Destination
    from assessdesk.services import agenda, session

    desk = open_desk(folder)
    program = Application(desk, logs=folder / "logs")
    session.sign_in(desk, USER, PASSPHRASE)
    window, paint = program.window, program.qt.processEvents
    window.resize(1366, 688)
    window.show()
    window.go(Destination(page="today"))
    paint()
    chance = random.Random(1)  # noqa: S311 - the same looks in every run
    people = desk.ledger.views.participants()

    def after_a_fact() -> Callable[[], object]:
        change(desk, chance.choice(people).participant)
        desk.take_changes()
        return lambda: (window.current().refresh(), paint())

    def typed(page: str) -> Callable[[], Callable[[], object]]:
        def make() -> Callable[[], object]:
            window.go(Destination(page=page))
            code = chance.choice(people).code
            text = code[: chance.randrange(1, len(code))]
            paint()
            return lambda: (_type(window.current(), text), paint())

        return make

    def opened() -> Callable[[], object]:
        window.go(Destination(page="participants"))
        paint()
        return lambda: (window.go(Destination(page="today")), paint())

    rows = [
        _look("Today again after a fact", after_a_fact, LOOKS),
        _look("Today opened from another page", opened, LOOKS),
        _look("a key in Today's search", typed("today"), LOOKS),
        _look("a key in Participants' search", typed("participants"), LOOKS),
    ]
    anew = [_milliseconds(lambda: agenda.recomputed(desk)) for _ in range(RECOMPUTED)]
    indexed = []
    for _ in range(LOOKS):
        change(desk, chance.choice(people).participant)
        indexed.append(_milliseconds(lambda: agenda.agenda_of(desk)))
    least, most = percentile(indexed, 50), percentile(anew, 50)
    shown = len(agenda.agenda_of(desk).rows)
    session.lock(desk, "closed")
    window.close()
    rows.append(
        Row(
            what=f"Today worked out after a fact, {PARTICIPANTS} participants, {shown} rows, median",
            value=f"{least:.2f} ms (P99 {percentile(indexed, 99):.2f})",
            against=f"everybody anew {most:.0f} ms: {least / most:.3f}×",
        )
    )
    return rows


def _type(page: object, text: str) -> None:
    """Put a text into a page's search, as its last key would."""
    from PySide6.QtWidgets import QLineEdit, QWidget

    if isinstance(page, QWidget):
        for line in page.findChildren(QLineEdit):
            if line.isVisible() and line.placeholderText():
                line.setText(text)
                line.textEdited.emit(text)
                return
    raise RuntimeError("the page has no search")


def _look(what: str, prepare: Callable[[], Callable[[], object]], count: int) -> Row:
    """Return the line of one kind of look; what is prepared is not timed."""
    taken = []
    for number in range(WARM_UP + count):
        look = prepare()
        milliseconds = _milliseconds(look)
        if number >= WARM_UP:
            taken.append(milliseconds)
    slowest = percentile(taken, 99)
    return Row(
        what=f"{what}, {PARTICIPANTS} participants, P99 of {count}",
        value=f"{slowest:.1f} ms (median {percentile(taken, 50):.1f})",
        goal=f"≤ {GOAL_P99_MS:.0f} ms",
        met=slowest <= GOAL_P99_MS,
    )


def _starts(full: Path, empty: Path) -> list[Row]:
    """Start both stations in turn; the first turn fills the page cache."""
    whole: dict[Path, list[float]] = {full: [], empty: []}
    signing: dict[Path, list[float]] = {full: [], empty: []}
    for turn in range(STARTS + 1):
        for folder in (full, empty):
            all_of_it, sign_in = _started(folder)
            if turn:
                whole[folder].append(all_of_it)
                signing[folder].append(sign_in)
    return [
        _start_row("start until Today is painted", whole[full], whole[empty], goal=True),
        _start_row("of that, from signing in until Today is painted", signing[full], signing[empty], goal=False),
    ]


def _start_row(what: str, full: list[float], empty: list[float], *, goal: bool) -> Row:
    ratio = percentile(full, 50) / percentile(empty, 50)
    return Row(
        what=f"{what}, {PARTICIPANTS} participants, median of {len(full)}",
        value=f"{percentile(full, 50):.0f} ms",
        against=f"empty station {percentile(empty, 50):.0f} ms: {ratio:.2f}×",
        goal=f"< {GOAL_START:.0f}×" if goal else "",
        met=ratio < GOAL_START if goal else None,
    )


def _started(folder: Path) -> tuple[float, float]:
    """Start a process; return the ms until Today was painted, from its start and from signing in. Raises RuntimeError."""
    environment = {"QT_QPA_PLATFORM": "offscreen", **os.environ}
    before = time.monotonic_ns()
    done = subprocess.run(
        [sys.executable, "-c", START, str(folder)], env=environment, capture_output=True, text=True, check=False
    )
    times = done.stdout.split()
    if done.returncode or len(times) != 2:  # noqa: PLR2004 - signing in, painted
        raise RuntimeError(f"Today was not painted:\n{done.stdout}{done.stderr}")
    signing_in, painted = map(int, times)
    return (painted - before) / 1e6, (painted - signing_in) / 1e6


def _milliseconds(work: Callable[[], object]) -> float:
    """Return how long a call took."""
    began = time.perf_counter_ns()
    work()
    return (time.perf_counter_ns() - began) / 1e6
