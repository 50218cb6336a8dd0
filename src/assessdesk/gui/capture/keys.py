"""The keys of the capture page by what is being done: which work, what they are called, and when a letter needs Alt.

Every key is an action of the page, so that the key bar and the buttons can show it. It must not know what a key does.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction, QKeySequence

from assessdesk.gui.fields.key_cap import name_keys
from assessdesk.gui.page_parts import add_action, wish_of

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from PySide6.QtWidgets import QWidget

    from assessdesk.services.capture_view import CaptureView

translate = QCoreApplication.translate


class Mode(StrEnum):
    """What is being done."""

    NUMBER = "number"
    TEXT = "text"
    CHOICE = "choice"
    OBSERVE = "observe"
    OFFER = "offer"
    FINISHED = "finished"
    ASKING = "asking"
    READY = "ready"
    RUNNING = "running"
    EARLY = "early"
    CONFIRM = "confirm"
    MENU = "menu"
    UNWRITTEN = "unwritten"


class Key(StrEnum):
    """The wishes that have a key."""

    ENTER = "enter"
    DIGITS = "digits"
    TIME = "time"
    COUNT = "count"
    EARLY = "early"
    TAKE = "take"
    DECLINE = "decline"
    REMEASURE = "remeasure"
    NOT_DONE = "not_done"
    HAND = "hand"
    VOID = "void"
    LANGUAGE = "language"
    BACK = "back"


LETTERS = {
    Key.TAKE: "Y",
    Key.DECLINE: "N",
    Key.REMEASURE: "R",
    Key.NOT_DONE: "N",
    Key.HAND: "H",
    Key.VOID: "V",
    Key.LANGUAGE: "L",
}
_ALWAYS = (Key.LANGUAGE, Key.BACK)
WORKING: Mapping[Mode, tuple[Key, ...]] = {
    Mode.NUMBER: (Key.ENTER, Key.NOT_DONE, Key.HAND, Key.VOID, *_ALWAYS),
    Mode.TEXT: (Key.ENTER, Key.NOT_DONE, *_ALWAYS),
    Mode.CHOICE: (Key.ENTER, Key.DIGITS, Key.NOT_DONE, Key.VOID, *_ALWAYS),
    Mode.OBSERVE: (Key.ENTER, Key.NOT_DONE, Key.VOID, *_ALWAYS),
    Mode.OFFER: (Key.TAKE, Key.DECLINE, *_ALWAYS),
    Mode.FINISHED: (Key.ENTER, Key.VOID, Key.BACK),
    Mode.ASKING: (Key.ENTER, Key.DIGITS, Key.REMEASURE, Key.NOT_DONE, Key.BACK),
    Mode.READY: (Key.TIME, Key.NOT_DONE, Key.VOID, *_ALWAYS),
    Mode.RUNNING: (Key.TIME, Key.COUNT, Key.EARLY),
    Mode.EARLY: (Key.ENTER,),
    Mode.CONFIRM: (Key.ENTER, Key.DIGITS, Key.VOID),
    Mode.MENU: (Key.DIGITS, Key.ENTER, Key.BACK),
    Mode.UNWRITTEN: (Key.ENTER,),
}
"""Which keys work while something is being done; VOID and HAND also depend on there being something to void."""

MODE_OF = {
    "number": Mode.NUMBER,
    "text": Mode.TEXT,
    "choice": Mode.CHOICE,
    "observe": Mode.OBSERVE,
    "offer": Mode.OFFER,
    "finished": Mode.FINISHED,
    "timed": Mode.READY,
    "confirm": Mode.CONFIRM,
}
"""What is being done at a step, by the step's kind."""

HANDLED = frozenset({Mode.READY, Mode.RUNNING, Mode.MENU, Mode.EARLY})
"""Where Enter and digits belong to the clock, the count or the list itself: there they are named, not taken."""


@dataclass(frozen=True, slots=True)
class Wishes:
    """What each key does on the page."""

    enter: Callable[[], object]
    digit: Callable[[int], object]
    take: Callable[[], object]
    decline: Callable[[], object]
    remeasure: Callable[[], object]
    not_done: Callable[[], object]
    hand: Callable[[], object]
    void: Callable[[], object]
    language: Callable[[], object]
    back: Callable[[], object]


class CaptureKeys:
    """The actions of one capture page. `show(mode, …)` enables those that work; `action(key)` is for buttons."""

    def __init__(self, page: QWidget, wishes: Wishes) -> None:
        self._mode: Mode | None = None
        self._shown: object = None
        nothing = lambda: None  # noqa: E731 - a key that a widget answers to itself
        calls: dict[Key, Callable[[], object]] = {
            Key.ENTER: wishes.enter,
            Key.DIGITS: nothing,
            Key.TIME: nothing,
            Key.COUNT: nothing,
            Key.EARLY: nothing,
            Key.TAKE: wishes.take,
            Key.DECLINE: wishes.decline,
            Key.REMEASURE: wishes.remeasure,
            Key.NOT_DONE: wishes.not_done,
            Key.HAND: wishes.hand,
            Key.VOID: wishes.void,
            Key.LANGUAGE: wishes.language,
            Key.BACK: wishes.back,
        }
        # Digits come first, so that the key bar begins with them, as the eye does under a question.
        self._digits = [_digit_action(page, digit, wishes.digit) for digit in range(1, 10)]
        self._actions = {key: add_action(page, _verb(key), call, short=_short(key)) for key, call in calls.items()}
        for key, letter in LETTERS.items():
            self._actions[key].setShortcuts([QKeySequence(letter)])
        for key, caps in _NAMED.items():
            name_keys(self._actions[key], *caps)
        self.show(Mode.FINISHED)

    def action(self, key: Key) -> QAction:
        """The action behind a key."""
        return self._actions[key]

    def mode(self) -> Mode:
        """What is being done."""
        return self._mode or Mode.FINISHED

    def show(self, mode: Mode, *, without: frozenset[Key] = frozenset(), enter: str = "", digits: int = 0) -> None:
        """Enable the keys of a mode, `without` those that have no object now; `enter` says what Enter does."""
        if self._shown == (mode, without, enter, digits):
            return
        self._mode, self._shown = mode, (mode, without, enter, digits)
        working = [key for key in WORKING[mode] if key not in without]
        for key, action in self._actions.items():
            action.setEnabled(key in working)
            action.setVisible(key in working)
            if key in LETTERS:
                prefix = "Alt+" if mode is Mode.TEXT else ""
                action.setShortcuts([QKeySequence(prefix + LETTERS[key])])
        self._show_enter(mode, enter)
        self._show_digits(mode, digits)
        self._show_back(mode)

    def _show_enter(self, mode: Mode, words: str) -> None:
        action = self._actions[Key.ENTER]
        taken = mode not in HANDLED
        action.setShortcuts([QKeySequence("Return"), QKeySequence("Enter")] if taken else [])
        action.setIconText(wish_of(words) or translate("CaptureKeys", "accept"))

    def _show_digits(self, mode: Mode, count: int) -> None:
        """Take digits where they mean a reason; elsewhere only name those that a list answers to."""
        taken = mode in {Mode.ASKING, Mode.CONFIRM}
        for place, action in enumerate(self._digits, start=1):
            works = taken and place <= count
            action.setEnabled(works)
            action.setVisible(works)
        named = self._actions[Key.DIGITS]
        named.setVisible(not taken and Key.DIGITS in WORKING[mode] and count > 0)
        name_keys(named, *(str(digit) for digit in range(1, count + 1)))
        words = translate("CaptureKeys", "choose") if mode is Mode.CHOICE else translate("CaptureKeys", "reason")
        named.setIconText(words)

    def _show_back(self, mode: Mode) -> None:
        action = self._actions[Key.BACK]
        action.setShortcuts([] if mode is Mode.MENU else [QKeySequence("Escape")])
        words = {
            Mode.ASKING: translate("CaptureKeys", "back to the value"),
            Mode.MENU: translate("CaptureKeys", "close the list"),
        }
        action.setIconText(words.get(mode, translate("CaptureKeys", "leave visit, everything is on disk")))


_NAMED = {
    Key.ENTER: ("Enter",),
    Key.TIME: ("Space", "Enter", "Page Down"),
    Key.COUNT: ("Up", "Page Up"),
    Key.EARLY: ("N",),
    Key.BACK: ("Esc",),
}


def useless(view: CaptureView, mode: Mode) -> frozenset[Key]:
    """Return the keys that would have nothing to do at a step."""
    step, script = view.step, view.script
    useful = {
        Key.VOID: bool(view.voidable),
        Key.HAND: bool(step.side and step.measured and view.side_codes),
        Key.LANGUAGE: script is not None and len(script.languages) >= len("ab"),
        Key.REMEASURE: step.kind == "number",
        Key.COUNT: mode is not Mode.RUNNING or bool(step.repetitions),
    }
    return frozenset(key for key, has_use in useful.items() if not has_use)


def _digit_action(page: QWidget, digit: int, wish: Callable[[int], object]) -> QAction:
    """Return the action of one digit; the key bar joins neighbours of the same words."""
    return add_action(
        page, str(digit), lambda: wish(digit), keys=(str(digit),), short=translate("CaptureKeys", "reason")
    )


def _verb(key: Key) -> str:
    return {
        Key.ENTER: translate("CaptureKeys", "Accept"),
        Key.DIGITS: translate("CaptureKeys", "Choose"),
        Key.TIME: translate("CaptureKeys", "Start and stop"),
        Key.COUNT: translate("CaptureKeys", "Count a stand"),
        Key.EARLY: translate("CaptureKeys", "Stopped early"),
        Key.TAKE: translate("CaptureKeys", "Yes, one more"),
        Key.DECLINE: translate("CaptureKeys", "No"),
        Key.REMEASURE: translate("CaptureKeys", "Re-measure"),
        Key.NOT_DONE: translate("CaptureKeys", "Not done"),
        Key.HAND: translate("CaptureKeys", "Rest of side"),
        Key.VOID: translate("CaptureKeys", "Void last"),
        Key.LANGUAGE: translate("CaptureKeys", "Script language"),
        Key.BACK: translate("CaptureKeys", "Back"),
    }[key]


def _short(key: Key) -> str:
    return {
        Key.TIME: translate("CaptureKeys", "start, stop"),
        Key.COUNT: translate("CaptureKeys", "count a stand"),
        Key.EARLY: translate("CaptureKeys", "stopped early"),
        Key.TAKE: translate("CaptureKeys", "take the extra trial"),
        Key.DECLINE: translate("CaptureKeys", "decline"),
        Key.REMEASURE: translate("CaptureKeys", "re-measure"),
        Key.NOT_DONE: translate("CaptureKeys", "not done"),
        Key.HAND: translate("CaptureKeys", "rest of this side not done"),
        Key.VOID: translate("CaptureKeys", "void last trial"),
        Key.LANGUAGE: translate("CaptureKeys", "script language"),
    }.get(key, "")
