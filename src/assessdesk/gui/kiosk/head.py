"""The head of the participant's page: how far one is, where help is, larger text, and the way in for the staff.

It must not know whose questions are asked, nor what the buttons lead to.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QSizePolicy, QWidget

from assessdesk.gui.fields.buttons import ActionButton, ButtonKind, ButtonView
from assessdesk.gui.fields.text import Label
from assessdesk.gui.kiosk.answer_parts import FINGER
from assessdesk.gui.look.theme import TypeRole, metrics
from assessdesk.gui.look.tokens import Ink

if TYPE_CHECKING:
    from PySide6.QtGui import QAction

    from assessdesk.gui.kiosk.answer_parts import Say


class KioskHead(QWidget):
    """The head; another size of text or another language is another head.

    Signals:
        size_wished(): The participant wants larger or smaller text.
    """

    size_wished = Signal()

    def __init__(self, say: Say, staff: QAction, *, scale: int, larger: bool) -> None:
        super().__init__()
        self._say = say
        sizes = metrics(scale)
        self._progress = Label(ink=Ink.MUTED, scale=scale)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        # Of everything in the head the bar alone may shrink: the words beside it say the same.
        self._bar.setMinimumWidth(sizes.u(2))
        self._bar.setMaximumWidth(sizes.u(9))
        self._bar.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        words = say("KIOSK_SMALLER" if larger else "KIOSK_LARGER")
        self._size = ActionButton(ButtonView(words, size=TypeRole.L, height=FINGER))
        self._size.clicked.connect(lambda _: self.size_wished.emit())
        aside = ActionButton(ButtonView(staff.text(), kind=ButtonKind.FLAT, strong=False, height=FINGER))
        aside.attach(staff)
        for button in (self._size, aside):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        row = QHBoxLayout(self)
        row.setContentsMargins(sizes.u(3), sizes.u(1), sizes.u(1), 0)
        row.setSpacing(sizes.u(1))
        row.addWidget(self._progress)
        row.addWidget(self._bar, 1)
        row.addStretch(1)
        row.addWidget(Label(say("KIOSK_HELP"), role=TypeRole.L, ink=Ink.MUTED))
        row.addWidget(self._size)
        row.addWidget(aside)

    def show_place(self, number: int, of: int) -> None:
        """Show which question of how many this is; 0 shows nothing and takes no size."""
        words = self._say("KIOSK_PROGRESS", number=number, of=of) if number else ""
        self._progress.show_text(words)
        self._bar.setAccessibleName(words)
        self._bar.setRange(0, of)
        self._bar.setValue(number)
        for part in (self._progress, self._bar, self._size):
            part.setVisible(bool(number))
