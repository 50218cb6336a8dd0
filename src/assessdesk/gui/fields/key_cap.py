"""The small picture of a key, painted wherever a shortcut is shown, and how a key is called.

It must not know what a key does: whoever shows a cap also owns the action behind it.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from math import ceil
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QImage, QKeySequence, QPainter, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from assessdesk.gui.fields.text import text_width
from assessdesk.gui.look.theme import TypeRole, colours, font, metrics

if TYPE_CHECKING:
    from PySide6.QtGui import QAction, QPaintEvent

    from assessdesk.gui.look.tokens import Colours

KEYS = "keys"
"""The dynamic property with which an action names keys that a widget, not a shortcut, answers to."""

_SAID_OTHERWISE = {"Return": "Enter", "PgDown": "Page Down", "PgUp": "Page Up", "Escape": "Esc", "Del": "Delete"}


def key_words(sequence: QKeySequence) -> str:
    """A shortcut as it is written on a cap: Ctrl L, Page Down, Enter."""
    # Portable: Qt would translate the names, but they stand in Latin letters on Korean and Chinese keyboards too.
    parts = sequence.toString(QKeySequence.SequenceFormat.PortableText).split("+")
    return " ".join(_SAID_OTHERWISE.get(part, part) for part in parts if part)


def keys_of(action: QAction) -> tuple[str, ...]:
    """The caps of an action: the keys it names itself, else its shortcuts."""
    named = action.property(KEYS)
    if named:
        return tuple(str(each) for each in named)
    return tuple(dict.fromkeys(key_words(each) for each in action.shortcuts()))


def name_keys(action: QAction, *keys: str) -> QAction:
    """Give `action` caps for keys that a widget answers to itself (Enter in a field, arrows in a list)."""
    action.setProperty(KEYS, list(keys))
    return action


def cap_size(text: str, *, scale: int = 1) -> QSize:
    """How much room one cap takes, in logical pixels."""
    sizes = metrics(scale)
    height = sizes.u(2.5)
    width = round(text_width(font(TypeRole.S, scale=scale), text)) + sizes.u(1.5)
    return QSize(max(height, width), height)


@dataclass(frozen=True, slots=True)
class _Cap:
    """What one picture of a cap shows, and how."""

    text: str
    size: tuple[int, int]
    ink: str
    edge: str
    fill: str
    scale: int
    ratio: float


def paint_cap(
    painter: QPainter,
    top_left: QPointF,
    text: str,
    *,
    palette: Colours,
    on_accent: bool = False,
    muted: bool = False,
    scale: int = 1,
) -> QRectF:
    """Draw one cap and return the rectangle it took."""
    size = cap_size(text, scale=scale)
    ink = palette.onaccent if on_accent else palette.muted if muted else palette.text
    edge, fill = (palette.onaccent, "") if on_accent else (palette.border, palette.surface)
    ratio = painter.device().devicePixelRatioF()
    at = QPointF(round(top_left.x() * ratio) / ratio, round(top_left.y() * ratio) / ratio)
    cap = _Cap(text, (size.width(), size.height()), ink, edge, fill, scale, ratio)
    painter.drawImage(at, _picture(cap, font(TypeRole.S, scale=scale)))
    return QRectF(top_left, size)


@lru_cache(maxsize=512)
def _picture(cap: _Cap, face: QFont) -> QImage:
    """Return a cap as a screen shows it: every page shows the same few again."""
    width, height = cap.size
    picture = QImage(ceil(width * cap.ratio), ceil(height * cap.ratio), QImage.Format.Format_ARGB32_Premultiplied)
    picture.setDevicePixelRatio(cap.ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(cap.edge), 1))
    painter.setBrush(QColor(cap.fill) if cap.fill else Qt.BrushStyle.NoBrush)
    rect, radius = QRectF(0.5, 0.5, width - 1, height - 1), metrics(cap.scale).u(0.5)
    painter.drawRoundedRect(rect, radius, radius)
    painter.setFont(face)
    painter.setPen(QColor(cap.ink))
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, cap.text)
    painter.end()
    return picture


class KeyCap(QWidget):
    """One cap as a widget, for the places where a key stands beside a text rather than inside a button.

    `on_accent=True` draws it for an accent-filled background.
    """

    def __init__(self, key: str, *, on_accent: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._key = key
        self._on_accent = on_accent
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(key)
        self.setAccessibleDescription(self.tr("Key"))

    def sizeHint(self) -> QSize:
        """The cap's own size."""
        return cap_size(self._key)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the cap."""
        del event
        painter = QPainter(self)
        paint_cap(painter, QPointF(0, 0), self._key, palette=colours(self), on_accent=self._on_accent)
        painter.end()
