"""Opens a visit that nobody planned: the second identifier, the reason, and what is to be done.

It stands inline on the participant page. The use case decides what is refused; this panel shows the sentence.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from assessdesk.domain.schedule import UNSCHEDULED
from assessdesk.gui.fields.announcement import announce
from assessdesk.gui.fields.buttons import ActionButton, ButtonKind, ButtonView
from assessdesk.gui.fields.finding_line import FindingLine
from assessdesk.gui.fields.text import Label
from assessdesk.gui.forms.form_parts import TextPart, refused
from assessdesk.gui.look.flow import FlowRow
from assessdesk.gui.look.theme import metrics
from assessdesk.gui.look.tokens import Ink
from assessdesk.gui.page import Destination
from assessdesk.services.unscheduled import offered, open_unscheduled

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from assessdesk.gui.workspace import Refused, Workspace
    from assessdesk.services.desk import Desk


class UnscheduledPanel(QFrame):
    """The panel; hidden until `ask` is called.

    Signals:
        visit_opened(Destination): The visit is open; go there.
        closed: Esc; nothing was opened.
    """

    visit_opened = Signal(object)
    closed = Signal()

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "card")
        self._workspace = workspace
        self._participant = ""
        sizes = metrics()
        self._title = Label(bold=True)
        self._year = TextPart(self.tr("Year of birth"), width=14)
        self._year.line().setMaxLength(4)
        self._reason = TextPart(self.tr("Reason for an unscheduled visit"))
        self._finding = FindingLine()
        self._open = ActionButton(ButtonView(self.tr("Open unscheduled visit"), ("Enter",), ButtonKind.PRIMARY))
        self._leave = ActionButton(ButtonView(self.tr("Leave closed"), ("Esc",), strong=False))
        fields = QHBoxLayout()
        fields.setSpacing(sizes.u(3))
        fields.addWidget(self._year)
        fields.addWidget(self._reason, 1)
        self._boxes = self._make_boxes()
        choice = FlowRow(sizes.u(1))
        for box in self._boxes.values():
            choice.addWidget(box)
        foot = QHBoxLayout()
        foot.setSpacing(sizes.u(2))
        words = self.tr("The safety screen comes first by itself when something asks for effort.")
        foot.addWidget(Label(words, ink=Ink.MUTED, wrap=True), 1)
        foot.addWidget(self._leave)
        foot.addWidget(self._open)
        column = QVBoxLayout(self)
        column.setContentsMargins(sizes.u(2), sizes.u(1.5), sizes.u(2), sizes.u(1.5))
        column.setSpacing(sizes.u(1))
        column.addWidget(self._title)
        column.addLayout(fields)
        column.addWidget(Label(self.tr("What is to be done"), bold=True))
        column.addLayout(choice)
        column.addWidget(self._finding)
        column.addLayout(foot)
        for part in (self._year, self._reason):
            part.accepted.connect(self._try)
        self._open.clicked.connect(self._try)
        self._leave.clicked.connect(self.leave)
        self.hide()

    def _make_boxes(self) -> dict[str, ActionButton]:
        """One button that stays pressed for each instrument that the study uses, by id."""
        language = self._workspace.language
        found: dict[str, ActionButton] = {}
        for one in self._workspace.read(offered):
            box = ActionButton(ButtonView(one.title.get(language), strong=False))
            box.setCheckable(True)
            found[one.id] = box
        return found

    def ask(self, *, participant: str, code: str) -> None:
        """Ask about one participant."""
        self._participant = participant
        self._title.show_text(self.tr("{code}, unscheduled visit").format(code=code))
        for part in (self._year, self._reason):
            part.line().clear()
            part.show_refused("")
        for box in self._boxes.values():
            box.setChecked(False)
        self._finding.show_finding(None)
        self.setAccessibleName(self.tr("Unscheduled visit of {code}").format(code=code))
        self.show()
        self._year.take_focus()
        announce(self, self.tr("Year of birth"))

    def leave(self) -> None:
        """Close the panel; nothing was opened."""
        self.hide()
        self.closed.emit()

    def _try(self) -> None:
        chosen = tuple(name for name, box in self._boxes.items() if box.isChecked())
        year, reason = self._year.value(), self._reason.value()

        def open_it(desk: Desk) -> str:
            return open_unscheduled(desk, self._participant, birth_year=year, reason=reason, instruments=chosen)

        for part in (self._year, self._reason):
            part.show_refused("")
        self._finding.show_finding(None)
        visit = self._workspace.perform(open_it, on_refused=self._on_refused)
        if visit is not None:
            self.hide()
            self.visit_opened.emit(
                Destination(page="visit", participant=self._participant, visit=visit, planned=UNSCHEDULED)
            )

    def _on_refused(self, found: Refused) -> None:
        """Show the sentence where it belongs."""
        if found.code == "SECOND_IDENTIFIER_DIFFERS":
            self._year.show_refused(found.sentence)
        elif found.code == "UNSCHEDULED_REASON_NEEDED":
            self._reason.show_refused(found.sentence)
        else:
            self._finding.show_finding(refused(self.tr("Not opened:"), found.sentence))
            first = next(iter(self._boxes.values()), None)
            if found.code == "UNSCHEDULED_BATTERY_NEEDED" and first is not None:
                first.setFocus(Qt.FocusReason.OtherFocusReason)

    def event(self, event: QEvent) -> bool:
        """Take Esc before the page's own Esc does."""
        if event.type() == QEvent.Type.ShortcutOverride and getattr(event, "key", int)() == Qt.Key.Key_Escape:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter on a box opens, Esc leaves it closed."""
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._try()
        else:
            super().keyPressEvent(event)
