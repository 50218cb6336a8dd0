"""The capture page: the instruments of a visit at the left, the step at hand in the centre, the person at the right.

It turns keys into commands and shows what `capture_view` says next; what a command means is decided in the core. A
value counts as saved when `perform` has returned, and only then the page says so.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication, QHBoxLayout, QPushButton, QWidget

from assessdesk.domain.checks import Finding, Severity
from assessdesk.domain.commands import (
    Command,
    ConfirmFinding,
    DecideExtra,
    RecordChoice,
    RecordObserved,
    RecordText,
    RecordTime,
    Remeasure,
    StartTrial,
)
from assessdesk.domain.events import Confirmation, ValueRecorded
from assessdesk.domain.stopwatch import Ending, seconds
from assessdesk.gui.capture import reasons, words
from assessdesk.gui.capture.about_column import AboutColumn
from assessdesk.gui.capture.battery_column import BatteryColumn
from assessdesk.gui.capture.beginning_panel import BeginningPanel
from assessdesk.gui.capture.board import CaptureBoard
from assessdesk.gui.capture.course import Course
from assessdesk.gui.capture.handing_over import HandingOver
from assessdesk.gui.capture.keys import MODE_OF, CaptureKeys, Mode, Wishes, useless
from assessdesk.gui.capture.panel import Answer, Question
from assessdesk.gui.capture.reason_asking import ReasonAsking
from assessdesk.gui.capture.safety_panel import SafetyPanel
from assessdesk.gui.capture.timing_record import timing_record
from assessdesk.gui.fields.about_panel import AboutView
from assessdesk.gui.fields.battery_list import BatteryRow
from assessdesk.gui.page import Destination, Page

if TYPE_CHECKING:
    from datetime import datetime

    from PySide6.QtGui import QShowEvent

    from assessdesk.gui.fields.stopwatch import Timing
    from assessdesk.gui.workspace import Refused, Workspace
    from assessdesk.services.assessments import Performed
    from assessdesk.services.beginning import Settled
    from assessdesk.services.capture_view import CaptureView


class VisitPage(Page):
    """The capture page. Its own facts need no refresh: it shows what its commands led to."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace, parent)
        self.course = Course(workspace)
        self._about_shown: AboutView | None = None
        self._asked: tuple[Finding, ...] = ()
        self._unwritten: Timing | None = None
        self._started_at: datetime | None = None
        self.keys = CaptureKeys(self, self._wishes())
        self.board = CaptureBoard(self.keys, lambda: workspace.read(lambda desk: desk.clock.monotonic_ms()))
        self.safety = SafetyPanel(self, workspace, self.board)
        self.beginning = BeginningPanel(self, self.course, self.safety)
        self.handing = HandingOver(self, workspace)
        self.board.put_over_entry(self.handing)
        self.asking = ReasonAsking(self.course, self.board)
        self.about = AboutColumn(self)
        self.board.put_under_band(self.about.line)
        self.battery = BatteryColumn()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.beginning, 1)
        row.addWidget(self.safety, 1)
        row.addWidget(self.about)
        self._connect()

    def _wishes(self) -> Wishes:
        return Wishes(
            enter=self._on_enter,
            digit=lambda digit: self.board.panel().choose(digit),
            take=lambda: self._decide_extra(taken=True),
            decline=lambda: self._decide_extra(taken=False),
            remeasure=self._remeasure,
            not_done=self._ask_not_done,
            hand=self._ask_hand,
            void=self._ask_void,
            language=self._next_language,
            back=self._back,
        )

    def _connect(self) -> None:
        for panel in (*self.board.panels.values(), self.board.timed):
            panel.answered.connect(self._on_answer)
        self.board.timed.timing_started.connect(self._on_timing_started)
        self.board.timed.timing_ended.connect(self._on_timing_ended)
        self.board.timed.completed.connect(self.asking.stopped_early)
        self.asking.mode_wished.connect(self._show_keys)
        self.asking.command_made.connect(self._record_and_go_on)
        self.asking.given_up.connect(self._show)
        self.board.script.language_requested.connect(self._next_language)
        self.board.number.field.text_edited.connect(lambda _: self._forget_question())
        self.battery.list.item_requested.connect(self._on_instrument)
        self.beginning.settled.connect(self._begin)
        self.beginning.given_up.connect(self._show)

    # -- the page -----------------------------------------------------------------------------------------------------

    def path(self) -> tuple[str, ...]:
        """Today, the code, the visit."""
        if not self.course.visit:
            return (self.tr("Today"),)
        return (self.tr("Today"), self.course.record.code, self.course.visit_title())

    def open(self, destination: Destination) -> None:
        """Show an instrument of a visit: the one named, else the first that is not closed."""
        self.course.open(destination.participant, destination.visit)
        self._begin(destination.instrument or self.course.first_open())

    def showEvent(self, event: QShowEvent) -> None:
        """Take the keys as soon as the page can be seen."""
        super().showEvent(event)
        if self.course.is_open:
            self.board.panel().take_focus()

    def refresh(self) -> None:
        """Read the participant again."""
        if self.course.is_open and not self.busy():
            self.course.read_again()
            self._show()

    def busy(self) -> bool:
        """Say whether a clock runs, or a stopped time is not on disk yet."""
        return self.board.timed.unfinished()

    def left_column(self) -> QWidget:
        """The battery of the visit."""
        return self.battery

    def _begin(self, instrument: str, answer: Settled | None = None) -> None:
        """Start an instrument, or continue it, and show it; where something is to be settled first, ask."""
        if answer is None and self.beginning.asks(instrument):
            self.battery.show_battery(self.course.visit_title(), self.course.battery(instrument))
            record = self.course.record
            self._about_shown = AboutView(cares=tuple(words.cares(record)), facts=words.person_facts(record))
            self.about.show_view(self._about_shown)
        elif self.course.begin(instrument, answer, on_refused=self.beginning.refuse):
            self.beginning.close_panel()
            self.board.forget_timing()
            self.board.show_saved("")
            self._show()
            self.title_changed.emit(self.path())

    def _show(self) -> None:
        """Show what is to be done now."""
        view = self.course.look()
        self._forget_question()
        self._show_keys(MODE_OF[view.step.kind])
        self.board.show_view(view, label=self._label(view), rest=self.course.rest())
        self.battery.show_view(view)
        self.handing.show_visit(self.course)
        shown = self.safety.show_visit(
            self.course, words.about(self.course.record, view, blinded=self.course.blinded())
        )
        if shown != self._about_shown:
            self._about_shown = shown
            self.about.show_view(shown)
        if view.step.kind == "confirm":
            self._ask(view.step.findings, words.value_words(view.step, view.step.value))
        self.board.panel().take_focus()

    def _show_keys(self, mode: Mode) -> None:
        self.about.close_over()
        view = self.course.view
        asking = mode in {Mode.ASKING, Mode.CONFIRM}
        digits = len(self.course.reasons().confirmation) if asking else len(view.step.options)
        enter = {
            Mode.ASKING: self.tr("confirm"),
            Mode.CONFIRM: self.tr("confirm"),
            Mode.FINISHED: self.course.next_words(),
            Mode.MENU: self.tr("record"),
            Mode.EARLY: self.tr("on to the reason"),
            Mode.UNWRITTEN: self.tr("write again"),
        }.get(mode, self.tr("take over") if view.step.offered else self.tr("accept, next"))
        self.keys.show(mode, without=useless(view, mode), enter=enter, digits=9 if mode is Mode.MENU else digits)
        self.keys_changed.emit()

    def _label(self, view: CaptureView) -> str:
        """Return what the panel of a step says: what is asked, what is said aloud, or where Enter leads."""
        if view.step.kind == "timed":
            return view.script.say if view.script else view.step.title
        return self.course.next_words() if view.step.kind == "finished" else words.asked(view.step)

    # -- commands -----------------------------------------------------------------------------------------------------

    def _perform(self, command: Command) -> Performed | None:
        """Have a command decided and written; a refusal is shown beside the step."""
        return self.course.perform(command, self._on_refused)

    def _on_refused(self, refused: Refused) -> None:
        self.board.show_saved("")
        self.board.panel().refuse(self.tr("Not written:"), refused.sentence)

    def _record_and_go_on(self, command: Command, said: str) -> None:
        """Perform a command that cannot be questioned, say that it is on disk, show the next step."""
        done = self._perform(command)
        if done is not None:
            self.board.timed.settle()
            self._show()
            self.board.show_saved(said)

    def _on_answer(self, answer: Answer) -> None:
        """Enter on something complete."""
        view = self.course.view
        step = view.step
        text = words.canonical_number(answer.text) if step.kind == "number" else answer.text
        match step.kind:
            case "number" | "text":
                given = self._confirmations(answer)
                command = RecordText(slot=step.slot, text=text, confirmations=given)
                self._record_typed(command, words.value_words(step, text))
            case "choice":
                chosen = next(option.title for option in step.options if option.code == text)
                given = self._confirmations(answer)
                self._record_typed(RecordChoice(slot=step.slot, code=text, confirmations=given), chosen)
            case "observe":
                self._record_and_go_on(RecordObserved(slot=step.slot), self.course.saved(self.tr("done")))
            case "confirm":
                self._confirm(answer)
            case _:
                self._go_on()

    def _confirmations(self, answer: Answer) -> tuple[Confirmation, ...]:
        """Return what was asked, each with the reason that was chosen."""
        if not answer.digit:
            return ()
        code = reasons.confirmation_code(self.course.reasons(), answer.digit)
        return tuple(Confirmation(finding=one.code, reason=code, text=answer.words) for one in self._asked)

    def _record_typed(self, command: RecordText | RecordChoice, value: str) -> None:
        """Have what was typed or chosen checked and recorded; `value` is how the page says it."""
        view = self.course.view
        done = self._perform(command)
        if done is None:
            return
        if not done.findings:
            said = self.course.saved(value)
            self._show()
            self.board.show_saved(said)
            return
        self.board.show_saved("")
        if any(finding.severity is Severity.HARD for finding in done.findings):
            self._show_keys(MODE_OF[view.step.kind])
            self.board.show_questioned(view, questioned=False, refused=True)
            self.board.panel().refuse(self.tr("Not accepted:"), self.course.sentences(done.findings))
        else:
            self._ask(done.findings, value)

    def _ask(self, findings: tuple[Finding, ...], value: str) -> None:
        """Ask for the reason with which an unusual value is kept."""
        view = self.course.view
        self._asked = findings
        titles = {option.code: option.title for option in view.step.options}
        before = titles.get(view.step.kept, view.step.kept) if view.step.kept else ""
        question = Question(
            self.tr("It was {0}.").format(before) if before else self.tr("Unusual: {0}.").format(value),
            self.course.sentences(findings),
            reasons.keeping(self.course.reasons(), self.course.language),
        )
        if view.step.kind == "confirm":
            self._show_keys(Mode.CONFIRM)
            self.board.timed.ask_confirmation(question, value=value)
        else:
            self._show_keys(Mode.ASKING)
            self.board.panel().ask(question)
            self.board.show_questioned(view, questioned=True)

    def _confirm(self, answer: Answer) -> None:
        """Confirm every finding about a time that is on disk already, with one reason."""
        view = self.course.view
        code = reasons.confirmation_code(self.course.reasons(), answer.digit)
        for finding in view.step.findings:
            confirmation = Confirmation(finding=finding.code, reason=code, text=answer.words)
            if self._perform(ConfirmFinding(slot=view.step.slot, confirmation=confirmation)) is None:
                return
        said = self.course.saved(self.tr("confirmed"))
        self._show()
        self.board.show_saved(said)

    def _decide_extra(self, *, taken: bool) -> None:
        view = self.course.view
        said = self.tr("Saved: extra trial taken") if taken else self.tr("Saved: extra trial declined")
        self._record_and_go_on(DecideExtra(section=view.step.section, side=view.step.side, taken=taken), said)

    def _remeasure(self) -> None:
        """Throw the typed text away; it stays in the audit trail."""
        view = self.course.view
        text = self.board.number.text()
        self._record_and_go_on(Remeasure(slot=view.step.slot, text=text), "")

    # -- timing -------------------------------------------------------------------------------------------------------

    def _on_timing_started(self) -> None:
        view = self.course.view
        self.battery.list.show_inert(inert=True)
        self._show_keys(Mode.RUNNING)
        self.board.show_saved("")
        now = self.course.now()
        self._started_at = now.at
        self._perform(StartTrial(slot=view.step.slot, performed_at=now.at))

    def _on_timing_ended(self, timing: Timing) -> None:
        self.battery.list.show_inert(inert=False)
        if timing.ending is Ending.STOPPED_EARLY:
            self._show_keys(Mode.EARLY)
            return
        view = self.course.view
        command = RecordTime(
            slot=view.step.slot,
            elapsed_ms=timing.duration_ms,
            timing=timing_record(timing),
            performed_at=self._started_at or self.course.now().at,
        )
        done = self._perform(command)
        if done is None:
            # The time is still held here and shown; Enter tries to write it again.
            self._unwritten = timing
            self._show_keys(Mode.UNWRITTEN)
            return
        self._unwritten = None
        self.board.timed.settle()
        hard = tuple(finding for finding in done.findings if finding.severity is Severity.HARD)
        said = self.course.saved(f"{seconds(timing.duration_ms)} s")
        self._show()
        if hard:
            self.board.timed.refuse(self.tr("Not accepted:"), self.course.sentences(hard))
        elif any(isinstance(entry.event, ValueRecorded) for entry in done.entries):
            self.board.show_saved(said)

    # -- reasons ------------------------------------------------------------------------------------------------------

    def _ask_not_done(self) -> None:
        self.asking.not_done()

    def _ask_hand(self) -> None:
        self.asking.hand()

    def _ask_void(self) -> None:
        self.asking.void()

    # -- going about --------------------------------------------------------------------------------------------------

    def _on_enter(self) -> None:
        """Enter presses a button that has the focus; otherwise it accepts what the step holds."""
        focus = QApplication.focusWidget()
        if self._unwritten is not None:
            self._on_timing_ended(self._unwritten)
        elif isinstance(focus, QPushButton) and not focus.isCheckable():
            focus.click()
        else:
            self.board.panel().accept()

    def _forget_question(self) -> None:
        self._asked = ()

    def _back(self) -> None:
        """Esc: out of a question into the field, else out of the visit; everything accepted is on disk."""
        if self.about.close_over():
            return
        view = self.course.view
        if self.board.panel().back():
            self._forget_question()
            self._show_keys(MODE_OF[view.step.kind])
            self.board.show_questioned(view, questioned=False)
        elif not self.busy():
            self.leave_requested.emit(Destination(page="participant", participant=self.course.record.participant))

    def _next_language(self) -> None:
        """Show the script in the next language in which it exists; what is typed stays."""
        if not self.busy():
            self.course.next_language()
            self.board.show_script(self.course.look())

    def _on_instrument(self, row: BatteryRow) -> None:
        if not self.busy() and row.key != self.course.instrument:
            self._begin(row.key)

    def _go_on(self) -> None:
        following = self.course.next_instrument()
        if following:
            self._begin(following)
        else:
            wish = Destination(page="review", participant=self.course.record.participant, visit=self.course.visit)
            self.leave_requested.emit(wish)
