"""A visit that nobody planned: opened with a reason, and with instruments chosen from the study's own batteries.

It must not know which windows ask, nor how a visit is captured.
"""

from __future__ import annotations

from collections.abc import Sequence

from assessdesk.domain.instrument import Instrument
from assessdesk.domain.schedule import UNSCHEDULED
from assessdesk.ports import Refusal
from assessdesk.services.assessments import identified, require_open, state_opened
from assessdesk.services.desk import Desk
from assessdesk.services.safety import rules_of


def offered(desk: Desk) -> tuple[Instrument, ...]:
    """Return the instruments of all batteries of the study, each once, in the order of the protocol."""
    names = dict.fromkeys(name for visit in desk.in_force.visits for name in visit.battery)
    return tuple(desk.instruments[name] for name in names)


def open_unscheduled(desk: Desk, participant: str, *, birth_year: str, reason: str, instruments: Sequence[str]) -> str:
    """Open a visit besides the planned ones once the second identifier matches; return its id.

    The safety screen of the study joins in front as soon as one of the instruments asks for effort. Raises Refusal:
    another birth year, no visit may be opened now, no reason, no instrument or one that the study does not use.
    """
    desk.require("capture")
    record = identified(desk, participant, birth_year)
    require_open(desk, record)
    if not reason.strip():
        raise Refusal("UNSCHEDULED_REASON_NEEDED", code=record.code)
    known = offered(desk)
    unknown = sorted(set(instruments) - {one.id for one in known})
    if unknown or not instruments:
        raise Refusal("UNSCHEDULED_BATTERY_NEEDED", unknown=", ".join(unknown) or "-")
    screen = rules_of(desk).screen
    effort = any(one.effort for one in known if one.id in instruments)
    battery = tuple(one.id for one in known if one.id in instruments or (effort and one.id == screen))
    return state_opened(desk, record, UNSCHEDULED, window=UNSCHEDULED, reason=reason, battery=battery)
