"""Exercise sessions and follow-ups by telephone on the real pages, by keyboard; and what blinded people see of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from assessdesk.domain.programme_events import CallRecorded, SessionRecorded
from assessdesk.gui.demo.walkthrough import Walkthrough
from assessdesk.gui.page import Destination
from assessdesk.gui.pages.adverse_event import AdverseEventPage
from assessdesk.gui.pages.calls import CallsPage
from assessdesk.gui.pages.programme import ProgrammePage
from assessdesk.gui.window.main_window import MainWindow
from assessdesk.ports import ParticipantRow
from assessdesk.services import calls, session, sessions
from assessdesk.services.desk import Desk
from tests.journeys.blinded import BLINDED
from tests.journeys.programme import held, participants, programme_desk, sign_in, to_day
from tests.journeys.visit import StillClock

Key = Qt.Key
ALT, CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
FIRST = "week_01_1"


class Bench:
    """The window on a desk with an exercise leader signed in and a participant of each arm."""

    def __init__(self, folder: Path, window_on: Callable[[Desk], MainWindow]) -> None:
        self.clock = StillClock()
        self.desk = programme_desk(folder, self.clock)
        self.exercising, self.called = participants(self.desk, self.clock)
        self._window_on = window_on
        self.show()

    def show(self) -> None:
        """Open a window for whoever is signed in."""
        self.window = self._window_on(self.desk)
        self.walk = Walkthrough(self.window)

    def go(self, page: str, row: ParticipantRow | None = None) -> None:
        self.window.go(Destination(page=page, participant=row.participant if row else ""))

    def keys(self, *keys: Key) -> None:
        for key in keys:
            self.walk.press(key)

    def type_through(self, *texts: str) -> None:
        """Type into one field after the other."""
        for text in texts:
            self.walk.write(text)
            self.walk.press(Key.Key_Return)

    def sessions(self) -> list[SessionRecorded]:
        told = self.desk.record(self.exercising.participant).conduct.sessions.get(FIRST, ())
        return [one.event for one in told]

    def call(self) -> CallRecorded | None:
        recorded = self.desk.record(self.called.participant).conduct.calls["call_01"].recorded
        return recorded.event if recorded else None

    def programme(self) -> ProgrammePage:
        page = self.window.page("programme")
        assert isinstance(page, ProgrammePage)
        return page

    def calls_page(self) -> CallsPage:
        page = self.window.page("calls")
        assert isinstance(page, CallsPage)
        return page

    def hints(self) -> set[str]:
        """The words of the keys that work now."""
        return {action.iconText() for action in self.window.current().key_actions()}


@pytest.fixture
def bench(tmp_path: Path, window_on: Callable[[Desk], MainWindow]) -> Iterator[Bench]:
    made = Bench(tmp_path, window_on)
    yield made
    session.release(made.desk)


@pytest.mark.req("GUI-450")
def test_a_session_is_typed_through_by_keyboard(bench: Bench) -> None:
    bench.go("programme")
    bench.keys(Key.Key_Return)  # the only participant with sessions
    assert bench.window.current().path() == ("Exercise sessions", bench.exercising.code)
    bench.keys(Key.Key_Return)  # the first session
    bench.keys(Key.Key_1, Key.Key_Return)  # it was held
    bench.keys(Key.Key_Return)  # today
    bench.keys(Key.Key_2, Key.Key_Return)  # online
    bench.type_through("60", "4", "1", "2")
    bench.keys(Key.Key_2, Key.Key_Return)  # no adverse event
    bench.keys(Key.Key_Return, Key.Key_Return)  # led by whoever is signed in; no remark
    bench.type_through("22,5", "", "", "")  # prescribed load; sets and repetitions as prescribed; load follows
    bench.walk.write("15")
    bench.walk.press(Key.Key_Return, CTRL)
    assert bench.programme().panel.table.finding().startswith("Seated row: load: nothing was entered.")
    bench.type_through("15")
    bench.walk.press(Key.Key_Return, CTRL)
    (event,) = bench.sessions()
    assert (event.mode, event.minutes, event.supervisor) == ("online", 60, "TR-01")
    assert [str(one.load) for one in event.exercises] == ["22.5", "15", "None", "None"]
    assert bench.walk.has("Attendance: 1.9 %")
    assert bench.walk.has("Relative dose: 100.0 %")


@pytest.mark.req("GUI-450")
def test_unusual_minutes_are_asked_about_with_the_digits_of_the_reasons(bench: Bench) -> None:
    bench.go("programme", bench.exercising)
    bench.keys(Key.Key_Return)
    panel = bench.programme().panel
    bench.keys(Key.Key_1, Key.Key_Return, Key.Key_Return, Key.Key_1, Key.Key_Return)
    bench.type_through("80", "", "", "")
    bench.keys(Key.Key_2, Key.Key_Return, Key.Key_Return, Key.Key_Return)
    bench.type_through("20", "", "", "", "15", "", "", "")
    bench.walk.press(Key.Key_Return, CTRL)
    assert panel.asking()
    bench.keys(Key.Key_Escape)  # back to the field, nothing lost
    assert (panel.asking(), panel.part("minutes").value()) == (False, "80")
    bench.walk.press(Key.Key_Return, CTRL)
    bench.keys(Key.Key_4, Key.Key_Return)  # another reason needs words
    assert bench.sessions() == []
    bench.walk.write("Long warm-up")
    bench.keys(Key.Key_Return)
    (event,) = bench.sessions()
    assert [(one.reason, one.text) for one in event.confirmations] == [("C4", "Long warm-up")]


@pytest.mark.req("GUI-450")
def test_a_session_not_held_asks_for_its_reason_and_a_correction_for_another(bench: Bench) -> None:
    bench.go("programme", bench.exercising)
    bench.keys(Key.Key_Return, Key.Key_2, Key.Key_Return, Key.Key_1, Key.Key_Return, Key.Key_Return)
    assert [event.not_held for event in bench.sessions()] == ["toxicity"]
    bench.keys(Key.Key_Left, Key.Key_Left, Key.Key_Return)
    assert bench.programme().panel.session == FIRST
    bench.keys(Key.Key_Return, Key.Key_2, Key.Key_Return, Key.Key_Return, Key.Key_Return)
    change = bench.programme().panel.part("change")
    assert change.finding().startswith("A reason is needed")
    bench.type_through("Chosen wrongly")
    assert [(event.not_held, event.change) for event in bench.sessions()] == [
        ("toxicity", ""),
        ("fever", "Chosen wrongly"),
    ]


@pytest.mark.req("GUI-451")
def test_an_adverse_event_of_a_session_is_reached_by_a_key(bench: Bench) -> None:
    who = bench.exercising
    sessions.record_session(bench.desk, who.participant, FIRST, held(bench.desk, adverse_event="yes", term="Dizzy"))
    bench.go("programme", who)
    bench.keys(Key.Key_E)
    page = bench.window.current()
    assert isinstance(page, AdverseEventPage)
    shown = page.shown()
    assert shown is not None
    assert shown.term == "Dizzy"
    bench.keys(Key.Key_Escape)
    assert bench.window.current().path() == ("Participants", who.code)


@pytest.mark.req("GUI-452")
def test_a_call_is_tried_reached_and_recorded_by_keyboard(bench: Bench) -> None:
    to_day(bench.clock, 28)
    bench.go("calls")
    bench.keys(Key.Key_Return)
    bench.walk.press(Key.Key_N, ALT)
    assert bench.calls_page().panel.day.value() == "2025-12-20"
    bench.walk.press(Key.Key_R, ALT)
    panel = bench.calls_page().panel
    assert not panel.part("exercise_minutes").isVisible()
    bench.type_through("11")
    bench.walk.press(Key.Key_Return, CTRL)
    bench.keys(Key.Key_2)  # no adverse event
    bench.walk.press(Key.Key_Return, CTRL)
    assert "11" in panel.part("joint_pain").finding()
    bench.type_through("3", "20", "4", "2", "0", "None", "", "", "Keep moving", "")
    event = bench.call()
    assert event is not None
    assert (str(event.joint_pain), event.stiffness_minutes, event.days_missed) == ("3", 20, 0)
    assert (event.analgesics, event.advice, event.next_date) == ("None", "Keep moving", "2026-01-17")
    assert bench.window.current().path() == ("Telephone follow-ups",)


@pytest.mark.req("GUI-452")
def test_a_call_is_given_up_only_when_the_key_is_there(bench: Bench) -> None:
    to_day(bench.clock, 28)
    bench.go("calls", bench.called)
    bench.keys(Key.Key_Return)
    for tried in range(3):
        assert ("missed" in bench.hints()) == (tried >= 3)
        bench.walk.type("Day of the attempt", f"2025-12-{18 + tried}")
        bench.walk.press(Key.Key_N, ALT)
    assert "missed" in bench.hints()
    bench.walk.press(Key.Key_G, ALT)
    missed = bench.desk.record(bench.called.participant).conduct.calls["call_01"].missed
    assert missed is not None
    assert missed.event.reason == "ND14"


@pytest.mark.req("GUI-453")
def test_the_participant_page_leads_to_what_there_is(bench: Bench) -> None:
    bench.go("participant", bench.exercising)
    assert {"exercise sessions", "telephone follow-ups"} & bench.hints() == {"exercise sessions"}
    bench.go("participant", bench.called)
    assert {"exercise sessions", "telephone follow-ups"} & bench.hints() == {"telephone follow-ups"}
    bench.keys(Key.Key_F)
    assert bench.window.current().path() == ("Telephone follow-ups",)
    bench.keys(Key.Key_Escape)
    assert bench.window.current().path() == ("Participants", bench.called.code)


@pytest.mark.req("GUI-453")
def test_somebody_blinded_sees_two_pages_that_differ_in_the_code_alone(bench: Bench) -> None:
    now = bench.desk.clock.now().date().isoformat()
    form = held(bench.desk, adverse_event="yes", term="Dizzy after the leg press")
    sessions.record_session(bench.desk, bench.exercising.participant, FIRST, form)
    calls.attempt(bench.desk, bench.called.participant, "call_01", day=now, reached=True, text="Early")
    told = calls.CallForm(date=now, adverse_event="yes", term="Hot flushes")
    calls.record_call(bench.desk, bench.called.participant, "call_01", told)
    sign_in(bench.desk, BLINDED)
    bench.show()
    seen: list[set[str]] = []
    for row in (bench.exercising, bench.called):
        words: set[str] = set()
        for page in ("participant", "audit"):
            bench.go(page, row)
            words |= {text.replace(row.code, "CODE") for text in texts_of(bench.window)} | bench.hints()
        seen.append(words)
    assert seen[0] == seen[1]
    everything = " ".join(seen[0]).casefold()
    for word in ("session", "telephone", "dizzy", "flush", "leg press"):
        assert word not in everything


@pytest.mark.req("GUI-453")
def test_the_left_column_offers_sessions_and_calls_to_those_who_may(bench: Bench) -> None:
    bench.go("today")
    bench.walk.press(Key.Key_Minus, ALT)
    assert bench.window.current() is bench.programme()
    sign_in(bench.desk, BLINDED)
    bench.show()
    bench.go("today")
    before = bench.window.current()
    bench.walk.press(Key.Key_Minus, ALT)
    bench.walk.press(Key.Key_0, ALT)
    assert bench.window.current() is before


@pytest.mark.req("GUI-453")
def test_a_page_opened_without_the_permission_says_so_and_shows_nobody(bench: Bench) -> None:
    sign_in(bench.desk, BLINDED)
    bench.show()
    for page in ("programme", "calls"):
        bench.go(page)
        assert bench.exercising.code not in " ".join(texts_of(bench.window))
        assert any("may not do this" in text for text in texts_of(bench.window))


@pytest.mark.req("GUI-450")
def test_before_the_first_day_is_known_the_page_says_where_to_state_it(bench: Bench) -> None:
    conduct = bench.desk.in_force.conduct
    assert conduct.sessions is not None
    later = replace(conduct.sessions, anchor="randomisation")
    bench.desk.study = replace(bench.desk.in_force, conduct=replace(conduct, sessions=later))
    bench.go("programme", bench.exercising)
    assert any("first day of the programme is not stated" in text for text in texts_of(bench.window))


def texts_of(window: QWidget) -> set[str]:
    """Everything a window says: names, descriptions, words of visible widgets, cells of visible tables."""
    found: set[str] = set()
    for widget in window.findChildren(QWidget):
        if not widget.isVisible():
            continue
        found |= {widget.accessibleName(), widget.accessibleDescription()}
        text = getattr(widget, "text", None)
        found.add(str(text()) if callable(text) else "")
        if isinstance(widget, QAbstractItemView) and not isinstance(widget, QHeaderView):
            found |= cells_of(widget)
    return found - {"", "None"}


def cells_of(view: QAbstractItemView) -> set[str]:
    """The words of a list or table; of the audit trail without number and time, which differ for everybody."""
    model, root = view.model(), view.rootIndex()
    wide = isinstance(view, QTableView)  # the model of a list keeps its one column to itself
    columns = range(2 if view.accessibleName() == "Audit trail" else 0, model.columnCount(root) if wide else 1)
    rows = range(model.rowCount(root))
    return {str(model.index(row, column, root).data()) for row in rows for column in columns}
