"""Performs one visit through the capture use cases: each instrument led step by step, what was typed put in, signed.

What the program finds unusual is confirmed with a reason; extra trials are declined. It must not know any scoring.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal

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
from assessdesk.domain.guide import AskStep, ConfirmStep, FinishedStep, OfferStep
from assessdesk.domain.instrument import ItemKind
from assessdesk.domain.record import Record
from assessdesk.services import adverse_events, assessments, blinding, review, unscheduled
from assessdesk.services.assessments import Performed
from assessdesk.services.beginning import Settled, beginning_of
from simulation import people
from simulation.acts import Visited
from simulation.describing import described
from simulation.workplace import Site

REASON = "C1"
ARRANGED = "B1"
PLAIN_TEXT = "standard"
STEP_S, WALK_S = 4, 60


def perform(running: Site, act: Visited) -> None:
    """Open the visit, or go on with it, take down every instrument that was typed, and sign it if it is the end."""
    desk, participant = running.desk, running.ids[act.person]
    year = str(running.plan.people[act.person - 1].birth_year)
    if act.visit:
        visit = assessments.open_visit(desk, participant, act.visit, birth_year=year, reason=act.reason)
    else:
        names = tuple(act.typed)
        visit = unscheduled.open_unscheduled(desk, participant, birth_year=year, reason=act.reason, instruments=names)
    record = desk.record(participant)
    for name, typed in act.typed.items():
        record = _instrument(running, record, visit, name, typed)
    if not act.last:
        return
    if act.held:
        assessments.state_barred_not_done(desk, record, visit, text="Fever")
    if act.way:
        blinding.log(desk, participant, visit, way=act.way, guess=act.guess)
    if act.report:
        record = adverse_events.report(desk, desk.record(participant), visit, term=act.report)
        event = list(record.visits[visit].adverse_events)[-1]
        adverse_events.complete(desk, record, visit, event, described(running, act.report, act.grade))
    sign(running, participant, visit)


def sign(running: Site, participant: str, visit: str) -> None:
    """Look at the results and sign them."""
    desk = running.desk
    record = desk.record(participant)
    seen = review.review_of(desk, record, visit, language="en")
    passphrase = people.PASSPHRASES[desk.author.user]
    review.sign(desk, record, visit, meaning="performed", passphrase=passphrase, seen=seen)


def _instrument(running: Site, record: Record, visit: str, name: str, typed: Mapping[str, str]) -> Record:
    """Lead one instrument to its end. Raises RuntimeError when something typed was never asked for."""
    desk = running.desk
    changed = beginning_of(desk, record, visit, name).findings
    why = tuple(Confirmation(finding=one.code, reason=ARRANGED) for one in changed)
    done = assessments.start_assessment(desk, record, visit, name, Settled(confirmations=why))
    asked: set[str] = set()
    while not isinstance(step := assessments.step_of(desk, done.record, visit, name), FinishedStep | None):
        given: tuple[Command, ...] = ()
        match step:
            case OfferStep():
                given = (DecideExtra(section=step.section, side=step.side, taken=False),)
            case ConfirmStep():
                given = tuple(
                    ConfirmFinding(slot=step.slot.key, confirmation=Confirmation(finding=one.code, reason=REASON))
                    for one in step.findings
                )
            case AskStep():
                running.clock.let_pass(STEP_S if step.rest is None else WALK_S + 1)
                asked.add(step.slot.key)
                given = _answer(running, step, typed.get(step.slot.key, ""))
        for one in given:
            done = _performed(running, done, visit, name, one)
    left = set(typed) - asked
    if left:
        raise RuntimeError(f"{name} never asked for {', '.join(sorted(left))}")
    return done.record


def _answer(running: Site, step: AskStep, text: str) -> tuple[Command, ...]:
    """Return what is stated at a step: the typed value, a reason, or what is usual where the plan says nothing."""
    slot, item = step.slot.key, step.slot.item
    if text.startswith("ND"):
        return (RecordMissing(slot=slot, code=text),)
    match item.kind:
        case ItemKind.OBSERVATION:
            return (RecordObserved(slot=slot),)
        case ItemKind.CHOICE:
            return (RecordChoice(slot=slot, code=text or _usual(step)),)
        case ItemKind.DURATION:
            return _timed(running, step, text)
        case _:
            return (RecordText(slot=slot, text=text or PLAIN_TEXT),)


def _usual(step: AskStep) -> str:
    """Return the option that says nothing unusual: each list begins with it."""
    return step.slot.item.options[0].code


def _timed(running: Site, step: AskStep, text: str) -> tuple[Command, ...]:
    """Start the stopwatch, let the time pass and stop it; taps of repetitions are spread evenly."""
    slot, timing = step.slot.key, step.slot.section.timing
    elapsed = int(Decimal(text) * 1000)
    taps = timing.repetitions if timing else 0
    record = TimingRecord(
        source="simulation",
        event_ms=elapsed,
        handler_ms=elapsed,
        uncertainty_ms=1,
        splits_ms=tuple(elapsed // taps for _ in range(taps)) if taps else (),
    )
    begun = running.clock.now()
    running.clock.let_pass(elapsed // 1000)
    return (
        StartTrial(slot=slot, performed_at=begun),
        RecordTime(slot=slot, elapsed_ms=elapsed, timing=record, performed_at=begun),
    )


def _performed(running: Site, done: Performed, visit: str, name: str, command: Command) -> Performed:
    """Perform one command; a soft finding is confirmed with a reason. Raises RuntimeError for a refused value."""
    result = assessments.perform(running.desk, done.record, visit, name, command)
    if result.findings and not result.entries and isinstance(command, RecordText | RecordChoice):
        given = tuple(Confirmation(finding=finding.code, reason=REASON) for finding in result.findings)
        result = assessments.perform(running.desk, done.record, visit, name, replace(command, confirmations=given))
    if not result.entries:
        raise RuntimeError(f"{name} did not take {command}: {result.findings}")
    return result
