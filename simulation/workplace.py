"""The running site: its desk and clock, who the numbers of the plan are, and who sits at the station.

It must not know what happens in the study.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from assessdesk.leavings import Leavings
from assessdesk.services import session
from assessdesk.services.desk import Desk
from simulation import people
from simulation.acts import Accepted, Plan, Replied
from simulation.clock import StudyClock


@dataclass(slots=True)
class Site:
    """Everything that performing a plan needs, and what it finds out on the way.

    `ids` are the participants by their number in the plan, `looks` what stood on Today by day, `queries` the ids of
    queries by participant, visit and slot.
    """

    plan: Plan
    desk: Desk
    clock: StudyClock
    folders: Leavings
    ids: dict[int, str] = field(default_factory=dict)
    looks: dict[date, Mapping[str, int]] = field(default_factory=dict)
    queries: dict[tuple[int, str, str], str] = field(default_factory=dict)

    def sign_in(self, user: str) -> None:
        """Let somebody sit down at the station, unless that person is there already."""
        if self.desk.opened is not None:
            if self.desk.author.user == user:
                return
            session.lock(self.desk, "asked")
        session.sign_in(self.desk, user, people.PASSPHRASES[user])

    def close(self) -> None:
        """Lock the station and leave it."""
        session.lock(self.desk, "closed")

    def query(self, act: Replied | Accepted) -> str:
        """Return the id of the query that an act is about."""
        return self.queries[act.person, act.visit, act.slot]

    def visit(self, person: int, planned: str) -> str:
        """Return the id of the visit that was opened for a planned one."""
        return next(row.visit for row in self.desk.ledger.views.visits(self.ids[person]) if row.planned == planned)
