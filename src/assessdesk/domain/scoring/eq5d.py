"""EQ-5D-5L index from a state of five digits and a country's value set (Korea: Kim 2016; China: Luo 2017).

It must not know item wording or the separate visual scale.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from assessdesk.domain.scoring.decimals import shown
from assessdesk.domain.scoring.inputs import Inputs, InvalidInputError
from assessdesk.domain.scoring.outcome import Result

_NO_PROBLEM = "1"
_LEVELS = "12345"


@dataclass(frozen=True, slots=True)
class ValueSet:
    """What each level takes off, level 2 to 5, by dimension; and two constants for any and for severe problems."""

    mobility: tuple[Decimal, ...]
    self_care: tuple[Decimal, ...]
    usual_activities: tuple[Decimal, ...]
    pain: tuple[Decimal, ...]
    anxiety: tuple[Decimal, ...]
    any_problem: Decimal
    severe_problem: Decimal
    severe_from_level: int

    def dimensions(self) -> tuple[tuple[Decimal, ...], ...]:
        """Return the decrements in the order of the state's digits."""
        return (self.mobility, self.self_care, self.usual_activities, self.pain, self.anxiety)


def index_of(state: str, values: ValueSet) -> Decimal | None:
    """Return 1 less the decrements and constants; None when a digit is missing or not 1-5."""
    dimensions = values.dimensions()
    if len(state) != len(dimensions) or any(digit not in _LEVELS for digit in state):
        return None
    index = Decimal(1)
    for digit, decrements in zip(state, dimensions, strict=True):
        if digit != _NO_PROBLEM:
            index -= decrements[int(digit) - 2]
    if any(digit != _NO_PROBLEM for digit in state):
        index -= values.any_problem
    if any(int(digit) >= values.severe_from_level for digit in state):
        index -= values.severe_problem
    return index


def score_index(inputs: Inputs, value_sets: Mapping[str, ValueSet]) -> Result:
    """Score `eq5d5l`."""
    inputs.only("state", "value_set")
    values = value_sets[inputs.needed_choice("value_set", tuple(value_sets))]
    state = inputs.values.get("state")
    if state is None:
        return {"index": None}
    if isinstance(state, bool) or not isinstance(state, str | int):
        raise InvalidInputError("INPUT_NOT_STATE", name="state", found=state)
    return {"index": shown(index_of(str(state), values), 3)}
