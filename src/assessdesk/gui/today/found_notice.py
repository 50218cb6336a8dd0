"""What the last run left behind when it did not end in good order: what was saved, when, for whom, what was running.

It must not know how it was found out.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from assessdesk.gui.fields.buttons import ActionButton, ButtonView
from assessdesk.gui.fields.finding_line import FindingKind, FindingLine, FindingView
from assessdesk.gui.look.theme import metrics
from assessdesk.gui.page_parts import count_words, moment, place_words
from assessdesk.services.audit import place_of_slot

if TYPE_CHECKING:
    from PySide6.QtGui import QAction

    from assessdesk.gui.workspace import Workspace
    from assessdesk.services.session import Found, Unfinished


class FoundNotice(QWidget):
    """The notice; hidden after a run that ended well. `attach(action)` gives it the key that goes on there."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._line = FindingLine()
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(metrics().u(2))
        words = QVBoxLayout()
        words.addWidget(self._line)
        self._row.addLayout(words, 1)
        self.hide()

    def attach(self, action: QAction) -> None:
        """Put a button for an action at the right."""
        self._button = ActionButton(ButtonView(action.text()))
        self._button.attach(action)
        self._row.addWidget(self._button, 0, Qt.AlignmentFlag.AlignVCenter)

    def show_found(self, found: Found | None) -> bool:
        """Show what was found, or hide; answers whether there is somebody to go on with."""
        unclean = found is not None and found.state == "unclean"
        self.setVisible(unclean)
        if found is None or not unclean:
            self._line.show_finding(None)
            return False
        lead = self.tr("The last run did not end in good order; nothing that was saved is lost.")
        view = FindingView(FindingKind.UNUSUAL, lead, f"{self._saved(found)} {self._running(found.unfinished)}")
        if self._line.finding() != view:
            self._line.show_finding(view)
        self._button.setVisible(bool(found.code))
        return bool(found.code)

    def _saved(self, found: Found) -> str:
        language = self._workspace.language
        if not found.code or found.last_at is None:
            return self.tr("No value had been recorded since it was opened.")
        words = self.tr("{count} values were saved, the last on {at}, for {code}.")
        if found.saved == 1:
            words = self.tr("1 value was saved, on {at}, for {code}.")
        count = count_words(found.saved, language)
        return words.format(count=count, at=moment(found.last_at, language), code=found.code)

    def _running(self, unfinished: Unfinished | None) -> str:
        if unfinished is None:
            return self.tr("No trial was running.")
        language = self._workspace.language
        place = self._workspace.read(
            lambda desk: place_of_slot(desk.instruments[unfinished.instrument], unfinished.slot, language)
        )
        words = self.tr("One trial did not finish and has no value: {code}, {place}, started {at}.")
        at = f"{unfinished.started_at.astimezone():%H:%M}"
        return words.format(code=unfinished.code, place=place_words(place), at=at)
