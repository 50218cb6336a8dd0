"""The participant's page on paper: one A4 page of plain text and vector shapes, in grey only.

One function draws it for the preview, the printer and the PDF alike. It lays out what `services.summary` says and
must not know what a visit is; nothing it draws is ever read as markup.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from enum import IntEnum
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMarginsF, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontDatabase,
    QFontMetricsF,
    QPagedPaintDevice,
    QPageLayout,
    QPageSize,
    QPainter,
    QPdfWriter,
    QPen,
    QTextLayout,
    QTextOption,
)

from assessdesk.gui.look.hangul import WORD_JOINER, keep_words
from assessdesk.gui.look.states import VisualState, paint_state
from assessdesk.gui.look.tokens import PRINT

if TYPE_CHECKING:
    from collections.abc import Callable

    from assessdesk.services.summary import DoneItem, TimelineStop, VisitSummary

RESOLUTION = 1200
"""Everything is laid out in 1/1200 inch, so that a printer, a PDF and a screen break lines at the same places."""
POINT = RESOLUTION / 72
MM = RESOLUTION / 25.4
PAGE = QSizeF(210 * MM, 297 * MM)
SIDE, TOP, FOOT = 18 * MM, 15 * MM, 13 * MM
GAPS = (1.0, 0.6, 0.3)
"""Shares of the usual space between blocks: a full battery closes up before anything could leave the page."""
CONTROLS = ("Cc", "Cf")

FAMILIES = {
    "ko": ("Malgun Gothic", "Apple SD Gothic Neo", "Noto Sans CJK KR", "Noto Sans KR", "NanumGothic"),
    "zh": ("Microsoft YaHei", "PingFang SC", "Noto Sans CJK SC", "Noto Sans SC", "WenQuanYi Micro Hei"),
    "en": ("Segoe UI", "Helvetica Neue", "Inter", "Noto Sans", "DejaVu Sans"),
}
"""Faces by language, named outright: left to itself Qt gives Chinese a Japanese face."""

SUBSTITUTIONS = ("locl", "calt", "liga", "clig", "tnum")
"""Font features that are switched off: the glyphs they put in (digits of Noto Sans CJK and Inter, hyphens) belong to
no character, and the text of the PDF would lose them."""


class Size(IntEnum):
    """The sizes of type on paper, in points; the smallest is for lists that staff read."""

    LIST = 10
    BODY = 12
    HEAD = 15
    TITLE = 24


LEADING = {Size.LIST: 15.0, Size.BODY: 18.0, Size.HEAD: 22.0, Size.TITLE: 31.0}


class PageNotWritten(OSError):
    """The page could not be brought to its file or printer."""


@dataclass(slots=True)
class Sheet:
    """A pen on the page: draws downwards from `y`. Without a painter it only measures."""

    language: str
    painter: QPainter | None
    gap: float
    y: float = TOP

    def face(self, size: Size, *, bold: bool = False) -> QFont:
        """The face of a size in the language of the page."""
        made = QFont()
        known = set(QFontDatabase.families())
        made.setFamilies([*(name for name in FAMILIES[self.language] if name in known), made.family()])
        for feature in SUBSTITUTIONS:
            made.setFeature(QFont.Tag(feature), 0)
        made.setPixelSize(round(size * POINT))
        made.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
        return made

    def space(self, points: float) -> None:
        """Move down."""
        self.y += points * POINT * self.gap

    def line(
        self, text: str, rect: QRectF, size: Size, *, bold: bool = False, ink: str = "", right: bool = False
    ) -> None:
        """Draw one line in `rect`, at its left or right edge, on the baseline of the size."""
        if self.painter is None:
            return
        face, shown = self.face(size, bold=bold), plain_line(text)
        metrics = QFontMetricsF(face)
        x = rect.right() - metrics.horizontalAdvance(shown) if right else rect.left()
        baseline = rect.top() + (rect.height() + metrics.capHeight()) / 2
        self.painter.setFont(face)
        self.painter.setPen(QColor(ink or PRINT.text))
        self.painter.drawText(QPointF(x, baseline), shown)

    def lines(self, text: str, left: float, width: float, size: Size, *, bold: bool = False, ink: str = "") -> None:
        """Draw wrapped text and move below it."""
        height = LEADING[size] * POINT
        for one in broken(text, self.face(size, bold=bold), width):
            self.line(one, QRectF(left, self.y, width, height), size, bold=bold, ink=ink)
            self.y += height

    def rule(self) -> None:
        """Draw a line across the page."""
        if self.painter is not None:
            self.painter.setPen(QPen(QColor(PRINT.line), 0.75 * POINT))
            self.painter.drawLine(QPointF(SIDE, self.y), QPointF(PAGE.width() - SIDE, self.y))

    def banner(self, text: str) -> None:
        """Draw a grey bar with words in the upper margin, where it takes no room from what belongs on the page."""
        if self.painter is not None:
            height = LEADING[Size.BODY] * POINT
            bar = QRectF(SIDE, TOP - height - 2 * MM, PAGE.width() - 2 * SIDE, height)
            self.painter.fillRect(bar, QColor(PRINT.sunken))
            self.line(text, bar.adjusted(2 * MM, 0, 0, 0), Size.BODY, bold=True)

    def shape(self, rect: QRectF, state: VisualState) -> None:
        """Draw the shape of a state."""
        if self.painter is not None:
            paint_state(self.painter, rect, state, PRINT)


def plain_line(text: str) -> str:
    """Return text as one line without control or format characters: what is drawn is what is read."""
    return "".join(" " if sign in "\n\t\r" else sign for sign in text if _harmless(sign)).strip()


def _harmless(sign: str) -> bool:
    return sign in "\n\t\r" or unicodedata.category(sign) not in CONTROLS


def broken(text: str, face: QFont, width: float) -> list[str]:
    """Return the lines of a text at a width; Korean breaks at spaces only."""
    joined = keep_words(plain_line(text))
    layout = QTextLayout(joined, face)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    found: list[str] = []
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        part = joined[line.textStart() : line.textStart() + line.textLength()]
        # The joiner has done its work: on paper and in the PDF's text it would only be a strange sign.
        found.append(part.replace(WORD_JOINER, "").rstrip())
    layout.endLayout()
    return found


def draw_page(painter: QPainter, summary: VisitSummary) -> None:
    """Draw the page with `painter`, whose unit must be 1/1200 inch and whose origin the corner of the paper.

    Raises PageNotWritten when the text cannot fit on one page; nothing is left out silently.
    """
    foot = PAGE.height() - FOOT - 2 * LEADING[Size.BODY] * POINT - 6 * POINT
    for gap in GAPS:
        measured = Sheet(summary.language, None, gap)
        _draw_body(measured, summary)
        if measured.y <= foot:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            sheet = Sheet(summary.language, painter, gap)
            _draw_body(sheet, summary)
            _draw_foot(sheet, summary, foot)
            return
    raise PageNotWritten(summary.code)


def _draw_body(sheet: Sheet, summary: VisitSummary) -> None:
    words, width = summary.words, PAGE.width() - 2 * SIDE
    if summary.practice:
        sheet.banner(words["practice"])
    rect = QRectF(SIDE, sheet.y, width, LEADING[Size.BODY] * POINT)
    sheet.line(words["study"], rect, Size.BODY)
    sheet.line(summary.code, rect, Size.BODY, bold=True, right=True)
    sheet.y += rect.height() + 5 * POINT
    sheet.rule()
    sheet.space(18)
    sheet.lines(words["title"], SIDE, width, Size.TITLE, bold=True)
    sheet.lines(words["visit"], SIDE, width, Size.HEAD, ink=PRINT.muted)
    sheet.space(12)
    sheet.lines(summary.thanks, SIDE, width, Size.BODY)
    sheet.space(16)
    _draw_items(sheet, summary)
    sheet.space(16)
    sheet.lines(words["visits"], SIDE, width, Size.HEAD, bold=True)
    sheet.space(10)
    _draw_stops(sheet, summary.stops)
    sheet.space(16)
    _draw_next(sheet, summary)
    if summary.why_no_numbers:
        sheet.space(18)
        sheet.lines(words["why"], SIDE, width, Size.HEAD, bold=True)
        sheet.lines(summary.why_no_numbers, SIDE, width, Size.BODY)
    sheet.space(18)
    sheet.lines(words["questions"], SIDE, width, Size.HEAD, bold=True)
    rect = QRectF(SIDE, sheet.y, width, LEADING[Size.HEAD] * POINT)
    sheet.line(summary.hours, rect, Size.BODY)
    sheet.line(summary.phone, rect, Size.HEAD, bold=True, right=True)
    sheet.y += rect.height()
    sheet.lines(f"{summary.call_at_once} {summary.emergency}", SIDE, width, Size.BODY)


def _draw_items(sheet: Sheet, summary: VisitSummary) -> None:
    """Draw what was done and, beside it, what was left out."""
    done = [item for item in summary.items if item.done]
    left_out = [item for item in summary.items if not item.done]
    width = (PAGE.width() - 2 * SIDE - 12 * MM) / 2
    top = lowest = sheet.y
    columns = [(summary.words["done"], done, VisualState.DONE, "")] if done else []
    if left_out:
        columns.append((summary.words["left_out"], left_out, VisualState.NOT_DONE, summary.words["left_out_note"]))
    for position, (title, items, state, note) in enumerate(columns):
        left = SIDE + position * (width + 12 * MM)
        sheet.y = top
        sheet.lines(title, left, width, Size.HEAD, bold=True)
        sheet.space(4)
        for item in items:
            _draw_item(sheet, item, state, left, width)
        if note:
            sheet.lines(note, left, width, Size.BODY, ink=PRINT.muted)
        lowest = max(lowest, sheet.y)
    sheet.y = lowest


def _draw_item(sheet: Sheet, item: DoneItem, state: VisualState, left: float, width: float) -> None:
    side = 14 * POINT
    middle = sheet.y + LEADING[Size.BODY] * POINT / 2
    sheet.shape(QRectF(left, middle - side / 2, side, side), state)
    sheet.lines(item.words, left + 24 * POINT, width - 24 * POINT, Size.BODY)
    sheet.space(5)


def _draw_stops(sheet: Sheet, stops: tuple[TimelineStop, ...]) -> None:
    """Draw the planned visits on one line: done, next, later."""
    states = {
        "done": VisualState.DONE,
        "missed": VisualState.NOT_DONE,
        "next": VisualState.DUE,
        "later": VisualState.OPENS_SOON,
    }
    side, cell = 20 * POINT, (PAGE.width() - 2 * SIDE) / max(1, len(stops))
    middle = sheet.y + side / 2
    centres = [SIDE + cell * (position + 0.5) for position in range(len(stops))]
    if sheet.painter is not None:
        sheet.painter.setPen(QPen(QColor(PRINT.line), 1.5 * POINT))
        for here, there in pairwise(centres):
            reach = side / 2 + 2 * POINT
            sheet.painter.drawLine(QPointF(here + reach, middle), QPointF(there - reach, middle))
    height = LEADING[Size.BODY] * POINT
    for centre, stop in zip(centres, stops, strict=True):
        sheet.shape(QRectF(centre - side / 2, sheet.y, side, side), states[stop.state])
        top = sheet.y + side + 5 * POINT
        for row, (text, ink) in enumerate(((stop.title, PRINT.text), (stop.words, PRINT.muted))):
            bold = stop.state == "next" and row == 0
            advance = QFontMetricsF(sheet.face(Size.BODY, bold=bold)).horizontalAdvance(plain_line(text))
            place = QRectF(centre - advance / 2, top + row * height, advance, height)
            sheet.line(text, place, Size.BODY, bold=bold, ink=ink)
    sheet.y += side + 5 * POINT + 2 * height


def _draw_next(sheet: Sheet, summary: VisitSummary) -> None:
    """Draw the box of the next visit, or that there is none."""
    pad, width = 14 * POINT, PAGE.width() - 2 * SIDE
    top = sheet.y
    sheet.y += pad * 0.8
    inner = QRectF(SIDE + pad, sheet.y, width - 2 * pad, LEADING[Size.HEAD] * POINT)
    if not summary.next_title:
        sheet.line(summary.words["no_next"], inner, Size.HEAD, bold=True)
        sheet.y += inner.height()
    else:
        sheet.line(summary.words["next"], inner, Size.HEAD, bold=True)
        sheet.line(summary.words["window"], inner, Size.HEAD, bold=True, right=True)
        sheet.y += inner.height()
        sheet.lines(summary.next_hint, inner.left(), inner.width(), Size.BODY)
    sheet.y += pad * 0.8
    if sheet.painter is not None:
        sheet.painter.setPen(QPen(QColor(PRINT.accent), 1.5 * POINT))
        sheet.painter.setBrush(Qt.BrushStyle.NoBrush)
        sheet.painter.drawRoundedRect(QRectF(SIDE, top, width, sheet.y - top), 3 * POINT, 3 * POINT)


def _draw_foot(sheet: Sheet, summary: VisitSummary, top: float) -> None:
    """Draw the record code and where it stands in the ledger."""
    sheet.y = top
    sheet.rule()
    sheet.y += 6 * POINT
    height, width = LEADING[Size.BODY] * POINT, PAGE.width() - 2 * SIDE
    rows = (
        (summary.words["record"], summary.head_code, PRINT.text, True),
        (summary.words["printed"], summary.words["page"], PRINT.muted, False),
    )
    for left, right, ink, bold in rows:
        rect = QRectF(SIDE, sheet.y, width, height)
        sheet.line(left, rect, Size.BODY, ink=ink)
        sheet.line(right, rect, Size.BODY, ink=ink, bold=bold, right=True)
        sheet.y += height


def print_page(device: QPagedPaintDevice, summary: VisitSummary, *, resolution: int) -> None:
    """Draw the page on a printer or a PDF writer of `resolution` dots an inch. Raises PageNotWritten."""
    on_paper(device, lambda painter: draw_page(painter, summary), resolution=resolution, name=summary.code)


def on_paper(device: QPagedPaintDevice, draw: Callable[[QPainter], None], *, resolution: int, name: str) -> None:
    """Let `draw` paint on A4 sheets, in 1/1200 inch; `name` says in PageNotWritten what could not be written."""
    device.setPageLayout(
        QPageLayout(
            QPageSize(QPageSize.PageSizeId.A4),
            QPageLayout.Orientation.Portrait,
            QMarginsF(0, 0, 0, 0),
            QPageLayout.Unit.Millimeter,
        )
    )
    painter = QPainter()
    if not painter.begin(device):
        raise PageNotWritten(name)
    try:
        painter.scale(resolution / RESOLUTION, resolution / RESOLUTION)
        draw(painter)
    finally:
        finished = painter.end()
    if not finished:
        raise PageNotWritten(name)


def save_pdf(path: Path, summary: VisitSummary) -> None:
    """Write the page as a PDF with real text; the file appears whole or not at all. Raises PageNotWritten."""
    write_pdf(path, lambda writer: print_page(writer, summary, resolution=RESOLUTION), title=summary.code)


def write_pdf(path: Path, bring: Callable[[QPdfWriter], None], *, title: str) -> None:
    """Let `bring` fill a PDF with real text; the file appears whole or not at all. Raises PageNotWritten."""
    part = path.with_name(f".{path.name}.part")
    try:
        part.touch()
        writer = QPdfWriter(str(part))
        writer.setResolution(RESOLUTION)
        writer.setTitle(title)
        writer.setCreator("AssessDesk")
        bring(writer)
        del writer
        if not part.stat().st_size:
            raise PageNotWritten(str(path))
        part.replace(path)
    except OSError as error:
        part.unlink(missing_ok=True)
        raise PageNotWritten(str(path)) from error
