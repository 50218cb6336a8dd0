"""The questions that lists ask of the read tables, answered with the rows of `ports`.

It reads only; it must not know entries, keys or how the tables are filled.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from contextlib import AbstractContextManager
from datetime import datetime
from typing import Any, TypeVar

from sqlalchemy import Connection, Row, Select, Table, case, func, select

from assessdesk.ports import (
    AnchorRow,
    CallRow,
    CertificateRow,
    DefinitionRow,
    DeviceRow,
    InfusionRow,
    MissedRow,
    PackageRow,
    ParticipantRow,
    QueryRow,
    ReceiptRow,
    UserRow,
    VisitRow,
)
from assessdesk.storage import schema

Made = TypeVar("Made")


class SqlViews:
    """`ports.Views` over the read tables of an open ledger."""

    def __init__(self, connection: Connection, guard: AbstractContextManager[object]) -> None:
        """Read through `connection`, holding `guard` while a question is asked."""
        self._connection = connection
        self._guard = guard

    def _rows(self, statement: Select[Any]) -> Sequence[Row[Any]]:
        with self._guard:
            return self._connection.execute(statement).fetchall()

    def participants(self, matching: str = "", limit: int | None = None) -> tuple[ParticipantRow, ...]:
        """Return participants whose code begins with or contains `matching`, by code."""
        table = schema.participant
        statement = select(table).order_by(table.c.code, table.c.participant).limit(limit)
        if matching:
            statement = statement.where(table.c.code.icontains(matching, autoescape=True))
        return _made(ParticipantRow, self._rows(statement))

    def participant(self, participant: str) -> ParticipantRow | None:
        """Return one participant by id."""
        rows = self._rows(select(schema.participant).where(schema.participant.c.participant == participant))
        return ParticipantRow(**rows[0]._asdict()) if rows else None

    def participants_since(self, seq: int) -> tuple[ParticipantRow, ...]:
        """Return participants about whom something was written after a place in the stream."""
        table = schema.participant
        statement = select(table).where(table.c.last_seq > seq).order_by(table.c.last_seq)
        return _made(ParticipantRow, self._rows(statement))

    def visits(self, participant: str = "") -> tuple[VisitRow, ...]:
        """Return visits, of one participant or of all, in the order they were opened."""
        visit, value = schema.visit, schema.value
        begun = (
            select(func.count(value.c.assessment.distinct())).where(value.c.visit == visit.c.visit).scalar_subquery()
        )
        # Only of open visits: the values of all the signed ones are most of the database.
        counted = case((visit.c.state == "open", begun), else_=0)
        statement = select(visit, counted.label("begun")).order_by(visit.c.opened_seq)
        if participant:
            statement = statement.where(visit.c.participant == participant)
        return _made(VisitRow, self._rows(statement))

    def signed_visits(self, *, until: int | None = None) -> int:
        """Return how many visits are signed, by an entry at or before `until` if one is given."""
        signed_seq = schema.visit.c.signed_seq
        statement = select(func.count()).where(signed_seq.is_not(None) if until is None else signed_seq <= until)
        return int(self._rows(statement)[0][0])

    def users(self) -> tuple[UserRow, ...]:
        """Return everyone ever enrolled, in the order of enrolment."""
        table = schema.user
        return tuple(
            UserRow(
                user=row.user,
                key=row.key,
                public_key=row.public_key,
                roles=_texts(row.roles),
                active=bool(row.active),
            )
            for row in self._rows(select(table).order_by(table.c.enrolled_seq))
        )

    def devices(self) -> tuple[DeviceRow, ...]:
        """Return every device ever registered, by its label."""
        return tuple(
            DeviceRow(**{**row._asdict(), "passed": bool(row.passed)})
            for row in self._rows(select(schema.device).order_by(schema.device.c.device))
        )

    def _of(self, table: Table, participant: str) -> Sequence[Row[Any]]:
        """Return the rows of one participant, or of all, in the order of the key."""
        statement = select(table).order_by(*table.primary_key.columns)
        return self._rows(statement.where(table.c.participant == participant) if participant else statement)

    def anchors(self, participant: str = "") -> tuple[AnchorRow, ...]:
        """Return the stated days from which visits are counted, of one participant or of all."""
        return _made(AnchorRow, self._of(schema.anchor, participant))

    def infusions(self, participant: str = "") -> tuple[InfusionRow, ...]:
        """Return day 1 of every cycle, of one participant or of all, by participant and cycle."""
        return _made(InfusionRow, self._of(schema.infusion, participant))

    def missed(self, participant: str = "") -> tuple[MissedRow, ...]:
        """Return the planned visits that did not take place, of one participant or of all."""
        return _made(MissedRow, self._of(schema.missed, participant))

    def calls(self) -> tuple[CallRow, ...]:
        """Return the latest word on each follow-up by telephone."""
        return _made(CallRow, self._rows(select(schema.call).order_by(*schema.call.primary_key.columns)))

    def queries(self) -> tuple[QueryRow, ...]:
        """Return every query in the order in which they were raised."""
        return _made(QueryRow, self._rows(select(schema.query).order_by(schema.query.c.seq)))

    def certificates(self) -> tuple[CertificateRow, ...]:
        """Return the latest certificate of each person and instrument."""
        return _made(
            CertificateRow, self._rows(select(schema.certificate).order_by(*schema.certificate.primary_key.columns))
        )

    def packages(self) -> tuple[PackageRow, ...]:
        """Return exported packages, newest first."""
        table = schema.package
        return tuple(
            PackageRow(
                package=row.package,
                first_seq=row.first_seq,
                last_seq=row.last_seq,
                head=row.head,
                written_at=datetime.fromisoformat(row.written_at),
                file_name=row.file_name,
                recipients=_texts(row.recipients),
            )
            for row in self._rows(select(table).order_by(table.c.seq.desc()))
        )

    def receipts(self) -> tuple[ReceiptRow, ...]:
        """Return read receipts, newest first."""
        table = schema.receipt
        return tuple(
            ReceiptRow(
                number=row.number,
                held_seq=row.held_seq,
                head=row.head,
                central_time=row.central_time,
                read_at=datetime.fromisoformat(row.read_at),
                quarantined=_texts(row.quarantined),
            )
            for row in self._rows(select(table).order_by(table.c.seq.desc()))
        )

    def definitions(self) -> tuple[DefinitionRow, ...]:
        """Return adopted definitions in the order of adoption."""
        table = schema.definition
        return tuple(
            DefinitionRow(type=row.type, id=row.id, version=row.version, digest=row.digest, text=row.text)
            for row in self._rows(select(table).order_by(table.c.seq))
        )


def _made(kind: type[Made], rows: Sequence[Row[Any]]) -> tuple[Made, ...]:
    """Return rows as the dataclass whose fields they name; much faster than a mapping of each row."""
    names = rows[0]._fields if rows else ()
    return tuple(kind(**dict(zip(names, row, strict=True))) for row in rows)


def _texts(array: str) -> tuple[str, ...]:
    """Read a JSON array of texts."""
    return tuple(map(str, json.loads(array)))
