"""Who has to sign a visit: whoever recorded something at it, as long as they may sign; else anybody who may.

It must not know what was recorded, nor how a signature is made.
"""

from __future__ import annotations

from dataclasses import dataclass

from assessdesk.domain.record import Record
from assessdesk.ports import Refusal
from assessdesk.services.desk import Desk

PERFORMED = "performed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Signers:
    """People by their codes: `did` recorded something at the visit, `may` sign on this station."""

    did: tuple[str, ...]
    may: tuple[str, ...]

    @property
    def must(self) -> tuple[str, ...]:
        """Whose signature the visit waits for; one of them is enough."""
        return tuple(user for user in self.did if user in self.may) or self.may


def signers_of(desk: Desk, record: Record, visit: str) -> Signers:
    """Return who did a visit and who may sign it."""
    turns = [
        turn
        for assessment in record.visits[visit].assessments.values()
        for slot in assessment.slots.values()
        for turn in slot
    ]
    roles = {name for name, role in desk.in_force.roles.items() if "sign" in role.may}
    people = desk.ledger.views.users()
    return Signers(
        did=tuple(sorted({turn.user for turn in turns})),
        may=tuple(sorted(row.user for row in people if row.active and roles.intersection(row.roles))),
    )


def require_true_meaning(desk: Desk, record: Record, visit: str, meaning: str) -> None:
    """Raise Refusal when somebody signs for having done a visit at which they recorded nothing."""
    did = signers_of(desk, record, visit).did
    if meaning == PERFORMED and did and desk.author.user not in did:
        raise Refusal("NOT_YOUR_VISIT", user=desk.author.user, did=", ".join(did))
