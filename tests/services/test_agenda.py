"""Today's rows in memory beside everybody worked out anew: they are the same, whatever happened, on whichever day."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assessdesk.domain.events import Draft, VisitSigned
from assessdesk.domain.schedule import UNSCHEDULED, DueState
from assessdesk.domain.station_events import ReceiptRead
from assessdesk.domain.study import Study
from assessdesk.domain.study_conduct import StudyConduct
from assessdesk.ports import ParticipantRow, Refusal
from assessdesk.services import session, unscheduled
from assessdesk.services.agenda import agenda_of, found, listed, recomputed, rows_of_participant
from assessdesk.services.assessments import open_visit
from assessdesk.services.desk import Desk, station_fact
from assessdesk.services.missed import missed_reasons, state_missed
from assessdesk.services.status import StatusWish, change_status
from assessdesk.services.study_facts import state_anchor, state_infusion
from tests.journeys import visit as journey
from tests.services.conducted import CONDUCT, STATUSES, conduct_study, titled

BORN = journey.BIRTH_YEAR
SURGERY = "surgery"
WISH = StatusWish(status="withdrawn", date="2025-11-18", reason="too_far", text="Moved", collect=())


def of_today(study: Study) -> Study:
    """Return the study with a last visit that is counted from a day which is stated later."""
    *visits, last = study.visits
    return replace(study, visits=(*visits, replace(last, anchor=SURGERY, week=2)))


@contextmanager
def open_desk(folder: Path) -> Iterator[tuple[Desk, journey.StillClock]]:
    """Open a desk on a station whose study counts cycles and has a second anchor."""
    clock = journey.StillClock()
    desk = journey.make_desk(folder, clock)
    journey.set_up(desk, folder)
    conduct_study(desk, StudyConduct(anchors=titled(SURGERY), statuses=STATUSES, cycle_days=CONDUCT.cycle_days))
    desk.study = of_today(desk.in_force)
    try:
        yield desk, clock
    finally:
        session.release(desk)


@pytest.fixture
def at(tmp_path: Path) -> Iterator[tuple[Desk, journey.StillClock]]:
    with open_desk(tmp_path) as made:
        yield made


@dataclass(frozen=True)
class Act:
    """Something that happens: what, to which of those enrolled, with which visit or number."""

    what: str
    who: int
    number: int


ACTS = st.builds(
    Act,
    what=st.sampled_from(
        (
            "enrol",
            "open",
            "open",
            "sign",
            "miss",
            "unplanned",
            "anchor",
            "infusion",
            "leave",
            "receipt",
            "days",
            "amend",
        )
    ),
    who=st.integers(0, 5),
    number=st.integers(0, 40),
)


class Station:
    """Does what an act says; a refusal leaves everything as it is."""

    def __init__(self, desk: Desk, clock: journey.StillClock) -> None:
        self.desk, self.clock, self.whole = desk, clock, desk.in_force
        self.people: list[str] = [self.new(4)]

    def new(self, days: int) -> str:
        """Enrol somebody whose visits are counted from a day so many days from now."""
        day = self.clock.now().date() + timedelta(days=days)
        return journey.enrol(self.desk, anchor_date=day.isoformat(), consent_date="2025-06-01").participant

    def do(self, act: Act) -> None:
        """Let it happen."""
        who = self.people[act.who % len(self.people)]
        plans = self.desk.in_force.visits
        planned, number = plans[act.number % len(plans)].id, act.number
        day = (self.clock.now().date() + timedelta(days=number - 20)).isoformat()
        doing: dict[str, Callable[[], object]] = {
            "enrol": lambda: self.people.append(self.new(number - 20)),
            "open": lambda: open_visit(self.desk, who, planned, birth_year=BORN, reason="Came then"),
            "sign": lambda: self.sign(who, number),
            "miss": lambda: state_missed(self.desk, who, planned, reason=missed_reasons(self.desk)[0].code),
            "unplanned": lambda: unscheduled.open_unscheduled(
                self.desk, who, birth_year=BORN, reason="Fell", instruments=["grip_strength"]
            ),
            "anchor": lambda: state_anchor(self.desk, who, SURGERY, day=day, reason="Known now"),
            "infusion": lambda: state_infusion(self.desk, who, number % 3 + 1, day=day, reason="Known now"),
            "leave": lambda: change_status(self.desk, who, WISH),
            "receipt": lambda: self.receipt(number),
            "days": lambda: self.clock.pass_seconds(number * 86_400),
            "amend": lambda: self.amend(number),
        }
        with suppress(Refusal):
            doing[act.what]()

    def sign(self, who: str, number: int) -> None:
        """Sign one of somebody's visits, complete or not: the list must hold what the facts say."""
        visits = self.desk.ledger.views.visits(who)
        if visits:
            signed = VisitSigned(
                participant=who,
                visit=visits[number % len(visits)].visit,
                meaning="performed",
                digest="ab" * 32,
                scores=(),
            )
            self.desk.append(Draft(event=signed, entity=who, field=signed.visit))

    def receipt(self, number: int) -> None:
        """Read central's word that it holds a part of the stream."""
        head = self.desk.ledger.head().seq
        event = ReceiptRead(
            number=head, held_seq=max(1, head - number), head="00" * 32, digest="11" * 32, central_time="2025-11-18"
        )
        self.desk.append(station_fact(self.desk.ledger.station, event))

    def amend(self, number: int) -> None:
        """Take the last visits out of the study in force, or put them back."""
        kept = self.whole.visits[: max(1, len(self.whole.visits) - number % 3)]
        self.desk.study = replace(self.whole, visits=kept, digest=f"{number % 3:064x}")


@pytest.mark.req("TOD-001")
@settings(max_examples=12, deadline=None)
@given(st.lists(ACTS, min_size=1, max_size=30))
def test_the_rows_in_memory_are_those_of_everybody_worked_out_anew(acts: list[Act]) -> None:
    with TemporaryDirectory() as folder, open_desk(Path(folder)) as (desk, clock):
        station = Station(desk, clock)
        for act in acts:
            station.do(act)
            kept, anew = agenda_of(desk), recomputed(desk)
            assert kept.rows == anew.rows
            assert kept == anew
        views = desk.ledger.views
        assert dict(listed(desk, "").signed) == {
            person.participant: sum(visit.state == "signed" for visit in views.visits(person.participant))
            for person in views.participants()
        }


@pytest.mark.req("TOD-002")
def test_the_search_in_memory_finds_what_the_read_tables_find(at: tuple[Desk, journey.StillClock]) -> None:
    desk, _ = at
    rows = [journey.enrol(desk) for _ in range(12)]
    views = desk.ledger.views
    for text in ("", "s01", "S01-A", "-00", "0", rows[3].code, rows[3].code[2:7].lower(), "%", "_", "nobody"):
        assert found(desk, text) == listed(desk, text).people == views.participants(text), text
        assert found(desk, text, 5) == views.participants(text, 5), text
    journey.enrol(desk)
    assert found(desk, "S01") == views.participants("S01")
    assert len(found(desk, "")) == 13


def row_of(desk: Desk, person: ParticipantRow, planned: str) -> DueState:
    """Return where a planned visit of somebody stands."""
    return next(row.state for row in rows_of_participant(desk, person.participant) if row.planned == planned)


@pytest.mark.req("TOD-005")
def test_a_visit_waits_for_the_day_it_is_counted_from_and_moves_with_it(at: tuple[Desk, journey.StillClock]) -> None:
    desk, clock = at
    today = clock.now().date()
    person = journey.enrol(desk, consent_date="2025-06-01", anchor_date=(today - timedelta(days=2)).isoformat())
    last = desk.in_force.visits[-1].id
    waiting = next(row for row in rows_of_participant(desk, person.participant) if row.planned == last)
    assert (waiting.state, waiting.window, waiting.waits_for) == (DueState.WAITS, None, SURGERY)
    with pytest.raises(Refusal, match="VISIT_WAITS"):
        state_missed(desk, person.participant, last, reason=missed_reasons(desk)[0].code)
    state_anchor(desk, person.participant, SURGERY, day=(today - timedelta(days=14)).isoformat())
    assert row_of(desk, person, last) in {DueState.DUE, DueState.CLOSING}
    moved = today + timedelta(days=60)
    with pytest.raises(Refusal):
        state_anchor(desk, person.participant, SURGERY, day=moved.isoformat())
    state_anchor(desk, person.participant, SURGERY, day=moved.isoformat(), reason="Put off")
    row = next(row for row in rows_of_participant(desk, person.participant) if row.planned == last)
    assert row.window is not None
    assert (row.window.target, row.state) == (moved + timedelta(days=14), DueState.LATER)


@pytest.mark.req("TOD-003")
def test_a_missed_visit_is_one_act_with_a_reason_of_the_list(at: tuple[Desk, journey.StillClock]) -> None:
    desk, clock = at
    today = clock.now().date()
    due = journey.enrol(desk, consent_date="2025-06-01", anchor_date=(today + timedelta(days=2)).isoformat())
    later = journey.enrol(desk, anchor_date=(today + timedelta(days=90)).isoformat())
    reasons = missed_reasons(desk)
    plain, worded = (next(one for one in reasons if one.needs_text is needs) for needs in (False, True))
    before = desk.ledger.head()
    refused = {
        "MISSED_REASON_NEEDED": (due, "M99"),
        "REASON_NEEDED": (due, worded.code),
        "WINDOW_NOT_OPEN": (later, plain.code),
    }
    for code, (person, reason) in refused.items():
        with pytest.raises(Refusal, match=code):
            state_missed(desk, person.participant, "baseline", reason=reason)
    assert desk.ledger.head() == before
    state_missed(desk, due.participant, "baseline", reason=worded.code, text=" Snow  storm ")
    (missed,) = desk.ledger.views.missed(due.participant)
    assert (missed.planned, missed.reason, desk.ledger.head().seq) == ("baseline", worded.code, before.seq + 1)
    assert row_of(desk, due, "baseline") is DueState.MISSED
    with pytest.raises(Refusal, match="MISSED_ALREADY"):
        state_missed(desk, due.participant, "baseline", reason=plain.code)


@pytest.mark.req("TOD-003")
def test_who_comes_after_all_is_assessed_while_the_window_is_open(at: tuple[Desk, journey.StillClock]) -> None:
    desk, clock = at
    today = clock.now().date()
    reason = missed_reasons(desk)[0].code
    people = [
        journey.enrol(desk, consent_date="2025-06-01", anchor_date=(today + timedelta(days=2)).isoformat())
        for _ in range(2)
    ]
    for person in people:
        state_missed(desk, person.participant, "baseline", reason=reason)
    early, late = people
    open_visit(desk, early.participant, "baseline", birth_year=BORN, reason="Came after all")
    assert row_of(desk, early, "baseline") is DueState.IN_PROGRESS
    with pytest.raises(Refusal, match="VISIT_WAS_HELD"):
        state_missed(desk, early.participant, "baseline", reason=reason)
    clock.pass_seconds(60 * 86_400)
    with pytest.raises(Refusal):
        open_visit(desk, late.participant, "baseline", birth_year=BORN, reason="Came much later")
    assert late.participant not in {row.participant for row in agenda_of(desk).rows if row.state is DueState.MISSED}


@pytest.mark.req("TOD-004")
def test_an_unscheduled_visit_needs_a_reason_and_instruments_of_the_study(
    at: tuple[Desk, journey.StillClock],
) -> None:
    desk, _ = at
    person = journey.enrol(desk)
    before = desk.ledger.head()

    def opened(*instruments: str, reason: str = "Fell at home", born: str = BORN) -> str:
        return unscheduled.open_unscheduled(
            desk, person.participant, birth_year=born, reason=reason, instruments=instruments
        )

    with pytest.raises(Refusal, match="UNSCHEDULED_REASON_NEEDED"):
        opened("grip_strength", reason=" ")
    for instruments in ((), ("grip_strength", "sf_12")):
        with pytest.raises(Refusal, match="UNSCHEDULED_BATTERY_NEEDED"):
            opened(*instruments)
    with pytest.raises(Refusal):
        opened("grip_strength", born="1950")
    assert desk.ledger.head() == before
    visit = opened("chair_stand_5", "grip_strength")
    row = next(row for row in rows_of_participant(desk, person.participant) if row.key == visit)
    assert (row.planned, row.window, row.state) == (UNSCHEDULED, None, DueState.IN_PROGRESS)
    assert row.date == date(2025, 11, 18)
    record = desk.record(person.participant)
    assert record.visits[visit].battery[-2:] == ("grip_strength", "chair_stand_5")
