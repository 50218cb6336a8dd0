"""Classes in words: who may see them, what stands beside them, and that every result has a title in every language."""

from __future__ import annotations

from pathlib import Path

import pytest

from assessdesk import resources
from assessdesk.domain.classification import Classification
from assessdesk.domain.record import Record
from assessdesk.services.class_rows import class_rows, may_see_classes
from assessdesk.services.classifications import classify_visit, load_classifications
from assessdesk.services.desk import Desk
from tests.journeys.asking import VISIT, held, numbered, record_of, scores
from tests.journeys.visit import StillClock, library, make_desk, set_up, showing_classes

LANGUAGES = ("en", "ko", "zh")
WORDS = library().result_words
BATTERY = ("grip_strength", "bia_inbody", "gait_6m")
LIMBS = {"measured.arm_r": "2.00", "measured.arm_l": "2.00", "measured.leg_r": "6.00", "measured.leg_l": "4.59"}
WEAK = held("grip_strength", {f"squeeze.{side}.{n}.grip": "17.9" for side in ("right", "left") for n in (1, 2, 3)})
THIN = held("bia_inbody", LIMBS | {"measured.height": "160.0", "measured.weight": "60.0"})
SLOW = held("gait_6m", {"gait.1.time": "6.00", "gait.2.time": "6.01"})
RECORD = record_of(WEAK, THIN, SLOW, birth_year=1950)


def desk_of(folder: Path, *, blinded: bool) -> Desk:
    desk = make_desk(folder, StillClock(), library=showing_classes(*BATTERY, blinded=blinded))
    set_up(desk, folder)
    return desk


@pytest.mark.req("SCO-204")
def test_every_set_is_told_with_source_confidence_and_what_was_compared(tmp_path: Path) -> None:
    """14.59/2.56 = 5.69921875 and 6/6.005 = 0.99916… are below 5.7 and 1.0, and never print as these."""
    rows = {row.set: row for row in class_rows(desk_of(tmp_path, blinded=False), RECORD, VISIT, language="en")}
    assert list(rows) == ["awgs2019", "ewgsop2", "sdoc", "fnih", "glis"]  # AWGS 2025 is off until it was checked
    awgs = rows["awgs2019"]
    assert (awgs.result, awgs.title) == ("sarcopenia", "AWGS 2019")
    assert awgs.parts == "Severe, Low strength, Low performance, Low muscle mass; unknown: Thin calf"
    assert awgs.compared == "grip 17.9 kg; limb lean mass index 5.6992 kg/m² (BIA); speed over 6 m 0.9991 m/s"
    assert awgs.note == "Chen 2020 (verified) · not measured: SPPB, five chair stands, calf"
    assert (rows["ewgsop2"].result, rows["sdoc"].result) == ("no sarcopenia", "no sarcopenia")
    assert rows["fnih"].result == ""
    assert rows["fnih"].parts == "none of them"


@pytest.mark.req("SCO-204")
def test_a_young_age_is_flagged(tmp_path: Path) -> None:
    young = record_of(WEAK, THIN, SLOW, birth_year=1990)
    (awgs, *_) = class_rows(desk_of(tmp_path, blinded=False), young, VISIT, language="ko")
    assert "기준 연령 밖" in awgs.note


@pytest.mark.req("SCO-204")
def test_who_captures_in_a_blinded_study_sees_no_class_even_where_the_study_shows_them(tmp_path: Path) -> None:
    desk = desk_of(tmp_path, blinded=True)
    assert desk.may("capture")
    assert not may_see_classes(desk)
    assert class_rows(desk, RECORD, VISIT, language="en") == ()
    desk.roles = ("investigator",)
    assert may_see_classes(desk)
    assert class_rows(desk, RECORD, VISIT, language="en")


@pytest.mark.req("SCO-204")
def test_the_shipped_study_shows_no_class_to_anybody(tmp_path: Path) -> None:
    desk = make_desk(tmp_path, StillClock())
    set_up(desk, tmp_path)
    for role in desk.in_force.roles:
        desk.roles = (role,)
        assert class_rows(desk, RECORD, VISIT, language="en") == ()


SPECIAL = {
    "chair_stand_30": {"stands.1.time": "30.00", "stands.1.full_stands": "9", "stands.1.arms_used": "yes"},
    "bia_inbody": LIMBS | {"measured.height": "160.0", "flags.lymphoedema": "left"},
    "ipaq_sf": {"walking.days": "3"},
    "phq9": numbered("core.q", "1 1 1 1 1 1 1 1 0"),
}
"""Answers after which an instrument reports all it can."""


@pytest.mark.req("GUI-237")
@pytest.mark.parametrize("instrument", sorted(library().instruments))
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_result_has_a_title_in_every_language(instrument: str, language: str) -> None:
    for name in scores(instrument, SPECIAL.get(instrument, {})):
        keys = {f"result.{instrument}.{name}", f"result.{name}"}
        assert keys & set(WORDS.words), name
        assert "_" not in WORDS.title(instrument, name, language)


@pytest.mark.req("GUI-237")
def test_coded_results_are_words_and_numbers_stay() -> None:
    assert WORDS.value("nrs_pain", "moderate", "ko") == "중등도"
    assert WORDS.value("ipaq_sf", "moderate", "ko") == "중간"
    assert WORDS.value("phq9", "7", "ko") == "7"
    assert WORDS.title("phq9", "a_new_score", "en") == "a_new_score"


@pytest.mark.req("SCO-204")
@pytest.mark.parametrize("language", LANGUAGES)
def test_all_that_a_set_can_name_has_words(language: str) -> None:
    rules = load_classifications(resources.read)
    names = {name for one in rules.sets for name in (*one.inputs, one.confidence)}
    for sex in ("F", "M"):
        for record in (RECORD, record_of(WEAK, sex=sex)):
            found = _classified(record)
            names |= {name for one in found for name in (*one.results, *one.flags) if name != "class"}
            names |= {value for one in found for value in one.results.values() if value not in {None, "yes", "no"}}
    assert {name for name in names if f"class.{name}" not in WORDS.words} == set()
    assert all(WORDS.of_class(name, language) for name in names)


def _classified(record: Record) -> tuple[Classification, ...]:
    rules = load_classifications(resources.read)
    return classify_visit(
        record,
        VISIT,
        library().instruments,
        tables=library().tables,
        rules=rules,
        also=[one.id for one in rules.sets],
    )
