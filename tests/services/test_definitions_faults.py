"""Every fault that a definition can have: its code, its place, a remedy, and all of them at once."""

import re
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from assessdesk import definitions_cli, resources
from assessdesk.services.definitions import faults as definition_faults
from assessdesk.services.definitions import parsing as definitions
from assessdesk.services.definitions.checks import Known
from assessdesk.services.definitions.faults import CODES, DefinitionFaults, Fault
from assessdesk.services.definitions.parsing import library, parse_instrument, parse_study
from assessdesk.services.definitions.reasons import parse_reasons
from tests.services.test_study_conduct import CASES as CONDUCT_CASES
from tests.services.test_text_packs import FAULTY as PACK_FAULTS

INSTRUMENT = """
id = "hop"
edition = "first"
icon = "chair"
scorer = "hop/1"
licence = "ours"
source = "ours"
estimated_minutes = 3
effort = true
wording_missing = ["zh"]
side_not_done_codes = ["ND06"]
title = { en = "Hop", ko = "뛰기" }
participant_title = { en = "Hopping", ko = "뛰기" }

[unverified]
"jump.trials.rest_s" = "a rule of ours"

[[sections]]
id = "setup"
setup = true
title = { en = "Set-up", ko = "준비" }

[[sections.items]]
id = "shoes"
kind = "choice"
keep = true
title = { en = "Shoes", ko = "신발" }
options = [{ code = "on", title = { en = "On", ko = "신음" } }, { code = "off", title = { en = "Off", ko = "벗음" } }]

[[sections]]
id = "jump"
title = { en = "Jumps", ko = "뛰기" }
only_if = { slot = "setup.shoes", codes = ["off"] }
trials = { count = 3, sides = ["right", "left"], rest_s = 60, rest_scope = "side" }

[[sections.items]]
id = "height"
kind = "quantity"
unit = "cm"
limit = "hop.height.*"
title = { en = "Height", ko = "높이" }

[[sections]]
id = "seen"
title = { en = "Seen", ko = "봄" }
items = [{ id = "balance", kind = "observation", title = { en = "Steady", ko = "안정" } }]

[[sections]]
id = "dash"
title = { en = "Dash", ko = "달리기" }
timing = { cap_s = 60 }

[[sections.items]]
id = "time"
kind = "duration"
unit = "s"
limit = "hop.time"
title = { en = "Time", ko = "시간" }
"""

STUDY = """
id = "HOP"
version = "1"
registry = "none"
source = "none"
languages = ["en"]
participant_language = "en"
blinded = true
minimum_age = 20
sexes = ["F"]
title.en = "Hopping"
anchor.en = "Start"
sites.S01 = { country = "KR", phone = "0", title.en = "First", hours.en = "Mornings", emergency.en = "Call." }
roles.all = { title.en = "All", may = ["enrol", "capture", "sign", "export", "receive", "people"] }
summary = { thanks.en = "T", why_no_numbers.en = "W", call_at_once.en = "C", next_visit_hint.en = "N" }

[[visits]]
id = "baseline"
week = 0
days_before = 14
days_after = 0
battery = ["hop"]
title.en = "Baseline"
participant_title.en = "Start"

[[visits]]
id = "week_06"
week = 6
days_before = 7
days_after = 7
battery = ["hop"]
title.en = "Week 6"
participant_title.en = "Week 6"
"""

REASONS = """
not_done = [
  { code = "ND01", key = "1", physical = false, title = { en = "Refused", ko = "거부", zh = "拒绝" } },
  { code = "ND10", key = "00", physical = false, title = { en = "Device", ko = "장비", zh = "设备" } },
]
void = [{ code = "V1", key = "1", title = { en = "Distraction", ko = "방해", zh = "干扰" } }]
confirmation = [{ code = "C1", key = "1", title = { en = "Again", ko = "다시", zh = "再次" } }]
"""

KNOWN = Known(
    frozenset({"hop.height.F", "hop.height.M", "hop.time"}),
    frozenset({"hop/1"}),
    frozenset({"ND06"}),
    frozenset({"mat"}),
)


def faults_of(text: str) -> tuple[Fault, ...]:
    """The faults of a text, whatever it defines."""
    try:
        if "[[visits]]" in text:
            parse_study(text, {"hop"})
        elif "not_done = [" in text:
            parse_reasons(text)
        else:
            parse_instrument(text, known=KNOWN)
    except DefinitionFaults as refused:
        return refused.faults
    return ()


EXTRA = "sections[jump].trials.extra"
PLATE = """[[sections.items]]
id = "plate"
kind = "text"
station = true
devices = ["mats"]
title = { en = "Plate", ko = "판" }

[[sections]]
id = "jump\""""
CHECK = 'effort = true\nchecks = [{{ rule = "x.tug_trials", slots = {{ t1 = "{}", t2 = "dash.time" }} }}]'

# code, text, what is replaced, by what, where the fault is said to be
CASES = [
    ("DEF-101", INSTRUMENT, 'id = "hop"', 'id = "hop', ""),
    ("DEF-101", INSTRUMENT, 'id = "hop"', "id = 0x" + "f" * 5000, ""),
    ("DEF-101", INSTRUMENT, 'id = "hop"', 'id = "hop"\n' + "a." * 2000 + "b = 1", ""),
    ("DEF-101", INSTRUMENT, 'id = "hop"', 'id = "hop"\na = ' + "[" * 5000, ""),
    ("DEF-101", INSTRUMENT, "Hopping", "\ud800", ""),
    ("DEF-102", INSTRUMENT, 'rest_scope = "side"', "extra = { difference = nan, share = 0.1 }", "difference"),
    ("DEF-102", INSTRUMENT, 'rest_scope = "side"', "extra = { difference = 2.0, share = inf }", "share"),
    ("DEF-103", INSTRUMENT, "estimated_minutes = 3", "estimated_minutes = 3\nminuts = 3", "minuts"),
    ("DEF-103", INSTRUMENT, "rest_s = 60,", "rest_s = 60, rests = 60,", "sections[jump].trials.rests"),
    ("DEF-104", INSTRUMENT, 'licence = "ours"', "", "licence"),
    ("DEF-104", STUDY, 'phone = "0", ', "", "sites.S01.phone"),
    ("DEF-105", INSTRUMENT, "estimated_minutes = 3", "estimated_minutes = 3.5", "estimated_minutes"),
    ("DEF-105", INSTRUMENT, "estimated_minutes = 3", "estimated_minutes = 0", "estimated_minutes"),
    ("DEF-105", INSTRUMENT, 'source = "ours"', 'source = ""', "source"),
    ("DEF-105", INSTRUMENT, "effort = true", 'effort = "yes"', "effort"),
    ("DEF-106", INSTRUMENT, 'kind = "quantity"', 'kind = "quantty"', "sections[jump].items[height].kind"),
    ("DEF-106", STUDY, '"enrol"', '"enrol", "everything"', "roles.all.may[#2]"),
    ("DEF-107", INSTRUMENT, 'id = "hop"', 'id = "Hop-1"', "id"),
    ("DEF-107", STUDY, "sites.S01", "sites.S1", "sites.S1"),
    ("DEF-108", INSTRUMENT, '"Hopping"', '"Hopp\\u202eing"', "participant_title.en"),
    ("DEF-108", INSTRUMENT, '"Hopping"', '"Ho\\u0308pping"', "participant_title.en"),
    ("DEF-201", INSTRUMENT, 'id = "dash"', 'id = "jump"', "sections[jump].id"),
    ("DEF-201", INSTRUMENT, 'code = "on"', 'code = "off"', "sections[setup].items[shoes].options[off].code"),
    ("DEF-201", STUDY, 'id = "week_06"', 'id = "baseline"', "visits[baseline].id"),
    ("DEF-202", INSTRUMENT, 'slot = "setup.shoes"', 'slot = "setup.shoe"', "sections[jump].only_if.slot"),
    ("DEF-202", INSTRUMENT, 'slot = "setup.shoes"', 'slot = "dash.time"', "sections[jump].only_if.slot"),
    ("DEF-203", INSTRUMENT, 'codes = ["off"]', 'codes = ["of"]', "sections[jump].only_if.codes"),
    ("DEF-204", INSTRUMENT, '"hop.time"', '"hop.tim"', "sections[dash].items[time].limit"),
    ("DEF-204", INSTRUMENT, '"hop.time"', '"hop.height"', "sections[dash].items[time].limit"),
    ("DEF-205", INSTRUMENT, 'scorer = "hop/1"', 'scorer = "hop/2"', "scorer"),
    ("DEF-206", INSTRUMENT, '{ en = "Time", ko', "{ ko", "sections[dash].items[time].title.en"),
    ("DEF-206", INSTRUMENT, ', ko = "시간"', "", "sections[dash].items[time].title"),
    ("DEF-207", INSTRUMENT, '["zh"]', '["zh", "ko"]', "wording_missing"),
    ("DEF-207", INSTRUMENT, '["zh"]', '["zh", "en"]', "wording_missing"),
    ("DEF-215", INSTRUMENT, '[[sections]]\nid = "jump"', PLATE, "sections[setup].items[plate].devices"),
    ("DEF-208", INSTRUMENT, "keep = true", 'devices = ["mat"]', "sections[setup].items[shoes].devices"),
    ("DEF-208", INSTRUMENT, 'unit = "cm"', "", "sections[jump].items[height].unit"),
    ("DEF-208", INSTRUMENT, 'limit = "hop.time"', "", "sections[dash].items[time].limit"),
    ("DEF-208", INSTRUMENT, "keep = true", 'default = "none"', "sections[setup].items[shoes].default"),
    ("DEF-208", INSTRUMENT, "keep = true", 'unit = "cm"', "sections[setup].items[shoes].unit"),
    ("DEF-208", INSTRUMENT, 'unit = "cm"', 'unit = "cm"\nkeep = true', "sections[jump].items[height].keep"),
    ("DEF-208", INSTRUMENT, 'unit = "cm"', 'unit = "cm"\noptions = []', "sections[jump].items[height].options"),
    ("DEF-209", INSTRUMENT, '["right", "left"]', '["right", "right"]', "sections[jump].trials.sides"),
    ("DEF-209", INSTRUMENT, "rest_s = 60, ", "rest_s = 0, ", "sections[jump].trials.rest_scope"),
    (
        "DEF-209",
        INSTRUMENT,
        "count = 3,",
        "count = 1, extra = { difference = 1, share = 0.1 },",
        "sections[jump].trials.extra",
    ),
    (
        "DEF-209",
        INSTRUMENT,
        "count = 3,",
        "count = 3, extra = { difference = 1, share = 10.0 },",
        "sections[jump].trials.extra.share",
    ),
    (
        "DEF-209",
        INSTRUMENT,
        'id = "seen"',
        'id = "seen"\ntrials = { count = 2, extra = { difference = 1, share = 0.1 } }',
        "sections[seen].trials.extra",
    ),
    ("DEF-209", INSTRUMENT, 'id = "jump"', 'id = "jump"\nsetup = true', "sections[jump].trials.count"),
    ("DEF-210", INSTRUMENT, "timing = { cap_s = 60 }", "", "sections[dash].items[time].kind"),
    ("DEF-210", INSTRUMENT, "only_if", "timing = { cap_s = 60 }\nonly_if", "sections[jump].timing"),
    (
        "DEF-211",
        INSTRUMENT,
        ', sides = ["right", "left"], rest_s = 60, rest_scope = "side"',
        ", rest_s = 60",
        "side_not_done_codes",
    ),
    ("DEF-211", INSTRUMENT, '["ND06"]', '["ND14"]', "side_not_done_codes"),
    ("DEF-211", INSTRUMENT, "cap_s = 60", 'cap_s = 60, cap_code = "ND15"', "sections[dash].timing.cap_code"),
    ("DEF-213", INSTRUMENT, '"jump.trials.rest_s"', '"id.of.this"', "unverified.id.of.this"),
    ("DEF-213", INSTRUMENT, '"jump.trials.rest_s"', '"jump.trials.rests"', "unverified.jump.trials.rests"),
    ("DEF-203", INSTRUMENT, 'codes = ["off"]', "codes = []", "sections[jump].only_if.codes"),
    ("DEF-203", INSTRUMENT, 'codes = ["off"]', 'at_least = "10.0"', "sections[jump].only_if.at_least"),
    (
        "DEF-209",
        INSTRUMENT,
        'rest_scope = "side"',
        'extra = { difference = 1, rule = "x.tug_trials" }',
        EXTRA + ".difference",
    ),
    ("DEF-209", INSTRUMENT, 'rest_scope = "side"', "extra = { difference = 1 }", EXTRA),
    ("DEF-209", INSTRUMENT, 'rest_scope = "side"', 'extra = { share = 0.1, rule = "x.tug_trials" }', EXTRA),
    ("DEF-214", INSTRUMENT, "effort = true", CHECK.format("dash.tim"), "checks[#1].slots.t1"),
    ("DEF-214", INSTRUMENT, "effort = true", CHECK.format("setup.shoes"), "checks[#1].slots.t1"),
    ("DEF-301", STUDY, '["hop"]', '["hip"]', "visits[baseline].battery"),
    ("DEF-302", STUDY, '"enrol", ', "", "roles"),
    ("DEF-303", STUDY, "week = 6", "week = 1", "visits[week_06].days_before"),
    ("DEF-303", STUDY, "week = 0", "week = 7", "visits[week_06].week"),
    ("DEF-304", STUDY, 'participant_language = "en"', 'participant_language = "ko"', "participant_language"),
    ("DEF-305", STUDY, '"capture"', '"capture", "unblinded"', "roles.all.may"),
    ("DEF-313", STUDY, "sites.S01", "sites.P00", "sites.P00"),
    ("DEF-401", REASONS, 'key = "00"', 'key = "10"', "not_done[ND01].key"),
    ("DEF-401", REASONS, 'code = "V1"', 'code = "C2"', "void[C2].code"),
]


@pytest.mark.req("DEF-010", "DEF-011")
@pytest.mark.parametrize(("code", "text", "old", "new", "place"), CASES)
def test_one_slip_is_one_fault_at_its_place(code: str, text: str, old: str, new: str, place: str) -> None:
    assert faults_of(text) == ()
    assert old in text
    (fault,) = faults_of(text.replace(old, new, 1))
    assert fault.code == code
    assert fault.key_path == place or (code == "DEF-102" and fault.key_path.endswith(place))
    assert fault.what
    assert fault.remedy


@pytest.mark.req("DEF-011")
@pytest.mark.parametrize(
    ("old", "new", "remedy"),
    [
        ("effort = true", "effort = true\nlicense = 'x'", "Did you mean `licence`?"),
        ('kind = "quantity"', 'kind = "quantum"', "Did you mean `quantity`?"),
        ('scorer = "hop/1"', 'scorer = "hopp/1"', "Did you mean `hop/1`?"),
        ('codes = ["off"]', 'codes = ["of"]', "Did you mean `off`?"),
        ('codes = ["off"]', 'codes = ["zzz"]', "Use one of: off, on."),
    ],
)
def test_a_slip_of_the_pen_is_offered_the_nearest_word(old: str, new: str, remedy: str) -> None:
    (fault,) = faults_of(INSTRUMENT.replace(old, new, 1))
    assert fault.remedy == remedy


@pytest.mark.req("DEF-010")
def test_everything_wrong_is_said_at_once() -> None:
    """Wrong shape and contradictions stand in one report; neither hides the other."""
    broken = INSTRUMENT
    for old, new in (
        ("estimated_minutes = 3", 'estimated_minutes = "3"'),
        ("effort = true", "effort = true\nlicense = 1"),
        ('licence = "ours"', ""),
        ('kind = "quantity"', 'kind = "quantty"'),
        ('slot = "setup.shoes"', 'slot = "setup.shoe"'),
        ('"hop.time"', '"hop.tim"'),
        ('scorer = "hop/1"', 'scorer = "hop/2"'),
        (', ko = "시간"', ""),
        ("timing = { cap_s = 60 }", ""),
        ("keep = true", "station = true\ndefault = 'none'"),
        ('"jump.trials.rest_s"', '"jump.rest"'),
    ):
        assert old in broken
        broken = broken.replace(old, new, 1)
    codes = sorted(fault.code for fault in faults_of(broken))
    assert codes == [f"DEF-{number}" for number in (103, 104, 105, 106, 202, 204, 205, 206, 208, 210, 213)]


@pytest.mark.req("DEF-012")
def test_a_study_may_lack_the_wording_of_a_language_it_does_not_offer() -> None:
    offered = STUDY.replace('languages = ["en"]', 'languages = ["en", "ko"]')
    assert {fault.code for fault in faults_of(offered)} == {"DEF-206"}
    assert faults_of(offered.replace("blinded", 'wording_missing = ["ko"]\nblinded', 1)) == ()
    without_english = STUDY.replace('languages = ["en"]', 'languages = ["ko"]', 1)
    assert "DEF-304" in {fault.code for fault in faults_of(without_english)}


@pytest.mark.req("DEF-013")
def test_id_and_file_name_go_together() -> None:
    texts = {"instruments/hip.toml": INSTRUMENT, "reasons.toml": REASONS.replace("ND10", "ND06")}
    with pytest.raises(DefinitionFaults) as refused:
        library(texts, limits=KNOWN.limits, scorers=KNOWN.scorers)
    assert [(fault.code, fault.file) for fault in refused.value.faults] == [("DEF-212", "instruments/hip.toml")]


@pytest.mark.req("DEF-014")
def test_a_hidden_character_in_a_key_is_spelled_out() -> None:
    (unknown, hidden) = faults_of('"\u202eevil" = 1\n' + INSTRUMENT)
    assert (unknown.code, hidden.code) == ("DEF-103", "DEF-108")
    assert "\u202e" not in str(unknown) + str(hidden)
    assert "\\u202eevil" in hidden.key_path


@pytest.mark.req("DEF-010")
def test_no_fault_code_is_without_a_test_and_none_is_unlisted(tmp_path: Path) -> None:
    tested = {case[0] for case in CASES} | {"DEF-212"} | {code for _, _, code, _ in PACK_FAULTS}
    tested |= {code for code, *_ in CONDUCT_CASES} | {"DEF-312"}
    (tmp_path / "empty.toml").write_text("a = 1")
    _, faults = definitions_cli.check_paths([tmp_path])
    tested |= {fault.code for fault in faults}
    assert tested == set(CODES)
    folder = Path(definitions.__file__).parent
    sources = [path.read_text(encoding="utf-8") for path in folder.glob("*.py") if path.name != "definition_faults.py"]
    sources.append(Path(definitions_cli.__file__).read_text(encoding="utf-8"))
    raised = Path(definition_faults.__file__).read_text(encoding="utf-8").split("class Fault:")[1]
    assert set(re.findall(r"DEF-\d{3}", "".join([*sources, raised]))) == set(CODES)


SHIPPED = [resources.read(name) for name in ("instruments/grip_strength.toml", "studies/kct0008961.toml")]
JUNK = st.one_of(
    st.sampled_from(["[]", "{}", "true", "-1", "1e999", "nan", '""', "1979-05-27", '["a", 1]', "{ en = 1 }", "[[]]"]),
    st.text(max_size=8),
)


def mutated(data: st.DataObject, text: str) -> str:
    """A text after a few blows: lines lost, doubled, moved, values and characters replaced."""
    lines = text.split("\n")
    for _ in range(data.draw(st.integers(1, 4))):
        place = data.draw(st.integers(0, len(lines) - 1))
        blow = data.draw(st.sampled_from(["lose", "double", "move", "value", "key", "characters"]))
        line = lines[place]
        key, equals, value = line.partition(" = ")
        if blow == "lose":
            del lines[place]
        elif blow == "double":
            lines.insert(place, line)
        elif blow == "move":
            lines.append(lines.pop(place))
        elif blow == "value" and equals:
            lines[place] = f"{key} = {data.draw(JUNK)}"
        elif blow == "key" and equals:
            lines[place] = f"{key[:-1]}{equals}{value}"
        else:
            lines[place] = line[: len(line) // 2] + data.draw(st.text(max_size=3)) + line[len(line) // 2 + 1 :]
        lines = lines or [""]
    return "\n".join(lines)


@pytest.mark.req("DEF-014")
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
def test_a_damaged_file_is_accepted_or_refused_with_faults_and_nothing_else(data: st.DataObject) -> None:
    text = mutated(data, data.draw(st.sampled_from([*SHIPPED, INSTRUMENT, STUDY, REASONS])))
    for fault in faults_of(text):
        assert fault.code in CODES
        assert str(fault)
        assert fault.remedy
