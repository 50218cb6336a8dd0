"""Conversion of force units by their exact definitions (pound 0.45359237 kg, 1 kgf = 9.80665 N).

It must not know instruments.
"""

from dataclasses import dataclass
from decimal import Decimal

from assessdesk.domain.scoring.decimals import product, quotient, shown
from assessdesk.domain.scoring.inputs import Inputs
from assessdesk.domain.scoring.outcome import Result


@dataclass(frozen=True, slots=True)
class UnitFactors:
    """kgf in one lbf; N in one kgf."""

    kgf_per_lbf: Decimal
    newton_per_kgf: Decimal


def score_pounds(inputs: Inputs, factors: UnitFactors) -> Result:
    """Score `unit.lbf_to_kgf`."""
    inputs.only("value")
    value = inputs.decimal("value")
    return {"kgf": None if value is None else shown(product(value, factors.kgf_per_lbf), 1)}


def score_newtons(inputs: Inputs, factors: UnitFactors) -> Result:
    """Score `unit.n_to_kgf`."""
    inputs.only("value")
    value = inputs.decimal("value")
    return {"kgf": None if value is None else shown(quotient(value, factors.newton_per_kgf), 1)}
