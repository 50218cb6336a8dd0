"""Who was allocated where: entered once by an unblinded person, sealed to those who may know, opened by nobody else.

The arm is in no field of the ledger, no read table and no view; a blinded person's program holds only boxes that it
cannot open. This module must not know how a box is sealed.
"""

from __future__ import annotations

import json
from dataclasses import dataclass

from assessdesk.domain.blinding_events import AllocationSealed, UnblindedInEmergency
from assessdesk.domain.conduct import ENROLLED, SCREENED
from assessdesk.domain.events import Entry
from assessdesk.domain.record import Record
from assessdesk.domain.wire import canonical
from assessdesk.ports import ParticipantRow, Refusal, Vault
from assessdesk.services.desk import Desk, NotSignedIn, participant_fact
from assessdesk.services.export import recipients_in_force
from assessdesk.services.session import mark
from assessdesk.services.wording import plain, read_day

READ = "unblinded"
ENTER = "allocate"


@dataclass(frozen=True, slots=True, kw_only=True)
class AllocationState:
    """Where the allocation of a participant stands: `state` is none, sealed or unreadable (sealed before you came).

    `unblinded` is the day of the last emergency in which somebody was told the arm, or nothing.
    """

    participant: str
    code: str
    state: str
    entered_by: str = ""
    entered_at: str = ""
    unblinded: str = ""


def allocate(desk: Desk, participant: str, arm: str, *, again: str, reason: str = "") -> None:
    """Seal the arm of a participant, stated twice. Needs `allocate`; a change of it needs a reason. Raises Refusal."""
    desk.require(ENTER)
    arms = {one.id for one in desk.in_force.conduct.arms}
    if arm not in arms:
        raise Refusal("UNKNOWN_ARM")
    if again != arm:
        raise Refusal("ARMS_DIFFER")
    record = desk.record(participant)
    if record.conduct.status != ENROLLED:
        raise Refusal("NOT_IN_STUDY_NOW", code=record.code)
    if record.conduct.allocations and not reason.strip():
        raise Refusal("REASON_NEEDED", what=record.code)
    readers = readers_of(desk)
    box = seal(desk, {"arm": arm, "participant": participant}, readers=readers)
    event = AllocationSealed(participant=participant, readers=readers, box=box, reason=plain(reason))
    desk.append(participant_fact(participant, event))
    mark(desk, clean=False)


def arm_of(desk: Desk, participant: str) -> str | None:
    """Return the arm of a participant; None for anybody without `unblinded`, and where there is none to read."""
    if not desk.may(READ):
        return None
    return arm_in(desk, desk.record(participant))


def arm_in(desk: Desk, record: Record) -> str | None:
    """Return the arm from a record already read; see `arm_of`."""
    allocations = record.conduct.allocations
    if not desk.may(READ) or not allocations:
        return None
    try:
        opened = json.loads(vault_of(desk).open(allocations[-1].event.box))
    except Refusal:
        return None
    if opened.get("participant") != record.participant:
        raise Refusal("BOX_OF_OTHER", code=record.code)
    return str(opened["arm"])


def allocations(desk: Desk) -> tuple[AllocationState, ...]:
    """Return where the allocation of everybody enrolled stands. Needs `allocate` or `unblinded`."""
    if not desk.may(ENTER):
        desk.require(READ)
    sealed = {entry.entity: entry for entry in desk.ledger.entries(kinds=(AllocationSealed.kind,))}
    told = desk.ledger.entries(kinds=(UnblindedInEmergency.kind,))
    days = {one.entity: one.event.date for one in told if isinstance(one.event, UnblindedInEmergency)}
    people = (row for row in desk.ledger.views.participants() if row.status != SCREENED)
    return tuple(_state(desk, row, sealed.get(row.participant), days.get(row.participant, "")) for row in people)


def _state(desk: Desk, row: ParticipantRow, entry: Entry | None, unblinded: str) -> AllocationState:
    """Return where one allocation stands, by its latest entry."""
    if entry is None or not isinstance(entry.event, AllocationSealed):
        return AllocationState(participant=row.participant, code=row.code, state="none", unblinded=unblinded)
    readable = not desk.may(READ) or desk.author.user in entry.event.readers
    return AllocationState(
        participant=row.participant,
        code=row.code,
        state="sealed" if readable else "unreadable",
        entered_by=entry.user,
        entered_at=entry.at.isoformat(timespec="minutes"),
        unblinded=unblinded,
    )


def seal_again(desk: Desk) -> int:
    """Seal every allocation one can read to those who may read today; return how many. Needs `unblinded`."""
    desk.require(READ)
    readers = readers_of(desk)
    drafts = []
    for row in desk.ledger.views.participants():
        record = desk.record(row.participant)
        arm = arm_in(desk, record)
        if arm is None or set(record.conduct.allocations[-1].event.readers) == set(readers):
            continue
        box = seal(desk, {"arm": arm, "participant": row.participant}, readers=readers)
        reason = "readers changed"
        event = AllocationSealed(participant=row.participant, readers=readers, box=box, reason=reason)
        drafts.append(participant_fact(row.participant, event))
    if drafts:
        desk.append(*drafts)
    return len(drafts)


def record_unblinding(desk: Desk, participant: str, *, date: str, told: str, reason: str, passphrase: str) -> str:
    """Record that somebody is told the arm in an emergency, and return the arm for telling them.

    Nothing is returned before the fact is written: day, whom and why, never the arm. Needs `unblinded`, and the
    passphrase of the person signed in once more. Raises Refusal, also where there is no arm that this person can read.
    """
    desk.require(READ)
    record = desk.record(participant)
    day = read_day(date, "date")
    if day > desk.clock.now().date():
        raise Refusal("DATE_IN_FUTURE", field="date", date=day.isoformat())
    said = {"told": plain(told), "reason": plain(reason)}
    for field, text in said.items():
        if not text:
            raise Refusal("FIELD_NEEDED", field=field)
        no_arm(desk, text, field=field)
    if not record.conduct.allocations:
        raise Refusal("NOT_ALLOCATED", code=record.code)
    arm = arm_in(desk, record)
    if arm is None:
        raise Refusal("NOT_A_READER")
    if not desk.is_author(passphrase):
        raise Refusal("NOT_YOUR_PASSPHRASE", field="passphrase", user=desk.author.user)
    desk.append(
        participant_fact(participant, UnblindedInEmergency(participant=participant, date=day.isoformat(), **said))
    )
    mark(desk, clean=False)
    return arm


def readers_of(desk: Desk) -> tuple[str, ...]:
    """Return the active people whose role may know the arm, by user code."""
    roles = desk.in_force.roles
    return tuple(
        sorted(
            row.user
            for row in desk.ledger.views.users()
            if row.active and any(READ in roles[role].may for role in row.roles if role in roles)
        )
    )


def seal(desk: Desk, content: dict[str, str], *, readers: tuple[str, ...]) -> str:
    """Seal a small document to these people and to central, which keeps it closed until the study ends."""
    central = recipients_in_force(desk.ledger).central
    return vault_of(desk).seal(canonical(content).decode("utf-8"), readers=readers, others=(central,))


def no_arm(desk: Desk, text: str, *, field: str = "text") -> str:
    """Return the plain text of a field that a blinded person may read. Raises Refusal where it names an arm."""
    text = plain(text)
    folded = text.casefold()
    for arm in desk.in_force.conduct.arms:
        if any(words and words.casefold() in folded for words in arm.title.texts.values()):
            raise Refusal("TEXT_NAMES_ARM", field=field)
    return text


def vault_of(desk: Desk) -> Vault:
    """Return the boxes of the person signed in. Raises NotSignedIn."""
    if desk.opened is None:
        raise NotSignedIn("NOT_SIGNED_IN")
    return desk.opened.vault
