"""The study: its version in force and whose signature put it there, its parts, what is assumed, what changed.

A person with the permission puts a new version in force here. It shows nobody's group and must not know anybody's.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QDir, Qt
from PySide6.QtWidgets import QFileDialog

from assessdesk.gui.fields.buttons import ActionButton, ButtonKind, ButtonView
from assessdesk.gui.fields.data_table import DataTable
from assessdesk.gui.fields.filter_bar import FilterBar, FilterView
from assessdesk.gui.fields.finding_line import FindingKind, FindingLine, FindingView
from assessdesk.gui.fields.status_badge import StateView, StatusBadge
from assessdesk.gui.fields.text import Label
from assessdesk.gui.forms.form_parts import refused
from assessdesk.gui.look.states import VisualState
from assessdesk.gui.look.tokens import Ink
from assessdesk.gui.page import Destination, Page
from assessdesk.gui.page_parts import PageHead, add_action, moment, page_layout
from assessdesk.gui.paper.study_text import Paper, Written, save_paper
from assessdesk.gui.paper.summary_page import PageNotWritten
from assessdesk.gui.study.amendment_card import AmendmentCard
from assessdesk.gui.study.places import titles_of_study
from assessdesk.gui.study.rows import StudyLine, StudyWords
from assessdesk.gui.study.tables import (
    change_columns,
    change_whole,
    line_columns,
    line_written,
    text_columns,
    version_columns,
    version_written,
)
from assessdesk.services import study_page
from assessdesk.services.amendments import Proposal, StudyVersion
from assessdesk.services.definitions.diff import Difference

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from assessdesk.gui.workspace import Workspace
    from assessdesk.services.desk import Desk
    from assessdesk.services.study_page import Changes

VISITS, WHO, RULES, ASSUMED, UNVERIFIED, VERSIONS = "visits", "who", "rules", "assumed", "unverified", "versions"
PARTS = (VISITS, WHO, RULES, ASSUMED, UNVERIFIED, VERSIONS)


class StudyPage(Page):
    """The page.

    Attributes:
        choose_file: Asks for the file of a new version; answers its path or nothing.
        choose_target: Asks where the PDF goes.
        card: The new version that was read and waits to be put in force.
    """

    refreshes_on = frozenset({"definition", "visit"})

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self.choose_file: Callable[[], str] = self._ask_file
        self.choose_target: Callable[[], str] = self._ask_target
        self._part = VISITS
        self._about_words = ""
        self._rows: dict[str, tuple[StudyLine, ...]] = {}
        self._versions: tuple[StudyVersion, ...] = ()
        self._told = FindingLine()
        self._whole = Label(wrap=True)
        self._badge = StatusBadge(StateView(VisualState.UNUSUAL, ""))
        self.filters = FilterBar(self.tr("Parts of the study"))
        self.filters.filter_chosen.connect(lambda view: self._show_part(view.key))
        self.lines = DataTable[StudyLine](self.tr("The study"), line_columns(), note=lambda row: row.note)
        self.texts = DataTable[StudyLine](self.tr("What is not certain"), text_columns(), note=lambda row: row.note)
        for table in (self.lines, self.texts):
            table.row_chosen.connect(lambda row: self._whole.show_text(row.whole()))
        self.versions = DataTable[StudyVersion](self.tr("Versions"), version_columns(workspace.language))
        self.versions.row_chosen.connect(self._on_version)
        self.versions.row_opened.connect(lambda _: self._show_changes())
        self._titles = workspace.read(lambda desk: titles_of_study(desk.in_force, desk.instruments, workspace.language))
        self.changes = DataTable[Difference](self.tr("What changed"), change_columns(self._titles), row_height=4.5)
        self.changes.row_chosen.connect(lambda row: self._whole.show_text(change_whole(row, self._titles)))
        self._about = Label(ink=Ink.MUTED, wrap=True)
        self._add_actions()
        self._lay_out()

    def _add_actions(self) -> None:
        add_action(self, self.tr("choose"), self._to_table, caps=("Up", "Down"))
        for digit, part in enumerate(PARTS, start=1):
            add_action(self, self._title_of(part), self._choosing(part), keys=(str(digit),), short=self.tr("part"))
        self._open_version = add_action(
            self, self.tr("What changed"), self._show_changes, caps=("Enter",), short=self.tr("what changed")
        )
        self._new = add_action(self, self.tr("New version"), self._read_file, keys=("N",), short=self.tr("new version"))
        add_action(self, self.tr("Save as PDF"), self._save, keys=("P",), short=self.tr("save as PDF"))
        self._activate = add_action(self, self.tr("Sign and put in force"), self._put_in_force, keys=("Ctrl+Return",))
        add_action(self, self.tr("back"), self._back, keys=("Esc",))

    def _choosing(self, part: str) -> Callable[[], None]:
        def choose() -> None:
            if self.card.isHidden():
                self.filters.choose(part)
                self._to_table()

        return choose

    def _title_of(self, part: str) -> str:
        return {
            VISITS: self.tr("Visits"),
            WHO: self.tr("Who may take part"),
            RULES: self.tr("How it is run"),
            ASSUMED: self.tr("Assumptions"),
            UNVERIFIED: self.tr("To be checked"),
            VERSIONS: self.tr("Versions"),
        }[part]

    def _lay_out(self) -> None:
        button = ActionButton(ButtonView(self._new.text(), kind=ButtonKind.PLAIN))
        button.attach(self._new)
        self._button = button
        self._head = PageHead(right=(button,))
        self._head.put_beside_title(self._badge)
        self.card = AmendmentCard(self.workspace, self._activate)
        self.card.told.connect(self._told.show_finding)
        self.card.offered.connect(self._on_offered)
        self.card.closed.connect(self._on_closed)
        layout = page_layout(self)
        for widget in (self._head, self._told, self.card, self.filters, self._about):
            layout.addWidget(widget)
        for table in self._tables():
            layout.addWidget(table, 100)
        layout.addWidget(self._whole)
        layout.addStretch(1)

    # -- what is shown ------------------------------------------------------------------------------------------------

    def path(self) -> tuple[str, ...]:
        """The words of the header's path."""
        return (self.tr("Study"),)

    def open(self, destination: Destination) -> None:
        """Show the study in force, its visits first."""
        del destination
        self._told.show_finding(None)
        self._part = VISITS
        self.card.close_offer()
        self.refresh()
        self._to_table()

    def refresh(self) -> None:
        """Read the study and its versions again."""
        words = self.workspace.read(self._words)
        study = words.study
        self._versions = self.workspace.read(study_page.history)
        language = self.workspace.language
        unverified = self.workspace.read(lambda desk: study_page.unverified_numbers(desk, language=language))
        self._rows = {
            VISITS: words.visits(),
            WHO: words.eligibility(),
            RULES: words.rules(),
            ASSUMED: words.assumptions(),
            UNVERIFIED: words.unverified(unverified),
        }
        self._head.show_words(study.title.get(language), self._sentence(study.id, study.version))
        said = self.tr("{count} assumptions to confirm").format(count=len(study.assumptions))
        self._badge.show_state(StateView(VisualState.UNUSUAL, said))
        self._badge.setVisible(bool(study.assumptions))
        may = self.workspace.read(lambda desk: desk.may(study_page.PERMISSION))
        self._new.setEnabled(may)
        self._button.setVisible(may)
        counts = {part: len(rows) for part, rows in self._rows.items()} | {VERSIONS: len(self._versions)}
        views = [
            FilterView(part, self._title_of(part), counts[part], str(digit))
            for digit, part in enumerate(PARTS, start=1)
        ]
        self.filters.show_filters(views, self._part)
        if self.card.isHidden():
            self._show_part(self._part)

    def _words(self, desk: Desk) -> StudyWords:
        return StudyWords(
            study=desk.in_force,
            language=self.workspace.language,
            instruments=desk.instruments,
            results=desk.library.result_words,
            groups=study_page.shows_groups(desk),
        )

    def _sentence(self, study: str, version: str) -> str:
        held = next((one for one in self._versions if one.in_force), None)
        if held is None:
            return self.tr("{study}, version {version}").format(study=study, version=version)
        words = self.tr("{study}, version {version}, in force since {moment} by the signature of {user}")
        at = moment(held.at, self.workspace.language)
        return words.format(study=study, version=version, moment=at, user=held.user)

    def _show_part(self, part: str) -> None:
        """Show one part in the table below."""
        self._part = part
        self._whole.show_text("")
        if part == VERSIONS:
            self._show_only(self.versions)
            self.versions.show_rows(self._versions)
            self.versions.choose(0)
        else:
            table = self.texts if part in {ASSUMED, UNVERIFIED} else self.lines
            self._show_only(table)
            table.show_rows(self._rows[part])
            table.choose(0)
        self._enable()

    def _show_only(self, shown: object) -> None:
        for table in self._tables():
            table.setVisible(table is shown)
        self._about.hide()

    def _on_version(self, version: StudyVersion) -> None:
        words = self.tr("Version {version}: digest {digest}. Enter shows what changed against the version before it.")
        self._whole.show_text(words.format(version=version.version, digest=version.digest))

    def _show_changes(self) -> None:
        """Show what the chosen version changed."""
        version = self.versions.chosen_row()
        if self.versions.isHidden() or version is None:
            return
        changes = self.workspace.read(lambda desk: study_page.changes_of(desk, version))
        if version is self._versions[-1]:
            words = self.tr("Version {version} was the first; there is nothing before it.")
            self._whole.show_text(words.format(version=version.version))
            return
        before = self._versions[self._versions.index(version) + 1]
        words = self.tr("What version {version} changed against version {before}:")
        self._show_differences(changes, words.format(version=version.version, before=before.version))

    def _show_differences(self, changes: Changes, about: str = "") -> None:
        self._show_only(self.changes)
        self.changes.show_rows(changes.differences)
        self._whole.show_text("")
        if changes.differences:
            self.changes.choose(0)
        if changes.hidden:
            words = self.tr("{count} differences about the study groups are not shown to blinded people.")
            about = f"{about} {words.format(count=changes.hidden)}".strip()
        self._about_words = about
        self._about.show_text(about)
        self._about.setVisible(bool(about))
        self._enable()
        self._to_table()

    # -- on paper -----------------------------------------------------------------------------------------------------

    def _ask_target(self) -> str:
        start = QDir.home().filePath("study.pdf")
        return QFileDialog.getSaveFileName(self, self.tr("Save as PDF"), start, self.tr("PDF (*.pdf)"))[0]

    def _save(self) -> None:
        """Save the whole study, or the differences where those are shown."""
        chosen = self.choose_target()
        if not chosen:
            return
        try:
            save_paper(Path(chosen), self._paper())
        except PageNotWritten as failure:
            words = self.tr("{file} could not be written. Choose another place and try again.")
            self._told.show_finding(refused(self.tr("Not written:"), words.format(file=failure)))
            return
        said = self.tr("Saved: {file}").format(file=Path(chosen).name)
        self._told.show_finding(FindingView(FindingKind.NOTE, self.tr("Done:"), said))

    def _paper(self) -> Paper:
        language = self.workspace.language
        study, now, user = self.workspace.read(lambda desk: (desk.in_force, desk.clock.now(), desk.author.user))
        written: list[Written] = []
        if not self.changes.isHidden():
            heading = self._about_words or self.tr("What changed")
            written = [Written(text=heading, heading=True)]
            written += [Written(text=change_whole(row, self._titles)) for row in self.changes.rows_model().rows()]
        else:
            for part, rows in self._rows.items():
                written.append(Written(text=self._title_of(part), heading=True))
                written += map(line_written, rows)
            written.append(Written(text=self._title_of(VERSIONS), heading=True))
            written += [version_written(one, language) for one in self._versions]
        words = self.tr("Printed by {user}, {moment}. Nobody's group and no results.")
        return Paper(
            language=language,
            title=study.title.get(language),
            sentence=self._sentence(study.id, study.version),
            written=tuple(written),
            foot=words.format(user=user, moment=moment(now, language)),
            page_words=self.tr("Page {page}"),
        )

    # -- a new version ------------------------------------------------------------------------------------------------

    def _ask_file(self) -> str:
        return QFileDialog.getOpenFileName(self, self.tr("The file of the new version"), filter="*.toml")[0]

    def _read_file(self) -> None:
        """Ask for a file and show what it would change."""
        chosen = self.choose_file()
        if not chosen:
            return
        self._told.show_finding(None)
        try:
            content = Path(chosen).read_bytes()
        except OSError:
            words = self.tr("The file {file} cannot be read. Nothing was changed. Choose the file of the new version.")
            self._told.show_finding(refused(self.tr("Not accepted:"), words.format(file=chosen)))
            return
        self.card.offer(content, Path(chosen).name)

    def _on_offered(self, proposal: Proposal) -> None:
        self.filters.hide()
        changes = self.workspace.read(lambda desk: study_page.visible(desk, proposal.differences))
        self._show_differences(changes)
        self.card.begin_typing()

    def _on_closed(self) -> None:
        self.filters.show()
        self._show_part(self._part)
        self._to_table()

    def _put_in_force(self) -> None:
        self.card.activate()

    def _enable(self) -> None:
        self._open_version.setEnabled(not self.versions.isHidden())
        self._activate.setEnabled(not self.card.isHidden())
        self.keys_changed.emit()

    def _to_table(self) -> None:
        shown = next((table for table in self._tables() if not table.isHidden()), self.lines)
        shown.setFocus(Qt.FocusReason.OtherFocusReason)

    def _tables(self) -> Sequence[DataTable[StudyLine] | DataTable[StudyVersion] | DataTable[Difference]]:
        return (self.lines, self.texts, self.versions, self.changes)

    def _back(self) -> None:
        if not self.card.isHidden():
            self.card.close_offer()
        elif not self.changes.isHidden():
            self._show_part(VERSIONS)
        else:
            self.leave_requested.emit(Destination(page="today"))
            return
        self._to_table()
