"""What is wrong or unusual about a value, in a line under its field: never a dialog, never a toast.

It shows a sentence made elsewhere and, for an unusual value, the reasons with their digits. It must not know any
limit, and it decides nothing: choosing a reason is not yet confirming it.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from assessdesk.gui.fields.announcement import announce
from assessdesk.gui.fields.buttons import ActionButton, ButtonView
from assessdesk.gui.fields.text import Label, restyle
from assessdesk.gui.look.states import VisualState, paint_state, state_word
from assessdesk.gui.look.theme import colours, metrics
from assessdesk.gui.look.tokens import Ink


class FindingKind(StrEnum):
    """How grave a finding is."""

    UNUSUAL = "unusual"
    REFUSED = "refused"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class ReasonView:
    """One reason for keeping an unusual value.

    Attributes:
        digit: The key that chooses it, 1 to 9.
        text: Its words.
        needs_text: Whether words must be added.
    """

    digit: int
    text: str
    needs_text: bool = False


@dataclass(frozen=True, slots=True)
class FindingView:
    """One finding: the bold lead ("Unusual: 47.2 kg."), the sentence, and reasons where they can be given."""

    kind: FindingKind
    lead: str
    sentence: str
    reasons: tuple[ReasonView, ...] = ()


@dataclass(frozen=True, slots=True)
class ChosenReason:
    """What the assessor has chosen so far; `words` is empty unless the reason asks for words."""

    reason: ReasonView
    words: str = ""


_SHAPES = {FindingKind.UNUSUAL: VisualState.UNUSUAL, FindingKind.REFUSED: VisualState.NOT_ACCEPTED}
_EDGES = {FindingKind.UNUSUAL: "warn", FindingKind.REFUSED: "bad", FindingKind.NOTE: ""}


class StateShape(QWidget):
    """A bare state shape that stands beside words; it names the state to a screen reader."""

    def __init__(self, state: VisualState, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.show_state(state)
        self.setFixedSize(metrics().u(2), metrics().u(2.5))

    def show_state(self, state: VisualState) -> None:
        """Show another shape."""
        self._state = state
        self.setAccessibleName(state_word(state))
        self.setAccessibleDescription(self.tr("State"))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the shape in the middle."""
        del event
        side = metrics().u(2)
        painter = QPainter(self)
        rect = QRectF(0, (self.height() - side) / 2, side, side)
        paint_state(painter, rect, self._state, colours(self))
        painter.end()


class FindingLine(QFrame):
    """The line of one finding; hidden while there is none.

    Signals:
        reason_chosen(ChosenReason): A reason was chosen (by digit through `choose`, or by a press), not confirmed.

    `show_finding(view)` shows and announces, `show_finding(None)` hides. `choose(digit)` is for the page's digit
    keys. `chosen()` is what a confirmation would carry, or None; `words_missing()` tells that words still lack.
    """

    reason_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "finding")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._view: FindingView | None = None
        sizes = metrics()
        self._shape = StateShape(VisualState.UNUSUAL)
        self._sentence = Label(wrap=True)
        self._words = QLineEdit()
        self._words.setMinimumHeight(sizes.u(5.5))
        self._words.setPlaceholderText(self.tr("Reason in words"))
        self._words.setAccessibleName(self.tr("Reason in words"))
        self._group = QButtonGroup(self)
        self._group.idClicked.connect(self._on_chosen)
        self._words.textEdited.connect(self._on_words)
        head = QHBoxLayout()
        head.setSpacing(sizes.u(1))
        head.addWidget(self._shape, 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self._sentence, 1)
        self._grid = QGridLayout()
        self._grid.setSpacing(sizes.u(1))
        outer = self._lines = QVBoxLayout(self)
        outer.setContentsMargins(sizes.u(1), sizes.u(1), sizes.u(1.5), sizes.u(1.5))
        outer.setSpacing(sizes.u(1))
        outer.addLayout(head)
        outer.addLayout(self._grid)
        outer.addWidget(self._words)
        self.hide()

    def finding(self) -> FindingView | None:
        """What is shown."""
        return self._view

    def show_finding(self, view: FindingView | None) -> None:
        """Show and announce a finding, or hide the line. Nothing is preselected."""
        self._view = view
        self._words.clear()
        self._words.hide()
        for button in self._group.buttons():
            self._group.removeButton(button)
            self._grid.removeWidget(button)
            button.hide()
            button.deleteLater()
        self.setVisible(view is not None)
        if view is None:
            return
        restyle(self, "edge", _EDGES[view.kind])
        self._shape.setVisible(view.kind in _SHAPES)
        self._shape.show_state(_SHAPES.get(view.kind, VisualState.UNUSUAL))
        self._sentence.show_ink(Ink.TEXT)
        self._sentence.show_lead(view.lead, view.sentence)
        for position, reason in enumerate(view.reasons):
            self._add(reason, position)
        said = f"{view.lead} {view.sentence}"
        self.setAccessibleName(said)
        announce(self, said, urgent=view.kind is not FindingKind.NOTE)

    def _add(self, reason: ReasonView, position: int) -> None:
        button = ActionButton(ButtonView(reason.text, (str(reason.digit),), cap_first=True, strong=False))
        button.setCheckable(True)
        # The page's digit keys choose; the focus stays in the field, where Esc and Enter are expected.
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._group.addButton(button, reason.digit)
        self._grid.addWidget(button, position // 2, position % 2)
        self._grid.setColumnStretch(position % 2, 1)

    def choose(self, digit: int) -> None:
        """Choose the reason with this digit; a digit without a reason changes nothing."""
        button = self._group.button(digit)
        if button in self._group.buttons() and not self.isHidden():
            button.setChecked(True)
            self._on_chosen(digit)

    def chosen(self) -> ChosenReason | None:
        """The chosen reason with its words, or None."""
        if self._view is None:
            return None
        digit = self._group.checkedId()
        for reason in self._view.reasons:
            if reason.digit == digit:
                return ChosenReason(reason, self._words.text().strip() if reason.needs_text else "")
        return None

    def words_missing(self) -> bool:
        """Whether the chosen reason asks for words and none stand there; the cursor is put there if so."""
        picked = self.chosen()
        if picked is None or not picked.reason.needs_text or picked.words:
            return False
        self._words.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def words_line(self) -> QLineEdit:
        """The line for words, for Enter and Esc of the page."""
        return self._words

    def _on_chosen(self, digit: int) -> None:
        del digit
        picked = self.chosen()
        if picked is None:
            return
        self._words.setVisible(picked.reason.needs_text)
        if picked.reason.needs_text:
            self._words.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self, picked.reason.text)
        self.reason_chosen.emit(picked)

    def _on_words(self, text: str) -> None:
        del text
        self.reason_chosen.emit(self.chosen())

    def minimumSizeHint(self) -> QSize:
        """High enough for its wrapped sentence at the width it has."""
        hint = super().minimumSizeHint()
        if self.width() <= metrics().u(10):
            return hint
        return QSize(hint.width(), max(hint.height(), self._lines.minimumHeightForWidth(self.width())))
