"""The closed vocabulary of definition files as pydantic models: which keys exist, which are required, of which type.

The JSON Schemas that editors use are generated from here. What one key says about another is checked elsewhere.
"""

from __future__ import annotations

import json
from decimal import Decimal
from typing import Annotated, Final, Literal, get_args

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

Language = Literal["en", "ko", "zh"]
LANGUAGES: Final[tuple[str, ...]] = get_args(Language)
Id = Annotated[str, StringConstraints(pattern=r"^[a-z0-9_]+$", max_length=64)]
NotDoneCode = Annotated[str, StringConstraints(pattern=r"^ND[0-9]{2}$")]
LimitName = Annotated[str, StringConstraints(pattern=r"^[a-z0-9_]+(\.[a-z0-9_]+)*(\.\*)?$")]
ScorerName = Annotated[str, StringConstraints(pattern=r"^[a-z0-9_]+(\.[a-z0-9_]+)*/[0-9]+$")]
# Asked once, or, of a trial, with its number, after its side where it has one.
Slot = Annotated[str, StringConstraints(pattern=r"^[a-z0-9_]+((\.(right|left))?\.[0-9]+)?\.[a-z0-9_]+$")]
CrossRule = Literal[
    "x.gait_trials", "x.tug_trials", "x.walk6_laps", "x.weight_sum", "x.fat_percent", "x.smm_lt_ffm", "x.asm_lt_ffm",
    "x.calf_side_diff", "x.arm_lean_asym", "x.bpi_order",
]  # fmt: skip
PairRule = Literal["x.gait_trials", "x.tug_trials", "x.weight_readings", "x.height_readings", "x.calf_readings"]
Line = Annotated[str, StringConstraints(min_length=1, max_length=2000)]
Seconds = Annotated[int, Field(ge=0, le=3600)]
# Written as a TOML decimal or as a text; both arrive exact.
PositiveDecimal = Annotated[Decimal, Field(gt=0, max_digits=8, decimal_places=4, strict=False, allow_inf_nan=False)]


class Shape(BaseModel):
    """A table with a closed set of keys."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)


class WordsShape(Shape):
    """One text in every language it exists in; English always."""

    en: Line
    ko: Line | None = None
    zh: Line | None = None


class OptionShape(Shape):
    """One choosable code with its words."""

    code: Id
    title: WordsShape


class NumbersShape(Shape):
    """The item stands for one item of each number, both ends included."""

    from_: Annotated[int, Field(ge=0, le=999, alias="from")]
    to: Annotated[int, Field(ge=0, le=999)]


class ItemShape(Shape):
    """One thing to answer or observe."""

    id: Id
    kind: Literal["quantity", "duration", "count", "choice", "text", "observation"]
    title: WordsShape
    hint: WordsShape | None = None
    unit: Annotated[str, StringConstraints(max_length=20)] = ""
    limit: LimitName | None = None
    options: list[OptionShape] = []
    keep: bool = False
    station: bool = False
    devices: list[Id] = []
    default: Id | None = None
    numbers: NumbersShape | None = None


class ConditionShape(Shape):
    """The section is asked only if an earlier choice has one of these codes, or an earlier number is in a range."""

    slot: Slot
    codes: list[Id] = []
    at_least: PositiveDecimal | None = None
    below: PositiveDecimal | None = None


class ExtraShape(Shape):
    """One more trial of a side is offered by best and second best, or by the cross rule that two trials break."""

    difference: PositiveDecimal | None = None
    share: PositiveDecimal | None = None
    rule: PairRule | None = None


class TrialsShape(Shape):
    """How often a section is repeated, on which sides, with which rest in seconds."""

    count: Annotated[int, Field(ge=1, le=20)]
    sides: list[Literal["right", "left"]] = []
    rest_s: Seconds = 0
    rest_scope: Literal["any", "side"] = "any"
    extra: ExtraShape | None = None
    void_repeats: Annotated[int, Field(ge=0, le=3)] = 1


class CueShape(Shape):
    """What is said to the participant so many seconds after the start; at 0 the cue starts the test."""

    at_s: Annotated[int, Field(ge=0, le=3600)]
    say: WordsShape


class TimingShape(Shape):
    """How a duration is timed: cap in seconds, repetitions to tap, the not-done code of a reached cap, cues to say."""

    cap_s: Annotated[int, Field(ge=1, le=3600)]
    repetitions: Annotated[int, Field(ge=0, le=100)] = 0
    cap_code: NotDoneCode | None = None
    stop_label: WordsShape | None = None
    cues: Annotated[list[CueShape], Field(max_length=20)] = Field(default_factory=list)


class ScriptShape(Shape):
    """What the assessor says before, says during, and does."""

    say: WordsShape
    during: WordsShape | None = None
    do: WordsShape | None = None


class SectionShape(Shape):
    """A part of an instrument: items asked once, or once a trial."""

    id: Id
    title: WordsShape
    items: Annotated[list[ItemShape], Field(min_length=1)]
    script: ScriptShape | None = None
    trials: TrialsShape | None = None
    timing: TimingShape | None = None
    only_if: ConditionShape | None = None
    rest_before_s: Seconds = 0
    setup: bool = False
    first_time_only: bool = False


class CheckShape(Shape):
    """A cross rule of the limit table, and the slot of each of its inputs by name."""

    rule: CrossRule
    slots: Annotated[dict[Id, Slot], Field(min_length=2)]


class InstrumentShape(Shape):
    """One standardized assessment, with its edition, licence and source."""

    id: Id
    edition: Id
    title: WordsShape
    participant_title: WordsShape
    icon: Annotated[str, StringConstraints(pattern=r"^[a-z0-9-]+$")]
    scorer: ScorerName
    licence: Line
    source: Line
    estimated_minutes: Annotated[int, Field(ge=1, le=240)]
    effort: bool
    wording_missing: list[Language] = []
    stop_rules: list[WordsShape] = []
    side_not_done_codes: list[NotDoneCode] = []
    limb: Literal["arm", "leg"] = "arm"
    ship_class: Literal["A", "B", "C"] | None = None
    headings_only: bool = False
    licence_holder: Line | None = None
    checks: list[CheckShape] = []
    sections: Annotated[list[SectionShape], Field(min_length=1)]
    unverified: dict[str, Line] = {}


class ReasonShape(Shape):
    """One coded reason. `key` is the digit, or the two digits, that choose it; none when no person may choose it."""

    code: Annotated[str, StringConstraints(pattern=r"^(ND[0-9]{2}|[VCMRB][0-9])$")]
    title: WordsShape
    key: Annotated[str, StringConstraints(pattern=r"^[0-9]{0,2}$")] = ""
    needs_text: bool = False
    physical: bool | None = None


class ReasonsShape(Shape):
    """The closed lists of reasons."""

    not_done: Annotated[list[ReasonShape], Field(min_length=1)]
    void: Annotated[list[ReasonShape], Field(min_length=1)]
    confirmation: Annotated[list[ReasonShape], Field(min_length=1)]
    missed: list[ReasonShape] = []
    change: list[ReasonShape] = []
    beginning: list[ReasonShape] = []


def schema_text(shape: type[Shape]) -> str:
    """Return the JSON Schema (draft 2020-12) of a shape as the text of its published file."""
    schema = {"$schema": "https://json-schema.org/draft/2020-12/schema", **shape.model_json_schema()}
    return json.dumps(schema, indent=2, ensure_ascii=False, sort_keys=True) + "\n"
