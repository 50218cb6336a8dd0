"""The words of sessions and calls: where each stands, shares in percent, and findings beside their fields.

It must not know how anything is laid out.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from assessdesk.domain.events import plain_decimal
from assessdesk.domain.programme import CallStand, SessionStand
from assessdesk.gui.capture.words import unit_words
from assessdesk.gui.fields.finding_line import FindingKind, FindingView, ReasonView
from assessdesk.gui.look.states import StateView, VisualState
from assessdesk.gui.page_parts import short_day

if TYPE_CHECKING:
    from collections.abc import Sequence
    from decimal import Decimal

    from assessdesk.domain.checks import Finding
    from assessdesk.domain.programme import SessionState
    from assessdesk.domain.study_conduct import Titled
    from assessdesk.gui.workspace import Workspace

SESSION_LOOKS = {
    SessionStand.HELD: VisualState.DONE,
    SessionStand.NOT_HELD: VisualState.NOT_DONE,
    SessionStand.OPEN: VisualState.DUE,
    SessionStand.LATER: VisualState.OPENS_SOON,
    SessionStand.ENDED: VisualState.VOID,
}
CALL_LOOKS = {
    CallStand.LATER: VisualState.OPENS_SOON,
    CallStand.DUE: VisualState.DUE,
    CallStand.CLOSING: VisualState.WINDOW_CLOSING,
    CallStand.OVERDUE: VisualState.OVERDUE,
    CallStand.REACHED: VisualState.IN_PROGRESS,
    CallStand.RECORDED: VisualState.DONE,
    CallStand.MISSED: VisualState.NOT_DONE,
    CallStand.ENDED: VisualState.VOID,
}


def percent_words(share: Decimal | None) -> str:
    """A share in percent, or a dash where nothing can be said."""
    return f"{plain_decimal(share)} %" if share is not None else "–"


def title_of(code: str, titled: Sequence[Titled], language: str) -> str:
    """The words of a code; an unknown one is shown as it is."""
    return next((one.title.get(language) for one in titled if one.id == code), code)


def session_state(state: SessionState, language: str) -> StateView:
    """A session as one cell shows it: the shape, and the word with its day."""
    translate = QCoreApplication.translate
    planned = short_day(state.planned.day, language)
    told = state.told
    match state.stand:
        case SessionStand.HELD if told is not None:
            words = translate("Programme", "Held {day}").format(day=short_day(date.fromisoformat(told.held), language))
        case SessionStand.NOT_HELD if told is not None:
            words = translate("Programme", "Not held {day}").format(day=planned)
        case SessionStand.OPEN:
            words = translate("Programme", "To state, {day}").format(day=planned)
        case SessionStand.ENDED:
            words = translate("Programme", "Ended before {day}").format(day=planned)
        case _:
            words = translate("Programme", "Planned {day}").format(day=planned)
    return StateView(SESSION_LOOKS[state.stand], words)


def call_state(stand: CallStand) -> StateView:
    """Where a call stands, as shape and word."""
    translate = QCoreApplication.translate
    words = {
        CallStand.LATER: translate("Programme", "Later"),
        CallStand.REACHED: translate("Programme", "Reached, form open"),
        CallStand.RECORDED: translate("Programme", "Recorded"),
        CallStand.MISSED: translate("Programme", "Missed, ND14"),
        CallStand.ENDED: translate("Programme", "Ended"),
    }
    return StateView(CALL_LOOKS[stand], words.get(stand, ""))


def sentence_of(workspace: Workspace, finding: Finding, label: str) -> str:
    """The sentence of a finding that names its field and unit as they stand on the screen."""
    given = {name: unit_words(value) for name, value in finding.arguments} | {"field": label}
    return workspace.sentence(replace(finding, arguments=tuple(given.items())))


def question(workspace: Workspace, finding: Finding, label: str) -> FindingView:
    """An unusual value with the reasons for keeping it."""
    reasons = workspace.read(lambda desk: desk.library.reasons.confirmation)
    lead = QCoreApplication.translate("Programme", "Unusual:")
    views = tuple(
        ReasonView(int(reason.key), reason.title.get(workspace.language), needs_text=reason.needs_text)
        for reason in reasons
    )
    return FindingView(FindingKind.UNUSUAL, lead, sentence_of(workspace, finding, label), views)


def reason_code(workspace: Workspace, digit: int) -> str:
    """The code of the confirmation that a digit chooses."""
    reasons = workspace.read(lambda desk: desk.library.reasons.confirmation)
    return next(reason.code for reason in reasons if reason.key == str(digit))
