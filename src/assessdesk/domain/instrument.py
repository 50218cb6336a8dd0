"""An instrument as a definition file describes it: sections of items, with the flow words trials, rest and only-if.

It names its scorer and never contains an expression. It must not know how it is displayed or stored.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from functools import cached_property

from assessdesk.domain.values import LocalText


class ItemKind(StrEnum):
    """The closed vocabulary of what an item can ask."""

    QUANTITY = "quantity"
    DURATION = "duration"
    COUNT = "count"
    CHOICE = "choice"
    TEXT = "text"
    OBSERVATION = "observation"


@dataclass(frozen=True, slots=True)
class Option:
    """One choosable code with its words."""

    code: str
    title: LocalText


@dataclass(frozen=True, slots=True)
class Item:
    """One thing to answer or observe.

    `limit` names a row of the limit table; a trailing `.*` is completed with the participant's sex.
    `keep` marks a set-up fact that must not change between visits of a participant; `station` one that is offered
    from the last assessment done on this station, whoever the participant was (a device). `devices` are the kinds of
    devices that it asks for.
    """

    id: str
    kind: ItemKind
    title: LocalText
    hint: LocalText | None = None
    unit: str = ""
    limit: str = ""
    options: tuple[Option, ...] = ()
    keep: bool = False
    station: bool = False
    devices: tuple[str, ...] = ()
    default: str = ""


@dataclass(frozen=True, slots=True)
class Condition:
    """A flow word: it holds when the item at `slot` has one of `codes`, or is a number in the range named.

    `at_least` is inclusive and `below` is not; both are decimals as text, and empty where codes decide.
    """

    slot: str
    codes: tuple[str, ...] = ()
    at_least: str = ""
    below: str = ""

    def admits(self, value: Decimal) -> bool:
        """Say whether a number meets the bounds."""
        if self.at_least and value < Decimal(self.at_least):
            return False
        return not self.below or value < Decimal(self.below)


@dataclass(frozen=True, slots=True)
class ExtraTrialRule:
    """When the trials of a side lie too far apart, one more trial of that side is offered.

    Either best minus second best is above both bounds: `difference` in the item's unit (empty: none) and `share` of
    the best, decimals as text, both strict. Or `rule` names the cross rule of the limit table that two trials break.
    """

    difference: str = ""
    share: str = ""
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Check:
    """A cross rule of the limit table, and the slots that its inputs are taken from, by the rule's own names."""

    rule: str
    slots: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class TrialPlan:
    """How often a section is repeated, on which sides, with which rest in seconds.

    With sides, trials alternate in the order given. `rest_scope` is `side` (rest of the same hand) or `any`.
    A void trial is repeated at most `void_repeats` times.
    """

    count: int
    sides: tuple[str, ...] = ()
    rest_s: int = 0
    rest_scope: str = "any"
    extra: ExtraTrialRule | None = None
    void_repeats: int = 1


@dataclass(frozen=True, slots=True)
class Cue:
    """What is said to the participant so many seconds after the start."""

    at_s: int
    say: LocalText


@dataclass(frozen=True, slots=True)
class Timing:
    """How a duration item is timed: cap in seconds and the number of repetitions that may be tapped.

    At the cap the trial ends by itself: with the cap as its value, or, with a `cap_code`, not done for that reason.
    `cues` are said while it runs, in the order of their times.
    """

    cap_s: int
    repetitions: int = 0
    cap_code: str = ""
    stop_label: LocalText | None = None
    cues: tuple[Cue, ...] = ()


@dataclass(frozen=True, slots=True)
class Script:
    """What the assessor says before, says during, and does."""

    say: LocalText
    during: LocalText | None = None
    do: LocalText | None = None


@dataclass(frozen=True, slots=True)
class Section:
    """A part of an instrument: items asked once, or, with a trial plan, once a trial.

    `rest_before_s` is the rest after the section before it; `setup` marks set-up facts; `first_time_only` holds
    practice that is given at a participant's first assessment with the instrument and not again.
    """

    id: str
    title: LocalText
    items: tuple[Item, ...]
    script: Script | None = None
    trials: TrialPlan | None = None
    timing: Timing | None = None
    only_if: Condition | None = None
    rest_before_s: int = 0
    setup: bool = False
    first_time_only: bool = False


@dataclass(frozen=True)
class Instrument:
    """One standardized assessment, with its edition, licence and source.

    `limb` says which limbs its sides are: only sides that are arms can be barred by a restricted arm. A questionnaire
    has a `ship_class`: A ships its own wording; B and C ship none and need the site's text pack (`licence_holder`).
    `headings_only`: the questions are not in the file although they might be.
    """

    id: str
    edition: str
    title: LocalText
    participant_title: LocalText
    icon: str
    scorer: str
    licence: str
    source: str
    estimated_minutes: int
    effort: bool
    stop_rules: tuple[LocalText, ...]
    side_not_done_codes: tuple[str, ...]
    sections: tuple[Section, ...]
    digest: str
    text: str
    unverified: tuple[str, ...] = ()
    checks: tuple[Check, ...] = ()
    limb: str = "arm"
    ship_class: str = ""
    licence_holder: str = ""
    headings_only: bool = False

    @property
    def needs_text_pack(self) -> bool:
        """Say whether the file lacks the questions, so that a site must bring them with its permission."""
        return self.ship_class in {"B", "C"} or self.headings_only

    @property
    def needs_presence(self) -> bool:
        """Say whether the participant must be here: all that is measured, and nothing that is only answered."""
        return not self.ship_class

    @cached_property
    def by_section(self) -> dict[str, Section]:
        """Sections by id."""
        return {section.id: section for section in self.sections}

    def item(self, section_id: str, item_id: str) -> Item:
        """Return an item, or raise KeyError naming both ids."""
        for item in self.by_section[section_id].items:
            if item.id == item_id:
                return item
        raise KeyError(f"{section_id}.{item_id}")
