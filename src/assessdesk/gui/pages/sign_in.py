"""Sign-in: who it is, the passphrase, and what this station holds.

The key is derived aside while the button says so; the station is entered in the main thread. It must not know how a
passphrase becomes a key.
"""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from assessdesk.gui.fields.about_panel import SmallIcon
from assessdesk.gui.fields.announcement import announce
from assessdesk.gui.fields.buttons import ActionButton, ButtonKind, ButtonView
from assessdesk.gui.fields.finding_line import FindingKind, FindingLine, FindingView
from assessdesk.gui.fields.status_badge import StateView, StatusBadge
from assessdesk.gui.fields.text import Label, rule
from assessdesk.gui.forms.form_parts import TextPart
from assessdesk.gui.look.icons import IconName
from assessdesk.gui.look.states import VisualState
from assessdesk.gui.look.theme import TypeRole, metrics
from assessdesk.gui.look.tokens import Ink
from assessdesk.gui.page import Destination, Page
from assessdesk.gui.page_parts import add_action, count_words, moment, waiting_words
from assessdesk.services import session

if TYPE_CHECKING:
    from PySide6.QtGui import QAction

    from assessdesk.gui.workspace import Refused, Workspace
    from assessdesk.ports import Anchor, StationFacts, UnlockedStation
    from assessdesk.services.desk import Desk

COLUMN = 50
GAP = 7
LANGUAGE_NAMES = {"en": "English", "ko": "한국어", "zh": "中文"}


class LanguageRow(QWidget):
    """The three languages of the interface, each in its own words."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        sizes = metrics()
        self._group = QButtonGroup(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(sizes.u(1))
        row.addWidget(SmallIcon(IconName.GLOBE, side=2))
        row.addWidget(Label(self.tr("Language"), ink=Ink.MUTED), 1)
        for place, (code, name) in enumerate(LANGUAGE_NAMES.items()):
            button = ActionButton(ButtonView(name, strong=False))
            button.setCheckable(True)
            button.setObjectName(f"language_{code}")
            button.setChecked(code == workspace.language)
            self._group.addButton(button, place)
            row.addWidget(button)
        # Queued: the page is made anew in the other language, and this button with it.
        self._group.idClicked.connect(
            lambda place: workspace.set_language(tuple(LANGUAGE_NAMES)[place]), Qt.ConnectionType.QueuedConnection
        )


class SignInPage(Page):
    """The page."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self._opening = False
        self._code = TextPart(self.tr("Assessor code"))
        self._passphrase = TextPart(self.tr("Passphrase"), secret=True)
        self._caps = StatusBadge(
            StateView(VisualState.UNUSUAL, self.tr("Caps Lock is on"), bold=True, ink=Ink.WARN), role=TypeRole.S
        )
        self._caps.hide()
        self._passphrase.put_under(self._caps)
        self._right = QWidget()
        self._station = Label(ink=Ink.MUTED)
        self._enter, self._show = self._make_actions()
        self._button = ActionButton(ButtonView(self._enter.text(), kind=ButtonKind.PRIMARY))
        self._button.attach(self._enter)
        self._show_button = ActionButton(ButtonView(self._show.text(), strong=False))
        self._show_button.attach(self._show)
        words = self.tr("Back to the study") if workspace.practice else self.tr("Practise")
        other = add_action(self, words, self._go_to_other, keys=("Alt+P",), short=words.lower())
        self._other = ActionButton(ButtonView(words, strong=False, icon=IconName.PRACTICE))
        self._other.attach(other)
        self._lay_out()
        self._passphrase.line().installEventFilter(self)
        self._code.accepted.connect(self._passphrase.take_focus)
        self._passphrase.accepted.connect(self._sign_in)

    def _make_actions(self) -> tuple[QAction, QAction]:
        enter = add_action(self, self.tr("Sign in"), self._sign_in, caps=("Enter",), short=self.tr("sign in"))
        add_action(self, self.tr("Next field"), self._passphrase.take_focus, caps=("Tab",), short=self.tr("next field"))
        words = self.tr("show passphrase")
        show = add_action(self, self.tr("Show"), self._toggle_shown, keys=("Alt+S",), short=words)
        return enter, show

    def _lay_out(self) -> None:
        sizes = metrics()
        self._passphrase.put_beside(self._show_button)
        brand = QHBoxLayout()
        brand.setSpacing(sizes.u(1))
        brand.addWidget(SmallIcon(IconName.BRAND, Ink.ACCENT, side=2.5))
        brand.addWidget(Label("AssessDesk", role=TypeRole.L, bold=True), 1)
        left = QVBoxLayout()
        left.setContentsMargins(0, 0, 0, 0)
        left.setSpacing(0)
        left.addLayout(brand)
        left.addWidget(self._station)
        left.addSpacing(sizes.u(4))
        left.addWidget(self._code)
        left.addSpacing(sizes.u(2))
        left.addWidget(self._passphrase)
        left.addSpacing(sizes.u(3))
        left.addWidget(self._button)
        left.addSpacing(sizes.u(4))
        left.addWidget(LanguageRow(self.workspace))
        left.addSpacing(sizes.u(2))
        left.addWidget(rule())
        left.addSpacing(sizes.u(2))
        left.addLayout(self._practice_row())
        column = QWidget()
        column.setFixedWidth(sizes.u(COLUMN))
        column.setLayout(left)
        self._right.setFixedWidth(sizes.u(COLUMN))
        upright = rule()
        upright.setMaximumHeight(sizes.u(200))
        upright.setFixedWidth(1)
        row = QHBoxLayout()
        row.setSpacing(sizes.u(GAP))
        row.addStretch(1)
        row.addWidget(column)
        row.addWidget(upright)
        row.addWidget(self._right)
        row.addStretch(1)
        outer = QVBoxLayout(self)
        outer.addStretch(1)
        outer.addLayout(row)
        outer.addStretch(1)
        self.setAutoFillBackground(True)
        self.setBackgroundRole(self.palette().ColorRole.Base)

    def _practice_row(self) -> QHBoxLayout:
        """Practising, apart from signing in: what it is, and the way there and back."""
        sentence = self.tr("You are at the practice station.")
        if not self.workspace.practice:
            sentence = self.tr("Try everything on invented participants.")
        row = QHBoxLayout()
        row.setSpacing(metrics().u(2))
        row.addWidget(Label(sentence, ink=Ink.MUTED, wrap=True), 1)
        row.addWidget(self._other, 0, Qt.AlignmentFlag.AlignTop)
        return row

    def _go_to_other(self) -> None:
        if not self._opening:
            self.workspace.other_station_wished.emit()

    def path(self) -> tuple[str, ...]:
        """The words of the header's path (the header is hidden here)."""
        return (self.tr("Sign in"),)

    def busy(self) -> bool:
        """While the station is being opened, closing waits."""
        return self._opening

    def open(self, destination: Destination) -> None:
        """Show the station as it was last seen, with empty fields."""
        del destination
        self.refresh()
        users = self.workspace.read(lambda desk: desk.store.users())
        if len(users) == 1:
            self._code.line().setText(users[0])
        self._passphrase.line().clear()
        (self._passphrase if self._code.value() else self._code).take_focus()

    def refresh(self) -> None:
        """Read the clear facts and the last-seen head again."""
        facts = self.workspace.perform(lambda desk: desk.store.facts(), on_refused=self._on_station_refused)
        anchor = self.workspace.perform(lambda desk: desk.store.anchor(), on_refused=self._on_station_refused)
        self._enter.setEnabled(facts is not None)
        if facts is not None:
            self._station.show_text(
                self.tr("{study}, site {site}, station {station}").format(
                    study=facts.study, site=facts.site, station=facts.station
                )
            )
        self._show_right(facts, anchor)

    def _show_right(self, facts: StationFacts | None, anchor: Anchor | None) -> None:
        """Fill the right column with what the last-seen head says."""
        sizes = metrics()
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(sizes.u(1))
        if anchor is not None and not anchor.clean:
            column.addWidget(self._unclean(anchor))
            column.addSpacing(sizes.u(2))
        column.addStretch(1)
        column.addWidget(Label(self.tr("What this station holds"), bold=True))
        column.addWidget(rule())
        grid = QGridLayout()
        grid.setVerticalSpacing(sizes.u(1))
        grid.setColumnMinimumWidth(0, sizes.u(17))
        grid.setColumnStretch(1, 1)
        for row, (label, widget) in enumerate(self._facts(facts, anchor)):
            grid.addWidget(Label(label, ink=Ink.MUTED), row, 0)
            grid.addWidget(widget, row, 1)
        column.addLayout(grid)
        column.addWidget(rule())
        column.addStretch(1)
        holder = self._right.layout() or QVBoxLayout(self._right)
        holder.setContentsMargins(0, 0, 0, 0)
        while (item := holder.takeAt(0)) is not None:
            gone = item.widget()
            if gone is not None:
                gone.deleteLater()
        holder.addWidget(body)

    def _facts(self, facts: StationFacts | None, anchor: Anchor | None) -> list[tuple[str, QWidget]]:
        language = self.workspace.language
        clock = moment(self.workspace.read(lambda desk: desk.clock.now()), language)
        rows: list[tuple[str, QWidget]] = []
        if facts is not None and anchor is not None:
            at = moment(datetime.fromisoformat(anchor.at), language)
            closed = self.tr("{at}, cleanly") if anchor.clean else self.tr("not cleanly; last seen {at}")
            entries = self.tr("{count} entries when last seen").format(count=count_words(anchor.seq, language))
            rows = [
                (self.tr("Closed"), Label(closed.format(at=at), wrap=True)),
                (self.tr("Ledger"), Label(entries)),
                *self._at_central(anchor),
            ]
        return [*rows, (self.tr("Station clock"), Label(clock))]

    def _at_central(self, anchor: Anchor) -> list[tuple[str, QWidget]]:
        """What central holds; of what is practised it never holds anything, and nothing waits for it."""
        if self.workspace.practice:
            return []
        safe = self.tr("{safe} of {signed} signed visits").format(
            safe=anchor.visits_at_central, signed=anchor.signed_visits
        )
        waiting = max(0, anchor.seq - anchor.entries_at_central)
        words = waiting_words(waiting, self.workspace.language)
        kept = VisualState.AT_CENTRAL if not waiting else VisualState.NOT_AT_CENTRAL
        return [
            (self.tr("At central"), StatusBadge(StateView(VisualState.AT_CENTRAL, safe))),
            (self.tr("Waiting"), StatusBadge(StateView(kept, words))),
        ]

    def _unclean(self, anchor: Anchor) -> QWidget:
        """The notice after a run that did not end in good order; for whom is told after signing in."""
        at = moment(datetime.fromisoformat(anchor.at), self.workspace.language)
        sentence = self.tr(
            "Last seen {at}. Every value that was called saved is on disk. After you sign in, the first page says "
            "what was found, for whom, and which trial did not finish."
        )
        line = FindingLine()
        line.setParent(self)  # else showing what was found would open a window of its own for a moment
        lead = self.tr("The last run did not end in good order.")
        line.show_finding(FindingView(FindingKind.UNUSUAL, lead, sentence.format(at=at)))
        return line

    def _on_station_refused(self, refused: Refused) -> None:
        self._passphrase.show_finding(FindingView(FindingKind.REFUSED, self.tr("Not opened."), refused.sentence))

    def _sign_in(self) -> None:
        """Derive the key aside, then enter."""
        if self._opening or not self._enter.isEnabled():
            return
        user, passphrase = self._code.value().strip(), self._passphrase.value()
        if not user:
            self._code.take_focus()
            return
        self._passphrase.show_finding(None)
        self._show_opening(opening=True)
        self.workspace.perform_later(
            lambda desk, _: desk.store.unlock(user, passphrase, clock=desk.clock),
            done=self._on_unlocked,
            on_refused=self._on_refused,
        )

    def _on_unlocked(self, opened: UnlockedStation) -> None:
        def enter(desk: Desk) -> session.Found:
            return session.enter(desk, opened)

        found = self.workspace.perform(enter, on_refused=self._on_refused)
        if found is None:
            return
        self._show_opening(opening=False)
        self._passphrase.line().clear()
        self.workspace.found = found
        self.leave_requested.emit(Destination(page="today"))

    def _on_refused(self, refused: Refused) -> None:
        """Show why, under the field; the text stays, selected."""
        self._show_opening(opening=False)
        self._passphrase.show_finding(FindingView(FindingKind.REFUSED, self.tr("Not opened."), refused.sentence))
        (self._code if refused.code in {"UNKNOWN_USER", "BAD_USER_CODE"} else self._passphrase).take_focus()

    def _show_opening(self, *, opening: bool) -> None:
        self._opening = opening
        self._enter.setEnabled(not opening)
        text = self.tr("Opening") if opening else self.tr("Sign in")
        self._button.show_view(ButtonView(text, ("Enter",), ButtonKind.PRIMARY))
        for part in (self._code, self._passphrase):
            part.line().setReadOnly(opening)
        if opening:
            announce(self._button, text)

    def _toggle_shown(self) -> None:
        line = self._passphrase.line()
        hidden = line.echoMode() == QLineEdit.EchoMode.Password
        line.setEchoMode(QLineEdit.EchoMode.Normal if hidden else QLineEdit.EchoMode.Password)
        words = self.tr("Hide") if hidden else self.tr("Show")
        self._show_button.show_view(ButtonView(words, self._show_button.view().keys, strong=False))
        self._passphrase.take_focus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Notice Caps Lock by what a letter key gives; Qt has no way to ask for it."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            self._look_for_caps(event)
        return super().eventFilter(watched, event)

    def _look_for_caps(self, event: QKeyEvent) -> None:
        text = event.text()
        if event.key() == Qt.Key.Key_CapsLock:
            self._caps.hide()
        elif len(text) == 1 and text.isascii() and text.isalpha():
            shifted = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self._caps.setVisible(text.isupper() != shifted)
