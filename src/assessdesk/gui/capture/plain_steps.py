"""Steps that ask for no value: something was seen done, an extra trial is offered, the instrument is finished."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout

from assessdesk.gui.capture.panel import StepPanel
from assessdesk.gui.capture.words import side_word
from assessdesk.gui.fields.buttons import ActionButton, ButtonKind, ButtonView
from assessdesk.gui.fields.text import Label
from assessdesk.gui.look.theme import TypeRole, metrics
from assessdesk.gui.look.tokens import Ink

if TYPE_CHECKING:
    from PySide6.QtGui import QAction
    from PySide6.QtWidgets import QWidget

    from assessdesk.services.capture_view import StepView


class ObserveStep(StepPanel):
    """What should be seen done, and one button that says so."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._label = Label(bold=True, wrap=True)
        self._hint = Label(role=TypeRole.S, ink=Ink.MUTED, wrap=True)
        self._done = ActionButton(ButtonView(self.tr("Done"), (self.tr("Enter"),), ButtonKind.PRIMARY, height=7))
        self._done.clicked.connect(self.accept)
        self.setFocusProxy(self._done)
        self.column.addWidget(self._label)
        self.column.addWidget(self._done)
        self.column.addWidget(self._hint)
        self.column.addWidget(self.finding)

    def show_step(self, step: StepView, *, label: str) -> None:
        """Show what should be seen."""
        self.quiet()
        self._label.show_text(label)
        self._hint.show_text(step.hint)
        self._hint.setVisible(bool(step.hint))
        self._done.setAccessibleName(f"{label}: {self._done.view().text}")

    def accept(self) -> None:
        """Say that it was seen."""
        self.give("")


class OfferStep(StepPanel):
    """An extra trial is offered: Y takes it, N declines. Enter does neither, so that nothing is taken by habit."""

    def __init__(self, take: QAction, decline: QAction, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._label = Label(bold=True, wrap=True)
        self._why = Label(wrap=True)
        row = QHBoxLayout()
        row.setSpacing(metrics().u(1))
        self._buttons = []
        for action, kind in ((take, ButtonKind.PRIMARY), (decline, ButtonKind.PLAIN)):
            button = ActionButton(ButtonView(action.text(), kind=kind, height=7))
            button.attach(action)
            row.addWidget(button, 1)
            self._buttons.append(button)
        self.column.addWidget(self._label)
        self.column.addWidget(self._why)
        self.column.addLayout(row)
        self.column.addWidget(self.finding)

    def show_step(self, step: StepView, *, label: str) -> None:
        """Show which side is meant."""
        del label
        self.quiet()
        side = side_word(step.side)
        self._label.show_text(self.tr("{0}: one more trial?").format(side or step.title))
        self._why.show_text(self.tr("The two best trials lie further apart than the protocol expects."))

    def take_focus(self) -> None:
        """Take the keys without lying under a key: the offer answers to Y and N."""
        self._buttons[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def accept(self) -> None:
        """Enter decides nothing here."""


class FinishedStep(StepPanel):
    """The instrument is finished: Enter goes on to the next one, or to the review."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._label = Label(bold=True, wrap=True)
        self.next = ActionButton(ButtonView("", (self.tr("Enter"),), ButtonKind.PRIMARY, height=7))
        self.next.clicked.connect(self.accept)
        self.setFocusProxy(self.next)
        self.column.addWidget(self._label)
        self.column.addWidget(self.next)
        self.column.addWidget(self.finding)

    def show_step(self, step: StepView, *, label: str) -> None:
        """Show where Enter leads; `label` is the verb."""
        del step
        self.quiet()
        self._label.show_text(self.tr("Everything has a value or a coded reason."))
        self.next.show_view(ButtonView(label, (self.tr("Enter"),), ButtonKind.PRIMARY, height=7))

    def accept(self) -> None:
        """Go on."""
        self.give("")
