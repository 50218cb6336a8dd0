"""What the facts around the visits change in the read tables: status, dates, missed visits, calls, queries.

A pure function of the entry, like the rest of the projection. It must not know how entries are signed or stored.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import assert_never

from sqlalchemy import Table, bindparam, update
from sqlalchemy.dialects.sqlite import insert as upsert

from assessdesk.domain.blinding_events import (
    AllocationSealed,
    BlindingEvent,
    BlindingLogged,
    UnblindedInEmergency,
)
from assessdesk.domain.certification_events import CertificationEvent, CertificationRevoked, ExaminerCertified
from assessdesk.domain.conduct import BASELINE
from assessdesk.domain.conduct_events import (
    AnchorStated,
    AssessmentAdministered,
    AssessmentJudged,
    CareFactsChanged,
    ConductEvent,
    ConsentGiven,
    EligibilityAssessed,
    InfusionStated,
    ParticipantEnrolled,
    ParticipantScreened,
    StatusChanged,
    StudyFactStated,
    VisitMissed,
)
from assessdesk.domain.events import Entry
from assessdesk.domain.programme_events import (
    CallAttempted,
    CallMissed,
    CallRecorded,
    ProgrammeEvent,
    SessionRecorded,
)
from assessdesk.domain.query_events import QueryAnswered, QueryClosed, QueryEvent, QueryRaised, QueryReopened
from assessdesk.storage import schema
from assessdesk.storage.prepared import Prepared

Change = tuple[Prepared, Mapping[str, object]]
Surrounding = ConductEvent | BlindingEvent | ProgrammeEvent | QueryEvent | CertificationEvent


def _latest(table: Table, *kept: str) -> Prepared:
    """Return the statement that writes a row anew over the one with the same key, except for what is kept."""
    statement = upsert(table)
    keys = [column.name for column in table.primary_key.columns]
    renewed = {c.name: statement.excluded[c.name] for c in table.columns if c.name not in {*keys, *kept}}
    return Prepared(statement.on_conflict_do_update(index_elements=keys, set_=renewed))


_PARTICIPANT = _latest(schema.participant)
_OF_PARTICIPANT = schema.participant.c.participant == bindparam("whose")
_CARE = Prepared(update(schema.participant).where(_OF_PARTICIPANT).values(restricted_side=bindparam("side")))
_STATUS = Prepared(
    update(schema.participant).where(_OF_PARTICIPANT).values(status=bindparam("state"), collect=bindparam("what"))
)
_ANCHOR_DATE = Prepared(update(schema.participant).where(_OF_PARTICIPANT).values(anchor_date=bindparam("day")))
_ANCHOR = _latest(schema.anchor)
_INFUSION = _latest(schema.infusion)
_MISSED = _latest(schema.missed)
_CALL = _latest(schema.call)
_QUERY = _latest(schema.query)
_QUERY_STAND = Prepared(
    update(schema.query).where(schema.query.c.query == bindparam("which")).values(stand=bindparam("now"))
)
_QUERY_ANSWERED = Prepared(
    update(schema.query)
    .where(schema.query.c.query == bindparam("which"))
    .values(stand="answered", answered_by=bindparam("who"))
)
_CERTIFICATE = _latest(schema.certificate)
_CERTIFICATE_REVOKED = Prepared(
    update(schema.certificate)
    .where(schema.certificate.c.user == bindparam("who"), schema.certificate.c.instrument == bindparam("which"))
    .values(revoked=bindparam("day"))
)


def changes_of_surrounding(event: Surrounding, entry: Entry) -> Iterator[Change]:
    """Yield what such an event changes."""
    match event:
        case ParticipantScreened():
            yield _PARTICIPANT, _screened(event, entry.seq)
        case ParticipantEnrolled():
            yield _PARTICIPANT, _enrolled(event, entry.seq)
        case CareFactsChanged():
            yield _CARE, {"whose": event.participant, "side": event.care.restricted_side}
        case StatusChanged():
            yield _STATUS, {"whose": event.participant, "state": event.status, "what": " ".join(event.collect)}
        case AnchorStated():
            row = {"participant": event.participant, "anchor": event.anchor, "date": event.date}
            yield _ANCHOR, row
            if event.anchor == BASELINE:
                yield _ANCHOR_DATE, {"whose": event.participant, "day": event.date}
        case InfusionStated():
            yield _INFUSION, {"participant": event.participant, "cycle": event.cycle, "date": event.date}
        case VisitMissed():
            keyed = {"participant": event.participant, "planned": event.planned}
            yield _MISSED, {**keyed, "date": event.date, "reason": event.reason}
        case CallAttempted():
            yield _call(event, "reached" if event.reached else "attempted")
        case CallRecorded():
            yield _call(event, "recorded")
        case CallMissed():
            yield _call(event, "missed")
        case QueryRaised():
            yield _QUERY, _query(event, entry)
        case QueryAnswered():
            yield _QUERY_ANSWERED, {"which": event.query, "who": entry.user}
        case QueryClosed():
            yield _QUERY_STAND, {"which": event.query, "now": "closed"}
        case QueryReopened():
            yield _QUERY_STAND, {"which": event.query, "now": "open"}
        case ExaminerCertified():
            yield _CERTIFICATE, _certificate(event)
        case CertificationRevoked():
            yield _CERTIFICATE_REVOKED, {"who": event.user, "which": event.instrument, "day": event.date}
        case (
            EligibilityAssessed()
            | ConsentGiven()
            | StudyFactStated()
            | AssessmentAdministered()
            | AssessmentJudged()
            | AllocationSealed()
            | BlindingLogged()
            | UnblindedInEmergency()
            | SessionRecorded()
        ):
            return
        case _:
            assert_never(event)


def _screened(event: ParticipantScreened, seq: int) -> Mapping[str, object]:
    return {
        "participant": event.participant,
        "code": event.code,
        "birth_year": event.birth_year,
        "sex": event.sex,
        "dominant_hand": "",
        "language": event.language,
        "consent_date": "",
        "anchor_date": "",
        "restricted_side": "none",
        "status": "screened",
        "collect": "",
        "last_seq": seq,
    }


def _enrolled(event: ParticipantEnrolled, seq: int) -> Mapping[str, object]:
    return {
        "participant": event.participant,
        "code": event.code,
        "birth_year": event.birth_year,
        "sex": event.sex,
        "dominant_hand": event.dominant_hand,
        "language": event.language,
        "consent_date": event.consent_date,
        "anchor_date": event.anchor_date,
        "restricted_side": event.care.restricted_side,
        "status": "enrolled",
        "collect": "",
        "last_seq": seq,
    }


def _call(event: CallAttempted | CallRecorded | CallMissed, state: str) -> Change:
    return _CALL, {"participant": event.participant, "call": event.call, "state": state, "date": event.date}


def _query(event: QueryRaised, entry: Entry) -> Mapping[str, object]:
    return {
        "query": event.query,
        "participant": event.participant,
        "visit": event.visit,
        "assessment": event.assessment,
        "instrument": event.instrument,
        "slot": event.slot,
        "stand": "open",
        "origin": event.origin,
        "raised_by": event.raised_by,
        "raised_at": entry.at.isoformat(),
        "answered_by": "",
        "text": event.text,
        "seq": entry.seq,
    }


def _certificate(event: ExaminerCertified) -> Mapping[str, object]:
    return {
        "user": event.user,
        "instrument": event.instrument,
        "certified_on": event.certified_on,
        "valid_until": event.valid_until,
        "trainer": event.trainer,
        "revoked": "",
    }
