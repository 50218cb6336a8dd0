"""Whatever an assessor does in whatever order, an instrument comes to an end with every slot closed, and is scored."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from assessdesk.domain.checks import Severity
from assessdesk.domain.commands import RecordChoice, RecordMissing, RecordText, VoidTrial
from assessdesk.domain.events import Confirmation
from assessdesk.services.capture_view import capture_view
from assessdesk.services.desk import Desk
from tests.journeys.performance import BATTERY, Run, clock_of, performance_desk
from tests.journeys.visit import StillClock


@pytest.fixture
def clock() -> StillClock:
    return StillClock()


@pytest.fixture
def desk(tmp_path: Path, clock: StillClock) -> Desk:
    return performance_desk(tmp_path, clock)


CODES = ("ND01", "ND02", "ND06", "ND11")


def at_random(run: Run, draw: st.DataObject, voids: int) -> None:
    """Do one thing that an assessor might do at the step at hand."""
    at = run.step
    run.clock.pass_seconds(61)
    view = capture_view(run.desk, run.done.record, run.visit, run.instrument, language="en")
    deeds = ["answer", "answer", "answer", "absent", *(["void"] if voids and view.voidable else [])]
    deed = draw.draw(st.sampled_from(deeds)) if at.kind in {"timed", "number", "choice"} else "answer"
    if deed == "void":
        run.perform(VoidTrial(slot=view.voidable, code="V1"))
    elif deed == "absent" and at.kind == "timed" and draw.draw(st.booleans()):
        stopped = RecordMissing(slot=at.slot, code="ND02", timing=clock_of(3000), completed_repetitions=1)
        run.perform(stopped)
    elif deed == "absent":
        run.perform(RecordMissing(slot=at.slot, code=draw.draw(st.sampled_from(CODES)), whole_side=bool(at.side)))
    elif at.kind in {"timed", "number"}:
        limit = run.desk.library.limits.values[limit_of(run, at.slot)]
        shortest, longest = (int(each.scaleb(limit.decimals)) for each in (limit.hard_min, limit.hard_max))
        value = Decimal(draw.draw(st.integers(shortest, longest))).scaleb(-limit.decimals)
        if limit.steps:
            value = draw.draw(st.sampled_from(limit.steps))
        answer_freely(run, at.kind, at.slot, f"{value:f}")
    elif at.kind == "choice":
        code = draw.draw(st.sampled_from([option.code for option in at.options]))
        run.perform(RecordChoice(slot=at.slot, code=code))
    else:
        run.answer(at, "", extra=draw.draw(st.booleans()))


def limit_of(run: Run, slot: str) -> str:
    """Return the name of the limit of a slot."""
    section, *_, item = slot.split(".")
    return run.desk.instruments[run.instrument].item(section, item).limit.replace("*", "F")


def answer_freely(run: Run, kind: str, slot: str, value: str) -> None:
    """Time or type a value; one that a check refuses is stated as not done."""
    if kind == "timed":
        run.time(slot, value)
        return
    found = run.perform(RecordText(slot=slot, text=value)).findings
    if any(finding.severity is Severity.HARD for finding in found):
        run.perform(RecordMissing(slot=slot, code="ND13"))
    elif found:
        given = tuple(Confirmation(finding=finding.code, reason="C1") for finding in found)
        run.perform(RecordText(slot=slot, text=value, confirmations=given))


@pytest.mark.req("CAP-108")
@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(draw=st.data(), name=st.sampled_from(BATTERY))
def test_whatever_happens_the_instrument_ends_and_is_scored(desk: Desk, draw: st.DataObject, name: str) -> None:
    """Any mixture of values, absences, voids and extra trials comes to an end with every slot closed."""
    clock = desk.clock
    assert isinstance(clock, StillClock)
    run = Run.begin(desk, clock, name)
    for number in range(120):
        if run.step.kind == "finished":
            break
        at_random(run, draw, voids=max(0, 40 - number))
    assert run.step.kind == "finished"
    assert run.scores()
