"""Follow-ups by telephone: which are due, what closes first on top; the attempts and the form of one.

It is for people who may know of calls; nobody else is shown a way here. It must not know when a call counts as missed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from assessdesk.domain.conduct import Call
from assessdesk.domain.programme import CallStand
from assessdesk.gui.fields.announcement import announce
from assessdesk.gui.fields.buttons import ActionButton, ButtonKind, ButtonView
from assessdesk.gui.fields.data_table import DataTable
from assessdesk.gui.fields.finding_line import FindingKind, FindingLine, FindingView
from assessdesk.gui.fields.text import Label
from assessdesk.gui.forms.form_parts import refused
from assessdesk.gui.look.tokens import Ink
from assessdesk.gui.models import Column
from assessdesk.gui.page import Destination, Page
from assessdesk.gui.page_parts import PageHead, add_action, full_day, page_layout, short_day
from assessdesk.gui.programme.call_form import CallPanel
from assessdesk.gui.programme.words import call_state
from assessdesk.services import calls
from assessdesk.services.calls import CallView

if TYPE_CHECKING:
    from PySide6.QtGui import QAction

    from assessdesk.domain.record import Record
    from assessdesk.gui.workspace import Refused, Workspace
    from assessdesk.services.calls import CallForm

REACHED = frozenset({CallStand.REACHED, CallStand.RECORDED})


class CallsPage(Page):
    """The page."""

    refreshes_on = frozenset({"call", "participant", "anchor", "adverse_event"})

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self._at = Destination(page="calls")
        self._view: CallView | None = None
        self._told = FindingLine()
        self._table = DataTable[CallView](self.tr("Follow-ups by telephone"), self._columns())
        self._table.row_opened.connect(self._open_call)
        self._empty = Label(ink=Ink.MUTED, wrap=True)
        self.panel = CallPanel(workspace)
        self.panel.record_requested.connect(self._record)
        self._make_actions()
        self._buttons = tuple(
            self._button(action, kind)
            for action, kind in (
                (self._give_up, ButtonKind.DANGER),
                (self._drafts, ButtonKind.PLAIN),
                (self._not_reached, ButtonKind.PLAIN),
                (self._reached, ButtonKind.PRIMARY),
                (self._save, ButtonKind.PRIMARY),
            )
        )
        self._head = PageHead(right=self._buttons)
        layout = page_layout(self)
        for block in (self._head, self._told, self._empty):
            layout.addWidget(block)
        layout.addWidget(self._table, 100)
        layout.addWidget(self.panel, 100)
        layout.addStretch(1)

    def _make_actions(self) -> None:
        self._choose = add_action(self, self.tr("choose"), self._to_table, caps=("Up", "Down"))
        self._open_action = add_action(self, self.tr("open"), self._open_chosen, caps=("Enter",))
        self._field = add_action(self, self.tr("next field"), self.focusNextChild, caps=("Enter", "Tab"))
        self._reached = add_action(self, self.tr("Reached"), lambda: self._try(reached=True), keys=("Alt+R",))
        self._not_reached = add_action(self, self.tr("Not reached"), lambda: self._try(reached=False), keys=("Alt+N",))
        self._give_up = add_action(self, self.tr("Missed"), self._missed, keys=("Alt+G",))
        self._save = add_action(self, self.tr("Record call"), self.panel.request, keys=("Ctrl+Return",))
        self._drafts = add_action(self, self.tr("Adverse events"), self._to_drafts, keys=("Alt+E",))
        add_action(self, self.tr("back"), self._back, keys=("Esc",))

    def _button(self, action: QAction, kind: ButtonKind) -> ActionButton:
        button = ActionButton(ButtonView(action.text(), kind=kind))
        button.attach(action)
        return button

    def _columns(self) -> tuple[Column[CallView], ...]:
        language = self.workspace.language
        return (
            Column(
                self.tr("State"),
                lambda row: call_state(row.stand).said(),
                26,
                state=lambda row: call_state(row.stand),
            ),
            Column(self.tr("Participant"), lambda row: row.code, 18, bold=lambda _: True),
            Column(self.tr("Call"), lambda row: str(row.planned.number), 9, align_right=True),
            Column(self.tr("Target"), lambda row: full_day(row.planned.window.target, language), 18),
            Column(self.tr("Window"), self._window, 24, ink=lambda _: Ink.MUTED),
            Column(self.tr("Days left"), self._days, 18),
            Column(self.tr("Days tried"), self._tried),
        )

    def _window(self, row: CallView) -> str:
        language, window = self.workspace.language, row.planned.window
        words = self.tr("{first} to {last}")
        return words.format(first=short_day(window.earliest, language), last=short_day(window.latest, language))

    def _days(self, row: CallView) -> str:
        if row.stand is CallStand.LATER:
            words = self.tr("opens tomorrow") if row.days == 1 else self.tr("opens in {days} days")
            return words.format(days=row.days)
        if row.stand in {CallStand.DUE, CallStand.CLOSING}:
            return str(row.days)
        if row.stand is not CallStand.OVERDUE:
            return ""
        words = self.tr("closed yesterday") if row.days == -1 else self.tr("closed {days} days ago")
        return words.format(days=-row.days)

    def _tried(self, row: CallView) -> str:
        words = self.tr("{tried} of {attempts}")
        return words.format(tried=row.tried, attempts=row.attempts) if row.tried else ""

    # -- the page -----------------------------------------------------------------------------------------------------

    def path(self) -> tuple[str, ...]:
        """The page, and the code of the participant who is called."""
        code = (self._view.code,) if self._view else ()
        return (self.tr("Telephone follow-ups"), *code)

    def open(self, destination: Destination) -> None:
        """Show everybody's calls, or one participant's."""
        self._at, self._view = destination, None
        self._told.show_finding(None)
        self.refresh()
        self._to_table()

    def refresh(self) -> None:
        """Read the list again; what is being typed stays."""
        if self._view is not None:
            return
        who = self._at.participant
        question = calls.all_calls if not who else (lambda desk: calls.calls_of(desk, who))
        found = self.workspace.perform(question, on_refused=self._on_refused) or ()
        rows = sorted(found, key=lambda row: (not row.open, row.stand is not CallStand.LATER))
        words = self.tr("To do now: {count}.").format(count=sum(row.open for row in rows))
        self._head.show_words(self.tr("Telephone follow-ups"), words)
        self._table.show_rows(rows)
        self._empty.show_text("" if rows else self.tr("No follow-up by telephone is planned yet."))
        if rows and self._table.chosen_row() is None:
            self._table.choose(0)
        self._show_only(one=False)

    def _show_only(self, *, one: bool) -> None:
        """Show the list or one call, and the keys that work there."""
        view = self._view
        reached = view is not None and view.stand in REACHED
        self._table.setVisible(not one)
        self._empty.setVisible(not one and not self._table.rows_model().rows())
        self.panel.setVisible(one)
        for action in (self._choose, self._open_action):
            action.setEnabled(not one)
        self._field.setEnabled(one)
        self._save.setEnabled(one and reached)
        for action in (self._reached, self._not_reached):
            action.setEnabled(one and not reached)
        self._give_up.setEnabled(one and view is not None and view.may_give_up)
        waiting = self.workspace.read(lambda desk: calls.open_outside(desk, view.participant)) if view else 0
        self._drafts.setEnabled(one and waiting > 0)
        for button, action in zip(
            self._buttons, (self._give_up, self._drafts, self._not_reached, self._reached, self._save), strict=True
        ):
            button.setVisible(action.isEnabled())
        self.keys_changed.emit()

    def _show_call(self, view: CallView) -> None:
        """Show one call: its attempts and, once it was reached, its form."""
        self._view = view
        language, window = self.workspace.language, view.planned.window
        words = self.tr("Target {day}, window {first} to {last}. Tried in vain on {tried} of {attempts} days.")
        sentence = words.format(
            day=full_day(window.target, language),
            first=short_day(window.earliest, language),
            last=short_day(window.latest, language),
            tried=view.tried,
            attempts=view.attempts,
        )
        title = self.tr("{code}, call {number}").format(code=view.code, number=view.planned.number)
        self._head.show_words(title, sentence)
        self._show_only(one=True)
        today = self.workspace.read(lambda desk: desk.clock.now().date())
        exercise = self.workspace.read(lambda desk: calls.asks_exercise(desk, view.participant))
        self.panel.ask(view, today=today, exercise=exercise, reached=view.stand in REACHED)
        self.title_changed.emit(self.path())

    # -- what one can do ----------------------------------------------------------------------------------------------

    def _open_chosen(self) -> None:
        row = self._table.chosen_row()
        if row is not None:
            self._open_call(row)

    def _open_call(self, row: CallView) -> None:
        if row.stand is not CallStand.ENDED or row.call != Call():
            self._told.show_finding(None)
            self._show_call(row)

    def _again(self, said: str) -> None:
        """Read the call that is shown anew and say what was written."""
        view = self._view
        if view is None:
            return
        found = self.workspace.read(lambda desk: calls.calls_of(desk, view.participant))
        self._show_call(next(one for one in found if one.planned.id == view.planned.id))
        self._told.show_finding(FindingView(FindingKind.NOTE, self.tr("Saved."), said))
        announce(self, said)

    def _try(self, *, reached: bool) -> None:
        view, typed = self._view, self.panel.attempt()
        if view is None:
            return
        done: Record | None = self.workspace.perform(
            lambda desk: calls.attempt(
                desk, view.participant, view.planned.id, day=typed.day, reached=reached, text=typed.text
            ),
            on_refused=self.panel.show_refused,
        )
        if done is not None:
            self._again(self.tr("Attempt recorded"))

    def _missed(self) -> None:
        view = self._view
        if view is None:
            return
        done = self.workspace.perform(
            lambda desk: calls.give_up(desk, view.participant, view.planned.id), on_refused=self.panel.show_refused
        )
        if done is not None:
            self._close(self.tr("Call missed"))

    def _record(self, form: CallForm) -> None:
        view = self._view
        if view is None:
            return
        done = self.workspace.perform(
            lambda desk: calls.record_call(desk, view.participant, view.planned.id, form),
            on_refused=self.panel.show_refused,
        )
        if done is None:
            return
        if done.findings:
            self.panel.show_findings(done.findings)
        elif form.adverse_event == calls.YES:
            self._again(self.tr("Call recorded, a draft of the adverse event waits"))
        else:
            self._close(self.tr("Call recorded"))

    def _close(self, said: str) -> None:
        """Go back to the list and say what was written."""
        self._view = None
        self.refresh()
        self._told.show_finding(FindingView(FindingKind.NOTE, self.tr("Saved."), said))
        announce(self, said)
        self.title_changed.emit(self.path())
        self._to_table()

    def _to_table(self) -> None:
        self._table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _to_drafts(self) -> None:
        if self._view is not None:
            self.leave_requested.emit(Destination(page="adverse_event", participant=self._view.participant))

    def _on_refused(self, problem: Refused) -> None:
        self._told.show_finding(refused(self.tr("Not shown:"), problem.sentence))

    def _back(self) -> None:
        if self.panel.asking():
            self.panel.drop_question()
        elif self._view is not None:
            self._view = None
            self._told.show_finding(None)
            self.refresh()
            self.title_changed.emit(self.path())
            self._to_table()
        elif self._at.participant:
            self.leave_requested.emit(Destination(page="participant", participant=self._at.participant))
        else:
            self.leave_requested.emit(Destination(page="today"))
