"""What a definition text becomes: the objects it describes, its exact text, its digest."""

import hashlib
from decimal import Decimal

import pytest

from assessdesk.domain.instrument import ItemKind
from assessdesk.services.definitions.checks import Known
from assessdesk.services.definitions.parsing import DefinitionFaults, library, parse_instrument, parse_study

HEAD = """
id = "hop"
edition = "first"
icon = "chair"
scorer = "hop/1"
licence = "ours"
source = "ours"
estimated_minutes = 3
effort = true
wording_missing = ["ko", "zh"]
title.en = "Hop"
participant_title.en = "Hopping"
"""

STUDY = """
id = "HOP-1"
version = "2"
registry = "none"
source = "none"
languages = ["en"]
participant_language = "en"
blinded = true
minimum_age = 20
sexes = ["F"]
title.en = "Hopping"
anchor.en = "Start"

[sites.S01]
country = "KR"
phone = "02-0000-0000"
title.en = "First"
hours.en = "Mornings"
emergency.en = "Call 119."

[roles.assessor]
title.en = "Assessor"
may = ["enrol", "capture", "sign", "export", "receive", "people"]

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

[[assumptions]]
id = "A-1"
text.en = "They hop."

[summary]
thanks.en = "Thanks."
why_no_numbers.en = "Not yet."
call_at_once.en = "Call."
next_visit_hint.en = "Soon."
"""

KNOWN = Known(frozenset({"hop.height.F", "hop.height.M", "hop.time"}), frozenset({"hop/1"}), frozenset({"ND06"}))


@pytest.mark.req("DEF-001")
def test_trials_with_sides_rest_and_an_extra_trial() -> None:
    """
    [[sections]]
    id = "jump"
    title.en = "Jumps"
    trials.count = 3
    trials.sides = ["right", "left"]
    trials.rest_s = 60
    trials.rest_scope = "side"
    trials.extra = { difference = 2.0, share = "0.10" }
    script.say.en = "Jump."

    [[sections.items]]
    id = "height"
    kind = "quantity"
    unit = "cm"
    limit = "hop.height.*"
    title.en = "Height"
    """
    instrument = parse_instrument(HEAD + str(test_trials_with_sides_rest_and_an_extra_trial.__doc__), known=KNOWN)
    (section,) = instrument.sections
    plan = section.trials
    assert plan is not None
    assert (plan.count, plan.sides, plan.rest_s, plan.rest_scope) == (3, ("right", "left"), 60, "side")
    assert plan.void_repeats == 1
    assert plan.extra is not None
    assert (plan.extra.difference, plan.extra.share) == ("2.0", "0.10")
    item = instrument.item("jump", "height")
    assert (item.kind, item.unit, item.limit) == (ItemKind.QUANTITY, "cm", "hop.height.*")
    assert section.script is not None
    assert section.script.say.get("ko") == "Jump."
    assert not section.script.say.has("ko")


@pytest.mark.req("DEF-001")
def test_set_up_gate_practice_and_timing() -> None:
    """
    [[sections]]
    id = "setup"
    setup = true
    title.en = "Set-up"
    items = [
      { id = "floor", kind = "text", station = true, title.en = "Floor" },
      { id = "shoes", kind = "choice", keep = true, default = "off", title.en = "Shoes", options = [
        { code = "on", title.en = "On" }, { code = "off", title.en = "Off" } ] },
    ]

    [[sections]]
    id = "practice"
    first_time_only = true
    title.en = "Practice"
    items = [{ id = "once", kind = "observation", title.en = "One hop done" }]

    [[sections]]
    id = "hops"
    title.en = "Hops"
    rest_before_s = 30
    only_if = { slot = "setup.shoes", codes = ["off"] }
    timing = { cap_s = 60, repetitions = 5, cap_code = "ND06", stop_label.en = "Fifth landing" }
    items = [{ id = "time", kind = "duration", unit = "s", limit = "hop.time", title.en = "Time" }]
    """
    instrument = parse_instrument(HEAD + str(test_set_up_gate_practice_and_timing.__doc__), known=KNOWN)
    setup, practice, hops = instrument.sections
    assert setup.setup
    assert setup.items[0].station
    assert setup.items[1].keep
    assert setup.items[1].default == "off"
    assert [option.code for option in setup.items[1].options] == ["on", "off"]
    assert practice.first_time_only
    assert hops.only_if is not None
    assert (hops.only_if.slot, hops.only_if.codes, hops.rest_before_s) == ("setup.shoes", ("off",), 30)
    assert hops.timing is not None
    assert (hops.timing.cap_s, hops.timing.repetitions, hops.timing.cap_code) == (60, 5, "ND06")
    assert hops.timing.stop_label is not None
    assert hops.timing.stop_label.get("en") == "Fifth landing"


@pytest.mark.req("DEF-002")
def test_study_with_site_role_and_visits() -> None:
    study = parse_study(STUDY, {"hop"})
    assert (study.id, study.version, study.blinded, study.minimum_age) == ("HOP-1", "2", True, 20)
    assert study.sites["S01"].phone == "02-0000-0000"
    assert study.roles["assessor"].may >= {"capture", "sign"}
    assert [(visit.id, visit.week, visit.days_before, visit.days_after) for visit in study.visits] == [
        ("baseline", 0, 14, 0),
        ("week_06", 6, 7, 7),
    ]
    assert study.visit("week_06").battery == ("hop",)
    assert study.assumptions[0].text.get("en") == "They hop."
    assert study.summary.why_no_numbers.get("ko") == "Not yet."


@pytest.mark.req("DEF-003")
def test_the_digest_is_that_of_the_text_with_lf_line_ends() -> None:
    unix = parse_study(STUDY, {"hop"})
    windows = parse_study(STUDY.replace("\n", "\r\n"), {"hop"})
    assert unix.digest == windows.digest == hashlib.sha256(STUDY.encode()).hexdigest()
    assert unix.text == windows.text == STUDY
    assert parse_study(STUDY + "# a word\n", {"hop"}).digest != unix.digest


@pytest.mark.req("DEF-004")
def test_an_adopted_definition_is_read_without_today_s_tables() -> None:
    section = """
    [[sections]]
    id = "jump"
    title.en = "Jumps"
    items = [{ id = "height", kind = "quantity", unit = "cm", limit = "gone", title.en = "Height" }]
    """
    assert parse_instrument(HEAD + section).item("jump", "height").limit == "gone"
    with pytest.raises(DefinitionFaults):
        parse_instrument(HEAD + section, known=KNOWN)
    assert parse_study(STUDY, None).visits[0].battery == ("hop",)
    with pytest.raises(DefinitionFaults):
        parse_study(STUDY, ())


@pytest.mark.req("DEF-001")
def test_decimals_stay_exact() -> None:
    """
    [[sections]]
    id = "jump"
    title.en = "Jumps"
    trials = { count = 2, extra = { difference = 0.10, share = 0.3 } }
    items = [{ id = "height", kind = "count", limit = "hop.time", title.en = "Height" }]
    """
    plan = parse_instrument(HEAD + str(test_decimals_stay_exact.__doc__)).sections[0].trials
    assert plan is not None
    assert plan.extra is not None
    assert plan.extra.difference == "0.10"
    assert Decimal(plan.extra.share) * 10 == Decimal(3)


@pytest.mark.req("DEF-005")
def test_the_library_says_the_faults_of_all_files_at_once() -> None:
    texts = {
        "instruments/hop.toml": HEAD + "sections = []",
        "instruments/skip.toml": "this is not TOML",
        "studies/hop-1.toml": STUDY.replace('battery = ["hop"]', 'battery = ["hip"]', 1),
        "reasons.toml": "not_done = []",
    }
    with pytest.raises(DefinitionFaults) as refused:
        library(texts, limits=(), scorers=("hop/1",))
    assert {fault.file for fault in refused.value.faults} == set(texts)
    assert refused.value.arguments["count"] == str(len(refused.value.faults))
