"""Performs a plan: signs the right person in and has one act stated after the other, here by the program's use cases.

It hands over what was typed and must not know what the program makes of it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping

from assessdesk.domain.events import CareFacts
from assessdesk.services import (
    allocation,
    amendments,
    corrections,
    enrolment,
    missed,
    queries,
    screening,
    status,
    study_facts,
)
from assessdesk.services.agenda import agenda_of
from assessdesk.services.screening import Answered
from simulation import people, site, telling, visiting
from simulation.acts import (
    Accepted,
    Act,
    Allocated,
    Amended,
    Asked,
    Called,
    Corrected,
    DayStated,
    Enrolled,
    Infused,
    Left,
    Looked,
    Missed,
    Person,
    Replied,
    Screened,
    Sent,
    Trained,
    Visited,
)
from simulation.amending import second_version
from simulation.workplace import Site

USERS: Mapping[type[Act], str] = {
    Allocated: people.ALLOCATOR,
    Screened: people.ASSESSOR,
    Enrolled: people.ASSESSOR,
    DayStated: people.ASSESSOR,
    Visited: people.ASSESSOR,
    Missed: people.ASSESSOR,
    Left: people.ASSESSOR,
    Corrected: people.ASSESSOR,
    Replied: people.ASSESSOR,
    Asked: people.MONITOR,
    Accepted: people.MONITOR,
    Trained: people.TRAINER,
    Called: people.CALLER,
}
"""Who states what; the coordinator states the rest."""

WEEK = 7

Say = Callable[[str], None]
StateOne = Callable[[Act], None]


def perform(running: Site, state_one: StateOne, *, say: Say) -> None:
    """Have every act of the plan stated on its day by the person whose work it is."""
    week = -1
    shown = Counter[str]()
    for act in running.plan.acts:
        if (act.day - running.plan.protocol.start).days // WEEK > week:
            week = (act.day - running.plan.protocol.start).days // WEEK
            say(f"  week {week:2}  {act.day}  {', '.join(f'{n} {name}' for name, n in sorted(shown.items()))}")
            shown.clear()
        if act.day > running.clock.now().date():
            running.close()
            running.clock.start_day(act.day)
        running.sign_in(USERS.get(type(act), people.COORDINATOR))
        running.clock.let_pass(60)
        state_one(act)
        shown[type(act).__name__.lower()] += 1


def state(running: Site, act: Act) -> None:
    """State one act through the use cases."""
    desk, ids = running.desk, running.ids
    match act:
        case Screened():
            screening.screen(desk, _screening(running, act.person))
        case Enrolled():
            ids[act.person.number] = _enrol(running, act.person)
        case Allocated():
            allocation.allocate(desk, ids[act.person], act.arm, again=act.arm)
        case DayStated():
            study_facts.state_anchor(desk, ids[act.person], act.anchor, day=act.on.isoformat())
        case Infused():
            study_facts.state_infusion(desk, ids[act.person], act.cycle, day=act.on.isoformat())
        case Visited():
            visiting.perform(running, act)
        case Missed():
            missed.state_missed(desk, ids[act.person], act.visit, reason=act.code)
        case Corrected():
            _correct(running, act)
        case Left():
            wish = status.StatusWish(
                status=act.status, date=act.day.isoformat(), reason=act.reason, collect=act.collect
            )
            status.change_status(desk, ids[act.person], wish)
        case Trained():
            telling.session_held(running, act)
        case Called():
            telling.call_made(running, act)
        case Asked():
            visit = running.visit(act.person, act.visit)
            query = queries.raise_query(desk, ids[act.person], queries.About(visit=visit), act.text)
            running.queries[act.person, act.visit, ""] = query
        case Replied():
            queries.answer(desk, ids[act.person], running.query(act), telling.ANSWER)
        case Accepted():
            queries.close(desk, ids[act.person], running.query(act), telling.DECISION)
        case Amended():
            _amend(running)
        case Looked():
            running.looks[act.day] = {state.value: count for state, count in agenda_of(desk).counts.items()}
        case Sent():
            site.deliver(desk, running.folders)


def _screening(running: Site, person: Person) -> screening.Screening:
    return screening.Screening(
        birth_year=str(person.birth_year),
        sex="F",
        language=running.plan.protocol.language,
        answered=Answered(answers=person.answers),
    )


def _enrol(running: Site, person: Person) -> str:
    """Enrol somebody and return the participant's id."""
    wish = enrolment.Enrolment(
        birth_year=str(person.birth_year),
        sex="F",
        dominant_hand=person.hand,
        language=running.plan.protocol.language,
        consent_date=person.consent.isoformat(),
        consent_version="1.0",
        anchor_date=person.anchor.isoformat(),
        care=CareFacts(),
        answered=Answered(answers=person.answers),
    )
    return enrolment.enrol(running.desk, wish).participant


def _correct(running: Site, act: Corrected) -> None:
    """Correct a value and sign the visit anew; the signature raises a query by rule."""
    desk, participant = running.desk, running.ids[act.person]
    visit = running.visit(act.person, act.visit)
    done = corrections.correct(
        desk, desk.record(participant), visit, instrument=act.instrument, slot=act.slot, text=act.text,
        reason=act.reason,
    )  # fmt: skip
    if not done.entries:
        raise RuntimeError(f"The correction of {act.slot} to {act.text} was not taken: {done.findings}")
    visiting.sign(running, participant, visit)
    rows = [row for row in desk.ledger.views.queries() if row.visit == visit and row.slot == act.slot]
    running.queries[act.person, act.visit, act.slot] = rows[-1].query


def _amend(running: Site) -> None:
    """Take the second version of the study into force."""
    text = second_version(running.plan.protocol, running.desk.in_force.text)
    amendments.adopt_study(running.desk, text, passphrase=people.PASSPHRASES[people.COORDINATOR])
