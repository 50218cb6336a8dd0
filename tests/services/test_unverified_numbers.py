"""Every recalled number that a stored score rests on is listed for the person who must check it."""

import tomllib

import pytest

from assessdesk import resources
from assessdesk.cli import main
from assessdesk.services.definitions.tables import load_tables, unverified

# By the clinical specification, numbers and signs that were recalled and not read in a public text.
RECALLED = (
    "sppb.toml gait3m.four_points_below_s: 3.62",
    "sppb.toml gait3m.three_points_up_to_s: 4.65",
    "sppb.toml gait3m.two_points_up_to_s: 6.52",
    "sppb.toml chair_stand.zero_points_above_s: 60.00",
    "not_done.toml not_done.physical_zero: ",
    "not_done.toml not_done.nonphysical_zero: ",
    "walking.toml walk6.lower_limit_below_m: F 139, M 153",
    "walking.toml walk6.enright1998.age_from: 40",
    "walking.toml walk6.enright2003.age_from: 68",
    "walking.toml walk6.troosters1999.age_to: 85",
    "walking.toml tug.steadi_from_s: 12",
    "walking.toml tug.shumway_cook_from_s: 13.5",
    "body.toml body.calf_steps: ",
    "awgs2019.toml awgs2019.reference_age_from: 60",
    "sarcf.toml sarcf.calf_up_to_cm: ",
    "sarcf.toml sarcf.calf_points: 10",
    "symptoms.toml symptoms.mdasi_severity_needed: 7",
    "symptoms.toml symptoms.mdasi_interference_needed: 4",
    "symptoms.toml symptoms.bfi_needed: 5",
    "symptoms.toml symptoms.esas_items: 9",
    "eortc.toml eortc.br23: ",
    "joints.toml joints.womac: ",
    "joints.toml joints.sacrah: ",
    "phq9.toml phq9.missing_at_most: 2",
    "ipaq.toml ipaq.minutes_counted_from: 10",
)
SAFETY = tomllib.loads(resources.read("safety.toml"))
# Rules whose numbers stand in a definition or, because they are arithmetic, in a scorer.
OF_DEFINITIONS = {
    "balance": "semi_tandem.only_if: ",
    "chair_stand_30": "stands.arms_used: ",
    "chair_stand_5": "stands.timing.cap_s: ",
    "promis_sf": "scorer: ",
    "ipaq_sf": "scorer: ",
}


@pytest.fixture(name="said")
def unverified_list(capsys: pytest.CaptureFixture[str]) -> str:
    assert main(["definitions", "show", "--unverified"]) == 0
    return capsys.readouterr().out


@pytest.mark.req("SCO-305")
def test_every_recalled_number_of_a_score_is_listed(said: str) -> None:
    assert [number for number in RECALLED if f"cutoffs/{number}" not in said] == []


@pytest.mark.req("SCO-305")
def test_every_entry_marked_as_recalled_is_listed_with_its_source(said: str) -> None:
    entries = unverified(load_tables(resources.read))
    assert len(entries) >= len(RECALLED)
    assert [
        entry.key for entry in entries if f"{entry.file} {entry.key}: " not in said or entry.source not in said
    ] == []


@pytest.mark.req("SCO-305")
def test_every_recalled_rule_of_safety_is_listed_with_what_it_compares(said: str) -> None:
    """180/100 before a long walk is recalled from the ATS statement; the holds that were read are not listed."""
    marked = [
        rule["code"] for kind in ("holds", "triggers") for rule in SAFETY[kind] if rule["confidence"] == "recalled"
    ]
    listed = [line for line in said.splitlines() if line.startswith("  safety.toml ")]
    assert len(listed) == len(marked) >= 1
    assert all(any(f".{code}: " in line for line in listed) for code in marked)
    assert "  safety.toml holds.PRESSURE_WALK: pressure.1.systolic above 180; pressure.1.diastolic above 100 (" in said


@pytest.mark.req("SCO-305")
def test_a_norm_or_a_set_of_classes_that_is_marked_as_recalled_is_listed(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    norm, sdoc = "60,69,9.0,Bohannon 2006,", 'source = "Bhasin 2020"\nconfidence = "'
    changed = {"norms/tug.csv": norm, "classifications.toml": sdoc}
    read = resources.read

    def marked(name: str) -> str:
        text = read(name)
        place = changed.get(name, "")
        assert place in text
        return text.replace(f"{place}verified", f"{place}recalled") if place else text

    monkeypatch.setattr(resources, "read", marked)
    assert main(["definitions", "show", "--unverified"]) == 0
    said = capsys.readouterr().out
    assert "  norms/tug.csv line 2: " in said
    assert "  classifications.toml sets.sdoc: SDOC 2020 (Bhasin 2020)" in said


@pytest.mark.req("SCO-305")
@pytest.mark.parametrize(("instrument", "line"), OF_DEFINITIONS.items())
def test_a_recalled_rule_is_listed_with_its_definition(
    instrument: str, line: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["definitions", "show", instrument, "--unverified"]) == 0
    assert f"  {line}" in capsys.readouterr().out
