"""Labels of the theme's sizes and inks, and the small drawing helpers that painted components share.

Text is shown as it comes (never as markup), with Korean words kept whole. It knows no component.
"""

from __future__ import annotations

from functools import lru_cache
from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QStaticText
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy

from assessdesk.gui.look.hangul import keep_words
from assessdesk.gui.look.theme import INK_ROLES, TypeRole, font, metrics
from assessdesk.gui.look.tokens import Ink

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

LINES = {TypeRole.S: 2, TypeRole.M: 2.5, TypeRole.L: 3.5}
"""Line heights of the type sizes, in spacing units."""


class Label(QLabel):
    """One plain text in a size and an ink of the theme. `show_text` replaces `setText`."""

    def __init__(
        self,
        text: str = "",
        *,
        role: TypeRole = TypeRole.M,
        ink: Ink = Ink.TEXT,
        bold: bool = False,
        wrap: bool = False,
        scale: int = 1,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._line = metrics(scale).u(LINES[role])
        self.setTextFormat(Qt.TextFormat.RichText if wrap else Qt.TextFormat.PlainText)
        self.setMinimumHeight(self._line)
        self.setFont(font(role, bold=bold, scale=scale))
        self.setWordWrap(wrap)
        if wrap:
            policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
            policy.setHeightForWidth(True)
            self.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
            self.setSizePolicy(policy)
        self.show_ink(ink)
        self.show_text(text)

    def show_text(self, text: str) -> None:
        """Show `text`; the accessible name stays free of the invisible joiners."""
        # Wrapped lines keep the scale's line height, which a plain QLabel cannot; everything is escaped.
        self.setText(self._lines(escape(keep_words(text))) if self.wordWrap() else keep_words(text))
        self.setAccessibleName(text)

    def show_lead(self, lead: str, rest: str) -> None:
        """Show `lead` in 600 followed by `rest`; both are escaped, so markup in them is shown, not obeyed."""
        self.setTextFormat(Qt.TextFormat.RichText)
        strong = f'<span style="font-weight:600">{escape(keep_words(lead))}</span>'
        self.setText(self._lines(f"{strong} {escape(keep_words(rest))}" if rest else strong))
        self.setAccessibleName(f"{lead} {rest}".strip())

    def _lines(self, markup: str) -> str:
        style = f"line-height:{self._line}px; -qt-line-height-type:fixed; margin:0"
        return f'<p style="{style}">{markup.replace(chr(10), "<br>")}</p>'

    def show_ink(self, ink: Ink) -> None:
        """Change the colour's meaning."""
        self.setForegroundRole(INK_ROLES[ink])


def rule(parent: QWidget | None = None) -> QFrame:
    """A horizontal 1 px separator."""
    made = QFrame(parent)
    made.setProperty("kind", "rule")
    made.setFixedHeight(1)
    return made


def restyle(widget: QWidget, name: str, value: str) -> None:
    """Set a dynamic property that the style sheet reads, and have it read again."""
    if widget.property(name) == value:
        return
    widget.setProperty(name, value)
    widget.style().unpolish(widget)
    widget.style().polish(widget)
    widget.update()


def draw_text(
    painter: QPainter,
    rect: QRectF,
    text: str,
    *,
    face: QFont,
    colour: str,
    flags: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignVCenter,
    elide: bool = True,
) -> None:
    """Draw one line of `text` in `rect`, half way down, shortened with … where it does not fit."""
    painter.setFont(face)
    painter.setPen(QColor(colour))
    line, size = _laid_out(face, text, rect.width() + 1 if elide else None)
    spare = rect.width() - size.width()
    top = round(rect.center().y() - size.height() / 2)
    painter.drawStaticText(QPointF(rect.left() + spare * _share_before(flags), top), line)


@lru_cache(maxsize=32)
def _share_before(flags: Qt.AlignmentFlag) -> float:
    """Return which share of the room that is left stands before a line: Python's own flags are slow to combine."""
    if flags & Qt.AlignmentFlag.AlignRight:
        return 1.0
    return 0.5 if flags & Qt.AlignmentFlag.AlignHCenter else 0.0


@lru_cache(maxsize=4096)
def _laid_out(face: QFont, text: str, width: float | None) -> tuple[QStaticText, QSizeF]:
    """Return a line laid out in `face`, shortened to `width`, and its size: laying out takes longer than drawing."""
    shown = text if width is None else QFontMetricsF(face).elidedText(text, Qt.TextElideMode.ElideRight, width)
    line = QStaticText(shown)
    line.setTextFormat(Qt.TextFormat.PlainText)
    line.prepare(font=face)
    return line, line.size()


@lru_cache(maxsize=4096)
def text_width(face: QFont, text: str) -> float:
    """How wide `text` is in `face`, in logical pixels."""
    return QFontMetricsF(face).horizontalAdvance(text)
