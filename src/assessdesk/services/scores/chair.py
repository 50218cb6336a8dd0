"""Chair stands: five times to the stand or to the seat, and the count of 30 seconds.

It computes nothing and must not know the other parts of the SPPB.
"""

from __future__ import annotations

from datetime import date

from assessdesk.domain.record import Assessment, Record
from assessdesk.services.definitions.tables import Tables
from assessdesk.services.scores.shaping import (
    Score,
    choice_at,
    code_at,
    number_at,
    scored,
    text_of,
)

TIME, PRETEST = "stands.1.time", "pretest.result"


def chair_points(assessment: Assessment, tables: Tables) -> str | None:
    """Return the SPPB points of five stands; None when they are missing for a reason that is not physical."""
    inputs: dict[str, object] = {"time_s": number_at(assessment, TIME)}
    pretest = choice_at(assessment, PRETEST)
    if pretest is not None and pretest != "ok":
        inputs["pretest"] = pretest
    code = code_at(assessment, TIME) or code_at(assessment, PRETEST)
    if code is not None:
        if code not in tables.scoring.not_done.physical_zero and "pretest" not in inputs:
            return None
        inputs["status"] = "unable"
        stands = assessment.live(TIME)
        if stands and stands.completed_repetitions is not None:
            inputs["completed_reps"] = stands.completed_repetitions
    return text_of(scored("sppb.chair5", inputs, tables).get("points"))


def chair5(assessment: Assessment, record: Record, tables: Tables) -> tuple[Score, ...]:
    """Return the time of five stands and its SPPB points."""
    del record
    return (
        Score(scorer="sppb.chair5/1", name="time_s", value=number_at(assessment, TIME), unit="s"),
        Score(scorer="sppb.chair5/1", name="points", value=chair_points(assessment, tables)),
    )


def chair5_seat(assessment: Assessment, record: Record, tables: Tables) -> tuple[Score, ...]:
    """Return the time of five stands to the seat; the SPPB has no points for this stop of the clock."""
    del record, tables
    return (Score(scorer="ftsts_seat/1", name="time_s", value=number_at(assessment, TIME), unit="s"),)


def chair30(assessment: Assessment, record: Record, tables: Tables) -> tuple[Score, ...]:
    """Return the stands of 30 s, the modified count when the arms were used, and the band of the norm.

    Who cannot rise once has 0 (ND02 without a stand); anybody else without 30 s has no count.
    """
    clock = assessment.live(TIME)
    inputs: dict[str, object] = {}
    if number_at(assessment, TIME) is not None and (stands := number_at(assessment, "stands.1.full_stands")):
        inputs["full_stands"] = int(stands)
        inputs["at_30s"] = choice_at(assessment, "stands.1.at_30s")
        inputs["used_arms"] = choice_at(assessment, "stands.1.arms_used") == "yes"
    elif code_at(assessment, TIME) == "ND02" and clock and not clock.completed_repetitions:
        inputs["full_stands"] = 0
    result = scored("cst30.count", inputs, tables) if inputs else {"reps": None}
    reps = text_of(result.get("reps"))
    found = [Score(scorer="cst30/1", name="reps", value=reps, unit="{#}")]
    if "reps_modified" in result:
        modified = text_of(result.get("reps_modified"))
        found.append(Score(scorer="cst30/1", name="reps_modified", value=modified, unit="{#}"))
    found.append(Score(scorer="cst30/1", name="band", value=_band(assessment, record, reps, tables), kept_back=True))
    return tuple(found)


def _band(assessment: Assessment, record: Record, reps: str | None, tables: Tables) -> str | None:
    """Return the band of the norm; None where the year of birth leaves open which of two ages decides."""
    age = date.fromisoformat(record.visits[assessment.visit].date).year - record.birth_year
    inputs = {"sex": record.sex, "reps": reps}
    bands = {text_of(scored("cst30.norm", {**inputs, "age": each}, tables).get("band")) for each in (age - 1, age)}
    return bands.pop() if len(bands) == 1 else None
