"""The unusual values of a form, asked about one at a time; the reasons that were given go with the next request.

A reason holds for the values that stood there: after an edit everything is asked anew. It must not know the form.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from assessdesk.domain.confirmations import Confirmation
from assessdesk.gui.forms.confirm_line import ConfirmLine
from assessdesk.gui.programme.words import question, reason_code
from assessdesk.services.typed_numbers import named

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from assessdesk.domain.checks import Finding
    from assessdesk.gui.fields.finding_line import ChosenReason
    from assessdesk.gui.workspace import Workspace


class Questions(QObject):
    """What is asked in the line of one form.

    Signals:
        answered(): A reason was given; the form asks again for what stands in it to be written.
        dropped(str): The question was left; the name of the field that it was about, or nothing.
    """

    answered = Signal()
    dropped = Signal(str)

    def __init__(self, workspace: Workspace, owner: QWidget) -> None:
        super().__init__(owner)
        self._workspace = workspace
        self._asked: Finding | None = None
        self.given: tuple[Confirmation, ...] = ()
        self.line = ConfirmLine()
        self.line.confirmed.connect(self._on_confirmed)
        self.line.dropped.connect(self.drop)

    def begin(self) -> None:
        """Forget everything: another form is shown."""
        self._asked = None
        self.forget()
        self.line.show_finding(None)

    def ask(self, finding: Finding, label: str) -> None:
        """Ask about an unusual value."""
        self._asked = finding
        self.line.ask(question(self._workspace, finding, label))

    def waiting(self) -> bool:
        """Say whether a question waits for a reason."""
        return self._asked is not None

    def forget(self) -> None:
        """Forget the reasons: another value stands there."""
        self.given = ()

    def drop(self) -> None:
        """Leave the question and say which field it was about."""
        about = self._asked.field if self._asked is not None else ""
        self.begin()
        self.dropped.emit(about)

    def _on_confirmed(self, chosen: ChosenReason) -> None:
        asked, self._asked = self._asked, None
        if asked is not None:
            code = reason_code(self._workspace, chosen.reason.digit)
            self.given = (*self.given, Confirmation(finding=named(asked), reason=code, text=chosen.words))
            self.line.show_finding(None)
            self.answered.emit()
