"""The certificates of the assessors: who may administer what until when, entering one, ending one with a reason.

It must not know what the study does when a certificate is missing.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from assessdesk.gui.fields.announcement import announce
from assessdesk.gui.fields.buttons import ActionButton, ButtonKind, ButtonView
from assessdesk.gui.fields.data_table import DataTable
from assessdesk.gui.fields.finding_line import FindingLine
from assessdesk.gui.fields.status_badge import StateView
from assessdesk.gui.fields.text import Label
from assessdesk.gui.forms.form_parts import FormPart, TextPart, refused
from assessdesk.gui.look.states import VisualState
from assessdesk.gui.look.theme import metrics
from assessdesk.gui.look.tokens import Ink
from assessdesk.gui.models import Column
from assessdesk.gui.page import Destination, Page
from assessdesk.gui.page_parts import PageHead, add_action, full_day, page_layout
from assessdesk.services import certification
from assessdesk.services.certification import CertificateState

if TYPE_CHECKING:
    from PySide6.QtGui import QAction

    from assessdesk.gui.workspace import Refused, Workspace
    from assessdesk.services.desk import Desk

_LOOKS = {
    certification.VALID: VisualState.DONE,
    certification.EXPIRED: VisualState.HOLD,
    certification.REVOKED: VisualState.VOID,
    certification.NONE: VisualState.OPEN,
}


class CertificatesPage(Page):
    """The page."""

    refreshes_on = frozenset({"examiner", "user"})

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        language = workspace.language
        instruments = workspace.read(lambda desk: desk.instruments)
        self._titles = {name: one.title.get(language) for name, one in instruments.items()}
        self._entering, self._ending = QFrame(), QFrame()
        self._told = FindingLine()
        self._table = DataTable[CertificateState](
            self.tr("Certificates of the assessors"),
            self._columns(),
            identity=lambda row: (row.user, row.instrument),
        )
        self._table.row_chosen.connect(lambda _: self._allow())
        self._table.row_opened.connect(lambda _: self._enter.trigger())
        self._day = TextPart(self.tr("Certified on"), note=self.tr("year-month-day"), width=20)
        self._trainer = TextPart(self.tr("By"), note=self.tr("the code of the trainer, never a name"), width=20)
        self._note = TextPart(self.tr("Note"), note=self.tr("what was observed, if you like"))
        self._reason = TextPart(self.tr("Reason for ending it today"))
        self._entering_title, self._ending_title = Label(bold=True), Label(bold=True)
        self._make_actions()
        self._lay_out()
        self._day.accepted.connect(self._trainer.take_focus)
        self._trainer.accepted.connect(self._note.take_focus)
        self._note.accepted.connect(self._certify)
        self._reason.accepted.connect(self._revoke)

    def _make_actions(self) -> None:
        add_action(self, self.tr("choose"), self._to_table, caps=("Up", "Down"))
        self._enter = add_action(self, self.tr("Enter a certificate"), lambda: self._show(self._entering), keys=("N",))
        self._end = add_action(self, self.tr("End it"), lambda: self._show(self._ending), keys=("Del",))
        self._save = add_action(self, self.tr("Enter this certificate"), self._certify, keys=("Ctrl+Return",))
        self._confirm = add_action(self, self.tr("End this certificate"), self._revoke, keys=("Ctrl+Return",))
        add_action(self, self.tr("back"), self._back, keys=("Esc",))

    def _columns(self) -> tuple[Column[CertificateState], ...]:
        return (
            Column(self.tr("Code"), lambda row: row.user, 14, bold=lambda _: True),
            Column(self.tr("Instrument"), lambda row: self._titles.get(row.instrument, row.instrument), 30),
            Column(self.tr("State"), lambda row: self._state(row).said(), 24, state=self._state),
            Column(self.tr("Until"), self._until, 18),
            Column(self.tr("By"), lambda row: row.trainer, 0, ink=lambda _: Ink.MUTED),
        )

    def _until(self, row: CertificateState) -> str:
        day = row.valid_until
        return full_day(date.fromisoformat(day), self.workspace.language) if day else ""

    def _state(self, row: CertificateState) -> StateView:
        words = {
            certification.VALID: self.tr("Valid"),
            certification.EXPIRED: self.tr("Expired"),
            certification.REVOKED: self.tr("Ended early"),
            certification.NONE: self.tr("None yet"),
        }
        if row.ends_soon:
            return StateView(VisualState.WINDOW_CLOSING, self.tr("Valid, ends soon"))
        return StateView(_LOOKS[row.standing], words[row.standing])

    def _lay_out(self) -> None:
        enter = ActionButton(ButtonView(self._enter.text(), kind=ButtonKind.PRIMARY))
        enter.attach(self._enter)
        end = ActionButton(ButtonView(self._end.text(), kind=ButtonKind.DANGER, strong=False))
        end.attach(self._end)
        self._head = PageHead(self.tr("Certificates"), right=(end, enter))
        self._fill(self._entering, self._entering_title, (self._day, self._trainer, self._note), self._save)
        self._fill(self._ending, self._ending_title, (self._reason,), self._confirm)
        layout = page_layout(self)
        for widget in (self._head, self._told, self._entering, self._ending):
            layout.addWidget(widget)
        layout.addWidget(self._table, 100)
        layout.addStretch(1)

    @staticmethod
    def _fill(frame: QFrame, title: Label, parts: tuple[FormPart, ...], action: QAction) -> None:
        """Make one of the two inline forms."""
        sizes = metrics()
        frame.setProperty("kind", "card")
        button = ActionButton(ButtonView(action.text(), kind=ButtonKind.PRIMARY))
        button.attach(action)
        head = QHBoxLayout()
        head.addWidget(title, 1)
        head.addWidget(button)
        column = QVBoxLayout(frame)
        column.setContentsMargins(sizes.u(2), sizes.u(1.5), sizes.u(2), sizes.u(2))
        column.setSpacing(sizes.u(1.5))
        column.addLayout(head)
        for part in parts:
            column.addWidget(part)
        frame.hide()

    def path(self) -> tuple[str, ...]:
        """The words of the header's path."""
        return (self.tr("People"), self.tr("Certificates"))

    def open(self, destination: Destination) -> None:
        """Show everybody who captures, and every instrument that needs a certificate."""
        del destination
        self._told.show_finding(None)
        self._show(None)
        self.refresh()
        self._to_table()

    def refresh(self) -> None:
        """Read the list again."""
        rows = self.workspace.read(certification.certificates)
        held = sum(row.standing == certification.VALID for row in rows)
        words = self.tr("{held} of {count} are valid today.").format(held=held, count=len(rows))
        self._head.show_words(
            self.tr("Certificates"), words if rows else self.tr("This study asks for no certificates.")
        )
        self._table.show_rows(rows)
        self._table.setMaximumHeight(self._table.natural_height())
        if rows and self._table.chosen_row() is None:
            self._table.choose(0)

    def _show(self, frame: QFrame | None) -> None:
        """Show one of the forms for the chosen row, or the list."""
        row = self._table.chosen_row()
        if frame is not None and row is None:
            return
        for part in (self._day, self._trainer, self._note, self._reason):
            part.line().clear()
            part.show_refused("")
        if row is not None:
            about = f"{row.user}, {self._titles.get(row.instrument, row.instrument)}"
            self._entering_title.show_text(self.tr("A certificate for {0}").format(about))
            self._ending_title.show_text(self.tr("End the certificate of {0}").format(about))
        self._entering.setVisible(frame is self._entering)
        self._ending.setVisible(frame is self._ending)
        self._table.setVisible(frame is None)
        self._allow()
        if frame is not None:
            (self._day if frame is self._entering else self._reason).take_focus()

    def _allow(self) -> None:
        """Let only that be done which the form and the chosen row allow."""
        row = self._table.chosen_row()
        entering, ending = not self._entering.isHidden(), not self._ending.isHidden()
        may = self.workspace.read(lambda desk: desk.may("certify")) and row is not None and not entering and not ending
        self._enter.setEnabled(may)
        self._end.setEnabled(may and row is not None and row.standing == certification.VALID)
        self._save.setEnabled(entering)
        self._confirm.setEnabled(ending)
        self.keys_changed.emit()

    def _certify(self) -> None:
        row = self._table.chosen_row()
        if row is None:
            return
        day, trainer, note = self._day.value(), self._trainer.value(), self._note.value()

        def certify(desk: Desk) -> bool:
            certification.certify(desk, row.user, row.instrument, on=day, trainer=trainer, note=note)
            return True

        self._done(self.workspace.perform(certify, on_refused=self._on_refused), self.tr("The certificate is entered"))

    def _revoke(self) -> None:
        row = self._table.chosen_row()
        if row is None:
            return
        reason = self._reason.value()

        def end(desk: Desk) -> bool:
            certification.revoke(desk, row.user, row.instrument, reason=reason)
            return True

        self._done(self.workspace.perform(end, on_refused=self._on_refused), self.tr("The certificate is ended"))

    def _done(self, done: bool | None, words: str) -> None:  # noqa: FBT001 (the result of a use case)
        if done:
            self._show(None)
            self.refresh()
            announce(self, words)
            self._to_table()

    def _on_refused(self, problem: Refused) -> None:
        parts = {
            "NOT_A_DAY": self._day,
            "DATE_IN_FUTURE": self._day,
            "TRAINER_NEEDED": self._trainer,
            "REASON_NEEDED": self._reason,
        }
        part = parts.get(problem.code)
        if part is not None:
            part.show_refused(problem.sentence)
        else:
            self._told.show_finding(refused(self.tr("Not written."), problem.sentence))

    def _to_table(self) -> None:
        self._table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _back(self) -> None:
        if self._entering.isHidden() and self._ending.isHidden():
            self.leave_requested.emit(Destination(page="people"))
            return
        self._told.show_finding(None)
        self._show(None)
        self._to_table()
