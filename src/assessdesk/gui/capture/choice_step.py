"""One of a few options: a digit chooses, Enter accepts. Nothing is preselected unless it was said before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QVBoxLayout

from assessdesk.gui.capture.panel import StepPanel
from assessdesk.gui.fields.announcement import announce
from assessdesk.gui.fields.buttons import ActionButton, ButtonKind, ButtonView
from assessdesk.gui.fields.text import Label
from assessdesk.gui.look.theme import TypeRole, metrics
from assessdesk.gui.look.tokens import Ink

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from assessdesk.services.capture_view import OptionView, StepView

STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}


class ChoiceStep(StepPanel):
    """The options one below the other, and Accept."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        sizes = metrics()
        self._label = Label(bold=True, wrap=True)
        self._hint = Label(role=TypeRole.S, ink=Ink.MUTED, wrap=True)
        self._group = QButtonGroup(self)
        self._options: tuple[OptionView, ...] = ()
        self._list = QVBoxLayout()
        self._list.setSpacing(sizes.u(1))
        self._accept = ActionButton(ButtonView(self.tr("Accept"), (self.tr("Enter"),), ButtonKind.PRIMARY))
        self._accept.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._accept.clicked.connect(self.accept)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.column.addWidget(self._label)
        self.column.addWidget(self._hint)
        self.column.addLayout(self._list)
        self.column.addWidget(self._accept)
        self.column.addWidget(self.finding)

    def show_step(self, step: StepView, *, label: str) -> None:
        """Show a step; what was said before is chosen already."""
        self.quiet()
        self._label.show_text(label)
        self.setAccessibleName(label)
        hint = self.tr("As before. Enter takes it over.") if step.offered else step.hint
        self._hint.show_text(hint)
        self._hint.setVisible(bool(hint))
        self._show_options(step.options)
        for place, option in enumerate(step.options):
            self._group.button(place).setAccessibleName(f"{label}: {option.title}")
            if option.code == step.offered:
                self._group.button(place).setChecked(True)

    def _show_options(self, options: tuple[OptionView, ...]) -> None:
        for button in self._group.buttons():
            self._group.removeButton(button)
            self._list.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._options = options
        for place, option in enumerate(options):
            button = ActionButton(ButtonView(option.title, (str(place + 1),), cap_first=True, strong=False))
            button.setCheckable(True)
            button.installEventFilter(self)
            self._group.addButton(button, place)
            self._list.addWidget(button)
            # A child added to a visible parent is shown by a later event; it must take the keys now.
            button.show()

    def take_focus(self) -> None:
        """Give the keys to the chosen option, else to the first."""
        button = self._group.checkedButton() or self._group.button(0)
        button.setFocus(Qt.FocusReason.OtherFocusReason)

    def choose(self, digit: int) -> None:
        """Choose with a digit: the reason while one is asked for, else the option."""
        if self.asking():
            super().choose(digit)
        else:
            self._pick(digit)

    def _pick(self, digit: int) -> None:
        """Choose the option with a digit; a digit without an option changes nothing."""
        button = self._group.button(digit - 1)
        if button is not None:
            button.setChecked(True)
            button.setFocus(Qt.FocusReason.OtherFocusReason)
            self.quiet()
            announce(self, self._options[digit - 1].title)

    def accept(self) -> None:
        """Hand on the chosen code."""
        place = self._group.checkedId()
        if place < 0:
            self.refuse(self.tr("Nothing chosen."), self.tr("Choose one with its digit, then press Enter."))
        else:
            self.give(self._options[place].code)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Digits choose, arrows move the choice."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return super().eventFilter(watched, event)
        if event.text().isdecimal():
            self.choose(int(event.text()))
            return True
        step = STEPS.get(Qt.Key(event.key()))
        if step is not None:
            place = self._group.checkedId()
            wanted = 1 if place < 0 else min(max(1, place + 1 + step), len(self._options))
            self._pick(wanted)
            return True
        return super().eventFilter(watched, event)
