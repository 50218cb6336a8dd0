"""What is shown when the program met a defect: what happened, that nothing saved was lost, and where the report lies.

The report names the kind of fault and the places in the program, never a value: values may be about a participant.
"""

from __future__ import annotations

import platform
import sys
import traceback
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from assessdesk import __version__
from assessdesk.gui.fields.buttons import ActionButton, ButtonKind, ButtonView
from assessdesk.gui.fields.finding_line import StateShape
from assessdesk.gui.fields.text import Label
from assessdesk.gui.look.states import VisualState
from assessdesk.gui.look.theme import TypeRole, metrics
from assessdesk.gui.look.tokens import Ink
from assessdesk.gui.page_parts import add_action

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path


def report_of(error: BaseException, at: datetime) -> str:
    """The report of a defect: versions, kinds of faults and places, nothing that was typed or read.

    A message of an exception may quote a value, a source line may quote a name: both are left out.
    """
    lines = [
        f"AssessDesk {__version__}, Python {platform.python_version()}, {platform.system()} {platform.release()}",
        f"at {at.isoformat(timespec='seconds')}",
    ]
    fault: BaseException | None = error
    while fault is not None:
        kind = type(fault)
        lines.append(f"{kind.__module__}.{kind.__qualname__}")
        frames = traceback.extract_tb(fault.__traceback__)
        lines += [f"  {_place(frame.filename)}:{frame.lineno} in {frame.name}" for frame in frames]
        fault = fault.__cause__ or fault.__context__
    return "\n".join(lines) + "\n"


def _place(file: str) -> str:
    """A source file without the folders of the machine it is installed on."""
    parts = file.replace("\\", "/").split("/")
    return "/".join(parts[parts.index("assessdesk") :]) if "assessdesk" in parts else parts[-1]


def write_report(report: str, folder: Path, at: datetime) -> Path | None:
    """Write a report into the log folder and return its path; None when the disk does not let us."""
    path = folder / f"fault-{at:%Y%m%d-%H%M%S}.log"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        path.write_text(report, encoding="utf-8")
    except OSError as error:
        sys.stderr.write(f"the report could not be written: {type(error).__name__}\n")
        return None
    return path


class CrashPage(QWidget):
    """The page of a defect. It offers one thing: to close the program.

    Signals:
        close_requested: The person has read it.
    """

    close_requested = Signal()

    def __init__(self, path: Path | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        sizes = metrics()
        self.setAccessibleName(self.tr("The program met a fault"))
        close = add_action(self, self.tr("Close the program"), self.close_requested.emit, keys=("Return", "Enter"))
        button = ActionButton(ButtonView(self.tr("Close the program"), kind=ButtonKind.PRIMARY))
        button.attach(close)
        title = QHBoxLayout()
        title.setSpacing(sizes.u(1))
        title.addWidget(StateShape(VisualState.NOT_ACCEPTED))
        title.addWidget(Label(self.tr("The program met a fault"), role=TypeRole.L, bold=True), 1)
        column = QVBoxLayout()
        column.setSpacing(sizes.u(2))
        column.addLayout(title)
        column.addWidget(
            Label(self.tr("Every value that the screen called saved is on disk. Nothing was lost."), wrap=True)
        )
        column.addWidget(Label(self.tr("The station was closed so that nothing wrong can be written."), wrap=True))
        column.addWidget(Label(self.tr("Open the program again: the first page says what was found."), wrap=True))
        column.addWidget(Label(self._where(path), ink=Ink.MUTED, wrap=True))
        column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        middle = QWidget()
        middle.setFixedWidth(sizes.u(80))
        middle.setLayout(column)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(middle)
        row.addStretch(1)
        outer = QVBoxLayout(self)
        outer.addStretch(1)
        outer.addLayout(row)
        outer.addStretch(2)
        button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _where(self, path: Path | None) -> str:
        if path is None:
            return self.tr("No report could be written: the log folder is full or read-only.")
        words = self.tr("The report holds no participant data. Give it to whoever looks after the program: {path}")
        return words.format(path=path)
