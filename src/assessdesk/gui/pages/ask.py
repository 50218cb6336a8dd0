"""Raise a query: choose what it is about, write the question. It leads back to where one came from.

What may be asked, and in which words, is decided elsewhere.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from assessdesk.gui.fields.announcement import announce
from assessdesk.gui.fields.buttons import ActionButton, ButtonKind, ButtonView
from assessdesk.gui.fields.data_table import DataTable
from assessdesk.gui.fields.text import Label
from assessdesk.gui.fields.words_field import WordsField
from assessdesk.gui.look.theme import TypeRole, metrics
from assessdesk.gui.look.tokens import Ink
from assessdesk.gui.models import Column
from assessdesk.gui.page import Destination, Page
from assessdesk.gui.page_parts import PageHead, add_action, page_layout
from assessdesk.gui.review.query_words import about_words
from assessdesk.services import queries
from assessdesk.services.queries import About, AskPlace

if TYPE_CHECKING:
    from assessdesk.gui.workspace import Refused, Workspace
    from assessdesk.services.desk import Desk

RIGHT_WIDTH = 60


class AskPage(Page):
    """The page."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self._from = Destination(page="today")
        self._code = ""
        self.words = WordsField()
        self.places: DataTable[AskPlace] = DataTable(self.tr("What it is about"), self._columns(), row_height=3.75)
        self.places.row_chosen.connect(self._on_chosen)
        self.places.row_opened.connect(lambda _: self.words.take_focus())
        self._head = PageHead()
        add_action(self, self.tr("choose"), self._to_places, caps=("Up", "Down"))
        add_action(self, self.tr("write"), self.words.take_focus, caps=(self.tr("Enter"),))
        self._send = add_action(
            self, self.tr("Raise the query"), self._raise, keys=("Ctrl+Return", "Ctrl+Enter"), short=self.tr("ask")
        )
        add_action(self, self.tr("back"), self._back, keys=("Esc",), short=self.tr("back, nothing is asked"))
        self._lay_out()

    def _lay_out(self) -> None:
        sizes = metrics()
        card = QFrame()
        card.setProperty("kind", "card")
        card.setFixedWidth(sizes.u(RIGHT_WIDTH))
        column = QVBoxLayout(card)
        column.setContentsMargins(sizes.u(2), sizes.u(2), sizes.u(2), sizes.u(2))
        column.setSpacing(sizes.u(1.5))
        self._about = Label(bold=True, wrap=True)
        send = ActionButton(ButtonView(self._send.text(), kind=ButtonKind.PRIMARY))
        send.attach(self._send)
        note = self.tr("Write no name and no study group: everybody at the site reads this.")
        for widget in (self._about, self.words, Label(note, role=TypeRole.S, ink=Ink.MUTED, wrap=True), send):
            column.addWidget(widget)
        column.addStretch(1)
        row = QHBoxLayout()
        row.setSpacing(sizes.u(3))
        row.addWidget(self.places, 1)
        row.addWidget(card, 0, Qt.AlignmentFlag.AlignTop)
        layout = page_layout(self)
        layout.addWidget(self._head)
        layout.addLayout(row, 1)

    def _columns(self) -> tuple[Column[AskPlace], ...]:
        return (Column(self.tr("About"), about_words, 0, bold=lambda row: not row.about.slot),)

    def path(self) -> tuple[str, ...]:
        """The words of the header's path."""
        return (self.tr("Queries"), self._code, self.tr("Ask"))

    def open(self, destination: Destination) -> None:
        """Offer what can be asked about, the place one came from chosen."""
        self._from = destination
        row = self.workspace.read(lambda desk: desk.ledger.views.participant(destination.participant))
        self._code = row.code if row else ""
        self.refresh()
        wanted = About(visit=destination.visit, instrument=destination.instrument, slot=destination.slot)
        abouts = [place.about for place in self.places.rows_model().rows()]
        self.places.choose(abouts.index(wanted) if wanted in abouts else 0)
        self.words.clear()
        if wanted in abouts and wanted.slot:
            self.words.take_focus()
        else:
            self._to_places()

    def refresh(self) -> None:
        """Read again what can be asked about."""
        at, language = self._from, self.workspace.language
        rows = self.workspace.read(lambda desk: queries.places(desk, at.participant, at.visit, language=language))
        title = self.tr("Ask about {code}").format(code=self._code)
        self._head.show_words(title, self.tr("A query stays with the value until somebody else accepts the answer."))
        self.words.show_label(self.tr("The question"), self.tr("the site and central read this"))
        self.places.show_rows(rows)
        self._send.setEnabled(self.workspace.read(lambda desk: desk.may(queries.PERMISSION)))

    def _on_chosen(self, place: AskPlace) -> None:
        words = about_words(place)
        self._about.show_text(f"{place.visit_title}: {words}" if place.about.instrument else words)

    def _raise(self) -> None:
        """Have the question written; a refusal is said under it."""
        place, text, participant = self.places.chosen_row(), self.words.value(), self._from.participant
        if place is None:
            return

        def asked(desk: Desk) -> str:
            return queries.raise_query(desk, participant, place.about, text)

        if self.workspace.perform(asked, on_refused=self._on_refused):
            announce(self, self.tr("The query was raised."))
            self._back()

    def _on_refused(self, refused: Refused) -> None:
        self.words.show_refused(refused.sentence)

    def _to_places(self) -> None:
        self.places.setFocus(Qt.FocusReason.OtherFocusReason)

    def _back(self) -> None:
        page = "review" if self._from.visit else "participant"
        self.leave_requested.emit(Destination(page=page, participant=self._from.participant, visit=self._from.visit))
