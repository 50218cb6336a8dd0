"""How many visits central holds of a stream: planned ones that were held, unscheduled ones, and those that were missed.

Counted from the entries, because a visit that was missed and opened after all is held, not missed. It must not know
databases nor the plan of the study.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from assessdesk.domain.schedule import UNSCHEDULED
from assessdesk.domain.wire import WireEntry


@dataclass(frozen=True, slots=True, kw_only=True)
class VisitCounts:
    """How many visits were held as planned, held besides the plan, and missed for good."""

    planned: int = 0
    unscheduled: int = 0
    missed: int = 0


NONE_COUNTED = VisitCounts()


def counted(*, opened: Iterable[WireEntry], missed: Iterable[WireEntry]) -> VisitCounts:
    """Return the counts over the entries of opened and of missed visits; redacted ones are left out."""
    visits = tuple(_visits(opened))
    held = {visit for visit in visits if visit[1] != UNSCHEDULED}
    return VisitCounts(
        planned=len(held),
        unscheduled=sum(planned == UNSCHEDULED for _, planned in visits),
        missed=len(set(_visits(missed)) - held),
    )


def _visits(entries: Iterable[WireEntry]) -> Iterator[tuple[str, str]]:
    """Yield whose and which planned visit each entry is about."""
    for entry in entries:
        if entry.payload is not None:
            said = json.loads(entry.payload.decode("utf-8"))
            yield str(said["participant"]), str(said["planned"])
