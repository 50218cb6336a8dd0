"""What is settled before an instrument begins: how the visit is held, why something is otherwise than last time.

A certificate that the assessor lacks is told here. It takes the place of the capture while it asks; nothing is written
before Enter. It must not know what follows.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from assessdesk.domain.confirmations import Confirmation
from assessdesk.gui.fields.buttons import ActionButton, ButtonKind, ButtonView
from assessdesk.gui.fields.finding_line import FindingKind, FindingLine, FindingView
from assessdesk.gui.fields.text import Label
from assessdesk.gui.forms.form_parts import ENTER, ChoicePart, Option, TextPart, refused
from assessdesk.gui.look.theme import TypeRole, metrics
from assessdesk.gui.look.tokens import Ink
from assessdesk.gui.page import Destination
from assessdesk.gui.page_parts import add_action
from assessdesk.services.beginning import ON_SITE, Beginning, Settled

if TYPE_CHECKING:
    from PySide6.QtGui import QAction, QKeyEvent, QShowEvent

    from assessdesk.gui.capture.course import Course
    from assessdesk.gui.page import Page
    from assessdesk.gui.workspace import Refused

REASONS_A_ROW = 2


def mode_words(mode: str) -> str:
    """How a visit is held."""
    translate = QCoreApplication.translate
    words = {
        ON_SITE: translate("Beginning", "Here, on site"),
        "video": translate("Beginning", "By video"),
        "telephone": translate("Beginning", "By telephone"),
    }
    return words.get(mode, mode)


class BeginningPanel(QWidget):
    """The panel; hidden while nothing is to be settled. `asks` shows it where something is.

    Signals:
        settled(str, Settled): The instrument, and what was answered.
        given_up(): Esc while another one is open; nothing was begun.
    """

    settled = Signal(str, object)
    given_up = Signal()

    def __init__(self, page: Page, course: Course, capture: QWidget) -> None:
        super().__init__(page)
        self._page, self._course, self._capture = page, course, capture
        self._instrument = ""
        self._beginning: Beginning | None = None
        self._parked: list[QAction] = []
        self._begin = add_action(page, self.tr("Begin"), self._answered, keys=("Ctrl+Return",), short=self.tr("begin"))
        self._leave = add_action(page, self.tr("Leave"), self._given_up, keys=("Escape",), short=self.tr("leave it"))
        self._title = Label(role=TypeRole.L, bold=True)
        self._under = Label(ink=Ink.MUTED, wrap=True)
        self._refused, self._certificate = FindingLine(), FindingLine()
        self._parts = QVBoxLayout()
        self._parts.setSpacing(metrics().u(2))
        self._needing_words: set[str] = set()
        self._differences, self._apart = QWidget(), FindingLine()
        self.mode: ChoicePart | None = None
        self.reason: ChoicePart | None = None
        self.words: TextPart | None = None
        self._lay_out()
        self._enable(asking=False)
        self.hide()

    def _lay_out(self) -> None:
        sizes = metrics()
        self._button = ActionButton(ButtonView(self._begin.text(), kind=ButtonKind.PRIMARY))
        self._button.attach(self._begin)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._title)
        words.addWidget(self._under)
        head = QHBoxLayout()
        head.addLayout(words, 1)
        head.addWidget(self._button)
        card = QFrame()
        card.setProperty("kind", "card")
        inner = QVBoxLayout(card)
        inner.setContentsMargins(sizes.u(2), sizes.u(2), sizes.u(2), sizes.u(2))
        inner.setSpacing(sizes.u(2))
        inner.addLayout(head)
        inner.addWidget(self._refused)
        inner.addWidget(self._certificate)
        inner.addLayout(self._parts)
        column = QVBoxLayout(self)
        column.setContentsMargins(sizes.u(3), sizes.u(2), sizes.u(3), sizes.u(2))
        column.addWidget(card)
        column.addStretch(1)

    def _enable(self, *, asking: bool) -> None:
        for action in (self._begin, self._leave):
            action.setEnabled(asking)
            action.setVisible(asking)

    def asks(self, instrument: str) -> bool:
        """Show what is to be settled before an instrument of the visit begins; say whether there is something."""
        course, beginning = self._course, self._course.beginning(instrument)
        self.close_panel()
        if beginning.settled:
            return False
        self._instrument, self._beginning = instrument, beginning
        said = self.tr("{code}, {visit}. Nothing is recorded yet.")
        title = next(row.title for row in course.battery(instrument) if row.instrument == instrument)
        self._title.show_text(self.tr("Before it begins: {0}").format(title))
        self._under.show_text(said.format(code=course.record.code, visit=course.visit_title()))
        self._make_parts(course, beginning)
        self._take_place()
        return True

    def _take_place(self) -> None:
        """Stand in the place of the capture, whose keys wait."""
        if not self.isHidden():
            return
        own = {self._begin, self._leave}
        self._parked = [action for action in self._page.actions() if action.isEnabled() and action not in own]
        for action in self._parked:
            action.setEnabled(False)
        self._enable(asking=True)
        self._show_mode()
        self._capture.hide()
        self.show()
        self._page.keys_changed.emit()
        self.take_focus()

    def _make_parts(self, course: Course, beginning: Beginning) -> None:
        self._refused.show_finding(None)
        while (item := self._parts.takeAt(0)) is not None:
            gone = item.widget()
            if gone is not None:
                gone.hide()
                gone.deleteLater()
        self.mode = self.reason = self.words = None
        if beginning.modes:
            options = [Option(mode, mode_words(mode)) for mode in beginning.modes]
            self.mode = ChoicePart(self.tr("How is it held?"), options, value=beginning.mode)
            self._parts.addWidget(self.mode)
        self._differences = QWidget()
        column = QVBoxLayout(self._differences)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(metrics().u(1.5))
        for finding in beginning.findings:
            line = FindingLine()
            lead = self.tr("Otherwise than last time.")
            column.addWidget(line)
            line.show_finding(FindingView(FindingKind.UNUSUAL, lead, course.sentence(finding)))
        if beginning.findings:
            self._needing_words = {one.code for one in course.reasons().beginning if one.needs_text}
            reasons = [Option(one.code, one.title.get(course.language)) for one in course.reasons().beginning]
            self.reason = ChoicePart(self.tr("Why is it so?"), reasons, per_row=REASONS_A_ROW)
            self.words = TextPart(self.tr("In words"), note=self.tr("no names, no numbers of identity"))
            self.reason.chosen.connect(lambda _: self._show_words())
            self.reason.accepted.connect(self._after_reason)
            self.words.accepted.connect(self._answered)
            column.addWidget(self.reason)
            column.addWidget(self.words)
        self._apart = FindingLine()
        self._parts.addWidget(self._differences)
        self._parts.addWidget(self._apart)
        if self.mode is not None:
            self.mode.chosen.connect(lambda _: self._show_mode())
            self.mode.accepted.connect(self._after_mode)
        self._show_mode()

    def _show_mode(self) -> None:
        """Show what the chosen way means: at a distance nothing is compared that needs the participant here."""
        beginning = self._beginning
        if beginning is None:
            return
        apart = beginning.needs_presence and self._mode() != ON_SITE
        words = self.tr("It is recorded as not done (ND12). Begin it on site when the participant is here.")
        note = FindingView(FindingKind.NOTE, self.tr("This needs the participant here."), words)
        self._apart.show_finding(note if apart else None)
        self._show_certificate(beginning, apart=apart)
        self._differences.setVisible(bool(beginning.findings) and not apart)
        self._show_words()

    def _show_certificate(self, beginning: Beginning, *, apart: bool) -> None:
        """Say that the assessor has no valid certificate; where the study locks only another one can begin."""
        told, locked = bool(beginning.certificate) and not apart, beginning.locked and not apart
        words = {
            "expired": self.tr("Your certificate for this instrument has expired."),
            "revoked": self.tr("Your certificate for this instrument has been ended."),
        }.get(beginning.certificate, self.tr("You have no certificate for this instrument."))
        if locked:
            then = self.tr("The study asks for one: let a certified assessor begin, or have it entered (People, C).")
        else:
            then = self.tr("It can be begun; that there was none is stored with the result.")
        kind = FindingKind.REFUSED if locked else FindingKind.UNUSUAL
        lead = self.tr("No valid certificate.")
        self._certificate.show_finding(FindingView(kind, lead, f"{words} {then}") if told else None)
        self._begin.setEnabled(not locked)

    def _show_words(self) -> None:
        if self.words is not None and self.reason is not None:
            self.words.setVisible(self.reason.value() in self._needing_words)

    def _mode(self) -> str:
        return self.mode.value() if self.mode is not None else ON_SITE

    def take_focus(self) -> None:
        """Put the cursor into the first field."""
        first = self.mode or self.reason
        if first is not None:
            first.take_focus()
        else:
            self._button.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter begins where nothing is asked."""
        if event.key() in ENTER and self._button.hasFocus():
            self._begin.trigger()
        else:
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        """Take the keys as soon as the panel can be seen."""
        super().showEvent(event)
        self.take_focus()

    # -- what one can do ----------------------------------------------------------------------------------------------

    def _after_mode(self) -> None:
        if self.reason is not None and not self._differences.isHidden():
            self.reason.take_focus()
        else:
            self._answered()

    def _after_reason(self) -> None:
        if self.words is not None and not self.words.isHidden():
            self.words.take_focus()
        else:
            self._answered()

    def _answered(self) -> None:
        """Hand on what was answered; a reason that lacks is asked for again."""
        beginning, given = self._beginning, ""
        if beginning is None:
            return
        compared = self.reason is not None and not self._differences.isHidden()
        if compared and self.reason is not None and self.words is not None:
            given = self.reason.value()
            if not given:
                self.reason.show_refused(self.tr("Choose a reason by its digit."))
                return
            if given in self._needing_words and not self.words.value().strip():
                self.words.show_refused(self.tr("Write the reason in a few words."))
                return
        text = self.words.value() if self.words is not None and given in self._needing_words else ""
        reasons = tuple(
            Confirmation(finding=finding.code, reason=given, text=text) for finding in beginning.findings if given
        )
        self.settled.emit(self._instrument, Settled(mode=self._mode(), confirmations=reasons))

    def refuse(self, problem: Refused) -> None:
        """Say why an instrument was not begun: over the one that is shown, else in the place of the capture."""
        if self.isHidden() and self._course.is_open:
            self._page.workspace.refused.emit(problem)
            return
        self._take_place()
        self._begin.setEnabled(self._beginning is not None)
        self._refused.show_finding(refused(self.tr("Not begun:"), problem.sentence))

    def close_panel(self) -> None:
        """Give the place and the keys back to the capture."""
        self._beginning = None
        self._enable(asking=False)
        for action in self._parked:
            action.setEnabled(True)
        self._parked = []
        self.hide()
        self._capture.show()

    def _given_up(self) -> None:
        """Go back to the instrument that was shown, or out of the visit."""
        self.close_panel()
        if self._course.is_open:
            self.given_up.emit()
        else:
            there = Destination(page="participant", participant=self._course.record.participant)
            self._page.leave_requested.emit(there)
