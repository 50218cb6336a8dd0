"""Drives the real windows by keyboard and accessible name, as a person would; for the demo and for journeys.

It finds nothing by class or attribute: what has no accessible name cannot be reached by it, nor by a screen reader.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QPlainTextEdit, QWidget

from assessdesk.gui.page import Page
from assessdesk.gui.window.main_window import MainWindow

PATIENCE_MS = 30_000
STEP_MS = 10

Key = Qt.Key


class NotFound(LookupError):
    """No visible widget answers to a name; the text says which names are there."""


class Walkthrough:
    """Acts on one window and keeps pictures of it.

    Args:
        window: the main window, shown.
        screens: where pictures go; None keeps none.
    """

    def __init__(self, window: MainWindow, screens: Path | None = None) -> None:
        """Keep the window."""
        self.window = window
        self._screens = screens
        self.pictures: list[Path] = []

    def names(self) -> tuple[str, ...]:
        """Return the accessible names that can be seen now."""
        seen = (widget for widget in self.window.findChildren(QWidget) if widget.isVisible())
        return tuple(dict.fromkeys(widget.accessibleName() for widget in seen if widget.accessibleName()))

    def has(self, name: str) -> bool:
        """Say whether a visible widget answers to a name."""
        return name in self.names()

    def find(self, name: str) -> QWidget:
        """Return the visible widget with an accessible name, one that takes keys before a label. Raises NotFound."""
        found = [one for one in self.window.findChildren(QWidget) if one.isVisible() and one.accessibleName() == name]
        found.sort(key=lambda one: one.focusPolicy() == Qt.FocusPolicy.NoFocus)
        if found:
            return found[0]
        raise NotFound(f"{name!r} is not among {self.names()}")

    def wait_for(self, name: str) -> QWidget:
        """Wait until a name can be seen and return its widget."""
        self.until(lambda: self.has(name), f"{name!r} to appear")
        return self.find(name)

    def until(self, holds: Callable[[], bool], what: str, *, patience_ms: int = PATIENCE_MS) -> None:
        """Let the program work until something holds. Raises TimeoutError naming what was waited for."""
        end = time.monotonic_ns() + patience_ms * 1_000_000
        while not holds():
            if time.monotonic_ns() > end:
                raise TimeoutError(f"waited {patience_ms} ms for {what}; seen: {self.names()}")
            self.pause(STEP_MS)

    def type(self, name: str, text: str) -> None:
        """Put the cursor into a field, replace what stands there and type."""
        widget = self.wait_for(name)
        widget.setFocus(Qt.FocusReason.TabFocusReason)
        if isinstance(widget, QLineEdit | QPlainTextEdit):
            widget.selectAll()
        QTest.keyClicks(widget, text)

    def write(self, text: str) -> None:
        """Type into whatever has the focus."""
        QTest.keyClicks(self._focus(), text)

    def press(self, key: Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press a key where the focus is."""
        QTest.keyClick(self._focus(), key, modifier)
        self.pause(STEP_MS)

    def click(self, name: str) -> None:
        """Press a button by its name."""
        widget = self.wait_for(name)
        if not isinstance(widget, QAbstractButton):
            raise NotFound(f"{name!r} is not a button")
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton)
        self.pause(STEP_MS)

    def pause(self, milliseconds: int) -> None:
        """Let the program run for a while; an event loop of our own lets other threads run, QTest's wait does not."""
        loop = QEventLoop()
        QTimer.singleShot(milliseconds, loop.quit)
        loop.exec()

    def picture(self, name: str) -> None:
        """Keep a picture of the window."""
        self.pause(2 * STEP_MS)
        if self._screens is None:
            return
        self._screens.mkdir(parents=True, exist_ok=True)
        path = self._screens / f"{len(self.pictures) + 1:02d}-{name}.png"
        self.window.grab().save(str(path))
        self.pictures.append(path)

    def page(self, name: str) -> Page:
        """Return a page, so that its questions for files and folders can be answered."""
        return self.window.page(name)

    def _focus(self) -> QWidget:
        """Return the widget that keys go to."""
        focus = QApplication.focusWidget()
        return focus if focus is not None and focus.isVisible() else self.window
