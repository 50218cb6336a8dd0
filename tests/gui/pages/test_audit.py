"""The audit trail: every entry in words, and blind where the study is."""

from __future__ import annotations

import csv
import io
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from typing import get_args

import pytest
from PySide6.QtCore import Qt

from assessdesk.domain.commands import RecordText
from assessdesk.domain.events import AuditExported, Event
from assessdesk.gui.audit.words import GROUPS, kind_words, kinds_of
from assessdesk.gui.demo.walkthrough import Walkthrough
from assessdesk.gui.page import Destination
from assessdesk.gui.pages.audit import AuditPage
from assessdesk.gui.window.main_window import MainWindow
from assessdesk.ports import Refusal
from assessdesk.services import assessments, corrections
from assessdesk.services.audit import HIDDEN, AuditRow, Wanted, audit_rows, place_of_slot
from assessdesk.services.audit_export import require_export
from assessdesk.services.desk import Desk
from tests.gui.conftest import Enrol
from tests.journeys.querying import SECOND_USER, enter_as
from tests.journeys.visit import StillClock
from tools import translate

KINDS = sorted(event.kind for event in get_args(Event))


def measured(desk: Desk, participant: str) -> str:
    """Open baseline and record the first set-up fact of the grip; return the visit."""
    visit = assessments.open_visit(desk, participant, "baseline", birth_year="1971")
    record = assessments.start_assessment(desk, desk.record(participant), visit, "grip_strength").record
    step = assessments.step_of(desk, record, visit, "grip_strength")
    assert step is not None
    done = assessments.perform(desk, record, visit, "grip_strength", RecordText(slot="setup.device", text="D-03"))
    assert not done.findings
    return visit


@pytest.mark.req("GUI-129")
def test_every_entry_is_a_row_newest_first_and_can_be_narrowed_to_one_person(
    window: MainWindow, walk: Walkthrough, enrol: Enrol, signed_in: Desk
) -> None:
    first, second = enrol(), enrol()
    window.go(Destination(page="audit"))
    page = window.current()
    assert isinstance(page, AuditPage)
    rows = page._table.rows_model().rows()
    assert [row.seq for row in rows] == list(range(signed_in.ledger.head().seq, 0, -1))
    walk.press(Qt.Key.Key_Slash)
    walk.write(second.code)
    assert {row.about for row in page._table.rows_model().rows()} == {second.code}
    window.go(Destination(page="audit", participant=first.participant))
    assert {row.about for row in page._table.rows_model().rows()} == {first.code}
    walk.press(Qt.Key.Key_Escape)
    assert window._at == Destination(page="participant", participant=first.participant)


@pytest.mark.req("GUI-129")
def test_a_row_says_who_where_and_what(enrol: Enrol, signed_in: Desk) -> None:
    row = enrol()
    measured(signed_in, row.participant)
    newest = audit_rows(signed_in, language="en", participant=row.participant)[0]
    assert (newest.kind, newest.user, newest.about, newest.visit) == ("value.recorded", "AS-04", row.code, "Baseline")
    assert newest.place.instrument == "Grip strength"
    assert newest.new == "D-03"


@pytest.mark.req("GUI-130")
def test_values_of_a_visit_that_is_over_are_hidden_from_blinded_roles(enrol: Enrol, signed_in: Desk) -> None:
    row = enrol()
    measured(signed_in, row.participant)

    def newest_value() -> str:
        rows = audit_rows(signed_in, language="en", participant=row.participant)
        return next(each.new for each in rows if each.kind == "value.recorded")

    assert newest_value() == "D-03"
    assert isinstance(signed_in.clock, StillClock)
    signed_in.clock.pass_seconds(42 * 86_400)
    assessments.open_visit(signed_in, row.participant, "week_06", birth_year="1971")
    assert newest_value() == HIDDEN
    signed_in.roles = ("allocator",)
    assert newest_value() == "D-03"


@pytest.mark.req("GUI-129")
def test_a_slot_is_said_in_words(signed_in: Desk) -> None:
    grip = signed_in.instruments["grip_strength"]
    section = next(each for each in grip.sections if each.trials is not None and each.trials.sides)
    place = place_of_slot(grip, f"{section.id}.left.2.{section.items[0].id}", "en")
    assert (place.side, place.number) == ("left", "2")
    assert place.section == section.title.get("en")


@pytest.mark.req("GUI-131")
@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_of_fact_has_words_in_every_language(kind: str) -> None:
    row = AuditRow(
        seq=1, hash="", at=datetime.now(UTC), user="", originator="person", kind=kind, participant="", about=""
    )  # fmt: skip
    words = kind_words(row)
    assert words != kind
    assert "." not in words
    for language in ("ko", "zh"):
        said = {entry.source: entry.translation for entry in translate.entries(translate.ts_file(language))}
        assert said[words] not in {"", words}


@pytest.mark.req("GUI-131")
def test_every_kind_of_fact_is_found_in_a_group_and_none_under_two_but_changes() -> None:
    places = {kind: [group for group in GROUPS if group != "changes" and kind in kinds_of(group)] for kind in KINDS}
    assert {kind: found for kind, found in places.items() if len(found) != 1} == {}
    assert not kinds_of("all")
    assert all(kinds_of(group) for group in GROUPS if group != "all")


def shown(window: MainWindow) -> list[AuditRow]:
    page = window.current()
    assert isinstance(page, AuditPage)
    return list(page._table.rows_model().rows())


@pytest.mark.req("GUI-132")
def test_the_trail_is_narrowed_by_kind_and_person_by_keys(
    window: MainWindow, walk: Walkthrough, enrol: Enrol, signed_in: Desk
) -> None:
    first, second = enrol(), enrol()
    measured(signed_in, first.participant)
    measured(signed_in, second.participant)
    enter_as(signed_in, SECOND_USER)
    assessments.open_visit(signed_in, enrol().participant, "baseline", birth_year="1971")
    window.go(Destination(page="audit"))
    walk.press(Qt.Key.Key_V, Qt.KeyboardModifier.AltModifier)
    assert {row.kind for row in shown(window)} == {"assessment.started", "assessment.administered", "value.recorded"}
    walk.press(Qt.Key.Key_Slash)
    walk.write(second.code)
    assert {row.about for row in shown(window)} == {second.code}
    walk.press(Qt.Key.Key_A, Qt.KeyboardModifier.AltModifier)
    assert {row.user for row in shown(window)} == {"AS-04"}
    window.go(Destination(page="audit"))
    walk.press(Qt.Key.Key_Slash)
    walk.write("co-02")
    assert {row.user for row in shown(window)} == {SECOND_USER}
    walk.press(Qt.Key.Key_I, Qt.KeyboardModifier.AltModifier)
    assert [row.kind for row in shown(window)] == ["visit.opened"]
    walk.press(Qt.Key.Key_A, Qt.KeyboardModifier.AltModifier)
    walk.press(Qt.Key.Key_Slash)
    for word in ("S01-", "ZZ"):  # several, none: nothing is shown rather than what was not asked for
        walk.type("Filter by participant or person", word)
        assert not shown(window)
        assert any(f"“{word}” is no code of one participant" in name for name in walk.names())


def correct_device(desk: Desk, participant: str, visit: str, text: str) -> None:
    """Correct the set-up fact that `measured` recorded."""
    record = desk.record(participant)
    corrections.correct(
        desk, record, visit, instrument="grip_strength", slot="setup.device", text=text, reason="Read the wrong label"
    )


@pytest.mark.req("GUI-129")
def test_facts_of_the_station_say_what_they_are_about(signed_in: Desk) -> None:
    told = {(row.kind, row.new) for row in audit_rows(signed_in, language="en", most=None)}
    study = signed_in.in_force
    assert {
        ("epoch.started", "AS-04, assessor, coordinator"),
        ("definition.adopted", f"{study.id}, {study.version}"),
    } <= {*told}


@pytest.mark.req("GUI-132")
def test_a_change_shows_what_stood_there_however_long_ago(enrol: Enrol, signed_in: Desk) -> None:
    row = enrol()
    visit = measured(signed_in, row.participant)
    correct_device(signed_in, row.participant, visit, "D-04")
    (newest,) = audit_rows(signed_in, language="en", wanted=Wanted(kinds=kinds_of("changes")), most=1)
    assert (newest.kind, newest.old, newest.new) == ("value.corrected", "D-03", "D-04")
    assert newest.reason == "Read the wrong label"


@pytest.mark.req("GUI-133")
def test_the_trail_is_saved_as_a_table_with_times_in_utc_and_stated(
    window: MainWindow, walk: Walkthrough, enrol: Enrol, signed_in: Desk, tmp_path: Path
) -> None:
    row, other = enrol(), enrol()
    visit = measured(signed_in, row.participant)
    measured(signed_in, other.participant)
    correct_device(signed_in, row.participant, visit, "=1+1")
    window.go(Destination(page="audit", participant=row.participant))
    page = window.current()
    assert isinstance(page, AuditPage)
    page.choose_file = lambda: str(tmp_path / "trail.csv")
    walk.press(Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    content = (tmp_path / "trail.csv").read_bytes()
    head, *lines = csv.reader(io.StringIO(content.decode("utf-8-sig")))
    held = [dict(zip(head, line, strict=True)) for line in lines]
    entries = {entry.seq: entry for entry in signed_in.ledger.entries(entity=row.participant)}
    assert [int(line["Entry"]) for line in held] == sorted(entries)
    for line in held:
        entry = entries[int(line["Entry"])]
        assert line["Hash"] == entry.hash
        assert line["Time (UTC)"].endswith("+00:00")
        assert datetime.fromisoformat(line["Time (UTC)"]) == entry.at == datetime.fromisoformat(line["Local time"])
        assert line["Local time"].endswith("+09:00")
        assert (line["About"], line["Station"], line["Kind"]) == (row.code, "S01-A", entry.kind)
    changed = held[-1]
    assert (changed["Old"], changed["New"], changed["Reason"]) == ("D-03", "'=1+1", "Read the wrong label")
    *_, last = signed_in.ledger.entries()
    assert last.event == AuditExported(
        about=row.code,
        rows=len(held),
        last_seq=int(changed["Entry"]),
        digest=sha256(content).hexdigest(),
        file_name="trail.csv",
    )
    assert any("trail.csv, " in name for name in walk.names())


@pytest.mark.req("GUI-133")
def test_a_table_shows_no_more_than_the_screen_and_not_to_everybody(
    window: MainWindow, walk: Walkthrough, enrol: Enrol, signed_in: Desk, tmp_path: Path
) -> None:
    row = enrol()
    measured(signed_in, row.participant)
    assert isinstance(signed_in.clock, StillClock)
    signed_in.clock.pass_seconds(42 * 86_400)
    assessments.open_visit(signed_in, row.participant, "week_06", birth_year="1971")
    head = signed_in.ledger.head()
    window.go(Destination(page="audit"))
    page = window.current()
    assert isinstance(page, AuditPage)
    page.choose_file = lambda: str(tmp_path / "nowhere" / "trail.csv")
    walk.press(Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert any("could not be written" in name for name in walk.names())
    assert signed_in.ledger.head() == head
    page.choose_file = lambda: str(tmp_path / "trail.csv")
    walk.press(Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    text = (tmp_path / "trail.csv").read_text(encoding="utf-8-sig")
    assert "(hidden: blinded)" in text
    assert "D-03" not in text
    (tmp_path / "trail.csv").unlink()
    signed_in.roles = ("trainer",)
    page.refresh()
    walk.press(Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert not (tmp_path / "trail.csv").exists()
    with pytest.raises(Refusal, match="NOT_PERMITTED"):
        require_export(signed_in)


@pytest.mark.req("GUI-132")
def test_few_rows_are_the_newest_that_fit(enrol: Enrol, signed_in: Desk) -> None:
    people = [enrol() for _ in range(4)]
    visits = [measured(signed_in, row.participant) for row in people]
    every = audit_rows(signed_in, language="en", most=None)
    assert [row.seq for row in every] == list(range(signed_in.ledger.head().seq, 0, -1))
    for most in (1, 3, 7, len(every), 2 * len(every)):
        assert audit_rows(signed_in, language="en", most=most) == every[:most]
        wanted = Wanted(kinds=kinds_of("visits"))
        opened = [row for row in every if row.kind == "visit.opened"]
        assert audit_rows(signed_in, language="en", wanted=wanted, most=most) == tuple(opened[:most])
    assert len(visits) == len(people)
    assert not audit_rows(signed_in, language="en", wanted=Wanted(user="AS-0"), most=3)
