"""Correcting a recorded value: a later fact with the reason for the change; the earlier one stays.

Only a true change is written, after the same checks as at entry. It must not know who asks or how it looks.
"""

from __future__ import annotations

from dataclasses import dataclass

from assessdesk.domain.checks import Finding, Severity, check_value
from assessdesk.domain.commands import RecordChoice
from assessdesk.domain.events import Draft, ValueCorrected, plain_decimal
from assessdesk.domain.guide import cross_findings
from assessdesk.domain.instrument import Condition, ItemKind
from assessdesk.domain.record import Assessment, Record, Turn, evolve
from assessdesk.domain.slots import Context, Slot, slots_of
from assessdesk.domain.values import Choice, Missing, Observed, Quantity, Text, Value
from assessdesk.ports import Refusal
from assessdesk.services import text_packs
from assessdesk.services.assessments import Performed, battery_of, context_of
from assessdesk.services.desk import Desk
from assessdesk.services.rule_queries import settling
from assessdesk.services.safety import drafts_of
from assessdesk.services.wording import plain


@dataclass(frozen=True, slots=True, kw_only=True)
class Correctable:
    """A recorded value that can be corrected: where it stands, what it is called, what it is now.

    `options` are the codes of a choice with their words; `value` is then one of the codes.
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
        for slot in slots_of(context, assessment):
            live = assessment.live(slot.key)
            if live is None or isinstance(live.value, Missing | Observed):
                continue
            found.append(
                Correctable(
                    instrument=definition.id,
                    slot=slot.key,
                    title=slot.item.title.get(language),
                    side=slot.side,
                    place=slot.place if slot.of > 1 else 0,
                    value=_as_typed(live.value),
                    unit=slot.item.unit,
                    options=tuple((option.code, option.title.get(language)) for option in slot.item.options),
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
    return write_correction(desk, record, assessment, live, slot=slot, value=value, reason=plain(reason))


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
        case Observed() | Missing():
            return ""


def write_correction(
    desk: Desk, record: Record, assessment: Assessment, live: Turn, *, slot: str, value: Value, reason: str
) -> Performed:
    """Append the correction and fold it in; its base is the entry that it replaces."""
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
    draft = Draft(
        event=event,
        entity=record.participant,
        field=f"{assessment.visit}/{assessment.id}/{slot}",
        base=live.entry,
        definition=assessment.definition,
    )
    opened = drafts_of(desk, record, assessment, (event,), desk.instrument_of(record, assessment))
    drafts = [
        Draft(
            event=one,
            entity=record.participant,
            field=f"{assessment.visit}/{assessment.id}/{slot}",
            originator="computed",
            definition=assessment.definition,
        )
        for one in opened
    ]
    entries = desk.append(draft, *drafts)
    for entry in entries:
        record = evolve(record, entry)
    # Open queries of rules that this correction settles are closed at once; signing would do it as well.
    settled = settling(desk, record, assessment.visit)
    for entry in desk.append(*settled) if settled else ():
        record = evolve(record, entry)
    return Performed(record=record, findings=(), entries=entries)
