"""What the audit trail says of the facts around the visits and of the station: the value and the words that were given.

Values are codes and days as they were written. It must not know how an earlier value is found.
"""

from __future__ import annotations

from assessdesk.domain.conduct_events import (
    AnchorStated,
    AssessmentAdministered,
    AssessmentJudged,
    ConsentGiven,
    EligibilityAssessed,
    InfusionStated,
    StatusChanged,
    StudyFactStated,
)
from assessdesk.domain.events import (
    AuditExported,
    DefinitionAdopted,
    EpochStarted,
    Event,
    PackageExported,
    ReceiptRead,
    StationCardHanded,
    UserEnrolled,
    UserRemoved,
)


def stated_value(event: Event | None) -> tuple[tuple[str, str], str] | None:
    """Return the place of what was stated (of whom or what, and which) with its value; None for any other fact."""
    match event:
        case EligibilityAssessed(participant=who, verdict=verdict, waived=waived):
            return (who, "eligibility"), ", ".join((verdict, *waived))
        case ConsentGiven(participant=who, date=day, version=version):
            return (who, "consent"), f"{version}, {day}"
        case StatusChanged(participant=who, status=status, date=day, reason=reason):
            return (who, "status"), ", ".join(part for part in (status, day, reason) if part)
        case AnchorStated(participant=who, anchor=anchor, date=day):
            return (who, f"anchor {anchor}"), f"{anchor}, {day}"
        case StudyFactStated(participant=who, fact=fact, value=value):
            return (who, f"fact {fact}"), f"{fact}, {value}"
        case AssessmentAdministered(assessment=which, mode=mode):
            return (which, "mode"), mode
        case AssessmentJudged(assessment=which, administration=administration, validity=validity):
            return (which, "judgement"), f"{administration}, {validity}"
        case InfusionStated(participant=who, cycle=cycle, date=day):
            return (who, f"infusion {cycle}"), f"{cycle}, {day}"
        case _:
            return None


def station_value(event: Event | None) -> str:
    """Return which person, definition, package, receipt, card or file a fact of the station is about; else nothing."""
    match event:
        case EpochStarted(user=user, roles=roles) | UserEnrolled(user=user, roles=roles):
            return ", ".join((user, *roles))
        case UserRemoved(user=user):
            return user
        case DefinitionAdopted(id=name, version=version):
            return f"{name}, {version}"
        case PackageExported(file_name=words) | AuditExported(file_name=words) | StationCardHanded(fingerprint=words):
            return words
        case ReceiptRead(number=number):
            return str(number)
        case _:
            return ""


def stated_reason(event: Event | None) -> str:
    """Return the words that were given with such a fact."""
    match event:
        case EligibilityAssessed(reason=words) | StatusChanged(text=words):
            return words
        case AssessmentAdministered(reason=words) | AssessmentJudged(reason=words):
            return words
        case AnchorStated(reason=words) | StudyFactStated(reason=words) | InfusionStated(reason=words):
            return words
        case _:
            return ""
