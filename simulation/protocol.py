"""What the two studies plan, stated here a second time from their public descriptions and our marked assumptions.

The tally counts by these statements, so they must not be read from the program's own study files.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedVisit:
    """One visit of the plan: its week from `anchor` (`baseline` or another day), and the days around the target."""

    id: str
    week: int
    before: int
    after: int
    anchor: str = "baseline"


@dataclass(frozen=True, slots=True, kw_only=True)
class Programme:
    """Planned exercise sessions. `weighed` are the exercises with a load in kg, all as (id, sets, repetitions)."""

    per_week: int
    weeks: int
    minutes: int
    modes: tuple[str, ...]
    online: str
    not_held: tuple[str, ...]
    weighed: tuple[tuple[str, int, int], ...]
    free: tuple[tuple[str, int, int], ...]
    anchor: str = "baseline"


@dataclass(frozen=True, slots=True, kw_only=True)
class Follow:
    """Planned follow-ups by telephone: how many, how far apart, attempts until one is missed."""

    count: int
    every: int
    attempts: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Protocol:
    """One study as the simulation knows it. Offsets are days from `start`; `away` is when the workstation was off."""

    study: str
    site: str
    zone_hours: int
    language: str
    participants: int
    start: date
    recruiting_days: int
    away: tuple[int, int]
    amended_on: int
    amended_visit: str
    amended_after: int
    visits: tuple[PlannedVisit, ...]
    battery: tuple[str, ...]
    effort: tuple[str, ...]
    primary: tuple[tuple[str, str], ...]
    exercise_arm: str
    other_arm: str
    criteria: tuple[tuple[str, str], ...]
    programme: Programme
    calls: Follow | None = None
    cycle_days: int = 0
    cycles: int = 0
    certified: tuple[str, ...] = ()


KCT = Protocol(
    study="KCT0008961",
    site="S01",
    zone_hours=9,
    language="ko",
    participants=46,
    start=date(2025, 3, 3),
    recruiting_days=19,
    away=(98, 128),
    amended_on=56,
    amended_visit="week_18",
    amended_after=14,
    visits=(
        PlannedVisit(id="baseline", week=0, before=14, after=0),
        PlannedVisit(id="week_06", week=6, before=7, after=7),
        PlannedVisit(id="week_12", week=12, before=7, after=7),
        PlannedVisit(id="week_18", week=18, before=7, after=7),
    ),
    battery=(
        "safety_screen", "nrs_pain", "sarc_f", "qlq_c30", "qlq_br23", "facit_fatigue", "bia_inbody", "calf",
        "grip_strength", "gait_6m", "chair_stand_5",
    ),
    effort=("grip_strength", "gait_6m", "chair_stand_5"),
    primary=(("grip_strength", "best_overall"), ("bia_inbody", "asmi")),
    exercise_arm="exercise",
    other_arm="usual_care",
    criteria=(
        ("age", "{age}"), ("breast_cancer", "yes"), ("to_start_chemotherapy", "yes"), ("contraindication", "no"),
    ),
    programme=Programme(
        per_week=3,
        weeks=18,
        minutes=60,
        modes=("on_site", "online"),
        online="online",
        not_held=("toxicity", "fever", "scheduling", "travel", "technical", "motivation"),
        weighed=(("leg_press", 3, 10), ("chest_press", 3, 10), ("seated_row", 3, 10)),
        free=(("squat", 3, 10), ("band_pull", 3, 10)),
    ),
    cycle_days=21,
    cycles=6,
    certified=("bia_inbody", "calf", "grip_strength", "gait_6m", "chair_stand_5"),
)  # fmt: skip

RE_MS = Protocol(
    study="RE_MS",
    site="F01",
    zone_hours=8,
    language="zh",
    participants=24,
    start=date(2024, 12, 2),
    recruiting_days=48,
    away=(63, 93),
    amended_on=56,
    amended_visit="week_08",
    amended_after=14,
    visits=(
        PlannedVisit(id="t0", week=0, before=7, after=7),
        PlannedVisit(id="week_04", week=4, before=7, after=7, anchor="randomisation"),
        PlannedVisit(id="week_08", week=8, before=7, after=7, anchor="randomisation"),
    ),
    battery=(
        "safety_screen", "nrs_pain", "bpi_sf", "m_sacrah", "womac", "facit_fatigue", "ipaq_sf", "grip_strength", "tug",
        "chair_stand_5",
    ),
    effort=("grip_strength", "tug", "chair_stand_5"),
    primary=(("bpi_sf", "severity_mean"),),
    exercise_arm="exercise",
    other_arm="guidance",
    criteria=(
        ("stage", "yes"), ("ai_started", "yes"), ("postmenopausal", "yes"), ("able", "yes"), ("bpi_worst", "{pain}"),
        ("physical_therapy", "no"), ("recurrence", "no"), ("other_malignancy", "no"), ("joint_disease", "no"),
        ("bone_density", "-1.8"), ("contraindication", "no"),
    ),
    programme=Programme(
        per_week=3,
        weeks=8,
        minutes=30,
        modes=("home", "home_video"),
        online="",
        not_held=("pain", "tired", "ill", "no_time", "motivation"),
        weighed=(),
        free=(("warm_up", 1, 1), ("hands", 2, 10), ("arms_shoulders", 2, 10), ("hips_legs", 2, 10), ("back", 2, 10)),
        anchor="randomisation",
    ),
    calls=Follow(count=2, every=28, attempts=3),
    certified=("grip_strength", "tug", "chair_stand_5"),
)  # fmt: skip

PROTOCOLS = {"kct0008961": KCT, "re_ms": RE_MS}
