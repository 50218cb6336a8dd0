"""A station with thousands of participants, written through the real storage in large appends, for the benchmarks.

Half of them are through with the study, half stand anywhere in it. Signed visits carry no values here, because what
Today, the search and signing in ask does not read them, and writing a million would take minutes. It must not measure.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import pyrage
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from assessdesk.bootstrap import build_desk
from assessdesk.config import Config
from assessdesk.domain.codes import make_code
from assessdesk.domain.conduct_events import (
    CareFacts,
    CareFactsChanged,
    InfusionStated,
    ParticipantEnrolled,
    VisitMissed,
)
from assessdesk.domain.events import AssessmentStarted, Draft, ValueRecorded, VisitOpened, VisitSigned
from assessdesk.domain.schedule import window_of
from assessdesk.domain.study import PlannedVisit
from assessdesk.domain.values import Quantity
from assessdesk.exchange.cards import CentralCard, central_card
from assessdesk.exchange.signatures import public_hex, signer
from assessdesk.services import session
from assessdesk.services.desk import Desk
from assessdesk.storage.passphrases import FLOOR

STUDY, SITE, USER = "KCT0008961", "S01", "AS-04"
PASSPHRASE = "seven quiet herons wade"  # noqa: S105 - of an invented person in a throw-away folder
RECENT_DAYS = 7
BATCH = 2_000
SEED = 4
OPEN_SHARE, MISSED_SHARE, FORGOTTEN_SHARE = 0.10, 0.03, 0.01
"""Of the visits whose day has come: begun and not signed lately; stated as missed; neither, lately."""


def make_station(folder: Path, participants: int) -> None:
    """Set a station up and write that many participants with their visits, then lock it."""
    desk = open_desk(folder)
    keys = folder / "keys"
    keys.mkdir()
    central = Ed25519PrivateKey.generate()
    identity = pyrage.x25519.Identity.generate()
    card = CentralCard(study=STUDY, signing_key=public_hex(central), age_recipient=str(identity.to_public()))
    session.set_up(
        desk,
        session.SetUp(
            study=STUDY,
            site=SITE,
            letter="A",
            user=USER,
            passphrase=PASSPHRASE,
            central_card=central_card(card, sign=signer(central)),
            escrow_folder=keys,
        ),
    )
    waiting: list[Draft] = []
    for draft in _life(desk, participants):
        waiting.append(draft)
        if len(waiting) >= BATCH:
            _write(desk, waiting)
    _write(desk, waiting)
    session.lock(desk, "closed")


def open_desk(folder: Path) -> Desk:
    """Return a locked desk on the station in a folder."""
    return build_desk(Config(station=folder / "station", logs=folder / "logs"), cost=FLOOR)


def _write(desk: Desk, waiting: list[Draft]) -> None:
    ledger = desk.ledger
    ledger.append(tuple(waiting), author=desk.author, expected_seq=ledger.head().seq)
    waiting.clear()


def _life(desk: Desk, participants: int) -> Iterator[Draft]:
    """Yield what happened to everybody until today."""
    chance = random.Random(SEED)  # noqa: S311 - invented people, the same in every run
    today = desk.clock.now().date()
    for number in range(1, participants + 1):
        days = chance.randrange(200, 900) if number % 2 else chance.randrange(-10, 140)
        yield from _one(desk, number, today - timedelta(days=days), today, chance)


def _one(desk: Desk, number: int, anchor: date, today: date, chance: random.Random) -> Iterator[Draft]:
    """Yield the life of one participant."""
    name = desk.ids.fresh()
    enrolled = ParticipantEnrolled(
        participant=name,
        code=make_code(SITE, f"{SITE}-A", number),
        birth_year=1945 + number % 40,
        sex="F",
        dominant_hand="right",
        language="ko",
        consent_date=(anchor - timedelta(days=20)).isoformat(),
        consent_version="2.0",
        anchor_date=anchor.isoformat(),
        care=CareFacts(),
    )
    yield Draft(event=enrolled, entity=name)
    if anchor <= today:
        yield Draft(event=InfusionStated(participant=name, cycle=1, date=anchor.isoformat()), entity=name)
    for plan in desk.in_force.visits:
        window = window_of(plan, anchor)
        day = window.earliest + timedelta(days=chance.randrange((window.latest - window.earliest).days + 1))
        if day <= today:
            recent = (today - day).days < RECENT_DAYS
            yield from _visit(desk, name, plan, day=day, fate=chance.random(), recent=recent)


def _visit(desk: Desk, name: str, plan: PlannedVisit, *, day: date, fate: float, recent: bool) -> Iterator[Draft]:
    """Yield what became of one planned visit whose day has come; not held or not signed are only recent ones."""
    if fate < MISSED_SHARE:
        missed = VisitMissed(participant=name, planned=plan.id, date=day.isoformat(), reason="M1")
        yield Draft(event=missed, entity=name)
        return
    if recent and fate < MISSED_SHARE + FORGOTTEN_SHARE:
        return
    visit = desk.ids.fresh()
    opened = VisitOpened(
        participant=name,
        visit=visit,
        planned=plan.id,
        date=day.isoformat(),
        window="inside",
        study_digest=desk.in_force.digest,
    )
    yield Draft(event=opened, entity=name, field=visit)
    if recent and fate > 1 - OPEN_SHARE:
        yield from _begun(desk, name, visit, "grip_strength")
        return
    signed = VisitSigned(participant=name, visit=visit, meaning="performed", digest="ab" * 32, scores=())
    yield Draft(event=signed, entity=name, field=visit)


def change(desk: Desk, participant: str) -> None:
    """Write one more fact about a participant: their care facts as a note of an invented nurse."""
    note = CareFacts(note=f"Note {desk.ledger.head().seq}")
    desk.append(Draft(event=CareFactsChanged(participant=participant, care=note, reason="Again"), entity=participant))


def _begun(desk: Desk, name: str, visit: str, instrument: str) -> Iterator[Draft]:
    """Yield an instrument begun at a visit, with two values."""
    assessment = desk.ids.fresh()
    definition = desk.instruments[instrument]
    started = AssessmentStarted(
        participant=name,
        visit=visit,
        assessment=assessment,
        instrument=instrument,
        edition=definition.edition,
        definition=definition.digest,
    )
    yield Draft(event=started, entity=name, definition=definition.digest)
    for number in (1, 2):
        value = ValueRecorded(
            participant=name,
            visit=visit,
            assessment=assessment,
            slot=f"grip.right.{number}.force",
            turn=1,
            value=Quantity(value=Decimal("24.6"), unit="kg"),
            performed_at=desk.clock.now(),
        )
        yield Draft(event=value, entity=name, definition=definition.digest)
