"""One follow-up by telephone: its attempts, the next one, and the form of what was said once it was reached.

It hands on what was typed and shows the findings that come back. It must not know when a call may be given up.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from assessdesk.domain.checks import Severity
from assessdesk.domain.conduct import Stated
from assessdesk.domain.events import plain_decimal
from assessdesk.domain.programme_events import CallAttempted
from assessdesk.gui.capture.words import canonical_number
from assessdesk.gui.fields.data_table import DataTable
from assessdesk.gui.forms.form_parts import ChoicePart, FormPart, Option, TextPart, refused
from assessdesk.gui.look.theme import metrics
from assessdesk.gui.models import Column
from assessdesk.gui.page_parts import full_day
from assessdesk.gui.programme.questions import Questions
from assessdesk.gui.programme.words import sentence_of
from assessdesk.services.calls import NO, YES, CallForm

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from assessdesk.domain.checks import Finding
    from assessdesk.domain.programme_events import CallRecorded
    from assessdesk.gui.workspace import Refused, Workspace
    from assessdesk.services.calls import CallView

NUMBERS = ("joint_pain", "stiffness_minutes", "fatigue", "sleep", "days_missed", "exercise_minutes")
ROWS = (
    ("date", "joint_pain", "stiffness_minutes", "fatigue", "sleep"),
    ("days_missed", "exercise_minutes", "analgesics", "new_diagnoses"),
    ("adverse_event", "term"),
    ("advice", "next_date"),
    ("change",),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Attempt:
    """What was typed about an attempt."""

    day: str
    text: str


class CallPanel(QWidget):
    """The attempts and the form of one call.

    Signals:
        record_requested(CallForm): What stands in the form shall be written.
    """

    record_requested = Signal(object)

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        self._parts: dict[str, FormPart] = {}
        self.questions = Questions(workspace, self)
        self.questions.answered.connect(self.request)
        self.questions.dropped.connect(self._on_dropped)
        self._attempts = DataTable[Stated[CallAttempted]](
            self.tr("Attempts"), self._columns(), row_height=3.5, selectable=False
        )
        self._attempts.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.day = TextPart(self.tr("Day of the attempt"), width=18)
        self.text = TextPart(self.tr("Remark on the attempt"), note=self.tr("needed outside the window"))
        self.day.accepted.connect(self.text.take_focus)
        self._trying = QWidget()
        row = QHBoxLayout(self._trying)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(metrics().u(2))
        row.addWidget(self.day, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.text, 1, Qt.AlignmentFlag.AlignTop)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(metrics().u(1.5))
        for widget in (self._attempts, self._trying, self.questions.line):
            column.addWidget(widget)
        column.addWidget(self._area, 100)
        column.addStretch(1)

    def _columns(self) -> tuple[Column[Stated[CallAttempted]], ...]:
        language = self._workspace.language
        return (
            Column(self.tr("Attempt"), lambda one: str(one.event.attempt), 12, align_right=True),
            Column(self.tr("Day"), lambda one: full_day(date.fromisoformat(one.event.date), language), 20),
            Column(self.tr("Reached"), lambda one: self.tr("yes") if one.event.reached else self.tr("no"), 12),
            Column(self.tr("By"), lambda one: one.user, 12),
            Column(self.tr("Remark"), lambda one: one.event.text),
        )

    def part(self, name: str) -> FormPart:
        """The field of a name of `CallForm`."""
        return self._parts[name]

    def attempt(self) -> Attempt:
        """What was typed about the next attempt."""
        return Attempt(day=self.day.value(), text=self.text.value())

    def ask(self, view: CallView, *, today: date, exercise: bool, reached: bool) -> None:
        """Show a call: its attempts, the next attempt while it was not reached, else the form of what was said."""
        self.questions.begin()
        self._attempts.show_rows(view.call.attempts)
        self._attempts.setVisible(bool(view.call.attempts))
        self._trying.setVisible(not reached)
        self._area.setVisible(reached)
        for part in (self.day, self.text):
            part.show_refused("")
        self.day.line().setText(today.isoformat())
        self.text.line().clear()
        if reached:
            self._make_parts(view)
            self._lay_out(stated=view.call.recorded is not None, exercise=exercise)
            self._parts["joint_pain"].take_focus()
        else:
            self.day.take_focus()

    def _make_parts(self, view: CallView) -> None:
        told = view.call.recorded.event if view.call.recorded else None
        reached = [one.event.date for one in view.call.attempts if one.event.reached]
        following = view.proposed_next.isoformat() if view.proposed_next else ""
        event = "" if told is None else (YES if told.adverse_event else NO)
        both = [Option(YES, self.tr("Yes")), Option(NO, self.tr("No"))]
        self._parts = {
            "date": _line(self.tr("Day of the call"), told.date if told else reached[-1]),
            "joint_pain": _line(self.tr("Joint pain"), _number(told, "joint_pain"), note="0–10"),
            "stiffness_minutes": _line(
                self.tr("Morning stiffness"), _number(told, "stiffness_minutes"), note=self.tr("minutes")
            ),
            "fatigue": _line(self.tr("Fatigue"), _number(told, "fatigue"), note="0–10"),
            "sleep": _line(self.tr("Bad sleep"), _number(told, "sleep"), note="0–10"),
            "days_missed": _line(
                self.tr("Medicine missed"), _number(told, "days_missed"), note=self.tr("days, 0 when none")
            ),
            "exercise_minutes": _line(
                self.tr("Exercise"), _number(told, "exercise_minutes"), note=self.tr("minutes a week")
            ),
            "analgesics": _line(self.tr("Painkillers"), told.analgesics if told else ""),
            "new_diagnoses": _line(self.tr("New diagnoses"), told.new_diagnoses if told else ""),
            "adverse_event": ChoicePart(self.tr("Adverse event"), both, value=event),
            "term": _line(self.tr("What happened"), "", note=self.tr("opens a draft")),
            "advice": _line(self.tr("Advice given"), told.advice if told else ""),
            "next_date": _line(
                self.tr("Next call"), told.next_date if told else following, note=self.tr("such as 2025-11-18")
            ),
            "change": _line(self.tr("Reason for the change"), ""),
        }

    def _lay_out(self, *, stated: bool, exercise: bool) -> None:
        sizes = metrics()
        body = QWidget()
        body.setProperty("kind", "plain")
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, sizes.u(1), 0)
        column.setSpacing(sizes.u(1))
        for names in ROWS:
            row = QHBoxLayout()
            row.setSpacing(sizes.u(2))
            for name in names:
                row.addWidget(self._parts[name], 1, Qt.AlignmentFlag.AlignTop)
            column.addLayout(row)
        column.addStretch(1)
        self._area.setWidget(body)
        self._parts["exercise_minutes"].setVisible(exercise)
        self._parts["change"].setVisible(stated)
        adverse = self._parts["adverse_event"]
        if isinstance(adverse, ChoicePart):
            adverse.chosen.connect(lambda _: self._show_term())
        self._show_term()
        for part in self._parts.values():
            if isinstance(part, TextPart):
                part.line().textEdited.connect(lambda _: self.questions.forget())
        for before, following in pairwise(self._parts.values()):
            before.accepted.connect(self._moving(following))
        self._parts["change"].accepted.connect(self.request)

    def _show_term(self) -> None:
        self._parts["term"].setVisible(self._parts["adverse_event"].value() == YES)

    def _moving(self, part: FormPart) -> Callable[[], None]:
        """Return what goes to a field, or on to the next one that is shown; behind the last one all is written."""
        names = list(self._parts.values())
        later = names[names.index(part) :]

        def move() -> None:
            shown = next((one for one in later if one.isVisible()), None)
            if shown is None:
                self.request()
                return
            shown.take_focus()
            self._area.ensureWidgetVisible(shown)

        return move

    def form(self) -> CallForm:
        """Return what stands in the form."""
        given = {name: part.value() for name, part in self._parts.items()}
        for name in NUMBERS:
            given[name] = canonical_number(given[name])
        return CallForm(confirmed=self.questions.given, **given)

    def request(self) -> None:
        """Ask for what stands in the form to be written."""
        for part in self._parts.values():
            part.show_finding(None)
        if self._parts:
            self.record_requested.emit(self.form())

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """Show what cannot be beside its field, or ask about the first unusual value."""
        hard = [one for one in findings if one.severity is Severity.HARD]
        first = (hard or list(findings))[0]
        label = self._parts[first.field].label.text()
        if hard:
            self._parts[first.field].show_refused(sentence_of(self._workspace, first, label))
            self._area.ensureWidgetVisible(self._parts[first.field])
        else:
            self.questions.ask(first, label)

    def show_refused(self, problem: Refused) -> None:
        """Show a refusal beside the field that it is about, else above the form."""
        about = problem.arguments.get("field") or problem.arguments.get("what", "")
        trying = {"date": self.day, "text": self.text} if not self._trying.isHidden() else {}
        part = trying.get(about) or self._parts.get(about)
        if part is not None:
            part.show_refused(problem.sentence)
            self._area.ensureWidgetVisible(part)
        else:
            self.questions.line.show_finding(refused(self.tr("Not written:"), problem.sentence))

    def asking(self) -> bool:
        """Say whether a question waits for a reason."""
        return self.questions.waiting()

    def drop_question(self) -> None:
        """Leave the question."""
        self.questions.drop()

    def _on_dropped(self, about: str) -> None:
        """Go back to the field that was asked about."""
        if about in self._parts:
            self._parts[about].take_focus()


def _line(label: str, text: str, *, note: str = "") -> TextPart:
    part = TextPart(label, note=note)
    part.line().setText(text)
    return part


def _number(told: CallRecorded | None, name: str) -> str:
    number = getattr(told, name) if told is not None else None
    return "" if number is None else (str(number) if isinstance(number, int) else plain_decimal(number))
