"""A study, or what changed between two of its versions, on A4 sheets: headings, lines and small lines under them.

It draws the words that the page shows, and must not know what they say.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF

from assessdesk.gui.look.tokens import PRINT
from assessdesk.gui.paper.summary_page import (
    FOOT,
    LEADING,
    MM,
    PAGE,
    POINT,
    RESOLUTION,
    SIDE,
    Sheet,
    Size,
    broken,
    on_paper,
    write_pdf,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

    from PySide6.QtGui import QPainter

INDENT = 6 * MM


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """One paragraph: a heading, or a line with a small line under it."""

    text: str
    note: str = ""
    heading: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """What stands on the sheets: title, the sentence under it, paragraphs, and the foot; `page_words` has `{page}`."""

    language: str
    title: str
    sentence: str
    written: tuple[Written, ...]
    foot: str
    page_words: str


def save_paper(path: Path, paper: Paper) -> None:
    """Write the sheets as a PDF with real text; the file appears whole or not at all. Raises PageNotWritten."""
    write_pdf(
        path,
        lambda writer: on_paper(
            writer,
            lambda painter: draw_paper(painter, paper, next_sheet=writer.newPage),
            resolution=RESOLUTION,
            name=paper.title,
        ),
        title=paper.title,
    )


def draw_paper(painter: QPainter, paper: Paper, *, next_sheet: Callable[[], object]) -> None:
    """Draw every sheet. A line that is broken goes on at the next sheet where the first is full."""
    sheet, number = Sheet(language=paper.language, painter=painter, gap=1.0), 1
    sheet.lines(paper.title, SIDE, PAGE.width() - 2 * SIDE, Size.HEAD, bold=True)
    sheet.lines(paper.sentence, SIDE, PAGE.width() - 2 * SIDE, Size.LIST, ink=PRINT.muted)
    sheet.space(10)
    bottom = PAGE.height() - FOOT - 3 * LEADING[Size.LIST] * POINT
    for text, size, bold, left in _rows(sheet, paper.written):
        height = LEADING[size] * POINT
        room = 3 * height if bold else height
        if sheet.y + room > bottom:
            _draw_foot(sheet, paper, number)
            next_sheet()
            sheet, number = Sheet(language=paper.language, painter=painter, gap=1.0), number + 1
        ink = PRINT.muted if left else PRINT.text
        sheet.line(text, QRectF(SIDE + left, sheet.y, PAGE.width() - 2 * SIDE - left, height), size, bold=bold, ink=ink)
        sheet.y += height
    _draw_foot(sheet, paper, number)


def _rows(sheet: Sheet, written: Iterable[Written]) -> Iterator[tuple[str, Size, bool, float]]:
    """Yield the lines as they are broken: text, size, bold, and how far they are set in."""
    width = PAGE.width() - 2 * SIDE
    for one in written:
        size = Size.BODY if one.heading else Size.LIST
        if one.heading:
            yield "", Size.LIST, False, 0.0
        for text in broken(one.text, sheet.face(size, bold=one.heading), width):
            yield text, size, one.heading, 0.0
        for text in broken(one.note, sheet.face(Size.LIST), width - INDENT) if one.note else ():
            yield text, Size.LIST, False, INDENT


def _draw_foot(sheet: Sheet, paper: Paper, number: int) -> None:
    sheet.y = PAGE.height() - FOOT - 2 * LEADING[Size.LIST] * POINT
    sheet.rule()
    sheet.y += 2 * MM
    rect = QRectF(SIDE, sheet.y, PAGE.width() - 2 * SIDE, LEADING[Size.LIST] * POINT)
    sheet.line(paper.foot, rect, Size.LIST, ink=PRINT.muted)
    sheet.line(paper.page_words.format(page=number), rect, Size.LIST, ink=PRINT.muted, right=True)
