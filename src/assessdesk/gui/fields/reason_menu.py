"""Why something is not done: a numbered list inside the page, chosen with one digit and recorded with Enter.

The digit is the code's own (1 is ND01 everywhere); 0 opens the second page, whose digits follow the 0. It is no
QMenu, because a menu would take the window's keys. It must not know what a code means.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from assessdesk.gui.fields.announcement import announce
from assessdesk.gui.fields.buttons import ActionButton, ButtonKind, ButtonView
from assessdesk.gui.fields.key_cap import cap_size, paint_cap
from assessdesk.gui.fields.text import Label, draw_text, text_width
from assessdesk.gui.look.hangul import keep_words
from assessdesk.gui.look.theme import TypeRole, colours, font, metrics

if TYPE_CHECKING:
    from collections.abc import Sequence

SECOND_PAGE = "0"


@dataclass(frozen=True, slots=True)
class ReasonOption:
    """One reason.

    Attributes:
        keys: "6" on the first page; "03" on the second (0, then 3).
        text: Its words.
        code: What is recorded, shown at the right ("ND06").
        needs_text: Whether words must be added.
    """

    keys: str
    text: str
    code: str
    needs_text: bool = False


@dataclass(frozen=True, slots=True)
class ReasonMenuView:
    """The question and its reasons, first and second page together."""

    title: str
    options: tuple[ReasonOption, ...]


@dataclass(frozen=True, slots=True)
class ReasonAnswer:
    """What is to be recorded: the option, and the words where it asks for them."""

    option: ReasonOption
    words: str = ""


class ReasonRows(QAbstractListModel):
    """The options of one page."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.options: tuple[ReasonOption, ...] = ()

    def show_options(self, options: Sequence[ReasonOption]) -> None:
        """Show these options."""
        self.beginResetModel()
        self.options = tuple(options)
        self.endResetModel()

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """How many options the page has."""
        return 0 if parent.isValid() else len(self.options)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Words for display; keys, words and code for a screen reader."""
        option = self.options[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return option.text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{' '.join(option.keys)}, {option.text}, {option.code}"
        return None


class ReasonDelegate(QStyledItemDelegate):
    """Cap, words, code; the rows share the height of the list."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """At least a touchable row, more when the list has room."""
        view = self.parent()
        rows = max(1, index.model().rowCount())
        room = view.viewport().height() // max(rows, 9) if isinstance(view, QListView) else 0
        wide = view.viewport().width() // view.columns if isinstance(view, ReasonList) else option.rect.width()
        return QSize(wide, min(metrics().u(6), max(metrics().u(5.5), room)))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw one reason."""
        model = index.model()
        view = self.parent()
        if not isinstance(model, ReasonRows) or not isinstance(view, QListView):
            return
        shown = model.options[index.row()]
        sizes, palette = metrics(), colours(view)
        rect = QRectF(option.rect)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        if chosen:
            painter.fillRect(rect, QColor(palette.accentsoft))
            painter.fillRect(QRectF(rect.left(), rect.top(), sizes.u(0.5), rect.height()), QColor(palette.accent))
        painter.setPen(QPen(QColor(palette.line), 1))
        painter.drawLine(QPointF(rect.left(), rect.bottom() - 0.5), QPointF(rect.right(), rect.bottom() - 0.5))
        digit = shown.keys[-1]
        cap = cap_size(digit)
        x = rect.left() + sizes.u(1.5)
        paint_cap(painter, QPointF(x, rect.center().y() - cap.height() / 2), digit, palette=palette)
        small = font(TypeRole.S, bold=chosen)
        code_width = text_width(small, shown.code) + 1
        left = x + cap.width() + sizes.u(1)
        words = QRectF(left, rect.top(), rect.right() - left - code_width - sizes.u(2.5), rect.height())
        draw_text(painter, words, keep_words(shown.text), face=font(bold=chosen), colour=palette.text)
        code = QRectF(rect.right() - code_width - sizes.u(1.5), rect.top(), code_width, rect.height())
        draw_text(painter, code, shown.code, face=small, colour=palette.text if chosen else palette.muted, elide=False)
        painter.restore()


class ReasonList(QListView):
    """The list; it hands its digit, Enter and Esc keys to the menu."""

    key_typed = Signal(object)
    columns = 1

    def show_columns(self, columns: int) -> None:
        """Let the rows go on in a second column where the list is low and wide."""
        self.columns = columns
        self.setWrapping(columns > 1)
        self.setFlow(QListView.Flow.TopToBottom)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Digits choose, Enter records, Esc and Backspace go one step back; arrows move as in any list."""
        if _is_own(event):
            if not event.isAutoRepeat():
                self.key_typed.emit(event)
            return
        super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Take its own keys before the page's shortcuts do: a page may filter its rows by digits."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _is_own(event):
            event.accept()
            return True
        return super().event(event)


def _is_own(event: QKeyEvent) -> bool:
    own = event.text().isdigit() or event.key() in (
        Qt.Key.Key_Return,
        Qt.Key.Key_Enter,
        Qt.Key.Key_Escape,
        Qt.Key.Key_Backspace,
    )
    return own and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier


class ReasonMenu(QFrame):
    """The menu.

    Signals:
        reason_chosen(ReasonAnswer): The choice moved; nothing is recorded.
        reason_confirmed(ReasonAnswer): Enter on a complete choice.
        close_requested(): Esc on the first page.

    `show_view(view)` starts on the first page with nothing chosen; `take_focus()` gives it the keys;
    `choose(keys)` chooses without the keyboard. With `columns=2` the reasons stand side by side, for a place that is
    wide and low.
    """

    reason_chosen = Signal(object)
    reason_confirmed = Signal(object)
    close_requested = Signal()

    def __init__(self, view: ReasonMenuView, parent: QWidget | None = None, *, columns: int = 1) -> None:
        super().__init__(parent)
        self.setProperty("kind", "card")
        self._view = view
        self._second = False
        sizes = metrics()
        self._title = Label(bold=True)
        more = ButtonView(self.tr("More reasons"), (SECOND_PAGE,), ButtonKind.FLAT, strong=False)
        self._more = ActionButton(more)
        self._close = ActionButton(ButtonView(self.tr("Close"), (self.tr("Esc"),), ButtonKind.FLAT, strong=False))
        for button in (self._more, self._close):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._more.clicked.connect(self._turn)
        self._close.clicked.connect(self._back)
        self._list = ReasonList()
        self._list.show_columns(columns)
        self._rows = ReasonRows(self._list)
        self._list.setModel(self._rows)
        self._list.setItemDelegate(ReasonDelegate(self._list))
        self._list.setUniformItemSizes(False)
        self._list.setResizeMode(QListView.ResizeMode.Adjust)
        self._list.setFrameShape(QFrame.Shape.NoFrame)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.key_typed.connect(self._on_key)
        self._list.activated.connect(self._confirm)
        self._list.selectionModel().currentChanged.connect(self._on_current)
        self._words = QLineEdit()
        self._words.setMinimumHeight(sizes.u(5.5))
        self._words.setAccessibleName(self.tr("Reason in words"))
        self._words.setPlaceholderText(self.tr("Reason in words"))
        self._words.returnPressed.connect(self._confirm)
        self._lay_out()
        self.setFocusProxy(self._list)
        self.show_view(view)

    def _lay_out(self) -> None:
        sizes = metrics()
        head = QFrame()
        head.setProperty("kind", "sunken")
        bar = QHBoxLayout(head)
        bar.setContentsMargins(sizes.u(1.5), 0, 0, 0)
        bar.setSpacing(0)
        bar.addWidget(self._title, 1)
        bar.addWidget(self._more)
        bar.addWidget(self._close)
        head.setFixedHeight(sizes.u(5.5))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(1, 1, 1, 1)
        outer.setSpacing(0)
        outer.addWidget(head)
        outer.addWidget(self._list, 1)
        outer.addWidget(self._words)

    def show_view(self, view: ReasonMenuView) -> None:
        """Show a question and its reasons, first page, nothing chosen."""
        self._view = view
        self._title.show_text(view.title)
        self._list.setAccessibleName(view.title)
        self.setAccessibleName(view.title)
        self._show_page(second=False)

    def _options(self, *, second: bool) -> tuple[ReasonOption, ...]:
        return tuple(each for each in self._view.options if each.keys.startswith(SECOND_PAGE) == second)

    def _show_page(self, *, second: bool) -> None:
        self._second = second
        self._rows.show_options(self._options(second=second))
        if self._list.columns > 1:
            lines = -(-len(self._rows.options) // self._list.columns)
            self._list.setFixedHeight(lines * metrics().u(5.5) + 2)
        self._list.clearSelection()
        self._words.clear()
        self._words.hide()
        label = self.tr("First reasons") if second else self.tr("More reasons")
        keys = (self.tr("Esc"),) if second else (SECOND_PAGE,)
        self._more.show_view(ButtonView(label, keys, ButtonKind.FLAT, strong=False))
        self._more.setVisible(bool(self._options(second=True)))
        self._close.setVisible(not second)

    def take_focus(self) -> None:
        """Give the list the keys."""
        self._list.setFocus(Qt.FocusReason.OtherFocusReason)

    def choose(self, keys: str) -> None:
        """Choose the option with these keys, turning the page when needed; unknown keys change nothing."""
        second = keys.startswith(SECOND_PAGE)
        if keys not in [option.keys for option in self._view.options]:
            return
        if second != self._second:
            self._show_page(second=second)
        row = [option.keys for option in self._rows.options].index(keys)
        self._list.setCurrentIndex(self._rows.index(row, 0))

    def answer(self) -> ReasonAnswer | None:
        """What Enter would record, or None while nothing is chosen."""
        chosen = self._list.selectionModel().selectedIndexes()
        if not chosen:
            return None
        option = self._rows.options[chosen[0].row()]
        return ReasonAnswer(option, self._words.text().strip() if option.needs_text else "")

    def _on_key(self, event: QKeyEvent) -> None:
        typed = event.text()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._confirm()
        elif event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_Backspace):
            self._back()
        elif self._second:
            self.choose(SECOND_PAGE + typed)
        elif typed == SECOND_PAGE:
            self._turn()
        else:
            self.choose(typed)

    def _turn(self) -> None:
        if self._options(second=True):
            self._show_page(second=not self._second)
            self.take_focus()

    def _back(self) -> None:
        if self._second:
            self._turn()
        else:
            self.close_requested.emit()

    def _confirm(self) -> None:
        answer = self.answer()
        if answer is None:
            return
        if answer.option.needs_text and not answer.words:
            self._words.setFocus(Qt.FocusReason.OtherFocusReason)
            announce(self, self.tr("This reason needs words"))
            return
        self.reason_confirmed.emit(answer)

    def _on_current(self, current: QModelIndex, previous: QModelIndex) -> None:
        del previous
        if not current.isValid():
            return
        option = self._rows.options[current.row()]
        self._words.setVisible(option.needs_text)
        announce(self, f"{option.text}, {option.code}")
        self.reason_chosen.emit(ReasonAnswer(option))
