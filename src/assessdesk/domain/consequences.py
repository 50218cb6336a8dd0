"""Why a slot is not asked after a fact about another: the one place for what a trial or a gate leaves behind.

It must not know which facts are made of it.
"""

from __future__ import annotations

from assessdesk.domain.slots import Slot, is_first_of_trial, same_trial
from assessdesk.domain.values import Choice, Missing, Quantity, Value

SKIPPED = "ND15"


def consequence_of(slot: Slot, leader: Slot, value: Value, *, began: bool) -> Missing | None:
    """Return why a slot is not asked once its leader holds a value, or None when it may be.

    `began` says whether a clock ran at the leader. A choice answered otherwise skips its sections (ND15), one that was
    not done hands its reason on; a number out of range or not there skips them (ND15). A trial that never began has
    nothing else to ask about.
    """
    if slot.key == leader.key:
        return None
    if isinstance(value, Missing) and not began and is_first_of_trial(leader) and same_trial(slot, leader):
        return value
    condition = slot.section.only_if
    if condition is None or condition.slot != leader.key:
        return None
    match value:
        case Quantity():
            return None if condition.admits(value.value) else Missing(code=SKIPPED)
        case Missing():
            return value if condition.codes else Missing(code=SKIPPED)
        case Choice():
            return None if value.code in condition.codes else Missing(code=SKIPPED)
        case _:
            return None
