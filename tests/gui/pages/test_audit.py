"""The audit trail: every entry in words, and blind where the study is."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import get_args

import pytest
from PySide6.QtCore import Qt

from assessdesk.domain.commands import RecordText
from assessdesk.domain.events import Event
from assessdesk.gui.audit_words import kind_words
from assessdesk.gui.main_window import MainWindow
from assessdesk.gui.page import Destination
from assessdesk.gui.pages.audit import AuditPage
from assessdesk.gui.walkthrough import Walkthrough
from assessdesk.services import assessments
from assessdesk.services.audit import HIDDEN, AuditRow, audit_rows, place_of_slot
from assessdesk.services.desk import Desk
from tests.gui.conftest import Enrol
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
        seq=1, at=datetime.now(UTC), user="", originator="person", kind=kind, participant="", about=""
    )  # fmt: skip
    words = kind_words(row)
    assert words != kind
    assert "." not in words
    for language in ("ko", "zh"):
        said = {entry.source: entry.translation for entry in translate.entries(translate.ts_file(language))}
        assert said[words] not in {"", words}
