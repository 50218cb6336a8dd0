"""One participant: visits as a timeline, what was done at which, what one must know; continue or open a visit.

It shows states, never values. Care facts are changed inline, with a reason. It must not know how a visit is captured.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from assessdesk.domain.schedule import UNSCHEDULED, DueState
from assessdesk.gui.capture.words import cares
from assessdesk.gui.care_part import CareForm
from assessdesk.gui.fields.about_panel import AboutPanel, AboutView, Fact
from assessdesk.gui.fields.blind_note import BlindNote, BlindView
from assessdesk.gui.fields.buttons import ActionButton, ButtonKind, ButtonView
from assessdesk.gui.fields.done_matrix import DoneMatrix, MatrixRow
from assessdesk.gui.fields.status_badge import StateView, StatusBadge
from assessdesk.gui.fields.visit_timeline import TimelineView, VisitMark, VisitTimeline
from assessdesk.gui.form_parts import ENTER
from assessdesk.gui.missed_panel import MissedPanel
from assessdesk.gui.opening_panel import OpeningPanel
from assessdesk.gui.page import Destination, Page
from assessdesk.gui.page_parts import (
    PageHead,
    add_action,
    full_day,
    language_words,
    sex_words,
    side_words,
)
from assessdesk.gui.participant_timeline import TimelineWords
from assessdesk.gui.states import VisualState
from assessdesk.gui.theme import metrics
from assessdesk.gui.unscheduled_panel import UnscheduledPanel
from assessdesk.services.participant_page import DoneCell, ParticipantView, participant_view

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent, QResizeEvent

    from assessdesk.gui.workspace import Workspace
    from assessdesk.services.agenda import AgendaRow

RIGHT = 34
WIDE_RIGHT = 42
WIDE_FROM = 1600
FOLD_BELOW = 1280
MISSABLE = frozenset({DueState.OVERDUE, DueState.CLOSING, DueState.DUE})


class ParticipantPage(Page):
    """The page."""

    refreshes_on = frozenset(
        {"participant", "visit", "value", "trial", "receipt", "assessment", "summary", "anchor", "infusion", "day"}
    )

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self._at = Destination(page="participant")
        self._view: ParticipantView | None = None
        self._chosen = ""
        self._may_capture = self._may_go = False
        self._panel = OpeningPanel(workspace)
        self._panel.visit_opened.connect(self.leave_requested)
        self._panel.closed.connect(self._to_timeline)
        self._missed = MissedPanel(workspace)
        for signal in (self._missed.closed, self._missed.recorded):
            signal.connect(self._to_timeline)
        self._extra = UnscheduledPanel(workspace)
        self._extra.visit_opened.connect(self.leave_requested)
        self._extra.closed.connect(self._to_timeline)
        self._words = TimelineWords(workspace, self)
        self._timeline = VisitTimeline(TimelineView(()))
        self._timeline.visit_chosen.connect(self._on_chosen)
        self._timeline.visit_requested.connect(lambda _: self._continue())
        self._matrix_holder = QWidget()
        self._matrix_place = QVBoxLayout(self._matrix_holder)
        self._matrix_place.setContentsMargins(0, 0, 0, 0)
        self._about = AboutPanel()
        self._about.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._care_form = CareForm(workspace)
        self._care_form.recorded.connect(self._after_care)
        self._state = StatusBadge(StateView(VisualState.DONE, self.tr("On study")))
        self._add_actions()
        main = ActionButton(ButtonView(self._go.text(), kind=ButtonKind.PRIMARY))
        main.attach(self._go)
        self._main = main
        page_summary = ActionButton(ButtonView(self._print.text(), strong=False))
        page_summary.attach(self._print)
        change = ActionButton(ButtonView(self._change.text(), strong=False))
        change.attach(self._change)
        self._head = PageHead(right=(change, page_summary, main))
        self._head.put_beside_title(self._state)
        self._lay_out()

    def _add_actions(self) -> None:
        self._go = add_action(self, self.tr("Open visit"), self._continue, caps=("Enter",))
        self._choose = add_action(self, self.tr("choose visit"), self._to_timeline, caps=("Left", "Right"))
        self._miss = add_action(
            self, self.tr("Record as missed"), self._ask_missed, keys=("M",), short=self.tr("record as missed")
        )
        self._unscheduled = add_action(
            self, self.tr("Unscheduled visit"), self._ask_unscheduled, keys=("U",), short=self.tr("unscheduled visit")
        )
        self._print = add_action(self, self.tr("Summary"), self._summary, keys=("P",), short=self.tr("summary"))
        self._change = add_action(self, self.tr("Change care facts"), self._show_care, keys=("K",))
        self._change.setIconText(self.tr("change care facts"))
        self._trail = add_action(self, self.tr("audit trail"), self._audit, keys=("A",))
        self._fold = add_action(self, self.tr("about this person"), self._toggle_about, keys=("F8",))
        self._esc = add_action(self, self.tr("back to Participants"), self._back, keys=("Esc",))
        self._record_care = add_action(
            self, self.tr("Record the change"), self._care_form.record, keys=("Ctrl+Return",)
        )
        self._care_form.attach(self._record_care)

    def _lay_out(self) -> None:
        sizes = metrics()
        self._blind = BlindNote(BlindView(self.tr("Earlier results are hidden."), self._blind_words()))
        centre = QVBoxLayout()
        centre.setContentsMargins(sizes.u(3), sizes.u(2), sizes.u(3), sizes.u(2))
        centre.setSpacing(sizes.u(1.5))
        for widget in (
            self._head,
            self._panel,
            self._missed,
            self._extra,
            self._care_form,
            self._timeline,
            self._blind,
        ):
            centre.addWidget(widget)
        centre.addWidget(self._matrix_holder, 1)
        centre.addStretch(1)
        self._side = QWidget()
        self._side.setAutoFillBackground(True)
        self._side.setBackgroundRole(self.palette().ColorRole.Base)
        side = QVBoxLayout(self._side)
        side.setContentsMargins(0, 0, 0, 0)
        side.addWidget(self._about)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addLayout(centre, 1)
        row.addWidget(self._side)
        # Only now: shown before it has a parent, a widget would be a window of its own and take the keys away.
        self._blind.setVisible(self.workspace.read(lambda desk: desk.in_force.blinded and not desk.may("unblinded")))

    def _blind_words(self) -> str:
        return self.tr("The study is blinded; values and group open after database lock, to unblinded roles only.")

    def path(self) -> tuple[str, ...]:
        """The words of the header's path."""
        code = self._view.record.code if self._view else ""
        return (self.tr("Participants"), code) if code else (self.tr("Participants"),)

    def open(self, destination: Destination) -> None:
        """Show a participant, the visit that goes on chosen."""
        self._at = destination
        extra = destination.planned == UNSCHEDULED
        self._chosen = "" if extra else destination.planned
        self._hide_panels()
        self._show_form(shown=False)
        self.refresh()
        self._to_timeline()
        if extra and self._unscheduled.isEnabled():
            self._ask_unscheduled()

    def refresh(self) -> None:
        """Read the participant again."""
        at, language = self._at, self.workspace.language
        view = self.workspace.perform(lambda desk: participant_view(desk, at.participant, language=language))
        if view is None:
            return
        self._view = view
        self._chosen = self._chosen or view.next_key
        self._show_head(view)
        self._timeline.show_view(self._words.view(view), self._chosen)
        self._show_matrix(view, tuple(self._words.title(visit.planned) for visit in view.visits))
        self._about.show_view(self._about_view(view))
        self._show_chosen()

    def _show_head(self, view: ParticipantView) -> None:
        record, language = view.record, self.workspace.language
        words = self.tr("{sex}, born {year}. Start {day}. Consent {consent}, version {version}.")
        sentence = words.format(
            sex=sex_words(record.sex),
            year=record.birth_year,
            day=full_day(date.fromisoformat(record.anchor_date), language),
            consent=full_day(date.fromisoformat(record.consent_date), language),
            version=record.consent_version,
        )
        if view.cycle is not None:
            words = self.tr("Cycle {cycle}, day {day} of chemotherapy today.")
            sentence = f"{sentence} {words.format(cycle=view.cycle.cycle, day=view.cycle.day)}"
        self._head.show_words(record.code, sentence)
        may = self.workspace.read(lambda desk: (desk.may("capture"), desk.may("sign")))
        self._change.setEnabled(may[0])
        self._may_go = any(may)
        self._go.setEnabled(self._may_go)
        self._unscheduled.setEnabled(may[0])
        self._may_capture = may[0]

    def _show_matrix(self, view: ParticipantView, titles: Sequence[str]) -> None:
        """Make the matrix anew: its columns are the study's visits."""
        while (item := self._matrix_place.takeAt(0)) is not None:
            gone = item.widget()
            if gone is not None:
                gone.deleteLater()
        matrix = DoneMatrix(titles)
        matrix.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        matrix.show_rows([MatrixRow(row.title, tuple(self._cell(cell) for cell in row.cells)) for row in view.rows])
        matrix.setMaximumHeight(matrix.natural_height())
        self._matrix_place.addWidget(matrix, 0, Qt.AlignmentFlag.AlignTop)

    def _cell(self, cell: DoneCell) -> StateView | None:
        match cell.state:
            case "done":
                return StateView(VisualState.DONE)
            case "part":
                words = self.tr("{progress} done").format(progress=cell.progress)
                return StateView(VisualState.IN_PROGRESS, words, bold=True)
            case "missing":
                return StateView(VisualState.NOT_DONE, self.tr("Not done, {code}").format(code=cell.code))
            case "open":
                return StateView(VisualState.OPEN)
            case _:
                return None

    def _about_view(self, view: ParticipantView) -> AboutView:
        record = view.record
        facts = (
            Fact(self.tr("Dominant hand"), side_words(record.dominant_hand)),
            Fact(self.tr("Speaks"), language_words(record.language)),
        )
        note = self.tr("Earlier results stay hidden: the study is blinded.") if not self._blind.isHidden() else ""
        return AboutView(cares=tuple(cares(record)), facts=facts, blind_note=note)

    def _on_chosen(self, mark: VisitMark) -> None:
        self._chosen = mark.key
        self._show_chosen()

    def _chosen_row(self) -> AgendaRow | None:
        rows = self._view.visits if self._view else ()
        return next((row for row in rows if row.key == self._chosen), None)

    def _show_chosen(self) -> None:
        """Let the main button say what Enter does with the chosen visit."""
        row = self._chosen_row()
        if row is None:
            return
        title = self._words.title(row.planned)
        words = {
            DueState.IN_PROGRESS: self.tr("Continue {visit}"),
            DueState.TO_SIGN: self.tr("Review {visit}"),
            DueState.DONE: self.tr("Look at {visit}"),
        }
        text = words.get(row.state, self.tr("Open {visit}")).format(visit=title)
        self._go.setText(text)
        self._go.setIconText(text)
        self._main.show_view(replace(self._main.view(), text=text))
        self._print.setEnabled(row.state is DueState.DONE)
        self._miss.setEnabled(row.state in MISSABLE and self._may_capture)
        self._go.setEnabled(row.state is not DueState.WAITS and self._may_go)
        self.keys_changed.emit()

    def _continue(self) -> None:
        """Ask for the second identifier, or go to the review of a visit that is complete."""
        row, view = self._chosen_row(), self._view
        if row is None or view is None:
            return
        if row.state in {DueState.TO_SIGN, DueState.DONE}:
            self.leave_requested.emit(
                Destination(page="review", participant=row.participant, visit=row.visit, planned=row.key)
            )
            return
        self._hide_panels()
        title = self._words.title(row.planned)
        self._panel.ask(participant=row.participant, code=row.code, planned=row.key, visit_title=title)

    def _ask_missed(self) -> None:
        """Ask why the chosen visit did not take place."""
        row = self._chosen_row()
        if row is not None:
            self._hide_panels()
            title = self._words.title(row.planned)
            self._missed.ask(participant=row.participant, code=row.code, planned=row.planned, visit_title=title)

    def _ask_unscheduled(self) -> None:
        """Ask what is to be done at a visit that nobody planned."""
        if self._view is not None:
            self._hide_panels()
            self._extra.ask(participant=self._at.participant, code=self._view.record.code)

    def _hide_panels(self) -> None:
        for panel in (self._panel, self._missed, self._extra):
            panel.hide()

    def _summary(self) -> None:
        row = self._chosen_row()
        if row is not None and row.visit:
            self.leave_requested.emit(
                Destination(page="summary", participant=row.participant, visit=row.visit, planned=row.key)
            )

    def _audit(self) -> None:
        self.leave_requested.emit(Destination(page="audit", participant=self._at.participant))

    def _back(self) -> None:
        if not self._care_form.isHidden():
            self._show_form(shown=False)
            self.refresh()
            self._to_timeline()
        else:
            self.leave_requested.emit(Destination(page="participants"))

    def _to_timeline(self) -> None:
        self._timeline.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_care(self) -> None:
        """Open the care facts for a change."""
        if self._view is not None:
            self._hide_panels()
            self._show_form(shown=True)
            self._care_form.ask(self._at.participant, self._view.record.care)

    def _after_care(self) -> None:
        self._show_form(shown=False)
        self.refresh()
        self._to_timeline()

    def _show_form(self, *, shown: bool) -> None:
        """Show the form in the timeline's place; the page's letters rest while it is filled in."""
        self._care_form.setVisible(shown)
        for widget in (self._timeline, self._matrix_holder):
            widget.setVisible(not shown)
        self._record_care.setEnabled(shown)
        for action in (
            self._go,
            self._choose,
            self._print,
            self._trail,
            self._change,
            self._miss,
            self._unscheduled,
        ):
            action.setEnabled(not shown)
        self.keys_changed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter, wherever the focus is on the page, goes on with the chosen visit."""
        if event.key() in ENTER and self._go.isEnabled() and self._no_panel():
            self._go.trigger()
        else:
            super().keyPressEvent(event)

    def _no_panel(self) -> bool:
        return all(panel.isHidden() for panel in (self._panel, self._missed, self._extra))

    def _toggle_about(self) -> None:
        self._side.setVisible(self._side.isHidden())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold or widen the right column with the window."""
        super().resizeEvent(event)
        width = self.window().width()
        self._side.setFixedWidth(metrics().u(WIDE_RIGHT if width >= WIDE_FROM else RIGHT))
        folds = width < FOLD_BELOW
        if folds != self._fold.isEnabled() or event.oldSize().width() < 0:
            self._side.setVisible(not folds)
            self._fold.setEnabled(folds)
