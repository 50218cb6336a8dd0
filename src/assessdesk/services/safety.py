"""Holds at a visit: which are open, what they bar, their release by a named clinician, and effort stated as not done.

It must not know how a hold is shown. Thresholds stand in the safety rules.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from assessdesk.domain.events import Draft, Event
from assessdesk.domain.instrument import Instrument
from assessdesk.domain.record import Assessment, Record, Visit, evolve
from assessdesk.domain.safety import Hold, SafetyRules, bars, holds_of, open_holds, triggered
from assessdesk.domain.safety_events import AdverseEventDrafted, HoldReleased
from assessdesk.ports import Refusal
from assessdesk.services.desk import Desk, participant_fact
from assessdesk.services.wording import plain


@dataclass(frozen=True, slots=True, kw_only=True)
class HoldView:
    """A hold or a watch in words. `recheck` is what the second reading asks for, else nothing."""

    code: str
    title: str
    advice: str
    recheck: str
    watch: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class SafetyView:
    """How a visit stands: open holds first, then what is watched; when the screen was passed, and who released."""

    holds: tuple[HoldView, ...] = ()
    watches: tuple[HoldView, ...] = ()
    passed_at: datetime | None = None
    released_by: str = ""


def rules_of(desk: Desk) -> SafetyRules:
    """Return the safety rules in force."""
    return desk.safety or desk.library.safety


def held_at(desk: Desk, visit: Visit) -> tuple[Hold, ...]:
    """Return the open holds of a visit."""
    rules = rules_of(desk)
    screen = visit.of(rules.screen)
    return open_holds(holds_of(screen, rules.holds), visit.releases) if screen else ()


def barred(desk: Desk, visit: Visit, instrument: Instrument) -> tuple[Hold, ...]:
    """Return the open holds of a visit that bar an instrument."""
    return tuple(hold for hold in held_at(desk, visit) if bars(hold, instrument))


def require_clear(desk: Desk, visit: Visit, instrument: Instrument, *, screened: bool, language: str = "en") -> None:
    """Raise Refusal when effort must not start: an open hold bars it, or the safety screen is due and not finished.

    `screened` says whether the screen is finished, or is not part of the visit.
    """
    if not instrument.effort:
        return
    holds = barred(desk, visit, instrument)
    if holds:
        titles = "; ".join(hold.rule.title.get(language) for hold in holds)
        raise Refusal("EFFORT_ON_HOLD", what=instrument.title.get(language), holds=titles)
    if not screened:
        raise Refusal("SAFETY_SCREEN_FIRST", what=instrument.title.get(language))


def safety_view(desk: Desk, visit: Visit, *, finished: bool, language: str) -> SafetyView:
    """Return how a visit stands; `finished` says whether its safety screen is complete."""
    rules = rules_of(desk)
    screen = visit.of(rules.screen)
    if screen is None:
        return SafetyView()
    standing = holds_of(screen, rules.holds)
    holds = open_holds(standing, visit.releases)
    last = max((turn.performed_at for turns in screen.slots.values() for turn in turns), default=screen.started_at)
    return SafetyView(
        holds=tuple(_shown(hold, language) for hold in holds),
        watches=tuple(_shown(hold, language) for hold in standing if hold.rule.watch),
        passed_at=last if finished and not holds else None,
        released_by=visit.releases[-1].event.clinician if visit.releases and not holds else "",
    )


def _shown(hold: Hold, language: str) -> HoldView:
    recheck = hold.rule.recheck.get(language) if hold.recheck and hold.rule.recheck else ""
    return HoldView(
        code=hold.rule.code,
        title=hold.rule.title.get(language),
        advice=hold.rule.advice.get(language),
        recheck=recheck,
        watch=hold.rule.watch,
    )


def release(desk: Desk, record: Record, visit: str, *, clinician: str, reason: str) -> Record:
    """State that a named clinician released every open hold of a visit. Raises Refusal without name, reason or hold."""
    desk.require("capture")
    holds = held_at(desk, record.visits[visit])
    if not holds:
        raise Refusal("NOTHING_ON_HOLD")
    if not plain(clinician):
        raise Refusal("CLINICIAN_NEEDED")
    if not plain(reason):
        raise Refusal("RELEASE_REASON_NEEDED")
    event = HoldReleased(
        participant=record.participant,
        visit=visit,
        holds=tuple(hold.rule.code for hold in holds),
        clinician=plain(clinician),
        reason=plain(reason),
    )
    return _folded(record, desk, participant_fact(record.participant, event, path=visit))


def state_not_done(
    desk: Desk, record: Record, visit: str, facts: Sequence[tuple[Instrument, tuple[Event, ...]]]
) -> Record:
    """Write in one transaction that the barred instruments are not done (ND08). `facts` are those of each of them."""
    desk.require("capture")
    drafts = [
        Draft(
            event=event,
            entity=record.participant,
            field="/".join(
                [visit, getattr(event, "assessment", ""), *([event.slot] if hasattr(event, "slot") else [])]
            ),
            definition=instrument.digest,
        )
        for instrument, events in facts
        for event in events
    ]
    return _folded(record, desk, *drafts) if drafts else record


def drafts_of(
    desk: Desk, record: Record, assessment: Assessment, events: Sequence[Event], instrument: Instrument
) -> tuple[AdverseEventDrafted, ...]:
    """Return the adverse-event drafts that facts open which are about to be written; each stop opens one only once."""
    limits = desk.limits or desk.library.limits
    found = triggered(assessment, events, rules_of(desk).triggers, instrument=instrument, cross=limits.cross)
    held = record.visits[assessment.visit].adverse_events.values()
    known = {(one.draft.trigger, one.draft.assessment, one.draft.slot, one.draft.turn) for one in held}
    return tuple(
        AdverseEventDrafted(
            participant=record.participant,
            visit=assessment.visit,
            adverse_event=desk.ids.fresh(),
            trigger=one.rule.code,
            assessment=assessment.id,
            slot=one.slot,
            turn=one.turn,
            term=one.rule.term.get("en"),
        )
        for one in found
        if (one.rule.code, assessment.id, one.slot, one.turn) not in known
    )


def _folded(record: Record, desk: Desk, *drafts: Draft) -> Record:
    """Append facts in one transaction and return the record with them."""
    for entry in desk.append(*drafts):
        record = evolve(record, entry)
    return record
