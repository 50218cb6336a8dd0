"""What the main window asks of every page: a title, the keys that work, a refresh, and wishes to go elsewhere.

A page shows state and does not own it; it must not know other pages.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from assessdesk.gui.workspace import Workspace


@dataclass(frozen=True, slots=True, kw_only=True)
class Destination:
    """Where a page wishes to go, by the name of a page of the main window; ids say about whom."""

    page: str
    participant: str = ""
    visit: str = ""
    planned: str = ""
    instrument: str = ""
    slot: str = ""


class Page(QWidget):
    """One page of the main window.

    Signals:
        leave_requested: a `Destination`.
        title_changed: the path that the header shows, as a tuple of words.
        keys_changed: the key bar should be built again from `key_actions`.
    """

    leave_requested = Signal(object)
    title_changed = Signal(object)
    keys_changed = Signal()

    refreshes_on: frozenset[str] = frozenset()

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        """Keep the door to the use cases."""
        super().__init__(parent)
        self.workspace = workspace

    def path(self) -> tuple[str, ...]:
        """Return the words of the header's path."""
        raise TypeError(type(self).__name__)

    def key_actions(self) -> Sequence[QAction]:
        """Return the actions whose keys work here, now, in the order in which the key bar shows them."""
        return [action for action in self.actions() if action.isEnabled()]

    def open(self, destination: Destination) -> None:
        """Show what a destination names, read afresh."""
        raise TypeError(destination)

    def refresh(self) -> None:
        """Read again what is shown."""
        raise TypeError(type(self).__name__)

    def busy(self) -> bool:
        """Say whether something runs that locking, leaving or closing must wait for (a timed trial)."""
        return False

    def must_stay_open(self) -> bool:
        """Say whether locking for want of a touch must wait; a page can allow it while it cannot be left otherwise."""
        return self.busy()

    def left_column(self) -> QWidget | None:
        """Return the widget for the left column, or None for the ordinary navigation."""
        return None
