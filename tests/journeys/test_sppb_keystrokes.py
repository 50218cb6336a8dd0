"""A complete SPPB typed on the real page: at most 60 keys, no pointer, no modal box."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication

from assessdesk.gui import tasks
from assessdesk.gui.look.theme import apply_theme
from assessdesk.gui.look.tokens import Scheme
from assessdesk.services.capture_view import CaptureView
from assessdesk.services.scores import scores_of
from tests.gui.pages.walking import WholeInstrument

MOST_KEYS = 60
POINTER = {QEvent.Type.MouseButtonPress, QEvent.Type.TouchBegin, QEvent.Type.TabletPress}


class PointerWatch(QObject):
    """Sees every press of a pointer in the application."""

    def __init__(self) -> None:
        super().__init__()
        self.presses = 0

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's own name
        if event.type() in POINTER:
            self.presses += 1
        return super().eventFilter(watched, event)


@pytest.fixture
def pointer(qapp: QApplication) -> Iterator[PointerWatch]:
    apply_theme(qapp, Scheme.LIGHT)
    watch = PointerWatch()
    qapp.installEventFilter(watch)
    with tasks.inline():
        yield watch
    qapp.removeEventFilter(watch)


@pytest.mark.req("GUI-305", "CAP-301")
def test_a_whole_sppb_takes_at_most_sixty_keys(
    tmp_path: Path, pointer: PointerWatch, record_property: Callable[[str, object], None]
) -> None:
    nurse = WholeInstrument(tmp_path, "sppb")
    boxes: list[str] = []

    def look(view: CaptureView) -> None:
        box = QApplication.activeModalWidget() or QApplication.activePopupWidget()
        if box is not None:
            boxes.append(f"{view.step.slot}: {type(box).__name__}")

    nurse.seen = look
    nurse.walk("sppb")
    record_property("keystrokes_of_a_whole_sppb", nurse.strokes)
    assert nurse.strokes <= MOST_KEYS
    assert (pointer.presses, boxes) == (0, [])
    held = nurse.desk.record(nurse.row.participant).visits[nurse.visit].of("sppb")
    assert held is not None
    assert all(turns[-1].missing is None for turns in held.slots.values())
    definition = nurse.desk.instruments["sppb"]
    record = nurse.desk.record(nurse.row.participant)
    scores = {score.name: score.value for score in scores_of(definition, held, record, nurse.desk.library.tables)}
    assert scores["total"] is not None
    nurse.window.hide()
