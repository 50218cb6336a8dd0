"""The criteria of a study as questions, the verdict that follows from the answers, and what may be waived.

The verdict is the use case's; this part only asks and shows. It must not know what becomes of the person.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from assessdesk.domain.checks import Finding, parse_decimal
from assessdesk.domain.eligibility import INCLUSION, NUMBER, UNKNOWN, Eligibility, Stand, Verdict, requirements_of
from assessdesk.gui.fields.status_badge import StateView, StatusBadge
from assessdesk.gui.fields.text import Label
from assessdesk.gui.forms.form_parts import ChoicePart, FormPart, Option, TextPart, refused
from assessdesk.gui.look.states import VisualState
from assessdesk.gui.look.theme import TypeRole, metrics
from assessdesk.gui.look.tokens import Ink
from assessdesk.gui.page_parts import count_words
from assessdesk.services.screening import Answered, eligibility_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from assessdesk.domain.eligibility import Requirement
    from assessdesk.domain.study_conduct import Criterion
    from assessdesk.gui.workspace import Workspace

WAIVED = "waived"


class EligibilityPart(QWidget):
    """Inclusion left, exclusion right, under them what may be waived; `verdict` is the badge that says what follows.

    Signals:
        accepted: The last question was answered; the form moves on.
        focus_moved(QWidget): A question has the cursor now and should be seen.
    """

    accepted = Signal()
    focus_moved = Signal(object)

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        self._criteria = workspace.read(lambda desk: desk.in_force.conduct.eligibility)
        self.verdict = StatusBadge(StateView(VisualState.OPEN))
        self._parts: dict[str, FormPart] = {}
        self._columns = QHBoxLayout()
        self._columns.setSpacing(metrics().u(6))
        inclusion = [each for each in requirements_of(self._criteria) if each.criteria[0].kind == INCLUSION]
        exclusion = [each for each in requirements_of(self._criteria) if each.criteria[0].kind != INCLUSION]
        self._add_column(self.tr("Must be so"), inclusion)
        self._add_column(self.tr("Must not be so"), exclusion)
        self._waiver = WaiverPart(workspace)
        self._waiver.changed.connect(self._show_verdict)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(metrics().u(1))
        column.addLayout(self._columns)
        column.addWidget(self._waiver)
        parts = self.parts()
        for before, following in pairwise(parts):
            before.accepted.connect(lambda part=following: self._move_to(part))
        if parts:
            parts[-1].accepted.connect(self.accepted)
        self._waiver.hide()
        self._show_verdict()

    def _add_column(self, title: str, requirements: Sequence[Requirement]) -> None:
        column = QVBoxLayout()
        column.setSpacing(metrics().u(1))
        if requirements:
            column.addWidget(Label(title, bold=True))
        for requirement in requirements:
            if len(requirement.criteria) > 1:
                column.addWidget(Label(self.tr("One of these is enough:"), role=TypeRole.S, ink=Ink.MUTED))
            for criterion in requirement.criteria:
                self._parts[criterion.id] = self._asked(criterion)
                column.addWidget(self._parts[criterion.id])
        column.addStretch(1)
        self._columns.addLayout(column, 1)

    def _asked(self, criterion: Criterion) -> FormPart:
        """Make the question of one criterion: three choices that move on at once, or a line for a number."""
        text = criterion.text.get(self._workspace.language)
        if criterion.answer == NUMBER:
            unit = {"years": self.tr("years")}.get(criterion.unit, criterion.unit)
            line = TextPart(text, note=unit, hint=self.tr("empty: not known"), width=20, beside=True)
            line.line().textEdited.connect(self._show_verdict)
            line.line().editingFinished.connect(lambda: self._check(line))
            return line
        options = (
            Option("yes", self.tr("Yes")),
            Option("no", self.tr("No")),
            Option(UNKNOWN, self.tr("Not known")),
        )
        choice = ChoicePart(text, options, beside=True)
        choice.chosen.connect(self._show_verdict)
        choice.chosen.connect(choice.accepted)
        return choice

    def _check(self, line: TextPart) -> None:
        """Say under a number that it is none, without taking the cursor back: leaving it open is allowed."""
        read = _number(line)
        sentence = self._workspace.sentence(read) if isinstance(read, Finding) else ""
        if sentence != line.finding():
            line.show_finding(refused(self.tr("Not accepted:"), sentence) if sentence else None)

    def _move_to(self, part: FormPart) -> None:
        part.take_focus()
        self.focus_moved.emit(part)

    def parts(self) -> tuple[FormPart, ...]:
        """The questions in their order on the page: inclusion first."""
        return tuple(self._parts.values())

    def take_focus(self) -> None:
        """Put the cursor into the first question."""
        self.parts()[0].take_focus()

    def faulty(self) -> FormPart | None:
        """Return the first question whose answer cannot be read."""
        lines = (part for part in self.parts() if isinstance(part, TextPart))
        return next((line for line in lines if isinstance(_number(line), Finding)), None)

    def value(self) -> Answered:
        """What is answered; what cannot be read counts as not known."""
        answers = {name: self._answer(part) for name, part in self._parts.items()}
        return Answered(answers=answers, waived=self._waiver.waived(), reason=self._waiver.reason())

    def _answer(self, part: FormPart) -> str:
        if isinstance(part, TextPart):
            read = _number(part)
            return UNKNOWN if read is None or isinstance(read, Finding) else read
        return part.value() or UNKNOWN

    def show_value(self, answered: Answered) -> None:
        """Show answers that were given before."""
        for name, answer in answered.answers.items():
            part = self._parts.get(name)
            if isinstance(part, TextPart):
                part.line().setText("" if answer == UNKNOWN else answer)
            elif isinstance(part, ChoicePart):
                part.choose(answer)
        self._show_verdict()
        self._waiver.show_value(answered)

    def show_refused(self, sentence: str) -> None:
        """Show a sentence about the reason for a waiver."""
        self._waiver.show_refused(sentence)

    def standing(self) -> Eligibility:
        """Return the verdict on what is answered now."""
        answered = self.value()
        return self._workspace.read(lambda desk: eligibility_of(desk, answered))

    def _show_verdict(self) -> None:
        plain = Answered(answers=self.value().answers)
        failing = self._workspace.read(lambda desk: eligibility_of(desk, plain)).standing(Stand.FAILS)
        self._waiver.ask(failing)
        found = self.standing()
        count = {stand: count_words(len(found.standing(stand)), self._workspace.language) for stand in Stand}
        match found.verdict:
            case Verdict.ELIGIBLE:
                view = StateView(VisualState.DONE, self.tr("Eligible"), bold=True)
            case Verdict.NOT_ELIGIBLE:
                words = self.tr("Not eligible: {count} not as it must be").format(count=count[Stand.FAILS])
                view = StateView(VisualState.NOT_ACCEPTED, words, bold=True)
            case _:
                words = self.tr("Not decided: {count} still open").format(count=count[Stand.OPEN])
                view = StateView(VisualState.OPEN, words, bold=True)
        self.verdict.show_state(view)


class WaiverPart(QWidget):
    """One choice for each requirement that fails and may be waived, and the reason; hidden while there is none.

    Signals:
        changed: Another waiver was chosen.
    """

    changed = Signal()

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        self._may = workspace.read(lambda desk: desk.may("waive"))
        self._asked: dict[tuple[str, ...], ChoicePart] = {}
        self._choices = QVBoxLayout()
        self._choices.setSpacing(metrics().u(1))
        self._reason = TextPart(self.tr("Reason for the waiver"))
        self._ask = Label(
            self.tr("This can be waived by somebody with the permission for it."), ink=Ink.MUTED, wrap=True
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._ask)
        column.addLayout(self._choices)
        column.addWidget(self._reason)

    def ask(self, failing: Sequence[Requirement]) -> None:
        """Ask about the requirements that fail; what was chosen about them stays."""
        waivable = {each.ids: each for each in failing if each.waivable}
        for ids in set(self._asked) - set(waivable):
            gone = self._asked.pop(ids)
            self._choices.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        for ids, requirement in waivable.items():
            if ids not in self._asked and self._may:
                self._asked[ids] = self._made(requirement)
                self._choices.addWidget(self._asked[ids])
        self._ask.setVisible(bool(waivable) and not self._may)
        self._reason.setVisible(bool(self.waived()))
        self.setVisible(bool(waivable))

    def _made(self, requirement: Requirement) -> ChoicePart:
        language = self._workspace.language
        what = ", ".join(criterion.text.get(language) for criterion in requirement.criteria)
        options = (Option("", self.tr("Not waived")), Option(WAIVED, self.tr("Waived")))
        part = ChoicePart(self.tr("Waiver: {what}").format(what=what), options, beside=True)
        part.chosen.connect(self.changed)
        return part

    def waived(self) -> tuple[str, ...]:
        """The criteria that are waived."""
        return tuple(name for ids, part in self._asked.items() if part.value() == WAIVED for name in ids)

    def reason(self) -> str:
        """Why."""
        return self._reason.value() if self.waived() else ""

    def show_value(self, answered: Answered) -> None:
        """Show waivers that stand."""
        for ids, part in self._asked.items():
            if set(ids) <= set(answered.waived):
                part.choose(WAIVED)
        self._reason.line().setText(answered.reason)

    def show_refused(self, sentence: str) -> None:
        """Show a sentence about the reason."""
        self._reason.show_refused(sentence)


def _number(line: TextPart) -> str | Finding | None:
    """Return plain digits, what is wrong with them, or None for an empty line."""
    if not line.value().strip():
        return None
    read = parse_decimal(line.value(), line.line().accessibleName(), decimal_separators=(".", ","))
    return read if isinstance(read, Finding) else format(read, "f")
