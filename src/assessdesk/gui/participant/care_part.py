"""The care facts of a participant as choices and one note: what one must know before touching them.

Used where someone is enrolled and where the facts are changed. It must not know what follows from them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from assessdesk.domain.events import CareFacts
from assessdesk.gui.fields.buttons import ActionButton, ButtonKind, ButtonView
from assessdesk.gui.fields.finding_line import FindingLine
from assessdesk.gui.fields.text import Label
from assessdesk.gui.forms.form_parts import ChoicePart, FormPart, Option, TextPart, refused
from assessdesk.gui.look.theme import metrics
from assessdesk.gui.page_parts import side_words
from assessdesk.services import enrolment

if TYPE_CHECKING:
    from PySide6.QtGui import QAction

    from assessdesk.gui.workspace import Refused, Workspace
    from assessdesk.services.desk import Desk

SIDES = ("none", "right", "left", "both")


class CarePart(QWidget):
    """Four sides and a note; `value()` is the care facts, `parts()` the fields in order."""

    accepted = Signal()

    def __init__(self, *, columns: int = 1) -> None:
        super().__init__()
        options = tuple(Option(side, side_words(side)) for side in SIDES)
        self._surgery = ChoicePart(self.tr("Side of surgery"), options, value="none")
        self._lymphoedema = ChoicePart(self.tr("Lymphoedema"), options, value="none")
        self._line = ChoicePart(self.tr("Port or line"), options, value="none")
        self._restricted = ChoicePart(
            self.tr("Arm that must not be tested"), options, value="none", note=self.tr("its trials become ND07")
        )
        self._note = TextPart(self.tr("Note"), note=self.tr("no names, no numbers of identity"))
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(metrics().u(3))
        grid.setVerticalSpacing(metrics().u(1.5))
        parts = self.parts()
        for place, (part, following) in enumerate(zip(parts, (*parts[1:], None), strict=True)):
            span = columns if part is self._note else 1
            grid.addWidget(part, place // columns, place % columns, 1, span)
            part.accepted.connect(following.take_focus if following is not None else self.accepted)
        self.setFocusProxy(self._surgery)

    def parts(self) -> tuple[FormPart, ...]:
        """The fields, top to bottom."""
        return (self._surgery, self._lymphoedema, self._line, self._restricted, self._note)

    def value(self) -> CareFacts:
        """What is stated."""
        return CareFacts(
            surgery_side=self._surgery.value(),
            lymphoedema_side=self._lymphoedema.value(),
            line_side=self._line.value(),
            restricted_side=self._restricted.value(),
            note=self._note.value(),
        )

    def show_value(self, care: CareFacts) -> None:
        """Show stated facts."""
        self._surgery.choose(care.surgery_side)
        self._lymphoedema.choose(care.lymphoedema_side)
        self._line.choose(care.line_side)
        self._restricted.choose(care.restricted_side)
        self._note.line().setText(care.note)

    def show_refused(self, sentence: str) -> None:
        """Show a sentence about the note."""
        self._note.show_refused(sentence)


class CareForm(QFrame):
    """The inline form with which care facts are stated anew, with a reason; `attach(action)` gives it its button.

    Signals:
        recorded: The change is on disk (or nothing had changed).
    """

    recorded = Signal()

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "card")
        self._workspace = workspace
        self._participant = ""
        self._care = CarePart(columns=2)
        self._reason = TextPart(self.tr("Reason for the change"))
        self._refused = FindingLine()
        body = QWidget()
        body.setProperty("kind", "plain")
        inner = QVBoxLayout(body)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(metrics().u(1.5))
        for widget in (self._care, self._reason, self._refused):
            inner.addWidget(widget)
        inner.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(body)
        sizes = metrics()
        self._head = QHBoxLayout()
        self._head.addWidget(Label(self.tr("Care facts"), bold=True), 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(sizes.u(2), sizes.u(1.5), sizes.u(2), sizes.u(1.5))
        column.addLayout(self._head)
        column.addWidget(scroll, 1)
        self.setMinimumHeight(sizes.u(40))
        self._care.accepted.connect(self._reason.take_focus)
        self._reason.accepted.connect(self.record)
        self.hide()

    def attach(self, action: QAction) -> None:
        """Put the button of an action at the head."""
        button = ActionButton(ButtonView(action.text(), kind=ButtonKind.PRIMARY))
        button.attach(action)
        self._head.addWidget(button)

    def ask(self, participant: str, care: CareFacts) -> None:
        """Begin with the facts as they are stated now."""
        self._participant = participant
        self._care.show_value(care)
        self._reason.line().clear()
        self._reason.show_refused("")
        self._refused.show_finding(None)
        self._care.parts()[0].take_focus()

    def record(self) -> None:
        """State the facts anew."""
        participant, care, reason = self._participant, self._care.value(), self._reason.value()
        self._reason.show_refused("")
        self._refused.show_finding(None)

        def change(desk: Desk) -> bool:
            enrolment.change_care(desk, participant, care, reason=reason)
            return True

        if self._workspace.perform(change, on_refused=self._on_refused):
            self.recorded.emit()

    def _on_refused(self, problem: Refused) -> None:
        if problem.code == "REASON_NEEDED":
            self._reason.show_refused(problem.sentence)
        else:
            self._refused.show_finding(refused(self.tr("Not changed."), problem.sentence))
