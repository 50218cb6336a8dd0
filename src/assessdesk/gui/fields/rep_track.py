"""The repetitions of a timing in a row of boxes: counted, current, open, questioned. Drawn inside the timer face."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter, QPen

from assessdesk.gui.fields.text import draw_text, text_width
from assessdesk.gui.look.hangul import keep_words
from assessdesk.gui.look.states import VisualState, paint_state
from assessdesk.gui.look.theme import TypeRole, font, metrics

if TYPE_CHECKING:
    from collections.abc import Sequence

    from assessdesk.gui.look.tokens import Colours


class RepState(StrEnum):
    """How one repetition stands."""

    COUNTED = "counted"
    CURRENT = "current"
    OPEN = "open"
    QUESTIONED = "questioned"


@dataclass(frozen=True, slots=True)
class RepView:
    """One repetition: its word ("Stand 4"), its state, and its time in s as text ("2.10" or empty)."""

    word: str
    state: RepState
    time: str = ""


_SHAPES = {
    RepState.COUNTED: VisualState.DONE,
    RepState.CURRENT: VisualState.NOW,
    RepState.OPEN: VisualState.OPEN,
    RepState.QUESTIONED: VisualState.UNUSUAL,
}


def paint_track(painter: QPainter, rect: QRectF, reps: Sequence[RepView], palette: Colours) -> None:
    """Draw all repetitions in boxes of equal width that fill `rect`."""
    if not reps:
        return
    gap = metrics().u(1)
    width = (rect.width() - gap * (len(reps) - 1)) / len(reps)
    for position, rep in enumerate(reps):
        box = QRectF(rect.left() + position * (width + gap), rect.top(), width, rect.height())
        _paint_box(painter, box, rep, palette)


def _paint_box(painter: QPainter, box: QRectF, rep: RepView, palette: Colours) -> None:
    sizes = metrics()
    fills = {
        RepState.COUNTED: (palette.oksoft, palette.ok, 1),
        RepState.CURRENT: (palette.accentsoft, palette.accent, 2),
        RepState.OPEN: (palette.surface, palette.line, 1),
        RepState.QUESTIONED: (palette.warnsoft, palette.warn, 1),
    }
    fill, edge, width = fills[rep.state]
    painter.setPen(QPen(QColor(edge), width))
    painter.setBrush(QColor(fill))
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), sizes.u(0.5), sizes.u(0.5))
    pad, side, line = sizes.u(1.25), sizes.u(1.75), box.height() / 2
    shape = QRectF(box.left() + pad, box.top() + line * 0.6 - side / 2, side, side)
    paint_state(painter, shape, _SHAPES[rep.state], palette)
    current = rep.state is RepState.CURRENT
    words = QRectF(shape.right() + sizes.u(1), shape.top() - 2, box.right() - shape.right() - pad, side + 4)
    ink = palette.muted if rep.state is RepState.OPEN else palette.text
    draw_text(painter, words, keep_words(rep.word), face=font(TypeRole.S, bold=current), colour=ink)
    lower = QRectF(box.left() + pad, box.top() + line * 0.95, box.width() - pad, line * 0.9)
    narrow = box.width() < sizes.u(12)
    face = font(TypeRole.M if narrow else TypeRole.L, bold=bool(rep.time))
    shown = rep.time or ("" if current else "–")
    draw_text(painter, lower, shown, face=face, colour=ink)
    if rep.time:
        unit = lower.adjusted(text_width(face, shown) + sizes.u(0.75), 0, 0, 0)
        draw_text(
            painter, unit, "s", face=font(TypeRole.M if narrow else TypeRole.L), colour=palette.muted, elide=False
        )
