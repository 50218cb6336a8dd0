"""What becomes of a participant after enrolment: status with date and reason, and what it closes.

The statuses, their reasons and what may still be collected then are the study's. It must not know which windows ask.
"""

from __future__ import annotations

from dataclasses import dataclass

from assessdesk.domain.conduct import ENROLLED, SCREENED
from assessdesk.domain.conduct_events import StatusChanged
from assessdesk.domain.record import Record
from assessdesk.domain.status import CALLS, SESSIONS, VISITS, collects
from assessdesk.domain.study_conduct import StatusRule
from assessdesk.ports import Refusal
from assessdesk.services.desk import Desk, participant_fact
from assessdesk.services.wording import plain, read_day

_CLOSED = {VISITS: "NO_MORE_VISITS", SESSIONS: "NO_MORE_SESSIONS", CALLS: "NO_MORE_CALLS"}
"""Which sentence says that something is not collected any more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StatusWish:
    """What is stated about a participant's status: a status of the study or `enrolled`, an ISO day, a coded reason."""

    status: str
    date: str
    reason: str = ""
    text: str = ""
    collect: tuple[str, ...] = ()


def require_collected(record: Record, what: str) -> None:
    """Raise Refusal unless `what` (`visits`, `sessions`, `calls`) may be collected about a participant now."""
    if record.conduct.status == SCREENED:
        raise Refusal("SCREENED_ONLY", code=record.code)
    if not collects(record.conduct, what):
        since = record.conduct.statuses[-1].event.date if record.conduct.statuses else ""
        raise Refusal(_CLOSED[what], code=record.code, date=since)


def rule_of(desk: Desk, status: str) -> StatusRule:
    """Return the study's rule for a status. Raises Refusal for one that the study does not have."""
    rules = desk.in_force.conduct.statuses
    found = next((rule for rule in rules if rule.id == status), None)
    if found is None:
        raise Refusal("UNKNOWN_STATUS", status=status, known=", ".join(rule.id for rule in rules) or "-")
    return found


def change_status(desk: Desk, participant: str, wish: StatusWish) -> None:
    """State a new status with its day and reason; the one that holds already is not stated again.

    Coming back (`enrolled`) needs its reason in words unless the study has coded ones for it, as for every other
    status. What may still be collected is at most what the study allows then. Raises Refusal; nothing was changed.
    """
    desk.require("status")
    record = desk.record(participant)
    if record.conduct.status == SCREENED:
        raise Refusal("SCREENED_ONLY", code=record.code)
    day = read_day(wish.date, "STATUS_DATE")
    if day > desk.clock.now().date():
        raise Refusal("DAY_IN_FUTURE", date=day.isoformat())
    if day.isoformat() < record.consent_date:
        raise Refusal("DAY_BEFORE_CONSENT", date=day.isoformat(), consent=record.consent_date)
    text = plain(wish.text)
    back = wish.status == ENROLLED
    if back and record.conduct.status == ENROLLED:
        return
    coded = not back or any(rule.id == ENROLLED and rule.reasons for rule in desk.in_force.conduct.statuses)
    reason, collect = _of_rule(desk, wish) if coded else ("", ())
    if not coded and not text:
        raise Refusal("REASON_NEEDED", what=record.code)
    event = StatusChanged(
        participant=participant, status=wish.status, date=day.isoformat(), reason=reason, text=text, collect=collect
    )
    last = record.conduct.statuses[-1].event if record.conduct.statuses else None
    if event == last:
        return
    desk.append(participant_fact(participant, event, definition=desk.in_force.digest))


def _of_rule(desk: Desk, wish: StatusWish) -> tuple[str, tuple[str, ...]]:
    """Return the coded reason and what may still be collected, in the study's order. Raises Refusal."""
    rule = rule_of(desk, wish.status)
    if wish.reason not in {reason.id for reason in rule.reasons}:
        raise Refusal("STATUS_REASON_NEEDED", known=", ".join(reason.id for reason in rule.reasons) or "-")
    more = [what for what in wish.collect if what not in rule.collect]
    if more:
        raise Refusal("NOT_COLLECTED_THEN", what=", ".join(more))
    return wish.reason, tuple(what for what in rule.collect if what in wish.collect)
