"""Several lines of plain text with a label and a finding under them; Enter is a new line, Ctrl Enter is the page's.

It must not know what is written or for whom.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QSizePolicy, QVBoxLayout, QWidget

from assessdesk.gui.fields.finding_line import FindingKind, FindingLine, FindingView
from assessdesk.gui.fields.text import Label
from assessdesk.gui.look.theme import TypeRole, metrics
from assessdesk.gui.look.tokens import Ink

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent

HEIGHT = 9


class _Lines(QPlainTextEdit):
    """Plain text only; Tab leaves it."""

    def __init__(self) -> None:
        super().__init__()
        self.setTabChangesFocus(True)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Stand behind what is there."""
        super().focusInEvent(event)
        self.moveCursor(self.textCursor().MoveOperation.End)


class WordsField(QWidget):
    """The field: `show_label(label, note)`, `value()`, `clear()`, `show_refused(sentence)`, `take_focus()`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        sizes = metrics()
        self.label = Label(bold=True)
        self._note = Label(role=TypeRole.S, ink=Ink.MUTED)
        self.lines = _Lines()
        self.lines.setFixedHeight(sizes.u(HEIGHT))
        self._finding = FindingLine()
        head = QHBoxLayout()
        head.addWidget(self.label, 1)
        head.addWidget(self._note)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(sizes.u(0.5))
        column.addLayout(head)
        column.addWidget(self.lines)
        column.addWidget(self._finding)
        # Tall pages leave their room to other things: the label stays above its lines.
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setFocusProxy(self.lines)
        self.lines.textChanged.connect(lambda: self._finding.show_finding(None))

    def show_label(self, label: str, note: str) -> None:
        """Say what is wanted, and who reads it."""
        self.label.show_text(label)
        # The lines bear the name; a label of the same name would be found, and read aloud, in their place.
        self.label.setAccessibleName("")
        self._note.show_text(note)
        self.lines.setAccessibleName(label)
        self.lines.setAccessibleDescription(note)

    def value(self) -> str:
        """What was written."""
        return self.lines.toPlainText()

    def clear(self) -> None:
        """Begin anew."""
        self.lines.clear()
        self._finding.show_finding(None)

    def show_refused(self, sentence: str) -> None:
        """Show why it was not taken, and put the cursor back."""
        self._finding.show_finding(FindingView(FindingKind.REFUSED, self.tr("Not accepted:"), sentence))
        self.take_focus()

    def finding(self) -> str:
        """The sentence that is shown, or nothing."""
        shown = self._finding.finding()
        return shown.sentence if shown else ""

    def take_focus(self) -> None:
        """Put the cursor here."""
        self.lines.setFocus(Qt.FocusReason.OtherFocusReason)
