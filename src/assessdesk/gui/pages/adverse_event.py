"""Adverse events of a visit, or all of a participant: drafts that wait are described or closed, others described anew.

It shows the sentence that a use case gave beside the field it is about, and must not know deadlines of reporting.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from assessdesk.domain.adverse import Stand
from assessdesk.gui.fields.announcement import announce
from assessdesk.gui.fields.buttons import ActionButton, ButtonKind, ButtonView
from assessdesk.gui.fields.finding_line import FindingKind, FindingLine, FindingView
from assessdesk.gui.forms.form_parts import FormPart, TextPart, refused
from assessdesk.gui.look.theme import metrics
from assessdesk.gui.page import Destination, Page
from assessdesk.gui.page_parts import PageHead, add_action, moment, page_layout
from assessdesk.gui.participant.adverse_event_form import AdverseEventForm
from assessdesk.gui.participant.adverse_event_list import table_of
from assessdesk.services import adverse_events
from assessdesk.services.adverse_events import Description

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QAction

    from assessdesk.domain.record import Record
    from assessdesk.gui.workspace import Refused, Workspace
    from assessdesk.services.adverse_events import AdverseEventView
    from assessdesk.services.desk import Desk

LIST_HEIGHT = 20


class AdverseEventPage(Page):
    """The list of adverse events and the form of the one that is shown."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace, parent)
        self._visit = ""
        self._record: Record | None = None
        self._shown: AdverseEventView | None = None
        self._save = add_action(self, self.tr("Record"), self._complete, keys=("Ctrl+Return",), short=self.tr("record"))
        self._dismiss = add_action(self, self.tr("No adverse event"), self._closed_as_none, keys=("Alt+X",))
        self._next = add_action(self, self.tr("Next draft"), self._turn, keys=("Alt+Down",))
        self._report = add_action(self, self.tr("Report another"), self._reported, keys=("Alt+N",))
        self._list = add_action(self, self.tr("to the list"), self._to_list, keys=("Alt+L",))
        add_action(self, self.tr("next field"), self.focusNextChild, caps=("Enter", "Tab"))
        add_action(self, self.tr("Back"), self._back, keys=("Escape",), short=self.tr("back"))
        self._head = PageHead(right=(_button(self._next), _button(self._save, ButtonKind.PRIMARY)))
        self.finding = FindingLine()
        self.table = table_of(lambda: workspace.language)
        self.table.row_chosen.connect(self._choose)
        self.table.row_opened.connect(lambda _: self._to_form())
        self.form = AdverseEventForm(workspace)
        self.form.accepted.connect(self._save.trigger)
        self.none_reason = TextPart(self.tr("Why it is no adverse event"))
        self.change_reason = TextPart(self.tr("Reason for the change"), note=self.tr("such as: it has ended"))
        self.new_term = TextPart(self.tr("Another event, such as a fall"))
        self.none_reason.put_beside(_button(self._dismiss))
        self.new_term.put_beside(_button(self._report))
        self.none_reason.accepted.connect(self._dismiss.trigger)
        self.change_reason.accepted.connect(self._save.trigger)
        self.new_term.accepted.connect(self._report.trigger)
        self._lay_out()

    def _lay_out(self) -> None:
        foot = QHBoxLayout()
        foot.setSpacing(metrics().u(3))
        for part in (self.none_reason, self.change_reason, self.new_term):
            foot.addWidget(part, 1, Qt.AlignmentFlag.AlignTop)
        column = page_layout(self)
        for widget in (self._head, self.finding, self.table):
            column.addWidget(widget)
        column.addWidget(self.form, 1)
        column.addLayout(foot)
        column.addStretch(0)

    # -- the page -----------------------------------------------------------------------------------------------------

    def path(self) -> tuple[str, ...]:
        """Today, the code, the page."""
        code = (self._record.code,) if self._record else ()
        return (self.tr("Today"), *code, self.tr("Adverse events"))

    def open(self, destination: Destination) -> None:
        """Show the first open draft of a visit, or of all there is about a participant."""
        self._visit = destination.visit
        self._record = self.workspace.read(lambda desk: desk.record(destination.participant))
        self.finding.show_finding(None)
        self._show(self._first_draft())

    def refresh(self) -> None:
        """Nothing is read here; what is being typed stays."""

    def part(self, name: str) -> FormPart:
        """The field of a name of `Description`."""
        return self.form.parts[name]

    def shown(self) -> AdverseEventView | None:
        """The adverse event that is shown, or None when nothing waits."""
        return self._shown

    def _events(self) -> tuple[AdverseEventView, ...]:
        record, visit, language = self._record, self._visit, self.workspace.language
        if record is None:
            return ()
        if visit:
            return self.workspace.read(lambda desk: adverse_events.events_of(desk, record, visit, language=language))
        return self.workspace.read(lambda desk: adverse_events.events_of_participant(desk, record, language=language))

    def _drafts(self) -> tuple[AdverseEventView, ...]:
        return tuple(row for row in self._events() if row.stand is Stand.DRAFT)

    def _first_draft(self) -> AdverseEventView | None:
        return next(iter(self._drafts()), None)

    def _show(self, shown: AdverseEventView | None) -> None:
        """Show the list and one of it, the cursor in its form."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)  # a table that is given the focus chooses its first row
        self._show_list(self._events(), shown)
        self._show_one(shown)
        self._to_form()

    def _show_one(self, shown: AdverseEventView | None) -> None:
        drafts = self._drafts()
        self._shown = shown
        for part in (self.none_reason, self.change_reason, self.new_term):
            part.line().clear()
            part.show_finding(None)
        stand = shown.stand if shown else None
        may = self.workspace.read(lambda desk: adverse_events.may_state(desk, shown.visit if shown else self._visit))
        self._next.setEnabled(len(drafts) > 1 or (bool(drafts) and shown not in drafts))
        self._save.setEnabled(may and stand in {Stand.DRAFT, Stand.COMPLETED})
        self._dismiss.setEnabled(may and stand is Stand.DRAFT)
        self._report.setEnabled(self.workspace.read(lambda desk: adverse_events.may_state(desk, self._visit)))
        self.none_reason.setVisible(self._dismiss.isEnabled())
        self.change_reason.setVisible(self._save.isEnabled() and stand is Stand.COMPLETED)
        self.new_term.setVisible(self._report.isEnabled())
        self.form.setVisible(self._save.isEnabled())
        self._show_head(shown, drafts)
        if shown is not None and self._save.isEnabled():
            self.form.show_form(self._filled(shown))
        self.keys_changed.emit()

    def _to_form(self) -> None:
        """Put the cursor where one writes: into the form, else where another event is reported, else into the list."""
        if not self.form.isHidden():
            self.form.parts["term"].take_focus()
        elif not self.new_term.isHidden():
            self.new_term.take_focus()
        else:
            self._to_list()

    def _show_list(self, rows: tuple[AdverseEventView, ...], shown: AdverseEventView | None) -> None:
        self._shown = shown  # so that choosing it below changes nothing
        # With nothing chosen only Alt L and a click lead there: a table that Qt gives the keys, as it does while pages
        # are dropped, chooses its first row.
        self.table.setFocusPolicy(Qt.FocusPolicy.StrongFocus if shown else Qt.FocusPolicy.ClickFocus)
        self.table.setCurrentIndex(QModelIndex())
        self.table.show_rows(rows)
        if shown is not None:
            self.table.choose(next(place for place, row in enumerate(rows) if row.id == shown.id))
        self.table.setFixedHeight(min(self.table.natural_height(), metrics().u(LIST_HEIGHT)))
        self.table.setVisible(bool(rows))
        self._list.setEnabled(bool(rows))

    def _show_head(self, shown: AdverseEventView | None, drafts: tuple[AdverseEventView, ...]) -> None:
        if shown is None:
            words = self.tr("{0} drafts wait.").format(len(drafts)) if drafts else self.tr("No draft waits.")
            if not self._visit:
                where = self.tr("Another event is reported at a visit: open one, or its review.")
                words = f"{words} {where}"
            self._head.show_words(self.tr("Adverse events"), words)
            return
        title = shown.term
        if shown in drafts:
            title = self.tr("Draft {0} of {1}: {2}").format(drafts.index(shown) + 1, len(drafts), shown.term)
        at = moment(shown.at, self.workspace.language)
        self._head.show_words(title, ", ".join(part for part in (shown.place, shown.instrument, at) if part))

    def _filled(self, shown: AdverseEventView) -> Description:
        """Return what the form begins with: the last description, or what is known of a draft."""
        record = self._record
        if record is not None and shown.stand is Stand.COMPLETED:
            return self.workspace.read(lambda desk: adverse_events.description_of(desk, record, shown.visit, shown.id))
        now = self.workspace.read(lambda desk: desk.clock.now())
        onset = shown.at.date().isoformat()
        return Description(term=shown.term, onset=onset, known_at=f"{now:%Y-%m-%d %H:%M}")

    # -- what one can do ----------------------------------------------------------------------------------------------

    def _choose(self, row: AdverseEventView) -> None:
        """Show another one; what was typed and not recorded is dropped."""
        if self._shown is None or row.id != self._shown.id:
            self.finding.show_finding(None)
            self._show_one(row)

    def _to_list(self) -> None:
        self.table.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _complete(self) -> None:
        shown, reason = self._shown, self.change_reason.value()
        if shown is None:
            return
        self.change_reason.show_finding(None)
        description = self.form.description()
        said = self.tr("Recorded: {0}").format(description.term)
        if shown.stand is Stand.DRAFT:
            self._state(
                lambda desk, record: adverse_events.complete(desk, record, shown.visit, shown.id, description), said
            )
        else:
            self._state(
                lambda desk, record: adverse_events.describe_anew(
                    desk, record, shown.visit, shown.id, description, reason=reason
                ),
                said,
            )

    def _closed_as_none(self) -> None:
        shown, reason = self._shown, self.none_reason.value()
        if shown is not None:
            self._state(
                lambda desk, record: adverse_events.dismiss(desk, record, shown.visit, shown.id, reason=reason),
                self.tr("Closed as no adverse event"),
            )

    def _reported(self) -> None:
        term = self.new_term.value()
        if not term.strip():
            self.new_term.show_refused(self.tr("Write what happened, in a few words."))
            return
        before = {row.id for row in self._events()}
        visit, said = self._visit, self.tr("Draft opened")
        if self._state(lambda desk, record: adverse_events.report(desk, record, visit, term=term), said):
            self._show(next((row for row in self._events() if row.id not in before), None))

    def _state(self, use_case: Callable[[Desk, Record], Record], said: str) -> bool:
        """Have a fact written and show what waits after it; say whether it was written."""
        record = self._record
        if record is None:
            return False
        done = self.workspace.perform(lambda desk: use_case(desk, record), on_refused=self._on_refused)
        if done is None:
            return False
        self._record = done
        self._show(self._first_draft())
        self.finding.show_finding(FindingView(FindingKind.NOTE, self.tr("Saved."), said))
        announce(self, said)
        return True

    def _on_refused(self, problem: Refused) -> None:
        """Show a sentence beside the field that it is about, else above the form."""
        apart = {"ADVERSE_EVENT_REASON": self.none_reason, "REASON_NEEDED": self.change_reason}
        part = apart.get(problem.code)
        about = problem.arguments.get("field") or problem.arguments.get("what", "")
        name = "end" if problem.code == "ADVERSE_EVENT_ORDER" else about
        if part is not None:
            part.show_refused(problem.sentence)
        elif not self.form.show_refused(name, problem.sentence):
            self.finding.show_finding(refused(self.tr("Not written:"), problem.sentence))

    def _turn(self) -> None:
        """Show the next draft; what was typed into the present one and not recorded is dropped."""
        drafts = self._drafts()
        if drafts:
            place = drafts.index(self._shown) + 1 if self._shown in drafts else 0
            self._show(drafts[place % len(drafts)])

    def _back(self) -> None:
        if self._record is not None:
            page = "review" if self._visit else "participant"
            self.leave_requested.emit(Destination(page=page, participant=self._record.participant, visit=self._visit))


def _button(action: QAction, kind: ButtonKind = ButtonKind.PLAIN) -> ActionButton:
    button = ActionButton(ButtonView(action.text(), kind=kind))
    button.attach(action)
    return button
