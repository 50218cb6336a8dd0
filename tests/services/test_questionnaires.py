"""Questionnaires: what their files may say, and their scores from the answers, worked out by hand from the rules."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessdesk.cli import main
from assessdesk.domain.instrument import Instrument, ItemKind
from assessdesk.domain.scoring.promis import raw_sum
from assessdesk.domain.values import Choice
from assessdesk.services.definitions.faults import DefinitionFaults
from assessdesk.services.definitions.parsing import parse_instrument
from assessdesk.services.text_packs import asked_items
from tests.journeys.asking import asking_desk, held, numbered, scores
from tests.journeys.performance import Run
from tests.journeys.visit import StillClock, library

ASKED = {name: one for name, one in library().instruments.items() if one.ship_class}
CLASSES = {
    "nrs_pain": "A", "phq9": "A", "sarc_f": "B", "ipaq_sf": "B", "esas_r": "B", "promis_sf": "B", "eq5d5l": "C",
    "bpi_sf": "C", "bfi": "C", "mdasi": "C", "qlq_c30": "C", "qlq_br23": "C", "fact_g": "C", "fact_b": "C",
    "fact_es": "C", "facit_fatigue": "C", "womac": "C", "m_sacrah": "C",
}  # fmt: skip
COUNTS = {
    "sarc_f": 6, "phq9": 10, "bpi_sf": 15, "bfi": 9, "mdasi": 19, "qlq_c30": 30, "qlq_br23": 23, "fact_g": 27,
    "fact_b": 37, "fact_es": 46, "facit_fatigue": 13, "womac": 24, "m_sacrah": 12, "eq5d5l": 6, "ipaq_sf": 7,
}  # fmt: skip

# --------------------------------------------------------------------------------------------------------- the files


@pytest.mark.req("DEF-101")
def test_every_questionnaire_has_the_ship_class_of_its_licence() -> None:
    assert {name: one.ship_class for name, one in ASKED.items()} == CLASSES
    assert all(one.licence_holder for one in ASKED.values())
    assert {name for name, one in ASKED.items() if not one.needs_text_pack} == {"nrs_pain"}


@pytest.mark.req("DEF-101")
@pytest.mark.parametrize("instrument", [one for one in ASKED.values() if one.needs_text_pack], ids=lambda one: one.id)
def test_wording_of_others_is_not_shipped(instrument: Instrument) -> None:
    """Items are called by number, label or a heading of ours: no question, no script, no words for answers."""
    assert all(section.script is None for section in instrument.sections)
    for path, item in asked_items(instrument):
        title = item.title.get("en")
        assert len(title) <= 40, path
        assert "?" not in title
        assert not re.search(r"\b(you|your|I|my|have|feel)\b", title), path


@pytest.mark.req("DEF-101")
def test_the_number_of_items_is_that_of_the_licensed_form() -> None:
    assert {name: len(dict(asked_items(ASKED[name]))) for name in COUNTS} == COUNTS


@pytest.mark.req("CAP-201")
@pytest.mark.parametrize("instrument", ASKED.values(), ids=lambda one: one.id)
def test_language_is_asked_before_the_mode(instrument: Instrument) -> None:
    first, second = instrument.by_section["setup"].items[:2]
    assert (first.id, second.id) == ("language", "mode")
    assert [option.code for option in second.options] == ["self", "interview", "paper"]
    assert {option.code for option in first.options} == {"ko", "zh", "en"}
    assert not second.default


SMALL = """
id = "small"
edition = "first"
icon = "clipboard"
scorer = "small/1"
licence = "Ours."
source = "Ours."
estimated_minutes = 1
effort = false
title = { en = "S", ko = "S", zh = "S" }
participant_title = { en = "S", ko = "S", zh = "S" }
[[sections]]
id = "core"
title = { en = "C", ko = "C", zh = "C" }
[[sections.items]]
id = "q"
kind = "count"
unit = "{score}"
limit = "nrs"
numbers = { from = 7, to = 9 }
title = { en = "Item {n}", ko = "{n}번 문항", zh = "第 {n} 题" }
hint = { en = "On page {n}.", ko = "{n}쪽", zh = "第 {n} 页" }
"""


TWICE = """id = "q8"
kind = "text"
title = { en = "T", ko = "T", zh = "T" }
[[sections.items]]
id = "q"
"""


@pytest.mark.req("DEF-100")
def test_one_item_stands_for_its_numbers() -> None:
    items = parse_instrument(SMALL).by_section["core"].items
    assert [item.id for item in items] == ["q7", "q8", "q9"]
    assert [item.title.get("ko") for item in items] == ["7번 문항", "8번 문항", "9번 문항"]
    assert items[2].hint is not None
    assert items[2].hint.get("en") == "On page 9."
    assert (items[2].limit, items[2].kind) == ("nrs", ItemKind.COUNT)


@pytest.mark.req("DEF-100")
@pytest.mark.parametrize(("first", "last", "count"), [(0, 99, 100), (0, 0, 1), (5, 104, 100)])
def test_up_to_a_hundred_numbers_are_opened_out(first: int, last: int, count: int) -> None:
    text = SMALL.replace("from = 7, to = 9", f"from = {first}, to = {last}")
    items = parse_instrument(text).by_section["core"].items
    assert (len(items), items[0].id, items[-1].id) == (count, f"q{first}", f"q{last}")


@pytest.mark.req("DEF-100")
@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("to = 9", "to = 6", "DEF-208"),
        ("from = 7, to = 9", "from = 0, to = 100", "DEF-208"),
        ('"Item {n}"', '"Item"', "DEF-208"),
        ("to = 9", 'to = "9"', "DEF-105"),
        ("to = 9", "too = 9", "DEF-103"),
        ('id = "q"', TWICE, "DEF-201"),
    ],
)
def test_numbers_that_cannot_be_opened_out_are_a_fault(old: str, new: str, code: str) -> None:
    assert SMALL.count(old) == 1
    with pytest.raises(DefinitionFaults) as refused:
        parse_instrument(SMALL.replace(old, new))
    assert code in {fault.code for fault in refused.value.faults}


@pytest.mark.req("DEF-106")
def test_recalled_numbers_of_tables_and_definitions_are_listed_together(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["definitions", "show", "--unverified"]) == 0
    said = capsys.readouterr().out
    for expected in ("cutoffs/eortc.toml eortc.br23: ", "cutoffs/phq9.toml phq9.missing_at_most: 2", "scorer: "):
        assert expected in said
    assert "awgs2019.grip_below_kg" not in said
    assert main(["definitions", "show", "phq9", "--unverified"]) == 0
    assert "cutoffs/" not in capsys.readouterr().out


# -------------------------------------------------------------------------------------------------------- the scores


@pytest.mark.req("SCO-200")
def test_nrs_takes_the_rating_that_was_asked_for() -> None:
    """Bands: 0 none, 1-4 mild, 5-6 moderate, 7-10 severe (Serlin 1995)."""
    assert scores("nrs_pain", {"now.pain": "4", "worst.pain": "ND15"}) == {"rating": "4", "band": "mild"}
    assert scores("nrs_pain", {"now.pain": "ND15", "worst.pain": "7"}) == {"rating": "7", "band": "severe"}
    assert scores("nrs_pain", {"now.pain": "ND01"}) == {"rating": None, "band": None}


@pytest.mark.req("SCO-200")
def test_sarcf_and_sarccalf_with_the_calf_of_the_visit() -> None:
    """Malmstrom 2013: 1+0+1+0+1 = 3, negative; the calf of 33.0 cm adds 10 (Barbosa-Silva 2016): 13, positive."""
    items = numbered("core.q", "1 0 1 0 1") | {"falls.count": "3"}
    alone = scores("sarc_f", items)
    assert (alone["total"], alone["positive"], alone["falls_points"]) == ("3", "no", "1")
    assert (alone["sarccalf_total"], alone["sarccalf_positive"]) == (None, None)
    calf = held("calf", {f"calf.{side}.{n}.reading": "33.0" for side in ("right", "left") for n in (1, 2)})
    both = scores("sarc_f", items, calf)
    assert (both["sarccalf_total"], both["sarccalf_positive"]) == ("13", "yes")


@pytest.mark.req("SCO-200", "SCO-201")
def test_phq9_total_band_and_alert() -> None:
    """Kroenke 2001: 9 x 1 = 9, mild; item 9 alone raises the alert, whatever the total."""
    ones = scores("phq9", numbered("core.q", "1 1 1 1 1 1 1 1 1") | {"effect.function": "2"})
    assert ones == {"total": "9", "band": "mild", "alert": "yes", "function": "2"}
    none = scores("phq9", numbered("core.q", "3 3 3 3 3 3 3 3 0"))
    assert (none["total"], none["band"], none["alert"]) == ("24", "severe", "no")
    only = scores("phq9", numbered("core.q", "- - - - - - - - 1"))
    assert (only["total"], only["alert"]) == (None, "yes")
    unknown = scores("phq9", numbered("core.q", "1 1 1 1 1 1 1 1") | {"core.q9": "ND01"})
    assert (unknown["total"], unknown["alert"]) == ("9", None)


@pytest.mark.req("SCO-200")
def test_bpi_means() -> None:
    """Severity 5, 2, 4, 3 gives 3.50; interference 3, 4, 5, 2 of seven gives 3.50; three of seven are too few."""
    severity = numbered("severity.q", "5 2 4 3", first=3)
    effects = dict(zip((f"interference.q9{letter}" for letter in "abcd"), "3452", strict=True))
    assert scores("bpi_sf", severity | effects) == {"severity_mean": "3.50", "interference_mean": "3.50"}
    effects.pop("interference.q9d")
    severity.pop("severity.q6")
    assert scores("bpi_sf", severity | effects) == {"severity_mean": None, "interference_mean": None}


@pytest.mark.req("SCO-200")
def test_bfi_and_mdasi_means() -> None:
    """BFI 4,5,7,3,2,4,3,1,2: 31/9 = 3.44. MDASI: 13 x 2 and six items 1..6: 2.00 and 3.50."""
    assert scores("bfi", numbered("core.q", "4 5 7 3 2 4 3 1 2")) == {"global": "3.44"}
    assert scores("bfi", numbered("core.q", "4 5 7 3")) == {"global": None}
    answers = numbered("severity.q", " ".join("2" * 13)) | numbered("interference.q", "1 2 3 4 5 6", first=14)
    assert scores("mdasi", answers) == {"severity_mean": "2.00", "interference_mean": "3.50"}


@pytest.mark.req("SCO-200")
def test_qlq_c30_scales_and_summary() -> None:
    """Fayers 2001: PF2 2,2,1,1,1 is 86.67; all else is best; SUM (12 x 100 + 86.67) / 13 = 98.97."""
    answers = numbered("core.q", "2 2 1 1 1 " + " ".join("1" * 23)) | numbered("overall.q", "7 5", first=29)
    found = scores("qlq_c30", answers)
    assert (found["PF2"], found["QL2"], found["FA"], found["SUM"]) == ("86.67", "83.33", "0.00", "98.97")
    answers["core.q8"] = "ND01"
    found = scores("qlq_c30", answers)
    assert (found["DY"], found["SUM"]) == (None, None)


@pytest.mark.req("SCO-200")
def test_qlq_br23_scales() -> None:
    """BRST 2,1,1,3,2,1,2 (items 31-34, 36-38): 12/7, so 23.81; the conditional items may be absent."""
    answers = {f"core.q{n}": a for n, a in zip((31, 32, 33, 34, 36, 37, 38), "2113212", strict=True)}
    found = scores("qlq_br23", answers | {"core.q35": "ND15", "core.q43": "4"})
    assert (found["BRST"], found["BRHL"], found["BRFU"], found["BRBI"]) == ("23.81", None, "0.00", None)
    assert len(found) == 8


def general(gp: str = "1 2 0 1 1 0 2") -> dict[str, str]:
    fours = " ".join("4" * 7)
    return (
        numbered("gp.gp", gp) | numbered("gs.gs", fours) | numbered("ge.ge", "0 4 0 0 0 0") | numbered("gf.gf", fours)
    )


@pytest.mark.req("SCO-200")
def test_fact_subscales_and_totals() -> None:
    """PWB 1,2,0,1,1,0,2 reversed is 21; SWB 28, EWB 24, FWB 28: FACT-G 101; BCS 0 reversed but B4, B9: 32 + 8."""
    assert scores("fact_g", general())["FACTG"] == "101.000"
    breast = numbered("bcs.b", "0 0 0 4 0 0 0 0 4") | {"bcs.p2": "0"}
    found = scores("fact_b", general() | breast)
    assert (found["BCS"], found["FACTB_TOTAL"], found["FACTB_TOI"]) == ("40.000", "141.000", "89.000")
    endocrine = numbered("ess.es", " ".join("0" * 13))
    endocrine |= dict.fromkeys(("ess.an9", "ess.o2", "ess.c5", "ess.an10", "ess.tax1", "ess.brm1"), "4")
    found = scores("fact_es", general() | endocrine)
    assert (found["ESS"], found["FACTES_TOTAL"]) == ("52.000", "153.000")


@pytest.mark.req("SCO-200")
def test_fact_es_total_needs_more_than_80_percent_of_46() -> None:
    """36 of 46 is 78.3 %: no total although every subscale exists; 37 of 46 is 80.4 %."""
    few = general("1 2 0 1 - - -")
    assert scores("fact_es", few | numbered("ess.es", " ".join("0" * 12)))["FACTES_TOTAL"] is None
    # PWB 3,2,4,3 is 12/4 x 7 = 21; 21 + 28 + 24 + 28 + 76.
    assert scores("fact_es", few | numbered("ess.es", " ".join("0" * 13)))["FACTES_TOTAL"] == "177.000"
    assert scores("fact_es", general("1 2 - - - - -") | numbered("ess.es", " ".join("0" * 19)))["FACTES_TOTAL"] is None


@pytest.mark.req("SCO-200")
def test_facit_fatigue_higher_is_better() -> None:
    """All 0 but An5 and An7, which stand as they are, at 4: 11 x 4 + 8 = 52."""
    labels = ("hi7", "hi12", "an1", "an2", "an3", "an4", "an5", "an7", "an8", "an12", "an14", "an15", "an16")
    best = {f"core.{label}": "4" if label in {"an5", "an7"} else "0" for label in labels}
    assert scores("facit_fatigue", best) == {"total": "52.000"}
    assert set(best) == set(dict(asked_items(ASKED["facit_fatigue"])))


@pytest.mark.req("SCO-200")
def test_joint_questionnaires() -> None:
    """WOMAC pain 1,2,-,0,1 is 5; stiffness 1,- is 2; function 17 x 1. M-SACRAH: means 20, 40, 60 give 40."""
    womac = (
        numbered("pain.q", "1 2 - 0 1") | {"stiffness.q6": "1"} | numbered("function.q", " ".join("1" * 17), first=8)
    )
    assert scores("womac", womac) == {"pain": "5.00", "stiffness": "2.00", "function": "17.00", "total": "24.00"}
    answers = {f"function.q{n}": "20" for n in range(1, 9)} | {f"stiffness.q{n}": "40" for n in (9, 10)}
    answers |= {"pain.q11": "50", "pain.q12": "70"}
    assert scores("m_sacrah", answers) == {"function": "20.0", "stiffness": "40.0", "pain": "60.0", "total": "40.0"}


@pytest.mark.req("SCO-200")
def test_eq5d_index_by_every_value_set() -> None:
    """21111: Korea 1 - .096 - .046 = .858; China 1 - .066 = .934."""
    state = {f"state.{name}": "1" for name in ("mo", "sc", "ua", "pd", "ad")} | {"scale.vas": "80"}
    found = scores("eq5d5l", state | {"state.mo": "2"})
    assert (found["index_KR"], found["index_CN"]) == ("0.858", "0.934")
    assert (found["state"], found["vas"]) == ("21111", "80")
    found = scores("eq5d5l", state | {"state.pd": "ND01"})
    assert (found["index_KR"], found["index_CN"], found["state"], found["vas"]) == (None, None, None, "80")


@pytest.mark.req("SCO-200")
def test_esas_sums() -> None:
    """Nine items 1..9: total 45, physical 1..6 = 21, emotional 7 + 8 = 15, well-being 9."""
    answers = numbered("core.q", "1 2 3 4 5 6 7 8 9")
    assert scores("esas_r", answers) == {"tsds": "45", "physical": "21", "emotional": "15", "wellbeing": "9"}
    answers["core.q7"] = "ND01"
    assert scores("esas_r", answers) == {"tsds": None, "physical": "21", "emotional": None, "wellbeing": "9"}


@pytest.mark.req("SCO-200")
def test_ipaq_minutes_and_exclusion() -> None:
    """IPAQ 2005: vigorous 3 d x 60 min x 8 = 1440; moderate none; walking 5 x 30 x 3.3 = 495; 1935: moderate."""
    answers = {"vigorous.days": "3", "vigorous_time.minutes": "60", "moderate.days": "0"}
    answers |= {"moderate_time.minutes": "ND15", "walking.days": "5", "walking_time.minutes": "30"}
    found = scores("ipaq_sf", answers | {"sitting.minutes": "300"})
    assert (found["met_vigorous"], found["met_walk"], found["met_total"]) == ("1440.0", "495.0", "1935.0")
    assert (found["category"], found["sitting"]) == ("moderate", "300")
    found = scores("ipaq_sf", answers | {"walking_time.minutes": "ND99"})
    assert (found["met_total"], found["category"], found["excluded"]) == (None, None, "yes")
    assert found["reason"]


@pytest.mark.req("SCO-200")
def test_promis_raw_sum_without_a_table_has_no_t_score() -> None:
    """Eight items, 3 each but one missing: 21 x 8 / 7 = 24; seven items 2,2,2,3 of 7: 9 x 7 / 4 = 15.75, so 16."""
    eight = numbered("first.q", "3 3 3 3") | numbered("upto6.q", "3 3", first=5) | {"upto7.q7": "3"}
    assert scores("promis_sf", eight | {"setup.length": "n8"}) == {"raw_sum": "24", "t_score": None}
    assert scores("promis_sf", numbered("first.q", "2 2 2 3") | {"setup.length": "n7"})["raw_sum"] == "16"
    assert scores("promis_sf", numbered("first.q", "2 2 2") | {"setup.length": "n7"})["raw_sum"] is None
    assert scores("promis_sf", {})["raw_sum"] is None
    # 4 x 1, then 5 for every item from the fifth to the twentieth: 4 + 80.
    runs = {"upto6": (5, 6), "upto7": (7, 7), "upto8": (8, 8), "upto10": (9, 10), "upto20": (11, 20)}
    twenty = numbered("first.q", "1 1 1 1") | {
        f"{run}.q{number}": "5" for run, (first, last) in runs.items() for number in range(first, last + 1)
    }
    assert set(twenty) == set(dict(asked_items(ASKED["promis_sf"])))
    assert scores("promis_sf", twenty | {"setup.length": "n20"})["raw_sum"] == "84"


@pytest.mark.req("SCO-200")
@pytest.mark.parametrize("name", sorted(ASKED))
def test_nothing_answered_gives_no_score_and_no_crash(name: str) -> None:
    told = {"excluded": "yes", "reason": scores("ipaq_sf", {})["reason"]} if name == "ipaq_sf" else {}
    assert {key: value for key, value in scores(name, {}).items() if value is not None} == told


@pytest.mark.req("SCO-200")
@pytest.mark.parametrize("name", sorted(set(ASKED) - {"ipaq_sf", "promis_sf", "nrs_pain"}))
@pytest.mark.parametrize("end", ["hard_min", "hard_max"])
def test_every_answer_at_either_end_can_be_scored(name: str, end: str) -> None:
    limits = library().limits.values
    answers = {path: str(getattr(limits[item.limit], end)) for path, item in asked_items(ASKED[name]) if item.limit}
    found = scores(name, answers)
    assert all(value is not None for key, value in found.items() if not key.startswith("sarccalf")), found


# ------------------------------------------------------------------------------------------------------ on a real desk


@pytest.fixture
def clock() -> StillClock:
    return StillClock()


@pytest.mark.req("CAP-201", "SCO-201")
def test_phq9_is_copied_from_paper_and_its_alert_stands(tmp_path: Path, clock: StillClock) -> None:
    desk = asking_desk(tmp_path, clock, "phq9")
    answers = {"setup.language": "ko", "setup.mode": "paper", "effect.function": "0"}
    run = Run.begin(desk, clock, "phq9").walk(answers | numbered("core.q", "0 1 2 1 0 0 1 0 2"))
    assert run.scores() == {"total": "7", "band": "mild", "alert": "yes", "function": "0"}
    assert (run.turn("setup.mode").value, run.turn("setup.language").value) == (Choice(code="paper"), Choice(code="ko"))


@pytest.mark.req("CAP-201")
def test_only_the_pain_that_is_meant_is_asked(tmp_path: Path, clock: StillClock) -> None:
    desk = asking_desk(tmp_path, clock, "nrs_pain")
    answers = {"setup.language": "ko", "setup.mode": "self", "setup.recall": "worst_24h", "worst.pain": "6"}
    run = Run.begin(desk, clock, "nrs_pain").walk(answers)
    assert (run.code("now.pain"), run.scores()) == ("ND15", {"rating": "6", "band": "moderate"})


@pytest.mark.req("CAP-201")
def test_minutes_are_asked_only_after_days(tmp_path: Path, clock: StillClock) -> None:
    desk = asking_desk(tmp_path, clock, "ipaq_sf")
    answers = {"setup.language": "zh", "setup.mode": "paper", "vigorous.days": "0", "moderate.days": "2"}
    answers |= {
        "moderate_time.minutes": "45",
        "walking.days": "7",
        "walking_time.minutes": "20",
        "sitting.minutes": "480",
    }
    run = Run.begin(desk, clock, "ipaq_sf").walk(answers)
    assert run.code("vigorous_time.minutes") == "ND15"
    assert run.scores()["met_total"] == "822.0"  # 4 x 45 x 2 + 3.3 x 20 x 7


@pytest.mark.req("CAP-201")
def test_worst_pain_below_the_average_is_questioned(tmp_path: Path, clock: StillClock) -> None:
    desk = asking_desk(tmp_path, clock, "bpi_sf")
    answers = {"setup.language": "ko", "setup.mode": "paper", "treatment.q8": "30"}
    answers |= numbered("severity.q", "3 1 4 2", first=3)
    answers |= {f"interference.q9{letter}": "2" for letter in "abcdefg"}
    run = Run.begin(desk, clock, "bpi_sf").walk(answers)
    assert run.asked == ["X_BPI_ORDER_UNUSUAL"]
    assert run.scores() == {"severity_mean": "2.50", "interference_mean": "2.00"}


answer = st.one_of(st.none(), st.integers(min_value=1, max_value=5))


@pytest.mark.req("SCO-200")
@given(items=st.lists(answer, min_size=4, max_size=20))
def test_a_raw_sum_lies_within_its_form_and_grows_with_every_answer(items: list[int | None]) -> None:
    """HealthMeasures: at least half answered; sum x items / answered, rounded up."""
    total, given_count = raw_sum(items), sum(item is not None for item in items)
    assert (total is None) == (given_count * 2 < len(items))
    if total is not None:
        assert len(items) <= total <= 5 * len(items)
        for place, item in enumerate(items):
            if item is not None and item < 5:
                higher = raw_sum([*items[:place], item + 1, *items[place + 1 :]])
                assert higher is not None
                assert higher > total
