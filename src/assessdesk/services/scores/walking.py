"""Walks: usual gait on four courses, Timed Up and Go, six minutes, 400 metres.

Times are in s, distances in m, speeds in m/s. It computes nothing and must not know classes of performance.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date

from assessdesk.domain.record import Assessment, Record
from assessdesk.services.definitions.tables import Tables
from assessdesk.services.scores.body import size_at
from assessdesk.services.scores.shaping import (
    Score,
    choice_at,
    code_at,
    number_at,
    scored,
    scored_if_coherent,
    text_of,
    trials_of,
)

PREDICTION = "6mwd.enright1998.predicted"
Shape = Callable[[Assessment, Record, Tables], tuple[Score, ...]]


def gait_speed(assessment: Assessment, tables: Tables, *, metres: str, rule: str) -> str | None:
    """Return the speed over a course by the best or the mean time of the valid walks, to three places."""
    inputs = {"distance_m": metres, "times_s": trials_of(assessment, "gait", "time") or [None], "rule": rule}
    return text_of(scored("gait.speed", inputs, tables).get("speed_mps"))


def gait_points(assessment: Assessment, tables: Tables, *, scorer: str) -> str | None:
    """Return the SPPB points of the shorter walk; 0 when it was physically not possible, None for other reasons."""
    times = trials_of(assessment, "gait", "time") or [None]
    if any(times):
        return text_of(scored(scorer, {"times_s": times, "rule": "best"}, tables).get("points"))
    unable = code_at(assessment, "gait.1.time") in tables.scoring.not_done.physical_zero
    return text_of(scored(scorer, {"status": "unable" if unable else None}, tables).get("points"))


def gait(metres: int, *, rule: str, points: str = "") -> Shape:
    """Return the shaping of one course; `points` names its SPPB scorer, if the course has one."""
    name = f"gait.{metres}m/1"

    def shape(assessment: Assessment, record: Record, tables: Tables) -> tuple[Score, ...]:
        del record
        speed = gait_speed(assessment, tables, metres=str(metres), rule=rule)
        found = [Score(scorer=name, name="speed_mps", value=speed, unit="m/s")]
        if points:
            found.append(Score(scorer=name, name="points", value=gait_points(assessment, tables, scorer=points)))
        return tuple(found)

    return shape


def tug(assessment: Assessment, record: Record, tables: Tables) -> tuple[Score, ...]:
    """Return the mean time of the valid trials."""
    del record
    inputs = {"trials_s": trials_of(assessment, "walk", "time") or [None], "rule": "mean"}
    value = text_of(scored("tug.score", inputs, tables).get("tug_s"))
    return (Score(scorer="tug/1", name="tug_s", value=value, unit="s"),)


def walk6(assessment: Assessment, record: Record, tables: Tables) -> tuple[Score, ...]:
    """Return the distance of six minutes, and of a walk that was stopped earlier with its time; which test it was.

    After them stands the distance predicted by Enright & Sherrill (1998) with the share of it that was walked; it needs
    height and weight of the same visit.
    """
    time = number_at(assessment, "walk.1.time")
    lengths, extra = number_at(assessment, "walk.1.lengths"), number_at(assessment, "walk.1.extra")
    course = number_at(assessment, "setup.course")
    distance = None
    if None not in {time, lengths, extra, course}:
        inputs = {"laps_full": lengths, "course_m": course, "laps_unit": "one_way_length", "extra_m": extra}
        distance = text_of(scored_if_coherent("6mwd.distance", inputs, tables).get("distance_m"))
    return (
        Score(scorer="walk6/1", name="distance_m", value=distance, unit="m"),
        Score(scorer="walk6/1", name="time_s", value=time, unit="s"),
        Score(scorer="walk6/1", name="test_number", value=choice_at(assessment, "setup.test_number")),
        *_predicted(assessment, record, tables, distance=distance),
    )


def _predicted(assessment: Assessment, record: Record, tables: Tables, *, distance: str | None) -> Iterator[Score]:
    """Yield predicted distance and percent, or a flag where the age is not one of the equation's.

    Only the year of birth is known: the age is that reached in the year of the visit, and both ages that the year
    leaves open must be among the equation's.
    """
    age = date.fromisoformat(record.visits[assessment.visit].date).year - record.birth_year
    size = size_at(assessment, record, tables)
    result: Mapping[str, object] = {}
    if size.height is not None and size.weight is not None:
        inputs = {"sex": record.sex, "height_cm": text_of(size.height), "weight_kg": text_of(size.weight)}
        ages = [scored(PREDICTION, {**inputs, "age": each}, tables) for each in (age, age - 1)]
        result = next((each for each in ages if "flag" in each), ages[0])
    predicted = text_of(result.get("predicted_m"))
    share = scored("6mwd.percent", {"distance_m": distance, "predicted_m": predicted}, tables)["percent"]
    scorer = f"{PREDICTION}/1"
    yield Score(scorer=scorer, name="predicted_m", value=predicted, unit="m", kept_back=True)
    yield Score(scorer="6mwd.percent/1", name="percent_predicted", value=text_of(share), unit="%", kept_back=True)
    if "flag" in result:
        yield Score(scorer=scorer, name="predicted_flag", value=text_of(result["flag"]), kept_back=True)


def walk400(assessment: Assessment, record: Record, tables: Tables) -> tuple[Score, ...]:
    """Return the time of 400 m, the laps walked, and whether not finishing means major mobility disability.

    Who starts and does not finish in 15 min on foot and alone has it (LIFE study, Pahor 2014); for reasons that are
    not physical it stays unknown.
    """
    del record
    clock = assessment.live("walk.1.time")
    time, code = number_at(assessment, "walk.1.time"), code_at(assessment, "walk.1.time")
    laps = text_of(clock.completed_repetitions) if clock else None
    physical = code in tables.scoring.not_done.physical_zero
    disability = text_of(time is None) if time is not None or physical else None
    return (
        Score(scorer="walk400/1", name="time_s", value=time, unit="s"),
        Score(scorer="walk400/1", name="laps", value=laps, unit="{#}"),
        Score(scorer="walk400/1", name="mobility_disability", value=disability),
    )
