"""The running time, as large as the box allows, and the keys that start and stop it.

The handlers take the event's time before anything else. What is painted is only a view of a difference of readings.
It must not know which instrument is timed or what a time means.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from assessdesk.domain import stopwatch
from assessdesk.domain.stopwatch import DOUBLE_PRESS_MS, Ending, Phase
from assessdesk.gui.fields.announcement import announce
from assessdesk.gui.fields.rep_track import RepState, RepView, paint_track
from assessdesk.gui.fields.status_badge import StateView, paint_badge
from assessdesk.gui.fields.text import draw_text, text_width
from assessdesk.gui.look.hangul import keep_words
from assessdesk.gui.look.states import VisualState
from assessdesk.gui.look.theme import TypeRole, colours, digit_font, floor_of_digits, font, metrics
from assessdesk.gui.look.tokens import Ink

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QMouseEvent, QPaintEvent, QWheelEvent

    from assessdesk.gui.fields.stopwatch import StopwatchRunner

REPAINT_MS = 100
START_STOP_KEYS = (Qt.Key.Key_Space, Qt.Key.Key_Enter, Qt.Key.Key_Return, Qt.Key.Key_PageDown)
COUNT_KEYS = (Qt.Key.Key_Up, Qt.Key.Key_PageUp)


@dataclass(frozen=True, slots=True)
class TimerView:
    """What stands around the time.

    Attributes:
        name: Accessible name ("Time of five chair stands").
        note: Small line at the top right ("hand timing: about ±0.2 s").
        ready_words: Shown in the middle before the start: what is said to the participant.
        ready_notes: Smaller, below it: what is said meanwhile, what the assessor does.
        repetitions: How many repetitions are planned; 0 for none.
        repetition_word: A pattern with {0} for the number ("Stand {0}").
    """

    name: str
    note: str
    ready_words: str = ""
    repetitions: int = 0
    repetition_word: str = "{0}"
    ready_notes: tuple[str, ...] = ()


def running_words(ms: int) -> tuple[str, str]:
    """Whole seconds and the tenth that has begun, for the running display (nothing is rounded up)."""
    return str(ms // 1000), str(ms // 100 % 10)


def final_words(ms: int) -> tuple[str, str]:
    """Whole seconds and hundredths of a result, rounded as it is scored."""
    whole, _, rest = str(stopwatch.seconds(ms)).partition(".")
    return whole, rest


def _with_last(splits: tuple[int, ...], watch: stopwatch.Stopwatch, planned: int) -> tuple[int, ...]:
    """Add the last repetition, which nobody counts: the stop ends it, when all before it were counted."""
    whole = stopwatch.duration_ms(watch)
    ended = whole is not None and watch.ending is Ending.STOPPED
    return (*splits, whole - sum(splits)) if ended and whole and len(splits) == planned - 1 else splits


class TimerFace(QWidget):
    """The face of one `StopwatchRunner`.

    Signals:
        timing_started(Reading), repetition_counted(int), timing_ended(Timing): passed on from the runner.

    `show_runner(runner, view)` shows a new timing, `show_view(view)` other words. Space, Enter, Return, Page Down or a
    press anywhere start and stop; Up and Page Up count. While it runs no other key reaches the page.
    """

    timing_started = Signal(object)
    repetition_counted = Signal(int)
    timing_ended = Signal(object)

    def __init__(self, runner: StopwatchRunner, view: TimerView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._runner = runner
        self._view = view
        self._saved = ""
        self._released = (0, 0)
        self._timer = QTimer(self)
        self._timer.setInterval(REPAINT_MS)
        self._timer.timeout.connect(self.update)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._connect()
        self.show_view(view)

    def runner(self) -> StopwatchRunner:
        """The timing shown."""
        return self._runner

    def show_runner(self, runner: StopwatchRunner, view: TimerView) -> None:
        """Show another timing; the former one is let go."""
        self._runner.timing_started.disconnect(self._on_started)
        self._runner.repetition_counted.disconnect(self._on_counted)
        self._runner.timing_ended.disconnect(self._on_ended)
        self._runner.changed.disconnect(self.update)
        self._timer.stop()
        self._runner = runner
        self._connect()
        self.show_view(view)

    def show_saved(self, sentence: str) -> None:
        """Say beside "Ready" what of the trial before is on disk."""
        self._saved = sentence
        self.update()

    def _connect(self) -> None:
        self._runner.timing_started.connect(self._on_started)
        self._runner.repetition_counted.connect(self._on_counted)
        self._runner.timing_ended.connect(self._on_ended)
        self._runner.changed.connect(self.update)

    def show_view(self, view: TimerView) -> None:
        """Show other words around the same timing."""
        self._view = view
        self.setAccessibleName(view.name)
        self._describe()
        self.update()

    def take_focus(self) -> None:
        """Get the keys."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    # -- input: the runner reads the clock first of all -------------------------------------------------------------

    def event(self, event: QEvent) -> bool:
        """Keep the timer's keys, and every key while it runs, from becoming a shortcut of the page."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self._keeps(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Start, stop, count; auto-repeat and everything else change nothing."""
        own = event.key() in START_STOP_KEYS or event.key() in COUNT_KEYS
        if own and not self._repeats(event) and self._phase() is not Phase.STOPPED:
            if event.key() in START_STOP_KEYS:
                self._runner.press(event)
            else:
                self._runner.count(event)
            event.accept()
            return
        event.setAccepted(self._keeps(event))

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """Remember which key was let go when."""
        self._released = (event.key(), event.timestamp())
        super().keyReleaseEvent(event)

    def _repeats(self, event: QKeyEvent) -> bool:
        """Whether a press comes from a key that is held down.

        X11 sends a held key as pairs of release and press with one stamp. Qt calls a press a repeat only if it was in
        the queue when the release was read, so some repeats come unmarked. Stamps of Windows are made at reading: two
        true presses that waited may share one, and every repeat is marked there.
        """
        same = event.timestamp() != 0 and self._released == (event.key(), event.timestamp())
        return event.isAutoRepeat() or (same and sys.platform != "win32")

    def _keeps(self, event: QKeyEvent) -> bool:
        """Whether a key belongs to the timer now, even if it changes nothing."""
        if self._phase() is Phase.RUNNING:
            return True
        own = event.key() in START_STOP_KEYS or event.key() in COUNT_KEYS
        # Right after the stop a bounce of the same key must not accept the result on the page.
        return own and (self._phase() is Phase.READY or self._repeats(event) or self._just_ended())

    def _just_ended(self) -> bool:
        return self._runner.since_end_ms() < DOUBLE_PRESS_MS

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A press anywhere is a press of the key."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._runner.press(event)
        event.accept()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """The second press of a pair; the stopwatch decides whether it is a bounce."""
        self.mousePressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """A wheel changes nothing."""
        event.accept()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Losing the keys while running is part of the record of the timing."""
        self._runner.lose_focus()
        super().focusOutEvent(event)

    # -- what happened ----------------------------------------------------------------------------------------------

    def _phase(self) -> Phase:
        return self._runner.state().phase

    def _on_started(self, reading: object) -> None:
        self._timer.start()
        self._describe()
        announce(self, self._status().said())
        self.timing_started.emit(reading)

    def _on_counted(self, split_ms: int) -> None:
        self.repetition_counted.emit(split_ms)

    def _on_ended(self, timing: object) -> None:
        self._timer.stop()
        self._describe()
        announce(self, self.accessibleDescription(), urgent=True)
        self.timing_ended.emit(timing)

    def _describe(self) -> None:
        duration = stopwatch.duration_ms(self._runner.state())
        shown = "" if duration is None else self.tr("{0} seconds").format(".".join(final_words(duration)))
        self.setAccessibleDescription(", ".join(each for each in (self._status().said(), shown, self._doubt()) if each))

    def _status(self) -> StateView:
        watch = self._runner.state()
        if watch.phase is Phase.READY:
            return StateView(VisualState.DUE, self.tr("Ready"), bold=True, ink=Ink.ACCENT)
        if watch.phase is Phase.RUNNING:
            return StateView(VisualState.RUNNING, bold=True, ink=Ink.ACCENT)
        if watch.ending is Ending.STOPPED_EARLY:
            return StateView(VisualState.STOPPED_EARLY, bold=True)
        words = self.tr("Stopped at the limit") if watch.ending is Ending.CAPPED else self.tr("Stopped")
        return StateView(VisualState.DONE, words, bold=True)

    def _doubt(self) -> str:
        return self.tr("Timing uncertain") if self._runner.state().doubts else ""

    def _reps(self) -> tuple[RepView, ...]:
        watch = self._runner.state()
        splits = _with_last(stopwatch.splits_ms(watch), watch, self._view.repetitions)
        shown: list[RepView] = []
        for position in range(max(self._view.repetitions, len(splits) if self._view.repetitions else 0)):
            word = self._view.repetition_word.format(position + 1)
            if position < len(splits):
                state = RepState.QUESTIONED if stopwatch.questioned(splits[position]) else RepState.COUNTED
                shown.append(RepView(word, state, ".".join(final_words(splits[position]))))
            else:
                running_now = position == len(splits) and watch.phase is Phase.RUNNING
                shown.append(RepView(word, RepState.CURRENT if running_now else RepState.OPEN))
        return tuple(shown)

    # -- painting ---------------------------------------------------------------------------------------------------

    def sizeHint(self) -> QSize:
        """Room for the floor of the digits, the head and the track."""
        sizes = metrics()
        track = sizes.u(8) if self._view.repetitions else 0
        return QSize(sizes.u(60), round(floor_of_digits(self)) + sizes.u(10) + track)

    def minimumSizeHint(self) -> QSize:
        """Never lower than 20 mm digits need."""
        return QSize(metrics().u(36), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw frame, status, time and repetitions."""
        del event
        sizes, palette = metrics(), colours(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        active = self._phase() is Phase.RUNNING or self.hasFocus()
        painter.setPen(QPen(QColor(palette.accent if active else palette.line), 2 if active else 1))
        painter.setBrush(QColor(palette.surface))
        inset = 1.0 if active else 0.5
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), sizes.u(0.5), sizes.u(0.5))
        pad = sizes.u(3 if self.width() > sizes.u(60) else 2)
        room = QRectF(self.rect()).adjusted(pad, sizes.u(1.5), -pad, -sizes.u(2.25))
        head = QRectF(room.left(), room.top(), room.width(), sizes.u(3))
        self._paint_head(painter, head)
        foot = sizes.u(8 if self.height() > sizes.u(34) else 6.5) if self._view.repetitions else 0
        if foot:
            reps = QRectF(room.left(), room.bottom() - foot, room.width(), foot)
            paint_track(painter, reps, self._reps(), palette)
        middle = QRectF(room.left(), head.bottom(), room.width(), room.height() - head.height() - foot)
        if self._phase() is Phase.READY and self._view.ready_words:
            self._paint_ready(painter, middle.adjusted(0, sizes.u(1), 0, -sizes.u(1)))
        else:
            self._paint_time(painter, middle.adjusted(0, sizes.u(1), 0, -sizes.u(2)))
        painter.end()

    def _paint_ready(self, painter: QPainter, room: QRectF) -> None:
        """Draw what is said, large, and below it what is done."""
        palette, notes = colours(self), "\n".join(keep_words(note) for note in self._view.ready_notes)
        wrap = Qt.TextFlag.TextWordWrap
        painter.setFont(font())
        low = painter.boundingRect(room, int(wrap | Qt.AlignmentFlag.AlignBottom), notes) if notes else QRectF()
        painter.setPen(QColor(palette.muted))
        painter.drawText(room, int(wrap | Qt.AlignmentFlag.AlignBottom), notes)
        painter.setFont(font(TypeRole.L))
        painter.setPen(QColor(palette.text))
        high = room.adjusted(0, 0, 0, -low.height())
        painter.drawText(high, int(wrap | Qt.AlignmentFlag.AlignCenter), keep_words(self._view.ready_words))

    def _paint_head(self, painter: QPainter, head: QRectF) -> None:
        palette = colours(self)
        status = self._status()
        paint_badge(painter, head, status, palette=palette, face=font(bold=True))
        doubt = self._doubt()
        if doubt:
            left = head.left() + text_width(font(bold=True), keep_words(status.said())) + metrics().u(5.5)
            view = StateView(VisualState.UNUSUAL, doubt, bold=True)
            paint_badge(
                painter, head.adjusted(left - head.left(), 0, 0, 0), view, palette=palette, face=font(bold=True)
            )
            return
        flags = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        note = keep_words(self._view.note)
        room = head.adjusted(text_width(font(bold=True), keep_words(status.said())) + metrics().u(5), 0, 0, 0)
        if self._saved and self._phase() is Phase.READY:
            paint_badge(painter, room, StateView(VisualState.DONE, self._saved), palette=palette, face=font())
            room = room.adjusted(text_width(font(), keep_words(self._saved)) + metrics().u(5), 0, 0, 0)
        draw_text(painter, room, note, face=font(TypeRole.S), colour=palette.muted, flags=flags)

    def _digit_face(self, room: QRectF, digits: int) -> QFont:
        """As large as the box allows for so many digits before the point, never under the floor."""
        face = digit_font(self, digits_px=max(floor_of_digits(self), room.height() * 0.86))
        widest = text_width(face, "0" * digits + ".00") + metrics().u(6)
        if widest > room.width():
            fitted = digit_font(self)
            face.setPixelSize(max(fitted.pixelSize(), int(face.pixelSize() * room.width() / widest)))
        return face

    def _paint_time(self, painter: QPainter, room: QRectF) -> None:
        palette = colours(self)
        watch = self._runner.state()
        duration = stopwatch.duration_ms(watch)
        whole, rest = running_words(self._runner.elapsed_ms()) if duration is None else final_words(duration)
        face = self._digit_face(room, max(2, len(whole)))
        height = QFontMetricsF(face).tightBoundingRect("0").height()
        baseline = room.center().y() + height / 2
        # The decimal point never moves: digits grow to its left and right.
        centre = (text_width(face, "0") - text_width(face, "00" if duration is not None else "0")) / 2
        point = room.center().x() + centre - text_width(face, ".") / 2
        if len(whole) > 2:  # noqa: PLR2004 - from 100 s on the whole time is centred instead
            point = room.center().x() + (text_width(face, whole) - text_width(face, "." + rest)) / 2
        painter.setFont(face)
        painter.setPen(QColor(palette.text))
        painter.drawText(round(point - text_width(face, whole)), round(baseline), whole)
        painter.drawText(round(point), round(baseline), "." + rest)
        painter.setFont(font(TypeRole.L))
        painter.setPen(QColor(palette.muted))
        after = point + text_width(face, "." + rest) + metrics().u(2)
        painter.drawText(round(after), round(baseline), "s")
