"""A dressed application for the component tests, and a way to press keys that carry a time."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from assessdesk.gui.look.theme import apply_theme
from assessdesk.gui.look.tokens import Scheme


@pytest.fixture(autouse=True)
def dressed(qapp: QApplication) -> Iterator[None]:
    apply_theme(qapp, Scheme.LIGHT)
    yield
    apply_theme(qapp, Scheme.LIGHT)
