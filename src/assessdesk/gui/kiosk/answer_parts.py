"""The ways in which a participant answers a question: tiles, a list of words, a line, something typed.

Each is large enough for a finger and works by keyboard alone. Nothing is chosen beforehand and nothing is judged here.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from assessdesk.gui.fields.buttons import ActionButton, ButtonView
from assessdesk.gui.fields.choice_scale import ChoiceScale, ScaleView
from assessdesk.gui.fields.text import Label
from assessdesk.gui.fields.touch_line import TouchLine
from assessdesk.gui.look.theme import TypeRole, font, metrics
from assessdesk.services.self_entry import AnswerKind, Question

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QKeyEvent

    Say = Callable[..., str]
    """Says a sentence of the kiosk in the participant's language: its code, and what fills its places by name."""

LIST_HEIGHT, LIST_GAP, KEYPAD_HEIGHT = 4.5, 0.5, 4.5
FINGER = 7.5
"""In spacing units of a desk: the least height of what a finger presses, 60 px."""
MOST_TYPED = 200


def touchable(height: float, scale: int) -> float:
    """Return a height in units of `scale`, but never too low for a finger."""
    return max(height, FINGER / scale)


class AnswerPart(QWidget):
    """One way of answering.

    Signals:
        chosen(): The answer is another one now.
    """

    chosen = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)

    def text(self) -> str:
        """What is answered, as it would be typed; empty while nothing is."""
        raise TypeError(type(self).__name__)

    def take_focus(self) -> None:
        """Take the keys."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)


def part_for(question: Question, say: Say, *, scale: int, tiles: int) -> AnswerPart:
    """Return the part that a question needs, what was answered before marked. `tiles` scales tiles and keypad."""
    match question.kind:
        case AnswerKind.SCALE:
            return ScalePart(question, scale=tiles)
        case AnswerKind.LIST:
            return ListPart(question, scale=scale)
        case AnswerKind.LINE:
            return LinePart(question, scale=tiles)
        case AnswerKind.NUMBER | AnswerKind.TEXT:
            return TypedPart(question, say, scale=tiles)


class ScalePart(AnswerPart):
    """Numbers on tiles, with the words of both ends under them."""

    def __init__(self, question: Question, *, scale: int) -> None:
        super().__init__()
        chosen = int(question.answer) if question.answer else None
        low, high = _end(question.low, question.low_words), _end(question.high, question.high_words)
        view = ScaleView(question.text, question.low, question.high, low, high, chosen=chosen)
        self._scale = ChoiceScale(view, scale=scale)
        self._scale.number_chosen.connect(lambda _: self.chosen.emit())
        self.column.addWidget(self._scale)
        self.setFocusProxy(self._scale)

    def text(self) -> str:
        """The number on the chosen tile."""
        number = self._scale.chosen()
        return "" if number is None else str(number)


def _end(number: int, words: str) -> str:
    return f"{number} = {words}" if words else ""


class ListPart(AnswerPart):
    """Answers in words, one under the other; the digit before each chooses it."""

    def __init__(self, question: Question, *, scale: int) -> None:
        super().__init__()
        self._keys: dict[str, int] = {}
        self._codes: list[str] = []
        self._group = QButtonGroup(self)
        self.setAccessibleName(question.text)
        self.column.setSpacing(metrics(scale).u(LIST_GAP))
        by_number = all(code.isdigit() for code, _ in question.options)
        for place, (code, words) in enumerate(question.options):
            key = code if by_number else str(place + 1)
            view = ButtonView(words, (key,), cap_first=True, strong=False, height=touchable(LIST_HEIGHT, scale))
            button = ActionButton(view, scale=scale)
            button.setCheckable(True)
            button.setChecked(code == question.answer)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            self._group.addButton(button, place)
            self._keys[key] = place
            self._codes.append(code)
            self.column.addWidget(button)
        self._group.idClicked.connect(lambda _: self.chosen.emit())
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def text(self) -> str:
        """The code of the chosen answer."""
        return "" if self._group.checkedButton() is None else self._codes[self._group.checkedId()]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The digit before an answer chooses it."""
        place = self._keys.get(event.text())
        if place is None or event.isAutoRepeat():
            super().keyPressEvent(event)
            return
        self._group.button(place).setChecked(True)
        self.chosen.emit()


class LinePart(AnswerPart):
    """A line to touch, with the words of both ends under it."""

    def __init__(self, question: Question, *, scale: int) -> None:
        super().__init__()
        value = int(question.answer) if question.answer else None
        self._line = TouchLine(question.text, question.low, question.high, scale=scale, value=value)
        self._line.marked.connect(lambda _: self.chosen.emit())
        self.column.addWidget(self._line)
        ends = QHBoxLayout()
        ends.addWidget(Label(question.low_words, scale=scale))
        ends.addStretch(1)
        ends.addWidget(Label(question.high_words, scale=scale))
        self.column.addLayout(ends)
        self.setFocusProxy(self._line)

    def text(self) -> str:
        """Where the mark stands."""
        value = self._line.value()
        return "" if value is None else str(value)


class TypedPart(AnswerPart):
    """A line of text; for a number with a row of digits to touch."""

    def __init__(self, question: Question, say: Say, *, scale: int) -> None:
        super().__init__()
        sizes = metrics(scale)
        self.column.setSpacing(sizes.u(1))
        self._line = QLineEdit(question.answer)
        self._line.setAccessibleName(question.text)
        self._line.setFont(font(TypeRole.L, bold=True, scale=scale))
        self._line.setFixedHeight(sizes.u(5.5))
        self._line.setMaxLength(MOST_TYPED)
        self._line.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self._line.textChanged.connect(lambda _: self.chosen.emit())
        upper = QHBoxLayout()
        upper.setSpacing(sizes.u(0.5))
        upper.addWidget(self._line, 1)
        self.column.addLayout(upper)
        self.setFocusProxy(self._line)
        if question.kind is AnswerKind.NUMBER:
            upper.addWidget(_pad_button(ButtonView(say("KIOSK_ERASE"), height=5.5), scale, self._line.backspace))
            self.column.addLayout(self._keypad(scale))

    def _keypad(self, scale: int) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(metrics(scale).u(0.5))
        for digit in "0123456789":
            view = ButtonView(digit, size=TypeRole.L, height=KEYPAD_HEIGHT)
            row.addWidget(_pad_button(view, scale, lambda typed=digit: self._line.insert(typed)), 1)
        return row

    def text(self) -> str:
        """What stands in the line."""
        return self._line.text().strip()


def _pad_button(view: ButtonView, scale: int, press: Callable[..., object]) -> ActionButton:
    """Return a button that leaves the cursor in the line while it is touched."""
    button = ActionButton(replace(view, height=touchable(view.height, scale)), scale=scale)
    button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    button.clicked.connect(lambda _: press())
    return button
