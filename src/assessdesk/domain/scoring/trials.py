"""Rules of the two studies: eligibility, adherence, visit window.

Ages in completed years, T-scores as printed, days as calendar days. It must not know who is enrolled or when it is now.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from assessdesk.domain.scoring.decimals import percent, shown
from assessdesk.domain.scoring.inputs import Inputs, InvalidInputError
from assessdesk.domain.scoring.outcome import Result, either


@dataclass(frozen=True, slots=True)
class TrialRules:
    """Limits of the inclusion and exclusion rules."""

    bpi_from: int
    bpi_at_most: int
    risk_factors_from: int
    t_score_excluded_below: Decimal
    kct_age_from: int


def visit_window(anchor: date, *, week: int, window_days: int) -> tuple[date, date, date]:
    """Return target (anchor + 7 x week), earliest and latest day."""
    target, margin = anchor + timedelta(weeks=week), timedelta(days=window_days)
    return target, target - margin, target + margin


def score_re_ms(inputs: Inputs, rules: TrialRules) -> Result:
    """Score `re_ms.eligibility`: pain or at least one risk factor; a T-score strictly below the limit excludes."""
    inputs.only("bpi", "risk_factors", "t_score")
    pain = inputs.integer("bpi", maximum=rules.bpi_at_most)
    factors = inputs.integer("risk_factors")
    t_score = inputs.decimal("t_score", minimum=None)
    return {
        "eligible_pain_or_risk": either(
            None if pain is None else pain >= rules.bpi_from,
            None if factors is None else factors >= rules.risk_factors_from,
        ),
        "excluded_bmd": None if t_score is None else t_score < rules.t_score_excluded_below,
    }


def score_kct_age(inputs: Inputs, rules: TrialRules) -> Result:
    """Score `kct.eligibility_age`."""
    inputs.only("age")
    age = inputs.integer("age")
    return {"eligible": None if age is None else age >= rules.kct_age_from}


def score_adherence(inputs: Inputs) -> Result:
    """Score `kct.adherence`: attended of planned sessions in percent."""
    inputs.only("weeks", "planned_per_week", "attended")
    planned = inputs.needed_integer("weeks", minimum=1) * inputs.needed_integer("planned_per_week", minimum=1)
    attended = inputs.integer("attended")
    share = None if attended is None else percent(Decimal(attended), Decimal(planned))
    return {"planned": planned, "attendance_percent": shown(share, 1)}


def score_window(inputs: Inputs) -> Result:
    """Score `visit.window`; days are written YYYY-MM-DD."""
    inputs.only("anchor_date", "visit_week", "window_days")
    anchor = inputs.day("anchor_date")
    week, window = inputs.needed_integer("visit_week"), inputs.needed_integer("window_days")
    try:
        target, earliest, latest = visit_window(anchor, week=week, window_days=window)
    except OverflowError as fault:
        raise InvalidInputError("INPUT_NOT_DAY", name="visit_week", found=week) from fault
    return {"target": target.isoformat(), "earliest": earliest.isoformat(), "latest": latest.isoformat()}
