"""One number with its unit, typed as text: entry is checked elsewhere, on Enter and never per keystroke.

It emits what was typed, unparsed. It must not know limits, precision or what a number means.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from assessdesk.gui.fields.status_badge import StateView, StatusBadge
from assessdesk.gui.fields.text import Label, restyle
from assessdesk.gui.look.states import VisualState
from assessdesk.gui.look.theme import TypeRole, font, metrics
from assessdesk.gui.look.tokens import Ink

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QWheelEvent


class EntryState(StrEnum):
    """How an entry stands. The field itself only ever moves between EMPTY and TYPING."""

    EMPTY = "empty"
    TYPING = "typing"
    ACCEPTED = "accepted"
    UNUSUAL = "unusual"
    REFUSED = "refused"
    NOT_DONE = "not_done"
    DISABLED = "disabled"


class EntrySize(StrEnum):
    """CAPTURE: label above, large text, buttons beside. FORM: label left, tick right, one row of many."""

    CAPTURE = "capture"
    FORM = "form"


@dataclass(frozen=True, slots=True)
class QuantityView:
    """What a field shows.

    Attributes:
        label: What is asked; also the accessible name.
        unit: The unit as written ("kg", "of 5"); may be empty.
        text: What stands in the field.
        state: How the entry stands.
        precision: Small note at the right of the label ("to 0.1 kg").
        hint: Line under the field; says why when the field is disabled.
    """

    label: str
    unit: str = ""
    text: str = ""
    state: EntryState = EntryState.EMPTY
    precision: str = ""
    hint: str = ""


_EDGES = {EntryState.UNUSUAL: "warn", EntryState.REFUSED: "bad"}
_MARKS = {
    EntryState.ACCEPTED: VisualState.DONE,
    EntryState.UNUSUAL: VisualState.UNUSUAL,
    EntryState.REFUSED: VisualState.NOT_ACCEPTED,
    EntryState.NOT_DONE: VisualState.NOT_DONE,
}
_READ_ONLY = (EntryState.UNUSUAL, EntryState.ACCEPTED, EntryState.NOT_DONE)


class NumberEdit(QLineEdit):
    """A line for digits in which letters stay free for commands.

    Letters without Ctrl or Alt are neither typed nor swallowed: they go on as shortcuts of the page. When the
    line is read-only the same holds for digits, so that a digit can only mean a reason.
    """

    focus_changed = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAlignment(Qt.AlignmentFlag.AlignRight)
        # A Korean input method would compose the command letters (N becomes a jamo) and hide them from the page.
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)

    def event(self, event: QEvent) -> bool:
        """Leave command keys to the page's shortcuts."""
        if event.type() == QEvent.Type.ShortcutOverride and self._is_command(event):
            event.ignore()
            return False
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.focus_changed.emit(event.type() == QEvent.Type.FocusIn)
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Type digits and signs; pass commands on."""
        if self._is_command(event):
            event.ignore()
            return
        super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """A wheel never changes a value."""
        event.ignore()

    def _is_command(self, event: QEvent) -> bool:
        if not isinstance(event, QKeyEvent):
            return False
        chord = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
        text = event.text()
        if event.modifiers() & chord or not text or not text.isprintable():
            return False
        return self.isReadOnly() or text.isalpha()


class QuantityField(QWidget):
    """A number field.

    Signals:
        text_accepted(str): Enter was pressed; the text exactly as typed.
        text_edited(str): The text changed by typing.
        previous_requested(): Shift Enter was pressed.

    `show_view` shows another state, `show_buttons` puts buttons (Accept, Re-measure) beside the field, `take_focus`
    puts the cursor in it with the text selected. The accessible name is the label; the description carries unit,
    precision and hint.
    """

    text_accepted = Signal(str)
    text_edited = Signal(str)
    previous_requested = Signal()

    def __init__(
        self, view: QuantityView, parent: QWidget | None = None, *, size: EntrySize = EntrySize.CAPTURE
    ) -> None:
        super().__init__(parent)
        self._size = size
        self._view = view
        large = size is EntrySize.CAPTURE
        role = TypeRole.L if large else TypeRole.M
        self._label = Label(bold=large)
        self._precision = Label(role=TypeRole.S, ink=Ink.MUTED)
        self._hint = Label(role=TypeRole.S, ink=Ink.MUTED, wrap=True)
        self._unit = Label(role=role, ink=Ink.MUTED)
        self._mark = StatusBadge(StateView(VisualState.DONE))
        self._edit = NumberEdit()
        self._edit.setMinimumWidth(metrics().u(5))
        self._edit.setFont(font(role, bold=large))
        self._frame = QFrame()
        self._frame.setProperty("kind", "field")
        self._row = QHBoxLayout()
        self._lay_out(large=large)
        self._label.setBuddy(self._edit)
        self._edit.textEdited.connect(self._on_edited)
        self._edit.focus_changed.connect(self._on_focus)
        self._edit.installEventFilter(self)
        self.setFocusProxy(self._edit)
        self.show_view(view)

    def _lay_out(self, *, large: bool) -> None:
        sizes = metrics()
        inner = QHBoxLayout(self._frame)
        inner.setContentsMargins(sizes.u(1.5), 0, sizes.u(1.5), 0)
        inner.setSpacing(sizes.u(1))
        inner.addWidget(self._edit, 1)
        self._frame.setFixedHeight(sizes.u(7 if large else 5.5))
        self._row.setSpacing(sizes.u(1))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(sizes.u(0.5))
        if large:
            inner.addWidget(self._unit)
            head = QHBoxLayout()
            head.addWidget(self._label, 1)
            head.addWidget(self._precision)
            outer.addLayout(head)
            self._row.addWidget(self._frame, 1)
            self._mark.hide()
        else:
            self._frame.setFixedWidth(sizes.u(10))
            self._unit.setFixedWidth(sizes.u(5))
            self._mark.setFixedWidth(sizes.u(2))
            self._row.addWidget(self._label, 1)
            self._row.addWidget(self._frame)
            self._row.addWidget(self._unit)
            self._row.addWidget(self._mark)
        outer.addLayout(self._row)
        outer.addWidget(self._hint)

    def view(self) -> QuantityView:
        """What was last shown (the text may have been typed over since)."""
        return self._view

    def text(self) -> str:
        """What stands in the field now."""
        return self._edit.text()

    def line(self) -> QLineEdit:
        """The line itself, for buddies and tab order."""
        return self._edit

    def show_view(self, view: QuantityView) -> None:
        """Show label, unit, text and state anew. The cursor stays; the text is only replaced when it differs."""
        self._view = view
        self._label.show_text(view.label)
        self._precision.show_text(view.precision)
        self._hint.show_text(view.hint)
        self._hint.setVisible(bool(view.hint))
        self._unit.show_text(view.unit)
        if self._edit.text() != view.text:
            self._edit.setText(view.text)
        self._edit.setAccessibleName(view.label)
        self._edit.setAccessibleDescription(", ".join(each for each in (view.unit, view.precision, view.hint) if each))
        self.show_state(view.state)

    def show_state(self, state: EntryState) -> None:
        """Show another state over the same text."""
        self._edit.setReadOnly(state in _READ_ONLY)
        self._frame.setEnabled(state is not EntryState.DISABLED)
        restyle(self._frame, "edge", _EDGES.get(state, ""))
        mark = _MARKS.get(state)
        if self._size is EntrySize.FORM:
            keeps_room = self._mark.sizePolicy()
            keeps_room.setRetainSizeWhenHidden(True)
            self._mark.setSizePolicy(keeps_room)
            self._mark.setVisible(mark is not None)
            if mark is not None:
                self._mark.show_state(StateView(mark))

    def show_buttons(self, buttons: Sequence[QWidget]) -> None:
        """Put these buttons beside the field, instead of those that stood there."""
        while self._row.count() > 1:
            item = self._row.takeAt(1)
            taken = item.widget() if item is not None else None
            if taken is not None:
                taken.hide()
        for button in buttons:
            button.setMinimumHeight(metrics().u(7))
            self._row.addWidget(button)
            button.show()

    def take_focus(self, *, select: bool = True) -> None:
        """Put the cursor into the field; the text is selected so that typing replaces it."""
        self._edit.setFocus(Qt.FocusReason.OtherFocusReason)
        if select:
            self._edit.selectAll()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Turn Enter and Shift Enter into the two signals."""
        if watched is self._edit and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._on_key(event)
        return False

    def _on_key(self, event: QKeyEvent) -> bool:
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            return False
        if event.isAutoRepeat():
            return True
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.previous_requested.emit()
        else:
            self.text_accepted.emit(self._edit.text())
        return True

    def _on_edited(self, text: str) -> None:
        self.show_state(EntryState.TYPING if text else EntryState.EMPTY)
        self.text_edited.emit(text)

    def _on_focus(self, focused: bool) -> None:  # noqa: FBT001 - a slot takes what its signal sends
        restyle(self._frame, "active", "true" if focused else "false")
