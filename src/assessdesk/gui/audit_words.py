"""The words of the audit trail: what each kind of entry says, values, and coded reasons with their titles.

It must not know how entries come about.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from assessdesk.gui.page_parts import side_words
from assessdesk.services.audit import HIDDEN

if TYPE_CHECKING:
    from assessdesk.services.audit import AuditRow
    from assessdesk.services.reasons import Reasons


def kind_words(row: AuditRow) -> str:
    """What happened, in the past tense; a kind without words is shown by its own name."""
    tr = QCoreApplication.translate
    words = {
        "epoch.started": tr("Audit", "Station set up"),
        "user.enrolled": tr("Audit", "Person added"),
        "user.removed": tr("Audit", "Person removed"),
        "recipients.set": tr("Audit", "Recipients set"),
        "session.signed_in": tr("Audit", "Signed in"),
        "session.sign_in_failed": tr("Audit", "Wrong passphrase"),
        "session.locked": tr("Audit", "Locked"),
        "clock.jumped": tr("Audit", "Clock jumped"),
        "definition.adopted": tr("Audit", "Definition adopted"),
        "participant.enrolled": tr("Audit", "Enrolled"),
        "participant.care_changed": tr("Audit", "Care facts changed"),
        "visit.opened": tr("Audit", "Visit opened"),
        "visit.signed": tr("Audit", "Visit signed"),
        "assessment.started": tr("Audit", "Instrument begun"),
        "trial.started": tr("Audit", "Clock started"),
        "trial.voided": tr("Audit", "Made void"),
        "trial.extra_decided": tr("Audit", "Extra trial decided"),
        "value.recorded": tr("Audit", "Entered"),
        "value.refused": tr("Audit", "Typed, not accepted"),
        "value.corrected": tr("Audit", "Corrected"),
        "finding.confirmed": tr("Audit", "Confirmed"),
        "summary.printed": tr("Audit", "Summary printed"),
        "package.exported": tr("Audit", "Package exported"),
        "receipt.read": tr("Audit", "Receipt read"),
        "ledger.verified": tr("Audit", "Ledger checked"),
    }
    if row.kind == "value.recorded" and row.code.startswith("ND"):
        return tr("Audit", "Not done")
    return words.get(row.kind, row.kind)


def value_text(value: str) -> str:
    """A value as it is shown; what is hidden from a blinded role says so."""
    if value == HIDDEN:
        return QCoreApplication.translate("Audit", "(hidden: blinded)")
    return side_words(value)


def reason_words(row: AuditRow, reasons: Reasons, language: str) -> str:
    """The coded reasons with their titles, and the words that were added."""
    titles = {
        reason.code: reason.title.get(language) for reason in (*reasons.not_done, *reasons.void, *reasons.confirmation)
    }
    coded = [f"{code} {titles.get(code, '')}".strip() for code in row.code.split(", ") if code]
    return "; ".join([*coded, *([row.reason] if row.reason else [])])
