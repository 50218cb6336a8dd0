"""The centre of the capture page: band, script, the one thing to enter, the trials so far, the list of reasons.

It arranges the parts for a step and keeps them in place between trials. It must not know the desk or any command.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from assessdesk.gui.capture import words
from assessdesk.gui.capture.answers_table import AnswersTable
from assessdesk.gui.capture.choice_step import ChoiceStep
from assessdesk.gui.capture.keys import CaptureKeys, Key
from assessdesk.gui.capture.number_step import NumberStep
from assessdesk.gui.capture.plain_steps import FinishedStep, ObserveStep, OfferStep
from assessdesk.gui.capture.text_step import TextStep
from assessdesk.gui.capture.timed_step import TimedStep
from assessdesk.gui.fields.announcement import announce
from assessdesk.gui.fields.buttons import ActionButton, ButtonView
from assessdesk.gui.fields.finding_line import StateShape
from assessdesk.gui.fields.identity_band import IdentityBand, IdentityView
from assessdesk.gui.fields.reason_menu import ReasonMenu, ReasonMenuView
from assessdesk.gui.fields.rest_bar import RestBar, RestView
from assessdesk.gui.fields.script_panel import ScriptPanel, ScriptView
from assessdesk.gui.fields.text import Label
from assessdesk.gui.fields.trial_table import TrialTable, TrialTitles
from assessdesk.gui.look.states import VisualState
from assessdesk.gui.look.theme import metrics

if TYPE_CHECKING:
    from collections.abc import Callable

    from assessdesk.gui.capture.panel import StepPanel
    from assessdesk.services.capture_view import CaptureView

MENU_WIDTH = 54
TABLE_WIDTH, WIDER_TABLE = 51, 58
MOST_HIGH_ROWS = 5
"""More trials than this stand a little closer in a low window, so that all of them can be seen."""
FOLD_BELOW = 640
FOLD_ASKING_BELOW = 760
"""Under these heights of the window "During" and "Do" are folded away: always, or while a finding needs the room."""


class SavedLine(QWidget):
    """That something is on disk: the shape of what is done, and the sentence, which may need a second line."""

    def __init__(self) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(metrics().u(1))
        self._words = Label(wrap=True)
        row.addWidget(StateShape(VisualState.DONE), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._words, 1)

    def show_sentence(self, sentence: str) -> None:
        """Say what is on disk."""
        self._words.show_text(sentence)
        self.setAccessibleName(sentence)


class CaptureBoard(QWidget):
    """The centre. `show_view` shows a step, `panel()` is the way of entering it, `show_menu` asks for a reason."""

    def __init__(self, keys: CaptureKeys, now_ms: Callable[[], int], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._keys = keys
        self._titles: TrialTitles | None = None
        self._kind = ""
        self.band = IdentityBand(IdentityView(site="", code="", said=""))
        self.script = ScriptPanel(ScriptView(say=""))
        self.rest = RestBar(now_ms)
        self.timed = TimedStep(keys.action(Key.VOID))
        number = NumberStep(keys.action(Key.REMEASURE))
        self.panels: dict[str, StepPanel] = {
            "number": number,
            "text": TextStep(),
            "choice": ChoiceStep(),
            "observe": ObserveStep(),
            "offer": OfferStep(keys.action(Key.TAKE), keys.action(Key.DECLINE)),
            "finished": FinishedStep(),
        }
        self.number = number
        self.table = TrialTable(TrialTitles("", ""))
        self.answers = AnswersTable()
        self.menu = ReasonMenu(ReasonMenuView("", ()))
        self.saved = SavedLine()
        self._lay_out()

    def _lay_out(self) -> None:
        sizes = metrics()
        outer = self._outer = QVBoxLayout(self)
        outer.setContentsMargins(sizes.u(3), sizes.u(2), sizes.u(3), sizes.u(2))
        outer.setSpacing(sizes.u(2))
        outer.addWidget(self.band)
        beside = QHBoxLayout()
        beside.setSpacing(sizes.u(3))
        column = QVBoxLayout()
        column.setSpacing(sizes.u(2))
        column.addWidget(self.script)
        column.addWidget(self.timed, 1)
        self._lower = QWidget()
        lower = QHBoxLayout(self._lower)
        lower.setContentsMargins(0, 0, 0, 0)
        lower.setSpacing(sizes.u(3))
        lower.addLayout(self._entry(), 1)
        self._table_place = QWidget()
        self._table_place.setFixedWidth(sizes.u(TABLE_WIDTH))
        self._table_column = QVBoxLayout(self._table_place)
        self._table_column.setContentsMargins(0, 0, 0, 0)
        self._table_column.addWidget(self.table)
        self._table_column.addWidget(self.answers)
        self._table_column.addStretch(1)
        lower.addWidget(self._table_place)
        column.addWidget(self._lower, 1)
        beside.addLayout(column, 1)
        self.menu.setFixedWidth(sizes.u(MENU_WIDTH))
        beside.addWidget(self.menu)
        for hidden in (self.menu, self.timed, self.table, self.answers, self.script):
            hidden.hide()
        outer.addLayout(beside, 1)

    def _entry(self) -> QVBoxLayout:
        sizes = metrics()
        entry = self._entry_column = QVBoxLayout()
        entry.setSpacing(sizes.u(1))
        entry.addWidget(self.rest)
        for panel in self.panels.values():
            panel.hide()
            entry.addWidget(panel)
        entry.addWidget(self.saved)
        entry.addStretch(1)
        self._foot = QWidget()
        row = QHBoxLayout(self._foot)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(sizes.u(1))
        self._foot_buttons: list[tuple[Key, ActionButton]] = []
        for key in (Key.NOT_DONE, Key.HAND, Key.VOID):
            action = self._keys.action(key)
            button = ActionButton(ButtonView(action.text()))
            button.attach(action)
            row.addWidget(button, 1)
            self._foot_buttons.append((key, button))
        entry.addWidget(self._foot)
        self.saved.hide()
        return entry

    def put_under_band(self, widget: QWidget) -> None:
        """Let something stand between the band and everything else."""
        self._outer.insertWidget(1, widget)

    def put_over_entry(self, widget: QWidget) -> None:
        """Let something stand above what is entered."""
        self._entry_column.insertWidget(0, widget)

    def panel(self) -> StepPanel:
        """The way of entering the step at hand."""
        return self.timed if self._kind in {"timed", "confirm"} else self.panels[self._kind]

    def show_view(self, view: CaptureView, *, label: str, rest: RestView | None) -> None:
        """Show a step: same widgets, other contents. `label` is what is asked, said or next, by the step's kind."""
        kind = view.step.kind
        after_time = kind == "finished" and self.timed.timing() is not None
        self.hide_menu()
        self.band.show_view(words.identity(view))
        self.show_script(view)
        self._show_table(view)
        if kind != self._kind:
            for name, panel in self.panels.items():
                panel.setVisible(name == kind)
        self._kind = kind
        in_time = kind in {"timed", "confirm"}
        self._lower.setVisible(not in_time)
        self.timed.setVisible(in_time or after_time)
        if kind == "timed":
            self.timed.show_notes(words.ready_notes(view))
            self.timed.show_step(view.step, label=label)
        elif after_time:
            self.timed.show_ended()
        if kind in self.panels:
            self.panels[kind].show_step(view.step, label=label)
        self.rest.show_rest(rest if not in_time else None)
        self.show_foot(shown=kind != "offer")

    def show_foot(self, *, shown: bool) -> None:
        """Show the buttons at the foot that have something to do, or none while a finding asks."""
        for key, button in self._foot_buttons:
            button.setVisible(self._keys.action(key).isEnabled())
        self._foot.setVisible(shown and any(self._keys.action(key).isEnabled() for key, _ in self._foot_buttons))

    def show_questioned(self, view: CaptureView, *, questioned: bool, refused: bool = False) -> None:
        """While a value is asked about, rest and foot give their room to the finding and the row says so.

        A refused value takes the room of the rest only: it can still be recorded as not done by its button.
        """
        self.table.show_rows(words.trial_rows(view, unusual=questioned))
        self.answers.show_rows(words.answer_rows(view, unusual=questioned))
        self.show_script(view, questioned=questioned or refused)
        self.rest.setVisible(not questioned and not refused and view.step.rest is not None)
        self.saved.setVisible(False)
        self.show_foot(shown=not questioned)

    def forget_timing(self) -> None:
        """Another instrument begins: the time on the face is not its own."""
        self.timed.forget()

    def show_script(self, view: CaptureView, *, questioned: bool = False) -> None:
        """Show what to say and do."""
        script = view.script
        timed = view.step.kind in {"timed", "confirm", "finished"}
        self.script.setVisible(script is not None and not timed)
        if script is None:
            return
        several = len(script.languages) > 1 and not questioned
        folded = self.window().height() < (FOLD_ASKING_BELOW if questioned else FOLD_BELOW)
        self.script.show_view(
            ScriptView(
                say=script.say,
                during=script.during,
                do=script.do,
                language=words.LANGUAGE_NAMES.get(script.language, script.language) if several else "",
                folded=folded,
            )
        )

    def _show_table(self, view: CaptureView) -> None:
        rows = words.trial_rows(view)
        if view.rows:
            sided = any(row.side for row in view.rows)
            unit = words.unit_words(view.rows_unit)
            value = self.tr("Value, {0}").format(unit) if unit else self.tr("Value")
            named = self.tr("Measured") if words.itemised(view) else ""
            numbered = not named or len({row.number for row in rows}) > 1
            titles = TrialTitles(self.tr("Side") if sided else named, value, named=bool(named), numbered=numbered)
            if titles != self._titles:
                self._change_table(titles)
        tight = len(rows) > MOST_HIGH_ROWS and self.window().height() < FOLD_ASKING_BELOW
        self.table.verticalHeader().setDefaultSectionSize(metrics().u(4.5 if tight else 5))
        self.table.setVisible(bool(rows))
        self.table.show_rows(rows)
        self.table.updateGeometry()
        self.answers.setVisible(bool(view.answers) and not rows)
        self.answers.show_rows(words.answer_rows(view))
        self.answers.updateGeometry()

    def _change_table(self, titles: TrialTitles) -> None:
        """Another section has other columns: only then a new table is made."""
        self._titles = titles
        self._table_place.setFixedWidth(metrics().u(WIDER_TABLE if titles.named and titles.numbered else TABLE_WIDTH))
        former, self.table = self.table, TrialTable(titles)
        self._table_column.replaceWidget(former, self.table)
        former.hide()
        former.deleteLater()

    def show_saved(self, sentence: str) -> None:
        """Say that something is on disk now; nothing hides the line."""
        self.saved.setVisible(bool(sentence))
        self.timed.face.show_saved(sentence)
        if sentence:
            self.saved.show_sentence(sentence)
            announce(self, sentence)

    def show_menu(self, view: ReasonMenuView) -> None:
        """Ask for a reason, in the place of script and table."""
        self.menu.show_view(view)
        self.script.hide()
        self._table_place.hide()
        self._foot.hide()
        self.menu.show()
        self.menu.take_focus()

    def hide_menu(self) -> None:
        """Take the list of reasons away."""
        self.menu.hide()
        self._table_place.show()

    def menu_open(self) -> bool:
        """Say whether a reason is being asked for."""
        return self.menu.isVisibleTo(self)
