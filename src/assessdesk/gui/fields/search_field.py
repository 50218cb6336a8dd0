"""A line that finds: icon before, the key that leads to it behind. It must not know what is looked for."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QWidget

from assessdesk.gui.fields.about_panel import SmallIcon
from assessdesk.gui.fields.key_cap import KeyCap
from assessdesk.gui.fields.text import restyle
from assessdesk.gui.look.icons import IconName
from assessdesk.gui.look.theme import metrics

WIDTH = 40


class SearchField(QFrame):
    """The field.

    Signals:
        text_changed: What stands in it changed.
    """

    text_changed = Signal()

    def __init__(self, hint: str, cap: str, parent: QWidget | None = None, *, width: float = WIDTH) -> None:
        super().__init__(parent)
        sizes = metrics()
        self.setProperty("kind", "field")
        self.setFixedSize(sizes.u(width), sizes.u(5.5))
        self._cap = cap
        self._edit = QLineEdit()
        self._edit.setPlaceholderText(hint)
        self._edit.setAccessibleName(hint)
        self._edit.setAccessibleDescription(cap)
        self._edit.textChanged.connect(lambda _: self.text_changed.emit())
        row = QHBoxLayout(self)
        row.setContentsMargins(sizes.u(1.5), 0, sizes.u(1.5), 0)
        row.setSpacing(sizes.u(1))
        row.addWidget(SmallIcon(IconName.SEARCH))
        row.addWidget(self._edit, 1)
        row.addWidget(KeyCap(cap))
        self.setFocusProxy(self._edit)
        self._edit.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Show the focus on the frame, which is the field's edge; leave the leading key out of the text."""
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            restyle(self, "active", "true" if event.type() == QEvent.Type.FocusIn else "false")
        # Whoever presses the key that leads here once too often does not mean the sign itself.
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and event.text() == self._cap:
            return True
        return super().eventFilter(watched, event)

    def line(self) -> QLineEdit:
        """The line itself."""
        return self._edit

    def text(self) -> str:
        """What is looked for, in capitals as study codes are written."""
        return self._edit.text().strip().upper()

    def clear(self) -> None:
        """Look for nothing."""
        self._edit.clear()

    def take_focus(self) -> None:
        """Put the cursor here, the text selected."""
        self._edit.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._edit.selectAll()
