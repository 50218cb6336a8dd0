"""The audit trail as a file: the rows of the page with codes beside the words, times in UTC and with the offset.

It writes what the rows hold; what a blinded person may not see is not in them. It must not know how rows come about.
"""

from __future__ import annotations

from datetime import UTC
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from assessdesk.gui.audit.words import kind_words, reason_words, value_text, who_words
from assessdesk.gui.page_parts import place_words
from assessdesk.services.audit_export import table_bytes

if TYPE_CHECKING:
    from collections.abc import Sequence

    from assessdesk.ports import StationFacts
    from assessdesk.services.audit import AuditRow
    from assessdesk.services.definitions.reasons import Reasons


class TableNotWritten(OSError):
    """The file could not be written; says which."""


def headings() -> tuple[str, ...]:
    """The words above the columns."""
    translate = QCoreApplication.translate
    return (
        translate("AuditTable", "Study"),
        translate("AuditTable", "Station"),
        translate("AuditTable", "Epoch"),
        translate("AuditTable", "Entry"),
        translate("AuditTable", "Time (UTC)"),
        translate("AuditTable", "Local time"),
        translate("AuditTable", "Signed in"),
        translate("AuditTable", "Stated by"),
        translate("AuditTable", "Kind"),
        translate("AuditTable", "What"),
        translate("AuditTable", "About"),
        translate("AuditTable", "Visit"),
        translate("AuditTable", "Place"),
        translate("AuditTable", "Old"),
        translate("AuditTable", "New"),
        translate("AuditTable", "Reason"),
        translate("AuditTable", "Hash"),
    )


def cells(row: AuditRow, facts: StationFacts, reasons: Reasons, language: str) -> tuple[str, ...]:
    """One row as the file has it."""
    return (
        facts.study,
        facts.station,
        str(facts.epoch),
        str(row.seq),
        row.at.astimezone(UTC).isoformat(timespec="milliseconds"),
        row.at.isoformat(timespec="milliseconds"),
        row.user,
        who_words(row),
        row.kind,
        kind_words(row),
        row.about,
        row.visit,
        place_words(row.place),
        value_text(row.old),
        value_text(row.new),
        reason_words(row, reasons, language),
        row.hash,
    )


def table(rows: Sequence[AuditRow], facts: StationFacts, reasons: Reasons, language: str) -> bytes:
    """The file's bytes, the oldest entry first."""
    return table_bytes(headings(), [cells(row, facts, reasons, language) for row in reversed(rows)])


def write_table(path: Path, content: bytes) -> None:
    """Write a file; it appears whole or not at all. Raises TableNotWritten."""
    part = path.with_name(f".{path.name}.part")
    try:
        part.write_bytes(content)
        part.replace(path)
    except OSError as error:
        part.unlink(missing_ok=True)
        raise TableNotWritten(str(path)) from error
