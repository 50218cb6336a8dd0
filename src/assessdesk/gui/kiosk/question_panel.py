"""One question as the participant sees it: what is asked, the answers, and three ways on.

It must not know whose question it is, nor what becomes of the answer.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from assessdesk.gui.fields.announcement import announce
from assessdesk.gui.fields.buttons import ActionButton, ButtonKind, ButtonView
from assessdesk.gui.fields.text import Label
from assessdesk.gui.kiosk.answer_parts import part_for, touchable
from assessdesk.gui.look.icons import IconName
from assessdesk.gui.look.theme import TypeRole, metrics
from assessdesk.gui.look.tokens import Ink
from assessdesk.services.self_entry import AnswerKind, Question

if TYPE_CHECKING:
    from PySide6.QtCore import SignalInstance

    from assessdesk.gui.kiosk.answer_parts import Say

BIG = 2
"""The scale of the page: twice the size of a desk."""
HIGH = 5.5
TWICE_FROM = 1000
"""Narrower screens (logical px) show everything in the sizes of a desk, so that eleven tiles fit."""
# A list needs no word on how to use it: its answers are words.
HINTS = {
    AnswerKind.SCALE: "KIOSK_SCALE",
    AnswerKind.LINE: "KIOSK_LINE",
    AnswerKind.NUMBER: "KIOSK_NUMBER",
    AnswerKind.TEXT: "KIOSK_TEXT",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionView:
    """A question, whether one can go back from it, whether the text is larger still, and the scale of the page."""

    question: Question
    first: bool
    larger: bool = False
    scale: int = BIG


class QuestionPanel(QWidget):
    """The panel; another question is another panel.

    Signals:
        next_wished(), back_wished(), declined(): One of the buttons was pressed.
        edited(): The answer is another one now.
    """

    next_wished = Signal()
    back_wished = Signal()
    declined = Signal()
    edited = Signal()

    def __init__(self, view: QuestionView, say: Say) -> None:
        super().__init__()
        self._view, self._say = view, say
        self._tiles = view.scale
        self._scale = self._tiles + 1 if view.larger else self._tiles
        self._problem = Label(wrap=True, bold=True, ink=Ink.BAD, scale=self._tiles)
        self._echo = Label(ink=Ink.MUTED, scale=self._tiles)
        self.part = part_for(view.question, say, scale=self._scale, tiles=self._tiles)
        self.part.chosen.connect(self._on_chosen)
        self._lay_out()
        self._show_echo()

    def _lay_out(self) -> None:
        sizes = metrics(self._tiles)
        column = QVBoxLayout(self)
        column.setContentsMargins(sizes.u(3), 0, sizes.u(3), sizes.u(2))
        column.setSpacing(sizes.u(1))
        column.addWidget(self._scroll(), 1)
        column.addWidget(self._problem)
        column.addWidget(self._echo)
        column.addLayout(self._foot())
        self._problem.hide()

    def _scroll(self) -> QScrollArea:
        """The question and its answers; words that are too long for the screen can be scrolled."""
        question, sizes = self._view.question, metrics(self._tiles)
        inner = QWidget()
        inner.setProperty("kind", "plain")
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, sizes.u(0.5), 0, 0)
        column.setSpacing(sizes.u(0.5))
        if question.recall:
            column.addWidget(Label(question.recall, ink=Ink.MUTED, wrap=True, scale=self._scale))
        column.addWidget(Label(question.text, role=TypeRole.L, bold=True, wrap=True, scale=self._scale))
        if question.kind in HINTS:
            hint = self._say(HINTS[question.kind], low=question.low, high=question.high)
            column.addWidget(Label(hint, ink=Ink.MUTED, wrap=True, scale=self._tiles))
        column.addSpacing(sizes.u(1))
        column.addWidget(self.part)
        column.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inner)
        return area

    def _foot(self) -> QHBoxLayout:
        say, row, high = self._say, QHBoxLayout(), touchable(HIGH, self._tiles)
        row.setSpacing(metrics(self._tiles).u(1))
        back = _button(ButtonView(say("KIOSK_BACK"), icon=IconName.BACK, height=high), self._tiles, self.back_wished)
        back.setEnabled(not self._view.first)
        row.addWidget(back)
        row.addWidget(_button(ButtonView(say("KIOSK_DECLINE"), strong=False, height=high), self._tiles, self.declined))
        row.addStretch(1)
        go_on = ButtonView(say("KIOSK_NEXT"), ("Enter",), ButtonKind.PRIMARY, height=high)
        row.addWidget(_button(go_on, self._tiles, self.next_wished))
        return row

    def _on_chosen(self) -> None:
        self._problem.hide()
        self._show_echo()
        self.edited.emit()

    def _show_echo(self) -> None:
        """Say what is chosen where it is not written on the answer itself; a declined question says so."""
        question, text = self._view.question, self.part.text()
        words = ""
        if text and question.kind is AnswerKind.SCALE:
            words = self._say("KIOSK_CHOSEN", answer=text)
        elif text and question.kind is AnswerKind.LINE:
            words = self._say("KIOSK_MARKED")
        elif question.declined and not text:
            words = self._say("KIOSK_DECLINED")
        self._echo.show_text(words)
        # On a scale its line is kept free, so that nothing moves when something is chosen.
        self._echo.setVisible(bool(words) or question.kind in {AnswerKind.SCALE, AnswerKind.LINE})
        if words:
            announce(self, words)

    def text(self) -> str:
        """What is answered."""
        return self.part.text()

    def show_problem(self, sentence: str) -> None:
        """Say why the answer was not taken; it stays as it is."""
        self._problem.show_text(sentence)
        self._problem.setVisible(bool(sentence))
        if sentence:
            announce(self, sentence, urgent=True)
        self.part.take_focus()


def _button(view: ButtonView, scale: int, wish: SignalInstance) -> ActionButton:
    button = ActionButton(view, scale=scale)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    button.clicked.connect(lambda _: wish.emit())
    return button
