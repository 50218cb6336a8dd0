"""Classes side by side from one visit: unrounded, each on its own, and silent unless the study speaks."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from assessdesk import resources
from assessdesk.definitions_cli import check_paths
from assessdesk.domain.classification import Classification
from assessdesk.domain.record import Assessment
from assessdesk.domain.scoring.decimals import shown
from assessdesk.services.classifications import (
    AGE_BETWEEN,
    CLASSIFICATIONS_FILE,
    classify_visit,
    load_classifications,
    may_show,
    measures_of,
)
from assessdesk.services.definitions.faults import DefinitionFaults
from assessdesk.services.definitions.parsing import parse_study
from tests.journeys.asking import VISIT, held, record_of, scores
from tests.journeys.visit import library

RULES = load_classifications(resources.read)
INSTRUMENTS, TABLES = library().instruments, library().tables
SETS = ("awgs2019", "awgs2025", "ewgsop2", "sdoc", "fnih", "glis", "kwgs")


def classed(
    *assessments: Assessment, sex: str = "F", birth_year: int = 1955, also: tuple[str, ...] = ()
) -> dict[str, Classification]:
    """Return what each set says, by set."""
    record = record_of(*assessments, sex=sex, birth_year=birth_year)
    found = classify_visit(record, VISIT, INSTRUMENTS, tables=TABLES, rules=RULES, also=also)
    return {one.set: one for one in found}


def grip(best: str) -> Assessment:
    return held("grip_strength", {f"squeeze.{side}.{n}.grip": best for side in ("right", "left") for n in (1, 2, 3)})


def walk(instrument: str, *times: str) -> Assessment:
    return held(instrument, {f"gait.{n}.time": time for n, time in enumerate(times, start=1)})


def chair(time: str) -> Assessment:
    return held("chair_stand_5", {"pretest.result": "ok", "stands.1.time": time})


def lean(instrument: str, leg: str, **more: str) -> Assessment:
    """Return a result sheet of 60.0 kg and 160.0 cm with 4.00 + 6.00 kg of lean and one leg of `leg`."""
    values = {"arm_r": "2.00", "arm_l": "2.00", "leg_r": "6.00", "leg_l": leg, "weight": "60.0", "height": "160.0"}
    return held(instrument, {f"measured.{name}": value for name, value in values.items()} | more)


@pytest.mark.req("SCO-203")
def test_all_sets_stand_side_by_side() -> None:
    """Woman of 70: grip 17 kg, ASMI 14.59/2.56 = 5.699 (BIA), 6 m at 1.2 m/s.

    AWGS 2019: grip < 18 and ASMI < 5.7: sarcopenia; gait normal: not severe. EWGSOP2: 17 is not < 16: none. SDOC: weak
    and not slow: none. FNIH: 17 is not < 16; 14.59/23.4375 = 0.6225 is not < 0.512. GLIS: not defined.
    """
    found = classed(grip("17.0"), lean("bia_inbody", "4.59"), walk("gait_6m", "5.00", "5.00"))
    assert tuple(found) == ("awgs2019", "ewgsop2", "sdoc", "fnih", "glis")
    awgs = found["awgs2019"]
    assert (awgs.results["class"], awgs.results["severe"], awgs.results["low_mass"]) == ("sarcopenia", "no", "yes")
    assert found["ewgsop2"].results["class"] == "not_sarcopenia"
    assert found["sdoc"].results == {"class": "not_sarcopenia"}
    assert found["fnih"].results["weak"] == "no"
    assert found["fnih"].results["weak_slow_low_lean"] == "no"
    assert found["glis"].results == {"class": "not_defined"}


@pytest.mark.req("SCO-203")
def test_an_index_that_prints_as_the_cut_off_is_low() -> None:
    """5.69921875 prints as 5.70 and is below 5.7 (BIA); by DXA the cut-off is 5.4."""
    bia, dxa = classed(lean("bia_inbody", "4.59"), grip("17.0")), classed(lean("dxa", "4.59"), grip("17.0"))
    assert scores("bia_inbody", {f"measured.{k}": v for k, v in LIMBS.items()})["asmi"] == "5.70"
    assert (bia["awgs2019"].results["low_mass"], dxa["awgs2019"].results["low_mass"]) == ("yes", "no")
    (used,) = (measure for measure in bia["awgs2019"].used if measure.name == "asmi")
    assert (used.value, used.method, used.instrument) == ("5.69921875", "BIA", "bia_inbody")


LIMBS = {"arm_r": "2.00", "arm_l": "2.00", "leg_r": "6.00", "leg_l": "4.59", "height": "160.0"}


@pytest.mark.req("SCO-203")
def test_a_speed_that_prints_as_the_cut_off_is_slow() -> None:
    """6 m by the mean of 6.00 and 6.01 s is 0.99917 m/s; by 6.00 and 6.00 s it is 1.0 and normal."""
    slow, normal = classed(walk("gait_6m", "6.00", "6.01")), classed(walk("gait_6m", "6.00", "6.00"))
    assert (slow["awgs2019"].results["low_performance"], normal["awgs2019"].results["low_performance"]) == ("yes", "no")


@pytest.mark.req("SCO-203")
def test_a_time_that_prints_as_the_cut_off_is_not_slow() -> None:
    """TUG 19.99 and 20.00: the mean 19.995 prints as 20.00 and is below 20 (EWGSOP2 asks for 20 or more)."""
    tug = held("tug", {"walk.1.time": "19.99", "walk.2.time": "20.00"})
    assert scores("tug", {"walk.1.time": "19.99", "walk.2.time": "20.00"})["tug_s"] == "20.00"
    assert classed(tug)["ewgsop2"].results["low_performance"] == "no"
    limit = held("tug", {"walk.1.time": "20.00", "walk.2.time": "20.00"})
    assert classed(limit)["ewgsop2"].results["low_performance"] == "yes"


@pytest.mark.req("SCO-203")
def test_ewgsop2_is_severe_with_an_unfinished_400_m() -> None:
    """Grip 15 < 16, ASMI 5.39 < 5.5, 400 m not completed for a physical reason."""
    stopped = held("walk_400m", {"walk.1.time": "ND02"})
    found = classed(grip("15.0"), lean("dxa", "3.80"), stopped)["ewgsop2"]
    assert found.results["class"] == "severe_sarcopenia"
    assert "not_completed" in {measure.value for measure in found.used}
    refused = held("walk_400m", {"walk.1.time": "ND01"})
    assert classed(grip("15.0"), lean("dxa", "3.80"), refused)["ewgsop2"].results["class"] == "sarcopenia"


@pytest.mark.req("SCO-203")
def test_the_chair_stand_decides_only_without_grip() -> None:
    """15.01 s is above 15: low; with a grip of 20 kg strength is normal."""
    assert classed(chair("15.01"))["ewgsop2"].results["class"] == "probable_sarcopenia"
    assert classed(chair("15.01"), grip("20.0"))["ewgsop2"].results["class"] == "not_sarcopenia"


@pytest.mark.req("SCO-203")
def test_what_is_missing_is_named_and_nothing_is_guessed() -> None:
    found = classed(grip("17.0"))
    assert found["awgs2019"].results["class"] == "possible_sarcopenia"
    assert found["awgs2019"].missing == ("asmi", "gait6_mps", "sppb", "chair5_s", "calf_cm")
    assert [measure.name for measure in found["awgs2019"].used] == ["grip_kg"]
    assert found["sdoc"].results == {"class": "indeterminate"}
    assert all(one.results.get("class") in {"indeterminate", "not_defined", None} for one in classed().values())


@pytest.mark.req("SCO-203")
def test_sources_and_confidence_go_with_every_result() -> None:
    for one in classed(also=SETS).values():
        assert one.source
        assert one.confidence in {"verified", "recalled", "project-rule"}
    assert classed(also=SETS)["kwgs"].confidence == "project-rule"
    assert "secondary" in classed(also=SETS)["awgs2025"].source


@pytest.mark.req("SCO-203")
def test_dxa_is_taken_before_bia_and_seca_is_not_classed() -> None:
    both = classed(lean("bia_inbody", "4.59"), lean("dxa", "5.00"))["awgs2019"]
    assert [measure.instrument for measure in both.used] == ["dxa"]
    assert classed(lean("bia_seca", "4.59"))["awgs2019"].used == ()


@pytest.mark.req("SCO-203")
def test_lean_mass_of_a_swollen_arm_is_flagged() -> None:
    swollen = lean("bia_inbody", "4.59", **{"flags.lymphoedema": "left"})
    found = classed(swollen, grip("17.0"))
    assert "lymphoedema" in found["awgs2019"].flags
    assert "lymphoedema" not in found["sdoc"].flags


@pytest.mark.req("SCO-204")
def test_unchecked_sets_are_off_and_can_be_switched_on() -> None:
    assert {"awgs2025", "kwgs"}.isdisjoint(classed())
    on = classed(grip("17.0"), chair("12.00"), also=("awgs2025", "kwgs"))
    assert tuple(on) == SETS
    assert on["kwgs"].results == {"functional_sarcopenia_kwgs": "yes"}
    by_id = {one.id: one for one in RULES.sets}
    assert by_id["awgs2025"].enabled == TABLES.scoring.awgs2025.enabled_by_default


@pytest.mark.req("SCO-204")
@pytest.mark.parametrize(
    ("birth_year", "flags"),
    [(1955, ()), (1965, (AGE_BETWEEN,)), (1966, ("outside_reference_age",)), (1990, ("outside_reference_age",))],
)
def test_younger_ages_are_flagged(birth_year: int, flags: tuple[str, ...]) -> None:
    """In 2025 somebody born in 1965 is 59 or 60: whether the flag applies is not known."""
    assert classed(grip("20.0"), chair("9.00"), birth_year=birth_year)["awgs2019"].flags == flags


@pytest.mark.req("SCO-204")
@pytest.mark.parametrize(
    ("birth_year", "expected"),
    [(1976, "not_applicable"), (1975, None), (1970, "sarcopenia"), (1960, None), (1950, "not_sarcopenia")],
)
def test_awgs2025_by_age_group(birth_year: int, expected: str | None) -> None:
    """Grip 19 kg is low below 20 (50-64) and not below 18 (65 on); ASMI 5.699 by BIA is low in both groups."""
    found = classed(grip("19.0"), lean("bia_inbody", "4.59"), birth_year=birth_year, also=("awgs2025",))["awgs2025"]
    assert found.results["class"] == expected
    assert (AGE_BETWEEN in found.flags) == (expected is None)


@pytest.mark.req("SCO-204")
def test_awgs2025_by_height_index_alone() -> None:
    """Without a weight there is no BMI index: 14.59 / 2.56 = 5.699 is low by BIA, 5.82 is not."""
    low, normal = (
        classed(grip("17.0"), lean("bia_inbody", leg, **{"measured.weight": "ND10"}), also=("awgs2025",))["awgs2025"]
        for leg in ("4.59", "4.90")
    )
    assert (low.results["class"], normal.results["class"]) == ("sarcopenia", "not_sarcopenia")
    assert low.missing == ("asm_per_bmi",)


@pytest.mark.req("SCO-204")
def test_classes_are_shown_only_where_the_study_says_so() -> None:
    text = resources.read("studies/kct0008961.toml")
    assert not may_show(parse_study(text, None))
    assert may_show(parse_study(f"show_classifications = true\n{text}", None))


@pytest.mark.req("SCO-203")
@pytest.mark.parametrize("instrument", sorted(RULES.walks))
def test_the_speed_that_is_compared_is_the_speed_that_is_shown(instrument: str) -> None:
    """Course and rule of the file are those of the instrument's own score."""
    times = {"gait.1.time": "5.13", "gait.2.time": "4.87"}
    name = "gait_speed_mps" if instrument == "sppb" else "speed_mps"
    rules = replace(RULES, inputs={"gait_mps": ((instrument, name),)})
    record = record_of(held(instrument, times))
    measure = measures_of(record, VISIT, INSTRUMENTS, tables=TABLES, rules=rules)["gait_mps"]
    assert shown(Decimal(measure.value), 3) == scores(instrument, times)[name]


@pytest.mark.req("SCO-203")
def test_every_place_of_an_input_exists() -> None:
    """A renamed instrument or score would silently leave an input missing."""
    for name, places in RULES.inputs.items():
        for instrument, *results in places:
            if name == "walk400_s":
                continue  # without a walk it has no number; the test of the unfinished walk covers it
            assert set(results) <= set(scores(instrument, ANY[instrument])), (name, instrument)
    assert set(RULES.methods) <= set(INSTRUMENTS)
    assert scores("walk_400m", {"walk.1.time": "300.00"})["time_s"] == "300.00"


ANY: Mapping[str, Mapping[str, str]] = {
    name: {}
    for name in (
        "grip_strength", "grip_awgs", "grip_asht", "gait_3m", "gait_4m", "gait_6m", "gait_10m", "sppb",
        "chair_stand_5", "tug", "calf", "dxa", "bia_inbody", "bia_tanita",
    )
}  # fmt: skip


@pytest.mark.req("SCO-203")
@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ('id = "sdoc"', 'id = "sdocc"', "DEF-205"),
        ('inputs = ["grip_kg", "gait_mps"]', 'inputs = ["grip_kg", "gate_mps"]', "DEF-202"),
        ('dxa = "DXA"', 'dxa = "MRI"', "DEF-106"),
        ('rule = "best" }\ngait_4m', 'rule = "least" }\ngait_4m', "DEF-106"),
        ("enabled = false", 'enabled = "no"', "DEF-105"),
        ("[methods]", "[method]", "DEF-103"),
        ('[["tug", "tug_s"]]', '[["tug"]]', "DEF-105"),
    ],
)
def test_a_faulty_file_is_refused_with_its_place(old: str, new: str, code: str) -> None:
    text = resources.read(CLASSIFICATIONS_FILE)
    assert old in text
    with pytest.raises(DefinitionFaults) as refused:
        load_classifications(lambda _: text.replace(old, new, 1))
    assert code in {fault.code for fault in refused.value.faults}


@pytest.mark.req("DEF-040")
def test_definitions_check_looks_at_the_whole_folder_of_resources(tmp_path: Path) -> None:
    """Files of sentences are no definitions; the file of sets is checked by its own rules."""
    folder = Path(__file__).parents[2] / "resources"
    count, faults = check_paths([folder])
    assert faults == ()
    assert count > len(INSTRUMENTS)
    spoilt = tmp_path / CLASSIFICATIONS_FILE
    spoilt.write_text(resources.read(CLASSIFICATIONS_FILE).replace('"sdoc"', '"sdocc"'), encoding="utf-8")
    assert [(fault.code, fault.file) for fault in check_paths([tmp_path])[1]] == [("DEF-205", spoilt.as_posix())]


@pytest.mark.req("DEF-040")
@pytest.mark.parametrize(
    ("name", "old", "new", "code"),
    [
        ("practice.toml", "age = 54", "ages = 54", "DEF-109"),
        ("devices.toml", "interval_days = 7", "interval_days = 0", "DEF-105"),
    ],
)
def test_definitions_check_reads_files_with_rules_of_their_own(
    tmp_path: Path, name: str, old: str, new: str, code: str
) -> None:
    text = resources.read(name)
    assert old in text
    (tmp_path / name).write_text(text.replace(old, new, 1), encoding="utf-8")
    assert [fault.code for fault in check_paths([tmp_path])[1]] == [code]
