"""Correcting a recorded value, or why there is none: a later fact with its reason; the earlier one stays.

Only a true change is written, after the same checks as at entry. It must not know who asks or how it looks.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from assessdesk.domain.checks import Finding, Severity, check_value
from assessdesk.domain.commands import RecordChoice, VoidTrial
from assessdesk.domain.consequences import consequence_of
from assessdesk.domain.events import Draft, ValueCorrected, plain_decimal
from assessdesk.domain.guide import cross_findings
from assessdesk.domain.instrument import Condition, ItemKind
from assessdesk.domain.record import Assessment, Record, Turn, evolve
from assessdesk.domain.slots import Context, Slot, repeats_left, slots_of
from assessdesk.domain.values import Choice, Missing, Observed, Quantity, Text, Value
from assessdesk.ports import Refusal
from assessdesk.services import text_packs
from assessdesk.services.assessments import Performed, battery_of, context_of, perform
from assessdesk.services.definitions.reasons import Reason
from assessdesk.services.desk import Desk
from assessdesk.services.rule_queries import settling
from assessdesk.services.safety import drafts_of
from assessdesk.services.wording import plain

OBSERVED = "done"
VOID_OTHER = "V5"
_REASON = re.compile(r"ND\d\d", re.ASCII)


@dataclass(frozen=True, slots=True, kw_only=True)
class Correctable:
    """A recorded value that can be corrected: where it stands, what it is called, what it is now.

    `options` are the codes of a choice, or of something observed, with their words; `value` is then one of the codes.
    It is the code of a reason, and `missing` the words of that reason, where it is not done.
    """

    instrument: str
    slot: str
    title: str
    side: str
    place: int
    value: str
    unit: str
    options: tuple[tuple[str, str], ...] = ()
    missing: str = ""


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
            if live is None or (live.missing and not _was_given(desk, slot, slots=slots, held=assessment)):
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
                    options=_options(slot, language),
                    missing=desk.library.reasons.find(live.missing.code).title.get(language) if live.missing else "",
                )
            )
    return tuple(found)


def correct(desk: Desk, record: Record, visit: str, *, instrument: str, slot: str, text: str, reason: str) -> Performed:
    """Write that a value is another one, or not done (the code of its reason), and why; a signature on it falls.

    What was not done can be a value after all; other values of its trial stay as they are. An unchanged value writes
    nothing. A value outside the hard limits comes back as a finding and is not written; an unusual one needs no further
    confirmation, because the reason for the change is one. Raises Refusal: not permitted, no reason, nothing recorded
    there, left out by a rule, or the test would have taken another course.
    """
    desk.require("correct")
    # As it stands now, not as it was when somebody began to type: else an old value could pass for a change.
    record = desk.record(record.participant)
    assessment, live, place, slots = _standing(desk, record, visit, instrument, slot)
    context = context_of(desk, record, visit, instrument)
    if live.missing and not _was_given(desk, place, slots=slots, held=assessment):
        raise Refusal("REASON_OF_RULE", what=place.item.title.get("en"))
    value, finding = _read(desk, text, place, context)
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
    changed = _with_followers(place, value, slots, assessment)
    return write_corrections(desk, record, assessment, changed, reason=plain(reason))


def _read(desk: Desk, text: str, place: Slot, context: Context) -> tuple[Value | None, Finding | None]:
    """Return what was typed: a value with what the checks say, or the code of a reason for something not done."""
    code = text.strip().upper()
    return (_reason_for(desk, code), None) if _REASON.fullmatch(code) else read_value(text, place, context)


def ask_again(desk: Desk, record: Record, visit: str, *, instrument: str, slot: str, reason: str) -> Performed:
    """Void what stands at a slot, and what was asked or skipped because of it, so that all of it is asked again.

    Raises Refusal: not permitted, nothing recorded there, its repeats are used up, left out by a rule, or no reason.
    """
    desk.require("correct")
    record = desk.record(record.participant)
    assessment, live, place, slots = _standing(desk, record, visit, instrument, slot)
    what = place.item.title.get("en")
    if live.missing and not _was_given(desk, place, slots=slots, held=assessment):
        raise Refusal("REASON_OF_RULE", what=what)
    if live.performed and repeats_left(place, assessment) < 1:
        raise Refusal("NO_REPEAT_LEFT", what=what)
    if not reason.strip():
        raise Refusal("REASON_NEEDED", what=what)
    command = VoidTrial(slot=slot, code=VOID_OTHER, text=plain(reason))
    return perform(desk, record, visit, instrument, command)


def _standing(
    desk: Desk, record: Record, visit: str, instrument: str, slot: str
) -> tuple[Assessment, Turn, Slot, tuple[Slot, ...]]:
    """Return the assessment, what stands at a slot of it, and its slots. Raises Refusal where nothing is recorded."""
    assessment = record.visits[visit].of(instrument)
    live = assessment.live(slot) if assessment else None
    if assessment is None or live is None:
        raise Refusal("NOT_STARTED", instrument=instrument)
    slots = slots_of(context_of(desk, record, visit, instrument), assessment)
    place = next((one for one in slots if one.key == slot), None)
    if place is None:
        raise Refusal("WRONG_SLOT", what=slot)
    return assessment, live, place, slots


def _options(slot: Slot, language: str) -> tuple[tuple[str, str], ...]:
    """Return the codes that can stand at a slot, with their words; none where it is typed."""
    if slot.item.kind is ItemKind.OBSERVATION:
        return ((OBSERVED, slot.item.title.get(language)),)
    return tuple((option.code, option.title.get(language)) for option in slot.item.options)


def reasons_for(desk: Desk) -> tuple[Reason, ...]:
    """Return why something can be said not to be done; what needs words of its own is left to the capture."""
    return tuple(one for one in desk.library.reasons.not_done_for_trial if not one.needs_text)


def _was_given(desk: Desk, slot: Slot, *, slots: Sequence[Slot], held: Assessment) -> bool:
    """Say whether a person gave the reason at a slot itself; else a rule did, or it was handed on from another slot."""
    live = held.live(slot.key)
    if live is None or not isinstance(live.value, Missing):
        return False
    given = desk.library.reasons.find(live.value.code).may_be_chosen
    return given and not any(_came_of(slot, other, held) for other in slots)


def _came_of(slot: Slot, leader: Slot, held: Assessment) -> bool:
    """Say whether the absence at a slot came of what stands at its leader."""
    live, cause = held.live(slot.key), held.live(leader.key)
    if live is None or cause is None or live.seq < cause.seq:
        return False
    due = consequence_of(slot, leader, cause.value, began=cause.timing is not None)
    return due is not None and live.value == due


def _reason_for(desk: Desk, code: str) -> Missing:
    """Return that something was not done for a reason of the list. Raises Refusal for any other code."""
    known = [one.code for one in reasons_for(desk)]
    if code not in known:
        raise Refusal("NOT_A_REASON", text=code, known=", ".join(known))
    return Missing(code=code)


def _with_followers(place: Slot, value: Value, slots: Sequence[Slot], held: Assessment) -> dict[str, Value]:
    """Return the value of a slot, and by slot every other reason for the absences that came of its earlier value."""
    changed: dict[str, Value] = {place.key: value}
    waiting = [place]
    while waiting:
        leader = waiting.pop(0)
        for slot in slots:
            if slot.key in changed or not _came_of(slot, leader, held):
                continue
            due = consequence_of(slot, leader, changed[leader.key], began=_began(leader, held))
            if due is not None and due != held.slots[slot.key][-1].value:
                changed[slot.key] = due
                waiting.append(slot)
    return changed


def _began(slot: Slot, held: Assessment) -> bool:
    live = held.live(slot.key)
    return live is not None and live.timing is not None


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
                raise Refusal(
                    "NOT_AMONG_ANSWERS", text=text, known=", ".join(option.code for option in slot.item.options)
                )
            return Choice(code=text), None
        case ItemKind.OBSERVATION:
            if text.strip() != OBSERVED:
                raise Refusal("NOT_AMONG_ANSWERS", text=text, known=OBSERVED)
            return Observed(), None
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
            return OBSERVED


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
