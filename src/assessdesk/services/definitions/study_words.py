"""A whole study as lines that a person can read, every part that rests on an assumption marked as such.

It says what the file says, in English headings; wording follows in every language it exists in. It must not know who
reads it, nor whether the study is in force.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from decimal import Decimal

from assessdesk.domain.instrument import Instrument
from assessdesk.domain.study import PlannedVisit, Study
from assessdesk.domain.study_conduct import CallPlan, Criterion, SessionPlan, StudyConduct, Titled
from assessdesk.domain.values import LocalText

MARK = "rests on assumption"


def study_lines(study: Study, instruments: Mapping[str, Instrument] | None = None) -> Iterator[str]:
    """Yield the lines of a study from its name to its assumptions; what its batteries hold where that is known."""
    conduct, held = study.conduct, instruments or {}
    yield f"{study.id}, version {study.version}, {study.registry}{', blinded' if study.blinded else ''}"
    yield from wording("title", study.title)
    yield f"  source: {study.source}"
    yield f"  languages {', '.join(study.languages)}; participants read {study.participant_language}"
    people = f"  sexes {', '.join(study.sexes)}, {study.minimum_age} years or older"
    yield f"{people}{_marked(study, 'sexes', 'minimum_age', 'sample_size')}"
    if conduct.sample_size is not None:
        yield f"  {conduct.sample_size} participants planned"
    if conduct.cycle_days is not None:
        yield f"  cycles of {conduct.cycle_days} days{_marked(study, 'cycle_days')}"
    yield f"  digest: {study.digest}"
    yield from _head("Sites", study, "sites")
    for site in study.sites.values():
        yield f"[site {site.code}] {site.title.get('en')}, {site.country}, {site.phone}"
        yield f"  {site.hours.get('en')}. {site.emergency.get('en')}"
    yield from _head("Roles", study, "roles")
    for role in study.roles.values():
        first = ", who sets a station up" if role.id in study.set_up_roles else ""
        yield f"[role {role.id}] {role.title.get('en')}{first}: may {', '.join(sorted(role.may))}"
    yield from _titled("Arms", conduct.arms, study, "arms")
    yield from _head("Anchors", study, "anchor", "anchors")
    yield f"  baseline: {study.anchor.get('en')}"
    yield from (f"  {anchor.id}: {anchor.title.get('en')}" for anchor in conduct.anchors)
    yield from _eligibility(study)
    if conduct.consent_versions:
        yield from _head("Consent versions", study, "consent_versions")
        yield from (f"  {version.id} from {version.valid_from}" for version in conduct.consent_versions)
        yield "  nothing is assessed before the day of consent"
    yield from _head("Visits", study, "visits")
    for visit in study.visits:
        yield from _visit(study, visit)
    yield from _batteries(study, held)
    yield from _forms(study)
    yield from _programme(study)
    yield from _quality(study)
    yield from _around(study)
    yield from _head("For the participant", study, "summary")
    for name in ("thanks", "why_no_numbers", "call_at_once", "next_visit_hint"):
        yield from wording(name.replace("_", " "), getattr(study.summary, name))
    yield "Assumptions, to be confirmed by the trial team" if study.assumptions else "Nothing is assumed."
    for one in study.assumptions:
        about = f" ({', '.join(one.about)})" if one.about else ""
        yield f"  ASSUMPTION {one.id}{about}: {one.text.get('en')}"


def wording(name: str, text: LocalText | None) -> Iterator[str]:
    """Yield a text in every language it exists in."""
    for language, words in text.texts.items() if text else ():
        yield f"    {name} ({language}): {words}"


def _head(title: str, study: Study, *keys: str) -> Iterator[str]:
    yield f"{title}{_marked(study, *keys)}"


def _marked(study: Study, *keys: str) -> str:
    """Return the mark of a part that rests on assumptions, or nothing."""
    found = [one.id for one in study.assumptions if set(one.about) & set(keys)]
    return f"  << {MARK} {', '.join(found)}" if found else ""


def _titled(title: str, many: tuple[Titled, ...], study: Study, key: str) -> Iterator[str]:
    if many:
        yield from _head(title, study, key)
        yield from (f"  {one.id}: {one.title.get('en')}" for one in many)


def _eligibility(study: Study) -> Iterator[str]:
    criteria = study.conduct.eligibility
    if not criteria:
        return
    yield from _head("Eligibility", study, "eligibility")
    for kind, heading in (("inclusion", "must be met"), ("exclusion", "must not be met")):
        yield f"  {kind}: each {heading}"
        yield from (f"    {_criterion(one)}" for one in criteria if one.kind == kind)


def _criterion(one: Criterion) -> str:
    bounds = (
        ("at least", one.at_least), ("at most", one.at_most), ("above", one.above), ("below", one.below),
    )  # fmt: skip
    asked = " and ".join(f"{word} {_digits(bound)}" for word, bound in bounds if bound is not None)
    facts = [
        f"a number in {one.unit}: {asked}" if asked else "yes or no",
        f"any one of the group {one.group}" if one.group else "",
        "may be waived with a reason" if one.waivable else "",
        f"<< {MARK} {one.assumption}" if one.assumption else "",
    ]
    return f"{one.id}: {one.text.get('en')} ({'; '.join(fact for fact in facts if fact)})"


def _digits(value: Decimal) -> str:
    return format(value, "f")


def _visit(study: Study, visit: PlannedVisit) -> Iterator[str]:
    if visit.anchor.startswith("visit:"):
        counted = f"after visit {visit.anchor.removeprefix('visit:')}"
    else:
        titles = {"baseline": study.anchor} | {anchor.id: anchor.title for anchor in study.conduct.anchors}
        counted = f"after {visit.anchor} ({titles[visit.anchor].get('en')})"
    yield f"[visit {visit.id}] {visit.title.get('en')}: {visit.week} weeks {counted}"
    target = f"{7 * visit.week} days after it" if visit.week else "that day"
    yield f"  target {target}, window {visit.days_before} days before to {visit.days_after} after"
    yield f"  in this order: {', '.join(visit.battery)}"
    if visit.remote:
        yield f"  may be held by {' or '.join(visit.remote)}; then without what needs the site"


def _batteries(study: Study, held: Mapping[str, Instrument]) -> Iterator[str]:
    """Yield what the ids in the batteries stand for: measurements and tests, then questionnaires with their wording."""
    due = dict.fromkeys(name for visit in study.visits for name in visit.battery)
    known = [held[name] for name in due if name in held]
    for heading, some in (
        ("Measurements and tests", [one for one in known if not one.ship_class]),
        ("Questionnaires", [one for one in known if one.ship_class]),
    ):
        if some:
            yield heading
        for one in some:
            words = f"; its wording comes from {one.licence_holder}, with the site's permission"
            checked = f"; {len(one.unverified)} to be checked" if one.unverified else ""
            asked = words if one.needs_text_pack else ""
            yield f"  {one.id}: {one.title.get('en')}, edition {one.edition}{asked}{checked}"
    others = [name for name in due if name not in held]
    if held and others:
        yield f"Not shipped, in a file of the site's own: {', '.join(others)}"


def _forms(study: Study) -> Iterator[str]:
    """Yield the forms that a study is run with besides its instruments."""
    conduct = study.conduct
    forms = (
        ("screening with the criteria above", conduct.eligibility),
        ("consent with its version", conduct.consent_versions),
        ("exercise session", conduct.sessions),
        ("telephone follow-up", conduct.calls),
        ("blinding log", conduct.blinding),
        ("change of status", conduct.statuses),
        ("certificate of an assessor", conduct.certification),
    )
    named = [name for name, asked in forms if asked]
    yield f"Forms: {', '.join([*named, 'adverse event (CTCAE v5.0)', 'query'])}"


def _programme(study: Study) -> Iterator[str]:
    sessions, calls = study.conduct.sessions, study.conduct.calls
    if sessions is not None:
        yield from _head("Exercise sessions", study, "sessions")
        yield from _sessions(sessions)
    if calls is not None:
        yield from _head("Follow-ups by telephone", study, "calls")
        yield from _calls(calls)


def _sessions(plan: SessionPlan) -> Iterator[str]:
    number = f"{plan.per_week} a week for {plan.weeks} weeks"
    yield f"  {number} from {plan.anchor}: {plan.planned} planned, {_for(plan.arms)}"
    yield f"  {plan.minutes} minutes each; below {plan.minutes_low} or above {plan.minutes_high} asks back"
    yield from _choices("  modes", plan.modes)
    if plan.online:
        yield f"  counted as online: {', '.join(plan.online)}"
    yield from _choices("  reasons for a session not held", plan.not_held)
    for one in plan.exercises:
        load = f", load in {one.load_unit}" if one.load_unit else ""
        yield f"  exercise {one.id}: {one.title.get('en')}, {one.sets} × {one.repetitions}{load}"


def _calls(plan: CallPlan) -> Iterator[str]:
    window = f"{plan.days_before} days before to {plan.days_after} after"
    yield f"  {plan.count} calls, every {plan.every_days} days from {plan.anchor}, {window}, {_for(plan.arms)}"
    yield f"  missed after {plan.attempts} attempts on different days"
    if plan.exercise_arms:
        yield f"  asked about exercise: {', '.join(plan.exercise_arms)}"


def _for(arms: tuple[str, ...]) -> str:
    return f"for {', '.join(arms)}" if arms else "for all arms"


def _choices(name: str, many: tuple[Titled, ...]) -> Iterator[str]:
    yield f"{name}: {'; '.join(one.id + ' (' + one.title.get('en') + ')' for one in many)}"


def _quality(study: Study) -> Iterator[str]:
    """Yield the rules of blinding and certificates, and the primary outcomes."""
    conduct = study.conduct
    if conduct.blinding is not None:
        yield from _head("Blinding", study, "blinding")
        yield f"  blinded: {', '.join(conduct.blinding.roles)}"
        yield f"  earlier results are {'hidden' if conduct.blinding.hide_earlier_results else 'shown'}"
        yield f"  asked what they know at: {', '.join(conduct.blinding.log_at) or 'no visit'}"
        yield from _choices("  ways of learning it", conduct.blinding.ways)
    if conduct.certification is not None:
        rule = conduct.certification
        without = "the assessor is warned" if rule.action == "warn" else "the instrument stays locked"
        yield from _head("Certificates of assessors", study, "certification")
        yield f"  {', '.join(rule.instruments)}: for {rule.months} months; without one {without}"
    if conduct.primary_outcomes:
        yield from _head("Primary outcomes", study, "primary_outcomes")
        for outcome in conduct.primary_outcomes:
            mark = f"  << {MARK} {outcome.assumption}" if outcome.assumption else ""
            yield f"  {outcome.instrument}, {outcome.result}{mark}"


def _around(study: Study) -> Iterator[str]:
    """Yield facts, statuses and worked examples."""
    conduct: StudyConduct = study.conduct
    if conduct.facts:
        yield from _head("Facts asked about each participant", study, "facts")
        for fact in conduct.facts:
            options = f": {', '.join(option.id for option in fact.options)}" if fact.options else ""
            yield f"  {fact.id}: {fact.title.get('en')} ({fact.type}{options}{', a stratum' if fact.stratum else ''})"
    if conduct.statuses:
        yield from _head("Leaving the study", study, "statuses")
        for status in conduct.statuses:
            yield f"  {status.id}: {status.title.get('en')}"
            yield from _choices("    reasons", status.reasons)
            yield f"    still collected: {', '.join(status.collect) or 'nothing'}"
    if conduct.examples:
        yield from _head("Worked scoring examples", study, "examples")
        for example in conduct.examples:
            yield f"  {example.scorer}: {_plain(example.given)} gives {_plain(example.expected)} ({example.source})"


def _plain(text: str) -> str:
    """Return a JSON object as words."""
    return _said(json.loads(text))


def _said(value: object) -> str:
    if isinstance(value, dict):
        return ", ".join(f"{name} {_said(each)}" for name, each in value.items())
    if isinstance(value, list):
        return " ".join(map(_said, value))
    return str(value)
