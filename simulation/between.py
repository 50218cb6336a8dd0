"""Draws what happens between visits: exercise sessions stated week by week, and follow-ups by telephone.

It writes plain facts and must not know the program.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from random import Random

from simulation.acts import Called, Exercise, Person, Trained
from simulation.protocol import Programme, Protocol
from simulation.schedule import counted_from

WEEK = 7
EXERTIONS = ("2", "3", "4", "5", "6")
COMPLAINTS = ("Sore muscles for two days", "Swollen ankle", "Pain in one shoulder")


def stated_on(protocol: Protocol, day: date) -> date:
    """Return the day on which the papers of a week are typed in: a day of the next week with the workstation on."""
    stated = day + timedelta(days=WEEK - (day - protocol.start).days % WEEK)
    first, back = protocol.away
    return protocol.start + timedelta(days=back) if first <= (stated - protocol.start).days < back else stated


def sessions(protocol: Protocol, rng: Random, person: Person, *, until: date) -> Iterator[Trained]:
    """Yield every session of somebody in the exercise arm whose day came before the person left."""
    if person.arm != protocol.exercise_arm:
        return
    plan = protocol.programme
    start = counted_from(person, plan.anchor)
    load = rng.randint(8, 20)
    keen = rng.randint(70, 97)
    for week in range(1, plan.weeks + 1):
        load += rng.randint(0, 1)
        for place in range(1, plan.per_week + 1):
            planned = start + timedelta(days=WEEK * (week - 1) + WEEK * (place - 1) // plan.per_week)
            stated = stated_on(protocol, planned)
            if stated > until:
                return
            yield _session(plan, rng, person, stated, planned, f"week_{week:02d}_{place}", load=load, keen=keen)


def _session(  # noqa: PLR0917 - reads like a line of the diary
    plan: Programme, rng: Random, person: Person, stated: date, planned: date, session: str, *, load: int, keen: int
) -> Trained:
    """Draw one session: held as planned, held in part, or not held."""
    if rng.randint(1, 100) > keen:
        return Trained(
            day=stated,
            person=person.number,
            session=session,
            planned=planned,
            on=None,
            not_held=rng.choice(plan.not_held),
        )
    pain = rng.randint(0, 3)
    complains = rng.randint(1, 60) == 1
    return Trained(
        day=stated,
        person=person.number,
        session=session,
        planned=planned,
        on=planned,
        mode=rng.choice((*plan.modes, plan.modes[0])),
        minutes=max(0, plan.minutes + rng.randint(-12, 10)),
        exercises=tuple(_exercises(plan, rng, load)),
        exertion=rng.choice(EXERTIONS),
        pain=(str(pain), str(pain + rng.randint(0, 2))),
        term=rng.choice(COMPLAINTS) if complains else "",
        grade=str(rng.randint(1, 2)) if complains else "",
    )


def _exercises(plan: Programme, rng: Random, load: int) -> Iterator[Exercise]:
    """Draw what was done of each exercise; now and then a set fewer, or a lighter weight."""
    for name, sets, repetitions in plan.weighed:
        lifted = load if rng.randint(0, 9) else load - 2
        yield Exercise(
            id=name,
            sets=sets if rng.randint(0, 9) else sets - 1,
            repetitions=repetitions,
            load=str(lifted),
            prescribed=str(load),
        )
    for name, sets, repetitions in plan.free:
        yield Exercise(id=name, sets=sets if rng.randint(0, 9) else sets - 1, repetitions=repetitions)


def calls(protocol: Protocol, rng: Random, person: Person, *, until: date) -> Iterator[Called]:
    """Yield every call to somebody in the other arm: reached at the first, second or third try, or not at all."""
    plan = protocol.calls
    if plan is None or person.arm != protocol.other_arm:
        return
    for number in range(1, plan.count + 1):
        target = counted_from(person, "randomisation") + timedelta(days=plan.every * number)
        tries = rng.randint(1, plan.attempts + 1)
        days = tuple(target + timedelta(days=step - 1) for step in range(min(tries, plan.attempts)))
        stated = stated_on(protocol, days[-1])
        if stated > until:
            return
        reached = tries <= plan.attempts
        complains = reached and rng.randint(1, 8) == 1
        yield Called(
            day=stated,
            person=person.number,
            number=number,
            attempts=days,
            reached=reached,
            answers=_said(rng) if reached else {},
            term=rng.choice(COMPLAINTS) if complains else "",
            grade=str(rng.randint(1, 2)) if complains else "",
        )


def _said(rng: Random) -> dict[str, str]:
    """Draw what was said at a call."""
    return {
        "joint_pain": str(rng.randint(0, 8)),
        "stiffness_minutes": str(5 * rng.randint(0, 12)),
        "fatigue": str(rng.randint(0, 8)),
        "sleep": str(rng.randint(0, 6)),
        "days_missed": str(rng.choice((0, 0, 0, 1, 2))),
    }
