"""Asks why a planned visit did not take place, and records it in one act.

It stands inline on a page. The use case decides what is refused; this panel only shows the sentence.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from assessdesk.gui.fields.finding_line import FindingLine
from assessdesk.gui.fields.reason_menu import ReasonAnswer, ReasonMenu, ReasonMenuView, ReasonOption
from assessdesk.gui.fields.text import Label
from assessdesk.gui.forms.form_parts import refused
from assessdesk.gui.look.theme import metrics
from assessdesk.gui.look.tokens import Ink
from assessdesk.services.missed import missed_reasons, state_missed

if TYPE_CHECKING:
    from assessdesk.gui.workspace import Refused, Workspace
    from assessdesk.services.desk import Desk

COLUMNS = 2


class MissedPanel(QFrame):
    """The panel; hidden until `ask` is called.

    Signals:
        recorded: The visit is recorded as missed.
        closed: Esc; nothing was recorded.
    """

    recorded = Signal()
    closed = Signal()

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "card")
        self._workspace = workspace
        self._about = ("", "")
        sizes = metrics()
        self._title = Label(bold=True)
        self._finding = FindingLine()
        self._menu = ReasonMenu(
            ReasonMenuView(self.tr("Why did the visit not take place?"), self._options()), columns=COLUMNS
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(sizes.u(2), sizes.u(1.5), sizes.u(2), sizes.u(1.5))
        column.setSpacing(sizes.u(1))
        column.addWidget(self._title)
        words = self.tr("Every instrument of the visit is then not done, ND14. A digit chooses, Enter records.")
        column.addWidget(Label(words, ink=Ink.MUTED, wrap=True))
        column.addWidget(self._menu)
        column.addWidget(self._finding)
        self._menu.reason_confirmed.connect(self._record)
        self._menu.close_requested.connect(self.leave)
        self.hide()

    def _options(self) -> tuple[ReasonOption, ...]:
        language = self._workspace.language
        return tuple(
            ReasonOption(one.key, one.title.get(language), one.code, needs_text=one.needs_text)
            for one in self._workspace.read(missed_reasons)
        )

    def ask(self, *, participant: str, code: str, planned: str, visit_title: str) -> None:
        """Ask about one participant's planned visit."""
        self._about = (participant, planned)
        self._title.show_text(self.tr("{code}, {visit}: record as missed").format(code=code, visit=visit_title))
        self._finding.show_finding(None)
        self._menu.show_view(ReasonMenuView(self.tr("Why did the visit not take place?"), self._options()))
        self.show()
        self._menu.take_focus()

    def leave(self) -> None:
        """Close the panel; nothing was recorded."""
        self.hide()
        self.closed.emit()

    def _record(self, answer: ReasonAnswer) -> None:
        participant, planned = self._about

        def state(desk: Desk) -> bool:
            state_missed(desk, participant, planned, reason=answer.option.code, text=answer.words)
            return True

        if self._workspace.perform(state, on_refused=self._on_refused):
            self.hide()
            self.recorded.emit()

    def _on_refused(self, found: Refused) -> None:
        self._finding.show_finding(refused(self.tr("Not recorded:"), found.sentence))
        self._menu.take_focus()
