"""The arm: sealed to those who may know it, closed to everybody else, and in no table, file or text in the clear."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import select

from assessdesk.domain.blinding_events import AllocationSealed
from assessdesk.ports import Refusal
from assessdesk.services import allocation, blinding, session
from assessdesk.services.assessments import open_visit
from assessdesk.services.audit import audit_rows
from assessdesk.services.desk import Desk, participant_fact
from assessdesk.storage import schema
from assessdesk.storage.ledger import SqlLedger
from tests.journeys.blinded import (
    ALLOCATOR,
    ARMS,
    BLINDED,
    PASSPHRASES,
    SECOND_ALLOCATOR,
    TITLES,
    blinded_desk,
    sign_in,
)
from tests.journeys.visit import USER, StillClock, enrol

HERON, OTTER = ARMS


@pytest.fixture
def clock() -> StillClock:
    return StillClock()


@pytest.fixture
def desk(tmp_path: Path, clock: StillClock) -> Desk:
    return blinded_desk(tmp_path, clock)


def box_of(desk: Desk, participant: str) -> AllocationSealed:
    return desk.record(participant).conduct.allocations[-1].event


@pytest.mark.req("BLD-001")
def test_an_allocation_is_read_by_those_who_may_know_it_and_by_nobody_else(desk: Desk) -> None:
    row = enrol(desk)
    sign_in(desk, ALLOCATOR)
    allocation.allocate(desk, row.participant, OTTER, again=OTTER)
    assert allocation.arm_of(desk, row.participant) == OTTER
    assert box_of(desk, row.participant).readers == (ALLOCATOR,)
    for blinded in (USER, BLINDED):
        sign_in(desk, blinded)
        assert allocation.arm_of(desk, row.participant) is None
        with pytest.raises(Refusal, match="NOT_A_READER"):
            allocation.vault_of(desk).open(box_of(desk, row.participant).box)
        with pytest.raises(Refusal, match="NOT_PERMITTED"):
            allocation.allocations(desk)


@pytest.mark.req("BLD-001")
def test_only_those_who_may_allocate_do_and_the_arm_is_stated_twice(desk: Desk) -> None:
    row = enrol(desk)
    with pytest.raises(Refusal, match="NOT_PERMITTED"):
        allocation.allocate(desk, row.participant, OTTER, again=OTTER)
    sign_in(desk, ALLOCATOR)
    with pytest.raises(Refusal, match="ARMS_DIFFER"):
        allocation.allocate(desk, row.participant, OTTER, again=HERON)
    with pytest.raises(Refusal, match="UNKNOWN_ARM"):
        allocation.allocate(desk, row.participant, "badger_arm", again="badger_arm")
    assert [state.state for state in allocation.allocations(desk)] == ["none"]
    allocation.allocate(desk, row.participant, OTTER, again=OTTER)
    with pytest.raises(Refusal, match="REASON_NEEDED"):
        allocation.allocate(desk, row.participant, HERON, again=HERON)
    allocation.allocate(desk, row.participant, HERON, again=HERON, reason="Typed for the wrong person")
    assert allocation.arm_of(desk, row.participant) == HERON


@pytest.mark.req("BLD-002")
def test_a_box_put_under_another_participant_is_not_believed(desk: Desk) -> None:
    first, second = enrol(desk), enrol(desk)
    sign_in(desk, ALLOCATOR)
    allocation.allocate(desk, first.participant, HERON, again=HERON)
    stolen = box_of(desk, first.participant)
    event = AllocationSealed(participant=second.participant, readers=stolen.readers, box=stolen.box)
    desk.append(participant_fact(second.participant, event))
    with pytest.raises(Refusal, match="BOX_OF_OTHER"):
        allocation.arm_of(desk, second.participant)


@pytest.mark.req("BLD-003")
def test_somebody_new_reads_after_it_was_sealed_again(desk: Desk) -> None:
    row = enrol(desk)
    sign_in(desk, ALLOCATOR)
    allocation.allocate(desk, row.participant, HERON, again=HERON)
    sign_in(desk, USER)
    session.add_person(desk, SECOND_ALLOCATOR, PASSPHRASES[SECOND_ALLOCATOR], roles=("allocator",))
    sign_in(desk, SECOND_ALLOCATOR)
    assert allocation.arm_of(desk, row.participant) is None
    assert [state.state for state in allocation.allocations(desk)] == ["unreadable"]
    sign_in(desk, ALLOCATOR)
    assert allocation.seal_again(desk) == 1
    assert allocation.seal_again(desk) == 0
    sign_in(desk, SECOND_ALLOCATOR)
    assert allocation.arm_of(desk, row.participant) == HERON


def tell(desk: Desk, participant: str, **changes: str) -> str:
    """Record an emergency of today, told to the physician on call."""
    given = {
        "date": desk.clock.now().date().isoformat(),
        "told": "MD-02",
        "reason": "surgery",
        "passphrase": PASSPHRASES[ALLOCATOR],
        **changes,
    }
    return allocation.record_unblinding(desk, participant, **given)


@pytest.mark.req("BLD-004")
def test_an_emergency_is_recorded_without_the_arm_before_the_arm_is_told(desk: Desk) -> None:
    row = enrol(desk)
    with pytest.raises(Refusal, match="NOT_PERMITTED"):
        tell(desk, row.participant)
    sign_in(desk, ALLOCATOR)
    with pytest.raises(Refusal, match="NOT_ALLOCATED"):
        tell(desk, row.participant)
    allocation.allocate(desk, row.participant, HERON, again=HERON)
    before = desk.ledger.head().seq
    tomorrow = (desk.clock.now().date() + timedelta(days=1)).isoformat()
    for code, field, text in (
        ("FIELD_NEEDED", "told", ""),
        ("FIELD_NEEDED", "reason", " "),
        ("DATE_IN_FUTURE", "date", tomorrow),
        ("NOT_A_DAY", "date", "yesterday"),
        ("TEXT_NAMES_ARM", "reason", f"She is in the {TITLES[HERON].lower()}"),
        ("TEXT_NAMES_ARM", "told", TITLES[OTTER]),
        ("NOT_YOUR_PASSPHRASE", "passphrase", PASSPHRASES[BLINDED]),
    ):
        with pytest.raises(Refusal, match=code):
            tell(desk, row.participant, **{field: text})
    assert [entry.kind for entry in desk.ledger.entries(after=before)] == ["session.sign_in_failed"]
    assert tell(desk, row.participant) == HERON
    (told_of,) = desk.record(row.participant).conduct.unblindings
    assert (told_of.event.told, told_of.event.reason, told_of.user) == ("MD-02", "surgery", ALLOCATOR)
    assert HERON not in repr(told_of)
    (state,) = allocation.allocations(desk)
    assert state.unblinded == told_of.event.date


@pytest.mark.req("BLD-004")
def test_nothing_is_recorded_where_the_arm_cannot_be_read(desk: Desk) -> None:
    row = enrol(desk)
    sign_in(desk, ALLOCATOR)
    allocation.allocate(desk, row.participant, HERON, again=HERON)
    sign_in(desk, USER)
    session.add_person(desk, SECOND_ALLOCATOR, PASSPHRASES[SECOND_ALLOCATOR], roles=("allocator",))
    sign_in(desk, SECOND_ALLOCATOR)
    with pytest.raises(Refusal, match="NOT_A_READER"):
        tell(desk, row.participant, passphrase=PASSPHRASES[SECOND_ALLOCATOR])
    assert desk.record(row.participant).conduct.unblindings == ()


@pytest.mark.req("BLD-007")
def test_the_audit_trail_says_whom_and_why_to_those_who_may_know(desk: Desk) -> None:
    row = enrol(desk)
    sign_in(desk, ALLOCATOR)
    allocation.allocate(desk, row.participant, HERON, again=HERON)
    tell(desk, row.participant, reason="Anaphylaxis on the ward")
    rows = {}
    for user in (ALLOCATOR, BLINDED):
        sign_in(desk, user)
        (rows[user],) = (one for one in audit_rows(desk, language="en") if one.kind == "unblinding.recorded")
    day = desk.clock.now().date().isoformat()
    assert (rows[ALLOCATOR].new, rows[ALLOCATOR].reason) == (f"MD-02, {day}", "Anaphylaxis on the ward")
    assert (rows[BLINDED].about, rows[BLINDED].user) == (row.code, ALLOCATOR)
    assert "MD-02" not in repr(rows[BLINDED])
    assert "Anaphylaxis" not in repr(rows[BLINDED])


@pytest.mark.req("BLD-005")
def test_the_blinding_log_is_due_once_at_the_visits_of_the_study(desk: Desk, clock: StillClock) -> None:
    row = enrol(desk, anchor_date=clock.now().date().isoformat())
    sign_in(desk, BLINDED)
    first = open_visit(desk, row.participant, "baseline", birth_year=str(row.birth_year))
    assert not blinding.log_due(desk, desk.record(row.participant), first)
    clock.pass_seconds(42 * 86_400)
    visit = open_visit(desk, row.participant, "week_06", birth_year=str(row.birth_year))
    assert blinding.log_due(desk, desk.record(row.participant), visit)
    with pytest.raises(Refusal, match="UNKNOWN_WAY"):
        blinding.log(desk, row.participant, visit, way="a_bird", guess=OTTER)
    with pytest.raises(Refusal, match="UNKNOWN_ARM"):
        blinding.log(desk, row.participant, visit, way="nothing", guess="badger_arm")
    blinding.log(desk, row.participant, visit, way="participant_said", guess=OTTER)
    record = desk.record(row.participant)
    assert not blinding.log_due(desk, record, visit)
    with pytest.raises(Refusal, match="NO_BLINDING_LOG_DUE"):
        blinding.log(desk, row.participant, visit, way="nothing", guess=HERON)
    with pytest.raises(Refusal, match="NOT_A_READER"):
        allocation.vault_of(desk).open(record.conduct.blinding[visit].event.guess)
    sign_in(desk, ALLOCATOR)
    assert OTTER in allocation.vault_of(desk).open(record.conduct.blinding[visit].event.guess)


@pytest.mark.req("BLD-006")
def test_no_table_and_no_audit_row_holds_the_arm(desk: Desk, clock: StillClock) -> None:
    row = enrol(desk, anchor_date=clock.now().date().isoformat())
    sign_in(desk, ALLOCATOR)
    allocation.allocate(desk, row.participant, OTTER, again=OTTER)
    sign_in(desk, BLINDED)
    clock.pass_seconds(42 * 86_400)
    visit = open_visit(desk, row.participant, "week_06", birth_year=str(row.birth_year))
    blinding.log(desk, row.participant, visit, way="nothing", guess=OTTER)
    ledger = desk.ledger
    assert isinstance(ledger, SqlLedger)
    seen = [repr(audit_rows(desk, language=language)) for language in ("en", "ko", "zh")]
    seen.append(repr(desk.record(row.participant)))
    for table in (*schema.LEDGER.sorted_tables, *schema.VIEWS.sorted_tables):
        seen += [repr(each) for each in ledger._connection.execute(select(table))]
    assert any(row.participant in each for each in seen), "the search itself must find what is there"
    for word in (OTTER, TITLES[OTTER]):
        assert not [each for each in seen if word in each]
