"""Every shipped instrument on the real capture page, keyboard only, from its first step to its last."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel

from assessdesk.gui import tasks
from assessdesk.gui.capture.cue_bar import minutes
from assessdesk.gui.look.theme import apply_theme
from assessdesk.gui.look.tokens import Scheme
from assessdesk.services import assessments
from assessdesk.services.capture_view import CaptureView
from tests.gui.pages.capturing import Key
from tests.gui.pages.walking import STARTED, WholeInstrument
from tests.journeys.visit import library

BY_HAND = tuple(name for name, one in library().instruments.items() if one.sections[0].setup)


@pytest.fixture(autouse=True)
def dressed(qapp: QApplication) -> Iterator[None]:
    apply_theme(qapp, Scheme.LIGHT)
    with tasks.inline():
        yield
    apply_theme(qapp, Scheme.LIGHT)


@pytest.mark.req("GUI-300")
@pytest.mark.parametrize("name", BY_HAND)
def test_every_instrument_is_answered_to_its_end_by_keyboard(tmp_path: Path, name: str) -> None:
    nurse = WholeInstrument(tmp_path, name)
    wide: list[str] = []

    def look(view: CaptureView) -> None:
        if nurse.window.width() > 1366 or nurse.window.height() > 688:
            wide.append(view.step.slot)

    nurse.seen = look
    nurse.walk(name)
    record = nurse.desk.record(nurse.row.participant)
    assert assessments.finished(nurse.desk, record, nurse.visit, name)
    assert nurse.view(name).battery[0].state == "done"
    assert wide == []
    nurse.window.hide()


@pytest.mark.req("GUI-301")
def test_a_part_of_a_composite_and_where_to_stop_are_named(tmp_path: Path) -> None:
    nurse = WholeInstrument(tmp_path, "sppb")
    said: list[str] = []

    def look(view: CaptureView) -> None:
        if view.step.kind == "timed":
            said.append(nurse.page.board.band.accessibleName())

    nurse.seen = look
    nurse.walk("sppb")
    assert [words.split(", ", 1)[1] for words in said] == [
        "Feet together, trial 1 of 1", "Semi-tandem, trial 1 of 1", "Tandem, trial 1 of 1",
        "Walk over 4 m, trial 1 of 2", "Walk over 4 m, trial 2 of 2", "Five stands, trial 1 of 1",
    ]  # fmt: skip
    rules = [label.text() for label in nurse.page.about.findChildren(QLabel)]
    assert any("Stop early when" in text for text in rules)
    nurse.window.hide()


@pytest.mark.req("GUI-302")
def test_the_answers_so_far_stand_beside_the_question(tmp_path: Path) -> None:
    nurse = WholeInstrument(tmp_path, "bia_inbody")
    shown: list[tuple[str, str]] = []

    def look(view: CaptureView) -> None:
        if view.step.slot == "measured.smi_printed":
            shown.extend((row.title, row.value) for row in nurse.page.board.answers.rows_model().rows())

    nurse.seen = look
    nurse.walk("bia_inbody")
    assert ("Weight", "58.4 kg") in shown
    assert shown[-1][1] == ""
    nurse.window.hide()


@pytest.mark.req("GUI-303", "CAP-300")
def test_the_remark_of_the_minute_is_shown_at_its_time(tmp_path: Path) -> None:
    nurse = WholeInstrument(tmp_path, "walk_6min")
    said: list[tuple[str, str]] = []
    rung: list[int] = []

    def look(view: CaptureView) -> None:
        if view.step.kind != "timed" or said:
            return
        cues = nurse.page.board.timed.cues
        assert cues.isVisible()
        rung.clear()
        nurse.page.board.timed.sound = lambda: rung.append(nurse.watch.ms - STARTED)
        nurse.watch.ms = STARTED
        nurse.press(Key.Key_Space, after_ms=0)
        for at in (59_900, 60_000, 179_000, 345_000):
            nurse.watch.ms = STARTED + at
            cues.look()
            said.append((cues.now.text().replace("\u2060", ""), cues.next.text()))
        nurse.press(Key.Key_Space, after_ms=360_000)

    nurse.seen = look
    nurse.walk("walk_6min")
    timing = library().instruments["walk_6min"].by_section["walk"].timing
    assert timing is not None
    spoken = [cue.say.get("ko") for cue in timing.cues]
    shown = [next((one for one in spoken if one in words), "") for words, _ in said]
    assert shown == ["", spoken[0], spoken[1], spoken[5]]
    assert [following[-4:] for _, following in said] == ["1:00", "2:00", "3:00", ""]
    assert rung == [60_000, 179_000, 345_000, 360_000]  # each remark once, as it comes up, and the end at the cap
    assert minutes(345_000) == "5:45"
    nurse.window.hide()


@pytest.mark.req("GUI-304")
def test_the_bar_says_when_to_stop(tmp_path: Path) -> None:
    nurse = WholeInstrument(tmp_path, "gait_6m")
    said: list[bool] = []

    def look(view: CaptureView) -> None:
        if view.step.kind == "timed" and not said:
            nurse.watch.ms = STARTED
            nurse.press(Key.Key_Space, after_ms=0)
            names = [one.accessibleName() for one in nurse.page.board.timed.bar.findChildren(QAbstractButton)]
            said.append(any(name.startswith("Stop: foot past the end line") for name in names))
            nurse.press(Key.Key_Space, after_ms=5_000)

    nurse.seen = look
    nurse.walk("gait_6m")
    assert said == [True]
    nurse.window.hide()
