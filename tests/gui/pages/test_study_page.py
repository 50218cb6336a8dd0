"""The page of the study: what stands there, who may put a version in force, no group named to the blinded."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit

from assessdesk import resources
from assessdesk.bootstrap import build_desk
from assessdesk.config import Config
from assessdesk.gui.demo.walkthrough import Walkthrough
from assessdesk.gui.page import Destination
from assessdesk.gui.pages.study import PARTS, StudyPage
from assessdesk.gui.study.rows import StudyWords
from assessdesk.gui.window.main_window import MainWindow
from assessdesk.services import amendments, session, study_page
from assessdesk.services.definitions.diff import compare
from assessdesk.services.desk import Desk
from assessdesk.storage.passphrases import FLOOR
from tests.journeys import visit as journey
from tests.journeys.blinded import ALLOCATOR, BLINDED, TITLES, blinded_desk, sign_in

Show = Callable[[Desk], MainWindow]
TEXT = resources.read("studies/kct0008961.toml")
AMENDED = TEXT.replace('version = "1"', 'version = "2"', 1).replace("sample_size = 46", "sample_size = 52")


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    desk = build_desk(
        Config(station=tmp_path / "station", logs=tmp_path / "logs"), clock=journey.StillClock(), cost=FLOOR
    )
    journey.set_up(desk, tmp_path)
    return desk


def shown(window_on: Show, desk: Desk) -> tuple[StudyPage, Walkthrough]:
    window = window_on(desk)
    window.go(Destination(page="study"))
    page = window.current()
    assert isinstance(page, StudyPage)
    walk = Walkthrough(window)
    walk.pause(50)  # a window takes its keys once it is drawn
    return page, walk


def said(page: StudyPage) -> str:
    """Everything that can be read on the page now: labels and the rows of the tables."""
    words = [label.text() for label in page.findChildren(QLabel) if label.isVisibleTo(page)]
    for table in (page.lines, page.texts, page.versions, page.changes):
        model = table.rows_model()
        if not table.isHidden():
            words += [
                str(model.index(row, column).data() or "")
                for row in range(model.rowCount())
                for column in range(model.columnCount())
            ]
            words += [str(row) for row in model.rows()]
    return "\n".join(words)


def every_part(page: StudyPage, walk: Walkthrough) -> str:
    found = [said(page)]
    for digit in range(1, len(PARTS) + 1):
        walk.press(Qt.Key(Qt.Key.Key_0 + digit))
        found.append(said(page))
    return "\n".join(found)


@pytest.mark.req("GUI-320")
def test_the_page_says_what_is_in_force_by_whose_signature_and_what_is_assumed(desk: Desk, window_on: Show) -> None:
    page, walk = shown(window_on, desk)
    study = desk.in_force
    words = every_part(page, walk)
    assert "KCT0008961, version 1, in force since 18 Nov 2025, 08:41 by the signature of AS-04" in words
    assert study.title.get("en") in words
    for visit in study.visits:
        assert visit.title.get("en") in words
        for name in visit.battery:
            assert desk.instruments[name].title.get("en") in words
    for criterion in study.conduct.eligibility:
        assert criterion.text.get("en") in words
    for assumption in study.assumptions:
        assert f"{assumption.id}: " in words or assumption.text.get("en") in words
    assert "Version 1.0 of the information sheet" in words
    assert "14 days before to 0 days after" in words
    unverified = study_page.unverified_numbers(desk, language="en")
    assert len(unverified) > 20
    assert all(one.value in words for one in unverified)


@pytest.mark.req("GUI-320")
def test_every_part_bears_the_assumptions_that_the_definition_names_for_it(desk: Desk) -> None:
    words = StudyWords(
        study=desk.in_force, language="en", instruments=desk.instruments, results=desk.library.result_words, groups=True
    )
    rows = (*words.visits(), *words.eligibility(), *words.rules())
    marked = {one for row in rows for one in row.assumptions}
    # What a participant reads and how results are classed have no row of their own on the page.
    elsewhere = {"A-K5", "A-K8"}
    assert marked == {one.id for one in desk.in_force.assumptions} - elsewhere


@pytest.mark.req("GUI-321")
def test_a_new_version_takes_force_by_a_named_persons_signature(desk: Desk, window_on: Show, tmp_path: Path) -> None:
    file = tmp_path / "kct0008961.toml"
    file.write_text(AMENDED, encoding="utf-8")
    page, walk = shown(window_on, desk)
    page.choose_file = lambda: str(file)
    walk.press(Qt.Key.Key_N)
    assert not page.card.isHidden()
    assert {(row.place, row.before, row.after) for row in page.changes.rows_model().rows()} == {
        (("version",), "1", "2"),
        (("sample size",), "46", "52"),
    }
    walk.write("another passphrase")
    walk.press(Qt.Key.Key_Return)
    assert desk.in_force.version == "1"
    assert page.card.findings()["passphrase"]
    edit = page.card.findChild(QLineEdit)
    assert edit is not None
    edit.clear()
    walk.write(journey.PASSPHRASE)
    walk.press(Qt.Key.Key_Return)
    assert page.card.isHidden()
    assert (desk.in_force.version, desk.in_force.conduct.sample_size) == ("2", 52)
    assert "version 2, in force since" in said(page)
    walk.press(Qt.Key.Key_6)
    assert [row.version for row in page.versions.rows_model().rows()] == ["2", "1"]
    walk.press(Qt.Key.Key_Return)
    assert "What version 2 changed against version 1:" in said(page)
    assert len(page.changes.rows_model().rows()) == 2
    walk.press(Qt.Key.Key_Escape)
    assert not page.versions.isHidden()


@pytest.mark.req("GUI-321")
def test_a_file_that_cannot_follow_is_said_and_changes_nothing(desk: Desk, window_on: Show, tmp_path: Path) -> None:
    page, walk = shown(window_on, desk)
    file = tmp_path / "kct0008961.toml"
    page.choose_file = lambda: str(file)
    for content, words in (
        (None, "cannot be read"),
        (b"\xff", "not UTF-8"),
        (TEXT.encode(), "in force"),
        (AMENDED.replace("points = 4", "points = 3").encode(), "DEF-312"),
    ):
        if content is not None:
            file.write_bytes(content)
        walk.press(Qt.Key.Key_N)
        assert words in said(page)
        assert page.card.isHidden()
    assert desk.in_force.version == "1"


@pytest.mark.req("GUI-321")
def test_without_the_permission_nothing_offers_a_new_version(desk: Desk, window_on: Show) -> None:
    session.add_person(desk, "MO-02", "six brass owls listen", roles=("monitor",))
    session.lock(desk, "asked")
    session.sign_in(desk, "MO-02", "six brass owls listen")
    page, walk = shown(window_on, desk)
    page.choose_file = lambda: pytest.fail("nobody may be asked for a file")
    walk.press(Qt.Key.Key_N)
    assert page.card.isHidden()
    assert not walk.has("New version")


@pytest.mark.req("BLD-008")
def test_the_page_names_no_group_to_a_blinded_person(tmp_path: Path, window_on: Show) -> None:
    desk = blinded_desk(tmp_path)
    sign_in(desk, BLINDED)
    page, walk = shown(window_on, desk)
    words = every_part(page, walk)
    assert "Groups" not in words
    assert not [title for title in TITLES.values() if title in words]
    sign_in(desk, ALLOCATOR)
    page, walk = shown(window_on, desk)
    words = every_part(page, walk)
    assert all(title in words for title in TITLES.values())


@pytest.mark.req("BLD-008")
def test_differences_about_groups_are_kept_back_from_blinded_people(tmp_path: Path) -> None:
    desk = blinded_desk(tmp_path)
    changed = AMENDED.replace('id = "usual_care"', 'id = "stretching"').replace("per_week = 3", "per_week = 2")
    differences = compare(TEXT, changed)
    sign_in(desk, BLINDED)
    seen = study_page.visible(desk, differences)
    assert {one.place[0] for one in seen.differences} == {"version", "sample size"}
    assert seen.hidden == len(differences) - 2 > 0
    sign_in(desk, ALLOCATOR)
    assert study_page.visible(desk, differences).differences == differences


def paper_of(path: Path) -> str:
    """The text of a PDF as a reader program extracts it, its lines joined."""
    done = subprocess.run(["pdftotext", str(path), "-"], capture_output=True, text=True, check=True)
    return " ".join(done.stdout.split())


@pytest.mark.req("GUI-322")
def test_the_study_is_saved_whole_as_a_pdf(desk: Desk, window_on: Show, tmp_path: Path) -> None:
    page, walk = shown(window_on, desk)
    target = tmp_path / "study.pdf"
    page.choose_target = lambda: str(target)
    walk.press(Qt.Key.Key_P)
    text = paper_of(target)
    assert "Saved: study.pdf" in said(page)
    for assumption in desk.in_force.assumptions:
        assert f"{assumption.id}: {assumption.text.get('en')}" in text
    for visit in desk.in_force.visits:
        assert f"{visit.title.get('en')}: Week {visit.week}" in text
    assert "[A-K4, A-K7]" in text
    assert "Version 1, signed by AS-04, 18 Nov 2025, 08:41" in text
    assert desk.in_force.digest in text
    assert "Page 2" in text
    page.choose_target = lambda: str(tmp_path / "no such folder" / "study.pdf")
    walk.press(Qt.Key.Key_P)
    assert "could not be written" in said(page)


@pytest.mark.req("GUI-322")
def test_what_changed_is_saved_as_a_pdf_and_before_signing_too(desk: Desk, window_on: Show, tmp_path: Path) -> None:
    amendments.adopt_study(desk, AMENDED, passphrase=journey.PASSPHRASE)
    page, walk = shown(window_on, desk)
    target = tmp_path / "changes.pdf"
    page.choose_target = lambda: str(target)
    for key in (Qt.Key.Key_6, Qt.Key.Key_Return, Qt.Key.Key_P):
        walk.press(key)
    text = paper_of(target)
    assert "What version 2 changed against version 1:" in text
    assert "participants planned, changed: 46 → 52" in text
    assert "A-K1" not in text


@pytest.mark.req("BLD-008")
def test_on_paper_no_group_is_named_to_a_blinded_person(tmp_path: Path, window_on: Show) -> None:
    desk = blinded_desk(tmp_path)
    sign_in(desk, BLINDED)
    page, walk = shown(window_on, desk)
    page.choose_target = lambda: str(tmp_path / "study.pdf")
    walk.press(Qt.Key.Key_P)
    text = paper_of(tmp_path / "study.pdf")
    assert "Visits" in text
    assert not [title for title in TITLES.values() if title in text]
