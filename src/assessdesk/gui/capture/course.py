"""Where the capture of a visit stands: whose, which instrument, what to do next; and the way commands take to the core.

It holds what the page shows and reads it anew after every command. It knows no widget.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from assessdesk.gui.capture import words
from assessdesk.gui.fields.rest_bar import RestView
from assessdesk.services import assessments
from assessdesk.services.beginning import beginning_of
from assessdesk.services.capture_rows import battery_view
from assessdesk.services.capture_view import CaptureView, capture_view
from assessdesk.services.visit_plans import visit_title

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from assessdesk.domain.checks import Finding
    from assessdesk.domain.commands import Command
    from assessdesk.domain.record import Record
    from assessdesk.domain.slots import Now
    from assessdesk.gui.workspace import Refused, Workspace
    from assessdesk.services.assessments import Performed
    from assessdesk.services.beginning import Beginning, Settled
    from assessdesk.services.capture_rows import BatteryRowView
    from assessdesk.services.definitions.reasons import Reasons
    from assessdesk.services.desk import Desk

translate = QCoreApplication.translate


class NothingOpen(LookupError):
    """No visit has been opened on the page yet."""


class Course:
    """The course of capturing one visit. `view` is what to show; it changes with `begin`, `perform` and `look`."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._record: Record | None = None
        self._view: CaptureView | None = None
        self._viewed = ""
        self.visit = ""
        self.instrument = ""
        self.spoken = ""

    @property
    def is_open(self) -> bool:
        """Say whether something of the visit was begun that can be shown."""
        return self._view is not None and self._viewed == self.visit

    @property
    def record(self) -> Record:
        """What the ledger states about the participant. Raises NothingOpen."""
        if self._record is None:
            raise NothingOpen
        return self._record

    @property
    def view(self) -> CaptureView:
        """What to show now. Raises NothingOpen."""
        if self._view is None or self._viewed != self.visit:
            raise NothingOpen
        return self._view

    def open(self, participant: str, visit: str) -> None:
        """Turn to a visit of a participant, read afresh."""
        self.visit, self.spoken = visit, ""
        self._record = self._workspace.read(lambda desk: desk.record(participant))

    def first_open(self) -> str:
        """Return the first instrument that is not closed, else the first of all."""
        return self._workspace.read(lambda desk: _first_open(desk, self.record, self.visit))

    def beginning(self, instrument: str) -> Beginning:
        """Return what is to be settled before an instrument begins."""
        return self._workspace.read(lambda desk: beginning_of(desk, self.record, self.visit, instrument))

    def battery(self, instrument: str) -> tuple[BatteryRowView, ...]:
        """Return where the instruments of the visit stand, one of them at hand."""
        language = self.language
        return self._workspace.read(
            lambda desk: battery_view(desk, self.record, self.visit, current=instrument, language=language)
        )

    def visit_title(self) -> str:
        """Return what the visit is called."""
        return self._workspace.read(lambda desk: visit_title(desk, self.record.visits[self.visit], self.language))

    def begin(
        self, instrument: str, answer: Settled | None = None, *, on_refused: Callable[[Refused], None] | None = None
    ) -> bool:
        """Start an instrument, or continue it; say whether that was allowed."""
        done = self._workspace.perform(
            lambda desk: assessments.start_assessment(desk, self.record, self.visit, instrument, answer),
            on_refused=on_refused,
        )
        if done is None:
            return False
        self._record, self.instrument = done.record, instrument
        return True

    def look(self) -> CaptureView:
        """Read what is to be done now."""
        self._view = self._workspace.read(
            lambda desk: capture_view(
                desk,
                self.record,
                self.visit,
                self.instrument,
                language=self._workspace.language,
                spoken=self.spoken,
            )
        )
        self._viewed = self.visit
        return self._view

    def read_again(self) -> None:
        """Read the participant again: something else has written about them."""
        self._record = self._workspace.read(lambda desk: desk.record(self.record.participant))

    def perform(self, command: Command, on_refused: Callable[[Refused], None]) -> Performed | None:
        """Have a command decided and its facts written; when this returns something, they are on disk."""
        done = self._workspace.perform(
            lambda desk: assessments.perform(desk, self.record, self.visit, self.instrument, command),
            on_refused=on_refused,
        )
        if done is not None:
            self._record = done.record
        return done

    def now(self) -> Now:
        """Read both clocks of the desk."""
        return self._workspace.read(lambda desk: desk.now())

    def blinded(self) -> bool:
        """Say whether the study hides results."""
        return self._workspace.read(lambda desk: desk.in_force.blinded)

    def reasons(self) -> Reasons:
        """The closed lists of reasons."""
        return self._workspace.read(lambda desk: desk.library.reasons)

    @property
    def language(self) -> str:
        """The language of the interface."""
        return self._workspace.language

    def rest(self) -> RestView | None:
        """The rest that belongs before the step, on the desk's clock."""
        rest = self.view.step.rest
        if rest is None:
            return None
        now = self.now()
        label = translate("Course", "Rest, same hand") if self.view.step.side else translate("Course", "Rest")
        return RestView(label, rest.total_ms, now.monotonic_ms - rest.elapsed_ms(now))

    def sentence(self, finding: Finding) -> str:
        """Say a finding in words."""
        return self._workspace.sentence(finding)

    def sentences(self, findings: Iterable[Finding]) -> str:
        """Say findings in words, about the item as the screen names it."""
        step = self.view.step
        return " ".join(self._workspace.sentence(words.shown_finding(finding, step)) for finding in findings)

    def saved(self, value: str) -> str:
        """Say that the step at hand is on disk with a value. Only to be called after `perform` and before `look`."""
        return translate("Course", "Saved: {0}, {1}").format(words.asked(self.view.step), value)

    def next_language(self) -> None:
        """Turn to the next language in which the script exists."""
        script = self.view.script
        if script is not None:
            place = script.languages.index(script.language)
            self.spoken = script.languages[(place + 1) % len(script.languages)]

    def next_instrument(self) -> str:
        """Return the next instrument that is not closed, from the present one onwards, or nothing."""
        keys = [row.instrument for row in self.view.battery]
        here = keys.index(self.instrument)
        ordered = (*self.view.battery[here + 1 :], *self.view.battery[:here])
        waiting = [row.instrument for row in ordered if row.state in {"open", "now"}]
        return self._workspace.read(
            lambda desk: next((one for one in waiting if assessments.may_begin(desk, self.record, self.visit, one)), "")
        )

    def next_words(self) -> str:
        """Say where Enter leads from a finished instrument."""
        following = self.next_instrument()
        if not following:
            return translate("Course", "Review and sign")
        titles = {row.instrument: row.title for row in self.view.battery}
        return translate("Course", "Next: {0}").format(titles[following])


def _first_open(desk: Desk, record: Record, visit: str) -> str:
    battery = [one.id for one in assessments.battery_of(desk, record.visits[visit])]
    free = [one for one in battery if assessments.may_begin(desk, record, visit, one)]
    unfinished = [one for one in free if not assessments.finished(desk, record, visit, one)]
    return (unfinished or free or battery)[0]
