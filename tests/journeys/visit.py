"""A desk on a throw-away folder, and one visit walked through the use cases; shared by the journeys."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pyrage
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from assessdesk import resources
from assessdesk.bootstrap import build_desk, shipped_library
from assessdesk.config import Config
from assessdesk.domain.commands import Command
from assessdesk.domain.consent import accepted_versions
from assessdesk.domain.eligibility import AGE, ages_of, fitting_answer
from assessdesk.domain.events import CareFacts
from assessdesk.domain.study import Study
from assessdesk.exchange.cards import CentralCard, central_card
from assessdesk.exchange.signatures import public_hex, signer
from assessdesk.ports import ParticipantRow
from assessdesk.services import assessments, enrolment, session
from assessdesk.services.assessments import Performed
from assessdesk.services.definitions.parsing import parse_study
from assessdesk.services.desk import Desk
from assessdesk.services.library import Library
from assessdesk.services.screening import Answered
from assessdesk.storage.passphrases import FLOOR

PASSPHRASE = "seven quiet herons wade"
USER = "AS-04"
BIRTH_YEAR = "1971"
SEOUL = timezone(timedelta(hours=9))
SHORT_BATTERY = ("grip_strength", "chair_stand_5")
"""Two instruments stand for all where a journey is about something else than what is measured."""


class StillClock:
    """A clock that a test moves: both clocks go together unless told otherwise."""

    def __init__(self, at: datetime | None = None) -> None:
        self.at = at or datetime(2025, 11, 18, 8, 41, tzinfo=SEOUL)
        self.ms = 1_000_000
        self.boot_id = "boot-1"

    def now(self) -> datetime:
        return self.at

    def monotonic_ms(self) -> int:
        return self.ms

    def boot(self) -> str:
        return self.boot_id

    def pass_seconds(self, seconds: float) -> None:
        """Let time pass on both clocks."""
        self.at += timedelta(seconds=seconds)
        self.ms += int(seconds * 1000)


@dataclass(slots=True)
class Central:
    """Central's keys, as a test needs them."""

    identity: pyrage.x25519.Identity
    signing: Ed25519PrivateKey

    @classmethod
    def fresh(cls) -> Central:
        return cls(pyrage.x25519.Identity.generate(), Ed25519PrivateKey.generate())

    def card(self, study: str) -> bytes:
        """Return the card that a station is set up with."""
        card = CentralCard(
            study=study, signing_key=public_hex(self.signing), age_recipient=str(self.identity.to_public())
        )
        return central_card(card, sign=signer(self.signing))


_LIBRARY: list[Library] = []


def library() -> Library:
    """Return the shipped library, read once for all tests."""
    if not _LIBRARY:
        _LIBRARY.append(shipped_library())
    return _LIBRARY[0]


class OneStudy(Library):
    """The shipped library with one study in the place of all; what was read already is shared."""

    def __init__(self, study: Study) -> None:
        super().__init__(resources.read, resources.definition_texts)
        vars(self).update(vars(library()))
        vars(self).pop("offered", None)  # that is what the shipped library offers, not this one
        self._study = study

    @property
    def studies(self) -> Mapping[str, Study]:
        return {self._study.id: self._study}


def library_of(*battery: str) -> Library:
    """Return the shipped library with a study whose visits have these instruments; without any, as it is shipped."""
    shipped = library()
    if not battery:
        return shipped
    return OneStudy(parse_study(study_text(*battery), shipped.instruments))


def study_text(*battery: str) -> str:
    """Return the shipped study with these instruments at every visit, and nothing said about others."""
    named = ", ".join(f'"{name}"' for name in battery)
    text = without(resources.read("studies/kct0008961.toml"), "certification", "primary_outcomes")
    return re.sub(r"(?m)^battery = \[[^\]]*\]", f"battery = [{named}]", text)


def without(text: str, *tables: str) -> str:
    """Return a study's text without some of its tables."""
    return re.sub(rf"(?ms)^\[+({'|'.join(tables)})\]+\n.*?(?=^\[)", "", text)


def showing_classes(*battery: str, blinded: bool) -> Library:
    """Return the shipped library with a study that shows classes."""
    text = study_text(*battery) if blinded else without(study_text(*battery), "blinding")
    text = text.replace("blinded = true", f"blinded = {str(blinded).lower()}\nshow_classifications = true")
    return OneStudy(parse_study(text, library().instruments))


def make_desk(
    folder: Path,
    clock: StillClock | None = None,
    battery: tuple[str, ...] = SHORT_BATTERY,
    library: Library | None = None,
) -> Desk:
    """Return a desk on a folder whose study has a battery, with the cheapest passphrase cost that is allowed."""
    config = Config(station=folder / "station", logs=folder / "logs")
    return build_desk(config, library=library or library_of(*battery), clock=clock or StillClock(), cost=FLOOR)


def set_up(desk: Desk, folder: Path, central: Central | None = None) -> None:
    """Set the station up and leave its first person signed in."""
    (folder / "keys").mkdir(exist_ok=True)
    session.set_up(
        desk,
        session.SetUp(
            study="KCT0008961",
            site="S01",
            letter="A",
            user=USER,
            passphrase=PASSPHRASE,
            central_card=(central or Central.fresh()).card("KCT0008961"),
            escrow_folder=folder / "keys",
        ),
    )


def consent_version(desk: Desk) -> str:
    """Return the version of the consent form that is the one to use now."""
    versions = desk.in_force.conduct.consent_versions
    return accepted_versions(versions, desk.clock.now().date().isoformat())[0] if versions else "2.0"


def fitting(desk: Desk, birth_year: str = BIRTH_YEAR) -> Answered:
    """Return answers that make somebody born in a year eligible."""
    criteria = desk.in_force.conduct.eligibility
    answers = {criterion.id: fitting_answer(criterion) for criterion in criteria}
    if AGE in answers:
        answers[AGE] = str(ages_of(int(birth_year), desk.clock.now().year)[0])
    return Answered(answers=answers)


def enrol(desk: Desk, **changes: object) -> ParticipantRow:
    """Enrol an invented participant."""
    today = desk.clock.now().date()
    birth_year = str(changes.get("birth_year", BIRTH_YEAR))
    given: dict[str, object] = {
        "birth_year": birth_year,
        "sex": "F",
        "dominant_hand": "right",
        "language": "ko",
        "consent_date": (today - timedelta(days=3)).isoformat(),
        "consent_version": consent_version(desk),
        "anchor_date": (today + timedelta(days=4)).isoformat(),
        "care": CareFacts(),
        "answered": fitting(desk, birth_year),
        **changes,
    }
    return enrolment.enrol(desk, enrolment.Enrolment(**given))  # type: ignore[arg-type]  # names are Enrolment's own


def open_baseline(desk: Desk, row: ParticipantRow) -> str:
    """Open the baseline visit."""
    return assessments.open_visit(desk, row.participant, "baseline", birth_year=str(row.birth_year))


def do(desk: Desk, row: ParticipantRow, visit: str, instrument: str, *commands: Command) -> Performed:
    """Start an instrument and perform commands one after the other."""
    done = assessments.start_assessment(desk, desk.record(row.participant), visit, instrument)
    for command in commands:
        done = assessments.perform(desk, done.record, visit, instrument, command)
    return done


def utc(text: str) -> datetime:
    """Return an ISO time as UTC."""
    return datetime.fromisoformat(text).astimezone(UTC)
