"""Queries at the station: asked, answered, closed by somebody else, opened again; and those that rules raise."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from assessdesk import resources
from assessdesk.domain.conduct import QueryStand
from assessdesk.domain.events import Draft, ValueCorrected
from assessdesk.domain.query_events import QueryClosed, QueryRaised
from assessdesk.domain.values import Quantity
from assessdesk.ports import Refusal
from assessdesk.services import queries
from assessdesk.services.definitions.faults import DefinitionFaults
from assessdesk.services.definitions.query_rules import parse_query_rules
from assessdesk.services.desk import Desk
from assessdesk.services.queries import About, QueryLine
from assessdesk.services.rule_queries import firings
from assessdesk.services.unscheduled import open_unscheduled
from tests.journeys.performance import Run
from tests.journeys.querying import (
    ARMS,
    CALF,
    CALM,
    GRIP,
    LEFT,
    RIGHT,
    SECOND_LEFT,
    SECOND_USER,
    correct,
    enter_as,
    query_desk,
    sign,
    whole_visit,
)
from tests.journeys.visit import USER, StillClock, library


@pytest.fixture
def clock() -> StillClock:
    return StillClock()


@pytest.fixture
def desk(tmp_path: Path, clock: StillClock) -> Desk:
    return query_desk(tmp_path, clock)


@pytest.fixture
def run(desk: Desk, clock: StillClock) -> Run:
    return whole_visit(desk, clock)


def who(run: Run) -> str:
    return run.done.record.participant


def measure_left(run: Run, text: str) -> None:
    """Correct both readings of the left calf, so that no third one is wanted."""
    for slot in (LEFT, SECOND_LEFT):
        correct(run, slot, text)


def only(desk: Desk) -> QueryLine:
    (line,) = queries.lines(desk, language="en")
    return line


def stands(desk: Desk) -> dict[tuple[str, str], QueryStand]:
    """Return where the queries of rules stand, by rule and slot."""
    return {(line.raised_by, line.slot): line.stand for line in queries.lines(desk, language="en")}


@pytest.mark.req("QRY-001", "QRY-002")
@pytest.mark.parametrize(
    ("instrument", "slot", "place"),
    [
        (CALF, RIGHT, ("Calf circumference", "right", "1")),
        (CALF, "", ("Calf circumference", "", "")),
        ("", "", ("", "", "")),
    ],
)
def test_a_query_is_about_a_value_an_assessment_or_a_visit(
    desk: Desk, run: Run, instrument: str, slot: str, place: tuple[str, str, str]
) -> None:
    about = About(visit=run.visit, instrument=instrument, slot=slot)
    query = queries.raise_query(desk, who(run), about, "  Which  tape was used? ")
    line = only(desk)
    assert (line.query, line.number, line.stand, line.origin) == (query, "Q-0001", QueryStand.OPEN, "person")
    assert (line.place.instrument, line.place.side, line.place.number) == place
    assert (line.text, line.raised_by, line.code) == ("Which tape was used?", USER, run.done.record.code)
    event = desk.record(who(run)).conduct.queries[query].raised.event
    assert (event.visit, event.slot, event.turn) == (run.visit, slot, 1 if slot else 0)
    assert desk.ledger.verify().faults == ()


@pytest.mark.req("QRY-001")
def test_a_query_may_be_about_the_participant_alone(desk: Desk, run: Run) -> None:
    queries.raise_query(desk, who(run), About(), "Is the birth year right?")
    assert (only(desk).visit, only(desk).visit_title, only(desk).code) == ("", "", run.done.record.code)
    assert (queries.open_count(desk), queries.open_count(desk, who(run)), queries.open_count(desk, "x")) == (1, 1, 0)


@pytest.mark.req("QRY-002")
@pytest.mark.parametrize(
    "about",
    [
        {"visit": "visit-9"},
        {"instrument": "gait_6m"},
        {"instrument": CALF, "slot": "calf.right.9.reading"},
        {"visit": "", "instrument": CALF},
        {"slot": RIGHT},
    ],
)
def test_nothing_is_asked_about_a_place_that_does_not_exist(desk: Desk, run: Run, about: dict[str, str]) -> None:
    head = desk.ledger.head()
    with pytest.raises(Refusal, match="QUERY_PLACE_UNKNOWN"):
        queries.raise_query(desk, who(run), About(**{"visit": run.visit, **about}), "Why?")
    assert desk.ledger.head() == head


@pytest.mark.req("QRY-003")
@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("  \n ", "QUERY_TEXT_NEEDED"),
        ("Is she in the supervised-exercise group?", "QUERY_NAMES_ARM"),
        ("Was this a CONTROL?", "QUERY_NAMES_ARM"),
        ("이 분은 대조군입니까?", "QUERY_NAMES_ARM"),
        ("她属于监督 运动组吗", "QUERY_NAMES_ARM"),
        ("Is 710101-2345678 right?", "IDENTITY_NUMBER"),
        ("Why\u202e?", "CONTROL_CHARACTERS"),
        ("x" * 301, "TEXT_TOO_LONG"),
    ],
)
def test_texts_follow_the_rules_and_name_no_arm(desk: Desk, run: Run, text: str, code: str) -> None:
    query = queries.raise_query(desk, who(run), About(), "Was the calf controlled twice?")
    head = desk.ledger.head()
    for attempt in (
        lambda: queries.raise_query(desk, who(run), About(), text),
        lambda: queries.answer(desk, who(run), query, text),
        lambda: queries.close(desk, who(run), query, text),
    ):
        with pytest.raises(Refusal, match=code):
            attempt()
    assert desk.ledger.head() == head
    assert ARMS[0].title.get("ko") == "감독 운동군"


@pytest.mark.req("QRY-004")
def test_an_answer_is_accepted_by_somebody_else(desk: Desk, run: Run) -> None:
    query = queries.raise_query(desk, who(run), About(visit=run.visit), "Which tape?")
    queries.answer(desk, who(run), query, "The green one.")
    assert only(desk).stand is QueryStand.ANSWERED
    with pytest.raises(Refusal, match="QUERY_OWN_ANSWER"):
        queries.close(desk, who(run), query, "Fine")
    enter_as(desk, SECOND_USER)
    assert not only(desk).mine
    queries.close(desk, who(run), query, "Fine")
    assert only(desk).stand is QueryStand.CLOSED
    for attempt, code in ((queries.answer, "QUERY_CLOSED_ALREADY"), (queries.close, "QUERY_CLOSED_ALREADY")):
        with pytest.raises(Refusal, match=code):
            attempt(desk, who(run), query, "once more")
    queries.reopen(desk, who(run), query, "Which number stands on it?")
    assert only(desk).stand is QueryStand.OPEN
    with pytest.raises(Refusal, match="QUERY_IS_OPEN"):
        queries.reopen(desk, who(run), query, "Again")
    shown = queries.thread(desk, only(desk), language="en")
    kinds = ["query.raised", "query.answered", "query.closed", "query.reopened"]
    assert [row.kind for row in shown.rows] == kinds
    assert [row.reason for row in shown.rows][1:3] == ["The green one.", f"{SECOND_USER}: Fine"]
    assert desk.ledger.verify().faults == ()


@pytest.mark.req("QRY-004")
def test_only_who_asked_takes_an_unanswered_question_back(desk: Desk, run: Run) -> None:
    query = queries.raise_query(desk, who(run), About(), "Is the birth year right?")
    enter_as(desk, SECOND_USER)
    with pytest.raises(Refusal, match="QUERY_NOT_ANSWERED"):
        queries.close(desk, who(run), query, "Never mind")
    assert not queries.thread(desk, only(desk), language="en").may_close
    enter_as(desk, USER)
    queries.close(desk, who(run), query, "Found it myself")
    assert only(desk).stand is QueryStand.CLOSED


@pytest.mark.req("QRY-001")
def test_asking_needs_the_permission_and_answering_does_not(desk: Desk, run: Run) -> None:
    query = queries.raise_query(desk, who(run), About(), "Is the birth year right?")
    desk.roles = ("trainer",)
    for attempt in (
        lambda: queries.raise_query(desk, who(run), About(), "Why?"),
        lambda: queries.answer(desk, who(run), query, "Yes"),
        lambda: queries.close(desk, who(run), query, "Yes"),
        lambda: queries.reopen(desk, who(run), query, "No"),
    ):
        with pytest.raises(Refusal, match="NOT_PERMITTED"):
            attempt()
    role = desk.in_force.roles["assessor"]
    desk.study = replace(desk.in_force, roles={"assessor": replace(role, may=role.may - {"query"})})
    desk.roles = ("assessor",)
    with pytest.raises(Refusal, match="NOT_PERMITTED"):
        queries.raise_query(desk, who(run), About(), "Why?")
    queries.answer(desk, who(run), query, "Yes, as in the file.")
    assert only(desk).stand is QueryStand.ANSWERED
    with pytest.raises(Refusal, match="QUERY_UNKNOWN"):
        queries.answer(desk, who(run), "no such query", "Yes")


@pytest.mark.req("QRY-010", "QRY-011")
def test_rules_ask_once_and_close_when_a_correction_settles_them(desk: Desk, run: Run) -> None:
    sign(run)
    assert stands(desk) == {}
    measure_left(run, "38.9")
    assert stands(desk) == {}  # rules ask when the visit is signed, not while somebody works on it
    sign(run)
    side = ("x.calf_side_diff", RIGHT)
    signed = {("corrected_after_signing", slot): QueryStand.OPEN for slot in (LEFT, SECOND_LEFT)}
    assert stands(desk) == {side: QueryStand.OPEN, **signed}
    sign(run)
    assert len(stands(desk)) == len(queries.lines(desk, language="en")) == 3
    measure_left(run, "33.6")
    assert stands(desk) == {side: QueryStand.CLOSED, **signed}
    closed = list(desk.ledger.entries(kinds=("query.closed",)))
    (event,) = [entry.event for entry in closed if isinstance(entry.event, QueryClosed)]
    assert (event.by, closed[0].originator) == ("x.calf_side_diff", "computed")
    sign(run)
    measure_left(run, "38.9")
    sign(run)
    assert stands(desk)[side] is QueryStand.OPEN
    assert len(queries.lines(desk, language="en")) == 3
    assert "양쪽 종아리" in {line.slot: line.text for line in queries.lines(desk, language="ko")}[RIGHT]
    assert desk.ledger.verify().faults == ()


@pytest.mark.req("QRY-011")
def test_what_a_person_accepted_is_not_asked_again(desk: Desk, run: Run) -> None:
    measure_left(run, "38.9")
    sign(run)
    line = only(desk)
    assert (line.raised_by, line.origin) == ("x.calf_side_diff", "rule")
    with pytest.raises(Refusal, match="QUERY_NOT_ANSWERED"):
        queries.close(desk, who(run), line.query, "It is nothing")
    queries.answer(desk, who(run), line.query, "Swollen leg, measured twice.")
    enter_as(desk, SECOND_USER)
    queries.close(desk, who(run), line.query, "Plausible")
    sign(run)
    assert only(desk).stand is QueryStand.CLOSED


@pytest.mark.req("QRY-010")
def test_a_finding_confirmed_with_a_reason_at_entry_is_not_asked_again(desk: Desk, clock: StillClock) -> None:
    run = Run.begin(desk, clock, CALF).walk(CALM | {LEFT: "38.9", SECOND_LEFT: "38.9"})
    assert any("CALF" in code for code in run.asked)
    record = desk.record(who(run))
    assert firings(desk, record, run.visit) == ()


@pytest.mark.req("QRY-010")
def test_a_missing_primary_outcome_is_asked_about(desk: Desk, clock: StillClock) -> None:
    run = whole_visit(desk, clock, grip=("ND02 ND02 ND02", "ND02 ND02 ND02"))
    sign(run)
    line = only(desk)
    assert (line.raised_by, line.instrument, line.slot) == ("primary_outcome_missing", GRIP, "")
    assert line.place.instrument == "Grip strength"


@pytest.mark.req("QRY-010")
def test_a_value_with_two_corrections_of_one_base_is_contested_until_one_is_corrected(desk: Desk, run: Run) -> None:
    record = desk.record(who(run))
    held = record.visits[run.visit].of(CALF)
    assert held is not None
    turn = held.slots[LEFT][-1]
    for value in ("33.5", "33.7"):
        event = ValueCorrected(
            participant=record.participant, visit=run.visit, assessment=held.id, slot=LEFT, turn=turn.turn,
            value=Quantity(value=Decimal(value), unit="cm"), reason="Other station", base=turn.entry,
        )  # fmt: skip
        desk.append(Draft(event=event, entity=record.participant, base=turn.entry))
    sign(run)
    assert stands(desk) == {("contested", LEFT): QueryStand.OPEN}
    correct(run, LEFT, "33.6")
    assert stands(desk) == {("contested", LEFT): QueryStand.CLOSED}


@pytest.mark.req("QRY-012")
def test_the_rules_are_data_and_every_check_is_one_of_the_limits() -> None:
    text = resources.read("query_rules.toml")
    cross = library().limits.cross
    assert {rule.id for rule in parse_query_rules(text, cross=cross)} >= {"x.weight_sum", "contested"}
    for old, new in (("x.weight_sum", "x.weight_some"), ('kind = "check"', 'kind = "guess"'), ("ko = ", "jp = ")):
        with pytest.raises(DefinitionFaults):
            parse_query_rules(text.replace(old, new, 1), cross=cross)


@pytest.mark.req("QRY-005")
def test_central_decides_about_its_own_queries(desk: Desk, run: Run) -> None:
    event = QueryRaised(
        participant=who(run), query="C-0001", visit=run.visit, assessment="", instrument="", slot="", turn=0,
        origin="central", raised_by="DM-01", rule="", text="Why so late?",
    )  # fmt: skip
    desk.append(Draft(event=event, entity=who(run), originator="imported"))
    assert only(desk).number == "C-0001"
    for attempt in (queries.close, queries.reopen):
        with pytest.raises(Refusal, match="QUERY_OF_CENTRAL"):
            attempt(desk, who(run), "C-0001", "Done")
    queries.answer(desk, who(run), "C-0001", "The bus was late.")
    shown = queries.thread(desk, only(desk), language="en")
    assert (shown.may_answer, shown.may_close, shown.may_reopen, shown.may_correct) == (True, False, False, True)


@pytest.mark.req("QRY-006")
def test_the_thread_shows_what_happened_to_the_value(desk: Desk, run: Run) -> None:
    query = queries.raise_query(desk, who(run), About(visit=run.visit, instrument=CALF, slot=RIGHT), "Is 33.1 right?")
    queries.raise_query(desk, who(run), About(visit=run.visit, instrument=CALF, slot=RIGHT), "Which tape?")
    correct(run, RIGHT, "33.3")
    queries.answer(desk, who(run), query, "No, 33.3.")
    (line,) = [one for one in queries.lines(desk, language="en") if one.query == query]
    shown = queries.thread(desk, line, language="en")
    kinds = ["value.recorded", "query.raised", "value.corrected", "query.answered"]
    assert [row.kind for row in shown.rows] == kinds
    assert (shown.rows[2].old, shown.rows[2].new) == ("33.1 cm", "33.3 cm")


@pytest.mark.req("QRY-002")
def test_a_visit_that_nobody_planned_can_be_asked_about(desk: Desk, run: Run) -> None:
    record = desk.record(who(run))
    visit = open_unscheduled(
        desk, who(run), birth_year=str(record.birth_year), reason="Fell on the stairs", instruments=[CALF]
    )
    queries.raise_query(desk, who(run), About(visit=visit), "Was the clinician told?")
    assert only(desk).visit_title == "Unscheduled"
    titles = {place.about.visit: place.visit_title for place in queries.places(desk, who(run), "", language="en")}
    assert titles == {"": "", run.visit: "Baseline", visit: "Unscheduled"}
