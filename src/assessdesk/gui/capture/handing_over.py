"""Hands a questionnaire to the participant: one key while the set-up says that the participant answers on the screen.

Where there is no wording to read it says so instead. It must not know how the participant's page looks.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from assessdesk.gui.fields.buttons import ActionButton, ButtonKind, ButtonView
from assessdesk.gui.fields.finding_line import FindingKind, FindingLine, FindingView
from assessdesk.gui.look.theme import metrics
from assessdesk.gui.page import Destination
from assessdesk.gui.page_parts import add_action
from assessdesk.services.self_entry import Handing, handing_of

if TYPE_CHECKING:
    from assessdesk.gui.capture.course import Course
    from assessdesk.gui.page import Page
    from assessdesk.gui.workspace import Workspace


class HandingOver(QWidget):
    """The button and its key. `show_visit(course)` shows whether it can be pressed at the step at hand."""

    def __init__(self, page: Page, workspace: Workspace) -> None:
        super().__init__(page)
        self._page, self._workspace = page, workspace
        self._there: Destination | None = None
        self.action = add_action(page, self.tr("Hand to participant"), self._hand, keys=("F9",))
        self.action.setIconText(self.tr("hand to participant"))
        self._button = ActionButton(ButtonView(self.action.text(), kind=ButtonKind.PRIMARY, height=7))
        self._button.attach(self.action)
        self._why_not = FindingLine()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, metrics().u(1), 0, 0)
        column.setSpacing(metrics().u(1))
        column.addWidget(self._button)
        column.addWidget(self._why_not)
        self._offer(Handing.NOT_NOW)

    def show_visit(self, course: Course) -> None:
        """Offer to hand over, say that there is nothing to read, or show nothing."""
        record, visit, instrument = course.record, course.visit, course.instrument
        self._there = Destination(page="kiosk", participant=record.participant, visit=visit, instrument=instrument)
        self._offer(self._workspace.read(lambda desk: handing_of(desk, record, visit, instrument)))

    def _offer(self, handing: Handing) -> None:
        offered = handing is Handing.OFFERED
        self.action.setEnabled(offered)
        self.action.setVisible(offered)
        self._button.setVisible(offered)
        words = self.tr("Its wording is not on this station in this language, so there is nothing to read.")
        note = FindingView(FindingKind.NOTE, self.tr("Not for self-entry."), words)
        self._why_not.show_finding(note if handing is Handing.NOTHING_TO_READ else None)
        self.setVisible(handing is not Handing.NOT_NOW)

    def _hand(self) -> None:
        if self._there is not None and not self._page.busy():
            self._page.leave_requested.emit(self._there)
