"""Writes one entry of every kind, with a fixed key, salt and clock; `python -m tests.storage.vectors FILE`.

The file in `tests/vectors` was written once and is frozen: a later version must still read it. A new kind is appended.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from unittest.mock import patch

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from assessdesk.domain import events as e
from assessdesk.domain.safety_events import (
    AdverseEventCompleted,
    AdverseEventDismissed,
    AdverseEventDrafted,
    AlertAcknowledged,
    HoldReleased,
)
from assessdesk.domain.values import Choice, Missing, Observed, Quantity, Text, Value
from assessdesk.domain.wire import WireEntry, encode_line
from assessdesk.storage.chain import author_of, first_tip
from tests.storage import facts as given
from tests.storage.conduct_facts import around_visits
from tests.storage.facts import FACTS

USER_SEED = bytes(range(32))
STATION_SEED = bytes(range(32, 64))
SECOND_SEED = bytes(range(64, 96))


@dataclass
class FixedClock:
    """A clock at one instant, in Korea's zone."""

    def now(self) -> datetime:
        return datetime(2026, 11, 21, 1, 2, 3, 456_000, tzinfo=UTC).astimezone(timezone(timedelta(hours=9)))

    def monotonic_ms(self) -> int:
        return 123_456

    def boot(self) -> str:
        return "0f8e5a52-6c1d-4a36-8a8e-3f3f2f9f6c11"


def public(seed: bytes) -> str:
    return Ed25519PrivateKey.from_private_bytes(seed).public_key().public_bytes_raw().hex()


def drafts() -> Iterator[e.Draft]:
    """Yield a small life of a station in which every kind occurs."""
    station = FACTS.station
    about_station: tuple[e.Event, ...] = (
        e.EpochStarted(
            study=FACTS.study,
            site=FACTS.site,
            station_key=public(STATION_SEED),
            user="a-tester",
            user_key=public(USER_SEED),
            roles=("coordinator", "assessor"),
        ),
        e.UserEnrolled(user="b-tester", user_key=public(SECOND_SEED), roles=("assessor",)),
        e.UserRemoved(user="b-tester", reason="left the site"),
        e.RecipientsSet(central="age1central", escrow="age1escrow", central_signing_key="aa" * 32),
        e.SignedIn(user="a-tester", found="clean"),
        e.SignInFailed(user="a-tester", times=("2026-11-21T10:00:00+09:00",)),
        e.ClockJumped(seconds="-3600.250"),
        e.DefinitionAdopted(type="instrument", id="grip_strength", version="1.0", digest="02" * 32, text="id = 1\n"),
    )
    yield from (e.Draft(event=event, entity=station) for event in about_station)
    yield given.participant()
    care = e.CareFactsChanged(participant="participant-1", care=e.CareFacts(line_side="left"), reason="new line")
    yield e.Draft(event=care, entity="participant-1")
    yield given.visit()
    yield given.begun()
    yield given.started()
    values: tuple[Value, ...] = (
        given.kilograms("31.40"),
        Choice(code="held_10"),
        Text(text="왼손 통증 · 左手疼痛"),
        Observed(),
        Missing(code="ND03", text="tired"),
        Quantity(value=given.kilograms("-0.5").value, unit="Cel"),
    )
    for number, value in enumerate(values, start=1):
        yield given.recorded(f"grip.right.{number}.force", value=value)
    yield from _about_slots()
    yield given.signed()
    printed = e.SummaryPrinted(
        participant="participant-1", visit="visit-1", form="pdf", language="ko", head="31AB 22F0 9C41 77DE"
    )
    yield e.Draft(event=printed, entity="participant-1")
    yield given.package()
    yield given.receipt()
    yield e.Draft(event=e.LedgerVerified(seq=3, head="ab" * 32), entity=station)
    yield e.Draft(event=e.StationLocked(reason="closed"), entity=station)
    yield given.registered()
    yield given.checked()
    yield given.retired()
    yield from _about_safety()
    yield from around_visits()
    yield e.Draft(event=e.StationCardHanded(fingerprint="E6EA 4B28 63FE A682"), entity=station)
    saved = e.AuditExported(about="S01-001-V", rows=12, last_seq=63, digest="cd" * 32, file_name="audit.csv")
    yield e.Draft(event=saved, entity=station)


def _about_safety() -> Iterator[e.Draft]:
    """Yield what can be said of holds and adverse events."""
    place = {"participant": "participant-1", "visit": "visit-1"}
    told = {**place, "adverse_event": "adverse-1"}
    about: tuple[e.Event, ...] = (
        HoldReleased(**place, holds=("PRESSURE",), clinician="MD-02", reason="Rested, 150/85 by hand"),
        AdverseEventDrafted(
            **told, trigger="STOPPED", assessment="assessment-1", slot="walk.1.time", turn=1, term="Test stopped"
        ),
        AlertAcknowledged(**told),
        AdverseEventDismissed(**told, reason="Asked to drink"),
        AdverseEventCompleted(
            **told,
            term="Dizziness",
            onset="2026-11-21",
            end="",
            grade=1,
            serious=False,
            criterion="",
            relation_assessment="possible",
            relation_exercise="none",
            relation_treatment="unlikely",
            action="test_stopped",
            outcome="recovering",
            reporter="assessor",
            known_at=given.PERFORMED,
        ),
    )
    yield from (e.Draft(event=event, entity="participant-1", field="visit-1") for event in about)


def _about_slots() -> Iterator[e.Draft]:
    """Yield what can be said of a slot besides its value."""
    place = {"participant": "participant-1", "visit": "visit-1", "assessment": "assessment-1"}
    slot = "grip.right.1.force"
    confirmation = e.Confirmation(finding="GRIP_PLAUSIBLE", reason="C4", text="read twice")
    about: tuple[e.Event, ...] = (
        e.FindingConfirmed(**place, slot=slot, turn=1, confirmation=confirmation),
        e.ValueRefused(**place, slot=slot, turn=1, text="314", finding="GRIP_RANGE"),
        e.ExtraTrialDecided(**place, section="grip", side="right", taken=False),
    )
    yield from (e.Draft(event=event, entity="participant-1") for event in about)
    yield given.voided()
    yield given.corrected(slot, base="ab" * 32, turn=2)


def entries() -> Iterator[WireEntry]:
    """Yield the entries, the same bytes at every run."""
    tip = first_tip(FACTS.study, FACTS.station, FACTS.epoch)
    author = author_of("a-tester", Ed25519PrivateKey.from_private_bytes(USER_SEED))
    for number, draft in enumerate(drafts(), start=1):
        salt = number.to_bytes(16, "big")
        with (
            patch("assessdesk.storage.chain.secrets.token_bytes", return_value=salt),
            patch("assessdesk.storage.chain.__version__", "0.1.0"),
        ):
            tip, signed = tip.extended((draft,), author=author, clock=FixedClock())
        yield signed[0][0]


if __name__ == "__main__":
    Path(sys.argv[1]).write_bytes(b"".join(encode_line(wire) + b"\n" for wire in entries()))
