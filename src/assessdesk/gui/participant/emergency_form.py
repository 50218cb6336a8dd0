"""Emergency unblinding: whom the group of a participant is told and why, confirmed with the passphrase once more.

The group comes back once, after the fact is written. It must not know how a box is opened.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from assessdesk.gui.forms.form_parts import TextPart
from assessdesk.gui.forms.inline_form import InlineForm
from assessdesk.gui.look.theme import metrics
from assessdesk.services import allocation

HEIGHT = 58
"""Four fields with a finding under one of them, so that nothing that was refused has to be scrolled to."""

if TYPE_CHECKING:
    from assessdesk.gui.workspace import Refused, Workspace
    from assessdesk.services.allocation import AllocationState
    from assessdesk.services.desk import Desk


class EmergencyForm(InlineForm):
    """The form: `ask(row)` begins with today and nothing else filled in, `forget()` empties it.

    Signals:
        opened(str, str): The fact is on disk; the arm, and whom it is told.
    """

    opened = Signal(str, str)

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace, "")
        self._row: AllocationState | None = None
        self.date = TextPart(self.tr("Day"), note=self.tr("such as 2025-11-18"), width=24)
        self.told = TextPart(self.tr("Who is told"), note=self.tr("a code or a function, no name"))
        self.reason = TextPart(self.tr("Why it is an emergency"), note=self.tr("without naming a group"))
        self.passphrase = TextPart(self.tr("Your passphrase"), secret=True, width=48)
        self._parts = {
            "date": self.date,
            "told": self.told,
            "reason": self.reason,
            "passphrase": self.passphrase,
        }
        self.show_parts(tuple(self._parts.values()))
        self.setMinimumHeight(metrics().u(HEIGHT))

    def ask(self, row: AllocationState) -> None:
        """Begin anew for a participant."""
        self.forget()
        self._row = row
        words = self.tr(
            "Emergency unblinding of {code}. It is recorded before the group is shown, and cannot be undone."
        )
        self.title.show_text(words.format(code=row.code))
        self.date.line().setText(self.workspace.read(lambda desk: desk.clock.now().date()).isoformat())
        self.show()
        self.told.take_focus()

    def forget(self) -> None:
        """Hide the form with nothing left in it."""
        self._row = None
        self.finding.show_finding(None)
        for part in self._parts.values():
            part.line().clear()
            part.show_finding(None)
        self.hide()

    def record(self) -> None:
        """Record the unblinding and hand on the arm."""
        row = self._row
        if row is None:
            return
        given = {name: part.value() for name, part in self._parts.items()}
        self.passphrase.line().clear()

        def tell(desk: Desk) -> str:
            return allocation.record_unblinding(desk, row.participant, **given)

        arm = self.workspace.perform(tell, on_refused=self._on_refused)
        if arm is not None:
            told = given["told"]
            self.forget()
            self.opened.emit(arm, told)

    def _on_refused(self, problem: Refused) -> None:
        about = problem.arguments.get("field") or problem.arguments.get("what", "")
        self.show_refused(problem, self._parts.get(about))
