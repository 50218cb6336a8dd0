"""PROMIS short forms: the raw sum of 4 to 20 items of 1-5; the T-score needs the table of the exact form.

It must not know item wording or which domain a form is about.
"""

from collections.abc import Sequence
from decimal import ROUND_CEILING, Decimal

from assessdesk.domain.scoring.decimals import product, quotient
from assessdesk.domain.scoring.inputs import answered_items


def raw_sum(items: Sequence[int | None]) -> int | None:
    """Return the sum; with at least half of the items answered sum x items / answered, rounded up; else None.

    Recalled from the HealthMeasures scoring manuals.
    """
    given = answered_items(items)
    if not given or len(given) * 2 < len(items):
        return None
    prorated = quotient(product(sum(given, Decimal(0)), Decimal(len(items))), Decimal(len(given)))
    return int(prorated.to_integral_value(rounding=ROUND_CEILING))
