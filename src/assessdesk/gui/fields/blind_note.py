"""Says that earlier results are hidden, and why; or that they are open to this role."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout

from assessdesk.gui.fields.about_panel import SmallIcon
from assessdesk.gui.fields.text import Label
from assessdesk.gui.look.icons import IconName
from assessdesk.gui.look.theme import metrics
from assessdesk.gui.look.tokens import Ink

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


@dataclass(frozen=True, slots=True)
class BlindView:
    """The bold beginning, the rest, and whether results are hidden from this role."""

    lead: str
    rest: str
    hidden: bool = True


class BlindNote(QFrame):
    """The note: `show_view(view)`."""

    def __init__(self, view: BlindView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "note")
        sizes = metrics()
        self._icon = SmallIcon(IconName.EYE_OFF, Ink.TEXT)
        self._label = Label(wrap=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(sizes.u(2), sizes.u(0.75), sizes.u(2), sizes.u(0.75))
        row.setSpacing(sizes.u(1))
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._label, 1)
        self.show_view(view)

    def show_view(self, view: BlindView) -> None:
        """Show another note."""
        self._icon.setVisible(view.hidden)
        self._label.show_lead(view.lead, view.rest)
        self.setAccessibleName(f"{view.lead} {view.rest}")
