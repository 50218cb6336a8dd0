"""Anchors, facts of the study and infusions: stated once, changed with a reason, only on a true change."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path

import pytest

from assessdesk.domain.cycles import CycleDay, cycle_day
from assessdesk.ports import ParticipantRow, Refusal
from assessdesk.services import screening, session
from assessdesk.services.audit import audit_rows
from assessdesk.services.desk import Desk
from assessdesk.services.screening import Answered, Screening
from assessdesk.services.status import StatusWish, change_status
from assessdesk.services.study_facts import state_anchor, state_fact, state_infusion
from tests.journeys import visit as journey
from tests.services.conducted import CONDUCT, conduct_study

State = Callable[..., None]


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = journey.make_desk(tmp_path)
    journey.set_up(made, tmp_path)
    yield conduct_study(made, replace(CONDUCT, eligibility=(), consent_versions=()))
    session.release(made)


@pytest.fixture
def row(desk: Desk) -> ParticipantRow:
    return journey.enrol(desk)


STATED: list[tuple[State, dict[str, str], dict[str, str]]] = [
    (partial(state_anchor, anchor="randomisation"), {"day": "2025-11-20"}, {"day": "2025-11-21"}),
    (partial(state_fact, fact="surgery_day"), {"value": "2026-04-01"}, {"value": "2026-04-08"}),
    (partial(state_fact, fact="nodes"), {"value": "3"}, {"value": "4"}),
    (partial(state_fact, fact="menopause"), {"value": "before"}, {"value": "after"}),
    (partial(state_infusion, cycle=1), {"day": "2025-11-22"}, {"day": "2025-11-24"}),
]


@pytest.mark.req("PEO-040")
@pytest.mark.parametrize(("state", "first", "other"), STATED)
def test_a_first_word_needs_no_reason_a_change_does_and_the_same_is_not_written(
    desk: Desk, row: ParticipantRow, state: State, first: dict[str, str], other: dict[str, str]
) -> None:
    state(desk, row.participant, **first)
    held = desk.ledger.head()
    state(desk, row.participant, **first, reason="Said again")
    assert desk.ledger.head() == held
    with pytest.raises(Refusal, match="REASON_NEEDED"):
        state(desk, row.participant, **other)
    assert desk.ledger.head() == held
    state(desk, row.participant, **other, reason="Letter of the clinic")
    (entry,) = desk.ledger.entries(after=held.seq)
    assert getattr(entry.event, "reason", "") == "Letter of the clinic"
    assert desk.ledger.verify().faults == ()


@pytest.mark.req("PEO-040")
def test_the_start_moves_the_visits_with_it(desk: Desk, row: ParticipantRow) -> None:
    with pytest.raises(Refusal, match="REASON_NEEDED"):
        state_anchor(desk, row.participant, "baseline", day="2025-11-25")
    state_anchor(desk, row.participant, "baseline", day="2025-11-25", reason="Infusion moved")
    assert desk.record(row.participant).anchor_date == "2025-11-25"
    after = desk.ledger.views.participant(row.participant)
    assert after is not None
    assert after.anchor_date == "2025-11-25"


@pytest.mark.req("PEO-040")
@pytest.mark.parametrize(
    ("state", "code"),
    [
        (partial(state_anchor, anchor="harvest", day="2025-11-20"), "UNKNOWN_ANCHOR"),
        (partial(state_anchor, anchor="randomisation", day="2025-11-01"), "DAY_BEFORE_CONSENT"),
        (partial(state_anchor, anchor="randomisation", day="soon"), "NOT_A_DAY"),
        (partial(state_fact, fact="shoe_size", value="38"), "UNKNOWN_FACT"),
        (partial(state_fact, fact="nodes", value="few"), "NOT_A_NUMBER"),
        (partial(state_fact, fact="menopause", value="maybe"), "NOT_AN_OPTION"),
        (partial(state_fact, fact="surgery_day", value="2026"), "NOT_A_DAY"),
        (partial(state_infusion, cycle=0, day="2025-11-22"), "NOT_A_CYCLE"),
        (partial(state_infusion, cycle=1, day="first"), "NOT_A_DAY"),
    ],
)
def test_what_cannot_be_is_refused_with_a_sentence(desk: Desk, row: ParticipantRow, state: State, code: str) -> None:
    before = desk.ledger.head()
    with pytest.raises(Refusal) as refused:
        state(desk, row.participant)
    assert refused.value.code == code
    assert desk.ledger.head() == before
    assert all(desk.library.sentence(code, refused.value.arguments, language) for language in ("en", "ko", "zh"))


@pytest.mark.req("PEO-041")
def test_infusions_follow_one_another_as_their_cycles_do(desk: Desk, row: ParticipantRow) -> None:
    for cycle, day in ((1, "2025-11-22"), (2, "2025-12-13"), (4, "2026-01-24")):
        state_infusion(desk, row.participant, cycle, day=day)
    for cycle, day in ((3, "2025-12-13"), (3, "2026-01-24"), (1, "2025-12-14")):
        with pytest.raises(Refusal) as refused:
            state_infusion(desk, row.participant, cycle, day=day, reason="Moved")
        assert refused.value.code == "INFUSIONS_OUT_OF_ORDER"
    state_infusion(desk, row.participant, 3, day="2026-01-03")
    infusions = desk.record(row.participant).conduct.infusions
    assert cycle_day(infusions, date(2026, 1, 14)) == CycleDay(3, 12)
    assert [held.cycle for held in desk.ledger.views.infusions()] == [1, 2, 3, 4]


@pytest.mark.req("PEO-041")
def test_a_study_without_cycles_takes_no_infusion(desk: Desk, row: ParticipantRow) -> None:
    conduct_study(desk, replace(CONDUCT, eligibility=(), cycle_days=None))
    with pytest.raises(Refusal, match="NO_CYCLES"):
        state_infusion(desk, row.participant, 1, day="2025-11-22")


@pytest.mark.req("PEO-040")
def test_nothing_is_stated_about_somebody_who_was_only_screened(desk: Desk) -> None:
    row = screening.screen(desk, Screening(birth_year="1971", sex="F", language="ko", answered=Answered()))
    with pytest.raises(Refusal, match="SCREENED_ONLY"):
        state_fact(desk, row.participant, "nodes", value="3")


@pytest.mark.req("PEO-042")
def test_the_audit_trail_says_what_was_stated_before_and_why(desk: Desk, row: ParticipantRow) -> None:
    state_anchor(desk, row.participant, "randomisation", day="2025-11-20")
    state_anchor(desk, row.participant, "randomisation", day="2025-11-21", reason="Letter of the clinic")
    state_infusion(desk, row.participant, 1, day="2025-11-22")
    wish = StatusWish(status="withdrawn", date="2025-11-18", reason="too_far", text="Moved", collect=("calls",))
    change_status(desk, row.participant, wish)
    rows = audit_rows(desk, language="en", participant=row.participant)
    told = [(each.kind, each.about, each.old, each.new, each.reason) for each in rows[:4]]
    assert told == [
        ("participant.status_changed", row.code, "", "withdrawn, 2025-11-18, too_far", "Moved"),
        ("infusion.stated", row.code, "", "1, 2025-11-22", ""),
        (
            "anchor.stated",
            row.code,
            "randomisation, 2025-11-20",
            "randomisation, 2025-11-21",
            "Letter of the clinic",
        ),
        ("anchor.stated", row.code, "", "randomisation, 2025-11-20", ""),
    ]
