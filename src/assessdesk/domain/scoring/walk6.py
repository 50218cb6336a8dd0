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


@dataclass(frozen=True, slots=True)
class _Prediction:
    """Sex, predicted distance in m (None when a part of it is missing), and whether the age is not the equation's."""

    sex: Sex
    distance_m: Decimal | None
    outside: bool


def _predicted(inputs: Inputs, reference: WalkReference) -> _Prediction:
    inputs.only("sex", "age", "height_cm", "weight_kg")
    sex, age = inputs.sex(), inputs.integer("age")
    height, weight = inputs.positive("height_cm"), inputs.positive("weight_kg")
    outside = age is not None and not reference.age_from <= age <= reference.age_to
    if age is None or height is None or weight is None:
        return _Prediction(sex, None, outside)
    distance = predicted_distance(sex, age, height_cm=height, weight_kg=weight, reference=reference)
    return _Prediction(sex, distance, outside)


def score_predicted(inputs: Inputs, reference: WalkReference) -> Result:
    """Score `6mwd.<equation>.predicted`; null when a part is missing, outside its ages null and a flag."""
    prediction = _predicted(inputs, reference)
    result = {"predicted_m": shown(prediction.distance_m, 1)}
    return {**result, "flag": reference.flag_outside} if prediction.outside else result


def score_lower_limit(inputs: Inputs, cutoffs: Walk6Cutoffs) -> Result:
    """Score `6mwd.enright1998.lln`; null when a part is missing, outside the ages of the equation null and a flag."""
    prediction = _predicted(inputs, cutoffs.enright1998)
    if prediction.outside:
        return {"lln_m": None, "flag": cutoffs.enright1998.flag_outside}
    if prediction.distance_m is None:
        return {"lln_m": None}
    return {"lln_m": shown(prediction.distance_m - cutoffs.lower_limit_below_m.of(prediction.sex), 1)}


def score_percent(inputs: Inputs) -> Result:
    """Score `6mwd.percent`; null when the distance or the prediction is missing."""
    inputs.only("distance_m", "predicted_m")
    distance, predicted = inputs.decimal("distance_m"), inputs.positive("predicted_m")
    if distance is None or predicted is None:
        return {"percent": None}
    return {"percent": shown(percent(distance, predicted), 1)}


def score_distance(inputs: Inputs) -> Result:
    """Score `6mwd.distance` in whole metres, null when a part is missing; the part length must be below the course."""
    inputs.only("laps_full", "course_m", "laps_unit", "extra_m")
    inputs.needed_choice("laps_unit", ("one_way_length",))
    lengths, course, extra = inputs.integer("laps_full"), inputs.positive("course_m"), inputs.decimal("extra_m")
    if course is not None and extra is not None and extra >= course:
        raise InvalidInputError("INPUT_PART_LENGTH", name="extra_m", found=extra, course=course)
    if lengths is None or course is None or extra is None:
        return {"distance_m": None}
    return {"distance_m": int(half_up(walked_distance(lengths, course, extra), 0))}
