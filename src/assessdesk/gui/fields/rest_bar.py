"""How much rest is left, read from a clock; no ticks are counted, so a busy program cannot shorten a rest."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QFrame, QSizePolicy, QWidget

from assessdesk.gui.fields.announcement import announce
from assessdesk.gui.fields.text import draw_text, text_width
from assessdesk.gui.look.hangul import keep_words
from assessdesk.gui.look.icons import IconName, paint_icon
from assessdesk.gui.look.states import VisualState, paint_state
from assessdesk.gui.look.theme import TypeRole, colours, font, metrics

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QPaintEvent

REFRESH_MS = 200


@dataclass(frozen=True, slots=True)
class RestView:
    """One rest.

    Attributes:
        label: What rests ("Rest, same hand").
        total_ms: How long it should be.
        started_ms: When it began, on the bar's clock.
        cut_short_ms: When the next trial was begun before the end, on the bar's clock; None while it was not.
    """

    label: str
    total_ms: int
    started_ms: int
    cut_short_ms: int | None = None


def clock_words(ms: int) -> str:
    """Milliseconds as m:ss, every begun second counted as whole, so that 0:00 is only shown when it is over."""
    whole = -(-max(0, ms) // 1000)
    return f"{whole // 60}:{whole % 60:02d}"


class RestBar(QFrame):
    """The bar; hidden while there is no rest.

    Args:
        now_ms: The monotonic clock in ms, the same as `started_ms` was read from.

    Signals:
        rest_over(): The rest is over; emitted and announced once a rest.

    `show_rest(view)` shows a rest, `show_rest(None)` none. `left_ms()` is what is left of it.
    """

    rest_over = Signal()

    def __init__(self, now_ms: Callable[[], int], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._now_ms = now_ms
        self._view: RestView | None = None
        self._announced = False
        self._timer = QTimer(self)
        self._timer.setInterval(REFRESH_MS)
        self._timer.timeout.connect(self._refresh)
        self.setProperty("kind", "card")
        self.setFixedHeight(metrics().u(7))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.hide()

    def show_rest(self, view: RestView | None) -> None:
        """Show a rest from now on; a rest that is over already is shown as over, and announced."""
        self._announced = False
        self._view = view
        self.setVisible(view is not None)
        if view is None or view.cut_short_ms is not None:
            self._timer.stop()
        else:
            self._timer.start()
        self._refresh()

    def left_ms(self) -> int:
        """How much is left, in ms; 0 when over or when there is none."""
        if self._view is None:
            return 0
        now = self._now_ms() if self._view.cut_short_ms is None else self._view.cut_short_ms
        return max(0, self._view.started_ms + self._view.total_ms - now)

    def _refresh(self) -> None:
        if self._view is None:
            return
        self.setAccessibleName(self._view.label)
        self.setAccessibleDescription(self._said())
        if self.left_ms() == 0 and not self._announced:
            self._announced = True
            self._timer.stop()
            announce(self, self.tr("Rest is over, ready"))
            self.rest_over.emit()
        self.update()

    def _said(self) -> str:
        if self._view is None:
            return ""
        total = clock_words(self._view.total_ms)
        if self._view.cut_short_ms is not None:
            rested = clock_words(self._view.cut_short_ms - self._view.started_ms)
            return self.tr("rest was {0} of {1}").format(rested, total)
        if self.left_ms() == 0:
            return self.tr("ready")
        return self.tr("{0} left of {1}").format(clock_words(self.left_ms()), total)

    def sizeHint(self) -> QSize:
        """A capture page's entry width."""
        return QSize(metrics().u(50), metrics().u(7))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw mark, label, time and the bar at the foot."""
        super().paintEvent(event)
        if self._view is None:
            return
        palette, sizes = colours(self), metrics()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        bar = sizes.u(0.5)
        room = QRectF(self.rect()).adjusted(sizes.u(2), 0, -sizes.u(2), -bar)
        over = self.left_ms() == 0
        icon = sizes.u(2.5)
        mark = QRectF(room.left(), room.center().y() - icon / 2, icon, icon)
        if over:
            paint_state(painter, mark.adjusted(2, 2, -2, -2), VisualState.DONE, palette)
        else:
            paint_icon(painter, mark, IconName.REST, palette.accent)
        label = room.adjusted(icon + sizes.u(1.25), 0, 0, 0)
        right = self._paint_time(painter, room, over=over)
        label.setRight(right - sizes.u(1))
        draw_text(painter, label, keep_words(self._view.label), face=font(), colour=palette.text)
        self._paint_track(painter, bar)
        painter.end()

    def _paint_time(self, painter: QPainter, room: QRectF, *, over: bool) -> float:
        """Draw the time at the right and return its left edge."""
        palette, sizes = colours(self), metrics()
        if self._view is None:
            return room.right()
        if self._view.cut_short_ms is not None or over:
            rest, strong = self._said(), self.tr("Ready") if over else ""
        else:
            pattern = self.tr("left of {0}")
            rest, strong = pattern.format(clock_words(self._view.total_ms)), clock_words(self.left_ms())
        rest = "" if over else keep_words(rest)
        big, plain = font(TypeRole.L, bold=True), font()
        rest_width, strong_width = text_width(plain, rest), text_width(big, strong)
        draw_text(
            painter,
            room,
            rest,
            face=plain,
            colour=palette.muted,
            elide=False,
            flags=Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter,
        )
        gap = sizes.u(1) if rest and strong else 0
        strong_room = QRectF(
            room.right() - rest_width - gap - strong_width, room.top(), strong_width + 1, room.height()
        )
        draw_text(painter, strong_room, strong, face=big, colour=palette.ok if over else palette.text, elide=False)
        return strong_room.left()

    def _paint_track(self, painter: QPainter, height: int) -> None:
        if self._view is None:
            return
        palette = colours(self)
        track = QRectF(1, self.height() - height - 1, self.width() - 2, height)
        painter.fillRect(track, QColor(palette.sunken))
        done = 1 - self.left_ms() / max(1, self._view.total_ms)
        track.setWidth(track.width() * min(1.0, done))
        painter.fillRect(track, QColor(palette.ok if self.left_ms() == 0 else palette.accent))
