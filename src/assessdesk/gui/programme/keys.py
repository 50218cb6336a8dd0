"""The keys that lead from a participant to their sessions and calls, for those who may know of them.

To everybody else a page with these keys is the same for every participant. It must not know what the pages behind show.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from assessdesk.gui.page import Destination
from assessdesk.gui.page_parts import add_action
from assessdesk.services.programme_access import applies

if TYPE_CHECKING:
    from collections.abc import Callable

    from assessdesk.domain.record import Record
    from assessdesk.gui.page import Page


class ProgrammeKeys:
    """The two keys of one page. `offer(record)` enables those that apply, `rest()` none."""

    def __init__(self, page: Page) -> None:
        translate = QCoreApplication.translate
        self._page = page
        self._participant = ""
        self._sessions = add_action(
            page, translate("Programme", "exercise sessions"), self._going("programme"), keys=("E",)
        )
        self._calls = add_action(
            page, translate("Programme", "telephone follow-ups"), self._going("calls"), keys=("F",)
        )
        self.rest()

    def offer(self, record: Record) -> None:
        """Enable what there is for a participant and may be seen."""
        self._participant = record.participant
        read = self._page.workspace.read
        self._sessions.setEnabled(read(lambda desk: applies(desk, record, "sessions")))
        self._calls.setEnabled(read(lambda desk: applies(desk, record, "calls")))

    def rest(self) -> None:
        """Let the keys be letters, while something is typed."""
        for action in (self._sessions, self._calls):
            action.setEnabled(False)

    def _going(self, page: str) -> Callable[[], None]:
        def go() -> None:
            self._page.leave_requested.emit(Destination(page=page, participant=self._participant))

        return go
