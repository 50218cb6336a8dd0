"""Screening on the enrolment page: keys, the verdict as it changes, waivers, keeping a screening, enrolling later."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from assessdesk.gui.demo.walkthrough import Walkthrough
from assessdesk.gui.page import Destination
from assessdesk.gui.pages.enrol import EnrolPage
from assessdesk.gui.window.main_window import MainWindow
from assessdesk.services.desk import Desk
from tests.services.conducted import ELIGIBLE, conduct_study

ENTER = Qt.Key.Key_Return
CTRL = Qt.KeyboardModifier.ControlModifier
YES, NO = Qt.Key.Key_1, Qt.Key.Key_2


@pytest.fixture
def form(signed_in: Desk, window: MainWindow) -> EnrolPage:
    conduct_study(signed_in)
    return opened(window)


def opened(window: MainWindow, participant: str = "") -> EnrolPage:
    window.go(Destination(page="enrol", participant=participant))
    page = window.current()
    assert isinstance(page, EnrolPage)
    return page


def answer(walk: Walkthrough, density: str) -> None:
    """Answer by keys alone, the cursor in the first question."""
    walk.press(YES)
    walk.write("3")
    walk.press(ENTER)
    walk.press(Qt.Key.Key_3)
    walk.press(NO)
    walk.write(density)
    walk.press(ENTER)


def fill(walk: Walkthrough) -> None:
    walk.type("Day of consent", "2025-11-15")
    walk.click("Version of the consent form: 2.0")
    walk.type("Year of birth", "1971")
    walk.click("Dominant hand: right")
    walk.type("Start of the intervention", "2025-11-22")


@pytest.mark.req("PEO-020")
def test_digits_answer_and_move_on_and_the_verdict_follows(form: EnrolPage, walk: Walkthrough, signed_in: Desk) -> None:
    assert walk.has("Not decided: 4 still open")
    walk.press(YES)
    assert walk.has("Not decided: 3 still open")
    walk.write("3")
    assert walk.has("Not decided: 2 still open")
    walk.press(ENTER)
    walk.press(Qt.Key.Key_3)
    walk.press(NO)
    walk.write("-2,5")
    assert walk.has("Eligible")
    walk.press(ENTER)
    focus = QApplication.focusWidget()
    assert focus is not None
    assert focus.accessibleName() == "Day of consent"
    fill(walk)
    walk.press(ENTER, CTRL)
    (row,) = signed_in.ledger.views.participants()
    asked = signed_in.record(row.participant).conduct.eligibility[-1].event
    assert {each.criterion: each.answer for each in asked.answers} == ELIGIBLE
    assert row.status == "enrolled"


@pytest.mark.req("PEO-020")
def test_a_number_that_is_none_is_said_under_its_question(form: EnrolPage, walk: Walkthrough, signed_in: Desk) -> None:
    answer(walk, "low")
    assert any("low" in name and "plain number" in name for name in walk.names())
    fill(walk)
    walk.press(ENTER, CTRL)
    assert signed_in.ledger.views.participants() == ()
    assert form.isVisible()


@pytest.mark.req("PEO-021")
def test_who_does_not_fit_is_kept_and_enrolled_later_on_a_waiver(
    window: MainWindow, form: EnrolPage, walk: Walkthrough, signed_in: Desk
) -> None:
    answer(walk, "-2.6")
    assert walk.has("Not eligible: 1 not as it must be")
    fill(walk)
    walk.press(ENTER, CTRL)
    assert signed_in.ledger.views.participants() == ()
    assert any("rule this person out" in name for name in walk.names())
    walk.press(Qt.Key.Key_S, CTRL)
    (row,) = signed_in.ledger.views.participants()
    assert row.status == "screened"
    assert window._at == Destination(page="participant", participant=row.participant)

    opened(window, row.participant)
    assert walk.has("Not eligible: 1 not as it must be")
    walk.click("Waiver: T-score of bone density: Waived")
    assert walk.has("Eligible")
    fill(walk)
    walk.press(ENTER, CTRL)
    assert signed_in.ledger.views.participants()[0].status == "screened"
    walk.type("Reason for the waiver", "Treated since May, investigator agreed")
    walk.press(ENTER, CTRL)
    (after,) = signed_in.ledger.views.participants()
    assert (after.code, after.status) == (row.code, "enrolled")
    last = signed_in.record(row.participant).conduct.eligibility[-1].event
    assert (last.waived, last.reason) == (("bone_density",), "Treated since May, investigator agreed")


@pytest.mark.req("PEO-021")
def test_without_the_permission_no_waiver_is_offered(window: MainWindow, walk: Walkthrough, signed_in: Desk) -> None:
    conduct_study(signed_in)
    signed_in.roles = ("assessor",)
    opened(window)
    answer(walk, "-2.6")
    assert not any(name.startswith("Waiver:") for name in walk.names())
    assert walk.has("This can be waived by somebody with the permission for it.")
