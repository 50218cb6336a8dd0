"""Signing, filters, lists, tables, timeline, scales and number lines."""

from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from assessdesk.gui.fields.choice_scale import ChoiceScale, ScaleView
from assessdesk.gui.fields.data_table import DataTable
from assessdesk.gui.fields.sign_panel import SignPanel, SignState, SignView, SignWish
from assessdesk.gui.look.charts import NumberLineView, NumberMark, NumberSpan, number_line_words
from assessdesk.gui.models import Column, RowsModel, sorted_by
from tests.gui.fields.specimens import MEANINGS, NUMBER_LINE, battery, filters, timeline
from tests.gui.fields.test_capture_fields import named


@pytest.fixture
def panel(qtbot: QtBot) -> SignPanel:
    made = SignPanel(SignView("Signing as AS-04", MEANINGS, "7F3A 91C2", SignState.READY))
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.mark.req("GUI-024")
def test_signing_needs_a_meaning_and_a_passphrase(qtbot: QtBot, panel: SignPanel) -> None:
    passphrase = named(panel, QLineEdit, "Passphrase")
    button = named(panel, QPushButton, "Sign visit")
    assert not button.isEnabled()
    QTest.keyClicks(passphrase, "a long passphrase")
    with qtbot.assertNotEmitted(panel.sign_requested):
        QTest.keyClick(passphrase, Qt.Key.Key_Return)
    panel.choose("reviewed")
    assert button.isEnabled()
    with qtbot.waitSignal(panel.sign_requested) as asked:
        QTest.keyClick(passphrase, Qt.Key.Key_Return)
    wish: SignWish = asked.args[0]

    assert (wish.meaning.key, wish.passphrase) == ("reviewed", "a long passphrase")
    assert "passphrase" not in repr(wish)


@pytest.mark.req("GUI-024")
def test_after_signing_the_passphrase_is_gone_and_a_wrong_one_stays_selected(panel: SignPanel) -> None:
    passphrase = named(panel, QLineEdit, "Passphrase")
    QTest.keyClicks(passphrase, "wrong one")
    wrong = SignView("Signing as AS-04", MEANINGS, "7F3A", SignState.WRONG_PASSPHRASE, "The passphrase is wrong.")
    panel.show_view(wrong)
    assert passphrase.selectedText() == passphrase.text()
    assert passphrase.text() == "wrong one"
    panel.show_view(SignView("Signing as AS-04", MEANINGS, "7F3A", SignState.SIGNED))

    assert passphrase.text() == ""


@pytest.mark.req("GUI-024")
@pytest.mark.parametrize("state", [SignState.INCOMPLETE, SignState.CHECKING])
def test_nothing_can_be_signed_while_incomplete_or_checking(panel: SignPanel, state: SignState) -> None:
    panel.show_view(SignView("Signing as AS-04", MEANINGS, "7F3A", state, "2 instruments lack a result."))

    assert not named(panel, QLineEdit, "Passphrase").isEnabled()
    assert not panel._sign.isEnabled()


@pytest.mark.req("GUI-025")
def test_an_empty_filter_is_disabled_and_a_key_chooses(qtbot: QtBot) -> None:
    bar = filters()
    qtbot.addWidget(bar)
    assert not named(bar, QPushButton, "Due 0").isEnabled()
    with qtbot.assertNotEmitted(bar.filter_chosen):
        bar.choose("due")
    with qtbot.waitSignal(bar.filter_chosen) as chosen:
        bar.choose("overdue")

    assert chosen.args[0].key == "overdue"
    assert bar.chosen() == chosen.args[0]


@pytest.mark.req("GUI-026")
def test_a_side_list_asks_with_enter_and_is_inert_while_a_timing_runs(qtbot: QtBot) -> None:
    rows = battery()
    qtbot.addWidget(rows)
    rows.show()
    with qtbot.waitSignal(rows.item_requested) as asked:
        QTest.keyClick(rows, Qt.Key.Key_Return)
    assert asked.args[0].key == "grip"
    rows.show_inert(inert=True)
    with qtbot.assertNotEmitted(rows.item_requested):
        QTest.keyClick(rows, Qt.Key.Key_Return)
        QTest.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton)

    model = rows.model()
    said = [model.index(r, 0).data(Qt.ItemDataRole.AccessibleTextRole) for r in range(model.rowCount())]
    assert said == ["Safety screen, Done", "Grip strength, In progress, 3/6", "Gait 4 m, Open"]


COLUMNS = (
    Column[tuple[str, int]]("Package", lambda row: row[0]),
    Column[tuple[str, int]]("Count", lambda row: str(row[1]), 8, align_right=True, sort_key=lambda row: row[1]),
)
ROWS = (("S01-A-0043", 37), ("S01-A-0042", 112), ("S01-A-0041", 9))


@pytest.mark.req("GUI-027")
def test_enter_opens_the_chosen_row(qtbot: QtBot) -> None:
    table = DataTable[tuple[str, int]]("Packages", COLUMNS)
    qtbot.addWidget(table)
    table.show_rows(ROWS)
    table.choose(1)
    with qtbot.waitSignal(table.row_opened) as opened:
        QTest.keyClick(table, Qt.Key.Key_Return)
    assert opened.args == [ROWS[1]]
    table.show_rows(ROWS[1:])

    assert table.chosen_row() == ROWS[1]


@pytest.mark.req("GUI-027")
def test_numbers_sort_as_numbers() -> None:
    model = RowsModel(COLUMNS)
    model.show_rows(ROWS)
    proxy = sorted_by(model, 1)

    assert [proxy.index(row, 1).data() for row in range(3)] == ["9", "37", "112"]


@pytest.mark.req("GUI-027")
def test_a_rows_model_keeps_qts_rules(qtmodeltester: object) -> None:
    model = RowsModel(COLUMNS)
    model.show_rows(ROWS)

    qtmodeltester.check(model)  # type: ignore[attr-defined]  # pytest-qt does not export the tester's type


@pytest.mark.req("GUI-028")
def test_left_and_right_move_along_the_visits(qtbot: QtBot) -> None:
    line = timeline()
    qtbot.addWidget(line)
    with qtbot.waitSignal(line.visit_chosen) as chosen:
        QTest.keyClick(line, Qt.Key.Key_Right)
    assert chosen.args[0].key == "w12"
    with qtbot.assertNotEmitted(line.visit_chosen):
        QTest.keyClick(line, Qt.Key.Key_Right)
    with qtbot.waitSignal(line.visit_requested) as asked:
        QTest.keyClick(line, Qt.Key.Key_Return)

    assert asked.args[0].key == "w12"
    assert line.accessibleDescription().startswith("Baseline, Done, Signed 2 Oct, At central; Week 6, In progress")


@pytest.mark.req("GUI-029")
@pytest.mark.parametrize(("typed", "number"), [("3", 3), ("10", 10), ("1", 1)])
def test_digits_choose_on_a_scale(qtbot: QtBot, typed: str, number: int) -> None:
    scale = ChoiceScale(ScaleView("Pain now", 0, 10, "none", "worst"))
    qtbot.addWidget(scale)
    assert scale.chosen() is None
    with qtbot.waitSignal(scale.number_chosen) as chosen:
        QTest.keyClicks(scale, typed)

    assert chosen.args == [number]
    assert scale.chosen() == number


@pytest.mark.req("GUI-030")
def test_a_number_line_says_what_it_draws() -> None:
    alone = NumberLineView(NumberSpan(Decimal(0), Decimal(1)), (), NumberMark(Decimal("0.5"), "last 0.5"))

    assert number_line_words(NUMBER_LINE) == (
        "first 24.9; last 27.2 kg; change within 19.9–29.9; middle half, women 20 to 80, China 20–27"
    )
    assert number_line_words(alone) == "last 0.5"
