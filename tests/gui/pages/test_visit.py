"""The capture page by keyboard alone: whole instruments, unusual and refused values, reasons, void, extra trials."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from assessdesk.domain.events import CareFacts, ValueRefused
from assessdesk.domain.values import Choice, Missing, Quantity, Text
from assessdesk.gui.capture import words
from assessdesk.gui.capture.keys import Mode
from assessdesk.gui.capture.text_step import TextStep
from assessdesk.gui.look.theme import apply_theme
from assessdesk.gui.look.tokens import Scheme
from assessdesk.gui.pages.visit import VisitPage
from assessdesk.ports import Refusal
from assessdesk.services import assessments, devices
from tests.gui.pages.capturing import CHAIR, GRIP, Key, Nurse

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


def page_of(nurse: Nurse) -> VisitPage:
    assert isinstance(nurse.page, VisitPage)
    return nurse.page


def at_trial(nurse: Nurse, slot: str = "squeeze.right.1.grip", grips: str = "") -> VisitPage:
    """Show the page at a grip trial, everything before it answered."""
    nurse.answer_until(GRIP, slot, grips)
    nurse.show()
    return page_of(nurse)


def value_of(nurse: Nurse, slot: str) -> object:
    return nurse.turns(slot)[-1].value


@pytest.mark.req("GUI-200", "GUI-201")
def test_a_whole_grip_battery_by_keyboard_only(nurse: Nurse, record_property: Callable[[str, object], None]) -> None:
    nurse.show()
    nurse.write("D-03")
    nurse.write("2")  # handle position
    nurse.press(Key.Key_Return)  # encouragement is offered: given
    for _ in ("right", "left"):
        nurse.write("1")  # pain before
    for _ in ("right", "left"):
        nurse.press(Key.Key_Return)  # one light squeeze each
    for typed in ("25.8", "24.0", "26.4", "23.8", "25.9", "24.4"):
        nurse.clock.pass_seconds(61)
        nurse.write(typed)
    for _ in ("right", "left"):
        nurse.write("2")  # pain after
    assert nurse.step().kind == "finished"
    assert value_of(nurse, "squeeze.right.2.grip") == Quantity(value=Decimal("26.4"), unit="kgf")
    record_property("keystrokes_of_a_grip_battery", nurse.strokes)
    # Nothing but the facts themselves and one Enter for each: 15 steps, 4 + 1 + 2 + 24 + 2 signs typed.
    assert nurse.strokes == 48
    nurse.press(Key.Key_Return)
    assert page_of(nurse).course.instrument == CHAIR


@pytest.mark.req("GUI-202")
def test_accepting_says_saved_only_when_it_is_on_disk(nurse: Nurse, monkeypatch: pytest.MonkeyPatch) -> None:
    page = at_trial(nurse)
    before = nurse.desk.ledger.head().seq
    ledger = nurse.desk.ledger

    def full(*_: object, **__: object) -> None:
        raise Refusal("DISK_FULL")

    with monkeypatch.context() as broken:
        broken.setattr(type(ledger), "append", full)
        nurse.write("25.8")
    assert ledger.head().seq == before
    assert not page.board.saved.isVisible()
    assert page.board.number.text() == "25.8"
    assert page.board.number.finding.isVisible()
    nurse.press(Key.Key_Return)
    assert ledger.head().seq > before
    assert page.board.saved.isVisible()
    assert "25.8 kg" in page.board.saved.accessibleName()


@pytest.mark.req("GUI-240")
def test_the_line_that_says_saved_names_what_was_saved(nurse: Nurse) -> None:
    page = at_trial(nurse)
    asked = words.asked(page.course.view.step)
    nurse.write("26.4")
    assert words.asked(page.course.view.step) != asked, "the page went on"
    assert page.board.saved.accessibleName() == f"Saved: {asked}, 26.4 kg"


@pytest.mark.req("GUI-203")
def test_a_decimal_comma_is_read_and_a_dot_is_recorded(nurse: Nurse) -> None:
    at_trial(nurse)
    nurse.write("24,6")
    assert value_of(nurse, "squeeze.right.1.grip") == Quantity(value=Decimal("24.6"), unit="kgf")


@pytest.mark.req("GUI-204")
def test_an_impossible_value_is_refused_under_the_field_and_stays_selected(nurse: Nurse) -> None:
    page = at_trial(nurse)
    nurse.write("246")
    number = page.board.number
    assert nurse.turns("squeeze.right.1.grip") == ()
    assert number.text() == "246"
    assert number.field.line().selectedText() == "246"
    assert number.field.line().hasFocus()
    assert "90" in number.finding.accessibleName()
    nurse.write("24.6")
    assert value_of(nurse, "squeeze.right.1.grip") == Quantity(value=Decimal("24.6"), unit="kgf")
    assert nurse.kinds().count("value.refused") == 1


@pytest.mark.req("GUI-205")
def test_an_unusual_value_asks_for_a_reason_by_digit_and_enter(nurse: Nurse) -> None:
    page = at_trial(nurse)
    nurse.write("47.2")
    number = page.board.number
    assert number.asking()
    assert number.field.line().isReadOnly()
    assert nurse.turns("squeeze.right.1.grip") == ()
    nurse.press(Key.Key_Return)  # without a reason nothing is taken
    assert nurse.turns("squeeze.right.1.grip") == ()
    nurse.press(Key.Key_2)
    assert number.text() == "47.2"
    nurse.press(Key.Key_Return)
    turn = nurse.turns("squeeze.right.1.grip")[-1]
    assert turn.value == Quantity(value=Decimal("47.2"), unit="kgf")
    assert [one.reason for one in turn.confirmations] == ["C2"]


@pytest.mark.req("GUI-205")
def test_a_reason_in_words_needs_words(nurse: Nurse) -> None:
    at_trial(nurse)
    nurse.write("47.2")
    nurse.press(Key.Key_4)
    nurse.press(Key.Key_Return)
    assert nurse.turns("squeeze.right.1.grip") == ()
    nurse.write("rower")
    turn = nurse.turns("squeeze.right.1.grip")[-1]
    assert (turn.confirmations[0].reason, turn.confirmations[0].text) == ("C4", "rower")


@pytest.mark.req("GUI-206")
def test_esc_and_backspace_go_back_into_the_field_and_r_measures_again(nurse: Nurse) -> None:
    page = at_trial(nurse)
    number = page.board.number
    for key in (Key.Key_Escape, Key.Key_Backspace):
        nurse.write("47.2")
        nurse.press(key)
        assert not number.asking()
        assert number.text() == "47.2"
        assert not number.field.line().isReadOnly()
    nurse.press(Key.Key_Return)
    nurse.press(Key.Key_R)
    assert number.text() == ""
    assert not number.asking()
    assert nurse.left == []
    entries = [entry.event for entry in nurse.desk.ledger.entries(kinds=("value.refused",))]
    assert [event.text for event in entries if isinstance(event, ValueRefused)] == ["47.2"]


@pytest.mark.req("GUI-207")
def test_a_trial_and_the_rest_of_a_hand_are_not_done_with_a_coded_reason(nurse: Nurse) -> None:
    page = at_trial(nurse, "squeeze.left.1.grip", "25.8")
    nurse.press(Key.Key_N)
    assert page.board.menu_open()
    nurse.press(Key.Key_Escape)
    assert not page.board.menu_open()
    assert nurse.turns("squeeze.left.1.grip") == ()
    nurse.press(Key.Key_H)
    nurse.press(Key.Key_1)  # refusal of one trial is no reason for the whole hand
    nurse.press(Key.Key_Return)
    assert nurse.turns("squeeze.left.1.grip") == ()
    nurse.press(Key.Key_6)
    nurse.press(Key.Key_Return)
    for number in (1, 2, 3):
        assert value_of(nurse, f"squeeze.left.{number}.grip") == Missing(code="ND06")
    assert nurse.step().slot == "squeeze.right.2.grip"
    nurse.press(Key.Key_N)
    nurse.press(Key.Key_0)
    nurse.press(Key.Key_0)
    nurse.press(Key.Key_Return)
    assert value_of(nurse, "squeeze.right.2.grip") == Missing(code="ND10")


@pytest.mark.req("GUI-208")
def test_a_restricted_hand_is_not_done_from_the_start_and_said_at_the_right(tmp_path: Path, qtbot: QtBot) -> None:
    nurse = Nurse(tmp_path, care=CareFacts(restricted_side="left"))
    qtbot.addWidget(nurse.page)
    page = at_trial(nurse)
    assert value_of(nurse, "squeeze.left.1.grip") == Missing(code="ND07")
    assert any("do not test" in widget.accessibleName() for widget in page.about.findChildren(QWidget))


@pytest.mark.req("GUI-209")
def test_the_last_trial_is_voided_with_a_reason_and_repeated(nurse: Nurse) -> None:
    page = at_trial(nurse)
    nurse.write("30.0")
    nurse.press(Key.Key_V)
    nurse.press(Key.Key_4)
    nurse.press(Key.Key_Return)
    assert nurse.turns("squeeze.right.1.grip")[0].void_code == "V4"
    assert page.course.view.step.slot == "squeeze.right.1.grip"
    nurse.clock.pass_seconds(61)
    nurse.write("26.0")
    assert value_of(nurse, "squeeze.right.1.grip") == Quantity(value=Decimal("26.0"), unit="kgf")


@pytest.mark.req("GUI-210")
@pytest.mark.parametrize(("key", "taken"), [(Key.Key_Y, True), (Key.Key_N, False)])
def test_an_extra_trial_is_taken_or_declined_by_one_key(nurse: Nurse, key: Qt.Key, taken: bool) -> None:
    nurse.answer_until(GRIP, "squeeze.left.3.grip", "22.0 24.0 19.5 24.0 19.7")
    nurse.show()
    nurse.write("24.0")
    page = page_of(nurse)
    assert page.keys.mode() is Mode.OFFER
    nurse.press(Key.Key_Return)  # Enter decides nothing
    assert page.keys.mode() is Mode.OFFER
    nurse.press(key)
    held = nurse.desk.record(nurse.row.participant).visits[nurse.visit].of(GRIP)
    assert held is not None
    assert held.extra == {("squeeze", "right"): taken}
    assert (page.course.view.step.slot == "squeeze.right.4.grip") is taken


@pytest.mark.req("GUI-211")
def test_a_rest_that_was_cut_short_is_asked_about(nurse: Nurse) -> None:
    page = at_trial(nurse, "squeeze.left.1.grip", "25.8")
    nurse.write("24.0")
    nurse.clock.pass_seconds(37)
    page.refresh()
    assert page.board.rest.isVisible()
    nurse.clock.pass_seconds(-60)
    nurse.write("26.4")
    assert page.board.number.asking()
    nurse.press(Key.Key_3)
    nurse.press(Key.Key_Return)
    assert nurse.turns("squeeze.right.2.grip")[-1].confirmations[0].finding == "REST_SHORT"


@pytest.mark.req("GUI-212")
def test_set_up_facts_are_taken_over_by_enter_and_a_kept_one_asks_before_it_changes(nurse: Nurse) -> None:
    nurse.finish_all()
    nurse.clock.pass_seconds(45 * 86_400)
    nurse.visit = assessments.open_visit(nurse.desk, nurse.row.participant, "week_06", birth_year="1971")
    nurse.show()
    page = page_of(nurse)
    nurse.press(Key.Key_Return)  # on site, as is offered where a visit may be held at a distance
    nurse.press(Key.Key_Return)  # the dynamometer of last time
    assert page.course.view.step.kept == "1"
    nurse.write("3")
    assert nurse.turns("setup.handle_position") == ()
    nurse.press(Key.Key_Escape)
    assert nurse.left == []
    nurse.write("3")
    nurse.press(Key.Key_Return)
    assert nurse.turns("setup.handle_position") == ()
    nurse.press(Key.Key_3)
    nurse.press(Key.Key_Return)
    (turn,) = nurse.turns("setup.handle_position")
    assert (turn.value, [one.finding for one in turn.confirmations]) == (Choice(code="3"), ["KEPT_FACT_CHANGED"])


@pytest.mark.req("GUI-500")
def test_a_registered_device_is_chosen_by_its_digit_and_a_stranger_needs_a_reason(nurse: Nurse) -> None:
    for label in ("D-11", "D-03"):
        devices.register(nurse.desk, devices.NewDevice(device=label, type="dynamometer", make="", serial=label))
    nurse.show()
    page = page_of(nurse)
    panel = page.board.panels["text"]
    assert isinstance(panel, TextStep)
    assert panel.line.accessibleDescription().startswith("1: D-03  Grip dynamometer, 2: D-11  Grip dynamometer")
    nurse.write("X-9")
    assert nurse.turns("setup.device") == ()
    nurse.press(Key.Key_1)
    nurse.press(Key.Key_Escape)
    nurse.press(Key.Key_2)
    nurse.press(Key.Key_Return)
    (turn,) = nurse.turns("setup.device")
    assert (turn.value, turn.confirmations) == (Text(text="D-11"), ())


@pytest.mark.req("GUI-213")
def test_in_a_text_field_letters_are_text_and_commands_need_alt(nurse: Nurse) -> None:
    nurse.show()
    page = page_of(nurse)
    nurse.write("NVL", enter=False)
    assert not page.board.menu_open()
    nurse.press(Key.Key_N, ALT)
    assert page.board.menu_open()


@pytest.mark.req("GUI-214")
def test_the_script_changes_its_language_and_what_is_typed_stays(nurse: Nurse) -> None:
    page = at_trial(nurse)
    nurse.write("25", enter=False)
    spoken = page.course.view.script
    assert spoken is not None
    assert spoken.language == "ko"
    nurse.press(Key.Key_L)
    after = page.course.view.script
    assert after is not None
    assert after.language != "ko"
    assert page.board.number.text() == "25"


@pytest.mark.req("GUI-215")
def test_esc_leaves_the_visit_and_everything_accepted_is_there(nurse: Nurse) -> None:
    at_trial(nurse)
    nurse.write("25.8")
    nurse.press(Key.Key_Escape)
    assert [wish.page for wish in nurse.left] == ["participant"]
    assert value_of(nurse, "squeeze.right.1.grip") == Quantity(value=Decimal("25.8"), unit="kgf")


@pytest.mark.req("GUI-216")
def test_every_focusable_widget_has_a_name_and_every_working_letter_is_in_the_key_bar(nurse: Nurse) -> None:
    page = at_trial(nurse)
    focusable = [
        widget
        for widget in page.findChildren(QWidget)
        if widget.isVisible() and widget.focusPolicy() != Qt.FocusPolicy.NoFocus and not widget.focusProxy()
    ]
    assert focusable
    assert [type(widget).__name__ for widget in focusable if not widget.accessibleName()] == []
    shown = {action.shortcut().toString() for action in page.key_actions() if action.isVisible()}
    assert {"N", "H", "L"} <= shown


@pytest.mark.req("GUI-217")
def test_the_next_field_is_ready_within_the_budget(
    nurse: Nurse, record_property: Callable[[str, object], None]
) -> None:
    page = at_trial(nurse)
    took: list[float] = []
    for typed in ("25.8", "24.0", "26.4", "23.8", "25.9", "24.4"):
        nurse.clock.pass_seconds(61)
        nurse.write(typed, enter=False)
        begun = time.perf_counter()
        QTest.keyClick(nurse.target(), Key.Key_Return)
        took.append((time.perf_counter() - begun) * 1000)
    assert page.course.view.step.section == "after"
    record_property("accept_to_next_field_ms", [round(one, 1) for one in took])
    # The goal is 50 ms at P99 on an idle machine, which the benchmark measures; here only a gross slip would fail.
    assert sorted(took)[len(took) // 2] < 200
