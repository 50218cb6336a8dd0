"""The foot of every page: the keys that work here and now, read from the enabled actions, so that it cannot lie."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, QSize
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

from assessdesk.gui.fields.key_cap import cap_size, keys_of, paint_cap
from assessdesk.gui.fields.text import draw_text, text_width
from assessdesk.gui.look.theme import TypeRole, colours, font, metrics

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from PySide6.QtGui import QAction, QPaintEvent

MOST_CAPS = 4
"""More keys than this for one wish are shown as first … last."""


GAP = 3
"""Between two wishes, in spacing units."""
CAP_GAP = 0.75
"""Behind a cap, in spacing units."""


@dataclass(frozen=True, slots=True)
class KeyHint:
    """One wish and the keys that express it."""

    keys: tuple[str, ...]
    wish: str


def hints_of(actions: Sequence[QAction]) -> tuple[KeyHint, ...]:
    """What the bar shows for `actions`: enabled, visible ones with keys; neighbours of one text are joined."""
    found: list[KeyHint] = []
    for action in actions:
        keys = keys_of(action)
        if not (keys and action.isEnabled() and action.isVisible()):
            continue
        wish = action.iconText() or action.text()
        if found and found[-1].wish == wish:
            found[-1] = KeyHint(found[-1].keys + keys, wish)
        else:
            found.append(KeyHint(keys, wish))
    return tuple(found)


class KeyBar(QWidget):
    """A row of key caps with their wishes.

    `follow(widget, ...)` shows the actions of these widgets, in order, and keeps up with every change of them:
    added, removed, enabled, renamed. The text shown is the action's `iconText` (short) or its text.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._followed: tuple[QWidget, ...] = ()
        self._heard: list[QAction] = []
        self._hints: tuple[KeyHint, ...] = ()
        self._asked: tuple[tuple[KeyHint, ...], int, int] = ((), 0, 0)
        self._shown: tuple[KeyHint, ...] = ()
        self.setFixedHeight(metrics().u(4))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Keys that work here"))

    def follow(self, *widgets: QWidget) -> None:
        """Show the actions of `widgets` from now on, instead of those followed before."""
        for widget in self._followed:
            widget.removeEventFilter(self)
        self._followed = widgets
        for widget in widgets:
            widget.installEventFilter(self)
        self._collect()

    def hints(self) -> tuple[KeyHint, ...]:
        """What is shown now."""
        return self._hints

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Collect anew when a followed widget gains or loses an action."""
        kinds = (QEvent.Type.ActionAdded, QEvent.Type.ActionRemoved, QEvent.Type.ActionChanged)
        if event.type() in kinds:
            self._collect()
        return super().eventFilter(watched, event)

    def changeEvent(self, event: QEvent) -> None:
        """The bar outlives a change of the language: say its name anew."""
        if event.type() == QEvent.Type.LanguageChange:
            self.setAccessibleName(self.tr("Keys that work here"))
        super().changeEvent(event)

    def _collect(self) -> None:
        actions = [action for widget in self._followed for action in widget.actions()]
        hints = hints_of(actions)
        if hints == self._hints:
            return
        self._hints = hints
        said = "; ".join(f"{', '.join(hint.keys)}: {hint.wish}" for hint in self._hints)
        self.setAccessibleDescription(said)
        self.update()

    def sizeHint(self) -> QSize:
        """As high as the token table says; as wide as there is room."""
        return QSize(metrics().u(40), metrics().u(4))

    def shown(self) -> tuple[KeyHint, ...]:
        """The hints for which there is room: what does not fit is left out before the last, which is the help."""
        asked = (self._hints, self.width(), metrics().unit)
        if asked != self._asked:
            self._asked, self._shown = asked, self._fitting()
        return self._shown

    def _fitting(self) -> tuple[KeyHint, ...]:
        if not self._hints:
            return ()
        *hints, last = self._hints
        room = self.width() - metrics().u(2) - self._width_of(last)
        for count, hint in enumerate(hints):
            room -= self._width_of(hint) + metrics().u(GAP)
            if room < 0:
                return (*hints[:count], last)
        return self._hints

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the bar."""
        del event
        palette, sizes = colours(self), metrics()
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(palette.surface))
        painter.fillRect(0, 0, self.width(), 1, QColor(palette.line))
        face, gap, x = font(TypeRole.S), sizes.u(CAP_GAP), float(sizes.u(2))
        for hint in self.shown():
            for cap in self._caps(hint):
                top = (self.height() + 1 - cap_size(cap).height()) / 2
                x = paint_cap(painter, QPointF(x, top), cap, palette=palette).right() + gap
            words = text_width(face, hint.wish)
            rect = QRectF(x, 1, words + 1, self.height() - 1)
            draw_text(painter, rect, hint.wish, face=face, colour=palette.muted, elide=False)
            x += words + sizes.u(GAP)
        painter.end()

    def _caps(self, hint: KeyHint) -> Iterator[str]:
        if len(hint.keys) > MOST_CAPS:
            yield from (hint.keys[0], "…", hint.keys[-1])
        else:
            yield from hint.keys

    def _width_of(self, hint: KeyHint) -> float:
        caps = sum(cap_size(cap).width() + metrics().u(CAP_GAP) for cap in self._caps(hint))
        return caps + text_width(font(TypeRole.S), hint.wish)
