"""A new version of the study: what it would change, whether it may take force here, and taking it into the ledger.

A visit stays with the version under which it was opened; what is opened later follows the new one. It must not know
which window or command brings the file.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from assessdesk.domain.events import DefinitionAdopted, VisitOpened
from assessdesk.domain.instrument import Instrument
from assessdesk.domain.schedule import UNSCHEDULED
from assessdesk.domain.study import Study
from assessdesk.ports import Refusal
from assessdesk.services.definitions.diff import ADDED, Difference, compare
from assessdesk.services.definitions.faults import DefinitionFaults, exact_text
from assessdesk.services.definitions.parsing import parse_study
from assessdesk.services.desk import Desk, station_fact
from assessdesk.services.editions import INSTRUMENT, STUDY
from assessdesk.services.session import load_definitions
from assessdesk.services.study_examples import check_examples


@dataclass(frozen=True, slots=True, kw_only=True)
class StudyVersion:
    """A version of the study that took force here: when, by whose signed word; `visits` were opened under it."""

    version: str
    digest: str
    user: str
    at: datetime
    text: str
    visits: int
    in_force: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """A checked file that could take force: the study, the editions it brings along, and what would change."""

    study: Study
    instruments: tuple[Instrument, ...]
    differences: tuple[Difference, ...]


def versions_of(desk: Desk) -> tuple[StudyVersion, ...]:
    """Return every version of the study that took force here, the first one first."""
    opened: dict[str, int] = {}
    for entry in desk.ledger.entries(kinds=(VisitOpened.kind,)):
        if isinstance(entry.event, VisitOpened):
            opened[entry.event.study_digest] = opened.get(entry.event.study_digest, 0) + 1
    found = [
        StudyVersion(
            version=entry.event.version,
            digest=entry.event.digest,
            user=entry.user,
            at=entry.at,
            text=entry.event.text,
            visits=opened.get(entry.event.digest, 0),
            in_force=entry.event.digest == desk.in_force.digest,
        )
        for entry in desk.ledger.entries(kinds=(DefinitionAdopted.kind,))
        if isinstance(entry.event, DefinitionAdopted) and entry.event.type == STUDY
    ]
    return tuple(found)


def text_of(content: bytes, file: str) -> str:
    """Return the exact text of a definition's file. Raises Refusal."""
    try:
        return exact_text(content.decode("utf-8"))
    except UnicodeDecodeError as error:
        raise Refusal("DEFINITION_NOT_TEXT", file=file) from error


def propose(desk: Desk, text: str, *, file: str = "study.toml") -> Proposal:
    """Return what a file would change. Raises DefinitionFaults with all faults, or Refusal when it cannot follow."""
    desk.require("definitions")
    known = {**desk.instruments, **desk.library.offered.instruments}
    study = parse_study(text, known, file=file)
    faults = tuple(check_examples(study, desk.library.tables, file=file))
    if faults:
        raise DefinitionFaults(faults)
    _require_successor(desk, study)
    due = dict.fromkeys(name for visit in study.visits for name in visit.battery)
    held = {name: one.digest for name, one in desk.instruments.items()}
    brought = tuple(known[name] for name in due if known[name].digest != held.get(name))
    differences = [*compare(desk.in_force.text, study.text, file=file)]
    for instrument in brought:
        if instrument.id in held:
            words = compare(desk.instruments[instrument.id].text, instrument.text, file=instrument.id)
            differences += [_under(instrument.id, one) for one in words]
        else:
            differences.append(
                Difference(place=(f"instrument {instrument.id}",), kind=ADDED, after=f"edition {instrument.edition}")
            )
    return Proposal(study=study, instruments=brought, differences=tuple(differences))


def adopt_study(desk: Desk, text: str, *, passphrase: str, file: str = "study.toml") -> Proposal:
    """Take a new version into force from now on, signed by the person who is signed in, after re-authentication.

    Needs the permission `definitions`. Raises DefinitionFaults or Refusal; then nothing was changed.
    """
    proposal = propose(desk, text, file=file)
    if not desk.is_author(passphrase):
        raise Refusal("WRONG_PASSPHRASE", user=desk.author.user)
    adopt(desk, proposal)
    return proposal


def adopt(desk: Desk, proposal: Proposal) -> None:
    """Write a proposal into the ledger in one step; the caller has just asked for the person's passphrase."""
    desk.require("definitions")
    station, study = desk.ledger.station, proposal.study
    facts = [
        DefinitionAdopted(type=INSTRUMENT, id=one.id, version=one.edition, digest=one.digest, text=one.text)
        for one in proposal.instruments
    ]
    facts.append(
        DefinitionAdopted(type=STUDY, id=study.id, version=study.version, digest=study.digest, text=study.text)
    )
    desk.append(*(station_fact(station, fact) for fact in facts))
    load_definitions(desk)


def _under(instrument: str, one: Difference) -> Difference:
    return Difference(place=(f"instrument {instrument}", *one.place), kind=one.kind, before=one.before, after=one.after)


def _require_successor(desk: Desk, study: Study) -> None:
    """Raise Refusal unless a study can follow the one in force at this station without losing sight of anything."""
    now = desk.in_force
    if study.id != now.id:
        raise Refusal("AMENDMENT_OTHER_STUDY", found=study.id, expected=now.id)
    if study.digest == now.digest:
        raise Refusal("AMENDMENT_IN_FORCE", version=study.version)
    if any(version.version == study.version for version in versions_of(desk)):
        raise Refusal("AMENDMENT_VERSION_USED", version=study.version)
    lost: list[str] = []
    if desk.facts.site not in study.sites:
        lost.append(desk.facts.site)
    views = desk.ledger.views
    used = {row.planned for row in views.visits()} | {row.planned for row in views.missed()}
    lost += sorted(used - {visit.id for visit in study.visits} - {UNSCHEDULED})  # no study plans those
    lost += sorted({role for row in views.users() if row.active for role in row.roles} - set(study.roles))
    lost += sorted({arm.id for arm in now.conduct.arms} - {arm.id for arm in study.conduct.arms})
    if lost:
        raise Refusal("AMENDMENT_DROPS", what=", ".join(lost))
