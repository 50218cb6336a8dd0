"""Parts of forms: a labelled line of text and a row of choices, each with its finding directly under it.

Nothing is checked here: a page shows the sentence that a use case gave. It must not know what is asked.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QBoxLayout, QButtonGroup, QHBoxLayout, QLayout, QLineEdit, QVBoxLayout, QWidget

from assessdesk.gui.fields.buttons import ActionButton, ButtonView
from assessdesk.gui.fields.finding_line import FindingKind, FindingLine, FindingView
from assessdesk.gui.fields.text import Label
from assessdesk.gui.look.flow import FlowRow
from assessdesk.gui.look.theme import TypeRole, metrics
from assessdesk.gui.look.tokens import Ink

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QAbstractButton

DIGITS = 9
"""How many choices a digit can choose; arrows reach the others."""
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


def refused(lead: str, sentence: str) -> FindingView:
    """What stands under a field whose content was not accepted."""
    return FindingView(FindingKind.REFUSED, lead, sentence)


class FormPart(QWidget):
    """A label, something to fill in, and the finding under it; `beside` puts what is filled in right of the label.

    Signals:
        accepted: Enter was pressed here; the form moves on.
    """

    accepted = Signal()

    def __init__(self, label: str, *, note: str = "", beside: bool = False) -> None:
        super().__init__()
        sizes = metrics()
        self.label = Label(label, bold=not beside, wrap=beside)
        self._finding = FindingLine()
        head = self._head = QHBoxLayout()
        head.addWidget(self.label, 1, Qt.AlignmentFlag.AlignVCenter)
        self._note = Label(note, role=TypeRole.S, ink=Ink.MUTED)
        head.addWidget(self._note)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(sizes.u(0.5))
        self._column.addLayout(head)
        self._row = QHBoxLayout()
        self._row.setSpacing(sizes.u(1))
        (head if beside else self._column).addLayout(self._row)
        self._column.addWidget(self._finding)

    def _keep_note_near(self) -> None:
        """Let the note follow the label, where what is filled in does not reach to the right edge."""
        self._head.setStretchFactor(self.label, 0)
        self._head.setSpacing(metrics().u(1.5))
        self._head.addStretch(1)

    def show_refused(self, sentence: str) -> None:
        """Show why the content was not accepted, and put the cursor back; an empty sentence takes it away."""
        self._finding.show_finding(refused(self.tr("Not accepted:"), sentence) if sentence else None)
        if sentence:
            self.take_focus()

    def show_finding(self, view: FindingView | None) -> None:
        """Show another finding than a refusal of what stands here, or none."""
        self._finding.show_finding(view)

    def finding(self) -> str:
        """The sentence that is shown, or nothing."""
        shown = self._finding.finding()
        return shown.sentence if shown else ""

    def show_note(self, note: str) -> None:
        """Say another word beside the label."""
        self._note.show_text(note)

    def value(self) -> str:
        """What was filled in."""
        raise TypeError(type(self).__name__)

    def take_focus(self) -> None:
        """Put the cursor here."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)


class TextPart(FormPart):
    """A line of text. `secret=True` hides what is typed; `line()` is the line itself."""

    def __init__(
        self,
        label: str,
        *,
        note: str = "",
        hint: str = "",
        secret: bool = False,
        width: float = 0,
        beside: bool = False,
    ) -> None:
        super().__init__(label, note=note, beside=beside)
        sizes = metrics()
        self._edit = QLineEdit()
        self._edit.setFixedHeight(sizes.u(5.5))
        self._edit.setAccessibleName(label)
        self._edit.setAccessibleDescription(note or hint)
        self._edit.setPlaceholderText(hint)
        if secret:
            self._edit.setEchoMode(QLineEdit.EchoMode.Password)
        if width:
            self._edit.setFixedWidth(sizes.u(width))
        self.label.setBuddy(self._edit)
        # The line bears the name; a label of the same name would be found, and read aloud, in its place.
        self.label.setAccessibleName("")
        self._row.addWidget(self._edit, 0 if width else 1)
        if width and not beside:
            self._row.addStretch(1)
            self._keep_note_near()
        self.setFocusProxy(self._edit)
        self._edit.returnPressed.connect(self.accepted)
        self._edit.textEdited.connect(lambda _: self._finding.show_finding(None))

    def line(self) -> QLineEdit:
        """The line itself."""
        return self._edit

    def put_beside(self, widget: QWidget) -> None:
        """Let a button stand at the right of the line."""
        self._row.addWidget(widget)

    def put_under(self, widget: QWidget) -> None:
        """Let a notice stand between the line and its finding."""
        self._column.insertWidget(2, widget)

    def value(self) -> str:
        """What stands in the line."""
        return self._edit.text()

    def take_focus(self) -> None:
        """Put the cursor here, the text selected so that typing replaces it."""
        super().take_focus()
        self._edit.selectAll()


@dataclass(frozen=True, slots=True)
class Option:
    """One choice: what is recorded and what is read."""

    code: str
    text: str


class ChoicePart(FormPart):
    """A row of choices of which one holds, or a column for long ones; nothing is chosen at first unless it is said.

    At most `per_row` stand in a row, where it is given. A digit chooses while the choices have the focus, arrows move,
    Enter chooses and moves on.

    Signals:
        chosen(str): Another code was chosen.
    """

    chosen = Signal(str)

    def __init__(
        self,
        label: str,
        options: Sequence[Option],
        *,
        value: str = "",
        note: str = "",
        beside: bool = False,
        stacked: bool = False,
        per_row: int = 0,
    ) -> None:
        super().__init__(label, note=note, beside=beside)
        row = self._choices_in(stacked=stacked, wraps=not (stacked or beside or per_row))
        if not (stacked or beside):
            self._keep_note_near()
        self._group = QButtonGroup(self)
        self._codes = [option.code for option in options]
        for place, option in enumerate(options):
            if isinstance(row, QHBoxLayout) and per_row and place and place % per_row == 0:
                row = self._further_row(row)
            digit = (str(place + 1),) if place < DIGITS else ()
            button = ActionButton(ButtonView(option.text, digit, strong=False, cap_first=stacked))
            button.setCheckable(True)
            button.setAccessibleName(f"{label}: {option.text}")
            button.setChecked(option.code == value)
            button.installEventFilter(self)
            self._group.addButton(button, place)
            row.addWidget(button)
        if isinstance(row, QHBoxLayout) and not beside:
            row.addStretch(1)
        self._group.idClicked.connect(self._on_chosen)
        self.setFocusProxy(self._group.button(0))

    def value(self) -> str:
        """The chosen code, or nothing."""
        place = self._group.checkedId()
        return self._codes[place] if place >= 0 else ""

    def _choices_in(self, *, stacked: bool, wraps: bool) -> QLayout:
        """Return what the choices stand in: a column, lines that go on in the next, or the one row."""
        if not (stacked or wraps):
            return self._row
        made = QVBoxLayout() if stacked else FlowRow(metrics().u(1))
        self._row.addLayout(made, 1)
        return made

    def codes(self) -> tuple[str, ...]:
        """What can be chosen."""
        return tuple(self._codes)

    def _further_row(self, full: QBoxLayout) -> QBoxLayout:
        full.addStretch(1)
        row = QHBoxLayout()
        row.setSpacing(metrics().u(1))
        self._column.insertLayout(self._column.count() - 1, row)
        return row

    def choose(self, code: str) -> None:
        """Choose a code."""
        button = self._group.button(self._codes.index(code))
        button.setChecked(True)
        self.setFocusProxy(button)
        self._on_chosen(self._codes.index(code))

    def clear(self) -> None:
        """Choose none."""
        self._group.setExclusive(False)
        for button in self._group.buttons():
            button.setChecked(False)
        self._group.setExclusive(True)
        self.setFocusProxy(self._group.button(0))

    def buttons(self) -> tuple[QAbstractButton, ...]:
        """The buttons, left to right."""
        return tuple(self._group.buttons())

    def _on_chosen(self, place: int) -> None:
        self.setFocusProxy(self._group.button(place))
        self._finding.show_finding(None)
        self.chosen.emit(self._codes[place])

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Turn digits into choices and Enter into choosing and moving on."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and isinstance(watched, ActionButton):
            return self._on_key(watched, event)
        return False

    def _on_key(self, button: ActionButton, event: QKeyEvent) -> bool:
        if event.key() in ENTER:
            if not self.value():
                self.choose(self._codes[self._group.id(button)])
            self.accepted.emit()
            return True
        text = event.text()
        if text.isdecimal() and 1 <= int(text) <= len(self._codes):
            place = int(text) - 1
            self._group.button(place).setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.choose(self._codes[place])  # last: whoever listens may move on
            return True
        return False
