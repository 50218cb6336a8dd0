"""Reads the safety rules: what holds effort, what opens an adverse-event draft, and the lists of its form.

The text is handed in; every number carries its source and how sure we are of it. All faults are reported at once.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Annotated, Final, Literal

from pydantic import Field, StringConstraints

from assessdesk.domain.instrument import Instrument, ItemKind
from assessdesk.domain.safety import HoldRule, SafetyRules, Sign, TriggerRule
from assessdesk.domain.values import LocalText
from assessdesk.services.definitions.faults import DefinitionFaults, Fault, Node, check_leaves, check_unique, parse_toml
from assessdesk.services.definitions.shapes import (
    LANGUAGES,
    Id,
    Line,
    NotDoneCode,
    OptionShape,
    Shape,
    Slot,
    WordsShape,
)
from assessdesk.services.definitions.shaping import check_wording, shape_of
from assessdesk.services.definitions.tables import Confidence, Entry

SAFETY_FILE: Final = "safety.toml"
Code = Annotated[str, StringConstraints(pattern=r"^[A-Z][A-Z0-9_]*$", max_length=40)]
Bound = Annotated[Decimal, Field(max_digits=8, decimal_places=4, strict=False, allow_inf_nan=False)]
Mark = Literal["verified", "recalled", "project-rule", "arithmetic"]


class SignShape(Shape):
    """One comparison."""

    slots: Annotated[list[Slot], Field(min_length=1)]
    codes: list[Id] = Field(default_factory=list)
    above: Bound | None = None
    at_least: Bound | None = None
    below: Bound | None = None
    at_most: Bound | None = None
    not_done: bool = False


class HoldShape(Shape):
    """One rule that holds effort."""

    code: Code
    source: Line
    confidence: Mark
    title: WordsShape
    advice: WordsShape
    signs: Annotated[list[SignShape], Field(min_length=1)]
    bars: list[Id] = Field(default_factory=list)
    supersedes: list[Code] = Field(default_factory=list)
    recheck: WordsShape | None = None
    watch: bool = False


class TriggerShape(Shape):
    """One rule that opens an adverse-event draft."""

    code: Code
    source: Line
    confidence: Mark
    term: WordsShape
    instruments: list[Id] = Field(default_factory=list)
    signs: list[SignShape] = Field(default_factory=list)
    stop_codes: list[NotDoneCode] = Field(default_factory=list)
    stopped_early: bool = False
    rises: list[Annotated[list[Slot], Field(min_length=2, max_length=2)]] = Field(default_factory=list)
    rise_at_least: Bound | None = None
    rule: str = ""
    alert: WordsShape | None = None


class SafetyShape(Shape):
    """The whole file."""

    screen: Id
    holds: list[HoldShape]
    triggers: list[TriggerShape]
    choices: Mapping[str, list[OptionShape]]


def parse_safety(
    text: str, *, file: str = SAFETY_FILE, instruments: Mapping[str, Instrument] | None = None
) -> SafetyRules:
    """Return the rules that a text states. Raises DefinitionFaults with all faults at once.

    With `instruments`, every instrument, slot and code that a rule names must exist.
    """
    root = parse_toml(text, file)
    shape, faults = shape_of(root, SafetyShape, file)
    found = [*faults, *check_leaves(root, file), *check_wording(root, file, needed=LANGUAGES)]
    for name in ("holds", "triggers"):
        entries = root.children(name)
        found += check_unique([(entry.at("code"), entry.word("code")) for entry in entries], file)
    if shape is not None and instruments is not None:
        found += _check_names(root, shape, instruments, file)
    if found or shape is None:
        raise DefinitionFaults(found)
    return SafetyRules(
        screen=shape.screen,
        holds=tuple(_hold(one) for one in shape.holds),
        triggers=tuple(_trigger(one) for one in shape.triggers),
        choices={
            name: tuple((option.code, _text(option.title)) for option in options)
            for name, options in shape.choices.items()
        },
    )


def recalled_rules(text: str, *, file: str = SAFETY_FILE) -> Iterator[Entry]:
    """Yield every hold and trigger whose numbers were recalled, with what it compares and its source."""
    root = parse_toml(text, file)
    shape, _ = shape_of(root, SafetyShape, file)
    if shape is None:
        return
    rules: tuple[tuple[str, HoldShape | TriggerShape], ...] = (
        *(("holds", hold) for hold in shape.holds),
        *(("triggers", trigger) for trigger in shape.triggers),
    )
    for kind, rule in rules:
        confidence = Confidence(rule.confidence)
        if confidence is Confidence.RECALLED:
            compared = "; ".join(_comparison(sign) for sign in rule.signs) or rule.code
            yield Entry(file, f"{kind}.{rule.code}", compared, rule.source, confidence)


def _comparison(sign: SignShape) -> str:
    """Return a sign in plain words."""
    bounds = (
        ("above", sign.above),
        ("at least", sign.at_least),
        ("below", sign.below),
        ("at most", sign.at_most),
    )
    said = [f"{word} {bound}" for word, bound in bounds if bound is not None]
    return f"{sign.slots[0]} {' and '.join(said) or ', '.join(sign.codes) or 'not measured'}"


def _check_names(root: Node, shape: SafetyShape, instruments: Mapping[str, Instrument], file: str) -> Iterator[Fault]:
    """Yield what names an instrument, a slot or a code that does not exist."""
    if shape.screen not in instruments:
        yield Fault("DEF-301", file, "screen", f"There is no instrument `{shape.screen}`.", "Correct the id.")
        return
    for node, hold in zip(root.children("holds"), shape.holds, strict=True):
        yield from _check_instruments(node, "bars", hold.bars, instruments, file)
        for sign in hold.signs:
            yield from _check_sign(node, sign, [instruments[shape.screen]], file)
    for node, trigger in zip(root.children("triggers"), shape.triggers, strict=True):
        yield from _check_instruments(node, "instruments", trigger.instruments, instruments, file)
        among = [instruments[name] for name in trigger.instruments if name in instruments]
        for sign in trigger.signs:
            yield from _check_sign(node, sign, among, file)
        for pair in trigger.rises:
            for slot in pair:
                yield from _check_slot(node, "rises", slot, among, file)


def _check_instruments(
    node: Node, key: str, named: list[str], instruments: Mapping[str, Instrument], file: str
) -> Iterator[Fault]:
    for name in named:
        if name not in instruments:
            yield Fault("DEF-301", file, node.at(key), f"There is no instrument `{name}`.", "Correct the id.")


def _check_sign(node: Node, sign: SignShape, among: list[Instrument], file: str) -> Iterator[Fault]:
    bounds = (sign.above, sign.at_least, sign.below, sign.at_most)
    ways = [bool(sign.codes), any(bound is not None for bound in bounds), sign.not_done]
    if ways.count(True) != 1:
        what = "A sign needs codes, bounds or `not_done`, and one of them only."
        yield Fault("DEF-203", file, node.at("signs"), what, "Keep one of the three.")
    for slot in sign.slots:
        yield from _check_slot(node, "signs", slot, among, file)
        for instrument in among:
            options = _options(instrument, slot)
            for code in sign.codes if options is not None else ():
                if options is not None and code not in options:
                    what = f"`{slot}` does not offer `{code}`."
                    yield Fault("DEF-203", file, node.at("signs"), what, f"Use one of: {', '.join(options)}.")


def _check_slot(node: Node, key: str, slot: str, among: list[Instrument], file: str) -> Iterator[Fault]:
    if all(_options(instrument, slot) is None for instrument in among):
        what = f"`{slot}` is asked by none of its instruments."
        yield Fault("DEF-202", file, node.at(key), what, "Name a slot of the instrument.")


def _options(instrument: Instrument, slot: str) -> tuple[str, ...] | None:
    """Return the codes that a slot offers (none for a number), or None when the instrument does not ask it."""
    parts = slot.split(".")
    section = instrument.by_section.get(parts[0])
    item = next((one for one in section.items if one.id == parts[-1]), None) if section else None
    in_a_trial = len(parts) > len(("section", "item"))
    if section is None or item is None or (section.trials is not None) is not in_a_trial:
        return None
    return tuple(option.code for option in item.options) if item.kind is ItemKind.CHOICE else ()


def _hold(shape: HoldShape) -> HoldRule:
    return HoldRule(
        code=shape.code,
        title=_text(shape.title),
        advice=_text(shape.advice),
        signs=tuple(_sign(sign) for sign in shape.signs),
        bars=tuple(shape.bars),
        supersedes=tuple(shape.supersedes),
        recheck=_text(shape.recheck) if shape.recheck else None,
        watch=shape.watch,
    )


def _trigger(shape: TriggerShape) -> TriggerRule:
    return TriggerRule(
        code=shape.code,
        term=_text(shape.term),
        instruments=tuple(shape.instruments),
        signs=tuple(_sign(sign) for sign in shape.signs),
        stop_codes=tuple(shape.stop_codes),
        stopped_early=shape.stopped_early,
        rises=tuple((pair[0], pair[1]) for pair in shape.rises),
        rise_at_least=shape.rise_at_least,
        rule=shape.rule,
        alert=_text(shape.alert) if shape.alert else None,
    )


def _sign(shape: SignShape) -> Sign:
    return Sign(
        slots=tuple(shape.slots),
        codes=tuple(shape.codes),
        above=shape.above,
        at_least=shape.at_least,
        below=shape.below,
        at_most=shape.at_most,
        not_done=shape.not_done,
    )


def _text(shape: WordsShape) -> LocalText:
    return LocalText({language: text for language, text in shape if text is not None})
