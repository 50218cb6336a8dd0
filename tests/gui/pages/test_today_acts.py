"""Today: missed and unscheduled visits, the printed list, cycles, another day, and that nobody waits for a key."""

from __future__ import annotations

import subprocess
import unicodedata
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from assessdesk.domain.commands import RecordChoice, RecordText
from assessdesk.domain.schedule import UNSCHEDULED, DueState
from assessdesk.gui.application import Application
from assessdesk.gui.demo.walkthrough import Walkthrough
from assessdesk.gui.fields.data_table import DataTable
from assessdesk.gui.page import Destination
from assessdesk.gui.pages.participant import ParticipantPage
from assessdesk.gui.pages.today import TodayPage
from assessdesk.gui.paper.today_list import Listing, save_listing
from assessdesk.gui.window.day_watch import DAY, DayWatch
from assessdesk.gui.window.main_window import MainWindow
from assessdesk.services import session
from assessdesk.services.agenda import agenda_of
from assessdesk.services.desk import Desk
from assessdesk.services.study_facts import state_infusion
from assessdesk.services.visit_plans import days_of
from assessdesk.storage.lists import SqlViews
from tests.gui.conftest import Enrol
from tests.journeys.performance import Run
from tests.journeys.visit import PASSPHRASE, USER, StillClock

ENTER, ESCAPE = Qt.Key.Key_Return, Qt.Key.Key_Escape


def page_of(window: MainWindow) -> TodayPage:
    page = window.current()
    assert isinstance(page, TodayPage)
    return page


def again(window: MainWindow) -> TodayPage:
    """Look at Today anew, the table in the focus."""
    page = page_of(window)
    page.refresh()
    page._back_to_table()
    return page


def clock_of(desk: Desk) -> StillClock:
    assert isinstance(desk.clock, StillClock)
    return desk.clock


def in_days(desk: Desk, days: int) -> str:
    return (desk.clock.now().date() + timedelta(days=days)).isoformat()


def states(window: MainWindow) -> list[DueState]:
    rows = page_of(window)._table.rows_model().rows()
    return [row.due.state for row in rows if row.due is not None]


@pytest.mark.req("TOD-009")
def test_m_records_the_chosen_visit_as_missed_with_a_reason(
    window: MainWindow, walk: Walkthrough, enrol: Enrol, signed_in: Desk
) -> None:
    row = enrol(anchor_date=in_days(signed_in, 1), consent_date="2025-06-01")
    again(window)
    walk.press(Qt.Key.Key_M)
    assert walk.has(f"{row.code}, Baseline: record as missed")
    walk.press(ESCAPE)
    assert not signed_in.ledger.views.missed()
    walk.press(Qt.Key.Key_M)
    walk.press(Qt.Key.Key_1)
    walk.press(ENTER)
    (missed,) = signed_in.ledger.views.missed()
    assert (missed.participant, missed.planned) == (row.participant, "baseline")
    assert states(window) == [DueState.MISSED]
    assert page_of(window)._missed.isHidden()
    assert not page_of(window)._miss.isEnabled()


@pytest.mark.req("TOD-009")
def test_u_leads_to_an_unscheduled_visit_of_the_chosen_participant(
    window: MainWindow, walk: Walkthrough, enrol: Enrol, signed_in: Desk
) -> None:
    row = enrol(anchor_date=in_days(signed_in, 1), consent_date="2025-06-01")
    again(window)
    walk.press(Qt.Key.Key_U)
    assert isinstance(window.current(), ParticipantPage)
    assert walk.has(f"{row.code}, unscheduled visit")
    walk.type("Year of birth", "1971")
    walk.press(ENTER)
    walk.type("Reason for an unscheduled visit", "Fell at home")
    walk.press(ENTER)
    assert not signed_in.ledger.views.visits()  # nothing was chosen to be done
    walk.find("Grip strength").setFocus()
    walk.press(Qt.Key.Key_Space)
    walk.press(ENTER)
    (visit,) = signed_in.ledger.views.visits()
    assert (visit.planned, visit.participant) == (UNSCHEDULED, row.participant)


@pytest.mark.req("TOD-008")
def test_s_saves_what_the_filter_leaves_on_as_many_sheets_as_it_takes(
    window: MainWindow, walk: Walkthrough, enrol: Enrol, signed_in: Desk, tmp_path: Path
) -> None:
    codes = [enrol(anchor_date=in_days(signed_in, day), consent_date="2025-06-01").code for day in (1, -2)]
    page = again(window)
    path = tmp_path / "list.pdf"
    page._printing.choose_file = lambda: str(path)
    walk.press(Qt.Key.Key_S)
    assert walk.has("Done: Saved: list.pdf")
    words = text_of(path)
    assert all(code in words for code in codes)
    assert "Study codes only; no results." in words
    walk.press(Qt.Key.Key_2)
    assert states(window) == [DueState.OVERDUE]
    walk.press(Qt.Key.Key_S)
    words = text_of(path)
    assert codes[1] in words
    assert codes[0] not in words
    listing = page._printing.listing(page._table.rows_model().rows(), page._words)
    assert listing.rows[0][-1] == "closed 2 days ago"
    long = replace(listing, rows=listing.rows * 130)
    save_listing(path, long)
    assert pages_of(path) == len(long.pages()) > 2
    assert [row for sheet in long.pages() for row in sheet] == list(long.rows)
    assert Listing.pages(replace(listing, rows=())) == [()]


@pytest.mark.req("TOD-008")
def test_a_list_that_cannot_be_written_says_so(
    window: MainWindow, walk: Walkthrough, enrol: Enrol, signed_in: Desk, tmp_path: Path
) -> None:
    enrol(anchor_date=in_days(signed_in, 1), consent_date="2025-06-01")
    page = again(window)
    page._printing.choose_file = lambda: str(tmp_path / "no" / "such" / "list.pdf")
    walk.press(Qt.Key.Key_S)
    assert any(name.startswith("Not written: ") for name in walk.names())


def text_of(path: Path) -> str:
    """The text of a PDF as a reader program extracts it."""
    done = subprocess.run(["pdftotext", "-layout", str(path), "-"], capture_output=True, text=True, check=True)
    return unicodedata.normalize("NFKC", done.stdout)


def pages_of(path: Path) -> int:
    """How many pages a PDF has: each ends with a form feed."""
    return text_of(path).count("\f")


@pytest.mark.req("TOD-012")
def test_cycle_and_day_stand_beside_the_date(window: MainWindow, enrol: Enrol, signed_in: Desk) -> None:
    row = enrol(anchor_date=in_days(signed_in, -1), consent_date="2025-06-01")
    page = again(window)
    cycle = [column.title for column in page._table.rows_model().columns()].index("Cycle")

    def shown() -> object:
        return page._table.rows_model().index(0, cycle).data()

    assert shown() == "–"
    state_infusion(signed_in, row.participant, 1, day=in_days(signed_in, -22))
    state_infusion(signed_in, row.participant, 2, day=in_days(signed_in, -1))
    again(window)
    assert shown() == "C2 D2"


@pytest.mark.req("TOD-006")
def test_a_new_day_is_noticed_and_the_list_is_worked_out_for_it(
    window: MainWindow, enrol: Enrol, signed_in: Desk
) -> None:
    enrol(anchor_date=in_days(signed_in, 20), consent_date="2025-06-01")
    again(window)
    told: list[frozenset[str]] = []
    window.workspace.changed.connect(told.append)
    watch = DayWatch(window.workspace)
    watch.start()
    clock_of(signed_in).pass_seconds(3600)
    watch.look()
    assert (told, states(window)) == ([], [DueState.OPENS_SOON])
    clock_of(signed_in).pass_seconds(86_400 * 10)
    watch.look()
    watch.look()
    assert told == [frozenset({DAY})]
    assert states(window) == [DueState.DUE]
    assert any("28 November" in name for name in Walkthrough(window).names())
    watch.stop()
    assert not watch.watching()


@pytest.mark.req("TOD-006")
def test_the_program_watches_the_day_while_somebody_is_signed_in(qapp: object, signed_in: Desk, tmp_path: Path) -> None:
    del qapp
    made = Application(signed_in, logs=tmp_path / "logs")
    assert not made.days.watching()
    made.window.entered.emit()
    assert made.days.watching()
    made.window.locked.emit()
    assert not made.days.watching()
    made.idle.stop()


@pytest.mark.req("TOD-007")
def test_a_workstation_that_was_off_for_a_month_shows_what_became_of_the_visits(
    window: MainWindow, enrol: Enrol, signed_in: Desk
) -> None:
    enrol(anchor_date=in_days(signed_in, 5), consent_date="2025-06-01")
    enrol(anchor_date=in_days(signed_in, 33), consent_date="2025-06-01")
    again(window)
    assert states(window) == [DueState.DUE]
    session.lock(signed_in, "closed")
    clock = clock_of(signed_in)
    clock.at += timedelta(days=31)
    clock.ms, clock.boot_id = 5_000, "boot-2"
    session.sign_in(signed_in, USER, PASSPHRASE)
    window.go(Destination(page="today"))
    assert states(window) == [DueState.OVERDUE, DueState.CLOSING]
    assert agenda_of(signed_in).rows[0].days < 0
    enrol(consent_date="2025-06-01")
    kinds = [entry.kind for entry in signed_in.ledger.entries()]
    assert "clock.jumped" not in kinds  # the machine was off: no clock ran that the wall clock could differ from
    clock.at += timedelta(days=31)
    enrol(consent_date="2025-06-01")
    kinds = [entry.kind for entry in signed_in.ledger.entries()]
    assert kinds.count("clock.jumped") == 1
    again(window)
    assert states(window)[:2] == [DueState.OVERDUE, DueState.OVERDUE]
    assert signed_in.ledger.verify().faults == ()


@pytest.mark.req("TOD-011")
def test_a_key_in_a_search_asks_the_database_for_nothing_that_grows(
    window: MainWindow, enrol: Enrol, signed_in: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    *_, last = [enrol(anchor_date=in_days(signed_in, 3)) for _ in range(3)]
    asked: list[str] = []
    whole = SqlViews._rows

    def counted(self: SqlViews, statement: object) -> object:
        asked.append(str(statement).split("FROM")[1].split()[0])
        return whole(self, statement)  # type: ignore[arg-type]  # only counted on its way

    for page in ("today", "participants"):
        window.go(Destination(page=page))
        line = next(line for line in window.current().findChildren(QLineEdit) if line.isVisible())
        line.setText("S0")
        with monkeypatch.context() as counting:
            counting.setattr(SqlViews, "_rows", counted)
            line.setText(last.code)
            table = next(table for table in window.current().findChildren(DataTable) if table.isVisible())
            assert table.rows_model().rowCount() == 1
    assert set(asked) <= {"view_receipt"}


@pytest.mark.req("TOD-010")
def test_a_visit_split_over_days_shows_its_first_and_its_last(window: MainWindow, signed_in: Desk) -> None:
    run = Run.begin(signed_in, clock_of(signed_in), "grip_strength", consent_date="2025-06-01")
    assert "18 Nov – 19 Nov" not in timeline(window, run)
    answer(run)
    clock_of(signed_in).pass_seconds(86_400)
    answer(run)
    assert days_of(run.done.record.visits[run.visit]) == (date(2025, 11, 18), date(2025, 11, 19))
    assert "In progress, On 18 Nov – 19 Nov" in timeline(window, run)


def answer(run: Run) -> None:
    """Answer the step at hand."""
    at = run.step
    if at.kind == "choice":
        run.perform(RecordChoice(slot=at.slot, code=at.offered or at.options[0].code))
    else:
        run.perform(RecordText(slot=at.slot, text="D-03"))


def timeline(window: MainWindow, run: Run) -> str:
    """What the timeline of the participant's page says."""
    window.go(Destination(page="participant", participant=run.done.record.participant))
    return Walkthrough(window).find("Visits").accessibleDescription()
