"""A new version of the study as it is shown before it takes force: what it is, how much changes, whose word it needs.

The differences themselves stand in the table of the page. It must not know what makes a version fit.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Signal

from assessdesk.gui.fields.finding_line import FindingKind, FindingView
from assessdesk.gui.forms.fields_card import FieldsCard
from assessdesk.gui.forms.form_parts import TextPart, refused
from assessdesk.services import amendments

if TYPE_CHECKING:
    from PySide6.QtGui import QAction

    from assessdesk.gui.workspace import Refused, Workspace
    from assessdesk.services.amendments import Proposal
    from assessdesk.services.desk import Desk


class AmendmentCard(FieldsCard):
    """The card: `offer(content, file)` shows a file, `activate()` puts it in force.

    Signals:
        told: a `FindingView` with what came of it.
        offered: the `Proposal` that is shown now.
        closed: Nothing is offered any more.
    """

    told = Signal(object)
    offered = Signal(object)
    closed = Signal()

    def __init__(self, workspace: Workspace, action: QAction) -> None:
        translate = QCoreApplication.translate
        passphrase = TextPart(
            translate("AmendmentCard", "Your passphrase"),
            note=translate("AmendmentCard", "your signature: you answer for this version"),
            secret=True,
        )
        super().__init__(action, ({"passphrase": passphrase},), needed=("passphrase",))
        self._passphrase = passphrase
        self._workspace = workspace
        self._proposal: Proposal | None = None
        self._file = ""

    def offer(self, content: bytes, file: str) -> None:
        """Check a file and show what it would change; what is wrong with it is told."""
        proposal = self._workspace.perform(
            lambda desk: amendments.propose(desk, amendments.text_of(content, file), file=file),
            on_refused=lambda problem: self.told.emit(refused(self.tr("Not accepted:"), problem.sentence)),
        )
        if proposal is None:
            self.close_offer()
            return
        self._proposal, self._file = proposal, file
        now, user = self._workspace.read(lambda desk: (desk.in_force.version, desk.author.user))
        title = self.tr("Version {version} of {study} instead of version {now}")
        words = self.tr(
            "{count} differences, listed below; its worked examples come out as stated. Visits that are open or done "
            "stay with their version, visits opened from now on follow this one. {user} puts it in force by signing."
        )
        self.begin(
            title.format(version=proposal.study.version, study=proposal.study.id, now=now),
            words=words.format(count=len(proposal.differences), user=user),
        )
        self.offered.emit(proposal)

    def begin_typing(self) -> None:
        """Put the cursor into the passphrase."""
        self._passphrase.take_focus()

    def close_offer(self) -> None:
        """Offer nothing any more; nothing is adopted."""
        was_offered, self._proposal = self._proposal is not None, None
        self.hide()
        if was_offered:
            self.closed.emit()

    def activate(self) -> None:
        """Put the version in force, signed by the person who is signed in, when the passphrase is theirs."""
        proposal = self._proposal
        if proposal is None or not self.complete():
            return
        text, passphrase, file = proposal.study.text, self.values()["passphrase"], self._file

        def adopt(desk: Desk) -> bool:
            amendments.adopt_study(desk, text, passphrase=passphrase, file=file)
            return True

        if self._workspace.perform(adopt, on_refused=self._on_refused) is None:
            return
        self.close_offer()
        words = self.tr("Version {version} counts for every visit opened from now on.")
        sentence = words.format(version=proposal.study.version)
        self.told.emit(FindingView(FindingKind.NOTE, self.tr("In force:"), sentence))

    def _on_refused(self, problem: Refused) -> None:
        self.show_refused("passphrase" if problem.code == "WRONG_PASSPHRASE" else "", problem.sentence)
