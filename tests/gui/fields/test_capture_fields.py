"""The parts of a capture page, found by accessible name and driven by keys."""

from typing import TypeVar

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QAction, QKeySequence, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QListView, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from assessdesk.gui.fields.finding_line import FindingKind, FindingLine, FindingView, ReasonView
from assessdesk.gui.fields.identity_band import BandCell, IdentityBand, IdentityView
from assessdesk.gui.fields.key_bar import KeyBar, KeyHint
from assessdesk.gui.fields.key_cap import name_keys
from assessdesk.gui.fields.quantity_field import EntryState, QuantityField, QuantityView
from assessdesk.gui.fields.reason_menu import ReasonAnswer, ReasonMenu, ReasonMenuView, ReasonOption
from assessdesk.gui.fields.rest_bar import RestBar, RestView, clock_words
from assessdesk.gui.fields.script_panel import ScriptPanel, ScriptView
from assessdesk.gui.fields.status_badge import StateView
from assessdesk.gui.fields.trial_table import TrialRow, TrialTable, TrialTitles
from assessdesk.gui.look.states import VisualState

Widget = TypeVar("Widget", bound=QWidget)


def named(root: QWidget, kind: type[Widget], name: str) -> Widget:
    found = [each for each in root.findChildren(kind) if each.accessibleName() == name]
    assert len(found) == 1, [each.accessibleName() for each in root.findChildren(kind)]
    return found[0]


@pytest.fixture
def said(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    heard: list[str] = []
    monkeypatch.setattr(QAccessible, "updateAccessibility", lambda event: heard.append(event.message()))
    return heard


@pytest.fixture
def field(qtbot: QtBot) -> QuantityField:
    made = QuantityField(QuantityView("Right hand, trial 3", "kg", precision="to 0.1 kg"))
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    return made


@pytest.mark.req("GUI-010")
def test_enter_hands_on_the_text_exactly_as_typed(qtbot: QtBot, field: QuantityField) -> None:
    line = named(field, QLineEdit, "Right hand, trial 3")
    QTest.keyClicks(line, " 24,6")
    with qtbot.waitSignal(field.text_accepted) as accepted:
        QTest.keyClick(line, Qt.Key.Key_Return)

    assert accepted.args == [" 24,6"]
    assert field.text() == " 24,6"


@pytest.mark.req("GUI-010")
def test_shift_enter_goes_back_without_accepting(qtbot: QtBot, field: QuantityField) -> None:
    line = named(field, QLineEdit, "Right hand, trial 3")
    with qtbot.assertNotEmitted(field.text_accepted), qtbot.waitSignal(field.previous_requested):
        QTest.keyClick(line, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)


@pytest.mark.req("GUI-011")
def test_letters_are_commands_of_the_page_and_never_text(qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    entry = QuantityField(QuantityView("Grip", "kg"))
    QVBoxLayout(page).addWidget(entry)
    not_done = QAction("not done", page)
    not_done.setShortcut(QKeySequence("N"))
    page.addAction(not_done)
    page.show()
    qtbot.waitExposed(page)
    with qtbot.waitActive(page):
        page.activateWindow()
    entry.take_focus()
    line = named(page, QLineEdit, "Grip")
    QTest.keyClicks(line, "2")
    with qtbot.waitSignal(not_done.triggered):
        QTest.keyClick(line, Qt.Key.Key_N)
    QTest.keyClicks(line, "x7.5kg")

    assert entry.text() == "27.5"


@pytest.mark.req("GUI-011")
def test_while_a_finding_asks_a_digit_is_not_typed(qtbot: QtBot, field: QuantityField) -> None:
    field.show_view(QuantityView("Right hand, trial 3", "kg", "47.2", EntryState.UNUSUAL))
    line = named(field, QLineEdit, "Right hand, trial 3")
    QTest.keyClicks(line, "2")

    assert field.text() == "47.2"


@pytest.mark.req("GUI-012")
def test_a_wheel_never_changes_a_value(qtbot: QtBot, field: QuantityField) -> None:
    field.show_view(QuantityView("Right hand, trial 3", "kg", "25.8"))
    line = named(field, QLineEdit, "Right hand, trial 3")
    nothing, middle = QPoint(), QPointF(5, 5)
    wheel = QWheelEvent(
        middle, middle, nothing, QPoint(0, 120), Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    line.wheelEvent(wheel)

    assert not wheel.isAccepted()
    assert field.text() == "25.8"


@pytest.mark.req("GUI-013")
def test_a_refusal_is_said_and_its_words_stand_under_the_field(qtbot: QtBot, said: list[str]) -> None:
    finding = FindingLine()
    qtbot.addWidget(finding)
    finding.show_finding(FindingView(FindingKind.REFUSED, "Not accepted: 54.0.", "Phase angle is 1.0 to 15.0 deg."))

    assert said == ["Not accepted: 54.0. Phase angle is 1.0 to 15.0 deg."]
    assert finding.accessibleName() == said[0]
    assert not finding.isHidden()
    finding.show_finding(None)
    assert finding.isHidden()


REASONS = (ReasonView(1, "Measured again"), ReasonView(2, "Read from device"), ReasonView(4, "Other", needs_text=True))


@pytest.mark.req("GUI-014")
def test_a_reason_is_chosen_by_its_digit_and_nothing_is_preselected(qtbot: QtBot) -> None:
    finding = FindingLine()
    qtbot.addWidget(finding)
    finding.show_finding(FindingView(FindingKind.UNUSUAL, "Unusual: 47.2 kg.", "Pick a reason.", REASONS))
    assert finding.chosen() is None
    finding.choose(3)
    assert finding.chosen() is None
    with qtbot.waitSignal(finding.reason_chosen):
        finding.choose(2)
    picked = finding.chosen()

    assert picked is not None
    assert picked.reason.text == "Read from device"
    assert named(finding, QPushButton, "Read from device").isChecked()


@pytest.mark.req("GUI-014")
def test_a_reason_in_words_is_incomplete_without_them(qtbot: QtBot) -> None:
    finding = FindingLine()
    qtbot.addWidget(finding)
    finding.show_finding(FindingView(FindingKind.UNUSUAL, "Unusual.", "Why?", REASONS))
    finding.choose(4)
    assert finding.words_missing()
    QTest.keyClicks(named(finding, QLineEdit, "Reason in words"), "new battery")

    assert not finding.words_missing()
    picked = finding.chosen()
    assert picked is not None
    assert picked.words == "new battery"


@pytest.mark.req("GUI-013")
def test_markup_in_data_is_shown_and_not_obeyed(qtbot: QtBot) -> None:
    finding = FindingLine()
    qtbot.addWidget(finding)
    finding.show_finding(FindingView(FindingKind.NOTE, "<b>1</b>", "<img src=x>"))

    label = finding._sentence.text()
    assert "<img" not in label
    assert "&lt;img src=x&gt;" in label


OPTIONS = (
    ReasonOption("1", "Refused", "ND01"),
    ReasonOption("6", "Pain", "ND06"),
    ReasonOption("00", "No time", "ND10"),
    ReasonOption("09", "Other", "ND99", needs_text=True),
)


@pytest.fixture
def menu(qtbot: QtBot) -> ReasonMenu:
    made = ReasonMenu(ReasonMenuView("Why is it not done?", OPTIONS))
    qtbot.addWidget(made)
    made.resize(430, 460)
    made.show()
    made.take_focus()
    return made


@pytest.mark.req("GUI-015")
def test_a_digit_chooses_and_enter_records(qtbot: QtBot, menu: ReasonMenu) -> None:
    rows = named(menu, QListView, "Why is it not done?")
    with qtbot.assertNotEmitted(menu.reason_confirmed):
        QTest.keyClick(rows, Qt.Key.Key_Return)
        QTest.keyClicks(rows, "6")
    with qtbot.waitSignal(menu.reason_confirmed) as confirmed:
        QTest.keyClick(rows, Qt.Key.Key_Return)

    assert confirmed.args == [ReasonAnswer(OPTIONS[1])]


@pytest.mark.req("GUI-015")
def test_zero_opens_the_second_page_and_escape_comes_back(qtbot: QtBot, menu: ReasonMenu) -> None:
    rows = named(menu, QListView, "Why is it not done?")
    QTest.keyClicks(rows, "00")
    answer = menu.answer()
    assert answer is not None
    assert answer.option.code == "ND10"
    with qtbot.assertNotEmitted(menu.close_requested):
        QTest.keyClick(rows, Qt.Key.Key_Escape)
    assert menu.answer() is None
    with qtbot.waitSignal(menu.close_requested):
        QTest.keyClick(rows, Qt.Key.Key_Escape)


@pytest.mark.req("GUI-015")
def test_a_reason_that_needs_words_is_not_recorded_without_them(qtbot: QtBot, menu: ReasonMenu) -> None:
    rows = named(menu, QListView, "Why is it not done?")
    QTest.keyClicks(rows, "09")
    with qtbot.assertNotEmitted(menu.reason_confirmed):
        QTest.keyClick(rows, Qt.Key.Key_Return)
    words = named(menu, QLineEdit, "Reason in words")
    QTest.keyClicks(words, "fire drill")
    with qtbot.waitSignal(menu.reason_confirmed) as confirmed:
        QTest.keyClick(words, Qt.Key.Key_Return)

    assert confirmed.args == [ReasonAnswer(OPTIONS[3], "fire drill")]


@pytest.mark.req("GUI-016")
def test_the_key_bar_shows_exactly_the_enabled_actions(qtbot: QtBot) -> None:
    page, bar = QWidget(), KeyBar()
    for each in (page, bar):
        qtbot.addWidget(each)
    accept = name_keys(QAction("accept, next trial", page), "Enter")
    not_done = QAction("not done", page)
    not_done.setShortcut(QKeySequence("N"))
    lock = QAction("lock", page)
    lock.setShortcut(QKeySequence("Ctrl+L"))
    page.addActions([accept, not_done, lock])
    bar.follow(page)
    assert bar.hints() == (
        KeyHint(("Enter",), "accept, next trial"),
        KeyHint(("N",), "not done"),
        KeyHint(("Ctrl L",), "lock"),
    )
    not_done.setEnabled(False)
    assert KeyHint(("N",), "not done") not in bar.hints()
    page.removeAction(lock)

    assert bar.hints() == (KeyHint(("Enter",), "accept, next trial"),)
    assert bar.accessibleDescription() == "Enter: accept, next trial"


@pytest.mark.req("GUI-242")
def test_the_help_stays_in_the_key_bar_when_there_is_no_room_for_everything(qtbot: QtBot) -> None:
    page, bar = QWidget(), KeyBar()
    for each in (page, bar):
        qtbot.addWidget(each)
    wishes = ("accept, next trial", "not done", "void the trial", "help")
    page.addActions([name_keys(QAction(wish, page), f"F{place}") for place, wish in enumerate(wishes, start=1)])
    bar.follow(page)
    bar.resize(2_000, bar.height())
    assert [hint.wish for hint in bar.shown()] == list(wishes)
    bar.resize(300, bar.height())
    shown = [hint.wish for hint in bar.shown()]
    assert shown[-1] == "help"
    assert shown[:-1] == list(wishes[: len(shown) - 1])
    assert len(shown) < len(wishes)


@pytest.mark.req("GUI-017")
def test_a_rest_is_read_from_the_clock_and_announced_once(qtbot: QtBot, said: list[str]) -> None:
    now = 5_000
    bar = RestBar(lambda: now)
    qtbot.addWidget(bar)
    bar.show_rest(RestView("Rest, same hand", 60_000, 5_000))
    assert bar.left_ms() == 60_000
    now = 42_200
    bar._refresh()
    assert bar.accessibleDescription() == "0:23 left of 1:00"
    now = 65_000
    with qtbot.waitSignal(bar.rest_over):
        bar._refresh()
    now = 99_000
    with qtbot.assertNotEmitted(bar.rest_over):
        bar._refresh()

    assert said == ["Rest is over, ready"]
    assert bar.left_ms() == 0


@pytest.mark.req("GUI-017")
def test_a_rest_cut_short_says_how_long_it_was(qtbot: QtBot) -> None:
    bar = RestBar(lambda: 99_000)
    qtbot.addWidget(bar)
    bar.show_rest(RestView("Rest, same hand", 60_000, 5_000, cut_short_ms=42_000))

    assert bar.accessibleDescription() == "rest was 0:37 of 1:00"


@pytest.mark.req("GUI-017")
@pytest.mark.parametrize(
    ("ms", "words"), [(60_000, "1:00"), (59_001, "1:00"), (59_000, "0:59"), (1, "0:01"), (0, "0:00")]
)
def test_rest_shows_nought_only_when_it_is_over(ms: int, words: str) -> None:
    assert clock_words(ms) == words


@pytest.mark.req("GUI-018")
def test_the_band_says_who_side_and_trial(qtbot: QtBot) -> None:
    said = "S01-017-K, right hand, trial 3 of 6"
    band = IdentityBand(
        IdentityView("S01-", "017-K", said, (BandCell("R", ("Right", "hand")), BandCell("3", ("of 6",))))
    )
    qtbot.addWidget(band)

    assert band.accessibleName() == said


@pytest.mark.req("GUI-019")
def test_the_script_says_who_supplies_a_missing_wording(qtbot: QtBot) -> None:
    panel = ScriptPanel(ScriptView("", missing="The site's text pack has no Korean wording for this step."))
    qtbot.addWidget(panel)

    assert panel._say.accessibleName() == "The site's text pack has no Korean wording for this step."
    assert panel._do.isHidden()


@pytest.mark.req("GUI-019")
def test_a_long_script_scrolls_instead_of_pushing_the_entry_out(qtbot: QtBot) -> None:
    panel = ScriptPanel(ScriptView("Please sit down. " * 200, "Go on.", "Stand behind.", "English"))
    qtbot.addWidget(panel)
    panel.resize(838, 170)
    panel.show()
    qtbot.waitExposed(panel)

    assert panel._scroll.verticalScrollBar().maximum() > 0
    assert panel._do.isVisible()
    assert panel.minimumSizeHint().height() <= 190
    with qtbot.waitSignal(panel.language_requested):
        named(panel, QPushButton, "Language English").click()


@pytest.mark.req("GUI-020")
def test_the_trial_table_is_read_only_and_tells_state_in_words(qtbot: QtBot) -> None:
    table = TrialTable(TrialTitles("Hand", "Grip, kg"))
    qtbot.addWidget(table)
    rows = (
        TrialRow("1", "Right", "25.8", StateView(VisualState.DONE)),
        TrialRow("2", "Left", "", StateView(VisualState.NOT_DONE, "Not done, ND07")),
    )
    table.show_rows(rows)
    model = table.model()
    shown = [[model.index(r, c).data() for c in range(model.columnCount())] for r in range(model.rowCount())]

    assert shown == [["1", "Right", "25.8", "Done"], ["2", "Left", "", "Not done, ND07"]]
    assert not model.flags(model.index(0, 2)) & Qt.ItemFlag.ItemIsEditable
    assert model.index(0, 2).data(Qt.ItemDataRole.AccessibleTextRole) == "Grip, kg: 25.8"
