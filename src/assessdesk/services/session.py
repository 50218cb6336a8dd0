"""Opening and closing the station: first set-up, signing in, locking, people, and what the last run left behind.

It must not know how a passphrase is turned into a key; the station store does.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from assessdesk.domain.codes import STATIONS
from assessdesk.domain.events import (
    DefinitionAdopted,
    Draft,
    Entry,
    Event,
    Head,
    RecipientsSet,
    SignedIn,
    SignInFailed,
    StationLocked,
    TrialStarted,
    UserEnrolled,
    UserRemoved,
    ValueRecorded,
)
from assessdesk.domain.record import fold
from assessdesk.domain.study import Study
from assessdesk.ports import Anchor, Refusal, StationFacts, UnlockedStation
from assessdesk.services.concealment import concealed
from assessdesk.services.desk import Desk, station_fact
from assessdesk.services.devices import recent_devices
from assessdesk.services.editions import Editions

STATION_FORMAT = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class SetUp:
    """What the first person at a new station states. `letter` tells the stations of one site apart."""

    study: str
    site: str
    letter: str
    user: str
    passphrase: str
    central_card: bytes
    escrow_folder: Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Unfinished:
    """A timed trial whose clock was running when the last run ended."""

    participant: str
    code: str
    instrument: str
    slot: str
    started_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """How the last run ended: `first`, `clean` or `unclean`, when its last fact was written, and for whom."""

    state: str
    last_at: datetime | None = None
    saved: int = 0
    code: str = ""
    unfinished: Unfinished | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class NewStation:
    """A station that was made: its keys, its database and its first facts; nobody has signed in yet."""

    opened: UnlockedStation


def set_up(desk: Desk, wish: SetUp) -> None:
    """Make the station, its keys and first facts, and leave its first person signed in.

    Raises Refusal; a refused set-up leaves nothing behind that a second try would stumble over.
    """
    begin(desk, make_station(desk, wish))


def make_station(desk: Desk, wish: SetUp) -> NewStation:
    """Make the station's keys and database (which takes a while) without touching the desk. Raises Refusal."""
    study = desk.library.offered.studies.get(wish.study)
    if study is None or wish.site not in study.sites:
        raise Refusal("UNKNOWN_SITE", study=wish.study, site=wish.site)
    require_examples(desk, study)
    card = desk.cards.read_central_card(wish.central_card)
    if wish.letter not in tuple(STATIONS):
        raise Refusal("STATION_LETTER", letter=wish.letter or "-", known=", ".join(STATIONS))
    if card.study != study.id:
        raise Refusal("CARD_OF_OTHER_STUDY", card=card.study, study=study.id)
    station = f"{wish.site}-{wish.letter}"
    facts = StationFacts(study=study.id, site=wish.site, station=station, epoch=1, format=STATION_FORMAT)
    escrow_file = wish.escrow_folder / f"escrow-{station}.txt"
    escrow = desk.packer.new_recipient(escrow_file)
    recipients = RecipientsSet(central=card.age_recipient, escrow=escrow, central_signing_key=card.signing_key)
    first: list[Event] = [recipients, *adopted(desk, study)]
    try:
        opened = desk.store.create(
            facts,
            user=wish.user,
            passphrase=wish.passphrase,
            roles=study.set_up_roles,
            clock=desk.clock,
            first=[station_fact(station, event) for event in first],
        )
    except BaseException:
        escrow_file.unlink(missing_ok=True)  # nothing was sealed to it yet
        raise
    return NewStation(opened=opened)


def require_examples(desk: Desk, study: Study) -> None:
    """Raise DefinitionFaults unless the worked examples of a study come out as it states."""
    from assessdesk.services.definitions.faults import DefinitionFaults
    from assessdesk.services.study_examples import check_examples

    faults = tuple(check_examples(study, desk.library.tables, file=study.id))
    if faults:
        raise DefinitionFaults(faults)


def adopted(desk: Desk, study: Study) -> list[DefinitionAdopted]:
    """Return the exact texts that a station of a study adopts."""
    return [
        DefinitionAdopted(type=type_, id=id_, version=version, digest=digest, text=text)
        for type_, id_, version, digest, text in desk.library.adoptable(study)
    ]


def begin(desk: Desk, made: NewStation) -> None:
    """Leave the first person of a new station signed in."""
    _take_over(desk, made.opened)
    desk.append(station_fact(desk.ledger.station, SignedIn(user=desk.author.user, found="first")))
    load_definitions(desk)
    _invite(desk)
    mark(desk, clean=False)


def _invite(desk: Desk) -> None:
    """Let invented participants join where people practise; the sign-in of a study does not wait for their module."""
    if desk.facts.practice:
        from assessdesk.services.invented_people import invite

        invite(desk)


def sign_in(desk: Desk, user: str, passphrase: str) -> Found:
    """Open the station and say what the last run left behind. Raises Refusal."""
    return enter(desk, desk.store.unlock(user, passphrase, clock=desk.clock))


def enter(desk: Desk, opened: UnlockedStation) -> Found:
    """Take over a station that was unlocked (elsewhere, because that takes a while) and say what was left behind.

    Raises Refusal; then the station is closed again.
    """
    user = opened.author.user
    anchor = desk.store.anchor()
    _take_over(desk, opened)
    try:
        load_definitions(desk)
        desk.station_defaults = recent_devices(desk)
        found = _look_back(desk, anchor)
        station = desk.ledger.station
        failed = desk.store.failed_sign_ins()
        drafts: list[Draft] = [
            station_fact(station, SignInFailed(user=who, times=times), originator="device")
            for who, times in failed.items()
        ]
        unfinished = f"{found.unfinished.participant}/{found.unfinished.slot}" if found.unfinished else ""
        drafts.append(station_fact(station, SignedIn(user=user, found=found.state, unfinished=unfinished)))
        desk.append(*drafts)
        desk.store.forget_failed_sign_ins()
        _invite(desk)
        mark(desk, clean=False)
    except BaseException:
        release(desk)
        raise
    return found


def look(desk: Desk, opened: UnlockedStation) -> None:
    """Take over a station that was unlocked for one command. Raises Refusal; then it is closed.

    Who looks is not signed in: what the last run left behind stays to be told at the next sign-in.
    """
    _take_over(desk, opened)
    try:
        load_definitions(desk)
    except BaseException:
        release(desk)
        raise


def _take_over(desk: Desk, opened: UnlockedStation) -> None:
    """Make an unlocked station the desk's own."""
    desk.opened = opened
    people = {row.user: row for row in opened.ledger.views.users() if row.active}
    desk.roles = people[opened.author.user].roles if opened.author.user in people else ()


def load_definitions(desk: Desk) -> None:
    """Read the definitions in force from the ledger's own exact text, not from what the program ships."""
    from assessdesk.services.definitions.safety_rules import parse_safety
    from assessdesk.services.definitions.tables import load_limits

    rows = desk.ledger.views.definitions()
    desk.editions = Editions(rows)
    desk.instruments = desk.editions.latest()
    limits = [row.text for row in rows if row.type == "limits"]
    desk.limits = load_limits(lambda _: limits[-1]) if limits else desk.library.limits
    safety = [row.text for row in rows if row.type == "safety"]
    desk.safety = parse_safety(safety[-1]) if safety else desk.library.safety
    studies = [row.digest for row in rows if row.type == "study"]
    if studies:
        desk.study = desk.editions.study(studies[-1])


def _look_back(desk: Desk, anchor: Anchor | None) -> Found:
    """Find out how the last run ended, from the facts since the last sign-in."""
    if anchor is not None and anchor.clean:
        return Found(state="clean", last_at=datetime.fromisoformat(anchor.at))
    signed = [entry.seq for entry in desk.ledger.entries(kinds=("session.signed_in",))]
    since = signed[-1] if signed else 0
    entries = tuple(desk.ledger.entries(after=since))
    last = entries[-1] if entries else None
    if last is not None and last.kind == "session.locked":
        return Found(state="clean", last_at=last.at)
    # What would tell the arm is not told to whoever signs in next, not even that it was about somebody.
    told = [entry for entry in entries if entry.entity != desk.ledger.station]
    about = [entry for entry in told if not concealed(desk, entry.event)]
    code = ""
    if about:
        row = desk.ledger.views.participant(about[-1].entity)
        code = row.code if row else ""
    saved = sum(isinstance(entry.event, ValueRecorded) for entry in entries)
    return Found(
        state="unclean",
        last_at=last.at if last else None,
        saved=saved,
        code=code,
        unfinished=_unfinished(desk, entries),
    )


def _unfinished(desk: Desk, entries: tuple[Entry, ...]) -> Unfinished | None:
    """Return the timed trial that was running when the last run ended, if one was."""
    started = [entry for entry in entries if isinstance(entry.event, TrialStarted)]
    if not started or not isinstance(started[-1].event, TrialStarted):
        return None
    event = started[-1].event
    record = fold(desk.ledger.entries(entity=event.participant))
    assessment = record.visits[event.visit].assessments[event.assessment]
    if assessment.running != (event.slot, event.turn):
        return None
    return Unfinished(
        participant=event.participant,
        code=record.code,
        instrument=assessment.instrument,
        slot=event.slot,
        started_at=event.performed_at,
    )


def mark(desk: Desk, *, clean: bool) -> Head:
    """Write the last-seen head outside the database."""
    ledger = desk.ledger
    head = ledger.head()
    receipts = ledger.views.receipts()
    held = receipts[0].held_seq if receipts else 0
    desk.store.set_anchor(
        Anchor(
            seq=head.seq,
            hash=head.hash,
            clean=clean,
            at=desk.clock.now().isoformat(timespec="seconds"),
            signed_visits=ledger.views.signed_visits(),
            visits_at_central=ledger.views.signed_visits(until=held),
            entries_at_central=held,
        )
    )
    return head


def keep_anchor(desk: Desk) -> Head:
    """Write the last-seen head outside the database after a single command; how the last run ended stays as it is."""
    anchor = desk.store.anchor()
    return mark(desk, clean=anchor is not None and anchor.clean)


def lock(desk: Desk, reason: str) -> None:
    """Lock the station (`idle`, `asked`, `closed`): state it, anchor the head, close the connection, drop the keys."""
    if desk.opened is None:
        return
    try:
        desk.append(station_fact(desk.ledger.station, StationLocked(reason=reason)))
        mark(desk, clean=True)
    finally:
        release(desk)


def release(desk: Desk) -> None:
    """Close the ledger and forget who was signed in."""
    if desk.opened is not None:
        desk.opened.ledger.close()
    desk.opened = None
    desk.agenda = None
    desk.roles = ()


def add_person(desk: Desk, user: str, passphrase: str, *, roles: tuple[str, ...]) -> None:
    """Give another person a slot and a signing key. Needs the permission `people`."""
    desk.require("people")
    unknown = [role for role in roles if role not in desk.in_force.roles]
    if unknown or not roles:
        raise Refusal("UNKNOWN_ROLE", role=", ".join(unknown) or "-", known=", ".join(desk.in_force.roles))
    if desk.opened is None:
        raise Refusal("NOT_SIGNED_IN")
    public_key = desk.store.add_user(desk.opened, user, passphrase)
    desk.append(station_fact(desk.ledger.station, UserEnrolled(user=user, user_key=public_key, roles=roles)))


def remove_person(desk: Desk, user: str, *, reason: str) -> None:
    """Take a person's slot away and re-key the database. Needs the permission `people`."""
    desk.require("people")
    if user == desk.author.user:
        raise Refusal("CANNOT_REMOVE_SELF", user=user)
    if not reason.strip():
        raise Refusal("REASON_NEEDED", what=user)
    if desk.opened is None:
        raise Refusal("NOT_SIGNED_IN")
    desk.store.remove_user(desk.opened, user)
    desk.append(station_fact(desk.ledger.station, UserRemoved(user=user, reason=reason.strip())))
