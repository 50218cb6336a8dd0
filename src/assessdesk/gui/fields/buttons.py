"""Buttons whose key, shape or icon stands inside them, so that no shortcut has to be known by heart."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QPushButton, QSizePolicy, QStyle, QStyleOptionButton

from assessdesk.gui.fields.key_cap import cap_size, keys_of, paint_cap
from assessdesk.gui.fields.text import draw_text, text_width
from assessdesk.gui.look.hangul import keep_words
from assessdesk.gui.look.icons import IconName, paint_icon
from assessdesk.gui.look.states import VisualState, paint_state
from assessdesk.gui.look.theme import TypeRole, colours, font, metrics

if TYPE_CHECKING:
    from PySide6.QtGui import QAction, QFont, QPaintEvent
    from PySide6.QtWidgets import QWidget


class ButtonKind(StrEnum):
    """How a button is dressed. `danger` is never the default and stands apart."""

    PLAIN = "plain"
    PRIMARY = "primary"
    DANGER = "danger"
    FLAT = "flat"


@dataclass(frozen=True, slots=True)
class ButtonView:
    """What one button shows.

    Attributes:
        text: The verb.
        keys: Caps, e.g. ("Enter",).
        kind: How it is dressed.
        icon: A drawing before the text.
        state: A state shape before the text.
        count: A bold number after the text ("" for none).
        cap_first: Cap before the text and everything at the left, as in lists of reasons.
        strong: Text in 600.
        size: The size of the text.
        height: In spacing units.
    """

    text: str
    keys: tuple[str, ...] = ()
    kind: ButtonKind = ButtonKind.PLAIN
    icon: IconName | None = None
    state: VisualState | None = None
    count: str = ""
    cap_first: bool = False
    strong: bool = True
    size: TypeRole = TypeRole.M
    height: float = 5.5


class ActionButton(QPushButton):
    """A QPushButton that paints its own content from a `ButtonView`; frame and fill come from the style sheet.

    The accessible name is the text; keys are in the accessible description. `attach(action)` makes the button a
    face of a QAction: it triggers it and follows its enabled state and its keys.
    """

    def __init__(self, view: ButtonView, parent: QWidget | None = None, *, scale: int = 1) -> None:
        super().__init__(parent)
        self._scale = scale
        self._view = view
        self._action: QAction | None = None
        self.setAutoDefault(False)
        self.setAutoRepeat(False)
        self.show_view(view)

    def view(self) -> ButtonView:
        """What is shown now."""
        return self._view

    def show_view(self, view: ButtonView) -> None:
        """Show something else."""
        changed_kind = view.kind.value != self.property("kind")
        self._view = view
        self.setProperty("kind", view.kind.value)
        if changed_kind:
            self.style().unpolish(self)
            self.style().polish(self)
        said = f"{view.text} {view.count}".strip()
        self.setAccessibleName(said)
        self.setAccessibleDescription(", ".join(view.keys))
        self.setMinimumHeight(metrics(self._scale).u(view.height))
        # A reason in a list may be narrower than its words, because they wrap and it grows; a verb is never cut.
        across = QSizePolicy.Policy.Preferred if view.cap_first else QSizePolicy.Policy.Minimum
        down = QSizePolicy.Policy.Minimum if view.cap_first else QSizePolicy.Policy.Fixed
        policy = QSizePolicy(across, down)
        policy.setHeightForWidth(view.cap_first)
        self.setSizePolicy(policy)
        self.updateGeometry()
        self.update()

    def attach(self, action: QAction) -> None:
        """Trigger `action` when clicked, and follow its enabled state, its keys and its visibility."""
        self._action = action
        self.clicked.connect(action.trigger)
        # A bound method: Qt drops the connection with the button, while the action may live on.
        action.changed.connect(self._follow_action)
        self._follow_action()

    def _follow_action(self) -> None:
        if self._action is None:
            return
        self.setEnabled(self._action.isEnabled())
        keys = keys_of(self._action)
        if keys != self._view.keys:
            self.show_view(replace(self._view, keys=keys))

    def _face(self, *, bold: bool) -> QFont:
        return font(self._view.size, bold=bold, scale=self._scale)

    def _strong(self) -> bool:
        return self._view.strong or self.isChecked()

    def _mark(self) -> int:
        return metrics(self._scale).u(2.5 if self._view.icon else 2)

    def _content_width(self) -> float:
        gap = metrics(self._scale).u(1)
        # Measured in 600 whatever is shown, so that nothing moves when the button becomes the chosen one.
        parts = [text_width(self._face(bold=True), keep_words(self._view.text))]
        if self._view.icon or self._view.state:
            parts.append(self._mark())
        if self._view.count:
            parts.append(text_width(self._face(bold=True), self._view.count))
        parts.extend(cap_size(key, scale=self._scale).width() for key in self._view.keys)
        return sum(parts) + gap * (len(parts) - 1)

    def sizeHint(self) -> QSize:
        """Room for everything on one line."""
        sizes = metrics(self._scale)
        pad = sizes.u(1 if self._view.cap_first else 1.5)
        return QSize(round(self._content_width() + 2 * pad) + 2, sizes.u(self._view.height))

    def minimumSizeHint(self) -> QSize:
        """A list of reasons may wrap its texts; every other button shows its verb whole."""
        hint = self.sizeHint()
        return QSize(metrics(self._scale).u(12), hint.height()) if self._view.cap_first else hint

    def heightForWidth(self, width: int) -> int:
        """Higher where the text has to wrap."""
        sizes = metrics(self._scale)
        room = width - self._text_left() - sizes.u(1)
        box = QFontMetricsF(self._face(bold=True)).boundingRect(
            QRectF(0, 0, room, 10_000), int(Qt.TextFlag.TextWordWrap), keep_words(self._view.text)
        )
        return max(sizes.u(self._view.height), round(box.height()) + sizes.u(2.5))

    def _text_left(self) -> int:
        sizes = metrics(self._scale)
        caps = sum(cap_size(key, scale=self._scale).width() + sizes.u(1) for key in self._view.keys)
        return sizes.u(1) + caps

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the frame by style, the content by hand."""
        del event
        painter = QPainter(self)
        option = QStyleOptionButton()
        self.initStyleOption(option)
        option.text = ""
        self.style().drawControl(QStyle.ControlElement.CE_PushButton, option, painter, self)
        if self._view.cap_first:
            self._paint_listed(painter)
        else:
            self._paint_centred(painter)
        if self.hasFocus() and self._on_accent():
            painter.setPen(QPen(QColor(colours(self).onaccent), 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(4, 4, -4, -4), 2, 2)
        painter.end()

    def _on_accent(self) -> bool:
        return self._view.kind is ButtonKind.PRIMARY and self.isEnabled()

    def _ink(self) -> str:
        palette = colours(self)
        if not self.isEnabled():
            return palette.muted
        inks = {ButtonKind.PRIMARY: palette.onaccent, ButtonKind.DANGER: palette.bad}
        return inks.get(self._view.kind, palette.text)

    def _paint_mark(self, painter: QPainter, rect: QRectF) -> None:
        if self._view.icon:
            paint_icon(painter, rect, self._view.icon, self._ink())
        elif self._view.state:
            paint_state(painter, rect, self._view.state, colours(self))

    def _paint_centred(self, painter: QPainter) -> None:
        gap, middle = metrics(self._scale).u(1), self.height() / 2
        face = self._face(bold=self._strong())
        x = max(metrics(self._scale).u(1), (self.width() - self._content_width()) / 2)
        if self._view.icon or self._view.state:
            mark = self._mark()
            self._paint_mark(painter, QRectF(x, middle - mark / 2, mark, mark))
            x += mark + gap
        for text, shown_face in ((self._view.text, face), (self._view.count, self._face(bold=True))):
            if not text:
                continue
            width = text_width(self._face(bold=True), keep_words(text))
            rect = QRectF(x, 0, width + 1, self.height())
            draw_text(painter, rect, keep_words(text), face=shown_face, colour=self._ink(), elide=False)
            x += width + gap
        self._paint_caps(painter, x)

    def _paint_caps(self, painter: QPainter, x: float, top: float | None = None) -> None:
        for key in self._view.keys:
            size = cap_size(key, scale=self._scale)
            y = (self.height() - size.height()) / 2 if top is None else top
            paint_cap(
                painter,
                QPointF(x, y),
                key,
                palette=colours(self),
                on_accent=self._on_accent(),
                muted=not self.isEnabled(),
                scale=self._scale,
            )
            x += size.width() + metrics(self._scale).u(1)

    def _paint_listed(self, painter: QPainter) -> None:
        sizes = metrics(self._scale)
        face = self._face(bold=self._strong())
        room = QRect(
            self._text_left(), sizes.u(0.5), self.width() - self._text_left() - sizes.u(1), self.height() - sizes.u(1)
        )
        flags = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.setFont(face)
        painter.setPen(QColor(self._ink()))
        box = painter.boundingRect(room, flags, keep_words(self._view.text))
        painter.drawText(room, flags, keep_words(self._view.text))
        cap_height = sizes.u(2.5)
        line = QFontMetricsF(face).height()
        self._paint_caps(painter, sizes.u(1), box.top() + (line - cap_height) / 2)
