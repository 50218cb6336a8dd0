"""The participant's page before it is printed: a preview drawn by the very function that prints it, print and PDF.

That the page was printed is written first, then it is put on paper with the head which that fact cites. It must not
know what stands on the page.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QDir, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from assessdesk.gui.fields.buttons import ActionButton, ButtonKind, ButtonView
from assessdesk.gui.fields.finding_line import FindingKind, FindingLine, FindingView
from assessdesk.gui.fields.status_badge import StateView, StatusBadge
from assessdesk.gui.look.icons import IconName
from assessdesk.gui.look.states import VisualState
from assessdesk.gui.look.theme import metrics
from assessdesk.gui.look.tokens import PRINT
from assessdesk.gui.page import Destination, Page
from assessdesk.gui.page_parts import PageHead, add_action
from assessdesk.gui.paper.summary_page import PAGE, PageNotWritten, draw_page, print_page, save_pdf
from assessdesk.services.summary import VisitSummary, note_printed, summary_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QPaintEvent, QShowEvent
    from PySide6.QtPrintSupport import QPrinter

    from assessdesk.gui.workspace import Refused, Workspace
    from assessdesk.services.desk import Desk

NARROW = 46
"""The side column in units: what one can do with the page."""


class PagePreview(QWidget):
    """The page as it will be on paper, as large as there is room. `show_summary` shows another one."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._summary: VisitSummary | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(self.tr("Preview of the participant's page"))

    def show_summary(self, summary: VisitSummary) -> None:
        """Show a page."""
        self._summary = summary
        said = (summary.words["title"], summary.words["visit"], summary.thanks, summary.head_code)
        self.setAccessibleDescription(". ".join(said))
        self.update()

    def sizeHint(self) -> QSize:
        """A page that can be recognised."""
        return QSize(metrics().u(48), metrics().u(66))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the sheet in the middle."""
        del event
        if self._summary is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        scale = min(self.width() / PAGE.width(), self.height() / PAGE.height())
        sheet = QRectF(0, 0, PAGE.width() * scale, PAGE.height() * scale)
        sheet.moveCenter(QRectF(self.rect()).center())
        painter.fillRect(sheet, QColor(PRINT.surface))
        painter.setPen(QColor(PRINT.line))
        painter.drawRect(sheet.adjusted(0, 0, -1, -1))
        painter.translate(sheet.topLeft())
        painter.scale(scale, scale)
        draw_page(painter, self._summary)
        painter.end()


def ask_printer() -> QPrinter | None:
    """Let the person choose a printer in the system's dialog; None when they cancel."""
    from PySide6.QtPrintSupport import QPrintDialog, QPrinter  # noqa: PLC0415 - loads the system's printing parts

    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setFullPage(True)
    return printer if QPrintDialog(printer).exec() else None


class SummaryPage(Page):
    """Preview, print, save as PDF.

    `choose_file` returns the path of the PDF or an empty text, `choose_printer` a printer or None; tests replace both.
    """

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace, parent)
        self._participant = self._visit = ""
        self._summary: VisitSummary | None = None
        self.choose_file: Callable[[], str] = self._ask_file
        self.choose_printer: Callable[[], QPrinter | None] = ask_printer
        self._print_action = add_action(self, self.tr("Print"), self._print, keys=("P",), short=self.tr("print"))
        self._save_action = add_action(
            self, self.tr("Save PDF"), self._save, keys=("S", "Return", "Enter"), short=self.tr("save PDF")
        )
        add_action(self, self.tr("Back"), self._leave, keys=("Escape",), short=self.tr("back to the participant"))
        self.preview = PagePreview()
        self._head = PageHead()
        self._finding = FindingLine()
        self._done = StatusBadge(StateView(VisualState.DONE))
        self._lay_out()

    def _lay_out(self) -> None:
        sizes = metrics()
        printing = ActionButton(ButtonView(self._print_action.text(), icon=IconName.PRINT))
        printing.attach(self._print_action)
        saving = ActionButton(ButtonView(self._save_action.text(), kind=ButtonKind.PRIMARY, icon=IconName.FILE))
        saving.attach(self._save_action)
        self._saving = saving
        side = QWidget()
        side.setFixedWidth(sizes.u(NARROW))
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(sizes.u(2))
        for widget in (self._head, saving, printing, self._done, self._finding):
            column.addWidget(widget)
        column.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(sizes.u(3), sizes.u(2), sizes.u(3), sizes.u(2))
        row.setSpacing(sizes.u(3))
        row.addWidget(self.preview, 1)
        row.addWidget(side)

    def path(self) -> tuple[str, ...]:
        """Today, the code, the summary."""
        code = (self._summary.code,) if self._summary else ()
        return (self.tr("Today"), *code, self.tr("Summary"))

    def open(self, destination: Destination) -> None:
        """Show the page of a visit."""
        self._participant, self._visit = destination.participant, destination.visit
        self._done.hide()
        self._finding.show_finding(None)
        self.refresh()
        self._saving.setFocus(Qt.FocusReason.OtherFocusReason)

    def showEvent(self, event: QShowEvent) -> None:
        """Take the keys as soon as the page can be seen."""
        super().showEvent(event)
        self._saving.setFocus(Qt.FocusReason.OtherFocusReason)

    def refresh(self) -> None:
        """Read the page anew, with the head as it is now."""
        self._summary = self.workspace.read(lambda desk: summary_of(desk, desk.record(self._participant), self._visit))
        self.preview.show_summary(self._summary)
        signed = self.tr("The visit is signed.") if self._summary.signed else self.tr("The visit is not signed yet.")
        words = self.tr("One page in the participant's language. It shows no result while the study is blinded.")
        self._head.show_words(self.tr("Page for {0}").format(self._summary.code), f"{signed} {words}")

    def _ask_file(self) -> str:
        name = f"summary-{self._summary.code}.pdf" if self._summary else "summary.pdf"
        start = QDir.home().filePath(name)
        return QFileDialog.getSaveFileName(self, self.tr("Save PDF"), start, self.tr("PDF (*.pdf)"))[0]

    def _save(self) -> None:
        chosen = self.choose_file()
        if chosen:
            path = Path(chosen)
            self._bring("pdf", lambda summary: save_pdf(path, summary), self.tr("Saved: {0}").format(path.name))

    def _print(self) -> None:
        printer = self.choose_printer()
        if printer is not None:
            resolution = printer.resolution()
            self._bring(
                "printer",
                lambda summary: print_page(printer, summary, resolution=resolution),
                self.tr("Handed to the printer"),
            )

    def _bring(self, form: str, write: Callable[[VisitSummary], None], said: str) -> None:
        """Note that the page leaves, then let it leave, then show it with the new head."""
        self._done.hide()
        self._finding.show_finding(None)
        summary = self._summary
        if summary is None:
            return

        def note(desk: Desk) -> bool:
            note_printed(desk, desk.record(self._participant), summary, self._visit, form=form)
            return True

        if not self.workspace.perform(note, on_refused=self._on_refused):
            return
        try:
            write(summary)
        except PageNotWritten as failure:
            sentence = self.tr(
                "{0} could not be written. Nothing recorded is lost; choose another place and try again."
            ).format(failure)
            self._finding.show_finding(FindingView(FindingKind.REFUSED, self.tr("Not written:"), sentence))
        else:
            self._done.show_state(StateView(VisualState.DONE, said))
            self._done.show()
        # The new head belongs on the next page, never on the one that has just been noted.
        QTimer.singleShot(0, self, self.refresh)

    def _on_refused(self, refused: Refused) -> None:
        self._finding.show_finding(FindingView(FindingKind.REFUSED, self.tr("Not done:"), refused.sentence))

    def _leave(self) -> None:
        self.leave_requested.emit(Destination(page="participant", participant=self._participant))
