"""Holds and triggers as pure functions: thresholds at their edges, second readings, releases, what a stop opens."""

from __future__ import annotations

from datetime import UTC, datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessdesk import resources
from assessdesk.domain.adverse import Release
from assessdesk.domain.events import Event, TimingRecord, ValueRecorded
from assessdesk.domain.safety import SafetyRules, bars, holds_of, open_holds, triggered
from assessdesk.domain.safety_events import HoldReleased
from assessdesk.domain.values import Missing, Quantity, Value
from assessdesk.services.definitions.faults import DefinitionFaults
from assessdesk.services.definitions.safety_rules import parse_safety
from tests.journeys.asking import held, value_of
from tests.journeys.visit import library

AT = datetime(2025, 11, 18, 9, 0, tzinfo=UTC)
CALM = {
    "pressure.1.systolic": "128", "pressure.1.diastolic": "80", "pulse.1.rate": "76", "oxygen.1.spo2": "97",
    "temperature.1.temp": "36.6", "second.needed": "no", "labs.recent": "yes", "results.hb": "11.2",
    "results.anc": "2.10", "results.plt": "180", "today.symptoms": "none", "today.infection": "no",
    "today.swelling": "none", "today.pain": "no", "history.metastasis": "none", "history.heart": "none",
    "history.wound": "none",
}  # fmt: skip
GRIP = {"before.right.1.pain": "1", "before.left.1.pain": "0"}


def rules() -> SafetyRules:
    return library().safety


def at(slot: str, value: str) -> tuple[str, ...]:
    return tuple(hold.rule.code for hold in holds_of(held("safety_screen", CALM | {slot: value}), rules().holds))


@pytest.mark.req("CAP-400")
def test_a_calm_screen_holds_nothing() -> None:
    assert holds_of(held("safety_screen", CALM), rules().holds) == ()
    assert holds_of(held("safety_screen", {}), rules().holds) == ()


@pytest.mark.req("CAP-400")
@pytest.mark.parametrize(
    ("slot", "value", "expected"),
    [
        ("pressure.1.systolic", "160", ()),
        ("pressure.1.systolic", "161", ("PRESSURE",)),
        ("pressure.1.diastolic", "90", ()),
        ("pressure.1.diastolic", "91", ("PRESSURE",)),
        ("pressure.1.systolic", "180", ("PRESSURE",)),
        ("pressure.1.systolic", "181", ("PRESSURE", "PRESSURE_WALK")),
        ("pressure.1.diastolic", "101", ("PRESSURE", "PRESSURE_WALK")),
        ("pressure.1.systolic", "200", ("PRESSURE", "PRESSURE_WALK")),
        ("pressure.1.systolic", "201", ("PRESSURE_VERY_HIGH",)),
        ("pressure.1.diastolic", "111", ("PRESSURE_VERY_HIGH",)),
        ("pulse.1.rate", "120", ()),
        ("pulse.1.rate", "121", ("HEART_RATE",)),
        ("oxygen.1.spo2", "95", ()),
        ("oxygen.1.spo2", "94", ("OXYGEN_LOW",)),
        ("oxygen.1.spo2", "88", ("OXYGEN_LOW",)),
        ("oxygen.1.spo2", "87", ("OXYGEN",)),
        ("temperature.1.temp", "37.9", ()),
        ("temperature.1.temp", "38.0", ("FEVER",)),
        ("results.hb", "8.0", ()),
        ("results.hb", "7.9", ("ANAEMIA",)),
        ("results.anc", "0.51", ()),
        ("results.anc", "0.50", ("NEUTROPENIA",)),
        ("results.plt", "51", ()),
        ("results.plt", "50", ("PLATELETS",)),
        ("results.plt", "20", ("PLATELETS",)),
        ("results.plt", "19", ("PLATELETS_VERY_LOW",)),
        ("today.infection", "yes", ("INFECTION",)),
        ("today.symptoms", "vomiting", ("SYMPTOMS",)),
        ("today.swelling", "leg", ("SWELLING",)),
        ("today.pain", "yes", ("SEVERE_PAIN",)),
        ("history.metastasis", "plan", ()),
        ("history.metastasis", "no_plan", ("METASTASIS",)),
        ("history.heart", "aneurysm", ("HEART",)),
        ("history.wound", "healing", ("WOUND",)),
        ("history.wound", "axilla", ("AXILLA",)),
        ("history.wound", "axilla_cleared", ()),
        ("results.hb", "ND99", ()),
        ("oxygen.1.spo2", "ND10", ("NOT_MEASURED",)),
    ],
)
def test_every_threshold_holds_at_its_edge(slot: str, value: str, expected: tuple[str, ...]) -> None:
    """The table of the safety screen: AHA CORE, public exercise guidance, ATS 2002 and rules of the project."""
    assert at(slot, value) == expected


@pytest.mark.req("CAP-401")
def test_the_second_reading_after_five_minutes_counts() -> None:
    first = holds_of(held("safety_screen", CALM | {"pulse.1.rate": "130"}), rules().holds)
    assert [(hold.rule.code, hold.recheck) for hold in first] == [("HEART_RATE", True)]
    again = CALM | {"pulse.1.rate": "130", "again.1.systolic": "130", "again.1.diastolic": "80"}
    assert holds_of(held("safety_screen", again | {"again.1.rate": "118"}), rules().holds) == ()
    still = holds_of(held("safety_screen", again | {"again.1.rate": "121"}), rules().holds)
    assert [(hold.rule.code, hold.recheck) for hold in still] == [("HEART_RATE", False)]
    # A second reading that failed takes nothing back.
    failed = holds_of(held("safety_screen", again | {"again.1.rate": "ND10"}), rules().holds)
    assert [hold.rule.code for hold in failed] == ["HEART_RATE"]


@pytest.mark.req("CAP-402")
def test_a_release_covers_what_stood_before_it_and_nothing_later() -> None:
    holds = holds_of(held("safety_screen", CALM | {"today.infection": "yes"}), rules().holds)
    event = HoldReleased(participant="p", visit="v", holds=("INFECTION",), clinician="MD-02", reason="cleared")
    after = Release(event=event, seq=2, user="AS-04", at=AT)
    before = Release(event=event, seq=1, user="AS-04", at=AT)
    assert open_holds(holds, (after,)) == ()
    assert open_holds(holds, (before,)) == holds
    other = Release(
        event=HoldReleased(participant="p", visit="v", holds=("FEVER",), clinician="MD-02", reason="cleared"),
        seq=9, user="AS-04", at=AT,
    )  # fmt: skip
    assert open_holds(holds, (other,)) == holds


@pytest.mark.req("CAP-402")
def test_what_is_only_watched_holds_nothing() -> None:
    holds = holds_of(held("safety_screen", CALM | {"oxygen.1.spo2": "90"}), rules().holds)
    assert [hold.rule.watch for hold in holds] == [True]
    assert open_holds(holds, ()) == ()


@pytest.mark.req("CAP-403")
def test_an_arm_that_is_not_cleared_bars_grip_and_no_leg() -> None:
    (hold,) = holds_of(held("safety_screen", CALM | {"history.wound": "axilla"}), rules().holds)
    shipped = library().instruments
    assert {name for name, one in shipped.items() if bars(hold, one)} == {"grip_strength", "grip_asht", "grip_awgs"}
    (every,) = holds_of(held("safety_screen", CALM | {"today.pain": "yes"}), rules().holds)
    assert {name for name, one in shipped.items() if bars(every, one)} == {
        n for n, one in shipped.items() if one.effort
    }


@pytest.mark.req("CAP-400")
@given(st.integers(50, 300), st.integers(50, 300))
def test_a_higher_pressure_never_holds_less(one: int, other: int) -> None:
    low, high = sorted((one, other))
    grave = {"PRESSURE": 1, "PRESSURE_WALK": 2, "PRESSURE_VERY_HIGH": 3}
    first, second = (sum(grave[code] for code in at("pressure.1.systolic", str(value))) for value in (low, high))
    assert first <= second


# ------------------------------------------------------------------------------------------------------------ triggers


def told(slot: str, value: Value, **more: object) -> ValueRecorded:
    given: dict[str, object] = {"performed_at": AT, "turn": 1, **more}
    return ValueRecorded(participant="p", visit="visit-1", assessment="a", slot=slot, value=value, **given)  # type: ignore[arg-type]  # names are ValueRecorded's own


def set_off(instrument: str, before: dict[str, str], *events: Event) -> list[tuple[str, str]]:
    found = triggered(
        held(instrument, before),
        events,
        rules().triggers,
        instrument=library().instruments[instrument],
        cross=library().limits.cross,
    )
    return [(one.rule.code, one.slot) for one in found]


@pytest.mark.req("CAP-410")
@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [("1", "3", []), ("1", "4", [("GRIP_PAIN", "after.right.1.pain")]), ("5", "2", [])],
)
def test_pain_that_rises_by_three_opens_a_draft(before: str, after: str, expected: list[tuple[str, str]]) -> None:
    stated = told("after.right.1.pain", value_of(after))
    assert set_off("grip_strength", GRIP | {"before.right.1.pain": before}, stated) == expected


@pytest.mark.req("CAP-410")
@pytest.mark.parametrize(("left", "opens"), [("36.0", False), ("36.1", True), ("31.9", True), ("32.0", False)])
def test_calves_that_differ_by_more_than_two_centimetres_open_a_draft(left: str, *, opens: bool) -> None:
    stated = told("calf.left.1.reading", Quantity(value=Decimal(left), unit="cm"))
    expected = [("CALF_DIFFERENCE", "calf.left.1.reading")] if opens else []
    assert set_off("calf", {"calf.right.1.reading": "34.0"}, stated) == expected


@pytest.mark.req("CAP-410")
@pytest.mark.parametrize(("value", "opens"), [("88", False), ("87", True)])
@pytest.mark.parametrize(
    ("instrument", "slot", "code"),
    [("safety_screen", "oxygen.1.spo2", "LOW_OXYGEN"), ("walk_6min", "end.spo2", "WALK_LOW_OXYGEN")],
)
def test_low_oxygen_opens_a_draft(instrument: str, slot: str, code: str, value: str, *, opens: bool) -> None:
    assert set_off(instrument, {}, told(slot, value_of(value))) == ([(code, slot)] if opens else [])


@pytest.mark.req("CAP-411")
def test_the_ninth_item_of_the_phq_raises_an_alert_whatever_the_total() -> None:
    assert set_off("phq9", {}, told("core.q9", value_of("0"))) == []
    assert set_off("phq9", {}, told("core.q8", value_of("3"))) == []
    assert set_off("phq9", {}, told("core.q9", value_of("1"))) == [("SELF_HARM", "core.q9")]
    rule = next(rule for rule in rules().triggers if rule.code == "SELF_HARM")
    assert rule.alert is not None
    assert rule.signs[0].at_least == library().tables.scoring.phq9.alert_from


@pytest.mark.req("CAP-410")
def test_a_stopped_test_opens_a_draft_and_a_cap_does_not() -> None:
    clock = TimingRecord(source="x11", event_ms=1, handler_ms=1, uncertainty_ms=1)
    slot = "stands.1.time"
    early = told(slot, Missing(code="ND02"), timing=clock, stop_reason="early")
    assert set_off("chair_stand_5", {}, early) == [("STOPPED", slot)]
    capped = told(slot, Missing(code="ND02"), timing=clock, stop_reason="cap")
    assert set_off("chair_stand_5", {}, capped) == []
    assert set_off("chair_stand_5", {}, told(slot, Missing(code="ND01"))) == []
    assert set_off("chair_stand_5", {}, told(slot, Missing(code="ND08"))) == [("STOPPED", slot)]
    assert set_off("walk_6min", {}, told("stopped.reason", value_of("dizzy"))) == [("WALK_STOPPED", "stopped.reason")]


@pytest.mark.req("CAP-410")
def test_the_rest_of_a_hand_that_hurts_opens_one_draft() -> None:
    facts = [told(f"squeeze.right.{number}.grip", Missing(code="ND06")) for number in (2, 3)]
    assert set_off("grip_strength", GRIP, *facts) == [("STOPPED", "squeeze.right.2.grip")]


# --------------------------------------------------------------------------------------------------------- the file


@pytest.mark.req("DEF-400")
@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ('above = "160"', 'above = "tall"', "DEF-105"),
        ('code = "HEART_RATE"', 'code = "PRESSURE"', "DEF-201"),
        ('slots = ["oxygen.1.spo2"], below = "88"', 'slots = ["oxygen.1.air"], below = "88"', "DEF-202"),
        ('codes = ["no_plan"]', 'codes = ["no_such"]', "DEF-203"),
        ('bars = ["walk_6min", "walk_400m"]', 'bars = ["walk_7min"]', "DEF-301"),
        ('confidence = "recalled"', 'confidence = "sure"', "DEF-106"),
        ('slots = ["today.pain"], codes = ["yes"]', 'slots = ["today.pain"]', "DEF-203"),
    ],
)
def test_a_rule_that_cannot_work_is_refused(old: str, new: str, code: str) -> None:
    text = resources.read("safety.toml")
    assert old in text
    with pytest.raises(DefinitionFaults) as refused:
        parse_safety(text.replace(old, new, 1), instruments=library().instruments)
    assert code in {fault.code for fault in refused.value.faults}
