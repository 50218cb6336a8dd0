"""States that a participant consented anew: the day and the version.

Which versions count is the use case's to say. It must not know when consent is due.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from assessdesk.gui.forms.form_parts import ChoicePart, FormPart, Option, TextPart
from assessdesk.gui.forms.inline_form import InlineForm
from assessdesk.services.consent import give_consent

if TYPE_CHECKING:
    from assessdesk.domain.study import Study
    from assessdesk.gui.workspace import Refused, Workspace
    from assessdesk.services.desk import Desk


def version_part(study: Study) -> FormPart:
    """A choice of the study's versions of the consent form, or a line where the study lists none."""
    title = QCoreApplication.translate("Consent", "Version of the consent form")
    versions = sorted(study.conduct.consent_versions, key=lambda version: version.valid_from)
    return ChoicePart(title, [Option(each.id, each.id) for each in versions]) if versions else TextPart(title)


class ConsentForm(InlineForm):
    """The form: `ask(participant)` begins empty."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace, QCoreApplication.translate("Consent", "Consent given anew"))
        self._participant = ""

    def ask(self, participant: str) -> None:
        """Begin anew for a participant."""
        self._participant = participant
        self._day = TextPart(self.tr("Day of consent"), note=self.tr("such as 2025-11-18"), width=24)
        self._version = version_part(self.workspace.read(lambda desk: desk.in_force))
        self.show_parts([self._day, self._version])
        self._day.take_focus()

    def record(self) -> None:
        """State the consent."""
        participant, day, version = self._participant, self._day.value(), self._version.value()

        def give(desk: Desk) -> bool:
            give_consent(desk, participant, day, version=version)
            return True

        if self.workspace.perform(give, on_refused=self._on_refused):
            self.recorded.emit()

    def _on_refused(self, problem: Refused) -> None:
        about = self._version if problem.code.startswith("CONSENT_VERSION") else self._day
        self.show_refused(problem, None if problem.code == "NOT_PERMITTED" else about)
