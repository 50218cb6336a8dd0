"""The blinding log: at each visit that the study names, a blinded assessor says what they learnt and would guess.

The guess is sealed like an allocation: nobody at the site who is blinded reads it again, not even who made it. It must
not know the arm.
"""

from __future__ import annotations

from assessdesk.domain.blinding_events import BlindingLogged
from assessdesk.domain.record import Record
from assessdesk.ports import Refusal
from assessdesk.services.allocation import no_arm, readers_of, seal
from assessdesk.services.desk import Desk, participant_fact

NOTHING = "nothing"
CANNOT_SAY = "cannot_say"


def is_blinded(desk: Desk) -> bool:
    """Say whether the person signed in must not learn the arm."""
    return desk.in_force.blinded and not desk.may("unblinded")


def log_due(desk: Desk, record: Record, visit: str) -> bool:
    """Say whether the log of a visit is still to be filled in by the person signed in."""
    plan = desk.in_force.conduct.blinding
    if plan is None or not set(desk.roles) & set(plan.roles):
        return False
    return record.visits[visit].planned in plan.log_at and visit not in record.conduct.blinding


def log(desk: Desk, participant: str, visit: str, *, way: str, guess: str, text: str = "") -> None:
    """State what told the arm, if anything did, and the guess. Needs `capture`; once a visit. Raises Refusal."""
    desk.require("capture")
    record = desk.record(participant)
    plan = desk.in_force.conduct.blinding
    if plan is None or not log_due(desk, record, visit):
        raise Refusal("NO_BLINDING_LOG_DUE", code=record.code)
    if way not in {NOTHING, *(one.id for one in plan.ways)}:
        raise Refusal("UNKNOWN_WAY", known=", ".join(one.id for one in plan.ways))
    if guess not in {CANNOT_SAY, *(arm.id for arm in desk.in_force.conduct.arms)}:
        raise Refusal("UNKNOWN_ARM")
    readers = readers_of(desk)
    box = seal(desk, {"guess": guess, "participant": participant, "visit": visit}, readers=readers)
    event = BlindingLogged(
        participant=participant, visit=visit, way=way, readers=readers, guess=box, text=no_arm(desk, text)
    )
    desk.append(participant_fact(participant, event, path=visit))
