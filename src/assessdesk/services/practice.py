"""Practising: a station of its own in a folder of its own, with the letter that no station of a study has.

Its entries name that station in every header, so that what was practised can never pass for what was measured: nothing
leaves it, and central takes nothing from it. It must not know folders, windows or keys.
"""

from __future__ import annotations

from dataclasses import dataclass

from assessdesk.domain.codes import PRACTICE, is_practice
from assessdesk.ports import Refusal, StationFacts
from assessdesk.services.desk import Desk, station_fact
from assessdesk.services.session import STATION_FORMAT, NewStation, adopted, require_examples

EPOCH = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class PracticeWish:
    """What somebody states who wants to practise: the study, a code and a passphrase of their own."""

    study: str
    user: str
    passphrase: str


def practises(desk: Desk) -> bool:
    """Say whether this desk is one for practising: its station is, or the one that would be set up here."""
    return desk.facts.practice if desk.store.exists() else desk.practice


def require_fitting(desk: Desk) -> None:
    """Raise Refusal when somebody came to practise and a station of a study stands in the folder."""
    if desk.practice and desk.store.exists() and not desk.facts.practice:
        raise Refusal("PRACTICE_FOLDER_TAKEN", station=desk.facts.station)


def require_study(station: str) -> None:
    """Raise Refusal PRACTICE_STAYS for a practice station: nothing leaves it and nothing comes to it."""
    if is_practice(station):
        raise Refusal("PRACTICE_STAYS", station=station)


def make_station(desk: Desk, wish: PracticeWish) -> NewStation:
    """Make a practice station: keys and database as anywhere, but neither central nor escrow. Raises Refusal."""
    studies = desk.library.offered.studies
    study = studies.get(wish.study)
    if study is None:
        raise Refusal("UNKNOWN_STUDY", study=wish.study, known=", ".join(studies))
    require_examples(desk, study)
    site = next(iter(study.sites))
    station = f"{site}-{PRACTICE}"
    opened = desk.store.create(
        StationFacts(study=study.id, site=site, station=station, epoch=EPOCH, format=STATION_FORMAT),
        user=wish.user,
        passphrase=wish.passphrase,
        roles=study.set_up_roles,
        clock=desk.clock,
        first=[station_fact(station, event) for event in adopted(desk, study)],
    )
    return NewStation(opened=opened)
