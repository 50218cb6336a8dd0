"""EWGSOP2 (Cruz-Jentoft 2019): low strength, low mass, low performance, class.

Grip and ASM in kg, ASMI in kg/m2, gait in m/s, times in s. It must not know other definitions of sarcopenia.
"""

from dataclasses import dataclass
from decimal import Decimal

from assessdesk.domain.scoring.inputs import BySex, Inputs
from assessdesk.domain.scoring.outcome import Result, any_measured

_NOT_COMPLETED = "not_completed"


@dataclass(frozen=True, slots=True)
class Ewgsop2Cutoffs:
    """Values below, above, up to or from which a domain is low; the field name says which sign."""

    grip_below_kg: BySex
    chair5_above_s: Decimal
    asm_below_kg: BySex
    asmi_below: BySex
    gait_up_to_mps: Decimal
    sppb_up_to: int
    sppb_at_most: int
    tug_from_s: Decimal
    walk400_from_s: Decimal


def classify(*, low_strength: bool | None, low_mass: bool | None, low_performance: bool | None) -> str:
    """Return the class: strength decides first, then mass, then performance (missing parts: project rule)."""
    if low_strength is None:
        return "indeterminate"
    if not low_strength:
        return "not_sarcopenia"
    if not low_mass:
        return "probable_sarcopenia"
    return "severe_sarcopenia" if low_performance else "sarcopenia"


def score_low_strength(inputs: Inputs, cutoffs: Ewgsop2Cutoffs) -> Result:
    """Score `ewgsop2.low_strength`: by grip; by the chair stand only when grip is not measurable."""
    inputs.only("sex", "grip_kg", "chair5_s")
    sex, grip, chair = inputs.sex(), inputs.decimal("grip_kg"), inputs.positive("chair5_s")
    if grip is not None:
        return {"low": grip < cutoffs.grip_below_kg.of(sex)}
    return {"low": None if chair is None else chair > cutoffs.chair5_above_s}


def score_low_mass(inputs: Inputs, cutoffs: Ewgsop2Cutoffs) -> Result:
    """Score `ewgsop2.low_mass`: by ASM/height squared; by ASM alone when there is no index."""
    inputs.only("sex", "asmi", "asm_kg")
    sex, asmi, asm = inputs.sex(), inputs.positive("asmi"), inputs.positive("asm_kg")
    if asmi is not None:
        return {"low": asmi < cutoffs.asmi_below.of(sex)}
    return {"low": None if asm is None else asm < cutoffs.asm_below_kg.of(sex)}


def score_low_performance(inputs: Inputs, cutoffs: Ewgsop2Cutoffs) -> Result:
    """Score `ewgsop2.low_performance`; a 400 m walk that was not completed is low."""
    inputs.only("gait_mps", "sppb", "tug_s", "walk400_s")
    gait, tug = inputs.decimal("gait_mps"), inputs.positive("tug_s")
    sppb = inputs.integer("sppb", maximum=cutoffs.sppb_at_most)
    unfinished = inputs.values.get("walk400_s") == _NOT_COMPLETED
    walk = None if unfinished else inputs.positive("walk400_s")
    slow_walk = None if walk is None else walk >= cutoffs.walk400_from_s
    low = any_measured(
        (
            None if gait is None else gait <= cutoffs.gait_up_to_mps,
            None if sppb is None else sppb <= cutoffs.sppb_up_to,
            None if tug is None else tug >= cutoffs.tug_from_s,
            True if unfinished else slow_walk,
        )
    )
    return {"low": low}


def score_class(inputs: Inputs) -> Result:
    """Score `ewgsop2.class`."""
    names = ("low_strength", "low_mass", "low_performance")
    inputs.only(*names)
    strength, mass, performance = (inputs.flag(name) for name in names)
    return {"class": classify(low_strength=strength, low_mass=mass, low_performance=performance)}
