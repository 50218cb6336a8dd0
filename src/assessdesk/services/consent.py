"""Consent: to which version on which day, and when a newer version asks for it anew.

A study that lists no versions takes whatever stands on the form. It must not know which windows ask.
"""

from __future__ import annotations

from assessdesk.domain.conduct_events import ConsentGiven
from assessdesk.domain.consent import accepted_versions, version_due
from assessdesk.domain.record import Record
from assessdesk.ports import Refusal
from assessdesk.services.desk import Desk, participant_fact
from assessdesk.services.wording import plain, read_day


def checked_consent(desk: Desk, date: str, version: str) -> tuple[str, str]:
    """Return the ISO day and the version of a consent. Raises Refusal: a future day, a version not valid on it."""
    day = read_day(date, "CONSENT_DATE")
    if day > desk.clock.now().date():
        raise Refusal("CONSENT_IN_FUTURE", date=day.isoformat())
    stated = plain(version)
    if not stated:
        raise Refusal("CONSENT_VERSION_NEEDED")
    versions = desk.in_force.conduct.consent_versions
    accepted = accepted_versions(versions, day.isoformat())
    if versions and stated not in accepted:
        raise Refusal(
            "CONSENT_VERSION_NOT_VALID", version=stated, date=day.isoformat(), valid=", ".join(accepted) or "-"
        )
    return day.isoformat(), stated


def give_consent(desk: Desk, participant: str, date: str, *, version: str) -> None:
    """State that an enrolled participant consented anew; what is stated already is not stated again."""
    desk.require("enrol")
    record = desk.record(participant)
    if not record.consent_date:
        raise Refusal("SCREENED_ONLY", code=record.code)
    day, stated = checked_consent(desk, date, version)
    if day < record.consent_date:
        raise Refusal("DAY_BEFORE_CONSENT", date=day, consent=record.consent_date)
    if (day, stated) not in consents_of(record):
        event = ConsentGiven(participant=participant, date=day, version=stated)
        desk.append(participant_fact(participant, event, definition=desk.in_force.digest))


def consents_of(record: Record) -> tuple[tuple[str, str], ...]:
    """Return every consent of a participant as day and version, the first one first."""
    first = ((record.consent_date, record.consent_version),) if record.consent_date else ()
    return (*first, *((held.event.date, held.event.version) for held in record.conduct.consents))


def consent_due(desk: Desk, record: Record) -> str:
    """Return the version in force today to which an enrolled participant has not consented yet, or nothing."""
    given = {version for _, version in consents_of(record)}
    today = desk.clock.now().date().isoformat()
    return version_due(desk.in_force.conduct.consent_versions, given, today) if given else ""
