"""Holds, alerts and adverse events on the real pages, by keyboard alone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from assessdesk.domain.adverse import AdverseEvent, Stand
from assessdesk.domain.commands import RecordText
from assessdesk.gui.demo.walkthrough import Walkthrough
from assessdesk.gui.look.theme import apply_theme
from assessdesk.gui.look.tokens import Scheme
from assessdesk.gui.page import Destination, Page
from assessdesk.gui.pages.adverse_event import AdverseEventPage
from assessdesk.gui.pages.review import ReviewPage
from assessdesk.gui.pages.visit import VisitPage
from assessdesk.gui.workspace import Workspace
from assessdesk.services import adverse_events
from assessdesk.services.desk import Desk
from tests.domain.test_safety import CALM
from tests.gui.conftest import Enrol
from tests.gui.pages.capturing import Key, Nurse
from tests.journeys.asking import asking_desk
from tests.journeys.performance import Run
from tests.journeys.visit import StillClock, open_baseline

ALT, CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
PHQ = {"setup.language": "ko", "setup.mode": "paper"} | {f"core.q{n}": "0" for n in range(1, 9)}


@pytest.fixture(autouse=True)
def dressed(qapp: QApplication) -> Iterator[None]:
    apply_theme(qapp, Scheme.LIGHT)
    yield
    apply_theme(qapp, Scheme.LIGHT)


class Bench(Nurse):
    """A nurse at a visit whose battery and first instrument a test names."""

    def __init__(self, folder: Path, qtbot: QtBot, *battery: str) -> None:
        self.clock = StillClock()
        self.desk = asking_desk(folder, self.clock, *battery)
        self.run = Run.begin(self.desk, self.clock, battery[0])
        self.visit = self.run.visit
        row = self.desk.ledger.views.participant(self.run.done.record.participant)
        assert row is not None
        self.row = row
        self.workspace = Workspace(self.desk)
        self.left: list[Destination] = []
        self.strokes = 0
        self._qtbot = qtbot

    def see(self, page: Page, instrument: str = "") -> None:
        """Show a page at the visit."""
        self._qtbot.addWidget(page)
        self.show(page, instrument)

    def events(self) -> list[AdverseEvent]:
        return list(self.desk.record(self.row.participant).visits[self.visit].adverse_events.values())


def titles(page: VisitPage) -> list[str]:
    assert page._about_shown is not None
    return [care.title for care in page._about_shown.cares]


@pytest.mark.req("GUI-400")
def test_a_hold_is_shown_and_released_by_keyboard(tmp_path: Path, qtbot: QtBot) -> None:
    bench = Bench(tmp_path, qtbot, "safety_screen", "grip_strength", "calf")
    bench.run.walk(CALM | {"temperature.1.temp": "38.2"})
    page = VisitPage(bench.workspace)
    bench.see(page)
    assert page.course.instrument == "calf"  # grip is barred, the measurement at rest goes on
    assert titles(page)[0] == "Temperature of 38.0 °C or more"
    assert page.safety.hold.isVisible()
    bench.press(Key.Key_S, ALT)
    assert page.safety.form.isVisible()
    assert not page.board.isVisible()
    bench.press(Key.Key_Return)
    bench.press(Key.Key_Return)
    assert page.safety.clinician.finding()
    assert "hold.released" not in bench.kinds()
    bench.write("MD-02")
    bench.write("Seen, afebrile by ear")
    assert bench.kinds()[-1] == "hold.released"
    assert not page.safety.hold.isVisible()
    assert page.board.isVisible()
    assert page._about_shown is not None
    assert page._about_shown.gate is not None
    assert page._about_shown.gate.words == "Hold released by MD-02"
    page._begin("grip_strength")
    assert page.course.instrument == "grip_strength"


@pytest.mark.req("GUI-400")
def test_a_screen_that_was_passed_says_so_with_its_time(tmp_path: Path, qtbot: QtBot) -> None:
    bench = Bench(tmp_path, qtbot, "safety_screen", "grip_strength")
    bench.run.walk(CALM)
    page = VisitPage(bench.workspace)
    bench.see(page)
    assert page._about_shown is not None
    assert page._about_shown.gate is not None
    assert page._about_shown.gate.words == f"Safety screen passed, {bench.clock.now():%H:%M}"
    bench.press(Key.Key_S, ALT)
    assert not page.safety.form.isVisible()


@pytest.mark.req("GUI-401")
def test_held_effort_is_stated_as_not_done_by_keyboard_and_esc_changes_nothing(tmp_path: Path, qtbot: QtBot) -> None:
    bench = Bench(tmp_path, qtbot, "safety_screen", "grip_strength", "calf")
    bench.run.walk(CALM | {"today.symptoms": "nausea"})
    page = VisitPage(bench.workspace)
    bench.see(page)
    head = bench.desk.ledger.head()
    bench.press(Key.Key_S, ALT)
    bench.press(Key.Key_Escape)
    assert not page.safety.form.isVisible()
    assert bench.left == []
    assert bench.desk.ledger.head() == head
    bench.write("D-1")  # the keys of the capture work again
    assert bench.turns("setup.device", "calf")
    bench.press(Key.Key_S, ALT)
    bench.press(Key.Key_D, ALT)
    rows = {row.instrument: row.state for row in page.course.view.battery}
    assert rows["grip_strength"] == "missing"
    assert page.safety.hold.isVisible()  # the hold itself stands until somebody releases it


@pytest.mark.req("GUI-402")
def test_the_ninth_item_alerts_until_it_is_acknowledged_with_a_key(tmp_path: Path, qtbot: QtBot) -> None:
    bench = Bench(tmp_path, qtbot, "phq9", "calf")
    bench.run.walk(PHQ, until="core.q9")
    bench.run.perform(RecordText(slot="core.q9", text="1"))
    page = VisitPage(bench.workspace)
    bench.see(page)
    assert page.safety.alert.isVisible()
    bench.press(Key.Key_K, ALT)
    assert not page.safety.alert.isVisible()
    assert bench.kinds()[-1] == "alert.acknowledged"
    assert [one.stand for one in bench.events()] == [Stand.DRAFT]
    kinds = bench.kinds()
    bench.press(Key.Key_K, ALT)
    assert bench.kinds() == kinds


@pytest.mark.req("GUI-403")
def test_the_review_names_the_drafts_first_and_leads_to_them(tmp_path: Path, qtbot: QtBot) -> None:
    bench = Bench(tmp_path, qtbot, "phq9", "calf")
    page = ReviewPage(bench.workspace)
    bench.see(page)
    assert not page.drafts.isVisible()
    bench.run.walk(PHQ, until="core.q9")
    bench.run.perform(RecordText(slot="core.q9", text="2"))
    page.refresh()
    shown = page.drafts.finding()
    assert shown is not None
    assert "1" in shown.lead
    assert page.drafts.geometry().top() < page.results.geometry().top()
    bench.press(Key.Key_E, ALT)
    assert [wish.page for wish in bench.left] == ["adverse_event"]


def described(bench: Bench) -> None:
    """Fill the form from its first field on: every choice by its digit."""
    bench.write("Dizziness")
    for _ in ("onset", "end", "known_at"):
        bench.press(Key.Key_Return)
    for digit in "2", "1", "1", "", "3", "1", "2", "2", "2":
        if digit:
            bench.write(digit, enter=False)
            bench.press(Key.Key_Return)
        else:
            bench.press(Key.Key_Tab)


@pytest.mark.req("GUI-404")
def test_a_draft_is_described_by_keyboard(tmp_path: Path, qtbot: QtBot) -> None:
    bench = Bench(tmp_path, qtbot, "phq9", "calf")
    adverse_events.report(bench.desk, bench.run.done.record, bench.visit, term="Fall")
    page = AdverseEventPage(bench.workspace)
    bench.see(page)
    bench.press(Key.Key_Return, CTRL)
    assert "grade" in page.part("grade").finding()
    assert [one.stand for one in bench.events()] == [Stand.DRAFT]
    page.part("term").take_focus()
    described(bench)
    bench.press(Key.Key_Return, CTRL)
    (one,) = bench.events()
    assert one.completed is not None
    assert (one.completed.term, one.completed.reporter, one.completed.grade) == ("Dizziness", "assessor", 1)
    assert (one.completed.relation_assessment, one.completed.relation_exercise) == ("possible", "none")
    assert (one.completed.action, one.completed.outcome) == ("test_stopped", "recovering")
    assert page.shown() is None


@pytest.mark.req("GUI-405")
def test_drafts_are_turned_closed_as_none_and_reported(tmp_path: Path, qtbot: QtBot) -> None:
    bench = Bench(tmp_path, qtbot, "phq9", "calf")
    record = adverse_events.report(bench.desk, bench.run.done.record, bench.visit, term="Fall")
    adverse_events.report(bench.desk, record, bench.visit, term="Bruise")
    page = AdverseEventPage(bench.workspace)
    bench.see(page)
    first = page.shown()
    bench.press(Key.Key_Down, ALT)
    second = page.shown()
    assert (first is not None and first.term, second is not None and second.term) == ("Fall", "Bruise")
    bench.press(Key.Key_X, ALT)
    assert page.none_reason.finding()
    bench.write("From last week, known")
    assert [one.stand for one in bench.events()] == [Stand.DRAFT, Stand.DISMISSED]
    page.new_term.take_focus()
    bench.write("Nosebleed")
    assert [one.term for one in bench.events()] == ["Fall", "Bruise", "Nosebleed"]
    shown = page.shown()
    assert shown is not None
    assert shown.term == "Nosebleed"
    bench.press(Key.Key_Escape)
    assert [wish.page for wish in bench.left] == ["review"]


@pytest.mark.req("GUI-406")
def test_one_that_has_ended_is_chosen_from_the_list_and_described_anew(tmp_path: Path, qtbot: QtBot) -> None:
    bench = Bench(tmp_path, qtbot, "phq9", "calf")
    record = adverse_events.report(bench.desk, bench.run.done.record, bench.visit, term="Fall")
    adverse_events.report(bench.desk, record, bench.visit, term="Bruise")
    page = AdverseEventPage(bench.workspace)
    bench.see(page)
    page.part("term").take_focus()
    described(bench)
    bench.press(Key.Key_Return, CTRL)
    assert [one.term for one in page.table.rows_model().rows()] == ["Bruise", "Dizziness"]
    bench.press(Key.Key_L, ALT)
    bench.press(Key.Key_Down)
    shown = page.shown()
    assert shown is not None
    assert (shown.term, shown.stand) == ("Dizziness", Stand.COMPLETED)
    assert not page.none_reason.isVisible()
    assert page.part("grade").value() == "1"
    bench.press(Key.Key_Return)
    bench.press(Key.Key_Return)
    bench.press(Key.Key_Return)
    bench.write("2025-11-18")
    bench.press(Key.Key_Return, CTRL)
    assert page.change_reason.finding()
    bench.write("It has ended")
    ended = [one.completed for one in bench.events() if one.completed is not None]
    assert [(one.term, one.end, one.reason) for one in ended] == [("Dizziness", "2025-11-18", "It has ended")]


@pytest.mark.req("GUI-406")
def test_whoever_only_reads_sees_the_list_and_no_field(tmp_path: Path, qtbot: QtBot) -> None:
    bench = Bench(tmp_path, qtbot, "phq9", "calf")
    adverse_events.report(bench.desk, bench.run.done.record, bench.visit, term="Fall")
    study = bench.desk.in_force
    roles = {name: replace(role, may=role.may - {"capture", "sign"}) for name, role in study.roles.items()}
    bench.desk.study = replace(study, roles=roles)
    page = AdverseEventPage(bench.workspace)
    bench.see(page)
    assert [one.term for one in page.table.rows_model().rows()] == ["Fall"]
    assert not page.form.isVisible()
    assert not page.new_term.isVisible()
    bench.press(Key.Key_Return, CTRL)
    assert [one.stand for one in bench.events()] == [Stand.DRAFT]


@pytest.mark.req("GUI-408")
@pytest.mark.parametrize("leave", ["lock", "language"])
def test_dropping_pages_chooses_nothing_on_one_that_was_left(
    walk: Walkthrough, signed_in: Desk, enrol: Enrol, leave: str
) -> None:
    row = enrol()
    visit = open_baseline(signed_in, row)
    for page in ("participant", "adverse_event"):
        walk.window.go(Destination(page=page, participant=row.participant, visit=visit))
    walk.type("Another event, such as a fall", "A fall at home")
    walk.press(Key.Key_N, ALT)
    walk.type("Why it is no adverse event", "It was a stumble")
    walk.press(Key.Key_X, ALT)
    walk.window.go(Destination(page="review", participant=row.participant, visit=visit))
    walk.window.go(Destination(page="today"))
    if leave == "lock":
        walk.press(Key.Key_L, CTRL)
        assert signed_in.opened is None
    else:
        walk.window.workspace.set_language("ko")
