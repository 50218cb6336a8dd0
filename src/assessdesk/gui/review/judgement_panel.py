"""At review: how one instrument was administered and whether its result may be used, with a reason for the unusual.

It must not know results.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from assessdesk.gui.fields.buttons import ActionButton, ButtonView
from assessdesk.gui.fields.data_table import DataTable
from assessdesk.gui.fields.text import Label
from assessdesk.gui.forms.form_parts import ChoicePart, Option, TextPart
from assessdesk.gui.look.theme import metrics
from assessdesk.gui.look.tokens import Ink
from assessdesk.gui.models import Column
from assessdesk.gui.page_parts import add_action
from assessdesk.services.judgement import Judgement, judge, judgement_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from assessdesk.domain.record import Record
    from assessdesk.gui.workspace import Workspace


@dataclass(frozen=True, slots=True, kw_only=True)
class JudgedRow:
    """One instrument that was begun, and what holds for it."""

    instrument: str
    title: str
    held: Judgement


class JudgementPanel(QFrame):
    """The panel.

    Signals:
        judged(): Something was stated, or held already.
    """

    judged = Signal()

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        self._record: Record | None = None
        self._visit = ""
        self._administrations = {
            "standard": self.tr("As the protocol says"),
            "adapted": self.tr("Adapted"),
            "not_done": self.tr("Not done"),
        }
        self._validities = {
            "valid": self.tr("May be used"),
            "doubtful": self.tr("Doubtful"),
            "not_valid": self.tr("Not to be used"),
        }
        self._table = DataTable[JudgedRow](
            self.tr("Instruments of this visit"),
            self._columns(),
            row_height=3.75,
            identity=lambda row: row.instrument,
        )
        self._administration = ChoicePart(self.tr("Administered"), _options(self._administrations))
        self._validity = ChoicePart(self.tr("Result"), _options(self._validities))
        self._reason = TextPart(self.tr("Why"), note=self.tr("needed for anything but the first choices"))
        self._save = add_action(self, self.tr("State this"), self._state, keys=("Ctrl+Return",))
        self._lay_out()
        self._table.row_chosen.connect(self._show_held)
        self._table.row_opened.connect(lambda _: self._administration.take_focus())
        self._administration.accepted.connect(self._validity.take_focus)
        self._validity.accepted.connect(self._reason.take_focus)
        self._reason.accepted.connect(self._state)

    def _columns(self) -> tuple[Column[JudgedRow], ...]:
        return (
            Column(self.tr("Instrument"), lambda row: row.title, 26, bold=lambda _: True),
            Column(self.tr("Administered"), lambda row: self._administrations[row.held.administration], 24),
            Column(self.tr("Result"), lambda row: self._validities[row.held.validity], 20),
            Column(self.tr("Why"), lambda row: row.held.reason, 0, ink=lambda _: Ink.MUTED),
        )

    def _lay_out(self) -> None:
        sizes = metrics()
        self.setProperty("kind", "card")
        button = ActionButton(ButtonView(self._save.text()))
        button.attach(self._save)
        head = QHBoxLayout()
        head.addWidget(Label(self.tr("How it was done"), bold=True))
        head.addWidget(Label(self.tr("nothing said means: as the protocol says, may be used"), ink=Ink.MUTED), 1)
        head.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(sizes.u(2), sizes.u(1.5), sizes.u(2), sizes.u(2))
        column.setSpacing(sizes.u(1))
        column.addLayout(head)
        column.addWidget(self._table, 100)
        for part in (self._administration, self._validity, self._reason):
            column.addWidget(part)
        column.addStretch(1)

    def show_instruments(self, record: Record, visit: str, titles: Mapping[str, str]) -> None:
        """Show the instruments that were begun at a visit, by id and title, and what holds for each."""
        self._record, self._visit = record, visit
        begun = ((name, title, record.visits[visit].of(name)) for name, title in titles.items())
        rows = [
            JudgedRow(instrument=name, title=title, held=judgement_of(record, assessment.id))
            for name, title, assessment in begun
            if assessment is not None
        ]
        self._table.show_rows(rows)
        self._table.setMaximumHeight(self._table.natural_height())
        if rows and self._table.chosen_row() is None:
            self._table.choose(0)
        if rows:
            self._show_held(self._table.chosen_row())

    def take_focus(self) -> None:
        """Begin with the list of instruments."""
        self._table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_held(self, row: JudgedRow | None) -> None:
        """Show what holds for the chosen instrument."""
        if row is None:
            return
        self._administration.choose(row.held.administration)
        self._validity.choose(row.held.validity)
        self._reason.line().setText(row.held.reason)
        self._reason.show_refused("")

    def _state(self) -> None:
        row, record = self._table.chosen_row(), self._record
        if row is None or record is None:
            return
        stated = self._workspace.perform(
            lambda desk: judge(
                desk,
                record,
                self._visit,
                row.instrument,
                administration=self._administration.value(),
                validity=self._validity.value(),
                reason=self._reason.value(),
            ),
            on_refused=lambda refused: self._reason.show_refused(refused.sentence),
        )
        if stated is not None:
            self.judged.emit()


def _options(words: Mapping[str, str]) -> tuple[Option, ...]:
    return tuple(Option(code, text) for code, text in words.items())
