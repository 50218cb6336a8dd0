"""What is not yet safe at central, always in the header; a press asks for the Exchange page."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QToolButton

from assessdesk.gui.fields.status_badge import StateView, paint_badge
from assessdesk.gui.fields.text import text_width
from assessdesk.gui.look.hangul import keep_words
from assessdesk.gui.look.states import VisualState
from assessdesk.gui.look.theme import colours, font, metrics

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent
    from PySide6.QtWidgets import QWidget


class CentralState(StrEnum):
    """How this station stands with central."""

    ALL_SAFE = "all_safe"
    NOT_YET = "not_yet"
    EXPORTING = "exporting"
    TROUBLE = "trouble"


@dataclass(frozen=True, slots=True)
class CentralView:
    """The state and its sentence ("37 entries not yet at central")."""

    state: CentralState
    words: str


_SHAPES = {
    CentralState.ALL_SAFE: VisualState.AT_CENTRAL,
    CentralState.NOT_YET: VisualState.NOT_AT_CENTRAL,
    CentralState.EXPORTING: VisualState.RUNNING,
    CentralState.TROUBLE: VisualState.UNUSUAL,
}


class CentralChip(QToolButton):
    """The chip: `show_view(view)`; its `clicked` signal is the wish to see the Exchange page."""

    def __init__(self, view: CentralView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view = view
        self.show_view(view)

    def show_view(self, view: CentralView) -> None:
        """Show another state."""
        self._view = view
        self.setAccessibleName(view.words)
        self.setAccessibleDescription(self.tr("Opens the exchange page"))
        self.updateGeometry()
        self.update()

    def _badge(self) -> StateView:
        return StateView(_SHAPES[self._view.state], self._view.words)

    def sizeHint(self) -> QSize:
        """Shape and words, 4 u high."""
        sizes = metrics()
        return QSize(round(text_width(font(), keep_words(self._view.words))) + sizes.u(6), sizes.u(4))

    def minimumSizeHint(self) -> QSize:
        """The words are shortened before the header overlaps."""
        return QSize(metrics().u(12), metrics().u(4))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw edge, shape and words."""
        del event
        sizes, palette = metrics(), colours(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        focused = self.hasFocus()
        painter.setPen(QPen(QColor(palette.accent if focused else palette.border), 2 if focused else 1))
        painter.setBrush(QColor(palette.sunken if self.underMouse() else palette.surface))
        inset = 1.0 if focused else 0.5
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), sizes.u(0.5), sizes.u(0.5))
        room = QRectF(self.rect()).adjusted(sizes.u(1.5), 0, -sizes.u(1), 0)
        paint_badge(painter, room, self._badge(), palette=palette, face=font())
        painter.end()
