"""The participant's page: one page of real text in three languages, noted before it is printed, hostile text plain."""

from __future__ import annotations

import re
import subprocess
import unicodedata
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QImage
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from assessdesk.domain.events import CareFacts, SummaryPrinted
from assessdesk.gui.look.theme import apply_theme
from assessdesk.gui.look.tokens import Scheme
from assessdesk.gui.pages.summary import SummaryPage
from assessdesk.gui.paper import summary_page as printing
from assessdesk.gui.paper.summary_page import PageNotWritten, broken, plain_line, print_page, save_pdf
from assessdesk.services.summary import DoneItem, VisitSummary, summary_of
from tests.gui.pages.capturing import GRIP, Key, Nurse


@pytest.fixture(autouse=True)
def dressed(qapp: QApplication) -> Iterator[None]:
    apply_theme(qapp, Scheme.LIGHT)
    yield
    apply_theme(qapp, Scheme.LIGHT)


@pytest.fixture
def nurse(tmp_path: Path, qtbot: QtBot) -> Nurse:
    made = Nurse(tmp_path, care=CareFacts(restricted_side="left"))
    qtbot.addWidget(made.page)
    return made


def page_words(nurse: Nurse, language: str) -> VisitSummary:
    return summary_of(nurse.desk, nurse.desk.record(nurse.row.participant), nurse.visit, language=language)


def closed(nurse: Nurse) -> None:
    """Do the right hand, leave the chair out."""
    nurse.answer_until(GRIP, "", "25.8 26.4 25.9")
    nurse.close_chair()


def text_of(path: Path) -> str:
    """The text of a PDF as a reader program extracts it; Chinese comes as radicals until it is normalised."""
    done = subprocess.run(["pdftotext", "-layout", str(path), "-"], capture_output=True, text=True, check=True)
    return unicodedata.normalize("NFKC", done.stdout)


def pages_of(path: Path) -> int:
    done = subprocess.run(["pdfinfo", str(path)], capture_output=True, text=True, check=True)
    found = re.search(r"^Pages:\s+(\d+)", done.stdout, re.MULTILINE)
    assert found is not None
    return int(found.group(1))


@pytest.mark.req("SUM-200", "SUM-201")
@pytest.mark.parametrize(
    ("language", "title"),
    [("en", "Thank you for your visit"), ("ko", "오늘 와 주셔서 고맙습니다"), ("zh", "感谢您今天到访")],
)
def test_the_pdf_is_one_page_whose_text_can_be_read_back(
    nurse: Nurse, tmp_path: Path, language: str, title: str
) -> None:
    closed(nurse)
    summary = page_words(nurse, language)
    path = tmp_path / "page.pdf"
    save_pdf(path, summary)
    text = text_of(path)
    assert pages_of(path) == 1
    for said in (title, summary.code, summary.head_code, summary.phone, summary.study):
        assert said in text
    assert "26.4" not in text
    assert list(tmp_path.glob(".*.part")) == []


@pytest.mark.req("SUM-202")
@pytest.mark.parametrize("language", ["en", "ko", "zh"])
def test_the_paper_shows_grey_only_and_keeps_its_margins(nurse: Nurse, tmp_path: Path, language: str) -> None:
    closed(nurse)
    save_pdf(tmp_path / "page.pdf", page_words(nurse, language))
    command = ["pdftoppm", "-r", "72", "-png", "-singlefile", str(tmp_path / "page.pdf"), str(tmp_path / "page")]
    subprocess.run(command, check=True)
    image = QImage(str(tmp_path / "page.png"))
    side, top = 18 / 25.4 * 72 - 2, 13 / 25.4 * 72 - 2
    dark = 0
    for y in range(image.height()):
        for x in range(image.width()):
            colour = QColor(image.pixel(x, y))
            assert (
                max(colour.red(), colour.green(), colour.blue()) - min(colour.red(), colour.green(), colour.blue()) < 8
            )
            if colour.lightness() < 200:
                dark += 1
                assert side <= x <= image.width() - side
                assert top <= y <= image.height() - top
    assert dark > 2000


@pytest.mark.req("SUM-203")
def test_hostile_text_is_drawn_as_it_is_read(nurse: Nurse, tmp_path: Path) -> None:
    closed(nurse)
    evil = "<b>now</b> &amp; \u202ereversed\u202c\x07 http://example.invalid"
    summary = replace(page_words(nurse, "en"), hours=evil)
    save_pdf(tmp_path / "page.pdf", summary)
    text = text_of(tmp_path / "page.pdf")
    assert "<b>now</b> &amp; reversed http://example.invalid" in text
    assert plain_line("a\u202eb\nc\x07") == "ab c"
    assert b"/URI" not in (tmp_path / "page.pdf").read_bytes()


@pytest.mark.req("SUM-204")
def test_a_full_battery_still_fits_on_one_page_and_too_much_is_refused(nurse: Nurse, tmp_path: Path) -> None:
    closed(nurse)
    summary = page_words(nurse, "en")
    many = tuple(DoneItem(title=f"Item {n}", side="", done=n % 2 == 0, words=f"Item {n}") for n in range(14))
    save_pdf(tmp_path / "page.pdf", replace(summary, items=many))
    assert pages_of(tmp_path / "page.pdf") == 1
    assert "Item 13" in text_of(tmp_path / "page.pdf")
    absurd = replace(summary, items=many * 10)
    with pytest.raises(PageNotWritten):
        save_pdf(tmp_path / "more.pdf", absurd)
    assert not (tmp_path / "more.pdf").exists()


@pytest.mark.req("SUM-205")
def test_korean_breaks_at_spaces_only(nurse: Nurse) -> None:
    words = page_words(nurse, "ko").thanks
    sheet = printing.Sheet("ko", None, 1.0)
    lines = broken(words, sheet.face(printing.Size.BODY), 4000)
    assert len(lines) > 1
    assert " ".join(lines) == words


@pytest.mark.req("SUM-206")
def test_the_english_frame_reads_at_grade_eight_or_less(nurse: Nurse) -> None:
    closed(nurse)
    page = page_words(nurse, "en")
    said = [page.thanks, page.why_no_numbers, page.call_at_once, page.next_hint, page.words["left_out_note"]]
    text = " ".join(said)
    sentences = len(re.findall(r"[.!?](?:\s|$)", text))
    words = re.findall(r"[A-Za-z']+", text)
    syllables = sum(max(1, len(re.findall(r"[aeiouy]+", re.sub(r"e$", "", word.lower())))) for word in words)
    # Flesch-Kincaid grade level (Kincaid et al. 1975), syllables counted by groups of vowels.
    grade = 0.39 * len(words) / sentences + 11.8 * syllables / len(words) - 15.59
    assert grade <= 8


@pytest.mark.req("SUM-207")
def test_printing_is_noted_first_with_the_head_that_stands_on_the_page(
    nurse: Nurse, tmp_path: Path, qtbot: QtBot
) -> None:
    closed(nurse)
    page = SummaryPage(nurse.workspace)
    qtbot.addWidget(page)
    path = tmp_path / "summary.pdf"
    page.choose_file = lambda: str(path)
    nurse.show(page)
    head = nurse.desk.ledger.head()
    nurse.press(Key.Key_S)
    event = next(entry.event for entry in nurse.desk.ledger.entries(kinds=("summary.printed",)))
    assert isinstance(event, SummaryPrinted)
    assert (event.head, event.form, event.language) == (head.code, "pdf", "ko")
    assert path.is_file()
    assert head.code in text_of(path)
    qtbot.waitUntil(lambda: page._summary is not None and page._summary.head_code == nurse.desk.ledger.head().code)


@pytest.mark.req("SUM-208")
def test_an_unfinished_visit_is_not_printed_and_a_failed_file_says_so(
    nurse: Nurse, tmp_path: Path, qtbot: QtBot
) -> None:
    page = SummaryPage(nurse.workspace)
    qtbot.addWidget(page)
    page.choose_file = lambda: str(tmp_path / "no such folder" / "summary.pdf")
    nurse.show(page)
    nurse.press(Key.Key_S)
    assert "summary.printed" not in nurse.kinds()
    closed(nurse)
    page.refresh()
    nurse.press(Key.Key_S)
    finding = page._finding.finding()
    assert finding is not None
    assert "summary.pdf" in finding.sentence


@pytest.mark.req("SUM-209")
@pytest.mark.qt_log_ignore("QPainter::begin", extend=True)  # Qt says so itself where the file cannot be opened
def test_printer_and_preview_draw_the_same_page(nurse: Nurse, tmp_path: Path, qtbot: QtBot) -> None:
    closed(nurse)
    page = SummaryPage(nurse.workspace)
    qtbot.addWidget(page)
    printed = tmp_path / "printed.pdf"

    def printer() -> QPrinter:
        made = QPrinter(QPrinter.PrinterMode.HighResolution)
        made.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        made.setOutputFileName(str(printed))
        made.setFullPage(True)
        return made

    page.choose_printer = printer
    nurse.show(page)
    assert page.preview.grab().toImage().pixelColor(page.preview.width() // 2, 8) == QColor("#FFFFFF")
    nurse.press(Key.Key_P)
    assert printed.stat().st_size > 5000
    assert nurse.row.code in text_of(printed)
    assert pages_of(printed) == 1
    with pytest.raises(PageNotWritten):
        print_page(_unwritable(tmp_path), page_words(nurse, "en"), resolution=1200)


def _unwritable(folder: Path) -> QPrinter:
    made = QPrinter()
    made.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    made.setOutputFileName(str(folder / "missing" / "page.pdf"))
    return made
