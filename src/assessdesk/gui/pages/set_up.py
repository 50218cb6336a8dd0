"""First set-up: which station this is, who its first person is, and who can open its packages.

Files and folders are chosen through `choose_file` and `choose_folder`, which tests replace. It must not know keys.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

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
from assessdesk.services import session
from assessdesk.services.library import studies_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from assessdesk.gui.workspace import Refused, Workspace
    from assessdesk.services.desk import Desk
    from assessdesk.services.session import NewStation

COLUMN = 64
LETTERS = ("A", "B", "C", "D", "E")


class SetUpPage(Page):
    """The page.

    Attributes:
        choose_file: Asks for the central card; answers its path or nothing.
        choose_folder: Asks for the folder of the escrow key.
    """

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self.choose_file: Callable[[], str] = self._ask_file
        self.choose_folder: Callable[[], str] = self._ask_folder
        self._making = False
        language = workspace.language
        self._studies, self._refused = workspace.read(lambda desk: studies_of(desk.library))
        options = [Option(study.id, f"{study.id}: {study.title.get(language)}") for study in self._studies.values()]
        only = options[0].code if len(options) == 1 else ""
        self.study = ChoicePart(self.tr("Study"), options, value=only, stacked=True)
        self.site = TextPart(self.tr("Site"), width=20)
        self.study.chosen.connect(self._show_sites)
        self._show_sites(only)
        self.letter = ChoicePart(
            self.tr("Station of this site"), [Option(letter, letter) for letter in LETTERS], value=LETTERS[0]
        )
        self.user = TextPart(self.tr("Your own code"), note=self.tr("a code such as AS-04, never a name"), width=20)
        note = self.tr("a sentence that only you know")
        self.passphrase = TextPart(self.tr("Passphrase"), note=note, secret=True)
        self.again = TextPart(self.tr("Passphrase once more"), secret=True)
        self.card = TextPart(self.tr("Central card"), note=self.tr("the file that the data manager gave you"))
        self.escrow = TextPart(
            self.tr("Folder for the escrow key"), note=self.tr("on a stick that stays in the site's safe")
        )
        self._finding = FindingLine()
        self._make = add_action(self, self.tr("Set up this station"), self._set_up, keys=("Ctrl+Return",))
        self._button = ActionButton(ButtonView(self._make.text(), kind=ButtonKind.PRIMARY))
        practise = add_action(self, self.tr("Practise first"), workspace.other_station_wished.emit, keys=("Alt+P",))
        self._practise = ActionButton(ButtonView(practise.text(), strong=False, icon=IconName.PRACTICE))
        self._practise.attach(practise)
        self._lay_out()

    def _show_sites(self, study: str) -> None:
        """Name the sites of the chosen study beside the field; of one that has a single site, fill it in."""
        known = self._studies[study].sites if study else {}
        language = self.workspace.language
        named = ", ".join(f"{code} ({site.title.get(language)})" for code, site in known.items())
        note = named or self.tr("Choose the study first.")
        self.site.show_note(note)
        self.site.line().setAccessibleDescription(note)
        if self.site.value().strip() not in known:
            self.site.line().setText(next(iter(known)) if len(known) == 1 else "")

    def parts(self) -> tuple[FormPart, ...]:
        """The parts of the form, top to bottom."""
        return (
            self.study, self.site, self.letter, self.user, self.passphrase, self.again, self.card, self.escrow
        )  # fmt: skip

    def _lay_out(self) -> None:
        sizes = metrics()
        self._button.attach(self._make)
        file = add_action(self, self.tr("Choose file"), self._take_file, keys=("Alt+F",), short=self.tr("central card"))
        folder = add_action(
            self, self.tr("Choose folder"), self._take_folder, keys=("Alt+E",), short=self.tr("escrow folder")
        )
        for action, owner in ((file, self.card), (folder, self.escrow)):
            button = ActionButton(ButtonView(action.text(), strong=False))
            button.attach(action)
            owner.put_beside(button)
        title = QHBoxLayout()
        title.setSpacing(sizes.u(1))
        title.addWidget(SmallIcon(IconName.BRAND, Ink.ACCENT, side=2.5))
        title.addWidget(Label(self.tr("Set up this station"), role=TypeRole.L, bold=True), 1)
        head = QVBoxLayout()
        head.setSpacing(0)
        head.addLayout(title)
        sentence = self.tr("This is done once. Nothing is written before every field was accepted.")
        head.addWidget(Label(sentence, ink=Ink.MUTED))
        left, right = QVBoxLayout(), QVBoxLayout()
        parts = self.parts()
        half = parts.index(self.passphrase)
        for place, part in enumerate(parts):
            (left if place < half else right).addWidget(part)
            following = self._make.trigger if part is parts[-1] else parts[min(place + 1, len(parts) - 1)].take_focus
            part.accepted.connect(following)
        for column in (left, right):
            column.setSpacing(sizes.u(2))
            column.addStretch(1)
        columns = QHBoxLayout()
        columns.setSpacing(sizes.u(6))
        columns.addLayout(left, 1)
        columns.addLayout(right, 1)
        body = QWidget()
        body.setFixedWidth(sizes.u(2 * COLUMN + 6))
        inner = QVBoxLayout(body)
        inner.setSpacing(sizes.u(3))
        inner.addLayout(head)
        inner.addLayout(columns)
        inner.addWidget(self._finding)
        inner.addLayout(self._buttons())
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        holder = QWidget()
        holder.setProperty("kind", "plain")
        outer = QVBoxLayout(holder)
        outer.addStretch(1)
        outer.addWidget(body, 0, Qt.AlignmentFlag.AlignHCenter)
        outer.addStretch(1)
        scroll.setWidget(holder)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.addWidget(scroll)

    def _buttons(self) -> QHBoxLayout:
        """Practising at the left, apart from setting up."""
        row = QHBoxLayout()
        row.addWidget(self._practise)
        row.addStretch(1)
        row.addWidget(self._button)
        return row

    def path(self) -> tuple[str, ...]:
        """The words of the header's path (the header is hidden here)."""
        return (self.tr("Set up this station"),)

    def busy(self) -> bool:
        """While the keys are made, closing waits."""
        return self._making

    def open(self, destination: Destination) -> None:
        """Begin at the first field."""
        del destination
        (self.site if self.study.value() else self.study).take_focus()
        if self._refused is not None:
            said = self.workspace.sentence_of(self._refused)
            self._finding.show_finding(refused(self.tr("A study file of this site cannot be used."), said))

    def refresh(self) -> None:
        """Nothing is read here."""

    def _ask_file(self) -> str:
        return QFileDialog.getOpenFileName(self, self.tr("Central card"))[0]

    def _ask_folder(self) -> str:
        return QFileDialog.getExistingDirectory(self, self.tr("Folder for the escrow key"))

    def _take_file(self) -> None:
        chosen = self.choose_file()
        if chosen:
            self.card.line().setText(chosen)
            self.escrow.take_focus()

    def _take_folder(self) -> None:
        chosen = self.choose_folder()
        if chosen:
            self.escrow.line().setText(chosen)
            self._button.setFocus()

    def _set_up(self) -> None:
        """Check that everything stands there, then make the station aside."""
        if self._making:
            return
        for part in self.parts():
            part.show_refused("")
        card = self._complete()
        if card is None:
            return
        wish = session.SetUp(
            study=self.study.value(),
            site=self.site.value().strip(),
            letter=self.letter.value(),
            user=self.user.value().strip(),
            passphrase=self.passphrase.value(),
            central_card=card,
            escrow_folder=Path(self.escrow.value()),
        )
        self._show_making(making=True)
        self.workspace.perform_later(
            lambda desk, _: session.make_station(desk, wish), done=self._on_made, on_refused=self._on_refused
        )

    def _complete(self) -> bytes | None:
        """The content of the central card once every field holds something; else the first gap is shown."""
        for part in self.parts():
            if not part.value().strip():
                part.show_refused(self.tr("This is needed. Fill it in."))
                return None
        if self.passphrase.value() != self.again.value():
            self.again.show_refused(self.tr("The two passphrases differ. Type the same one twice."))
            return None
        if not Path(self.escrow.value()).is_dir():
            self.escrow.show_refused(self.tr("There is no such folder. Choose one on a stick that can be written."))
            return None
        try:
            return Path(self.card.value()).read_bytes()
        except OSError:
            self.card.show_refused(self.tr("This file cannot be read. Choose the card file that you were given."))
            return None

    def _on_made(self, made: NewStation) -> None:
        """State the first facts and go to the first page."""

        def begin(desk: Desk) -> bool:
            session.begin(desk, made)
            return True

        if not self.workspace.perform(begin, on_refused=self._on_refused):
            return
        self._show_making(making=False)
        self.workspace.found = session.Found(state="first")
        # What comes next is that central enrols the station: its card and fingerprint stand there.
        may_hand = self.workspace.read(lambda desk: desk.may("export"))
        self.leave_requested.emit(Destination(page="exchange" if may_hand else "today"))

    def _on_refused(self, problem: Refused) -> None:
        """Show the sentence under the field that it is about, else above the button."""
        self._show_making(making=False)
        about = {
            "UNKNOWN_SITE": self.site,
            "BAD_USER_CODE": self.user,
            "USER_CODE_TAKEN": self.user,
            "CARD_OF_OTHER_STUDY": self.card,
            "CARD_INVALID": self.card,
            "FILE_EXISTS": self.escrow,
        }
        part = self.passphrase if problem.code.startswith("PASSPHRASE_") else about.get(problem.code)
        if part is not None:
            part.show_refused(problem.sentence)
        else:
            self._finding.show_finding(refused(self.tr("Not set up."), problem.sentence))

    def _show_making(self, *, making: bool) -> None:
        self._making = making
        self._make.setEnabled(not making)
        self._finding.show_finding(None)
        text = self.tr("Making the keys") if making else self.tr("Set up this station")
        self._button.show_view(ButtonView(text, self._button.view().keys, ButtonKind.PRIMARY))
