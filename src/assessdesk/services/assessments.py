"""Visits and assessments: opening a visit after the second identifier, starting an instrument, performing commands.

It turns commands into durable facts through `domain.capture.decide` and must not know how a step is displayed.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from assessdesk.domain.capture import WrongSlot, begin, decide
from assessdesk.domain.checks import Finding
from assessdesk.domain.closing import close
from assessdesk.domain.commands import Command
from assessdesk.domain.events import AssessmentStarted, Draft, Entry, Event, TrialVoided, ValueRecorded, VisitOpened
from assessdesk.domain.guide import FinishedStep, Step, next_step
from assessdesk.domain.instrument import Instrument
from assessdesk.domain.record import Assessment, Record, Visit, evolve
from assessdesk.domain.safety_events import AdverseEventDrafted
from assessdesk.domain.schedule import UNSCHEDULED, place_of
from assessdesk.domain.slots import Context, Now
from assessdesk.domain.status import VISITS
from assessdesk.domain.study import PlannedVisit
from assessdesk.domain.values import Missing
from assessdesk.ports import Refusal, VisitRow
from assessdesk.services import text_packs
from assessdesk.services.beginning import AT_A_DISTANCE, ON_SITE, Settled, mode_today, only_at_a_distance, settle
from assessdesk.services.certification import administered, locks, standing
from assessdesk.services.desk import Desk, participant_fact
from assessdesk.services.devices import device_of
from assessdesk.services.safety import barred, drafts_of, require_clear, rules_of, state_not_done
from assessdesk.services.status import require_collected
from assessdesk.services.visit_plans import battery_names, window_for
from assessdesk.services.wording import plain

HELD = "ND08"


@dataclass(frozen=True, slots=True, kw_only=True)
class Performed:
    """What a command led to: the record after it, findings to show, and the entries that are now on disk."""

    record: Record
    findings: tuple[Finding, ...]
    entries: tuple[Entry, ...]


def open_visit(desk: Desk, participant: str, planned: str, *, birth_year: str, reason: str = "") -> str:
    """Open a planned visit, or continue it, once the second identifier matches; return the visit's id.

    A visit that is open already may also be named by its own id; an unscheduled one cannot be named otherwise. A missed
    visit can be opened, with a reason, until its window closes: then it stays missed.

    Raises Refusal: another birth year (nothing is opened), before consent, outside the window or missed without a
    reason, missed and closed, or counted from a day that is not known yet.
    """
    desk.require("capture")
    record = identified(desk, participant, birth_year)
    for visit in record.visits.values():
        if planned in {visit.planned, visit.id} and planned != UNSCHEDULED:
            return visit.id
    require_open(desk, record)
    plan = desk.in_force.visit(planned)
    place = _place_today(desk, record, plan, reason=reason)
    return state_opened(desk, record, planned, window=place, reason=reason)


def identified(desk: Desk, participant: str, birth_year: str) -> Record:
    """Return the record of a participant whose second identifier was typed. Raises Refusal for another one."""
    record = desk.record(participant)
    if birth_year.strip() != str(record.birth_year):
        raise Refusal("SECOND_IDENTIFIER_DIFFERS", code=record.code)
    return record


def require_open(desk: Desk, record: Record) -> None:
    """Raise Refusal where no visit may be opened: by status, or while the day of consent has not come."""
    require_collected(record, VISITS)
    _require_consent(desk, record)


def _place_today(desk: Desk, record: Record, plan: PlannedVisit, *, reason: str) -> str:
    """Return where today lies against a visit's window. Raises Refusal where that needs a reason, or forbids it."""
    window = window_for(desk, record, plan)
    if window is None:
        raise Refusal("VISIT_WAITS", code=record.code)
    place = place_of(window, desk.clock.now().date())
    missed = record.conduct.missed.get(plan.id)
    if missed and place == "late":
        raise Refusal("VISIT_STAYS_MISSED", date=missed.event.date, latest=window.latest.isoformat())
    if missed and not reason.strip():
        raise Refusal("VISIT_WAS_MISSED", date=missed.event.date, latest=window.latest.isoformat())
    if place != "inside" and not reason.strip():
        raise Refusal(
            "OUTSIDE_WINDOW", earliest=window.earliest.isoformat(), latest=window.latest.isoformat(), place=place
        )
    return place


def state_opened(
    desk: Desk, record: Record, planned: str, *, window: str, reason: str, battery: tuple[str, ...] = ()
) -> str:
    """Write that a visit was opened today and return its id."""
    visit_id = desk.ids.fresh()
    event = VisitOpened(
        participant=record.participant,
        visit=visit_id,
        planned=planned,
        date=desk.clock.now().date().isoformat(),
        window=window,
        reason=plain(reason),
        study_digest=desk.in_force.digest,
        battery=battery,
    )
    desk.append(participant_fact(record.participant, event, path=visit_id, definition=desk.in_force.digest))
    return visit_id


def _require_consent(desk: Desk, record: Record) -> None:
    """Raise Refusal while the day of consent has not come: nothing is assessed before it."""
    if desk.clock.now().date() < date.fromisoformat(record.consent_date):
        raise Refusal("BEFORE_CONSENT", code=record.code, date=record.consent_date)


def battery_of(desk: Desk, visit: Visit) -> tuple[Instrument, ...]:
    """Return the instruments due at a visit, in their order."""
    held = desk.instruments_at(visit)
    return tuple(held[name] for name in battery_names(desk, visit))


def context_of(desk: Desk, record: Record, visit: str, instrument: str) -> Context:
    """Return what the guide must know beside the facts."""
    limits = desk.limits or desk.library.limits
    return Context(
        instrument=desk.instruments_at(record.visits[visit])[instrument],
        sex=record.sex,
        restricted_side=record.care.restricted_side,
        first_time=record.previous(instrument, visit) is None,
        limits=limits.values,
        cross=limits.cross,
        devices={row.device: row for row in desk.ledger.views.devices()},
        today=desk.clock.now().date(),
        earlier=record.earlier(instrument, visit),
    )


def start_assessment(
    desk: Desk, record: Record, visit: str, instrument: str, answer: Settled | None = None
) -> Performed:
    """Begin an instrument at a visit, or continue it, and return the record with it.

    `answer` settles what `beginning_of` asks. What needs the participant here is closed as not done (ND12) where the
    visit is held at a distance; once the participant is here it is begun all the same.

    Raises Refusal: no consent yet, effort on hold, no certificate, or something that was not settled.
    """
    desk.require("capture")
    _require_consent(desk, record)
    definition = desk.instruments_at(record.visits[visit])[instrument]
    held, said = record.visits[visit].of(instrument), answer or Settled()
    apart = definition.needs_presence and said.mode != ON_SITE
    again = held is not None and not apart and answer is not None and only_at_a_distance(record, held)
    if not apart and (held is None or again or not finished(desk, record, visit, instrument)):
        require_clear(desk, record.visits[visit], definition, screened=screened(desk, record, visit))
    if held is not None and not again:
        return Performed(record=record, findings=(), entries=())
    settled = settle(desk, record, visit, definition, said)
    started, facts = _begun(desk, record, visit, definition, settled=settled, measuring=not apart)
    if apart:
        facts = (*facts, *_closed(desk, record, definition, started, facts, reason=Missing(code=AT_A_DISTANCE)))
    return _written(desk, record, (started, *facts), visit=visit, assessment=started.assessment)


def _begun(
    desk: Desk,
    record: Record,
    visit: str,
    definition: Instrument,
    *,
    settled: Settled | None = None,
    measuring: bool = True,
) -> tuple[AssessmentStarted, tuple[Event, ...]]:
    """Return the fact that an instrument was begun, and what holds from the start."""
    instrument = definition.id
    said = settled or Settled()
    started = AssessmentStarted(
        participant=record.participant,
        visit=visit,
        assessment=desk.ids.fresh(),
        instrument=instrument,
        edition=definition.edition,
        definition=definition.digest,
    )
    now = desk.now()
    context = context_of(desk, record, visit, instrument)
    facts = begin(_empty(started, now), participant=record.participant, context=context, now=now)
    how = administered(desk, started, mode=said.mode, confirmations=said.confirmations, measuring=measuring)
    return started, (how, *facts)


def _closed(
    desk: Desk,
    record: Record,
    definition: Instrument,
    started: AssessmentStarted,
    first: tuple[Event, ...],
    *,
    reason: Missing,
) -> tuple[Event, ...]:
    """Return the facts that close an instrument which was just begun; `first` are those that hold from the start."""
    now = desk.now()
    besides = frozenset(event.slot for event in first if isinstance(event, ValueRecorded))
    context = context_of(desk, record, started.visit, definition.id)
    return close(
        _empty(started, now), reason, participant=record.participant, context=context, now=now, besides=besides
    )


def _empty(started: AssessmentStarted, now: Now) -> Assessment:
    """Return an assessment that was just begun."""
    return Assessment(
        id=started.assessment,
        visit=started.visit,
        instrument=started.instrument,
        edition=started.edition,
        definition=started.definition,
        seq=0,
        started_at=now.at,
    )


def screened(desk: Desk, record: Record, visit: str) -> bool:
    """Say whether the safety screen of a visit is finished, or is not part of the visit. At a distance nobody is."""
    screen = rules_of(desk).screen
    if screen not in battery_names(desk, record.visits[visit]):
        return True
    held = record.visits[visit].of(screen)
    return held is not None and not only_at_a_distance(record, held) and finished(desk, record, visit, screen)


def may_begin(desk: Desk, record: Record, visit: str, instrument: str) -> bool:
    """Say whether an instrument is finished, or can be begun or continued now: no hold, screen or lock bars it.

    At a distance nothing is barred: what needs the participant here is then stated as not done.
    """
    if finished(desk, record, visit, instrument) or mode_today(desk, record, visit) != ON_SITE:
        return True
    if record.visits[visit].of(instrument) is None and locks(desk, standing(desk, desk.author.user, instrument)):
        return False
    try:
        held = record.visits[visit]
        require_clear(desk, held, desk.instruments_at(held)[instrument], screened=screened(desk, record, visit))
    except Refusal:
        return False
    return True


def state_barred_not_done(desk: Desk, record: Record, visit: str, *, text: str = "") -> Record:
    """State in one act that every instrument which an open hold bars is not done (ND08); what is recorded stays."""
    reason = Missing(code=HELD, text=plain(text))
    now = desk.now()
    facts: list[tuple[Instrument, tuple[Event, ...]]] = []
    for definition in battery_of(desk, record.visits[visit]):
        if finished(desk, record, visit, definition.id) or not barred(desk, record.visits[visit], definition):
            continue
        held = record.visits[visit].of(definition.id)
        first: tuple[Event, ...] = ()
        if held is None:
            started, begun = _begun(desk, record, visit, definition, measuring=False)
            held, first = _empty(started, now), (started, *begun)
        besides = frozenset(event.slot for event in first if isinstance(event, ValueRecorded))
        context = context_of(desk, record, visit, definition.id)
        closed = close(held, reason, participant=record.participant, context=context, now=now, besides=besides)
        facts.append((definition, (*first, *closed)))
    if not facts:
        raise Refusal("NOTHING_ON_HOLD")
    return state_not_done(desk, record, visit, facts)


def perform(desk: Desk, record: Record, visit: str, instrument: str, command: Command) -> Performed:
    """Decide a command and write its facts durably before returning. Raises Refusal; then nothing was written."""
    desk.require("capture")
    assessment = record.visits[visit].of(instrument)
    if assessment is None:
        raise Refusal("NOT_STARTED", instrument=instrument)
    text_packs.require_mode(desk, record, visit, instrument, command=command)
    context = context_of(desk, record, visit, instrument)
    try:
        decision = decide(assessment, command, participant=record.participant, context=context, now=desk.now())
    except WrongSlot as error:
        raise Refusal("WRONG_SLOT", what=error) from error
    opened = drafts_of(desk, record, assessment, decision.events, context.instrument)
    done = _written(desk, record, (*decision.events, *opened), visit=visit, assessment=assessment.id)
    return Performed(record=done.record, findings=decision.findings, entries=done.entries)


def _written(desk: Desk, record: Record, events: Sequence[Event], *, visit: str, assessment: str) -> Performed:
    """Append facts of one assessment in one transaction and fold them in."""
    if not events:
        return Performed(record=record, findings=(), entries=())
    instrument = _instrument_of(record, events, visit, assessment)
    definition = desk.instruments_at(record.visits[visit])[instrument].digest
    drafts = [
        Draft(
            event=event,
            entity=record.participant,
            field="/".join([visit, assessment, *([event.slot] if hasattr(event, "slot") else [])]),
            definition=definition,
            originator=_originator(event, first=place == 0),
        )
        for place, event in enumerate(events)
    ]
    entries = desk.append(*drafts)
    for entry in entries:
        record = evolve(record, entry)
    for event in events:
        desk.station_defaults |= device_of(event, instrument)
    return Performed(record=record, findings=(), entries=entries)


def _instrument_of(record: Record, events: Sequence[Event], visit: str, assessment: str) -> str:
    """Return the instrument that the facts belong to."""
    first = events[0]
    if isinstance(first, AssessmentStarted):
        return first.instrument
    return record.visits[visit].assessments[assessment].instrument


def _originator(event: Event, *, first: bool) -> str:
    """Say where a fact comes from: what follows by rule from another fact is computed, the rest is a person's."""
    if isinstance(event, AdverseEventDrafted):
        return "computed"
    follows = isinstance(event, TrialVoided) or (isinstance(event, ValueRecorded) and isinstance(event.value, Missing))
    return "computed" if follows and not first else "person"


def step_of(desk: Desk, record: Record, visit: str, instrument: str) -> Step | None:
    """Return the next step of an instrument at a visit, or None when it was not started."""
    assessment = record.visits[visit].of(instrument)
    if assessment is None:
        return None
    return next_step(context_of(desk, record, visit, instrument), assessment)


def finished(desk: Desk, record: Record, visit: str, instrument: str) -> bool:
    """Say whether every slot of an instrument has a value or a coded reason."""
    return isinstance(step_of(desk, record, visit, instrument), FinishedStep)


def visit_complete(desk: Desk, row: VisitRow) -> bool:
    """Say whether every instrument due at a visit is finished, so that the visit can be signed."""
    record = desk.record(row.participant)
    visit = record.visits[row.visit]
    return all(finished(desk, record, visit.id, instrument.id) for instrument in battery_of(desk, visit))
