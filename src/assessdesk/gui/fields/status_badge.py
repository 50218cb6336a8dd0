"""A state as shape and word, as a widget and as a table delegate; both share the same drawing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

from assessdesk.gui.fields.text import draw_text, text_width
from assessdesk.gui.look.hangul import keep_words
from assessdesk.gui.look.states import StateView, paint_state
from assessdesk.gui.look.theme import TypeRole, colours, font, metrics

if TYPE_CHECKING:
    from PySide6.QtGui import QFont, QPaintEvent

    from assessdesk.gui.look.tokens import Colours

__all__ = ["StateView", "StatusBadge", "paint_badge"]


def paint_badge(painter: QPainter, rect: QRectF, view: StateView, *, palette: Colours, face: QFont) -> None:
    """Draw shape and words at the left of `rect`, centred on its height."""
    sizes = metrics()
    shape = sizes.u(2)
    paint_state(painter, QRectF(rect.left(), rect.center().y() - shape / 2, shape, shape), view.state, palette)
    left = shape + sizes.u(1)
    words = rect.adjusted(left, 0, 0, 0)
    draw_text(painter, words, keep_words(view.said()), face=face, colour=palette.ink(view.ink))


class StatusBadge(QWidget):
    """One state as a small widget: `StatusBadge(StateView(VisualState.DONE))`, changed with `show_state`."""

    def __init__(self, view: StateView, parent: QWidget | None = None, *, role: TypeRole = TypeRole.M) -> None:
        super().__init__(parent)
        self._role = role
        self._view = view
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.show_state(view)

    def show_state(self, view: StateView) -> None:
        """Show another state."""
        self._view = view
        self.setAccessibleName(view.said())
        self.setAccessibleDescription(self.tr("State"))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Shape, gap and words."""
        sizes = metrics()
        width = text_width(font(self._role, bold=self._view.bold), keep_words(self._view.said()))
        return QSize(round(width) + sizes.u(3) + 2, sizes.u(2.5))

    def minimumSizeHint(self) -> QSize:
        """The shape alone; words are shortened before anything overlaps."""
        return QSize(metrics().u(6), metrics().u(2.5))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the badge."""
        del event
        painter = QPainter(self)
        face = font(self._role, bold=self._view.bold)
        paint_badge(painter, QRectF(self.rect()), self._view, palette=colours(self), face=face)
        painter.end()
