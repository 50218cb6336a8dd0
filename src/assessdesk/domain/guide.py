"""The guide: which step comes next in an assessment. A pure function of the facts and the definition.

It must not know clocks or screens: a rest is stated with the readings it counts from.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from assessdesk.domain.checks import Finding, Severity, check_cross, check_value
from assessdesk.domain.comparability import change_findings
from assessdesk.domain.instrument import Check, ItemKind
from assessdesk.domain.record import Assessment, Turn
from assessdesk.domain.scoring.walk6 import walked_distance
from assessdesk.domain.slots import (
    Context,
    Rest,
    Slot,
    SlotState,
    extra_offered,
    next_turn,
    rest_before,
    slots_of,
    state_of,
)
from assessdesk.domain.values import Quantity

SPLIT_FLOOR_MS = 300
WALK6_LAPS, WALK6_DISTANCE = "x.walk6_laps", "walk6.distance"


@dataclass(frozen=True, slots=True, kw_only=True)
class AskStep:
    """Ask for the fact of a slot; `rest` is the rest that belongs before it."""

    slot: Slot
    turn: int
    rest: Rest | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ConfirmStep:
    """A value is on disk and is unusual, or far from an earlier visit's: a reason is wanted, or the trial is voided."""

    slot: Slot
    turn: Turn
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class OfferStep:
    """An extra trial of a side is offered."""

    section: str
    side: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FinishedStep:
    """Every slot has a value or a coded reason."""


Step = AskStep | ConfirmStep | OfferStep | FinishedStep


def next_step(context: Context, assessment: Assessment) -> Step:
    """Return what the assessor should do next."""
    slots = slots_of(context, assessment)
    for slot in slots:
        live = assessment.live(slot.key)
        pending = pending_findings(context, slot, live, assessment=assessment) if live else ()
        if live and pending:
            return ConfirmStep(slot=slot, turn=live, findings=pending)
        if state_of(slot, assessment) is SlotState.OPEN:
            turn = next_turn(slot.key, assessment)
            offer = None if turn > 1 else _offer_before(slot, context, assessment)
            return offer or AskStep(slot=slot, turn=turn, rest=rest_before(slot, context, assessment))
    return _offer_before(None, context, assessment) or _changed(context, slots, assessment) or FinishedStep()


def _changed(context: Context, slots: Sequence[Slot], assessment: Assessment) -> ConfirmStep | None:
    """Return the question about a result that differs a lot from an earlier visit, asked once all trials are done."""
    places = {slot.key: slot for slot in slots}
    for finding in change_findings(context, assessment):
        live = assessment.live(finding.field)
        if live is None or live.corrected or finding.code in {one.finding for one in live.confirmations}:
            continue
        return ConfirmStep(slot=places[finding.field], turn=live, findings=(finding,))
    return None


def _offer_before(slot: Slot | None, context: Context, assessment: Assessment) -> OfferStep | None:
    """Return the extra trial to offer before going on to `slot` (None: the end)."""
    ids = [section.id for section in context.instrument.sections]
    reached = ids.index(slot.section.id) if slot else len(ids)
    for section in context.instrument.sections[:reached]:
        for side in (section.trials.sides or ("",)) if section.trials else ():
            if extra_offered(section, side, assessment, context=context):
                return OfferStep(section=section.id, side=side)
    return None


def pending_findings(context: Context, slot: Slot, live: Turn, *, assessment: Assessment) -> tuple[Finding, ...]:
    """Return the soft findings of a timed value that nobody has confirmed yet."""
    if slot.item.kind is not ItemKind.DURATION or not isinstance(live.value, Quantity) or live.corrected:
        return ()
    confirmed = {confirmation.finding for confirmation in live.confirmations}
    found = (*_time_findings(context, slot, live), *_check_findings(context, slot, live, assessment=assessment))
    return tuple(finding for finding in found if finding.code not in confirmed)


def _time_findings(context: Context, slot: Slot, live: Turn) -> list[Finding]:
    """Return the soft findings of a recorded duration: its range and its splits."""
    found: list[Finding] = []
    limit = context.limit(slot.item)
    if limit is not None and isinstance(live.value, Quantity):
        finding = check_value(str(live.value.value), limit)[1]
        found += [finding] if finding else []
    splits = live.timing.splits_ms if live.timing else ()
    short = [number for number, split in enumerate(splits, start=1) if split < SPLIT_FLOOR_MS]
    if short:
        numbers = ", ".join(str(number) for number in short)
        found.append(finding_at("SHORT_SPLIT", Severity.SOFT, slot, numbers=numbers))
    return found


def _check_findings(context: Context, slot: Slot, live: Turn, *, assessment: Assessment) -> list[Finding]:
    """Return the findings of the cross checks that this turn completed: the last one that was recorded of a check."""
    found: list[Finding] = []
    for check in context.instrument.checks:
        turns = [assessment.live(key) for key in check.slots.values()]
        if slot.key in check.slots.values() and all(turn and turn.seq <= live.seq for turn in turns):
            found += cross_findings(check, context, assessment)
    return found


def cross_findings(
    check: Check, context: Context, assessment: Assessment, *, given: Mapping[str, Decimal] | None = None
) -> list[Finding]:
    """Return what a cross check finds once all its slots hold numbers, `given` ones by slot that are not recorded yet.

    The distance of a walk by lengths is computed, so that its own limits hold too.
    """
    values: dict[str, object] = {}
    for name, key in check.slots.items():
        live = assessment.live(key)
        value = (given or {}).get(key, live.value.value if live and isinstance(live.value, Quantity) else None)
        if value is None:
            return []
        values[name] = value
    found: list[Finding | None] = []
    if check.rule == WALK6_LAPS:
        lengths, course, extra = (Decimal(str(values[name])) for name in ("lengths", "course_m", "extra_m"))
        distance = walked_distance(int(lengths), course, extra)
        values["distance"] = distance
        # A distance that was computed cannot have been typed in another unit.
        found.append(check_value(distance, replace(context.limits[WALK6_DISTANCE], slips=()))[1])
    found.append(check_cross(check.rule, values, context.cross[check.rule]))
    return [finding for finding in found if finding]


def finding_at(code: str, severity: Severity, slot: Slot, **arguments: str) -> Finding:
    """Return a finding about a slot."""
    return Finding(code=code, severity=severity, field=slot.key, arguments=tuple(sorted(arguments.items())))
