"""What becomes of a participant after enrolment, and what may still be collected then."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from assessdesk.domain.status import ADVERSE_EVENTS, CALLS, SESSIONS, VISITS, collects
from assessdesk.domain.study_conduct import StatusRule, StudyConduct
from assessdesk.ports import Refusal
from assessdesk.services import session
from assessdesk.services.agenda import agenda_of
from assessdesk.services.desk import Desk
from assessdesk.services.status import StatusWish, change_status, require_collected
from tests.journeys import visit as journey
from tests.services.conducted import STATUSES, conduct_study, titled, words

GONE = StatusWish(status="withdrawn", date="2025-11-18", reason="too_far", text="Moved", collect=(CALLS,))


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = journey.make_desk(tmp_path)
    journey.set_up(made, tmp_path)
    yield conduct_study(made, StudyConduct(statuses=STATUSES))
    session.release(made)


@pytest.mark.req("PEO-030")
def test_a_status_is_kept_with_day_reason_words_and_what_may_still_be_collected(desk: Desk) -> None:
    row = journey.enrol(desk)
    change_status(desk, row.participant, GONE)
    conduct = desk.record(row.participant).conduct
    stated = conduct.statuses[-1]
    assert (conduct.status, stated.user) == ("withdrawn", journey.USER)
    assert (stated.event.date, stated.event.reason, stated.event.text) == ("2025-11-18", "too_far", "Moved")
    assert {what for what in (VISITS, SESSIONS, CALLS, ADVERSE_EVENTS) if collects(conduct, what)} == {CALLS}
    after = desk.ledger.views.participant(row.participant)
    assert after is not None
    assert (after.status, after.collects(CALLS), after.collects(VISITS)) == ("withdrawn", True, False)
    assert desk.ledger.verify().faults == ()


@pytest.mark.req("PEO-031")
def test_what_is_not_collected_any_more_is_refused_in_a_sentence(desk: Desk) -> None:
    row = journey.enrol(desk)
    change_status(desk, row.participant, GONE)
    record = desk.record(row.participant)
    before = desk.ledger.head()
    with pytest.raises(Refusal) as refused:
        journey.open_baseline(desk, row)
    assert (refused.value.code, refused.value.arguments["date"]) == ("NO_MORE_VISITS", "2025-11-18")
    with pytest.raises(Refusal, match="NO_MORE_SESSIONS"):
        require_collected(record, SESSIONS)
    require_collected(record, CALLS)
    assert desk.ledger.head() == before
    for language in ("en", "ko", "zh"):
        for code in ("NO_MORE_VISITS", "NO_MORE_SESSIONS", "NO_MORE_CALLS"):
            sentence = desk.library.sentence(code, {"code": row.code, "date": "2025-11-18"}, language)
            assert row.code in sentence
            assert "2025-11-18" in sentence


@pytest.mark.req("PEO-031")
def test_a_status_that_keeps_visits_leaves_them_open(desk: Desk) -> None:
    row = journey.enrol(desk)
    wish = StatusWish(status="stopped", date="2025-11-18", reason="toxicity", collect=(VISITS,))
    change_status(desk, row.participant, wish)
    assert journey.open_baseline(desk, row)
    with pytest.raises(Refusal, match="NO_MORE_CALLS"):
        require_collected(desk.record(row.participant), CALLS)


@pytest.mark.req("PEO-032")
def test_today_drops_who_has_no_visits_any_more_but_keeps_what_was_begun(desk: Desk) -> None:
    gone, begun = journey.enrol(desk), journey.enrol(desk)
    visit = journey.open_baseline(desk, begun)
    for row in (gone, begun):
        change_status(desk, row.participant, GONE)
    assert [(row.participant, row.visit) for row in agenda_of(desk).rows] == [(begun.participant, visit)]


@pytest.mark.req("PEO-030")
def test_coming_back_needs_words_and_opens_everything_again(desk: Desk) -> None:
    row = journey.enrol(desk)
    change_status(desk, row.participant, GONE)
    back = StatusWish(status="enrolled", date="2025-11-18")
    with pytest.raises(Refusal, match="REASON_NEEDED"):
        change_status(desk, row.participant, back)
    change_status(desk, row.participant, replace(back, text="Wants to go on"))
    assert journey.open_baseline(desk, row)
    require_collected(desk.record(row.participant), SESSIONS)


@pytest.mark.req("PEO-031")
def test_questionnaires_alone_keep_visits_open(desk: Desk) -> None:
    row = journey.enrol(desk)
    rules = (replace(STATUSES[1], collect=("questionnaires",)),)
    conduct_study(desk, StudyConduct(statuses=rules))
    change_status(
        desk,
        row.participant,
        StatusWish(status="stopped", date="2025-11-18", reason="toxicity", collect=("questionnaires",)),
    )
    assert journey.open_baseline(desk, row)


@pytest.mark.req("PEO-030")
def test_coming_back_takes_a_coded_reason_where_the_study_has_some(desk: Desk) -> None:
    row = journey.enrol(desk)
    again = StatusRule(id="enrolled", title=words("Enrolled"), reasons=titled("changed_mind"), collect=())
    conduct_study(desk, StudyConduct(statuses=(*STATUSES, again)))
    change_status(desk, row.participant, GONE)
    back = StatusWish(status="enrolled", date="2025-11-18", text="Wants to go on")
    with pytest.raises(Refusal, match="STATUS_REASON_NEEDED"):
        change_status(desk, row.participant, back)
    change_status(desk, row.participant, replace(back, reason="changed_mind"))
    assert desk.record(row.participant).conduct.status == "enrolled"


@pytest.mark.req("PEO-030")
@pytest.mark.parametrize("wish", [GONE, StatusWish(status="enrolled", date="2025-11-18", text="Never left")])
def test_the_status_that_holds_is_not_stated_again(desk: Desk, wish: StatusWish) -> None:
    row = journey.enrol(desk)
    if wish is GONE:
        change_status(desk, row.participant, GONE)
    before = desk.ledger.head()
    change_status(desk, row.participant, wish)
    assert desk.ledger.head() == before


@pytest.mark.req("PEO-030")
@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"status": "vanished"}, "UNKNOWN_STATUS"),
        ({"reason": ""}, "STATUS_REASON_NEEDED"),
        ({"reason": "toxicity"}, "STATUS_REASON_NEEDED"),
        ({"date": "2025-11-19"}, "DAY_IN_FUTURE"),
        ({"date": "2025-11-14"}, "DAY_BEFORE_CONSENT"),
        ({"date": "yesterday"}, "NOT_A_DAY"),
        ({"collect": (VISITS,)}, "NOT_COLLECTED_THEN"),
        ({"text": "900101-2345678"}, "IDENTITY_NUMBER"),
    ],
)
def test_a_status_that_cannot_be_is_refused(desk: Desk, changes: dict[str, object], code: str) -> None:
    row = journey.enrol(desk)
    before = desk.ledger.head()
    with pytest.raises(Refusal) as refused:
        change_status(desk, row.participant, replace(GONE, **changes))  # type: ignore[arg-type]  # names are StatusWish's own
    assert refused.value.code == code
    assert desk.ledger.head() == before
    assert desk.library.sentence(code, refused.value.arguments, "ko")


@pytest.mark.req("PEO-030")
def test_a_status_needs_the_permission(desk: Desk) -> None:
    row = journey.enrol(desk)
    desk.roles = ("monitor",)
    with pytest.raises(Refusal, match="NOT_PERMITTED"):
        change_status(desk, row.participant, GONE)
