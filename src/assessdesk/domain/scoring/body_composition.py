"""Indices of body size and lean mass, and weight from repeated readings.

Masses are in kg, height in cm, indices in kg/m2. Classes compare the unrounded index. It must not know any
definition of sarcopenia.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import combinations

from assessdesk.domain.scoring.decimals import HUNDRED, mean, product, quotient, shown
from assessdesk.domain.scoring.inputs import Inputs, InvalidInputError, answered
from assessdesk.domain.scoring.outcome import Result

_TWO_READINGS = 2
_THREE_READINGS = 3


@dataclass(frozen=True, slots=True)
class CalfStep:
    """What is added to a calf circumference, in cm, from a BMI on."""

    bmi_from: Decimal
    add_cm: Decimal


@dataclass(frozen=True, slots=True)
class BodyCutoffs:
    """Index below which a printed, rounded ASMI can mislead; weight difference that asks for a third reading; calf."""

    asmi_flag_below: Decimal
    third_weight_from_kg: Decimal
    calf_steps: tuple[CalfStep, ...]


@dataclass(frozen=True, slots=True)
class Limbs:
    """Lean mass of the four limbs in kg."""

    arm_r: Decimal
    arm_l: Decimal
    leg_r: Decimal
    leg_l: Decimal

    def total(self) -> Decimal:
        """Return the appendicular lean mass."""
        return self.arm_r + self.arm_l + self.leg_r + self.leg_l

    def without_swelling(self, side: str) -> Decimal | None:
        """Return legs + 2 x the arm that is not swollen (project rule); None when both arms are, or neither is."""
        sound = {"right": self.arm_l, "left": self.arm_r}.get(side)
        return None if sound is None else self.leg_r + self.leg_l + 2 * sound


def per_height_squared(mass_kg: Decimal, height_cm: Decimal) -> Decimal:
    """Return mass / height squared in kg/m2, unrounded (BMI, ASMI, FFMI and FMI alike)."""
    metres = quotient(height_cm, HUNDRED)
    return quotient(mass_kg, product(metres, metres))


def per_bmi(mass_kg: Decimal, weight_kg: Decimal, *, height_cm: Decimal) -> Decimal:
    """Return mass / BMI in m2, unrounded (ASM/BMI)."""
    return quotient(mass_kg, per_height_squared(weight_kg, height_cm))


def muscle_index(area_cm2: Decimal, height_cm: Decimal) -> Decimal:
    """Return muscle area / height squared in cm2/m2, unrounded (CT, third lumbar vertebra)."""
    return per_height_squared(area_cm2, height_cm)


def calf_for_bmi(calf_cm: Decimal, bmi: Decimal, cutoffs: BodyCutoffs) -> Decimal:
    """Return the calf adjusted for BMI (Gonzalez 2021, recalled): a second variable that no class uses."""
    reached = [step for step in cutoffs.calf_steps if bmi >= step.bmi_from]
    return calf_cm + max(reached, key=lambda step: step.bmi_from).add_cm


def needs_third_weight(readings_kg: Sequence[Decimal], cutoffs: BodyCutoffs) -> bool:
    """Tell whether the first two readings differ so much that a third is due and still outstanding."""
    first, second = readings_kg[:_TWO_READINGS]
    return len(readings_kg) == _TWO_READINGS and abs(first - second) >= cutoffs.third_weight_from_kg


def agreed_reading(readings: Sequence[Decimal]) -> Decimal:
    """Return the mean of the two closest readings, of all three when two pairs are equally close (PhenX)."""
    pairs = list(combinations(readings, 2))
    least = min(abs(first - second) for first, second in pairs)
    closest = [pair for pair in pairs if abs(pair[0] - pair[1]) == least]
    return mean(closest[0]) if len(closest) == 1 else mean(readings)


def score_asmi(inputs: Inputs, cutoffs: BodyCutoffs) -> Result:
    """Score `asmi`: sum of the four limb lean masses, and that sum over height squared."""
    limbs = ("arm_r_kg", "arm_l_kg", "leg_r_kg", "leg_l_kg")
    inputs.only(*limbs, "height_cm")
    masses = answered([inputs.positive(limb) for limb in limbs])
    asm = sum(masses, Decimal(0)) if len(masses) == len(limbs) else None
    height = inputs.positive("height_cm")
    index = None if asm is None or height is None else per_height_squared(asm, height)
    result: dict[str, str | bool | None] = {"asm_kg": shown(asm, 2), "asmi": shown(index, 2)}
    if index is not None and index < cutoffs.asmi_flag_below:
        result["asmi_unrounded_lt_5_7"] = True
    return result


def score_bmi(inputs: Inputs) -> Result:
    """Score `bmi`."""
    inputs.only("weight_kg", "height_cm")
    weight, height = inputs.positive("weight_kg"), inputs.positive("height_cm")
    return {"bmi": None if weight is None or height is None else shown(per_height_squared(weight, height), 1)}


def score_weight(inputs: Inputs, cutoffs: BodyCutoffs) -> Result:
    """Score `weight.duplicate`: two readings, a third when they differ by 0.2 kg or more."""
    inputs.only("readings_kg")
    readings = inputs.decimals("readings_kg", least=_TWO_READINGS, most=_THREE_READINGS)
    present = answered(readings)
    if len(present) != len(readings):
        raise InvalidInputError("INPUT_MISSING", name="readings_kg")
    if needs_third_weight(present, cutoffs):
        return {"third_needed": True, "weight_kg": None}
    return {"third_needed": False, "weight_kg": shown(agreed_reading(present), 2)}
