"""A participant's visits on one line of time: windows, targets, states, today. The same model is drawn on paper."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QFrame, QSizePolicy

from assessdesk.gui.fields.text import draw_text
from assessdesk.gui.look.hangul import keep_words
from assessdesk.gui.look.states import VisualState, paint_state, state_word
from assessdesk.gui.look.theme import TypeRole, colours, font, metrics

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent, QMouseEvent, QPaintEvent
    from PySide6.QtWidgets import QWidget

    from assessdesk.gui.look.tokens import Colours


@dataclass(frozen=True, slots=True)
class VisitMark:
    """One visit.

    Attributes:
        key: What the page calls it.
        name: "Week 6".
        state: Done, in progress, due, opens soon, overdue; NOT_DONE for a missed one.
        day: Target (or the day it took place), in days from today.
        opens, closes: Its window, in days from today; equal to `day` for an unscheduled visit.
        lines: Up to two small lines under the name ("Signed 2 Oct", "At central").
    """

    key: str
    name: str
    state: VisualState
    day: int
    opens: int
    closes: int
    lines: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class DayTick:
    """The beginning of a month: its day from today and its word."""

    day: int
    word: str


@dataclass(frozen=True, slots=True)
class TimelineView:
    """The visits in the order of time, the ticks, and the words for today ("today 18 Nov")."""

    visits: tuple[VisitMark, ...]
    ticks: tuple[DayTick, ...] = ()
    today: str = ""


def paint_timeline(
    painter: QPainter, rect: QRectF, view: TimelineView, *, palette: Colours, chosen: str = ""
) -> dict[str, QRectF]:
    """Draw the line into `rect` and return where each visit stands, by key."""
    if not view.visits:
        return {}
    sizes = metrics()
    first = min(0, *(visit.opens for visit in view.visits))
    last = max(0, *(visit.closes for visit in view.visits))
    margin = sizes.u(6)
    span = max(1, last - first)

    def x(day: int) -> float:
        return rect.left() + margin + (rect.width() - 2 * margin) * (day - first) / span

    line = rect.top() + sizes.u(6.5)
    painter.setPen(QPen(QColor(palette.border), 2))
    painter.drawLine(QPointF(rect.left() + sizes.u(3), line), QPointF(rect.right() - sizes.u(3), line))
    small = font(TypeRole.S)
    for tick in view.ticks:
        painter.setPen(QPen(QColor(palette.border), 1))
        painter.drawLine(QPointF(x(tick.day), line - sizes.u(0.5)), QPointF(x(tick.day), line + sizes.u(0.5)))
        room = QRectF(x(tick.day) + 2, line - sizes.u(2.75), sizes.u(9), sizes.u(2))
        draw_text(painter, room, keep_words(tick.word), face=small, colour=palette.muted)
    painter.setPen(QPen(QColor(palette.text), 1.5, Qt.PenStyle.DotLine))
    painter.drawLine(QPointF(x(0), line - sizes.u(3)), QPointF(x(0), line + sizes.u(1.5)))
    room = QRectF(x(0) - sizes.u(10), line - sizes.u(5.5), sizes.u(20), sizes.u(2))
    words = keep_words(view.today)
    draw_text(painter, room, words, face=font(TypeRole.S, bold=True), colour=palette.text, flags=CENTRED)
    return {
        visit.key: _paint_visit(painter, QPointF(x(visit.day), line), (x(visit.opens), x(visit.closes)), visit,
                                palette=palette, chosen=visit.key == chosen)
        for visit in view.visits
    }  # fmt: skip


CENTRED = Qt.AlignmentFlag.AlignCenter
_FILLS = {
    VisualState.DONE: ("oksoft", "ok"),
    VisualState.IN_PROGRESS: ("accentsoft", "accent"),
    VisualState.NOW: ("accentsoft", "accent"),
    VisualState.DUE: ("accentsoft", "accent"),
    VisualState.WINDOW_CLOSING: ("warnsoft", "warn"),
    VisualState.OVERDUE: ("badsoft", "bad"),
}


def _paint_visit(
    painter: QPainter,
    centre: QPointF,
    window: tuple[float, float],
    visit: VisitMark,
    *,
    palette: Colours,
    chosen: bool,
) -> QRectF:
    sizes = metrics()
    fill, edge = (getattr(palette, name) for name in _FILLS.get(visit.state, ("sunken", "border")))
    painter.setPen(QPen(QColor(edge), 1))
    painter.setBrush(QColor(fill))
    painter.drawRect(QRectF(window[0], centre.y() - sizes.u(0.75), window[1] - window[0], sizes.u(1.5)))
    side = sizes.u(2.5)
    disc = QRectF(centre.x() - side / 2, centre.y() - side / 2, side, side)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(palette.surface))
    painter.drawEllipse(disc)
    paint_state(painter, disc, visit.state, palette)
    width = sizes.u(20)
    row = QRectF(centre.x() - width / 2, centre.y() + sizes.u(1.75), width, sizes.u(2.75))
    whole = QRectF(row.left(), centre.y() - sizes.u(2), width, sizes.u(11))
    face = font(bold=True)
    draw_text(painter, row, keep_words(visit.name), face=face, colour=palette.text, flags=CENTRED)
    row.translate(0, sizes.u(2.25))
    for position, words in enumerate(visit.lines):
        colour = palette.muted if position else palette.text
        draw_text(painter, row, keep_words(words), face=font(TypeRole.S), colour=colour, flags=CENTRED)
        row.translate(0, sizes.u(2))
    if chosen:
        painter.setPen(QPen(QColor(palette.accent), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        # Below the line: around all of it the frame would run through the name of a month.
        painter.drawRoundedRect(whole.adjusted(0, sizes.u(3.5), 0, 0), sizes.u(0.5), sizes.u(0.5))
    return whole


class VisitTimeline(QFrame):
    """The line as a widget.

    Signals:
        visit_chosen(VisitMark): Left, Right or a press moved the choice.
        visit_requested(VisitMark): Enter on the chosen visit.

    `show_view(view, chosen)` shows a participant's visits. The description says every visit as a sentence, for
    screen readers.
    """

    visit_chosen = Signal(object)
    visit_requested = Signal(object)

    def __init__(self, view: TimelineView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "card")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Visits"))
        self._places: dict[str, QRectF] = {}
        self._chosen = ""
        self._view = view
        self.show_view(view)

    def show_view(self, view: TimelineView, chosen: str = "") -> None:
        """Show other visits, `chosen` (a key) marked."""
        self._view, self._chosen = view, chosen
        said = (", ".join((visit.name, state_word(visit.state), *visit.lines)) for visit in view.visits)
        self.setAccessibleDescription("; ".join(said))
        self.update()

    def sizeHint(self) -> QSize:
        """16½ u high, as wide as the page."""
        return QSize(metrics().u(80), metrics().u(16.5))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left and Right move the choice, Enter asks for the visit."""
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        key = Qt.Key(event.key())
        if key in steps:
            self._step(steps[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._mark(self._chosen) is not None:
            self.visit_requested.emit(self._mark(self._chosen))
        else:
            event.ignore()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A press chooses."""
        for key, place in self._places.items():
            if place.contains(event.position()):
                self._choose(key)

    def _mark(self, key: str) -> VisitMark | None:
        return next((visit for visit in self._view.visits if visit.key == key), None)

    def _step(self, by: int) -> None:
        keys = [visit.key for visit in self._view.visits]
        if not keys:
            return
        at = keys.index(self._chosen) + by if self._chosen in keys else 0
        self._choose(keys[max(0, min(len(keys) - 1, at))])

    def _choose(self, key: str) -> None:
        if key != self._chosen:
            self._chosen = key
            self.visit_chosen.emit(self._mark(key))
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the line."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        self._places = paint_timeline(painter, rect, self._view, palette=colours(self), chosen=self._chosen)
        if self.hasFocus():
            painter.setPen(QPen(QColor(colours(self).accent), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(rect)
        painter.end()


def timeline_rows(view: TimelineView) -> Sequence[tuple[str, str, str]]:
    """The same line as rows of words (name, state, facts), for a table beside the drawing."""
    return tuple((visit.name, state_word(visit.state), ", ".join(visit.lines)) for visit in view.visits)
