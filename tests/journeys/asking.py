"""A desk whose study has any battery a test names, and assessments made of answers without a desk."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path

from assessdesk.domain.record import Assessment, Record, Turn, Visit
from assessdesk.domain.values import Choice, Missing, Quantity, Value
from assessdesk.services.desk import Desk
from assessdesk.services.scores import scores_of
from tests.journeys.visit import StillClock, library, make_desk, set_up

AT = datetime(2025, 11, 18, 9, 0, tzinfo=UTC)
VISIT = "visit-1"


def asking_desk(folder: Path, clock: StillClock, *battery: str) -> Desk:
    """Return a desk of a study whose visits have these instruments."""
    desk = make_desk(folder, clock, battery)
    set_up(desk, folder)
    return desk


def value_of(answer: str) -> Value:
    """Return a number, a coded absence (ND..) or a choice."""
    if answer.startswith("ND"):
        return Missing(code=answer)
    if answer.replace(".", "", 1).isdigit():
        return Quantity(value=Decimal(answer), unit="1")
    return Choice(code=answer)


def held(instrument: str, answers: Mapping[str, str]) -> Assessment:
    """Return an assessment that holds these answers by slot."""
    turns = {
        slot: (
            Turn(
                turn=1, value=value_of(answer), performed_at=AT, monotonic_ms=0, boot="b", seq=1, entry="", user="AS-04"
            ),
        )
        for slot, answer in answers.items()
    }
    return Assessment(
        id=instrument, visit=VISIT, instrument=instrument, edition="", definition="", seq=1, started_at=AT, slots=turns
    )


def record_of(*assessments: Assessment, sex: str = "F", birth_year: int = 1955, date: str = "2025-11-18") -> Record:
    """Return the record of a participant with one visit."""
    visit = Visit(
        id=VISIT, planned="baseline", date=date, window="inside", reason="", opened_at=AT, opened_seq=1,
        study_digest="", last_seq=1, assessments={one.id: one for one in assessments},
    )  # fmt: skip
    return Record(participant="p", sex=sex, birth_year=birth_year, dominant_hand="right", visits={VISIT: visit})


def scores(instrument: str, answers: Mapping[str, str], *others: Assessment, sex: str = "F") -> dict[str, str | None]:
    """Return the scores of an instrument from its answers, by name."""
    assessment = held(instrument, answers)
    record = record_of(assessment, *others, sex=sex)
    definition = library().instruments[instrument]
    return {score.name: score.value for score in scores_of(definition, assessment, record, library().tables)}


def numbered(prefix: str, answers: str, *, first: int = 1) -> dict[str, str]:
    """Return answers (`-` is none) to numbered items from `first` on."""
    given = enumerate(answers.split(), start=first)
    return {f"{prefix}{number}": answer for number, answer in given if answer != "-"}
