"""A value the program computed, with what it came from, or why it cannot be. It can be neither focused nor typed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout

from assessdesk.gui.fields.text import Label
from assessdesk.gui.look.theme import TypeRole, metrics
from assessdesk.gui.look.tokens import Ink

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


@dataclass(frozen=True, slots=True)
class ComputedView:
    """One computed value.

    Attributes:
        label: "ASM, computed".
        value: "16.46 kg"; empty when it cannot be computed.
        source: What it was computed from, or why it cannot be.
    """

    label: str
    value: str
    source: str


class ComputedValue(QFrame):
    """The block: `show_view(view)`."""

    def __init__(self, view: ComputedView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "sunken")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        sizes = metrics()
        self._label = Label(bold=True)
        self._value = Label(bold=True)
        self._source = Label(role=TypeRole.S, ink=Ink.MUTED, wrap=True)
        grid = QGridLayout(self)
        grid.setContentsMargins(sizes.u(1.5), sizes.u(1), sizes.u(1.5), sizes.u(1))
        grid.setVerticalSpacing(0)
        grid.addWidget(self._label, 0, 0)
        grid.addWidget(self._value, 0, 1, Qt.AlignmentFlag.AlignRight)
        grid.addWidget(self._source, 1, 0, 1, 2)
        grid.setColumnStretch(0, 1)
        self.show_view(view)

    def show_view(self, view: ComputedView) -> None:
        """Show another value."""
        self._label.show_text(view.label)
        self._value.show_text(view.value or "–")
        self._source.show_text(view.source)
        self.setAccessibleName(" ".join(part for part in (view.label, view.value) if part))
        self.setAccessibleDescription(view.source)
