"""What `definitions show` says of a study: all that a site needs to run it, with every assumption at its place."""

from __future__ import annotations

import tomllib

import pytest

from assessdesk import resources
from assessdesk.cli import main
from assessdesk.services.definitions.study_words import MARK
from tests.journeys.visit import library

Said = pytest.CaptureFixture[str]
STUDIES = ("KCT0008961", "RE_MS")


def shown(study: str, capsys: Said) -> str:
    assert main(["definitions", "show", study.lower()]) == 0
    return capsys.readouterr().out


@pytest.mark.req("DEF-058")
@pytest.mark.parametrize("name", STUDIES)
def test_a_study_is_shown_whole(name: str, capsys: Said) -> None:
    said = shown(name, capsys)
    study = library().studies[name]
    conduct = study.conduct
    assert conduct.blinding is not None
    assert conduct.sessions is not None
    wanted = [study.registry, study.source, *study.languages, study.anchor.get("en"), f"{conduct.sample_size} part"]
    wanted += [
        text for site in study.sites.values() for text in (site.title.get("en"), site.phone, site.hours.get("en"))
    ]
    wanted += [f"[role {role.id}] {role.title.get('en')}" for role in study.roles.values()]
    wanted += [one.title.get("en") for one in (*conduct.arms, *conduct.anchors, *conduct.blinding.ways)]
    wanted += [fact.title.get("en") for fact in conduct.facts]
    wanted += [criterion.text.get("en") for criterion in conduct.eligibility]
    wanted += [assumption.text.get("en") for assumption in study.assumptions]
    wanted += [version.valid_from for version in conduct.consent_versions]
    wanted += [f"{one.instrument}, {one.result}" for one in conduct.primary_outcomes]
    wanted += [example.scorer for example in conduct.examples]
    wanted += [exercise.title.get("en") for exercise in conduct.sessions.exercises]
    wanted += [reason.title.get("en") for reason in conduct.sessions.not_held]
    for status in conduct.statuses:
        wanted += [status.title.get("en"), *(reason.title.get("en") for reason in status.reasons)]
    for visit in study.visits:
        wanted += [f"[visit {visit.id}] {visit.title.get('en')}", ", ".join(visit.battery)]
        wanted.append(f"window {visit.days_before} days before to {visit.days_after} after")
        wanted += [library().instruments[each].title.get("en") for each in visit.battery]
    assert [text for text in wanted if text not in said] == []
    assert "nothing is assessed before the day of consent" in said
    assert "Forms: screening" in said


@pytest.mark.req("DEF-058")
@pytest.mark.parametrize("name", STUDIES)
def test_every_assumption_stands_at_the_part_that_rests_on_it_and_in_every_language(name: str, capsys: Said) -> None:
    said = shown(name, capsys)
    study = library().studies[name]
    marks = [line for line in said.splitlines() if MARK in line]
    for one in study.assumptions:
        assert set(one.text.texts) == {"en", "ko", "zh"}, one.id
        assert f"ASSUMPTION {one.id}" in said
        assert not one.about or any(one.id in line.partition(MARK)[2] for line in marks), one.id


@pytest.mark.req("DEF-058")
def test_targets_bounds_and_marks_read_as_words(capsys: Said) -> None:
    said = shown("re_ms", capsys)
    assert f"Sites  << {MARK} A-R12" in said
    assert f"Arms  << {MARK} A-R11" in said
    assert "may be waived with a reason" not in said
    assert [line.split(":")[0].strip() for line in said.splitlines() if f"{MARK} A-R1)" in line] == ["bpi_worst"]
    assert "bone_density: Bone density, T-score (a number in T-score: below -2.5)" in said
    assert "target 56 days after it, window 7 days before to 7 after" in said


@pytest.mark.req("DEF-058")
@pytest.mark.parametrize("name", STUDIES)
def test_a_made_up_telephone_number_is_marked_as_such(name: str) -> None:
    table = tomllib.loads(resources.read(f"studies/{name.lower()}.toml"))
    made_up = [code for code, site in table["sites"].items() if site["phone"].endswith("0000-0000")]
    assert made_up
    assert [one["id"] for one in table["assumptions"] if "sites" in one.get("about", ())]
