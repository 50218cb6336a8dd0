"""The audit trail: every entry as a row, newest first; of everyone or narrowed down. It can only be read, and saved.

What must stay hidden from a blinded assessor is hidden by the service. It must not know how entries are stored.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QDir, QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFileDialog

from assessdesk.gui.audit.table import TableNotWritten, table, write_table
from assessdesk.gui.audit.words import (
    change_words,
    group_words,
    kind_words,
    kinds_of,
    reason_words,
    where_words,
    who_words,
)
from assessdesk.gui.fields.data_table import DataTable
from assessdesk.gui.fields.filter_bar import FilterBar, FilterView
from assessdesk.gui.fields.finding_line import FindingKind, FindingLine, FindingView
from assessdesk.gui.fields.search_field import SearchField
from assessdesk.gui.fields.text import Label
from assessdesk.gui.forms.form_parts import refused
from assessdesk.gui.look.tokens import Ink
from assessdesk.gui.models import Column
from assessdesk.gui.page import Destination, Page
from assessdesk.gui.page_parts import PageHead, add_action, count_words, moment, page_layout
from assessdesk.services import audit_export
from assessdesk.services.audit import AuditRow, Wanted, audit_rows
from assessdesk.services.practice import practises

if TYPE_CHECKING:
    from collections.abc import Callable

    from assessdesk.gui.tasks import Report, Task
    from assessdesk.gui.workspace import Refused, Workspace
    from assessdesk.ports import ParticipantRow
    from assessdesk.services.desk import Desk

LETTERS = {
    "all": "A",
    "changes": "C",
    "values": "V",
    "visits": "I",
    "participants": "P",
    "queries": "Q",
    "station": "S",
}


class AuditPage(Page):
    """The page.

    Attributes:
        choose_file: Asks where the table goes; answers a path or nothing.
    """

    refreshes_on = frozenset(
        {"participant", "visit", "value", "trial", "package", "receipt", "user", "ledger", "query", "device", "audit"}
    )

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self.choose_file: Callable[[], str] = self._ask_file
        self._participant = ""
        self._person = ""
        self._group = "all"
        self._unclear = ""
        self._from_participant = False
        self._rows: tuple[AuditRow, ...] = ()
        self._task: Task[tuple[AuditRow, ...]] | None = None
        self._search = SearchField(self.tr("Filter by participant or person"), "/")
        self._search.text_changed.connect(self._on_search)
        self._search.line().installEventFilter(self)
        self.filters = FilterBar(self.tr("Which entries"))
        self.filters.filter_chosen.connect(lambda view: self._choose_group(view.key))
        self._told = FindingLine()
        self._empty = Label(ink=Ink.MUTED, wrap=True)
        self._table = DataTable[AuditRow](self.tr("Audit trail"), self._columns(), row_height=5.5, note=self._note)
        self._whole = Label(wrap=True)
        self._make_actions()
        self._head = PageHead(right=(self._search,))
        layout = page_layout(self)
        layout.addWidget(self._head)
        layout.addWidget(self.filters)
        layout.addWidget(self._told)
        layout.addWidget(self._empty)
        layout.addWidget(self._table, 100)
        layout.addWidget(self._whole)
        layout.addStretch(1)
        self._table.row_chosen.connect(lambda row: self._whole.show_text(self._whole_words(row)))

    def _make_actions(self) -> None:
        add_action(self, self.tr("choose"), self._to_table, caps=("Up", "Down"))
        add_action(self, self.tr("filter by participant or person"), self._search.take_focus, keys=("/",))
        for group, letter in LETTERS.items():
            add_action(
                self, group_words(group), self._choosing(group), keys=(f"Alt+{letter}",), short=self.tr("filter")
            )
        self._save = add_action(
            self, self.tr("Save as a table"), self._start_save, keys=("Ctrl+S",), short=self.tr("save as a table")
        )
        add_action(self, self.tr("back"), self._back, keys=("Esc",))

    def _columns(self) -> tuple[Column[AuditRow], ...]:
        return (
            Column(self.tr("Entry"), lambda row: count_words(row.seq, self.workspace.language), 9),
            Column(self.tr("When"), lambda row: moment(row.at, self.workspace.language), 21),
            Column(self.tr("Who"), who_words, 11),
            Column(self.tr("About"), lambda row: row.about, 12, bold=lambda row: bool(row.participant)),
            Column(self.tr("What"), kind_words, 21),
            Column(self.tr("Where"), where_words),
            Column(self.tr("Old to new"), change_words, 21, bold=lambda _: True),
        )

    def _note(self, row: AuditRow) -> str:
        reasons = self.workspace.read(lambda desk: desk.library.reasons)
        return reason_words(row, reasons, self.workspace.language)

    def _whole_words(self, row: AuditRow | None) -> str:
        """An entry in full, for the line under the table, where a long place or reason is shortened."""
        if row is None:
            return ""
        said = ": ".join(part for part in (where_words(row), change_words(row)) if part)
        return "\n".join(part for part in (said or kind_words(row), self._note(row)) if part)

    def path(self) -> tuple[str, ...]:
        """The words of the header's path."""
        return (self.tr("Audit trail"),)

    def busy(self) -> bool:
        """While the table is gathered, leaving waits."""
        return self._task is not None and self._task.running()

    def open(self, destination: Destination) -> None:
        """Show everything, or one participant's entries."""
        self._from_participant = bool(destination.participant)
        self._participant = destination.participant
        self._person = self._unclear = ""
        self._group = "all"
        self._told.show_finding(None)
        code = ""
        if self._participant:
            row = self.workspace.read(lambda desk: desk.ledger.views.participant(self._participant))
            code = row.code if row else ""
        self._search.line().setText(code)
        letters = LETTERS.items()
        self.filters.show_filters([FilterView(key, group_words(key), cap=f"Alt {cap}") for key, cap in letters], "all")
        self.refresh()
        self._to_table()

    def _wanted(self) -> Wanted:
        return Wanted(kinds=kinds_of(self._group), user=self._person)

    def refresh(self) -> None:
        """Read the entries again."""
        participant, wanted, language = self._participant, self._wanted(), self.workspace.language
        rows: tuple[AuditRow, ...] | None = ()
        if not self._unclear:
            rows = self.workspace.perform(
                lambda desk: audit_rows(desk, language=language, participant=participant, wanted=wanted)
            )
        self._rows = rows or ()
        total = count_words(self.workspace.read(lambda desk: desk.ledger.head().seq), language)
        shown = count_words(len(self._rows), language)
        words = self.tr("{shown} of {total} entries, newest first. Nothing here can be changed or removed.")
        self._head.show_words(self.tr("Audit trail"), words.format(shown=shown, total=total))
        self._table.show_rows(self._rows)
        self._table.setVisible(bool(self._rows))
        self._empty.setVisible(not self._rows)
        self._empty.show_text(self._why_empty())
        self._enable()
        if self._rows:
            self._table.choose(0)

    def _why_empty(self) -> str:
        if self._unclear:
            words = self.tr("“{0}” is no code of one participant or one person yet. Type more of it, or clear it.")
            return words.format(self._unclear)
        return self.tr("No entry fits. Clear the filter, or choose All with Alt A.")

    def _enable(self) -> None:
        may = self.workspace.read(lambda desk: desk.may(audit_export.PERMISSION) and not practises(desk))
        self._save.setEnabled(may and bool(self._rows) and not self.busy())
        self.keys_changed.emit()

    # -- narrowing down -----------------------------------------------------------------------------------------------

    def _choosing(self, group: str) -> Callable[[], None]:
        return lambda: self.filters.choose(group)

    def _choose_group(self, group: str) -> None:
        self._group = group
        self.refresh()
        self._to_table()

    def _on_search(self) -> None:
        """Narrow to the participant and the person whose codes were typed, once each can be only one."""
        participant = person = unclear = ""
        for word in self._search.text().split():
            found = self._matching(word)
            if len(found) == 1:
                participant = found[0].participant
            elif not found and self._person_of(word):
                person = self._person_of(word)
            else:
                unclear = word
        if (participant, person, unclear) != (self._participant, self._person, self._unclear):
            self._participant, self._person, self._unclear = participant, person, unclear
            self.refresh()

    def _person_of(self, word: str) -> str:
        users = self.workspace.read(lambda desk: desk.ledger.views.users())
        begun = {row.user for row in users if row.user.casefold().startswith(word.casefold())}
        return begun.pop() if len(begun) == 1 else ""

    def _matching(self, word: str) -> tuple[ParticipantRow, ...]:
        return self.workspace.read(lambda desk: desk.ledger.views.participants(word, 2))

    # -- saving -------------------------------------------------------------------------------------------------------

    def _ask_file(self) -> str:
        facts, now = self.workspace.read(lambda desk: (desk.facts, desk.clock.now()))
        start = QDir.home().filePath(f"audit-{facts.station}-{now:%Y%m%d}.csv")
        title, kind = self.tr("Save the audit trail as a table"), self.tr("Table (*.csv)")
        return QFileDialog.getSaveFileName(self, title, start, kind)[0]

    def _start_save(self) -> None:
        """Gather every entry that fits, not only those on the screen, and write them to a file."""
        chosen = self.choose_file()
        if not chosen:
            return
        participant, wanted, language = self._participant, self._wanted(), self.workspace.language

        def gathered(desk: Desk, _: Report) -> tuple[AuditRow, ...]:
            audit_export.require_export(desk)
            return audit_rows(desk, language=language, participant=participant, wanted=wanted, most=None)

        self._told.show_finding(FindingView(FindingKind.NOTE, self.tr("Gathering the entries"), ""))
        self._task = self.workspace.perform_later(
            gathered, done=lambda rows: self._write(Path(chosen), rows), on_refused=self._on_refused
        )
        self._enable()

    def _write(self, path: Path, rows: tuple[AuditRow, ...]) -> None:
        """Write the table, and have it stated."""
        self._task = None
        language = self.workspace.language
        facts, reasons = self.workspace.read(lambda desk: (desk.facts, desk.library.reasons))
        content = table(rows, facts, reasons, language)
        try:
            write_table(path, content)
        except TableNotWritten as failure:
            words = self.tr("{0} could not be written. Nothing recorded is lost; choose another place and try again.")
            self._told.show_finding(refused(self.tr("Not written:"), words.format(failure)))
            self._enable()
            return
        stated = self.workspace.perform(
            lambda desk: audit_export.state_export(desk, rows, about=self._about(), table=content, file_name=path.name),
            on_refused=self._on_refused,
        )
        if stated is not None:
            words = self.tr(
                "{file}, {count} entries. Anybody can read this file: keep it as safe as the study's papers."
            )
            words = words.format(file=path.name, count=count_words(stated.rows, language))
            self._told.show_finding(FindingView(FindingKind.NOTE, self.tr("Saved:"), words))
        self._enable()

    def _about(self) -> str:
        """Which entries were asked for, in codes."""
        row = self.workspace.read(lambda desk: desk.ledger.views.participant(self._participant))
        group = "" if self._group == "all" else self._group
        return ", ".join(part for part in (row.code if row else "", self._person, group) if part)

    def _on_refused(self, problem: Refused) -> None:
        self._task = None
        self._told.show_finding(refused(self.tr("Not saved:"), problem.sentence))
        self._enable()

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
