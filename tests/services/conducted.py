"""A desk whose study asks for what surrounds the visits: eligibility, consent versions, statuses, facts, cycles."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from assessdesk.domain.study_conduct import (
    ConsentVersion,
    Criterion,
    StatusRule,
    StudyConduct,
    StudyFact,
    Titled,
)
from assessdesk.domain.values import LocalText
from assessdesk.services.desk import Desk

PERMISSIONS = frozenset({"screen", "waive", "status"})


def words(text: str) -> LocalText:
    """Return the same words in every language."""
    return LocalText({"en": text, "ko": text, "zh": text})


def titled(*ids: str) -> tuple[Titled, ...]:
    """Return codes with their words."""
    return tuple(Titled(id=each, title=words(each.replace("_", " ").capitalize())) for each in ids)


CRITERIA = (
    Criterion(id="neoadjuvant", kind="inclusion", text=words("Starts neoadjuvant chemotherapy")),
    Criterion(
        id="pain", kind="inclusion", text=words("Worst pain"), answer="number", at_least=Decimal(3), group="complaint"
    ),
    Criterion(id="low_vitamin_d", kind="inclusion", text=words("Low vitamin D"), group="complaint"),
    Criterion(id="metastasis", kind="exclusion", text=words("Distant metastasis")),
    Criterion(
        id="bone_density",
        kind="exclusion",
        text=words("T-score of bone density"),
        answer="number",
        below=Decimal("-2.5"),
        waivable=True,
    ),
)
"""Two plain criteria, two of which one is enough, and one by number that can be waived."""

ELIGIBLE = {
    "neoadjuvant": "yes",
    "pain": "3",
    "low_vitamin_d": "unknown",
    "metastasis": "no",
    "bone_density": "-2.5",
}

STATUSES = (
    StatusRule(
        id="withdrawn",
        title=words("Withdrawn"),
        reasons=titled("too_far", "other"),
        collect=("calls", "adverse_events"),
    ),
    StatusRule(
        id="stopped", title=words("Stopped the intervention"), reasons=titled("toxicity"), collect=("visits", "calls")
    ),
    StatusRule(id="deceased", title=words("Deceased"), reasons=titled("cancer", "other"), collect=()),
)

CONDUCT = StudyConduct(
    anchors=titled("randomisation"),
    eligibility=CRITERIA,
    consent_versions=(
        ConsentVersion(id="1.0", valid_from="2025-01-01"),
        ConsentVersion(id="2.0", valid_from="2025-06-01"),
        ConsentVersion(id="3.0", valid_from="2025-12-01"),
    ),
    facts=(
        StudyFact(id="surgery_day", title=words("Day of surgery"), type="date"),
        StudyFact(id="nodes", title=words("Positive nodes"), type="number"),
        StudyFact(
            id="menopause", title=words("Menopause"), type="choice", options=titled("before", "after"), stratum=True
        ),
    ),
    statuses=STATUSES,
    cycle_days=21,
)


def conduct_study(desk: Desk, conduct: StudyConduct = CONDUCT) -> Desk:
    """Give the study in force what it asks for around its visits, and its coordinators the permissions for that."""
    study = desk.in_force
    coordinator = study.roles["coordinator"]
    roles = {**study.roles, "coordinator": replace(coordinator, may=coordinator.may | PERMISSIONS)}
    desk.study = replace(study, conduct=conduct, roles=roles)
    return desk
