"""The participant's page: what counts as done for instruments with trials, with numbers and with questions."""

from __future__ import annotations

from pathlib import Path

import pytest

from assessdesk.services import session, summary
from tests.journeys.asking import asking_desk, numbered
from tests.journeys.performance import Run
from tests.journeys.visit import StillClock, do, enrol, open_baseline

ASKED = {"setup.language": "ko", "setup.mode": "paper"}
PAIN = {**ASKED, "setup.recall": "now", "now.pain": "3"}
SARC_F = {**ASKED, **numbered("core.q", "0 0 0 0 0"), "falls.count": "0"}


@pytest.fixture
def clock() -> StillClock:
    return StillClock()


def page_of(run: Run) -> list[tuple[str, bool]]:
    """Return what the page lists, in order, and whether as done."""
    page = summary.summary_of(run.desk, run.done.record, run.visit, language="en")
    return [(item.words, item.done) for item in page.items]


@pytest.mark.req("SUM-021")
@pytest.mark.parametrize("answer", ["3", "ND06"])
def test_a_questionnaire_is_done_when_a_question_was_answered(tmp_path: Path, clock: StillClock, answer: str) -> None:
    run = Run.begin(asking_desk(tmp_path, clock, "nrs_pain"), clock, "nrs_pain").walk({**PAIN, "now.pain": answer})
    assert [state for _, state in page_of(run)] == [answer == "3"]
    session.release(run.desk)


@pytest.mark.req("SUM-021")
def test_questionnaires_that_read_the_same_are_listed_once(tmp_path: Path, clock: StillClock) -> None:
    desk = asking_desk(tmp_path, clock, "nrs_pain", "sarc_f", "calf")
    row = enrol(desk)
    visit = open_baseline(desk, row)
    run = Run(desk, clock, "nrs_pain", visit, do(desk, row, visit, "nrs_pain")).walk(PAIN)
    run = Run(desk, clock, "sarc_f", visit, do(desk, row, visit, "sarc_f"))
    assert [state for _, state in page_of(run)] == [True, False, False], "one is not answered yet"
    assert [state for _, state in page_of(run.walk(SARC_F))] == [True, False], "the calf was not measured"
    session.release(desk)
