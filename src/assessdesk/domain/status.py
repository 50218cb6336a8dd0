"""What may still be collected about a participant: everything while enrolled, afterwards what was stated then.

The words for what can be collected are closed here. It must not know why somebody left, nor what a study plans.
"""

from __future__ import annotations

from collections.abc import Collection

from assessdesk.domain.conduct import ENROLLED, Conduct

VISITS, SESSIONS, CALLS, ADVERSE_EVENTS = "visits", "sessions", "calls", "adverse_events"
COLLECTED = (VISITS, SESSIONS, CALLS, ADVERSE_EVENTS)
"""Everything that a study can say may still be collected."""


def may_collect(status: str, collect: Collection[str], what: str) -> bool:
    """Say whether `what` may be collected in a status, of which `collect` was stated."""
    return status == ENROLLED or what in collect


def collects(conduct: Conduct, what: str) -> bool:
    """Say whether `what` may be collected about a participant now."""
    stated = conduct.statuses[-1].event.collect if conduct.statuses else ()
    return may_collect(conduct.status, stated, what)
