"""The program's own drawings, tinted at paint time with a colour of the theme.

An icon never stands alone: a word is beside it. It must not know which page uses which drawing.
"""

from __future__ import annotations

from enum import StrEnum
from functools import lru_cache
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable


class IconName(StrEnum):
    """Every drawing in the icons folder, by the name of its file."""

    AGAIN = "again"
    AUDIT = "audit"
    BACK = "back"
    BRAND = "brand"
    CHAIR = "chair"
    CLIPBOARD = "clipboard"
    CROSS = "cross"
    DEVICE = "device"
    EXCHANGE = "exchange"
    EYE_OFF = "eye-off"
    FILE = "file"
    GLOBE = "globe"
    HAND = "hand"
    LOCK = "lock"
    PAUSE = "pause"
    PEN = "pen"
    PEOPLE = "people"
    PRACTICE = "practice"
    PRINT = "print"
    QUERY = "query"
    RECEIPT = "receipt"
    REST = "rest"
    SEARCH = "search"
    SET_UP = "set-up"
    SPEAK = "speak"
    STOP = "stop"
    TODAY = "today"
    UP_ARROW = "up-arrow"
    USER = "user"


def icon_folder() -> Traversable:
    """Where the drawings lie: inside the installed package, or beside the source in a checkout."""
    packaged = resources.files("assessdesk") / "resources" / "theme" / "icons"
    if packaged.is_dir():
        return packaged
    return Path(__file__).resolve().parents[4] / "resources" / "theme" / "icons"


@lru_cache(maxsize=256)
def _renderer(name: IconName, colour: str) -> QSvgRenderer:
    text = (icon_folder() / f"{name.value}.svg").read_text(encoding="utf-8")
    return QSvgRenderer(QByteArray(text.replace("currentColor", colour).encode()))


def paint_icon(painter: QPainter, rect: QRectF, name: IconName, colour: str) -> None:
    """Draw one icon into `rect` (logical pixels) in `colour` (#RRGGBB)."""
    _renderer(name, colour).render(painter, rect)


def icon(name: IconName, colour: str, *, size: int, ratio: float = 1.0) -> QIcon:
    """One icon as a QIcon of `size` logical pixels, for the few places where Qt paints it itself."""
    pixmap = QPixmap(QSize(round(size * ratio), round(size * ratio)))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    paint_icon(painter, QRectF(0, 0, size, size), name, colour)
    painter.end()
    return QIcon(pixmap)
