"""The places of an assessment that want a fact: which there are, in which order, and where each stands.

A slot is `section[.side][.number].item`. This module must not know what a fact looks like on a screen.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum

from assessdesk.domain.checks import CrossLimit, Limit, check_cross
from assessdesk.domain.instrument import Instrument, Item, ItemKind, Section, TrialPlan
from assessdesk.domain.record import Assessment, Turn
from assessdesk.domain.rows import DeviceRow
from assessdesk.domain.values import Quantity


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """What the guide must know beside the facts: the definition, the participant, the limits and cross rules.

    `devices` is the register of the station by label, `today` the day at this station, `earlier` the assessments with
    the same instrument at the visits before, first one first.
    """

    instrument: Instrument
    sex: str
    restricted_side: str
    first_time: bool
    limits: Mapping[str, Limit]
    cross: Mapping[str, CrossLimit] = field(default_factory=dict)
    devices: Mapping[str, DeviceRow] = field(default_factory=dict)
    today: date | None = None
    earlier: tuple[Assessment, ...] = ()

    def limit(self, item: Item) -> Limit | None:
        """Return the limit of an item, completed with the participant's sex, or None when it has none."""
        if not item.limit:
            return None
        return self.limits[item.limit.replace("*", self.sex)]

    def restricted(self, side: str) -> bool:
        """Say whether a side must not be tested; the restriction of the care facts is one of the arm."""
        return bool(side) and self.instrument.limb == "arm" and self.restricted_side in {side, "both"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Now:
    """One reading of both clocks."""

    at: datetime
    monotonic_ms: int
    boot: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot:
    """One place that wants a fact. `number` and `of` are 0 outside trials; `of` counts all sides together."""

    key: str
    section: Section
    item: Item
    side: str = ""
    number: int = 0
    of: int = 0
    place: int = 0


def same_trial(slot: Slot, other: Slot) -> bool:
    """Say whether two slots belong to one trial."""
    return (
        slot.section.trials is not None
        and slot.section.id == other.section.id
        and (slot.side, slot.number) == (other.side, other.number)
    )


def is_first_of_trial(slot: Slot) -> bool:
    """Say whether a slot is what its trial measures; what else is asked of a trial depends on it."""
    return slot.section.trials is not None and slot.item.id == slot.section.items[0].id


def is_measured(slot: Slot) -> bool:
    """Say whether a slot holds a trial's measurement, not a question, a practice or a set-up fact."""
    return slot.section.trials is not None and slot.item.kind in {ItemKind.QUANTITY, ItemKind.DURATION}


def followers(slot: Slot, slots: Sequence[Slot]) -> tuple[Slot, ...]:
    """Return the slots that depend on one: the rest of its trial, sections on its condition, and theirs in turn."""
    found: list[Slot] = []
    waiting = [slot]
    while waiting:
        leader = waiting.pop(0)
        for other in slots:
            if other is slot or other in found:
                continue
            condition = other.section.only_if
            within = is_first_of_trial(leader) and other is not leader and same_trial(leader, other)
            if within or (condition is not None and condition.slot == leader.key):
                found.append(other)
                waiting.append(other)
    return tuple(found)


class SlotState(StrEnum):
    """Where a slot stands."""

    OPEN = "open"
    DONE = "done"
    MISSING = "missing"
    VOID = "void"


@dataclass(frozen=True, slots=True, kw_only=True)
class Rest:
    """A rest that should be kept before a slot: how long, and since which readings."""

    total_ms: int
    since_ms: int
    since: datetime
    boot: str

    def elapsed_ms(self, now: Now) -> int:
        """Return how much of the rest has been kept; across a restart of the machine by the wall clock."""
        if now.boot == self.boot:
            return now.monotonic_ms - self.since_ms
        return int((now.at - self.since).total_seconds() * 1000)


def slots_of(context: Context, assessment: Assessment) -> tuple[Slot, ...]:
    """Return every slot of an assessment in the order of the protocol, extra trials that were taken included."""
    found: list[Slot] = []
    for section in context.instrument.sections:
        if section.first_time_only and not context.first_time:
            continue
        if section.trials is None:
            found += [Slot(key=f"{section.id}.{item.id}", section=section, item=item) for item in section.items]
        else:
            found += _trial_slots(section, section.trials, assessment)
    return tuple(found)


def _trial_slots(section: Section, plan: TrialPlan, assessment: Assessment) -> Iterator[Slot]:
    """Yield a trial section's slots: sides alternate within each number; extra trials come last."""
    sides = plan.sides or ("",)
    order = [(side, number) for number in range(1, plan.count + 1) for side in sides]
    order += [(side, plan.count + 1) for side in sides if assessment.extra.get((section.id, side))]
    for place, (side, number) in enumerate(order, start=1):
        for item in section.items:
            parts = [section.id, *([side] if side else []), str(number), item.id]
            yield Slot(
                key=".".join(parts), section=section, item=item, side=side, number=number, of=len(order), place=place
            )


def state_of(slot: Slot, assessment: Assessment) -> SlotState:
    """Say where a slot stands; a void one is open again until its repeats are used up."""
    turns = assessment.slots.get(slot.key, ())
    if not turns:
        return SlotState.OPEN
    last = turns[-1]
    if last.void_code:
        return SlotState.VOID if repeats_left(slot, assessment) < 0 else SlotState.OPEN
    return SlotState.MISSING if last.missing else SlotState.DONE


def repeats_left(slot: Slot, assessment: Assessment) -> int:
    """Return how often a slot may still be voided and repeated; below 0 its last repeat is void as well.

    A void absence is not counted, unless its clock ran: nothing was performed that could be performed again.
    """
    allowed = slot.section.trials.void_repeats if slot.section.trials else 1
    spent = [turn for turn in assessment.slots.get(slot.key, ()) if turn.void_code and turn.performed]
    return allowed - len(spent)


def next_turn(slot: str, assessment: Assessment) -> int:
    """Return the number of the turn that would be recorded next at a slot."""
    return len(assessment.slots.get(slot, ())) + 1


def rest_before(slot: Slot, context: Context, assessment: Assessment) -> Rest | None:
    """Return the rest that belongs before a slot, counted from the effort before it, or None.

    What is asked about a trial after its measurement needs no rest.
    """
    plan = slot.section.trials
    if plan and not is_first_of_trial(slot):
        return None
    if plan and plan.rest_s:
        side = slot.side if plan.rest_scope == "side" else None
        last = _last_effort(assessment, slot.section.id, side)
        if last:
            return _rest(plan.rest_s, last)
    if slot.section.rest_before_s and not _last_effort(assessment, slot.section.id, None):
        for earlier in reversed(_sections_before(slot.section, context)):
            last = _last_effort(assessment, earlier, None)
            if last:
                return _rest(slot.section.rest_before_s, last)
    return None


def _rest(seconds: int, turn: Turn) -> Rest:
    """Return a rest of `seconds` since a turn was recorded."""
    return Rest(total_ms=seconds * 1000, since_ms=turn.monotonic_ms, since=turn.performed_at, boot=turn.boot)


def _sections_before(section: Section, context: Context) -> list[str]:
    """Return the ids of the sections before one, set-up facts left out."""
    ids = [one.id for one in context.instrument.sections]
    before = context.instrument.sections[: ids.index(section.id)]
    return [one.id for one in before if not one.setup]


def _last_effort(assessment: Assessment, section: str, side: str | None) -> Turn | None:
    """Return the last turn in a section (on a side, if one is named) at which something was really done."""
    found: Turn | None = None
    for key, turns in assessment.slots.items():
        parts = key.split(".")
        if parts[0] != section or (side is not None and parts[1] != side):
            continue
        for turn in turns:
            if turn.missing is None and (found is None or turn.seq > found.seq):
                found = turn
    return found


def extra_offered(section: Section, side: str, assessment: Assessment, *, context: Context) -> bool:
    """Say whether one more trial should be offered: the planned trials lie too far apart.

    By best and second best, both bounds strict (more than `difference` and more than `share` of the best), or by the
    cross rule that the plan names, over the first two trials.
    """
    plan = section.trials
    if plan is None or plan.extra is None or (section.id, side) in assessment.extra:
        return False
    item = section.items[0]
    values: list[Decimal] = []
    for number in range(1, plan.count + 1):
        live = assessment.live(".".join([section.id, *([side] if side else []), str(number), item.id]))
        if live and isinstance(live.value, Quantity):
            values.append(live.value.value)
    if len(values) < 2:  # noqa: PLR2004 - a difference needs two values
        return False
    if plan.extra.rule:
        rule = context.cross[plan.extra.rule]
        return check_cross(rule.rule, dict(zip(rule.inputs[0], values, strict=False)), rule) is not None
    best, second = sorted(values, reverse=True)[:2]
    gap = best - second
    return gap > Decimal(plan.extra.difference or 0) and gap > best * Decimal(plan.extra.share)
