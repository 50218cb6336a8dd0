"""Today's list on paper: A4 sheets in grey with states, codes, visits, targets and windows; no arm and no result.

It draws the words that the table shows and must not know how they come about.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QDir, QObject, QRectF
from PySide6.QtGui import QPagedPaintDevice, QPainter
from PySide6.QtWidgets import QFileDialog, QWidget

from assessdesk.gui.fields.finding_line import FindingKind, FindingLine, FindingView
from assessdesk.gui.look.tokens import PRINT
from assessdesk.gui.page_parts import long_day, moment, short_day
from assessdesk.gui.paper.summary_page import (
    FOOT,
    LEADING,
    MM,
    PAGE,
    POINT,
    RESOLUTION,
    SIDE,
    TOP,
    PageNotWritten,
    Sheet,
    Size,
    on_paper,
    write_pdf,
)
from assessdesk.gui.window.practice_band import practice_words

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtPrintSupport import QPrinter

    from assessdesk.gui.today.words import TodayRow, TodayWords
    from assessdesk.gui.workspace import Workspace

ROW = LEADING[Size.LIST] * POINT + 2 * MM
HEAD = 24 * MM


@dataclass(frozen=True, slots=True)
class Listing:
    """A list as it stands on paper: title, line under it, columns with their widths in mm, rows, and the foot."""

    language: str
    title: str
    sentence: str
    columns: tuple[tuple[str, float], ...]
    rows: tuple[tuple[str, ...], ...]
    foot: str
    page_words: str
    practice: str = ""

    def pages(self) -> list[tuple[tuple[str, ...], ...]]:
        """The rows of each sheet; an empty list still has one."""
        room = PAGE.height() - TOP - HEAD - FOOT - 10 * MM
        most = int(room // ROW) - 1
        return [self.rows[at : at + most] for at in range(0, len(self.rows), most)] or [()]


def draw_listing(painter: QPainter, listing: Listing, *, next_sheet: Callable[[], object]) -> None:
    """Draw every sheet of a list."""
    pages = listing.pages()
    for number, rows in enumerate(pages, start=1):
        if number > 1:
            next_sheet()
        sheet = Sheet(language=listing.language, painter=painter, gap=1.0)
        width = PAGE.width() - 2 * SIDE
        if listing.practice:
            sheet.banner(listing.practice)
        sheet.lines(listing.title, SIDE, width, Size.HEAD, bold=True)
        sheet.lines(listing.sentence, SIDE, width, Size.LIST, ink=PRINT.muted)
        sheet.y = TOP + HEAD - 6 * MM
        _draw_row(sheet, listing, tuple(title for title, _ in listing.columns), bold=True)
        sheet.rule()
        for row in rows:
            _draw_row(sheet, listing, row)
        sheet.y = PAGE.height() - FOOT - 8 * MM
        sheet.rule()
        sheet.y += 2 * MM
        foot = QRectF(SIDE, sheet.y, width, LEADING[Size.LIST] * POINT)
        sheet.line(listing.foot, foot, Size.LIST, ink=PRINT.muted)
        words = listing.page_words.format(page=number, pages=len(pages))
        sheet.line(words, foot, Size.LIST, ink=PRINT.muted, right=True)


def _draw_row(sheet: Sheet, listing: Listing, cells: tuple[str, ...], *, bold: bool = False) -> None:
    left = SIDE
    for (_, width), text in zip(listing.columns, cells, strict=True):
        sheet.line(text, QRectF(left, sheet.y, width * MM, ROW), Size.LIST, bold=bold)
        left += width * MM
    sheet.y += ROW


class ListPrinting(QObject):
    """Brings the rows that are shown to a printer or into a PDF; `said` tells how it went.

    `choose_file` returns the path of the PDF or an empty text, `choose_printer` a printer or None; tests replace both.
    """

    def __init__(self, workspace: Workspace, page: QWidget) -> None:
        super().__init__(page)
        self._workspace = workspace
        self._page = page
        self.said = FindingLine()
        self.choose_file: Callable[[], str] = self._ask_file
        self.choose_printer: Callable[[], QPrinter | None] = _ask_printer

    def bring(self, rows: Sequence[TodayRow], words: TodayWords) -> None:
        """Print the rows."""
        printer = self.choose_printer()
        if printer is not None:
            resolution = printer.resolution()
            listing = self.listing(rows, words)
            said = self.tr("Handed to the printer")
            self._write(lambda: _print(printer, listing, resolution=resolution, next_sheet=printer.newPage), said)

    def save(self, rows: Sequence[TodayRow], words: TodayWords) -> None:
        """Save the rows as a PDF."""
        chosen = self.choose_file()
        if chosen:
            path = Path(chosen)
            listing = self.listing(rows, words)
            said = self.tr("Saved: {0}").format(path.name)
            self._write(lambda: save_listing(path, listing), said)

    def listing(self, rows: Sequence[TodayRow], words: TodayWords) -> Listing:
        """Return the list as it stands on paper."""
        language = self._workspace.language
        today = words.today
        facts, user, now = self._workspace.read(lambda desk: (desk.facts, desk.author.user, desk.clock.now()))
        cycles = self._workspace.read(lambda desk: desk.in_force.conduct.cycle_days is not None)
        cycle = ((self.tr("Cycle"), 15.0),) if cycles else ()
        columns = (
            (self.tr("State"), 29.0),
            (self.tr("Participant"), 23.0),
            (self.tr("Visit"), 24.0),
            (self.tr("Target"), 17.0),
            *cycle,
            (self.tr("Window"), 43.0),
            (self.tr("Days"), 30.0),
        )
        return Listing(
            language=language,
            title=self.tr("Visits to look after, {day}").format(day=long_day(today, language) if today else ""),
            sentence=self.tr("{study}, site {site}, station {station}. {count} visits.").format(
                study=facts.study, site=facts.site, station=facts.station, count=len(rows)
            ),
            columns=columns,
            rows=tuple(_cells(row, words, language, cycles=cycles) for row in rows),
            foot=self.tr("Printed by {user}, {moment}. Study codes only; no results.").format(
                user=user, moment=moment(now, language)
            ),
            page_words=self.tr("Page {page} of {pages}"),
            practice=practice_words() if self._workspace.practice else "",
        )

    def _ask_file(self) -> str:
        start = QDir.home().filePath("today.pdf")
        return QFileDialog.getSaveFileName(self._page, self.tr("Save list as PDF"), start, self.tr("PDF (*.pdf)"))[0]

    def _write(self, write: Callable[[], None], said: str) -> None:
        try:
            write()
        except PageNotWritten as failure:
            sentence = self.tr(
                "{0} could not be written. Nothing recorded is lost; choose another place and try again."
            ).format(failure)
            self.said.show_finding(FindingView(FindingKind.REFUSED, self.tr("Not written:"), sentence))
        else:
            self.said.show_finding(FindingView(FindingKind.NOTE, self.tr("Done:"), said))


def _cells(row: TodayRow, words: TodayWords, language: str, *, cycles: bool) -> tuple[str, ...]:
    window = row.due.window if row.due else None
    span = f"{short_day(window.earliest, language)} – {short_day(window.latest, language)}" if window else ""
    cycle = (words.cycle(row),) if cycles else ()
    return words.state(row), row.code, words.visit(row), words.target(row), *cycle, span, words.days(row)


def _ask_printer() -> QPrinter | None:
    """Let the person choose a printer in the system's dialog; None when they cancel."""
    from PySide6.QtPrintSupport import QPrintDialog, QPrinter  # noqa: PLC0415 - loads the system's printing parts

    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setFullPage(True)
    return printer if QPrintDialog(printer).exec() else None


def _print(device: QPagedPaintDevice, listing: Listing, *, resolution: int, next_sheet: Callable[[], object]) -> None:
    on_paper(
        device,
        lambda painter: draw_listing(painter, listing, next_sheet=next_sheet),
        resolution=resolution,
        name=listing.title,
    )


def save_listing(path: Path, listing: Listing) -> None:
    """Write a list as a PDF; the file appears whole or not at all. Raises PageNotWritten."""
    write_pdf(
        path,
        lambda writer: _print(writer, listing, resolution=RESOLUTION, next_sheet=writer.newPage),
        title=listing.title,
    )
