"""The end of self-entry: thanks to the participant, and the passphrase with which the staff take the screen back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from assessdesk.gui.fields.buttons import ActionButton, ButtonKind, ButtonView
from assessdesk.gui.fields.text import Label
from assessdesk.gui.forms.form_parts import TextPart
from assessdesk.gui.kiosk.answer_parts import touchable
from assessdesk.gui.look.icons import IconName
from assessdesk.gui.look.theme import TypeRole, metrics
from assessdesk.gui.look.tokens import Ink

if TYPE_CHECKING:
    from assessdesk.gui.kiosk.answer_parts import Say

FIELD_WIDTH = 60
HIGH = 5.5


class ThanksPanel(QWidget):
    """Thank you, please give this back; with a way to the last question.

    Signals:
        back_wished(): The participant wants to see an answer again.
    """

    back_wished = Signal()

    def __init__(self, say: Say, *, scale: int) -> None:
        super().__init__()
        sizes = metrics(scale)
        column = QVBoxLayout(self)
        column.setContentsMargins(sizes.u(3), sizes.u(2), sizes.u(3), sizes.u(2))
        column.setSpacing(sizes.u(2))
        column.addStretch(1)
        column.addWidget(Label(say("KIOSK_THANKS"), role=TypeRole.L, bold=True, scale=scale))
        column.addWidget(Label(say("KIOSK_GIVE_BACK"), role=TypeRole.L, wrap=True, scale=scale))
        column.addStretch(2)
        row = QHBoxLayout()
        view = ButtonView(say("KIOSK_BACK"), icon=IconName.BACK, height=touchable(HIGH, scale))
        back = ActionButton(view, scale=scale)
        back.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        back.clicked.connect(lambda _: self.back_wished.emit())
        row.addWidget(back)
        row.addStretch(1)
        column.addLayout(row)


class LeavingPanel(QWidget):
    """The question for the passphrase, in the language of the staff.

    Signals:
        passphrase_given(str): Enter, or the button.
        given_up(): Back to the participant's page.
    """

    passphrase_given = Signal(str)
    given_up = Signal()

    def __init__(self) -> None:
        super().__init__()
        sizes = metrics()
        self.field = TextPart(self.tr("Passphrase"), secret=True)
        self.field.line().setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self._open = ActionButton(ButtonView(self.tr("Take the screen back"), ("Enter",), ButtonKind.PRIMARY, height=7))
        self._stay = ActionButton(ButtonView(self.tr("Back to the questions"), ("Esc",), height=7))
        for button in (self._open, self._stay):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._open.clicked.connect(lambda _: self.accept())
        self._stay.clicked.connect(lambda _: self.given_up.emit())
        box = QWidget()
        box.setFixedWidth(sizes.u(FIELD_WIDTH))
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(sizes.u(2))
        column.addWidget(Label(self.tr("For the staff"), role=TypeRole.L, bold=True))
        words = self.tr("Only the person who is signed in can take the screen back. Every answer is on disk.")
        column.addWidget(Label(words, ink=Ink.MUTED, wrap=True))
        column.addWidget(self.field)
        row = QHBoxLayout()
        row.setSpacing(sizes.u(1))
        row.addWidget(self._open)
        row.addStretch(1)
        row.addWidget(self._stay)
        column.addLayout(row)
        middle = QHBoxLayout()
        middle.addStretch(1)
        middle.addWidget(box)
        middle.addStretch(1)
        outer = QVBoxLayout(self)
        outer.addStretch(1)
        outer.addLayout(middle)
        outer.addStretch(2)

    def begin(self) -> None:
        """Ask with an empty field."""
        self.field.line().clear()
        self.field.show_refused("")
        self.field.take_focus()

    def accept(self) -> None:
        """Hand on what was typed."""
        self.passphrase_given.emit(self.field.value())

    def refuse(self) -> None:
        """Say that it was another passphrase."""
        self.field.line().selectAll()
        self.field.show_refused(
            self.tr("This is not the passphrase of the person who is signed in. The page stays closed.")
        )
