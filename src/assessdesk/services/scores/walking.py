"""Walks: usual gait on four courses, Timed Up and Go, six minutes, 400 metres.

Times are in s, distances in m, speeds in m/s. It computes nothing and must not know classes of performance.
"""

from __future__ import annotations

from collections.abc import Callable

from assessdesk.domain.record import Assessment, Record
from assessdesk.services.scores.shaping import Score, code_at, number_at, scored, scored_if_coherent, text_of, trials_of
from assessdesk.services.tables import Tables

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
    """Return the distance of six minutes, and of a walk that was stopped earlier with its time.

    The predicted distance needs height and weight, which stand in other instruments.
    """
    del record
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
    )


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
