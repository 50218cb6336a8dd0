"""The shipped definitions: what the protocol asks for stands in them, in every language, and editors know it."""

import json
import re
import tomllib
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from assessdesk import resources
from assessdesk.definitions_cli import shipped
from assessdesk.domain.instrument import Instrument
from assessdesk.domain.values import LocalText
from assessdesk.services.definitions.faults import CODES
from assessdesk.services.definitions.parsing import parse_instrument
from assessdesk.services.definitions.shapes import InstrumentShape, Shape, schema_text
from assessdesk.services.definitions.study_shapes import PERMISSIONS, StudyShape
from assessdesk.services.definitions.tables import load_limits

HELD = shipped()
GRIP = HELD.instruments["grip_strength"]
CHAIR = HELD.instruments["chair_stand_5"]
BATTERY = (
    "safety_screen", "nrs_pain", "sarc_f", "qlq_c30", "qlq_br23", "facit_fatigue",
    "bia_inbody", "calf", "grip_strength", "gait_6m", "chair_stand_5",
)  # fmt: skip
"""The safety screen, questions, what is measured at rest, then effort, the most tiring last (assumption A-K7)."""
STUDY = HELD.studies["KCT0008961"]


@pytest.mark.req("DEF-030")
def test_grip_follows_southampton() -> None:
    """Six trials, alternating, right first (Roberts et al. 2011), one practice squeeze, pain before and after."""
    assert [section.id for section in GRIP.sections] == ["setup", "before", "practice", "squeeze", "after"]
    plan = GRIP.by_section["squeeze"].trials
    assert plan is not None
    assert (GRIP.edition, plan.count, plan.sides) == ("southampton", 3, ("right", "left"))
    assert (plan.rest_s, plan.rest_scope, plan.void_repeats) == (60, "side", 1)
    assert plan.extra is not None
    assert (plan.extra.difference, plan.extra.share) == ("2.0", "0.10")
    assert GRIP.side_not_done_codes == ("ND06", "ND07")
    assert GRIP.item("squeeze", "grip").limit == "grip.trial.*"
    assert not GRIP.by_section["practice"].first_time_only
    device, handle, encouragement = GRIP.by_section["setup"].items
    assert (device.station, handle.keep, encouragement.default) == (True, True, "on")
    assert [option.code for option in handle.options] == ["1", "2", "3", "4", "5"]


@pytest.mark.req("DEF-030")
def test_chair_stand_follows_the_sppb() -> None:
    """One pre-test rise, then five stands against the clock; it stops at the fifth stand, or at 60 s as ND02."""
    assert [section.id for section in CHAIR.sections] == ["setup", "pretest", "practice", "stands"]
    stands = CHAIR.by_section["stands"]
    assert stands.timing is not None
    assert (stands.timing.cap_s, stands.timing.repetitions, stands.timing.cap_code) == (60, 5, "ND02")
    assert stands.rest_before_s == 60
    assert [option.code for option in CHAIR.item("pretest", "result").options] == ["ok", "used_arms", "unable"]
    for section in (CHAIR.by_section["practice"], stands):
        assert section.only_if is not None
        assert (section.only_if.slot, section.only_if.codes) == ("pretest.result", ("ok",))
    assert CHAIR.by_section["practice"].first_time_only
    assert [item.keep for item in CHAIR.by_section["setup"].items] == [False, True, True]


@pytest.mark.req("DEF-031")
def test_the_study_plans_four_visits_around_the_start_of_the_intervention() -> None:
    visits = [(visit.id, visit.week, visit.days_before, visit.days_after) for visit in STUDY.visits]
    assert visits == [("baseline", 0, 14, 0), ("week_06", 6, 7, 7), ("week_12", 12, 7, 7), ("week_18", 18, 7, 7)]
    assert {visit.battery for visit in STUDY.visits} == {BATTERY}
    assert (STUDY.blinded, STUDY.minimum_age, STUDY.sexes, STUDY.participant_language) == (True, 20, ("F",), "ko")
    assert [assumption.id for assumption in STUDY.assumptions] == [f"A-K{number}" for number in range(1, 13)]
    assert STUDY.sites["S01"].country == "KR"


@pytest.mark.req("DEF-031", "DEF-036")
def test_only_those_who_allocate_or_train_see_the_arm() -> None:
    knowing = {"unblinded", "allocate", "sessions", "calls"}
    assert {role.id for role in STUDY.roles.values() if role.may & knowing} == {"allocator", "trainer"}
    assert {role.id for role in STUDY.roles.values() if "capture" in role.may} == {"assessor", "coordinator"}


@pytest.mark.req("DEF-032")
@pytest.mark.parametrize("instrument", HELD.instruments.values(), ids=lambda each: each.id)
def test_an_item_is_asked_in_the_unit_of_its_limit(instrument: Instrument) -> None:
    limits = load_limits(resources.read).values
    for section in instrument.sections:
        for item in section.items:
            for sex in ("F", "M"):
                if item.limit:
                    assert limits[item.limit.replace("*", sex)].unit == item.unit, f"{section.id}.{item.id}"


@pytest.mark.req("DEF-032")
def test_every_number_that_is_a_rule_of_ours_is_named_as_such() -> None:
    named = {line.split(":")[0] for line in (*GRIP.unverified, *CHAIR.unverified)}
    assert {"squeeze.trials.rest_s", "squeeze.trials.extra", "stands.rest_before_s", "stands.timing.cap_s"} <= named


def syllables(word: str) -> int:
    """Vowel groups, without a silent e at the end: the usual estimate."""
    found = len(re.findall(r"[aeiouy]+", word))
    return max(1, found - (word.endswith("e") and not word.endswith("le")))


def reading_grade(text: str) -> float:
    """Flesch-Kincaid grade (Kincaid et al. 1975)."""
    sentences = max(1, len(re.findall(r"[.!?](?:\s|$)", text)))
    words = re.findall(r"[a-z’']+", text.lower())
    return 0.39 * len(words) / sentences + 11.8 * sum(map(syllables, words)) / len(words) - 15.59


@pytest.mark.req("DEF-033")
def test_participants_are_spoken_to_in_plain_words() -> None:
    summary = STUDY.summary
    texts: dict[str, LocalText] = {
        name: getattr(summary, name) for name in ("thanks", "why_no_numbers", "call_at_once", "next_visit_hint")
    }
    for instrument in HELD.instruments.values():
        for section in instrument.sections:
            if section.script:
                texts[f"{instrument.id}.{section.id}"] = section.script.say
    grades = {name: reading_grade(text.get("en")) for name, text in texts.items()}
    assert {name: grade for name, grade in grades.items() if grade > 8} == {}
    hard = "Longitudinal characterisation of musculoskeletal performance necessitates methodological standardisation."
    assert reading_grade(hard) > 8


@pytest.mark.req("DEF-034")
@pytest.mark.parametrize(("kind", "shape"), [("instrument", InstrumentShape), ("study", StudyShape)])
def test_the_published_schema_is_current_and_the_files_fit_it(kind: str, shape: type[Shape]) -> None:
    published = resources.read(f"schema/{kind}.schema.json")
    assert published == schema_text(shape), f"run: assessdesk definitions schema {kind}"
    schema = json.loads(published)
    Draft202012Validator.check_schema(schema)
    validator = Draft202012Validator(schema)
    names = resources.names({"instrument": "instruments", "study": "studies"}[kind])
    assert names
    for name in names:
        table = tomllib.loads(resources.read(name))
        assert list(validator.iter_errors(table)) == [], name
        assert not validator.is_valid({**table, "surprise": 1})


@pytest.mark.req("DEF-035")
def test_resources_are_read_by_name_with_lf_line_ends() -> None:
    found = resources.names("instruments")
    assert {"instruments/chair_stand_5.toml", "instruments/grip_strength.toml"} <= set(found)
    assert list(found) == sorted(found)
    assert resources.names("nowhere") == ()
    assert resources.read("reasons.toml").startswith("#")
    with pytest.raises(FileNotFoundError):
        resources.read("nowhere.toml")


@pytest.mark.req("DEF-035")
def test_resources_of_an_installed_package_come_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "resources" / "studies").mkdir(parents=True)
    (tmp_path / "resources" / "studies" / "a.toml").write_bytes(b"a = 1\r\n")
    monkeypatch.setattr("assessdesk.resources.resources.files", lambda _: tmp_path)
    assert resources.names("studies") == ("studies/a.toml",)
    assert resources.read("studies/a.toml") == "a = 1\n"


DOCS = Path(__file__).parents[2] / "docs"


@pytest.mark.req("DEF-001", "DEF-010")
def test_the_written_format_is_that_of_the_program() -> None:
    """The worked example parses, and the document lists every fault code and every permission there is."""
    written = (DOCS / "instrument-format.md").read_text(encoding="utf-8")
    example = re.search(r"```toml\n(.*?)```", written, re.DOTALL)
    assert example is not None
    heel_raise = parse_instrument(example.group(1))
    assert heel_raise.by_section["raise"].trials is not None
    assert dict(re.findall(r"^\| (DEF-\d+) \| (.+) \|$", written, re.MULTILINE)) == dict(CODES)
    study = (DOCS / "study-format.md").read_text(encoding="utf-8")
    words = study.split("## Permissions")[1].split("Each of")[0]
    assert set(re.findall(r"`([a-z]+)`", words)) == set(PERMISSIONS)
