"""States the days and facts that the study asks for about a participant, and the infusions of chemotherapy.

What is there already is shown and changed with one reason. It must not know what follows from a fact.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from assessdesk.domain.conduct import BASELINE
from assessdesk.gui.forms.form_parts import ChoicePart, FormPart, Option, TextPart
from assessdesk.gui.forms.inline_form import InlineForm
from assessdesk.services.study_facts import state_anchor, state_fact, state_infusion, stated_anchor

if TYPE_CHECKING:
    from assessdesk.domain.record import Record
    from assessdesk.domain.study import Study
    from assessdesk.domain.study_conduct import StudyFact
    from assessdesk.gui.workspace import Refused, Workspace
    from assessdesk.services.desk import Desk

State = Callable[..., None]


class FactsForm(InlineForm):
    """The form: `ask(record)` begins with what is stated; an empty line states nothing."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace, QCoreApplication.translate("StudyFacts", "Dates and facts of the study"))
        self._record: Record | None = None

    def ask(self, record: Record) -> None:
        """Begin with what is stated about a participant."""
        self._record = record
        study = self.workspace.read(lambda desk: desk.in_force)
        self._rows: list[tuple[FormPart, str, State, str]] = [
            *self._anchors(study, record),
            *self._facts(study, record),
            *self._infusions(study, record),
        ]
        self._reason = TextPart(self.tr("Reason, where something changes that was stated"))
        self.show_parts([*(part for part, *_ in self._rows), self._reason])
        self._rows[0][0].take_focus()

    def _anchors(self, study: Study, record: Record) -> list[tuple[FormPart, str, State, str]]:
        language = self.workspace.language
        named = [(BASELINE, study.anchor.get(language))]
        named += [(each.id, each.title.get(language)) for each in study.conduct.anchors if each.id != BASELINE]
        return [
            (
                self._line(title, stated_anchor(record, anchor), self.tr("such as 2025-11-18")),
                stated_anchor(record, anchor),
                partial(state_anchor, anchor=anchor),
                "day",
            )
            for anchor, title in named
        ]

    def _facts(self, study: Study, record: Record) -> list[tuple[FormPart, str, State, str]]:
        held = record.conduct.facts
        return [
            (self._fact(fact, held.get(fact.id, "")), held.get(fact.id, ""), partial(state_fact, fact=fact.id), "value")
            for fact in study.conduct.facts
        ]

    def _infusions(self, study: Study, record: Record) -> list[tuple[FormPart, str, State, str]]:
        if study.conduct.cycle_days is None:
            return []
        held = record.conduct.infusions
        return [
            (
                self._line(
                    self.tr("Infusion of cycle {cycle}").format(cycle=cycle),
                    held.get(cycle, ""),
                    self.tr("such as 2025-11-18"),
                ),
                held.get(cycle, ""),
                partial(state_infusion, cycle=cycle),
                "day",
            )
            for cycle in range(1, max(held, default=0) + 2)
        ]

    def _line(self, title: str, value: str, note: str) -> TextPart:
        line = TextPart(title, note=note, width=24, beside=True)
        line.line().setText(value)
        return line

    def _fact(self, fact: StudyFact, value: str) -> FormPart:
        language = self.workspace.language
        title = fact.title.get(language)
        if fact.options:
            options = [Option(option.id, option.title.get(language)) for option in fact.options]
            return ChoicePart(title, options, value=value, beside=True)
        return self._line(title, value, self.tr("such as 2025-11-18") if fact.type == "date" else "")

    def record(self) -> None:
        """State what is new or changed, in the order of the page; the first refusal stops, what stands is kept."""
        held, reason = self._record, self._reason.value()
        if held is None:
            return
        for part, before, state, keyword in self._rows:
            value = part.value().strip()
            if not value or value == before:
                continue

            def say(desk: Desk, state: State = state, keyword: str = keyword, value: str = value) -> bool:
                state(desk, held.participant, **{keyword: value}, reason=reason)
                return True

            if not self.workspace.perform(say, on_refused=partial(self._on_refused, part)):
                return
        self.recorded.emit()

    def _on_refused(self, part: FormPart, problem: Refused) -> None:
        about = self._reason if problem.code in {"REASON_NEEDED", "IDENTITY_NUMBER", "TEXT_TOO_LONG"} else part
        self.show_refused(problem, None if problem.code == "NOT_PERMITTED" else about)
