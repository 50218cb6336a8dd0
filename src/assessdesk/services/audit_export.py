"""The audit trail on its way out of the ledger as a table that a monitor can read and search: who may, and the fact.

The table holds what the person signed in may see and nothing else. It must not know how a file is written.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Sequence
from hashlib import sha256

from assessdesk.domain.events import AuditExported
from assessdesk.services.audit import AuditRow
from assessdesk.services.desk import Desk, station_fact
from assessdesk.services.practice import require_study

PERMISSION = "verify"
FORMULA = ("=", "+", "-", "@", "\t", "\r")
MEASURED = re.compile(r"[+-]\d+(\.\d+)?( [^\W\d]+)?")


def require_export(desk: Desk) -> None:
    """Raise Refusal unless the person signed in may take the trail out, and this is a station of a study."""
    desk.require(PERMISSION)
    require_study(desk.ledger.station)


def table_bytes(headings: Sequence[str], rows: Sequence[Sequence[str]]) -> bytes:
    """Return a table as CSV (RFC 4180) in UTF-8 with a byte order mark, which spreadsheets need to read Korean."""
    text = io.StringIO()
    csv.writer(text).writerows([headings, *([_plain(cell) for cell in row] for row in rows)])
    return text.getvalue().encode("utf-8-sig")


def _plain(cell: str) -> str:
    """Return a cell that no spreadsheet takes for a formula: free words may begin like one, numbers stay numbers."""
    return f"'{cell}" if cell.startswith(FORMULA) and not MEASURED.fullmatch(cell) else cell


def state_export(desk: Desk, rows: Sequence[AuditRow], *, about: str, table: bytes, file_name: str) -> AuditExported:
    """State that a table of these rows was written; return what was stated. Raises Refusal."""
    require_export(desk)
    event = AuditExported(
        about=about,
        rows=len(rows),
        last_seq=max((row.seq for row in rows), default=0),
        digest=sha256(table).hexdigest(),
        file_name=file_name,
    )
    desk.append(station_fact(desk.ledger.station, event))
    return event
