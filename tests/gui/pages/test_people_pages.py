"""Enrolling, the list, one participant, care facts, the people of the station."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton

from assessdesk.domain.events import CareFacts
from assessdesk.gui.demo.walkthrough import Walkthrough
from assessdesk.gui.page import Destination
from assessdesk.gui.pages.enrol import EnrolPage
from assessdesk.gui.pages.participant import ParticipantPage
from assessdesk.gui.pages.participants import ParticipantsPage
from assessdesk.gui.pages.people import PeoplePage
from assessdesk.gui.window.main_window import MainWindow
from assessdesk.services import assessments, session
from assessdesk.services.desk import Desk
from assessdesk.services.participant_page import participant_view
from tests.gui.conftest import Enrol

ENTER = Qt.Key.Key_Return
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def form(window: MainWindow) -> EnrolPage:
    window.go(Destination(page="enrol"))
    page = window.current()
    assert isinstance(page, EnrolPage)
    return page


def fill(walk: Walkthrough, **changes: str) -> None:
    given = {
        "Day of consent": "2025-11-10",
        "Year of birth": "1971",
        "Start of the intervention": "2025-11-22",
        **changes,
    }
    for name, text in given.items():
        walk.type(name, text)
    walk.click("Version of the consent form: 1.0")
    walk.click("Dominant hand: right")
    answer(walk)


def answer(walk: Walkthrough) -> None:
    """Answer the criteria of the study as they stand on the page, so that the person is eligible."""
    walk.type("Age in full years", "54")
    for said in ("Breast cancer has been diagnosed", "Chemotherapy before surgery is planned and has not begun"):
        walk.click(f"{said}: Yes")
    walk.click("A doctor advises against resistance exercise: No")


@pytest.mark.req("GUI-124")
def test_enrolling_by_keyboard_leads_to_the_new_participant(
    window: MainWindow, form: EnrolPage, walk: Walkthrough, signed_in: Desk
) -> None:
    fill(walk)
    walk.press(ENTER, CTRL)
    (row,) = signed_in.ledger.views.participants()
    assert (row.birth_year, row.sex, row.dominant_hand, row.language) == (1971, "F", "right", "ko")
    assert window._at == Destination(page="participant", participant=row.participant)


@pytest.mark.req("GUI-124")
@pytest.mark.parametrize(
    ("field", "text", "part"),
    [
        ("Year of birth", "71", "_year"),
        ("Year of birth", "2015", "_year"),
        ("Day of consent", "10.11.2025", "_consent"),
        ("Day of consent", "2026-01-01", "_consent"),
        ("Start of the intervention", "soon", "_anchor"),
    ],
)
def test_what_is_not_accepted_is_said_under_its_field(
    form: EnrolPage, walk: Walkthrough, field: str, text: str, part: str
) -> None:
    fill(walk, **{field: text})
    walk.press(ENTER, CTRL)
    assert not form.workspace.read(lambda desk: desk.ledger.views.participants())
    shown = {name: getattr(form, name).finding() for name in ("_year", "_consent", "_anchor", "_version")}
    assert shown.pop(part)
    assert not any(shown.values())


@pytest.mark.req("GUI-124")
def test_a_digit_chooses_while_the_row_has_the_focus(form: EnrolPage, walk: Walkthrough) -> None:
    button = walk.find("Dominant hand: right")
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_2)
    assert form._hand.value() == "left"
    walk.press(ENTER)
    focus = walk._focus()
    assert isinstance(focus, QAbstractButton)
    assert focus.accessibleName().startswith("Speaks")


@pytest.mark.req("GUI-124")
def test_esc_leaves_and_nobody_is_enrolled(
    window: MainWindow, form: EnrolPage, walk: Walkthrough, signed_in: Desk
) -> None:
    fill(walk)
    walk.press(Qt.Key.Key_Escape)
    assert window._at.page == "participants"
    assert not signed_in.ledger.views.participants()


@pytest.mark.req("GUI-125")
def test_the_list_finds_by_code_and_opens_with_enter(window: MainWindow, walk: Walkthrough, enrol: Enrol) -> None:
    enrol()
    second = enrol()
    window.go(Destination(page="participants"))
    page = window.current()
    assert isinstance(page, ParticipantsPage)
    walk.press(Qt.Key.Key_Slash)
    walk.write("002")
    assert [row.code for row in page._table.rows_model().rows()] == [second.code]
    walk.press(ENTER)
    assert window._at == Destination(page="participant", participant=second.participant)


def participant_page(window: MainWindow, participant: str) -> ParticipantPage:
    window.go(Destination(page="participant", participant=participant))
    page = window.current()
    assert isinstance(page, ParticipantPage)
    return page


@pytest.mark.req("GUI-126")
def test_the_participant_shows_states_and_never_a_value(
    window: MainWindow, walk: Walkthrough, enrol: Enrol, signed_in: Desk
) -> None:
    row = enrol(care=CareFacts(restricted_side="left"))
    visit = assessments.open_visit(signed_in, row.participant, "baseline", birth_year="1971")
    assessments.start_assessment(signed_in, signed_in.record(row.participant), visit, "grip_strength")
    participant_page(window, row.participant)
    assert any("Earlier results are hidden." in name for name in walk.names())
    assert walk.has("Left arm: do not test")
    assert walk.has("Continue Baseline")
    view = participant_view(signed_in, row.participant, language="en")
    grip = next(each for each in view.rows if each.instrument == "grip_strength")
    assert [cell.state for cell in grip.cells] == ["part", "", "", ""]
    assert grip.cells[0].progress == "3/6"


@pytest.mark.req("GUI-126")
def test_left_and_right_choose_a_visit_and_enter_asks_who_it_is(
    window: MainWindow, walk: Walkthrough, enrol: Enrol
) -> None:
    participant_page(window, enrol().participant)
    walk.press(Qt.Key.Key_Right)
    assert walk.has("Open Week 6")
    walk.press(ENTER)
    assert walk.has("Year of birth")
    walk.press(Qt.Key.Key_Escape)
    assert window._at.page == "participant"
    walk.press(Qt.Key.Key_Escape)
    assert window._at.page == "participants"


@pytest.mark.req("GUI-127")
def test_care_facts_change_inline_with_a_reason(
    window: MainWindow, walk: Walkthrough, enrol: Enrol, signed_in: Desk
) -> None:
    row = enrol()
    page = participant_page(window, row.participant)
    walk.press(Qt.Key.Key_K)
    walk.click("Arm that must not be tested: left")
    walk.press(ENTER, CTRL)
    assert signed_in.record(row.participant).care.restricted_side == "none"
    assert page._forms.care.isVisible()
    walk.type("Reason for the change", "Swelling since Monday")
    walk.press(ENTER)
    assert signed_in.record(row.participant).care.restricted_side == "left"
    assert not page._forms.care.isVisible()
    assert walk.has("Left arm: do not test")


@pytest.mark.req("GUI-107")
def test_the_right_column_folds_and_f8_opens_it(window: MainWindow, walk: Walkthrough, enrol: Enrol) -> None:
    page = participant_page(window, enrol().participant)
    assert page._side.isVisible()
    window.resize(1200, 688)
    walk.pause(20)
    assert not page._side.isVisible()
    walk.press(Qt.Key.Key_F8)
    assert page._side.isVisible()


@pytest.fixture
def people(window: MainWindow) -> PeoplePage:
    window.go(Destination(page="people"))
    page = window.current()
    assert isinstance(page, PeoplePage)
    return page


def add(walk: Walkthrough, user: str) -> None:
    walk.press(Qt.Key.Key_N)
    walk.type("Code", user)
    walk.click("Roles: Assessor")
    walk.type("Passphrase", "nine slow rivers turn")
    walk.type("Passphrase once more", "nine slow rivers turn")
    walk.press(ENTER)


@pytest.mark.req("GUI-128")
def test_a_person_is_added_signs_in_and_is_removed_with_a_reason(
    people: PeoplePage, walk: Walkthrough, signed_in: Desk
) -> None:
    add(walk, "AS-07")
    rows = people._table.rows_model().rows()
    assert [(row.user, row.roles, row.active) for row in rows][-1] == ("AS-07", "Assessor", True)
    assert signed_in.store.check_passphrase("AS-07", "nine slow rivers turn")
    people._table.choose(len(rows) - 1)
    walk.press(Qt.Key.Key_Delete)
    walk.press(ENTER)
    assert "AS-07" in signed_in.store.users()
    walk.type("Reason for removing", "Left the study")
    walk.press(ENTER)
    assert "AS-07" not in signed_in.store.users()
    assert not people._table.rows_model().rows()[-1].active
    session.lock(signed_in, "asked")


@pytest.mark.req("GUI-128")
def test_two_passphrases_must_agree_and_a_code_is_taken_once(
    people: PeoplePage, walk: Walkthrough, signed_in: Desk
) -> None:
    walk.press(Qt.Key.Key_N)
    walk.type("Code", "AS-04")
    walk.click("Roles: Monitor")
    walk.type("Passphrase", "nine slow rivers turn")
    walk.type("Passphrase once more", "nine slow rivers")
    walk.press(ENTER)
    assert people._again.finding()
    walk.type("Passphrase once more", "nine slow rivers turn")
    walk.press(ENTER)
    assert people._user.finding()
    assert signed_in.store.users() == ("AS-04",)
    walk.press(Qt.Key.Key_Escape)
    assert not people._adding.isVisible()
