"""A row drawn once and shown again must look exactly as one drawn anew."""

from collections.abc import Callable
from dataclasses import dataclass, replace

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from assessdesk.gui.fields.data_table import DataTable
from assessdesk.gui.fields.row_pictures import RowPictures, RowView
from assessdesk.gui.fields.window_bar import DayAxis, WindowPainter, WindowState, WindowView
from assessdesk.gui.look.states import StateView, VisualState
from assessdesk.gui.look.theme import apply_theme
from assessdesk.gui.look.tokens import Ink, Scheme
from assessdesk.gui.models import Column
from assessdesk.gui.programme.session_grid import Cell, SessionGrid, WeekRow

SIZE = QSize(900, 400)


@dataclass(frozen=True, slots=True)
class Line:
    """A row with everything that a row can show."""

    name: str
    state: VisualState = VisualState.DUE
    days: int = 3
    urgent: bool = False
    note: str = ""


LINES = tuple(Line(f"S01-0{number}-A", days=number) for number in range(1, 7))
OTHERS = {
    "words": replace(LINES[1], name="S01-099-Z"),
    "state": replace(LINES[1], state=VisualState.OVERDUE),
    "a window": replace(LINES[1], days=9),
    "ink and weight": replace(LINES[1], urgent=True),
    "a second line": replace(LINES[1], note="held since yesterday"),
}


def window_of(row: object) -> WindowView | None:
    return WindowView(-4, row.days, row.days + 5, WindowState.OPEN) if isinstance(row, Line) else None


def made(qtbot: QtBot, lines: tuple[Line, ...], *, current: Callable[[Line], bool] | None = None) -> DataTable[Line]:
    columns = (
        Column[Line]("State", lambda line: line.state.value, 15, state=lambda line: StateView(line.state)),
        Column[Line]("Participant", lambda line: line.name, 14, bold=lambda line: line.urgent),
        Column[Line]("Window", lambda line: f"{line.days}", 26, painter="window"),
        Column[Line](
            "Days", lambda line: f"{line.days} days", 0, True, ink=lambda line: Ink.BAD if line.urgent else Ink.MUTED
        ),
    )
    table = DataTable[Line](
        "Lines",
        columns,
        current=current,
        note=lambda line: line.note,
        identity=lambda line: line.days,
        painters={"window": WindowPainter(window_of, DayAxis(-10, 20))},
    )
    qtbot.addWidget(table)
    table.resize(SIZE)
    table.show_rows(lines)
    table.show()
    return table


def look(table: DataTable[Line]) -> QImage:
    """What a table shows; the frame of the focus does not belong to the rows."""
    table.clearFocus()
    return table.grab().toImage()


@pytest.mark.req("GUI-241")
@pytest.mark.parametrize("what", OTHERS)
def test_a_row_that_shows_something_else_is_drawn_anew(qtbot: QtBot, what: str) -> None:
    table = made(qtbot, LINES)
    before = look(table)
    after = (LINES[0], OTHERS[what], *LINES[2:])
    table.show_rows(after)
    assert look(table) != before
    assert look(table) == look(made(qtbot, after))


@pytest.mark.req("GUI-241")
def test_choosing_another_row_moves_the_mark(qtbot: QtBot) -> None:
    table, fresh = made(qtbot, LINES), made(qtbot, LINES)
    for place in (0, 3, 1):
        table.choose(place)
        look(table)
    fresh.choose(1)
    assert look(table) == look(fresh)
    assert look(table) != look(made(qtbot, LINES))


@pytest.mark.req("GUI-241")
def test_another_width_and_another_scheme_draw_every_row_anew(qtbot: QtBot, qapp: QApplication) -> None:
    table = made(qtbot, LINES)
    look(table)
    apply_theme(qapp, Scheme.DARK)
    table.resize(SIZE * 1.2)
    fresh = made(qtbot, LINES)
    fresh.resize(SIZE * 1.2)
    assert look(table) == look(fresh)


@pytest.mark.req("GUI-241")
def test_the_row_at_which_work_goes_on_stands_in_bold(qtbot: QtBot) -> None:
    at = [LINES[0]]
    table = made(qtbot, LINES, current=lambda line: line is at[0])
    look(table)
    table.setProperty("boldCurrent", True)
    at[0] = LINES[2]
    fresh = made(qtbot, LINES, current=lambda line: line is LINES[2])
    fresh.setProperty("boldCurrent", True)
    assert look(table) == look(fresh)


@pytest.mark.req("GUI-241")
def test_a_row_that_looks_the_same_is_not_drawn_again(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    table = made(qtbot, LINES)
    look(table)
    drawn: list[str] = []
    draw = RowPictures._drawn

    def counted(pictures: RowPictures[Line], view: RowView) -> QPixmap:
        drawn.append(view.cells[1].words)
        return draw(pictures, view)

    monkeypatch.setattr(RowPictures, "_drawn", counted)
    table.show_rows(tuple(replace(line) for line in LINES))
    look(table)
    assert drawn == []
    table.show_rows((*LINES[:5], replace(LINES[5], name="S01-077-B")))
    look(table)
    assert drawn == ["S01-077-B"]


@pytest.mark.req("GUI-241")
def test_scrolling_through_many_rows_keeps_only_a_few_pictures(qtbot: QtBot) -> None:
    lines = tuple(Line(f"S01-{number:03}-A", days=number) for number in range(400))
    table = made(qtbot, lines)
    for place in range(0, 400, 5):
        table.choose(place)
        look(table)
    shown = table.viewport().height() // table.verticalHeader().defaultSectionSize()
    assert len(table._pictures._kept) <= 2 * (shown + 2)
    fresh = made(qtbot, lines)
    fresh.choose(395)
    assert look(table) == look(fresh)


@pytest.mark.req("GUI-241")
def test_one_chosen_session_of_a_week_is_framed(qtbot: QtBot) -> None:
    def grid() -> SessionGrid:
        made = SessionGrid("Sessions", "Week", "Session {number}", per_week=3)
        qtbot.addWidget(made)
        made.resize(SIZE)
        made.show()
        return made

    cells = tuple(Cell(key=f"s{number}", state=StateView(VisualState.DONE)) for number in range(3))
    weeks = (WeekRow(words="Week 1", cells=cells), WeekRow(words="Week 2", cells=(), now=True))
    one, other = grid(), grid()
    one.show_weeks(weeks, "s0")
    other.show_weeks(weeks, "s1")
    assert one.grab().toImage() != other.grab().toImage()
    one.show_weeks(weeks, "s1")
    for each in (one, other):
        each.clearFocus()
    assert one.grab().toImage() == other.grab().toImage()


@pytest.mark.req("GUI-241")
def test_a_table_without_rows_is_as_high_as_its_head(qtbot: QtBot) -> None:
    table = made(qtbot, ())
    assert table.maximumHeight() == table.natural_height()
    table.show_rows(LINES)
    table.show_rows(())
    assert table.maximumHeight() == table.natural_height()
