"""From the checked shape of a study file to a `Study` with everything that surrounds its visits.

It must not know what is wrong with a study; only shapes without faults come here.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping

from assessdesk.domain.study import Assumption, PlannedVisit, Role, Site, Study, SummaryWords
from assessdesk.domain.study_conduct import (
    BlindingPlan,
    CallPlan,
    CertificationRule,
    ConsentVersion,
    Criterion,
    Example,
    PlannedExercise,
    PrimaryOutcome,
    SessionPlan,
    StatusRule,
    StudyConduct,
    StudyFact,
    Titled,
)
from assessdesk.services.definitions import study_shapes as shapes
from assessdesk.services.definitions.faults import digest_of, exact_text
from assessdesk.services.definitions.shaping import words_of


def study_from(shape: shapes.StudyShape, text: str) -> Study:
    """Return the study of a shape, with its exact text and digest."""
    return Study(
        id=shape.id,
        version=shape.version,
        title=words_of(shape.title),
        registry=shape.registry,
        source=shape.source,
        languages=tuple(shape.languages),
        participant_language=shape.participant_language,
        blinded=shape.blinded,
        anchor=words_of(shape.anchor),
        minimum_age=shape.minimum_age,
        sexes=tuple(shape.sexes),
        sites={code: _site(code, site) for code, site in shape.sites.items()},
        roles={name: Role(name, words_of(role.title), frozenset(role.may)) for name, role in shape.roles.items()},
        visits=tuple(_visit(visit) for visit in shape.visits),
        show_classifications=shape.show_classifications,
        assumptions=tuple(Assumption(one.id, words_of(one.text), tuple(one.about)) for one in shape.assumptions),
        summary=SummaryWords(
            thanks=words_of(shape.summary.thanks),
            why_no_numbers=words_of(shape.summary.why_no_numbers),
            call_at_once=words_of(shape.summary.call_at_once),
            next_visit_hint=words_of(shape.summary.next_visit_hint),
        ),
        digest=digest_of(text),
        text=exact_text(text),
        conduct=_conduct(shape),
        set_up_roles=tuple(shape.set_up_roles),
    )


def json_of(table: Mapping[str, object]) -> str:
    """Return a table of an example as JSON text, decimals as texts, keys in order."""
    return json.dumps(table, ensure_ascii=False, sort_keys=True, default=str)


def _site(code: str, shape: shapes.SiteShape) -> Site:
    return Site(
        code, words_of(shape.title), shape.country, shape.phone, words_of(shape.hours), words_of(shape.emergency)
    )


def _visit(shape: shapes.VisitShape) -> PlannedVisit:
    return PlannedVisit(
        id=shape.id,
        title=words_of(shape.title),
        participant_title=words_of(shape.participant_title),
        week=shape.week,
        days_before=shape.days_before,
        days_after=shape.days_after,
        battery=tuple(shape.battery),
        anchor=shape.anchor,
        remote=tuple(shape.remote),
    )


def _titled(many: Collection[shapes.TitledShape]) -> tuple[Titled, ...]:
    return tuple(Titled(id=one.id, title=words_of(one.title)) for one in many)


def _conduct(shape: shapes.StudyShape) -> StudyConduct:
    rule = shape.certification
    return StudyConduct(
        arms=_titled(shape.arms),
        anchors=_titled(shape.anchors),
        eligibility=tuple(_criterion(one) for one in shape.eligibility),
        consent_versions=tuple(ConsentVersion(id=one.id, valid_from=one.valid_from) for one in shape.consent_versions),
        sessions=_sessions(shape.sessions) if shape.sessions else None,
        calls=_calls(shape.calls) if shape.calls else None,
        blinding=_blinding(shape.blinding) if shape.blinding else None,
        certification=CertificationRule(instruments=tuple(rule.instruments), months=rule.months, action=rule.action)
        if rule
        else None,
        primary_outcomes=tuple(
            PrimaryOutcome(instrument=one.instrument, result=one.result, assumption=one.assumption or "")
            for one in shape.primary_outcomes
        ),
        facts=tuple(
            StudyFact(
                id=one.id,
                title=words_of(one.title),
                type=one.type,
                options=_titled(one.options),
                stratum=one.stratum,
            )
            for one in shape.facts
        ),
        statuses=tuple(
            StatusRule(id=one.id, title=words_of(one.title), reasons=_titled(one.reasons), collect=tuple(one.collect))
            for one in shape.statuses
        ),
        cycle_days=shape.cycle_days,
        sample_size=shape.sample_size,
        examples=tuple(
            Example(scorer=one.scorer, given=json_of(one.given), expected=json_of(one.expected), source=one.source)
            for one in shape.examples
        ),
    )


def _criterion(shape: shapes.CriterionShape) -> Criterion:
    return Criterion(
        id=shape.id,
        kind=shape.kind,
        text=words_of(shape.text),
        answer=shape.answer,
        unit=shape.unit,
        at_least=shape.at_least,
        at_most=shape.at_most,
        above=shape.above,
        below=shape.below,
        group=shape.group or "",
        waivable=shape.waivable,
        assumption=shape.assumption or "",
    )


def _sessions(shape: shapes.SessionsShape) -> SessionPlan:
    return SessionPlan(
        arms=tuple(shape.arms),
        anchor=shape.anchor,
        per_week=shape.per_week,
        weeks=shape.weeks,
        minutes=shape.minutes,
        minutes_low=shape.minutes_low,
        minutes_high=shape.minutes_high,
        modes=_titled(shape.modes),
        not_held=_titled(shape.not_held),
        exercises=tuple(
            PlannedExercise(
                id=one.id,
                title=words_of(one.title),
                sets=one.sets,
                repetitions=one.repetitions,
                load_unit=one.load_unit,
            )
            for one in shape.exercises
        ),
        online=tuple(shape.online),
    )


def _calls(shape: shapes.CallsShape) -> CallPlan:
    return CallPlan(
        arms=tuple(shape.arms),
        anchor=shape.anchor,
        every_days=shape.every_days,
        days_before=shape.days_before,
        days_after=shape.days_after,
        count=shape.count,
        attempts=shape.attempts,
        exercise_arms=tuple(shape.exercise_arms),
    )


def _blinding(shape: shapes.BlindingShape) -> BlindingPlan:
    return BlindingPlan(
        roles=tuple(shape.roles),
        hide_earlier_results=shape.hide_earlier_results,
        log_at=tuple(shape.log_at),
        ways=_titled(shape.ways),
    )
