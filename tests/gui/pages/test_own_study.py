"""The set-up offers the studies that a site wrote itself, and says which file of theirs cannot be used."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel

from assessdesk.gui.pages.set_up import SetUpPage
from assessdesk.gui.window.main_window import MainWindow
from assessdesk.services.desk import Desk
from tests.journeys.test_third_study import EXAMPLE, FILE, desk_with

Show = Callable[[Desk], MainWindow]


def offered(window: MainWindow) -> list[str]:
    """The ids of the studies that the set-up page lets somebody choose, in its order."""
    page = window.current()
    assert isinstance(page, SetUpPage)
    return [button.accessibleName().split(": ")[1] for button in page.study.buttons()]


@pytest.mark.req("DEF-057")
def test_the_set_up_offers_a_study_of_the_site(tmp_path: Path, window_on: Show) -> None:
    window = window_on(desk_with(tmp_path, EXAMPLE))
    assert offered(window) == ["KCT0008961", "RE_MS", "HIP-65"]


@pytest.mark.req("DEF-057")
def test_the_set_up_names_a_file_that_cannot_be_used(tmp_path: Path, window_on: Show) -> None:
    studies = tmp_path / "definitions" / "studies"
    studies.mkdir(parents=True)
    (studies / "hip-65.toml").write_text(FILE.read_text(encoding="utf-8").replace('"tug"', '"tugg"'), encoding="utf-8")
    window = window_on(desk_with(tmp_path, tmp_path / "definitions"))
    assert offered(window) == ["KCT0008961", "RE_MS"]
    said = " ".join(label.text() for label in window.current().findChildren(QLabel))
    assert "A study file of this site cannot be used." in said
    assert "DEF-301" in said
