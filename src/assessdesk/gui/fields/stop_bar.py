"""The one big button of a timing: start, then stop. It is a face of the timer's press and decides nothing itself."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from assessdesk.gui.fields.buttons import ActionButton, ButtonKind, ButtonView
from assessdesk.gui.look.icons import IconName
from assessdesk.gui.look.theme import TypeRole, metrics, millimetres

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QMouseEvent

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
        self._main = PressButton(self._main_view(view))
        self._count = PressButton(self._count_view(view))
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
