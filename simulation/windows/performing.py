"""Performs one act after the other at the real windows: which act is done on which page.

It must not know how a page is worked.
"""

from __future__ import annotations

from simulation.acts import (
    Accepted,
    Act,
    Allocated,
    Amended,
    Asked,
    Called,
    Corrected,
    DayStated,
    Enrolled,
    Infused,
    Left,
    Looked,
    Missed,
    Replied,
    Screened,
    Sent,
    Trained,
    Visited,
)
from simulation.windows import participants, programme, station, talk, visits
from simulation.windows.sitting import WindowSite


def state(site: WindowSite, act: Act) -> None:
    """Do one act as the person who is signed in. Raises TimeoutError when it does not come to the ledger."""
    match act:
        case Screened() | Enrolled() | Left() | DayStated() | Infused() | Missed():
            participants.state(site, act)
        case Visited():
            visits.perform(site, act)
        case Corrected():
            visits.correct(site, act)
        case Allocated():
            programme.allocate(site, act)
        case Trained():
            programme.session(site, act)
        case Called():
            programme.call(site, act)
        case Asked():
            talk.ask(site, act)
        case Replied():
            talk.reply(site, act)
        case Accepted():
            talk.accept(site, act)
        case Amended():
            station.amend(site)
        case Looked():
            station.look(site, act)
        case Sent():
            station.deliver(site)
