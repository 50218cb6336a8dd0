"""A timed trial: ready, running, stopped; stopped early with what was completed; questioned when it is unusual.

The face takes the times; this panel arranges what stands around it and says what happened. It stores nothing.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout

from assessdesk.domain.stopwatch import Doubt, Ending, Phase, seconds
from assessdesk.gui.capture.cue_bar import CueBar
from assessdesk.gui.capture.panel import Question, StepPanel
from assessdesk.gui.fields.buttons import ActionButton, ButtonKind, ButtonView
from assessdesk.gui.fields.quantity_field import EntryState, QuantityField, QuantityView
from assessdesk.gui.fields.stop_bar import StopBar, StopBarMode, StopBarView
from assessdesk.gui.fields.stopwatch import InputSource, StopwatchRunner, Timing
from assessdesk.gui.fields.text import Label
from assessdesk.gui.fields.timer_face import TimerFace, TimerView
from assessdesk.gui.look.theme import TypeRole, metrics
from assessdesk.gui.look.tokens import Ink
from assessdesk.gui.page_parts import wish_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QAction
    from PySide6.QtWidgets import QWidget

    from assessdesk.services.capture_view import StepView

HAND_TIMING = "±0.2 s"
"""What a hand with a stopwatch is worth (SD about 100 ms), said on the face."""


class TimedStep(StepPanel):
    """The panel of a timed trial.

    Signals:
        timing_started(): The clock runs.
        timing_ended(Timing): It was stopped, capped, or stopped early.
        completed(int): After an early stop: how many repetitions were done; a reason is wanted next.

    `clock` is where the readings come from; None is the real one. `sound` makes cues and the end at the cap heard.
    `void` is the page's action behind V.
    """

    timing_started = Signal()
    timing_ended = Signal(object)
    completed = Signal(int)

    def __init__(self, void: QAction, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.clock: InputSource | None = None
        self.sound: Callable[[], None] = QApplication.beep
        self._step: StepView | None = None
        self._timing: Timing | None = None
        self._words: TimerView | None = None
        self._pending = False
        self._notes: tuple[str, ...] = ()
        runner = StopwatchRunner(parent=self)
        self.face = TimerFace(runner, TimerView(name=self.tr("Time"), note=""))
        self.cues = CueBar(lambda: self.face.runner().elapsed_ms(), sound=self._ring)
        self.bar = StopBar(StopBarView(StopBarMode.INERT, ""))
        self.count = QuantityField(QuantityView(label=self.tr("Full repetitions completed")))
        self._stays = Label(role=TypeRole.S, ink=Ink.MUTED, wrap=True)
        self._value = Label(role=TypeRole.L, bold=True)
        self._confirm = ActionButton(ButtonView(self.tr("Confirm"), (self.tr("Enter"),), ButtonKind.PRIMARY))
        self._void = ActionButton(ButtonView(self.tr("Void, repeat")))
        self._void.attach(void)
        self._lay_out()
        self.face.timing_started.connect(self._on_started)
        self.face.timing_ended.connect(self._on_ended)
        self.bar.pressed_at.connect(lambda event: self.face.runner().press(event))
        self.bar.count_pressed_at.connect(lambda event: self.face.runner().count(event))
        self.count.text_accepted.connect(self._on_count)
        self._confirm.clicked.connect(self.accept)
        self.face.installEventFilter(self)

    def _lay_out(self) -> None:
        sizes = metrics()
        buttons = QHBoxLayout()
        buttons.setSpacing(sizes.u(1))
        buttons.addWidget(self._void)
        buttons.addStretch(1)
        buttons.addWidget(self._confirm)
        self.column.setSpacing(sizes.u(2))
        self.column.addWidget(self.cues)
        self.column.addWidget(self.face, 1)
        self.column.addWidget(self._value)
        self.column.addWidget(self.count)
        self.column.addWidget(self._stays)
        self.column.addWidget(self.finding)
        self.column.addLayout(buttons)
        self.column.addWidget(self.bar)
        # Without the face, which takes all room, nothing else may be pulled apart.
        self.column.addStretch(0)

    def running(self) -> bool:
        """Say whether the clock runs."""
        return self.face.runner().state().phase is Phase.RUNNING

    def unfinished(self) -> bool:
        """Say whether a time is held here that is not on disk yet."""
        return self.running() or self._pending

    def timing(self) -> Timing | None:
        """The timing that was ended last, for this step."""
        return self._timing

    def settle(self) -> None:
        """What was held here is on disk now."""
        self._pending = False

    def forget(self) -> None:
        """Let go of the timing that was ended last."""
        self._timing, self._pending = None, False

    def show_notes(self, notes: tuple[str, ...]) -> None:
        """Show below what is said what the assessor says meanwhile and does; before `show_step`."""
        self._notes = notes

    def show_step(self, step: StepView, *, label: str) -> None:
        """Show a timed trial that is ready to start; `label` is what is said to the participant."""
        self.quiet()
        self._step, self._timing, self._pending = step, None, False
        cap = str(seconds(step.cap_ms))
        note = self.tr("hand timing: about {0}").format(HAND_TIMING)
        if step.cap_ms:
            note = self.tr("{0}; stops by itself at {1} s").format(note, cap)
        view = TimerView(
            name=step.title,
            note=note,
            ready_words=label,
            ready_notes=self._notes,
            repetitions=step.repetitions,
            repetition_word=self.tr("Stand {0}"),
        )
        self._words = view
        former = self.face.runner()
        self.face.show_runner(StopwatchRunner(step.cap_ms or None, self.clock, parent=self), view)
        former.deleteLater()
        self.cues.show_cues(step.cues)
        self._show_parts(face=True, bar=True)
        self._show_bar(StopBarMode.START)

    def _show_parts(
        self, *, face: bool, bar: bool = False, count: bool = False, question: bool = False, value: str = ""
    ) -> None:
        self.face.setVisible(face)
        self.cues.setVisible(bar and self.cues.any())
        self.bar.setVisible(bar)
        self.count.setVisible(count)
        self._stays.setVisible(count)
        self._confirm.setVisible(question)
        self._void.setVisible(question)
        self._value.setVisible(bool(value))
        self._value.show_text(value)

    def _show_bar(self, mode: StopBarMode) -> None:
        keys = (self.tr("Space"), self.tr("Enter"), self.tr("Page Down"))
        label = self._step.stop_label if self._step else ""
        stop = self.tr("Stop: {0}").format(wish_of(label)) if label else self.tr("Stop")
        words = {StopBarMode.START: self.tr("Start"), StopBarMode.STOP: stop, StopBarMode.INERT: stop}[mode]
        counts = self._step is not None and self._step.repetitions > 0
        self.bar.show_view(
            StopBarView(
                mode,
                words,
                keys,
                self.tr("Count a stand") if counts else "",
                (self.tr("Up"), self.tr("Page Up")) if counts else (),
            )
        )

    def take_focus(self) -> None:
        """Take the keys: for the clock, the count, or the reasons."""
        if self.count.isVisibleTo(self):
            self.count.take_focus()
        elif self._confirm.isVisibleTo(self):
            self._confirm.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.face.take_focus()

    def show_ended(self) -> None:
        """Show the time that was recorded; nothing can be pressed any more."""
        self.quiet()
        self._show_parts(face=self._timing is not None)

    def ask_confirmation(self, question: Question, *, value: str) -> None:
        """Question a time that is on disk already."""
        held = self._timing is not None
        self._show_parts(face=held, question=True, value="" if held else value)
        self.ask(question)
        self.take_focus()

    def accept(self) -> None:
        """Confirm the time with the reason chosen, or hand on the count."""
        if self.count.isVisibleTo(self):
            self._on_count(self.count.text())
        elif self.asking():
            self.give("")

    def _on_started(self, reading: object) -> None:
        del reading
        self._pending = True
        self._show_bar(StopBarMode.STOP)
        self.cues.start()
        self.timing_started.emit()

    def _ring(self) -> None:
        """Make a cue heard."""
        self.sound()

    def _on_ended(self, timing: Timing) -> None:
        if self.cues.starts():
            timing = replace(timing, doubts=(*timing.doubts, Doubt.CUE_LAG))
        self._timing = timing
        self.cues.stop()
        if timing.ending is Ending.CAPPED:
            self.sound()
        self._show_bar(StopBarMode.INERT)
        if timing.ending is Ending.STOPPED_EARLY:
            self._ask_count(timing)
        self.timing_ended.emit(timing)

    def _ask_count(self, timing: Timing) -> None:
        """After an early stop: how many repetitions were completed, as far as they were counted."""
        most = self._step.repetitions if self._step else 0
        shown = str(seconds(timing.duration_ms))
        self._stays.show_text(
            self.tr("{0} s stays in the ledger and is not scored. A stop is never counted as 0 s.").format(shown)
        )
        counted = min(len(timing.splits_ms), most)
        view = QuantityView(
            label=self.tr("Full stands completed"),
            unit=self.tr("of {0}").format(most),
            text=str(counted),
            state=EntryState.TYPING,
            precision=self.tr("0 to {0}").format(most),
        )
        self._show_parts(face=True, count=True)
        if self._words is not None:
            # Beside the list of reasons there is room for the numbers alone.
            self.face.show_view(replace(self._words, repetition_word="{0}", note=""))
        self.count.show_view(view)
        self.take_focus()

    def _on_count(self, text: str) -> None:
        most = self._step.repetitions if self._step else 0
        typed = text.strip()
        if not (typed.isascii() and typed.isdecimal()) or int(typed) > most:
            sentence = self.tr("Type how many full stands were completed, 0 to {0}.").format(most)
            self.refuse(self.tr("Not accepted:"), sentence)
            self.count.show_state(EntryState.REFUSED)
            self.count.take_focus()
            return
        self.finding.show_finding(None)
        self.completed.emit(int(typed))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """While the clock runs, N says that the participant stopped early; nothing else gets past the face."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and self.running():
            early = event.key() == Qt.Key.Key_N and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
            if early and not event.isAutoRepeat():
                self.face.runner().break_off(event)
                return True
        return super().eventFilter(watched, event)
