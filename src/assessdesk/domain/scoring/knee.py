"""Knee extension: torque from force and lever arm.

Force is in N, lever in m, weight in kg. It must not know devices.
"""

from decimal import Decimal

from assessdesk.domain.scoring.decimals import product, quotient, shown
from assessdesk.domain.scoring.inputs import Inputs
from assessdesk.domain.scoring.outcome import Result


def knee_torque(force_n: Decimal, lever_m: Decimal) -> Decimal:
    """Return force x lever arm in N m, unrounded."""
    return product(force_n, lever_m)


def score_torque(inputs: Inputs) -> Result:
    """Score `knee.torque`; torque per kg is null without a weight."""
    inputs.only("force_n", "lever_m", "weight_kg")
    force, lever, weight = inputs.decimal("force_n"), inputs.positive("lever_m"), inputs.positive("weight_kg")
    torque = None if force is None or lever is None else knee_torque(force, lever)
    per_kg = None if torque is None or weight is None else quotient(torque, weight)
    return {"torque_nm": shown(torque, 1), "torque_nm_per_kg": shown(per_kg, 2)}
