"""The facts of certification: who may administer which instrument, until when, and by whose word.

It must not know what a study does when a certificate is missing.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar


@dataclass(frozen=True, slots=True, kw_only=True)
class ExaminerCertified:
    """A person was certified for an instrument from a day until another (ISO, both included), by a named trainer."""

    kind: ClassVar[str] = "examiner.certified"
    user: str
    instrument: str
    certified_on: str
    valid_until: str
    trainer: str
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CertificationRevoked:
    """A certificate ended before its day, for a reason."""

    kind: ClassVar[str] = "examiner.certification_revoked"
    user: str
    instrument: str
    date: str
    reason: str


CertificationEvent = ExaminerCertified | CertificationRevoked
