"""Asks for the second identifier before a visit opens, and for a reason when today is outside its window.

It stands inline on a page. The use case decides what is refused; this panel only shows the sentence at the right field.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from assessdesk.gui.fields.announcement import announce
from assessdesk.gui.fields.buttons import ActionButton, ButtonKind, ButtonView
from assessdesk.gui.fields.text import Label
from assessdesk.gui.forms.form_parts import TextPart
from assessdesk.gui.look.theme import metrics
from assessdesk.gui.look.tokens import Ink
from assessdesk.gui.page import Destination
from assessdesk.services import assessments

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from assessdesk.gui.workspace import Refused, Workspace
    from assessdesk.services.desk import Desk


class OpeningPanel(QFrame):
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
        self._at = Destination(page="visit")
        sizes = metrics()
        self._title = Label(bold=True)
        self._why = Label(
            self.tr("Ask for the year of birth, and type what you hear. Nothing opens before it fits."),
            ink=Ink.MUTED,
            wrap=True,
        )
        self._year = TextPart(self.tr("Year of birth"), width=14)
        self._year.line().setMaxLength(4)
        self._reason = TextPart(self.tr("Reason for opening outside the window"))
        self._reason.hide()
        self._open = ActionButton(ButtonView(self.tr("Open visit"), ("Enter",), ButtonKind.PRIMARY))
        self._leave = ActionButton(ButtonView(self.tr("Leave closed"), ("Esc",), strong=False))
        words = QVBoxLayout()
        words.setSpacing(sizes.u(0.5))
        words.addWidget(self._title)
        words.addWidget(self._why)
        words.addStretch(1)
        fields = QVBoxLayout()
        fields.setSpacing(sizes.u(1))
        fields.addStretch(1)
        fields.addWidget(self._year)
        fields.addWidget(self._reason)
        row = QHBoxLayout(self)
        row.setContentsMargins(sizes.u(2), sizes.u(1.5), sizes.u(2), sizes.u(1.5))
        row.setSpacing(sizes.u(3))
        row.addLayout(words, 2)
        row.addLayout(fields, 3)
        for button in (self._leave, self._open):
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignBottom)
        self._year.accepted.connect(self._try)
        self._reason.accepted.connect(self._try)
        self._open.clicked.connect(self._try)
        self._leave.clicked.connect(self.leave)
        self.hide()

    def ask(self, *, participant: str, code: str, planned: str, visit_title: str) -> None:
        """Ask about one participant's planned visit."""
        self._at = Destination(page="visit", participant=participant, planned=planned)
        self._title.show_text(f"{code}, {visit_title}")
        self._year.line().clear()
        self._year.show_refused("")
        self._reason.line().clear()
        self._reason.show_refused("")
        self._reason.hide()
        self.setAccessibleName(self.tr("Second identifier of {code}").format(code=code))
        self.show()
        self._year.take_focus()
        announce(self, self.tr("Year of birth"))

    def leave(self) -> None:
        """Close the panel; nothing was opened."""
        self.hide()
        self.closed.emit()

    def _try(self) -> None:
        at, year, reason = self._at, self._year.value(), self._reason.value()

        def open_visit(desk: Desk) -> str:
            return assessments.open_visit(desk, at.participant, at.planned, birth_year=year, reason=reason)

        self._year.show_refused("")
        visit = self._workspace.perform(open_visit, on_refused=self._on_refused)
        if visit is not None:
            self.hide()
            self.visit_opened.emit(
                Destination(page="visit", participant=at.participant, visit=visit, planned=at.planned)
            )

    def _on_refused(self, refused: Refused) -> None:
        """Show the sentence where it belongs; outside the window a reason is asked for."""
        about_reason = refused.code == "OUTSIDE_WINDOW" or (self._reason.isVisible() and bool(self._reason.value()))
        if about_reason and refused.code != "SECOND_IDENTIFIER_DIFFERS":
            self._reason.show()
            self._reason.show_refused(refused.sentence)
        else:
            self._year.show_refused(refused.sentence)

    def event(self, event: QEvent) -> bool:
        """Take Esc before the page's own Esc does."""
        if event.type() == QEvent.Type.ShortcutOverride and getattr(event, "key", int)() == Qt.Key.Key_Escape:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves it closed."""
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        else:
            super().keyPressEvent(event)
