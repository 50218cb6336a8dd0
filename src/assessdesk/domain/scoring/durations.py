"""Time as it is stored: quantised once, half-up, to hundredths of a second.

A captured duration is rounded once and only that value is stored and scored, so that the classes of the SPPB,
which are defined in hundredths, leave no gap. The module knows no clock.
"""

from decimal import Decimal
from typing import Final

from assessdesk.domain.scoring.decimals import half_up, shown
from assessdesk.domain.scoring.inputs import Inputs, InvalidInputError
from assessdesk.domain.scoring.outcome import Result

STORED_PLACES: Final = 2


def quantise(raw_s: Decimal) -> Decimal:
    """Return the stored time in s of a raw duration in s (11.195 becomes 11.20)."""
    return half_up(raw_s, STORED_PLACES)


def as_stored(name: str, time_s: Decimal) -> Decimal:
    """Return the time if it is one that can have been stored; a finer one was never quantised and is refused."""
    if quantise(time_s) != time_s:
        raise InvalidInputError("INPUT_TOO_PRECISE", name=name, found=time_s, places=STORED_PLACES)
    return time_s


def score_quantise(inputs: Inputs) -> Result:
    """Score `time.quantise`."""
    inputs.only("raw_s")
    return {"time_s": shown(inputs.decimal("raw_s"), STORED_PLACES)}
