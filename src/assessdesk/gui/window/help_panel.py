"""The keys of the page at hand and of the whole program, shown in the page's place until Esc or F1.

It is built from the same actions as the key bar, so that it cannot lie. It must not know any page.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from assessdesk.gui.fields.key_bar import KeyHint, hints_of
from assessdesk.gui.fields.key_cap import KeyCap
from assessdesk.gui.fields.text import Label
from assessdesk.gui.look.theme import TypeRole, metrics
from assessdesk.gui.look.tokens import Ink

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QAction, QKeyEvent


class HelpPanel(QScrollArea):
    """The panel.

    Signals:
        close_requested: Esc or F1.
    """

    close_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName(self.tr("Help"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def show_actions(self, here: Sequence[QAction], everywhere: Sequence[QAction]) -> None:
        """Show the keys of the page and of the program."""
        sizes = metrics()
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(sizes.u(3), sizes.u(2), sizes.u(3), sizes.u(2))
        column.setSpacing(sizes.u(2))
        column.addWidget(Label(self.tr("Help"), role=TypeRole.L, bold=True))
        column.addWidget(
            Label(
                self.tr("Enter accepts and goes on. A value that was accepted is on disk; there is nothing to save."),
                ink=Ink.MUTED,
                wrap=True,
            )
        )
        sections = ((self.tr("On this page"), hints_of(here)), (self.tr("Everywhere"), hints_of(everywhere)))
        tables = QHBoxLayout()
        tables.setSpacing(sizes.u(8))
        for title, hints in sections:
            if hints:
                tables.addLayout(_table(title, hints))
        tables.addStretch(1)
        column.addLayout(tables)
        column.addWidget(Label(self.tr("Esc or F1 closes this help."), role=TypeRole.S, ink=Ink.MUTED))
        column.addStretch(1)
        self.setWidget(body)

    def event(self, event: QEvent) -> bool:
        """Take Esc and F1 before any shortcut does."""
        if event.type() == QEvent.Type.ShortcutOverride and _closes(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close, or scroll."""
        if _closes(event):
            self.close_requested.emit()
        else:
            super().keyPressEvent(event)


def _closes(event: QEvent) -> bool:
    return getattr(event, "key", int)() in (Qt.Key.Key_Escape, Qt.Key.Key_F1)


def _table(title: str, hints: Sequence[KeyHint]) -> QVBoxLayout:
    sizes = metrics()
    column = QVBoxLayout()
    column.setSpacing(sizes.u(1))
    column.addWidget(Label(title, bold=True))
    grid = QGridLayout()
    grid.setHorizontalSpacing(sizes.u(2))
    grid.setVerticalSpacing(sizes.u(1))
    for row, hint in enumerate(hints):
        caps = QHBoxLayout()
        caps.setSpacing(sizes.u(0.5))
        for key in hint.keys:
            caps.addWidget(KeyCap(key))
        caps.addStretch(1)
        grid.addLayout(caps, row, 0)
        grid.addWidget(Label(hint.wish), row, 1)
    column.addLayout(grid)
    column.addStretch(1)
    return column
