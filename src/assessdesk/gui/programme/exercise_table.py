"""The exercises of a session as a table to type into: prescribed at the left, done at the right, prefilled.

It must not know how volume or dose is computed, nor what a session is besides its exercises.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from assessdesk.domain.events import plain_decimal
from assessdesk.gui.capture.words import canonical_number
from assessdesk.gui.fields.finding_line import FindingLine
from assessdesk.gui.fields.text import Label
from assessdesk.gui.forms.form_parts import refused
from assessdesk.gui.look.theme import TypeRole, metrics
from assessdesk.gui.look.tokens import Ink
from assessdesk.services.sessions import ExerciseForm

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping, Sequence
    from decimal import Decimal

    from assessdesk.domain.programme_events import ExerciseDone

TITLE, PLAN, WANTED, SETS, REPETITIONS, LOAD = range(6)
NARROW, WIDE = 8, 13


class ExerciseTable(QWidget):
    """The table. A cell is named by its exercise and part, such as `leg_press.sets`.

    Signals:
        finished: Enter was pressed in the last cell.
        edited: Something was typed.
    """

    finished = Signal()
    edited = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._cells: dict[str, QLineEdit] = {}
        self._done: tuple[ExerciseDone, ...] = ()
        self._weighed: frozenset[str] = frozenset()
        self._finding = FindingLine()
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(metrics().u(0.5))
        column.addWidget(Label(self.tr("Exercises"), bold=True))
        column.addWidget(self._finding)
        column.addWidget(self._area, 1)

    def show_exercises(self, done: Sequence[ExerciseDone], titles: Mapping[str, str], weighed: Collection[str]) -> None:
        """Show exercises, prefilled with what was done of them or, before that, with what is prescribed.

        Those named in `weighed` have a load in kg; the others may have a band or a support with a name.
        """
        self._done, self._cells, self._weighed = tuple(done), {}, frozenset(weighed)
        self._finding.show_finding(None)
        body = QWidget()
        body.setProperty("kind", "plain")
        sizes = metrics()
        grid = QGridLayout(body)
        grid.setContentsMargins(0, 0, sizes.u(1), 0)
        grid.setHorizontalSpacing(sizes.u(1))
        grid.setVerticalSpacing(sizes.u(0.5))
        grid.setColumnStretch(TITLE, 1)
        grid.addWidget(Label(self.tr("Prescribed"), role=TypeRole.S, ink=Ink.MUTED), 0, PLAN, 1, 2)
        heads = (self.tr("Done: sets"), self.tr("Repetitions"), self.tr("Load, band"))
        for place, head in enumerate(heads, start=SETS):
            grid.addWidget(Label(head, role=TypeRole.S, ink=Ink.MUTED), 0, place)
        for row, one in enumerate(done, start=1):
            self._add_row(grid, row, one, titles.get(one.exercise, one.exercise))
        grid.setRowStretch(len(done) + 1, 1)
        self._area.setWidget(body)
        for one in done:
            self._follow_prescription(one.exercise)
        cells = tuple(self._cells.values())
        for before, following in pairwise(cells):
            before.returnPressed.connect(self._moving(following))
        if cells:
            cells[-1].returnPressed.connect(self.finished)

    def _add_row(self, grid: QGridLayout, row: int, one: ExerciseDone, title: str) -> None:
        grid.addWidget(Label(title, wrap=True), row, TITLE, Qt.AlignmentFlag.AlignVCenter)
        weighed = one.exercise in self._weighed
        plan = self.tr("{sets} × {repetitions} ×") if weighed else self.tr("{sets} × {repetitions}")
        words = plan.format(sets=one.prescribed_sets, repetitions=one.prescribed_repetitions)
        grid.addWidget(Label(words, ink=Ink.MUTED), row, PLAN)
        if weighed:
            name = self.tr("{exercise}: prescribed load").format(exercise=title)
            self._add(grid, (row, WANTED), f"{one.exercise}.prescribed_load", _digits(one.prescribed_load), name)
        name = self.tr("{exercise}: sets").format(exercise=title)
        self._add(grid, (row, SETS), f"{one.exercise}.sets", str(one.sets), name)
        name = self.tr("{exercise}: repetitions").format(exercise=title)
        self._add(grid, (row, REPETITIONS), f"{one.exercise}.repetitions", str(one.repetitions), name)
        name, part, text = self.tr("{exercise}: band or support"), "unit", one.unit
        if weighed:
            name, part, text = self.tr("{exercise}: load"), "load", _digits(one.load)
        self._add(grid, (row, LOAD), f"{one.exercise}.{part}", text, name.format(exercise=title))

    def _add(self, grid: QGridLayout, at: tuple[int, int], key: str, text: str, name: str) -> None:
        sizes = metrics()
        cell = QLineEdit(text)
        cell.setFixedSize(sizes.u(WIDE if at[1] == LOAD else NARROW), sizes.u(5.5))
        cell.setAccessibleName(name)
        weighed = key.endswith("load")
        cell.setPlaceholderText(self.tr("kg") if weighed else "")
        cell.setCursorPosition(0)
        cell.textEdited.connect(lambda _: self._finding.show_finding(None))
        cell.textEdited.connect(lambda _: self.edited.emit())
        grid.addWidget(cell, *at)
        self._cells[key] = cell

    def _follow_prescription(self, exercise: str) -> None:
        """Let a load that was not typed yet be the prescribed one, as soon as that is accepted."""
        wanted, load = (self._cells.get(f"{exercise}.{part}") for part in ("prescribed_load", "load"))
        if wanted is None or load is None:
            return

        def follow() -> None:
            if not load.text():
                load.setText(wanted.text())

        wanted.returnPressed.connect(follow)

    def _moving(self, cell: QLineEdit) -> Callable[[], None]:
        def move() -> None:
            self._focus(cell)

        return move

    def _focus(self, cell: QLineEdit) -> None:
        cell.setFocus(Qt.FocusReason.TabFocusReason)
        cell.selectAll()
        self._area.ensureWidgetVisible(cell)

    def forms(self) -> tuple[ExerciseForm, ...]:
        """Return what stands in the table."""
        return tuple(
            ExerciseForm(
                exercise=one.exercise,
                sets=self._text(one, "sets"),
                repetitions=self._text(one, "repetitions"),
                load=self._text(one, "load"),
                unit=self._text(one, "unit"),
                prescribed_load=self._text(one, "prescribed_load"),
            )
            for one in self._done
        )

    def _text(self, one: ExerciseDone, part: str) -> str:
        cell = self._cells.get(f"{one.exercise}.{part}")
        text = cell.text() if cell else ""
        return text if part == "unit" else canonical_number(text)

    def has(self, name: str) -> bool:
        """Say whether a field is a cell of this table."""
        return name in self._cells

    def label_of(self, name: str) -> str:
        """Return the words of a cell."""
        return self._cells[name].accessibleName()

    def show_refused(self, name: str, sentence: str) -> None:
        """Show why a cell was not accepted and put the cursor there; an empty sentence takes it away."""
        self._finding.show_finding(refused(self.tr("Not accepted:"), sentence) if sentence else None)
        if sentence:
            self._focus(self._cells[name])

    def finding(self) -> str:
        """The sentence that is shown, or nothing."""
        shown = self._finding.finding()
        return shown.sentence if shown else ""

    def take_focus(self) -> None:
        """Put the cursor into the first cell."""
        if self._cells:
            self._focus(next(iter(self._cells.values())))


def _digits(number: Decimal | None) -> str:
    return "" if number is None else plain_decimal(number)
