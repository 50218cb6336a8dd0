"""A form that takes the place of a page's content while something is stated, with its button at the head.

It knows how it is laid out and where a refused sentence goes; it must not know what is stated.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from assessdesk.gui.fields.buttons import ActionButton, ButtonKind, ButtonView
from assessdesk.gui.fields.finding_line import FindingLine
from assessdesk.gui.fields.text import Label
from assessdesk.gui.forms.form_parts import FormPart, refused
from assessdesk.gui.look.theme import metrics

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QAction

    from assessdesk.gui.workspace import Refused, Workspace


class InlineForm(QFrame):
    """The form; hidden until a page shows it. Whoever derives fills `column` and overrides `record`.

    Signals:
        recorded: What was stated is on disk, or nothing had changed.
    """

    recorded = Signal()

    def __init__(self, workspace: Workspace, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "card")
        self.workspace = workspace
        self.finding = FindingLine()
        sizes = metrics()
        self.title = Label(title, bold=True)
        self._head = QHBoxLayout()
        self._head.addWidget(self.title, 1)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(sizes.u(2), sizes.u(1.5), sizes.u(2), sizes.u(1.5))
        outer.addLayout(self._head)
        outer.addWidget(self.finding)
        outer.addWidget(self._scroll, 1)
        self.setMinimumHeight(sizes.u(40))
        self.hide()

    def attach(self, action: QAction) -> None:
        """Put the button of an action at the head."""
        button = ActionButton(ButtonView(action.text(), kind=ButtonKind.PRIMARY))
        button.attach(action)
        self._head.addWidget(button)

    def show_parts(self, parts: Sequence[QWidget]) -> None:
        """Show these parts, top to bottom; Enter leads from one to the next and at the end records."""
        body = QWidget()
        body.setProperty("kind", "plain")
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, metrics().u(1), 0)
        column.setSpacing(metrics().u(1.5))
        for part in parts:
            column.addWidget(part)
        column.addStretch(1)
        self._scroll.setWidget(body)
        self.finding.show_finding(None)
        self.chain([part for part in parts if isinstance(part, FormPart)])

    def chain(self, fields: Sequence[FormPart]) -> None:
        """Let Enter lead from one field to the next, and from the last one record."""
        for before, following in zip(fields, (*fields[1:], None), strict=True):
            before.accepted.connect(self.record if following is None else following.take_focus)

    def record(self) -> None:
        """State what was filled in."""
        raise TypeError(type(self).__name__)

    def show_refused(self, problem: Refused, part: FormPart | None = None) -> None:
        """Show a refused sentence under its part, else at the head."""
        if part is not None:
            part.show_refused(problem.sentence)
        else:
            self.finding.show_finding(refused(self.tr("Not changed."), problem.sentence))
