"""What people write into forms, checked before it becomes a fact: free text, days, years of birth.

It must not know which form asks.
"""

from __future__ import annotations

import re
import unicodedata
from datetime import date

from assessdesk.ports import Refusal

NOTE_LENGTH = 300
# Six digits of a birth date, a hyphen or nothing, then seven: a Korean resident number. Eighteen signs: a Chinese one.
IDENTITY_NUMBER = re.compile(r"(?<!\d)(\d{6}-?[0-9]\d{6}|\d{17}[0-9Xx])(?!\d)")


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


def read_birth_year(text: str, today: date) -> int:
    """Return a plausible birth year. Raises Refusal."""
    digits = text.strip()
    if not re.fullmatch(r"[0-9]{4}", digits) or not today.year - 110 <= int(digits) <= today.year:
        raise Refusal("NOT_A_BIRTH_YEAR", text=text, earliest=today.year - 110)
    return int(digits)
