"""What central needs to enrol this station: its fingerprint to read out and its card to save as a file.

The file's place is chosen through `choose_file`, which tests replace. It must not know what stands in a card.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QDir, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QFrame, QHBoxLayout, QVBoxLayout

from assessdesk.gui.fields.buttons import ActionButton, ButtonView
from assessdesk.gui.fields.finding_line import FindingKind, FindingView
from assessdesk.gui.fields.status_badge import StateView, StatusBadge
from assessdesk.gui.fields.text import Label
from assessdesk.gui.forms.form_parts import refused
from assessdesk.gui.look.states import VisualState
from assessdesk.gui.look.theme import TypeRole, metrics
from assessdesk.gui.look.tokens import Ink
from assessdesk.services import courier

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QAction

    from assessdesk.gui.workspace import Workspace
    from assessdesk.services.desk import Desk


class StationCardPanel(QFrame):
    """The panel: `refresh()` reads it afresh, `attach(action)` gives the button its key, `save()` is what it does.

    It hides from a person who may not export.

    Attributes:
        choose_file: Asks where the card goes; answers a path or nothing.

    Signals:
        told: a `FindingView` with what came of saving.
    """

    told = Signal(object)

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        self.choose_file: Callable[[], str] = self._ask_file
        self.setProperty("kind", "card")
        self._title = Label(self.tr("Fingerprint of this station"), role=TypeRole.S, ink=Ink.MUTED)
        self._groups = Label(role=TypeRole.L, bold=True)
        self._state = StatusBadge(StateView(VisualState.NOT_AT_CENTRAL))
        self._sentence = Label(ink=Ink.MUTED, wrap=True)
        self._button = ActionButton(ButtonView(self.tr("Save station card")))
        self._lay_out()

    def _lay_out(self) -> None:
        sizes = metrics()
        # A fingerprint is read aloud letter by letter: it must never be shortened.
        self._groups.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        known = QVBoxLayout()
        known.setSpacing(0)
        known.addWidget(self._title)
        known.addWidget(self._groups)
        words = QVBoxLayout()
        words.setSpacing(sizes.u(0.5))
        words.addWidget(self._state)
        words.addWidget(self._sentence)
        row = QHBoxLayout(self)
        row.setContentsMargins(sizes.u(2), sizes.u(1), sizes.u(2), sizes.u(1))
        row.setSpacing(sizes.u(3))
        row.addLayout(known)
        row.addLayout(words, 1)
        row.addWidget(self._button, 0, Qt.AlignmentFlag.AlignVCenter)

    def attach(self, action: QAction) -> None:
        """Let the button do an action and show its key."""
        self._button.attach(action)

    def refresh(self) -> bool:
        """Read fingerprint and standing afresh; answers whether the person may save the card."""
        may = not self._workspace.practice and self._workspace.read(lambda desk: desk.may("export"))
        self.setVisible(may)
        if not may:
            return False
        groups = self._workspace.read(courier.fingerprint)
        self._groups.show_text(groups)
        self._groups.setAccessibleName(self.tr("Fingerprint {groups}").format(groups=groups))
        if self._workspace.read(lambda desk: bool(desk.ledger.views.receipts())):
            self._state.show_state(StateView(VisualState.AT_CENTRAL, self.tr("Central knows this station")))
            self._sentence.show_text(self.tr("Its receipts have come back. The card can be saved again at any time."))
        else:
            self._state.show_state(StateView(VisualState.NOT_AT_CENTRAL, self.tr("No receipt of central yet")))
            self._sentence.show_text(
                self.tr(
                    "Central takes packages only from stations that it has enrolled. Bring the card to the data "
                    "manager one way, and read the fingerprint aloud another way, such as by telephone."
                )
            )
        return True

    def _ask_file(self) -> str:
        name = self._workspace.read(lambda desk: f"station-card-{desk.facts.station}.json")
        # Nothing is ever overwritten, so the dialog need not ask for it.
        return QFileDialog.getSaveFileName(
            self,
            self.tr("Save station card"),
            QDir.home().filePath(name),
            self.tr("Station card (*.json)"),
            options=QFileDialog.Option.DontConfirmOverwrite,
        )[0]

    def save(self) -> None:
        """Ask for a place and write the card there; what came of it is told."""
        chosen = self.choose_file()
        if not chosen:
            return
        path = Path(chosen)

        def hand(desk: Desk) -> str:
            return courier.hand_card(desk, path)

        groups = self._workspace.perform(
            hand, on_refused=lambda problem: self.told.emit(refused(self.tr("Not saved:"), problem.sentence))
        )
        if groups is not None:
            words = self.tr("{file}. Bring it to the data manager, and read the fingerprint aloud: {groups}.")
            sentence = words.format(file=path.name, groups=groups)
            self.told.emit(FindingView(FindingKind.NOTE, self.tr("Saved:"), sentence))
