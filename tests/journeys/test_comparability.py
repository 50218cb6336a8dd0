"""Two visits at which everything changed: each change is asked about once, and no sentence gives a result away."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import timedelta
from pathlib import Path

import pytest

from assessdesk.domain.checks import Finding, Severity
from assessdesk.domain.commands import RecordText, VoidTrial
from assessdesk.ports import ParticipantRow
from assessdesk.services import assessments, corrections, devices, session
from assessdesk.services.desk import Desk
from tests.journeys.performance import Run, hands
from tests.journeys.visit import PASSPHRASE, USER, StillClock, do, enrol, library, make_desk, open_baseline, set_up

GRIP, SIZE, CHAIR, WALK, TUG = "grip_strength", "height_weight", "chair_stand_5", "walk_6min", "tug"
BATTERY = (GRIP, SIZE, CHAIR, WALK, TUG)
TELLING = re.compile(
    r"higher|lower|better|worse|increas|decreas|more than (last|at)|less than (last|at)"
    r"|감소|증가|높아|낮아|늘었|줄었|增加|减少|升高|降低"
)
"""Words of a direction, and below every number of the first visit: neither may stand in a sentence."""

SPARE = {"setup.oxygen": "0", "walk.1.time": "360", "walk.1.rests": "0"}
MINUTES = {
    f"{when}.{what}": "1" for when in ("before", "end", "minute_later") for what in ("borg_dyspnoea", "borg_fatigue")
}
MINUTES |= {f"{when}.spo2": "97" for when in ("before", "end", "minute_later")}
MINUTES |= {f"{when}.heart_rate": "88" for when in ("before", "end", "minute_later")}


def readings(heights: str, weights: str) -> dict[str, str]:
    """Return duplicate readings of height and weight."""
    given = (("height", heights), ("weight", weights))
    return {f"{what}.{n}.reading": one for what, text in given for n, one in enumerate(text.split(), start=1)}


FIRST: Mapping[str, Mapping[str, str]] = {
    GRIP: hands("31.3 31.1 31.2", "29.7 29.6 29.5") | {"setup.device": "D-03", "setup.handle_position": "2"},
    SIZE: readings("161.3 161.5", "63.7 63.8"),
    CHAIR: {"setup.seat_height": "44.0", "stands.1.time": "11.37"},
    WALK: MINUTES | SPARE | {"setup.course": "30", "walk.1.lengths": "16", "walk.1.extra": "7"},
    TUG: {"setup.seat_height": "45.0", "setup.aid": "none", "walk.1.time": "8.13", "walk.2.time": "8.27"},
}  # fmt: skip
SECOND: Mapping[str, Mapping[str, str]] = {
    GRIP: hands("20.4 20.2 20.3", "29.9 29.8 29.6") | {"setup.device": "D-11", "setup.handle_position": "3"},
    SIZE: readings("158.0 158.2", "70.2 70.3"),
    CHAIR: {"setup.seat_height": "45.0", "stands.1.time": "16.91"},
    WALK: MINUTES | SPARE | {"setup.course": "20", "walk.1.lengths": "18", "walk.1.extra": "4"},
    TUG: {"setup.seat_height": "45.0", "setup.aid": "cane", "walk.1.time": "8.44", "walk.2.time": "8.51"},
}  # fmt: skip
ASKED = {
    GRIP: {"CALIBRATION_OVERDUE", "DEVICE_CHANGED", "KEPT_FACT_CHANGED", "X_GRIP_CHANGE_UNUSUAL"},
    SIZE: {"X_HEIGHT_CHANGE_UNUSUAL", "X_WEIGHT_CHANGE_UNUSUAL"},
    CHAIR: {"KEPT_FACT_CHANGED", "X_CHAIR5_CHANGE_UNUSUAL"},
    WALK: {"KEPT_FACT_CHANGED", "X_WALK6_CHANGE_UNUSUAL"},
    TUG: {"X_TUG_AID_UNUSUAL"},
}


@pytest.fixture
def clock() -> StillClock:
    return StillClock()


@pytest.fixture
def desk(tmp_path: Path, clock: StillClock) -> Desk:
    made = make_desk(tmp_path, clock, BATTERY)
    set_up(made, tmp_path)
    for label, due in (("D-03", "2026-09-01"), ("D-11", "2025-12-01"), ("X-01", "")):
        new = devices.NewDevice(device=label, type="dynamometer", make="Jamar", serial=label, calibration_due=due)
        devices.register(made, new)
    return made


@pytest.fixture
def row(desk: Desk) -> ParticipantRow:
    return enrol(desk)


def walked(
    desk: Desk, clock: StillClock, row: ParticipantRow, visit: str, answers: Mapping[str, Mapping[str, str]]
) -> dict[str, Run]:
    """Walk through instruments of a visit and return the runs."""
    runs = {}
    for instrument, given in answers.items():
        run = Run(desk, clock, instrument, visit, do(desk, row, visit, instrument))
        runs[instrument] = run.walk(given)
    return runs


def week_six(desk: Desk, clock: StillClock, row: ParticipantRow) -> str:
    """Open the visit of week 6 on its day."""
    clock.pass_seconds(timedelta(days=45).total_seconds())
    return assessments.open_visit(desk, row.participant, "week_06", birth_year=str(row.birth_year), reason="late")


def sentences(finding: Finding) -> str:
    """Return a finding in every language."""
    arguments = dict(finding.arguments) | {"field": "Grip"}
    return " ".join(library().sentence(finding.code, arguments, language) for language in ("en", "ko", "zh"))


@pytest.mark.req("CAP-501", "CAP-502", "CAP-503", "CAP-504")
def test_everything_that_changed_between_two_visits_is_asked_once(
    desk: Desk, clock: StillClock, row: ParticipantRow
) -> None:
    first = walked(desk, clock, row, open_baseline(desk, row), FIRST)
    comparing = {code for codes in ASKED.values() for code in codes}
    assert all(comparing.isdisjoint(run.asked) for run in first.values())
    second = walked(desk, clock, row, week_six(desk, clock, row), SECOND)
    for instrument, run in second.items():
        assert comparing & set(run.asked) == ASKED[instrument], instrument
        assert all(run.asked.count(code) == 1 for code in ASKED[instrument]), run.asked
        kept = [one.finding for turns in run.held.slots.values() for turn in turns for one in turn.confirmations]
        assert set(kept) >= ASKED[instrument]
    grip = second[GRIP]
    assert [one.finding for one in grip.turn("squeeze.right.1.grip").confirmations] == ["X_GRIP_CHANGE_UNUSUAL"]
    assert grip.turn("squeeze.left.1.grip").confirmations == ()


@pytest.mark.req("CAP-505")
def test_no_sentence_about_a_change_says_an_earlier_result_or_a_direction() -> None:
    numbers = [text for answers in FIRST.values() for slot, text in answers.items() if not slot.startswith("setup.")]
    codes = {code for codes in ASKED.values() for code in codes}
    for code in codes:
        rule = code.removesuffix("_UNUSUAL").lower().replace("_", ".", 1)
        limit = library().limits.cross.get(rule)
        told = (
            {name: str(value) for name, value in limit.thresholds.items()} if limit else {"device": "D-11", "due": "D"}
        )
        text = sentences(Finding(code=code, severity=Severity.SOFT, field="", arguments=tuple(told.items())))
        assert not TELLING.search(text), code
        assert not any(
            re.search(rf"(?<![\d.]){re.escape(number)}(?![\d.])", text) for number in numbers if len(number) > 2
        ), code


@pytest.mark.req("CAP-505")
def test_the_finding_itself_carries_no_earlier_result(desk: Desk, clock: StillClock, row: ParticipantRow) -> None:
    walked(desk, clock, row, open_baseline(desk, row), {GRIP: FIRST[GRIP]})
    visit = week_six(desk, clock, row)
    run = Run(desk, clock, GRIP, visit, do(desk, row, visit, GRIP)).walk(SECOND[GRIP], until="after.left.1.pain")
    run.answer(run.step, "0", extra=False)
    step = run.step
    assert (step.kind, step.slot, [one.code for one in step.findings]) == (
        "confirm", "squeeze.right.1.grip", ["X_GRIP_CHANGE_UNUSUAL"],
    )  # fmt: skip
    given = dict(step.findings[0].arguments)
    assert given == {"field": "x.grip_change", "accept": "6.5", "accept_percent": "25"}
    run.perform(VoidTrial(slot=step.slot, code="V1"))
    run.walk({**SECOND[GRIP], "squeeze.right.1.grip": "30.8"}, extra=False)
    assert "X_GRIP_CHANGE_UNUSUAL" not in run.asked


@pytest.mark.req("CAP-506")
def test_a_height_that_no_grown_person_can_change_to_is_refused(
    desk: Desk, clock: StillClock, row: ParticipantRow
) -> None:
    walked(desk, clock, row, open_baseline(desk, row), {SIZE: FIRST[SIZE]})
    visit = week_six(desk, clock, row)
    run = Run(desk, clock, SIZE, visit, do(desk, row, visit, SIZE)).walk({}, until="height.1.reading")
    for height, codes in (("155.9", ["X_HEIGHT_CHANGE_REFUSED"]), ("157.0", [])):
        done = run.perform(RecordText(slot="height.1.reading", text=height))
        assert [one.code for one in done.findings] == codes


@pytest.mark.req("CAP-500")
def test_what_the_register_says_of_a_device_is_asked_when_it_is_named(
    desk: Desk, clock: StillClock, row: ParticipantRow
) -> None:
    visit = open_baseline(desk, row)
    devices.register(desk, devices.NewDevice(device="D-20", type="dynamometer", make="", serial="20"))
    devices.retire(desk, "D-20", reason="handle broken")
    devices.check(
        desk,
        devices.NewCheck(
            device="D-03", method="known_weight", passed=False, next_due="2025-11-25", reference="20", read="23.4"
        ),
    )
    run = Run(desk, clock, GRIP, visit, do(desk, row, visit, GRIP)).walk({}, until="setup.device")
    said = {}
    for label in ("D-20", "D-77", "D-03"):
        findings = run.perform(RecordText(slot="setup.device", text=label)).findings
        said[label] = [(one.code, one.severity) for one in findings]
        assert run.held.live("setup.device") is None
    assert said == {
        "D-20": [("DEVICE_RETIRED", Severity.HARD)],
        "D-77": [("DEVICE_UNKNOWN", Severity.SOFT)],
        "D-03": [("DEVICE_FAILED", Severity.SOFT)],
    }
    assert run.perform(RecordText(slot="setup.device", text="d-11")).findings == ()
    run.walk(FIRST[GRIP])
    assert run.turn("squeeze.right.1.grip").device == "d-11"


@pytest.mark.req("CAP-507")
def test_the_device_used_last_on_this_station_is_offered_to_the_next_participant(
    desk: Desk, clock: StillClock, row: ParticipantRow
) -> None:
    walked(desk, clock, row, open_baseline(desk, row), {GRIP: FIRST[GRIP]})
    session.lock(desk, "asked")
    session.sign_in(desk, USER, PASSPHRASE)
    other = enrol(desk)
    visit = open_baseline(desk, other)
    run = Run(desk, clock, GRIP, visit, do(desk, other, visit, GRIP)).walk({}, until="setup.device")
    assert run.step.offered == "D-03"
    assert [option.code for option in run.step.options] == ["D-03", "D-11", "X-01"]
    devices.retire(desk, "D-03", reason="dropped")
    assert run.step.offered == ""


@pytest.mark.req("CAP-502")
def test_a_late_correction_of_the_first_visit_reopens_nothing(
    desk: Desk, clock: StillClock, row: ParticipantRow
) -> None:
    visit = open_baseline(desk, row)
    walked(desk, clock, row, visit, {CHAIR: FIRST[CHAIR]})
    week = week_six(desk, clock, row)
    run = walked(desk, clock, row, week, {CHAIR: dict(FIRST[CHAIR])})[CHAIR]
    done = corrections.correct(
        desk,
        desk.record(row.participant),
        visit,
        instrument=CHAIR,
        slot="stands.1.time",
        text="19.00",
        reason="misread",
    )
    assert done.entries
    assert assessments.finished(desk, done.record, week, CHAIR)
    assert run.asked == []
