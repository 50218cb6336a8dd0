"""A finding of a form that asks for a reason: a digit chooses, Enter confirms, Esc goes back to the field.

It takes the keys while it asks, so that a digit can only mean a reason. It must not know what was found.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent

from assessdesk.gui.fields.finding_line import FindingLine
from assessdesk.gui.forms.form_parts import ENTER

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from assessdesk.gui.fields.finding_line import FindingView


class ConfirmLine(FindingLine):
    """The line.

    Signals:
        confirmed(ChosenReason): Enter was pressed with a reason chosen, and with words where it asks for them.
        dropped: Esc was pressed: the value shall be looked at again.
    """

    confirmed = Signal(object)
    dropped = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.words_line().installEventFilter(self)

    def ask(self, view: FindingView) -> None:
        """Show a finding and take the keys."""
        self.show_finding(view)
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Turn digits into reasons, Enter into a confirmation, Esc into going back."""
        text = event.text()
        if event.key() in ENTER:
            self._confirm()
        elif event.key() == Qt.Key.Key_Escape:
            self.dropped.emit()
        elif text.isdecimal():
            self.choose(int(text))
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """In the line for words, Enter and Esc mean the same."""
        if watched is self.words_line() and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() in ENTER:
                self._confirm()
                return True
            if event.key() == Qt.Key.Key_Escape:
                self.dropped.emit()
                return True
        return super().eventFilter(watched, event)

    def _confirm(self) -> None:
        chosen = self.chosen()
        if chosen is not None and not self.words_missing():
            self.confirmed.emit(chosen)
