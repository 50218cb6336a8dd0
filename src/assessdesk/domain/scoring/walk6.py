"""Six-minute walk: distance, the reference equations that are published in full, percent of predicted.

Distances are in m, height in cm, weight in kg, age in completed years. It must not know the other walks.
"""

from dataclasses import dataclass
from decimal import Decimal

from assessdesk.domain.scoring.decimals import half_up, percent, shown
from assessdesk.domain.scoring.inputs import BySex, Inputs, InvalidInputError, Sex
from assessdesk.domain.scoring.outcome import Result


@dataclass(frozen=True, slots=True)
class WalkEquation:
    """Coefficients per cm, kg and year, and constant in m."""

    per_cm: Decimal
    per_kg: Decimal
    per_year: Decimal
    constant_m: Decimal


@dataclass(frozen=True, slots=True)
class WalkReference:
    """Equation for each sex, the ages it was derived from (inclusive), and the flag of any other age."""

    women: WalkEquation
    men: WalkEquation
    age_from: int
    age_to: int
    flag_outside: str


@dataclass(frozen=True, slots=True)
class Walk6Cutoffs:
    """The published equations; what Enright & Sherrill subtract for the lower limit of normal, in m."""

    enright1998: WalkReference
    enright2003: WalkReference
    troosters1999: WalkReference
    lower_limit_below_m: BySex


def predicted_distance(
    sex: Sex, age: int, *, height_cm: Decimal, weight_kg: Decimal, reference: WalkReference
) -> Decimal | None:
    """Return the predicted distance in m, unrounded; None outside the ages of the equation."""
    if not reference.age_from <= age <= reference.age_to:
        return None
    equation = reference.women if sex is Sex.FEMALE else reference.men
    return equation.per_cm * height_cm + equation.per_kg * weight_kg + equation.per_year * age + equation.constant_m


def walked_distance(lengths: int, course_m: Decimal, extra_m: Decimal) -> Decimal:
    """Return lengths x course + part length in m."""
    return lengths * course_m + extra_m


def _predicted(inputs: Inputs, reference: WalkReference) -> tuple[Sex, Decimal | None]:
    inputs.only("sex", "age", "height_cm", "weight_kg")
    sex = inputs.sex()
    predicted = predicted_distance(
        sex,
        inputs.needed_integer("age"),
        height_cm=inputs.needed_positive("height_cm"),
        weight_kg=inputs.needed_positive("weight_kg"),
        reference=reference,
    )
    return sex, predicted


def score_predicted(inputs: Inputs, reference: WalkReference) -> Result:
    """Score `6mwd.<equation>.predicted`; outside its ages null and a flag."""
    _, predicted = _predicted(inputs, reference)
    result = {"predicted_m": shown(predicted, 1)}
    return {**result, "flag": reference.flag_outside} if predicted is None else result


def score_lower_limit(inputs: Inputs, cutoffs: Walk6Cutoffs) -> Result:
    """Score `6mwd.enright1998.lln`; outside the ages of the equation null and a flag."""
    sex, predicted = _predicted(inputs, cutoffs.enright1998)
    if predicted is None:
        return {"lln_m": None, "flag": cutoffs.enright1998.flag_outside}
    return {"lln_m": shown(predicted - cutoffs.lower_limit_below_m.of(sex), 1)}


def score_percent(inputs: Inputs) -> Result:
    """Score `6mwd.percent`; null when the distance or the prediction is missing."""
    inputs.only("distance_m", "predicted_m")
    distance, predicted = inputs.decimal("distance_m"), inputs.positive("predicted_m")
    if distance is None or predicted is None:
        return {"percent": None}
    return {"percent": shown(percent(distance, predicted), 1)}


def score_distance(inputs: Inputs) -> Result:
    """Score `6mwd.distance` in whole metres; the part length must be shorter than the course."""
    inputs.only("laps_full", "course_m", "laps_unit", "extra_m")
    inputs.needed_choice("laps_unit", ("one_way_length",))
    course, extra = inputs.needed_positive("course_m"), inputs.needed_decimal("extra_m")
    if extra >= course:
        raise InvalidInputError("INPUT_PART_LENGTH", name="extra_m", found=extra, course=course)
    return {"distance_m": int(half_up(walked_distance(inputs.needed_integer("laps_full"), course, extra), 0))}
