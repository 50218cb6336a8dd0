"""IPAQ short form: MET-minutes a week and category (IPAQ scoring protocol 2005).

Each activity is a pair of days a week and minutes a day. It must not know item wording.
"""

from dataclasses import dataclass
from decimal import Decimal

from assessdesk.domain.scoring.decimals import shown
from assessdesk.domain.scoring.inputs import Inputs, InvalidInputError, as_integer
from assessdesk.domain.scoring.outcome import Result

_ACTIVITIES = ("vigorous", "moderate", "walking")
_PAIR = 2


@dataclass(frozen=True, slots=True)
class IpaqCutoffs:
    """MET values, cleaning rules and category limits of `resources/cutoffs/ipaq.toml`."""

    met_walking: Decimal
    met_moderate: Decimal
    met_vigorous: Decimal
    days_at_most: int
    minutes_at_most: int
    daily_sum_at_most: int
    minutes_counted_from: int
    minutes_truncated_at: int
    high_vigorous_days: int
    high_vigorous_met: Decimal
    high_all_days: int
    high_all_met: Decimal
    moderate_vigorous_days: int
    moderate_vigorous_minutes: int
    moderate_walking_days: int
    moderate_walking_minutes: int
    moderate_all_days: int
    moderate_all_met: Decimal
    unknown_words: tuple[str, ...]
    reason_missing: str
    reason_daily_sum: str


@dataclass(frozen=True, slots=True)
class Activity:
    """Days a week and minutes a day of one kind of activity."""

    days: int
    minutes: int

    def weekly(self, met: Decimal) -> Decimal:
        """Return MET-minutes a week."""
        return met * self.minutes * self.days


def cleaned(activity: Activity, cutoffs: IpaqCutoffs) -> Activity:
    """Drop bouts under ten minutes and truncate a day at three hours."""
    if activity.minutes < cutoffs.minutes_counted_from:
        return Activity(0, 0)
    return Activity(activity.days, min(activity.minutes, cutoffs.minutes_truncated_at))


def category(vigorous: Activity, moderate: Activity, *, walking: Activity, cutoffs: IpaqCutoffs) -> str:
    """Return high, moderate or low for cleaned activities; days of the three kinds are added."""
    hard = vigorous.weekly(cutoffs.met_vigorous)
    total = hard + moderate.weekly(cutoffs.met_moderate) + walking.weekly(cutoffs.met_walking)
    days = vigorous.days + moderate.days + walking.days
    if (vigorous.days >= cutoffs.high_vigorous_days and hard >= cutoffs.high_vigorous_met) or (
        days >= cutoffs.high_all_days and total >= cutoffs.high_all_met
    ):
        return "high"
    long_days = sum(
        activity.days for activity in (moderate, walking) if activity.minutes >= cutoffs.moderate_walking_minutes
    )
    enough_vigorous = (
        vigorous.days >= cutoffs.moderate_vigorous_days and vigorous.minutes >= cutoffs.moderate_vigorous_minutes
    )
    enough_together = days >= cutoffs.moderate_all_days and total >= cutoffs.moderate_all_met
    if enough_vigorous or long_days >= cutoffs.moderate_walking_days or enough_together:
        return "moderate"
    return "low"


def _activity(inputs: Inputs, name: str, cutoffs: IpaqCutoffs) -> Activity | None:
    if not inputs.has(name):
        return None
    numbers: list[int | None] = []
    for raw, most in zip(
        inputs.sequence(name, least=_PAIR, most=_PAIR), (cutoffs.days_at_most, cutoffs.minutes_at_most), strict=True
    ):
        number = None if raw is None or raw in cutoffs.unknown_words else as_integer(name, raw)
        if number is not None and not 0 <= number <= most:
            raise InvalidInputError("INPUT_OUT_OF_RANGE", name=name, found=number, minimum=0, maximum=most)
        numbers.append(number)
    days, minutes = numbers
    if days == 0 and minutes is None:
        return Activity(0, 0)  # The form skips the minutes after "no days": not a missing answer.
    return None if days is None or minutes is None else Activity(days, minutes)


def score_ipaq(inputs: Inputs, cutoffs: IpaqCutoffs) -> Result:
    """Score `ipaq_sf`; a record that the protocol excludes carries only the reason."""
    inputs.only(*_ACTIVITIES)
    answers = [_activity(inputs, name, cutoffs) for name in _ACTIVITIES]
    given = [answer for answer in answers if answer is not None]
    if len(given) < len(answers):
        return {"excluded": True, "reason": cutoffs.reason_missing}
    if sum(activity.minutes for activity in given) > cutoffs.daily_sum_at_most:
        return {"excluded": True, "reason": cutoffs.reason_daily_sum}
    vigorous, moderate, walking = (cleaned(activity, cutoffs) for activity in given)
    weekly = {
        "met_walk": walking.weekly(cutoffs.met_walking),
        "met_moderate": moderate.weekly(cutoffs.met_moderate),
        "met_vigorous": vigorous.weekly(cutoffs.met_vigorous),
    }
    return {
        **{name: shown(value, 1) for name, value in weekly.items()},
        "met_total": shown(sum(weekly.values(), Decimal(0)), 1),
        "category": category(vigorous, moderate, walking=walking, cutoffs=cutoffs),
    }
