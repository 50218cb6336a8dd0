"""The packages that were exported, each with what central has said of it; the contents of one open under its row.

It must not know how a package comes about.
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from assessdesk.gui.fields.data_table import DataTable
from assessdesk.gui.fields.status_badge import StateView
from assessdesk.gui.look.states import VisualState
from assessdesk.gui.look.tokens import Ink
from assessdesk.gui.models import Column
from assessdesk.gui.page_parts import count_words, moment
from assessdesk.services.standing import PackageState


class PackageTable(DataTable[PackageState]):
    """The table; Enter shows or hides the contents of a row."""

    def __init__(self, language: str) -> None:
        self._opened: PackageState | None = None
        super().__init__(
            QCoreApplication.translate("PackageTable", "Packages"),
            _columns(language),
            note=lambda row: _contents(row) if row is self._opened else "",
            current=lambda row: row is self._opened,
        )
        self.row_opened.connect(self.turn_contents)

    def turn_contents(self, row: PackageState) -> None:
        """Show the file and the recipients of one package under its row, or hide them again."""
        self._opened = None if self._opened is row else row
        self.viewport().update()

    def hide_contents(self) -> None:
        """Show the contents of no package."""
        self._opened = None


def _columns(language: str) -> tuple[Column[PackageState], ...]:
    translate = QCoreApplication.translate
    return (
        Column(translate("PackageTable", "Package"), lambda row: row.row.package, 24, bold=lambda _: True),
        Column(translate("PackageTable", "Entries"), lambda row: _range(row, language), 16),
        Column(translate("PackageTable", "Count"), lambda row: _count(row, language), 9, align_right=True),
        Column(translate("PackageTable", "Written"), lambda row: moment(row.row.written_at, language, year=False), 18),
        Column(translate("PackageTable", "State"), lambda row: _state(row).said(), state=_state),
        Column(translate("PackageTable", "Head code"), lambda row: _code(row.row.head), 16),
    )


def _range(row: PackageState, language: str) -> str:
    return f"{count_words(row.row.first_seq, language)}–{count_words(row.row.last_seq, language)}"


def _count(row: PackageState, language: str) -> str:
    return count_words(row.row.last_seq - row.row.first_seq + 1, language)


def _state(row: PackageState) -> StateView:
    translate = QCoreApplication.translate
    if row.state == "accepted" and row.receipt is not None:
        words = translate("PackageTable", "Receipt {number}, all accepted").format(number=row.receipt.number)
        return StateView(VisualState.AT_CENTRAL, words)
    if row.state == "held" and row.receipt is not None:
        reasons = "; ".join(text for text in row.receipt.quarantined if row.row.package in text)
        words = translate("PackageTable", "Held back at central: {why}").format(why=reasons)
        return StateView(VisualState.UNUSUAL, words, ink=Ink.WARN)
    return StateView(VisualState.NOT_AT_CENTRAL, translate("PackageTable", "Written, no receipt yet"))


def _contents(row: PackageState) -> str:
    """The small second line of the package whose contents are asked for."""
    words = QCoreApplication.translate("PackageTable", "{file}, sealed for {count} recipients")
    return words.format(file=row.row.file_name, count=len(row.row.recipients))


def _code(head: str) -> str:
    text = head[:8].upper()
    return f"{text[:4]} {text[4:]}"
