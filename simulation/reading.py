"""What the program reports of a simulated study, under the names of the tally: read tables, results, lists, central.

It must not know the plan beyond who is which number.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from fractions import Fraction

from assessdesk.domain.adverse import Stand
from assessdesk.domain.conduct import ENROLLED, SCREENED
from assessdesk.domain.record import Record
from assessdesk.services import allocation, amendments, calls, certification, review, sessions
from assessdesk.services.desk import Desk
from simulation import people, site
from simulation.tally import Numbers, summed
from simulation.workplace import Site

PLACES = {"inside": "on time", "early": "early", "late": "late"}


def reported(running: Site, counted: Numbers) -> Numbers:
    """Return every number as the program reports it. Of results only those are read that the tally counts too."""
    records = _records(running)
    found: Numbers = {}
    running.sign_in(people.ASSESSOR)
    for part in (_people(running), _visits(running), _today(running), _results(running, counted), _queries(running)):
        found |= dict(part)
    found |= dict(_adverse_events(records))
    running.sign_in(people.TRAINER)
    found |= dict(_programme(running))
    if running.plan.protocol.calls:
        running.sign_in(people.CALLER)
    found |= dict(_calls(running))
    running.sign_in(people.TRAINER)
    found |= dict(_arms(running))
    running.sign_in(people.COORDINATOR)
    found |= dict(_central(running))
    return found


def _records(running: Site) -> dict[int, Record]:
    return {number: running.desk.record(participant) for number, participant in running.ids.items()}


def _people(running: Site) -> Iterator[tuple[str, str]]:
    rows = running.desk.ledger.views.participants()
    states = Counter(row.status for row in rows)
    yield "total people enrolled", str(sum(row.status != SCREENED for row in rows))
    yield "total people screened only", str(states[SCREENED])
    for name in (ENROLLED, "completed", "withdrawn", "lost", "deceased"):
        yield f"total people whose status is {name}", str(states[name])
    yield "total cycles of chemotherapy stated", str(len(running.desk.ledger.views.infusions()))
    valid = [one for one in certification.certificates(running.desk) if one.standing == certification.VALID]
    yield "total certificates", str(len(valid))


def _arms(running: Site) -> Iterator[tuple[str, str]]:
    """Yield how many were allocated where, as somebody reads it who may know."""
    arms = Counter(allocation.arm_of(running.desk, participant) for participant in running.ids.values())
    for arm in (running.plan.protocol.exercise_arm, running.plan.protocol.other_arm):
        yield f"total allocated to {arm}", str(arms[arm])


def _visits(running: Site) -> Iterator[tuple[str, str]]:
    views = running.desk.ledger.views
    rows = views.visits()
    places = Counter((row.planned, PLACES.get(row.window, row.window)) for row in rows)
    missed = Counter(row.planned for row in views.missed())
    for planned in running.desk.in_force.visits:
        for place in PLACES.values():
            yield f"total visits {planned.id} {place}", str(places[planned.id, place])
        yield f"total visits {planned.id} missed", str(missed[planned.id])
    yield "total visits unscheduled", str(places["unscheduled", "unscheduled"])
    yield "total visits signed", str(views.signed_visits())
    signed = sum(1 for _ in running.desk.ledger.entries(kinds=("visit.signed",)))
    yield "total signatures", str(signed)
    for version in amendments.versions_of(running.desk):
        yield f"total visits under version {version.version}", str(version.visits)
    logged = Counter(
        getattr(entry.event, "way", "") for entry in running.desk.ledger.entries(kinds=("blinding.logged",))
    )
    yield "total blinding logs", str(logged.total())
    for way, count in logged.items():
        yield f"total blinding logs that say {way}", str(count)


def _today(running: Site) -> Iterator[tuple[str, str]]:
    """Yield what stood on Today when somebody looked."""
    for day, counts in running.looks.items():
        for state in ("overdue", "closing", "in_progress", "due", "opens_soon", "missed"):
            yield f"total Today on {day} {state}", str(counts.get(state, 0))


def _results(running: Site, counted: Numbers) -> Iterator[tuple[str, str]]:
    """Yield the results that the review of each visit shows, as far as the tally counts them."""
    sums: dict[tuple[str, str, str], list[Fraction]] = {}
    for number, record in _records(running).items():
        for visit in record.visits.values():
            for row in review.review_of(running.desk, record, visit.id, language="en").rows:
                name = f"value P{number:02d} {visit.planned} {visit.date} {row.instrument} {row.name}"
                if name not in counted and row.value is None:
                    continue
                if f"total {visit.planned} {row.instrument} {row.name}" not in counted:
                    continue
                given = sums.setdefault((visit.planned, row.instrument, row.name), [])
                given += [] if row.value is None else [Fraction(row.value)]
                yield name, row.value or "-"
    yield from summed(sums)


def _programme(running: Site) -> Iterator[tuple[str, str]]:
    """Yield sessions, as the person who leads them sees them."""
    numbers = {participant: number for number, participant in running.ids.items()}
    views = sessions.all_sessions(running.desk)
    yield "total sessions held", str(sum(view.adherence.held for view in views))
    yield "total sessions not held", str(sum(view.adherence.not_held for view in views))
    yield "total sessions online", str(sum(view.adherence.online for view in views))
    for view in views:
        number = numbers[view.record.participant]
        if view.adherence.held + view.adherence.not_held == 0:
            continue
        shares = (
            ("attendance", view.adherence.attendance),
            ("online share", view.adherence.online_share),
            ("relative dose", view.adherence.relative_dose),
        )
        for name, value in shares:
            yield f"value P{number:02d} {name}", "-" if value is None else f"{value:f}"


def _calls(running: Site) -> Iterator[tuple[str, str]]:
    """Yield follow-ups by telephone, as the person who makes them sees them."""
    views = calls.all_calls(running.desk) if running.plan.protocol.calls else ()
    told = [view.call.recorded.event for view in views if view.call.recorded]
    yield "total calls recorded", str(len(told))
    yield "total calls missed", str(sum(view.call.missed is not None for view in views))
    yield "total attempts to call", str(sum(len(view.call.attempts) for view in views))
    for key in ("joint_pain", "stiffness_minutes", "fatigue", "sleep", "days_missed"):
        given = [value for event in told if (value := getattr(event, key)) is not None]
        yield f"total calls {key}", f"{len(given)} answers, sum {sum(given)}"


def _adverse_events(records: dict[int, Record]) -> Iterator[tuple[str, str]]:
    """Yield adverse events by where they came up, and by grade; drafts that a rule opened are not told by anybody."""
    every = [
        (bool(visit), one)
        for record in records.values()
        for visit, held in (
            *((visit.id, visit.adverse_events) for visit in record.visits.values()),
            ("", record.adverse_events),
        )
        for one in held.values()
    ]
    told = [(at_visit, one) for at_visit, one in every if one.draft.trigger == "reported"]
    yield "total adverse events told at visits", str(sum(at_visit for at_visit, _ in told))
    yield "total adverse events told between visits", str(sum(not at_visit for at_visit, _ in told))
    grades = Counter(one.completed.grade for _, one in told if one.completed and one.stand is not Stand.DRAFT)
    for grade in (1, 2):
        yield f"total adverse events of grade {grade}", str(grades[grade])


def _queries(running: Site) -> Iterator[tuple[str, str]]:
    rows = running.desk.ledger.views.queries()
    origins, stands = Counter(row.origin for row in rows), Counter(row.stand for row in rows)
    yield "total queries by rules", str(origins["rule"])
    yield "total queries by people", str(origins["person"])
    for stand in ("open", "answered", "closed"):
        yield f"total queries {stand}", str(stands[stand])


def _central(running: Site) -> Iterator[tuple[str, str]]:
    """Yield what central says it holds, and the packages and receipts of the station."""
    held = site.held_at_central(running.folders)
    yield "total at central participants", str(held["participants"])
    yield "total at central visits", str(held["visits"])
    kinds = held["kinds"]
    for name, kind in (
        ("corrections", "value.corrected"),
        ("sessions", "session.recorded"),
        ("signatures", "visit.signed"),
    ):
        yield f"total at central {name}", str(kinds.get(kind, 0) if isinstance(kinds, dict) else "-")
    views = running.desk.ledger.views
    yield "total packages", str(len(views.packages()))
    yield "total receipts", str(len(views.receipts()))


def verified(desk: Desk) -> tuple[int, tuple[str, ...]]:
    """Return how many entries the ledger holds, and every fault that a full check finds."""
    found = desk.ledger.verify()
    return found.entries, found.faults
