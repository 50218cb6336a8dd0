"""Enrolling a participant: what is asked, and the sentence under each field that was not accepted.

Every rule is the use case's; the page only knows which sentence belongs under which field.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from assessdesk.gui.care_part import CarePart
from assessdesk.gui.fields.announcement import announce
from assessdesk.gui.fields.buttons import ActionButton, ButtonKind, ButtonView
from assessdesk.gui.fields.finding_line import FindingLine
from assessdesk.gui.form_parts import ChoicePart, FormPart, Option, TextPart, refused
from assessdesk.gui.page import Destination, Page
from assessdesk.gui.page_parts import PageHead, add_action, language_words, page_layout, sex_words, side_words
from assessdesk.gui.theme import metrics
from assessdesk.services import enrolment

if TYPE_CHECKING:
    from assessdesk.domain.study import Study
    from assessdesk.gui.workspace import Refused, Workspace

HANDS = ("right", "left", "both")


class EnrolPage(Page):
    """The page; made anew for each participant by `open`."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        study = workspace.read(lambda desk: desk.in_force)
        self._finding = FindingLine()
        self._save = add_action(self, self.tr("Enrol"), self._enrol, keys=("Ctrl+Return",), short=self.tr("enrol"))
        add_action(self, self.tr("next field"), self.focusNextChild, caps=("Enter", "Tab"))
        add_action(self, self.tr("leave, nobody is enrolled"), self._leave, keys=("Esc",))
        button = ActionButton(ButtonView(self._save.text(), kind=ButtonKind.PRIMARY))
        button.attach(self._save)
        sentence = self.tr("Consent comes first. The study code is made when you enrol; no name is asked for.")
        self._head = PageHead(self.tr("New participant"), sentence, right=(button,))
        self._body = QScrollArea()
        self._body.setWidgetResizable(True)
        self._body.setFrameShape(QFrame.Shape.NoFrame)
        self._body.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        layout = page_layout(self)
        layout.addWidget(self._head)
        layout.addWidget(self._finding)
        layout.addWidget(self._body, 1)
        self._make_form(study)

    def _make_form(self, study: Study) -> None:
        """Make every field empty and nothing chosen that could be wrong."""
        language = self.workspace.language
        sexes = [Option(sex, sex_words(sex)) for sex in study.sexes]
        self._consent = TextPart(self.tr("Day of consent"), note=self.tr("such as 2025-11-18"))
        self._version = TextPart(self.tr("Version of the consent form"))
        self._year = TextPart(self.tr("Year of birth"), note=self.tr("the second identifier"))
        self._sex = ChoicePart(self.tr("Sex"), sexes, value=sexes[0].code if len(sexes) == 1 else "")
        self._hand = ChoicePart(self.tr("Dominant hand"), [Option(hand, side_words(hand)) for hand in HANDS])
        self._language = ChoicePart(
            self.tr("Speaks"),
            [Option(code, language_words(code)) for code in study.languages],
            value=study.participant_language,
        )
        anchor = study.anchor.get(language)
        self._anchor = TextPart(anchor, note=self.tr("visits are counted from this day"))
        self._care = CarePart()
        left, right = QVBoxLayout(), QVBoxLayout()
        for pair in ((self._consent, self._version), (self._year, self._sex)):
            row = QHBoxLayout()
            row.setSpacing(metrics().u(3))
            for part in pair:
                row.addWidget(part, 1, Qt.AlignmentFlag.AlignTop)
            left.addLayout(row)
        for part in (self._hand, self._language, self._anchor):
            left.addWidget(part)
        right.addWidget(self._care)
        columns = QHBoxLayout()
        columns.setContentsMargins(0, 0, metrics().u(1), 0)
        columns.setSpacing(metrics().u(6))
        for column in (left, right):
            column.setSpacing(metrics().u(1.5))
            column.addStretch(1)
            columns.addLayout(column, 1)
        body = QWidget()
        body.setProperty("kind", "plain")
        body.setLayout(columns)
        self._body.setWidget(body)
        parts = self._left_parts()
        for before, following in pairwise(parts):
            before.accepted.connect(following.take_focus)
        parts[-1].accepted.connect(self._care.parts()[0].take_focus)
        self._care.accepted.connect(self._save.trigger)

    def _left_parts(self) -> tuple[FormPart, ...]:
        return (self._consent, self._version, self._year, self._sex, self._hand, self._language, self._anchor)

    def path(self) -> tuple[str, ...]:
        """The words of the header's path."""
        return (self.tr("Participants"), self.tr("New participant"))

    def open(self, destination: Destination) -> None:
        """Begin with an empty form at its first field."""
        del destination
        self._finding.show_finding(None)
        self._make_form(self.workspace.read(lambda desk: desk.in_force))
        self._consent.take_focus()

    def refresh(self) -> None:
        """Nothing is read here; what is being typed stays."""

    def _enrol(self) -> None:
        for part in (*self._left_parts(), *self._care.parts()):
            part.show_refused("")
        self._finding.show_finding(None)
        gap = next((part for part in self._left_parts() if not part.value().strip()), None)
        if gap is not None:
            gap.show_refused(self.tr("This is needed. Fill it in."))
            return
        wish = enrolment.Enrolment(
            birth_year=self._year.value(),
            sex=self._sex.value(),
            dominant_hand=self._hand.value(),
            language=self._language.value(),
            consent_date=self._consent.value(),
            consent_version=self._version.value(),
            anchor_date=self._anchor.value(),
            care=self._care.value(),
        )
        row = self.workspace.perform(lambda desk: enrolment.enrol(desk, wish), on_refused=self._on_refused)
        if row is not None:
            announce(self, self.tr("Enrolled as {code}").format(code=row.code))
            self.leave_requested.emit(Destination(page="participant", participant=row.participant))

    def _on_refused(self, problem: Refused) -> None:
        """Show the sentence under the field that it is about, else above the form."""
        about = {
            "TOO_YOUNG": self._year,
            "NOT_A_BIRTH_YEAR": self._year,
            "SEX_NOT_IN_STUDY": self._sex,
            "CONSENT_IN_FUTURE": self._consent,
            "CONSENT_VERSION_NEEDED": self._version,
            "NOT_A_DAY": self._anchor if problem.arguments.get("what") == "ANCHOR_DATE" else self._consent,
        }
        part = about.get(problem.code)
        if part is not None:
            part.show_refused(problem.sentence)
        elif problem.code in {"IDENTITY_NUMBER", "TEXT_TOO_LONG", "CONTROL_CHARACTERS"}:
            self._care.show_refused(problem.sentence)
        else:
            self._finding.show_finding(refused(self.tr("Not enrolled."), problem.sentence))

    def _leave(self) -> None:
        self.leave_requested.emit(Destination(page="participants"))
