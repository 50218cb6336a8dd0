"""Correct a recorded value inside the page: choose it, type the other value or why it is not done, say why it changes.

Nothing is overwritten. Whether what was typed is a value, and whether anything changes, is decided elsewhere.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from assessdesk.domain.checks import Severity
from assessdesk.gui.capture.reasons import correction_menu
from assessdesk.gui.capture.words import canonical_number, side_word, unit_words
from assessdesk.gui.fields.buttons import ActionButton, ButtonKind, ButtonView
from assessdesk.gui.fields.data_table import DataTable
from assessdesk.gui.fields.reason_menu import ReasonMenu, ReasonMenuView
from assessdesk.gui.fields.text import Label
from assessdesk.gui.forms.form_parts import TextPart
from assessdesk.gui.look.theme import TypeRole, metrics
from assessdesk.gui.look.tokens import Ink
from assessdesk.gui.models import Column
from assessdesk.gui.page_parts import add_action
from assessdesk.services.corrections import Correctable, ask_again, correct, correctable, reasons_for

if TYPE_CHECKING:
    from assessdesk.domain.record import Record
    from assessdesk.gui.fields.reason_menu import ReasonAnswer
    from assessdesk.gui.workspace import Refused, Workspace


class CorrectionPanel(QFrame):
    """The panel. `show_visit` lists what can be corrected.

    Signals:
        corrected(): A correction is in the ledger, or something is to be asked again.
    """

    corrected = Signal()

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._record: Record | None = None
        self._visit = ""
        self.setProperty("kind", "card")
        self.setAccessibleName(self.tr("Correct a value"))
        self.values: DataTable[Correctable] = DataTable(
            self.tr("Values that can be corrected"), self._columns(), row_height=3.5, header_height=3.5
        )
        self._which = Label(bold=True, wrap=True)
        self._options = Label(role=TypeRole.S, ink=Ink.MUTED, wrap=True)
        self.text = TextPart(self.tr("Correct value"))
        self.reason = TextPart(self.tr("Reason for the change"))
        self._save = ActionButton(ButtonView(self.tr("Record correction"), (self.tr("Enter"),), ButtonKind.PRIMARY))
        self.menu = ReasonMenu(ReasonMenuView("", ()), self)
        self._not_done = add_action(self, self.tr("Not done"), self._open_menu, keys=("Alt+N",))
        self._again = add_action(self, self.tr("Ask again"), self._ask_again, keys=("Alt+A",))
        self.values.row_chosen.connect(self._on_chosen)
        self.values.row_opened.connect(lambda _: self.text.take_focus())
        self.text.accepted.connect(self.reason.take_focus)
        self.reason.accepted.connect(self._request)
        self._save.clicked.connect(self._request)
        self.menu.reason_confirmed.connect(self._on_not_done)
        self.menu.close_requested.connect(self._close_menu)
        self._lay_out()

    def _columns(self) -> tuple[Column[Correctable], ...]:
        return (
            Column(self.tr("Value"), lambda row: row.title),
            Column(self.tr("Side"), lambda row: side_word(row.side), 7),
            Column(self.tr("Trial"), lambda row: str(row.place or ""), 6),
            Column(self.tr("Recorded"), _recorded, 16, align_right=True),
        )

    def _lay_out(self) -> None:
        sizes = metrics()
        form = QVBoxLayout()
        form.setSpacing(sizes.u(1))
        note = self.tr("The value that was recorded stays in the ledger. A signed visit must be signed again.")
        acts = QHBoxLayout()
        for action in (self._not_done, self._again):
            button = ActionButton(ButtonView(action.text()))
            button.attach(action)
            acts.addWidget(button)
        acts.addStretch(1)
        for widget in (self._which, self._options, self.text, self.reason, self._save):
            form.addWidget(widget)
        form.addLayout(acts)
        form.addWidget(Label(note, role=TypeRole.S, ink=Ink.MUTED, wrap=True))
        form.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(sizes.u(2), sizes.u(2), sizes.u(2), sizes.u(2))
        row.setSpacing(sizes.u(2))
        row.addWidget(self.values, 5)
        row.addWidget(self.menu, 5)
        self.menu.hide()
        row.addLayout(form, 3)

    def show_visit(self, record: Record, visit: str) -> None:
        """List what can be corrected at a visit, the first chosen."""
        self._record, self._visit = record, visit
        language = self._workspace.language
        values = self._workspace.read(lambda desk: correctable(desk, record, visit, language=language))
        self.values.show_rows(values)
        self.reason.line().clear()
        self._close_menu()
        for action in (self._not_done, self._again):
            action.setEnabled(bool(values))
        if values:
            self.values.choose(0)
            self._on_chosen(values[0])

    def choose(self, instrument: str, slot: str) -> None:
        """Choose the value of a place and go to it; one that cannot be corrected leaves the first chosen."""
        places = [(row.instrument, row.slot) for row in self.values.rows_model().rows()]
        if (instrument, slot) in places:
            self.values.choose(places.index((instrument, slot)))
            self.text.take_focus()

    def take_focus(self) -> None:
        """Give the keys to the list."""
        self.values.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_chosen(self, row: Correctable) -> None:
        parts = (row.title, side_word(row.side), str(row.place or ""))
        self._which.show_text(", ".join(part for part in parts if part))
        self._options.show_text("; ".join(f"{code}: {title}" for code, title in row.options))
        self._options.setVisible(bool(row.options))
        self.text.line().setText(row.value)
        self.text.show_refused("")

    def _open_menu(self) -> None:
        """Ask why it is not done, in the place of the list."""
        reasons = self._workspace.read(reasons_for)
        self.menu.show_view(correction_menu(reasons, self._workspace.language))
        self.values.hide()
        self.menu.show()
        self.menu.take_focus()

    def _close_menu(self) -> None:
        self.menu.hide()
        self.values.show()

    def _on_not_done(self, answer: ReasonAnswer) -> None:
        """Put the code in the place of the value; why it changes is asked next."""
        self._close_menu()
        self.text.line().setText(answer.option.code)
        self.text.show_refused("")
        self.reason.take_focus()

    def _ask_again(self) -> None:
        """Have the value and what hangs on it asked again, for the reason that was typed."""
        row, record, reason = self.values.chosen_row(), self._record, self.reason.value()
        if row is None or record is None:
            return
        self._clear_findings()
        done = self._workspace.perform(
            lambda desk: ask_again(desk, record, self._visit, instrument=row.instrument, slot=row.slot, reason=reason),
            on_refused=self._on_refused,
        )
        if done is not None:
            self.corrected.emit()

    def _request(self) -> None:
        """Have a correction written; a value out of its limits or a missing reason is said beside its field."""
        row, record = self.values.chosen_row(), self._record
        if row is None or record is None:
            return
        self._clear_findings()
        text, reason = canonical_number(self.text.value()), self.reason.value()
        done = self._workspace.perform(
            lambda desk: correct(
                desk, record, self._visit, instrument=row.instrument, slot=row.slot, text=text, reason=reason
            ),
            on_refused=self._on_refused,
        )
        if done is None:
            return
        hard = [finding for finding in done.findings if finding.severity is Severity.HARD]
        if hard:
            self.text.show_refused(" ".join(self._workspace.sentence(finding) for finding in hard))
        elif not done.entries:
            self.text.show_refused(self.tr("This is the value that is recorded; nothing was changed."))
        else:
            self.corrected.emit()

    def _on_refused(self, refused: Refused) -> None:
        part = self.reason if refused.code == "REASON_NEEDED" else self.text
        part.show_refused(refused.sentence)

    def _clear_findings(self) -> None:
        self.reason.show_refused("")
        self.text.show_refused("")


def _recorded(row: Correctable) -> str:
    """Return a recorded value with its unit, a choice and a reason in their words."""
    return row.missing or dict(row.options).get(row.value) or f"{row.value} {unit_words(row.unit)}".strip()
