"""One participant: visits as a timeline, what was done at which, what one must know; continue or open a visit.

It shows states, never values. Care facts are changed inline, with a reason. It must not know how a visit is captured.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from assessdesk.domain.schedule import UNSCHEDULED, DueState
from assessdesk.domain.status import VISITS, collects
from assessdesk.gui.capture.about_column import AboutLine
from assessdesk.gui.capture.words import cares
from assessdesk.gui.fields.about_panel import FOLD_BELOW, AboutPanel, AboutView
from assessdesk.gui.fields.blind_note import BlindNote, BlindView
from assessdesk.gui.fields.buttons import ActionButton, ButtonKind, ButtonView
from assessdesk.gui.fields.done_matrix import DoneMatrix, MatrixRow
from assessdesk.gui.fields.finding_line import FindingLine
from assessdesk.gui.fields.status_badge import StateView, StatusBadge
from assessdesk.gui.fields.visit_timeline import TimelineView, VisitMark, VisitTimeline
from assessdesk.gui.forms.form_parts import ENTER
from assessdesk.gui.look.states import VisualState
from assessdesk.gui.look.theme import metrics
from assessdesk.gui.page import Destination, Page
from assessdesk.gui.page_parts import PageHead, add_action, wish_of
from assessdesk.gui.participant.adverse_event_list import AdverseEventCard
from assessdesk.gui.participant.facts import consent_words, facts_of, head_words, status_words_of
from assessdesk.gui.participant.forms import ParticipantForms
from assessdesk.gui.participant.status_form import status_state
from assessdesk.gui.participant.timeline import TimelineWords
from assessdesk.gui.programme.keys import ProgrammeKeys
from assessdesk.gui.today.missed_panel import MissedPanel
from assessdesk.gui.today.opening_panel import OpeningPanel
from assessdesk.gui.today.unscheduled_panel import UnscheduledPanel
from assessdesk.services.consent import consent_due
from assessdesk.services.participant_page import DoneCell, ParticipantView, participant_view

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent, QResizeEvent

    from assessdesk.gui.workspace import Workspace
    from assessdesk.services.agenda import AgendaRow

RIGHT = 34
WIDE_RIGHT = 42
WIDE_FROM = 1600
MISSABLE = frozenset({DueState.OVERDUE, DueState.CLOSING, DueState.DUE})


class ParticipantPage(Page):
    """The page."""

    refreshes_on = frozenset(
        {"participant", "visit", "value", "trial", "receipt", "assessment", "summary", "day"}
        | {"eligibility", "consent", "anchor", "study_fact", "infusion", "adverse_event"}
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
        for what_follows in (self._hide_panels, self._to_timeline):
            self._extra.closed.connect(what_follows)
        self._words = TimelineWords(workspace, self)
        self._timeline = VisitTimeline(TimelineView(()))
        self._timeline.visit_chosen.connect(self._on_chosen)
        self._timeline.visit_requested.connect(lambda _: self._continue())
        self._matrix_holder = QWidget()
        self._matrix_place = QVBoxLayout(self._matrix_holder)
        self._matrix_place.setContentsMargins(0, 0, 0, 0)
        self._adverse = AdverseEventCard(workspace)
        self._about = AboutPanel()
        self._about.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._finding = FindingLine()
        self._state = StatusBadge(StateView(VisualState.DONE))
        self._add_actions()
        main = ActionButton(ButtonView(self._go.text(), kind=ButtonKind.PRIMARY))
        main.attach(self._go)
        self._main = main
        page_summary = ActionButton(ButtonView(self._print.text(), strong=False))
        page_summary.attach(self._print)
        self._head = PageHead(right=(page_summary, main))
        self._head.put_beside_title(self._state)
        self._lay_out()

    def _add_actions(self) -> None:
        self._go = add_action(self, self.tr("Open visit"), self._continue, caps=("Enter",))
        self._choose = add_action(self, self.tr("choose"), self._to_timeline, caps=("Left", "Right"))
        self._miss = add_action(
            self, self.tr("Record as missed"), self._ask_missed, keys=("M",), short=self.tr("missed")
        )
        self._unscheduled = add_action(
            self, self.tr("Unscheduled visit"), self._ask_unscheduled, keys=("U",), short=self.tr("unscheduled")
        )
        self._print = add_action(self, self.tr("Summary"), self._summary, keys=("P",), short=self.tr("summary"))
        self._forms = ParticipantForms(self.workspace, self, lambda: self._view.record if self._view else None)
        self._forms.opened.connect(lambda: self._show_form(shown=True))
        self._forms.closed.connect(self._after_form)
        self._events = add_action(self, self.tr("adverse events"), self._adverse_events, keys=("V",))
        self._trail = add_action(self, self.tr("audit trail"), self._audit, keys=("A",))
        self._programme = ProgrammeKeys(self)
        self._fold = add_action(self, self.tr("About this person"), self._toggle_about, keys=("F8",))
        self._esc = add_action(self, self.tr("back"), self._back, keys=("Esc",))

    def _lay_out(self) -> None:
        sizes = metrics()
        self._blind = BlindNote(BlindView(self.tr("Earlier results are hidden."), self._blind_words()))
        centre = QVBoxLayout()
        centre.setContentsMargins(sizes.u(3), sizes.u(2), sizes.u(3), sizes.u(2))
        centre.setSpacing(sizes.u(1.5))
        # What must not be overlooked about this person stays in sight where the right column is folded.
        self._about_line = AboutLine(self._fold, self)
        shown = (self._finding, self._panel, self._missed, self._extra, self._forms, self._timeline, self._blind)
        for widget in (self._head, self._about_line, *shown):
            centre.addWidget(widget)
        centre.setStretchFactor(self._forms, 1)
        centre.addWidget(self._matrix_holder, 1)
        centre.addWidget(self._adverse)
        centre.addStretch(0)
        self._side = QWidget()
        self._side.setAutoFillBackground(True)
        self._side.setBackgroundRole(self.palette().ColorRole.Base)
        side = QVBoxLayout(self._side)
        side.setContentsMargins(0, 0, 0, 0)
        side.addWidget(self._about, 1)
        side.setSpacing(0)
        # The edge of the column goes on beside the buttons, down to its foot.
        edge = QFrame()
        edge.setProperty("kind", "rule")
        edge.setFixedWidth(1)
        foot = QHBoxLayout()
        foot.setSpacing(0)
        foot.addWidget(edge)
        foot.addWidget(self._forms.buttons(), 1)
        side.addLayout(foot)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addLayout(centre, 1)
        row.addWidget(self._side)
        # Only now: shown before it has a parent, a widget would be a window of its own and take the keys away.
        self._blind.setVisible(self._blinded())

    def _blinded(self) -> bool:
        return self.workspace.read(lambda desk: desk.in_force.blinded and not desk.may("unblinded"))

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
        self._forms.leave()
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
        if view.visits:
            self._timeline.show_view(self._words.view(view), self._chosen)
        self._timeline.setVisible(bool(view.visits) and self._forms.isHidden())
        self._show_matrix(view, tuple(self._words.title(visit.planned) for visit in view.visits))
        about = self._about_view(view)
        self._about.show_view(about)
        self._about_line.show_view(about)
        self._programme.offer(view.record)
        self._adverse.show_events_of(view.record, shown=self._forms.isHidden())
        self._show_chosen()

    def _show_head(self, view: ParticipantView) -> None:
        record, language = view.record, self.workspace.language
        study, due = self.workspace.read(lambda desk: (desk.in_force, consent_due(desk, record)))
        self._head.show_words(record.code, head_words(record, view.cycle, language))
        self._state.show_state(status_state(study, record.conduct.status, language))
        self._finding.show_finding(status_words_of(record, study, language) or consent_words(record, due))
        self._may_capture, may_sign = self.workspace.read(lambda desk: (desk.may("capture"), desk.may("sign")))
        self._may_go = self._may_capture or may_sign
        self._go.setEnabled(self._may_go and self._forms.isHidden())
        visits = collects(record.conduct, VISITS) and self._forms.isHidden()
        self._unscheduled.setEnabled(self._may_capture and visits)
        self._forms.may_open(record)

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
        self._matrix_holder.setMaximumHeight(matrix.natural_height())
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
        record, study = view.record, self.workspace.read(lambda desk: desk.in_force)
        facts = facts_of(record, study, self.workspace.language)
        note = self.tr("Earlier results stay hidden: the study is blinded.") if self._blinded() else ""
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
            screened = self._view is not None and not self._view.record.consent_date
            self._say_go(self.tr("Go on with screening") if screened else self.tr("Open visit"))
            self._go.setEnabled(screened and self._forms.isHidden())
            self._print.setEnabled(False)
            self._miss.setEnabled(False)
            return
        title = self._words.title(row.planned)
        words = {
            DueState.IN_PROGRESS: self.tr("Continue {visit}"),
            DueState.TO_SIGN: self.tr("Review {visit}"),
            DueState.DONE: self.tr("Look at {visit}"),
        }
        text = words.get(row.state, self.tr("Open {visit}")).format(visit=title)
        self._say_go(text)
        self._print.setEnabled(row.state is DueState.DONE)
        self._miss.setEnabled(row.state in MISSABLE and self._may_capture and self._unscheduled.isEnabled())
        self._go.setEnabled(row.state is not DueState.WAITS and self._may_go and self._forms.isHidden())
        self.keys_changed.emit()

    def _say_go(self, text: str) -> None:
        self._go.setText(text)
        self._go.setIconText(wish_of(text))
        self._main.show_view(replace(self._main.view(), text=text))

    def _continue(self) -> None:
        """Ask for the second identifier, or go to the review of a visit that is complete."""
        row, view = self._chosen_row(), self._view
        if view is not None and not view.record.consent_date:
            self.leave_requested.emit(Destination(page="enrol", participant=self._at.participant))
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
            self._give_room()
            title = self._words.title(row.planned)
            self._missed.ask(participant=row.participant, code=row.code, planned=row.planned, visit_title=title)

    def _ask_unscheduled(self) -> None:
        """Ask what is to be done at a visit that nobody planned."""
        if self._view is not None:
            self._hide_panels()
            self._give_room()
            self._extra.ask(participant=self._at.participant, code=self._view.record.code)

    def _give_room(self) -> None:
        """Hide what a panel with many choices needs the room of."""
        for widget in (self._matrix_holder, self._timeline, self._blind):
            widget.hide()

    def _hide_panels(self) -> None:
        for panel in (self._panel, self._missed, self._extra):
            panel.hide()
        self._matrix_holder.show()
        self._timeline.setVisible(bool(self._view and self._view.visits) and self._forms.isHidden())
        self._blind.setVisible(self._blinded())

    def _summary(self) -> None:
        row = self._chosen_row()
        if row is not None and row.visit:
            self.leave_requested.emit(
                Destination(page="summary", participant=row.participant, visit=row.visit, planned=row.key)
            )

    def _adverse_events(self) -> None:
        self.leave_requested.emit(Destination(page="adverse_event", participant=self._at.participant))

    def _audit(self) -> None:
        self.leave_requested.emit(Destination(page="audit", participant=self._at.participant))

    def _back(self) -> None:
        if self._forms.isHidden():
            self.leave_requested.emit(Destination(page="participants"))
        else:
            self._forms.leave()

    def _to_timeline(self) -> None:
        target = self._main if self._timeline.isHidden() else self._timeline
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def _after_form(self) -> None:
        self._show_form(shown=False)
        self.refresh()
        self._to_timeline()

    def _show_form(self, *, shown: bool) -> None:
        """Show a form in the timeline's place; the page's letters rest while it is filled in."""
        self._hide_panels()
        for widget in (self._timeline, self._matrix_holder):
            widget.setVisible(not shown)
        self._programme.rest()
        if shown:
            self._adverse.hide()
        ours = (self._go, self._choose, self._print, self._events, self._trail, self._miss, self._unscheduled)
        for action in (*ours, *self._forms.openers):
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
            self._about_line.setVisible(folds)
            self._fold.setEnabled(folds)
