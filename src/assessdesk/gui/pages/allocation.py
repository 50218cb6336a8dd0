"""Allocation: which participants have one, entering it twice, and showing it to the people who may know it.

The arm is on the screen only while it is asked for; choosing another row or leaving takes it away. It must not know
how a box is sealed.
"""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from assessdesk.gui.fields.announcement import announce
from assessdesk.gui.fields.buttons import ActionButton, ButtonKind, ButtonView
from assessdesk.gui.fields.data_table import DataTable
from assessdesk.gui.fields.finding_line import FindingKind, FindingLine, FindingView
from assessdesk.gui.fields.status_badge import StateView
from assessdesk.gui.fields.text import Label
from assessdesk.gui.forms.form_parts import ChoicePart, Option, TextPart, refused
from assessdesk.gui.look.states import VisualState
from assessdesk.gui.look.theme import metrics
from assessdesk.gui.look.tokens import Ink
from assessdesk.gui.models import Column
from assessdesk.gui.page import Destination, Page
from assessdesk.gui.page_parts import PageHead, add_action, moment, page_layout
from assessdesk.gui.participant.emergency_form import EmergencyForm
from assessdesk.services import allocation
from assessdesk.services.allocation import AllocationState

if TYPE_CHECKING:
    from assessdesk.gui.workspace import Refused, Workspace
    from assessdesk.services.desk import Desk

_LOOKS = {"none": VisualState.OPEN, "sealed": VisualState.DONE, "unreadable": VisualState.HOLD}


class AllocationPage(Page):
    """The page."""

    refreshes_on = frozenset({"allocation", "participant", "unblinding"})

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        study = workspace.read(lambda desk: desk.in_force)
        self._titles = {arm.id: arm.title.get(workspace.language) for arm in study.conduct.arms}
        options = tuple(Option(arm, title) for arm, title in self._titles.items())
        self._told = FindingLine()
        self._table = DataTable[AllocationState](
            self.tr("Allocation of the participants"), self._columns(), identity=lambda row: row.participant
        )
        self._table.row_opened.connect(lambda _: self._show_form())
        self._table.row_chosen.connect(lambda _: self._told.show_finding(None))
        self._title = Label(bold=True)
        self._first = ChoicePart(self.tr("Group"), options, note=self.tr("from the allocation list"))
        self._again = ChoicePart(self.tr("Group once more"), options)
        self._reason = TextPart(self.tr("Reason for the change"), note=self.tr("without naming a group"))
        self._form = QFrame()
        self.emergency = EmergencyForm(workspace)
        self.emergency.opened.connect(self._tell)
        self._make_actions()
        self._lay_out()
        self._first.accepted.connect(self._again.take_focus)
        self._again.accepted.connect(self._after_again)
        self._reason.accepted.connect(self._enter)

    def _make_actions(self) -> None:
        self._choose = add_action(self, self.tr("choose"), self._to_table, caps=("Up", "Down"))
        self._enter_action = add_action(
            self, self.tr("Enter the group"), self._show_form, keys=("G",), short=self.tr("enter the group")
        )
        self._show_action = add_action(
            self, self.tr("Show the group"), self._show_arm, keys=("S",), short=self.tr("show the group")
        )
        self._again_action = add_action(
            self, self.tr("Seal again for new readers"), self._seal_again, keys=("R",), short=self.tr("seal again")
        )
        self._emergency_action = add_action(
            self,
            self.tr("Emergency unblinding"),
            self._ask_emergency,
            keys=("U",),
            short=self.tr("emergency unblinding"),
        )
        self._save = add_action(self, self.tr("Seal this group"), self._enter, keys=("Ctrl+Return",))
        self._unblind = add_action(self, self.tr("Record, then show"), self.emergency.record, keys=("Ctrl+Return",))
        self.emergency.attach(self._unblind)
        add_action(self, self.tr("back"), self._back, keys=("Esc",))

    def _columns(self) -> tuple[Column[AllocationState], ...]:
        return (
            Column(self.tr("Participant"), lambda row: row.code, 20, bold=lambda _: True),
            Column(self.tr("Allocation"), lambda row: self._state(row).said(), 32, state=self._state),
            Column(self.tr("Entered by"), lambda row: row.entered_by, 14),
            Column(self.tr("At"), self._entered_at, 24, ink=lambda _: Ink.MUTED),
            Column(self.tr("Unblinded in an emergency"), lambda row: row.unblinded),
        )

    def _entered_at(self, row: AllocationState) -> str:
        at = row.entered_at
        return moment(datetime.fromisoformat(at), self.workspace.language) if at else ""

    def _state(self, row: AllocationState) -> StateView:
        words = {
            "none": self.tr("Not allocated yet"),
            "sealed": self.tr("Sealed"),
            "unreadable": self.tr("Sealed before you came"),
        }
        return StateView(_LOOKS[row.state], words[row.state])

    def _lay_out(self) -> None:
        sizes = metrics()
        buttons = []
        for action, kind in (
            (self._emergency_action, ButtonKind.DANGER),
            (self._show_action, ButtonKind.PLAIN),
            (self._enter_action, ButtonKind.PRIMARY),
        ):
            button = ActionButton(ButtonView(action.text(), kind=kind))
            button.attach(action)
            buttons.append(button)
        self._head = PageHead(self.tr("Allocation"), right=tuple(buttons))
        self._form.setProperty("kind", "card")
        save = ActionButton(ButtonView(self._save.text(), kind=ButtonKind.PRIMARY))
        save.attach(self._save)
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(save)
        column = QVBoxLayout(self._form)
        column.setContentsMargins(sizes.u(2), sizes.u(1.5), sizes.u(2), sizes.u(2))
        column.setSpacing(sizes.u(1.5))
        column.addLayout(head)
        for part in (self._first, self._again, self._reason):
            column.addWidget(part)
        layout = page_layout(self)
        for widget in (self._head, self._told, self._form, self.emergency):
            layout.addWidget(widget)
        layout.addWidget(self._table, 100)
        layout.addStretch(1)
        self._form.hide()

    def path(self) -> tuple[str, ...]:
        """The words of the header's path."""
        return (self.tr("Allocation"),)

    def open(self, destination: Destination) -> None:
        """Show everybody enrolled; no group is shown yet."""
        del destination
        self._told.show_finding(None)
        self._close_form()
        self.refresh()
        self._to_table()

    def refresh(self) -> None:
        """Read the list again."""
        rows = self.workspace.read(allocation.allocations)
        done = sum(row.state != "none" for row in rows)
        words = self.tr("{done} of {count} allocated. A group is shown only while you ask for it.")
        self._head.show_words(self.tr("Allocation"), words.format(done=done, count=len(rows)))
        self._table.show_rows(rows)
        self._table.setMaximumHeight(self._table.natural_height())
        self._offer()
        if rows and self._table.chosen_row() is None:
            self._table.choose(0)

    def _offer(self) -> None:
        """Enable what this person may do; while a form is open its letters are letters."""
        may = self.workspace.read(lambda desk: (desk.may(allocation.ENTER), desk.may(allocation.READ)))
        entering, telling = not self._form.isHidden(), not self.emergency.isHidden()
        free = not (entering or telling)
        self._enter_action.setEnabled(may[0] and free)
        for action in (self._show_action, self._again_action, self._emergency_action):
            action.setEnabled(may[1] and free)
        self._choose.setEnabled(free)
        self._save.setEnabled(entering)
        self._unblind.setEnabled(telling)
        self._table.setVisible(free)
        self.keys_changed.emit()

    def _show_form(self) -> None:
        row = self._table.chosen_row()
        if row is None or not self._enter_action.isEnabled():
            return
        self._told.show_finding(None)
        self._title.show_text(self.tr("The group of {code}, sealed as soon as it is entered").format(code=row.code))
        for part in (self._first, self._again):
            part.clear()
            part.show_finding(None)
        self._reason.line().clear()
        self._reason.setVisible(row.state != "none")
        self._form.show()
        self._offer()
        self._first.take_focus()

    def _close_form(self) -> None:
        for part in (self._first, self._again):
            part.clear()
        self._form.hide()
        self.emergency.forget()
        self._offer()

    def _after_again(self) -> None:
        """Go on; a reason is asked for a change only."""
        if self._reason.isHidden():
            self._enter()
        else:
            self._reason.take_focus()

    def _enter(self) -> None:
        row = self._table.chosen_row()
        if row is None or self._form.isHidden():
            return
        arm, again, reason = self._first.value(), self._again.value(), self._reason.value()

        def enter(desk: Desk) -> bool:
            allocation.allocate(desk, row.participant, arm, again=again, reason=reason)
            return True

        if self.workspace.perform(enter, on_refused=self._on_refused):
            self._close_form()
            self.refresh()
            announce(self, self.tr("The group of {code} is sealed").format(code=row.code))
            self._to_table()

    def _on_refused(self, problem: Refused) -> None:
        part = {"REASON_NEEDED": self._reason, "ARMS_DIFFER": self._again}.get(problem.code)
        if part is not None:
            part.show_refused(problem.sentence)
        elif problem.code == "UNKNOWN_ARM":
            self._first.show_refused(problem.sentence)
        else:
            self._told.show_finding(refused(self.tr("Not written."), problem.sentence))

    def _show_arm(self) -> None:
        """Show the group of the chosen participant until anything else is done."""
        row = self._table.chosen_row()
        if row is None:
            return
        arm = self.workspace.perform(lambda desk: allocation.arm_of(desk, row.participant) or "")
        words = self._titles.get(arm or "", "")
        if words:
            self._told.show_finding(FindingView(FindingKind.NOTE, f"{row.code}:", words))
        elif row.state == "none":
            self._told.show_finding(FindingView(FindingKind.NOTE, f"{row.code}:", self.tr("not allocated yet.")))
        else:
            sentence = self.tr("sealed before you could read it. Somebody who can read it may seal it again (R).")
            self._told.show_finding(FindingView(FindingKind.UNUSUAL, f"{row.code}:", sentence))

    def _ask_emergency(self) -> None:
        row = self._table.chosen_row()
        if row is not None:
            self._told.show_finding(None)
            self.emergency.ask(row)
            self._offer()

    def _tell(self, arm: str, told: str) -> None:
        """Show the group once the unblinding is recorded, until anything else is done."""
        self._offer()
        self.refresh()
        self._to_table()
        row = self._table.chosen_row()
        words = self.tr("{group}. It is recorded that {told} is told; tell nobody else.")
        sentence = words.format(group=self._titles.get(arm, arm), told=told)
        self._told.show_finding(FindingView(FindingKind.UNUSUAL, f"{row.code}:" if row else "", sentence))

    def _seal_again(self) -> None:
        count = self.workspace.perform(allocation.seal_again)
        if count is not None:
            words = self.tr("{count} sealed again for today's readers.").format(count=count)
            self._told.show_finding(FindingView(FindingKind.NOTE, self.tr("Done."), words))
            self.refresh()

    def _to_table(self) -> None:
        self._table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _back(self) -> None:
        self._told.show_finding(None)
        if self._form.isHidden() and self.emergency.isHidden():
            self.leave_requested.emit(Destination(page="today"))
            return
        self._close_form()
        self.refresh()
        self._to_table()
