"""What the facts around the visits add up to: status, eligibility, consent, dates, sessions, calls, queries, blinding.

Every fact is kept with who stated it and when; the last word on a thing counts. It must not know a study's rules, and
it never holds an arm: only the sealed box.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING, Generic, TypeVar, assert_never

from assessdesk.domain.blinding_events import AllocationSealed, BlindingLogged, UnblindedInEmergency
from assessdesk.domain.conduct_events import (
    AnchorStated,
    AssessmentAdministered,
    AssessmentJudged,
    ConsentGiven,
    EligibilityAssessed,
    InfusionStated,
    StatusChanged,
    StudyFactStated,
    VisitMissed,
)
from assessdesk.domain.programme_events import CallAttempted, CallMissed, CallRecorded, SessionRecorded
from assessdesk.domain.query_events import QueryAnswered, QueryClosed, QueryRaised, QueryReopened

if TYPE_CHECKING:
    from assessdesk.domain.events import Entry

Surrounding = (
    EligibilityAssessed
    | ConsentGiven
    | StatusChanged
    | AnchorStated
    | StudyFactStated
    | InfusionStated
    | VisitMissed
    | AssessmentAdministered
    | AssessmentJudged
    | AllocationSealed
    | BlindingLogged
    | UnblindedInEmergency
    | SessionRecorded
    | CallAttempted
    | CallRecorded
    | CallMissed
    | QueryRaised
    | QueryAnswered
    | QueryClosed
    | QueryReopened
)
"""The facts of a participant that surround the visits."""

Fact = TypeVar("Fact")

SCREENED, ENROLLED = "screened", "enrolled"
BASELINE = "baseline"
"""The anchor that every study has; others (`randomisation`, …) are a study's own."""


class QueryStand(StrEnum):
    """Where a query stands."""

    OPEN = "open"
    ANSWERED = "answered"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Stated(Generic[Fact]):
    """A fact with the place of its entry: who stated it, when, under which sequence number and hash."""

    event: Fact
    user: str
    at: datetime
    seq: int
    entry: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Call:
    """One planned follow-up by telephone: every attempt, and what came of it."""

    attempts: tuple[Stated[CallAttempted], ...] = ()
    recorded: Stated[CallRecorded] | None = None
    missed: Stated[CallMissed] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    """One query with everything said in it, in order."""

    raised: Stated[QueryRaised]
    words: tuple[Stated[QueryAnswered | QueryClosed | QueryReopened], ...] = ()

    @property
    def stand(self) -> QueryStand:
        """Where the query stands, by the last word on it."""
        match self.words[-1].event if self.words else None:
            case QueryAnswered():
                return QueryStand.ANSWERED
            case QueryClosed():
                return QueryStand.CLOSED
            case _:
                return QueryStand.OPEN


@dataclass(frozen=True, slots=True, kw_only=True)
class Conduct:
    """Everything around the visits of one participant, each kind in the order in which it was stated."""

    status: str = SCREENED
    statuses: tuple[Stated[StatusChanged], ...] = ()
    eligibility: tuple[Stated[EligibilityAssessed], ...] = ()
    consents: tuple[Stated[ConsentGiven], ...] = ()
    anchors: Mapping[str, str] = field(default_factory=dict)
    facts: Mapping[str, str] = field(default_factory=dict)
    infusions: Mapping[int, str] = field(default_factory=dict)
    missed: Mapping[str, Stated[VisitMissed]] = field(default_factory=dict)
    administrations: Mapping[str, Stated[AssessmentAdministered]] = field(default_factory=dict)
    judgements: Mapping[str, Stated[AssessmentJudged]] = field(default_factory=dict)
    allocations: tuple[Stated[AllocationSealed], ...] = ()
    blinding: Mapping[str, Stated[BlindingLogged]] = field(default_factory=dict)
    unblindings: tuple[Stated[UnblindedInEmergency], ...] = ()
    sessions: Mapping[str, tuple[Stated[SessionRecorded], ...]] = field(default_factory=dict)
    calls: Mapping[str, Call] = field(default_factory=dict)
    queries: Mapping[str, Query] = field(default_factory=dict)


def stated(event: Fact, entry: Entry) -> Stated[Fact]:
    """Return a fact with the place of its entry."""
    return Stated(event=event, user=entry.user, at=entry.at, seq=entry.seq, entry=entry.hash)


def evolve_conduct(conduct: Conduct, event: Surrounding, entry: Entry) -> Conduct:
    """Return the conduct with one more fact."""
    match event:
        case StatusChanged():
            return replace(conduct, status=event.status, statuses=(*conduct.statuses, stated(event, entry)))
        case EligibilityAssessed():
            return replace(conduct, eligibility=(*conduct.eligibility, stated(event, entry)))
        case ConsentGiven():
            return replace(conduct, consents=(*conduct.consents, stated(event, entry)))
        case AnchorStated():
            return replace(conduct, anchors={**conduct.anchors, event.anchor: event.date})
        case StudyFactStated():
            return replace(conduct, facts={**conduct.facts, event.fact: event.value})
        case InfusionStated():
            return replace(conduct, infusions={**conduct.infusions, event.cycle: event.date})
        case VisitMissed():
            return replace(conduct, missed={**conduct.missed, event.planned: stated(event, entry)})
        case AssessmentAdministered():
            now, first = stated(event, entry), conduct.administrations.get(event.assessment)
            # Who began it and when stays what it was, whoever corrects later how it was held.
            said = replace(now, user=first.user, at=first.at) if first else now
            return replace(conduct, administrations={**conduct.administrations, event.assessment: said})
        case AssessmentJudged():
            return replace(conduct, judgements={**conduct.judgements, event.assessment: stated(event, entry)})
        case AllocationSealed():
            return replace(conduct, allocations=(*conduct.allocations, stated(event, entry)))
        case BlindingLogged():
            return replace(conduct, blinding={**conduct.blinding, event.visit: stated(event, entry)})
        case UnblindedInEmergency():
            return replace(conduct, unblindings=(*conduct.unblindings, stated(event, entry)))
        case SessionRecorded():
            told = (*conduct.sessions.get(event.session, ()), stated(event, entry))
            return replace(conduct, sessions={**conduct.sessions, event.session: told})
        case CallAttempted() | CallRecorded() | CallMissed():
            call = _evolve_call(conduct.calls.get(event.call, Call()), event, entry)
            return replace(conduct, calls={**conduct.calls, event.call: call})
        case QueryRaised():
            return replace(conduct, queries={**conduct.queries, event.query: Query(raised=stated(event, entry))})
        case QueryAnswered() | QueryClosed() | QueryReopened():
            query = conduct.queries[event.query]
            query = replace(query, words=(*query.words, stated(event, entry)))
            return replace(conduct, queries={**conduct.queries, event.query: query})
        case _:
            assert_never(event)


def _evolve_call(call: Call, event: CallAttempted | CallRecorded | CallMissed, entry: Entry) -> Call:
    """Return a follow-up with one more fact."""
    match event:
        case CallAttempted():
            return replace(call, attempts=(*call.attempts, stated(event, entry)))
        case CallRecorded():
            return replace(call, recorded=stated(event, entry))
        case CallMissed():
            return replace(call, missed=stated(event, entry))
        case _:
            assert_never(event)
