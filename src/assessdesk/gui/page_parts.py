"""What every page begins with: its head, its actions with visible keys, days and moments in the reader's language.

It must not know any page, nor what an action does.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QDate, QLocale, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from assessdesk.gui.fields.key_cap import name_keys
from assessdesk.gui.fields.text import Label
from assessdesk.gui.look.theme import TypeRole, metrics
from assessdesk.gui.look.tokens import Ink

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date, datetime

    from assessdesk.services.audit import Place

_DAYS = {
    "en": ("d MMM", "d MMM yyyy", "dddd d MMMM yyyy"),
    "ko": ("M월 d일", "yyyy년 M월 d일", "yyyy년 M월 d일 dddd"),
    "zh": ("M月d日", "yyyy年M月d日", "yyyy年M月d日 dddd"),
}
_MONTHS = {"en": "MMM", "ko": "M월", "zh": "M月"}
_SHORT, _FULL, _LONG = range(3)
_LOCALES = {
    "en": QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom),
    "ko": QLocale(QLocale.Language.Korean),
    "zh": QLocale(QLocale.Language.Chinese),
}


def locale_of(language: str) -> QLocale:
    """The conventions for numbers and days in a language of the interface."""
    return _LOCALES[language]


def count_words(number: int, language: str) -> str:
    """A count with its groups of thousands: 8,949."""
    return locale_of(language).toString(number)


def waiting_words(entries: int, language: str) -> str:
    """How many entries central does not hold yet."""
    if entries == 1:
        return QCoreApplication.translate("PageParts", "1 entry not yet at central")
    words = QCoreApplication.translate("PageParts", "{count} entries not yet at central")
    return words.format(count=count_words(entries, language))


def _day(day: date, language: str, form: int) -> str:
    return locale_of(language).toString(QDate(day.year, day.month, day.day), _DAYS[language][form])


def short_day(day: date, language: str) -> str:
    """A day without its year: 18 Nov."""
    return _day(day, language, _SHORT)


def full_day(day: date, language: str) -> str:
    """A day with its year: 18 Nov 2025."""
    return _day(day, language, _FULL)


def long_day(day: date, language: str) -> str:
    """A day with its weekday, for a page's title."""
    return _day(day, language, _LONG)


def month_words(day: date, language: str) -> str:
    """The month of a day, as short as it can be read: Nov."""
    return locale_of(language).toString(QDate(day.year, day.month, day.day), _MONTHS[language])


def moment(at: datetime, language: str, *, year: bool = True) -> str:
    """A day and the time of day as it was at its own place: 17 Nov 2025, 16:58."""
    day = _day(at.date(), language, _FULL if year else _SHORT)
    return f"{day}, {at:%H:%M}"


def add_action(
    page: QWidget,
    text: str,
    on_triggered: Callable[[], object],
    *,
    keys: Sequence[str] = (),
    caps: Sequence[str] = (),
    short: str = "",
) -> QAction:
    """Add an action to a page.

    Args:
        page: Who owns it; it works while the page is shown.
        text: The verb on a button.
        on_triggered: What happens.
        keys: Shortcuts ("Ctrl+L", "/"); none when a widget answers to the key itself.
        caps: What the key bar shows then ("Enter", "Up").
        short: The words in the key bar, when they differ from the verb in small letters.
    """
    action = QAction(text, page)
    action.setIconText(short or wish_of(text))
    if keys:
        action.setShortcuts([QKeySequence(key) for key in keys])
    if caps:
        name_keys(action, *caps)
    action.setAutoRepeat(False)
    action.triggered.connect(on_triggered)
    page.addAction(action)
    return action


def wish_of(text: str) -> str:
    """The verb of a button as the key bar says it: in small letters, unless it begins with an abbreviation."""
    return text if text[1:2].isupper() else text[:1].lower() + text[1:]


def page_layout(page: QWidget) -> QVBoxLayout:
    """The column that a page's blocks stand in: padding 3 and 2 units, 2 units between blocks."""
    sizes = metrics()
    layout = QVBoxLayout(page)
    layout.setContentsMargins(sizes.u(3), sizes.u(2), sizes.u(3), sizes.u(2))
    layout.setSpacing(sizes.u(2))
    return layout


def clipped(widget: QWidget) -> QScrollArea:
    """A row that may be wider than a small window: it is cut at the right instead of widening the page."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFixedHeight(metrics().u(5.5))
    area.setWidget(widget)
    area.viewport().setAutoFillBackground(False)
    widget.setAutoFillBackground(False)
    return area


class PageHead(QWidget):
    """Title and the sentence under it at the left; what one can do at the right. `show_words(title, sentence)`."""

    def __init__(self, title: str = "", sentence: str = "", *, right: Sequence[QWidget] = ()) -> None:
        super().__init__()
        sizes = metrics()
        self._title = Label(title, role=TypeRole.L, bold=True)
        self._sentence = Label(sentence, ink=Ink.MUTED, wrap=True)
        words = QVBoxLayout()
        words.setSpacing(0)
        self._beside = QHBoxLayout()
        self._beside.setSpacing(sizes.u(1.5))
        self._beside.addWidget(self._title)
        self._beside.addStretch(1)
        words.addLayout(self._beside)
        words.addWidget(self._sentence)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(sizes.u(2))
        row.addLayout(words, 1)
        for widget in right:
            row.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)

    def show_words(self, title: str, sentence: str) -> None:
        """Show another title and sentence."""
        self._title.show_text(title)
        self._sentence.show_text(sentence)

    def put_beside_title(self, widget: QWidget) -> None:
        """Let a badge stand at the right of the title."""
        self._beside.insertWidget(1, widget)


def side_words(side: str) -> str:
    """The words of a side that a fact names: right, left, both, none."""
    translate = QCoreApplication.translate
    words = {
        "right": translate("PageParts", "right"),
        "left": translate("PageParts", "left"),
        "both": translate("PageParts", "both"),
        "none": translate("PageParts", "none"),
    }
    return words.get(side, side)


def place_words(place: Place) -> str:
    """Where a value belongs, as one phrase: Grip strength, Grip trials, right, trial 2."""
    translate = QCoreApplication.translate
    trial = translate("PageParts", "trial {number}").format(number=place.number) if place.number else ""
    parts = dict.fromkeys((place.instrument, place.section, place.item, side_words(place.side), trial))
    return ", ".join(part for part in parts if part)


def sex_words(sex: str) -> str:
    """The word of a sex code; an unknown code is shown as it is."""
    translate = QCoreApplication.translate
    return {"F": translate("PageParts", "Woman"), "M": translate("PageParts", "Man")}.get(sex, sex)


def language_words(code: str) -> str:
    """What a language is called."""
    translate = QCoreApplication.translate
    words = {
        "en": translate("PageParts", "English"),
        "ko": translate("PageParts", "Korean"),
        "zh": translate("PageParts", "Chinese"),
    }
    return words.get(code, code)
