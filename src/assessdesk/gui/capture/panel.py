"""What every way of entering something shares: it is shown a step, takes the keys, and says what was answered.

A panel never writes anything and never judges a value; it shows the findings that it is handed.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from assessdesk.gui.fields.finding_line import FindingKind, FindingLine, FindingView, ReasonView
from assessdesk.gui.look.theme import metrics

if TYPE_CHECKING:
    from collections.abc import Sequence

    from assessdesk.services.capture_view import StepView


@dataclass(frozen=True, slots=True)
class Answer:
    """What was entered: text as typed or a code; for an unusual value the digit of the reason and its words."""

    text: str = ""
    digit: int = 0
    words: str = ""


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked about an unusual value: the bold lead, the sentence, the reasons to choose from."""

    lead: str
    sentence: str
    reasons: tuple[ReasonView, ...] = ()


class StepPanel(QWidget):
    """One way of entering something.

    Signals:
        answered(Answer): Enter on something complete.

    `show_step` shows another step, `take_focus` takes the keys, `accept` does what Enter does.
    """

    answered = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.finding = FindingLine()
        self._question: Question | None = None
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(metrics().u(1))

    def show_step(self, step: StepView, *, label: str) -> None:
        """Show a step anew."""
        raise TypeError(type(self).__name__, step, label)

    def take_focus(self) -> None:
        """Take the keys."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def accept(self) -> None:
        """Do what Enter does."""
        raise TypeError(type(self).__name__)

    def asking(self) -> bool:
        """Say whether a reason is wanted before the value can be taken."""
        return self._question is not None

    def ask(self, question: Question) -> None:
        """Show what is unusual; with reasons, one must be chosen."""
        self._question = question
        self.finding.show_finding(FindingView(FindingKind.UNUSUAL, question.lead, question.sentence, question.reasons))

    def refuse(self, lead: str, sentence: str) -> None:
        """Show why the text was not accepted; it stays, selected, with the cursor in it."""
        self._question = None
        self.finding.show_finding(FindingView(FindingKind.REFUSED, lead, sentence))

    def back(self) -> bool:
        """Go back into the field from a question; say whether there was one."""
        asked = self._question is not None
        self.quiet()
        if asked:
            self.take_focus()
        return asked

    def quiet(self) -> None:
        """Take findings away."""
        self._question = None
        self.finding.show_finding(None)

    def choose(self, digit: int) -> None:
        """Choose the reason with a digit."""
        self.finding.choose(digit)

    def give(self, text: str) -> None:
        """Hand on a text, with the reason chosen for it; while a reason lacks, ask for it again."""
        if self._question is None or not self._question.reasons:
            self.answered.emit(Answer(text))
            return
        chosen = self.finding.chosen()
        if chosen is None:
            self.ask_for_reason()
        elif not self.finding.words_missing():
            self.answered.emit(Answer(text, chosen.reason.digit, chosen.words))

    def ask_for_reason(self) -> None:
        """Enter without a reason: say again what is wanted."""
        if self._question is not None:
            self.ask(self._question)


def reason_views(titles: Sequence[tuple[str, str, bool]]) -> tuple[ReasonView, ...]:
    """Return reasons from (key, title, needs text)."""
    return tuple(ReasonView(int(key), title, needs_text=needs_text) for key, title, needs_text in titles)
