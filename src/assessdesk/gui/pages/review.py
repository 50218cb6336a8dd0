"""Review and sign: what is open first, every result with what it was computed from, then the signature.

It shows what `review_of` found and hands the passphrase on once. It must not know how a result is computed.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from assessdesk.gui.capture.beginning_panel import mode_words
from assessdesk.gui.capture.correction_panel import CorrectionPanel
from assessdesk.gui.capture.words import unit_words
from assessdesk.gui.fields.buttons import ActionButton, ButtonView
from assessdesk.gui.fields.data_table import DataTable
from assessdesk.gui.fields.finding_line import FindingKind, FindingLine, FindingView
from assessdesk.gui.fields.sign_panel import SignPanel, SignState, SignWish
from assessdesk.gui.fields.status_badge import StateView
from assessdesk.gui.look.states import VisualState
from assessdesk.gui.look.theme import metrics
from assessdesk.gui.look.tokens import Ink
from assessdesk.gui.models import Column
from assessdesk.gui.page import Destination, Page
from assessdesk.gui.page_parts import PageHead, add_action, long_day
from assessdesk.gui.review.blinding_panel import BlindingPanel
from assessdesk.gui.review.judgement_panel import JudgementPanel
from assessdesk.gui.review.signing_words import SigningWords
from assessdesk.services.adverse_events import open_drafts
from assessdesk.services.review import ResultRow, Review, review_of, sign

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QShowEvent

    from assessdesk.domain.record import Record
    from assessdesk.gui.workspace import Refused, Workspace
    from assessdesk.services.class_rows import ClassRow
    from assessdesk.services.desk import Desk

SIGN_WIDTH = 34
_STATES = {"done": VisualState.DONE, "missing": VisualState.NOT_DONE, "open": VisualState.OPEN}


class ReviewPage(Page):
    """The review of one visit."""

    refreshes_on = frozenset({"value", "visit", "participant", "blinding", "assessment"})

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace, parent)
        self._participant = self._visit = ""
        self._record: Record | None = None
        self._review: Review | None = None
        self._leaving = False
        self._make_actions()
        preview = ActionButton(ButtonView(self._preview_action.text()))
        preview.attach(self._preview_action)
        adverse = ActionButton(ButtonView(self._adverse_action.text()))
        adverse.attach(self._adverse_action)
        self._head = PageHead(right=(adverse, preview))
        self._open = FindingLine()
        self.drafts = FindingLine()
        self.results: DataTable[ResultRow] = DataTable(
            self.tr("Results of this visit"), self._columns(), row_height=3.75, selectable=False
        )
        self.classes: DataTable[ClassRow] = DataTable(
            self.tr("Classes side by side"),
            self._class_columns(),
            row_height=5.5,
            selectable=False,
            note=lambda row: row.note,
        )
        self.blinding = BlindingPanel(workspace)
        self.addAction(self.blinding.close_action)
        self.correction = CorrectionPanel(workspace)
        self.correction.corrected.connect(self._on_corrected)
        self.judging = JudgementPanel(self.workspace)
        self.judging.judged.connect(self._on_judged)
        self._words = SigningWords(workspace)
        self.signing = SignPanel(self._words.view(None))
        self.signing.sign_requested.connect(self._sign)
        self._lay_out()

    def _make_actions(self) -> None:
        self._correct_action = add_action(
            self, self.tr("Correct"), self._open_correction, keys=("Alt+C",), short=self.tr("correct")
        )
        add_action(
            self, self.tr("How it was done"), self._open_judging, keys=("Alt+J",), short=self.tr("how it was done")
        )
        for key, letter in (("performed", "D"), ("reviewed", "R")):
            action = add_action(self, letter, self._choosing(key), keys=(f"Alt+{letter}",), short=self.tr("meaning"))
            action.setText(self.tr("Meaning {0}").format(letter))
        add_action(self, self.tr("Sign"), lambda: None, caps=(self.tr("Enter"),), short=self.tr("sign"))
        self._continue_action = add_action(
            self, self.tr("Continue"), self._continue, keys=("Alt+O",), short=self.tr("continue")
        )
        self._ask_action = add_action(
            self, self.tr("Raise a query"), self._ask, keys=("Alt+Q",), short=self.tr("query")
        )
        self._adverse_action = add_action(
            self, self.tr("Adverse events"), self._adverse, keys=("Alt+E",), short=self.tr("adverse events")
        )
        self._preview_action = add_action(
            self, self.tr("Preview summary"), self._preview, keys=("Alt+P",), short=self.tr("summary")
        )
        add_action(self, self.tr("Back"), self._back, keys=("Escape",), short=self.tr("leave unsigned"))

    def _lay_out(self) -> None:
        sizes = metrics()
        centre = QWidget()
        column = QVBoxLayout(centre)
        column.setContentsMargins(sizes.u(3), sizes.u(2), sizes.u(3), sizes.u(2))
        column.setSpacing(sizes.u(2))
        column.addWidget(self._head)
        column.addWidget(self.drafts)
        self._go_on = ActionButton(ButtonView(self._continue_action.text()))
        self._go_on.attach(self._continue_action)
        notice = QHBoxLayout()
        notice.setSpacing(sizes.u(2))
        notice.addWidget(self._open, 1)
        notice.addWidget(self._go_on)
        column.addLayout(notice)
        column.addWidget(self.blinding)
        column.addWidget(self.results, 3)
        column.addWidget(self.classes, 2)
        column.addWidget(self.correction, 1)
        column.addWidget(self.judging, 1)
        column.addStretch()
        self.correction.hide()
        self.judging.hide()
        self.signing.setFixedWidth(sizes.u(SIGN_WIDTH))
        self.signing.setAutoFillBackground(True)
        self.signing.setBackgroundRole(QPalette.ColorRole.Base)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(centre, 1)
        row.addWidget(self.signing)

    def _columns(self) -> tuple[Column[ResultRow], ...]:
        return (
            Column(self.tr("Instrument"), lambda row: row.title, 22, bold=lambda _: True),
            Column(self.tr("Result"), self._result_words, 0),
            Column(self.tr("Computed from"), self._source_words, 0, ink=lambda _: Ink.MUTED),
            Column(self.tr("State"), lambda row: self._state(row).said(), 24, state=self._state),
        )

    def _class_columns(self) -> tuple[Column[ClassRow], ...]:
        return (
            Column(self.tr("Classes by"), lambda row: row.title, 14, bold=lambda _: True),
            Column(self.tr("Class"), lambda row: row.result, 19),
            Column(self.tr("Parts"), lambda row: row.parts, 0),
            Column(self.tr("Compared, unrounded"), lambda row: row.compared, 0, ink=lambda _: Ink.MUTED),
        )

    def _result_words(self, row: ResultRow) -> str:
        if not row.name:
            return self.tr("Open")
        value = f"{row.said} {unit_words(row.unit)}".strip() if row.said else "–"
        return f"{row.label}: {value}"

    def _source_words(self, row: ResultRow) -> str:
        return ", ".join(row.sources)

    def _state(self, row: ResultRow) -> StateView:
        if row.judgement:
            view = StateView(VisualState.UNUSUAL, self.tr("Not as usual"))
        else:
            words = self.tr("Not done, {0}").format(row.note) if row.state == "missing" and row.note else ""
            view = StateView(_STATES[row.state], words)
        return StateView(view.state, f"{view.said()}. {mode_words(row.mode)}") if row.mode else view

    def path(self) -> tuple[str, ...]:
        """Today, the code, the visit."""
        if self._review is None:
            return (self.tr("Today"),)
        return (self.tr("Today"), self._review.code, self._review.visit_title, self.tr("Review"))

    def open(self, destination: Destination) -> None:
        """Show what there is to review at a visit."""
        self._participant, self._visit = destination.participant, destination.visit
        self._leaving = False
        self.correction.hide()
        self.refresh()
        may_ask, may_correct = self.workspace.read(lambda desk: (desk.may("query"), desk.may("correct")))
        self._ask_action.setEnabled(may_ask)
        self._correct_action.setEnabled(may_correct)
        if destination.slot:
            self._open_correction()
            self.correction.choose(destination.instrument, destination.slot)
        else:
            self.signing.take_focus()

    def showEvent(self, event: QShowEvent) -> None:
        """Take the keys as soon as the page can be seen."""
        super().showEvent(event)
        if self.correction.isHidden():
            self.signing.take_focus()

    def refresh(self) -> None:
        """Read the record and its results anew."""
        if self._leaving:
            return
        record = self.workspace.read(lambda desk: desk.record(self._participant))
        seen = self.workspace.read(lambda desk: review_of(desk, record, self._visit, language=self.workspace.language))
        self._record, self._review = record, seen
        title = self.tr("Review {0}, {1}").format(seen.visit_title, seen.code)
        self._head.show_words(title, long_day(date.fromisoformat(seen.date), self.workspace.language))
        self.results.show_rows(seen.rows)
        self.classes.show_rows(seen.classes)
        self._show_tables(shown=self.correction.isHidden() and self.judging.isHidden())
        self._show_drafts(record)
        self.blinding.show_visit(record, self._visit)
        self._show_open(seen)
        self._show_signing(seen)

    def _show_drafts(self, record: Record) -> None:
        """Name the adverse-event drafts that wait, before anything else."""
        waiting = self.workspace.read(
            lambda desk: open_drafts(desk, record, self._visit, language=self.workspace.language)
        )
        lead = self.tr("{0} adverse-event drafts wait (Alt E).").format(len(waiting))
        terms = "; ".join(dict.fromkeys(one.term for one in waiting))
        self.drafts.show_finding(FindingView(FindingKind.UNUSUAL, lead, terms) if waiting else None)

    def _show_open(self, seen: Review) -> None:
        count = len(seen.open_instruments)
        self._continue_action.setEnabled(count > 0)
        self._go_on.setVisible(count > 0)
        if not count:
            self._open.show_finding(None)
            return
        lead = self.tr("{0} still open.").format(count)
        sentence = self.tr("{0}: every trial needs a value or a coded reason before the visit can be signed.")
        what = ", ".join(seen.open_instruments)
        self._open.show_finding(FindingView(FindingKind.UNUSUAL, lead, sentence.format(what)))

    def _show_signing(self, seen: Review) -> None:
        self.signing.show_view(self._words.view(seen))

    def _choosing(self, key: str) -> Callable[[], None]:
        return lambda: self.signing.choose(key)

    # -- what one can do ----------------------------------------------------------------------------------------------

    def _sign(self, wish: SignWish) -> None:
        """Sign after the passphrase was checked; then the participant's page comes."""
        record, seen = self._record, self._review
        if record is None or seen is None:
            return
        self.signing.show_view(self._words.told(seen, SignState.CHECKING, ""))
        self.signing.repaint()
        self._leaving = True

        def signed(desk: Desk) -> bool:
            sign(desk, record, self._visit, meaning=wish.meaning.key, passphrase=wish.passphrase, seen=seen)
            return True

        done = self.workspace.perform(signed, on_refused=self._on_refused)
        self._leaving = False
        if done:
            self.refresh()
            self.leave_requested.emit(Destination(page="summary", participant=self._participant, visit=self._visit))

    def _on_refused(self, refused: Refused) -> None:
        wrong = refused.code == "WRONG_PASSPHRASE"
        if not wrong:
            self._leaving = False
            self.refresh()
        state = SignState.WRONG_PASSPHRASE if wrong or not self._still_open() else SignState.INCOMPLETE
        self.signing.show_view(self._words.told(self._review, state, refused.sentence))
        self.signing.take_focus()

    def _still_open(self) -> bool:
        return bool(self._review and self._review.open_instruments)

    def _open_correction(self) -> None:
        """List the values of the visit, so that one can be corrected."""
        record = self._record
        if record is None:
            return
        self.correction.show_visit(record, self._visit)
        self._show_tables(shown=False)
        self.judging.hide()
        self.correction.show()
        self.correction.take_focus()

    def _on_corrected(self) -> None:
        self._close_correction()
        self.refresh()

    def _close_correction(self) -> None:
        self.correction.hide()
        self.judging.hide()
        self._show_tables(shown=True)
        self.signing.take_focus()

    def _open_judging(self) -> None:
        """List the instruments of the visit, so that it can be said how one was done."""
        if self._record is None or self._review is None:
            return
        self.correction.hide()
        titles = {row.instrument: row.title for row in self._review.rows}
        self.judging.show_instruments(self._record, self._visit, titles)
        self._show_tables(shown=False)
        self.judging.show()
        self.judging.take_focus()

    def _on_judged(self) -> None:
        self.refresh()
        self._open_judging()

    def _show_tables(self, *, shown: bool) -> None:
        """Show results, and classes where there are any to be seen, or give their room to a correction."""
        self.results.setVisible(shown)
        self.classes.setVisible(shown and bool(self.classes.rows_model().rows()))

    def _continue(self) -> None:
        self.leave_requested.emit(Destination(page="visit", participant=self._participant, visit=self._visit))

    def _adverse(self) -> None:
        self.leave_requested.emit(Destination(page="adverse_event", participant=self._participant, visit=self._visit))

    def _ask(self) -> None:
        """Ask about the value that is chosen in the correction, else about something of this visit."""
        chosen = None if self.correction.isHidden() else self.correction.values.chosen_row()
        self.leave_requested.emit(
            Destination(
                page="ask",
                participant=self._participant,
                visit=self._visit,
                instrument=chosen.instrument if chosen else "",
                slot=chosen.slot if chosen else "",
            )
        )

    def _preview(self) -> None:
        self.leave_requested.emit(Destination(page="summary", participant=self._participant, visit=self._visit))

    def _back(self) -> None:
        """Esc: out of the correction, else out of the review, unsigned."""
        if self.correction.isVisibleTo(self) or self.judging.isVisibleTo(self):
            self._close_correction()
        else:
            self.leave_requested.emit(Destination(page="participant", participant=self._participant))
