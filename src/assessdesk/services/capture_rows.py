"""What stands beside the step on the capture page: trials and answers so far, set-up facts, the battery of the visit.

Everything is words and plain numbers in the language asked for; a page only lays it out.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from assessdesk.domain.events import plain_decimal
from assessdesk.domain.guide import AskStep, ConfirmStep, Step
from assessdesk.domain.instrument import ItemKind, Section
from assessdesk.domain.record import Assessment, Record, Turn
from assessdesk.domain.slots import Context, Slot, SlotState, is_measured, slots_of, state_of
from assessdesk.domain.values import Choice, LocalText, Missing, Observed, Quantity, Text
from assessdesk.services.assessments import battery_of, context_of, finished
from assessdesk.services.desk import Desk


@dataclass(frozen=True, slots=True, kw_only=True)
class TrialRowView:
    """One row of the trials so far. `state` is done, now, open, missing or void; `note` a coded reason."""

    number: int
    side: str
    item: str
    value: str
    state: str
    note: str
    extra: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerRowView:
    """One question of a section without trials. `state` is done, now, open or missing; `note` a coded reason."""

    title: str
    value: str
    state: str
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BatteryRowView:
    """One instrument of the visit. `state` is open, now, done or missing."""

    instrument: str
    title: str
    state: str
    progress: str
    current: bool


def raw_text(turn: Turn) -> str:
    """Return a recorded value as it would be typed or chosen."""
    match turn.value:
        case Quantity():
            return plain_decimal(turn.value.value)
        case Choice():
            return turn.value.code
        case Text():
            return turn.value.text
        case Observed():
            return "observed"
        case Missing():
            return turn.value.code


def shown_value(turn: Turn, context: Context, slot: Slot, language: str) -> str:
    """Return a recorded value as it is shown: numbers with the places of their limit, choices in words."""
    if isinstance(turn.value, Choice):
        titles = {option.code: option.title for option in slot.item.options}
        return titles.get(turn.value.code, LocalText({"en": turn.value.code})).get(language)
    if isinstance(turn.value, Quantity):
        limit = context.limit(slot.item)
        places = 2 if slot.item.kind is ItemKind.DURATION else (limit.decimals if limit else 0)
        return f"{turn.value.value:.{places}f}"
    return "" if isinstance(turn.value, Observed) else raw_text(turn)


def trial_rows(
    context: Context, assessment: Assessment, step: Step, section: Section | None, language: str
) -> tuple[TrialRowView, ...]:
    """Return the rows of the section at hand: every turn of every trial, voided ones too."""
    if section is None or section.trials is None:
        return ()
    now = step.slot.key if isinstance(step, AskStep | ConfirmStep) else ""
    rows: list[TrialRowView] = []
    for slot in slots_of(context, assessment):
        if slot.section.id == section.id and _is_row(slot):
            rows += _rows_of(slot, context, assessment, now=now, language=language)
    return tuple(rows)


def _rows_of(
    slot: Slot, context: Context, assessment: Assessment, *, now: str, language: str
) -> Iterator[TrialRowView]:
    """Yield the rows of one trial: each turn it had, and the one that is wanted."""
    plan = slot.section.trials
    row = TrialRowView(
        number=slot.place,
        side=slot.side,
        item=slot.item.title.get(language),
        value="",
        state="now" if slot.key == now else "open",
        note="",
        extra=plan is not None and slot.number > plan.count,
    )
    for turn in assessment.slots.get(slot.key, ()):
        state = "void" if turn.void_code else ("missing" if turn.missing else "done")
        note = turn.void_code or (turn.missing.code if turn.missing else "")
        shown = "" if turn.missing else shown_value(turn, context, slot, language)
        yield replace(row, value=shown, state=state, note=note)
    if state_of(slot, assessment) is SlotState.OPEN:
        yield row


def answer_rows(
    context: Context, assessment: Assessment, step: Step, section: Section | None, language: str
) -> tuple[AnswerRowView, ...]:
    """Return the questions of the section at hand when it has no trials; at the end, those of the longest one."""
    asked = [slot for slot in slots_of(context, assessment) if slot.section.trials is None]
    if section is None:
        sizes = {one.id: len(one.items) for one in context.instrument.sections if one.trials is None}
        wanted = max(sizes, key=lambda name: sizes[name], default="")
    else:
        wanted = section.id
    now = step.slot.key if isinstance(step, AskStep | ConfirmStep) else ""
    return tuple(
        _answer(slot, context, assessment, now=now, language=language) for slot in asked if slot.section.id == wanted
    )


def _answer(slot: Slot, context: Context, assessment: Assessment, *, now: str, language: str) -> AnswerRowView:
    """Return one question with its answer or the reason why there is none."""
    title, live = slot.item.title.get(language), assessment.live(slot.key)
    if live is None or slot.key == now:
        return AnswerRowView(title=title, value="", state="now" if slot.key == now else "open", note="")
    if live.missing:
        return AnswerRowView(title=title, value="", state="missing", note=live.missing.code)
    return AnswerRowView(title=title, value=_with_unit(live, context, slot, language), state="done", note="")


def _is_row(slot: Slot) -> bool:
    """Say whether a slot is a row of its section; what is asked about a trial in another unit is an answer."""
    return slot.section.trials is not None and slot.item.unit == slot.section.items[0].unit


def rows_unit(section: Section | None) -> str:
    """Return the unit of a section's rows."""
    return section.items[0].unit if section else ""


def facts_so_far(
    context: Context, assessment: Assessment, language: str, *, setup_only: bool = False
) -> tuple[tuple[str, str], ...]:
    """Return the set-up facts in words, and the answers so far unless only set-up is wanted."""
    found: list[tuple[str, str]] = []
    for slot in slots_of(context, assessment):
        live = assessment.live(slot.key)
        wanted = slot.section.setup or not setup_only
        if wanted and not _is_row(slot) and live and not live.missing:
            found.append((slot.item.title.get(language), _with_unit(live, context, slot, language)))
    return tuple(found)


def _with_unit(live: Turn, context: Context, slot: Slot, language: str) -> str:
    """Return a value as it is shown, with its unit unless that is a mere count or score."""
    unit = "" if slot.item.unit.startswith("{") else slot.item.unit
    return f"{shown_value(live, context, slot, language)} {unit}".strip()


def _efforts(context: Context, assessment: Assessment) -> list[Slot]:
    """Return what counts for the progress of an instrument: its measurements, or all its questions."""
    slots = slots_of(context, assessment)
    return [slot for slot in slots if is_measured(slot)] or [slot for slot in slots if not slot.section.setup]


def battery_view(desk: Desk, record: Record, visit: str, *, current: str, language: str) -> tuple[BatteryRowView, ...]:
    """Return the instruments of a visit with their states."""
    rows: list[BatteryRowView] = []
    for definition in battery_of(desk, record.visits[visit]):
        assessment = record.visits[visit].of(definition.id)
        is_current = definition.id == current
        state, progress = "open", ""
        if assessment is not None:
            context = context_of(desk, record, visit, definition.id)
            effort = _efforts(context, assessment)
            closed = [slot for slot in effort if state_of(slot, assessment) is not SlotState.OPEN]
            progress = f"{len(closed)}/{len(effort)}"
            state = "now"
            if finished(desk, record, visit, definition.id):
                measured = [slot for slot in effort if state_of(slot, assessment) is SlotState.DONE]
                state, progress = ("done" if measured else "missing"), ""
        rows.append(
            BatteryRowView(
                instrument=definition.id,
                title=definition.title.get(language),
                state=state,
                progress=progress,
                current=is_current,
            )
        )
    return tuple(rows)
