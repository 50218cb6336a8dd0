"""What can be stated about a participant in the place of the timeline: care facts, status, consent, study facts.

One form is open at a time. It must not know the page around it, nor what a form states.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from assessdesk.gui.fields.buttons import ActionButton, ButtonView
from assessdesk.gui.look.theme import metrics
from assessdesk.gui.page_parts import add_action
from assessdesk.gui.participant.care_part import CareForm
from assessdesk.gui.participant.consent_form import ConsentForm
from assessdesk.gui.participant.facts_form import FactsForm
from assessdesk.gui.participant.status_form import StatusForm

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QAction

    from assessdesk.domain.record import Record
    from assessdesk.gui.page import Page
    from assessdesk.gui.workspace import Workspace
    from assessdesk.services.desk import Desk


class ParticipantForms(QWidget):
    """The forms of one page; hidden while none is open. `actions` open them, `record_action` states what is filled in.

    Signals:
        opened: A form takes the place.
        closed: It was recorded, or left with `leave`.
    """

    opened = Signal()
    closed = Signal()

    def __init__(self, workspace: Workspace, page: Page, read: Callable[[], Record | None]) -> None:
        super().__init__()
        self._workspace = workspace
        self._read = read
        self.care, self.status = CareForm(workspace), StatusForm(workspace)
        self.consent, self.facts = ConsentForm(workspace), FactsForm(workspace)
        self._forms = (self.care, self.status, self.consent, self.facts)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self.record_action = add_action(page, self.tr("Record the change"), self._record, keys=("Ctrl+Return",))
        for form in self._forms:
            column.addWidget(form)
            form.attach(self.record_action)
            form.recorded.connect(self.leave)
        self.openers = (
            self._action(page, self.tr("Change care facts"), "K", self._ask_care, short=self.tr("care facts")),
            self._action(page, self.tr("Change status"), "T", self._ask_status, short=self.tr("status")),
            self._action(page, self.tr("Consent anew"), "C", self._ask_consent, short=self.tr("consent")),
            self._action(page, self.tr("Dates and facts"), "D", self._ask_facts, short=self.tr("dates, facts")),
        )
        self.record_action.setEnabled(False)
        self.hide()

    def _action(self, page: Page, words: str, key: str, ask: Callable[[Record], None], *, short: str) -> QAction:
        return add_action(page, words, lambda: self._open(ask), keys=(key,), short=short)

    def buttons(self) -> QWidget:
        """Return a button for each form, for the page to place."""
        made = QWidget()
        column = QVBoxLayout(made)
        column.setContentsMargins(metrics().u(2), 0, metrics().u(2), metrics().u(1.5))
        for action in self.openers:
            button = ActionButton(ButtonView(action.text(), strong=False))
            button.attach(action)
            column.addWidget(button)
        return made

    def may_open(self, record: Record) -> None:
        """Enable what may be stated about this participant by who is signed in."""
        enrolled = bool(record.consent_date)

        def allowed(desk: Desk) -> tuple[bool, ...]:
            conduct = desk.in_force.conduct
            return (
                desk.may("capture") and enrolled,
                desk.may("status") and enrolled and bool(conduct.statuses),
                desk.may("enrol") and enrolled,
                desk.may("enrol") and enrolled,
            )

        for action, allows in zip(self.openers, self._workspace.read(allowed), strict=True):
            action.setEnabled(allows and self.isHidden())

    def _open(self, ask: Callable[[Record], None]) -> None:
        record = self._read()
        if record is None:
            return
        for form in self._forms:
            form.hide()
        self.show()
        self.record_action.setEnabled(True)
        self.opened.emit()
        ask(record)

    def _ask_care(self, record: Record) -> None:
        self.care.show()
        self.care.ask(record.participant, record.care)

    def _ask_status(self, record: Record) -> None:
        self.status.show()
        self.status.ask(record)

    def _ask_consent(self, record: Record) -> None:
        self.consent.show()
        self.consent.ask(record.participant)

    def _ask_facts(self, record: Record) -> None:
        self.facts.show()
        self.facts.ask(record)

    def _record(self) -> None:
        for form in self._forms:
            if not form.isHidden():
                form.record()
                return

    def leave(self) -> None:
        """Close what is open; what was typed and not recorded is gone."""
        self.hide()
        self.record_action.setEnabled(False)
        self.closed.emit()
