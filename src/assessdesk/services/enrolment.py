"""Enrolling a participant: a study code, never a name; consent and eligibility first.

It must not know which windows ask for what.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from datetime import date

from assessdesk.domain.codes import make_code
from assessdesk.domain.events import CareFacts, CareFactsChanged, ParticipantEnrolled
from assessdesk.ports import ParticipantRow, Refusal
from assessdesk.services.desk import Desk, participant_fact

SIDES = ("right", "left", "both", "none")
HANDS = ("right", "left", "both")
NOTE_LENGTH = 300
# Six digits of a birth date, a hyphen or nothing, then seven: a Korean resident number. Eighteen signs: a Chinese one.
IDENTITY_NUMBER = re.compile(r"(?<!\d)(\d{6}-?[0-9]\d{6}|\d{17}[0-9Xx])(?!\d)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Enrolment:
    """What is stated about a new participant; dates are ISO days, sides right, left, both or none."""

    birth_year: str
    sex: str
    dominant_hand: str
    language: str
    consent_date: str
    consent_version: str
    anchor_date: str
    care: CareFacts


def enrol(desk: Desk, wish: Enrolment) -> ParticipantRow:
    """Write that a participant joined and return the row with the new study code. Raises Refusal."""
    desk.require("enrol")
    today = desk.clock.now().date()
    study = desk.in_force
    birth_year = _birth_year(wish.birth_year, today)
    if today.year - birth_year < study.minimum_age:
        raise Refusal("TOO_YOUNG", minimum=study.minimum_age, birth_year=birth_year)
    if wish.sex not in study.sexes:
        raise Refusal("SEX_NOT_IN_STUDY", sex=wish.sex, allowed=", ".join(study.sexes))
    consent = read_day(wish.consent_date, "CONSENT_DATE")
    if consent > today:
        raise Refusal("CONSENT_IN_FUTURE", date=consent.isoformat())
    anchor = read_day(wish.anchor_date, "ANCHOR_DATE")
    if not wish.consent_version.strip():
        raise Refusal("CONSENT_VERSION_NEEDED")
    if wish.dominant_hand not in HANDS or wish.language not in study.languages:
        raise Refusal("ENROLMENT_INCOMPLETE")
    care = checked_care(wish.care)
    ledger = desk.ledger
    code = make_code(desk.facts.site, ledger.station, len(ledger.views.participants()) + 1)
    participant = desk.ids.fresh()
    event = ParticipantEnrolled(
        participant=participant,
        code=code,
        birth_year=birth_year,
        sex=wish.sex,
        dominant_hand=wish.dominant_hand,
        language=wish.language,
        consent_date=consent.isoformat(),
        consent_version=plain(wish.consent_version),
        anchor_date=anchor.isoformat(),
        care=care,
    )
    desk.append(participant_fact(participant, event))
    row = ledger.views.participant(participant)
    if row is None:
        raise Refusal("UNKNOWN_PARTICIPANT", code=code)
    return row


def change_care(desk: Desk, participant: str, care: CareFacts, *, reason: str) -> None:
    """State the care facts of a participant anew, with a reason; only on a true change."""
    desk.require("capture")
    record = desk.record(participant)
    care = checked_care(care)
    if care == record.care:
        return
    if not reason.strip():
        raise Refusal("REASON_NEEDED", what=record.code)
    event = CareFactsChanged(participant=participant, care=care, reason=plain(reason))
    desk.append(participant_fact(participant, event))


def checked_care(care: CareFacts) -> CareFacts:
    """Return care facts with known sides and a plain note. Raises Refusal."""
    for side in (care.surgery_side, care.lymphoedema_side, care.line_side, care.restricted_side):
        if side not in SIDES:
            raise Refusal("ENROLMENT_INCOMPLETE")
    return CareFacts(
        surgery_side=care.surgery_side,
        lymphoedema_side=care.lymphoedema_side,
        line_side=care.line_side,
        restricted_side=care.restricted_side,
        note=plain(care.note),
    )


def plain(text: str) -> str:
    """Return free text in NFC without control characters. Raises Refusal for an identity number or too much text."""
    text = unicodedata.normalize("NFC", text).strip()
    if IDENTITY_NUMBER.search(text):
        raise Refusal("IDENTITY_NUMBER")
    if len(text) > NOTE_LENGTH:
        raise Refusal("TEXT_TOO_LONG", maximum=NOTE_LENGTH)
    if any(unicodedata.category(sign) in {"Cc", "Cf"} for sign in text):
        raise Refusal("CONTROL_CHARACTERS")
    return text


def read_day(text: str, what: str) -> date:
    """Return an ISO day. Raises Refusal naming what it is the day of."""
    try:
        return date.fromisoformat(text.strip())
    except ValueError as error:
        raise Refusal("NOT_A_DAY", what=what, text=text) from error


def _birth_year(text: str, today: date) -> int:
    """Return a plausible birth year. Raises Refusal."""
    digits = text.strip()
    if not re.fullmatch(r"[0-9]{4}", digits) or not today.year - 110 <= int(digits) <= today.year:
        raise Refusal("NOT_A_BIRTH_YEAR", text=text, earliest=today.year - 110)
    return int(digits)
