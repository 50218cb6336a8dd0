"""The audit trail: every entry as a row, newest first; of everyone, or of one participant. It can only be read.

What must stay hidden from a blinded assessor is hidden by the service. It must not know how entries are stored.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent

from assessdesk.gui.audit_words import kind_words, reason_words, value_text
from assessdesk.gui.fields.data_table import DataTable
from assessdesk.gui.fields.text import Label
from assessdesk.gui.models import Column
from assessdesk.gui.page import Destination, Page
from assessdesk.gui.page_parts import PageHead, add_action, count_words, moment, page_layout, place_words
from assessdesk.gui.search_field import SearchField
from assessdesk.gui.tokens import Ink
from assessdesk.services.audit import AuditRow, audit_rows

if TYPE_CHECKING:
    from assessdesk.gui.workspace import Workspace


class AuditPage(Page):
    """The page."""

    refreshes_on = frozenset({"participant", "visit", "value", "trial", "package", "receipt", "user", "ledger"})

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self._participant = ""
        self._from_participant = False
        self._rows: tuple[AuditRow, ...] = ()
        self._search = SearchField(self.tr("Filter by participant"), "/")
        self._search.text_changed.connect(self._on_search)
        self._search.line().installEventFilter(self)
        self._empty = Label(ink=Ink.MUTED, wrap=True)
        self._table = DataTable[AuditRow](self.tr("Audit trail"), self._columns(), row_height=5.5, note=self._note)
        add_action(self, self.tr("choose"), self._to_table, caps=("Up", "Down"))
        add_action(self, self.tr("filter by participant"), self._search.take_focus, keys=("/",))
        add_action(self, self.tr("back"), self._back, keys=("Esc",))
        self._head = PageHead(right=(self._search,))
        layout = page_layout(self)
        layout.addWidget(self._head)
        layout.addWidget(self._empty)
        layout.addWidget(self._table, 100)
        layout.addStretch(1)

    def _columns(self) -> tuple[Column[AuditRow], ...]:
        return (
            Column(self.tr("Entry"), lambda row: count_words(row.seq, self.workspace.language), 9),
            Column(self.tr("When"), self._when, 21),
            Column(self.tr("Who"), self._who, 13),
            Column(self.tr("About"), lambda row: row.about, 14, bold=lambda row: bool(row.participant)),
            Column(self.tr("What"), kind_words, 24),
            Column(self.tr("Where"), self._where),
            Column(self.tr("Old to new"), self._change, 22, bold=lambda _: True),
        )

    def _when(self, row: AuditRow) -> str:
        return moment(row.at, self.workspace.language)

    def _who(self, row: AuditRow) -> str:
        return self.tr("program") if row.originator in {"computed", "device"} else row.user

    def _where(self, row: AuditRow) -> str:
        return ", ".join(part for part in (row.visit, place_words(row.place)) if part)

    def _change(self, row: AuditRow) -> str:
        old, new = value_text(row.old), value_text(row.new)
        return f"{old} → {new}" if old and new else new or (f"{old} →" if old else "")

    def _note(self, row: AuditRow) -> str:
        reasons = self.workspace.read(lambda desk: desk.library.reasons)
        return reason_words(row, reasons, self.workspace.language)

    def path(self) -> tuple[str, ...]:
        """The words of the header's path."""
        return (self.tr("Audit trail"),)

    def open(self, destination: Destination) -> None:
        """Show everything, or one participant's entries."""
        self._from_participant = bool(destination.participant)
        self._participant = destination.participant
        code = ""
        if self._participant:
            row = self.workspace.read(lambda desk: desk.ledger.views.participant(self._participant))
            code = row.code if row else ""
        self._search.line().setText(code)
        self.refresh()
        self._to_table()

    def refresh(self) -> None:
        """Read the entries again."""
        participant, language = self._participant, self.workspace.language
        rows = self.workspace.perform(lambda desk: audit_rows(desk, language=language, participant=participant))
        self._rows = rows or ()
        total = count_words(self.workspace.read(lambda desk: desk.ledger.head().seq), language)
        shown = count_words(len(self._rows), language)
        words = self.tr("{shown} of {total} entries, newest first. Nothing here can be changed or removed.")
        self._head.show_words(self.tr("Audit trail"), words.format(shown=shown, total=total))
        self._table.show_rows(self._rows)
        self._table.setVisible(bool(self._rows))
        self._empty.setVisible(not self._rows)
        self._empty.show_text(self.tr("No entry is about a participant with this code."))
        if self._rows:
            self._table.choose(0)

    def _on_search(self) -> None:
        """Narrow to the participant whose code was typed, once it is only one."""
        text = self._search.text()
        found = self.workspace.read(lambda desk: desk.ledger.views.participants(text, 2)) if text else ()
        participant = found[0].participant if len(found) == 1 else ""
        if participant != self._participant:
            self._participant = participant
            self.refresh()

    def _to_table(self) -> None:
        self._table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _back(self) -> None:
        if self._from_participant and self._participant:
            self.leave_requested.emit(Destination(page="participant", participant=self._participant))
        else:
            self.leave_requested.emit(Destination(page="today"))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """From the search, Down and Enter go to the list."""
        keys = (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and event.key() in keys:
            self._to_table()
            return True
        return super().eventFilter(watched, event)
