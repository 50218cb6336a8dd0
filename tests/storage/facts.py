"""Invented facts that the storage tests write."""

from __future__ import annotations

from datetime import UTC, datetime
from decimal import Decimal

from assessdesk.domain.events import (
    AssessmentStarted,
    CareFacts,
    Confirmation,
    DefinitionAdopted,
    DeviceChecked,
    DeviceRegistered,
    DeviceRetired,
    Draft,
    PackageExported,
    ParticipantEnrolled,
    ReceiptRead,
    TimingRecord,
    TrialStarted,
    TrialVoided,
    UserEnrolled,
    ValueCorrected,
    ValueRecorded,
    VisitOpened,
    VisitSigned,
)
from assessdesk.domain.values import Missing, Quantity, Value
from assessdesk.ports import StationFacts

FACTS = StationFacts(study="kct0008961", site="S01", station="S01-A", epoch=1, format=1)
PASSPHRASE = "seven quiet herons wade"
OTHER_PASSPHRASE = "green lanterns over water"
PERFORMED = datetime(2026, 11, 21, 1, 2, 3, tzinfo=UTC)
PLANTED_CODE = "S01-PLANTED-7731"
PLANTED_NOTE = "planted-note-of-the-assessor"


def participant(number: int = 1, *, code: str = "") -> Draft:
    name = f"participant-{number}"
    return Draft(
        entity=name,
        event=ParticipantEnrolled(
            participant=name,
            code=code or f"S01-{number:03d}",
            birth_year=1951,
            sex="female",
            dominant_hand="right",
            language="ko",
            consent_date="2026-11-20",
            consent_version="2.0",
            anchor_date="2026-11-21",
            care=CareFacts(note=PLANTED_NOTE),
        ),
    )


def visit(number: int = 1, *, of: int = 1) -> Draft:
    event = VisitOpened(
        participant=f"participant-{of}",
        visit=f"visit-{number}",
        planned="baseline",
        date="2026-11-21",
        window="inside",
        study_digest="ab" * 32,
    )
    return Draft(event=event, entity=event.participant, field=event.visit)


def begun() -> Draft:
    event = AssessmentStarted(
        participant="participant-1",
        visit="visit-1",
        assessment="assessment-1",
        instrument="grip_strength",
        edition="1.0",
        definition="02" * 32,
    )
    return Draft(event=event, entity="participant-1", definition="02" * 32)


def kilograms(text: str = "31.40") -> Quantity:
    return Quantity(value=Decimal(text), unit="kg")


def started(slot: str = "grip.right.1.force", *, turn: int = 1) -> Draft:
    event = TrialStarted(
        participant="participant-1",
        visit="visit-1",
        assessment="assessment-1",
        slot=slot,
        turn=turn,
        performed_at=PERFORMED,
    )
    return _of(event)


def recorded(slot: str = "grip.right.1.force", *, turn: int = 1, value: Value | None = None) -> Draft:
    event = ValueRecorded(
        participant="participant-1",
        visit="visit-1",
        assessment="assessment-1",
        slot=slot,
        turn=turn,
        value=value or kilograms(),
        performed_at=PERFORMED,
        as_read="31.4",
        unit_read="kg",
        confirmations=(Confirmation(finding="GRIP_PLAUSIBLE", reason="C1"),),
        timing=TimingRecord(
            source="key", event_ms=11_950, handler_ms=11_952, uncertainty_ms=1, splits_ms=(2_300, 4_700)
        ),
        rest_ms=60_120,
    )
    return _of(event)


def voided(slot: str = "grip.right.1.force", *, turn: int = 1) -> Draft:
    event = TrialVoided(
        participant="participant-1",
        visit="visit-1",
        assessment="assessment-1",
        slot=slot,
        turn=turn,
        code="V1",
    )
    return _of(event)


def corrected(slot: str, *, base: str, value: Value | None = None, turn: int = 1) -> Draft:
    event = ValueCorrected(
        participant="participant-1",
        visit="visit-1",
        assessment="assessment-1",
        slot=slot,
        turn=turn,
        value=value or kilograms("30.90"),
        reason="R1",
        base=base,
    )
    return _of(event, base=base)


def missing() -> Missing:
    return Missing(code="ND03", text="")


def signed() -> Draft:
    event = VisitSigned(participant="participant-1", visit="visit-1", meaning="reviewed", digest="cd" * 32, scores=())
    return Draft(event=event, entity=event.participant, field=event.visit)


def receipt(number: int = 1) -> Draft:
    event = ReceiptRead(
        number=number,
        held_seq=2,
        head="ef" * 32,
        digest=f"{number:064x}",
        central_time="2026-11-21T03:00:00Z",
        quarantined=("package-9",),
    )
    return Draft(event=event, entity=FACTS.station)


def package(number: int = 1) -> Draft:
    event = PackageExported(
        package=f"package-{number}",
        first_seq=1,
        last_seq=2,
        head="ef" * 32,
        digest="01" * 32,
        file_name=f"S01-A-{number}.age",
        recipients=("age1central", "age1escrow"),
    )
    return Draft(event=event, entity=FACTS.station)


def definition() -> Draft:
    event = DefinitionAdopted(
        type="instrument", id="grip_strength", version="1.0", digest="02" * 32, text='id = "grip_strength"\n'
    )
    return Draft(event=event, entity=FACTS.station)


def registered(device: str = "D-03", *, due: str = "2027-03-01") -> Draft:
    event = DeviceRegistered(
        device=device,
        type="dynamometer",
        make="Jamar Plus+",
        serial="JP-1107",
        calibration_due=due,
        resolution=Decimal("0.1"),
        unit="kgf",
    )
    return Draft(event=event, entity=FACTS.station)


def checked(device: str = "D-03", *, method: str = "known_weight", passed: bool = True) -> Draft:
    event = DeviceChecked(
        device=device,
        method=method,
        date="2026-11-21",
        reference=Decimal("20.0"),
        read=Decimal("20.1"),
        unit="kgf",
        passed=passed,
        next_due="2026-11-28",
    )
    return Draft(event=event, entity=FACTS.station)


def retired(device: str = "D-03") -> Draft:
    return Draft(event=DeviceRetired(device=device, reason="handle broken"), entity=FACTS.station)


def enrolled(user: str, public_key: str) -> Draft:
    event = UserEnrolled(user=user, user_key=public_key, roles=("assessor",))
    return Draft(event=event, entity=FACTS.station)


def _of(event: TrialStarted | ValueRecorded | TrialVoided | ValueCorrected, base: str = "") -> Draft:
    path = f"{event.visit}/{event.assessment}/{event.slot}"
    return Draft(event=event, entity=event.participant, field=path, base=base)
