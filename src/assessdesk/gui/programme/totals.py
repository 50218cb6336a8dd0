"""What the sessions of a participant add up to, as four facts side by side, with the rule of the last one.

It must not know how the shares are computed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from assessdesk.gui.fields.text import Label
from assessdesk.gui.look.theme import TypeRole, metrics
from assessdesk.gui.look.tokens import Ink
from assessdesk.gui.programme.words import percent_words

if TYPE_CHECKING:
    from assessdesk.domain.programme import Adherence


class Total(QWidget):
    """One fact: its name, its value, and what it was computed from."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._name = name
        self._value = Label(role=TypeRole.L, bold=True)
        self._source = Label(role=TypeRole.S, ink=Ink.MUTED)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for label in (Label(name, role=TypeRole.S, ink=Ink.MUTED), self._value, self._source):
            column.addWidget(label)

    def show_value(self, value: str, source: str) -> None:
        """Show a value and its source."""
        self._value.show_text(value)
        self._source.show_text(source)
        self.setAccessibleName(f"{self._name}: {value}")
        self.setAccessibleDescription(source)


class Totals(QFrame):
    """The four facts."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        sizes = metrics()
        names = (self.tr("Attendance"), self.tr("So far"), self.tr("Online"), self.tr("Relative dose"))
        self._all = tuple(Total(name) for name in names)
        facts = QHBoxLayout()
        facts.setSpacing(sizes.u(3))
        for total in self._all:
            facts.addWidget(total, 1)
        rule = self.tr(
            "Relative dose: sets × repetitions × load, without a load sets × repetitions; exercises averaged, "
            "sessions not held count as not done (assumption, to be confirmed)."
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(sizes.u(2), sizes.u(1), sizes.u(2), sizes.u(1))
        column.setSpacing(sizes.u(0.5))
        column.addLayout(facts)
        column.addWidget(Label(rule, role=TypeRole.S, ink=Ink.MUTED, wrap=True))

    def show_adherence(self, found: Adherence) -> None:
        """Show what was added up."""
        attendance, so_far, online, dose = self._all
        words = self.tr("{held} of {planned} planned").format(held=found.held, planned=found.planned)
        attendance.show_value(percent_words(found.attendance), words)
        words = self.tr("{held} of {due} due, {open} to state")
        so_far.show_value(
            percent_words(found.attendance_so_far), words.format(held=found.held, due=found.due, open=found.open)
        )
        words = self.tr("{online} of {held} held").format(online=found.online, held=found.held)
        online.show_value(percent_words(found.online_share), words)
        dose.show_value(percent_words(found.relative_dose), self.tr("done by prescribed volume"))
