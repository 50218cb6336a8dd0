"""A whole instrument as lines that a person can read: flow, slots, limits, wording, and what is left to verify.

It must not know who reads it, nor what a scorer makes of it.
"""

from __future__ import annotations

from collections.abc import Iterator

from assessdesk.domain.instrument import Condition, ExtraTrialRule, Instrument, Item, Section
from assessdesk.services.definitions.study_words import wording


def instrument_lines(instrument: Instrument) -> Iterator[str]:
    """Yield the lines of an instrument from its name to what is left to verify."""
    yield f"{instrument.id}, edition {instrument.edition}"
    yield from wording("title", instrument.title)
    yield from wording("for the participant", instrument.participant_title)
    yield f"  scorer {instrument.scorer} · about {instrument.estimated_minutes} min"
    yield f"  licence: {instrument.licence}"
    if instrument.ship_class:
        yield f"  ship class {instrument.ship_class}, wording of {instrument.licence_holder}"
    yield f"  source: {instrument.source}"
    yield f"  digest: {instrument.digest}"
    for rule in instrument.stop_rules:
        yield from wording("stop", rule)
    for section in instrument.sections:
        yield from _section_lines(section)
    yield "Still to be verified" if instrument.unverified else "Nothing is left to verify."
    yield from (f"  {line}" for line in instrument.unverified)


def _section_lines(section: Section) -> Iterator[str]:
    yield f"[{section.id}] {', '.join(_flow(section)) or 'asked once'}"
    yield from wording("title", section.title)
    if section.script:
        yield from wording("say", section.script.say)
        yield from wording("during", section.script.during)
        yield from wording("do", section.script.do)
    if section.timing:
        yield from wording("stop the clock", section.timing.stop_label)
    for item in section.items:
        yield f"  {', '.join(_slots(section, item))}: {item.kind.value} {_facts(item)}".rstrip()
        yield from wording("  asks", item.title)
        yield from wording("  hint", item.hint)
        for option in item.options:
            yield from wording(f"  {option.code}", option.title)


def _flow(section: Section) -> Iterator[str]:
    """Yield the flow words of a section in plain words."""
    if section.setup:
        yield "set-up"
    if section.first_time_only:
        yield "first time only"
    if section.only_if:
        yield _gate(section.only_if)
    if section.rest_before_s:
        yield f"after {section.rest_before_s} s of rest"
    plan = section.trials
    if plan:
        sides = f", {' and '.join(plan.sides)} in turn" if plan.sides else ""
        yield f"{_counted(plan.count, 'trial')}{' a side' if plan.sides else ''}{sides}"
        yield f"a void trial is repeated {_counted(plan.void_repeats, 'time')}"
        if plan.rest_s:
            yield f"{plan.rest_s} s of rest ({'same side' if plan.rest_scope == 'side' else 'any side'})"
        if plan.extra and plan.extra.rule:
            yield f"extra trial by {plan.extra.rule}"
        elif plan.extra:
            yield f"extra trial above {' and '.join(_bounds(plan.extra))}"
    if section.timing:
        count = f", {section.timing.repetitions} repetitions" if section.timing.repetitions else ""
        code = f" ({section.timing.cap_code})" if section.timing.cap_code else ""
        yield f"timed up to {section.timing.cap_s} s{code}{count}"


def _gate(gate: Condition) -> str:
    """Return a condition in plain words."""
    bounds = (f"at least {gate.at_least}" if gate.at_least else "", f"below {gate.below}" if gate.below else "")
    words = [" or ".join(gate.codes), *bounds]
    return f"only if {gate.slot} is {' and '.join(word for word in words if word)}"


def _bounds(extra: ExtraTrialRule) -> Iterator[str]:
    """Yield the bounds that are set."""
    if extra.difference:
        yield str(extra.difference)
    if extra.share:
        yield f"{extra.share} of the best"


def _slots(section: Section, item: Item) -> Iterator[str]:
    """Yield the slots of an item in the order of the protocol."""
    if section.trials is None:
        yield f"{section.id}.{item.id}"
        return
    for number in range(1, section.trials.count + 1):
        for side in section.trials.sides or ("",):
            yield ".".join(part for part in (section.id, side, str(number), item.id) if part)


def _facts(item: Item) -> str:
    facts = {"in": item.unit, "limit": item.limit, "default": item.default}
    named = [f"{name} {value}" for name, value in facts.items() if value]
    return " · ".join([*named, *(["keeps between visits"] if item.keep else []), *(["of the station"] * item.station)])


def _counted(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"
