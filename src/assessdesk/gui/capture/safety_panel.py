"""Safety above the capture: an alert that must be seen, open holds, and the form with which a clinician's word is kept.

It stands over the board of the capture page and takes its place while the form is open. It knows no threshold.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from assessdesk.gui.fields.about_panel import AboutView, CareKind, CareView
from assessdesk.gui.fields.announcement import announce
from assessdesk.gui.fields.buttons import ActionButton, ButtonKind, ButtonView
from assessdesk.gui.fields.finding_line import FindingKind, FindingLine, FindingView
from assessdesk.gui.fields.status_badge import StateView
from assessdesk.gui.fields.text import Label
from assessdesk.gui.forms.form_parts import TextPart, refused
from assessdesk.gui.look.states import VisualState
from assessdesk.gui.look.theme import metrics
from assessdesk.gui.look.tokens import Ink
from assessdesk.gui.page_parts import add_action
from assessdesk.services import adverse_events, assessments, safety

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QAction

    from assessdesk.domain.record import Record
    from assessdesk.gui.capture.course import Course
    from assessdesk.gui.page import Page
    from assessdesk.gui.workspace import Refused, Workspace
    from assessdesk.services.adverse_events import AdverseEventView
    from assessdesk.services.desk import Desk
    from assessdesk.services.safety import HoldView, SafetyView


class SafetyPanel(QWidget):
    """The panel over the board. `show_visit` shows how a visit stands and completes the view of the person.

    Signals:
        changed: A release, a statement or an acknowledgement is on disk: the record must be read again.
    """

    changed = Signal()

    def __init__(self, page: Page, workspace: Workspace, board: QWidget) -> None:
        super().__init__(page)
        self._page, self._workspace, self._board = page, workspace, board
        self._record: Record | None = None
        self._visit = ""
        self._alert: AdverseEventView | None = None
        self._parked: list[QAction] = []
        self._see = add_action(page, self.tr("I have seen it"), self._acknowledge, keys=("Alt+K",))
        self._open = add_action(page, self.tr("Release or state not done"), self._ask, keys=("Alt+S",))
        self._release = add_action(page, self.tr("Release the hold"), self._released, keys=("Ctrl+Return",))
        self._not_done = add_action(page, self.tr("Effort tests not done (ND08)"), self._stated, keys=("Alt+D",))
        self._close = add_action(
            page, self.tr("Close"), self._closed, keys=("Escape",), short=self.tr("close the form")
        )
        self.alert = FindingLine()
        self.hold = FindingLine()
        self._seen = _button(self._see, ButtonKind.PRIMARY)
        self._ask_button = _button(self._open, ButtonKind.PLAIN)
        self.form = self._make_form()
        self._lay_out()
        self._show_alert(None)
        self._show_holds(())
        self._enable(form=False)
        self.changed.connect(page.refresh)

    def _make_form(self) -> QFrame:
        form = QFrame()
        form.setProperty("kind", "card")
        self.clinician = TextPart(self.tr("Code of the clinician"), note=self.tr("no names"))
        self.reason = TextPart(self.tr("Reason for the release"), note=self.tr("or why the tests are not done"))
        self._title = Label(self.tr("Effort is on hold"), bold=True, ink=Ink.BAD)
        self._advice = Label(wrap=True)
        self._refused = FindingLine()
        sizes = metrics()
        column = QVBoxLayout(form)
        column.setContentsMargins(sizes.u(2), sizes.u(2), sizes.u(2), sizes.u(2))
        column.setSpacing(sizes.u(1.5))
        for widget in (self._title, self._advice, self.clinician, self.reason, self._refused):
            column.addWidget(widget)
        row = QHBoxLayout()
        row.setSpacing(sizes.u(1))
        row.addWidget(_button(self._release, ButtonKind.PRIMARY))
        row.addWidget(_button(self._not_done, ButtonKind.PLAIN))
        row.addStretch(1)
        row.addWidget(_button(self._close, ButtonKind.FLAT))
        column.addLayout(row)
        column.addStretch(1)
        self.clinician.accepted.connect(self.reason.take_focus)
        self.reason.accepted.connect(self._released)
        return form

    def _lay_out(self) -> None:
        sizes = metrics()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for finding, button in ((self.alert, self._seen), (self.hold, self._ask_button)):
            row = QHBoxLayout()
            row.setContentsMargins(sizes.u(3), 0, sizes.u(3), 0)
            row.setSpacing(sizes.u(1))
            row.addWidget(finding, 1)
            row.addWidget(button)
            column.addLayout(row)
        column.addWidget(self.form, 1)
        column.addWidget(self._board, 1)
        self.form.hide()

    def _enable(self, *, form: bool) -> None:
        """Let the keys work that have an object now."""
        on_hold = self._open.isVisible()
        self._open.setEnabled(on_hold and not form)
        self._see.setEnabled(self._alert is not None and not form)
        for action in (self._release, self._not_done, self._close):
            action.setEnabled(form)
            action.setVisible(form)

    # -- what stands --------------------------------------------------------------------------------------------------

    def show_visit(self, course: Course, about: AboutView) -> AboutView:
        """Show alerts and holds of a visit; return the view of the person with them, graver ones first."""
        record, visit = self._record, self._visit = course.record, course.visit
        language = self._workspace.language

        def look(desk: Desk) -> tuple[SafetyView, tuple[AdverseEventView, ...]]:
            finished = assessments.screened(desk, record, visit)
            view = safety.safety_view(desk, record.visits[visit], finished=finished, language=language)
            return view, adverse_events.alerts_of(desk, record, visit, language=language)

        view, alerts = self._workspace.read(look)
        self._show_alert(alerts[0] if alerts else None)
        self._show_holds(view.holds)
        self._enable(form=False)
        self._page.keys_changed.emit()
        cares = (*map(_care, view.holds), *about.cares, *map(_care, view.watches))
        return replace(about, cares=cares, gate=self._gate(view))

    def _show_alert(self, alert: AdverseEventView | None) -> None:
        if alert != self._alert:
            shown = (
                FindingView(FindingKind.REFUSED, f"{alert.instrument}: {alert.term}.", alert.alert) if alert else None
            )
            self.alert.show_finding(shown)
        self._alert = alert
        self._seen.setVisible(alert is not None)
        self._see.setVisible(alert is not None)

    def _show_holds(self, holds: tuple[HoldView, ...]) -> None:
        lead = self.tr("Effort is on hold.")
        words = " ".join(f"{hold.title}. {hold.recheck}".strip() for hold in holds)
        shown = FindingView(FindingKind.REFUSED, lead, words) if holds else None
        if shown != self.hold.finding():
            self.hold.show_finding(shown)
        self._advice.show_text("\n".join(f"{hold.title}. {hold.recheck or hold.advice}" for hold in holds))
        self._ask_button.setVisible(bool(holds))
        self._open.setVisible(bool(holds))

    def _gate(self, view: SafetyView) -> StateView | None:
        if view.passed_at is None:
            return None
        words = self.tr("Safety screen passed, {0}").format(f"{view.passed_at:%H:%M}")
        if view.released_by:
            words = self.tr("Hold released by {0}").format(view.released_by)
        return StateView(VisualState.DONE, words)

    # -- what one can do ----------------------------------------------------------------------------------------------

    def _ask(self) -> None:
        """Open the form in the place of the board; the keys of the capture wait."""
        if self._page.busy():
            return
        own = {self._see, self._open, self._release, self._not_done, self._close}
        self._parked = [action for action in self._page.actions() if action.isEnabled() and action not in own]
        for action in self._parked:
            action.setEnabled(False)
        self._refused.show_finding(None)
        for part in (self.clinician, self.reason):
            part.line().clear()
            part.show_refused("")
        self._board.hide()
        self.form.show()
        self._enable(form=True)
        self._page.keys_changed.emit()
        self.clinician.take_focus()

    def _closed(self) -> None:
        """Give the place and the keys back to the capture."""
        self.form.hide()
        self._board.show()
        for action in self._parked:
            action.setEnabled(True)
        self._parked = []
        self._enable(form=False)
        self.changed.emit()

    def _released(self) -> None:
        clinician, reason = self.clinician.value(), self.reason.value()
        self._state(
            lambda desk, record: safety.release(desk, record, self._visit, clinician=clinician, reason=reason),
            self.tr("Hold released"),
        )

    def _stated(self) -> None:
        text = self.reason.value()
        self._state(
            lambda desk, record: assessments.state_barred_not_done(desk, record, self._visit, text=text),
            self.tr("Effort tests not done (ND08)"),
        )

    def _state(self, use_case: Callable[[Desk, Record], Record], said: str) -> None:
        record = self._record
        if record is None:
            return
        if self._workspace.perform(lambda desk: use_case(desk, record), on_refused=self._on_refused) is not None:
            self._closed()
            announce(self, said)

    def _on_refused(self, problem: Refused) -> None:
        parts = {"CLINICIAN_NEEDED": self.clinician, "RELEASE_REASON_NEEDED": self.reason}
        part = parts.get(problem.code)
        if part is not None:
            part.show_refused(problem.sentence)
        else:
            self._refused.show_finding(refused(self.tr("Not written:"), problem.sentence))

    def _acknowledge(self) -> None:
        """State that the alert was seen; its draft stays open."""
        record, alert = self._record, self._alert
        if record is None or alert is None or self._page.busy():
            return
        done = self._workspace.perform(
            lambda desk: adverse_events.acknowledge(desk, record, self._visit, alert.id),
            on_refused=lambda problem: self.alert.show_finding(refused(self.tr("Not written:"), problem.sentence)),
        )
        if done is not None:
            self.changed.emit()


def _button(action: QAction, kind: ButtonKind) -> ActionButton:
    button = ActionButton(ButtonView(action.text(), kind=kind))
    button.attach(action)
    return button


def _care(hold: HoldView) -> CareView:
    kind = CareKind.CARE if hold.watch else CareKind.HOLD
    return CareView(kind=kind, title=hold.title, text=hold.recheck or hold.advice)
