"""The form of one exercise session: held or not, how, the exercises, how it felt; typed through with Enter.

It hands what was typed to whoever asked, and shows the findings that come back. It must not know what may be written.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from assessdesk.domain.checks import Severity
from assessdesk.domain.events import plain_decimal
from assessdesk.gui.capture.words import canonical_number
from assessdesk.gui.fields.buttons import ActionButton, ButtonKind, ButtonView
from assessdesk.gui.fields.text import Label
from assessdesk.gui.forms.form_parts import ChoicePart, FormPart, Option, TextPart, refused
from assessdesk.gui.look.theme import TypeRole, metrics
from assessdesk.gui.look.tokens import Ink
from assessdesk.gui.page_parts import full_day
from assessdesk.gui.programme.exercise_table import ExerciseTable
from assessdesk.gui.programme.questions import Questions
from assessdesk.gui.programme.words import sentence_of
from assessdesk.services.sessions import NO, YES, SessionForm, prescription

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from decimal import Decimal

    from PySide6.QtGui import QAction

    from assessdesk.domain.checks import Finding
    from assessdesk.domain.programme import SessionState
    from assessdesk.gui.workspace import Refused, Workspace
    from assessdesk.services.sessions import SessionsView

FELT = ("minutes", "exertion", "pain_before", "pain_after")


class SessionPanel(QFrame):
    """The form.

    Signals:
        record_requested(SessionForm): What stands in the form shall be written.
    """

    record_requested = Signal(object)

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        self._parts: dict[str, FormPart] = {}
        self.session = ""
        self.setProperty("kind", "card")
        self._title = Label(role=TypeRole.L, bold=True)
        self._planned = Label(ink=Ink.MUTED)
        self._save = ActionButton(ButtonView(self.tr("Record session"), kind=ButtonKind.PRIMARY))
        self.questions = Questions(workspace, self)
        self.questions.answered.connect(self.request)
        self.questions.dropped.connect(self._on_dropped)
        self.table = ExerciseTable()
        self.table.finished.connect(self.request)
        head = QHBoxLayout()
        head.setSpacing(metrics().u(2))
        head.addWidget(self._title)
        head.addWidget(self._planned, 1)
        head.addWidget(self._save)
        self._body = QWidget()
        self._place = QVBoxLayout()
        sizes = metrics()
        column = QVBoxLayout(self)
        column.setContentsMargins(sizes.u(2), sizes.u(1.5), sizes.u(2), sizes.u(1.5))
        column.setSpacing(sizes.u(1))
        column.addLayout(head)
        column.addWidget(self.questions.line)
        column.addLayout(self._place, 1)

    def attach(self, action: QAction) -> None:
        """Let the button do what an action does."""
        self._save.attach(action)

    def part(self, name: str) -> FormPart:
        """The field of a name of `SessionForm`."""
        return self._parts[name]

    def ask(self, view: SessionsView, state: SessionState, *, user: str) -> None:
        """Show the form of a session, empty but for what is prescribed, or as it was stated."""
        self.session = state.planned.id
        self.questions.begin()
        words = self.tr("{code}, week {week}, session {place}")
        self._title.show_text(words.format(code=view.record.code, week=state.planned.week, place=state.planned.place))
        day = full_day(state.planned.day, self._workspace.language)
        self._planned.show_text(self.tr("Planned {day}").format(day=day))
        self._make_parts(view, state, user)
        language = self._workspace.language
        titles = {one.id: one.title.get(language) for one in view.plan.exercises}
        weighed = [one.id for one in view.plan.exercises if one.load_unit]
        self.table = ExerciseTable()
        self.table.finished.connect(self.request)
        self.table.edited.connect(self.questions.forget)
        self.table.show_exercises(prescription(view, state.planned.id), titles, weighed)
        self._lay_out(stated=state.told is not None)
        self._show_branch()
        self._parts["took_place"].take_focus()

    def _make_parts(self, view: SessionsView, state: SessionState, user: str) -> None:
        language, plan, told = self._workspace.language, view.plan, state.told
        held = told is not None and bool(told.held)
        answer = "" if told is None else (YES if held else NO)
        both = [Option(YES, self.tr("Yes")), Option(NO, self.tr("No"))]
        modes = [Option(mode.id, mode.title.get(language)) for mode in plan.modes]
        why = [Option(reason.id, reason.title.get(language)) for reason in plan.not_held]
        event = "" if told is None or not held else (YES if told.adverse_event else NO)
        usual = self.tr("usually {low} to {high} min").format(low=plan.minutes_low, high=plan.minutes_high)
        self._parts = {
            "took_place": ChoicePart(self.tr("Was it held?"), both, value=answer),
            "held": _line(self.tr("Day"), (told.held if told else "") or view.today.isoformat()),
            "mode": ChoicePart(self.tr("How"), modes, value=told.mode if told else ""),
            "minutes": _line(self.tr("Minutes"), str(told.minutes) if told and held else "", note=usual),
            "exertion": _line(self.tr("Exertion"), _digits(told.exertion if told else None), note="0–10"),
            "pain_before": _line(self.tr("Pain before"), _digits(told.pain_before if told else None), note="0–10"),
            "pain_after": _line(self.tr("Pain after"), _digits(told.pain_after if told else None), note="0–10"),
            "adverse_event": ChoicePart(self.tr("Adverse event"), both, value=event),
            "term": _line(self.tr("What happened"), "", note=self.tr("opens a draft")),
            "supervisor": _line(self.tr("Led by"), told.supervisor if told else user, note=self.tr("a code")),
            "not_held": ChoicePart(self.tr("Why not"), why, value=told.not_held if told else ""),
            "text": _line(self.tr("Remark"), told.text if told else ""),
            "change": _line(self.tr("Reason for the change"), ""),
        }
        for name in ("took_place", "adverse_event"):
            part = self._parts[name]
            if isinstance(part, ChoicePart):
                part.chosen.connect(lambda _: self._show_branch())
        for part in self._parts.values():
            if isinstance(part, TextPart):
                part.line().textEdited.connect(lambda _: self.questions.forget())

    def _lay_out(self, *, stated: bool) -> None:
        """Put the fields at the left and the exercises at the right."""
        sizes = metrics()
        self._body = _renewed(self._body)
        left = QVBoxLayout()
        left.setSpacing(sizes.u(1))
        groups = (("took_place", "held"), ("mode",), FELT, ("adverse_event", "term"), ("not_held",))
        for names in (*groups, ("supervisor", "text"), ("change",)):
            row = QHBoxLayout()
            row.setSpacing(sizes.u(2))
            for name in names:
                row.addWidget(self._parts[name], 1, Qt.AlignmentFlag.AlignTop)
            left.addLayout(row)
        left.addStretch(1)
        both = QHBoxLayout(self._body)
        both.setContentsMargins(0, 0, 0, 0)
        both.setSpacing(sizes.u(3))
        both.addLayout(left, 1)
        both.addWidget(self.table, 1)
        self._place.addWidget(self._body)
        self._stated = stated
        for before, following in pairwise(self._parts.values()):
            before.accepted.connect(self._moving(following))
        self._parts["change"].accepted.connect(self.request)

    def _show_branch(self) -> None:
        """Show the fields of a session that was held, or of one that was not."""
        answer = self._parts["took_place"].value()
        held = answer == YES
        for name in ("held", "mode", *FELT, "adverse_event", "supervisor"):
            self._parts[name].setVisible(held)
        self._parts["term"].setVisible(held and self._parts["adverse_event"].value() == YES)
        self._parts["not_held"].setVisible(answer == NO)
        self._parts["text"].setVisible(bool(answer))
        self._parts["change"].setVisible(self._stated and bool(answer))
        self.table.setVisible(held)

    def _moving(self, part: FormPart) -> Callable[[], None]:
        """Return what goes to a field, or on to the next one that is shown, or to the exercises."""
        names = list(self._parts.values())
        later = names[names.index(part) :]

        def move() -> None:
            for one in later:
                if one.isVisible():
                    one.take_focus()
                    return
            if self.table.isVisible():
                self.table.take_focus()
            else:
                self.request()

        return move

    def form(self) -> SessionForm:
        """Return what stands in the form."""
        given = {name: part.value() for name, part in self._parts.items()}
        for name in FELT:
            given[name] = canonical_number(given[name])
        return SessionForm(exercises=self.table.forms(), confirmed=self.questions.given, **given)

    def request(self) -> None:
        """Ask for what stands in the form to be written."""
        for part in self._parts.values():
            part.show_finding(None)
        self.record_requested.emit(self.form())

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """Show what cannot be beside its field, or ask about the first unusual value."""
        hard = [one for one in findings if one.severity is Severity.HARD]
        first = (hard or list(findings))[0]
        if not hard:
            self.questions.ask(first, self._label(first.field))
            return
        self._refuse(first.field, sentence_of(self._workspace, first, self._label(first.field)))

    def show_refused(self, problem: Refused) -> None:
        """Show a refusal beside the field that it is about, else above the form."""
        about = problem.arguments.get("field") or problem.arguments.get("what", "")
        self._refuse(about, problem.sentence)

    def _refuse(self, name: str, sentence: str) -> None:
        if name in self._parts:
            self._parts[name].show_refused(sentence)
        elif self.table.has(name):
            self.table.show_refused(name, sentence)
        else:
            self.questions.line.show_finding(refused(self.tr("Not written:"), sentence))

    def _label(self, name: str) -> str:
        return self.table.label_of(name) if self.table.has(name) else self._parts[name].label.text()

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
        else:
            self.table.take_focus()


def _line(label: str, text: str, *, note: str = "") -> TextPart:
    part = TextPart(label, note=note)
    part.line().setText(text)
    return part


def _digits(number: Decimal | None) -> str:
    return "" if number is None else plain_decimal(number)


def _renewed(old: QWidget) -> QWidget:
    """Return an empty widget in the place of one that is not needed any more."""
    old.hide()
    old.deleteLater()
    return QWidget()
