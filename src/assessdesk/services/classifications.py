"""Classes computed side by side from the results of one visit, each set by its own scorers of the catalogue.

Inputs are compared unrounded. Results are plain; whether anyone may see them is the study's word. It must not know
cut-offs: those stand in the score tables.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_FLOOR, Decimal
from typing import Annotated, Final, Literal

from pydantic import Field

from assessdesk.domain.classification import Classification, ClassificationSet, Measure
from assessdesk.domain.instrument import Instrument
from assessdesk.domain.record import Assessment, Record
from assessdesk.domain.scoring.decimals import exact_arithmetic, mean
from assessdesk.domain.scoring.gait import gait_speed
from assessdesk.domain.scoring.outcome import both
from assessdesk.domain.study import Study
from assessdesk.domain.values import LocalText
from assessdesk.services.definitions.faults import DefinitionFaults, Fault, check_leaves, nearest, parse_toml
from assessdesk.services.definitions.shapes import Id, Line, PositiveDecimal, Shape, WordsShape
from assessdesk.services.definitions.shaping import shape_of
from assessdesk.services.definitions.tables import Read, Tables
from assessdesk.services.scores import scored, scores_of
from assessdesk.services.scores.body import lean_of
from assessdesk.services.scores.shaping import choice_at, text_of, trials_of

CLASSIFICATIONS_FILE: Final = "classifications.toml"
AGE_BETWEEN: Final = "age_between_two_rules"
# Finer than any cut-off can tell apart: times have hundredths and courses whole metres, so that a quotient that is
# not the cut-off itself differs from it long before this place.
_FINEST: Final = Decimal("1e-18")
_LEAST: Final = 2


class WalkShape(Shape):
    """Course and rule of a walk."""

    distance_m: PositiveDecimal
    rule: Literal["best", "mean"]


class SetShape(Shape):
    """One set of classes."""

    id: Id
    version: Line
    enabled: bool
    title: WordsShape
    inputs: Annotated[list[Id], Field(min_length=1)]
    source: Line
    confidence: Literal["verified", "recalled", "project-rule", "arithmetic"]
    note: Line


class ClassificationsShape(Shape):
    """The keys of the file."""

    inputs: dict[Id, list[Annotated[list[Id], Field(min_length=_LEAST)]]]
    methods: dict[Id, Literal["DXA", "BIA"]]
    walks: dict[Id, WalkShape]
    sets: Annotated[list[SetShape], Field(min_length=1)]


@dataclass(frozen=True, slots=True, kw_only=True)
class ClassificationRules:
    """The sets, where their inputs come from, the method of each lean mass, and distance and rule of each walk."""

    sets: tuple[ClassificationSet, ...]
    inputs: Mapping[str, tuple[tuple[str, ...], ...]]
    methods: Mapping[str, str]
    walks: Mapping[str, tuple[Decimal, str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Case:
    """One visit as the sets see it. Only a year of birth is known, so that there are two possible ages."""

    sex: str
    ages: tuple[int, int]
    held: Mapping[str, Measure]
    tables: Tables

    def value(self, name: str) -> str | None:
        held = self.held.get(name)
        return held.value if held else None

    def values(self, *names: str) -> dict[str, object]:
        return {name: self.value(name) for name in names}

    def low(self, scorer: str, **inputs: object) -> bool | None:
        answer = scored(scorer, inputs, self.tables)["low"]
        return answer if isinstance(answer, bool) else None

    def by_age(self, scorer: str, inputs: Mapping[str, object]) -> dict[str, object]:
        """Return what a scorer says; where its word depends on which of the two ages it is, that stays unknown."""
        first, second = (scored(scorer, {**inputs, "age": age}, self.tables) for age in self.ages)
        result: dict[str, object] = {name: first[name] if first[name] == second[name] else None for name in first}
        if first != second:
            flags = [flag for flag in _flags(first) if flag in _flags(second)]
            result["flags"] = (*flags, AGE_BETWEEN)
        return result


def _flags(result: Mapping[str, object]) -> tuple[str, ...]:
    flags = result.get("flags")
    return tuple(map(str, flags)) if isinstance(flags, list | tuple) else ()


def load_classifications(read: Read) -> ClassificationRules:
    """Return the sets that are shipped. Raises DefinitionFaults with all faults at once."""
    root = parse_toml(read(CLASSIFICATIONS_FILE), CLASSIFICATIONS_FILE)
    shape, faults = shape_of(root, ClassificationsShape, CLASSIFICATIONS_FILE)
    found = [*faults, *check_leaves(root, CLASSIFICATIONS_FILE)]
    if shape is None or found:
        raise DefinitionFaults(found)
    for one in shape.sets:
        if one.id not in _SETS:
            what = f"There is no rule for the set `{one.id}`."
            found.append(Fault("DEF-205", CLASSIFICATIONS_FILE, f"sets[{one.id}]", what, nearest(one.id, _SETS)))
        for name in one.inputs:
            if name not in shape.inputs:
                place, what = f"sets[{one.id}].inputs", f"`{name}` comes from nowhere."
                found.append(Fault("DEF-202", CLASSIFICATIONS_FILE, place, what, nearest(name, shape.inputs)))
    if found:
        raise DefinitionFaults(found)
    return ClassificationRules(
        sets=tuple(_set(one) for one in shape.sets),
        inputs={name: tuple(tuple(one) for one in places) for name, places in shape.inputs.items()},
        methods=dict(shape.methods),
        walks={name: (walk.distance_m, walk.rule) for name, walk in shape.walks.items()},
    )


def _set(shape: SetShape) -> ClassificationSet:
    return ClassificationSet(
        id=shape.id,
        version=shape.version,
        title=LocalText({language: text for language, text in shape.title if text is not None}),
        enabled=shape.enabled,
        inputs=tuple(shape.inputs),
        source=shape.source,
        confidence=shape.confidence,
        note=shape.note,
    )


def may_show(study: Study) -> bool:
    """Say whether the study lets an assessor see classes; they are computed in any case."""
    return study.show_classifications


def classify_visit(
    record: Record,
    visit: str,
    instruments: Mapping[str, Instrument],
    *,
    tables: Tables,
    rules: ClassificationRules,
    also: Collection[str] = (),
) -> tuple[Classification, ...]:
    """Return what every enabled set, and those in `also`, says about a visit, in the order of the file."""
    year = date.fromisoformat(record.visits[visit].date).year - record.birth_year
    held = measures_of(record, visit, instruments, tables=tables, rules=rules)
    case = _Case(sex=record.sex, ages=(year - 1, year), held=held, tables=tables)
    swollen = _swollen(record, visit, held)
    return tuple(_classified(one, case, swollen) for one in rules.sets if one.enabled or one.id in also)


def _classified(one: ClassificationSet, case: _Case, swollen: Collection[str]) -> Classification:
    result = _SETS[one.id](case)
    used = tuple(case.held[name] for name in one.inputs if name in case.held)
    lean = any(measure.instrument in swollen for measure in used)
    return Classification(
        set=one.id,
        version=one.version,
        results={name: text_of(value) for name, value in result.items() if name != "flags"},
        used=used,
        missing=tuple(name for name in one.inputs if name not in case.held),
        flags=(*_flags(result), *(("lymphoedema",) if lean else ())),
        source=one.source,
        confidence=one.confidence,
    )


def _swollen(record: Record, visit: str, held: Mapping[str, Measure]) -> frozenset[str]:
    """Return the instruments whose lean mass is that of a swollen arm: water counts as lean mass there."""
    found = {measure.instrument for measure in held.values() if measure.method}
    assessed = {name: record.visits[visit].of(name) for name in found}
    return frozenset(
        name
        for name, assessment in assessed.items()
        if assessment and choice_at(assessment, "flags.lymphoedema") in {"right", "left", "both"}
    )


def measures_of(
    record: Record,
    visit: str,
    instruments: Mapping[str, Instrument],
    *,
    tables: Tables,
    rules: ClassificationRules,
) -> Mapping[str, Measure]:
    """Return the inputs that a visit gives, by name, unrounded."""
    found: dict[str, Measure] = {}
    for name, places in rules.inputs.items():
        for instrument, *results in places:
            assessment = record.visits[visit].of(instrument)
            definition = instruments.get(instrument)
            if assessment is None or definition is None or name in found:
                continue
            value = _exact(instrument, name, assessment=assessment, rules=rules) or _greatest(
                definition, assessment, record, tables=tables, names=results
            )
            if value is not None:
                method = rules.methods.get(instrument, "")
                found[name] = Measure(name=name, value=value, instrument=instrument, method=method)
    return found


def _greatest(
    definition: Instrument, assessment: Assessment, record: Record, *, tables: Tables, names: Collection[str]
) -> str | None:
    """Return the greatest of the named scores, as text; a 400 m walk that was not finished says so."""
    scores = scores_of(definition, assessment, record, tables)
    if any(score.name == "mobility_disability" and score.value == "yes" for score in scores):
        return "not_completed"
    values = [Decimal(score.value) for score in scores if score.name in names and score.value is not None]
    return format(max(values), "f") if values else None


def _exact(instrument: str, name: str, *, assessment: Assessment, rules: ClassificationRules) -> str | None:
    """Return a derived input before it was rounded for show, or None where the shown score is exact already."""
    if name == "asmi":
        return _plain(lean_of(assessment).asmi)
    if name == "asm_per_bmi":
        return _plain(lean_of(assessment).asm_per_bmi)
    if name in {"gait_mps", "gait6_mps"}:
        distance, rule = rules.walks[instrument]
        times = [None if time is None else Decimal(time) for time in trials_of(assessment, "gait", "time")]
        with exact_arithmetic():
            return _plain(gait_speed(distance, times, best=rule == "best"))
    if name == "tug_s":
        valid = [Decimal(time) for time in trials_of(assessment, "walk", "time") if time is not None]
        with exact_arithmetic():
            return _plain(mean(valid) if valid else None)
    return None


def _plain(value: Decimal | None) -> str | None:
    return None if value is None else format(value.quantize(_FINEST, rounding=ROUND_FLOOR).normalize(), "f")


def _awgs2019_parts(case: _Case) -> tuple[bool | None, bool | None]:
    strength = case.low("awgs2019.low_strength", sex=case.sex, grip_kg=case.value("grip_kg"))
    performance = case.low("awgs2019.low_performance", **case.values("gait6_mps", "sppb", "chair5_s"))
    return strength, performance


def _awgs2019(case: _Case) -> Mapping[str, object]:
    strength, performance = _awgs2019_parts(case)
    lean = case.held.get("asmi")
    mass = (
        case.low("awgs2019.low_mass", sex=case.sex, method=lean.method, asmi=lean.value) if lean is not None else None
    )
    parts = {"low_strength": strength, "low_performance": performance, "low_mass": mass}
    calf = case.low("awgs2019.calf_low", sex=case.sex, calf_cm=case.value("calf_cm"))
    return {**case.by_age("awgs2019.class", parts), **parts, "calf_low": calf}


def _awgs2025(case: _Case) -> Mapping[str, object]:
    lean, ratio = case.held.get("asmi"), case.held.get("asm_per_bmi")
    first = lean or ratio
    inputs = {
        "sex": case.sex,
        "grip_kg": case.value("grip_kg"),
        "method": first.method if first else None,
        "asmi": lean.value if lean else None,
        # Both indices have cut-offs by method: they are held together only when they come from one result.
        "asm_per_bmi": ratio.value if ratio and first and ratio.instrument == first.instrument else None,
    }
    return case.by_age("awgs2025.class", inputs)


def _ewgsop2(case: _Case) -> Mapping[str, object]:
    parts = {
        "low_strength": case.low("ewgsop2.low_strength", sex=case.sex, **case.values("grip_kg", "chair5_s")),
        "low_mass": case.low("ewgsop2.low_mass", sex=case.sex, asmi=case.value("asmi")),
        "low_performance": case.low("ewgsop2.low_performance", **case.values("gait_mps", "sppb", "tug_s", "walk400_s")),
    }
    return {**scored("ewgsop2.class", parts, case.tables), **parts}


def _sdoc(case: _Case) -> Mapping[str, object]:
    return scored("sdoc.class", {"sex": case.sex, **case.values("grip_kg", "gait_mps")}, case.tables)


def _fnih(case: _Case) -> Mapping[str, object]:
    inputs = {"sex": case.sex, **case.values("grip_kg", "gait_mps"), "alm_per_bmi": case.value("asm_per_bmi")}
    return scored("fnih.flags", inputs, case.tables)


def _glis(case: _Case) -> Mapping[str, object]:
    return scored("glis.class", {"sex": case.sex, **case.values("grip_kg", "asmi", "gait_mps")}, case.tables)


def _kwgs(case: _Case) -> Mapping[str, object]:
    return {"functional_sarcopenia_kwgs": both(*_awgs2019_parts(case))}


_SETS: Final[Mapping[str, Callable[[_Case], Mapping[str, object]]]] = {
    "awgs2019": _awgs2019,
    "awgs2025": _awgs2025,
    "ewgsop2": _ewgsop2,
    "sdoc": _sdoc,
    "fnih": _fnih,
    "glis": _glis,
    "kwgs": _kwgs,
}
