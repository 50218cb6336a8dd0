"""The page on which a participant answers a questionnaire alone, sealed: nothing else can be reached or read.

Every answer is on disk when the next question comes. Only the passphrase of the person who handed the screen over
leads away (docs/adr/0016-self-entry-is-sealed.md). It must not know what an answer means, and it shows no alert.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from assessdesk.gui.fields.announcement import announce
from assessdesk.gui.kiosk.ending_panels import LeavingPanel, ThanksPanel
from assessdesk.gui.kiosk.head import KioskHead
from assessdesk.gui.kiosk.question_panel import BIG, TWICE_FROM, QuestionPanel, QuestionView
from assessdesk.gui.look.theme import metrics
from assessdesk.gui.page import Destination, Page
from assessdesk.gui.page_parts import add_action
from assessdesk.services import self_entry

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QAction

    from assessdesk.domain.record import Record
    from assessdesk.gui.workspace import Refused, Workspace
    from assessdesk.services.assessments import Performed
    from assessdesk.services.desk import Desk
    from assessdesk.services.self_entry import Question

STAFF_KEY = "F12"


class KioskPage(Page):
    """The sealed page: `open` seals it, the right passphrase unseals it and leads back to the capture page."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace, parent)
        self._record: Record | None = None
        self._where = Destination(page="visit")
        self._language = "en"
        self._questions: tuple[Question, ...] = ()
        self._at = 0
        self._larger = False
        self._unsure = ""
        self._trouble: Refused | None = None
        self._sealed = False
        self._shown: QuestionPanel | ThanksPanel | None = None
        self._head: KioskHead | None = None
        self.leaving = LeavingPanel()
        self._stack = QStackedWidget()
        self._stack.addWidget(self.leaving)
        self._staff_action = add_action(self, self.tr("Staff"), self._ask_passphrase, keys=(STAFF_KEY,))
        self._enter_action = add_action(self, self.tr("Next"), self._on_enter, keys=("Return", "Enter"))
        self._stay_action = add_action(self, self.tr("Back to the questions"), self._stay, keys=("Escape",))
        self._lay_out()
        self.leaving.passphrase_given.connect(self._leave)
        self.leaving.given_up.connect(self._stay)

    def _lay_out(self) -> None:
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(metrics().u(1))
        self._column.addWidget(self._stack, 1)

    def _renew_head(self) -> None:
        """Make the head anew: its words are those of the questionnaire's language, its sizes those of the screen."""
        former = self._head
        self._head = KioskHead(self.say, self._staff_action, scale=self._scale(), larger=self._larger)
        self._head.size_wished.connect(self._change_size)
        self._column.insertWidget(0, self._head)
        if former is not None:
            self._column.removeWidget(former)
            former.hide()
            former.deleteLater()

    def _scale(self) -> int:
        """How much larger than on a desk everything is."""
        return 1 if self.screen().availableGeometry().width() < TWICE_FROM else BIG

    # -- what the window asks -----------------------------------------------------------------------------------------

    def path(self) -> tuple[str, ...]:
        """Only the program: the title of the window is on the screen too."""
        return ("AssessDesk",)

    def key_actions(self) -> Sequence[QAction]:
        """None: the key bar is not part of the page."""
        return ()

    def refresh(self) -> None:
        """Nothing else writes while the page is sealed."""

    def busy(self) -> bool:
        """Say whether the page is sealed."""
        return self._sealed

    def must_stay_open(self) -> bool:
        """Say whether locking must wait: until the last question is closed and the thanks are shown."""
        return self._sealed and any(not question.closed for question in self._questions)

    def open(self, destination: Destination) -> None:
        """Seal the page and show the first question that is not closed."""
        self._where = replace(destination, page="visit")
        self._record = self.workspace.read(lambda desk: desk.record(destination.participant))
        self._trouble, self._larger, self._unsure = None, False, ""
        self._sealed = self._read()
        if not self._sealed:
            QTimer.singleShot(0, self._go_back)
            return
        opened = [place for place, question in enumerate(self._questions) if not question.closed]
        self._at = opened[0] if opened else len(self._questions)
        self._renew_head()
        self._show()

    def _read(self) -> bool:
        """Read the questions with their answers; say whether there are any to be read."""
        record, where = self._record, self._where
        if record is None:
            return False

        def look(desk: Desk) -> tuple[str, tuple[Question, ...]]:
            assessment = record.visits[where.visit].of(where.instrument)
            language = self_entry.language_of(assessment) if assessment else ""
            return language, self_entry.questions_of(desk, record, where.visit, where.instrument)

        found = self.workspace.perform(look, on_refused=self._keep_trouble)
        if found is None:
            return False
        self._language, self._questions = found
        return True

    def _keep_trouble(self, refused: Refused) -> None:
        self._trouble = refused

    def say(self, code: str, **places: object) -> str:
        """Say a sentence of the kiosk in the language of the questionnaire."""
        filled = {name: str(value) for name, value in places.items()}
        return self.workspace.read(lambda desk: desk.library.sentence(code, filled, self._language))

    # -- questions ----------------------------------------------------------------------------------------------------

    def _show(self, *, typed: str | None = None) -> None:
        """Show the question at hand, or the thanks after the last one; `typed` is an answer that is not given yet."""
        last = self._at >= len(self._questions)
        if self._head is not None:
            self._head.show_place(0 if last else self._at + 1, len(self._questions))
        if last:
            thanks = ThanksPanel(self.say, scale=self._scale())
            thanks.back_wished.connect(self._back)
            self._put(thanks)
            thanks.setFocus(Qt.FocusReason.OtherFocusReason)
            announce(self, f"{self.say('KIOSK_THANKS')} {self.say('KIOSK_GIVE_BACK')}")
            return
        question = self._questions[self._at]
        shown = question if typed is None else replace(question, answer=typed)
        panel = QuestionPanel(
            QuestionView(question=shown, first=self._at == 0, larger=self._larger, scale=self._scale()), self.say
        )
        panel.next_wished.connect(self._next)
        panel.back_wished.connect(self._back)
        panel.declined.connect(self._decline)
        panel.edited.connect(self._forget_unsure)
        self._put(panel)
        panel.part.take_focus()
        announce(self, f"{question.recall} {question.text}".strip())

    def _put(self, panel: QuestionPanel | ThanksPanel) -> None:
        """Show a panel in the place of the one before, which is forgotten."""
        former, self._shown = self._shown, panel
        if self._head is not None:
            self._head.show()
        self._stack.addWidget(panel)
        self._stack.setCurrentWidget(panel)
        self._stay_action.setEnabled(False)
        if former is not None:
            self._stack.removeWidget(former)
            former.deleteLater()

    def _change_size(self) -> None:
        if isinstance(self._shown, QuestionPanel):
            self._larger = not self._larger
            self._renew_head()
            self._show(typed=self._shown.text())

    def _forget_unsure(self) -> None:
        self._unsure = ""

    def _back(self) -> None:
        """Show the question before; what was not accepted with Next is not kept."""
        if self._at > 0:
            self._at -= 1
            self._unsure = ""
            self._show()

    def _on_enter(self) -> None:
        """Enter presses the button that has the focus, gives the passphrase, or accepts the answer."""
        focus = QApplication.focusWidget()
        if isinstance(focus, QPushButton) and not focus.isCheckable() and self.isAncestorOf(focus):
            focus.click()
        elif self._stack.currentWidget() is self.leaving:
            self.leaving.accept()
        elif isinstance(self._shown, QuestionPanel):
            self._next()

    def _next(self) -> None:
        """Have the answer recorded and go on; an unusual one is asked about once."""
        panel, record = self._shown, self._record
        if not isinstance(panel, QuestionPanel) or record is None:
            return
        question, text, where = self._questions[self._at], panel.text(), self._where
        if not text:
            if question.declined:
                self._go_on(None)
            else:
                panel.show_problem(self.say("KIOSK_NOTHING_CHOSEN"))
            return
        sure = self._unsure == text
        done = self.workspace.perform(
            lambda desk: self_entry.answer(
                desk, record, where.visit, where.instrument, slot=question.slot, text=text, sure=sure
            ),
            on_refused=self._on_refused,
        )
        if done is None:
            return
        if done.findings and self_entry.is_unusual(done):
            self._unsure = text
            panel.show_problem(self.say("KIOSK_UNUSUAL", answer=text))
        elif done.findings:
            panel.show_problem(self.say("KIOSK_NUMBER", low=question.low, high=question.high))
        else:
            self._go_on(done)

    def _decline(self) -> None:
        """Have it recorded that the participant would rather not answer, and go on."""
        record, where, slot = self._record, self._where, self._questions[self._at].slot
        if record is None:
            return
        done = self.workspace.perform(
            lambda desk: self_entry.decline(desk, record, where.visit, where.instrument, slot=slot),
            on_refused=self._on_refused,
        )
        if done is not None:
            self._go_on(done)

    def _go_on(self, done: Performed | None) -> None:
        """The answer is on disk: read what is asked now, since answers can open or close other questions."""
        slot = self._questions[self._at].slot
        if done is not None:
            self._record = done.record
            self._read()
        places = [question.slot for question in self._questions]
        self._at = places.index(slot) + 1
        self._unsure = ""
        self._show()

    def _on_refused(self, refused: Refused) -> None:
        """Nothing was written: say so calmly; the staff read why on the page that they come back to."""
        leads_on = refused.code == "ANSWER_LEADS_ON"
        if not leads_on:
            self._trouble = refused
        if isinstance(self._shown, QuestionPanel):
            self._shown.show_problem(self.say("KIOSK_LEADS_ON" if leads_on else "KIOSK_NOT_SAVED"))

    # -- giving the screen back ---------------------------------------------------------------------------------------

    def _ask_passphrase(self) -> None:
        if self._sealed and self._stack.currentWidget() is not self.leaving:
            self._stack.setCurrentWidget(self.leaving)
            self._stay_action.setEnabled(True)
            if self._head is not None:
                self._head.hide()
            self.leaving.begin()

    def _stay(self) -> None:
        """Back to the question; what was chosen there still is."""
        if self._shown is not None and self._stack.currentWidget() is self.leaving:
            self._stack.setCurrentWidget(self._shown)
            self._stay_action.setEnabled(False)
            if self._head is not None:
                self._head.show()
            if isinstance(self._shown, QuestionPanel):
                self._shown.part.take_focus()

    def _leave(self, passphrase: str) -> None:
        """Unseal the page for the person who is signed in, and for nobody else."""
        if not self.workspace.perform(lambda desk: self_entry.may_leave(desk, passphrase)):
            self.leaving.refuse()
            return
        self.leaving.begin()
        self._sealed = False
        self._go_back()

    def _go_back(self) -> None:
        """Go back to the capture page; what could not be saved is said there."""
        trouble, self._trouble = self._trouble, None
        self._questions, self._record = (), None
        if self._shown is not None:
            self._stack.removeWidget(self._shown)
            self._shown.deleteLater()
            self._shown = None
        self.leave_requested.emit(self._where)
        if trouble is not None:
            self.workspace.refused.emit(trouble)
