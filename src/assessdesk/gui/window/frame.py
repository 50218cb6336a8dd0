"""What surrounds a page: brand, path, how the station stands towards central, who is signed in, lock, and the pages.

It shows what it is given and announces wishes. It must not know any page nor the desk.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from assessdesk.gui.fields.about_panel import SmallIcon
from assessdesk.gui.fields.buttons import ActionButton, ButtonView
from assessdesk.gui.fields.central_chip import CentralChip, CentralState, CentralView
from assessdesk.gui.fields.nav_list import NavItem, NavList
from assessdesk.gui.fields.text import Label, rule
from assessdesk.gui.look.icons import IconName
from assessdesk.gui.look.theme import TypeRole, metrics
from assessdesk.gui.look.tokens import Ink

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QAction

HEADER = 6
COLUMN = 26
WIDE_COLUMN = 30
FOLDED_COLUMN = 7
WIDE_FROM = 1600
FOLD_BELOW = 1100


def _ground(widget: QWidget) -> None:
    """Let a part of the frame stand on the surface colour instead of the window's."""
    widget.setAutoFillBackground(True)
    widget.setBackgroundRole(widget.palette().ColorRole.Base)


def _upright() -> QFrame:
    made = QFrame()
    made.setProperty("kind", "rule")
    made.setFixedWidth(1)
    return made


@dataclass(frozen=True, slots=True)
class HeaderView:
    """What the header says beside the path.

    Attributes:
        chip: How the station stands towards central.
        who: Code and role of the person signed in.
    """

    chip: CentralView
    who: str


class Header(QWidget):
    """Path at the left; chip, person and lock at the right.

    Signals:
        exchange_requested: The chip was pressed.
    """

    exchange_requested = Signal()

    def __init__(self, lock: QAction, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        sizes = metrics()
        _ground(self)
        self.setFixedHeight(sizes.u(HEADER))
        self._path = Label()
        self._chip = CentralChip(CentralView(CentralState.NOT_YET, ""))
        self._chip.clicked.connect(self.exchange_requested)
        self._who = Label()
        button = ActionButton(ButtonView(lock.text(), icon=IconName.LOCK, height=4, strong=False))
        button.attach(lock)
        person = QHBoxLayout()
        person.setSpacing(sizes.u(1))
        person.addWidget(SmallIcon(IconName.USER, Ink.TEXT, side=2.5))
        person.addWidget(self._who)
        row = QHBoxLayout(self)
        row.setContentsMargins(sizes.u(3), 0, sizes.u(2), 0)
        row.setSpacing(sizes.u(2.5))
        row.addWidget(self._path, 1)
        row.addWidget(self._chip)
        row.addLayout(person)
        row.addWidget(button)

    def show_path(self, path: Sequence[str]) -> None:
        """Show where we are: Participants / S01-017-K."""
        lead = path[0] if path else ""
        rest = "".join(f"/  {part}  " for part in path[1:]).strip()
        self._path.show_lead(lead, f" {rest}" if rest else "")

    def show_view(self, view: HeaderView) -> None:
        """Show how the station stands and who is signed in."""
        self._chip.show_view(view.chip)
        self._who.show_text(view.who)


class LeftColumn(QWidget):
    """The brand, then the pages or what a page puts there instead, then the station's facts at the foot.

    Signals:
        page_requested(str): The key of a page.
    """

    page_requested = Signal(str)

    def __init__(self, parent: QWidget | None = None, *, practice: bool = False) -> None:
        super().__init__(parent)
        sizes = metrics()
        _ground(self)
        self._folded = False
        brand = QWidget()
        brand.setFixedHeight(sizes.u(HEADER))
        self._name = Label(self.tr("Practice") if practice else "AssessDesk", bold=True)
        row = QHBoxLayout(brand)
        row.setContentsMargins(sizes.u(2), 0, sizes.u(1), 0)
        row.setSpacing(sizes.u(1))
        row.addWidget(SmallIcon(IconName.PRACTICE if practice else IconName.BRAND, Ink.ACCENT, side=2.5))
        row.addWidget(self._name, 1)
        self.pages = NavList()
        self.pages.item_requested.connect(lambda item: self.page_requested.emit(item.key))
        self._foot = Label(role=TypeRole.S, ink=Ink.MUTED, wrap=True)
        self._foot_box = QWidget()
        foot = QVBoxLayout(self._foot_box)
        foot.setContentsMargins(sizes.u(2), 0, sizes.u(2), sizes.u(1.5))
        foot.addWidget(rule())
        foot.addWidget(self._foot)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.pages)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(brand)
        column.addWidget(rule())
        column.addSpacing(sizes.u(1))
        column.addWidget(self._stack, 1)
        column.addWidget(self._foot_box)
        self.fold(window_width=0)

    def show_pages(self, items: Sequence[NavItem], current: str) -> None:
        """Show the pages one can go to."""
        if tuple(items) != self.pages.items():
            self.pages.show_items(items)
        keys = [item.key for item in items]
        if current in keys:
            self.pages.show_current(keys.index(current))
        else:
            self.pages.clearSelection()

    def show_foot(self, lines: Sequence[str]) -> None:
        """Show the station's facts."""
        self._foot.show_text("\n".join(lines))

    def show_own(self, widget: QWidget | None) -> None:
        """Put a page's own widget in the place of the pages, or the pages back."""
        while self._stack.count() > 1:
            taken = self._stack.widget(1)
            if taken is None or taken is widget:
                break
            self._stack.removeWidget(taken)
        if widget is not None and self._stack.indexOf(widget) < 0:
            self._stack.addWidget(widget)
        self._stack.setCurrentIndex(0 if widget is None else 1)
        self._foot_box.setVisible(widget is None and not self._folded)

    def fold(self, *, window_width: int) -> None:
        """Take the width that a window of this width leaves to the column."""
        units = WIDE_COLUMN if window_width >= WIDE_FROM else COLUMN
        self._folded = 0 < window_width < FOLD_BELOW
        self.setFixedWidth(metrics().u(FOLDED_COLUMN if self._folded else units))
        self._name.setVisible(not self._folded)
        self._foot_box.setVisible(not self._folded and self._stack.currentIndex() == 0)


class Frame(QWidget):
    """Left column, header and the stack of pages. While nobody is signed in, the pages stand alone."""

    def __init__(self, lock: QAction, parent: QWidget | None = None, *, practice: bool = False) -> None:
        super().__init__(parent)
        self.left = LeftColumn(practice=practice)
        self.header = Header(lock)
        self.stack = QStackedWidget()
        self._edges = (_upright(), rule())
        centre = QVBoxLayout()
        centre.setSpacing(0)
        centre.addWidget(self.header)
        centre.addWidget(self._edges[1])
        centre.addWidget(self.stack, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.left)
        row.addWidget(self._edges[0])
        row.addLayout(centre, 1)

    def show_bare(self, *, bare: bool) -> None:
        """Show or hide everything but the page."""
        for part in (self.left, self.header, *self._edges):
            part.setVisible(not bare)

    def areas(self) -> tuple[QWidget, ...]:
        """The areas that F6 goes through, in reading order."""
        shown = (self.left, self.stack, self.header)
        return tuple(area for area in shown if area.isVisible())


def focusable_in(area: QWidget) -> QWidget | None:
    """The first visible widget of an area that takes the focus by Tab, in tab order."""
    found = [
        widget
        for widget in area.findChildren(QWidget)
        if widget.isVisibleTo(area.window())
        and widget.isEnabled()
        and bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
    ]
    return found[0] if found else None
