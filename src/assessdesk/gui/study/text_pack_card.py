"""A site's text pack as it is shown before it is adopted: what it is for, who permitted it, whose key signed it.

The fingerprint is shown in part only, so that the rest has to come from the site. It must not know signatures.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Signal

from assessdesk.gui.fields.finding_line import FindingKind, FindingView
from assessdesk.gui.forms.fields_card import FieldsCard
from assessdesk.gui.forms.form_parts import TextPart, refused
from assessdesk.gui.page_parts import count_words, full_day, language_words
from assessdesk.services import text_packs

if TYPE_CHECKING:
    from PySide6.QtGui import QAction

    from assessdesk.gui.workspace import Refused, Workspace
    from assessdesk.services.text_packs import Offer, TextPack

SHOWN = 9
"""How much of a fingerprint is shown before it is typed: two of its four groups."""


class TextPackCard(FieldsCard):
    """The card: `offer(content)` shows a file, `adopt()` takes it in.

    Signals:
        told: a `FindingView` with what came of it.
        closed: Nothing is offered any more.
    """

    told = Signal(object)
    closed = Signal()

    def __init__(self, workspace: Workspace, action: QAction) -> None:
        translate = QCoreApplication.translate
        heard = TextPart(
            translate("TextPackCard", "Fingerprint of the signer"),
            note=translate("TextPackCard", "all four groups, as the site reads them to you over another channel"),
        )
        super().__init__(action, ({"heard": heard},), needed=("heard",))
        self._workspace = workspace
        self._content = b""

    def offer(self, content: bytes) -> None:
        """Read a file and show what it holds; what is wrong with it is told."""
        offered = self._workspace.perform(
            lambda desk: text_packs.offer(desk, content),
            on_refused=lambda problem: self.told.emit(refused(self.tr("Not accepted:"), problem.sentence)),
        )
        if offered is None:
            self.closed.emit()
            return
        self._content = content
        self.begin(self.tr("Text pack: {name}").format(name=self._name(offered.pack)), words=self._facts(offered))

    def close_offer(self) -> None:
        """Offer nothing any more; nothing is adopted."""
        self._content = b""
        self.hide()
        self.closed.emit()

    def _name(self, pack: TextPack) -> str:
        title = self._workspace.read(lambda desk: desk.instruments[pack.instrument].title)
        return f"{title.get(self._workspace.language)}, {language_words(pack.language)}"

    def _facts(self, offered: Offer) -> str:
        pack, language = offered.pack, self._workspace.language
        words = self.tr("Edition {edition}, {count} items. Permission of {holder}: {reference}, {day}.")
        count = count_words(len(pack.items), language)
        lines = [
            words.format(
                edition=pack.edition,
                count=count,
                holder=pack.licence_holder,
                reference=pack.licence_reference,
                day=full_day(date.fromisoformat(pack.date), language),
            )
        ]
        if offered.replaces is not None:
            words = self.tr("It replaces the pack of {day}, {reference}; what was asked with that one stays as it is.")
            day = full_day(date.fromisoformat(offered.replaces.date), language)
            lines.append(words.format(day=day, reference=offered.replaces.licence_reference))
        words = self.tr("It was signed with the key whose fingerprint begins {groups}.")
        lines.append(words.format(groups=offered.fingerprint[:SHOWN]))
        return "\n".join(lines)

    def adopt(self) -> None:
        """Take the pack into the ledger when the fingerprint that was heard is that of its signer."""
        if not self.complete():
            return
        content, heard = self._content, self.values()["heard"]
        offered = self._workspace.perform(
            lambda desk: text_packs.adopt_heard(desk, content, heard=heard), on_refused=self._on_refused
        )
        if offered is None:
            return
        self.close_offer()
        words = self.tr("{name}. Its wording is shown from the next item on.")
        sentence = words.format(name=self._name(offered.pack))
        self.told.emit(FindingView(FindingKind.NOTE, self.tr("Adopted:"), sentence))

    def _on_refused(self, problem: Refused) -> None:
        if problem.code == "TEXT_PACK_OTHER_SIGNER":
            # The sentence for the command line names the whole fingerprint; here it must come from the site.
            sentence = self.tr(
                "This is not the fingerprint of its signer. Nothing was adopted. Ask the site once more."
            )
            self.show_refused("heard", sentence)
        else:
            self.show_refused("", problem.sentence)
