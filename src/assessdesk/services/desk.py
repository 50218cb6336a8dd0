"""The desk: one station, the person signed in, and the definitions in force, as the use cases share them.

It appends facts and remembers which kinds changed, so that a shell can refresh. It must not know windows or files.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from assessdesk.domain.checks import Limits
from assessdesk.domain.events import ClockJumped, Draft, Entry, Event, SignInFailed
from assessdesk.domain.instrument import Instrument
from assessdesk.domain.record import Assessment, Record, Visit, fold
from assessdesk.domain.safety import SafetyRules
from assessdesk.domain.slots import Now
from assessdesk.domain.study import Site, Study
from assessdesk.ports import (
    Author,
    Cards,
    Clock,
    Ids,
    Ledger,
    Packer,
    Refusal,
    Signatures,
    StationFacts,
    StationStore,
    UnlockedStation,
)
from assessdesk.services.agenda_index import AgendaIndex
from assessdesk.services.editions import Editions
from assessdesk.services.library import Library

CLOCK_SLACK_MS = 2000


class NotSignedIn(Refusal):
    """Nobody has opened the station."""


@dataclass(slots=True)
class Desk:
    """What one running program works with. `opened` is None while the station is locked.

    `practice` says that a station that is set up here is one for practising.
    """

    store: StationStore
    clock: Clock
    ids: Ids
    packer: Packer
    cards: Cards
    signatures: Signatures
    library: Library
    opened: UnlockedStation | None = None
    roles: tuple[str, ...] = ()
    study: Study | None = None
    instruments: Mapping[str, Instrument] = field(default_factory=dict)
    editions: Editions = field(default_factory=Editions)
    limits: Limits | None = None
    safety: SafetyRules | None = None
    station_defaults: dict[str, str] = field(default_factory=dict)
    changed: set[str] = field(default_factory=set)
    agenda: AgendaIndex | None = None
    practice: bool = False
    _last: Now | None = None

    @property
    def ledger(self) -> Ledger:
        """The open ledger. Raises NotSignedIn."""
        if self.opened is None:
            raise NotSignedIn("NOT_SIGNED_IN")
        return self.opened.ledger

    @property
    def author(self) -> Author:
        """The person signed in. Raises NotSignedIn."""
        if self.opened is None:
            raise NotSignedIn("NOT_SIGNED_IN")
        return self.opened.author

    @property
    def in_force(self) -> Study:
        """The study in force. Raises NotSignedIn."""
        if self.study is None:
            raise NotSignedIn("NOT_SIGNED_IN")
        return self.study

    def study_at(self, visit: Visit) -> Study:
        """The version of the study under which a visit was opened; it stays that of the visit. Raises NotSignedIn."""
        pinned = visit.study_digest
        if pinned == self.in_force.digest or pinned not in self.editions:
            return self.in_force
        return self.editions.study(pinned)

    def instruments_at(self, visit: Visit) -> Mapping[str, Instrument]:
        """The instruments by id in the editions that go with a visit's version of the study. Raises NotSignedIn."""
        pinned = visit.study_digest
        if pinned == self.in_force.digest or pinned not in self.editions:
            return self.instruments
        return self.editions.with_study(pinned)

    def instrument_of(self, record: Record, assessment: Assessment) -> Instrument:
        """The edition of the instrument with which an assessment is made. Raises NotSignedIn."""
        return self.instruments_at(record.visits[assessment.visit])[assessment.instrument]

    @property
    def facts(self) -> StationFacts:
        """The clear facts of the station."""
        return self.store.facts()

    @property
    def site(self) -> Site:
        """The site of this station."""
        return self.in_force.sites[self.facts.site]

    def may(self, permission: str) -> bool:
        """Say whether the person signed in holds a permission."""
        roles = self.study.roles if self.study else {}
        return any(permission in roles[role].may for role in self.roles if role in roles)

    def require(self, permission: str) -> None:
        """Raise Refusal unless the person signed in holds a permission."""
        if not self.may(permission):
            raise Refusal("NOT_PERMITTED", user=self.author.user, permission=permission)

    def is_author(self, passphrase: str) -> bool:
        """Say whether a passphrase is that of the person signed in; a wrong one is noted like one at the sign-in."""
        if self.store.check_passphrase(self.author.user, passphrase):
            return True
        times = (self.clock.now().isoformat(),)
        failed = SignInFailed(user=self.author.user, times=times)
        self.append(station_fact(self.ledger.station, failed, originator="device"))
        return False

    def now(self) -> Now:
        """Read both clocks once."""
        return Now(at=self.clock.now(), monotonic_ms=self.clock.monotonic_ms(), boot=self.clock.boot())

    def append(self, *drafts: Draft) -> tuple[Entry, ...]:
        """Write facts durably, with a note when the wall clock has jumped since the last one."""
        now = self.now()
        jump = self._clock_jump(now)
        ledger = self.ledger
        written = ledger.append((*jump, *drafts), author=self.author, expected_seq=ledger.head().seq)
        self._last = now
        self.changed |= {entry.kind.split(".")[0] for entry in written}
        return written[len(jump) :]

    def take_changes(self) -> frozenset[str]:
        """Return the kinds of facts written since the last call (participant, visit, value, …)."""
        taken = frozenset(self.changed)
        self.changed.clear()
        return taken

    def _clock_jump(self, now: Now) -> tuple[Draft, ...]:
        """Return the fact that the wall clock moved against the monotonic clock, if it did."""
        last = self._last
        if last is None or last.boot != now.boot:
            return ()
        wall = int((now.at - last.at).total_seconds() * 1000)
        drift = wall - (now.monotonic_ms - last.monotonic_ms)
        if abs(drift) <= CLOCK_SLACK_MS:
            return ()
        seconds = f"{drift // 1000}"
        return (station_fact(self.ledger.station, ClockJumped(seconds=seconds), originator="computed"),)

    def record(self, participant: str) -> Record:
        """Return what the ledger states about a participant. Raises Refusal for an unknown one."""
        record = fold(self.ledger.entries(entity=participant))
        if not record.participant:
            raise Refusal("UNKNOWN_PARTICIPANT", code=participant)
        return record


def station_fact(station: str, event: Event, *, originator: str = "person") -> Draft:
    """Return a draft about the station itself."""
    return Draft(event=event, entity=station, originator=originator)


def participant_fact(participant: str, event: Event, *, path: str = "", definition: str = "") -> Draft:
    """Return a draft about a participant."""
    return Draft(event=event, entity=participant, field=path, definition=definition)
