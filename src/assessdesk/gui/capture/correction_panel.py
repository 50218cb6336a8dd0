"""Correct a recorded value inside the page: choose it, type the other value, say why. Nothing is overwritten.

It hands on what was typed; whether it is a value, and whether anything changes, is decided elsewhere.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from assessdesk.gui.capture.words import canonical_number, side_word, unit_words
from assessdesk.gui.fields.buttons import ActionButton, ButtonKind, ButtonView
from assessdesk.gui.fields.data_table import DataTable
from assessdesk.gui.fields.text import Label
from assessdesk.gui.form_parts import TextPart
from assessdesk.gui.models import Column
from assessdesk.gui.theme import TypeRole, metrics
from assessdesk.gui.tokens import Ink
from assessdesk.services.corrections import Correctable

if TYPE_CHECKING:
    from collections.abc import Sequence


@dataclass(frozen=True, slots=True)
class CorrectionWish:
    """Which value should be which, and why."""

    value: Correctable
    text: str
    reason: str


class CorrectionPanel(QFrame):
    """The panel.

    Signals:
        correction_requested(CorrectionWish): Enter in the reason, or the button.

    `show_values` lists what can be corrected; `refuse_value` and `refuse_reason` show why something was not taken.
    """

    correction_requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "card")
        self.setAccessibleName(self.tr("Correct a value"))
        self.values: DataTable[Correctable] = DataTable(
            self.tr("Values that can be corrected"), self._columns(), row_height=3.5, header_height=3.5
        )
        self._which = Label(bold=True, wrap=True)
        self._options = Label(role=TypeRole.S, ink=Ink.MUTED, wrap=True)
        self.text = TextPart(self.tr("Correct value"))
        self.reason = TextPart(self.tr("Reason for the change"))
        self._record = ActionButton(ButtonView(self.tr("Record correction"), (self.tr("Enter"),), ButtonKind.PRIMARY))
        self.values.row_chosen.connect(self._on_chosen)
        self.values.row_opened.connect(lambda _: self.text.take_focus())
        self.text.accepted.connect(self.reason.take_focus)
        self.reason.accepted.connect(self._request)
        self._record.clicked.connect(self._request)
        self._lay_out()

    def _columns(self) -> tuple[Column[Correctable], ...]:
        return (
            Column(self.tr("Value"), lambda row: row.title),
            Column(self.tr("Side"), lambda row: side_word(row.side), 8),
            Column(self.tr("Trial"), lambda row: str(row.place or ""), 7),
            Column(self.tr("Recorded"), _recorded, 20, align_right=True),
        )

    def _lay_out(self) -> None:
        sizes = metrics()
        form = QVBoxLayout()
        form.setSpacing(sizes.u(1))
        note = self.tr("The value that was recorded stays in the ledger. A signed visit must be signed again.")
        for widget in (self._which, self._options, self.text, self.reason, self._record):
            form.addWidget(widget)
        form.addWidget(Label(note, role=TypeRole.S, ink=Ink.MUTED, wrap=True))
        form.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(sizes.u(2), sizes.u(2), sizes.u(2), sizes.u(2))
        row.setSpacing(sizes.u(2))
        row.addWidget(self.values, 3)
        row.addLayout(form, 2)

    def show_values(self, values: Sequence[Correctable]) -> None:
        """List what can be corrected, the first chosen."""
        self.values.show_rows(values)
        self.reason.line().clear()
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

    def refuse_value(self, sentence: str) -> None:
        """Say why the value was not taken."""
        self.text.show_refused(sentence)

    def refuse_reason(self, sentence: str) -> None:
        """Say why the reason was not taken."""
        self.reason.show_refused(sentence)

    def _on_chosen(self, row: Correctable) -> None:
        parts = (row.title, side_word(row.side), str(row.place or ""))
        self._which.show_text(", ".join(part for part in parts if part))
        self._options.show_text("; ".join(f"{code}: {title}" for code, title in row.options))
        self._options.setVisible(bool(row.options))
        self.text.line().setText(row.value)
        self.text.show_refused("")

    def _request(self) -> None:
        row = self.values.chosen_row()
        if row is not None:
            self.refuse_reason("")
            self.refuse_value("")
            text = canonical_number(self.text.value())
            self.correction_requested.emit(CorrectionWish(row, text, self.reason.value()))


def _recorded(row: Correctable) -> str:
    """Return a recorded value with its unit, a choice in its words."""
    return dict(row.options).get(row.value) or f"{row.value} {unit_words(row.unit)}".strip()
