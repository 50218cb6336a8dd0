"""What must be as it was at earlier visits: the device, the kept set-up facts, and results that may not differ a lot.

A finding about a result never carries the earlier value nor the direction of the change, so that a blinded assessor
learns nothing from it (spec 1.0.8). It must not know screens, nor where a threshold is written down.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Final

from assessdesk.domain.checks import Finding, Severity, check_cross
from assessdesk.domain.record import Assessment
from assessdesk.domain.scoring.body_composition import agreed_reading
from assessdesk.domain.scoring.walk6 import walked_distance
from assessdesk.domain.slots import Context, Slot
from assessdesk.domain.values import Quantity, Text, Value

DEVICE: Final = "device"
DEVICE_RULE, CALIBRATION_RULE = "x.device", "x.calibration"
AID_RULE, AID_SCORER, AID_SLOT = "x.tug_aid", "tug/1", "setup.aid"
HEIGHT_RULE, SIZE_SCORER, HEIGHT_SECTION = "x.height_change", "height_weight/1", "height"
FROM_BASELINE: Final = frozenset({AID_RULE, HEIGHT_RULE})
"""Rules that look back to the first visit; all others look at the last one."""

SIDES = ("right", "left")
READINGS = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """A result that a rule compares between visits: `name` tells the hands apart, `slot` is where it is questioned."""

    rule: str
    slot: str
    value: Decimal
    name: str = ""


def setup_findings(context: Context, assessment: Assessment, slot: Slot, value: Value) -> tuple[Finding, ...]:
    """Return what is to be said about a set-up fact before it is taken over: its device, and whether it changed."""
    if not slot.section.setup:
        return ()
    if slot.item.id == DEVICE and isinstance(value, Text):
        return tuple(_device_findings(context, assessment, slot, value.text))
    earlier = [held for past in _past(context, assessment) if (held := _held(past, slot.key)) is not None]
    if not slot.item.keep or not earlier:
        return ()
    if context.instrument.scorer == AID_SCORER and slot.key == AID_SLOT:
        finding = _compared(context, AID_RULE, _word(earlier[0]), _word(value))
        return (replace(finding, field=slot.key),) if finding else ()
    if _word(earlier[-1]) == _word(value):
        return ()
    return (_about(slot, "KEPT_FACT_CHANGED", Severity.SOFT),)


def _device_findings(context: Context, assessment: Assessment, slot: Slot, label: str) -> Iterator[Finding]:
    """Yield what the register says of a device; a station that keeps no register has nothing to look it up in."""
    row = context.devices.get(label.upper())
    if row is None:
        if context.devices:
            yield _about(slot, "DEVICE_UNKNOWN", Severity.SOFT, device=label)
    elif row.retired:
        yield _about(slot, "DEVICE_RETIRED", Severity.HARD, device=row.device)
    else:
        if not row.passed:
            yield _about(slot, "DEVICE_FAILED", Severity.SOFT, device=row.device)
        today = context.today.isoformat() if context.today else ""
        if today and row.due and _compared(context, CALIBRATION_RULE, today, row.due):
            yield _about(slot, "CALIBRATION_OVERDUE", Severity.SOFT, device=row.device, due=row.due)
    earlier = [held for past in _past(context, assessment) if (held := _held(past, slot.key)) is not None]
    if earlier and _compared(context, DEVICE_RULE, _word(earlier[-1]), label.upper()):
        yield _about(slot, "DEVICE_CHANGED", Severity.SOFT, device=label)


def refused_change(context: Context, assessment: Assessment, slot: Slot, value: Decimal) -> Finding | None:
    """Return why a typed reading cannot be this participant's: a grown person's height hardly changes."""
    if context.instrument.scorer != SIZE_SCORER or slot.section.id != HEIGHT_SECTION:
        return None
    typed = Result(rule=HEIGHT_RULE, slot=slot.key, value=value)
    finding = _change(context, assessment, typed, reader=_size)
    return finding if finding and finding.severity is Severity.HARD else None


def change_findings(context: Context, assessment: Assessment) -> Iterator[Finding]:
    """Yield a finding, with its slot as field, for each result that differs a lot from the earlier visit's."""
    reader = _READERS.get(context.instrument.scorer)
    if reader is None:
        return
    for result in reader(assessment):
        finding = _change(context, assessment, result, reader=reader)
        if finding is not None:
            yield finding


def _change(context: Context, assessment: Assessment, result: Result, *, reader: Reader) -> Finding | None:
    """Compare a result with the same one of the first or the last earlier visit that has it."""
    found = [one for past in _past(context, assessment) for one in reader(past)]
    earlier = [one.value for one in found if (one.rule, one.name) == (result.rule, result.name)]
    if not earlier:
        return None
    before = earlier[0] if result.rule in FROM_BASELINE else earlier[-1]
    finding = _compared(context, result.rule, before, result.value)
    return replace(finding, field=result.slot) if finding else None


def _past(context: Context, assessment: Assessment) -> Iterator[Assessment]:
    """Yield the earlier assessments as they stood when this one began.

    One that was touched since (a late correction) is left out: it must not reopen what was finished after it.
    """
    for past in context.earlier:
        if all(turn.seq < assessment.seq for turns in past.slots.values() for turn in turns):
            yield past


def _held(assessment: Assessment, slot: str) -> Value | None:
    """Return what counts at a slot, or None when it was not done."""
    live = assessment.live(slot)
    return None if live is None or live.missing else live.value


def _word(value: Value) -> str:
    """Return a set-up fact in the form in which two are equal: labels whatever their case, numbers as numbers."""
    match value:
        case Text():
            return value.text.upper()
        case Quantity():
            return str(value.value.normalize())
        case _:
            return str(getattr(value, "code", ""))


def _compared(context: Context, rule: str, *values: object) -> Finding | None:
    """Apply a cross rule of the limit table to values in the order of its inputs."""
    limit = context.cross[rule]
    return check_cross(rule, dict(zip(limit.inputs[0], values, strict=True)), limit)


def _about(slot: Slot, code: str, severity: Severity, **arguments: str) -> Finding:
    return Finding(code=code, severity=severity, field=slot.key, arguments=tuple(sorted(arguments.items())))


def _number(assessment: Assessment, slot: str) -> Decimal | None:
    value = _held(assessment, slot)
    return value.value if isinstance(value, Quantity) else None


def _trials(assessment: Assessment, section: str, item: str) -> Iterator[tuple[str, Decimal]]:
    """Yield the trials that count of a section (`squeeze.right`), in the order they were recorded."""
    for key in assessment.slots:
        head, _, last = key.rpartition(".")
        value = _number(assessment, key)
        if last == item and head.rpartition(".")[0] == section and value is not None:
            yield key, value


def _grip(assessment: Assessment) -> Iterator[Result]:
    """The best of each hand."""
    for side in SIDES:
        trials = tuple(_trials(assessment, f"squeeze.{side}", "grip"))
        if trials:
            slot, best = max(trials, key=lambda trial: trial[1])
            yield Result(rule="x.grip_change", slot=slot, value=best, name=side)


def _chair(assessment: Assessment) -> Iterator[Result]:
    """The time of five stands."""
    for slot, seconds in _trials(assessment, "stands", "time"):
        yield Result(rule="x.chair5_change", slot=slot, value=seconds)


def _walk6(assessment: Assessment) -> Iterator[Result]:
    """The distance of six minutes; questioned where the lengths were counted."""
    counted = "walk.1.lengths"
    lengths, extra = _number(assessment, counted), _number(assessment, "walk.1.extra")
    course = _number(assessment, "setup.course")
    if lengths is not None and extra is not None and course is not None:
        yield Result(rule="x.walk6_change", slot=counted, value=walked_distance(int(lengths), course, extra))


def _size(assessment: Assessment) -> Iterator[Result]:
    """Height and weight by the rule of duplicate readings."""
    for rule, section in ((HEIGHT_RULE, HEIGHT_SECTION), ("x.weight_change", "weight")):
        readings = tuple(_trials(assessment, section, "reading"))
        if len(readings) >= READINGS:
            agreed = agreed_reading([value for _, value in readings])
            yield Result(rule=rule, slot=readings[-1][0], value=agreed)


def _measured(assessment: Assessment) -> Iterator[Result]:
    """The weight that a body composition device printed."""
    weight = _number(assessment, "measured.weight")
    if weight is not None:
        yield Result(rule="x.weight_change", slot="measured.weight", value=weight)


Reader = Callable[[Assessment], Iterator[Result]]

_READERS: Final[Mapping[str, Reader]] = {
    "grip/1": _grip,
    "grip.asht/1": _grip,
    "grip.awgs/1": _grip,
    "sppb/1": _chair,
    "sppb.chair5/1": _chair,
    "ftsts_seat/1": _chair,
    "walk6/1": _walk6,
    SIZE_SCORER: _size,
    "bia/1": _measured,
    "dxa/1": _measured,
}
"""Where the results that are compared stand, by the scorer of the instrument."""
