"""What is stated about a participant on the page itself: status, consent anew, dates and facts."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt

from assessdesk.gui.demo.walkthrough import Walkthrough
from assessdesk.gui.page import Destination
from assessdesk.gui.pages.adverse_event import AdverseEventPage
from assessdesk.gui.pages.participant import ParticipantPage
from assessdesk.gui.window.main_window import MainWindow
from assessdesk.ports import ParticipantRow
from assessdesk.services import adverse_events, screening
from assessdesk.services.desk import Desk
from assessdesk.services.screening import Answered, Screening
from tests.journeys import visit as journey
from tests.services.conducted import CONDUCT, conduct_study

ENTER = Qt.Key.Key_Return
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def row(signed_in: Desk) -> ParticipantRow:
    conduct_study(signed_in, replace(CONDUCT, eligibility=()))
    return journey.enrol(signed_in, consent_version="2.0")


@pytest.fixture
def page(window: MainWindow, row: ParticipantRow) -> ParticipantPage:
    return shown(window, row)


def shown(window: MainWindow, row: ParticipantRow) -> ParticipantPage:
    window.go(Destination(page="participant", participant=row.participant))
    page = window.current()
    assert isinstance(page, ParticipantPage)
    return page


@pytest.mark.req("PEO-050")
def test_a_status_is_stated_by_keys_and_closes_the_visits(
    page: ParticipantPage, walk: Walkthrough, signed_in: Desk, row: ParticipantRow
) -> None:
    assert walk.has("On study")
    walk.press(Qt.Key.Key_T)
    walk.press(Qt.Key.Key_1)
    walk.press(ENTER)  # to the day, which is today's
    walk.press(ENTER)  # to the reason
    walk.press(Qt.Key.Key_1)
    walk.click("Adverse events: Not any more")
    walk.press(ENTER, CTRL)
    event = signed_in.record(row.participant).conduct.statuses[-1].event
    assert (event.status, event.date, event.reason, event.collect) == (
        "withdrawn",
        "2025-11-18",
        "too_far",
        ("calls",),
    )
    assert page._forms.isHidden()
    assert walk.has("Withdrawn")
    assert walk.has("Since 18 Nov 2025: Too far. Still collected: Telephone follow-ups.")
    walk.press(ENTER)
    walk.write("1971")
    walk.press(ENTER)
    assert any("no visits" in name for name in walk.names())
    assert signed_in.ledger.views.visits() == ()


@pytest.mark.req("PEO-050")
def test_without_its_reason_a_status_is_refused_under_the_reason(
    page: ParticipantPage, walk: Walkthrough, signed_in: Desk, row: ParticipantRow
) -> None:
    walk.press(Qt.Key.Key_T)
    walk.press(Qt.Key.Key_1)
    walk.press(ENTER, CTRL)
    assert signed_in.record(row.participant).conduct.statuses == ()
    reason = page._forms.status._reason
    assert reason is not None
    assert "reason" in reason.finding()
    walk.press(Qt.Key.Key_Escape)
    assert page._forms.isHidden()
    assert walk.has("Open Baseline")


@pytest.mark.req("PEO-050")
def test_consent_due_anew_is_said_and_stated(
    window: MainWindow, walk: Walkthrough, signed_in: Desk, row: ParticipantRow
) -> None:
    clock = signed_in.clock
    assert isinstance(clock, journey.StillClock)
    clock.pass_seconds(timedelta(days=14).total_seconds())
    shown(window, row)
    assert any(name.startswith("Consent is due anew. Version 3.0 is in force, 2.0 was given.") for name in walk.names())
    walk.press(Qt.Key.Key_C)
    walk.write("2025-12-02")
    walk.press(ENTER)
    walk.press(Qt.Key.Key_3)
    walk.press(ENTER)
    assert [held.event.version for held in signed_in.record(row.participant).conduct.consents] == ["3.0"]
    assert not any("Consent is due anew" in name for name in walk.names())


@pytest.mark.req("PEO-050")
def test_dates_facts_and_infusions_are_stated_and_changed_with_a_reason(
    page: ParticipantPage, walk: Walkthrough, signed_in: Desk, row: ParticipantRow
) -> None:
    walk.press(Qt.Key.Key_D)
    walk.type("Randomisation", "2025-11-17")
    walk.type("Positive nodes", "3")
    walk.click("Menopause: After")
    walk.type("Infusion of cycle 1", "2025-11-07")
    walk.press(ENTER, CTRL)
    conduct = signed_in.record(row.participant).conduct
    assert conduct.anchors["randomisation"] == "2025-11-17"
    assert (conduct.facts, conduct.infusions) == ({"nodes": "3", "menopause": "after"}, {1: "2025-11-07"})
    assert any("Cycle 1, day 12" in name for name in walk.names())
    before = signed_in.ledger.head()
    walk.press(Qt.Key.Key_D)
    walk.type("Positive nodes", "4")
    walk.press(ENTER, CTRL)
    assert signed_in.ledger.head() == before
    walk.type("Reason, where something changes that was stated", "Letter of the clinic")
    walk.press(ENTER)
    assert signed_in.record(row.participant).conduct.facts["nodes"] == "4"
    assert page._forms.isHidden()


@pytest.mark.req("PEO-050")
def test_somebody_screened_is_led_on_to_enrolment(window: MainWindow, walk: Walkthrough, signed_in: Desk) -> None:
    conduct_study(signed_in)
    row = screening.screen(signed_in, Screening(birth_year="1971", sex="F", language="ko", answered=Answered()))
    shown(window, row)
    assert walk.has("Screened, not enrolled")
    assert walk.has("Woman, born 1971.")
    walk.press(ENTER)
    assert window._at == Destination(page="enrol", participant=row.participant)
    assert walk.has("Not decided: 4 still open")


@pytest.mark.req("GUI-407")
def test_adverse_events_are_listed_and_opened_by_a_key(
    window: MainWindow, walk: Walkthrough, signed_in: Desk, row: ParticipantRow
) -> None:
    page = shown(window, row)
    assert not page._adverse.isVisible()
    visit = journey.open_baseline(signed_in, row)
    record = adverse_events.report(signed_in, signed_in.record(row.participant), visit, term="Fall in the corridor")
    adverse_events.report(signed_in, record, visit, term="Nosebleed")
    window.go(Destination(page="today"))
    page = shown(window, row)
    assert page._adverse.isVisible()
    assert walk.has("Adverse events: 2, of which 2 wait to be described")
    assert {one.term for one in page._adverse.table.rows_model().rows()} == {"Fall in the corridor", "Nosebleed"}
    walk.press(Qt.Key.Key_V)
    opened = window.current()
    assert isinstance(opened, AdverseEventPage)
    assert opened.table.rows_model().rowCount() == len(("Fall in the corridor", "Nosebleed"))
    walk.press(Qt.Key.Key_Escape)
    assert isinstance(window.current(), ParticipantPage)
