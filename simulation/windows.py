"""Performs what people do at the windows through the real windows, by keys and accessible names, as a person would.

Signing in, enrolling, allocating, missed visits, planned visits with stopwatch and signature, corrections, sessions and
calls go this way; the rest goes through the use cases. It must not know any scoring.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from assessdesk.domain.eligibility import EXCLUSION, INCLUSION, NUMBER
from assessdesk.gui.application import Application
from assessdesk.gui.page import Destination
from assessdesk.gui.pages.review import ReviewPage
from assessdesk.gui.pages.visit import VisitPage
from assessdesk.gui.stopwatch import StopwatchClock
from assessdesk.gui.walkthrough import Key, Walkthrough
from assessdesk.services import adverse_events, assessments
from assessdesk.services.beginning import Beginning, beginning_of
from assessdesk.services.capture_view import StepView, capture_view
from simulation import people, telling, windows_between
from simulation.acts import Act, Allocated, Called, Corrected, Enrolled, Missed, Trained, Visited
from simulation.describing import described
from simulation.workplace import Site

CONTROL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
PLAIN_TEXT = "standard"
STEP_S, REST_S = 4, 61
SETTLE_MS = 20
"""How long the windows may take to move the focus after a key of the stopwatch."""
DIGITS = {"yes": Key.Key_1, "no": Key.Key_2}
LANGUAGES = {"ko": "Korean", "zh": "Chinese"}
WAYS = {"nothing": "Nothing"}
UNSURE = {"cannot_say": "I cannot say"}


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
            self.walk.window.go(Destination(page="today"))
            self.walk.press(Key.Key_L, CONTROL)
            self.walk.until(lambda: self.desk.opened is None, "the station to lock")

    def perform_by_hand(self, act: Act) -> bool:
        """Perform an act at the windows; False where it is not one for them."""
        match act:
            case Enrolled():
                self._enrol(act)
            case Missed():
                self._miss(act)
            case Visited() if act.visit:
                self._visit(act)
            case Corrected():
                self._correct(act)
            case Allocated():
                windows_between.allocate(self.walk, self.desk, self.ids[act.person], act)
            case Trained():
                windows_between.session(self.walk, self.desk, self.ids[act.person], act)
            case Called():
                windows_between.call(self.walk, self.desk, self.ids[act.person], act)
            case _:
                return False
        if isinstance(act, Trained | Called):
            telling.describe(self, self.desk.record(self.ids[act.person]), act.term, act.grade)
        self.walk.window.go(Destination(page="today"))
        return True

    def _enrol(self, act: Enrolled) -> None:
        """Answer the criteria and state who joins."""
        walk, person, study = self.walk, act.person, self.desk.in_force
        before = len(self.desk.ledger.views.participants())
        walk.window.go(Destination(page="today"))
        walk.click("New participant")
        for kind in (INCLUSION, EXCLUSION):
            for criterion in (one for one in study.conduct.eligibility if one.kind == kind):
                answer = person.answers.get(criterion.id, "")
                if criterion.answer == NUMBER:
                    walk.write(answer)
                    walk.press(Key.Key_Return)
                else:
                    walk.press(DIGITS.get(answer, Key.Key_3))
        walk.write(person.consent.isoformat())
        walk.click("Version of the consent form: 1.0")
        walk.type("Year of birth", str(person.birth_year))
        walk.click(f"Dominant hand: {person.hand}")
        walk.click(f"Speaks: {LANGUAGES[self.plan.protocol.language]}")
        walk.type(study.anchor.get("en"), person.anchor.isoformat())
        walk.press(Key.Key_Return, CONTROL)
        walk.until(lambda: walk.has("Change care facts"), "the participant's page")
        rows = self.desk.ledger.views.participants()
        if len(rows) != before + 1:
            raise RuntimeError(f"participant {person.number} was not enrolled")
        self.ids[person.number] = rows[-1].participant

    def _go_to(self, person: int, planned: str) -> None:
        """Show a participant with a visit chosen."""
        self.walk.window.go(Destination(page="participant", participant=self.ids[person], planned=planned))

    def _miss(self, act: Missed) -> None:
        """State a visit as missed on the participant's page."""
        self._go_to(act.person, act.visit)
        self.walk.press(Key.Key_M)
        reasons = {one.code: one.key for one in self.desk.library.reasons.missed}
        self._choose_reason(reasons[act.code])
        self.walk.until(lambda: self._count("visit.missed", act.visit) > 0, "the missed visit")

    def _count(self, kind: str, planned: str) -> int:
        return sum(getattr(entry.event, "planned", "") == planned for entry in self.desk.ledger.entries(kinds=(kind,)))

    def _choose_reason(self, keys: str) -> None:
        """Choose from a list of reasons by its digits."""
        for digit in keys:
            self.walk.press(Key(Key.Key_0 + int(digit)))
        self.walk.press(Key.Key_Return)

    def _visit(self, act: Visited) -> None:
        """Open a visit with the second identifier, take everything down, and sign where it ends."""
        participant = self.ids[act.person]
        visit = self._opened(act)
        for name, typed in act.typed.items():
            self._instrument(participant, visit, name, typed)
        if not act.last:
            return
        record = self.desk.record(participant)
        if act.held:
            assessments.state_barred_not_done(self.desk, record, visit, text="Fever")
        if act.report:
            record = adverse_events.report(self.desk, record, visit, term=act.report)
            event = list(record.visits[visit].adverse_events)[-1]
            adverse_events.complete(self.desk, record, visit, event, described(self, act.report, act.grade))
        self._review(participant, visit)
        if act.way:
            self._log(act)
        self._sign(visit)

    def _opened(self, act: Visited) -> str:
        """Open a planned visit, or go on with it, and return its id."""
        walk = self.walk
        self._go_to(act.person, act.visit)
        walk.press(Key.Key_Return)
        walk.wait_for("Year of birth")
        walk.type("Year of birth", str(self.plan.people[act.person - 1].birth_year))
        walk.press(Key.Key_Return)
        if walk.has("Reason for opening outside the window"):
            walk.type("Reason for opening outside the window", act.reason)
            walk.press(Key.Key_Return)
        rows = self.desk.ledger.views.visits(self.ids[act.person])
        return next(row.visit for row in rows if row.planned == act.visit)

    def _instrument(self, participant: str, visit: str, name: str, typed: Mapping[str, str]) -> None:
        """Answer step after step by keyboard until an instrument is finished."""
        asked = beginning_of(self.desk, self.desk.record(participant), visit, name)
        # Each timed step takes the clock that it finds when it is shown.
        self._capture_page().board.timed.clock = StopwatchClock(stamped=True, now_ms=self.watch.now_ms)
        self.walk.window.go(Destination(page="visit", participant=participant, visit=visit, instrument=name))
        self._settle(asked)
        while (step := self._step(participant, visit, name)).kind != "finished":
            self.clock.let_pass(REST_S if step.rest else STEP_S)
            before = self.desk.ledger.head().seq
            self._answer(step, typed.get(step.slot, ""))
            if self.desk.ledger.head().seq == before:  # unusual: it asks for a reason
                self._choose_reason("1")
            if self.desk.ledger.head().seq == before:
                focus = QApplication.focusWidget()
                raise RuntimeError(
                    f"nothing was recorded at {name} {step.slot} by the keys to {focus}; seen: {self.walk.names()}"
                )

    def _settle(self, asked: Beginning) -> None:
        """Say that it is held on site, which is offered, and why something is otherwise than last time."""
        page = self.walk.page("visit")
        if asked.settled or not isinstance(page, VisitPage):
            return
        first = page.beginning.mode or page.beginning.reason
        self.walk.until(lambda: _within(first), "the questions before the instrument to have the keys")
        if asked.modes:
            self.walk.press(Key.Key_Return)
        if asked.findings:
            self._choose_reason("1")

    def _step(self, participant: str, visit: str, name: str) -> StepView:
        return capture_view(self.desk, self.desk.record(participant), visit, name, language="en").step

    def _answer(self, step: StepView, text: str) -> None:
        """Answer one step."""
        walk = self.walk
        if text.startswith("ND"):
            walk.press(Key.Key_N)
            self._choose_reason(next(one.key for one in self.desk.library.reasons.not_done if one.code == text))
        elif step.kind == "timed":
            self._time(step, text)
        elif step.kind == "confirm":
            self._choose_reason("1")
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

    def _time(self, step: StepView, text: str) -> None:
        """Start, tap what is counted, stop: each key carries the moment at which it was pressed."""
        page = self._capture_page()
        self.walk.until(page.board.timed.face.hasFocus, "the stopwatch to have the keys")
        began, length = self.watch.ms, int(text.replace(".", "")) * 10
        self._stamped(Key.Key_Space, began)
        self.walk.until(page.board.timed.face.hasFocus, "the running stopwatch to have the keys")
        for tap in range(1, step.repetitions):
            self._stamped(Key.Key_Up, began + length * tap // step.repetitions)
        self._stamped(Key.Key_Space, began + length)

    def _capture_page(self) -> VisitPage:
        page = self.walk.page("visit")
        if not isinstance(page, VisitPage):
            raise TypeError(type(page).__name__)
        return page

    def _stamped(self, key: Key, at_ms: int) -> None:
        self.watch.ms = at_ms
        event = QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier, "", False)
        event.setTimestamp(at_ms)
        QApplication.sendEvent(QApplication.focusWidget() or self.walk.window, event)
        self.walk.pause(SETTLE_MS)

    def _review(self, participant: str, visit: str) -> None:
        self.walk.window.go(Destination(page="review", participant=participant, visit=visit))
        self.walk.wait_for("Passphrase")

    def _log(self, act: Visited) -> None:
        """Fill in the blinding log that stands before the signature."""
        conduct = self.desk.in_force.conduct
        ways = {way.id: way.title.get("en") for way in (conduct.blinding.ways if conduct.blinding else ())} | WAYS
        guesses = {arm.id: arm.title.get("en") for arm in conduct.arms} | UNSURE
        self.walk.click(f"Did anything tell you the group?: {ways[act.way]}")
        self.walk.click(f"Which group would you guess?: {guesses[act.guess]}")
        self.walk.press(Key.Key_B, ALT)

    def _sign(self, visit: str) -> None:
        """Sign after re-authentication."""
        walk = self.walk
        before = self._signatures(visit)
        walk.press(Key.Key_D, ALT)
        walk.type("Passphrase", people.PASSPHRASES[self.desk.author.user])
        walk.press(Key.Key_Return)
        walk.until(lambda: self._signatures(visit) > before, "the visit to be signed")

    def _signatures(self, visit: str) -> int:
        entries = self.desk.ledger.entries(kinds=("visit.signed",))
        return sum(getattr(entry.event, "visit", "") == visit for entry in entries)

    def _correct(self, act: Corrected) -> None:
        """Correct a value on the review page, with its reason, and sign anew."""
        walk, visit = self.walk, self.visit(act.person, act.visit)
        self._review(self.ids[act.person], visit)
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
        self._sign(visit)
        rows = [row for row in self.desk.ledger.views.queries() if row.visit == visit and row.slot == act.slot]
        self.queries[act.person, act.visit, act.slot] = rows[-1].query


def _within(widget: QWidget | None) -> bool:
    """Say whether the keys go to something inside a widget."""
    focus = QApplication.focusWidget()
    return widget is not None and focus is not None and widget.isAncestorOf(focus)
