"""Draws a whole study from a seed: who joins, which visits are held, late or missed, who leaves, what is corrected.

It writes a plan of plain facts and must not know the program.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from random import Random

from simulation import between
from simulation.acts import (
    Accepted,
    Act,
    Allocated,
    Amended,
    Asked,
    Corrected,
    DayStated,
    Enrolled,
    Infused,
    Left,
    Looked,
    Missed,
    Person,
    Plan,
    Replied,
    Screened,
    Sent,
    Typed,
    Visited,
)
from simulation.measures import Body, measured, tenths
from simulation.protocol import Protocol
from simulation.schedule import counted_from, window

LATE, MISSED, EARLY = 8, 8, 4
"""One visit in so many is late, missed or early."""
LEAVING = 8
"""One participant in so many leaves before the end: the second, the tenth and so on."""
LEAVING_AT = 2
WAYS = ("nothing", "nothing", "nothing", "participant_said", "staff_said")
MISSED_CODES = ("M1", "M2", "M3", "M4", "M5")
LEAVINGS = (
    ("withdrawn", "burden"), ("lost", "not_reached"), ("withdrawn", "side_effects"), ("deceased", "cancer"),
)  # fmt: skip
PACKAGE_EVERY = 28
AFTERWARDS = 21
"""For so many days after the last window papers are still typed in."""
ORDER = (
    Amended, Screened, Enrolled, DayStated, Missed, Left, Visited, Corrected, Replied, Allocated, Infused, Asked,
    Accepted,
)  # fmt: skip
"""In which order things of one day are stated; what is not named here comes behind."""


@dataclass(slots=True)
class Course:
    """What is drawn about one person so far."""

    person: Person
    body: Body
    until: date
    """The last day on which anything happens to this person."""
    acts: list[Act] = field(default_factory=list)


def plan_study(protocol: Protocol, seed: int, participants: int | None = None) -> Plan:
    """Return a whole study; fewer participants make a shorter list, not an easier one."""
    count = participants or protocol.participants
    rng = Random(f"{protocol.study}-{seed}")
    arms = [protocol.exercise_arm, protocol.other_arm] * (count // 2 + 1)
    arms = arms[:count]
    rng.shuffle(arms)
    courses = [_course(protocol, rng, number, arm, count) for number, arm in enumerate(arms, start=1)]
    acts = [act for course in courses for act in course.acts]
    acts += _around(protocol, rng, courses)
    return Plan(
        protocol=protocol,
        seed=seed,
        people=tuple(course.person for course in courses),
        acts=tuple(sorted(acts, key=_place)),
    )


def _place(act: Act) -> tuple[date, int]:
    """Return where an act stands: by day, then in the order of a working day; what is looked at and sent comes last."""
    last = len(ORDER) + (2 if isinstance(act, Sent) else 1 if isinstance(act, Looked) else 0)
    return act.day, ORDER.index(type(act)) if type(act) in ORDER else last


def day_of(protocol: Protocol, offset: int) -> date:
    """Return a day of the study by its number."""
    return protocol.start + timedelta(days=offset)


def is_away(protocol: Protocol, day: date) -> bool:
    """Say whether the workstation is switched off all day."""
    return protocol.away[0] <= (day - protocol.start).days < protocol.away[1]


def at_desk(protocol: Protocol, day: date) -> date:
    """Return the day itself, or the first day on which the workstation is on again."""
    return day_of(protocol, protocol.away[1]) if is_away(protocol, day) else day


def _around(protocol: Protocol, rng: Random, courses: list[Course]) -> Iterator[Act]:
    """Yield what is not about one participant: screening failures, the amendment, looks at Today, packages."""
    end = max(act.day for course in courses for act in course.acts) + timedelta(days=2)
    for number in (901, 902):
        person = _person(protocol, rng, number, "", day_of(protocol, rng.randint(2, protocol.recruiting_days)))
        criterion = "contraindication" if number == 901 else protocol.criteria[1][0]  # noqa: PLR2004 - the first of them
        fails = {"contraindication": "yes"}.get(criterion, "no")
        yield Screened(day=person.consent, person=replace(person, answers=dict(person.answers) | {criterion: fails}))
    yield Amended(day=day_of(protocol, protocol.amended_on))
    back = day_of(protocol, protocol.away[1])
    for offset in (25, protocol.amended_on, protocol.away[0] - 1):
        yield Looked(day=day_of(protocol, offset))
    yield Looked(day=back)
    yield Looked(day=end)
    sent = day_of(protocol, PACKAGE_EVERY)
    while sent < end:
        if not is_away(protocol, sent):
            yield Sent(day=sent)
        sent += timedelta(days=PACKAGE_EVERY)
    yield Sent(day=end)


def _person(protocol: Protocol, rng: Random, number: int, arm: str, consent: date) -> Person:
    """Return an invented participant."""
    birth_year = consent.year - rng.randint(34, 68)
    known = {"age": str(consent.year - birth_year), "pain": str(rng.randint(3, 8))}
    return Person(
        number=number,
        birth_year=birth_year,
        hand=rng.choice(("right", "right", "right", "left")),
        consent=consent,
        anchor=consent + timedelta(days=rng.randint(3, 9)),
        randomised=None,
        arm=arm,
        answers={criterion: answer.format(**known) for criterion, answer in protocol.criteria},
    )


def _course(protocol: Protocol, rng: Random, number: int, arm: str, count: int) -> Course:
    """Draw everything that happens to one participant."""
    consent = day_of(protocol, (number - 1) * protocol.recruiting_days // count)
    person = _person(protocol, rng, number, arm, consent)
    entry = person.consent + timedelta(days=rng.randint(0, 2))
    randomised = at_desk(protocol, entry + timedelta(days=1))
    person = replace(person, randomised=randomised)
    if protocol.visits[0].after:  # the first visit may lie on both sides of its planned day
        person = replace(person, anchor=entry + timedelta(days=rng.randint(-1, 1)) if entry > consent else entry)
    last = window(protocol, protocol.visits[-1], person, amended=True)[1]
    course = Course(person=person, body=Body(rng), until=last + timedelta(days=AFTERWARDS))
    leaving = _leaving(protocol, rng, course) if number % LEAVING == LEAVING_AT else None
    course.acts.append(Enrolled(day=consent, person=person))
    course.acts.append(Allocated(day=randomised, person=number, arm=arm))
    if any(visit.anchor != "baseline" for visit in protocol.visits):
        course.acts.append(DayStated(day=randomised, person=number, anchor="randomisation", on=randomised))
    _visits(protocol, rng, course, entry)
    _infusions(protocol, course)
    course.acts += between.sessions(protocol, rng, person, until=course.until)
    course.acts += between.calls(protocol, rng, person, until=course.until)
    if leaving:
        course.acts.append(leaving)
    elif any(isinstance(act, Visited) and act.visit == protocol.visits[-1].id for act in course.acts):
        done = max(act.day for act in course.acts) + timedelta(days=1)
        course.acts.append(Left(day=at_desk(protocol, done), person=number, status="completed", reason="last_visit"))
    return course


def _leaving(protocol: Protocol, rng: Random, course: Course) -> Left:
    """Draw when somebody leaves and why; nothing happens to that person after it."""
    person = course.person
    weeks = protocol.visits[-1].week
    day = at_desk(protocol, counted_from(person, "randomisation") + timedelta(days=rng.randint(10, 7 * weeks - 7)))
    course.until = day - timedelta(days=1)
    status, reason = LEAVINGS[person.number // LEAVING % len(LEAVINGS)]
    return Left(day=day, person=person.number, status=status, reason=reason)


def _visits(protocol: Protocol, rng: Random, course: Course, entry: date) -> None:
    """Draw every visit: held, late, early, missed, split over two days, on hold."""
    amendment = day_of(protocol, protocol.amended_on)
    for place, visit in enumerate(protocol.visits):
        if place:
            course.body.later()
        amended = window(protocol, visit, course.person, amended=False)[0] >= amendment
        first, last = window(protocol, visit, course.person, amended=amended)
        day, missed = (entry, False) if place == 0 else _when(protocol, rng, first, last)
        if day > course.until:
            return
        if missed:
            course.acts.append(
                Missed(day=day, person=course.person.number, visit=visit.id, code=rng.choice(MISSED_CODES))
            )
            continue
        course.acts += _held(protocol, rng, course, visit.id, day, inside=first <= day <= last)


def _when(protocol: Protocol, rng: Random, first: date, last: date) -> tuple[date, bool]:
    """Draw the day of a visit, or the day on which it is stated as missed."""
    middle = first + (last - first) // 2
    lot = rng.randint(1, LATE * MISSED * EARLY)
    if lot % LATE == 0:
        return at_desk(protocol, last + timedelta(days=rng.randint(1, 5))), False
    if lot % MISSED == 1:
        return at_desk(protocol, last + timedelta(days=rng.randint(0, 4))), True
    if lot % (EARLY * LATE) == 2:  # noqa: PLR2004 - any place in the lottery does
        return at_desk(protocol, first - timedelta(days=rng.randint(1, 2))), False
    day = middle + timedelta(days=rng.randint(-3, 3))
    if not is_away(protocol, day):
        return day, False
    inside = [first + timedelta(days=step) for step in range((last - first).days + 1)]
    free = [one for one in inside if not is_away(protocol, one)]
    if free:
        return min(free, key=lambda one: abs((one - day).days)), False
    back = at_desk(protocol, day)
    return back + timedelta(days=rng.randint(0, 3)), rng.randint(1, 2) == 1


def _held(protocol: Protocol, rng: Random, course: Course, visit: str, day: date, *, inside: bool) -> Iterator[Act]:
    """Yield a visit that took place, in one part or two, and what came of it later."""
    person = course.person.number
    typed = measured(course.body, rng, protocol.battery, protocol.language)
    lot = rng.randint(1, 30)
    logs = visit != protocol.visits[0].id
    guesses = (protocol.exercise_arm, protocol.other_arm, "cannot_say")
    whole = Visited(
        day=day,
        person=person,
        visit=visit,
        typed=typed,
        reason="" if inside else "The participant could not come in the days of the window",
        way=rng.choice(WAYS) if logs else "",
        guess=rng.choice(guesses) if logs else "",
    )
    if lot in {1, 2}:  # a fever: rest measurements only
        yield replace(whole, typed=_feverish(protocol, typed), held=True)
        return
    if lot in {3, 4} and not is_away(protocol, day + timedelta(days=1)) and day + timedelta(days=1) <= course.until:
        names = protocol.battery[: len(protocol.battery) // 2]
        yield replace(whole, typed={name: typed[name] for name in names}, last=False)
        rest = {name: values for name, values in typed.items() if name not in names}
        yield replace(whole, day=day + timedelta(days=1), typed=rest)
        return
    if lot in {5, 6}:
        typed = _impaired(protocol, rng, typed)
        whole = replace(whole, typed=typed)
    if lot in {7, 8}:
        whole = replace(whole, report="Dizziness after the chair stands", grade=str(rng.randint(1, 2)))
    yield whole
    yield from _afterwards(protocol, rng, course, whole, lot)


def _afterwards(protocol: Protocol, rng: Random, course: Course, whole: Visited, lot: int) -> Iterator[Act]:
    """Yield what came of a visit later: a correction, a query of the monitor, one more visit that nobody planned."""
    if lot in {9, 10, 11}:
        correction = _correction(protocol, rng, whole)
        yield correction
        yield from _settled(protocol, rng, correction.day, whole, slot=correction.slot)
    if lot == 15 and whole.day + timedelta(days=4) <= course.until:  # noqa: PLR2004 - any lot does
        yield Visited(
            day=at_desk(protocol, whole.day + timedelta(days=4)),
            person=whole.person,
            visit="",
            typed={name: whole.typed[name] for name in ("safety_screen", "nrs_pain", "grip_strength")},
            reason="Asked to come once more",
        )
    if lot in {12, 13, 14}:
        asked = between.stated_on(protocol, whole.day)
        text = "Please confirm the time of day of this visit."
        yield Asked(day=asked, person=whole.person, visit=whole.visit, text=text)
        yield from _settled(protocol, rng, asked, whole, slot="")


def _settled(
    protocol: Protocol, rng: Random, since: date, visited: Visited, *, slot: str
) -> Iterator[Replied | Accepted]:
    """Yield what became of a query: nothing, an answer, or an answer that was accepted."""
    stage = rng.randint(0, 3)
    answered = at_desk(protocol, since + timedelta(days=2))
    if stage:
        yield Replied(day=answered, person=visited.person, visit=visited.visit, slot=slot)
    if stage > 1:
        accepted = between.stated_on(protocol, answered)
        yield Accepted(day=accepted, person=visited.person, visit=visited.visit, slot=slot)


def _feverish(protocol: Protocol, typed: Typed) -> Typed:
    """Return a visit at which nothing that asks for effort was done."""
    kept = {name: dict(values) for name, values in typed.items() if name not in protocol.effort}
    kept["safety_screen"]["temperature.1.temp"] = "38.4"
    return kept


def _impaired(protocol: Protocol, rng: Random, typed: Typed) -> Typed:
    """Return a visit at which something could not be done: no rise from the chair, or a hand that hurt."""
    found = {name: dict(values) for name, values in typed.items()}
    if "chair_stand_5" in protocol.battery and rng.randint(0, 1):
        found["chair_stand_5"] |= {"pretest.result": "unable"}
        del found["chair_stand_5"]["stands.1.time"]
        return found
    found["grip_strength"] |= {f"squeeze.left.{trial}.grip": "ND06" for trial in (1, 2, 3)}
    return found


def _correction(protocol: Protocol, rng: Random, visited: Visited) -> Corrected:
    """Return a grip trial that was misread, put right on a later day."""
    slot = f"squeeze.{rng.choice(('right', 'left'))}.{rng.randint(1, 3)}.grip"
    before = visited.typed["grip_strength"][slot]
    wrong = int(before.replace(".", ""))
    return Corrected(
        day=at_desk(protocol, visited.day + timedelta(days=rng.randint(1, 3))),
        person=visited.person,
        visit=visited.visit,
        instrument="grip_strength",
        slot=slot,
        text=tenths(wrong + rng.choice((-9, -6, 4, 7))),
        reason="Read wrongly from the dial",
    )


def _infusions(protocol: Protocol, course: Course) -> None:
    """State every cycle of chemotherapy with the papers of its week."""
    for cycle in range(1, protocol.cycles + 1):
        on = course.person.anchor + timedelta(days=protocol.cycle_days * (cycle - 1))
        stated = between.stated_on(protocol, on)
        if stated <= course.until:
            course.acts.append(Infused(day=stated, person=course.person.number, cycle=cycle, on=on))
