"""Thirty-second chair stand: the count and its place in the norms of Rikli and Jones (1999).

Counts are whole stands. It must not know the five-times chair stand.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from assessdesk.domain.scoring.inputs import Inputs, Sex
from assessdesk.domain.scoring.outcome import Result


@dataclass(frozen=True, slots=True)
class ChairStandNorm:
    """25th and 75th percentile of full stands for one sex and age range (completed years, inclusive)."""

    sex: Sex
    age_from: int
    age_to: int
    lower: int
    upper: int


def counted_stands(full_stands: int, *, more_than_half_up: bool, arms_used: bool) -> tuple[int, int | None]:
    """Return stands counted and, when the arms were used, 0 and the modified count."""
    stands = full_stands + int(more_than_half_up)
    return (0, stands) if arms_used else (stands, None)


def norm_band(stands: int, *, sex: Sex, age: int, norms: Sequence[ChairStandNorm]) -> str:
    """Return below, average or above (limits inclusive), or no_norm outside the ages of the norm."""
    for norm in norms:
        if norm.sex is sex and norm.age_from <= age <= norm.age_to:
            if stands < norm.lower:
                return "below"
            return "above" if stands > norm.upper else "average"
    return "no_norm"


def score_norm(inputs: Inputs, norms: Sequence[ChairStandNorm]) -> Result:
    """Score `cst30.norm`; without an age or a count there is no band."""
    inputs.only("sex", "age", "reps")
    sex, age, stands = inputs.sex(), inputs.integer("age"), inputs.integer("reps")
    return {"band": None if age is None or stands is None else norm_band(stands, sex=sex, age=age, norms=norms)}


def score_count(inputs: Inputs) -> Result:
    """Score `cst30.count`, null without a count; the modified count is there only when the arms were used."""
    inputs.only("full_stands", "at_30s", "used_arms")
    at_end = inputs.choice("at_30s", ("more_than_halfway_up", "halfway_or_less", "seated"))
    arms_used, full_stands = bool(inputs.flag("used_arms")), inputs.integer("full_stands")
    if full_stands is None:
        return {"reps": None}
    stands, modified = counted_stands(
        full_stands, more_than_half_up=at_end == "more_than_halfway_up", arms_used=arms_used
    )
    return {"reps": stands} if modified is None else {"reps": stands, "reps_modified": modified}
