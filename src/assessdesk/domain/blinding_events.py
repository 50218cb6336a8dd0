"""The facts of allocation and blinding: the arm in a sealed box, what the assessor believes, an emergency.

The arm stands in no field in the clear. It must not know who holds a key.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar


@dataclass(frozen=True, slots=True, kw_only=True)
class AllocationSealed:
    """A participant was allocated; `box` is the arm sealed to the `readers`, of one length whatever the arm."""

    kind: ClassVar[str] = "allocation.sealed"
    participant: str
    readers: tuple[str, ...]
    box: str
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class BlindingLogged:
    """An assessor said at a visit whether anything told them the arm, and what they would guess.

    `way` is a code of the study (`nothing` when nothing did); `guess` is sealed like an allocation.
    """

    kind: ClassVar[str] = "blinding.logged"
    participant: str
    visit: str
    way: str
    readers: tuple[str, ...]
    guess: str
    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class UnblindedInEmergency:
    """The arm was opened for a person in an emergency: to whom, by what reason; never what it was."""

    kind: ClassVar[str] = "unblinding.recorded"
    participant: str
    date: str
    told: str
    reason: str


BlindingEvent = AllocationSealed | BlindingLogged | UnblindedInEmergency
