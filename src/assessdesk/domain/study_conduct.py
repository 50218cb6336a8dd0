"""What a study asks for around its visits: arms, eligibility, consent, sessions, calls, blinding, certificates.

These are intentions from the study's file. It must not know what happened to anybody, nor who was allocated where.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from assessdesk.domain.values import LocalText


@dataclass(frozen=True, slots=True, kw_only=True)
class Titled:
    """A code with its words: an arm, a reason, a mode, a way of being unblinded, an exercise."""

    id: str
    title: LocalText


@dataclass(frozen=True, slots=True, kw_only=True)
class Criterion:
    """One eligibility criterion. `kind` is inclusion (must be met) or exclusion (must not be met).

    `answer` is `yes_no`, met by yes; or `number` in `unit`, met where every bound given holds. Criteria of one
    `group` are met together as soon as one of them is.
    """

    id: str
    kind: str
    text: LocalText
    answer: str = "yes_no"
    unit: str = ""
    at_least: Decimal | None = None
    at_most: Decimal | None = None
    above: Decimal | None = None
    below: Decimal | None = None
    group: str = ""
    waivable: bool = False
    assumption: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsentVersion:
    """A version of the information sheet, and the ISO day from which it is the one to use."""

    id: str
    valid_from: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedExercise:
    """One exercise of a session as prescribed; `load_unit` is kg, or empty for bands and body weight."""

    id: str
    title: LocalText
    sets: int
    repetitions: int
    load_unit: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionPlan:
    """Exercise sessions: how many a week for how many weeks, counted from an anchor, for which arms (none: all)."""

    arms: tuple[str, ...]
    anchor: str
    per_week: int
    weeks: int
    minutes: int
    minutes_low: int
    minutes_high: int
    modes: tuple[Titled, ...]
    not_held: tuple[Titled, ...]
    exercises: tuple[PlannedExercise, ...]
    online: tuple[str, ...] = ()

    @property
    def planned(self) -> int:
        """How many sessions are planned for one participant."""
        return self.per_week * self.weeks


@dataclass(frozen=True, slots=True, kw_only=True)
class CallPlan:
    """Follow-ups by telephone: every so many days from an anchor, with a window, for which arms (none: all)."""

    arms: tuple[str, ...]
    anchor: str
    every_days: int
    days_before: int
    days_after: int
    count: int
    attempts: int
    exercise_arms: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class BlindingPlan:
    """Who is blinded (roles), what is hidden from them, at which visits they say what they know, and in which ways."""

    roles: tuple[str, ...]
    hide_earlier_results: bool
    log_at: tuple[str, ...]
    ways: tuple[Titled, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CertificationRule:
    """Which instruments need a certificate of the assessor, for how many months it holds; `action` is warn or lock."""

    instruments: tuple[str, ...]
    months: int
    action: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PrimaryOutcome:
    """A result that is a primary outcome, by instrument and result name; `assumption` where the registry is silent."""

    instrument: str
    result: str
    assumption: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class StudyFact:
    """A fact the study asks for about each participant: a date, a number or one of its options; a stratum or not."""

    id: str
    title: LocalText
    type: str
    options: tuple[Titled, ...] = ()
    stratum: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class StatusRule:
    """A status a participant can take, its reasons, and what may still be collected then."""

    id: str
    title: LocalText
    reasons: tuple[Titled, ...]
    collect: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """A worked scoring example inside a study: what goes into a scorer and what must come out, both as JSON objects.

    `scorer` is the name by which `assessdesk score` knows it; only the results named in `expected` are compared.
    """

    scorer: str
    given: str
    expected: str
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StudyConduct:
    """Everything a study asks for around its visits; what it does not ask for is empty or None."""

    arms: tuple[Titled, ...] = ()
    anchors: tuple[Titled, ...] = ()
    eligibility: tuple[Criterion, ...] = ()
    consent_versions: tuple[ConsentVersion, ...] = ()
    sessions: SessionPlan | None = None
    calls: CallPlan | None = None
    blinding: BlindingPlan | None = None
    certification: CertificationRule | None = None
    primary_outcomes: tuple[PrimaryOutcome, ...] = ()
    facts: tuple[StudyFact, ...] = ()
    statuses: tuple[StatusRule, ...] = ()
    cycle_days: int | None = None
    sample_size: int | None = None
    examples: tuple[Example, ...] = ()
