"""The closed vocabulary of study files as pydantic models: sites, roles, visits, and what surrounds the visits.

It must not know what an instrument contains. What one key says about another is checked elsewhere.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, Final, Literal, get_args

from pydantic import Field, StringConstraints

from assessdesk.services.definitions.shapes import Id, Language, Line, Shape, WordsShape

Permission = Literal[
    "enrol",
    "screen",
    "waive",
    "status",
    "capture",
    "correct",
    "sign",
    "export",
    "receive",
    "people",
    "verify",
    "definitions",
    "devices",
    "sessions",
    "calls",
    "query",
    "certify",
    "allocate",
    "unblinded",
]
Collect = Literal["visits", "questionnaires", "sessions", "calls", "adverse_events", "records"]
Status = Literal["withdrawn", "lost", "deceased", "completed"]
PERMISSIONS: Final[tuple[str, ...]] = get_args(Permission)
COLLECTS: Final[tuple[str, ...]] = get_args(Collect)
STATUSES: Final[tuple[str, ...]] = get_args(Status)
StudyId = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9_-]+$", max_length=64)]
SiteCode = Annotated[str, StringConstraints(pattern=r"^[A-Z][0-9]{2}$")]
AnchorName = Annotated[str, StringConstraints(pattern=r"^(visit:)?[a-z0-9_]+$", max_length=70)]
Day = Annotated[str, StringConstraints(pattern=r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$")]
Unit = Annotated[str, StringConstraints(max_length=20)]
# Written as a TOML decimal or as a text; both arrive exact. A T-score may be negative.
Bound = Annotated[Decimal, Field(max_digits=8, decimal_places=4, strict=False, allow_inf_nan=False)]
Few = Annotated[int, Field(ge=1, le=100)]


class SiteShape(Shape):
    """A place responsible for participants."""

    title: WordsShape
    country: Annotated[str, StringConstraints(pattern=r"^[A-Z]{2}$")]
    phone: Line
    hours: WordsShape
    emergency: WordsShape


class RoleShape(Shape):
    """A named set of permissions."""

    title: WordsShape
    may: list[Permission]


class VisitShape(Shape):
    """A planned visit: target week after the anchor, and the inclusive window in days around it."""

    id: Id
    title: WordsShape
    participant_title: WordsShape
    week: Annotated[int, Field(ge=0, le=520)]
    days_before: Annotated[int, Field(ge=0, le=365)]
    days_after: Annotated[int, Field(ge=0, le=365)]
    battery: Annotated[list[Id], Field(min_length=1)]
    anchor: AnchorName = "baseline"
    remote: list[Literal["video", "telephone"]] = Field(default_factory=list)


class AssumptionShape(Shape):
    """Something the registry does not say and the trial team must confirm; `about` names the keys that rest on it."""

    id: StudyId
    text: WordsShape
    about: list[Id] = Field(default_factory=list)


class SummaryShape(Shape):
    """What the participant's page says in this study."""

    thanks: WordsShape
    why_no_numbers: WordsShape
    call_at_once: WordsShape
    next_visit_hint: WordsShape


class TitledShape(Shape):
    """A code with its words: an arm, a reason, a mode, a way of being unblinded."""

    id: Id
    title: WordsShape


class CriterionShape(Shape):
    """One eligibility criterion: a question met by yes, or a number met where every bound given holds."""

    id: Id
    kind: Literal["inclusion", "exclusion"]
    text: WordsShape
    answer: Literal["yes_no", "number"] = "yes_no"
    unit: Unit = ""
    at_least: Bound | None = None
    at_most: Bound | None = None
    above: Bound | None = None
    below: Bound | None = None
    group: Id | None = None
    waivable: bool = False
    assumption: StudyId | None = None


class ConsentShape(Shape):
    """A version of the information sheet, and the day from which it is the one to use."""

    id: Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9._-]+$", max_length=32)]
    valid_from: Day


class ExerciseShape(Shape):
    """One exercise of a session as prescribed."""

    id: Id
    title: WordsShape
    sets: Few
    repetitions: Few
    load_unit: Unit = ""


class SessionsShape(Shape):
    """Exercise sessions: how many a week, for how many weeks, from which anchor, for which arms (none: all)."""

    arms: list[Id] = Field(default_factory=list)
    anchor: AnchorName = "baseline"
    per_week: Annotated[int, Field(ge=1, le=14)]
    weeks: Annotated[int, Field(ge=1, le=520)]
    minutes: Annotated[int, Field(ge=1, le=480)]
    minutes_low: Annotated[int, Field(ge=1, le=480)]
    minutes_high: Annotated[int, Field(ge=1, le=480)]
    modes: Annotated[list[TitledShape], Field(min_length=1)]
    online: list[Id] = Field(default_factory=list)
    not_held: Annotated[list[TitledShape], Field(min_length=1)]
    exercises: list[ExerciseShape] = Field(default_factory=list)


class CallsShape(Shape):
    """Follow-ups by telephone: every so many days from an anchor, with a window, for which arms (none: all)."""

    arms: list[Id] = Field(default_factory=list)
    anchor: AnchorName = "baseline"
    every_days: Annotated[int, Field(ge=1, le=365)]
    days_before: Annotated[int, Field(ge=0, le=180)]
    days_after: Annotated[int, Field(ge=0, le=180)]
    count: Few
    attempts: Annotated[int, Field(ge=1, le=20)]
    exercise_arms: list[Id] = Field(default_factory=list)


class BlindingShape(Shape):
    """Who is blinded, what is hidden from them, and at which visits they say what they know."""

    roles: Annotated[list[Id], Field(min_length=1)]
    hide_earlier_results: bool
    log_at: list[Id] = Field(default_factory=list)
    ways: list[TitledShape] = Field(default_factory=list)


class CertificationShape(Shape):
    """Which instruments need a certificate of the assessor, for how many months, and what its absence does."""

    instruments: Annotated[list[Id], Field(min_length=1)]
    months: Annotated[int, Field(ge=1, le=120)]
    action: Literal["warn", "lock"]


class OutcomeShape(Shape):
    """A result that is a primary outcome."""

    instrument: Id
    result: Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9_.]+$", max_length=64)]
    assumption: StudyId | None = None


class FactShape(Shape):
    """A fact the study asks for about each participant."""

    id: Id
    title: WordsShape
    type: Literal["date", "number", "choice"]
    options: list[TitledShape] = Field(default_factory=list)
    stratum: bool = False


class StatusShape(Shape):
    """A status a participant can take, its reasons, and what may still be collected then."""

    id: Status
    title: WordsShape
    reasons: Annotated[list[TitledShape], Field(min_length=1)]
    collect: list[Collect] = Field(default_factory=list)


class ExampleShape(Shape):
    """A worked scoring example: what goes into a scorer of the catalogue, and what must come out."""

    scorer: Annotated[str, StringConstraints(pattern=r"^[a-z0-9_]+(\.[a-z0-9_]+)*$")]
    given: dict[str, object]
    expected: Annotated[dict[str, object], Field(min_length=1)]
    source: Line


class StudyShape(Shape):
    """The research project under one protocol version."""

    id: StudyId
    version: Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9._-]+$")]
    title: WordsShape
    registry: Line
    source: Line
    languages: Annotated[list[Language], Field(min_length=1)]
    participant_language: Language
    wording_missing: list[Language] = Field(default_factory=list)
    blinded: bool
    anchor: WordsShape
    minimum_age: Annotated[int, Field(ge=18, le=110)]
    sexes: Annotated[list[Literal["F", "M"]], Field(min_length=1)]
    sites: Annotated[dict[SiteCode, SiteShape], Field(min_length=1)]
    roles: Annotated[dict[Id, RoleShape], Field(min_length=1)]
    visits: Annotated[list[VisitShape], Field(min_length=1)]
    assumptions: list[AssumptionShape] = Field(default_factory=list)
    show_classifications: bool = False
    summary: SummaryShape
    set_up_roles: Annotated[list[Id], Field(min_length=1)] = Field(default_factory=lambda: ["assessor", "coordinator"])
    arms: list[TitledShape] = Field(default_factory=list)
    anchors: list[TitledShape] = Field(default_factory=list)
    eligibility: list[CriterionShape] = Field(default_factory=list)
    consent_versions: list[ConsentShape] = Field(default_factory=list)
    sessions: SessionsShape | None = None
    calls: CallsShape | None = None
    blinding: BlindingShape | None = None
    certification: CertificationShape | None = None
    primary_outcomes: list[OutcomeShape] = Field(default_factory=list)
    facts: list[FactShape] = Field(default_factory=list)
    statuses: list[StatusShape] = Field(default_factory=list)
    cycle_days: Annotated[int, Field(ge=1, le=90)] | None = None
    sample_size: Annotated[int, Field(ge=1, le=100_000)] | None = None
    examples: list[ExampleShape] = Field(default_factory=list)
