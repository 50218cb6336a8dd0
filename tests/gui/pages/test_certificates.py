"""Certificates and judgements by keys alone."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from assessdesk.gui.demo.walkthrough import Walkthrough
from assessdesk.gui.fields.finding_line import FindingKind, FindingLine
from assessdesk.gui.page import Destination
from assessdesk.gui.pages.certificates import CertificatesPage
from assessdesk.gui.pages.review import ReviewPage
from assessdesk.gui.pages.visit import VisitPage
from assessdesk.gui.window.main_window import MainWindow
from assessdesk.services import assessments, certification, session
from assessdesk.services.desk import Desk
from assessdesk.services.judgement import judgement_of
from tests.journeys.visit import enrol, make_desk, open_baseline, set_up
from tests.services.test_certification import CHAIR, GRIP, SENTENCE, TRAINEE, rule_on

Key = Qt.Key
CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = make_desk(tmp_path)
    set_up(made, tmp_path)
    rule_on(made, "warn")
    session.add_person(made, TRAINEE, SENTENCE, roles=("assessor",))
    yield made
    session.release(made)


@pytest.mark.req("CER-001")
def test_a_certificate_is_entered_and_ended_by_keys(desk: Desk, window_on: Callable[[Desk], MainWindow]) -> None:
    window = window_on(desk)
    window.go(Destination(page="people"))
    walk = Walkthrough(window)
    walk.until(window.isActiveWindow, "the window to take keys")
    walk.press(Key.Key_C)
    walk.until(lambda: isinstance(window.current(), CertificatesPage), "the page of certificates")
    page = window.current()
    assert isinstance(page, CertificatesPage)
    walk.press(Key.Key_Down)
    walk.press(Key.Key_N)
    walk.write("18.11.2025")
    walk.press(Key.Key_Return)
    walk.write("TR-01")
    walk.press(Key.Key_Return, CTRL)
    assert "18.11.2025" in page._day.finding()
    walk.type("Certified on", "2025-11-18")
    walk.press(Key.Key_Return, CTRL)
    assert certification.standing(desk, TRAINEE, GRIP) == "valid"
    walk.press(Key.Key_Delete)
    walk.press(Key.Key_Return)
    assert page._reason.finding(), "a reason is needed"
    walk.write("Drift at the yearly check")
    walk.press(Key.Key_Return)
    assert certification.standing(desk, TRAINEE, GRIP) == "revoked"
    walk.press(Key.Key_Escape)
    assert window._at.page == "people"


@pytest.mark.req("CER-004")
def test_an_instrument_is_judged_at_review_by_keys(desk: Desk, window_on: Callable[[Desk], MainWindow]) -> None:
    row = enrol(desk)
    visit = open_baseline(desk, row)
    for instrument in (GRIP, CHAIR):
        assessments.start_assessment(desk, desk.record(row.participant), visit, instrument)
    window = window_on(desk)
    window.go(Destination(page="review", participant=row.participant, visit=visit))
    page = window.current()
    assert isinstance(page, ReviewPage)
    walk = Walkthrough(window)
    walk.until(window.isActiveWindow, "the window to take keys")
    walk.press(Key.Key_J, ALT)
    walk.press(Key.Key_Down)
    walk.press(Key.Key_Return)
    for digit in (Key.Key_2, Key.Key_2):
        walk.press(digit)
        walk.press(Key.Key_Return)
    walk.press(Key.Key_Return)
    record = desk.record(row.participant)
    chair = record.visits[visit].of(CHAIR)
    assert chair is not None
    assert not judgement_of(record, chair.id).stated, "a reason is needed"
    walk.write("Chair 2 cm lower")
    walk.press(Key.Key_Return)
    held = judgement_of(desk.record(row.participant), chair.id)
    assert (held.administration, held.validity, held.reason) == ("adapted", "doubtful", "Chair 2 cm lower")
    walk.press(Key.Key_Escape)
    assert page.results.isVisible()
    assert {each.judgement for each in page.results.rows_model().rows() if each.instrument == CHAIR} == {
        "adapted, doubtful"
    }


def at_the_visit(desk: Desk, window: MainWindow) -> tuple[VisitPage, str]:
    """Open a baseline visit on the capture page."""
    row = enrol(desk)
    visit = open_baseline(desk, row)
    window.go(Destination(page="visit", participant=row.participant, visit=visit))
    page = window.current()
    assert isinstance(page, VisitPage)
    return page, visit


@pytest.mark.req("CER-005")
def test_before_an_instrument_begins_a_lacking_certificate_is_told_and_enter_goes_on(
    desk: Desk, window_on: Callable[[Desk], MainWindow]
) -> None:
    window = window_on(desk)
    walk = Walkthrough(window)
    walk.until(window.isActiveWindow, "the window to take keys")
    page, visit = at_the_visit(desk, window)
    assert page.beginning.isVisible()
    told = page.beginning.findChildren(FindingLine)
    said = [line.finding() for line in told if line.isVisible()]
    assert [view.sentence for view in said if view] == [
        "You have no certificate for this instrument. It can be begun; that there was none is stored with the result."
    ]
    walk.press(Key.Key_Return)
    assert not page.beginning.isVisible()
    record = desk.record(desk.ledger.views.participants()[-1].participant)
    held = record.visits[visit].of(GRIP)
    assert held is not None
    assert record.conduct.administrations[held.id].event.certificate == "none"


@pytest.mark.req("CER-005")
def test_a_lock_is_told_before_anything_begins_and_the_others_can_be_begun(
    desk: Desk, window_on: Callable[[Desk], MainWindow]
) -> None:
    rule_on(desk, "lock")
    window = window_on(desk)
    walk = Walkthrough(window)
    walk.until(window.isActiveWindow, "the window to take keys")
    page, visit = at_the_visit(desk, window)
    assert page.course.instrument == CHAIR, "what is locked is not begun by itself"
    assert not page.beginning.isVisible()
    assert page.beginning.asks(GRIP)
    said = [line.finding() for line in page.beginning.findChildren(FindingLine) if line.isVisible()]
    assert [(view.kind, view.lead) for view in said if view] == [(FindingKind.REFUSED, "No valid certificate.")]
    walk.press(Key.Key_Return)
    walk.press(Key.Key_Return, CTRL)
    record = desk.record(desk.ledger.views.participants()[-1].participant)
    assert record.visits[visit].of(GRIP) is None
    walk.press(Key.Key_Escape)
    assert page.board.isVisible()
    assert page.course.instrument == CHAIR
