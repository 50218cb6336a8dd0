"""Beginning to practise: which study, a code and a passphrase of one's own; nothing of central, nothing of the site.

It is shown once, where no practice station stands yet. It must not know keys, nor who is invented.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from assessdesk.gui.fields.about_panel import SmallIcon
from assessdesk.gui.fields.buttons import ActionButton, ButtonKind, ButtonView
from assessdesk.gui.fields.finding_line import FindingLine
from assessdesk.gui.fields.text import Label
from assessdesk.gui.forms.form_parts import ChoicePart, FormPart, Option, TextPart, refused
from assessdesk.gui.look.icons import IconName
from assessdesk.gui.look.theme import TypeRole, metrics
from assessdesk.gui.look.tokens import Ink
from assessdesk.gui.page import Destination, Page
from assessdesk.gui.page_parts import add_action
from assessdesk.services import practice, session
from assessdesk.services.library import studies_of

if TYPE_CHECKING:
    from assessdesk.gui.workspace import Refused, Workspace
    from assessdesk.services.desk import Desk
    from assessdesk.services.session import NewStation

COLUMN = 60


class PracticePage(Page):
    """The page. `study`, `user`, `passphrase` and `again` are the parts of its form."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self._making = False
        language = workspace.language
        studies, _ = workspace.read(lambda desk: studies_of(desk.library))
        options = [Option(study.id, f"{study.id}: {study.title.get(language)}") for study in studies.values()]
        self.study = ChoicePart(self.tr("Study"), options, value=options[0].code, stacked=True)
        self.user = TextPart(self.tr("Your own code"), note=self.tr("a code such as AS-04, never a name"), width=20)
        note = self.tr("a long sentence; it need not be that of the study")
        self.passphrase = TextPart(self.tr("Passphrase"), note=note, secret=True)
        self.again = TextPart(self.tr("Passphrase once more"), secret=True)
        self._finding = FindingLine()
        self._make = add_action(self, self.tr("Begin to practise"), self._begin, keys=("Ctrl+Return",))
        self._button = ActionButton(ButtonView(self._make.text(), kind=ButtonKind.PRIMARY))
        self._button.attach(self._make)
        words = self.tr("Back to the study")
        back = add_action(self, words, workspace.other_station_wished.emit, keys=("Alt+P",))
        self._back_button = ActionButton(ButtonView(words, strong=False))
        self._back_button.attach(back)
        self._lay_out()

    def parts(self) -> tuple[FormPart, ...]:
        """The parts of the form, top to bottom."""
        return self.study, self.user, self.passphrase, self.again

    def _lay_out(self) -> None:
        sizes = metrics()
        title = QHBoxLayout()
        title.setSpacing(sizes.u(1))
        title.addWidget(SmallIcon(IconName.PRACTICE, Ink.WARN, side=2.5))
        title.addWidget(Label(self.tr("Practise"), role=TypeRole.L, bold=True), 1)
        sentence = self.tr(
            "Everything works as in the study, on invented participants whose visits are due today. What you do here "
            "stays in a folder of its own and is never exported."
        )
        buttons = QHBoxLayout()
        buttons.addWidget(self._back_button)
        buttons.addStretch(1)
        buttons.addWidget(self._button)
        body = QWidget()
        body.setFixedWidth(sizes.u(COLUMN))
        inner = QVBoxLayout(body)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(sizes.u(2))
        inner.addLayout(title)
        inner.addWidget(Label(sentence, ink=Ink.MUTED, wrap=True))
        parts = self.parts()
        for place, part in enumerate(parts):
            inner.addWidget(part)
            part.accepted.connect(self._make.trigger if part is parts[-1] else parts[place + 1].take_focus)
        inner.addWidget(self._finding)
        inner.addLayout(buttons)
        middle = QHBoxLayout()
        middle.addStretch(1)
        middle.addWidget(body)
        middle.addStretch(1)
        holder = QWidget()
        holder.setProperty("kind", "plain")
        outer = QVBoxLayout(holder)
        outer.addStretch(1)
        outer.addLayout(middle)
        outer.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(holder)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.addWidget(scroll)

    def path(self) -> tuple[str, ...]:
        """The words of the header's path (the header is hidden here)."""
        return (self.tr("Practise"),)

    def busy(self) -> bool:
        """While the keys are made, closing waits."""
        return self._making

    def open(self, destination: Destination) -> None:
        """Begin at the first field that is still empty."""
        del destination
        self.user.take_focus()

    def refresh(self) -> None:
        """Nothing is read here."""

    def _begin(self) -> None:
        """Check that everything stands there, then make the practice station aside."""
        if self._making:
            return
        for part in self.parts():
            part.show_refused("")
        for part in self.parts():
            if not part.value().strip():
                part.show_refused(self.tr("This is needed. Fill it in."))
                return
        if self.passphrase.value() != self.again.value():
            self.again.show_refused(self.tr("The two passphrases differ. Type the same one twice."))
            return
        wish = practice.PracticeWish(
            study=self.study.value(), user=self.user.value().strip(), passphrase=self.passphrase.value()
        )
        self._show_making(making=True)
        self.workspace.perform_later(
            lambda desk, _: practice.make_station(desk, wish), done=self._on_made, on_refused=self._on_refused
        )

    def _on_made(self, made: NewStation) -> None:
        """State the first facts, let the invented participants join and go to Today."""

        def begin(desk: Desk) -> bool:
            session.begin(desk, made)
            return True

        if not self.workspace.perform(begin, on_refused=self._on_refused):
            return
        self._show_making(making=False)
        self.workspace.found = session.Found(state="first")
        self.leave_requested.emit(Destination(page="today"))

    def _on_refused(self, problem: Refused) -> None:
        """Show the sentence under the field that it is about, else above the button."""
        self._show_making(making=False)
        if problem.code.startswith("PASSPHRASE_"):
            self.passphrase.show_refused(problem.sentence)
        elif problem.code in {"BAD_USER_CODE", "USER_CODE_TAKEN"}:
            self.user.show_refused(problem.sentence)
        else:
            self._finding.show_finding(refused(self.tr("Not set up."), problem.sentence))

    def _show_making(self, *, making: bool) -> None:
        self._making = making
        self._make.setEnabled(not making)
        self._finding.show_finding(None)
        text = self.tr("Making the keys") if making else self.tr("Begin to practise")
        self._button.show_view(ButtonView(text, self._button.view().keys, ButtonKind.PRIMARY))
