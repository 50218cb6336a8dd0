"""Review and sign on the real page: what is open first, the signature, a wrong passphrase, a correction."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from assessdesk.domain.commands import RecordChoice, RecordMissing
from assessdesk.domain.events import SignInFailed, ValueCorrected
from assessdesk.domain.values import Missing, Quantity
from assessdesk.gui.look.theme import apply_theme
from assessdesk.gui.look.tokens import Scheme
from assessdesk.gui.page import Destination
from assessdesk.gui.pages.review import ReviewPage
from assessdesk.ports import Refusal
from assessdesk.services import review, session
from assessdesk.services.corrections import correct, correctable
from tests.gui.pages.capturing import CHAIR, GRIP, Key, Nurse
from tests.journeys.visit import PASSPHRASE, SHORT_BATTERY, USER, do, showing_classes

ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture(autouse=True)
def dressed(qapp: QApplication) -> Iterator[None]:
    apply_theme(qapp, Scheme.LIGHT)
    yield
    apply_theme(qapp, Scheme.LIGHT)


@pytest.fixture
def nurse(tmp_path: Path, qtbot: QtBot) -> Nurse:
    made = Nurse(tmp_path)
    qtbot.addWidget(made.page)
    return made


def reviewed(nurse: Nurse, qtbot: QtBot) -> ReviewPage:
    page = ReviewPage(nurse.workspace)
    qtbot.addWidget(page)
    nurse.show(page)
    return page


def passphrase(page: ReviewPage) -> QLineEdit:
    return next(line for line in page.findChildren(QLineEdit) if line.accessibleName() == "Passphrase")


def signature(nurse: Nurse) -> object:
    return nurse.desk.record(nurse.row.participant).visits[nurse.visit].signing


@pytest.mark.req("GUI-230")
def test_what_is_open_stands_first_and_nothing_can_be_signed(nurse: Nurse, qtbot: QtBot) -> None:
    nurse.answer_until(GRIP, "squeeze.right.2.grip", "25.8 24.0")
    page = reviewed(nurse, qtbot)
    assert page.signing.isVisible()
    assert not passphrase(page).isEnabled()
    shown = [row.state for row in page.results.rows_model().rows()]
    assert "open" in shown
    nurse.press(Key.Key_O, ALT)
    assert [wish.page for wish in nurse.left] == ["visit"]


@pytest.mark.req("GUI-231")
def test_a_visit_is_signed_with_meaning_and_passphrase_by_keyboard(nurse: Nurse, qtbot: QtBot) -> None:
    nurse.finish_all()
    page = reviewed(nurse, qtbot)
    values = {(row.instrument, row.name): row.value for row in page.results.rows_model().rows()}
    assert values[GRIP, "best_right"] == "26.4"
    assert values[CHAIR, "time_s"] == "12.34"
    nurse.write(PASSPHRASE)
    assert signature(nurse) is None  # no meaning was chosen
    nurse.press(Key.Key_D, ALT)
    passphrase(page).setFocus()
    nurse.press(Key.Key_Return)
    held = nurse.desk.record(nurse.row.participant).visits[nurse.visit].signing
    assert held is not None
    assert (held.user, held.meaning) == (USER, "performed")
    assert [wish.page for wish in nurse.left] == ["summary"]
    assert passphrase(page).text() == ""


@pytest.mark.req("GUI-232", "KEY-032")
def test_a_wrong_passphrase_signs_nothing_and_stays_selected(nurse: Nurse, qtbot: QtBot) -> None:
    nurse.finish_all()
    page = reviewed(nurse, qtbot)
    nurse.press(Key.Key_R, ALT)
    passphrase(page).setFocus()
    nurse.write("not the right words")
    assert signature(nurse) is None
    (noted,) = [entry.event for entry in nurse.desk.ledger.entries(kinds=("session.sign_in_failed",))]
    assert isinstance(noted, SignInFailed)
    assert (noted.user, len(noted.times)) == (USER, 1)
    assert passphrase(page).hasSelectedText()
    assert nurse.left == []
    nurse.write(PASSPHRASE)
    assert signature(nurse) is not None


@pytest.mark.req("GUI-233")
def test_a_value_is_corrected_with_a_reason_and_the_signature_falls(nurse: Nurse, qtbot: QtBot) -> None:
    nurse.finish_all()
    record = nurse.desk.record(nurse.row.participant)
    seen = review.review_of(nurse.desk, record, nurse.visit, language="en")
    review.sign(nurse.desk, record, nurse.visit, meaning="performed", passphrase=PASSPHRASE, seen=seen)
    page = reviewed(nurse, qtbot)
    replaced = nurse.turns("squeeze.right.2.grip")[-1].entry
    nurse.press(Key.Key_C, ALT)
    rows = page.correction.values.rows_model().rows()
    for _ in range([row.slot for row in rows].index("squeeze.right.2.grip")):
        nurse.press(Key.Key_Down)
    nurse.press(Key.Key_Return)
    nurse.write("246")  # the value first, then the reason
    nurse.write("Read the wrong line")
    assert "90" in page.correction.text.finding()
    page.correction.text.take_focus()
    nurse.write("24,6")
    page.correction.reason.line().clear()
    nurse.press(Key.Key_Return)
    assert signature(nurse) is not None  # no reason, no correction
    nurse.write("Read the wrong line")
    assert signature(nurse) is None
    turn = nurse.turns("squeeze.right.2.grip")[-1]
    assert (turn.value, turn.corrected) == (Quantity(value=Decimal("24.6"), unit="kgf"), True)
    event = next(entry.event for entry in nurse.desk.ledger.entries(kinds=("value.corrected",)))
    assert isinstance(event, ValueCorrected)
    assert (event.base, event.reason) == (replaced, "Read the wrong line")
    assert passphrase(page).isEnabled()


@pytest.mark.req("GUI-234")
def test_a_correction_that_changes_nothing_writes_nothing(nurse: Nurse) -> None:
    nurse.finish_all()
    record = nurse.desk.record(nurse.row.participant)
    before = nurse.desk.ledger.head()
    done = correct(
        nurse.desk, record, nurse.visit, instrument=GRIP, slot="squeeze.right.2.grip", text="26.40", reason="again"
    )
    assert (done.entries, nurse.desk.ledger.head()) == ((), before)
    with pytest.raises(Refusal, match="REASON_NEEDED"):
        correct(nurse.desk, record, nurse.visit, instrument=GRIP, slot="squeeze.right.2.grip", text="26.5", reason=" ")
    with pytest.raises(Refusal, match="NOT_STARTED"):
        correct(nurse.desk, record, nurse.visit, instrument=GRIP, slot="squeeze.right.9.grip", text="26.5", reason="x")
    assert nurse.desk.ledger.head() == before


@pytest.mark.req("GUI-235")
def test_choices_and_texts_can_be_corrected(nurse: Nurse) -> None:
    nurse.answer_until(GRIP, "", "25.8 24.0 26.4 23.8 25.9 24.4")
    nurse.close_chair()
    record = nurse.desk.record(nurse.row.participant)
    slots = {row.slot for row in correctable(nurse.desk, record, nurse.visit, language="en")}
    assert {"setup.device", "setup.handle_position", "squeeze.left.3.grip", "after.left.1.pain"} <= slots
    done = correct(
        nurse.desk, record, nurse.visit, instrument=GRIP, slot="setup.handle_position", text="3", reason="Wrong line"
    )
    assert len(done.entries) == 1
    done = correct(
        nurse.desk, done.record, nurse.visit, instrument=GRIP, slot="setup.device", text="D-04", reason="Wrong label"
    )
    assert nurse.desk.record(nurse.row.participant) == done.record
    assert nurse.desk.ledger.verify().faults == ()


def points(nurse: Nurse) -> str | None:
    record = nurse.desk.record(nurse.row.participant)
    rows = review.review_of(nurse.desk, record, nurse.visit, language="en").rows
    return next(row.value for row in rows if (row.instrument, row.name) == (CHAIR, "points"))


@pytest.mark.req("GUI-235")
def test_a_wrong_reason_for_what_was_not_done_is_corrected_also_where_it_was_handed_on(
    nurse: Nurse, qtbot: QtBot
) -> None:
    nurse.answer_until(GRIP, "", "25.8 24.0 26.4 23.8 25.9 24.4")
    nurse.close_chair()
    record = nurse.desk.record(nurse.row.participant)
    held = record.visits[nurse.visit].of(CHAIR)
    assert held is not None
    refused = [slot for slot, turns in held.slots.items() if turns[-1].missing == Missing(code="ND01")]
    assert "stands.1.time" in refused
    assert points(nurse) is None, "a refusal is no zero"
    listed = {row.slot: row for row in correctable(nurse.desk, record, nurse.visit, language="en")}
    assert [slot for slot in refused if slot in listed] == ["stands.1.time"], "what was handed on goes with it"
    assert (listed["stands.1.time"].value, listed["stands.1.time"].missing) == ("ND01", "Refused")
    page = reviewed(nurse, qtbot)
    nurse.press(Key.Key_C, ALT)
    page.correction.choose(CHAIR, "stands.1.time")
    nurse.write("ND02")
    nurse.write("Tried twice and could not")
    corrected = [entry.event for entry in nurse.desk.ledger.entries(kinds=("value.corrected",))]
    assert {event.slot for event in corrected if isinstance(event, ValueCorrected)} == set(refused)
    assert {event.reason for event in corrected if isinstance(event, ValueCorrected)} == {"Tried twice and could not"}
    assert points(nurse) == "0", "who tried and could not has none of the points"
    assert nurse.desk.ledger.verify().faults == ()


@pytest.mark.req("GUI-235")
def test_a_reason_that_was_handed_on_to_other_sections_is_corrected_with_them(nurse: Nurse) -> None:
    nurse.answer_until(CHAIR, "pretest.result")
    do(nurse.desk, nurse.row, nurse.visit, CHAIR, RecordMissing(slot="pretest.result", code="ND01"))
    record = nurse.desk.record(nurse.row.participant)
    listed = [row.slot for row in correctable(nurse.desk, record, nurse.visit, language="en") if row.value == "ND01"]
    assert listed == ["pretest.result"]
    done = correct(
        nurse.desk, record, nurse.visit, instrument=CHAIR, slot="pretest.result", text="ND04", reason="Wrong digit"
    )
    events = [entry.event for entry in done.entries]
    slots = {event.slot for event in events if isinstance(event, ValueCorrected)}
    assert {"pretest.result", "stands.1.time"} <= slots
    held = done.record.visits[nurse.visit].of(CHAIR)
    assert held is not None
    left = [slot for slot, turns in held.slots.items() if turns[-1].missing == Missing(code="ND01")]
    assert left == []
    assert nurse.desk.record(nurse.row.participant) == done.record


@pytest.mark.req("GUI-235")
def test_a_reason_is_corrected_only_truly_and_never_where_a_rule_gave_it(nurse: Nurse) -> None:
    nurse.answer_until(CHAIR, "pretest.result")
    do(nurse.desk, nurse.row, nurse.visit, CHAIR, RecordChoice(slot="pretest.result", code="used_arms"))
    nurse.answer_until(GRIP, "squeeze.right.1.grip")
    do(nurse.desk, nurse.row, nurse.visit, GRIP, RecordMissing(slot="squeeze.right.1.grip", code="ND06"))
    record, before = nurse.desk.record(nurse.row.participant), nurse.desk.ledger.head()

    def corrected(instrument: str, slot: str, text: str, reason: str = "Slip of the finger") -> object:
        return correct(nurse.desk, record, nurse.visit, instrument=instrument, slot=slot, text=text, reason=reason)

    with pytest.raises(Refusal, match="REASON_OF_RULE"):
        corrected(CHAIR, "stands.1.time", "ND02")
    assert "stands.1.time" not in {row.slot for row in correctable(nurse.desk, record, nurse.visit, language="en")}
    for text in ("ND15", "ND14", "ND99", "nd15"):
        with pytest.raises(Refusal, match="NOT_A_REASON"):
            corrected(GRIP, "squeeze.right.1.grip", text)
    with pytest.raises(Refusal, match="REASON_NEEDED"):
        corrected(GRIP, "squeeze.right.1.grip", "ND01", " ")
    corrected(GRIP, "squeeze.right.1.grip", "ND06")
    assert nurse.desk.ledger.head() == before


@pytest.mark.req("GUI-243")
def test_a_value_becomes_not_done_by_two_digits_and_a_reason(nurse: Nurse, qtbot: QtBot) -> None:
    nurse.finish_all()
    page = reviewed(nurse, qtbot)
    nurse.press(Key.Key_N, ALT)
    assert not page.correction.menu.isVisible(), "the key belongs to the correction"
    nurse.press(Key.Key_C, ALT)
    page.correction.choose(GRIP, "squeeze.right.2.grip")
    nurse.press(Key.Key_N, ALT)
    assert page.correction.menu.isVisible()
    nurse.press(Key.Key_Escape)
    assert page.correction.values.isVisible()
    nurse.press(Key.Key_N, ALT)
    for key in (Key.Key_0, Key.Key_3, Key.Key_Return):
        nurse.press(key)
    assert page.correction.text.value() == "ND13"
    nurse.write("The other hand")
    assert nurse.turns("squeeze.right.2.grip")[-1].missing == Missing(code="ND13")
    assert not page.correction.isVisible()
    nurse.press(Key.Key_C, ALT)
    row = next(row for row in page.correction.values.rows_model().rows() if row.slot == "squeeze.right.2.grip")
    assert (row.value, row.missing) == ("ND13", "Assessor's or administrative error")
    page.correction.choose(GRIP, "squeeze.right.2.grip")
    nurse.write("26,4")
    nurse.write("It was the right hand")
    assert nurse.turns("squeeze.right.2.grip")[-1].value == Quantity(value=Decimal("26.4"), unit="kgf")


@pytest.mark.req("GUI-243")
def test_from_the_review_a_trial_is_asked_again(nurse: Nurse, qtbot: QtBot) -> None:
    nurse.finish_all()
    page = reviewed(nurse, qtbot)
    nurse.press(Key.Key_C, ALT)
    page.correction.choose(GRIP, "squeeze.left.3.grip")
    nurse.press(Key.Key_A, ALT)
    assert page.correction.reason.finding()
    nurse.write("Wrist was bent")
    turn = nurse.turns("squeeze.left.3.grip")[-1]
    assert turn.corrected is False, "Enter corrects, and nothing was changed"
    page.correction.reason.line().setText("Wrist was bent")
    nurse.press(Key.Key_A, ALT)
    assert nurse.turns("squeeze.left.3.grip")[-1].void_code == "V5"
    assert not passphrase(page).isEnabled()


@pytest.mark.req("SCO-204")
def test_classes_stand_side_by_side_once_nothing_is_open(tmp_path: Path, qtbot: QtBot) -> None:
    """Woman, best grip 26.4 kg, five stands in 12.34 s: AWGS 2019 finds low performance, the others nothing low."""
    nurse = Nurse(tmp_path, library=showing_classes(*SHORT_BATTERY, blinded=False), birth_year="1955")
    qtbot.addWidget(nurse.page)
    nurse.answer_until(GRIP, "", "25.8 24.0 26.4 23.8 25.9 24.4")
    assert not reviewed(nurse, qtbot).classes.isVisible()
    nurse.finish_all()
    page = reviewed(nurse, qtbot)
    rows = {row.set: row for row in page.classes.rows_model().rows()}
    assert page.classes.isVisible()
    assert list(rows) == ["awgs2019", "ewgsop2", "sdoc", "fnih", "glis"]
    assert (rows["awgs2019"].result, rows["glis"].result) == ("possible sarcopenia", "not defined")
    assert rows["awgs2019"].parts == "Low performance; unknown: Severe, Low muscle mass, Thin calf"
    assert rows["awgs2019"].compared == "grip 26.4 kg; five chair stands 12.34 s"
    assert rows["awgs2019"].note.startswith("Chen 2020 (verified)")
    nurse.press(Key.Key_C, ALT)
    assert not page.classes.isVisible()
    nurse.press(Key.Key_Escape)
    assert page.classes.isVisible()


@pytest.mark.req("SCO-204")
def test_the_shipped_blinded_study_never_shows_a_class(nurse: Nurse, qtbot: QtBot) -> None:
    nurse.finish_all()
    page = reviewed(nurse, qtbot)
    assert not page.classes.isVisible()
    assert page.classes.rows_model().rows() == ()
    assert "classifications" not in vars(nurse.desk.library)


@pytest.mark.req("GUI-236")
def test_more_results_than_the_window_holds_can_be_reached(nurse: Nurse, qtbot: QtBot) -> None:
    nurse.finish_all()
    page = reviewed(nurse, qtbot)
    page.results.show_rows(page.results.rows_model().rows() * 12)
    QApplication.processEvents()
    assert page.results.geometry().bottom() <= page.height()
    assert page.results.verticalScrollBar().maximum() > 0


@pytest.mark.req("GUI-239")
def test_the_panel_names_whose_signature_a_visit_waits_for(nurse: Nurse, qtbot: QtBot) -> None:
    nurse.finish_all()
    session.add_person(nurse.desk, "MO-01", "ten grey pebbles roll", roles=("monitor",))
    page = reviewed(nurse, qtbot)
    assert f"To be signed by {USER}." in shown_words(page)
    session.lock(nurse.desk, "asked")
    session.sign_in(nurse.desk, "MO-01", "ten grey pebbles roll")
    page.open(Destination(page="review", participant=nurse.row.participant, visit=nurse.visit))
    assert f"To be signed by {USER}. Your role does not sign." in shown_words(page)
    assert not passphrase(page).isEnabled()
    assert not page._correct_action.isEnabled()


def shown_words(page: ReviewPage) -> str:
    """The sentence under the button of the panel."""
    return page.signing._view.sentence
