"""Sign a visit: say what the signature means, give the passphrase, see the digest of what is signed.

It hands the passphrase on once and forgets it. It must not know how a signature is made or checked.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QLineEdit, QVBoxLayout, QWidget

from assessdesk.gui.fields.announcement import announce
from assessdesk.gui.fields.buttons import ActionButton, ButtonKind, ButtonView
from assessdesk.gui.fields.finding_line import FindingKind, FindingLine, FindingView
from assessdesk.gui.fields.status_badge import StateView, StatusBadge
from assessdesk.gui.fields.text import Label
from assessdesk.gui.look.states import VisualState
from assessdesk.gui.look.theme import TypeRole, metrics
from assessdesk.gui.look.tokens import Ink

if TYPE_CHECKING:
    from collections.abc import Sequence


class SignState(StrEnum):
    """How the signing stands."""

    INCOMPLETE = "incomplete"
    READY = "ready"
    CHECKING = "checking"
    SIGNED = "signed"
    WRONG_PASSPHRASE = "wrong_passphrase"  # noqa: S105 - the name of a state, no secret


@dataclass(frozen=True, slots=True)
class Meaning:
    """One meaning a signature can have: its key for the ledger, its words, its cap ("Alt D")."""

    key: str
    words: str
    cap: str


@dataclass(frozen=True, slots=True)
class SignView:
    """What the panel shows.

    Attributes:
        signer: "Signing as AS-04, assessor".
        meanings: The meanings to choose from; nothing is preselected.
        digest: The digest of what is seen, grouped ("7F3A 91C2 5D0E B46A").
        state: How the signing stands.
        sentence: Under the button: what is missing, or what happened.
    """

    signer: str
    meanings: tuple[Meaning, ...]
    digest: str
    state: SignState
    sentence: str = ""


@dataclass(frozen=True, slots=True)
class SignWish:
    """The chosen meaning and the passphrase as typed."""

    meaning: Meaning
    passphrase: str

    def __repr__(self) -> str:
        """The wish without its secret, so that no log can hold it."""
        return f"SignWish(meaning={self.meaning!r})"


class SignPanel(QFrame):
    """The panel.

    Signals:
        sign_requested(SignWish): Enter in the passphrase, or the button; only with meaning and passphrase.

    `show_view(view)` shows another state, `choose(key)` chooses a meaning (the page's Alt keys).
    """

    sign_requested = Signal(object)

    def __init__(self, view: SignView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        sizes = metrics()
        self._view = view
        self.setAccessibleName(self.tr("Sign this visit"))
        self._signer = Label(ink=Ink.MUTED, wrap=True)
        self._group = QButtonGroup(self)
        self._meanings = QVBoxLayout()
        self._meanings.setSpacing(sizes.u(1))
        self._shown: tuple[Meaning, ...] = ()
        self._passphrase = QLineEdit()
        self._passphrase.setEchoMode(QLineEdit.EchoMode.Password)
        self._passphrase.setMinimumHeight(sizes.u(5.5))
        self._passphrase.setAccessibleName(self.tr("Passphrase"))
        self._passphrase.returnPressed.connect(self._request)
        self._passphrase.textEdited.connect(self._on_typed)
        self._finding = FindingLine()
        self._sign = ActionButton(ButtonView(self.tr("Sign visit"), (self.tr("Enter"),), ButtonKind.PRIMARY))
        self._sign.clicked.connect(self._request)
        self._sentence = Label(role=TypeRole.S, ink=Ink.MUTED, wrap=True)
        self._digest = Label(role=TypeRole.S, wrap=True)
        self._signed = StatusBadge(StateView(VisualState.DONE, self.tr("Signed"), bold=True))
        self._group.buttonToggled.connect(self._refresh)
        self._lay_out()
        self.show_view(view)

    def _lay_out(self) -> None:
        sizes = metrics()
        passphrase = Label(self.tr("Passphrase"), bold=True)
        passphrase.setBuddy(self._passphrase)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(sizes.u(2), sizes.u(2), sizes.u(2), sizes.u(2))
        outer.setSpacing(sizes.u(0.5))
        outer.addWidget(Label(self.tr("Sign this visit"), bold=True))
        outer.addWidget(self._signer)
        outer.addSpacing(sizes.u(1.5))
        outer.addWidget(Label(self.tr("Meaning"), bold=True))
        outer.addLayout(self._meanings)
        outer.addSpacing(sizes.u(1.5))
        outer.addWidget(passphrase)
        outer.addWidget(self._passphrase)
        outer.addWidget(self._finding)
        outer.addSpacing(sizes.u(1.5))
        outer.addWidget(self._sign)
        outer.addWidget(self._signed)
        outer.addSpacing(sizes.u(1))
        outer.addWidget(self._sentence)
        outer.addWidget(
            Label(self.tr("What you see is signed with its digest:"), role=TypeRole.S, ink=Ink.MUTED, wrap=True)
        )
        outer.addWidget(self._digest)
        outer.addStretch(1)

    def show_view(self, view: SignView) -> None:
        """Show another state. A wrong passphrase stays typed and selected; after signing it is gone."""
        self._view = view
        self.setAccessibleName(self.tr("Sign this visit"))
        self._signer.show_text(view.signer)
        self._digest.show_text(view.digest)
        if view.meanings != self._shown:
            self._show_meanings(view.meanings)
        wrong = view.state is SignState.WRONG_PASSPHRASE
        self._sentence.show_text("" if wrong else view.sentence)
        self._sentence.setVisible(bool(view.sentence) and not wrong)
        words = FindingView(FindingKind.REFUSED, self.tr("Not accepted."), view.sentence)
        self._finding.show_finding(words if wrong else None)
        if wrong:
            self._passphrase.selectAll()
            self._passphrase.setFocus(Qt.FocusReason.OtherFocusReason)
        if view.state is SignState.SIGNED:
            self._passphrase.clear()
            announce(self, self.tr("Signed"))
        self._signed.setVisible(view.state is SignState.SIGNED)
        self._sign.setVisible(view.state is not SignState.SIGNED)
        checking = view.state is SignState.CHECKING
        text = self.tr("Checking") if checking else self.tr("Sign visit")
        self._sign.show_view(ButtonView(text, (self.tr("Enter"),), ButtonKind.PRIMARY))
        self._refresh()

    def _show_meanings(self, meanings: Sequence[Meaning]) -> None:
        for button in self._group.buttons():
            self._group.removeButton(button)
            self._meanings.removeWidget(button)
            button.deleteLater()
        for position, meaning in enumerate(meanings):
            button = ActionButton(ButtonView(meaning.words, (meaning.cap,), cap_first=True, strong=False))
            button.setCheckable(True)
            self._group.addButton(button, position)
            self._meanings.addWidget(button)
        self._shown = tuple(meanings)

    def choose(self, key: str) -> None:
        """Choose the meaning with this key; an unknown key changes nothing."""
        for position, meaning in enumerate(self._shown):
            if meaning.key == key:
                self._group.buttons()[position].setChecked(True)

    def meaning(self) -> Meaning | None:
        """The chosen meaning, or None."""
        position = self._group.checkedId()
        return self._shown[position] if position >= 0 else None

    def take_focus(self) -> None:
        """Put the cursor into the passphrase."""
        self._passphrase.setFocus(Qt.FocusReason.OtherFocusReason)

    def _open(self) -> bool:
        return self._view.state in (SignState.READY, SignState.WRONG_PASSPHRASE)

    def _refresh(self) -> None:
        self._passphrase.setEnabled(self._open())
        for button in self._group.buttons():
            button.setEnabled(self._view.state is not SignState.SIGNED)
        self._sign.setEnabled(self._open() and self.meaning() is not None and bool(self._passphrase.text()))

    def _on_typed(self, text: str) -> None:
        del text
        self._refresh()

    def _request(self) -> None:
        meaning = self.meaning()
        if meaning is None:
            announce(self, self.tr("Choose the meaning of the signature"))
            return
        if self._open() and self._passphrase.text():
            self.sign_requested.emit(SignWish(meaning, self._passphrase.text()))
