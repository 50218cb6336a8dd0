"""One contract, two ledgers: whatever the use cases' tests see in memory, the encrypted file does too."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, timedelta
from pathlib import Path

import pyrage
import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from assessdesk.domain.events import CareFacts, CareFactsChanged, Draft, Entry, Head, UserRemoved, ValueRecorded
from assessdesk.domain.record import fold
from assessdesk.domain.wire import FIRST_PREVIOUS, commitment, fault_of, read_header
from assessdesk.ports import Author, Conflict, Ledger, Refusal
from assessdesk.storage.chain import author_of
from assessdesk.storage.passphrases import FLOOR
from assessdesk.storage.station import StationFolder
from tests.fakes.memory_ledger import TickingClock, started_memory_ledger
from tests.storage import facts as given
from tests.storage.conduct_facts import around_visits
from tests.storage.facts import FACTS, PASSPHRASE


@dataclass
class Bench:
    """A ledger with its first entry, and the person who wrote it."""

    ledger: Ledger
    author: Author

    def write(self, *drafts: Draft) -> tuple[Entry, ...]:
        return self.ledger.append(drafts, author=self.author, expected_seq=self.ledger.head().seq)


@pytest.fixture(params=["memory", "sqlcipher"])
def bench(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Bench]:
    if request.param == "memory":
        yield Bench(*started_memory_ledger())
        return
    store = StationFolder(tmp_path / "station", cost=FLOOR)
    station = store.create(
        FACTS,
        user="a-tester",
        passphrase=PASSPHRASE,
        roles=("coordinator", "assessor"),
        clock=TickingClock(),
    )
    yield Bench(station.ledger, station.author)
    station.ledger.close()


@pytest.mark.req("LED-001")
def test_an_entry_is_read_back_as_it_was_written(bench: Bench) -> None:
    draft = given.recorded(value=given.kilograms("31.400"))
    written = bench.write(given.participant(), given.visit(), draft)
    assert tuple(bench.ledger.entries(after=1)) == written
    entry = written[-1]
    assert entry.event == draft.event
    assert isinstance(entry.event, ValueRecorded)
    assert isinstance(entry.event.value, type(given.kilograms()))
    assert str(entry.event.value.value) == "31.400"
    assert (entry.user, entry.key, entry.field) == (bench.author.user, bench.author.key, draft.field)
    assert entry.at.utcoffset() == timedelta(hours=9)
    assert entry.at.astimezone(UTC).year == 2026


@pytest.mark.req("LED-002")
def test_entries_are_chained_signed_and_committed(bench: Bench) -> None:
    bench.write(given.participant(), given.visit())
    bench.write(given.recorded())
    previous = FIRST_PREVIOUS
    for number, wire in enumerate(bench.ledger.wire(first=1, last=4), start=1):
        assert fault_of(wire, expected_seq=number, previous=previous) is None
        assert wire.payload is not None
        assert read_header(wire.header).payload == commitment(wire.salt, wire.payload)
        previous = wire.hash
    assert bench.ledger.head() == Head(seq=4, hash=previous)
    checked = bench.ledger.verify()
    assert (checked.entries, checked.head, checked.faults) == (4, bench.ledger.head(), ())


@pytest.mark.req("LED-003")
def test_a_stale_expectation_is_a_conflict_and_writes_nothing(bench: Bench) -> None:
    bench.write(given.participant())
    before = bench.ledger.head()
    with pytest.raises(Conflict) as refused:
        bench.ledger.append((given.visit(),), author=bench.author, expected_seq=1)
    assert refused.value.arguments == {"expected": "1", "found": "2"}
    assert bench.ledger.head() == before
    assert bench.ledger.views.visits() == ()


@pytest.mark.req("LED-004")
def test_one_draft_that_cannot_be_written_keeps_out_its_companions(bench: Bench) -> None:
    bench.write(given.participant())
    event = given.recorded().event
    assert isinstance(event, ValueRecorded)
    naive = replace(event, performed_at=given.PERFORMED.replace(tzinfo=None))
    with pytest.raises(ValueError, match="offset"):
        bench.write(given.visit(), Draft(event=naive, entity="participant-1"))
    assert bench.ledger.head().seq == 2
    assert bench.ledger.views.visits() == ()
    bench.write(given.visit())
    assert bench.ledger.verify().faults == ()


@pytest.mark.req("LED-005")
def test_nobody_writes_with_a_key_that_is_not_enrolled(bench: Bench) -> None:
    stranger = author_of("a-stranger", Ed25519PrivateKey.generate())
    posing = author_of(bench.author.user, Ed25519PrivateKey.generate())
    for author in (stranger, posing):
        with pytest.raises(Refusal) as refused:
            bench.ledger.append((given.participant(),), author=author, expected_seq=1)
        assert refused.value.code == "KEY_NOT_ENROLLED"
    assert bench.ledger.head().seq == 1


@pytest.mark.req("LED-005")
def test_an_enrolled_person_writes_until_removed(bench: Bench) -> None:
    key = Ed25519PrivateKey.generate()
    second = author_of("b-tester", key)
    bench.write(given.enrolled("b-tester", key.public_key().public_bytes_raw().hex()))
    bench.ledger.append((given.participant(),), author=second, expected_seq=2)
    bench.write(Draft(event=UserRemoved(user="b-tester", reason="left"), entity=FACTS.station))
    with pytest.raises(Refusal, match="KEY_NOT_ENROLLED"):
        bench.ledger.append((given.visit(),), author=second, expected_seq=4)
    assert [(row.user, row.active) for row in bench.ledger.views.users()] == [("a-tester", True), ("b-tester", False)]
    assert bench.ledger.verify().faults == ()


@pytest.mark.req("LED-006")
def test_the_station_signs_with_its_own_key(bench: Bench) -> None:
    station = bench.ledger.station_author()
    assert bench.ledger.station_public_key().startswith(station.key)
    bench.ledger.append((given.definition(),), author=station, expected_seq=1)
    assert bench.ledger.verify().faults == ()


@pytest.mark.req("LED-007")
def test_later_entries_cite_the_last_receipt(bench: Bench) -> None:
    before, first = bench.write(given.participant(), given.receipt(1))
    assert (before.receipt, first.receipt) == ("", "")
    (after,) = bench.write(given.visit())
    assert after.receipt == f"{1:064x}"
    _, last = bench.write(given.receipt(2), given.recorded())
    assert last.receipt == f"{2:064x}"


@pytest.mark.req("LED-008")
def test_entries_are_found_by_entity_kind_and_place(bench: Bench) -> None:
    bench.write(given.participant(1), given.participant(2), given.visit(1, of=1), given.recorded(), given.voided())
    assert [entry.seq for entry in bench.ledger.entries(entity="participant-1")] == [2, 4, 5, 6]
    assert [entry.seq for entry in bench.ledger.entries(kinds=("participant.enrolled",))] == [2, 3]
    assert [entry.seq for entry in bench.ledger.entries(entity="participant-1", kinds=("trial.voided",))] == [6]
    assert [entry.seq for entry in bench.ledger.entries(after=4)] == [5, 6]
    assert [wire.seq for wire in bench.ledger.wire(first=3, last=5)] == [3, 4, 5]
    for first, last in ((0, 1), (2, 1), (3, 7)):
        with pytest.raises(ValueError, match="are not all in"):
            list(bench.ledger.wire(first=first, last=last))


@pytest.mark.req("LED-009")
def test_a_visit_says_where_it_stands_now(bench: Bench) -> None:
    bench.write(given.participant(), given.visit())
    views = bench.ledger.views
    assert views.visits()[0].begun == 0
    first, second = (f"grip.right.{number}.force" for number in (1, 2))
    (started, _, _) = bench.write(
        given.started(first), given.recorded(first), given.recorded(second, value=given.missing())
    )
    assert views.visits()[0].begun == 1, "two values of one assessment"
    (signed,) = bench.write(given.signed())
    (row,) = views.visits("participant-1")
    assert (row.state, row.opened_seq, row.signed_seq, row.begun) == ("signed", 3, signed.seq, 0)
    assert views.visits("participant-2") == ()
    assert (views.signed_visits(), views.signed_visits(until=signed.seq)) == (1, 1)
    assert views.signed_visits(until=signed.seq - 1) == 0
    bench.write(given.corrected(second, base=started.hash))
    (row,) = views.visits()
    assert (row.state, row.signed_seq, views.signed_visits()) == ("open", None, 0), "it must be signed again"


@pytest.mark.req("LED-511")
def test_what_is_added_to_a_signed_visit_unsigns_it_in_the_lists_too(bench: Bench) -> None:
    slot = "grip.right.1.force"
    begun = given.begun()
    bench.write(given.participant(), given.visit(), begun, given.recorded(slot))
    judged = next(draft for draft in around_visits() if draft.event.kind == "assessment.judged")
    for change in (given.corrected(slot, base="ab" * 32), given.voided(slot), judged):
        bench.write(given.signed())
        (row,) = bench.ledger.views.visits()
        assert row.state == "signed"
        bench.write(change)
        (row,) = bench.ledger.views.visits()
        assert (row.state, row.signed_seq) == ("open", None)
        record = fold(bench.ledger.entries(entity="participant-1"))
        assert record.visits["visit-1"].signing is None


@pytest.mark.req("LED-520")
def test_whoever_was_written_about_since_is_found(bench: Bench) -> None:
    (_, first, _) = bench.write(given.participant(), given.visit(), *around_visits())[:3]
    changed = bench.ledger.views.participants_since(0)
    assert {row.participant for row in changed} == {row.participant for row in bench.ledger.views.participants()}
    assert bench.ledger.views.participants_since(bench.ledger.head().seq) == ()
    (last,) = bench.write(given.recorded())
    assert [row.participant for row in bench.ledger.views.participants_since(last.seq - 1)] == ["participant-1"]
    assert first.seq < last.seq
    assert {row.participant for row in bench.ledger.views.anchors("participant-1")} == {"participant-1"}
    assert bench.ledger.views.missed("nobody") == ()


@pytest.mark.req("LED-010")
def test_participants_are_searched_by_code(bench: Bench) -> None:
    bench.write(
        given.participant(1, code="S01-010"), given.participant(2, code="S01-002"), given.participant(3, code="s02%01")
    )
    views = bench.ledger.views
    assert [row.code for row in views.participants()] == ["S01-002", "S01-010", "s02%01"]
    assert [row.code for row in views.participants("S02")] == ["s02%01"]
    assert [row.code for row in views.participants("01-0", limit=1)] == ["S01-002"]
    assert [row.code for row in views.participants("%")] == ["s02%01"], "a wildcard is an ordinary character"
    assert views.participants("'; DROP TABLE entry; --") == ()
    changed = CareFactsChanged(participant="participant-2", care=CareFacts(restricted_side="left"), reason="new line")
    (entry,) = bench.write(Draft(event=changed, entity="participant-2"))
    found = views.participant("participant-2")
    assert found is not None
    assert (found.restricted_side, found.last_seq) == ("left", entry.seq)
    assert views.participant("participant-9") is None


@pytest.mark.req("LED-011")
def test_packages_receipts_and_definitions_are_listed(bench: Bench) -> None:
    bench.write(given.package(1), given.package(2), given.receipt(1), given.receipt(2), given.definition())
    views = bench.ledger.views
    assert [row.package for row in views.packages()] == ["package-2", "package-1"]
    assert views.packages()[0].recipients == ("age1central", "age1escrow")
    assert [row.number for row in views.receipts()] == [2, 1]
    assert views.receipts()[0].quarantined == ("package-9",)
    assert [(row.id, row.text) for row in views.definitions()] == [("grip_strength", 'id = "grip_strength"\n')]


@pytest.mark.req("LED-500")
def test_devices_are_listed_with_what_their_checks_said(bench: Bench) -> None:
    bench.write(given.registered("D-11"), given.registered("D-03"), given.checked("D-03"))
    first, second = bench.ledger.views.devices()
    assert (first.device, first.serial, first.resolution, first.unit) == ("D-03", "JP-1107", "0.1", "kgf")
    assert (first.calibration_due, first.check_due, first.due) == ("2027-03-01", "2026-11-28", "2026-11-28")
    assert (second.checked, second.passed, second.due) == ("", True, "2027-03-01")
    bench.write(given.checked("D-03", method="calibration", passed=False), given.retired("D-11"))
    first, second = bench.ledger.views.devices()
    assert (first.calibration_due, first.passed) == ("2026-11-28", False)
    assert second.retired == "handle broken"
    bench.write(given.registered("D-11", due=""), given.registered("D-03"))
    first, second = bench.ledger.views.devices()
    assert (first.checked, first.check_due, first.passed) == ("2026-11-21", "2026-11-28", False)
    assert (second.retired, second.due) == ("", "")


@pytest.mark.req("LED-510")
def test_what_surrounds_the_visits_is_listed(bench: Bench) -> None:
    bench.write(given.participant(), given.visit(), *around_visits())
    views = bench.ledger.views
    enrolled, screened = views.participants()
    assert (enrolled.status, enrolled.anchor_date) == ("withdrawn", "2026-11-24")
    assert (screened.code, screened.status, screened.anchor_date) == ("S01-007", "screened", "")
    assert [(row.anchor, row.date) for row in views.anchors()] == [
        ("baseline", "2026-11-24"),
        ("randomisation", "2026-11-22"),
    ]
    assert [(row.cycle, row.date) for row in views.infusions()] == [(1, "2026-11-24")]
    assert [(row.planned, row.reason) for row in views.missed()] == [("week_06", "ND14")]
    assert [(row.call, row.state) for row in views.calls()] == [("call_01", "recorded"), ("call_02", "missed")]
    (query,) = views.queries()
    assert (query.stand, query.origin, query.slot) == ("closed", "central", "grip.right.1.force")
    (certificate,) = views.certificates()
    assert (certificate.valid_until, certificate.revoked) == ("2027-10-31", "2026-12-01")


@pytest.mark.req("LED-510")
def test_what_surrounds_the_visits_adds_up(bench: Bench) -> None:
    bench.write(given.participant(), given.visit(), *around_visits())
    record = fold(bench.ledger.entries(entity="participant-1"))
    conduct = record.conduct
    assert (conduct.status, record.anchor_date) == ("withdrawn", "2026-11-24")
    assert conduct.anchors["randomisation"] == "2026-11-22"
    assert conduct.missed["week_06"].event.text == "Abroad"
    assert conduct.judgements["assessment-1"].event.validity == "doubtful"
    assert conduct.administrations["assessment-1"].event.certificate == "valid"
    assert conduct.sessions["session-1"][-1].event.minutes == 62
    assert [attempt.event.attempt for attempt in conduct.calls["call_01"].attempts] == [1]
    assert conduct.calls["call_02"].missed
    assert conduct.queries["query-1"].stand == "closed"
    assert conduct.allocations[-1].event.readers == ("a-tester",)
    failed = fold(bench.ledger.entries(entity="participant-7"))
    assert (failed.conduct.status, failed.conduct.eligibility[-1].event.verdict) == ("screened", "not_eligible")


@pytest.mark.req("LED-012")
def test_what_is_sealed_to_the_station_opens_and_nothing_else(bench: Bench) -> None:
    recipient = pyrage.x25519.Recipient.from_str(bench.ledger.station_recipient())
    sealed = pyrage.encrypt(b"a receipt", [recipient])
    assert bench.ledger.open_sealed(sealed) == b"a receipt"
    opened = io.BytesIO()
    bench.ledger.open_sealed_stream(io.BytesIO(sealed), opened)
    assert opened.getvalue() == b"a receipt"
    elsewhere = pyrage.encrypt(b"a receipt", [pyrage.x25519.Identity.generate().to_public()])
    damaged = sealed[:-1] + bytes([sealed[-1] ^ 1])
    for wrong in (elsewhere, damaged, b"", b"age-encryption.org/v1\n", sealed[:-40]):
        with pytest.raises(Refusal, match="NOT_FOR_THIS_STATION"):
            bench.ledger.open_sealed(wrong)
        with pytest.raises(Refusal, match="NOT_FOR_THIS_STATION"):
            bench.ledger.open_sealed_stream(io.BytesIO(wrong), io.BytesIO())


@pytest.mark.req("LED-002")
def test_progress_of_a_check_is_told(bench: Bench) -> None:
    bench.write(given.participant())
    told: list[tuple[int, int]] = []
    bench.ledger.verify(lambda done, total: told.append((done, total)))
    assert told[-1] == (2, 2)
