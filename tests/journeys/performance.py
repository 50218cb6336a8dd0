"""A desk whose study has every performance instrument in its battery, and a walk through one of them by its answers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path

from assessdesk.domain.commands import (
    Command,
    ConfirmFinding,
    DecideExtra,
    RecordChoice,
    RecordMissing,
    RecordObserved,
    RecordText,
    RecordTime,
    StartTrial,
)
from assessdesk.domain.events import Confirmation, TimingRecord
from assessdesk.domain.record import Assessment, Turn
from assessdesk.services import assessments, review
from assessdesk.services.assessments import Performed
from assessdesk.services.capture_view import StepView, capture_view
from assessdesk.services.desk import Desk
from assessdesk.services.scores import scores_of
from tests.journeys.visit import StillClock, do, enrol, make_desk, open_baseline, set_up

CHAIR_SET = {"setup.seat_height": "44.0"}
BATTERY = (
    "grip_asht", "grip_awgs", "balance", "gait_4m", "gait_3m", "gait_6m", "gait_10m", "sppb", "chair_stand_5_seat",
    "chair_stand_30", "tug", "knee_extension", "walk_6min", "walk_400m",
)  # fmt: skip


def performance_desk(folder: Path, clock: StillClock) -> Desk:
    """Return a desk of a study whose visits have the whole battery."""
    desk = make_desk(folder, clock, BATTERY)
    set_up(desk, folder)
    return desk


def hands(right: str, left: str, *, section: str = "squeeze", item: str = "grip") -> dict[str, str]:
    """Return the trials of both sides, and no pain."""
    found = {f"{when}.{side}.1.pain": "0" for when in ("before", "after") for side in ("right", "left")}
    for side, values in (("right", right), ("left", left)):
        found |= {f"{section}.{side}.{n}.{item}": value for n, value in enumerate(values.split(), start=1)}
    return found


def clock_of(*splits: int, capped: bool = False) -> TimingRecord:
    """Return how an invented stopwatch was read."""
    return TimingRecord(source="x11", event_ms=0, handler_ms=1, uncertainty_ms=1, splits_ms=splits, capped=capped)


@dataclass(slots=True)
class Run:
    """One instrument of one participant on its way; `asked` are the findings that were confirmed, in order."""

    desk: Desk
    clock: StillClock
    instrument: str
    visit: str
    done: Performed
    asked: list[str] = field(default_factory=list)

    @classmethod
    def begin(cls, desk: Desk, clock: StillClock, instrument: str, **changes: object) -> Run:
        """Enrol somebody, open the baseline visit and start the instrument."""
        row = enrol(desk, **changes)
        visit = open_baseline(desk, row)
        return cls(desk, clock, instrument, visit, do(desk, row, visit, instrument))

    @property
    def step(self) -> StepView:
        """The step at hand."""
        return capture_view(self.desk, self.done.record, self.visit, self.instrument, language="en").step

    @property
    def held(self) -> Assessment:
        """The assessment so far."""
        held = self.done.record.visits[self.visit].of(self.instrument)
        assert held is not None
        return held

    def turn(self, slot: str) -> Turn:
        """The turn that counts at a slot."""
        live = self.held.live(slot)
        assert live is not None, slot
        return live

    def code(self, slot: str) -> str:
        """Why there is nothing at a slot, or an empty text."""
        missing = self.turn(slot).missing
        return missing.code if missing else ""

    def perform(self, command: Command) -> Performed:
        """Perform one command and go on from there."""
        self.done = assessments.perform(self.desk, self.done.record, self.visit, self.instrument, command)
        return self.done

    def time(self, slot: str, seconds: str, *splits: int, capped: bool = False) -> Performed:
        """Start and stop the clock of a slot."""
        self.perform(StartTrial(slot=slot, performed_at=self.clock.now()))
        milliseconds = int(Decimal(seconds) * 1000)
        timing = clock_of(*splits, capped=capped)
        return self.perform(
            RecordTime(slot=slot, elapsed_ms=milliseconds, timing=timing, performed_at=self.clock.now())
        )

    def walk(self, answers: Mapping[str, str], *, until: str = "", extra: bool = True) -> Run:
        """Answer every step until a slot is reached: by its slot, else plainly; ND.. states that it was not done.

        What is unusual is confirmed with a reason; an extra trial is taken up or declined.
        """
        while (at := self.step).kind != "finished" and not (until and at.slot == until):
            self.clock.pass_seconds(61)
            self.answer(at, answers.get(at.slot, ""), extra=extra)
        return self

    def answer(self, at: StepView, answer: str, *, extra: bool) -> None:
        """Answer one step: its findings with a reason, an offer by `extra`, a question by `answer` or plainly."""
        if at.kind == "offer":
            self.perform(DecideExtra(section=at.section, side=at.side, taken=extra))
        elif at.kind == "confirm":
            for finding in at.findings:
                self.asked.append(finding.code)
                self.perform(ConfirmFinding(slot=at.slot, confirmation=Confirmation(finding=finding.code, reason="C1")))
        elif answer.startswith("ND"):
            self.perform(RecordMissing(slot=at.slot, code=answer))
        elif at.kind == "timed":
            assert answer, f"no time for {at.slot}"
            capped = int(Decimal(answer) * 1000) >= at.cap_ms
            self.time(at.slot, answer, capped=capped)
        elif at.kind == "choice":
            self._choose(at.slot, answer or at.offered or at.options[0].code)
        elif at.kind == "observe":
            self.perform(RecordObserved(slot=at.slot))
        else:
            assert answer or at.kind == "text", f"no answer for {at.slot}"
            self._type(at.slot, answer or "X-01")

    def _type(self, slot: str, text: str) -> None:
        found = self.perform(RecordText(slot=slot, text=text)).findings
        if found:
            self.asked += [finding.code for finding in found]
            given = tuple(Confirmation(finding=finding.code, reason="C1") for finding in found)
            assert self.perform(RecordText(slot=slot, text=text, confirmations=given)).entries

    def _choose(self, slot: str, code: str) -> None:
        found = self.perform(RecordChoice(slot=slot, code=code)).findings
        if found:
            self.asked += [finding.code for finding in found]
            given = tuple(Confirmation(finding=finding.code, reason="C1") for finding in found)
            assert self.perform(RecordChoice(slot=slot, code=code, confirmations=given)).entries

    def scores(self) -> dict[str, str | None]:
        """Every score of the assessment by name; the review shows the same but what is kept from a blinded assessor."""
        record = self.done.record
        found = scores_of(self.desk.instruments[self.instrument], self.held, record, self.desk.library.tables)
        rows = review.review_of(self.desk, record, self.visit, language="en").rows
        shown = {row.name: row.value for row in rows if row.instrument == self.instrument}
        by_name = {score.name: score.value for score in found}
        assert self.desk.in_force.blinded
        assert shown == {score.name: score.value for score in found if not score.kept_back}
        return by_name
