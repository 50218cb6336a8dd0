"""Hard and soft edit checks of single values and of values against each other.

A hard finding refuses a value, a soft one asks for a confirmation with a reason. Limits and thresholds are handed in;
findings are codes with arguments. The module must not know wording, screens or where a limit is written down.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from itertools import chain
from types import MappingProxyType
from typing import Final

from assessdesk.domain.scoring.decimals import (
    HUNDRED,
    decimal_places,
    exact_arithmetic,
    half_up,
    plain_decimal,
    plain_text,
    product,
    quotient,
)
from assessdesk.domain.scoring.inputs import Inputs, InvalidInputError


class Severity(StrEnum):
    """Whether a finding refuses the value (HARD) or asks for a confirmation with a reason (SOFT)."""

    HARD = "hard"
    SOFT = "soft"


@dataclass(frozen=True, slots=True)
class UnitSlip:
    """Another unit that is easily typed instead: value in the limit's unit = (value + plus) x times / over."""

    unit: str
    times: Decimal = Decimal(1)
    over: Decimal = Decimal(1)
    plus: Decimal = Decimal(0)

    def converted(self, value: Decimal) -> Decimal:
        """Return the value in the limit's unit if it was read in this unit."""
        return quotient(product(value + self.plus, self.times), self.over)


@dataclass(frozen=True, slots=True)
class Limit:
    """What a field may hold: UCUM unit, decimal places, inclusive hard and soft limits, and why.

    `steps` lists the only values of a scale that is not even; empty for all others.
    """

    field: str
    unit: str
    decimals: int
    hard_min: Decimal
    hard_max: Decimal
    soft_min: Decimal
    soft_max: Decimal
    reason: str = ""
    steps: tuple[Decimal, ...] = ()
    slips: tuple[UnitSlip, ...] = ()

    def usual(self, value: Decimal) -> bool:
        """Tell whether the value lies within the soft limits."""
        return self.soft_min <= value <= self.soft_max

    def possible(self, value: Decimal) -> bool:
        """Tell whether the value lies within the hard limits."""
        return self.hard_min <= value <= self.hard_max


@dataclass(frozen=True, slots=True)
class CrossLimit:
    """Thresholds of one cross-field rule, and the names its values may come under (first match counts)."""

    rule: str
    inputs: tuple[tuple[str, ...], ...]
    thresholds: Mapping[str, Decimal]

    def names(self, values: Mapping[str, object]) -> tuple[str, ...]:
        """Return the names under which the values were given, the first ones when none fits."""
        return next((names for names in self.inputs if set(names) == set(values)), self.inputs[0])


@dataclass(frozen=True, slots=True)
class Limits:
    """Every limit by field id and every cross-field rule by its id."""

    values: Mapping[str, Limit]
    cross: Mapping[str, CrossLimit]


@dataclass(frozen=True, slots=True)
class Finding:
    """Outcome of a check: a code with arguments for its sentence, and how severe it is."""

    code: str
    severity: Severity
    field: str
    arguments: tuple[tuple[str, str], ...] = ()


def _finding(code: str, severity: Severity, field: str, **arguments: object) -> Finding:
    named = {"field": field, **arguments}
    return Finding(code, severity, field, tuple((name, str(value)) for name, value in named.items()))


def parse_decimal(text: str, field: str, *, decimal_separators: Sequence[str] = (".",)) -> Decimal | Finding:
    """Return the number a person typed, canonical with a dot, or the finding that says why it is none.

    Blanks around the number are ignored. Exponents, thousands separators, signs other than a leading minus and
    digits of other scripts are refused, never interpreted.
    """
    typed = text.strip(" ")
    if not typed:
        return _finding("VALUE_MISSING", Severity.HARD, field)
    if not typed.isascii() and any(sign.isdecimal() and not sign.isascii() for sign in typed):
        return _finding("VALUE_OTHER_DIGITS", Severity.HARD, field, value=typed)
    if sum(typed.count(sign) for sign in ".,") > 1:
        return _finding("VALUE_SEPARATORS", Severity.HARD, field, value=typed)
    for sign in ".,":
        if sign in typed and sign not in decimal_separators:
            return _finding(
                "VALUE_SEPARATOR", Severity.HARD, field, value=typed, found=sign, wanted=decimal_separators[0]
            )
    value = plain_decimal(typed.replace(",", "."))
    return value if value is not None else _finding("VALUE_NOT_NUMBER", Severity.HARD, field, value=typed)


def check_unit(unit: str | None, limit: Limit) -> Finding | None:
    """Return a hard finding when the unit is missing or not the limit's; values are never converted unasked."""
    if unit is None or not unit.strip():
        return _finding("UNIT_MISSING", Severity.HARD, limit.field, unit=limit.unit)
    if unit != limit.unit:
        return _finding("UNIT_OTHER", Severity.HARD, limit.field, unit=limit.unit, given=unit)
    return None


def check_value(
    given: str | Decimal, limit: Limit, *, decimal_separators: Sequence[str] = (".",)
) -> tuple[Decimal | None, Finding | None]:
    """Check one value against its limit.

    Returns:
        The value and None when it is accepted; the value and a soft finding when it needs a confirmation; None and
        a hard finding when it is refused.
    """
    text = plain_text(given) if isinstance(given, Decimal) else given
    parsed = parse_decimal(text, limit.field, decimal_separators=decimal_separators)
    if isinstance(parsed, Finding):
        return None, parsed
    if decimal_places(parsed) > limit.decimals:
        code = "VALUE_NOT_WHOLE" if limit.decimals == 0 else "VALUE_TOO_PRECISE"
        return None, _explained(code, Severity.HARD, value=parsed, limit=limit)
    if not limit.possible(parsed):
        return None, _explained("VALUE_IMPOSSIBLE", Severity.HARD, value=parsed, limit=limit)
    if limit.steps and parsed not in limit.steps:
        return None, _explained("VALUE_OFF_SCALE", Severity.HARD, value=parsed, limit=limit)
    if not limit.usual(parsed):
        return parsed, _explained("VALUE_UNUSUAL", Severity.SOFT, value=parsed, limit=limit)
    return parsed, None


def _explained(code: str, severity: Severity, *, value: Decimal, limit: Limit) -> Finding:
    """Return the finding, or the one that names another unit when the value would be usual in it."""
    slip = None
    if not limit.usual(value):
        slip = next((slip for slip in limit.slips if limit.usual(slip.converted(value))), None)
    arguments: dict[str, object] = {
        "value": value,
        "unit": limit.unit,
        "decimals": limit.decimals,
        "minimum": limit.hard_min,
        "maximum": limit.hard_max,
        "usual_from": limit.soft_min,
        "usual_to": limit.soft_max,
        "steps": ", ".join(str(step) for step in limit.steps),
    }
    if slip is None:
        return _finding(code, severity, limit.field, **arguments)
    converted = half_up(slip.converted(value), limit.decimals)
    slipped = "UNIT_SLIP_REFUSED" if severity is Severity.HARD else "UNIT_SLIP_UNUSUAL"
    return _finding(slipped, severity, limit.field, **arguments, other=slip.unit, converted=converted)


def _graded(excess: Decimal, limit: CrossLimit) -> Severity | None:
    """Grade by two thresholds: up to `accept` nothing, up to `confirm` soft, above hard."""
    if excess <= limit.thresholds["accept"]:
        return None
    return Severity.SOFT if excess <= limit.thresholds["confirm"] else Severity.HARD


def _soft(*, asked: bool) -> Severity | None:
    return Severity.SOFT if asked else None


def _weight_sum(inputs: Inputs, limit: CrossLimit) -> Severity | None:
    weight, fat, lean = (inputs.needed_decimal(name) for name in limit.names(inputs.values))
    return _graded(abs(weight - fat - lean), limit)


def _fat_percent(inputs: Inputs, limit: CrossLimit) -> Severity | None:
    weight, fat, stated = limit.names(inputs.values)
    expected = quotient(product(HUNDRED, inputs.needed_decimal(fat)), inputs.needed_positive(weight))
    return _graded(abs(inputs.needed_decimal(stated) - expected), limit)


def _smm_below_ffm(inputs: Inputs, limit: CrossLimit) -> Severity | None:
    smm, ffm = (inputs.needed_decimal(name) for name in limit.names(inputs.values))
    return Severity.HARD if smm >= ffm else None


def _asm_of_ffm(inputs: Inputs, limit: CrossLimit) -> Severity | None:
    *limbs, ffm = (inputs.needed_positive(name) for name in limit.names(inputs.values))
    asm = sum(limbs, Decimal(0))
    if asm >= ffm:
        return Severity.HARD
    low, high = (product(ffm, limit.thresholds[name]) for name in ("ratio_min", "ratio_max"))
    return _soft(asked=not low <= asm <= high)


def _difference(inputs: Inputs, limit: CrossLimit) -> Severity | None:
    """Compare two values by what they differ: `accept`, then `confirm`, or confirmation only."""
    first, second = (inputs.needed_decimal(name) for name in limit.names(inputs.values))
    difference = abs(first - second)
    if "confirm" in limit.thresholds:
        return _graded(difference, limit)
    return _soft(asked=difference > limit.thresholds["accept"])


def _difference_from(inputs: Inputs, limit: CrossLimit) -> Severity | None:
    """Ask when two readings differ by the threshold itself or more."""
    first, second = (inputs.needed_decimal(name) for name in limit.names(inputs.values))
    return _soft(asked=abs(first - second) >= limit.thresholds["from"])


def _share_of_first(inputs: Inputs, limit: CrossLimit) -> Severity | None:
    """Ask when the change exceeds a share, in percent, of the first (earlier) value."""
    first, second = (inputs.needed_positive(name) for name in limit.names(inputs.values))
    return _soft(asked=abs(second - first) * HUNDRED > first * limit.thresholds["accept_percent"])


def _share_of_larger(inputs: Inputs, limit: CrossLimit) -> Severity | None:
    pair = [inputs.needed_positive(name) for name in limit.names(inputs.values)]
    return _soft(asked=abs(pair[0] - pair[1]) * HUNDRED > max(pair) * limit.thresholds["accept_percent"])


def _grip_change(inputs: Inputs, limit: CrossLimit) -> Severity | None:
    """Ask when the change exceeds either the absolute or the relative threshold."""
    before, now = (inputs.needed_decimal(name) for name in limit.names(inputs.values))
    change = abs(now - before)
    relative = change * HUNDRED > before * limit.thresholds["accept_percent"]
    return _soft(asked=relative or change > limit.thresholds["accept"])


def _two_trials(inputs: Inputs, limit: CrossLimit) -> Severity | None:
    """Ask when two times differ by more than both the share of their mean and the absolute threshold."""
    first, second = (inputs.needed_positive(name) for name in limit.names(inputs.values))
    difference = abs(first - second)
    relative = difference * 2 * HUNDRED > (first + second) * limit.thresholds["accept_percent"]
    return _soft(asked=relative and difference > limit.thresholds["accept"])


def _sppb_sequence(inputs: Inputs, limit: CrossLimit) -> Severity | None:
    """Refuse a value for a stance that the rule skips because the one before was not held."""
    holds = [inputs.decimal(name) for name in limit.names(inputs.values)]
    held = True
    for hold in holds:
        if hold is not None and not held:
            return Severity.HARD
        held = held and hold is not None and hold >= limit.thresholds["full_hold"]
    return None


def _walk6_laps(inputs: Inputs, limit: CrossLimit) -> Severity | None:
    lengths, course, extra, distance = limit.names(inputs.values)
    course_m, extra_m = inputs.needed_positive(course), inputs.needed_decimal(extra)
    walked = inputs.needed_integer(lengths) * course_m + extra_m
    fits = extra_m < course_m and walked == inputs.needed_decimal(distance)
    return None if fits else Severity.HARD


def _bpi_order(inputs: Inputs, limit: CrossLimit) -> Severity | None:
    worst, *others = (inputs.decimal(name) for name in limit.names(inputs.values))
    return _soft(asked=worst is not None and any(other is not None and worst < other for other in others))


def _visit_date(inputs: Inputs, limit: CrossLimit) -> Severity | None:
    day, earliest, latest, consent, today = (inputs.day(name) for name in limit.names(inputs.values))
    if day > today or day < consent:
        return Severity.HARD
    return _soft(asked=not earliest <= day <= latest)


def _unchanged(inputs: Inputs, limit: CrossLimit) -> Severity | None:
    before, now = limit.names(inputs.values)
    for name in (before, now):
        if not isinstance(inputs.values.get(name), str) or not inputs.values[name]:
            raise InvalidInputError("INPUT_MISSING", name=name)
    return _soft(asked=inputs.values[before] != inputs.values[now])


def _calibration(inputs: Inputs, limit: CrossLimit) -> Severity | None:
    assessed, due = (inputs.day(name) for name in limit.names(inputs.values))
    return _soft(asked=assessed > due)


_RULES: Final[Mapping[str, Callable[[Inputs, CrossLimit], Severity | None]]] = MappingProxyType(
    {
        "x.weight_sum": _weight_sum,
        "x.fat_percent": _fat_percent,
        "x.smm_lt_ffm": _smm_below_ffm,
        "x.asm_lt_ffm": _asm_of_ffm,
        "x.calf_side_diff": _difference,
        "x.arm_lean_asym": _share_of_larger,
        "x.weight_change": _share_of_first,
        "x.height_change": _difference,
        "x.weight_readings": _difference_from,
        "x.height_readings": _difference,
        "x.calf_readings": _difference,
        "x.grip_change": _grip_change,
        "x.walk6_change": _difference,
        "x.chair5_change": _share_of_first,
        "x.gait_trials": _two_trials,
        "x.tug_trials": _two_trials,
        "x.sppb_sequence": _sppb_sequence,
        "x.walk6_laps": _walk6_laps,
        "x.bpi_order": _bpi_order,
        "x.visit_date": _visit_date,
        "x.tug_aid": _unchanged,
        "x.device": _unchanged,
        "x.assessor": _unchanged,
        "x.time_of_day": _difference,
        "x.cycle_day": _difference,
        "x.calibration": _calibration,
    }
)


def check_cross(rule: str, values: Mapping[str, object], thresholds: CrossLimit) -> Finding | None:
    """Check values against each other; rules about earlier visits give findings without a value or a direction.

    Raises:
        InvalidInputError: a value the rule needs is missing, misspelt or not what it must be.
        KeyError: the rule is not known.
    """
    inputs = Inputs(values)
    inputs.only(*chain(*thresholds.inputs))
    with exact_arithmetic():
        severity = _RULES[rule](inputs, thresholds)
    if severity is None:
        return None
    code = f"{rule.upper().replace('.', '_')}_{'REFUSED' if severity is Severity.HARD else 'UNUSUAL'}"
    shown = {name: str(value) for name, value in thresholds.thresholds.items()}
    return _finding(code, severity, rule, **shown)
