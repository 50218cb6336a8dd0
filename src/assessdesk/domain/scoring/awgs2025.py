"""AWGS 2025 update (Chen 2025): low mass and low strength together, with cut-offs for 50-64 and from 65 years.

Off by default until its table has been checked in the paper. Grip in kg, ASMI in kg/m2, ASM/BMI in m2. It must not
know other definitions of sarcopenia.
"""

from dataclasses import dataclass
from decimal import Decimal

from assessdesk.domain.scoring.inputs import BySex, Inputs, Sex
from assessdesk.domain.scoring.outcome import Result, any_measured, both


@dataclass(frozen=True, slots=True)
class Awgs2025Ages:
    """Values below which a domain is low, for one age group."""

    grip_below_kg: BySex
    asmi_dxa_below: BySex
    asmi_bia_below: BySex
    asm_per_bmi_dxa_below: BySex
    asm_per_bmi_bia_below: BySex


@dataclass(frozen=True, slots=True)
class Awgs2025Cutoffs:
    """Both age groups, their first completed years of age, and whether a study may use the class by default."""

    enabled_by_default: bool
    age_from: int
    older_from: int
    younger: Awgs2025Ages
    older: Awgs2025Ages

    def ages(self, age: int) -> Awgs2025Ages | None:
        """Return the cut-offs of the age group, None below it."""
        if age < self.age_from:
            return None
        return self.older if age >= self.older_from else self.younger


def low_mass(
    asmi: Decimal | None, asm_per_bmi: Decimal | None, *, sex: Sex, method: str, ages: Awgs2025Ages
) -> bool | None:
    """Return True if the height index or the BMI index is low, None if neither was measured."""
    bia = method == "BIA"
    asmi_below = (ages.asmi_bia_below if bia else ages.asmi_dxa_below).of(sex)
    ratio_below = (ages.asm_per_bmi_bia_below if bia else ages.asm_per_bmi_dxa_below).of(sex)
    return any_measured(
        (
            None if asmi is None else asmi < asmi_below,
            None if asm_per_bmi is None else asm_per_bmi < ratio_below,
        )
    )


def score_class(inputs: Inputs, cutoffs: Awgs2025Cutoffs) -> Result:
    """Score `awgs2025.class`; below the youngest age everything is not applicable, without an age nothing is known."""
    inputs.only("age", "sex", "grip_kg", "method", "asmi", "asm_per_bmi")
    sex, method = inputs.sex(), inputs.choice("method", ("BIA", "DXA"))
    grip, asmi, ratio = inputs.decimal("grip_kg"), inputs.positive("asmi"), inputs.positive("asm_per_bmi")
    age = inputs.integer("age")
    if age is None:
        return {"class": "indeterminate", "low_strength": None, "low_mass": None}
    ages = cutoffs.ages(age)
    if ages is None:
        return {"class": "not_applicable", "low_strength": None, "low_mass": None}
    if asmi is not None or ratio is not None:
        method = inputs.needed_choice("method", ("BIA", "DXA"))
    weak = None if grip is None else grip < ages.grip_below_kg.of(sex)
    low = None if method is None else low_mass(asmi, ratio, sex=sex, method=method, ages=ages)
    names = {True: "sarcopenia", False: "not_sarcopenia", None: "indeterminate"}
    return {"class": names[both(weak, low)], "low_strength": weak, "low_mass": low}
