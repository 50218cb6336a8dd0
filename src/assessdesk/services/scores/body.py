"""Body size and composition: readings and device outputs shaped for the catalogue, and the indices derived from them.

Masses are in kg, heights and circumferences in cm. A class must compare `exact` values, never the shown ones. It must
not know any definition of sarcopenia.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from assessdesk.domain.record import Assessment, Record
from assessdesk.domain.scoring.body_composition import (
    Limbs,
    agreed_reading,
    calf_for_bmi,
    muscle_index,
    per_bmi,
    per_height_squared,
)
from assessdesk.domain.scoring.decimals import exact_arithmetic, shown
from assessdesk.services.definitions.tables import Tables
from assessdesk.services.scores.shaping import Score, choice_at, number_at, quantity_at, scored, text_of, trials_of

Shape = Callable[[Assessment, Record, Tables], tuple[Score, ...]]
SIDES = ("right", "left")
SHEETS = ("bia_inbody", "bia_tanita", "bia_seca", "dxa")
"""Result sheets that state height and weight, in the order in which they are believed."""
TWO = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Lean:
    """What a body composition result says, unrounded; None where a value is missing."""

    asm: Decimal | None = None
    asmi: Decimal | None = None
    asm_per_bmi: Decimal | None = None
    asm_sens: Decimal | None = None
    ffmi: Decimal | None = None
    fmi: Decimal | None = None
    bmi: Decimal | None = None


def lean_of(assessment: Assessment) -> Lean:
    """Return the indices of a BIA or DXA assessment, each where what it needs is there."""
    held = {name: quantity_at(assessment, f"measured.{name}") for name in ("weight", "height", "ffm", "fat_mass")}
    weight, height, ffm, fat = held["weight"], held["height"], held["ffm"], held["fat_mass"]
    limbs = _limbs(assessment)
    swollen = choice_at(assessment, "flags.lymphoedema") or "none"
    with exact_arithmetic():
        asm = limbs.total() if limbs else None
        return Lean(
            asm=asm,
            asmi=_index(asm, height),
            asm_per_bmi=per_bmi(asm, weight, height_cm=height) if asm and weight and height else None,
            asm_sens=limbs.without_swelling(swollen) if limbs else None,
            ffmi=_index(ffm, height),
            fmi=_index(fat, height),
            bmi=_index(weight, height),
        )


def _index(mass: Decimal | None, height: Decimal | None) -> Decimal | None:
    return per_height_squared(mass, height) if mass is not None and height is not None else None


def _limbs(assessment: Assessment) -> Limbs | None:
    values = [quantity_at(assessment, f"measured.{name}") for name in ("arm_r", "arm_l", "leg_r", "leg_l")]
    given = [value for value in values if value is not None]
    return Limbs(*given) if len(given) == len(values) else None


def composition(scorer: str) -> Shape:
    """Return the shaping of a result sheet with four limbs."""

    def shape(assessment: Assessment, record: Record, tables: Tables) -> tuple[Score, ...]:
        del record
        lean = lean_of(assessment)
        inputs: dict[str, object] = {
            f"{name}_kg": number_at(assessment, f"measured.{name}") for name in ("arm_r", "arm_l", "leg_r", "leg_l")
        }
        inputs["height_cm"] = number_at(assessment, "measured.height")
        result = scored("asmi", inputs, tables)
        found = [
            Score(scorer=scorer, name="asmi", value=text_of(result["asmi"]), unit="kg/m2"),
            Score(scorer=scorer, name="asm", value=text_of(result["asm_kg"]), unit="kg"),
            Score(scorer=scorer, name="asm_per_bmi", value=shown(lean.asm_per_bmi, 3), unit="m2"),
            Score(scorer=scorer, name="ffmi", value=shown(lean.ffmi, 2), unit="kg/m2"),
            Score(scorer=scorer, name="fmi", value=shown(lean.fmi, 2), unit="kg/m2"),
        ]
        if choice_at(assessment, "flags.lymphoedema") in {"right", "left", "both"}:
            found.append(Score(scorer=scorer, name="asm_sens", value=shown(lean.asm_sens, 2), unit="kg"))
        if "asmi_unrounded_lt_5_7" in result:
            found.append(Score(scorer=scorer, name="asmi_unrounded_lt_5_7", value="yes"))
        return tuple(found)

    return shape


def ct_l3(assessment: Assessment, record: Record, tables: Tables) -> tuple[Score, ...]:
    """Return muscle area at the third lumbar vertebra over height squared."""
    del record, tables
    area, height = quantity_at(assessment, "measured.area"), quantity_at(assessment, "measured.height")
    index = muscle_index(area, height) if area is not None and height is not None else None
    return (Score(scorer="ct_l3/1", name="ct_smi", value=shown(index, 1), unit="cm2/m2"),)


def agreed(assessment: Assessment, section: str, *, side: str = "") -> Decimal | None:
    """Return the mean of the two closest readings (of all three when equally close), unrounded; None below two."""
    trials = trials_of(assessment, section, "reading", side=side)
    readings = [Decimal(trial) for trial in trials if trial is not None]
    return agreed_reading(readings) if len(readings) >= TWO else None


def weight_kg(assessment: Assessment, tables: Tables) -> str | None:
    """Return the weight by the duplicate rule; None while a third reading that was due is missing."""
    readings = [trial for trial in trials_of(assessment, "weight", "reading") if trial is not None]
    if len(readings) < TWO:
        return None
    return text_of(scored("weight.duplicate", {"readings_kg": readings}, tables)["weight_kg"])


def height_weight(assessment: Assessment, record: Record, tables: Tables) -> tuple[Score, ...]:
    """Return height, weight and BMI."""
    del record
    height, weight = shown(agreed(assessment, "height"), 2), weight_kg(assessment, tables)
    bmi = scored("bmi", {"weight_kg": weight, "height_cm": height}, tables)["bmi"]
    return (
        Score(scorer="height_weight/1", name="bmi", value=text_of(bmi), unit="kg/m2"),
        Score(scorer="height_weight/1", name="height_cm", value=height, unit="cm"),
        Score(scorer="height_weight/1", name="weight_kg", value=weight, unit="kg"),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Size:
    """Height in cm and weight in kg of one visit, unrounded; None where it was not measured."""

    height: Decimal | None = None
    weight: Decimal | None = None

    @property
    def bmi(self) -> Decimal | None:
        """BMI in kg/m2, unrounded."""
        if self.height is None or self.weight is None:
            return None
        with exact_arithmetic():
            return per_height_squared(self.weight, self.height)


def size_at(assessment: Assessment, record: Record, tables: Tables) -> Size:
    """Return height and weight of the visit of an assessment: from the scale, else as a device's sheet states them."""
    visit = record.visits[assessment.visit]
    measured = visit.of("height_weight")
    height = agreed(measured, "height") if measured else None
    weight = weight_kg(measured, tables) if measured else None
    kilograms = Decimal(weight) if weight is not None else None
    for name in SHEETS:
        sheet = visit.of(name)
        if sheet is not None:
            height = height or quantity_at(sheet, "measured.height")
            kilograms = kilograms or quantity_at(sheet, "measured.weight")
    return Size(height=height, weight=kilograms)


def calf_side(assessment: Assessment) -> str:
    """Return which calf counts: the right one, or the left one when only the right is swollen or operated."""
    affected = {choice_at(assessment, f"setup.{name}") for name in ("oedema", "operated")}
    right = bool(affected & {"right", "both"})
    left = bool(affected & {"left", "both"})
    return "left" if right and not left else "right"


def calf_cm(assessment: Assessment) -> str | None:
    """Return the calf that counts, in cm; exact in two places, because three readings average only when even."""
    return shown(agreed(assessment, "calf", side=calf_side(assessment)), 2)


def calf(assessment: Assessment, record: Record, tables: Tables) -> tuple[Score, ...]:
    """Return the calf that counts and its side, both calves, and the variant adjusted for BMI."""
    exact = agreed(assessment, "calf", side=calf_side(assessment))
    bmi = size_at(assessment, record, tables).bmi
    adjusted = calf_for_bmi(exact, bmi, tables.scoring.body) if exact is not None and bmi is not None else None
    return (
        Score(scorer="calf/1", name="calf_cm", value=calf_cm(assessment), unit="cm"),
        Score(scorer="calf/1", name="calf_side", value=calf_side(assessment)),
        *(
            Score(
                scorer="calf/1", name=f"calf_{side}", value=shown(agreed(assessment, "calf", side=side), 2), unit="cm"
            )
            for side in SIDES
        ),
        Score(scorer="calf/1", name="calf_bmi_adjusted", value=shown(adjusted, 2), unit="cm"),
    )


SCORERS: Mapping[str, Shape] = {
    "height_weight/1": height_weight,
    "calf/1": calf,
    "bia/1": composition("bia/1"),
    "dxa/1": composition("dxa/1"),
    "ct_l3/1": ct_l3,
}
