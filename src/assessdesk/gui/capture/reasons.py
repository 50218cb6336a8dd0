"""The closed lists of reasons as the capture page shows them: not done, one hand not done, void, keeping a value.

The words come from the shipped list, in the language of the interface; this module adds only the question.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from assessdesk.gui.fields.finding_line import ReasonView
from assessdesk.gui.fields.reason_menu import ReasonMenuView, ReasonOption

if TYPE_CHECKING:
    from collections.abc import Sequence

    from assessdesk.services.definitions.reasons import Reason, Reasons

translate = QCoreApplication.translate


def _menu(title: str, reasons: Sequence[Reason], language: str) -> ReasonMenuView:
    options = tuple(
        ReasonOption(reason.key, reason.title.get(language), reason.code, needs_text=reason.needs_text)
        for reason in reasons
    )
    return ReasonMenuView(title, options)


def not_done_menu(reasons: Reasons, language: str) -> ReasonMenuView:
    """Why a trial or an item is not done."""
    return _menu(translate("Reasons", "Why is it not done?"), reasons.not_done_for_trial, language)


def correction_menu(reasons: Sequence[Reason], language: str) -> ReasonMenuView:
    """Why something is not done after all; `reasons` are those that need no words of their own."""
    return _menu(translate("Reasons", "Why is it not done?"), reasons, language)


def side_menu(reasons: Reasons, codes: Sequence[str], language: str) -> ReasonMenuView:
    """Why the rest of a hand is not done: only the reasons that an instrument allows for a whole side."""
    allowed = [reason for reason in reasons.not_done_for_trial if reason.code in codes]
    return _menu(translate("Reasons", "Why is the rest of this side not done?"), allowed, language)


def void_menu(reasons: Reasons, language: str) -> ReasonMenuView:
    """Why the last trial does not count."""
    return _menu(translate("Reasons", "Why is the last trial void?"), reasons.void, language)


def keeping(reasons: Reasons, language: str) -> tuple[ReasonView, ...]:
    """Why an unusual value is kept."""
    return tuple(
        ReasonView(int(reason.key), reason.title.get(language), needs_text=reason.needs_text)
        for reason in reasons.confirmation
    )


def confirmation_code(reasons: Reasons, digit: int) -> str:
    """Return the code of the reason for keeping a value that a digit stands for."""
    return next(reason.code for reason in reasons.confirmation if reason.key == str(digit))
