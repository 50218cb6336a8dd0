"""The pages at the left: icon, word, count and key. It announces a wish; who shows the page is not its business."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QFrame, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from assessdesk.gui.fields.key_cap import cap_size, paint_cap
from assessdesk.gui.fields.text import draw_text, text_width
from assessdesk.gui.look.hangul import keep_words
from assessdesk.gui.look.icons import IconName, paint_icon
from assessdesk.gui.look.theme import TypeRole, colours, font, metrics
from assessdesk.gui.models import ROW_ROLE

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QKeyEvent, QMouseEvent, QPaintEvent
    from PySide6.QtWidgets import QWidget

Item = TypeVar("Item")
AnyIndex = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class NavItem:
    """One page.

    Attributes:
        key: What the window calls the page.
        icon: Its drawing.
        text: Its name.
        keys: The cap at the right ("Alt 1"); empty for none.
        count: A count beside the name ("2"); empty for none.
    """

    key: str
    icon: IconName
    text: str
    keys: str = ""
    count: str = ""


class SideRows(QAbstractListModel, Generic[Item]):
    """Frozen items of a list at the side."""

    def __init__(self, said: Callable[[Item], str], parent: QWidget) -> None:
        super().__init__(parent)
        self._said = said
        self.items: tuple[Item, ...] = ()

    def show_items(self, items: Sequence[Item]) -> None:
        """Show these items."""
        self.beginResetModel()
        self.items = tuple(items)
        self.endResetModel()

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """How many items there are."""
        return 0 if parent.isValid() else len(self.items)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The item itself, or the words a screen reader says (also the tooltip when the column is narrow)."""
        item = self.items[index.row()]
        if role == ROW_ROLE:
            return item
        spoken = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole)
        return self._said(item) if role in spoken else None


class SideList(QListView, Generic[Item]):
    """A list at the side with one current item.

    Signals:
        item_requested(item): Enter or a press on an item. The current item does not move by itself: whoever shows
            the page calls `show_current`.
    """

    item_requested = Signal(object)

    def __init__(
        self, name: str, said: Callable[[Item], str], delegate: QStyledItemDelegate, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._rows: SideRows[Item] = SideRows(said, self)
        self._inert = False
        self.setModel(self._rows)
        self.setItemDelegate(delegate)
        delegate.setParent(self)
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)

    def show_items(self, items: Sequence[Item]) -> None:
        """Show these items, none current."""
        self._rows.show_items(items)

    def items(self) -> tuple[Item, ...]:
        """The items shown."""
        return self._rows.items

    def show_current(self, position: int) -> None:
        """Mark the item at a position as the current one, and keep it in view."""
        self.setCurrentIndex(self._rows.index(position, 0))

    def show_inert(self, *, inert: bool) -> None:
        """While a timing runs the list shows itself but does nothing."""
        self._inert = inert
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus if inert else Qt.FocusPolicy.StrongFocus)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter asks for the item; letters and digits stay free for the page's commands."""
        if self._inert:
            event.ignore()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._request(self.currentIndex())
        elif event.text().strip():
            event.ignore()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A press asks for the item."""
        if not self._inert:
            self._request(self.indexAt(event.position().toPoint()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Dragging over the list chooses nothing."""
        event.accept()

    def _request(self, index: QModelIndex) -> None:
        if index.isValid():
            self.item_requested.emit(self._rows.items[index.row()])

    def paintEvent(self, event: QPaintEvent) -> None:
        """Rows, then the focus frame inside the edge."""
        super().paintEvent(event)
        if self.hasFocus():
            painter = QPainter(self.viewport())
            painter.setPen(QPen(QColor(colours(self).accent), 2))
            painter.drawRect(self.viewport().rect().adjusted(1, 1, -1, -1))
            painter.end()


def paint_side_ground(painter: QPainter, option: QStyleOptionViewItem, view: QWidget) -> bool:
    """Fill and bar of a current side item; tells whether it is the current one."""
    palette, rect = colours(view), QRectF(option.rect)
    current = bool(option.state & QStyle.StateFlag.State_Selected)
    if current:
        painter.fillRect(rect, QColor(palette.accentsoft))
        painter.fillRect(QRectF(rect.left(), rect.top(), metrics().u(0.5), rect.height()), QColor(palette.accent))
    elif option.state & QStyle.StateFlag.State_MouseOver:
        painter.fillRect(rect, QColor(palette.sunken))
    return current


class NavDelegate(QStyledItemDelegate):
    """Icon, name, count, cap; on a folded column the icon alone."""

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        """A row one can touch."""
        del index
        return QSize(option.rect.width(), metrics().u(5.5))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """Draw one page."""
        item, view = index.data(ROW_ROLE), self.parent()
        if not isinstance(item, NavItem) or not isinstance(view, QListView):
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        sizes, palette, rect = metrics(), colours(view), QRectF(option.rect)
        current = paint_side_ground(painter, option, view)
        side = sizes.u(2.5)
        icon = QRectF(rect.left() + sizes.u(2.5), rect.center().y() - side / 2, side, side)
        paint_icon(painter, icon, item.icon, palette.text)
        if rect.width() > sizes.u(12):
            left = icon.right() + sizes.u(1.5)
            face = font(bold=current)
            words = QRectF(left, rect.top(), rect.right() - left, rect.height())
            draw_text(painter, words, keep_words(item.text), face=face, colour=palette.text)
            count = words.adjusted(text_width(face, keep_words(item.text)) + sizes.u(1), 0, 0, 0)
            draw_text(painter, count, item.count, face=font(TypeRole.S, bold=True), colour=palette.warn)
            if item.keys:
                cap = cap_size(item.keys)
                corner = QPointF(rect.right() - cap.width() - sizes.u(1.5), rect.center().y() - cap.height() / 2)
                paint_cap(painter, corner, item.keys, palette=palette)
        painter.restore()


class NavList(SideList[NavItem]):
    """The list of pages: `show_items(items)`, `show_current(position)`, signal `item_requested(NavItem)`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(
            "", lambda item: " ".join(part for part in (item.text, item.count) if part), NavDelegate(), parent
        )
        self.setAccessibleName(self.tr("Pages"))
