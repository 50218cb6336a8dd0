"""Decimal arithmetic and rounding that every scorer shares.

Quotients, means and roots are taken with 50 digits, so that a cut-off is always compared with an unrounded value;
half-up rounding is for results that are shown or exchanged. The module knows no instrument and no limit.
"""

import re
from collections.abc import Sequence
from contextlib import AbstractContextManager
from decimal import ROUND_HALF_UP, Context, Decimal, localcontext
from typing import Final

_EXACT: Final = Context(prec=50, rounding=ROUND_HALF_UP)
_PLAIN: Final = re.compile(r"-?[0-9]+(?:\.[0-9]+)?")
_LONGEST: Final = 24
HUNDRED: Final = Decimal(100)


def exact_arithmetic() -> AbstractContextManager[Context]:
    """Return a context in which the plain operators too work with 50 digits, whatever the caller has set."""
    return localcontext(_EXACT)


def plain_decimal(text: str) -> Decimal | None:
    """Return the number written with a dot and ASCII digits, or None when the text is anything else.

    Exponents, thousands separators, a plus sign, a signed zero, NaN and infinity are not plain numbers.
    """
    if len(text) > _LONGEST or _PLAIN.fullmatch(text) is None:
        return None
    value = Decimal(text)
    return None if value.is_zero() and text.startswith("-") else value


def plain_text(value: Decimal) -> str:
    """Return a Decimal as it would be typed; one too large for that keeps its exponent and is no plain number."""
    writable = value.is_finite() and abs(value.adjusted()) < _LONGEST
    return format(value, "f") if writable else str(value)


def decimal_places(value: Decimal) -> int:
    """Return how many digits stand after the decimal point, trailing zeros included."""
    exponent = value.as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


def half_up(value: Decimal, places: int) -> Decimal:
    """Round to the given number of decimal places; a tie moves away from zero."""
    rounded = value.quantize(Decimal(1).scaleb(-places), context=_EXACT)
    return abs(rounded) if rounded.is_zero() else rounded


def shown(value: Decimal | None, places: int) -> str | None:
    """Return the value as a result carries it: half-up, with exactly that many places; None stays None."""
    return None if value is None else format(half_up(value, places), "f")


def quotient(numerator: Decimal, denominator: Decimal) -> Decimal:
    """Divide with 50 digits."""
    return _EXACT.divide(numerator, denominator)


def product(first: Decimal, second: Decimal) -> Decimal:
    """Multiply with 50 digits."""
    return _EXACT.multiply(first, second)


def mean(values: Sequence[Decimal]) -> Decimal:
    """Return the arithmetic mean of at least one value."""
    return quotient(sum(values, Decimal(0)), Decimal(len(values)))


def percent(part: Decimal, whole: Decimal) -> Decimal:
    """Return 100 x part / whole."""
    return quotient(product(HUNDRED, part), whole)


def sample_deviation(values: Sequence[Decimal]) -> Decimal:
    """Return the standard deviation with n - 1 of at least two values."""
    centre = mean(values)
    squares = sum((product(value - centre, value - centre) for value in values), Decimal(0))
    return _EXACT.sqrt(quotient(squares, Decimal(len(values) - 1)))
