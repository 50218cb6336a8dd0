"""Height, weight, calf and body composition: readings to values, device fields to indices, on paper and on a desk."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessdesk.domain.checks import Severity, check_cross
from assessdesk.domain.commands import RecordText
from assessdesk.domain.instrument import Instrument
from assessdesk.domain.scoring.body_composition import (
    Limbs,
    agreed_reading,
    calf_for_bmi,
    muscle_index,
    per_bmi,
    per_height_squared,
)
from assessdesk.domain.scoring.decimals import shown
from tests.journeys.asking import asking_desk, held, scores
from tests.journeys.performance import Run
from tests.journeys.visit import StillClock, library

BODY = library().tables.scoring.body
BIA = tuple(library().instruments[name] for name in ("bia_inbody", "bia_tanita", "bia_seca"))
SHEET = {
    "measured.weight": "60.0", "measured.height": "160.0", "measured.fat_percent": "30.0", "measured.fat_mass": "18.0",
    "measured.ffm": "42.0", "measured.smm": "23.0", "measured.arm_r": "2.10", "measured.arm_l": "1.90",
    "measured.trunk": "18.00", "measured.leg_r": "6.20", "measured.leg_l": "6.10", "measured.tbw": "31.0",
    "measured.ecw": "12.0", "measured.icw": "19.0", "measured.ecw_tbw": "0.387", "measured.phase_angle": "5.2",
    "measured.smi_printed": "6.37",
}  # fmt: skip
tenths = st.integers(min_value=300, max_value=1500).map(lambda value: Decimal(value) / 10)


def D(text: str) -> Decimal:  # noqa: N802 - a number in a table of numbers
    return Decimal(text)


# ---------------------------------------------------------------------------------------------------- pure functions


@pytest.mark.req("SCO-202")
def test_indices_are_not_rounded() -> None:
    """16.30 kg over 1.60 m squared is 6.3671875; over a BMI of 23.4375 it is 0.69546..."""
    assert per_height_squared(D("16.30"), D("160.0")) == D("6.3671875")
    assert shown(per_bmi(D("16.30"), D("60.0"), height_cm=D("160.0")), 5) == "0.69547"
    assert shown(muscle_index(D("102.4"), D("160.0")), 2) == "40.00"


@pytest.mark.req("SCO-202")
@pytest.mark.parametrize(("side", "expected"), [("right", "16.10"), ("left", "16.50"), ("both", None), ("none", None)])
def test_a_swollen_arm_is_replaced_by_the_other(side: str, expected: str | None) -> None:
    """Legs 12.30 + 2 x 1.90 = 16.10; + 2 x 2.10 = 16.50."""
    limbs = Limbs(D("2.10"), D("1.90"), D("6.20"), D("6.10"))
    assert limbs.total() == D("16.30")
    assert limbs.without_swelling(side) == (None if expected is None else D(expected))


@pytest.mark.req("SCO-202")
@pytest.mark.parametrize(
    ("bmi", "added"),
    [("18.4", "4"), ("18.5", "0"), ("24.9", "0"), ("25", "-3"), ("29.9", "-3"), ("30", "-7"), ("40", "-12")],
)
def test_calf_is_adjusted_by_bmi_for_export(bmi: str, added: str) -> None:
    assert calf_for_bmi(D("35.0"), D(bmi), BODY) == D("35.0") + D(added)


@pytest.mark.req("SCO-202")
@given(readings=st.lists(tenths, min_size=2, max_size=3))
def test_an_agreed_reading_lies_within_the_readings_in_two_places(readings: list[Decimal]) -> None:
    agreed = agreed_reading(readings)
    assert min(readings) <= agreed <= max(readings)
    assert agreed == agreed.quantize(D("0.01"))
    assert agreed == agreed_reading(readings[::-1])


@pytest.mark.req("CAP-202")
def test_the_rule_of_two_weights_is_the_same_in_both_tables() -> None:
    assert library().limits.cross["x.weight_readings"].thresholds["from"] == BODY.third_weight_from_kg


def limbs(arm_l: str, leg_r: str, leg_l: str) -> dict[str, str]:
    """Return limbs beside 40.0 kg of fat-free mass; the right arm has 3.00, or 8.00 beside heavy legs."""
    arm_r = "8.00" if leg_r == "12.00" else "3.00"
    return {"arm_r": arm_r, "arm_l": arm_l, "leg_r": leg_r, "leg_l": leg_l, "ffm": "40.0"}


@pytest.mark.req("CAP-202", "DEF-105")
@pytest.mark.parametrize(
    ("rule", "values", "severity"),
    [
        ("x.weight_readings", {"first": "60.0", "second": "60.1"}, None),
        ("x.weight_readings", {"first": "60.2", "second": "60.0"}, Severity.SOFT),
        ("x.height_readings", {"first": "160.0", "second": "160.5"}, None),
        ("x.height_readings", {"first": "160.6", "second": "160.0"}, Severity.SOFT),
        ("x.calf_readings", {"first": "34.0", "second": "34.5"}, None),
        ("x.calf_readings", {"first": "34.0", "second": "34.6"}, Severity.SOFT),
        ("x.asm_lt_ffm", limbs("3.00", "3.00", "3.00"), None),
        ("x.asm_lt_ffm", limbs("2.99", "3.00", "3.00"), Severity.SOFT),
        ("x.asm_lt_ffm", limbs("8.00", "12.00", "12.00"), Severity.HARD),
    ],
)  # fmt: skip
def test_rules_between_readings_and_limbs(rule: str, values: dict[str, str], severity: Severity | None) -> None:
    """The sum of the limbs counts as ASM: 12.00 of 40.0 is 30 %."""
    finding = check_cross(rule, values, library().limits.cross[rule])
    assert (finding.severity if finding else None) == severity
    if finding:
        assert finding.code in library().sentences


# ---------------------------------------------------------------------------------------------------------- the files


@pytest.mark.req("DEF-105")
@pytest.mark.parametrize("instrument", BIA, ids=lambda one: one.id)
def test_a_device_has_its_checks_preparation_and_flags(instrument: Instrument) -> None:
    rules = {check.rule for check in instrument.checks}
    assert rules >= {"x.weight_sum", "x.fat_percent", "x.asm_lt_ffm", "x.arm_lean_asym"}
    has_smm = any(item.id == "smm" for item in instrument.by_section["measured"].items)
    assert ("x.smm_lt_ffm" in rules) == has_smm
    assert len(instrument.by_section["preparation"].items) == 11
    flags = {item.id for item in instrument.by_section["flags"].items}
    assert flags >= {"infusion_72h", "steroid_72h", "oedema", "lymphoedema", "weight_change", "metal_implant"}
    for section in ("preparation", "flags", "measured"):
        condition = instrument.by_section[section].only_if
        assert condition is not None
        assert (condition.slot, condition.codes) == ("safety.do_not_run", ("none",))


@pytest.mark.req("DEF-105")
def test_naming_traps_stand_beside_the_field() -> None:
    inbody, tanita, _ = BIA
    smm, muscle = inbody.item("measured", "smm"), tanita.item("measured", "muscle_mass")
    assert smm.hint is not None
    assert muscle.hint is not None
    assert "Never type it as the sum of the limbs" in smm.hint.get("en")
    assert "not skeletal muscle" in muscle.hint.get("en")
    assert (smm.limit, muscle.limit) == ("smm", "ffm")


# --------------------------------------------------------------------------------------------------------- the scores


@pytest.mark.req("SCO-202")
@pytest.mark.parametrize("name", ["bia_inbody", "bia_tanita", "bia_seca"])
def test_indices_of_a_result_sheet(name: str) -> None:
    """ASM 2.10 + 1.90 + 6.20 + 6.10 = 16.30; /1.6^2 = 6.37; FFMI 42/2.56 = 16.41; FMI 18/2.56 = 7.03."""
    found = scores(name, SHEET | {"flags.lymphoedema": "none"})
    assert found == {"asmi": "6.37", "asm": "16.30", "asm_per_bmi": "0.695", "ffmi": "16.41", "fmi": "7.03"}
    assert scores(name, SHEET | {"flags.lymphoedema": "right"})["asm_sens"] == "16.10"
    assert scores(name, SHEET | {"flags.lymphoedema": "both"})["asm_sens"] is None


@pytest.mark.req("SCO-202")
def test_an_index_that_prints_as_the_cut_off_is_flagged() -> None:
    """14.59 / 1.6^2 = 5.69921875 prints as 5.70 and is below 5.7."""
    low = SHEET | {"measured.leg_l": "4.39"}
    assert (scores("bia_inbody", low)["asmi"], scores("bia_inbody", low)["asmi_unrounded_lt_5_7"]) == ("5.70", "yes")
    assert "asmi_unrounded_lt_5_7" not in scores("bia_inbody", SHEET)


@pytest.mark.req("SCO-202")
@pytest.mark.parametrize("gap", ["arm_r", "leg_l", "height"])
def test_a_missing_value_leaves_its_indices_missing(gap: str) -> None:
    found = scores("dxa", SHEET | {f"measured.{gap}": "ND10"})
    assert found["asmi"] is None
    assert found["asm_per_bmi"] is None
    assert (found["asm"] is None) == (gap != "height")


@pytest.mark.req("SCO-202")
def test_muscle_index_of_ct() -> None:
    assert scores("ct_l3", {"measured.area": "102.4", "measured.height": "160.0"}) == {"ct_smi": "40.0"}
    assert scores("ct_l3", {"measured.area": "ND10", "measured.height": "160.0"}) == {"ct_smi": None}


def sized(*weights: str, heights: tuple[str, ...] = ("160.0", "160.2")) -> dict[str, str]:
    found = {f"weight.{n}.reading": each for n, each in enumerate(weights, start=1)}
    return found | {f"height.{n}.reading": each for n, each in enumerate(heights, start=1)}


@pytest.mark.req("SCO-202")
def test_height_weight_and_bmi_from_readings() -> None:
    """PhenX: 60.0 and 60.1 give 60.05; 60.0, 60.4, 60.3 give 60.35; a third that is due and missing gives none."""
    assert scores("height_weight", sized("60.0", "60.1")) == {
        "bmi": "23.4",
        "height_cm": "160.10",
        "weight_kg": "60.05",
    }
    assert scores("height_weight", sized("60.0", "60.4", "60.3"))["weight_kg"] == "60.35"
    assert scores("height_weight", sized("60.0", "60.2"))["weight_kg"] is None
    assert scores("height_weight", sized("60.0"))["bmi"] is None


@pytest.mark.req("SCO-202")
@pytest.mark.parametrize(
    ("oedema", "operated", "side"),
    [("none", "none", "right"), ("right", "none", "left"), ("none", "right", "left"), ("left", "none", "right"),
     ("both", "none", "right"), ("right", "left", "right")],
)  # fmt: skip
def test_which_calf_counts(oedema: str, operated: str, side: str) -> None:
    """The right one unless it alone is swollen or operated (project rule)."""
    readings = {"calf.right.1.reading": "34.0", "calf.right.2.reading": "34.2"}
    readings |= {"calf.left.1.reading": "33.0", "calf.left.2.reading": "33.0"}
    found = scores("calf", readings | {"setup.oedema": oedema, "setup.operated": operated})
    assert (found["calf_side"], found["calf_cm"]) == (side, {"right": "34.10", "left": "33.00"}[side])
    assert (found["calf_right"], found["calf_left"], found["calf_bmi_adjusted"]) == ("34.10", "33.00", None)


@pytest.mark.req("SCO-202")
def test_calf_is_adjusted_with_the_size_of_the_same_visit() -> None:
    """66.0 kg at 160.1 cm is a BMI of 25.7: 3 cm less."""
    readings = {f"calf.{side}.{n}.reading": "36.0" for side in ("right", "left") for n in (1, 2)}
    assert scores("calf", readings, held("height_weight", sized("66.0", "66.0")))["calf_bmi_adjusted"] == "33.00"


# ------------------------------------------------------------------------------------------------------ on a real desk


@pytest.fixture
def clock() -> StillClock:
    return StillClock()


@pytest.mark.req("CAP-202")
def test_a_third_reading_is_asked_by_the_rule(tmp_path: Path, clock: StillClock) -> None:
    """Height from more than 0.5 cm on, weight from 0.2 kg on."""
    desk = asking_desk(tmp_path, clock, "height_weight")
    run = Run.begin(desk, clock, "height_weight")
    run.walk(sized("60.0", "60.2", "60.1", heights=("160.0", "160.5")))
    assert run.held.extra == {("weight", ""): True}
    assert run.scores() == {"bmi": "23.4", "height_cm": "160.25", "weight_kg": "60.10"}
    other = Run.begin(desk, clock, "height_weight")
    other.walk(sized("60.0", "60.1", heights=("160.0", "160.6", "160.5")))
    assert other.held.extra == {("height", ""): True}
    assert other.scores()["height_cm"] == "160.55"


@pytest.mark.req("CAP-202")
def test_both_calves_are_labelled_and_a_difference_is_questioned(tmp_path: Path, clock: StillClock) -> None:
    desk = asking_desk(tmp_path, clock, "calf")
    answers = {"calf.right.1.reading": "36.5", "calf.left.1.reading": "34.0", "calf.right.2.reading": "36.0"}
    answers |= {"calf.left.2.reading": "33.4", "calf.left.3.reading": "33.5", "setup.oedema": "right"}
    run = Run.begin(desk, clock, "calf").walk(answers)
    assert run.asked == ["X_CALF_SIDE_DIFF_UNUSUAL"]
    assert run.held.extra == {("calf", "left"): True}
    found = run.scores()
    assert (found["calf_side"], found["calf_cm"], found["calf_right"]) == ("left", "33.45", "36.25")


@pytest.mark.req("DEF-105")
def test_a_sheet_is_checked_while_it_is_typed(tmp_path: Path, clock: StillClock) -> None:
    """60.0 - 18.0 - 41.4 leaves 0.6 kg: confirm. An arm of 2.60 beside 1.90 differs by 27 %: confirm."""
    desk = asking_desk(tmp_path, clock, "bia_inbody")
    run = Run.begin(desk, clock, "bia_inbody").walk(
        SHEET | {"measured.ffm": "41.4", "measured.arm_r": "2.60", "flags.lymphoedema": "right"}
    )
    assert run.asked == ["X_WEIGHT_SUM_UNUSUAL", "X_ARM_LEAN_ASYM_UNUSUAL"]
    assert (run.scores()["asm"], run.scores()["asm_sens"]) == ("16.80", "16.10")


@pytest.mark.req("DEF-105")
def test_total_muscle_is_refused_as_fat_free_mass(tmp_path: Path, clock: StillClock) -> None:
    desk = asking_desk(tmp_path, clock, "bia_seca")
    run = Run.begin(desk, clock, "bia_seca").walk(SHEET, until="measured.smm")
    refused = run.perform(RecordText(slot="measured.smm", text="42.0"))
    assert [finding.code for finding in refused.findings] == ["X_SMM_LT_FFM_REFUSED"]
    assert run.held.live("measured.smm") is None


@pytest.mark.req("CAP-203")
def test_nobody_with_a_pacemaker_is_measured(tmp_path: Path, clock: StillClock) -> None:
    desk = asking_desk(tmp_path, clock, "bia_tanita")
    run = Run.begin(desk, clock, "bia_tanita").walk({"safety.do_not_run": "implant"})
    assert {run.code(f"measured.{name}") for name in ("weight", "arm_r", "leg_l", "xc")} == {"ND15"}
    assert set(run.scores().values()) == {None}
