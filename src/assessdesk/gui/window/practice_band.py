"""The amber band over every page of a practice station: words and a drawing, so that nobody takes it for the study.

It says one sentence and must not know what the pages under it show.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from assessdesk.gui.fields.text import Label
from assessdesk.gui.look.icons import IconName, paint_icon
from assessdesk.gui.look.theme import colours, metrics

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

HEIGHT = 4


def practice_words() -> str:
    """Return what the band says, in the language of the interface; the lists on paper say the same."""
    return QCoreApplication.translate("PracticeBand", "Practice: invented participants, nothing leaves this computer")


class _Drawing(QWidget):
    """The drawing of practising, in the colour of the words beside it."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedSize(metrics().u(2.5), metrics().u(2.5))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_icon(painter, QRectF(self.rect()), IconName.PRACTICE, colours(self).onwarnfill)
        painter.end()


class PracticeBand(QFrame):
    """The band. `renew_words` says it in the language of the interface as it is now."""

    def __init__(self) -> None:
        super().__init__()
        sizes = metrics()
        self.setProperty("kind", "practice")
        self.setFixedHeight(sizes.u(HEIGHT))
        self._words = Label(bold=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(sizes.u(2), 0, sizes.u(2), 0)
        row.setSpacing(sizes.u(1))
        row.addWidget(_Drawing())
        row.addWidget(self._words, 1)
        self.renew_words()

    def renew_words(self) -> None:
        """Say the sentence again, after the language has changed."""
        self._words.show_text(practice_words())
        self.setAccessibleName(practice_words())
