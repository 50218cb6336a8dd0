"""A desk whose people may ask, and a signed visit with two calves and a grip; shared by the tests of queries."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from assessdesk.domain.study import Study
from assessdesk.domain.study_conduct import PrimaryOutcome, StudyConduct, Titled
from assessdesk.domain.values import LocalText
from assessdesk.services import assessments, corrections, review, session
from assessdesk.services.desk import Desk
from tests.journeys.performance import Run, hands
from tests.journeys.visit import PASSPHRASE, Central, StillClock, make_desk, set_up

CALF, GRIP = "calf", "grip_strength"
RIGHT, LEFT = "calf.right.1.reading", "calf.left.1.reading"
SECOND_LEFT = "calf.left.2.reading"
SECOND_USER = "CO-02"
CALM = {"calf.right.1.reading": "33.1", "calf.left.1.reading": "33.4", "calf.right.2.reading": "33.1"}
CALM |= {"calf.left.2.reading": "33.4"}
ARMS = (
    Titled(id="exercise", title=LocalText({"en": "Supervised exercise", "ko": "감독 운동군", "zh": "监督运动组"})),
    Titled(id="control", title=LocalText({"en": "Usual care", "ko": "대조군", "zh": "对照组"})),
)


def asking(study: Study) -> Study:
    """Return the study in which whoever may correct, and nobody else, may ask; with two arms and grip as primary."""
    roles = {
        name: replace(role, may=role.may | {"query"} if "correct" in role.may else role.may - {"query"})
        for name, role in study.roles.items()
    }
    conduct = StudyConduct(arms=ARMS, primary_outcomes=(PrimaryOutcome(instrument=GRIP, result="best_overall"),))
    return replace(study, roles=roles, conduct=conduct)


def query_desk(folder: Path, clock: StillClock, central: Central | None = None) -> Desk:
    """Return a desk with its first person signed in, who may ask."""
    desk = make_desk(folder, clock, (CALF, GRIP))
    set_up(desk, folder, central)
    desk.study = asking(desk.in_force)
    return desk


def enter_as(desk: Desk, user: str) -> None:
    """Let another person take the place at the desk; who is new becomes a coordinator."""
    if user not in desk.store.users():
        session.add_person(desk, user, PASSPHRASE, roles=("coordinator",))
    session.lock(desk, "asked")
    session.sign_in(desk, user, PASSPHRASE)
    desk.study = asking(desk.in_force)


def whole_visit(desk: Desk, clock: StillClock, grip: tuple[str, str] = ("26.4 25.8 26.1", "24.0 24.2 23.9")) -> Run:
    """Return a baseline visit at which both instruments are finished; nothing is signed."""
    run = Run.begin(desk, clock, CALF).walk(CALM)
    second = Run(desk, clock, GRIP, run.visit, run.done)
    second.done = assessments.start_assessment(desk, run.done.record, run.visit, GRIP)
    second.walk(hands(*grip) | {"setup.device": "D-03"})
    return second


def sign(run: Run) -> None:
    """Sign the visit as it is: whoever did it for having done it, anybody else for having reviewed it."""
    record = run.desk.record(run.done.record.participant)
    seen = review.review_of(run.desk, record, run.visit, language="en")
    meaning = "performed" if run.desk.author.user in seen.signers.did else "reviewed"
    review.sign(run.desk, record, run.visit, meaning=meaning, passphrase=PASSPHRASE, seen=seen)


def correct(run: Run, slot: str, text: str, instrument: str = CALF) -> None:
    """Correct a value, with a reason."""
    record = run.desk.record(run.done.record.participant)
    done = corrections.correct(
        run.desk, record, run.visit, instrument=instrument, slot=slot, text=text, reason="Read the wrong line"
    )
    assert done.entries
