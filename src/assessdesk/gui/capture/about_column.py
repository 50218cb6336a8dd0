"""The right column of the capture page; in a narrow window it folds to one line that keeps holds and cautions in sight.

F8 then opens it over the page. It must not know what a restriction means, nor where it comes from.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from assessdesk.gui.fields.about_panel import FOLD_BELOW, AboutPanel, AboutView, CareKind
from assessdesk.gui.fields.buttons import ActionButton, ButtonKind, ButtonView
from assessdesk.gui.fields.finding_line import StateShape
from assessdesk.gui.fields.text import Label, restyle
from assessdesk.gui.look.states import VisualState
from assessdesk.gui.look.theme import metrics
from assessdesk.gui.look.tokens import Ink
from assessdesk.gui.page_parts import add_action
from assessdesk.gui.window.frame import COLUMN

if TYPE_CHECKING:
    from PySide6.QtGui import QAction

    from assessdesk.gui.page import Page

WIDTH = 34


class AboutLine(QFrame):
    """What stays visible of the column: every hold and caution by its title, and the key that opens the rest."""

    def __init__(self, opening: QAction, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "finding")
        sizes = metrics()
        self._shape = StateShape(VisualState.DONE)
        self._words = Label(wrap=True)
        self._words.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        button = ActionButton(ButtonView(opening.text(), kind=ButtonKind.FLAT, strong=False, height=4))
        button.attach(opening)
        row = QHBoxLayout(self)
        row.setContentsMargins(sizes.u(1.5), 0, 0, 0)
        row.setSpacing(sizes.u(1))
        row.addWidget(self._shape)
        row.addWidget(self._words, 1)
        row.addWidget(button)

    def show_view(self, view: AboutView) -> None:
        """Show the gravest shape and the titles; a single caution brings its reason along."""
        cares, gate = view.cares, view.gate
        hold = any(care.kind is CareKind.HOLD for care in cares)
        if cares:
            self._shape.show_state(VisualState.HOLD if hold else VisualState.UNUSUAL)
            self._words.show_lead(" · ".join(care.title for care in cares), cares[0].text if len(cares) == 1 else "")
        else:
            self._shape.show_state(VisualState.DONE)
            self._words.show_text(gate.said() if gate else self.tr("No hold and no caution is recorded."))
        self._shape.setVisible(bool(cares or gate))
        self._words.show_ink(Ink.TEXT if cares else Ink.MUTED)
        restyle(self, "edge", ("bad" if hold else "warn") if cares else "")


class AboutColumn(QWidget):
    """The column. `line` belongs under the band; the page puts the column itself into its row, at the right."""

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self._page = page
        self._folded = False
        self._action = add_action(page, self.tr("About this person"), self._toggle, keys=("F8",))
        self._action.setIconText(self.tr("about this person"))
        self.panel = AboutPanel()
        self.line = AboutLine(self._action, page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.panel)
        self.setFixedWidth(metrics().u(WIDTH))
        self._follow(folded=False)
        page.installEventFilter(self)

    def show_view(self, view: AboutView) -> None:
        """Show another person, or changed facts."""
        self.panel.show_view(view)
        self.line.show_view(view)

    def close_over(self) -> bool:
        """Close the column where it lies over the page; say whether it did."""
        lies_over = self._folded and not self.isHidden()
        if lies_over:
            self.hide()
        return lies_over

    def _toggle(self) -> None:
        if not self.close_over():
            self._place()
            self.show()
            self.raise_()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Fold or widen with the page, whose width is what the left column leaves of the window."""
        if watched is self._page and event.type() is QEvent.Type.Resize:
            folded = self._page.width() + metrics().u(COLUMN) + 1 < FOLD_BELOW
            if folded != self._folded:
                self._follow(folded=folded)
            elif folded:
                self._place()
        return super().eventFilter(watched, event)

    def _follow(self, *, folded: bool) -> None:
        """Leave the row of the page, or stand in it again."""
        self._folded = folded
        row = self._page.layout()
        if row is not None and folded:
            row.removeWidget(self)
        elif row is not None and row.indexOf(self) < 0:
            row.addWidget(self)
        self.setVisible(not folded)
        self.line.setVisible(folded)
        self._action.setEnabled(folded)
        self._action.setVisible(folded)
        self._page.keys_changed.emit()

    def _place(self) -> None:
        """Lie at the right edge, as high as the page."""
        self.setGeometry(self._page.width() - self.width(), 0, self.width(), self._page.height())
