"""The read rows of what surrounds the visits, folded in plain Python for the ledger in memory."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from assessdesk.domain.certification_events import CertificationRevoked, ExaminerCertified
from assessdesk.domain.conduct_events import (
    AnchorStated,
    CareFactsChanged,
    InfusionStated,
    ParticipantEnrolled,
    ParticipantScreened,
    StatusChanged,
    VisitMissed,
)
from assessdesk.domain.events import Entry
from assessdesk.domain.programme import between_visits
from assessdesk.domain.programme_events import CallAttempted, CallMissed, CallRecorded
from assessdesk.domain.query_events import QueryAnswered, QueryClosed, QueryRaised, QueryReopened
from assessdesk.ports import (
    AnchorRow,
    CallRow,
    CertificateRow,
    InfusionRow,
    MissedRow,
    ParticipantRow,
    QueryRow,
)


def participant_rows(stream: Sequence[Entry]) -> dict[str, ParticipantRow]:
    rows: dict[str, ParticipantRow] = {}
    for entry in stream:
        match entry.event:
            case ParticipantScreened() | ParticipantEnrolled() as event:
                rows[event.participant] = _participant(event, entry.seq)
            case CareFactsChanged() as event:
                rows[event.participant] = replace(rows[event.participant], restricted_side=event.care.restricted_side)
            case StatusChanged() as event:
                rows[event.participant] = replace(
                    rows[event.participant], status=event.status, collect=" ".join(event.collect)
                )
            case AnchorStated(anchor="baseline") as event:
                rows[event.participant] = replace(rows[event.participant], anchor_date=event.date)
            case _:
                pass
        if entry.entity in rows and not between_visits(entry.event):
            rows[entry.entity] = replace(rows[entry.entity], last_seq=entry.seq)
    return rows


class MemoryConduct:
    """The part of `ports.Views` that is about what surrounds the visits."""

    stream: list[Entry]

    def anchors(self, participant: str = "") -> tuple[AnchorRow, ...]:
        rows = {
            (event.participant, event.anchor): AnchorRow(
                participant=event.participant, anchor=event.anchor, date=event.date
            )
            for entry in self.stream
            if isinstance(event := entry.event, AnchorStated)
        }
        return tuple(rows[key] for key in sorted(rows) if participant in {"", key[0]})

    def infusions(self, participant: str = "") -> tuple[InfusionRow, ...]:
        rows = {
            (event.participant, event.cycle): InfusionRow(
                participant=event.participant, cycle=event.cycle, date=event.date
            )
            for entry in self.stream
            if isinstance(event := entry.event, InfusionStated)
        }
        return tuple(rows[key] for key in sorted(rows) if participant in {"", key[0]})

    def missed(self, participant: str = "") -> tuple[MissedRow, ...]:
        rows = {
            (event.participant, event.planned): MissedRow(
                participant=event.participant, planned=event.planned, date=event.date, reason=event.reason
            )
            for entry in self.stream
            if isinstance(event := entry.event, VisitMissed)
        }
        return tuple(rows[key] for key in sorted(rows) if participant in {"", key[0]})

    def calls(self) -> tuple[CallRow, ...]:
        rows: dict[tuple[str, str], CallRow] = {}
        for entry in self.stream:
            match entry.event:
                case CallAttempted() as event:
                    state = "reached" if event.reached else "attempted"
                case CallRecorded() as event:
                    state = "recorded"
                case CallMissed() as event:
                    state = "missed"
                case _:
                    continue
            rows[event.participant, event.call] = CallRow(
                participant=event.participant, call=event.call, state=state, date=event.date
            )
        return tuple(rows[key] for key in sorted(rows))

    def queries(self) -> tuple[QueryRow, ...]:
        rows: dict[str, QueryRow] = {}
        for entry in self.stream:
            match entry.event:
                case QueryRaised() as event:
                    rows[event.query] = _query(event, entry)
                case QueryAnswered() as event:
                    rows[event.query] = replace(rows[event.query], stand="answered", answered_by=entry.user)
                case QueryClosed() as event:
                    rows[event.query] = replace(rows[event.query], stand="closed")
                case QueryReopened() as event:
                    rows[event.query] = replace(rows[event.query], stand="open")
                case _:
                    pass
        return tuple(rows.values())

    def certificates(self) -> tuple[CertificateRow, ...]:
        rows: dict[tuple[str, str], CertificateRow] = {}
        for entry in self.stream:
            match entry.event:
                case ExaminerCertified() as event:
                    rows[event.user, event.instrument] = CertificateRow(
                        user=event.user,
                        instrument=event.instrument,
                        certified_on=event.certified_on,
                        valid_until=event.valid_until,
                        trainer=event.trainer,
                        revoked="",
                    )
                case CertificationRevoked() as event if (event.user, event.instrument) in rows:
                    key = (event.user, event.instrument)
                    rows[key] = replace(rows[key], revoked=event.date)
                case _:
                    pass
        return tuple(rows[key] for key in sorted(rows))


def _participant(event: ParticipantScreened | ParticipantEnrolled, seq: int) -> ParticipantRow:
    enrolled = event if isinstance(event, ParticipantEnrolled) else None
    return ParticipantRow(
        participant=event.participant,
        code=event.code,
        birth_year=event.birth_year,
        sex=event.sex,
        dominant_hand=enrolled.dominant_hand if enrolled else "",
        language=event.language,
        consent_date=enrolled.consent_date if enrolled else "",
        anchor_date=enrolled.anchor_date if enrolled else "",
        restricted_side=enrolled.care.restricted_side if enrolled else "none",
        status="enrolled" if enrolled else "screened",
        collect="",
        last_seq=seq,
    )


def _query(event: QueryRaised, entry: Entry) -> QueryRow:
    return QueryRow(
        query=event.query,
        participant=event.participant,
        visit=event.visit,
        assessment=event.assessment,
        instrument=event.instrument,
        slot=event.slot,
        stand="open",
        origin=event.origin,
        raised_by=event.raised_by,
        raised_at=entry.at.isoformat(),
        answered_by="",
        text=event.text,
        seq=entry.seq,
    )
