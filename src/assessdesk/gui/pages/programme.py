"""Exercise sessions: everybody's at a glance, one participant's weeks by sessions, and the form of one session.

It is for people who may know of sessions; nobody else is shown a way here. It must not know how shares are computed.
"""

from __future__ import annotations

from datetime import date
from itertools import groupby
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from assessdesk.domain.events import plain_decimal
from assessdesk.domain.programme import SessionStand
from assessdesk.gui.fields.announcement import announce
from assessdesk.gui.fields.buttons import ActionButton, ButtonKind, ButtonView
from assessdesk.gui.fields.data_table import DataTable
from assessdesk.gui.fields.finding_line import FindingKind, FindingLine, FindingView
from assessdesk.gui.fields.status_badge import StateView, StatusBadge
from assessdesk.gui.fields.text import Label
from assessdesk.gui.forms.form_parts import refused
from assessdesk.gui.look.states import VisualState
from assessdesk.gui.look.theme import metrics
from assessdesk.gui.look.tokens import Ink
from assessdesk.gui.models import Column
from assessdesk.gui.page import Destination, Page
from assessdesk.gui.page_parts import PageHead, add_action, full_day, page_layout, wish_of
from assessdesk.gui.programme.session_form import SessionPanel
from assessdesk.gui.programme.session_grid import Cell, SessionGrid, WeekRow
from assessdesk.gui.programme.totals import Totals
from assessdesk.gui.programme.words import percent_words, session_state, title_of
from assessdesk.services import sessions
from assessdesk.services.sessions import SessionsView

if TYPE_CHECKING:
    from assessdesk.domain.programme import SessionState
    from assessdesk.domain.programme_events import SessionRecorded
    from assessdesk.gui.workspace import Refused, Workspace
    from assessdesk.services.sessions import SessionForm

SIDE = 38


class ProgrammePage(Page):
    """The page."""

    refreshes_on = frozenset({"session", "participant", "anchor", "infusion", "adverse_event"})

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self._at = Destination(page="")
        self._from_list = False
        self._view: SessionsView | None = None
        self._chosen = ""
        self._told = FindingLine()
        self._people = DataTable[SessionsView](self.tr("Participants with sessions"), self._columns())
        self._people.row_opened.connect(self._open_person)
        self._totals = Totals()
        plan = workspace.read(lambda desk: desk.in_force.conduct.sessions)
        self._grid = SessionGrid(
            self.tr("Sessions by week"),
            self.tr("Week"),
            self.tr("Session {number}"),
            per_week=plan.per_week if plan else 1,
        )
        self._grid.session_chosen.connect(self._on_chosen)
        self._grid.session_requested.connect(lambda _: self._show_form())
        self.panel = SessionPanel(workspace)
        self.panel.record_requested.connect(self._record)
        self._make_actions()
        self._lay_out()

    def _make_actions(self) -> None:
        self._choose = add_action(self, self.tr("choose"), self._to_main, caps=("Up", "Down"))
        self._field = add_action(self, self.tr("next field"), self.focusNextChild, caps=("Enter", "Tab"))
        self._open_action = add_action(self, self.tr("open"), self._open_chosen, caps=("Enter",))
        self._enter = add_action(self, self.tr("Record session"), self._show_form, caps=("Enter",))
        self._drafts = add_action(
            self, self.tr("Adverse events"), self._to_drafts, keys=("E",), short=self.tr("adverse events")
        )
        self._save = add_action(self, self.tr("Record"), self.panel.request, keys=("Ctrl+Return",))
        self.panel.attach(self._save)
        add_action(self, self.tr("back"), self._back, keys=("Esc",))

    def _columns(self) -> tuple[Column[SessionsView], ...]:
        return (
            Column(self.tr("Participant"), lambda row: row.record.code, 18, bold=lambda _: True),
            Column(self.tr("Week"), self._week, 16),
            Column(self.tr("To state"), lambda row: self._waiting(row).said(), 18, state=self._waiting),
            Column(self.tr("Held"), lambda row: str(row.adherence.held), 9, align_right=True),
            Column(self.tr("Not held"), lambda row: str(row.adherence.not_held), 11, align_right=True),
            Column(self.tr("Attendance"), lambda row: percent_words(row.adherence.attendance), 14, align_right=True),
            Column(self.tr("So far"), lambda row: percent_words(row.adherence.attendance_so_far), 14, align_right=True),
            Column(self.tr("Online"), lambda row: percent_words(row.adherence.online_share), 13, align_right=True),
            Column(self.tr("Relative dose"), lambda row: percent_words(row.adherence.relative_dose), align_right=True),
        )

    def _week(self, row: SessionsView) -> str:
        if row.start is None:
            return self.tr("no first day yet")
        if row.week == 0:
            return self.tr("not begun")
        return self.tr("{week} of {weeks}").format(week=min(row.week, row.plan.weeks), weeks=row.plan.weeks)

    def _waiting(self, row: SessionsView) -> StateView:
        count = row.adherence.open
        return StateView(VisualState.DUE if count else VisualState.DONE, str(count) if count else self.tr("nothing"))

    def _lay_out(self) -> None:
        sizes = metrics()
        self._record_button = ActionButton(ButtonView(self._enter.text(), kind=ButtonKind.PRIMARY))
        self._record_button.attach(self._enter)
        self._drafts_button = ActionButton(ButtonView(self._drafts.text(), strong=False))
        self._drafts_button.attach(self._drafts)
        self._head = PageHead(right=(self._drafts_button, self._record_button))
        self._detail = QFrame()
        self._detail.setProperty("kind", "card")
        self._detail.setFixedWidth(sizes.u(SIDE))
        self._detail_title = Label(bold=True)
        self._detail_state = StatusBadge(StateView(VisualState.OPEN))
        self._detail_facts = Label(wrap=True)
        column = QVBoxLayout(self._detail)
        column.setContentsMargins(sizes.u(2), sizes.u(1.5), sizes.u(2), sizes.u(1.5))
        column.setSpacing(sizes.u(1))
        for widget in (self._detail_title, self._detail_state, self._detail_facts):
            column.addWidget(widget)
        column.addStretch(1)
        self._one = QWidget()
        row = QHBoxLayout(self._one)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(sizes.u(2))
        weeks = QVBoxLayout()
        weeks.addWidget(self._grid, 100)
        weeks.addStretch(1)
        row.addLayout(weeks, 1)
        row.addWidget(self._detail)
        self._empty = Label(ink=Ink.MUTED, wrap=True)
        layout = page_layout(self)
        for block in (self._head, self._told, self._totals, self._empty):
            layout.addWidget(block)
        layout.addWidget(self._people, 100)
        layout.addWidget(self._one, 100)
        layout.addWidget(self.panel, 100)
        layout.addStretch(1)

    # -- the page -----------------------------------------------------------------------------------------------------

    def path(self) -> tuple[str, ...]:
        """The page, and the code of the participant who is shown."""
        code = (self._view.record.code,) if self._view else ()
        return (self.tr("Exercise sessions"), *code)

    def open(self, destination: Destination) -> None:
        """Show everybody, or one participant's weeks."""
        self._from_list = self._at.page == destination.page and not self._at.participant
        self._at, self._view, self._chosen = destination, None, ""
        self._told.show_finding(None)
        self._show_only(form=False)
        self.refresh()
        self._to_main()

    def refresh(self) -> None:
        """Read again what is shown; what is being typed stays."""
        if not self.panel.isHidden():
            return
        if self._at.participant:
            self._show_person()
        else:
            self._show_people()
        self.keys_changed.emit()

    def _show_people(self) -> None:
        views = self.workspace.perform(sessions.all_sessions, on_refused=self._on_refused) or ()
        waiting = sum(view.adherence.open for view in views)
        words = self.tr("Participants: {count}. Sessions to state: {open}.").format(count=len(views), open=waiting)
        self._head.show_words(self.tr("Exercise sessions"), words)
        self._people.show_rows(views)
        self._empty.show_text("" if views else self.tr("Nobody has sessions planned yet."))
        self._empty.setVisible(not views)
        if views and self._people.chosen_row() is None:
            self._people.choose(0)

    def _show_person(self) -> None:
        who = self._at.participant
        view = self.workspace.perform(lambda desk: sessions.sessions_view(desk, who), on_refused=self._on_refused)
        self._view = view
        if view is None:
            self._head.show_words(self.tr("Exercise sessions"), "")
            self._show_only(form=False)
            return
        language = self.workspace.language
        words = self.tr("The first day of the programme is not stated yet. State it on the participant's page.")
        if view.start is not None:
            words = self.tr("Week {week} of {weeks}. First day {day}.")
            day = full_day(view.start, language)
            words = words.format(week=min(view.week, view.plan.weeks), weeks=view.plan.weeks, day=day)
        self._head.show_words(self.tr("{code}, exercise sessions").format(code=view.record.code), words)
        self._totals.show_adherence(view.adherence)
        following = view.following or (view.states[-1] if view.states else None)
        self._chosen = self._chosen or (following.planned.id if following else "")
        self._grid.show_weeks([*self._weeks(view)], self._chosen)
        self._drafts.setEnabled(view.drafts > 0)
        self._show_detail()

    def _weeks(self, view: SessionsView) -> list[WeekRow]:
        language = self.workspace.language
        found = []
        for week, states in groupby(view.states, key=lambda one: one.planned.week):
            cells = tuple(Cell(key=one.planned.id, state=session_state(one, language)) for one in states)
            words = self.tr("Week {week}").format(week=week)
            found.append(WeekRow(words=words, cells=cells, now=week == view.week))
        return found

    def _state(self) -> SessionState | None:
        return self._view.state(self._chosen) if self._view else None

    def _on_chosen(self, session: str) -> None:
        self._chosen = session
        self._show_detail()

    def _show_detail(self) -> None:
        """Say beside the grid what is known about the chosen session."""
        state, view, language = self._state(), self._view, self.workspace.language
        self._enter.setEnabled(state is not None and self.panel.isHidden())
        if state is None or view is None:
            return
        words = self.tr("Week {week}, session {place}")
        self._detail_title.show_text(words.format(week=state.planned.week, place=state.planned.place))
        self._detail_state.show_state(session_state(state, language))
        lines = [self.tr("Planned {day}").format(day=full_day(state.planned.day, language))]
        if state.told is not None:
            lines += self._facts(state.told, view)
        self._detail_facts.show_text("\n".join(lines))
        text = self.tr("Record session") if state.told is None else self.tr("Correct session")
        self._enter.setText(text)
        self._enter.setIconText(wish_of(text))
        self._record_button.show_view(ButtonView(text, ("Enter",), kind=ButtonKind.PRIMARY))
        self.keys_changed.emit()

    def _facts(self, told: SessionRecorded, view: SessionsView) -> list[str]:
        language = self.workspace.language
        lines: list[str] = []
        if told.held:
            day = full_day(date.fromisoformat(told.held), language)
            mode = title_of(told.mode, view.plan.modes, language)
            words = self.tr("Held {day}, {mode}, {minutes} min")
            lines.append(words.format(day=day, mode=mode, minutes=told.minutes))
            felt = (
                (self.tr("Exertion {number}"), told.exertion),
                (self.tr("Pain before {number}"), told.pain_before),
                (self.tr("Pain after {number}"), told.pain_after),
            )
            lines += [words.format(number=plain_decimal(number)) for words, number in felt if number is not None]
            lines.append(self.tr("Adverse event") if told.adverse_event else self.tr("No adverse event"))
        else:
            lines.append(title_of(told.not_held, view.plan.not_held, language))
        if told.cycle is not None:
            lines.append(self.tr("Cycle {cycle}, day {day}").format(cycle=told.cycle, day=told.cycle_day))
        if told.supervisor:
            lines.append(self.tr("Led by {who}").format(who=told.supervisor))
        if told.change:
            lines.append(self.tr("Corrected: {reason}").format(reason=told.change))
        return [*lines, *([told.text] if told.text else [])]

    # -- what one can do ----------------------------------------------------------------------------------------------

    def _show_only(self, *, form: bool) -> None:
        """Show the list, the weeks, or the form."""
        one = bool(self._at.participant)
        self._people.setVisible(not one)
        self._empty.setVisible(False)
        self._totals.setVisible(one and not form)
        self._one.setVisible(one and not form)
        self.panel.setVisible(form)
        self._head.setVisible(not form)
        self._choose.setEnabled(not form)
        for action in (self._field, self._save):
            action.setEnabled(form)
        self._enter.setEnabled(one and not form)
        self._open_action.setEnabled(not one)
        self._drafts.setEnabled(False)
        for button in (self._record_button, self._drafts_button):
            button.setVisible(one)

    def _open_chosen(self) -> None:
        row = self._people.chosen_row()
        if row is not None:
            self._open_person(row)

    def _open_person(self, row: SessionsView) -> None:
        self.leave_requested.emit(Destination(page="programme", participant=row.record.participant))

    def _show_form(self) -> None:
        """Open the form of the chosen session."""
        state, view = self._state(), self._view
        if state is None or view is None or state.stand is SessionStand.ENDED:
            return
        self._told.show_finding(None)
        self._show_only(form=True)
        self.panel.ask(view, state, user=self.workspace.read(lambda desk: desk.author.user))
        self.keys_changed.emit()

    def _record(self, form: SessionForm) -> None:
        who, session = self._at.participant, self.panel.session
        done = self.workspace.perform(
            lambda desk: sessions.record_session(desk, who, session, form), on_refused=self.panel.show_refused
        )
        if done is None:
            return
        if done.findings:
            self.panel.show_findings(done.findings)
            return
        said = self.tr("Session recorded")
        self._show_only(form=False)
        view = self._view
        following = view.following if view else None
        self._chosen = session if following is None else ""
        self.refresh()
        self._told.show_finding(FindingView(FindingKind.NOTE, self.tr("Saved."), said))
        announce(self, said)
        self._to_main()

    def _to_main(self) -> None:
        """Put the cursor into the list or the weeks."""
        table = self._grid if self._at.participant else self._people
        table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _to_drafts(self) -> None:
        self.leave_requested.emit(Destination(page="adverse_event", participant=self._at.participant))

    def _on_refused(self, problem: Refused) -> None:
        self._told.show_finding(refused(self.tr("Not shown:"), problem.sentence))

    def _back(self) -> None:
        if self.panel.asking():
            self.panel.drop_question()
        elif not self.panel.isHidden():
            self._show_only(form=False)
            self.refresh()
            self._to_main()
        elif self._at.participant and not self._from_list:
            self.leave_requested.emit(Destination(page="participant", participant=self._at.participant))
        elif self._at.participant:
            self.leave_requested.emit(Destination(page="programme"))
        else:
            self.leave_requested.emit(Destination(page="today"))
