"""Counts a simulated study from its plan alone, with arithmetic of its own, and names every number.

It imports nothing of the program; what the program reports under the same names is compared with it elsewhere.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from fractions import Fraction
from typing import TypeVar

from simulation import arithmetic, today
from simulation.acts import (
    Accepted,
    Allocated,
    Asked,
    Called,
    Corrected,
    Enrolled,
    Infused,
    Left,
    Looked,
    Missed,
    Plan,
    Replied,
    Screened,
    Sent,
    Trained,
    Visited,
)
from simulation.protocol import Programme
from simulation.schedule import window_on

Numbers = dict[str, str]
Kind = TypeVar("Kind")
UNPLANNED = "unscheduled"
STATES = ("overdue", "closing", "in_progress", "due", "opens_soon", "missed")
EVERYBODY = "enrolled"
TOTAL, VALUE = "total", "value"
"""How names begin: a total stands in the printed table, a value of one participant in the file beside it."""


@dataclass(slots=True)
class Held:
    """A visit with everything typed at it, corrections included."""

    person: int
    visit: str
    first: date
    typed: dict[str, dict[str, str]] = field(default_factory=dict)
    held: bool = False
    signed: int = 0


def tally(plan: Plan) -> Numbers:
    """Return every number of a study by its name, as text."""
    visits = visits_of(plan)
    found: Numbers = {}
    for part in (
        _people(plan), _visits(plan, visits), _today(plan), _results(visits), _sessions(plan), _calls(plan),
        _adverse_events(plan), _queries(plan, visits), _central(plan, visits),
    ):  # fmt: skip
        found |= dict(part)
    return found


def of_type(plan: Plan, kind: type[Kind]) -> list[Kind]:
    """Return the acts of one kind, in order."""
    return [act for act in plan.acts if isinstance(act, kind)]


def visits_of(plan: Plan) -> list[Held]:
    """Return the visits that took place, parts put together and values corrected, in the order they were opened."""
    found: dict[tuple[int, str], Held] = {}
    for act in plan.acts:
        if isinstance(act, Visited):
            key = (act.person, act.visit or f"{UNPLANNED} {act.day}")
            one = found.setdefault(key, Held(act.person, act.visit or UNPLANNED, act.day))
            one.typed |= {name: dict(values) for name, values in act.typed.items()}
            one.held |= act.held
            one.signed += act.last
        elif isinstance(act, Corrected):
            one = found[act.person, act.visit]
            one.typed[act.instrument][act.slot] = act.text
            one.signed += 1
    return list(found.values())


def _people(plan: Plan) -> Iterator[tuple[str, str]]:
    """Yield how many were screened, joined, left, were allocated, and certificates and cycles."""
    enrolled = of_type(plan, Enrolled)
    status = {act.person.number: EVERYBODY for act in enrolled}
    status |= {act.person: act.status for act in of_type(plan, Left)}
    yield "total people enrolled", str(len(enrolled))
    yield "total people screened only", str(len(of_type(plan, Screened)))
    for name in (EVERYBODY, "completed", "withdrawn", "lost", "deceased"):
        yield f"total people whose status is {name}", str(Counter(status.values())[name])
    arms = Counter(act.arm for act in of_type(plan, Allocated))
    for arm in (plan.protocol.exercise_arm, plan.protocol.other_arm):
        yield f"total allocated to {arm}", str(arms[arm])
    yield "total cycles of chemotherapy stated", str(len(of_type(plan, Infused)))
    yield "total certificates", str(len(plan.protocol.certified))


def _visits(plan: Plan, visits: list[Held]) -> Iterator[tuple[str, str]]:
    """Yield visits held on time, early and late, missed, unscheduled, signed, on hold, and by version of the study."""
    people = {person.number: person for person in plan.people}
    places: Counter[tuple[str, str]] = Counter()
    for one in visits:
        place = UNPLANNED
        if one.visit != UNPLANNED:
            first, last = window_on(plan, one.visit, people[one.person], one.first)
            place = "early" if one.first < first else "late" if one.first > last else "on time"
        places[one.visit, place] += 1
    missed = Counter(act.visit for act in of_type(plan, Missed))
    for planned in plan.protocol.visits:
        for place in ("on time", "early", "late"):
            yield f"total visits {planned.id} {place}", str(places[planned.id, place])
        yield f"total visits {planned.id} missed", str(missed[planned.id])
    yield "total visits unscheduled", str(places[UNPLANNED, UNPLANNED])
    yield "total visits signed", str(sum(one.signed > 0 for one in visits))
    yield "total signatures", str(sum(one.signed for one in visits))
    change = plan.protocol.start + timedelta(days=plan.protocol.amended_on)
    yield "total visits under version 1", str(sum(one.first < change for one in visits))
    yield "total visits under version 2", str(sum(one.first >= change for one in visits))
    logs = [act for act in of_type(plan, Visited) if act.last and act.way]
    yield "total blinding logs", str(len(logs))
    for way in sorted({act.way for act in logs}):
        yield f"total blinding logs that say {way}", str(sum(act.way == way for act in logs))


def _today(plan: Plan) -> Iterator[tuple[str, str]]:
    """Yield what stood on Today whenever somebody looked."""
    for look in of_type(plan, Looked):
        counts = today.counts(plan, look.day)
        for state in STATES:
            yield f"total Today on {look.day} {state}", str(counts[state])


def _results(visits: list[Held]) -> Iterator[tuple[str, str]]:
    """Yield every result of every visit, and of each result by visit how many there are and their sum."""
    sums: dict[tuple[str, str, str], list[Fraction]] = {}
    for one in visits:
        for instrument in one.typed:
            for name, value in arithmetic.scores(instrument, one.typed[instrument]).items():
                given = sums.setdefault((one.visit, instrument, name), [])
                given += [] if value is None else [Fraction(value)]
                yield f"value P{one.person:02d} {one.visit} {one.first} {instrument} {name}", value or "-"
    yield from summed(sums)


def summed(sums: Mapping[tuple[str, str, str], list[Fraction]]) -> Iterator[tuple[str, str]]:
    """Yield how many results there are of each kind, and their sum."""
    for (visit, instrument, name), given in sorted(sums.items()):
        total = arithmetic.said(sum(given, Fraction(0)), 3)
        yield f"total {visit} {instrument} {name}", f"{len(given)} results, sum {total}"


def _sessions(plan: Plan) -> Iterator[tuple[str, str]]:
    """Yield sessions held, not held and online, and each participant's attendance, online share and dose."""
    programme = plan.protocol.programme
    told: dict[int, list[Trained]] = {}
    for act in of_type(plan, Trained):
        told.setdefault(act.person, []).append(act)
    every = [act for acts in told.values() for act in acts]
    yield "total sessions held", str(sum(act.on is not None for act in every))
    yield "total sessions not held", str(sum(act.on is None for act in every))
    yield "total sessions online", str(sum(act.mode == programme.online for act in every if act.on))
    for person, acts in sorted(told.items()):
        ordered = sorted(acts, key=lambda act: act.planned)
        held = [act for act in ordered if act.on is not None]
        planned = programme.per_week * programme.weeks
        online = sum(act.mode == programme.online for act in held)
        yield f"value P{person:02d} attendance", share(len(held), planned)
        yield f"value P{person:02d} online share", share(online, len(held))
        yield f"value P{person:02d} relative dose", dose(programme, ordered)


def share(part: int, whole: int) -> str:
    """Return a share in percent with one decimal, or a dash of nothing."""
    return (arithmetic.said(Fraction(100 * part, whole), 1) or "-") if whole else "-"


def dose(programme: Programme, acts: list[Trained]) -> str:
    """Return the mean over the exercises of done volume over prescribed volume, in percent.

    A session that was not held was prescribed like the last one before it, or, at the beginning, like the first after.
    """
    shares: list[Fraction] = []
    for name, sets, repetitions in (*programme.weighed, *programme.free):
        known = [one for act in acts for one in act.exercises if one.id == name]
        weights = [Fraction(one.prescribed) for one in known if one.prescribed]
        at_hand = weights[0] if weights else Fraction(1)
        done = wanted = Fraction(0)
        for act in acts:
            for one in act.exercises:
                if one.id == name:
                    at_hand = Fraction(one.prescribed) if one.prescribed else at_hand
                    done += one.sets * one.repetitions * (Fraction(one.load) if one.load else 1)
            wanted += sets * repetitions * at_hand
        if wanted:
            shares.append(done / wanted)
    return (arithmetic.said(100 * arithmetic.middle(shares), 1) or "-") if shares and acts else "-"


def _calls(plan: Plan) -> Iterator[tuple[str, str]]:
    """Yield calls recorded and missed, and how often somebody tried."""
    told = of_type(plan, Called)
    yield "total calls recorded", str(sum(act.reached for act in told))
    yield "total calls missed", str(sum(not act.reached for act in told))
    yield "total attempts to call", str(sum(len(act.attempts) for act in told))
    for key in ("joint_pain", "stiffness_minutes", "fatigue", "sleep", "days_missed"):
        given = [int(act.answers[key]) for act in told if act.reached]
        yield f"total calls {key}", f"{len(given)} answers, sum {sum(given)}"


def _adverse_events(plan: Plan) -> Iterator[tuple[str, str]]:
    """Yield adverse events by where they were told and by grade; a hand given up for pain opens a draft by rule."""
    visited = [act.grade for act in of_type(plan, Visited) if act.last and act.report]
    sessions = [act.grade for act in of_type(plan, Trained) if act.term]
    between = [*sessions, *(act.grade for act in of_type(plan, Called) if act.term)]
    yield "total adverse events told at visits", str(len(visited))
    yield "total adverse events told between visits", str(len(between))
    for grade in ("1", "2"):
        yield f"total adverse events of grade {grade}", str(Counter([*visited, *between])[grade])


def _queries(plan: Plan, visits: list[Held]) -> Iterator[tuple[str, str]]:
    """Yield queries by who asked and where they stand.

    A rule asks at the signature about a primary outcome without a result, and about each corrected value.
    """
    missing = 0
    for one in visits:
        for instrument, name in plan.protocol.primary:
            planned = one.visit != UNPLANNED or instrument in one.typed
            values = one.typed.get(instrument, {})
            missing += planned and arithmetic.scores(instrument, values).get(name) is None
    corrected = {(act.person, act.visit, act.slot) for act in of_type(plan, Corrected)}
    asked, answered, accepted = (len(of_type(plan, kind)) for kind in (Asked, Replied, Accepted))
    yield "total queries by rules", str(missing + len(corrected))
    yield "total queries by people", str(asked)
    yield "total queries open", str(missing + len(corrected) + asked - answered)
    yield "total queries answered", str(answered - accepted)
    yield "total queries closed", str(accepted)


def _central(plan: Plan, visits: list[Held]) -> Iterator[tuple[str, str]]:
    """Yield what central must hold."""
    yield "total at central participants", str(len(of_type(plan, Enrolled)))
    yield "total at central visits", str(len(visits))
    yield "total at central corrections", str(len(of_type(plan, Corrected)))
    yield "total at central sessions", str(len(of_type(plan, Trained)))
    yield "total at central signatures", str(sum(one.signed for one in visits))
    yield "total packages", str(len(of_type(plan, Sent)))
    yield "total receipts", str(len(of_type(plan, Sent)))
