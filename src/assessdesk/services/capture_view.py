"""The capture page as plain facts and words: who, what to say, the one thing to enter, the trials so far.

Everything a page shows of a step stands here, in the language asked for; a page only lays it out.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from assessdesk.domain.checks import Finding
from assessdesk.domain.events import plain_decimal
from assessdesk.domain.guide import AskStep, ConfirmStep, FinishedStep, OfferStep, Step, next_step
from assessdesk.domain.instrument import Instrument, ItemKind, Section
from assessdesk.domain.record import Assessment, Record, Turn
from assessdesk.domain.slots import Context, Rest, Slot, SlotState, is_measured, slots_of, state_of
from assessdesk.domain.values import Choice, LocalText, Missing, Observed, Quantity, Text
from assessdesk.services.assessments import battery_of, context_of, finished
from assessdesk.services.desk import Desk


@dataclass(frozen=True, slots=True, kw_only=True)
class ScriptView:
    """What to say, what to say meanwhile, what to do; `language` is the language of the spoken words."""

    say: str
    during: str
    do: str
    language: str
    languages: tuple[str, ...]


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
class OptionView:
    """One choosable code with its words."""

    code: str
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StepView:
    """The one thing to do now.

    `kind` is number, text, choice, observe, timed, confirm, offer or finished. `place` of `of` counts trials. `offered`
    is a value from before that Enter takes over (set-up facts only); `kept` is the value of an earlier visit that
    should stay as it is, empty where a change needs no second look. `measured` tells a measurement from a question.
    """

    kind: str
    slot: str = ""
    section: str = ""
    item: str = ""
    title: str = ""
    hint: str = ""
    side: str = ""
    place: int = 0
    of: int = 0
    turn: int = 1
    unit: str = ""
    decimals: int = 0
    options: tuple[OptionView, ...] = ()
    offered: str = ""
    kept: str = ""
    measured: bool = False
    rest: Rest | None = None
    cap_ms: int = 0
    repetitions: int = 0
    stop_label: str = ""
    findings: tuple[Finding, ...] = ()
    splits_ms: tuple[int, ...] = ()
    value: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class BatteryRowView:
    """One instrument of the visit. `state` is open, now, done or missing."""

    instrument: str
    title: str
    state: str
    progress: str
    current: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class CaptureView:
    """The whole page for one instrument of one visit."""

    code: str
    visit_title: str
    instrument: str
    title: str
    icon: str
    step: StepView
    script: ScriptView | None
    rows: tuple[TrialRowView, ...]
    rows_unit: str
    battery: tuple[BatteryRowView, ...]
    setup: tuple[tuple[str, str], ...]
    stop_rules: tuple[str, ...]
    side_codes: tuple[str, ...]
    voidable: str


def capture_view(
    desk: Desk, record: Record, visit: str, instrument: str, *, language: str, spoken: str = ""
) -> CaptureView:
    """Return the page for an instrument that was started.

    `spoken` is the language of the script, by default the participant's.
    """
    assessment = record.visits[visit].of(instrument)
    if assessment is None:
        raise KeyError(instrument)
    context = context_of(desk, record, visit, instrument)
    definition = context.instrument
    step = next_step(context, assessment)
    section = _section_of(step, definition)
    return CaptureView(
        code=record.code,
        visit_title=desk.in_force.visit(record.visits[visit].planned).title.get(language),
        instrument=instrument,
        title=definition.title.get(language),
        icon=definition.icon,
        step=step_view(step, context, assessment, desk=desk, record=record, language=language),
        script=_script(section, desk=desk, language=language, spoken=spoken or record.language),
        rows=_rows(context, assessment, step, section, language),
        rows_unit=_rows_unit(section),
        battery=battery_view(desk, record, visit, current=instrument, language=language),
        setup=_setup(context, assessment, language),
        stop_rules=tuple(rule.get(language) for rule in definition.stop_rules),
        side_codes=definition.side_not_done_codes,
        voidable=_voidable(context, assessment),
    )


def _section_of(step: Step, definition: Instrument) -> Section | None:
    """Return the section that a step belongs to; at the end, the last one with trials."""
    match step:
        case AskStep() | ConfirmStep():
            return step.slot.section
        case OfferStep():
            return definition.by_section[step.section]
        case FinishedStep():
            return _main_section(definition)


def _main_section(definition: Instrument) -> Section | None:
    """Return the section whose trials are the measurement."""
    for section in reversed(definition.sections):
        if section.trials and section.items[0].kind in {ItemKind.QUANTITY, ItemKind.DURATION}:
            return section
    return None


def step_view(
    step: Step, context: Context, assessment: Assessment, *, desk: Desk, record: Record, language: str
) -> StepView:
    """Return a step in words and numbers."""
    match step:
        case FinishedStep():
            return StepView(kind="finished")
        case OfferStep():
            section = context.instrument.by_section[step.section]
            return StepView(kind="offer", section=step.section, side=step.side, title=section.title.get(language))
        case ConfirmStep():
            base = _slot_view("confirm", step.slot, context, language)
            return replace(
                base,
                findings=step.findings,
                value=_shown(step.turn, context, step.slot, language),
                splits_ms=step.turn.timing.splits_ms if step.turn.timing else (),
            )
        case AskStep():
            base = _slot_view(_kind(step.slot), step.slot, context, language)
            offered = offered_value(desk, record, assessment, step.slot) if step.slot.section.setup else ""
            kept = kept_value(record, assessment, step.slot)
            return replace(base, turn=step.turn, rest=step.rest, offered=offered, kept=kept)


def _kind(slot: Slot) -> str:
    """Return how a slot is asked for."""
    match slot.item.kind:
        case ItemKind.QUANTITY | ItemKind.COUNT:
            return "number"
        case ItemKind.DURATION:
            return "timed" if slot.section.timing else "number"
        case ItemKind.CHOICE:
            return "choice"
        case ItemKind.TEXT:
            return "text"
        case ItemKind.OBSERVATION:
            return "observe"


def _slot_view(kind: str, slot: Slot, context: Context, language: str) -> StepView:
    """Return what every step about a slot shares."""
    limit = context.limit(slot.item)
    timing = slot.section.timing
    return StepView(
        kind=kind,
        slot=slot.key,
        section=slot.section.id,
        item=slot.item.id,
        title=slot.item.title.get(language),
        hint=slot.item.hint.get(language) if slot.item.hint else "",
        side=slot.side,
        place=slot.place,
        of=slot.of,
        measured=is_measured(slot),
        unit=slot.item.unit or (limit.unit if limit else ""),
        decimals=limit.decimals if limit else 0,
        options=tuple(OptionView(code=one.code, title=one.title.get(language)) for one in slot.item.options),
        cap_ms=timing.cap_s * 1000 if timing else 0,
        repetitions=timing.repetitions if timing else 0,
        stop_label=timing.stop_label.get(language) if timing and timing.stop_label else "",
    )


def offered_value(desk: Desk, record: Record, assessment: Assessment, slot: Slot) -> str:
    """Return a set-up fact from the participant's last visit, else the definition's default, as typed text or code.

    A fact of the station (a device) falls back on the last assessment of anyone signed today on this station.
    """
    previous = record.previous(assessment.instrument, assessment.visit)
    live = previous.live(slot.key) if previous else None
    if live is None or live.missing:
        if slot.item.station:
            return desk.station_defaults.get(f"{assessment.instrument}.{slot.key}", slot.item.default)
        return slot.item.default
    return raw_text(live)


def kept_value(record: Record, assessment: Assessment, slot: Slot) -> str:
    """Return what an earlier visit says of a set-up fact that must not change between visits, or nothing."""
    previous = record.previous(assessment.instrument, assessment.visit)
    live = previous.live(slot.key) if previous and slot.item.keep else None
    return "" if live is None or live.missing else raw_text(live)


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


def _shown(turn: Turn, context: Context, slot: Slot, language: str) -> str:
    """Return a recorded value as it is shown: numbers with the places of their limit, choices in words."""
    if isinstance(turn.value, Choice):
        titles = {option.code: option.title for option in slot.item.options}
        return titles.get(turn.value.code, LocalText({"en": turn.value.code})).get(language)
    if isinstance(turn.value, Quantity):
        limit = context.limit(slot.item)
        places = 2 if slot.item.kind is ItemKind.DURATION else (limit.decimals if limit else 0)
        return f"{turn.value.value:.{places}f}"
    return "" if isinstance(turn.value, Observed) else raw_text(turn)


def _script(section: Section | None, *, desk: Desk, language: str, spoken: str) -> ScriptView | None:
    """Return the script of a section, or of the nearest later one that has one."""
    if section is None:
        return None
    found = section.script
    if found is None:
        return None
    languages = tuple(one for one in desk.in_force.languages if found.say.has(one)) or ("en",)
    tongue = spoken if spoken in languages else "en"
    return ScriptView(
        say=found.say.get(tongue),
        during=found.during.get(tongue) if found.during else "",
        do=found.do.get(language) if found.do else "",
        language=tongue,
        languages=languages,
    )


def _rows(
    context: Context, assessment: Assessment, step: Step, section: Section | None, language: str
) -> tuple[TrialRowView, ...]:
    """Return the rows of the section at hand: every turn of every trial, voided ones too."""
    if section is None or section.trials is None:
        return ()
    now = step.slot.key if isinstance(step, AskStep | ConfirmStep) else ""
    rows: list[TrialRowView] = []
    for slot in slots_of(context, assessment):
        if slot.section.id != section.id or not _is_row(slot):
            continue
        extra = slot.number > section.trials.count
        for turn in assessment.slots.get(slot.key, ()):
            state = "void" if turn.void_code else ("missing" if turn.missing else "done")
            note = turn.void_code or (turn.missing.code if turn.missing else "")
            shown = "" if turn.missing else _shown(turn, context, slot, language)
            rows.append(
                TrialRowView(
                    number=slot.place,
                    side=slot.side,
                    item=slot.item.title.get(language),
                    value=shown,
                    state=state,
                    note=note,
                    extra=extra,
                )
            )
        if state_of(slot, assessment) is SlotState.OPEN:
            rows.append(
                TrialRowView(
                    number=slot.place,
                    side=slot.side,
                    item=slot.item.title.get(language),
                    value="",
                    state="now" if slot.key == now else "open",
                    note="",
                    extra=extra,
                )
            )
    return tuple(rows)


def _is_row(slot: Slot) -> bool:
    """Say whether a slot is a row of its section; what is asked about a trial in another unit is an answer."""
    return slot.section.trials is not None and slot.item.unit == slot.section.items[0].unit


def _rows_unit(section: Section | None) -> str:
    """Return the unit of a section's rows."""
    return section.items[0].unit if section else ""


def _setup(context: Context, assessment: Assessment, language: str) -> tuple[tuple[str, str], ...]:
    """Return the set-up facts and answers so far, in words."""
    found: list[tuple[str, str]] = []
    for slot in slots_of(context, assessment):
        live = assessment.live(slot.key)
        if not _is_row(slot) and live and not live.missing:
            unit = "" if slot.item.unit.startswith("{") else slot.item.unit
            shown = _shown(live, context, slot, language)
            found.append((slot.item.title.get(language), f"{shown} {unit}".strip()))
    return tuple(found)


def _voidable(context: Context, assessment: Assessment) -> str:
    """Return the slot of the last trial that counts and could be voided, or nothing."""
    last: tuple[int, str] | None = None
    for slot in slots_of(context, assessment):
        live = assessment.live(slot.key)
        if live is None or live.missing or not is_measured(slot):
            continue
        if last is None or live.seq > last[0]:
            last = (live.seq, slot.key)
    return last[1] if last else ""


def battery_view(desk: Desk, record: Record, visit: str, *, current: str, language: str) -> tuple[BatteryRowView, ...]:
    """Return the instruments of a visit with their states."""
    rows: list[BatteryRowView] = []
    for definition in battery_of(desk, record.visits[visit]):
        assessment = record.visits[visit].of(definition.id)
        is_current = definition.id == current
        state, progress = "open", ""
        if assessment is not None:
            context = context_of(desk, record, visit, definition.id)
            effort = [slot for slot in slots_of(context, assessment) if is_measured(slot)]
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
