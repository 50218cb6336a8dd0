"""Six-minute walk: distance, the reference equation of Enright and Sherrill (1998), percent of predicted.

Distances are in m, height in cm, weight in kg, age in completed years. It must not know the other walks.
"""

from dataclasses import dataclass
from decimal import Decimal

from assessdesk.domain.scoring.decimals import half_up, percent, shown
from assessdesk.domain.scoring.inputs import Inputs, InvalidInputError, Sex
from assessdesk.domain.scoring.outcome import Result


@dataclass(frozen=True, slots=True)
class WalkEquation:
    """Coefficients per cm, kg and year, constant in m, and what is subtracted for the lower limit of normal."""

    per_cm: Decimal
    per_kg: Decimal
    per_year: Decimal
    constant_m: Decimal
    lower_limit_below_m: Decimal


@dataclass(frozen=True, slots=True)
class Walk6Cutoffs:
    """Equation for each sex and the ages it was derived from (inclusive)."""

    women: WalkEquation
    men: WalkEquation
    age_from: int
    age_to: int
    flag_outside: str


def predicted_distance(
    sex: Sex, age: int, *, height_cm: Decimal, weight_kg: Decimal, cutoffs: Walk6Cutoffs
) -> Decimal | None:
    """Return the predicted distance in m, unrounded; None outside the ages of the equation."""
    if not cutoffs.age_from <= age <= cutoffs.age_to:
        return None
    equation = cutoffs.women if sex is Sex.FEMALE else cutoffs.men
    return equation.per_cm * height_cm + equation.per_kg * weight_kg + equation.per_year * age + equation.constant_m


def walked_distance(lengths: int, course_m: Decimal, extra_m: Decimal) -> Decimal:
    """Return lengths x course + part length in m."""
    return lengths * course_m + extra_m


def _predicted(inputs: Inputs, cutoffs: Walk6Cutoffs) -> tuple[Sex, Decimal | None]:
    inputs.only("sex", "age", "height_cm", "weight_kg")
    sex = inputs.sex()
    predicted = predicted_distance(
        sex,
        inputs.needed_integer("age"),
        height_cm=inputs.needed_positive("height_cm"),
        weight_kg=inputs.needed_positive("weight_kg"),
        cutoffs=cutoffs,
    )
    return sex, predicted


def score_predicted(inputs: Inputs, cutoffs: Walk6Cutoffs) -> Result:
    """Score `6mwd.enright1998.predicted`; outside its ages null and a flag."""
    _, predicted = _predicted(inputs, cutoffs)
    result = {"predicted_m": shown(predicted, 1)}
    return {**result, "flag": cutoffs.flag_outside} if predicted is None else result


def score_lower_limit(inputs: Inputs, cutoffs: Walk6Cutoffs) -> Result:
    """Score `6mwd.enright1998.lln`; outside the ages of the equation null and a flag."""
    sex, predicted = _predicted(inputs, cutoffs)
    if predicted is None:
        return {"lln_m": None, "flag": cutoffs.flag_outside}
    equation = cutoffs.women if sex is Sex.FEMALE else cutoffs.men
    return {"lln_m": shown(predicted - equation.lower_limit_below_m, 1)}


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
