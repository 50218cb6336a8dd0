"""A person seen from the front with the limbs that must be spared: hatched and thick, never by colour alone."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLineF, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from assessdesk.gui.look.theme import TypeRole, colours, font, metrics
from assessdesk.gui.look.tokens import Ink

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPaintEvent


class Limb(StrEnum):
    """A limb of the participant, by the participant's own right and left."""

    RIGHT_ARM = "right_arm"
    LEFT_ARM = "left_arm"
    RIGHT_LEG = "right_leg"
    LEFT_LEG = "left_leg"


_LINES = {
    Limb.RIGHT_ARM: QLineF(15, 22, 6, 50),
    Limb.LEFT_ARM: QLineF(41, 22, 50, 50),
    Limb.RIGHT_LEG: QLineF(21, 50, 20, 84),
    Limb.LEFT_LEG: QLineF(35, 50, 36, 84),
}
_GRID = QSize(66, 92)


def limb_word(limb: Limb) -> str:
    """A limb's name in the interface language."""
    translate = QCoreApplication.translate
    words = {
        Limb.RIGHT_ARM: translate("Limb", "right arm"),
        Limb.LEFT_ARM: translate("Limb", "left arm"),
        Limb.RIGHT_LEG: translate("Limb", "right leg"),
        Limb.LEFT_LEG: translate("Limb", "left leg"),
    }
    return words[limb]


class RestrictionFigure(QWidget):
    """The figure. R and L are always lettered; the person faces the reader, so R stands at the left.

    Args:
        limbs: The limbs to spare.
        ink: BAD for a hold, WARN for care.
    """

    def __init__(self, limbs: Sequence[Limb], ink: Ink = Ink.BAD, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._limbs, self._ink = tuple(limbs), ink
        self.setFixedSize(round(metrics().u(_GRID.width() / 8)), round(metrics().u(_GRID.height() / 8)))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Restricted limbs"))
        self.setAccessibleDescription(", ".join(limb_word(limb) for limb in self._limbs) or self.tr("none"))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw body, limbs and letters."""
        del event
        palette = colours(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.scale(self.width() / _GRID.width(), self.height() / _GRID.height())
        painter.setPen(QPen(QColor(palette.muted), 2, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        painter.drawEllipse(QPointF(28, 9), 7.5, 7.5)
        painter.drawRoundedRect(QRectF(19, 21, 18, 29), 2, 2)
        for limb, line in _LINES.items():
            if limb in self._limbs:
                self._spare(painter, line)
            else:
                painter.setPen(QPen(QColor(palette.muted), 2, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
                painter.drawLine(line)
        self._letter(painter, self.tr("R"), 3, (Limb.RIGHT_ARM, Limb.RIGHT_LEG))
        self._letter(painter, self.tr("L"), 54, (Limb.LEFT_ARM, Limb.LEFT_LEG))
        painter.end()

    def _spare(self, painter: QPainter, line: QLineF) -> None:
        palette = colours(self)
        painter.setPen(QPen(QColor(palette.ink(self._ink)), 7, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        painter.drawLine(line)
        ground = palette.badsoft if self._ink is Ink.BAD else palette.warnsoft
        painter.setPen(QPen(QColor(ground), 1.6))
        normal = line.unitVector()
        for along in (0.25, 0.5, 0.75):
            middle = line.pointAt(along)
            across = QPointF(normal.dy() + normal.dx() * 0.6, -normal.dx() + normal.dy() * 0.6) * 5
            painter.drawLine(middle - across, middle + across)

    def _letter(self, painter: QPainter, letter: str, x: float, limbs: Sequence[Limb]) -> None:
        palette = colours(self)
        spared = any(limb in self._limbs for limb in limbs)
        painter.setFont(font(TypeRole.S, bold=True))
        painter.setPen(QColor(palette.ink(self._ink) if spared else palette.muted))
        painter.drawText(QRectF(x - 6, 56, 18, 16), Qt.AlignmentFlag.AlignCenter, letter)
