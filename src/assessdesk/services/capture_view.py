"""The capture page as plain facts and words: who, what to say, the one thing to enter, the trials so far.

Everything a page shows of a step stands here, in the language asked for; a page only lays it out.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from assessdesk.domain.checks import Finding
from assessdesk.domain.comparability import DEVICE
from assessdesk.domain.guide import AskStep, ConfirmStep, FinishedStep, OfferStep, Step, next_step
from assessdesk.domain.instrument import Instrument, Item, ItemKind, Section
from assessdesk.domain.record import Assessment, Record
from assessdesk.domain.slots import Context, Rest, Slot, is_measured, slots_of
from assessdesk.domain.values import Choice
from assessdesk.services.assessments import context_of
from assessdesk.services.capture_rows import (
    AnswerRowView,
    BatteryRowView,
    TrialRowView,
    answer_rows,
    battery_view,
    facts_so_far,
    raw_text,
    rows_unit,
    shown_value,
    trial_rows,
)
from assessdesk.services.desk import Desk
from assessdesk.services.devices import offered_devices
from assessdesk.services.text_packs import LANGUAGE_SLOT, packs_of, wording_for
from assessdesk.services.visit_plans import visit_title

SCORE = "{score}"
"""The unit of a point on a scale."""

DIGITS = 9


@dataclass(frozen=True, slots=True, kw_only=True)
class ScriptView:
    """What to say, what to say meanwhile, what to do; `language` is the language of the spoken words."""

    say: str
    during: str
    do: str
    language: str
    languages: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class OptionView:
    """One choosable code with its words."""

    code: str
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CueView:
    """What is said to the participant so many ms after the start, in the language of the script."""

    at_ms: int
    say: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StepView:
    """The one thing to do now.

    `kind` is number, text, choice, observe, timed, confirm, offer or finished. `place` of `of` counts trials. `offered`
    is a value from before that Enter takes over (set-up facts only); `kept` is the value of an earlier visit that
    should stay as it is, empty where a change needs no second look. `measured` tells a measurement from a question.
    `low` and `high` bound a score.
    """

    kind: str
    slot: str = ""
    section: str = ""
    section_title: str = ""
    item: str = ""
    title: str = ""
    hint: str = ""
    side: str = ""
    place: int = 0
    of: int = 0
    turn: int = 1
    unit: str = ""
    decimals: int = 0
    low: str = ""
    high: str = ""
    options: tuple[OptionView, ...] = ()
    offered: str = ""
    kept: str = ""
    measured: bool = False
    rest: Rest | None = None
    cap_ms: int = 0
    repetitions: int = 0
    stop_label: str = ""
    cues: tuple[CueView, ...] = ()
    findings: tuple[Finding, ...] = ()
    splits_ms: tuple[int, ...] = ()
    value: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CaptureView:
    """The whole page for one instrument of one visit.

    `parts` says that several sections are measured, so that the title of the section tells them apart. `setup` holds
    set-up facts and answers so far, `setup_facts` the former alone.
    """

    code: str
    visit_title: str
    instrument: str
    title: str
    icon: str
    parts: bool
    step: StepView
    script: ScriptView | None
    rows: tuple[TrialRowView, ...]
    rows_unit: str
    answers: tuple[AnswerRowView, ...]
    battery: tuple[BatteryRowView, ...]
    setup: tuple[tuple[str, str], ...]
    setup_facts: tuple[tuple[str, str], ...]
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
    tongue = spoken or record.language
    plain = step_view(step, context, assessment, desk=desk, record=record, language=language)
    shown = _with_cues(plain, definition, spoken=tongue)
    return CaptureView(
        code=record.code,
        visit_title=visit_title(desk, record.visits[visit], language),
        instrument=instrument,
        title=definition.title.get(language),
        icon=definition.icon,
        parts=len(_timed_or_measured(definition)) > 1,
        step=shown,
        script=_script(section, desk=desk, language=language, spoken=tongue)
        or _wording(shown, assessment, desk, definition),
        rows=trial_rows(context, assessment, step, section, language),
        rows_unit=rows_unit(section),
        answers=answer_rows(context, assessment, step, section, language),
        battery=battery_view(desk, record, visit, current=instrument, language=language),
        setup=facts_so_far(context, assessment, language),
        setup_facts=facts_so_far(context, assessment, language, setup_only=True),
        stop_rules=tuple(rule.get(language) for rule in definition.stop_rules),
        side_codes=definition.side_not_done_codes,
        voidable=step.slot.key if isinstance(step, ConfirmStep) else _voidable(context, assessment),
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
    measured = _timed_or_measured(definition)
    return measured[-1] if measured else None


def _timed_or_measured(definition: Instrument) -> tuple[Section, ...]:
    """Return the sections whose trials are measurements."""
    measured = {ItemKind.QUANTITY, ItemKind.DURATION}
    return tuple(one for one in definition.sections if one.trials and one.items[0].kind in measured)


def _with_cues(view: StepView, definition: Instrument, *, spoken: str) -> StepView:
    """Return a step with what is said to the participant while it runs."""
    if not view.section:
        return view
    section = definition.by_section[view.section]
    if section.timing and section.timing.cues:
        said = (CueView(at_ms=cue.at_s * 1000, say=cue.say.get(spoken)) for cue in section.timing.cues)
        return replace(view, cues=tuple(said))
    return view


def _wording(view: StepView, assessment: Assessment, desk: Desk, definition: Instrument) -> ScriptView | None:
    """Return what a questionnaire asks by the site's text pack, in the language it is answered in, or None."""
    chosen = assessment.live(LANGUAGE_SLOT)
    if not definition.needs_text_pack or not view.item or not (chosen and isinstance(chosen.value, Choice)):
        return None
    if definition.by_section[view.section].setup:
        return None
    language = chosen.value.code
    found = wording_for(definition, f"{view.section}.{view.item}", language, packs=packs_of(desk))
    if found is None:
        return None
    say = " ".join(part for part in (found.recall, found.question) if part)
    do = " · ".join(f"{answer} = {words}" for answer, words in found.anchors.items())
    return ScriptView(say=say, during="", do=do, language=language, languages=(language,))


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
                value=shown_value(step.turn, context, step.slot, language),
                splits_ms=step.turn.timing.splits_ms if step.turn.timing else (),
            )
        case AskStep():
            base = _slot_view(_kind(step.slot), step.slot, context, language)
            if step.slot.section.setup and step.slot.item.id == DEVICE:
                base = replace(base, options=_device_options(desk, step.slot.item, language))
            offered = offered_value(desk, record, assessment, step.slot) if step.slot.section.setup else ""
            kept = kept_value(record, assessment, step.slot)
            return replace(base, turn=step.turn, rest=step.rest, offered=offered, kept=kept)


def _device_options(desk: Desk, item: Item, language: str) -> tuple[OptionView, ...]:
    """Return the devices in use of the kinds asked for that a digit can choose: the first nine by label."""
    words = desk.library.device_terms.words
    rows = offered_devices(desk, item.devices)[:DIGITS]
    return tuple(OptionView(code=row.device, title=f"{row.device}  {words(row.type, language)}") for row in rows)


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
    score = limit is not None and slot.item.unit == SCORE
    return StepView(
        kind=kind,
        slot=slot.key,
        section=slot.section.id,
        section_title=slot.section.title.get(language),
        item=slot.item.id,
        title=slot.item.title.get(language),
        hint=slot.item.hint.get(language) if slot.item.hint else "",
        side=slot.side,
        place=slot.place,
        of=slot.of,
        measured=is_measured(slot),
        unit=slot.item.unit or (limit.unit if limit else ""),
        decimals=limit.decimals if limit else 0,
        low=f"{limit.hard_min:f}" if limit and score else "",
        high=f"{limit.hard_max:f}" if limit and score else "",
        options=tuple(OptionView(code=one.code, title=one.title.get(language)) for one in slot.item.options),
        cap_ms=timing.cap_s * 1000 if timing else 0,
        repetitions=timing.repetitions if timing else 0,
        stop_label=timing.stop_label.get(language) if timing and timing.stop_label else "",
    )


def offered_value(desk: Desk, record: Record, assessment: Assessment, slot: Slot) -> str:
    """Return a set-up fact from the participant's last visit, else the definition's default, as typed text or code.

    A fact of the station (a device) falls back on the last assessment of anyone on this station, unless retired since.
    """
    previous = record.previous(assessment.instrument, assessment.visit)
    live = previous.live(slot.key) if previous else None
    if live is None or live.missing:
        if slot.item.station:
            last = desk.station_defaults.get(f"{assessment.instrument}.{slot.key}", slot.item.default)
            retired = {row.device for row in desk.ledger.views.devices() if row.retired}
            return "" if last.upper() in retired else last
        return slot.item.default
    return raw_text(live)


def kept_value(record: Record, assessment: Assessment, slot: Slot) -> str:
    """Return what an earlier visit says of a set-up fact that must not change between visits, or nothing."""
    previous = record.previous(assessment.instrument, assessment.visit)
    live = previous.live(slot.key) if previous and slot.item.keep else None
    return "" if live is None or live.missing else raw_text(live)


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


def _voidable(context: Context, assessment: Assessment) -> str:
    """Return the slot of the last trial that was performed and could be voided, or nothing; a stopped one too."""
    last: tuple[int, str] | None = None
    for slot in slots_of(context, assessment):
        live = assessment.live(slot.key)
        if live is None or not live.performed or not is_measured(slot):
            continue
        if last is None or live.seq > last[0]:
            last = (live.seq, slot.key)
    return last[1] if last else ""
