"""One number with its unit: typed, accepted with Enter, questioned under the field, never judged here."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent

from assessdesk.gui.capture.panel import Question, StepPanel
from assessdesk.gui.capture.words import unit_words
from assessdesk.gui.fields.buttons import ActionButton, ButtonKind, ButtonView
from assessdesk.gui.fields.quantity_field import EntryState, QuantityField, QuantityView

if TYPE_CHECKING:
    from PySide6.QtGui import QAction
    from PySide6.QtWidgets import QWidget

    from assessdesk.services.capture_view import StepView


class NumberStep(StepPanel):
    """A `QuantityField` with Accept; while a finding asks, with Re-measure and Confirm, and read-only.

    `remeasure` is the page's action behind R.
    """

    def __init__(self, remeasure: QAction, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = QuantityField(QuantityView(label=self.tr("Value")))
        self._accept = ActionButton(ButtonView(self.tr("Accept"), (self.tr("Enter"),), ButtonKind.PRIMARY))
        self._confirm = ActionButton(ButtonView(self.tr("Confirm"), (self.tr("Enter"),), ButtonKind.PRIMARY))
        self._again = ActionButton(ButtonView(remeasure.text()))
        self._again.attach(remeasure)
        for button in (self._accept, self._confirm):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.clicked.connect(self.accept)
        self.column.addWidget(self.field)
        self.column.addWidget(self.finding)
        self.setFocusProxy(self.field)
        self.field.text_accepted.connect(self.give)
        self.field.text_edited.connect(self._on_edited)
        self.field.line().installEventFilter(self)
        self._hint = ""
        self._buttons: tuple[ActionButton, ...] = ()
        self._show_buttons(self._accept)

    def _show_buttons(self, *buttons: ActionButton) -> None:
        if buttons != self._buttons:
            self._buttons = buttons
            self.field.show_buttons(buttons)

    def show_step(self, step: StepView, *, label: str) -> None:
        """Show a step with an empty field, or with the value that is offered."""
        self.quiet()
        precision = ""
        if step.decimals:
            smallest = f"0.{'1'.rjust(step.decimals, '0')}"
            precision = self.tr("to {0} {1}").format(smallest, unit_words(step.unit)).strip()
        elif step.low:
            precision = self.tr("{0} to {1}").format(step.low, step.high)
        hint = step.hint or self.tr("On disk the moment you accept it.")
        if step.offered:
            hint = self.tr("{0} before. Enter takes it over.").format(step.offered)
        self._hint = hint
        state = EntryState.TYPING if step.offered else EntryState.EMPTY
        view = QuantityView(
            label=label,
            unit=unit_words(step.unit),
            text=step.offered,
            state=state,
            precision=precision,
            hint=hint,
        )
        self.field.show_view(view)
        self._show_buttons(self._accept)

    def text(self) -> str:
        """What stands in the field."""
        return self.field.text()

    def take_focus(self) -> None:
        """Put the cursor into the field."""
        self.field.take_focus()

    def accept(self) -> None:
        """Hand on what stands in the field."""
        self.give(self.field.text())

    def ask(self, question: Question) -> None:
        """Question the value; the field is read-only, so that a digit can only mean a reason."""
        super().ask(question)
        self._show_state(EntryState.UNUSUAL)
        self._show_buttons(*((self._again, self._confirm) if question.reasons else (self._confirm,)))
        self.field.take_focus(select=False)

    def refuse(self, lead: str, sentence: str) -> None:
        """Refuse the text; it stays selected."""
        super().refuse(lead, sentence)
        self._show_state(EntryState.REFUSED)
        self._show_buttons(self._accept)
        self.field.take_focus()

    def back(self) -> bool:
        """Go back into the field, the text as it was typed."""
        asked = super().back()
        self._show_state(EntryState.TYPING if self.field.text() else EntryState.EMPTY)
        self._show_buttons(self._accept)
        return asked

    def _show_state(self, state: EntryState) -> None:
        # The hint gives its line to the finding: what counts now is why the value is asked about.
        hint = "" if state in {EntryState.UNUSUAL, EntryState.REFUSED} else self._hint
        self.field.show_view(replace(self.field.view(), text=self.field.text(), state=state, hint=hint))

    def _on_edited(self, text: str) -> None:
        del text
        self.finding.show_finding(None)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """While a finding asks, digits of any keypad choose a reason and Backspace goes back into the field."""
        if self._question is None or event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return super().eventFilter(watched, event)
        if event.key() == Qt.Key.Key_Backspace:
            self.back()
            return True
        if event.text().isdecimal() and not event.isAutoRepeat():
            self.choose(int(event.text()))
            return True
        return super().eventFilter(watched, event)
