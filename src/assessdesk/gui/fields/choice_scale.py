"""A row of numbers to choose from, for the person who answers: large, exclusive, nothing preselected."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QVBoxLayout, QWidget

from assessdesk.gui.fields.buttons import ActionButton, ButtonView
from assessdesk.gui.fields.text import Label
from assessdesk.gui.look.theme import TypeRole, metrics

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

SECOND_DIGIT_MS = 700
"""How long a first digit waits for a second one (1 then 0 is 10)."""


@dataclass(frozen=True, slots=True)
class ScaleView:
    """A scale: its question for screen readers, the first and last number, and the words under both ends."""

    name: str
    first: int
    last: int
    low_words: str
    high_words: str
    chosen: int | None = None


class ChoiceScale(QWidget):
    """The row of tiles.

    Signals:
        number_chosen(int): A tile was pressed, or its digits were typed.

    `show_view(view)` shows a scale; `scale=2` is for the kiosk.
    """

    number_chosen = Signal(int)

    def __init__(self, view: ScaleView, parent: QWidget | None = None, *, scale: int = 1) -> None:
        super().__init__(parent)
        self._scale = scale
        self._view = view
        self._typed = ""
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(SECOND_DIGIT_MS)
        self._wait.timeout.connect(self._take_typed)
        self._group = QButtonGroup(self)
        self._group.idClicked.connect(self.number_chosen)
        self._tiles = QHBoxLayout()
        self._tiles.setSpacing(metrics().u(1))
        self._low = Label(scale=scale)
        self._high = Label(scale=scale)
        ends = QHBoxLayout()
        ends.addWidget(self._low)
        ends.addStretch(1)
        ends.addWidget(self._high)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(metrics().u(2))
        outer.addLayout(self._tiles)
        outer.addLayout(ends)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.show_view(view)

    def show_view(self, view: ScaleView) -> None:
        """Show another scale; only `view.chosen` is marked, and None marks nothing."""
        for button in self._group.buttons():
            self._group.removeButton(button)
            self._tiles.removeWidget(button)
            button.deleteLater()
        self._view = view
        self._typed = ""
        self.setAccessibleName(view.name)
        self._low.show_text(view.low_words)
        self._high.show_text(view.high_words)
        for number in range(view.first, view.last + 1):
            height = 7.5
            tile = ActionButton(ButtonView(str(number), size=TypeRole.L, height=height), scale=self._scale)
            tile.setCheckable(True)
            tile.setChecked(number == view.chosen)
            tile.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            self._group.addButton(tile, number)
            self._tiles.addWidget(tile, 1)

    def chosen(self) -> int | None:
        """The chosen number, or None."""
        number = self._group.checkedId()
        return number if self._group.checkedButton() is not None else None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Digits choose; a digit that can begin a longer number waits for the next one."""
        if not event.text().isdigit() or event.isAutoRepeat():
            super().keyPressEvent(event)
            return
        self._typed += event.text()
        longer = any(str(n).startswith(self._typed) and str(n) != self._typed for n in self._numbers())
        if longer:
            self._wait.start()
        else:
            self._take_typed()

    def _numbers(self) -> range:
        return range(self._view.first, self._view.last + 1)

    def _take_typed(self) -> None:
        self._wait.stop()
        typed, self._typed = self._typed, ""
        if typed and int(typed) in self._numbers():
            self._group.button(int(typed)).setChecked(True)
            self.number_chosen.emit(int(typed))
