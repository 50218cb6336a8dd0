"""Queries that rules raise when a visit is signed, and close when a correction has settled the matter.

There is one query for each rule and place: firing twice adds nothing. It must not know who signs, nor how a query is
shown.
"""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence

from assessdesk.domain.conduct import QueryStand
from assessdesk.domain.events import Draft, Entry, ValueCorrected, VisitSigned
from assessdesk.domain.guide import cross_findings
from assessdesk.domain.instrument import Check
from assessdesk.domain.query_events import QueryClosed, QueryRaised, QueryReopened
from assessdesk.domain.querying import RULE, Firing, QueryRule, RuleKind, closed_by_rule, of_rules, place_path
from assessdesk.domain.record import Assessment, Record
from assessdesk.domain.slots import Context
from assessdesk.services.assessments import context_of
from assessdesk.services.desk import Desk
from assessdesk.services.scores import scores_of


def firings(desk: Desk, record: Record, visit: str) -> tuple[Firing, ...]:
    """Return the rules that do not hold at a visit, each with its place."""
    history = tuple(desk.ledger.entries(entity=record.participant, kinds=(VisitSigned.kind, ValueCorrected.kind)))
    found: dict[tuple[str, str, str], Firing] = {}
    for rule in desk.library.query_rules:
        for assessment in record.visits[visit].assessments.values():
            for one in _of_assessment(desk, record, rule, assessment, history):
                found.setdefault(one.key, one)
    return tuple(found.values())


def _of_assessment(
    desk: Desk, record: Record, rule: QueryRule, assessment: Assessment, history: Sequence[Entry]
) -> Iterator[Firing]:
    """Yield where one rule does not hold in an assessment."""
    match rule.kind:
        case RuleKind.CHECK:
            yield from _contradictions(desk, record, rule, assessment)
        case RuleKind.PRIMARY_OUTCOME:
            if _outcome_missing(desk, record, assessment):
                yield Firing(rule, assessment.id)
        case RuleKind.AFTER_SIGNING:
            for slot in corrected_after_signing(assessment, history):
                yield _at(rule, assessment, slot)
        case RuleKind.CONTESTED:
            for slot in contested_slots(assessment, history):
                yield _at(rule, assessment, slot)


def _contradictions(desk: Desk, record: Record, rule: QueryRule, assessment: Assessment) -> Iterator[Firing]:
    """Yield a check of an instrument that finds something nobody has confirmed with a reason at entry."""
    context = context_of(desk, record, assessment.visit, assessment.instrument)
    for check in context.instrument.checks:
        if check.rule == rule.id and not _settled(check, context, assessment):
            yield _at(rule, assessment, next(iter(check.slots.values())))


def _settled(check: Check, context: Context, assessment: Assessment) -> bool:
    """Say whether a check holds, or was confirmed at entry and nothing was corrected since."""
    found = {finding.code for finding in cross_findings(check, context, assessment)}
    turns = [turn for turn in map(assessment.live, check.slots.values()) if turn]
    confirmed = {one.finding for turn in turns for one in turn.confirmations}
    return not found or (found <= confirmed and not any(turn.corrected for turn in turns))


def _outcome_missing(desk: Desk, record: Record, assessment: Assessment) -> bool:
    """Say whether a primary outcome of the study that this instrument gives has no result."""
    wanted = {one.result for one in desk.in_force.conduct.primary_outcomes if one.instrument == assessment.instrument}
    if not wanted:
        return False
    scores = scores_of(desk.instrument_of(record, assessment), assessment, record, desk.library.tables)
    return not wanted <= {score.name for score in scores if score.value is not None}


def corrected_after_signing(assessment: Assessment, history: Sequence[Entry]) -> tuple[str, ...]:
    """Return the slots of an assessment corrected after the first signature on its visit."""
    signed, found = False, []
    for entry in history:
        match entry.event:
            case VisitSigned(visit=visit):
                signed = signed or visit == assessment.visit
            case ValueCorrected(assessment=one, slot=slot) if signed and one == assessment.id:
                found.append(slot)
            case _:
                continue
    return tuple(dict.fromkeys(found))


def contested_slots(assessment: Assessment, history: Sequence[Entry]) -> tuple[str, ...]:
    """Return the slots whose value was corrected from one base to two different values, and not settled since.

    A correction made from either of the two settles it. Two stations, or a restored one, can state such a pair.
    """
    open_: dict[str, dict[str, object]] = {}
    places: dict[str, str] = {}
    for entry in history:
        event = entry.event
        if not isinstance(event, ValueCorrected) or event.assessment != assessment.id:
            continue
        for versions in open_.values():
            if event.base in versions:
                versions.clear()
        open_.setdefault(event.base, {})[entry.hash] = event.value
        places[event.base] = event.slot
    contested = [base for base, versions in open_.items() if len({repr(value) for value in versions.values()}) > 1]
    return tuple(dict.fromkeys(places[base] for base in contested))


def _at(rule: QueryRule, assessment: Assessment, slot: str) -> Firing:
    live = assessment.live(slot)
    return Firing(rule, assessment.id, slot, live.turn if live else 0)


def drafts(desk: Desk, record: Record, visit: str) -> tuple[Draft, ...]:
    """Return what the rules have to say at a visit now: queries raised, opened again or closed; nothing twice."""
    firing = {one.key: one for one in firings(desk, record, visit)}
    known = dict(of_rules(record.conduct, visit))
    found: list[Draft] = []
    for key, one in firing.items():
        held = known.get(key)
        if held is None:
            raised = _raised(desk, record, visit, one)
            found.append(_draft(record, raised, place=raised))
        elif closed_by_rule(held):
            event = QueryReopened(
                participant=record.participant,
                query=held.raised.event.query,
                by=one.rule.id,
                text=one.rule.text.get("en"),
            )
            found.append(_draft(record, event, place=held.raised.event))
    return (*found, *_closings(record, visit, firing))


def settling(desk: Desk, record: Record, visit: str) -> tuple[Draft, ...]:
    """Return the closing of every query of a rule that holds again, named after the rule."""
    return _closings(record, visit, {one.key for one in firings(desk, record, visit)})


def _closings(record: Record, visit: str, firing: Container[tuple[str, str, str]]) -> tuple[Draft, ...]:
    """Return the closing of the queries of a visit whose rules are not among those that fire."""
    return tuple(
        _draft(
            record,
            QueryClosed(
                participant=record.participant,
                query=held.raised.event.query,
                by=key[0],
                reason=f"The rule {key[0]} holds again.",
            ),
            place=held.raised.event,
        )
        for key, held in of_rules(record.conduct, visit)
        if key not in firing and held.stand is not QueryStand.CLOSED
    )


def _raised(desk: Desk, record: Record, visit: str, firing: Firing) -> QueryRaised:
    """Return the query of a rule; its text is the English one, windows show the rule in their own language."""
    return QueryRaised(
        participant=record.participant,
        query=desk.ids.fresh(),
        visit=visit,
        assessment=firing.assessment,
        instrument=record.visits[visit].assessments[firing.assessment].instrument,
        slot=firing.slot,
        turn=firing.turn,
        origin=RULE,
        raised_by=firing.rule.id,
        rule=firing.rule.id,
        text=firing.rule.text.get("en"),
    )


def _draft(record: Record, event: QueryRaised | QueryClosed | QueryReopened, *, place: QueryRaised) -> Draft:
    """Return a fact that the program states about a participant."""
    return Draft(event=event, entity=record.participant, field=place_path(place), originator="computed")
