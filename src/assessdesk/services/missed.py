"""A planned visit that did not take place: one act with one coded reason, for every instrument of its battery.

A missed visit can be opened after all until its window closes (`assessments.open_visit`); then it stays missed, and who
comes later has an unscheduled visit. This module must not know which windows ask.
"""

from __future__ import annotations

from assessdesk.domain.conduct_events import VisitMissed
from assessdesk.domain.schedule import UNSCHEDULED
from assessdesk.domain.status import VISITS
from assessdesk.ports import Refusal
from assessdesk.services.definitions.reasons import Reason
from assessdesk.services.desk import Desk, participant_fact
from assessdesk.services.enrolment import plain
from assessdesk.services.status import require_collected
from assessdesk.services.visit_plans import window_for

MISSED = "ND14"
"""The reason with which every instrument of a missed visit counts as not done."""


def missed_reasons(desk: Desk) -> tuple[Reason, ...]:
    """Return the reasons that can be given, in the order in which they are offered."""
    return desk.library.reasons.missed


def state_missed(desk: Desk, participant: str, planned: str, *, reason: str, text: str = "") -> None:
    """Write that a planned visit did not take place.

    Raises Refusal: it was held or stated before, its window is not known or has not opened, or the reason is none of
    the list or lacks its words. Then nothing was written.
    """
    desk.require("capture")
    record = desk.record(participant)
    require_collected(record, VISITS)
    if planned == UNSCHEDULED or any(visit.planned == planned for visit in record.visits.values()):
        raise Refusal("VISIT_WAS_HELD", code=record.code)
    if planned in record.conduct.missed:
        raise Refusal("MISSED_ALREADY", date=record.conduct.missed[planned].event.date)
    window = window_for(desk, record, desk.in_force.visit(planned))
    today = desk.clock.now().date()
    if window is None:
        raise Refusal("VISIT_WAITS", code=record.code)
    if today < window.earliest:
        raise Refusal("WINDOW_NOT_OPEN", earliest=window.earliest.isoformat())
    given = next((one for one in missed_reasons(desk) if one.code == reason), None)
    if given is None:
        raise Refusal("MISSED_REASON_NEEDED")
    if given.needs_text and not text.strip():
        raise Refusal("REASON_NEEDED", what=record.code)
    event = VisitMissed(
        participant=participant, planned=planned, date=today.isoformat(), reason=reason, text=plain(text)
    )
    desk.append(participant_fact(participant, event, path=planned, definition=desk.in_force.digest))
