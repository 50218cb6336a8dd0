"""States what became of a participant: status, day, coded reason, words, and what may still be collected.

The statuses and their reasons are the study's. It must not know what a status closes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from assessdesk.domain.conduct import ENROLLED, SCREENED
from assessdesk.domain.status import ADVERSE_EVENTS, CALLS, QUESTIONNAIRES, RECORDS, SESSIONS, VISITS
from assessdesk.gui.fields.status_badge import StateView
from assessdesk.gui.forms.form_parts import ChoicePart, Option, TextPart
from assessdesk.gui.forms.inline_form import InlineForm
from assessdesk.gui.look.states import VisualState
from assessdesk.gui.look.theme import metrics
from assessdesk.services.status import StatusWish, change_status

if TYPE_CHECKING:
    from assessdesk.domain.record import Record
    from assessdesk.domain.study import Study
    from assessdesk.domain.study_conduct import StatusRule
    from assessdesk.gui.workspace import Refused, Workspace
    from assessdesk.services.desk import Desk

REASONS_A_ROW = 4
STILL = "still"


def status_words(study: Study, status: str, language: str) -> str:
    """What a status is called."""
    rule = next((rule for rule in study.conduct.statuses if rule.id == status), None)
    if rule is not None:
        return rule.title.get(language)
    translate = QCoreApplication.translate
    words = {
        ENROLLED: translate("StatusWords", "On study"),
        SCREENED: translate("StatusWords", "Screened, not enrolled"),
    }
    return words.get(status, status)


def status_state(study: Study, status: str, language: str) -> StateView:
    """How a status looks: shape and word."""
    states = {ENROLLED: VisualState.DONE, SCREENED: VisualState.OPEN}
    return StateView(states.get(status, VisualState.NOT_DONE), status_words(study, status, language))


def collected_words(what: str) -> str:
    """What can still be collected, in a word."""
    translate = QCoreApplication.translate
    words = {
        VISITS: translate("StatusWords", "Visits"),
        QUESTIONNAIRES: translate("StatusWords", "Questionnaires"),
        SESSIONS: translate("StatusWords", "Exercise sessions"),
        CALLS: translate("StatusWords", "Telephone follow-ups"),
        ADVERSE_EVENTS: translate("StatusWords", "Adverse events"),
        RECORDS: translate("StatusWords", "Records of others"),
    }
    return words.get(what, what)


class StatusForm(InlineForm):
    """The form: `ask(record)` begins with nothing chosen and today's day."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace, QCoreApplication.translate("StatusWords", "Status"))
        self._record: Record | None = None

    def ask(self, record: Record) -> None:
        """Begin anew for a participant."""
        self._record = record
        study = self.workspace.read(lambda desk: desk.in_force)
        language = self.workspace.language
        offered = [Option(rule.id, rule.title.get(language)) for rule in study.conduct.statuses if rule.id != ENROLLED]
        if record.conduct.status != ENROLLED:
            offered.append(Option(ENROLLED, self.tr("Back on study")))
        self._status = ChoicePart(self.tr("Status"), [one for one in offered if one.code != record.conduct.status])
        self._day = self._day_part(self.workspace.read(lambda desk: desk.clock.now().date()).isoformat())
        self._reason: ChoicePart | None = None
        self._words = TextPart("")
        self._collect: dict[str, ChoicePart] = {}
        self._then = QVBoxLayout()
        holder = QWidget()
        holder.setLayout(self._then)
        self._then.setContentsMargins(0, 0, 0, 0)
        self._then.setSpacing(metrics().u(1.5))
        self.show_parts([self._status, holder])
        self._status.chosen.connect(lambda _: self._show_rule())
        self._status.accepted.disconnect()
        self._status.accepted.connect(self._to_day)
        self._status.take_focus()

    def _show_rule(self) -> None:
        """Ask what belongs to the chosen status: its reasons, and what may still be collected in it."""
        while (item := self._then.takeAt(0)) is not None:
            gone = item.widget()
            if gone is not None:
                gone.hide()
                gone.deleteLater()
        study = self.workspace.read(lambda desk: desk.in_force)
        rule = next((rule for rule in study.conduct.statuses if rule.id == self._status.value()), None)
        language, day = self.workspace.language, self._day.value()
        self._day = self._day_part(day)
        reasons = [Option(reason.id, reason.title.get(language)) for reason in rule.reasons] if rule else []
        self._reason = ChoicePart(self.tr("Reason"), reasons, per_row=REASONS_A_ROW) if reasons else None
        self._words = TextPart(self.tr("In words"), note=self.tr("no names, no numbers of identity"))
        self._collect = self._collect_parts(rule)
        parts = [self._day, *([self._reason] if self._reason else []), self._words, *self._collect.values()]
        for part in parts:
            self._then.addWidget(part)
        self.chain(parts)

    def _to_day(self) -> None:
        self._day.take_focus()

    def _day_part(self, day: str) -> TextPart:
        part = TextPart(self.tr("Day"), note=self.tr("such as 2025-11-18"), width=24)
        part.line().setText(day)
        return part

    def _collect_parts(self, rule: StatusRule | None) -> dict[str, ChoicePart]:
        if rule is None:
            return {}
        options = (Option(STILL, self.tr("Still collected")), Option("", self.tr("Not any more")))
        return {
            what: ChoicePart(collected_words(what), options, value=STILL, beside=True)
            for what in rule.collect
            if rule.id != ENROLLED
        }

    def record(self) -> None:
        """State the status."""
        held = self._record
        if held is None or not self._status.value():
            self._status.show_refused(self.tr("This is needed. Fill it in."))
            return
        wish = StatusWish(
            status=self._status.value(),
            date=self._day.value(),
            reason=self._reason.value() if self._reason else "",
            text=self._words.value(),
            collect=tuple(what for what, part in self._collect.items() if part.value() == STILL),
        )

        def change(desk: Desk) -> bool:
            change_status(desk, held.participant, wish)
            return True

        if self.workspace.perform(change, on_refused=self._on_refused):
            self.recorded.emit()

    def _on_refused(self, problem: Refused) -> None:
        about = {
            "NOT_A_DAY": self._day,
            "DAY_IN_FUTURE": self._day,
            "DAY_BEFORE_CONSENT": self._day,
            "STATUS_REASON_NEEDED": self._reason,
            "REASON_NEEDED": self._words,
            "IDENTITY_NUMBER": self._words,
            "TEXT_TOO_LONG": self._words,
            "CONTROL_CHARACTERS": self._words,
        }
        self.show_refused(problem, about.get(problem.code))
