"""What may still be collected about a participant: everything while enrolled, afterwards what was stated then.

The words for what can be collected are closed here. It must not know why somebody left, nor what a study plans.
"""

from __future__ import annotations

from collections.abc import Collection

from assessdesk.domain.conduct import ENROLLED, Conduct

VISITS, QUESTIONNAIRES, SESSIONS, CALLS = "visits", "questionnaires", "sessions", "calls"
ADVERSE_EVENTS, RECORDS = "adverse_events", "records"
COLLECTED = (VISITS, QUESTIONNAIRES, SESSIONS, CALLS, ADVERSE_EVENTS, RECORDS)
"""Everything that a study can say may still be collected; records are what others wrote down (clinic, laboratory)."""


def may_collect(status: str, collect: Collection[str], what: str) -> bool:
    """Say whether `what` may be collected in a status, of which `collect` was stated.

    Questionnaires alone keep visits open too: they are filled in at visits, and the rest of the battery is not done.
    """
    return status == ENROLLED or what in collect or (what == VISITS and QUESTIONNAIRES in collect)


def collects(conduct: Conduct, what: str) -> bool:
    """Say whether `what` may be collected about a participant now."""
    stated = conduct.statuses[-1].event.collect if conduct.statuses else ()
    return may_collect(conduct.status, stated, what)
