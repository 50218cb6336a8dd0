"""How the cards over the signature begin: what they are, a word about them, and the button of what they state.

It must not know what is stated.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from assessdesk.gui.fields.buttons import ActionButton, ButtonView
from assessdesk.gui.fields.text import Label
from assessdesk.gui.look.theme import metrics
from assessdesk.gui.look.tokens import Ink

if TYPE_CHECKING:
    from PySide6.QtGui import QAction
    from PySide6.QtWidgets import QFrame


def card_column(card: QFrame, title: str, note: str, action: QAction) -> QVBoxLayout:
    """Make a frame a card with its head, and return the column under it."""
    sizes = metrics()
    card.setProperty("kind", "card")
    button = ActionButton(ButtonView(action.text()))
    button.attach(action)
    head = QHBoxLayout()
    head.addWidget(Label(title, bold=True))
    head.addWidget(Label(note, ink=Ink.MUTED), 1)
    head.addWidget(button)
    column = QVBoxLayout(card)
    column.setContentsMargins(sizes.u(2), sizes.u(1.5), sizes.u(2), sizes.u(2))
    column.setSpacing(sizes.u(1))
    column.addLayout(head)
    return column
