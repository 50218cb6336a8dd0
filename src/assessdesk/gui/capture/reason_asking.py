"""Asks why something is not done or void, and turns the reason into a command. Esc leaves everything as it was.

It must not know what a command leads to; whoever owns it performs the command and shows the next step.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from assessdesk.domain.commands import Command, RecordMissing, VoidTrial
from assessdesk.gui.capture import reasons
from assessdesk.gui.capture.keys import Mode
from assessdesk.gui.capture.timing_record import timing_record

if TYPE_CHECKING:
    from collections.abc import Callable

    from assessdesk.gui.capture.board import CaptureBoard
    from assessdesk.gui.capture.course import Course
    from assessdesk.gui.fields.reason_menu import ReasonAnswer, ReasonMenuView


class ReasonAsking(QObject):
    """The list of reasons of one capture page.

    Signals:
        mode_wished(Mode): Other keys work now.
        command_made(Command, str): A reason was confirmed: the command, and what to say once it is on disk.
        given_up(): Esc; the step should be shown as it was.
    """

    mode_wished = Signal(object)
    command_made = Signal(object, str)
    given_up = Signal()

    def __init__(self, course: Course, board: CaptureBoard) -> None:
        super().__init__(board)
        self._course = course
        self._board = board
        self._make: Callable[[ReasonAnswer], tuple[Command, str]] | None = None
        board.menu.reason_confirmed.connect(self._on_confirmed)
        board.menu.close_requested.connect(self._on_closed)

    def not_done(self) -> None:
        """Ask why the item or trial at hand is not done."""
        self._ask_missing(reasons.not_done_menu(self._course.reasons(), self._course.language), whole_side=False)

    def hand(self) -> None:
        """Ask why everything that is still open on this side is not done."""
        codes = self._course.view.side_codes
        self._ask_missing(reasons.side_menu(self._course.reasons(), codes, self._course.language), whole_side=True)

    def void(self) -> None:
        """Ask why the last trial does not count."""
        slot = self._course.view.voidable

        def make(answer: ReasonAnswer) -> tuple[Command, str]:
            said = self.tr("Saved: last trial is void, {0}").format(answer.option.code)
            return VoidTrial(slot=slot, code=answer.option.code, text=answer.words), said

        self._open(reasons.void_menu(self._course.reasons(), self._course.language), make)

    def stopped_early(self, count: int) -> None:
        """Ask why a timed trial was stopped; the time and the repetitions completed go with the reason."""
        timing = self._board.timed.timing()
        slot = self._course.view.step.slot

        def make(answer: ReasonAnswer) -> tuple[Command, str]:
            missing = RecordMissing(
                slot=slot,
                code=answer.option.code,
                text=answer.words,
                completed_repetitions=count,
                timing=timing_record(timing) if timing else None,
            )
            return missing, self._said(answer)

        self._open(reasons.not_done_menu(self._course.reasons(), self._course.language), make)

    def _ask_missing(self, menu: ReasonMenuView, *, whole_side: bool) -> None:
        slot = self._course.view.step.slot

        def make(answer: ReasonAnswer) -> tuple[Command, str]:
            missing = RecordMissing(slot=slot, code=answer.option.code, text=answer.words, whole_side=whole_side)
            return missing, self._said(answer)

        self._open(menu, make)

    def _said(self, answer: ReasonAnswer) -> str:
        return self._course.saved(self.tr("not done, {0}").format(answer.option.code))

    def _open(self, menu: ReasonMenuView, make: Callable[[ReasonAnswer], tuple[Command, str]]) -> None:
        self._make = make
        self._board.panel().quiet()
        self.mode_wished.emit(Mode.MENU)
        self._board.show_menu(menu)

    def _on_confirmed(self, answer: ReasonAnswer) -> None:
        if self._make is not None:
            command, said = self._make(answer)
            self.command_made.emit(command, said)

    def _on_closed(self) -> None:
        """Back to the step, nothing recorded; after an early stop back to the count, whose time is still held."""
        self._make = None
        if self._board.timed.unfinished():
            self._board.hide_menu()
            self.mode_wished.emit(Mode.EARLY)
            self._board.timed.take_focus()
        else:
            self.given_up.emit()
