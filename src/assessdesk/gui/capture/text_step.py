"""One line of text, such as the number on a device's label; letters are text here, so commands need Alt.

Where the register offers devices, a digit that is typed first chooses one of them; no label begins with a digit.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit

from assessdesk.gui.capture.panel import StepPanel
from assessdesk.gui.fields.announcement import announce
from assessdesk.gui.fields.buttons import ActionButton, ButtonKind, ButtonView
from assessdesk.gui.fields.text import Label
from assessdesk.gui.look.theme import TypeRole, font, metrics
from assessdesk.gui.look.tokens import Ink

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from assessdesk.gui.capture.panel import Question
    from assessdesk.services.capture_view import OptionView, StepView


class TextStep(StepPanel):
    """A labelled line with Accept."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        sizes = metrics()
        self._label = Label(bold=True)
        self._hint = Label(role=TypeRole.S, ink=Ink.MUTED, wrap=True)
        self._offers = Label(role=TypeRole.S, wrap=True)
        self._options: tuple[OptionView, ...] = ()
        self.line = QLineEdit()
        self.line.setFont(font(TypeRole.L, bold=True))
        self.line.setFixedHeight(sizes.u(7))
        self._label.setBuddy(self.line)
        self._accept = ActionButton(ButtonView(self.tr("Accept"), (self.tr("Enter"),), ButtonKind.PRIMARY, height=7))
        self._accept.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._accept.clicked.connect(self.accept)
        row = QHBoxLayout()
        row.setSpacing(sizes.u(1))
        row.addWidget(self.line, 1)
        row.addWidget(self._accept)
        self.column.addWidget(self._label)
        self.column.addLayout(row)
        self.column.addWidget(self._offers)
        self.column.addWidget(self._hint)
        self.column.addWidget(self.finding)
        self.setFocusProxy(self.line)
        self.line.textEdited.connect(lambda _: self.quiet())
        self.line.installEventFilter(self)

    def show_step(self, step: StepView, *, label: str) -> None:
        """Show a step, with the text that is offered."""
        self.quiet()
        self._label.show_text(label)
        hint = self.tr("As before. Enter takes it over.") if step.offered else step.hint
        self._hint.show_text(hint)
        self._hint.setVisible(bool(hint))
        self._options = step.options
        offers = [f"{place}: {option.title}" for place, option in enumerate(step.options, start=1)]
        offered = "\n".join(offers)
        self._offers.show_text(offered)
        self._offers.setVisible(bool(offers))
        self.line.setText(step.offered)
        self.line.setAccessibleName(label)
        self.line.setAccessibleDescription(f"{', '.join(offers)} {hint}".strip())

    def take_focus(self) -> None:
        """Put the cursor into the line, its text selected."""
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)
        self.line.selectAll()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A digit that would be the first character chooses what the register offers under it; Enter accepts it."""
        if watched is not self.line or event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return super().eventFilter(watched, event)
        first = self.line.selectedText() == self.line.text() and not self.line.isReadOnly()
        digit = int(event.text()) if event.text().isdecimal() else 0
        if not first or not 1 <= digit <= len(self._options):
            return super().eventFilter(watched, event)
        self.quiet()
        self.line.setText(self._options[digit - 1].code)
        self.line.selectAll()
        announce(self, self._options[digit - 1].title)
        return True

    def accept(self) -> None:
        """Hand on what stands in the line."""
        self.give(self.line.text())

    def ask(self, question: Question) -> None:
        """Ask for a reason; until there is one, digits choose it and are no text."""
        super().ask(question)
        self.line.setReadOnly(True)

    def quiet(self) -> None:
        """Take findings away; the line takes text again."""
        super().quiet()
        self.line.setReadOnly(False)

    def refuse(self, lead: str, sentence: str) -> None:
        """Refuse the text; it stays selected."""
        super().refuse(lead, sentence)
        self.take_focus()
