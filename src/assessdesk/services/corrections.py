"""Correcting a recorded value, or why there is none: a later fact with its reason; the earlier one stays.

Only a true change is written, after the same checks as at entry. It must not know who asks or how it looks.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from assessdesk.domain.checks import Finding, Severity, check_value
from assessdesk.domain.commands import RecordChoice
from assessdesk.domain.events import Draft, ValueCorrected, plain_decimal
from assessdesk.domain.guide import cross_findings
from assessdesk.domain.instrument import Condition, ItemKind
from assessdesk.domain.record import Assessment, Record, evolve
from assessdesk.domain.slots import Context, Slot, is_first_of_trial, same_trial, slots_of
from assessdesk.domain.values import Choice, Missing, Observed, Quantity, Text, Value
from assessdesk.ports import Refusal
from assessdesk.services import text_packs
from assessdesk.services.assessments import Performed, battery_of, context_of
from assessdesk.services.desk import Desk
from assessdesk.services.reasons import Reason
from assessdesk.services.rule_queries import settling
from assessdesk.services.safety import drafts_of
from assessdesk.services.wording import plain


@dataclass(frozen=True, slots=True, kw_only=True)
class Correctable:
    """A recorded value that can be corrected: where it stands, what it is called, what it is now.

    `options` are the codes of a choice, or of reasons why something is not done, with their words; `value` is then one
    of the codes.
    """

    instrument: str
    slot: str
    title: str
    side: str
    place: int
    value: str
    unit: str
    options: tuple[tuple[str, str], ...] = ()


def correctable(desk: Desk, record: Record, visit: str, *, language: str) -> tuple[Correctable, ...]:
    """Return the values of a visit that can be corrected, in the order of the protocol."""
    found: list[Correctable] = []
    for definition in battery_of(desk, record.visits[visit]):
        assessment = record.visits[visit].of(definition.id)
        if assessment is None:
            continue
        context = context_of(desk, record, visit, definition.id)
        slots = slots_of(context, assessment)
        for slot in slots:
            live = assessment.live(slot.key)
            if live is None or isinstance(live.value, Observed):
                continue
            if isinstance(live.value, Missing) and not _was_given(desk, slot, slots=slots, held=assessment):
                continue
            found.append(
                Correctable(
                    instrument=definition.id,
                    slot=slot.key,
                    title=slot.item.title.get(language),
                    side=slot.side,
                    place=slot.place if slot.of > 1 else 0,
                    value=_as_typed(live.value),
                    unit="" if isinstance(live.value, Missing) else slot.item.unit,
                    options=_options(desk, slot, live.value, language),
                )
            )
    return tuple(found)


def correct(desk: Desk, record: Record, visit: str, *, instrument: str, slot: str, text: str, reason: str) -> Performed:
    """Write that a value is another one, and why; a signed visit must then be signed again.

    An unchanged value writes nothing. A value outside the hard limits comes back as a finding and is not written; an
    unusual one needs no further confirmation, because the reason for the change is one. Raises Refusal: not permitted,
    no reason, nothing recorded there.
    """
    desk.require("correct")
    # As it stands now, not as it was when somebody began to type: else an old value could pass for a change.
    record = desk.record(record.participant)
    assessment = record.visits[visit].of(instrument)
    live = assessment.live(slot) if assessment else None
    if assessment is None or live is None:
        raise Refusal("NOT_STARTED", instrument=instrument)
    context = context_of(desk, record, visit, instrument)
    place = next((one for one in slots_of(context, assessment) if one.key == slot), None)
    if place is None:
        raise Refusal("WRONG_SLOT", what=slot)
    if isinstance(live.value, Missing):
        return _correct_reason(desk, record, assessment, place, code=text, reason=reason, context=context)
    value, finding = read_value(text, place, context)
    if value is None or (finding is not None and finding.severity is Severity.HARD):
        return Performed(record=record, findings=(finding,) if finding else (), entries=())
    if isinstance(value, Choice):
        command = RecordChoice(slot=slot, code=value.code)
        text_packs.require_mode(desk, record, visit, instrument, command=command)
    if value == live.value:
        return Performed(record=record, findings=(), entries=())
    barred = barred_beside(value, slot, assessment, context)
    if barred:
        return Performed(record=record, findings=barred, entries=())
    if changes_course(live.value, value, slot, context):
        raise Refusal("CORRECTION_CHANGES_COURSE", what=place.item.title.get("en"))
    if not reason.strip():
        raise Refusal("REASON_NEEDED", what=place.item.title.get("en"))
    return write_corrections(desk, record, assessment, {slot: value}, reason=plain(reason))


def _options(desk: Desk, slot: Slot, value: Value, language: str) -> tuple[tuple[str, str], ...]:
    """Return the codes that can be put in the place of a value, with their words; none where it is typed."""
    if isinstance(value, Missing):
        return tuple((one.code, one.title.get(language)) for one in _reasons(desk))
    return tuple((option.code, option.title.get(language)) for option in slot.item.options)


def _reasons(desk: Desk) -> tuple[Reason, ...]:
    """Return why something can be said not to be done; what needs words of its own is left to the capture."""
    return tuple(one for one in desk.library.reasons.not_done_for_trial if not one.needs_text)


def _was_given(desk: Desk, slot: Slot, *, slots: Sequence[Slot], held: Assessment) -> bool:
    """Say whether a person gave the reason at a slot itself; else a rule did, or it was handed on from another slot."""
    live = held.live(slot.key)
    if live is None or not isinstance(live.value, Missing):
        return False
    given = desk.library.reasons.find(live.value.code).may_be_chosen
    return given and not any(slot in _handed_on(other, slots, held) for other in slots if other.key != slot.key)


def _handed_on(leader: Slot, slots: Sequence[Slot], held: Assessment) -> tuple[Slot, ...]:
    """Return the slots to which the reason of a leader was handed on: of its trial, or of sections that wait for it."""
    live = held.live(leader.key)
    if live is None or live.timing is not None or not isinstance(live.value, Missing):
        return ()
    followers = [
        slot
        for slot in slots
        if slot.key != leader.key
        and (other := held.live(slot.key)) is not None
        and other.value == live.value
        and other.seq > live.seq
        and (
            (is_first_of_trial(leader) and same_trial(slot, leader))
            or (slot.section.only_if is not None and slot.section.only_if.slot == leader.key)
        )
    ]
    return tuple(followers)


def _correct_reason(
    desk: Desk, record: Record, assessment: Assessment, place: Slot, *, code: str, reason: str, context: Context
) -> Performed:
    """Write that something was not done for another reason, also where that reason was handed on.

    Raises Refusal: a rule gave the reason, it is none of the list, or no reason for the change.
    """
    slots = slots_of(context, assessment)
    live = assessment.live(place.key)
    what = place.item.title.get("en")
    if live is None or not _was_given(desk, place, slots=slots, held=assessment):
        raise Refusal("REASON_OF_RULE", what=what)
    if isinstance(live.value, Missing) and live.value.code == code:
        return Performed(record=record, findings=(), entries=())
    known = [one.code for one in _reasons(desk)]
    if code not in known:
        raise Refusal("NOT_A_REASON", text=code or "-", known=", ".join(known))
    if not reason.strip():
        raise Refusal("REASON_NEEDED", what=what)
    waiting, changed = [place], {place.key: Missing(code=code)}
    while waiting:
        for slot in _handed_on(waiting.pop(0), slots, assessment):
            if slot.key not in changed:
                changed[slot.key] = Missing(code=code)
                waiting.append(slot)
    return write_corrections(desk, record, assessment, changed, reason=plain(reason))


def barred_beside(value: Value, slot: str, assessment: Assessment, context: Context) -> tuple[Finding, ...]:
    """Return what forbids a value beside the other values of its instrument."""
    if not isinstance(value, Quantity):
        return ()
    found = [
        finding
        for check in context.instrument.checks
        if slot in check.slots.values()
        for finding in cross_findings(check, context, assessment, given={slot: value.value})
    ]
    return tuple(finding for finding in found if finding.severity is Severity.HARD)


def changes_course(before: Value, after: Value, slot: str, context: Context) -> bool:
    """Say whether a gate would have opened or closed: then other trials were done, or skipped, that should not be."""
    gates = [section.only_if for section in context.instrument.sections if section.only_if]
    return any(gate.slot == slot and _opens(gate, before) != _opens(gate, after) for gate in gates)


def _opens(gate: Condition, value: Value) -> bool:
    """Say whether a gate lets a value through."""
    if isinstance(value, Choice):
        return value.code in gate.codes
    return isinstance(value, Quantity) and not gate.codes and gate.admits(value.value)


def read_value(text: str, slot: Slot, context: Context) -> tuple[Value | None, Finding | None]:
    """Return the value that a text means at a slot, and what the checks say."""
    match slot.item.kind:
        case ItemKind.CHOICE:
            if text not in {option.code for option in slot.item.options}:
                raise Refusal("WRONG_SLOT", what=text)
            return Choice(code=text), None
        case ItemKind.TEXT:
            cleaned = plain(text)
            if not cleaned:
                return None, Finding("VALUE_MISSING", Severity.HARD, slot.key, (("field", slot.key),))
            return Text(text=cleaned), None
        case _:
            limit = context.limit(slot.item)
            if limit is None:
                raise Refusal("WRONG_SLOT", what=slot.key)
            number, finding = check_value(text, limit)
            return (None if number is None else Quantity(value=number, unit=_unit(slot, limit.unit))), finding


def _unit(slot: Slot, unit: str) -> str:
    """Return the unit in which a slot's values are recorded: a time in its own, all others in their limit's."""
    return slot.item.unit if slot.item.kind is ItemKind.DURATION else unit


def _as_typed(value: Value) -> str:
    """Return a recorded value as it would be typed or chosen."""
    match value:
        case Quantity():
            return plain_decimal(value.value)
        case Choice():
            return value.code
        case Text():
            return value.text
        case Missing():
            return value.code
        case Observed():
            return ""


def write_corrections(
    desk: Desk, record: Record, assessment: Assessment, values: Mapping[str, Value], *, reason: str
) -> Performed:
    """Append corrections by slot in one act and fold them in; the base of each is the entry that it replaces."""
    facts = [_correction(record, assessment, slot, value=value, reason=reason) for slot, value in values.items()]
    events = tuple(fact.event for fact in facts)
    opened = drafts_of(desk, record, assessment, events, desk.instrument_of(record, assessment))
    drafts = [
        Draft(
            event=one,
            entity=record.participant,
            field=facts[0].field,
            originator="computed",
            definition=assessment.definition,
        )
        for one in opened
    ]
    entries = desk.append(*facts, *drafts)
    for entry in entries:
        record = evolve(record, entry)
    # Open queries of rules that this correction settles are closed at once; signing would do it as well.
    settled = settling(desk, record, assessment.visit)
    for entry in desk.append(*settled) if settled else ():
        record = evolve(record, entry)
    return Performed(record=record, findings=(), entries=entries)


def _correction(record: Record, assessment: Assessment, slot: str, *, value: Value, reason: str) -> Draft:
    """Return the fact that the live value of a slot is another one."""
    live = assessment.live(slot)
    if live is None:
        raise Refusal("NOT_STARTED", instrument=assessment.instrument)
    event = ValueCorrected(
        participant=record.participant,
        visit=assessment.visit,
        assessment=assessment.id,
        slot=slot,
        turn=live.turn,
        value=value,
        reason=reason,
        base=live.entry,
    )
    return Draft(
        event=event,
        entity=record.participant,
        field=f"{assessment.visit}/{assessment.id}/{slot}",
        base=live.entry,
        definition=assessment.definition,
    )
