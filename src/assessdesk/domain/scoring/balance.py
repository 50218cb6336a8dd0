"""Standing balance of the SPPB: three stances of up to ten seconds, each entered only when the last was held.

Hold times are in s. It must not know the other SPPB parts.
"""

from dataclasses import dataclass
from decimal import Decimal

from assessdesk.domain.scoring.durations import as_stored
from assessdesk.domain.scoring.inputs import Inputs, InvalidInputError
from assessdesk.domain.scoring.outcome import Answer, Result


@dataclass(frozen=True, slots=True)
class BalanceCutoffs:
    """Full hold and the shorter tandem hold in s; the words that code a skipped stance."""

    full_hold_s: Decimal
    tandem_one_point_from_s: Decimal
    skipped: str


def stance_points(hold_s: Decimal | None, cutoffs: BalanceCutoffs) -> int:
    """Return 1 for a full side-by-side or semi-tandem hold, else 0 (not attempted included)."""
    return int(hold_s is not None and hold_s >= cutoffs.full_hold_s)


def tandem_points(hold_s: Decimal | None, cutoffs: BalanceCutoffs) -> int:
    """Return 2 for a full tandem hold, 1 from three seconds, else 0 (Guralnik 1994)."""
    if hold_s is None or hold_s < cutoffs.tandem_one_point_from_s:
        return 0
    return 2 if hold_s >= cutoffs.full_hold_s else 1


def _hold(inputs: Inputs, name: str, cutoffs: BalanceCutoffs) -> Decimal | None:
    hold = inputs.decimal(name, maximum=cutoffs.full_hold_s)
    return None if hold is None else as_stored(name, hold)


def _holds(inputs: Inputs, cutoffs: BalanceCutoffs) -> tuple[Decimal | None, Decimal | None, Decimal | None]:
    side, semi, tandem = (_hold(inputs, f"{stance}_s", cutoffs) for stance in ("side_by_side", "semi_tandem", "tandem"))
    for reached, name, hold in ((side, "semi_tandem_s", semi), (semi, "tandem_s", tandem)):
        if hold is not None and not stance_points(reached, cutoffs):
            raise InvalidInputError("INPUT_SKIPPED_STANCE", name=name, found=hold)
    return side, semi, tandem


def score_balance(inputs: Inputs, cutoffs: BalanceCutoffs) -> Result:
    """Score `sppb.balance`; null means not attempted and scores 0."""
    inputs.only("side_by_side_s", "semi_tandem_s", "tandem_s")
    side, semi, tandem = _holds(inputs, cutoffs)
    points = (stance_points(side, cutoffs), stance_points(semi, cutoffs), tandem_points(tandem, cutoffs))
    return {
        "side_by_side": points[0],
        "semi_tandem": points[1],
        "tandem": points[2],
        "points": sum(points),
    }


def score_next_step(inputs: Inputs, cutoffs: BalanceCutoffs) -> Result:
    """Score `sppb.balance.next_step`: what follows the stances given, and which are skipped by rule."""
    inputs.only("side_by_side_s", "semi_tandem_s", "tandem_s")
    side, semi, _ = _holds(inputs, cutoffs)
    skipped: dict[str, Answer] = {"next": "gait", "semi_tandem": cutoffs.skipped, "tandem": cutoffs.skipped}
    if not stance_points(side, cutoffs):
        return skipped
    if "semi_tandem_s" not in inputs.values:
        return {"next": "semi_tandem"}
    if not stance_points(semi, cutoffs):
        return {"next": "gait", "tandem": cutoffs.skipped}
    return {"next": "gait" if "tandem_s" in inputs.values else "tandem"}
