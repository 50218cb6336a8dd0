"""SDOC position statement 2020 (Bhasin 2020; Cawthon 2020): weak and slow together; lean mass plays no part.

Grip in kg, gait in m/s. It must not know other definitions of sarcopenia.
"""

from dataclasses import dataclass
from decimal import Decimal

from assessdesk.domain.scoring.inputs import BySex, Inputs
from assessdesk.domain.scoring.outcome import Result, both


@dataclass(frozen=True, slots=True)
class SdocCutoffs:
    """Values below which grip is weak and gait is slow."""

    grip_below_kg: BySex
    gait_below_mps: Decimal


def score_class(inputs: Inputs, cutoffs: SdocCutoffs) -> Result:
    """Score `sdoc.class`; one normal part rules it out, otherwise a missing part leaves it open."""
    inputs.only("sex", "grip_kg", "gait_mps")
    sex, grip, gait = inputs.sex(), inputs.decimal("grip_kg"), inputs.decimal("gait_mps")
    weak = None if grip is None else grip < cutoffs.grip_below_kg.of(sex)
    slow = None if gait is None else gait < cutoffs.gait_below_mps
    names = {True: "sarcopenia", False: "not_sarcopenia", None: "indeterminate"}
    return {"class": names[both(weak, slow)]}
