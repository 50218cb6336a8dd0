"""The one big button of a timing: start, then stop. It is a face of the timer's press and decides nothing itself."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from assessdesk.gui.fields.buttons import ActionButton, ButtonKind, ButtonView
from assessdesk.gui.fields.key_cap import cap_size
from assessdesk.gui.fields.text import draw_text, text_width
from assessdesk.gui.look.hangul import keep_words
from assessdesk.gui.look.icons import IconName
from assessdesk.gui.look.theme import TypeRole, metrics, millimetres

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter

START_STOP_MM = 20


class StopBarMode(StrEnum):
    """What the button does now."""

    START = "start"
    STOP = "stop"
    INERT = "inert"


@dataclass(frozen=True, slots=True)
class StopBarView:
    """What the bar shows.

    Attributes:
        mode: Start, stop, or nothing any more.
        words: The verb ("Stop: fully upright at stand 5").
        keys: Its caps.
        count_words: Words of the counting button ("Count a stand"); empty for none.
        count_keys: Its caps.
    """

    mode: StopBarMode
    words: str
    keys: tuple[str, ...] = ()
    count_words: str = ""
    count_keys: tuple[str, ...] = ()


class PressButton(ActionButton):
    """A button that reports the press itself (not the release), with the event that carries its time.

    Keys are left to the timer face: the same key must not start by one way and stop by another.
    """

    pressed_at = Signal(object)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Report the press first of all."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.pressed_at.emit(event)
        super().mousePressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """The second press of a pair is a press as well; whether it counts, the stopwatch decides."""
        self.mousePressEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let keys through to the timer."""
        event.ignore()


class StackingButton(PressButton):
    """A button of the bar: its keys stand under its words where one line has no room for both."""

    def sizeHint(self) -> QSize:
        """Wide enough for the wider of both lines."""
        sizes = metrics()
        return QSize(round(max(self._upper(), self._lower())) + sizes.u(3), sizes.u(self.view().height))

    def minimumSizeHint(self) -> QSize:
        """Never less: a verb is never cut."""
        return self.sizeHint()

    def _upper(self) -> float:
        mark = self._mark() + metrics().u(1) if self.view().icon else 0
        return mark + text_width(self._face(bold=True), keep_words(self.view().text))

    def _lower(self) -> float:
        caps = [cap_size(key).width() for key in self.view().keys]
        return sum(caps) + metrics().u(1) * max(0, len(caps) - 1)

    def _paint_centred(self, painter: QPainter) -> None:
        sizes, middle = metrics(), self.height() / 2
        if self._content_width() + sizes.u(3) <= self.width():
            super()._paint_centred(painter)
            return
        line = sizes.u(3.5)
        x = (self.width() - self._upper()) / 2
        if self.view().icon:
            mark = self._mark()
            self._paint_mark(painter, QRectF(x, middle - (line + mark) / 2, mark, mark))
            x += mark + sizes.u(1)
        words = QRectF(x, middle - line, self.width() - x, line)
        face, shown = self._face(bold=self._strong()), keep_words(self.view().text)
        draw_text(painter, words, shown, face=face, colour=self._ink(), elide=False)
        self._paint_caps(painter, (self.width() - self._lower()) / 2, middle + sizes.u(0.5))


class StopBar(QWidget):
    """The bar.

    Signals:
        pressed_at(event): Start or stop was pressed with pointer or finger; the payload is the QMouseEvent.
        count_pressed_at(event): The counting button was pressed.

    `show_view(view)` shows another mode. The buttons never take the focus, so that the keys stay with the timer.
    """

    pressed_at = Signal(object)
    count_pressed_at = Signal(object)

    def __init__(self, view: StopBarView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Timing"))
        sizes = metrics()
        height = max(11.0, millimetres(self, START_STOP_MM) / sizes.unit)
        self._height = height
        self._main = StackingButton(self._main_view(view))
        self._count = StackingButton(self._count_view(view))
        for button, signal in ((self._main, self.pressed_at), (self._count, self.count_pressed_at)):
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.pressed_at.connect(signal)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(sizes.u(2))
        layout.addWidget(self._main, 1)
        layout.addWidget(self._count)
        self._count.setMinimumWidth(sizes.u(27))
        self.show_view(view)

    def _main_view(self, view: StopBarView) -> ButtonView:
        icon = IconName.STOP if view.mode is StopBarMode.STOP else None
        return ButtonView(view.words, view.keys, ButtonKind.PRIMARY, icon, size=TypeRole.L, height=self._height)

    def _count_view(self, view: StopBarView) -> ButtonView:
        return ButtonView(view.count_words, view.count_keys, height=self._height)

    def show_view(self, view: StopBarView) -> None:
        """Show another mode."""
        self._main.show_view(self._main_view(view))
        self._main.setEnabled(view.mode is not StopBarMode.INERT)
        self._count.show_view(self._count_view(view))
        self._count.setVisible(bool(view.count_words))
        self._count.setEnabled(view.mode is StopBarMode.STOP)
