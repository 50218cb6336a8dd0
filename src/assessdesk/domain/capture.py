"""Which facts a command makes. `decide` is the only place that makes the facts of an assessment.

It is pure: readings of the clocks come in, and it must not know where facts go.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import assert_never

from assessdesk.domain.checks import Finding, Severity, check_value
from assessdesk.domain.commands import (
    Command,
    ConfirmFinding,
    DecideExtra,
    RecordChoice,
    RecordMissing,
    RecordObserved,
    RecordText,
    RecordTime,
    Remeasure,
    StartTrial,
    VoidTrial,
)
from assessdesk.domain.comparability import refused_change, setup_findings
from assessdesk.domain.consequences import SKIPPED, consequence_of
from assessdesk.domain.events import (
    Confirmation,
    Event,
    ExtraTrialDecided,
    FindingConfirmed,
    TrialStarted,
    TrialVoided,
    ValueRecorded,
    ValueRefused,
)
from assessdesk.domain.guide import cross_findings, finding_at
from assessdesk.domain.instrument import ItemKind
from assessdesk.domain.record import Assessment, Turn
from assessdesk.domain.slots import (
    Context,
    Now,
    Slot,
    SlotState,
    followers,
    next_turn,
    repeats_left,
    rest_before,
    slots_of,
    state_of,
)
from assessdesk.domain.values import Choice, Missing, Observed, Quantity, Text, Value, half_up

RESTRICTED = "ND07"
TEXT_LENGTH = 500


class WrongSlot(ValueError):
    """The command is about a slot that does not exist, or that is not open to it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """What a command makes: facts to write, findings to show. Soft findings without facts ask for confirmation."""

    events: tuple[Event, ...] = ()
    findings: tuple[Finding, ...] = ()


def decide(assessment: Assessment, command: Command, *, participant: str, context: Context, now: Now) -> Decision:
    """Return the facts and findings of a command. Raises WrongSlot for a command that does not fit the state."""
    maker = _Maker(participant, assessment, context, now)
    match command:
        case RecordText():
            decision = _decide_text(maker, command)
        case RecordChoice():
            decision = _decide_choice(maker, command)
        case RecordObserved():
            decision = Decision(events=(maker.value(maker.open_slot(command.slot), Observed()),))
        case StartTrial():
            slot = maker.open_slot(command.slot)
            started = TrialStarted(
                **maker.place(), slot=slot.key, turn=next_turn(slot.key, assessment), performed_at=command.performed_at
            )
            decision = Decision(events=(started,))
        case RecordTime():
            decision = _decide_time(maker, command)
        case RecordMissing():
            decision = _decide_missing(maker, command)
        case ConfirmFinding():
            live = maker.live(command.slot)
            confirmed = FindingConfirmed(
                **maker.place(), slot=command.slot, turn=live.turn, confirmation=command.confirmation
            )
            decision = Decision(events=(confirmed,))
        case Remeasure():
            decision = Decision(events=(maker.refused(maker.open_slot(command.slot), command.text, "REMEASURED"),))
        case VoidTrial():
            decision = _decide_void(maker, command)
        case DecideExtra():
            offered = ExtraTrialDecided(
                **maker.place(), section=command.section, side=command.side, taken=command.taken
            )
            decision = Decision(events=(offered,))
        case _:
            assert_never(command)
    return replace(decision, events=(*decision.events, *_consequences(maker, decision.events)))


def begin(assessment: Assessment, *, participant: str, context: Context, now: Now) -> tuple[Event, ...]:
    """Return the facts that hold from the start: trials of a restricted side are not done (ND07)."""
    maker = _Maker(participant, assessment, context, now)
    return tuple(
        maker.value(slot, Missing(code=RESTRICTED))
        for slot in slots_of(context, assessment)
        if context.restricted(slot.side)
    )


@dataclass(frozen=True, slots=True)
class _Maker:
    """Fills in what every fact of one assessment shares."""

    participant: str
    assessment: Assessment
    context: Context
    now: Now

    def place(self) -> dict[str, str]:
        """Return the ids that locate a fact."""
        return {
            "participant": self.participant,
            "visit": self.assessment.visit,
            "assessment": self.assessment.id,
        }

    def open_slot(self, key: str) -> Slot:
        """Return a slot that is open, or raise WrongSlot."""
        for slot in slots_of(self.context, self.assessment):
            if slot.key == key and state_of(slot, self.assessment) is SlotState.OPEN:
                return slot
        raise WrongSlot(f"{key} is not open")

    def live(self, key: str) -> Turn:
        """Return the live turn of a slot, or raise WrongSlot."""
        live = self.assessment.live(key)
        if live is None:
            raise WrongSlot(f"{key} holds nothing yet")
        return live

    def value(self, slot: Slot, value: Value, **more: object) -> ValueRecorded:
        """Return the fact that a slot got a value now."""
        rest = rest_before(slot, self.context, self.assessment)
        given: dict[str, object] = {"performed_at": self.now.at, "device": self.device(), **more}
        return ValueRecorded(
            participant=self.participant,
            visit=self.assessment.visit,
            assessment=self.assessment.id,
            slot=slot.key,
            turn=next_turn(slot.key, self.assessment),
            value=value,
            rest_ms=rest.elapsed_ms(self.now) if rest and not isinstance(value, Missing) else None,
            **given,  # type: ignore[arg-type]  # names and types are ValueRecorded's own, set in this module only
        )

    def refused(self, slot: Slot, text: str, finding: str) -> ValueRefused:
        """Return the fact that typed text was not accepted."""
        turn = next_turn(slot.key, self.assessment)
        return ValueRefused(**self.place(), slot=slot.key, turn=turn, text=text[:TEXT_LENGTH], finding=finding)

    def voided(self, live: Turn, slot: str, command: VoidTrial) -> TrialVoided:
        """Return the fact that a live turn does not count."""
        return TrialVoided(**self.place(), slot=slot, turn=live.turn, code=command.code, text=command.text)

    def device(self) -> str:
        """Return the device named in the set-up, if any."""
        for key, turns in self.assessment.slots.items():
            if key.endswith(".device") and turns and isinstance(turns[-1].value, Text):
                return turns[-1].value.text
        return ""


def _decide_text(maker: _Maker, command: RecordText) -> Decision:
    """Check typed text: refuse, ask, or record."""
    slot = maker.open_slot(command.slot)
    if slot.item.kind is ItemKind.TEXT:
        return _decide_words(maker, slot, command)
    limit = maker.context.limit(slot.item)
    if limit is None:
        raise WrongSlot(f"{slot.key} has no limit to check a number against")
    value, finding = check_value(command.text, limit)
    found = [*([finding] if finding else []), *(_crossed(maker, slot, value) if value is not None else [])]
    quantity = Quantity(value=value, unit=limit.unit) if value is not None else None
    if quantity is not None:
        found += setup_findings(maker.context, maker.assessment, slot, quantity)
    hard = next((one for one in found if one.severity is Severity.HARD), None)
    if quantity is None or hard:
        refused = maker.refused(slot, command.text, hard.code if hard else "UNREADABLE")
        return Decision(events=(refused,), findings=(hard,) if hard else ())
    soft = [*found, *_rest_findings(maker, slot)]
    return _decide_soft(
        maker, slot, quantity, soft, confirmations=command.confirmations, as_read=command.text, unit_read=limit.unit
    )


def _decide_soft(
    maker: _Maker,
    slot: Slot,
    value: Value,
    soft: Sequence[Finding],
    *,
    confirmations: Sequence[Confirmation],
    **read: str,
) -> Decision:
    """Ask for the reasons that soft findings still lack, or record the value with those that were given."""
    open_findings = _unconfirmed(soft, confirmations)
    if open_findings:
        return Decision(findings=open_findings)
    kept = tuple(one for one in confirmations if one.finding in {finding.code for finding in soft})
    return Decision(events=(maker.value(slot, value, confirmations=kept, **read),))


def _decide_choice(maker: _Maker, command: RecordChoice) -> Decision:
    """Record a chosen option; one that is not what it was at the last visit wants a reason."""
    slot = maker.open_slot(command.slot)
    if command.code not in {option.code for option in slot.item.options}:
        raise WrongSlot(f"{command.slot} has no option {command.code}")
    value = Choice(code=command.code)
    soft = setup_findings(maker.context, maker.assessment, slot, value)
    return _decide_soft(maker, slot, value, soft, confirmations=command.confirmations)


def _decide_words(maker: _Maker, slot: Slot, command: RecordText) -> Decision:
    """Record a line of text: there must be some, not too much of it, and a device must be one that may be used."""
    text = command.text.strip()
    if not text or len(text) > TEXT_LENGTH:
        return Decision(findings=(finding_at("TEXT_LENGTH", Severity.HARD, slot, maximum=str(TEXT_LENGTH)),))
    value = Text(text=text)
    found = setup_findings(maker.context, maker.assessment, slot, value)
    hard = next((one for one in found if one.severity is Severity.HARD), None)
    if hard:
        return Decision(events=(maker.refused(slot, command.text, hard.code),), findings=(hard,))
    return _decide_soft(maker, slot, value, found, confirmations=command.confirmations, as_read=command.text)


def _crossed(maker: _Maker, slot: Slot, value: Decimal) -> list[Finding]:
    """Return what the cross checks find that a typed value completes."""
    checks = [check for check in maker.context.instrument.checks if slot.key in check.slots.values()]
    given = {slot.key: value}
    found = [one for check in checks for one in cross_findings(check, maker.context, maker.assessment, given=given)]
    refused = refused_change(maker.context, maker.assessment, slot, value)
    return [*found, *([refused] if refused else [])]


def _rest_findings(maker: _Maker, slot: Slot) -> list[Finding]:
    """Return a soft finding when the rest before a slot was cut short."""
    rest = rest_before(slot, maker.context, maker.assessment)
    if rest is None:
        return []
    kept = rest.elapsed_ms(maker.now)
    if kept >= rest.total_ms:
        return []
    return [finding_at("REST_SHORT", Severity.SOFT, slot, kept=_clock(kept), total=_clock(rest.total_ms))]


def _clock(milliseconds: int) -> str:
    """Return milliseconds as m:ss."""
    seconds = max(0, milliseconds) // 1000
    return f"{seconds // 60}:{seconds % 60:02d}"


def _unconfirmed(findings: Sequence[Finding], given: Sequence[Confirmation]) -> tuple[Finding, ...]:
    """Return the findings for which no reason was given."""
    confirmed = {confirmation.finding for confirmation in given}
    return tuple(finding for finding in findings if finding.code not in confirmed)


def _decide_time(maker: _Maker, command: RecordTime) -> Decision:
    """Record a stopped clock, quantised once to 0.01 s, half-up; at the cap by the instrument's rule.

    A clock that is stopped after the cap was reached has reached it, whoever noticed first.
    """
    slot = maker.open_slot(command.slot)
    timing = slot.section.timing
    seconds = half_up(Decimal(command.elapsed_ms) / 1000, 2)
    capped = timing is not None and (command.timing.capped or seconds > timing.cap_s)
    if timing and capped:
        seconds = half_up(Decimal(timing.cap_s), 2)
    if timing and timing.cap_code and capped:
        completed = len(command.timing.splits_ms)
        missing = Missing(code=timing.cap_code)
        return Decision(
            events=(
                maker.value(
                    slot,
                    missing,
                    timing=command.timing,
                    performed_at=command.performed_at,
                    completed_repetitions=completed,
                    stop_reason="cap",
                ),
            )
        )
    limit = maker.context.limit(slot.item)
    value, finding = check_value(str(seconds), limit) if limit else (seconds, None)
    if value is None or (finding and finding.severity is Severity.HARD):
        refused = maker.refused(slot, str(seconds), finding.code if finding else "UNREADABLE")
        return Decision(events=(refused,), findings=(finding,) if finding else ())
    recorded = maker.value(
        slot,
        Quantity(value=value, unit=slot.item.unit),
        timing=command.timing,
        performed_at=command.performed_at,
        completed_repetitions=timing.repetitions if timing and timing.repetitions else None,
        stop_reason="cap" if capped else "",
    )
    return Decision(events=(recorded,))


def _decide_void(maker: _Maker, command: VoidTrial) -> Decision:
    """Void a turn, and with it what was asked or skipped because of it, so that all of it is asked again.

    When its last repeat is void as well nothing is asked again: what would follow is skipped by rule (ND15).
    """
    live = maker.live(command.slot)
    slots = slots_of(maker.context, maker.assessment)
    slot = next(one for one in slots if one.key == command.slot)
    again = not live.performed or repeats_left(slot, maker.assessment) > 0
    events: list[Event] = [maker.voided(live, command.slot, command)]
    for follower in followers(slot, slots):
        turn = maker.assessment.live(follower.key)
        if turn and (again or not turn.missing):
            events.append(maker.voided(turn, follower.key, command))
        if not again and not (turn and turn.missing) and state_of(follower, maker.assessment) is not SlotState.VOID:
            events.append(maker.value(follower, Missing(code=SKIPPED)))
    return Decision(events=tuple(events))


def _decide_missing(maker: _Maker, command: RecordMissing) -> Decision:
    """Record a coded absence for one slot, or for everything still open on its side."""
    slot = maker.open_slot(command.slot)
    missing = Missing(code=command.code, text=command.text.strip())
    first = maker.value(
        slot,
        missing,
        timing=command.timing,
        completed_repetitions=command.completed_repetitions,
        stop_reason="early" if command.timing else "",
    )
    events = [first]
    if command.whole_side and slot.side:
        events += [
            maker.value(other, missing)
            for other in slots_of(maker.context, maker.assessment)
            if other.side == slot.side
            and other.key != slot.key
            and other.section.trials
            and not _is_question(other)
            and state_of(other, maker.assessment) is SlotState.OPEN
        ]
    return Decision(events=tuple(events))


def _is_question(slot: Slot) -> bool:
    """Say whether a slot asks the participant something, which can still be answered when effort stops."""
    return slot.item.kind is ItemKind.COUNT


def _consequences(maker: _Maker, events: tuple[Event, ...]) -> tuple[Event, ...]:
    """Return the facts that follow by the instrument's own rule, and what follows from those in turn."""
    slots = {slot.key: slot for slot in slots_of(maker.context, maker.assessment)}
    waiting = [event for event in events if isinstance(event, ValueRecorded)]
    closed = {event.slot for event in waiting}
    found: list[Event] = []
    while waiting:
        cause = waiting.pop(0)
        for slot in slots.values():
            if slot.key in closed or state_of(slot, maker.assessment) is not SlotState.OPEN:
                continue
            missing = consequence_of(slot, slots[cause.slot], cause.value, began=cause.timing is not None)
            if missing is not None:
                fact = maker.value(slot, missing)
                closed.add(slot.key)
                found.append(fact)
                waiting.append(fact)
    return tuple(found)
