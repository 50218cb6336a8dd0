"""Nothing is cut for want of room: choices go on in the next line, reasons side by side, keys under their words."""

import pytest
from PySide6.QtCore import QSizeF, Qt
from PySide6.QtGui import QFont, QStaticText
from pytestqt.qtbot import QtBot

from assessdesk.gui.capture.words import two_lines
from assessdesk.gui.fields import text
from assessdesk.gui.fields.reason_menu import ReasonMenu, ReasonMenuView, ReasonOption
from assessdesk.gui.fields.status_badge import StateView
from assessdesk.gui.fields.stop_bar import StopBar, StopBarMode, StopBarView
from assessdesk.gui.fields.trial_table import TrialRow, TrialTable, TrialTitles
from assessdesk.gui.forms.form_parts import ChoicePart, Option
from assessdesk.gui.look.states import VisualState
from assessdesk.gui.look.theme import metrics
from assessdesk.gui.page_parts import place_words, wish_of
from assessdesk.services.audit import place_of_slot
from tests.gui.fields.test_timer import Desk
from tests.journeys.visit import library

WAYS = ("Nothing", "The participant said it", "Somebody of the staff said it", "I saw a session or its papers")


@pytest.mark.req("GUI-530")
@pytest.mark.parametrize(("width", "lines"), [(1200, 1), (600, 2), (300, 4)])
def test_choices_go_on_in_the_next_line(qtbot: QtBot, width: int, lines: int) -> None:
    part = ChoicePart("Did anything tell you the group?", [Option(words, words) for words in WAYS])
    qtbot.addWidget(part)
    part.resize(width, part.heightForWidth(width))
    part.show()
    buttons = part.buttons()
    assert all(button.width() >= button.minimumSizeHint().width() for button in buttons)
    assert all(button.geometry().right() <= width and button.geometry().bottom() <= part.height() for button in buttons)
    assert len({button.y() for button in buttons}) == lines


@pytest.mark.req("GUI-530")
def test_reasons_stand_side_by_side_and_all_are_seen(qtbot: QtBot) -> None:
    options = tuple(ReasonOption(str(key), f"Reason {key}", f"M{key}") for key in range(1, 8))
    menu = ReasonMenu(ReasonMenuView("Why did the visit not take place?", options), columns=2)
    qtbot.addWidget(menu)
    menu.resize(800, menu.sizeHint().height())
    menu.show()
    rows, view = menu._rows, menu._list
    places = [view.visualRect(rows.index(row, 0)) for row in range(len(options))]
    assert all(view.viewport().rect().contains(place) for place in places)
    assert len({place.left() for place in places}) == 2


@pytest.mark.req("GUI-530")
def test_the_keys_of_the_bar_stand_under_its_words_where_it_is_narrow(qtbot: QtBot) -> None:
    view = StopBarView(StopBarMode.STOP, "Stop: upright", ("Space", "Enter"), "Count a stand", ("Up", "Page Up"))
    bar = StopBar(view)
    qtbot.addWidget(bar)
    bar.resize(480, bar.sizeHint().height())
    bar.show()
    for button in (bar._main, bar._count):
        assert button.width() >= button.minimumSizeHint().width()
        assert button._content_width() + 2 > button.minimumSizeHint().width()


@pytest.mark.req("GUI-530")
@pytest.mark.parametrize(("numbered", "width"), [(False, 51), (True, 58)])
def test_a_trial_of_several_values_says_each_and_why_it_is_missing(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, *, numbered: bool, width: int
) -> None:
    cut: list[str] = []
    plain = text._laid_out

    def noted(face: QFont, words: str, room: float | None) -> tuple[QStaticText, QSizeF]:
        if room is not None and text.text_width(face, words) > room:
            cut.append(words)
        return plain(face, words, room)

    monkeypatch.setattr(text, "_laid_out", noted)
    table = TrialTable(TrialTitles("Measured", "Value, mmHg", named=True, numbered=numbered))
    qtbot.addWidget(table)
    state = StateView(VisualState.NOT_DONE, "Not done, ND15")
    names = ("Systolic pressure", "Diastolic pressure")
    table.show_rows([TrialRow(number="1", side=name, value="128", state=state) for name in names])
    table.resize(metrics().u(width), table.natural_height())
    table.show()
    assert not table.grab().isNull()
    assert cut == []


@pytest.mark.req("GUI-531")
@pytest.mark.parametrize(
    ("verb", "wish"), [("Record the change", "record the change"), ("CTCAE grade", "CTCAE grade"), ("", "")]
)
def test_the_key_bar_says_a_verb_in_small_letters(verb: str, wish: str) -> None:
    assert wish_of(verb) == wish


@pytest.mark.req("GUI-532")
@pytest.mark.parametrize(
    ("instrument", "slot", "words"),
    [
        ("safety_screen", "pressure.1.systolic", "Safety screen, Blood pressure, Systolic pressure, trial 1"),
        ("safety_screen", "pressure.1.diastolic", "Safety screen, Blood pressure, Diastolic pressure, trial 1"),
        ("grip_strength", "squeeze.right.2.grip", "Grip strength, Grip trials, right, trial 2"),
    ],
)
def test_two_values_of_one_trial_are_called_differently(instrument: str, slot: str, words: str) -> None:
    assert place_words(place_of_slot(library().instruments[instrument], slot, "en")) == words


@pytest.mark.req("GUI-533")
def test_the_last_stand_ends_with_the_stop(qtbot: QtBot) -> None:
    desk = Desk(qtbot)
    desk.key(Qt.Key.Key_Space, 0)
    for tap in range(1, 5):
        desk.key(Qt.Key.Key_Up, tap * 2_000)
    desk.key(Qt.Key.Key_Space, 10_300)
    assert [rep.time for rep in desk.face._reps()] == ["2.00", "2.00", "2.00", "2.00", "2.30"]


@pytest.mark.req("GUI-533")
def test_a_stand_that_nobody_counted_stays_open(qtbot: QtBot) -> None:
    desk = Desk(qtbot)
    desk.key(Qt.Key.Key_Space, 0)
    desk.key(Qt.Key.Key_Up, 2_000)
    desk.key(Qt.Key.Key_Space, 10_300)
    assert [rep.time for rep in desk.face._reps()] == ["2.00", "", "", "", ""]


@pytest.mark.req("GUI-530")
@pytest.mark.parametrize(
    ("title", "lines"),
    [
        ("Gait speed, 6 m", ("Gait speed", "6 m")),
        ("Pain, 0 to 10", ("Pain", "0 to 10")),
        ("Safety screen", ("Safety", "screen")),
        ("SARC-F", ("SARC-F",)),
    ],
)
def test_the_band_breaks_a_title_behind_its_comma(title: str, lines: tuple[str, ...]) -> None:
    assert two_lines(title) == lines
