"""The left column of the capture page: which visit, how many instruments are closed, and their list.

Folded, it shows shapes and numbers only.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from assessdesk.gui.capture import words
from assessdesk.gui.fields.battery_list import BatteryList, is_folded
from assessdesk.gui.fields.text import Label
from assessdesk.gui.look.theme import TypeRole, metrics
from assessdesk.gui.look.tokens import Ink

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from assessdesk.services.capture_rows import BatteryRowView
    from assessdesk.services.capture_view import CaptureView


class BatteryColumn(QWidget):
    """The column: `show_view(view)`; `list` announces the instrument that is wished for."""

    def __init__(self) -> None:
        super().__init__()
        self._title = Label(bold=True)
        self._count = Label(role=TypeRole.S, ink=Ink.MUTED)
        self.list = BatteryList()
        self._closed = self._all = 0
        head = self._head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self._count)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.list, 1)

    def show_view(self, view: CaptureView) -> None:
        """Show where the instruments of the visit stand; unchanged rows stay untouched."""
        self.show_battery(view.visit_title, view.battery)

    def show_battery(self, title: str, battery: tuple[BatteryRowView, ...]) -> None:
        """Show the battery of a visit, also before anything of it was begun."""
        rows = tuple(words.battery_rows(battery))
        closed = sum(row.state in {"done", "missing"} for row in battery)
        self._title.show_text(title)
        self._closed, self._all = closed, len(rows)
        self._show_head()
        if rows != self.list.items():
            self.list.show_items(rows)
        self.list.show_current([row.current for row in battery].index(True))

    def _show_head(self) -> None:
        sizes, folded = metrics(), is_folded(self.width())
        self._head.setContentsMargins(
            *((sizes.u(1),) * 4 if folded else (sizes.u(2), sizes.u(2), sizes.u(1.5), sizes.u(1)))
        )
        self._title.setVisible(not folded)
        words = self.tr("{0} of {1} closed").format(self._closed, self._all)
        self._count.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._count.show_text(f"{self._closed}/{self._all}" if folded else words)
        self._count.setAccessibleName(words)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold or widen the head with the column."""
        super().resizeEvent(event)
        self._show_head()
