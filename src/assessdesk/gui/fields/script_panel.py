"""What to say, in the participant's language and large; what to say during; what to do.

The words come in as data (the wording read to participants belongs to the instrument), and the panel never
translates or shortens them: a long text scrolls. It must not know any instrument.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from assessdesk.gui.fields.buttons import ActionButton, ButtonKind, ButtonView
from assessdesk.gui.fields.text import Label, draw_text, rule
from assessdesk.gui.look.hangul import keep_words
from assessdesk.gui.look.icons import IconName, paint_icon
from assessdesk.gui.look.theme import TypeRole, colours, font, metrics
from assessdesk.gui.look.tokens import Ink

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent, QResizeEvent


@dataclass(frozen=True, slots=True)
class ScriptView:
    """What one step's panel shows.

    Attributes:
        say: What is read aloud, in the language chosen.
        during: What is said while it runs; empty for none.
        do: What the assessor does; empty for none.
        language: The language's own name, for the toggle ("English"); empty when there is only one.
        missing: When the site's text pack lacks this wording: the sentence that says who supplies it. Shown
            instead of `say`.
        folded: Whether "During" and "Do" are hidden (a low window).
    """

    say: str
    during: str = ""
    do: str = ""
    language: str = ""
    missing: str = ""
    folded: bool = False


class RowHead(QWidget):
    """The word at the left of a row, with its drawing."""

    def __init__(self, word: str, icon: IconName | None, ink: Ink, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._word, self._icon, self._ink = word, icon, ink
        self.setFixedSize(metrics().u(9), metrics().u(3.5))
        self.setAccessibleName(word)
        self.setAccessibleDescription(self.tr("Part of the script"))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw icon and word."""
        del event
        sizes, palette = metrics(), colours(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = QRectF(self.rect())
        if self._icon is not None:
            side = sizes.u(2.5)
            mark = QRectF(0, rect.center().y() - side / 2, side, side)
            paint_icon(painter, mark, self._icon, palette.ink(self._ink))
            rect.setLeft(side + sizes.u(1))
        words = keep_words(self._word)
        draw_text(painter, rect, words, face=font(bold=True), colour=palette.ink(self._ink), elide=False)
        painter.end()


class WrappingScroll(QScrollArea):
    """A scroll area that is as high as its wrapped content wants, and scrolls when it gets less."""

    def __init__(self, content: QWidget, *, least: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._least = least
        self._content = content
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(content)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.viewport().setAutoFillBackground(False)
        content.setAutoFillBackground(False)

    def heightForWidth(self, width: int) -> int:
        """What the content needs at this width."""
        wanted = self._content.heightForWidth(width)
        return wanted if wanted > 0 else self._content.sizeHint().height()

    def sizeHint(self) -> QSize:
        """The content's height at the present width."""
        width = max(self.width(), metrics().u(30))
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Three lines at most; the rest can be scrolled to."""
        width = max(self.width(), metrics().u(30))
        return QSize(metrics().u(20), min(self._least, self.heightForWidth(width)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Ask for the height of the new width."""
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.updateGeometry()


class ScriptPanel(QFrame):
    """The panel.

    Signals:
        language_requested(): The next language is wanted (button; the page's L key asks for the same).

    `show_view(view)` shows another step or language.
    """

    language_requested = Signal()

    def __init__(self, view: ScriptView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "card")
        sizes = metrics()
        self._say = Label(role=TypeRole.L, wrap=True)
        self._say.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self._during = Label(wrap=True)
        self._do = Label(wrap=True)
        self._scroll = WrappingScroll(self._say, least=sizes.u(10.5))
        self._during_head = RowHead(self.tr("During"), None, Ink.ACCENT)
        self._do_head = RowHead(self.tr("Do"), IconName.CLIPBOARD, Ink.TEXT)
        self._line = rule()
        self._toggle = ActionButton(self._toggle_view(""))
        self._toggle.clicked.connect(self.language_requested)
        self._lay_out()
        self.show_view(view)

    def _toggle_view(self, language: str) -> ButtonView:
        return ButtonView(
            self.tr("Language"), ("L",), ButtonKind.FLAT, count=language, strong=False, size=TypeRole.S, height=3.5
        )

    def _lay_out(self) -> None:
        sizes = metrics()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(sizes.u(2), sizes.u(1.25), sizes.u(2), sizes.u(1))
        outer.setSpacing(sizes.u(0.5))
        said = QHBoxLayout()
        said.setSpacing(sizes.u(1))
        said.addWidget(RowHead(self.tr("Say"), IconName.SPEAK, Ink.ACCENT), 0, Qt.AlignmentFlag.AlignTop)
        said.addWidget(self._scroll, 1)
        outer.addLayout(said, 1)
        outer.addWidget(self._line)
        rows = QGridLayout()
        rows.setHorizontalSpacing(sizes.u(1))
        rows.setVerticalSpacing(0)
        rows.addWidget(self._during_head, 0, 0, Qt.AlignmentFlag.AlignTop)
        rows.addWidget(self._during, 0, 1, Qt.AlignmentFlag.AlignVCenter)
        rows.addWidget(self._do_head, 1, 0, Qt.AlignmentFlag.AlignTop)
        rows.addWidget(self._do, 1, 1, Qt.AlignmentFlag.AlignVCenter)
        rows.addWidget(self._toggle, 0, 2, 2, 1, Qt.AlignmentFlag.AlignBottom)
        rows.setColumnStretch(1, 1)
        outer.addLayout(rows)

    def show_view(self, view: ScriptView) -> None:
        """Show the texts of another step or language."""
        self._say.show_ink(Ink.WARN if view.missing else Ink.TEXT)
        self._say.show_text(view.missing or view.say)
        self._during.show_text(view.during)
        self._do.show_text(view.do)
        for parts, text in (((self._during_head, self._during), view.during), ((self._do_head, self._do), view.do)):
            for part in parts:
                part.setVisible(bool(text) and not view.folded)
        self._toggle.show_view(self._toggle_view(view.language))
        self._toggle.setVisible(bool(view.language))
        self._line.setVisible(bool(view.during or view.do) and not view.folded)
        self.setAccessibleName(self.tr("What to say and do"))
        self._scroll.updateGeometry()
