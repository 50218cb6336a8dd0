"""Safety: which holds the safety screen makes, which of them are open, and what opens an adverse-event draft.

Pure functions of values and rules; every threshold stands in the rules. It must not know where rules come from.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from assessdesk.domain.adverse import Release
from assessdesk.domain.checks import CrossLimit, check_cross
from assessdesk.domain.events import Event, ValueCorrected, ValueRecorded
from assessdesk.domain.instrument import Instrument, ItemKind
from assessdesk.domain.record import Assessment, Turn
from assessdesk.domain.values import Choice, LocalText, Missing, Quantity, Value

BY_RULE = "ND15"
EARLY = "early"
Stated = ValueRecorded | ValueCorrected


@dataclass(frozen=True, slots=True, kw_only=True)
class Sign:
    """One comparison. Of `slots`, readings in order, the last that holds something counts.

    It holds for one of `codes`, for a number beyond every bound that is given (`above` and `below` strict, `at_least`
    and `at_most` not), or, with `not_done`, when there is no reading at all although one was asked for.
    """

    slots: tuple[str, ...]
    codes: tuple[str, ...] = ()
    above: Decimal | None = None
    at_least: Decimal | None = None
    below: Decimal | None = None
    at_most: Decimal | None = None
    not_done: bool = False

    def admits(self, value: Value) -> bool:
        """Say whether a value is the sign."""
        if isinstance(value, Choice):
            return value.code in self.codes
        if not isinstance(value, Quantity) or self.codes or self.not_done:
            return False
        number = value.value
        return (
            (self.above is None or number > self.above)
            and (self.at_least is None or number >= self.at_least)
            and (self.below is None or number < self.below)
            and (self.at_most is None or number <= self.at_most)
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class HoldRule:
    """When effort is held: one of its signs. `recheck` asks for a second reading while there is only the first.

    `bars` names the instruments that are held, none meaning every effort; `supersedes` the lesser rules it stands
    for as well; `watch` marks what is watched without holding anything.
    """

    code: str
    title: LocalText
    advice: LocalText
    signs: tuple[Sign, ...]
    bars: tuple[str, ...] = ()
    supersedes: tuple[str, ...] = ()
    recheck: LocalText | None = None
    watch: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class TriggerRule:
    """What opens an adverse-event draft with the term `term`, in `instruments` (none: every effort).

    A stop: one of `stop_codes` for a measurement, or with `stopped_early` any stopped clock. Else one of its signs; or
    a rise of `rise_at_least` from the first to the second slot of a pair of `rises`; or the cross rule `rule` of the
    limit table. `alert` is what the assessor must do at once.
    """

    code: str
    term: LocalText
    instruments: tuple[str, ...] = ()
    signs: tuple[Sign, ...] = ()
    stop_codes: tuple[str, ...] = ()
    stopped_early: bool = False
    rises: tuple[tuple[str, str], ...] = ()
    rise_at_least: Decimal | None = None
    rule: str = ""
    alert: LocalText | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SafetyRules:
    """The rules in force. `screen` is the instrument whose values make holds; `choices` are closed lists by name."""

    screen: str
    holds: tuple[HoldRule, ...]
    triggers: tuple[TriggerRule, ...]
    choices: Mapping[str, tuple[tuple[str, LocalText], ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Hold:
    """A hold that the values make. `seq` is the latest entry behind it; `recheck`: a second reading is to come."""

    rule: HoldRule
    seq: int
    recheck: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A trigger that facts set off, at which slot and turn."""

    rule: TriggerRule
    slot: str
    turn: int


def holds_of(assessment: Assessment, rules: Sequence[HoldRule]) -> tuple[Hold, ...]:
    """Return the holds and watches that the values of a safety screen make, graver ones in the place of lesser."""
    found = [hold for rule in rules if (hold := _hold(assessment, rule)) is not None]
    lesser = {code for hold in found for code in hold.rule.supersedes}
    return tuple(hold for hold in found if hold.rule.code not in lesser)


def _hold(assessment: Assessment, rule: HoldRule) -> Hold | None:
    """Return the hold that a rule makes, or None."""
    turns = [turn for sign in rule.signs if (turn := _deciding(assessment, sign)) is not None]
    if not turns:
        return None
    second = any(_reads_again(assessment, sign) for sign in rule.signs)
    return Hold(rule=rule, seq=max(turn.seq for turn in turns), recheck=rule.recheck is not None and not second)


def _deciding(assessment: Assessment, sign: Sign) -> Turn | None:
    """Return the turn that is the sign, or None."""
    turns = [turn for slot in sign.slots if (turn := assessment.live(slot)) is not None]
    read = [turn for turn in turns if turn.missing is None]
    if sign.not_done:
        absent = [turn for turn in turns if turn.missing and turn.missing.code != BY_RULE]
        return absent[-1] if absent and not read else None
    return read[-1] if read and sign.admits(read[-1].value) else None


def _reads_again(assessment: Assessment, sign: Sign) -> bool:
    """Say whether a second reading was taken."""
    second = [assessment.live(slot) for slot in sign.slots[1:]]
    return any(turn is not None and turn.missing is None for turn in second)


def open_holds(holds: Sequence[Hold], releases: Sequence[Release]) -> tuple[Hold, ...]:
    """Return the holds that nobody has released since they arose; what is only watched holds nothing."""
    return tuple(
        hold
        for hold in holds
        if not hold.rule.watch
        and not any(hold.rule.code in each.event.holds and each.seq > hold.seq for each in releases)
    )


def bars(hold: Hold, instrument: Instrument) -> bool:
    """Say whether a hold bars an instrument; what is no effort goes on."""
    return instrument.effort and (not hold.rule.bars or instrument.id in hold.rule.bars)


def triggered(
    assessment: Assessment,
    events: Sequence[Event],
    rules: Sequence[TriggerRule],
    *,
    instrument: Instrument,
    cross: Mapping[str, CrossLimit],
) -> tuple[Found, ...]:
    """Return what the facts about to be written set off. `assessment` is as it stood before them."""
    changed = {event.slot: event for event in events if isinstance(event, Stated)}
    stated = events[0] if events else None
    found: list[Found] = []
    for rule in rules:
        applies = instrument.id in rule.instruments if rule.instruments else instrument.effort
        if not applies:
            continue
        if isinstance(stated, Stated) and _is_stop(stated, rule, instrument):
            found.append(Found(rule=rule, slot=stated.slot, turn=stated.turn))
        at = (
            _sign_among(changed, rule)
            or _rise_among(changed, rule, assessment)
            or _rule_among(changed, rule, assessment, instrument=instrument, cross=cross)
        )
        if at is not None:
            found.append(Found(rule=rule, slot=at.slot, turn=at.turn))
    return tuple(found)


def _is_stop(event: Stated, rule: TriggerRule, instrument: Instrument) -> bool:
    """Say whether a measurement was stopped: an absence that a person stated, by its code or by a running clock."""
    if not isinstance(event.value, Missing):
        return False
    section, item = event.slot.split(".")[0], event.slot.split(".")[-1]
    kind = instrument.item(section, item).kind
    if instrument.by_section[section].trials is None or kind not in {ItemKind.QUANTITY, ItemKind.DURATION}:
        return False
    early = isinstance(event, ValueRecorded) and event.stop_reason == EARLY
    return event.value.code in rule.stop_codes or (rule.stopped_early and early)


def _sign_among(changed: Mapping[str, Stated], rule: TriggerRule) -> Stated | None:
    """Return the first stated value that is one of the rule's signs."""
    for sign in rule.signs:
        for slot in sign.slots:
            if slot in changed and sign.admits(changed[slot].value):
                return changed[slot]
    return None


def _rise_among(changed: Mapping[str, Stated], rule: TriggerRule, assessment: Assessment) -> Stated | None:
    """Return the stated value that completes a rise."""
    for first, second in rule.rises:
        at = changed.get(second) or changed.get(first)
        before, after = (_number(slot, changed, assessment) for slot in (first, second))
        if at is None or before is None or after is None or rule.rise_at_least is None:
            continue
        if after - before >= rule.rise_at_least:
            return at
    return None


def _rule_among(
    changed: Mapping[str, Stated],
    rule: TriggerRule,
    assessment: Assessment,
    *,
    instrument: Instrument,
    cross: Mapping[str, CrossLimit],
) -> Stated | None:
    """Return the stated value that breaks the cross rule which the trigger names."""
    for check in instrument.checks:
        if check.rule != rule.rule or not any(slot in changed for slot in check.slots.values()):
            continue
        values = {name: _number(slot, changed, assessment) for name, slot in check.slots.items()}
        if None not in values.values() and check_cross(check.rule, values, cross[check.rule]) is not None:
            return next(changed[slot] for slot in check.slots.values() if slot in changed)
    return None


def _number(slot: str, changed: Mapping[str, Stated], assessment: Assessment) -> Decimal | None:
    """Return the number at a slot once the facts are written."""
    live = assessment.live(slot)
    value = changed[slot].value if slot in changed else live.value if live else None
    return value.value if isinstance(value, Quantity) else None
