"""Who, which side, which trial, in digits that can be read at 2 m: a wrong person is the worst error.

Three cells: the code, what is measured on which side, and the trial; or, on forms, a title with two lines. It
paints what it is given and knows no participant.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter
from PySide6.QtWidgets import QFrame, QSizePolicy

from assessdesk.gui.fields.status_badge import StateView, paint_badge
from assessdesk.gui.fields.text import draw_text, text_width
from assessdesk.gui.look.hangul import keep_words
from assessdesk.gui.look.icons import IconName, paint_icon
from assessdesk.gui.look.theme import TypeRole, colours, digit_font, font, metrics
from assessdesk.gui.look.tokens import Ink

if TYPE_CHECKING:
    from PySide6.QtGui import QFont, QPaintEvent
    from PySide6.QtWidgets import QWidget

    from assessdesk.gui.look.tokens import Colours


@dataclass(frozen=True, slots=True)
class BandCell:
    """One cell after the code.

    Attributes:
        large: Shown in XL ("R", "3"); empty for none.
        lines: One or two short lines at its right ("Right", "hand").
        icon: A drawing before it.
        ink: Ink of the lines.
    """

    large: str = ""
    lines: tuple[str, ...] = ()
    icon: IconName | None = None
    ink: Ink = Ink.TEXT


@dataclass(frozen=True, slots=True)
class FormTitle:
    """What a form shows instead of side and trial: a title, a state line and a muted line."""

    title: str
    state: StateView | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class IdentityView:
    """What the band shows.

    Attributes:
        site: The code's site part with its hyphen ("S01-"); in L where the room is narrow.
        code: The rest of the code ("017-K"), always XL.
        said: The whole band as a sentence for a screen reader ("S01-017-K, right hand, trial 3 of 6").
        cells: Side and trial; empty when `form` is given.
        form: The form's title, or None.
    """

    site: str
    code: str
    said: str
    cells: tuple[BandCell, ...] = ()
    form: FormTitle | None = None


class IdentityBand(QFrame):
    """The band: `show_view(view)`. At least 13 u high, higher where 20 mm digits need it."""

    def __init__(self, view: IdentityView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view = view
        self.setProperty("kind", "card")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.show_view(view)

    def show_view(self, view: IdentityView) -> None:
        """Show another identity, side or trial."""
        self._view = view
        self.setAccessibleName(view.said)
        self.setAccessibleDescription(self.tr("Participant, side and trial"))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Wide as the page."""
        sizes = metrics()
        digits = QFontMetricsF(digit_font(self)).tightBoundingRect("0").height()
        return QSize(sizes.u(100), max(sizes.u(13), round(digits) + sizes.u(3)))

    def minimumSizeHint(self) -> QSize:
        """The height is never given up; the width is the page's business."""
        return QSize(metrics().u(60), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the cells from left to right, the lines on the digits' height."""
        super().paintEvent(event)
        sizes, palette = metrics(), colours(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        scale = self._fit()
        x = self._paint_code(painter, palette, scale)
        for cell in self._view.cells:
            self._separator(painter, x, palette)
            x = self._paint_cell(painter, x + sizes.u(2.5), cell, scale) + sizes.u(2)
        if self._view.form is not None:
            self._separator(painter, x, palette)
            self._paint_form(painter, x + sizes.u(2), self._view.form, palette)
        painter.end()

    def _xl(self, scale: float, *, bold: bool) -> QFont:
        made = digit_font(self, bold=bold)
        made.setPixelSize(max(metrics().l, round(made.pixelSize() * scale)))
        return made

    def _site_face(self) -> QFont:
        return font(TypeRole.L, bold=True)

    def _fit(self) -> float:
        """1, or less where the digits would leave the band (a very dense screen in a narrow window)."""
        needed = self._natural_width()
        return min(1.0, self.width() / needed) if needed else 1.0

    def _natural_width(self) -> float:
        sizes = metrics()
        code = text_width(self._site_face(), self._view.site) + text_width(self._xl(1, bold=False), self._view.code)
        cells = sum(self._cell_width(cell) for cell in self._view.cells)
        form = sizes.u(34) if self._view.form is not None else 0
        return code + sizes.u(4.5) + cells + form

    def _cell_width(self, cell: BandCell) -> float:
        sizes = metrics()
        large = text_width(self._xl(1, bold=True), cell.large) + sizes.u(1.5) if cell.large else 0
        icon = self._icon_side() + sizes.u(2.5) if cell.icon else 0
        lines = max((text_width(font(TypeRole.L, bold=True), keep_words(line)) for line in cell.lines), default=0)
        return large + icon + lines + sizes.u(4.5)

    def _icon_side(self) -> int:
        return metrics().u(4.5)

    def _baseline(self) -> float:
        digits = QFontMetricsF(self._xl(self._fit(), bold=True)).tightBoundingRect("0").height()
        return (self.height() + digits) / 2

    def _separator(self, painter: QPainter, x: float, palette: Colours) -> None:
        painter.fillRect(QRectF(round(x), 1, 1, self.height() - 2), QColor(palette.line))

    def _whole_in_xl(self) -> bool:
        """Whether the band has room for the site part in XL too."""
        more = text_width(self._xl(1, bold=False), self._view.site) - text_width(self._site_face(), self._view.site)
        return self.width() >= metrics().u(125) and self._natural_width() + more < self.width()

    def _paint_code(self, painter: QPainter, palette: Colours, scale: float) -> float:
        sizes, baseline = metrics(), self._baseline()
        large = self._xl(scale, bold=False)
        x = float(sizes.u(2))
        face, ink = (large, palette.text) if self._whole_in_xl() else (self._site_face(), palette.muted)
        painter.setFont(face)
        painter.setPen(QColor(ink))
        painter.drawText(round(x), round(baseline), self._view.site)
        x += text_width(face, self._view.site)
        painter.setFont(large)
        painter.setPen(QColor(palette.text))
        painter.drawText(round(x), round(baseline), self._view.code)
        return x + text_width(large, self._view.code) + sizes.u(2)

    def _paint_cell(self, painter: QPainter, x: float, cell: BandCell, scale: float) -> float:
        sizes, palette, middle = metrics(), colours(self), self.height() / 2
        if cell.icon is not None:
            side = self._icon_side()
            paint_icon(painter, QRectF(x, middle - side / 2, side, side), cell.icon, palette.accent)
            x += side + sizes.u(2 if cell.large else 1.5)
        if cell.large:
            large = self._xl(scale, bold=True)
            painter.setFont(large)
            painter.setPen(QColor(palette.text))
            painter.drawText(round(x), round(self._baseline()), cell.large)
            x += text_width(large, cell.large) + sizes.u(1.5)
        face, line = font(TypeRole.L, bold=True), sizes.u(3.5)
        top = middle - line * len(cell.lines) / 2
        widest = 0.0
        for position, words in enumerate(cell.lines):
            width = text_width(face, keep_words(words))
            widest = max(widest, width)
            rect = QRectF(x, top + position * line, width + 1, line)
            ink = palette.ink(cell.ink)
            draw_text(painter, rect, keep_words(words), face=face, colour=ink, elide=False)
        return x + widest

    def _paint_form(self, painter: QPainter, x: float, form: FormTitle, palette: Colours) -> None:
        sizes = metrics()
        room = QRectF(x, sizes.u(1.75), self.width() - x - sizes.u(2), sizes.u(3.5))
        draw_text(painter, room, keep_words(form.title), face=font(TypeRole.L, bold=True), colour=palette.text)
        room.moveTop(room.top() + sizes.u(3.5))
        if form.state is not None:
            paint_badge(painter, room, form.state, palette=palette, face=font())
            room.moveTop(room.top() + sizes.u(3))
        draw_text(
            painter, room, keep_words(form.note), face=font(), colour=palette.muted, flags=Qt.AlignmentFlag.AlignVCenter
        )
