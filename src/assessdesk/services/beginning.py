"""Before an instrument begins: what is otherwise than at the last visit, and whether the participant is here at all.

What is otherwise wants a coded reason once a visit; it is stored with each assessment that it is about. What needs the
participant here is not done (ND12) where a visit is held at a distance. It must not know how any of it is asked.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from assessdesk.domain.checks import Finding
from assessdesk.domain.circumstances import changes, circumstances, circumstances_of
from assessdesk.domain.confirmations import Confirmation
from assessdesk.domain.instrument import Instrument
from assessdesk.domain.record import Assessment, Record
from assessdesk.ports import Refusal
from assessdesk.services import certification
from assessdesk.services.desk import Desk, participant_fact
from assessdesk.services.safety import rules_of
from assessdesk.services.visit_plans import plan_of
from assessdesk.services.wording import plain

ON_SITE: Final = "on_site"
AT_A_DISTANCE: Final = "ND12"


@dataclass(frozen=True, slots=True, kw_only=True)
class Beginning:
    """What is to be settled before an instrument begins.

    `modes` are the ways in which the visit may be held, empty where only one is; `mode` is the way stated last at this
    visit today. `findings` want a reason; `carried` are those for which one was given at this visit already.
    `certificate` is expired, revoked or none where the study asks for one that this person has not; `locked` says
    whether it then forbids to measure.
    """

    modes: tuple[str, ...]
    mode: str
    needs_presence: bool
    findings: tuple[Finding, ...]
    carried: tuple[Confirmation, ...] = ()
    certificate: str = ""
    locked: bool = False

    @property
    def settled(self) -> bool:
        """Say whether nothing has to be asked or told."""
        return not self.modes and not self.findings and not self.certificate


@dataclass(frozen=True, slots=True, kw_only=True)
class Settled:
    """What was answered: how it is held, and a reason for each finding."""

    mode: str = ON_SITE
    confirmations: tuple[Confirmation, ...] = ()


def beginning_of(desk: Desk, record: Record, visit: str, instrument: str) -> Beginning:
    """Return what is to be settled before an instrument of a visit begins; of one that was begun there is nothing."""
    definition = desk.instruments_at(record.visits[visit])[instrument]
    held = record.visits[visit].of(instrument)
    if held is not None and not only_at_a_distance(record, held):
        return Beginning(modes=(), mode=ON_SITE, needs_presence=definition.needs_presence, findings=())
    found = _changed(desk, record, visit, definition)
    given = _given(desk, record, visit)
    carried = tuple(given[finding.code] for finding in found if finding.code in given)
    certificate = certification.standing(desk, desk.author.user, instrument)
    return Beginning(
        modes=modes_of(desk, record, visit),
        mode=mode_today(desk, record, visit),
        needs_presence=definition.needs_presence,
        findings=tuple(finding for finding in found if finding.code not in given),
        carried=carried,
        certificate="" if certificate in certification.SUFFICIENT else certificate,
        locked=certification.locks(desk, certificate),
    )


def modes_of(desk: Desk, record: Record, visit: str) -> tuple[str, ...]:
    """Return the ways in which a visit may be held, on site first; nothing where that is the only one."""
    plan = plan_of(desk, record.visits[visit])
    return (ON_SITE, *plan.remote) if plan is not None and plan.remote else ()


def mode_of(record: Record, assessment: str) -> str:
    """Return how an assessment was held."""
    stated = record.conduct.administrations.get(assessment)
    return stated.event.mode if stated else ON_SITE


def other_modes(desk: Desk, record: Record, visit: str, instrument: str) -> tuple[str, ...]:
    """Return the ways as which an instrument may be restated; none where it can only be performed on site."""
    definition = desk.instruments_at(record.visits[visit])[instrument]
    return () if definition.needs_presence else modes_of(desk, record, visit)


def restate_mode(desk: Desk, record: Record, visit: str, instrument: str, *, mode: str, reason: str) -> bool:
    """State that an instrument was held otherwise than was said when it began; return whether anything changed.

    Needs `correct`. A signed visit is un-signed. Raises Refusal: not begun, no such way at this visit, or no reason.
    """
    desk.require("correct")
    record = desk.record(record.participant)
    held = record.visits[visit].of(instrument)
    stated = record.conduct.administrations.get(held.id) if held else None
    if held is None or stated is None:
        raise Refusal("NOT_STARTED", instrument=instrument)
    if stated.event.mode == mode:
        return False
    if mode not in other_modes(desk, record, visit, instrument):
        raise Refusal("MODE_NOT_PLANNED", mode=mode)
    if not reason.strip():
        raise Refusal("REASON_NEEDED", what=instrument)
    event = replace(stated.event, mode=mode, reason=plain(reason))
    desk.append(replace(participant_fact(record.participant, event, path=f"{visit}/{held.id}"), base=stated.entry))
    return True


def mode_today(desk: Desk, record: Record, visit: str) -> str:
    """Return the way stated last at a visit today: somebody who is on the telephone stays there for the next one."""
    today = desk.clock.now()
    said = [
        stated
        for stated in record.conduct.administrations.values()
        if stated.event.visit == visit and stated.at.astimezone(today.tzinfo).date() == today.date()
    ]
    return said[-1].event.mode if said else ON_SITE


def only_at_a_distance(record: Record, assessment: Assessment) -> bool:
    """Say whether an instrument was not done because its visit was held at a distance: it may still be begun here."""
    stated = record.conduct.administrations.get(assessment.id)
    turns = [turns[-1] for turns in assessment.slots.values()]
    absent = bool(turns) and all(turn.missing and turn.missing.code == AT_A_DISTANCE for turn in turns)
    return stated is not None and stated.event.mode != ON_SITE and absent


def settle(desk: Desk, record: Record, visit: str, definition: Instrument, answer: Settled) -> Settled:
    """Return what is stored of an answer, with the reasons carried over from the same visit.

    Raises Refusal: a way in which the visit is not held by plan, a change without a reason, a reason without its words.
    """
    begun = beginning_of(desk, record, visit, definition.id)
    if answer.mode != ON_SITE and answer.mode not in begun.modes:
        raise Refusal("MODE_NOT_PLANNED", mode=answer.mode)
    if answer.mode != ON_SITE and definition.needs_presence:
        return Settled(mode=answer.mode)
    given = {one.finding: one for one in answer.confirmations}
    lacking = [finding.code for finding in begun.findings if finding.code not in given]
    if lacking:
        raise Refusal("CHANGE_NEEDS_REASON", what=definition.title.get("en"), changes=", ".join(lacking))
    kept = tuple(_checked(desk, given[finding.code]) for finding in begun.findings)
    return Settled(mode=answer.mode, confirmations=(*begun.carried, *kept))


def _checked(desk: Desk, given: Confirmation) -> Confirmation:
    """Return a reason with its words in order. Raises Refusal for an unknown one, or without the words it asks for."""
    known = {reason.code: reason for reason in desk.library.reasons.beginning}
    reason = known.get(given.reason)
    if reason is None or (reason.needs_text and not given.text.strip()):
        raise Refusal("REASON_NEEDED", what=given.finding)
    return Confirmation(finding=given.finding, reason=given.reason, text=plain(given.text))


def _changed(desk: Desk, record: Record, visit: str, definition: Instrument) -> Sequence[Finding]:
    """Return what is otherwise than when this instrument was last performed; the safety screen is never compared."""
    if definition.id == rules_of(desk).screen:
        return ()
    infusions = record.conduct.infusions if desk.in_force.conduct.cycle_days is not None else {}
    earlier = (circumstances_of(past, infusions) for past in reversed(record.earlier(definition.id, visit)))
    before = next((found for found in earlier if found is not None), None)
    if before is None:
        return ()
    now = circumstances(desk.author.user, desk.clock.now(), infusions)
    limits = desk.limits or desk.library.limits
    return tuple(changes(before, now, cross=limits.cross, measured=definition.needs_presence))


def _given(desk: Desk, record: Record, visit: str) -> dict[str, Confirmation]:
    """Return the reasons that the person signed in gave at this visit today, by finding."""
    today = desk.clock.now()
    return {
        one.finding: one
        for stated in record.conduct.administrations.values()
        if stated.event.visit == visit
        and stated.user == desk.author.user
        and stated.at.astimezone(today.tzinfo).date() == today.date()
        for one in stated.event.confirmations
    }
