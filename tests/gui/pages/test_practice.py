"""Practising in the real windows: the way there and back, what every page says, and that Exchange gives nothing out."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication

from assessdesk import bootstrap
from assessdesk.cli import main
from assessdesk.config import Config, read_config
from assessdesk.gui import application
from assessdesk.gui.application import Application, Ended
from assessdesk.gui.demo.walkthrough import Walkthrough
from assessdesk.gui.look.theme import apply_theme
from assessdesk.gui.look.tokens import LIGHT, Scheme
from assessdesk.gui.page import Destination
from assessdesk.gui.pages.exchange import ExchangePage
from assessdesk.gui.pages.practice import PracticePage
from assessdesk.gui.pages.today import TodayPage
from assessdesk.gui.paper.summary_page import save_pdf
from assessdesk.gui.paper.today_list import save_listing
from assessdesk.gui.window.main_window import MainWindow
from assessdesk.gui.window.practice_band import PracticeBand
from assessdesk.ports import Refusal
from assessdesk.services import session
from assessdesk.services.assessments import open_visit
from assessdesk.services.desk import Desk
from assessdesk.services.summary import summary_of
from tests.gui.pages.test_summary import pages_of, text_of
from tests.journeys.visit import PASSPHRASE, USER, make_desk, set_up
from tests.services.test_practice import practice_desk, practising

Show = Callable[[Desk], MainWindow]
SENTENCES = {
    "en": "Practice: invented participants, nothing leaves this computer",
    "ko": "연습: 지어낸 참여자이며, 아무것도 이 컴퓨터를 떠나지 않습니다",
    "zh": "练习：参与者为虚构，任何内容都不会离开这台电脑",
}
EVERY_PAGE = ("today", "participants", "exchange", "queries", "audit", "people", "devices", "enrol")


@pytest.fixture(autouse=True)
def dressed(qapp: QApplication) -> Iterator[None]:
    yield
    apply_theme(qapp, Scheme.LIGHT)


def band(window: MainWindow) -> str:
    """What stands in the band over the page, or nothing while there is none."""
    found = window.findChild(PracticeBand)
    assert isinstance(found, PracticeBand)
    return found.accessibleName() if found.isVisible() else ""


@pytest.mark.req("PRA-007")
def test_every_page_of_a_practice_station_says_so_in_the_language_of_the_interface(
    tmp_path: Path, window_on: Show
) -> None:
    window = window_on(practising(tmp_path))
    for name in EVERY_PAGE:
        window.go(Destination(page=name))
        assert band(window) == SENTENCES["en"], name
        assert window.windowTitle().startswith("AssessDesk practice"), name
    assert Walkthrough(window).has("Practice")
    assert Walkthrough(window).has("Nothing goes to central")
    window.lock()
    assert band(window) == SENTENCES["en"]


@pytest.mark.req("PRA-007")
@pytest.mark.parametrize("language", SENTENCES)
def test_the_band_follows_the_language(tmp_path: Path, language: str) -> None:
    made = Application(practising(tmp_path), language="en", logs=tmp_path / "logs", scheme=Scheme.LIGHT)
    try:
        made.window.go(Destination(page="today"))
        made.window.show()
        made.workspace.set_language(language)
        assert band(made.window) == SENTENCES[language]
        assert made.qt.palette().color(QPalette.ColorRole.Window).name().upper() == LIGHT.warnsoft
    finally:
        made.window.close()
        made.workspace.set_language("en")


@pytest.mark.req("PRA-007")
def test_a_station_of_a_study_has_no_band(window: MainWindow) -> None:
    assert not band(window)
    assert window.windowTitle() == "AssessDesk"
    assert not Walkthrough(window).has("Nothing goes to central")


@pytest.mark.req("PRA-004")
def test_exchange_refuses_before_it_asks_for_a_folder(tmp_path: Path, window_on: Show) -> None:
    desk = practising(tmp_path)
    window = window_on(desk)
    window.go(Destination(page="exchange"))
    page = window.current()
    assert isinstance(page, ExchangePage)
    asked: list[str] = []

    def choose() -> str:
        asked.append("asked")
        return str(tmp_path)

    page.choose_folder = choose
    files = sorted(path.name for path in tmp_path.rglob("*"))
    page._export.trigger()
    shown = page._told.finding()
    assert shown is not None
    assert "S01-P is a practice station" in shown.sentence
    assert not asked
    assert page.card.isHidden()
    assert not page._save_card.isEnabled()
    (tmp_path / "receipt.age").write_bytes(b"whatever central never sent")
    page.choose_file = lambda: str(tmp_path / "receipt.age")
    page._receipt.trigger()
    shown = page._told.finding()
    assert shown is not None
    assert "practice station" in shown.sentence
    (tmp_path / "receipt.age").unlink()
    assert sorted(path.name for path in tmp_path.rglob("*")) == files


@pytest.mark.req("PRA-008")
def test_somebody_begins_to_practise_in_one_form(tmp_path: Path, window_on: Show) -> None:
    desk = practice_desk(tmp_path)
    window = window_on(desk)
    walk, page = Walkthrough(window), window.current()
    assert isinstance(page, PracticePage)
    walk.until(window.isActiveWindow, "the window")
    page._make.trigger()
    assert page.user.finding()
    walk.type("Your own code", "../x")
    walk.type("Passphrase", "too short")
    walk.type("Passphrase once more", "something else")
    page._make.trigger()
    assert "differ" in page.again.finding()
    walk.type("Passphrase once more", "too short")
    page._make.trigger()
    assert page.user.finding()
    walk.type("Your own code", USER)
    page._make.trigger()
    assert page.passphrase.finding()
    walk.type("Passphrase", PASSPHRASE)
    walk.type("Passphrase once more", PASSPHRASE)
    page.study.choose("RE_MS")
    walk.press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert window._at.page == "today"
    assert (desk.facts.study, desk.facts.station) == ("RE_MS", "F01-P")
    assert walk.has("Visits to look after: 4, what closes first on top.")


@pytest.mark.req("PRA-009")
@pytest.mark.parametrize("page", ["set_up", "sign_in", "practice"])
def test_one_key_leads_to_practising_and_back(tmp_path: Path, page: str) -> None:
    desk = practice_desk(tmp_path) if page == "practice" else make_desk(tmp_path)
    if page == "sign_in":
        set_up(desk, tmp_path)
        session.lock(desk, "asked")
    made = Application(desk, logs=tmp_path / "logs", scheme=Scheme.LIGHT)
    made.window.start()
    made.window.show()
    made.window.activateWindow()
    assert made.window._at.page == page
    walk = Walkthrough(made.window)
    walk.until(made.window.isActiveWindow, "the window")
    assert not made.switching
    walk.press(Qt.Key.Key_P, Qt.KeyboardModifier.AltModifier)
    walk.until(lambda: made.switching, "going to the other station")
    assert not made.window.isVisible()


@pytest.mark.req("PRA-009")
def test_somebody_goes_from_the_study_to_practising_and_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    seen: list[tuple[str, bool, str]] = []
    plan = [True, True, False]

    def run(desk: Desk, *, language: str, logs: Path, told: Refusal | None) -> Ended:
        del logs
        folder = desk.store.facts().station if desk.store.exists() else "-"
        seen.append((folder, desk.practice, told.code if told else ""))
        return Ended(status=7, language=language, practice=desk.practice, switching=plan.pop(0))

    monkeypatch.setattr(application, "run", run)
    assert main(["run", "--station", str(tmp_path / "station"), "--language", "ko"]) == 7
    assert seen == [("-", False, ""), ("-", True, ""), ("-", False, "")]
    seen.clear()
    plan[:] = [True, False]
    beside = Config(station=tmp_path / "station-practice", logs=tmp_path / "logs")
    with bootstrap.build_desk(beside).store.hold():
        assert main(["run", "--station", str(tmp_path / "station")]) == 7
        assert seen == [("-", False, ""), ("-", False, "STATION_HELD")], "who cannot practise now stays at the study"
        assert main(["run", "--practice", "--station", str(tmp_path / "station")]) == 2
    assert "already open" in capsys.readouterr().err
    seen.clear()
    plan[:] = [False]
    assert main(["run", "--practice", "--station", str(tmp_path / "station")]) == 7
    assert seen == [("-", True, "")]
    assert read_config(str(tmp_path / "station")).other() == replace(
        beside, practice=True, definitions=tmp_path / "definitions"
    )


@pytest.mark.req("PRA-009")
def test_why_one_cannot_practise_stands_over_the_page(tmp_path: Path, window_on: Show) -> None:
    window = window_on(make_desk(tmp_path))
    window.workspace.tell(Refusal("STATION_HELD"))
    assert any("already open in another window" in name for name in Walkthrough(window).names())


@pytest.mark.req("PRA-010")
@pytest.mark.parametrize(
    ("language", "words"),
    [("en", "this participant is invented"), ("ko", "지어낸 참여자"), ("zh", "此参与者为虚构")],
)
def test_the_page_of_an_invented_participant_says_so(tmp_path: Path, language: str, words: str) -> None:
    desk = practising(tmp_path)
    row = next(iter(desk.ledger.views.participants()))
    visit = open_visit(desk, row.participant, "baseline", birth_year=str(row.birth_year))
    summary = summary_of(desk, desk.record(row.participant), visit, language=language)
    summary = replace(summary, items=summary.items[:5])  # the whole battery fits on the page once it is done
    save_pdf(tmp_path / "page.pdf", summary)
    assert words in text_of(tmp_path / "page.pdf")
    assert pages_of(tmp_path / "page.pdf") == 1
    save_pdf(tmp_path / "real.pdf", replace(summary, practice=False))
    assert words not in text_of(tmp_path / "real.pdf")


@pytest.mark.req("PRA-010")
def test_a_list_of_a_practice_station_says_so_on_every_sheet(tmp_path: Path, window_on: Show) -> None:
    window = window_on(practising(tmp_path))
    window.go(Destination(page="today"))
    page = window.current()
    assert isinstance(page, TodayPage)
    page._printing.choose_file = lambda: str(tmp_path / "today.pdf")
    page._save()
    text = text_of(tmp_path / "today.pdf")
    assert text.count(SENTENCES["en"]) == 1
    assert "P00-001-R" in text
    listing = page._printing.listing((), page._words)
    many = replace(listing, rows=tuple(tuple("x" for _ in listing.columns) for _ in range(90)))
    save_listing(tmp_path / "many.pdf", many)
    sheets = pages_of(tmp_path / "many.pdf")
    assert sheets > 1
    assert text_of(tmp_path / "many.pdf").count(SENTENCES["en"]) == sheets


WALK = """
import sys
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from assessdesk.cli import main
from assessdesk.gui.window.main_window import MainWindow

app = QApplication([])
seen = []

def look():
    shown = [each for each in QApplication.topLevelWidgets() if isinstance(each, MainWindow) and each.isActiveWindow()]
    if not shown or (seen and seen[-1] == shown[0].windowTitle()):
        return
    seen.append(shown[0].windowTitle())
    print(seen[-1], flush=True)
    if len(seen) < 4:
        QTest.keyClick(shown[0], Qt.Key.Key_P, Qt.KeyboardModifier.AltModifier)
    else:
        shown[0].close()

timer = QTimer()
timer.timeout.connect(look)
timer.start(50)
sys.exit(main(["run", "--station", sys.argv[1], "--language", "zh"]))
"""


@pytest.mark.req("PRA-009")
def test_the_running_program_changes_stations_without_being_started_again(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", WALK, str(tmp_path / "station")],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        timeout=120,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONIOENCODING": "utf-8"},
    )
    assert done.stdout.splitlines() == ["AssessDesk", "AssessDesk 练习", "AssessDesk", "AssessDesk 练习"], done.stderr
    assert done.returncode == 0
    assert sorted(path.name for path in tmp_path.iterdir()) == ["station", "station-practice"]
