"""How far an export has got: named steps, per cent, Cancel; at the end what happened and that nothing is lost."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from assessdesk.gui.fields.announcement import announce
from assessdesk.gui.fields.buttons import ActionButton, ButtonView
from assessdesk.gui.fields.finding_line import FindingLine, FindingView
from assessdesk.gui.fields.status_badge import StatusBadge
from assessdesk.gui.fields.text import Label
from assessdesk.gui.look.theme import TypeRole, metrics
from assessdesk.gui.look.tokens import Ink

if TYPE_CHECKING:
    from assessdesk.gui.fields.status_badge import StateView


@dataclass(frozen=True, slots=True)
class ExportView:
    """What is shown.

    Attributes:
        title: "Package S01-A-0043".
        detail: "37 entries, for central and the site escrow key".
        per_cent: 0 to 100.
        steps: The steps with their states, first to last.
        can_cancel: Whether Cancel does anything now.
        trouble: What happened, that nothing was lost, what to do next; None while all is well.
    """

    title: str
    detail: str
    per_cent: int
    steps: tuple[StateView, ...]
    can_cancel: bool = True
    trouble: FindingView | None = None


class ExportProgress(QFrame):
    """The card.

    Signals:
        cancel_requested(): Cancel was pressed.

    `show_view(view)` shows how far it is; `None` hides it.
    """

    cancel_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "card")
        sizes = metrics()
        self._title = Label(bold=True)
        self._detail = Label(ink=Ink.MUTED)
        self._per_cent = Label(role=TypeRole.L, bold=True)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(self.tr("Export progress"))
        self._steps = QHBoxLayout()
        self._steps.setSpacing(sizes.u(3))
        self._cancel = ActionButton(ButtonView(self.tr("Cancel"), (self.tr("Esc"),)))
        self._cancel.clicked.connect(self.cancel_requested)
        self._finding = FindingLine()
        self._said = ""
        head = QHBoxLayout()
        head.setSpacing(sizes.u(1))
        head.addWidget(self._title)
        head.addWidget(self._detail, 1)
        head.addWidget(self._per_cent)
        lines = QVBoxLayout()
        lines.setSpacing(sizes.u(0.75))
        lines.addLayout(head)
        lines.addWidget(self._bar)
        lines.addLayout(self._steps)
        lines.addWidget(self._finding)
        outer = QHBoxLayout(self)
        outer.setContentsMargins(sizes.u(3), sizes.u(2), sizes.u(3), sizes.u(2))
        outer.setSpacing(sizes.u(2))
        outer.addLayout(lines, 1)
        outer.addWidget(self._cancel)
        self.hide()

    def show_view(self, view: ExportView | None) -> None:
        """Show how far it is; a new step and trouble are announced, per cents are not."""
        self.setVisible(view is not None)
        if view is None:
            return
        self._title.show_text(view.title)
        self._detail.show_text(view.detail)
        self._per_cent.show_text(self.tr("{0} %").format(view.per_cent))
        self._bar.setValue(view.per_cent)
        self._cancel.setEnabled(view.can_cancel)
        while (item := self._steps.takeAt(0)) is not None:
            gone = item.widget()
            if gone is not None:
                gone.deleteLater()
        for step in view.steps:
            self._steps.addWidget(StatusBadge(step, role=TypeRole.S))
        self._steps.addStretch(1)
        if view.trouble != self._finding.finding():
            self._finding.show_finding(view.trouble)
        current = ", ".join(step.said() for step in view.steps if step.bold)
        self.setAccessibleName(view.title)
        if current and current != self._said:
            announce(self, current)
        self._said = current
