"""A study as its definition file describes it: sites, roles, planned visits and the batteries due at them.

It holds intentions, never what happened, and must not know how a visit is captured.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from assessdesk.domain.study_conduct import StudyConduct
from assessdesk.domain.values import LocalText


@dataclass(frozen=True, slots=True)
class Site:
    """A place responsible for participants; `code` begins every study code."""

    code: str
    title: LocalText
    country: str
    phone: str
    hours: LocalText
    emergency: LocalText


@dataclass(frozen=True, slots=True)
class Role:
    """A named set of permissions (`enrol`, `capture`, `sign`, `export`, `people`, …)."""

    id: str
    title: LocalText
    may: frozenset[str]


@dataclass(frozen=True, slots=True)
class PlannedVisit:
    """The protocol's intention: target = anchor + 7 × week, with an inclusive window in days around it.

    `anchor` is `baseline`, another anchor of the study, or `visit:<id>`: the day on which that visit took place.
    `remote` lists the ways besides on site in which the visit may be held (`video`, `telephone`).
    """

    id: str
    title: LocalText
    participant_title: LocalText
    week: int
    days_before: int
    days_after: int
    battery: tuple[str, ...]
    anchor: str = "baseline"
    remote: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Assumption:
    """Something the registry does not say and the trial team must confirm; `about` names parts of the study."""

    id: str
    text: LocalText
    about: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SummaryWords:
    """What the participant's page says in this study."""

    thanks: LocalText
    why_no_numbers: LocalText
    call_at_once: LocalText
    next_visit_hint: LocalText


@dataclass(frozen=True, slots=True)
class Study:
    """The research project under one protocol version. `set_up_roles` go to whoever sets a station up."""

    id: str
    version: str
    title: LocalText
    registry: str
    source: str
    languages: tuple[str, ...]
    participant_language: str
    blinded: bool
    anchor: LocalText
    minimum_age: int
    sexes: tuple[str, ...]
    sites: Mapping[str, Site]
    roles: Mapping[str, Role]
    visits: tuple[PlannedVisit, ...]
    assumptions: tuple[Assumption, ...]
    summary: SummaryWords
    digest: str
    text: str
    show_classifications: bool = False
    conduct: StudyConduct = field(default_factory=StudyConduct)
    set_up_roles: tuple[str, ...] = ("assessor", "coordinator")

    def visit(self, visit_id: str) -> PlannedVisit:
        """Return a planned visit, or raise KeyError."""
        for visit in self.visits:
            if visit.id == visit_id:
                return visit
        raise KeyError(visit_id)
