"""What the panel of signing says of a visit: who signs and with which meaning, whose signature it waits for, and why.

It must not know how a signature is made, nor the page around the panel.
"""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from assessdesk.gui.fields.sign_panel import Meaning, SignState, SignView
from assessdesk.gui.page_parts import moment

if TYPE_CHECKING:
    from assessdesk.gui.workspace import Workspace
    from assessdesk.services.review import Review


class SigningWords(QObject):
    """Makes the panel's view of a review; `told` says something else than how the visit stands."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self._workspace = workspace

    def view(self, seen: Review | None) -> SignView:
        """Return how a visit stands; without one nothing can be signed."""
        if seen is None:
            return self.told(None, SignState.INCOMPLETE, "")
        if seen.signed_by:
            words = self.tr("Signed by {0}, {1}.").format(seen.signed_by, self._at(seen))
            return self.told(seen, SignState.SIGNED, words)
        sentences = [self.tr("To be signed by {0}.").format(self._must(seen))]
        state = SignState.READY
        if seen.open_instruments:
            state = SignState.INCOMPLETE
            words = self.tr("{0} still open: signing waits for them.").format(len(seen.open_instruments))
            sentences.insert(0, words)
        elif not self._workspace.read(lambda desk: desk.may("sign")):
            state = SignState.INCOMPLETE
            sentences.append(self.tr("Your role does not sign."))
        else:
            sentences.append(self.tr("A value can still be corrected later, with a reason for the change."))
        return self.told(seen, state, " ".join(sentences))

    def _at(self, seen: Review) -> str:
        return moment(datetime.fromisoformat(seen.signed_at), self._workspace.language)

    def _must(self, seen: Review) -> str:
        """Return whose signature is waited for; one of them is enough."""
        return self.tr(" or ").join(seen.signers.must) or self.tr("somebody whose role signs")

    def told(self, seen: Review | None, state: SignState, sentence: str) -> SignView:
        """Return a view in a state with a sentence of its own."""
        who = self._workspace.read(lambda desk: desk.author.user if desk.opened else "")
        return SignView(
            signer=self.tr("Signing as {0}").format(who),
            meanings=(
                Meaning("performed", self.tr("I did these assessments and the record is complete."), "Alt D"),
                Meaning("reviewed", self.tr("I reviewed this record; somebody else did the visit."), "Alt R"),
            ),
            digest=seen.digest_code if seen else "",
            state=state,
            sentence=sentence,
        )
