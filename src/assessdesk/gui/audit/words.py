"""The words of the audit trail: what each kind of entry says, values, and coded reasons with their titles.

It must not know how entries come about.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, get_args

from PySide6.QtCore import QCoreApplication

from assessdesk.domain.events import Event
from assessdesk.gui.capture.beginning_panel import mode_words
from assessdesk.gui.page_parts import place_words, side_words
from assessdesk.services.audit import HIDDEN

if TYPE_CHECKING:
    from assessdesk.services.audit import AuditRow
    from assessdesk.services.definitions.reasons import Reasons


def kind_words(row: AuditRow) -> str:
    """What happened, in the past tense; a kind without words is shown by its own name."""
    translate = QCoreApplication.translate
    words = {
        "epoch.started": translate("Audit", "Station set up"),
        "user.enrolled": translate("Audit", "Person added"),
        "user.removed": translate("Audit", "Person removed"),
        "recipients.set": translate("Audit", "Recipients set"),
        "session.signed_in": translate("Audit", "Signed in"),
        "session.sign_in_failed": translate("Audit", "Wrong passphrase"),
        "session.locked": translate("Audit", "Locked"),
        "clock.jumped": translate("Audit", "Clock jumped"),
        "definition.adopted": translate("Audit", "Definition adopted"),
        "participant.enrolled": translate("Audit", "Enrolled"),
        "participant.screened": translate("Audit", "Screened"),
        "eligibility.assessed": translate("Audit", "Eligibility assessed"),
        "consent.given": translate("Audit", "Consent given"),
        "participant.status_changed": translate("Audit", "Status changed"),
        "anchor.stated": translate("Audit", "Date stated"),
        "study_fact.stated": translate("Audit", "Fact stated"),
        "infusion.stated": translate("Audit", "Infusion stated"),
        "participant.care_changed": translate("Audit", "Care facts changed"),
        "visit.opened": translate("Audit", "Visit opened"),
        "visit.missed": translate("Audit", "Visit missed"),
        "visit.signed": translate("Audit", "Visit signed"),
        "assessment.started": translate("Audit", "Instrument begun"),
        "trial.started": translate("Audit", "Clock started"),
        "trial.voided": translate("Audit", "Made void"),
        "trial.extra_decided": translate("Audit", "Extra trial decided"),
        "value.recorded": translate("Audit", "Entered"),
        "value.refused": translate("Audit", "Typed, not accepted"),
        "value.corrected": translate("Audit", "Corrected"),
        "finding.confirmed": translate("Audit", "Confirmed"),
        "summary.printed": translate("Audit", "Summary printed"),
        "package.exported": translate("Audit", "Package exported"),
        "receipt.read": translate("Audit", "Receipt read"),
        "hold.released": translate("Audit", "Hold released"),
        "adverse_event.drafted": translate("Audit", "Adverse event drafted"),
        "adverse_event.completed": translate("Audit", "Adverse event completed"),
        "adverse_event.dismissed": translate("Audit", "No adverse event"),
        "alert.acknowledged": translate("Audit", "Alert seen"),
        "device.registered": translate("Audit", "Device registered"),
        "device.checked": translate("Audit", "Device checked"),
        "device.retired": translate("Audit", "Device out of use"),
        "query.raised": translate("Audit", "Query"),
        "query.answered": translate("Audit", "Query answered"),
        "query.closed": translate("Audit", "Query closed"),
        "query.reopened": translate("Audit", "Query opened again"),
        "session.recorded": translate("Audit", "Exercise session"),
        "call.attempted": translate("Audit", "Telephone attempt"),
        "call.recorded": translate("Audit", "Telephone follow-up"),
        "call.missed": translate("Audit", "Telephone follow-up missed"),
        "ledger.verified": translate("Audit", "Ledger checked"),
        "card.handed": translate("Audit", "Station card handed out"),
        "audit.exported": translate("Audit", "Audit trail saved"),
        "examiner.certified": translate("Audit", "Certified"),
        "examiner.certification_revoked": translate("Audit", "Certificate ended"),
        "assessment.administered": translate("Audit", "Administered"),
        "assessment.judged": translate("Audit", "Judged at review"),
        "allocation.sealed": translate("Audit", "Allocation sealed"),
        "blinding.logged": translate("Audit", "Blinding log closed"),
        "unblinding.recorded": translate("Audit", "Emergency unblinding"),
    }
    if row.kind == "value.recorded" and row.code.startswith("ND"):
        return translate("Audit", "Not done")
    if row.failed:
        return translate("Audit", "Device did not pass")
    return words.get(row.kind, row.kind)


GROUPS = {
    "all": (),
    "changes": ("value.corrected", "value.refused", "trial.voided", "finding.confirmed", "participant.care_changed"),
    "values": ("value.", "trial.", "assessment.", "finding."),
    "visits": ("visit.", "summary.", "blinding."),
    "participants": (
        "participant.", "eligibility.", "consent.", "anchor.", "study_fact.", "infusion.", "hold.", "adverse_event.",
        "alert.", "session.recorded", "call.", "allocation.", "unblinding.",
    ),
    "queries": ("query.",),
    "station": (
        "epoch.", "user.", "recipients.", "session.signed_in", "session.sign_in_failed", "session.locked", "clock.",
        "definition.", "package.", "receipt.", "ledger.", "card.", "audit.", "device.", "examiner.",
    ),
}  # fmt: skip
"""What people look for in the trail, by the beginnings of kinds; `all` has none and leaves nothing out."""


def kinds_of(group: str) -> frozenset[str]:
    """The kinds of facts in a group; none for `all`."""
    known = (event.kind for event in get_args(Event))
    begins = GROUPS[group]
    return frozenset(kind for kind in known if begins and kind.startswith(begins))


def group_words(group: str) -> str:
    """What a group is called."""
    translate = QCoreApplication.translate
    return {
        "all": translate("Audit", "All"),
        "changes": translate("Audit", "Changes"),
        "values": translate("Audit", "Values"),
        "visits": translate("Audit", "Visits"),
        "participants": translate("Audit", "Participants"),
        "queries": translate("Audit", "Queries"),
        "station": translate("Audit", "Station"),
    }[group]


def who_words(row: AuditRow) -> str:
    """Who stated it: a person's code, the program, or central, whose word a person brought in."""
    translate = QCoreApplication.translate
    if row.originator == "imported":
        return translate("Audit", "central")
    return translate("Audit", "program") if row.originator in {"computed", "device"} else row.user


def where_words(row: AuditRow) -> str:
    """Which visit, and which place of which instrument."""
    return ", ".join(part for part in (row.visit, place_words(row.place)) if part)


def change_words(row: AuditRow) -> str:
    """The old and the new value; said once where both are hidden."""
    old, new = value_text(row.old), value_text(row.new)
    if row.old == row.new == HIDDEN:
        return new
    return f"{old} → {new}" if old and new else new or (f"{old} →" if old else "")


def value_text(value: str) -> str:
    """A value as it is shown; what is hidden from a blinded role says so."""
    if value == HIDDEN:
        return QCoreApplication.translate("Audit", "(hidden: blinded)")
    return side_words(mode_words(value))


def reason_words(row: AuditRow, reasons: Reasons, language: str) -> str:
    """The coded reasons with their titles, and the words that were added."""
    titles = {
        reason.code: reason.title.get(language)
        for reason in (*reasons.not_done, *reasons.void, *reasons.confirmation, *reasons.missed)
    }
    coded = [f"{code} {titles.get(code, '')}".strip() for code in row.code.split(", ") if code]
    return "; ".join([*coded, *([row.reason] if row.reason else [])])
