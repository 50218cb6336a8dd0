"""An inline form on a page: a card with a title, one button, and named fields in rows.

It finds gaps and shows a sentence under the field that it is about; it must not know what the fields mean.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from assessdesk.gui.fields.buttons import ActionButton, ButtonKind, ButtonView
from assessdesk.gui.fields.finding_line import FindingLine
from assessdesk.gui.fields.text import Label
from assessdesk.gui.forms.form_parts import ChoicePart, FormPart, TextPart, refused
from assessdesk.gui.look.theme import metrics
from assessdesk.gui.look.tokens import Ink

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PySide6.QtGui import QAction


class FieldsCard(QFrame):
    """The card; hidden until `begin`.

    Args:
        action: What the button does; Enter in the last field does the same.
        rows: The fields of each row, left to right, by name.
        needed: Names of the fields that must hold something.
        kind: How the button looks.
    """

    def __init__(
        self,
        action: QAction,
        rows: Sequence[Mapping[str, FormPart]],
        *,
        needed: Sequence[str],
        kind: ButtonKind = ButtonKind.PRIMARY,
    ) -> None:
        super().__init__()
        self.action = action
        self._parts = {name: part for row in rows for name, part in row.items()}
        self._needed = tuple(needed)
        self._title = Label(bold=True)
        self._words = Label(ink=Ink.MUTED, wrap=True)
        self._words.hide()
        self._finding = FindingLine()
        self.setProperty("kind", "card")
        sizes = metrics()
        button = ActionButton(ButtonView(action.text(), kind=kind))
        button.attach(action)
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(sizes.u(2), sizes.u(1.5), sizes.u(2), sizes.u(2))
        column.setSpacing(sizes.u(1.5))
        column.addLayout(head)
        column.addWidget(self._words)
        column.addWidget(self._finding)
        for row in rows:
            line = QHBoxLayout()
            line.setSpacing(sizes.u(3))
            for part in row.values():
                line.addWidget(part, 1, Qt.AlignmentFlag.AlignTop)
            column.addLayout(line)
        parts = tuple(self._parts.values())
        for part, following in pairwise(parts):
            part.accepted.connect(following.take_focus)
        parts[-1].accepted.connect(action.trigger)
        self.hide()

    def begin(self, title: str, *, words: str = "", fixed: Sequence[str] = (), **given: str) -> None:
        """Show the card with a title, words under it, its fields empty or with what is given.

        The cursor goes into the first empty one. What stands in the `fixed` fields can be read and not changed.
        """
        self._title.show_text(title)
        self._words.show_text(words)
        self._words.setVisible(bool(words))
        self._finding.show_finding(None)
        for name, part in self._parts.items():
            part.show_refused("")
            if isinstance(part, TextPart):
                part.line().setText(given.get(name, ""))
                part.line().setReadOnly(name in fixed)
            elif isinstance(part, ChoicePart):
                part.clear()
                if given.get(name) in part.codes():
                    part.choose(given[name])
        self.show()
        parts = tuple(part for name, part in self._parts.items() if name not in fixed)
        next((part for part in parts if not part.value()), parts[0]).take_focus()

    def values(self) -> dict[str, str]:
        """What was filled in, by name."""
        return {name: part.value().strip() for name, part in self._parts.items()}

    def complete(self) -> bool:
        """Say whether every needed field holds something; the first gap is shown."""
        self._finding.show_finding(None)
        for part in self._parts.values():
            part.show_refused("")
        gap = next((self._parts[name] for name in self._needed if not self._parts[name].value().strip()), None)
        if gap is not None:
            gap.show_refused(self.tr("This is needed. Fill it in."))
        return gap is None

    def show_refused(self, name: str, sentence: str) -> None:
        """Show why nothing was written, under the field of a name; without one, under the title."""
        part = self._parts.get(name)
        if part is None:
            self._finding.show_finding(refused(self.tr("Not accepted:"), sentence))
        else:
            part.show_refused(sentence)

    def findings(self) -> dict[str, str]:
        """The sentences that are shown, by the name of their field."""
        return {name: part.finding() for name, part in self._parts.items() if part.finding()}
