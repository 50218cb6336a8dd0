"""A blinded study with two groups of unmistakable names, an allocator and a blinded assessor at one station."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from assessdesk.domain.study import Role, Study
from assessdesk.domain.study_conduct import BlindingPlan, StudyConduct, Titled
from assessdesk.domain.values import LocalText
from assessdesk.services import session
from assessdesk.services.desk import Desk
from tests.journeys.visit import PASSPHRASE, USER, StillClock, make_desk, set_up

ARMS = ("heron_arm", "otter_arm")
TITLES = {"heron_arm": "Heron programme", "otter_arm": "Otter guidance"}
ALLOCATOR, SECOND_ALLOCATOR, BLINDED = "AL-01", "AL-02", "AS-09"
PASSPHRASES = {
    USER: PASSPHRASE,
    ALLOCATOR: "eleven amber kites drift",
    SECOND_ALLOCATOR: "nine copper bells hang",
    BLINDED: "four silver pines lean",
}


def words(text: str) -> LocalText:
    return LocalText({"en": text, "ko": text, "zh": text})


def with_arms(study: Study) -> Study:
    """Return the study with two groups, a blinding log at week 6 and roles that may and may not know the group."""
    conduct = StudyConduct(
        arms=tuple(Titled(id=arm, title=words(TITLES[arm])) for arm in ARMS),
        blinding=BlindingPlan(
            roles=("assessor",),
            hide_earlier_results=True,
            log_at=("week_06",),
            ways=(Titled(id="participant_said", title=words("The participant said it")),),
        ),
    )
    roles: Mapping[str, Role] = {
        **study.roles,
        "allocator": Role("allocator", words("Allocation staff"), frozenset({"allocate", "unblinded"})),
    }
    return replace(study, roles=roles, conduct=conduct)


def blinded_desk(folder: Path, clock: StillClock | None = None) -> Desk:
    """Return a desk with the coordinator signed in; two allocators and a blinded assessor have their slots."""
    desk = make_desk(folder, clock)
    set_up(desk, folder)
    desk.study = with_arms(desk.in_force)
    for user, roles in (
        (ALLOCATOR, ("allocator",)),
        (BLINDED, ("assessor",)),
    ):
        session.add_person(desk, user, PASSPHRASES[user], roles=roles)
    return desk


def sign_in(desk: Desk, user: str) -> Desk:
    """Lock, and let somebody else sign in."""
    session.lock(desk, "asked")
    session.sign_in(desk, user, PASSPHRASES[user])
    desk.study = with_arms(desk.in_force)
    return desk
