"""Queries: the list at the left, at the right what happened to the value and what was said, and the answer under it.

It shows what the services found; who may say what is decided there. It must not know how a query travels.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from assessdesk.domain.conduct import QueryStand
from assessdesk.domain.querying import CENTRAL
from assessdesk.gui.audit.words import change_words, kind_words, reason_words, who_words
from assessdesk.gui.fields.announcement import announce
from assessdesk.gui.fields.buttons import ActionButton, ButtonKind, ButtonView
from assessdesk.gui.fields.data_table import DataTable
from assessdesk.gui.fields.filter_bar import FilterBar, FilterView
from assessdesk.gui.fields.query_list import QueryList, QueryRow
from assessdesk.gui.fields.text import Label
from assessdesk.gui.fields.words_field import WordsField
from assessdesk.gui.look.theme import metrics
from assessdesk.gui.look.tokens import Ink
from assessdesk.gui.models import Column
from assessdesk.gui.page import Destination, Page
from assessdesk.gui.page_parts import PageHead, add_action, moment, page_layout
from assessdesk.gui.review.query_words import STATES, origin_words, row_of
from assessdesk.services import queries
from assessdesk.services.audit import AuditRow

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QAction, QResizeEvent

    from assessdesk.gui.workspace import Refused, Workspace
    from assessdesk.services.desk import Desk
    from assessdesk.services.queries import QueryLine, Thread

RIGHT_WIDTH, NARROW_RIGHT = 70, 52
NARROW_BELOW = 130
"""Width of the page, in units, below which the queries at the left need more room."""
ALL, MINE = "all", "mine"
LETTERS = {QueryStand.OPEN: "O", QueryStand.ANSWERED: "W", QueryStand.CLOSED: "D", MINE: "M", ALL: "A"}


class QueriesPage(Page):
    """The page."""

    refreshes_on = frozenset({"query", "receipt"})

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self._lines: tuple[QueryLine, ...] = ()
        self._thread: Thread | None = None
        self._filter = ALL
        self._back_to = Destination(page="today")
        self.filters = FilterBar(self.tr("Which queries"))
        self.filters.filter_chosen.connect(lambda view: self._choose_filter(view.key))
        self.list = QueryList()
        self.list.item_chosen.connect(self._show_thread)
        self.list.item_requested.connect(self._take_up)
        self._empty = Label(ink=Ink.MUTED, wrap=True)
        self._empty.setMargin(metrics().u(2))
        self._asked = Label(wrap=True)
        self._said = Label(wrap=True)
        self.trail = DataTable[AuditRow](self.tr("What happened"), self._columns(), row_height=5.5, note=self._note)
        self.trail.row_chosen.connect(lambda row: self._said.show_text(self._note(row)))
        self.words = WordsField()
        self._head = PageHead()
        self._make_actions()
        self._lay_out()

    def _make_actions(self) -> None:
        add_action(self, self.tr("choose"), self._to_list, caps=("Up", "Down"))
        add_action(self, self.tr("write"), self.words.take_focus, caps=(self.tr("Enter"),))
        self._send = add_action(
            self, self.tr("Send answer"), self._answer, keys=("Ctrl+Return", "Ctrl+Enter"), short=self.tr("send answer")
        )
        self._correct = add_action(
            self, self.tr("Correct the value"), self._jump, keys=("Alt+C",), short=self.tr("correct")
        )
        self._close = add_action(self, self.tr("Close"), self._accept, keys=("Alt+L",), short=self.tr("close it"))
        self._reopen = add_action(
            self, self.tr("Open again"), self._open_again, keys=("Alt+R",), short=self.tr("open again")
        )
        self._new = add_action(self, self.tr("Ask"), self._ask, keys=("Alt+N",), short=self.tr("ask anew"))
        self._filter_actions = [
            add_action(
                self, self._filter_words(key), self._choosing(key), keys=(f"Alt+{letter}",), short=self.tr("filter")
            )
            for key, letter in LETTERS.items()
        ]
        add_action(self, self.tr("back"), self._back, keys=("Esc",))

    def _lay_out(self) -> None:
        sizes = metrics()
        left = QFrame()
        left.setProperty("kind", "card")
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._empty)
        column.addWidget(self.list, 1)
        self._right = QWidget()
        self._right.setFixedWidth(sizes.u(RIGHT_WIDTH))
        beside = QVBoxLayout(self._right)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.setSpacing(sizes.u(1.5))
        beside.addWidget(self._asked)
        beside.addWidget(self.trail, 100)
        beside.addWidget(self._said)
        beside.addStretch(1)
        beside.addWidget(self.words)
        self._decisions = self._buttons(self._reopen, self._close)
        beside.addWidget(self._buttons(self._correct, self._send))
        beside.addWidget(self._decisions)
        row_of_all = QHBoxLayout()
        row_of_all.setSpacing(sizes.u(3))
        row_of_all.addWidget(left, 1)
        row_of_all.addWidget(self._right)
        layout = page_layout(self)
        layout.addWidget(self._head)
        layout.addWidget(self.filters)
        layout.addLayout(row_of_all, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the list its room in a narrow window."""
        super().resizeEvent(event)
        sizes = metrics()
        narrow = self.width() < sizes.u(NARROW_BELOW)
        self._right.setFixedWidth(sizes.u(NARROW_RIGHT if narrow else RIGHT_WIDTH))

    def _buttons(self, plain: QAction, strong: QAction) -> QWidget:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(metrics().u(2))
        for action in (plain, strong):
            kind = ButtonKind.PRIMARY if action is self._send else ButtonKind.PLAIN
            button = ActionButton(ButtonView(action.text(), kind=kind))
            button.attach(action)
            row.addWidget(button)
            if action is plain:
                row.addStretch(1)
        return holder

    def _columns(self) -> tuple[Column[AuditRow], ...]:
        return (
            Column(self.tr("When"), lambda row: moment(row.at, self.workspace.language, year=False), 15),
            Column(self.tr("Who"), who_words, 10),
            Column(self.tr("What"), kind_words, 21),
            Column(self.tr("Old to new"), change_words, bold=lambda _: True),
        )

    def _note(self, row: AuditRow) -> str:
        if row.kind == "query.raised":
            return ""  # the question stands above, in the language of the screen
        reasons = self.workspace.read(lambda desk: desk.library.reasons)
        return reason_words(row, reasons, self.workspace.language)

    def _filter_words(self, key: str) -> str:
        words = {
            QueryStand.OPEN: self.tr("Open"),
            QueryStand.ANSWERED: self.tr("Answered"),
            QueryStand.CLOSED: self.tr("Closed"),
            MINE: self.tr("Mine"),
        }
        return words.get(key, self.tr("All"))

    # -- what is shown ------------------------------------------------------------------------------------------------

    def path(self) -> tuple[str, ...]:
        """The words of the header's path."""
        return (self.tr("Queries"),)

    def open(self, destination: Destination) -> None:
        """Show the queries; of a participant's, begin with the first that waits."""
        visit = "review" if destination.visit else "participant"
        self._back_to = Destination(page="today")
        if destination.participant:
            self._back_to = Destination(page=visit, participant=destination.participant, visit=destination.visit)
        self._filter = ALL
        self.words.clear()
        self.refresh()
        theirs = [row.key for row in self.list.items() if self._line(row.key).participant == destination.participant]
        if theirs:
            self._choose(theirs[0])
        self._to_list()

    def refresh(self) -> None:
        """Read the queries again; the one that was shown stays."""
        self._lines = self.workspace.read(lambda desk: queries.lines(desk, language=self.workspace.language))
        self._new.setEnabled(bool(self._lines) and self.workspace.read(lambda desk: desk.may(queries.PERMISSION)))
        waiting = len(self._of(QueryStand.OPEN))
        title = self.tr("{count} queries need an answer").format(count=waiting) if waiting else self.tr("Queries")
        if waiting == 1:
            title = self.tr("1 query needs an answer")
        sentence = self.tr("A query asks about a value. Answer it, or correct the value with a reason.")
        self._head.show_words(title, sentence)
        if not self._of(self._filter):
            self._filter = ALL
        self.filters.show_filters([self._view(key) for key in LETTERS], self._filter)
        self._show_list()

    def _view(self, key: str) -> FilterView:
        state = STATES[QueryStand(key)] if key in set(QueryStand) else None
        return FilterView(key, self._filter_words(key), len(self._of(key)), f"Alt {LETTERS[key]}", state)

    def _of(self, key: str) -> list[QueryLine]:
        if key == MINE:
            return [line for line in self._lines if line.mine]
        return [line for line in self._lines if key in {ALL, line.stand}]

    def _show_list(self) -> None:
        before = self._thread.line.query if self._thread else ""
        now = self.workspace.read(lambda desk: desk.clock.now())
        rows = [row_of(line, now) for line in self._of(self._filter)]
        self.list.show_items(rows)
        self.list.setVisible(bool(rows))
        self._right.setVisible(bool(rows))
        self._empty.setVisible(not rows)
        self._empty.show_text(self.tr("Nobody has asked anything. A value in a review is asked about with Alt Q."))
        self._thread = None
        if rows:
            keys = [row.key for row in rows]
            self._choose(before if before in keys else keys[0])
        else:
            self._enable()

    def _choose(self, query: str) -> None:
        keys = [row.key for row in self.list.items()]
        self.list.show_current(keys.index(query))

    def _line(self, query: str) -> QueryLine:
        return next(line for line in self._lines if line.query == query)

    def _show_thread(self, row: QueryRow) -> None:
        """Show what was said, and what happened to the value."""
        line = self._line(row.key)
        if self._thread is not None and self._thread.line.query != line.query:
            self.words.clear()
        shown = self.workspace.read(lambda desk: queries.thread(desk, line, language=self.workspace.language))
        self._thread = shown
        asked = self.tr("{number}, asked by {who}").format(number=line.number, who=origin_words(line))
        self._asked.show_lead(asked, line.text)
        self.trail.show_rows(shown.rows)
        self._said.show_text("")
        if shown.rows:
            self.trail.choose(len(shown.rows) - 1)
        label = self.tr("Your answer to {number}").format(number=line.number)
        if not shown.may_answer:
            label = self.tr("Your words on {number}").format(number=line.number)
        note = self.tr("central reads this") if line.origin == CENTRAL else self.tr("the site and central read this")
        self.words.show_label(label, note)
        self._enable()

    def _enable(self) -> None:
        shown = self._thread
        self._send.setEnabled(shown is not None and shown.may_answer)
        self._correct.setEnabled(shown is not None and shown.may_correct)
        self._close.setEnabled(shown is not None and shown.may_close)
        self._reopen.setEnabled(shown is not None and shown.may_reopen)
        acts = (self._send, self._close, self._reopen)
        self._decisions.setVisible(self._close.isEnabled() or self._reopen.isEnabled())
        self.words.lines.setEnabled(any(action.isEnabled() for action in acts))
        self.keys_changed.emit()

    # -- what one can do ----------------------------------------------------------------------------------------------

    def _answer(self) -> None:
        self._say(queries.answer, self.tr("Answered"))

    def _accept(self) -> None:
        self._say(queries.close, self.tr("Closed"))

    def _open_again(self) -> None:
        self._say(queries.reopen, self.tr("Open"))

    def _say(self, act: Callable[[Desk, str, str, str], None], done: str) -> None:
        """Have the words written as an answer or a decision; a refusal is said under them."""
        shown, text = self._thread, self.words.value()
        if shown is None:
            return
        line = shown.line

        def said(desk: Desk) -> bool:
            act(desk, line.participant, line.query, text)
            return True

        if self.workspace.perform(said, on_refused=self._on_refused):
            self.words.clear()
            self.refresh()
            self._to_list()
            announce(self, f"{line.number}: {done}")

    def _on_refused(self, refused: Refused) -> None:
        self.words.show_refused(refused.sentence)

    def _jump(self) -> None:
        """Go to the place of the value, where it can be corrected with a reason."""
        if self._thread is not None:
            line = self._thread.line
            self.leave_requested.emit(
                Destination(
                    page="review",
                    participant=line.participant,
                    visit=line.visit,
                    instrument=line.instrument,
                    slot=line.slot,
                )
            )

    def _ask(self) -> None:
        if self._thread is not None:
            line = self._thread.line
            self.leave_requested.emit(Destination(page="ask", participant=line.participant, visit=line.visit))

    def _choosing(self, key: str) -> Callable[[], None]:
        return lambda: self.filters.choose(key)

    def _choose_filter(self, key: str) -> None:
        self._filter = key
        self._show_list()
        self._to_list()

    def _take_up(self, row: QueryRow) -> None:
        self._choose(row.key)
        if self.words.lines.isEnabled():
            self.words.take_focus()

    def _to_list(self) -> None:
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _back(self) -> None:
        """Esc: out of the words, which stay, then out of the page."""
        if self.words.lines.hasFocus():
            self._to_list()
        else:
            self.leave_requested.emit(self._back_to)
