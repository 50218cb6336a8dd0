"""Screening and enrolling: the criteria with their verdict, consent, what is asked, and the sentence under each field.

Every rule is the use case's; the page only knows which sentence belongs under which field.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from assessdesk.gui.fields.announcement import announce
from assessdesk.gui.fields.buttons import ActionButton, ButtonKind, ButtonView
from assessdesk.gui.fields.finding_line import FindingLine
from assessdesk.gui.fields.text import rule
from assessdesk.gui.forms.form_parts import ChoicePart, FormPart, Option, TextPart, refused
from assessdesk.gui.look.theme import metrics
from assessdesk.gui.page import Destination, Page
from assessdesk.gui.page_parts import PageHead, add_action, language_words, page_layout, sex_words, side_words
from assessdesk.gui.participant.care_part import CarePart
from assessdesk.gui.participant.consent_form import version_part
from assessdesk.gui.participant.eligibility_part import EligibilityPart
from assessdesk.services import enrolment
from assessdesk.services.screening import Answered, Screening, assess, last_answered, row_of, screen

if TYPE_CHECKING:
    from collections.abc import Sequence

    from assessdesk.domain.record import Record
    from assessdesk.domain.study import Study
    from assessdesk.gui.workspace import Refused, Workspace
    from assessdesk.ports import ParticipantRow
    from assessdesk.services.desk import Desk

HANDS = ("right", "left", "both")


class EnrolPage(Page):
    """The page; made anew for each participant by `open`."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        study = workspace.read(lambda desk: desk.in_force)
        self._finding = FindingLine()
        self._at = Destination(page="enrol")
        self._record: Record | None = None
        self._save = add_action(self, self.tr("Enrol"), self._enrol, keys=("Ctrl+Return",), short=self.tr("enrol"))
        self._keep = add_action(
            self,
            self.tr("Keep the screening only"),
            self._keep_screening,
            keys=("Ctrl+S",),
            short=self.tr("keep screening"),
        )
        add_action(self, self.tr("next field"), self.focusNextChild, caps=("Enter", "Tab"))
        add_action(self, self.tr("leave, nobody is enrolled"), self._leave, keys=("Esc",))
        button = ActionButton(ButtonView(self._save.text(), kind=ButtonKind.PRIMARY))
        button.attach(self._save)
        self._keep_button = ActionButton(ButtonView(self._keep.text(), strong=False))
        self._keep_button.attach(self._keep)
        self._head = PageHead(right=(self._keep_button, button))
        self._body = QScrollArea()
        self._body.setWidgetResizable(True)
        self._body.setFrameShape(QFrame.Shape.NoFrame)
        self._body.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        layout = page_layout(self)
        layout.addWidget(self._head)
        layout.addWidget(self._finding)
        self._verdict_place = QVBoxLayout()
        layout.addLayout(self._verdict_place)
        layout.addWidget(self._body, 1)
        self._make_form(study)

    def _make_form(self, study: Study) -> None:
        """Make every field empty and nothing chosen that could be wrong."""
        language = self.workspace.language
        sexes = [Option(sex, sex_words(sex)) for sex in study.sexes]
        self._consent = TextPart(self.tr("Day of consent"), hint=self.tr("such as 2025-11-18"))
        self._version = version_part(study)
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
        columns.setSpacing(metrics().u(6))
        for column in (left, right):
            column.setSpacing(metrics().u(1.5))
            column.addStretch(1)
            columns.addLayout(column, 1)
        body = QWidget()
        body.setProperty("kind", "plain")
        whole = QVBoxLayout(body)
        whole.setContentsMargins(0, 0, metrics().u(1), 0)
        whole.setSpacing(metrics().u(2))
        self._add_criteria(study, whole)
        whole.addLayout(columns)
        whole.addStretch(1)
        self._body.setWidget(body)
        parts = self._left_parts()
        for before, following in pairwise(parts):
            before.accepted.connect(following.take_focus)
        parts[-1].accepted.connect(self._care.parts()[0].take_focus)
        self._care.accepted.connect(self._save.trigger)

    def _add_criteria(self, study: Study, whole: QVBoxLayout) -> None:
        """Put the criteria above everything else and their verdict where it always can be seen."""
        while (item := self._verdict_place.takeAt(0)) is not None:
            gone = item.widget()
            if gone is not None:
                gone.deleteLater()
        self._criteria = EligibilityPart(self.workspace) if study.conduct.eligibility else None
        for action in (self._keep, self._keep_button):
            action.setVisible(self._criteria is not None)
        self._keep.setEnabled(self.workspace.read(lambda desk: desk.may("screen")) and self._criteria is not None)
        if self._criteria is not None:
            self._verdict_place.addWidget(self._criteria.verdict)
            whole.addWidget(self._criteria)
            whole.addWidget(rule())
            self._criteria.accepted.connect(self._consent.take_focus)
            self._criteria.focus_moved.connect(self._show_part)

    def _show_part(self, part: QWidget) -> None:
        self._body.ensureWidgetVisible(part, 0, metrics().u(4))

    def _left_parts(self) -> tuple[FormPart, ...]:
        return (self._consent, self._version, self._year, self._sex, self._hand, self._language, self._anchor)

    def path(self) -> tuple[str, ...]:
        """The words of the header's path."""
        return (self.tr("Participants"), self._title())

    def _title(self) -> str:
        return self._record.code if self._record else self.tr("New participant")

    def open(self, destination: Destination) -> None:
        """Begin with an empty form, or with what is known of somebody who was screened, at the first field."""
        self._at = destination
        self._finding.show_finding(None)
        who = destination.participant
        self._record = self.workspace.perform(lambda desk: desk.record(who)) if who else None
        sentence = self.tr("Consent comes first. The study code is made when you enrol; no name is asked for.")
        self._head.show_words(self._title(), sentence)
        self._make_form(self.workspace.read(lambda desk: desk.in_force))
        if self._record is not None:
            self._show_record(self._record)
        (self._criteria or self._consent).take_focus()

    def _show_record(self, record: Record) -> None:
        """Show what was stated when this person was screened."""
        self._year.line().setText(str(record.birth_year))
        self._sex.choose(record.sex)
        self._language.choose(record.language)
        if self._criteria is not None:
            self._criteria.show_value(last_answered(record))

    def refresh(self) -> None:
        """Nothing is read here; what is being typed stays."""

    def _complete(self, parts: Sequence[FormPart]) -> bool:
        """Say whether every part is filled in and every answer can be read; show the first that is not."""
        for part in (*self._left_parts(), *self._care.parts()):
            part.show_refused("")
        self._finding.show_finding(None)
        faulty = self._criteria.faulty() if self._criteria else None
        if faulty is not None:
            faulty.take_focus()
            self._show_part(faulty)
            return False
        gap = next((part for part in parts if not part.value().strip()), None)
        if gap is not None:
            gap.show_refused(self.tr("This is needed. Fill it in."))
            self._show_part(gap)
        return gap is None

    def _answered(self) -> Answered:
        return self._criteria.value() if self._criteria else Answered()

    def _keep_screening(self) -> None:
        """Keep who was considered with the answers; nobody is enrolled."""
        if not self._complete((self._year, self._sex, self._language)):
            return
        who, answered = self._at.participant, self._answered()
        wish = Screening(
            birth_year=self._year.value(), sex=self._sex.value(), language=self._language.value(), answered=answered
        )

        def keep(desk: Desk) -> ParticipantRow:
            if not who:
                return screen(desk, wish)
            assess(desk, who, answered)
            return row_of(desk, who)

        row = self.workspace.perform(keep, on_refused=self._on_refused)
        if row is not None:
            announce(self, self.tr("Screening kept as {code}").format(code=row.code))
            self.leave_requested.emit(Destination(page="participant", participant=row.participant))

    def _enrol(self) -> None:
        if not self._complete(self._left_parts()):
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
            participant=self._at.participant,
            answered=self._answered(),
        )
        row = self.workspace.perform(lambda desk: enrolment.enrol(desk, wish), on_refused=self._on_refused)
        if row is not None:
            announce(self, self.tr("Enrolled as {code}").format(code=row.code))
            self.leave_requested.emit(Destination(page="participant", participant=row.participant))

    def _on_refused(self, problem: Refused) -> None:
        """Show the sentence under the field that it is about, else above the form."""
        about = {
            "TOO_YOUNG": self._year,
            "AGE_AND_BIRTH_YEAR": self._year,
            "NOT_A_BIRTH_YEAR": self._year,
            "SEX_NOT_IN_STUDY": self._sex,
            "CONSENT_IN_FUTURE": self._consent,
            "CONSENT_VERSION_NEEDED": self._version,
            "CONSENT_VERSION_NOT_VALID": self._version,
            "NOT_A_DAY": self._anchor if problem.arguments.get("what") == "ANCHOR_DATE" else self._consent,
        }
        part = about.get(problem.code)
        if part is not None:
            part.show_refused(problem.sentence)
            self._show_part(part)
        elif problem.code == "WAIVER_REASON_NEEDED" and self._criteria is not None:
            self._criteria.show_refused(problem.sentence)
        elif problem.code in {"IDENTITY_NUMBER", "TEXT_TOO_LONG", "CONTROL_CHARACTERS"}:
            self._care.show_refused(problem.sentence)
        else:
            self._finding.show_finding(refused(self.tr("Not enrolled."), problem.sentence))

    def _leave(self) -> None:
        self.leave_requested.emit(Destination(page="participants"))
