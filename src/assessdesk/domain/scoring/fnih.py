"""FNIH sarcopenia project 2014 (Studenski 2014): weakness, low lean mass, slowness as flags.

Grip in kg, ALM/BMI in m2, gait in m/s. It must not know other definitions of sarcopenia.
"""

from dataclasses import dataclass
from decimal import Decimal

from assessdesk.domain.scoring.inputs import BySex, Inputs
from assessdesk.domain.scoring.outcome import Result, both


@dataclass(frozen=True, slots=True)
class FnihCutoffs:
    """Values below which a flag is set."""

    grip_below_kg: BySex
    alm_per_bmi_below: BySex
    gait_below_mps: Decimal


def score_flags(inputs: Inputs, cutoffs: FnihCutoffs) -> Result:
    """Score `fnih.flags`; the flags with slowness stand in the result only when a gait speed was given."""
    inputs.only("sex", "grip_kg", "alm_per_bmi", "gait_mps")
    sex, grip, ratio = inputs.sex(), inputs.decimal("grip_kg"), inputs.positive("alm_per_bmi")
    weak = None if grip is None else grip < cutoffs.grip_below_kg.of(sex)
    low_lean = None if ratio is None else ratio < cutoffs.alm_per_bmi_below.of(sex)
    weak_low_lean = both(weak, low_lean)
    result = {"weak": weak, "low_lean": low_lean, "weak_low_lean": weak_low_lean}
    gait = inputs.decimal("gait_mps")
    if gait is None:
        return result
    slow = gait < cutoffs.gait_below_mps
    return {**result, "slow": slow, "weak_slow_low_lean": both(weak_low_lean, slow)}
