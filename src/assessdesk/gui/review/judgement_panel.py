"""At review: how one instrument was held and administered, and whether its result may be used, each with its reason.

It must not know results.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout

from assessdesk.gui.capture.beginning_panel import mode_words
from assessdesk.gui.fields.data_table import DataTable
from assessdesk.gui.forms.form_parts import ChoicePart, Option, TextPart
from assessdesk.gui.look.theme import metrics
from assessdesk.gui.look.tokens import Ink
from assessdesk.gui.models import Column
from assessdesk.gui.page_parts import add_action
from assessdesk.gui.review.card import card_column
from assessdesk.services.beginning import mode_of, other_modes, restate_mode
from assessdesk.services.judgement import Judgement, judge, judgement_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from assessdesk.domain.record import Record
    from assessdesk.gui.workspace import Workspace
    from assessdesk.services.desk import Desk


@dataclass(frozen=True, slots=True, kw_only=True)
class JudgedRow:
    """One instrument that was begun, and what holds for it; `modes` are the ways as which it may be restated."""

    instrument: str
    title: str
    held: Judgement
    mode: str
    modes: tuple[str, ...]


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
        self._mode: ChoicePart | None = None
        self._reason = TextPart(self.tr("Why"), note=self.tr("needed for anything but the first choices"))
        self._save = add_action(self, self.tr("State this"), self._state, keys=("Ctrl+Return",))
        self._lay_out()
        self._table.row_chosen.connect(self._show_held)
        self._table.row_opened.connect(lambda _: self._administration.take_focus())
        self._administration.accepted.connect(self._validity.take_focus)
        self._validity.accepted.connect(self._after_validity)
        self._reason.accepted.connect(self._state)

    def _columns(self) -> tuple[Column[JudgedRow], ...]:
        return (
            Column(self.tr("Instrument"), lambda row: row.title, 26, bold=lambda _: True),
            Column(self.tr("Administered"), lambda row: self._administrations[row.held.administration], 24),
            Column(self.tr("Result"), lambda row: self._validities[row.held.validity], 20),
            Column(self.tr("Held"), lambda row: mode_words(row.mode), 16),
            Column(self.tr("Why"), lambda row: row.held.reason, 0, ink=lambda _: Ink.MUTED),
        )

    def _lay_out(self) -> None:
        note = self.tr("nothing said means: as the protocol says, may be used")
        column = card_column(self, self.tr("How it was done"), note, self._save)
        column.addWidget(self._table, 100)
        self._parts = QVBoxLayout()
        self._parts.setSpacing(metrics().u(1))
        for part in (self._administration, self._validity, self._reason):
            self._parts.addWidget(part)
        column.addLayout(self._parts)
        column.addStretch(1)

    def show_instruments(self, record: Record, visit: str, titles: Mapping[str, str]) -> None:
        """Show the instruments that were begun at a visit, by id and title, and what holds for each."""
        self._record, self._visit = record, visit
        modes = self._workspace.read(lambda desk: {name: other_modes(desk, record, visit, name) for name in titles})
        begun = ((name, title, record.visits[visit].of(name)) for name, title in titles.items())
        rows = [
            JudgedRow(
                instrument=name,
                title=title,
                held=judgement_of(record, assessment.id),
                mode=mode_of(record, assessment.id),
                modes=modes[name],
            )
            for name, title, assessment in begun
            if assessment is not None
        ]
        self._make_mode(next((row.modes for row in rows if row.modes), ()))
        self._table.show_rows(rows)
        self._table.setMaximumHeight(self._table.natural_height())
        if rows and self._table.chosen_row() is None:
            self._table.choose(0)
        if rows:
            self._show_held(self._table.chosen_row())

    def take_focus(self) -> None:
        """Begin with the list of instruments."""
        self._table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _make_mode(self, modes: Sequence[str]) -> None:
        """Ask how it was held only where a visit can be held in several ways."""
        if self._mode is not None:
            self._mode.hide()
            self._mode.deleteLater()
        self._mode = None
        if modes:
            self._mode = ChoicePart(self.tr("Held"), [Option(mode, mode_words(mode)) for mode in modes])
            self._parts.insertWidget(2, self._mode)
            self._mode.accepted.connect(self._reason.take_focus)

    def _after_validity(self) -> None:
        part = self._reason if self._mode is None or self._mode.isHidden() else self._mode
        part.take_focus()

    def _show_held(self, row: JudgedRow | None) -> None:
        """Show what holds for the chosen instrument."""
        if row is None:
            return
        self._administration.choose(row.held.administration)
        self._validity.choose(row.held.validity)
        if self._mode is not None:
            self._mode.setVisible(bool(row.modes))
            if row.mode in row.modes:
                self._mode.choose(row.mode)
            else:
                self._mode.clear()
        self._reason.line().setText(row.held.reason)
        self._reason.show_refused("")

    def _state(self) -> None:
        row, record = self._table.chosen_row(), self._record
        if row is None or record is None:
            return
        said = (self._administration.value(), self._validity.value())
        mode = (self._mode.value() if self._mode is not None and row.modes else "") or row.mode
        reason = self._reason.value()

        def state(desk: Desk) -> bool:
            moved = mode != row.mode and restate_mode(
                desk, record, self._visit, row.instrument, mode=mode, reason=reason
            )
            if moved and said == (row.held.administration, row.held.validity):
                return True
            return judge(
                desk, record, self._visit, row.instrument, administration=said[0], validity=said[1], reason=reason
            )

        stated = self._workspace.perform(state, on_refused=lambda refused: self._reason.show_refused(refused.sentence))
        if stated is not None:
            self.judged.emit()


def _options(words: Mapping[str, str]) -> tuple[Option, ...]:
    return tuple(Option(code, text) for code, text in words.items())
