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
from assessdesk.domain.guide import finding_at
from assessdesk.domain.instrument import ItemKind
from assessdesk.domain.record import Assessment, Turn
from assessdesk.domain.slots import (
    Context,
    Now,
    Slot,
    SlotState,
    next_turn,
    rest_before,
    slots_of,
    state_of,
)
from assessdesk.domain.values import Choice, Missing, Observed, Quantity, Text, Value, half_up

SKIPPED = "ND15"
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
            slot = maker.open_slot(command.slot)
            if command.code not in {option.code for option in slot.item.options}:
                raise WrongSlot(f"{command.slot} has no option {command.code}")
            decision = Decision(events=(maker.value(slot, Choice(code=command.code)),))
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
            live = maker.live(command.slot)
            voided = TrialVoided(
                **maker.place(), slot=command.slot, turn=live.turn, code=command.code, text=command.text
            )
            decision = Decision(events=(voided,))
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
            **self.place(),
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
        text = command.text.strip()
        if not text or len(text) > TEXT_LENGTH:
            finding = finding_at("TEXT_LENGTH", Severity.HARD, slot, maximum=str(TEXT_LENGTH))
            return Decision(findings=(finding,))
        return Decision(events=(maker.value(slot, Text(text=text), as_read=command.text),))
    limit = maker.context.limit(slot.item)
    if limit is None:
        raise WrongSlot(f"{slot.key} has no limit to check a number against")
    value, finding = check_value(command.text, limit)
    if value is None or (finding and finding.severity is Severity.HARD):
        refused = maker.refused(slot, command.text, finding.code if finding else "UNREADABLE")
        return Decision(events=(refused,), findings=(finding,) if finding else ())
    soft = [*([finding] if finding else []), *_rest_findings(maker, slot)]
    open_findings = _unconfirmed(soft, command.confirmations)
    if open_findings:
        return Decision(findings=open_findings)
    kept = tuple(one for one in command.confirmations if one.finding in {f.code for f in soft})
    quantity = Quantity(value=value, unit=limit.unit)
    recorded = maker.value(slot, quantity, as_read=command.text, unit_read=limit.unit, confirmations=kept)
    return Decision(events=(recorded,))


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
    """Record a stopped clock: at the cap by the instrument's rule, else quantised once to 0.01 s, half-up."""
    slot = maker.open_slot(command.slot)
    timing = slot.section.timing
    seconds = half_up(Decimal(command.elapsed_ms) / 1000, 2)
    if timing and timing.cap_code and command.timing.capped:
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
    )
    return Decision(events=(recorded,))


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
    """Return the facts that follow by the instrument's own rule: sections whose condition fails are not done.

    A condition that was answered otherwise skips them (ND15); one that was itself not done hands its reason on.
    """
    found: list[Event] = []
    for event in events:
        if not isinstance(event, ValueRecorded):
            continue
        for slot in slots_of(maker.context, maker.assessment):
            condition = slot.section.only_if
            if condition is None or condition.slot != event.slot:
                continue
            if state_of(slot, maker.assessment) is not SlotState.OPEN:
                continue
            if isinstance(event.value, Missing):
                found.append(maker.value(slot, event.value))
            elif isinstance(event.value, Choice) and event.value.code not in condition.codes:
                found.append(maker.value(slot, Missing(code=SKIPPED)))
    return tuple(found)
