"""Today: what is due, finding people, opening a visit, and what a crash left behind."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt

from assessdesk.domain.schedule import DueState, Window
from assessdesk.gui.demo.walkthrough import Walkthrough
from assessdesk.gui.page import Destination
from assessdesk.gui.pages.today import TodayPage
from assessdesk.gui.today.words import TodayRow
from assessdesk.gui.window.main_window import MainWindow
from assessdesk.services import assessments, session
from assessdesk.services.agenda import AgendaRow
from assessdesk.services.desk import Desk
from tests.gui.conftest import Enrol
from tests.journeys.visit import PASSPHRASE, USER, StillClock

ENTER = Qt.Key.Key_Return


@pytest.fixture
def days(signed_in: Desk) -> dict[str, str]:
    """Anchors by how baseline stands with them."""
    today = signed_in.clock.now().date()
    gaps = {"due": 5, "closing": 1, "overdue": -2, "soon": 20, "later": 60}
    return {name: (today + timedelta(days=gap)).isoformat() for name, gap in gaps.items()}


@pytest.fixture
def went_to(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> list[Destination]:
    """Where the page wished to go; the visit page itself is not part of these tests."""
    seen: list[Destination] = []
    window.current().leave_requested.disconnect()
    window.current().leave_requested.connect(seen.append)
    return seen


def page_of(window: MainWindow) -> TodayPage:
    page = window.current()
    assert isinstance(page, TodayPage)
    return page


def desk_of(window: MainWindow) -> Desk:
    return window.workspace.read(lambda desk: desk)


def shown(window: MainWindow) -> list[tuple[str, str]]:
    table = page_of(window)._table
    words = page_of(window)._words
    return [(row.code, words.days(row)) for row in table.rows_model().rows()] if table.isVisible() else []


@pytest.mark.req("GUI-120")
def test_what_closes_first_stands_on_top_and_digits_filter(
    window: MainWindow, walk: Walkthrough, enrol: Enrol, days: dict[str, str]
) -> None:
    codes = {name: enrol(anchor_date=day, consent_date="2025-06-01").code for name, day in days.items()}
    page_of(window).refresh()
    assert [code for code, _ in shown(window)] == [codes[name] for name in ("overdue", "closing", "due", "soon")]
    assert [words for _, words in shown(window)] == [
        "closed 2 days ago",
        "closes tomorrow",
        "5 days left",
        "opens 24 Nov",
    ]
    page_of(window)._back_to_table()
    walk.press(Qt.Key.Key_3)
    assert [code for code, _ in shown(window)] == [codes["closing"]]
    walk.press(Qt.Key.Key_1)
    assert len(shown(window)) == 4


@pytest.mark.req("GUI-120")
@pytest.mark.parametrize(
    ("state", "days", "said"),
    [
        (DueState.OVERDUE, -1, "closed yesterday"),
        (DueState.OVERDUE, -9, "closed 9 days ago"),
        (DueState.IN_PROGRESS, -1, "closed yesterday"),
        (DueState.CLOSING, 0, "closes today"),
        (DueState.CLOSING, 2, "closes in 2 days"),
        (DueState.IN_PROGRESS, 1, "1 day left"),
        (DueState.DUE, 12, "12 days left"),
    ],
)
def test_days_are_said_as_people_say_them(window: MainWindow, state: DueState, days: int, said: str) -> None:
    today = date(2026, 3, 2)
    span = Window(target=today, earliest=today, latest=today + timedelta(days=days))
    due = AgendaRow(
        participant="p1",
        code="S01-001-V",
        planned="baseline",
        visit="",
        state=state,
        window=span,
        days=days,
        at_central=False,
        last_seq=1,
    )
    row = TodayRow(participant="p1", code="S01-001-V", due=due)
    assert page_of(window)._words.days(row) == said
    opened = replace(row, due=replace(due, window=None, days=-1))
    assert page_of(window)._words.days(opened) == "opened yesterday"


@pytest.mark.req("GUI-120")
def test_an_empty_day_says_what_to_do(
    window: MainWindow, walk: Walkthrough, enrol: Enrol, days: dict[str, str]
) -> None:
    assert walk.has("Nobody is enrolled yet. Enrol the first participant with N.")
    enrol(anchor_date=days["later"])
    page_of(window).refresh()
    assert walk.has("Nothing due until 3 Jan. Find a participant with /.")


@pytest.mark.req("GUI-121")
def test_the_search_finds_people_who_are_not_due_prefix_first(
    window: MainWindow, walk: Walkthrough, enrol: Enrol, days: dict[str, str], went_to: list[Destination]
) -> None:
    later = enrol(anchor_date=days["later"])
    due = enrol(anchor_date=days["due"])
    page_of(window).refresh()
    walk.press(Qt.Key.Key_Slash)
    walk.write("s01")
    assert {code for code, _ in shown(window)} == {later.code, due.code}
    walk.press(Qt.Key.Key_Escape)
    walk.press(Qt.Key.Key_Slash)
    walk.write("001")
    assert [code for code, _ in shown(window)] == [later.code]
    walk.press(ENTER)
    assert went_to == [Destination(page="participant", participant=later.participant)]
    walk.press(Qt.Key.Key_Slash)
    walk.write("999")
    assert walk.has("No participant has a code with “999” in it.")


@pytest.mark.req("GUI-122")
def test_a_visit_opens_only_after_the_second_identifier(
    window: MainWindow,
    walk: Walkthrough,
    enrol: Enrol,
    days: dict[str, str],
    went_to: list[Destination],
) -> None:
    signed_in = desk_of(window)
    row = enrol(anchor_date=days["due"])
    page_of(window).refresh()
    page_of(window)._back_to_table()
    walk.press(ENTER)
    walk.type("Year of birth", "1972")
    walk.press(ENTER)
    assert any(name.startswith("Not accepted: ") and row.code in name for name in walk.names())
    assert not signed_in.ledger.views.visits()
    walk.type("Year of birth", "1971")
    walk.press(ENTER)
    (visit,) = signed_in.ledger.views.visits()
    assert went_to == [Destination(page="visit", participant=row.participant, visit=visit.visit, planned="baseline")]


@pytest.mark.req("GUI-122")
def test_outside_the_window_a_reason_is_asked_for_inline(
    window: MainWindow,
    walk: Walkthrough,
    enrol: Enrol,
    days: dict[str, str],
    went_to: list[Destination],
) -> None:
    signed_in = desk_of(window)
    enrol(anchor_date=days["overdue"], consent_date="2025-06-01")
    page_of(window).refresh()
    page_of(window)._back_to_table()
    walk.press(ENTER)
    walk.type("Year of birth", "1971")
    assert not walk.has("Reason for opening outside the window")
    walk.press(ENTER)
    assert not signed_in.ledger.views.visits()
    walk.type("Reason for opening outside the window", "Ward was closed")
    walk.press(ENTER)
    (visit,) = signed_in.ledger.views.visits()
    assert visit.window == "late"
    assert len(went_to) == 1


@pytest.mark.req("GUI-122")
def test_esc_leaves_the_visit_closed(window: MainWindow, walk: Walkthrough, enrol: Enrol, days: dict[str, str]) -> None:
    enrol(anchor_date=days["due"])
    page_of(window).refresh()
    page_of(window)._back_to_table()
    walk.press(ENTER)
    walk.press(Qt.Key.Key_Escape)
    assert not walk.has("Year of birth")
    assert window._at.page == "today"


@pytest.mark.req("GUI-123")
def test_after_a_crash_today_says_for_whom_and_goes_on_there(
    window: MainWindow, walk: Walkthrough, enrol: Enrol, days: dict[str, str], signed_in: Desk
) -> None:
    row = enrol(anchor_date=days["due"])
    visit = assessments.open_visit(signed_in, row.participant, "baseline", birth_year="1971")
    assessments.start_assessment(signed_in, signed_in.record(row.participant), visit, "grip_strength")
    session.release(signed_in)
    assert isinstance(signed_in.clock, StillClock)
    signed_in.clock.pass_seconds(60)
    window.workspace.found = session.sign_in(signed_in, USER, PASSPHRASE)
    page_of(window).refresh()
    (notice,) = [name for name in walk.names() if "did not end in good order" in name]
    assert row.code in notice
    assert "No trial was running." in notice
    page_of(window)._back_to_table()
    walk.press(Qt.Key.Key_C)
    assert walk.has("Year of birth")
    assert not any("did not end in good order" in name for name in walk.names())
