"""Performs a visit on the real windows: opened with the second identifier, every instrument by keys, reviewed, signed.

What the program finds unusual is confirmed with a reason; extra trials are declined. It must not know any scoring.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from assessdesk.gui.demo.walkthrough import Key
from assessdesk.gui.fields.stopwatch import StopwatchClock
from assessdesk.gui.pages.review import ReviewPage
from assessdesk.gui.pages.visit import VisitPage
from assessdesk.ports import VisitRow
from assessdesk.services.beginning import Beginning, beginning_of
from assessdesk.services.capture_view import StepView, capture_view
from assessdesk.services.unscheduled import offered
from simulation.acts import Corrected, Visited
from simulation.windows import adverse
from simulation.windows.sitting import ALT, WindowSite

PLAIN_TEXT = "standard"
STEP_S, REST_S = 4, 61
SETTLE_MS = 20
"""How long the windows may take to move the focus after a key of the stopwatch."""
WAYS = {"nothing": "Nothing"}
UNSURE = {"cannot_say": "I cannot say"}


def perform(site: WindowSite, act: Visited) -> None:
    """Open a visit, or go on with it, take everything down, and sign where it ends."""
    visit = _opened(site, act)
    for name, typed in act.typed.items():
        _instrument(site, act.person, visit, name, typed)
    if not act.last:
        return
    if act.held:
        _bar(site, act.person, visit)
    if act.report:
        adverse.report(site, act.person, visit, act.report, act.grade)
    _review(site, act.person, visit)
    if act.way:
        _log(site, act)
    site.sign(visit)


def correct(site: WindowSite, act: Corrected) -> None:
    """Correct a value on the review page, with its reason, and sign anew; the signature raises a query by rule."""
    walk, visit = site.walk, site.visit(act.person, act.visit)
    _review(site, act.person, visit)
    walk.press(Key.Key_C, ALT)
    page = walk.page("review")
    if not isinstance(page, ReviewPage):
        raise TypeError(type(page).__name__)
    places = [(row.instrument, row.slot) for row in page.correction.values.rows_model().rows()]
    for _ in range(places.index((act.instrument, act.slot))):
        walk.press(Key.Key_Down)
    walk.press(Key.Key_Return)
    for text in (act.text, act.reason):
        walk.write(text)
        walk.press(Key.Key_Return)
    site.sign(visit)
    rows = [row for row in site.desk.ledger.views.queries() if row.visit == visit and row.slot == act.slot]
    site.queries[act.person, act.visit, act.slot] = rows[-1].query


def _opened(site: WindowSite, act: Visited) -> str:
    """Open a visit of the plan, or go on with it, or open one that nobody planned; return its id."""
    walk, year = site.walk, str(site.plan.people[act.person - 1].birth_year)
    known = {row.visit for row in _visits(site, act.person)}
    site.go("participant", act.person, planned=act.visit)
    if act.visit:
        walk.press(Key.Key_Return)
        walk.type("Year of birth", year)
        walk.press(Key.Key_Return)
        if walk.has("Reason for opening outside the window"):
            walk.type("Reason for opening outside the window", act.reason)
            walk.press(Key.Key_Return)
        return site.visit(act.person, act.visit)
    walk.press(Key.Key_U)
    walk.type("Year of birth", year)
    walk.type("Reason for an unscheduled visit", act.reason)
    for one in offered(site.desk):
        if one.id in act.typed:
            walk.type(one.title.get("en"), " ")
    walk.press(Key.Key_Return)
    (new,) = {row.visit for row in _visits(site, act.person)} - known
    return new


def _visits(site: WindowSite, person: int) -> Sequence[VisitRow]:
    return site.desk.ledger.views.visits(site.ids[person])


def _bar(site: WindowSite, person: int, visit: str) -> None:
    """State that what asks for effort is not done."""
    site.go("visit", person, visit=visit)
    site.walk.press(Key.Key_S, ALT)
    site.walk.type("Reason for the release", "Fever")
    with site.recording("what was not done"):
        site.walk.press(Key.Key_D, ALT)


def _instrument(site: WindowSite, person: int, visit: str, name: str, typed: Mapping[str, str]) -> None:
    """Answer step after step by keyboard until an instrument is finished."""
    desk, participant = site.desk, site.ids[person]
    asked = beginning_of(desk, desk.record(participant), visit, name)
    # Each timed step takes the clock that it finds when it is shown.
    _page(site).board.timed.clock = StopwatchClock(stamped=True, now_ms=site.watch.now_ms)
    site.go("visit", person, visit=visit, instrument=name)
    _settle(site, asked)
    while (step := _step(site, participant, visit, name)).kind != "finished":
        site.clock.let_pass(REST_S if step.rest else STEP_S)
        before = desk.ledger.head().seq
        _answer(site, step, typed.get(step.slot, ""))
        if desk.ledger.head().seq == before:  # unusual: it asks for a reason
            site.choose_reason("1")
        if desk.ledger.head().seq == before:
            focus = QApplication.focusWidget()
            raise RuntimeError(
                f"nothing was recorded at {name} {step.slot} by the keys to {focus}; seen: {site.walk.names()}"
            )


def _settle(site: WindowSite, asked: Beginning) -> None:
    """Say that it is held on site, which is offered, and why something is otherwise than last time."""
    if asked.settled:
        return
    panel = _page(site).beginning
    first = panel.mode or panel.reason
    if first is None:  # only told that a certificate lacks
        site.walk.until(panel.isVisible, "the panel before the instrument")
        site.walk.press(Key.Key_Return)
        return
    site.walk.until(lambda: _within(first), "the questions before the instrument to have the keys")
    if asked.modes:
        site.walk.press(Key.Key_Return)
    if asked.findings:
        site.choose_reason("1")


def _step(site: WindowSite, participant: str, visit: str, name: str) -> StepView:
    return capture_view(site.desk, site.desk.record(participant), visit, name, language="en").step


def _answer(site: WindowSite, step: StepView, text: str) -> None:
    """Answer one step."""
    walk = site.walk
    if text.startswith("ND"):
        walk.press(Key.Key_N)
        site.choose_reason(next(one.key for one in site.desk.library.reasons.not_done if one.code == text))
    elif step.kind == "timed":
        _time(site, step, text)
    elif step.kind == "confirm":
        site.choose_reason("1")
    elif step.kind == "offer":
        walk.press(Key.Key_N)
    elif step.kind == "choice":
        codes = [option.code for option in step.options]
        if not step.offered or (text and step.offered != text):
            walk.press(Key(Key.Key_1 + (codes.index(text) if text else 0)))
        walk.press(Key.Key_Return)
    else:
        wanted = text or (PLAIN_TEXT if step.kind == "text" else "")
        if wanted and step.offered != wanted:
            walk.write(wanted)
        walk.press(Key.Key_Return)


def _time(site: WindowSite, step: StepView, text: str) -> None:
    """Start, tap what is counted, stop: each key carries the moment at which it was pressed."""
    face = _page(site).board.timed.face
    site.walk.until(face.hasFocus, "the stopwatch to have the keys")
    began, length = site.watch.ms, int(text.replace(".", "")) * 10
    _stamped(site, Key.Key_Space, began)
    site.walk.until(face.hasFocus, "the running stopwatch to have the keys")
    for tap in range(1, step.repetitions):
        _stamped(site, Key.Key_Up, began + length * tap // step.repetitions)
    _stamped(site, Key.Key_Space, began + length)


def _stamped(site: WindowSite, key: Key, at_ms: int) -> None:
    site.watch.ms = at_ms
    event = QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier, "", False)
    event.setTimestamp(at_ms)
    QApplication.sendEvent(QApplication.focusWidget() or site.walk.window, event)
    site.walk.pause(SETTLE_MS)


def _page(site: WindowSite) -> VisitPage:
    page = site.walk.page("visit")
    if not isinstance(page, VisitPage):
        raise TypeError(type(page).__name__)
    return page


def _review(site: WindowSite, person: int, visit: str) -> None:
    site.go("review", person, visit=visit)
    site.walk.wait_for("Passphrase")


def _log(site: WindowSite, act: Visited) -> None:
    """Fill in the blinding log that stands before the signature."""
    conduct = site.desk.in_force.conduct
    ways = {way.id: way.title.get("en") for way in (conduct.blinding.ways if conduct.blinding else ())} | WAYS
    guesses = {arm.id: arm.title.get("en") for arm in conduct.arms} | UNSURE
    site.walk.click(f"Did anything tell you the group?: {ways[act.way]}")
    site.walk.click(f"Which group would you guess?: {guesses[act.guess]}")
    with site.recording("the blinding log"):
        site.walk.press(Key.Key_B, ALT)


def _within(widget: QWidget | None) -> bool:
    """Say whether the keys go to something inside a widget."""
    focus = QApplication.focusWidget()
    return widget is not None and focus is not None and widget.isAncestorOf(focus)
