"""The form in which an adverse event is described: days and times as typed, all else chosen by a digit.

It shows the sentence that a use case gave beside the field it is about, and must not know what is written.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from assessdesk.gui.forms.form_parts import ChoicePart, FormPart, Option, TextPart
from assessdesk.gui.look.theme import metrics
from assessdesk.services.adverse_events import Description
from assessdesk.services.safety import rules_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from assessdesk.gui.workspace import Workspace

ROWS = (
    ("term", "onset", "end", "known_at"),
    ("reporter",),
    ("grade", "serious"),
    ("criterion",),
    ("relation_assessment",),
    ("relation_exercise",),
    ("relation_treatment",),
    ("action",),
    ("outcome",),
)


class AdverseEventForm(QScrollArea):
    """The fields of one adverse event, made anew by `show_form`.

    Signals:
        accepted: Enter was pressed in the last field.
    """

    accepted = Signal()

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        self.parts: dict[str, FormPart] = {}
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def show_form(self, filled: Description) -> None:
        """Show the fields with what is known already."""
        texts = (
            ("term", self.tr("Term"), ""),
            ("onset", self.tr("Onset"), self.tr("such as 2025-11-18")),
            ("end", self.tr("End"), self.tr("empty while it lasts")),
            ("known_at", self.tr("Known since"), ""),
        )
        self.parts = {name: TextPart(label, note=note) for name, label, note in texts}
        relation = self.tr("Related to {0}")
        choices = (
            ("reporter", self.tr("Reported by"), ""),
            ("grade", self.tr("CTCAE grade"), ""),
            ("serious", self.tr("Serious"), ""),
            ("criterion", self.tr("Criterion"), self.tr("only when serious")),
            ("relation_assessment", relation.format(self.tr("the tests")), ""),
            ("relation_exercise", relation.format(self.tr("the exercise")), ""),
            ("relation_treatment", relation.format(self.tr("the treatment")), ""),
            ("action", self.tr("Action"), ""),
            ("outcome", self.tr("Outcome"), ""),
        )
        for name, label, note in choices:
            self.parts[name] = self._choice(name, label, note, value=getattr(filled, name))
        for name, part in self.parts.items():
            if isinstance(part, TextPart):
                part.line().setText(getattr(filled, name))
        self._lay_out()

    def _lay_out(self) -> None:
        sizes = metrics()
        column = QVBoxLayout()
        column.setContentsMargins(0, 0, sizes.u(1), 0)
        column.setSpacing(sizes.u(1.5))
        for names in ROWS:
            row = QHBoxLayout()
            row.setSpacing(sizes.u(3))
            for name in names:
                row.addWidget(self.parts[name], 2 if name == "term" else 1, Qt.AlignmentFlag.AlignTop)
            column.addLayout(row)
        column.addStretch(1)
        body = QWidget()
        body.setProperty("kind", "plain")
        body.setLayout(column)
        self.setWidget(body)
        parts = tuple(self.parts.values())
        for before, following in pairwise(parts):
            before.accepted.connect(self._moving(following))
        parts[-1].accepted.connect(self.accepted)

    def _moving(self, part: FormPart) -> Callable[[], None]:
        """Return what takes the cursor to a field and brings the field into sight."""

        def move() -> None:
            part.take_focus()
            self.ensureWidgetVisible(part)

        return move

    def _choice(self, name: str, label: str, note: str, *, value: str) -> ChoicePart:
        language, kind = self._workspace.language, name.partition("_")[0]
        codes = self._workspace.read(lambda desk: rules_of(desk).choices[kind])
        options = [Option(code, title.get(language)) for code, title in codes]
        return ChoicePart(label, options, value=value, note=note)

    def description(self) -> Description:
        """Return what stands in the fields; what was found about them before is taken away."""
        for part in self.parts.values():
            part.show_finding(None)
        return Description(**{name: part.value() for name, part in self.parts.items()})

    def show_refused(self, name: str, sentence: str) -> bool:
        """Show a sentence at the field of a name; say whether there is such a field."""
        part = self.parts.get(name)
        if part is None:
            return False
        part.show_refused(sentence)
        self.ensureWidgetVisible(part)
        return True
