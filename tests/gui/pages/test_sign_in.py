"""Signing in, and setting a station up, through the real window."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from assessdesk.gui.demo.walkthrough import Walkthrough
from assessdesk.gui.pages.set_up import SetUpPage
from assessdesk.gui.window.main_window import MainWindow
from assessdesk.services import courier, session
from assessdesk.services.desk import Desk
from tests.journeys.visit import PASSPHRASE, USER, Central, make_desk

ENTER = Qt.Key.Key_Return
Show = Callable[[Desk], MainWindow]


@pytest.fixture
def locked(signed_in: Desk, window_on: Show) -> MainWindow:
    """The window of a station that was closed in good order."""
    session.lock(signed_in, "closed")
    return window_on(signed_in)


def line(walk: Walkthrough, name: str) -> QLineEdit:
    found = walk.find(name)
    assert isinstance(found, QLineEdit)
    return found


@pytest.mark.req("GUI-111")
def test_the_passphrase_opens_the_station_at_today(locked: MainWindow, signed_in: Desk) -> None:
    walk = Walkthrough(locked)
    assert line(walk, "Assessor code").text() == USER
    walk.type("Passphrase", PASSPHRASE)
    walk.press(ENTER)
    assert signed_in.opened is not None
    assert locked._at.page == "today"
    assert locked.workspace.found is not None
    assert locked.workspace.found.state == "clean"


@pytest.mark.req("GUI-111")
def test_a_wrong_passphrase_is_said_under_the_field_and_stays_selected(locked: MainWindow, signed_in: Desk) -> None:
    walk = Walkthrough(locked)
    walk.type("Passphrase", "another quiet heron")
    walk.press(ENTER)
    assert signed_in.opened is None
    field = line(walk, "Passphrase")
    assert field.text() == "another quiet heron"
    assert field.selectedText() == field.text() or field.hasSelectedText()
    assert field.hasFocus()
    assert any(name.startswith("Not opened. ") and USER in name for name in walk.names())
    walk.write("x")
    assert not any(name.startswith("Not opened. ") for name in walk.names())


@pytest.mark.req("GUI-111")
def test_an_unknown_code_is_refused_at_the_code(locked: MainWindow) -> None:
    walk = Walkthrough(locked)
    walk.type("Assessor code", "AS-99")
    walk.type("Passphrase", PASSPHRASE)
    walk.press(ENTER)
    assert line(walk, "Assessor code").hasFocus()


@pytest.mark.req("GUI-111")
def test_the_passphrase_can_be_shown_and_caps_lock_is_noticed(locked: MainWindow) -> None:
    walk = Walkthrough(locked)
    field = line(walk, "Passphrase")
    QTest.keyClick(locked, Qt.Key.Key_S, Qt.KeyboardModifier.AltModifier)
    assert field.echoMode() == QLineEdit.EchoMode.Normal
    QTest.keyClick(locked, Qt.Key.Key_S, Qt.KeyboardModifier.AltModifier)
    assert field.echoMode() == QLineEdit.EchoMode.Password
    QTest.keyClick(field, Qt.Key.Key_A)
    assert not walk.has("Caps Lock is on")
    QTest.keyClick(field, Qt.Key.Key_A, Qt.KeyboardModifier.ShiftModifier)
    caps_noticed = walk.has("Caps Lock is on")
    # Qt's test keys type a small letter even with Shift: the very sign of Caps Lock.
    assert caps_noticed is field.text().endswith("a")


@pytest.mark.req("GUI-112")
def test_the_right_column_says_what_the_station_held(locked: MainWindow) -> None:
    names = Walkthrough(locked).names()
    assert "18 Nov 2025, 08:41, cleanly" in names
    assert any(name.endswith("entries when last seen") for name in names)
    assert not any("did not end in good order" in name for name in names)


@pytest.mark.req("GUI-112")
def test_after_a_crash_the_first_page_says_so(signed_in: Desk, window_on: Show) -> None:
    session.release(signed_in)
    names = Walkthrough(window_on(signed_in)).names()
    assert any("The last run did not end in good order." in name for name in names)


def fill(walk: Walkthrough, page: SetUpPage, folder: Path, card: bytes) -> None:
    """Fill the form of set-up in, as a person would."""
    (folder / "safe").mkdir(exist_ok=True)
    (folder / "card.json").write_bytes(card)
    page.choose_file = lambda: str(folder / "card.json")
    page.choose_folder = lambda: str(folder / "safe")
    walk.type("Your own code", USER)
    walk.type("Passphrase", PASSPHRASE)
    walk.type("Passphrase once more", PASSPHRASE)
    walk.click("Choose file")
    walk.click("Choose folder")


def set_up_page(window: MainWindow) -> SetUpPage:
    page = window.current()
    assert isinstance(page, SetUpPage)
    return page


@pytest.mark.req("GUI-113")
def test_a_new_machine_is_set_up_in_one_form(
    fresh_desk: Desk, window_on: Show, tmp_path: Path, central: Central
) -> None:
    window = window_on(fresh_desk)
    walk = Walkthrough(window)
    fill(walk, set_up_page(window), tmp_path, central.card("KCT0008961"))
    walk.press(ENTER, Qt.KeyboardModifier.ControlModifier)
    assert window._at.page == "exchange"
    assert walk.has(f"Fingerprint {courier.fingerprint(fresh_desk)}")
    assert fresh_desk.store.facts().station == "S01-A"
    assert fresh_desk.author.user == USER
    assert (tmp_path / "safe" / "escrow-S01-A.txt").exists()


@pytest.mark.req("GUI-113")
def test_what_set_up_refuses_stands_under_its_field_and_a_second_try_works(
    fresh_desk: Desk, window_on: Show, tmp_path: Path, central: Central
) -> None:
    window = window_on(fresh_desk)
    walk, page = Walkthrough(window), set_up_page(window)
    fill(walk, page, tmp_path, central.card("KCT0008961"))
    walk.type("Passphrase once more", "something else entirely")
    page._make.trigger()
    assert page.again.finding()
    for name in ("Passphrase", "Passphrase once more"):
        walk.type(name, "too short")
    page._make.trigger()
    assert page.passphrase.finding()
    assert not fresh_desk.store.exists()
    for name in ("Passphrase", "Passphrase once more"):
        walk.type(name, PASSPHRASE)
    page.card.line().setText(str(tmp_path / "nowhere.json"))
    page._make.trigger()
    assert page.card.finding()
    (tmp_path / "card.json").write_bytes(central.card("OTHER"))
    page.card.line().setText(str(tmp_path / "card.json"))
    page._make.trigger()
    assert "OTHER" in page.card.finding()
    (tmp_path / "card.json").write_bytes(central.card("KCT0008961"))
    page._make.trigger()
    QApplication.processEvents()
    assert window._at.page == "exchange"


@pytest.mark.req("GUI-114")
def test_the_sites_that_set_up_names_are_those_of_the_chosen_study(tmp_path: Path, window_on: Show) -> None:
    desk = make_desk(tmp_path, battery=())
    assert len(desk.library.studies) > 1
    window = window_on(desk)
    page, walk = set_up_page(window), Walkthrough(window)
    assert page.site.line().accessibleDescription() == "Choose the study first."
    assert not page.site.value()
    for study in desk.library.studies.values():
        walk.click(f"Study: {study.id}: {study.title.get('en')}")
        told = page.site.line().accessibleDescription()
        assert told == ", ".join(f"{code} ({site.title.get('en')})" for code, site in study.sites.items())
        assert page.site.value() == (next(iter(study.sites)) if len(study.sites) == 1 else "")
