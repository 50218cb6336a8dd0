"""The blinding log above the signature: what told the group, if anything did, and what one would guess.

It is there only at the visits at which it is due and only for the person who owes it. It must not know the group.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame

from assessdesk.gui.fields.announcement import announce
from assessdesk.gui.forms.form_parts import ChoicePart, Option, TextPart
from assessdesk.gui.page_parts import add_action
from assessdesk.gui.review.card import card_column
from assessdesk.services import blinding

if TYPE_CHECKING:
    from assessdesk.domain.record import Record
    from assessdesk.gui.workspace import Refused, Workspace
    from assessdesk.services.desk import Desk


class BlindingPanel(QFrame):
    """The panel; hidden where nothing is due."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self.workspace = workspace
        self._participant = self._visit = ""
        plan, arms = workspace.read(lambda desk: (desk.in_force.conduct.blinding, desk.in_force.conduct.arms))
        language = workspace.language
        ways = tuple(Option(way.id, way.title.get(language)) for way in (plan.ways if plan else ()))
        self._way = ChoicePart(
            self.tr("Did anything tell you the group?"), (Option(blinding.NOTHING, self.tr("Nothing")), *ways)
        )
        guesses = tuple(Option(arm.id, arm.title.get(language)) for arm in arms)
        self._guess = ChoicePart(
            self.tr("Which group would you guess?"),
            (*guesses, Option(blinding.CANNOT_SAY, self.tr("I cannot say"))),
            note=self.tr("it is sealed at once; nobody here reads it"),
        )
        self._text = TextPart(self.tr("In a few words, if you like"), note=self.tr("without naming a group"))
        self.close_action = add_action(
            self, self.tr("Close the blinding log"), self._log, keys=("Alt+B",), short=self.tr("blinding log")
        )
        self._lay_out()
        self._way.accepted.connect(self._guess.take_focus)
        self._guess.accepted.connect(self._text.take_focus)
        self._text.accepted.connect(self._log)
        self.hide()

    def _lay_out(self) -> None:
        note = self.tr("once at this visit, before the signature")
        column = card_column(self, self.tr("Blinding log"), note, self.close_action)
        for part in (self._way, self._guess, self._text):
            column.addWidget(part)

    def show_visit(self, record: Record, visit: str) -> None:
        """Show the panel where the log of this visit is due."""
        if (record.participant, visit) != (self._participant, self._visit):
            self._clear()
        self._participant, self._visit = record.participant, visit
        due = self.workspace.read(lambda desk: blinding.log_due(desk, record, visit))
        self.setVisible(due)
        self.close_action.setEnabled(due)

    def _clear(self) -> None:
        for part in (self._way, self._guess):
            part.clear()
            part.show_finding(None)
        self._text.line().clear()

    def _log(self) -> None:
        way, guess, text = self._way.value(), self._guess.value(), self._text.value()
        for part in (self._way, self._guess):
            if not part.value():
                part.show_refused(self.tr("This is needed. Choose one."))
                return

        def log(desk: Desk) -> bool:
            blinding.log(desk, self._participant, self._visit, way=way, guess=guess, text=text)
            return True

        if self.workspace.perform(log, on_refused=self._on_refused):
            self._clear()
            announce(self, self.tr("The blinding log is closed"))

    def _on_refused(self, problem: Refused) -> None:
        part = self._text if problem.code == "TEXT_NAMES_ARM" else self._way
        part.show_refused(problem.sentence)
