"""The filters above a list, each with its count and digit; a filter that would show nothing is disabled."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QWidget

from assessdesk.gui.fields.buttons import ActionButton, ButtonView
from assessdesk.gui.look.theme import metrics

if TYPE_CHECKING:
    from collections.abc import Sequence

    from assessdesk.gui.look.states import VisualState


@dataclass(frozen=True, slots=True)
class FilterView:
    """One filter: what the page calls it, its words, its count where it is known, its cap, and the state it shows."""

    key: str
    words: str
    count: int | None = None
    cap: str = ""
    state: VisualState | None = None


class FilterBar(QWidget):
    """A row of filters, one chosen.

    Signals:
        filter_chosen(FilterView): Another filter was chosen, by press or through `choose`.
    """

    filter_chosen = Signal(object)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._filters: tuple[FilterView, ...] = ()
        self._group = QButtonGroup(self)
        self._group.idToggled.connect(self._on_toggled)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(metrics().u(1))
        self._row.addStretch(1)
        self.setAccessibleName(name)

    def show_filters(self, filters: Sequence[FilterView], chosen: str) -> None:
        """Show these filters, `chosen` (a key) marked; nothing is emitted."""
        self._filters = ()
        for button in self._group.buttons():
            self._group.removeButton(button)
            self._row.removeWidget(button)
            button.deleteLater()
        for position, each in enumerate(filters):
            caps = (each.cap,) if each.cap else ()
            count = "" if each.count is None else str(each.count)
            button = ActionButton(ButtonView(each.words, caps, state=each.state, count=count, strong=False))
            button.setCheckable(True)
            button.setEnabled(each.count != 0)
            button.setChecked(each.key == chosen)
            self._group.addButton(button, position)
            self._row.insertWidget(position, button)
        self._filters = tuple(filters)

    def choose(self, key: str) -> None:
        """Choose the filter with this key, if it would show something."""
        for position, each in enumerate(self._filters):
            if each.key == key and each.count != 0:
                self._group.button(position).setChecked(True)

    def chosen(self) -> FilterView | None:
        """The chosen filter."""
        position = self._group.checkedId()
        return self._filters[position] if 0 <= position < len(self._filters) else None

    def _on_toggled(self, position: int, checked: bool) -> None:  # noqa: FBT001 - a slot takes what its signal sends
        if checked and position < len(self._filters):
            self.filter_chosen.emit(self._filters[position])
