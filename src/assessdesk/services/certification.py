"""Who is certified for which instrument: stating and ending certificates, and what they mean when a test begins.

The study says which instruments need one, for how long it holds, and whether a missing one warns or locks. It must not
know how a person was trained.
"""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date

from assessdesk.domain.certification_events import CertificationRevoked, ExaminerCertified
from assessdesk.domain.conduct_events import AssessmentAdministered
from assessdesk.domain.confirmations import Confirmation
from assessdesk.domain.events import AssessmentStarted
from assessdesk.ports import CertificateRow, Refusal
from assessdesk.services.desk import Desk, station_fact
from assessdesk.services.enrolment import plain, read_day

VALID, EXPIRED, REVOKED, NONE, NOT_REQUIRED = "valid", "expired", "revoked", "none", "not_required"
SUFFICIENT = frozenset({VALID, NOT_REQUIRED})
LOCK = "lock"
SOON_DAYS = 30
"""How many days before its end a certificate is shown as ending soon."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CertificateState:
    """Where one person stands with one instrument today. `standing` is valid, expired, revoked or none."""

    user: str
    instrument: str
    standing: str
    certified_on: str
    valid_until: str
    trainer: str
    ends_soon: bool


def required(desk: Desk) -> tuple[str, ...]:
    """Return the instruments for which the study asks for a certificate."""
    rule = desk.in_force.conduct.certification
    return rule.instruments if rule else ()


def standing(desk: Desk, user: str, instrument: str) -> str:
    """Say whether a person may administer an instrument today."""
    if instrument not in required(desk):
        return NOT_REQUIRED
    rows = (row for row in desk.ledger.views.certificates() if (row.user, row.instrument) == (user, instrument))
    return _standing(next(rows, None), desk.clock.now().date())


def _standing(row: CertificateRow | None, today: date) -> str:
    if row is None or today < date.fromisoformat(row.certified_on):
        return NONE
    if row.revoked and date.fromisoformat(row.revoked) <= today:
        return REVOKED
    return VALID if today <= date.fromisoformat(row.valid_until) else EXPIRED


def locks(desk: Desk, found: str) -> bool:
    """Say whether the study forbids to measure for somebody who stands like this with an instrument."""
    rule = desk.in_force.conduct.certification
    return rule is not None and rule.action == LOCK and found not in SUFFICIENT


def administered(
    desk: Desk,
    started: AssessmentStarted,
    *,
    mode: str = "on_site",
    confirmations: tuple[Confirmation, ...] = (),
    measuring: bool = True,
) -> AssessmentAdministered:
    """Return how an instrument is begun and under which certificate.

    Raises Refusal where the study locks; not where an instrument is only stated as not done (`measuring` is False).
    """
    found = standing(desk, desk.author.user, started.instrument)
    if measuring and locks(desk, found):
        raise Refusal("NOT_CERTIFIED", user=desk.author.user, instrument=started.instrument)
    return AssessmentAdministered(
        participant=started.participant,
        visit=started.visit,
        assessment=started.assessment,
        mode=mode,
        certificate=found,
        confirmations=confirmations,
    )


def certificates(desk: Desk) -> tuple[CertificateState, ...]:
    """Return where everybody active stands with every instrument that needs a certificate, by person."""
    today = desk.clock.now().date()
    rows = {(row.user, row.instrument): row for row in desk.ledger.views.certificates()}
    return tuple(
        _state(person.user, instrument, rows.get((person.user, instrument)), today)
        for person in desk.ledger.views.users()
        if person.active and _captures(desk, person.roles)
        for instrument in required(desk)
    )


def _captures(desk: Desk, roles: tuple[str, ...]) -> bool:
    known = desk.in_force.roles
    return any("capture" in known[role].may for role in roles if role in known)


def _state(user: str, instrument: str, row: CertificateRow | None, today: date) -> CertificateState:
    found = _standing(row, today)
    left = (date.fromisoformat(row.valid_until) - today).days if row else 0
    return CertificateState(
        user=user,
        instrument=instrument,
        standing=found,
        certified_on=row.certified_on if row else "",
        valid_until=row.valid_until if row else "",
        trainer=row.trainer if row else "",
        ends_soon=found == VALID and left <= SOON_DAYS,
    )


def certify(desk: Desk, user: str, instrument: str, *, on: str, trainer: str, note: str = "") -> None:
    """State that a person was certified, for as long as the study says. Needs `certify`, and somebody else."""
    desk.require("certify")
    rule = desk.in_force.conduct.certification
    if rule is None or instrument not in rule.instruments:
        raise Refusal("NO_CERTIFICATE_NEEDED", instrument=instrument)
    if user not in {row.user for row in desk.ledger.views.users() if row.active}:
        raise Refusal("UNKNOWN_USER", user=user)
    if user == desk.author.user:
        raise Refusal("CANNOT_CERTIFY_SELF", user=user)
    day = read_day(on, "CERTIFICATION_DATE")
    if day > desk.clock.now().date():
        raise Refusal("DATE_IN_FUTURE", date=day.isoformat())
    if not trainer.strip():
        raise Refusal("TRAINER_NEEDED", user=user)
    event = ExaminerCertified(
        user=user,
        instrument=instrument,
        certified_on=day.isoformat(),
        valid_until=months_after(day, rule.months).isoformat(),
        trainer=plain(trainer),
        note=plain(note),
    )
    desk.append(station_fact(desk.ledger.station, event))


def revoke(desk: Desk, user: str, instrument: str, *, reason: str) -> None:
    """End a certificate today, with a reason. Needs `certify`."""
    desk.require("certify")
    if standing(desk, user, instrument) != VALID:
        raise Refusal("NO_CERTIFICATE_TO_END", user=user, instrument=instrument)
    if not reason.strip():
        raise Refusal("REASON_NEEDED", what=user)
    event = CertificationRevoked(
        user=user, instrument=instrument, date=desk.clock.now().date().isoformat(), reason=plain(reason)
    )
    desk.append(station_fact(desk.ledger.station, event))


def months_after(day: date, months: int) -> date:
    """Return the same day of the month so many months later, or the last day of a shorter month."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))
