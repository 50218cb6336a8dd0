"""AWGS 2019 consensus (Chen 2020): low strength, low mass, low performance, class, calf case finding.

Grip in kg, ASMI in kg/m2, gait in m/s, chair stand in s. Comparisons use unrounded values. It must not know other
definitions of sarcopenia.
"""

from dataclasses import dataclass
from decimal import Decimal

from assessdesk.domain.scoring.inputs import BySex, Inputs, Sex
from assessdesk.domain.scoring.outcome import Result, any_measured, both, either


@dataclass(frozen=True, slots=True)
class Awgs2019Cutoffs:
    """Values below (grip, ASMI, gait, calf), up to (SPPB) or from (chair stand) which a domain is low."""

    grip_below_kg: BySex
    asmi_dxa_below: BySex
    asmi_bia_below: BySex
    gait_below_mps: Decimal
    sppb_up_to: int
    sppb_at_most: int
    chair5_from_s: Decimal
    calf_below_cm: BySex
    reference_age_from: int

    def asmi_below(self, method: str, sex: Sex) -> Decimal:
        """Return the ASMI cut-off of the method, "BIA" or "DXA"."""
        return (self.asmi_bia_below if method == "BIA" else self.asmi_dxa_below).of(sex)


@dataclass(frozen=True, slots=True)
class Awgs2019Class:
    """Class, severity (None: unknown) and what else a reader must know."""

    name: str
    severe: bool | None
    flags: tuple[str, ...] = ()


def low_performance(
    gait_mps: Decimal | None, sppb: int | None, *, chair5_s: Decimal | None, cutoffs: Awgs2019Cutoffs
) -> bool | None:
    """Return True if any measured test is low, False if all measured are normal, None if none was measured."""
    return any_measured(
        (
            None if gait_mps is None else gait_mps < cutoffs.gait_below_mps,
            None if sppb is None else sppb <= cutoffs.sppb_up_to,
            None if chair5_s is None else chair5_s >= cutoffs.chair5_from_s,
        )
    )


def classify(*, low_strength: bool | None, low_performance: bool | None, low_mass: bool | None) -> Awgs2019Class:
    """Return the class; the order of the rules decides with missing parts (project rule)."""
    low_function = either(low_strength, low_performance)
    if low_mass and low_function:
        return Awgs2019Class("sarcopenia", both(low_strength, low_performance))
    if low_function is False:
        return Awgs2019Class("not_sarcopenia", severe=False, flags=("low_mass_only",) if low_mass else ())
    if low_mass is False:
        named = (("low_strength", low_strength), ("low_performance", low_performance))
        return Awgs2019Class("not_sarcopenia", severe=False, flags=tuple(name for name, low in named if low))
    if low_mass is None and low_function:
        return Awgs2019Class("possible_sarcopenia", severe=None)
    return Awgs2019Class("indeterminate", severe=None)


def score_low_strength(inputs: Inputs, cutoffs: Awgs2019Cutoffs) -> Result:
    """Score `awgs2019.low_strength`."""
    inputs.only("sex", "grip_kg")
    sex, grip = inputs.sex(), inputs.decimal("grip_kg")
    return {"low": None if grip is None else grip < cutoffs.grip_below_kg.of(sex)}


def score_low_mass(inputs: Inputs, cutoffs: Awgs2019Cutoffs) -> Result:
    """Score `awgs2019.low_mass`."""
    inputs.only("sex", "method", "asmi")
    below = cutoffs.asmi_below(inputs.needed_choice("method", ("BIA", "DXA")), inputs.sex())
    asmi = inputs.positive("asmi")
    return {"low": None if asmi is None else asmi < below}


def score_low_performance(inputs: Inputs, cutoffs: Awgs2019Cutoffs) -> Result:
    """Score `awgs2019.low_performance`."""
    inputs.only("gait6_mps", "sppb", "chair5_s")
    low = low_performance(
        inputs.decimal("gait6_mps"),
        inputs.integer("sppb", maximum=cutoffs.sppb_at_most),
        chair5_s=inputs.positive("chair5_s"),
        cutoffs=cutoffs,
    )
    return {"low": low}


def score_class(inputs: Inputs, cutoffs: Awgs2019Cutoffs) -> Result:
    """Score `awgs2019.class`; with an age the result also lists the flags of the class."""
    inputs.only("low_strength", "low_performance", "low_mass", "age")
    outcome = classify(
        low_strength=inputs.flag("low_strength"),
        low_performance=inputs.flag("low_performance"),
        low_mass=inputs.flag("low_mass"),
    )
    result: dict[str, str | bool | tuple[str, ...] | None] = {"class": outcome.name, "severe": outcome.severe}
    age = inputs.integer("age")
    if age is not None:
        outside = ("outside_reference_age",) if age < cutoffs.reference_age_from else ()
        result["flags"] = (*outcome.flags, *outside)
    return result


def score_calf(inputs: Inputs, cutoffs: Awgs2019Cutoffs) -> Result:
    """Score `awgs2019.calf_low`: strictly below the limit, unlike SARC-CalF."""
    inputs.only("sex", "calf_cm")
    sex, calf = inputs.sex(), inputs.positive("calf_cm")
    return {"low": None if calf is None else calf < cutoffs.calf_below_cm.of(sex)}
