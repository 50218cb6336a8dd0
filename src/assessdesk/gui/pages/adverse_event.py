"""Adverse events of a visit, or outside visits: the drafts that wait, described in full or closed as none.

It shows the sentence that a use case gave beside the field it is about, and must not know deadlines of reporting.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from assessdesk.gui.fields.announcement import announce
from assessdesk.gui.fields.buttons import ActionButton, ButtonKind, ButtonView
from assessdesk.gui.fields.finding_line import FindingKind, FindingLine, FindingView
from assessdesk.gui.form_parts import ChoicePart, FormPart, Option, TextPart, refused
from assessdesk.gui.page import Destination, Page
from assessdesk.gui.page_parts import PageHead, add_action, moment, page_layout
from assessdesk.gui.theme import metrics
from assessdesk.services import adverse_events
from assessdesk.services.adverse_events import Description
from assessdesk.services.safety import rules_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QAction

    from assessdesk.domain.record import Record
    from assessdesk.gui.workspace import Refused, Workspace
    from assessdesk.services.adverse_events import AdverseEventView
    from assessdesk.services.desk import Desk


class AdverseEventPage(Page):
    """The drafts of one visit and the form of the one that is shown."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace, parent)
        self._visit = ""
        self._record: Record | None = None
        self._drafts: tuple[AdverseEventView, ...] = ()
        self._place = 0
        self._parts: dict[str, FormPart] = {}
        self._save = add_action(self, self.tr("Record"), self._complete, keys=("Ctrl+Return",), short=self.tr("record"))
        self._dismiss = add_action(self, self.tr("No adverse event"), self._closed_as_none, keys=("Alt+X",))
        self._next = add_action(self, self.tr("Next draft"), self._turn, keys=("Alt+Down",))
        self._report = add_action(self, self.tr("Report another"), self._reported, keys=("Alt+N",))
        add_action(self, self.tr("next field"), self.focusNextChild, caps=("Enter", "Tab"))
        add_action(self, self.tr("Back"), self._back, keys=("Escape",), short=self.tr("back"))
        buttons = (_button(self._next), _button(self._save, ButtonKind.PRIMARY))
        self._head = PageHead(right=buttons)
        self.finding = FindingLine()
        self._body = QScrollArea()
        self._body.setWidgetResizable(True)
        self._body.setFrameShape(QFrame.Shape.NoFrame)
        self._body.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.none_reason = TextPart(self.tr("Why it is no adverse event"))
        self.new_term = TextPart(self.tr("Another event, such as a fall"))
        self.none_reason.put_beside(_button(self._dismiss))
        self.new_term.put_beside(_button(self._report))
        self.none_reason.accepted.connect(self._dismiss.trigger)
        self.new_term.accepted.connect(self._report.trigger)
        foot = QHBoxLayout()
        foot.setSpacing(metrics().u(3))
        for part in (self.none_reason, self.new_term):
            foot.addWidget(part, 1, Qt.AlignmentFlag.AlignTop)
        column = page_layout(self)
        column.addWidget(self._head)
        column.addWidget(self.finding)
        column.addWidget(self._body, 1)
        column.addLayout(foot)

    # -- the page -----------------------------------------------------------------------------------------------------

    def path(self) -> tuple[str, ...]:
        """Today, the code, the page."""
        code = (self._record.code,) if self._record else ()
        return (self.tr("Today"), *code, self.tr("Adverse events"))

    def open(self, destination: Destination) -> None:
        """Show the first open draft of a visit."""
        self._visit, self._place = destination.visit, 0
        self._record = self.workspace.read(lambda desk: desk.record(destination.participant))
        self._show()

    def refresh(self) -> None:
        """Nothing is read here; what is being typed stays."""

    def part(self, name: str) -> FormPart:
        """The field of a name of `Description`."""
        return self._parts[name]

    def shown(self) -> AdverseEventView | None:
        """The draft that is shown, or None when nothing waits."""
        return self._drafts[self._place] if self._drafts else None

    def _show(self) -> None:
        record, language = self._record, self.workspace.language
        if record is None:
            return
        self._drafts = self.workspace.read(
            lambda desk: adverse_events.open_drafts(desk, record, self._visit, language=language)
        )
        self._place = min(self._place, max(0, len(self._drafts) - 1))
        self.finding.show_finding(None)
        for part in (self.none_reason, self.new_term):
            part.line().clear()
            part.show_finding(None)
        draft = self.shown()
        self._next.setEnabled(len(self._drafts) > 1)
        self._save.setEnabled(draft is not None)
        self._dismiss.setEnabled(draft is not None)
        self.none_reason.setVisible(draft is not None)
        self._body.setVisible(draft is not None)
        if draft is None:
            self._head.show_words(self.tr("Adverse events"), self.tr("No draft waits."))
            self.new_term.take_focus()
        else:
            title = self.tr("Draft {0} of {1}: {2}").format(self._place + 1, len(self._drafts), draft.term)
            source = ", ".join(part for part in (draft.instrument, moment(draft.at, language)) if part)
            self._head.show_words(title, source)
            self._make_form(draft)
            self._parts["term"].take_focus()
        self.keys_changed.emit()

    def _make_form(self, draft: AdverseEventView) -> None:
        now = self.workspace.read(lambda desk: desk.clock.now())
        term, onset, known = TextPart(self.tr("Term")), self._day(self.tr("Onset")), TextPart(self.tr("Known since"))
        term.line().setText(draft.term)
        onset.line().setText(draft.at.date().isoformat())
        known.line().setText(f"{now:%Y-%m-%d %H:%M}")
        relation = self.tr("Related to {0}")
        self._parts = {
            "term": term,
            "onset": onset,
            "end": self._day(self.tr("End"), self.tr("empty while it lasts")),
            "known_at": known,
            "reporter": self._choice("reporter", self.tr("Reported by")),
            "grade": self._choice("grade", self.tr("CTCAE grade")),
            "serious": self._choice("serious", self.tr("Serious")),
            "criterion": self._choice("criterion", self.tr("Criterion"), self.tr("only when serious")),
            "relation_assessment": self._choice("relation", relation.format(self.tr("the tests"))),
            "relation_exercise": self._choice("relation", relation.format(self.tr("the exercise"))),
            "relation_treatment": self._choice("relation", relation.format(self.tr("the treatment"))),
            "action": self._choice("action", self.tr("Action")),
            "outcome": self._choice("outcome", self.tr("Outcome")),
        }
        self._lay_form()

    def _lay_form(self) -> None:
        sizes = metrics()
        rows = (("term", "onset", "end", "known_at"), ("reporter",), ("grade", "serious"), ("criterion",))
        alone = ("relation_assessment", "relation_exercise", "relation_treatment", "action", "outcome")
        column = QVBoxLayout()
        column.setContentsMargins(0, 0, sizes.u(1), 0)
        column.setSpacing(sizes.u(1.5))
        for names in (*rows, *((name,) for name in alone)):
            row = QHBoxLayout()
            row.setSpacing(sizes.u(3))
            for name in names:
                row.addWidget(self._parts[name], 2 if name == "term" else 1, Qt.AlignmentFlag.AlignTop)
            column.addLayout(row)
        column.addStretch(1)
        body = QWidget()
        body.setProperty("kind", "plain")
        body.setLayout(column)
        self._body.setWidget(body)
        parts = tuple(self._parts.values())
        for before, following in pairwise(parts):
            before.accepted.connect(self._moving(following))
        parts[-1].accepted.connect(self._save.trigger)

    def _moving(self, part: FormPart) -> Callable[[], None]:
        """Return what takes the cursor to a field and brings the field into sight."""

        def move() -> None:
            part.take_focus()
            self._body.ensureWidgetVisible(part)

        return move

    def _day(self, label: str, note: str = "") -> TextPart:
        return TextPart(label, note=note or self.tr("such as 2025-11-18"))

    def _choice(self, name: str, label: str, note: str = "") -> ChoicePart:
        language = self.workspace.language
        codes = self.workspace.read(lambda desk: rules_of(desk).choices[name])
        return ChoicePart(label, [Option(code, title.get(language)) for code, title in codes], note=note)

    # -- what one can do ----------------------------------------------------------------------------------------------

    def _complete(self) -> None:
        draft = self.shown()
        if draft is None:
            return
        for part in self._parts.values():
            part.show_finding(None)
        description = Description(**{name: part.value() for name, part in self._parts.items()})
        said = self.tr("Recorded: {0}").format(description.term)
        self._state(
            lambda desk, record: adverse_events.complete(desk, record, self._visit, draft.id, description), said
        )

    def _closed_as_none(self) -> None:
        draft, reason = self.shown(), self.none_reason.value()
        if draft is not None:
            said = self.tr("Closed as no adverse event")
            self._state(
                lambda desk, record: adverse_events.dismiss(desk, record, self._visit, draft.id, reason=reason), said
            )

    def _reported(self) -> None:
        term = self.new_term.value()
        if not term.strip():
            self.new_term.show_refused(self.tr("Write what happened, in a few words."))
            return
        self._place = len(self._drafts)
        self._state(
            lambda desk, record: adverse_events.report(desk, record, self._visit, term=term), self.tr("Draft opened")
        )

    def _state(self, use_case: Callable[[Desk, Record], Record], said: str) -> None:
        """Have a fact written and show what waits after it."""
        record = self._record
        if record is None:
            return
        done = self.workspace.perform(lambda desk: use_case(desk, record), on_refused=self._on_refused)
        if done is not None:
            self._record = done
            self._show()
            self.finding.show_finding(FindingView(FindingKind.NOTE, self.tr("Saved."), said))
            announce(self, said)

    def _on_refused(self, problem: Refused) -> None:
        """Show a sentence beside the field that it is about, else above the form."""
        about = problem.arguments.get("field") or problem.arguments.get("what", "")
        named = {"ADVERSE_EVENT_ORDER": "end", "ADVERSE_EVENT_REASON": "none"}
        part = self._parts.get(named.get(problem.code, about))
        if problem.code == "ADVERSE_EVENT_REASON":
            part = self.none_reason
        if part is None:
            self.finding.show_finding(refused(self.tr("Not written:"), problem.sentence))
        else:
            part.show_refused(problem.sentence)
            self._body.ensureWidgetVisible(part)

    def _turn(self) -> None:
        """Show the next draft; what was typed into the present one and not recorded is dropped."""
        if self._drafts:
            self._place = (self._place + 1) % len(self._drafts)
            self._show()

    def _back(self) -> None:
        if self._record is not None:
            page = "review" if self._visit else "participant"
            self.leave_requested.emit(Destination(page=page, participant=self._record.participant, visit=self._visit))


def _button(action: QAction, kind: ButtonKind = ButtonKind.PLAIN) -> ActionButton:
    button = ActionButton(ButtonView(action.text(), kind=kind))
    button.attach(action)
    return button
