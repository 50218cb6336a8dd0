"""What a study file says around its visits: what it becomes, what contradicts itself, and the two shipped studies."""

from decimal import Decimal

import pytest

from assessdesk.definitions_cli import shipped
from assessdesk.domain.status import COLLECTED
from assessdesk.domain.study import Study
from assessdesk.services.definitions.faults import DefinitionFaults
from assessdesk.services.definitions.parsing import parse_study
from assessdesk.services.definitions.study_shapes import COLLECTS

CONDUCT = """
id = "HOP"
version = "1"
registry = "none"
source = "none"
languages = ["en"]
participant_language = "en"
blinded = true
minimum_age = 20
sexes = ["F", "M"]
sample_size = 46
cycle_days = 21
set_up_roles = ["all"]
title.en = "Hopping"
anchor.en = "Start"
arms = [{ id = "hop", title.en = "Hopping" }, { id = "rest", title.en = "Resting" }]
anchors = [{ id = "randomisation", title.en = "Randomisation" }]
consent_versions = [{ id = "1.0", valid_from = "2024-01-01" }, { id = "1.1", valid_from = "2024-06-01" }]
assumptions = [{ id = "A-1", about = ["visits"], text.en = "They hop." }]
primary_outcomes = [{ instrument = "hop", result = "best", assumption = "A-1" }]
sites.S01 = { country = "KR", phone = "0", title.en = "First", hours.en = "Mornings", emergency.en = "Call." }
summary = { thanks.en = "T", why_no_numbers.en = "W", call_at_once.en = "C", next_visit_hint.en = "N" }

[roles]
all.title.en = "All"
all.may = ["enrol", "screen", "status", "capture", "sign", "export", "receive", "people", "certify"]
lead = { title.en = "Lead", may = ["waive"] }
coach = { title.en = "Coach", may = ["sessions", "calls", "unblinded", "allocate"] }

[[visits]]
id = "start"
week = 0
days_before = 14
days_after = 0
battery = ["hop"]
title.en = "Start"
participant_title.en = "Start"

[[visits]]
id = "later"
week = 0
days_before = 0
days_after = 3
anchor = "randomisation"
remote = ["video"]
battery = ["hop"]
title.en = "Later"
participant_title.en = "Later"

[[visits]]
id = "after"
week = 1
days_before = 1
days_after = 1
anchor = "visit:later"
battery = ["hop"]
title.en = "After"
participant_title.en = "After"

[[eligibility]]
id = "age"
kind = "inclusion"
answer = "number"
unit = "years"
at_least = 20
text.en = "Age"

[[eligibility]]
id = "density"
kind = "exclusion"
answer = "number"
below = -2.5
group = "bones"
waivable = true
assumption = "A-1"
text.en = "T-score"

[[eligibility]]
id = "fracture"
kind = "exclusion"
group = "bones"
text.en = "Fracture"

[sessions]
arms = ["hop"]
anchor = "randomisation"
per_week = 3
weeks = 18
minutes = 60
minutes_low = 45
minutes_high = 75
modes = [{ id = "site", title.en = "On site" }, { id = "online", title.en = "Online" }]
online = ["online"]
not_held = [{ id = "other", title.en = "Other" }]
exercises = [{ id = "squat", sets = 3, repetitions = 10, load_unit = "kg", title.en = "Squat" }]

[calls]
arms = ["rest"]
anchor = "visit:start"
every_days = 28
days_before = 7
days_after = 7
count = 2
attempts = 3
exercise_arms = ["hop"]

[blinding]
roles = ["all"]
hide_earlier_results = true
log_at = ["later"]
ways = [{ id = "said", title.en = "Said" }]

[certification]
instruments = ["hop"]
months = 12
action = "lock"

[[facts]]
id = "side"
type = "choice"
stratum = true
title.en = "Side"
options = [{ id = "left", title.en = "Left" }, { id = "right", title.en = "Right" }]

[[statuses]]
id = "withdrawn"
title.en = "Withdrew"
reasons = [{ id = "burden", title.en = "Burden" }]
collect = ["visits"]
"""

# code, what is replaced, by what, where the fault is said to be
CASES = [
    ("DEF-106", '"video"', '"post"', "visits[later].remote[#1]"),
    ("DEF-106", 'collect = ["visits"]', 'collect = ["all"]', "statuses[withdrawn].collect[#1]"),
    ("DEF-201", "arms = [{", 'arms = [{ id = "rest", title.en = "R" }, {', "arms[rest].id"),
    ("DEF-201", 'collect = ["visits"]', 'collect = ["visits", "visits"]', "statuses[withdrawn].collect"),
    ("DEF-302", '"status", ', "", "roles"),
    ("DEF-302", '"waive"', "", "roles"),
    ("DEF-302", ', "allocate"', "", "roles"),
    ("DEF-303", '"visit:later"', '"visit:latter"', "visits[after].anchor"),
    ("DEF-303", 'anchor = "randomisation"\nremote', 'anchor = "visit:after"\nremote', "visits[later].anchor"),
    ("DEF-305", '"certify"]', '"certify", "sessions"]', "roles.all.may"),
    ("DEF-305", '"certify"]', '"certify", "calls"]', "roles.all.may"),
    ("DEF-305", '"certify"]', '"certify", "allocate"]', "roles.all.may"),
    ("DEF-306", "anchors = [{", 'anchors = [{ id = "baseline", title.en = "B" }, {', "anchors[baseline].id"),
    ("DEF-306", 'arms = ["hop"]', 'arms = ["hip"]', "sessions.arms"),
    ("DEF-306", 'exercise_arms = ["hop"]', 'exercise_arms = ["hip"]', "calls.exercise_arms"),
    ("DEF-306", 'anchor = "visit:start"', 'anchor = "visit:stat"', "calls.anchor"),
    ("DEF-306", 'online = ["online"]', 'online = ["on"]', "sessions.online"),
    ("DEF-306", 'log_at = ["later"]', 'log_at = ["latter"]', "blinding.log_at"),
    ("DEF-306", 'instruments = ["hop"]', 'instruments = ["hip"]', "certification.instruments"),
    ("DEF-306", '{ instrument = "hop"', '{ instrument = "hip"', "primary_outcomes[#1].instrument"),
    (
        "DEF-306",
        'waivable = true\nassumption = "A-1"',
        'waivable = true\nassumption = "A-2"',
        "eligibility[density].assumption",
    ),
    ("DEF-306", 'set_up_roles = ["all"]', 'set_up_roles = ["al"]', "set_up_roles"),
    ("DEF-306", 'about = ["visits"]', 'about = ["visit"]', "assumptions[A-1].about"),
    ("DEF-307", "below = -2.5\n", "", "eligibility[density]"),
    ("DEF-307", "below = -2.5\n", "below = -2.5\nat_least = -2.5\n", "eligibility[density]"),
    ("DEF-307", 'group = "bones"\ntext', 'group = "bones"\nbelow = 1\ntext', "eligibility[fracture]"),
    (
        "DEF-307",
        'id = "fracture"\nkind = "exclusion"',
        'id = "fracture"\nkind = "inclusion"',
        "eligibility[fracture].group",
    ),
    ("DEF-307", "at_least = 20", "at_least = 19", "eligibility[age].at_least"),
    ("DEF-308", "2024-06-01", "2024-06-31", "consent_versions[1.1].valid_from"),
    ("DEF-308", "2024-06-01", "2024-01-01", "consent_versions[1.1].valid_from"),
    ("DEF-309", "minutes = 60", "minutes = 90", "sessions.minutes"),
    ("DEF-309", "every_days = 28", "every_days = 14", "calls.every_days"),
    ("DEF-310", 'id = "said"', 'id = "nothing"', "blinding.ways[nothing].id"),
    ("DEF-310", 'ways = [{ id = "said", title.en = "Said" }]', "", "blinding"),
    ("DEF-310", 'roles = ["all"]\nhide', 'roles = ["lead"]\nhide', "blinding.roles"),
    ("DEF-310", "blinded = true", "blinded = false", "blinding"),
    ("DEF-311", 'type = "choice"', 'type = "number"', "facts[side]"),
    (
        "DEF-311",
        'options = [{ id = "left", title.en = "Left" }, { id = "right", title.en = "Right" }]',
        "",
        "facts[side]",
    ),
]


@pytest.mark.req("DEF-037")
def test_everything_around_the_visits_is_read() -> None:
    study = parse_study(CONDUCT, {"hop"})
    conduct = study.conduct
    assert [arm.id for arm in conduct.arms] == ["hop", "rest"]
    assert [(visit.anchor, visit.remote) for visit in study.visits] == [
        ("baseline", ()),
        ("randomisation", ("video",)),
        ("visit:later", ()),
    ]
    age, density, fracture = conduct.eligibility
    assert (age.answer, age.at_least, age.unit, age.group, age.waivable) == ("number", Decimal(20), "years", "", False)
    assert (density.kind, density.below, density.group, density.waivable) == (
        "exclusion",
        Decimal("-2.5"),
        "bones",
        True,
    )
    assert (density.assumption, fracture.answer, fracture.below) == ("A-1", "yes_no", None)
    assert [(version.id, version.valid_from) for version in conduct.consent_versions][-1] == ("1.1", "2024-06-01")
    sessions, calls, blinding = conduct.sessions, conduct.calls, conduct.blinding
    assert sessions is not None
    assert (sessions.planned, sessions.arms, sessions.online, sessions.minutes_low) == (54, ("hop",), ("online",), 45)
    assert [(one.id, one.sets, one.repetitions, one.load_unit) for one in sessions.exercises] == [
        ("squat", 3, 10, "kg")
    ]
    assert calls is not None
    assert (calls.anchor, calls.every_days, calls.count, calls.attempts) == ("visit:start", 28, 2, 3)
    assert (calls.arms, calls.exercise_arms) == (("rest",), ("hop",))
    assert blinding is not None
    assert (blinding.roles, blinding.hide_earlier_results, blinding.log_at) == (("all",), True, ("later",))
    assert conduct.certification is not None
    assert (conduct.certification.months, conduct.certification.action) == (12, "lock")
    assert [(one.instrument, one.result, one.assumption) for one in conduct.primary_outcomes] == [
        ("hop", "best", "A-1")
    ]
    (side,) = conduct.facts
    assert (side.type, [option.id for option in side.options], side.stratum) == ("choice", ["left", "right"], True)
    (withdrawn,) = conduct.statuses
    assert (withdrawn.id, [reason.id for reason in withdrawn.reasons], withdrawn.collect) == (
        "withdrawn",
        ["burden"],
        ("visits",),
    )
    assert (conduct.cycle_days, conduct.sample_size, study.set_up_roles) == (21, 46, ("all",))


@pytest.mark.req("DEF-036", "DEF-038")
@pytest.mark.parametrize(("code", "old", "new", "place"), CASES)
def test_one_contradiction_is_one_fault_at_its_place(code: str, old: str, new: str, place: str) -> None:
    assert old in CONDUCT
    with pytest.raises(DefinitionFaults) as refused:
        parse_study(CONDUCT.replace(old, new, 1), {"hop"})
    (fault,) = refused.value.faults
    assert (fault.code, fault.key_path) == (code, place)
    assert fault.what
    assert fault.remedy


@pytest.mark.req("DEF-037")
def test_a_file_can_name_exactly_what_can_be_collected() -> None:
    assert COLLECTS == COLLECTED


@pytest.mark.req("DEF-037")
def test_what_a_study_does_not_ask_for_is_empty() -> None:
    head = CONDUCT[: CONDUCT.index("[[eligibility]]")]
    dropped = ("arms", "consent_versions", "primary_outcomes", "sample_size", "cycle_days")
    lines = [line for line in head.splitlines() if not line.startswith(dropped)]
    conduct = parse_study("\n".join(lines), {"hop"}).conduct
    assert not any(
        (conduct.arms, conduct.eligibility, conduct.sessions, conduct.calls, conduct.blinding, conduct.facts)
    )
    assert (conduct.cycle_days, conduct.sample_size) == (None, None)


def criteria(study: Study) -> dict[str, tuple[str, str, Decimal | None, Decimal | None]]:
    """Kind, group and bounds by id."""
    return {one.id: (one.kind, one.group, one.at_least, one.below) for one in study.conduct.eligibility}


@pytest.mark.req("DEF-031", "DEF-037")
def test_kct0008961_asks_for_sessions_and_hides_the_arm() -> None:
    study = shipped().studies["KCT0008961"]
    conduct = study.conduct
    assert (conduct.sample_size, conduct.cycle_days, conduct.calls) == (46, 21, None)
    assert conduct.sessions is not None
    assert (conduct.sessions.planned, conduct.sessions.arms) == (54, ("exercise",))
    assert (conduct.sessions.minutes_low, conduct.sessions.minutes_high) == (45, 75)
    assert [reason.id for reason in conduct.sessions.not_held] == [
        "toxicity", "fever", "scheduling", "travel", "technical", "motivation", "other",
    ]  # fmt: skip
    assert criteria(study)["age"] == ("inclusion", "", Decimal(20), None)
    assert {status.id for status in conduct.statuses} == {"withdrawn", "lost", "deceased", "completed"}
    assert all(outcome.assumption for outcome in conduct.primary_outcomes)
    assert "surgery_date" in {fact.id for fact in conduct.facts}
    assert conduct.blinding is not None
    assert conduct.blinding.log_at == ("week_06", "week_12", "week_18")


@pytest.mark.req("DEF-039")
def test_re_ms_follows_its_registry_entry() -> None:
    study = shipped().studies["RE_MS"]
    conduct = study.conduct
    assert (study.registry, conduct.sample_size, study.sexes, study.participant_language) == (
        "NCT06754293", 24, ("F",), "zh",
    )  # fmt: skip
    held = criteria(study)
    assert held["bpi_worst"] == ("inclusion", "pain_or_marker", Decimal(3), None)
    assert held["bone_density"] == ("exclusion", "", None, Decimal("-2.5"))
    assert {id_ for id_, (_, group, *_) in held.items() if group} == {
        "bpi_worst", "bone_turnover", "vitamin_d", "cytokines", "crp", "rheumatoid_factor",
    }  # fmt: skip
    assert [(visit.id, visit.week, visit.anchor, visit.days_before, visit.days_after) for visit in study.visits] == [
        ("t0", 0, "baseline", 7, 7),
        ("week_04", 4, "randomisation", 7, 7),
        ("week_08", 8, "randomisation", 7, 7),
    ]
    assert conduct.calls is not None
    assert (conduct.calls.every_days, conduct.calls.days_before, conduct.calls.days_after) == (28, 7, 7)
    assert (conduct.calls.arms, conduct.calls.attempts) == (("guidance",), 3)
    assert conduct.sessions is not None
    assert conduct.sessions.arms == ("exercise",)
    said = {assumption.id: assumption.text.get("en") for assumption in study.assumptions}
    assert "all sexes" in said["A-R7"]
    knowing = {"unblinded", "allocate", "sessions", "calls"}
    assert not any("capture" in role.may and role.may & knowing for role in study.roles.values())
