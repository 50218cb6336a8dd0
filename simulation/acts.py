"""What happens in a simulated study, as plain records: who, when, what was measured. Nothing here is computed.

Days are calendar days of the site; measured values are typed text by slot. `ND..` instead of a value states why there
is none. The plan knows participants by number only.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from simulation.protocol import Protocol

Typed = Mapping[str, Mapping[str, str]]
"""What is typed or timed, by instrument and slot."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """An invented participant. `randomised` is None for somebody who was only screened."""

    number: int
    birth_year: int
    hand: str
    consent: date
    anchor: date
    randomised: date | None
    arm: str
    answers: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Screened:
    """Somebody who was considered and did not fit."""

    day: date
    person: Person


@dataclass(frozen=True, slots=True, kw_only=True)
class Enrolled:
    """Somebody joined."""

    day: date
    person: Person


@dataclass(frozen=True, slots=True, kw_only=True)
class Allocated:
    """The arm was sealed, and the day of randomisation stated where the study counts from it."""

    day: date
    person: int
    arm: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DayStated:
    """The day from which later visits are counted."""

    day: date
    person: int
    anchor: str
    on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Infused:
    """Day 1 of a cycle of chemotherapy, stated on `day`."""

    day: date
    person: int
    cycle: int
    on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Visited:
    """A visit, or the part of one that fell on a day; `last` closes it with a signature.

    `visit` is empty for an unscheduled one. `held` is True when the safety screen forbids effort. `report` is an
    adverse event that was told, `grade` what it was described as; `way` and `guess` belong to the blinding log.
    """

    day: date
    person: int
    visit: str
    typed: Typed
    reason: str = ""
    last: bool = True
    held: bool = False
    report: str = ""
    grade: str = ""
    way: str = ""
    guess: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Missed:
    """A planned visit was stated as missed."""

    day: date
    person: int
    visit: str
    code: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Corrected:
    """One value of a signed visit was wrong; it was put right, and the visit signed anew."""

    day: date
    person: int
    visit: str
    instrument: str
    slot: str
    text: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Left:
    """A new status."""

    day: date
    person: int
    status: str
    reason: str
    collect: tuple[str, ...] = ("adverse_events", "records")


@dataclass(frozen=True, slots=True, kw_only=True)
class Exercise:
    """What was done of one exercise; loads in kg as typed, empty where the plan measures none."""

    id: str
    sets: int
    repetitions: int
    load: str = ""
    prescribed: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Trained:
    """A planned session, stated on `day`: held on `on`, or not held for a reason."""

    day: date
    person: int
    session: str
    planned: date
    on: date | None
    mode: str = ""
    minutes: int = 0
    not_held: str = ""
    exercises: tuple[Exercise, ...] = ()
    exertion: str = ""
    pain: tuple[str, str] = ("", "")
    term: str = ""
    grade: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Called:
    """A planned call, stated on `day`: the days of all attempts, the last of which reached the participant or none."""

    day: date
    person: int
    number: int
    attempts: tuple[date, ...]
    reached: bool
    answers: Mapping[str, str] = field(default_factory=dict)
    term: str = ""
    grade: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A monitor asked about a visit."""

    day: date
    person: int
    visit: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Replied:
    """The query about a visit was answered; with a slot, the one that a rule raised about a corrected value."""

    day: date
    person: int
    visit: str
    slot: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Accepted:
    """The monitor accepted an answer, and the query is closed."""

    day: date
    person: int
    visit: str
    slot: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Amended:
    """A new version of the study took force: one visit's window is longer from now on."""

    day: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Looked:
    """Somebody looked at Today, and it is kept what stood there."""

    day: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Sent:
    """A package went to central, and central's receipt was read."""

    day: date


Act = (
    Screened | Enrolled | Allocated | DayStated | Infused | Visited | Missed | Corrected | Left | Trained | Called
    | Asked | Replied | Accepted | Amended | Looked | Sent
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """Everything that happens in one simulated study, in order."""

    protocol: Protocol
    seed: int
    people: tuple[Person, ...]
    acts: tuple[Act, ...]
