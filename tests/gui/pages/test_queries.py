"""Queries in the real window, by keys alone: asked from the review, answered, corrected, closed by somebody else."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPlainTextEdit

from assessdesk.domain.events import Draft
from assessdesk.domain.query_events import QueryRaised
from assessdesk.exchange.receipt import seal_receipt
from assessdesk.gui.demo.walkthrough import Walkthrough
from assessdesk.gui.fields.nav_list import NavList
from assessdesk.gui.page import Destination
from assessdesk.gui.pages.ask import AskPage
from assessdesk.gui.pages.exchange import ExchangePage
from assessdesk.gui.pages.queries import QueriesPage
from assessdesk.gui.pages.review import ReviewPage
from assessdesk.gui.window.main_window import MainWindow
from assessdesk.ports import QueryWord, Receipt
from assessdesk.services import queries, session
from assessdesk.services.desk import Desk
from assessdesk.services.queries import About
from tests.journeys.performance import Run
from tests.journeys.querying import CALF, LEFT, RIGHT, SECOND_USER, enter_as, query_desk, sign, whole_visit
from tests.journeys.visit import Central, StillClock

ALT, CONTROL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
Key = Qt.Key


@pytest.fixture
def run(tmp_path: Path, central: Central) -> Iterator[Run]:
    clock = StillClock()
    desk = query_desk(tmp_path, clock, central)
    made = whole_visit(desk, clock)
    sign(made)
    yield made
    session.release(desk)


@pytest.fixture
def window(run: Run, window_on: Callable[[Desk], MainWindow]) -> MainWindow:
    made = window_on(run.desk)
    made.go(Destination(page="today"))
    return made


def who(run: Run) -> str:
    return run.done.record.participant


def page(window: MainWindow) -> QueriesPage:
    shown = window.current()
    assert isinstance(shown, QueriesPage)
    return shown


def numbers(window: MainWindow) -> list[str]:
    return [row.number for row in page(window).list.items()]


def stand(run: Run) -> list[str]:
    return [str(line.stand) for line in queries.lines(run.desk, language="en")]


def words(text: str) -> None:
    """Write into the lines that have the focus."""
    focus = QApplication.focusWidget()
    assert isinstance(focus, QPlainTextEdit)
    focus.insertPlainText(text)


@pytest.mark.req("GUI-460")
def test_the_value_chosen_in_the_review_is_asked_about_by_keys(window: MainWindow, run: Run) -> None:
    walk = Walkthrough(window)
    window.go(Destination(page="review", participant=who(run), visit=run.visit, instrument=CALF, slot=LEFT))
    walk.press(Key.Key_Q, ALT)
    ask = window.current()
    assert isinstance(ask, AskPage)
    chosen = ask.places.chosen_row()
    assert chosen is not None
    assert chosen.about == About(visit=run.visit, instrument=CALF, slot=LEFT)
    walk.press(Key.Key_Return, CONTROL)
    assert "Nothing was written" in ask.words.finding()
    words("Which tape was used?")
    walk.press(Key.Key_Return, CONTROL)
    assert isinstance(window.current(), ReviewPage)
    (line,) = queries.lines(run.desk, language="en")
    assert (line.text, line.slot, line.origin) == ("Which tape was used?", LEFT, "person")


@pytest.mark.req("GUI-460")
def test_a_visit_or_the_participant_can_be_asked_about_too(window: MainWindow, run: Run) -> None:
    walk = Walkthrough(window)
    window.go(Destination(page="review", participant=who(run), visit=run.visit))
    walk.press(Key.Key_Q, ALT)
    ask = window.current()
    assert isinstance(ask, AskPage)
    assert ask.places.chosen_row() == ask.places.rows_model().rows()[1]
    walk.press(Key.Key_Up)
    walk.press(Key.Key_Return)
    words("Is the birth year right?")
    walk.press(Key.Key_Return, CONTROL)
    (line,) = queries.lines(run.desk, language="en")
    assert (line.visit, line.instrument) == ("", "")


@pytest.mark.req("GUI-461", "GUI-462")
def test_a_query_is_answered_and_closed_by_keys(window: MainWindow, run: Run) -> None:
    queries.raise_query(run.desk, who(run), About(visit=run.visit, instrument=CALF, slot=RIGHT), "Which tape?")
    walk = Walkthrough(window)
    walk.press(Key.Key_4, ALT)
    shown = page(window)
    assert numbers(window) == ["Q-0001"]
    (row,) = shown.list.items()
    assert (row.state.said(), row.place, row.age) == ("Open", f"{run.done.record.code}, Baseline", "today")
    assert row.question == "Calf circumference, Calf, right, trial 1. Which tape?"
    walk.press(Key.Key_Return)
    words("The green one.")
    walk.press(Key.Key_Escape)  # out of the words, which stay
    assert shown.words.value() == "The green one."
    walk.press(Key.Key_Return)
    walk.press(Key.Key_Return, CONTROL)
    assert stand(run) == ["answered"]
    assert shown.words.value() == ""
    walk.press(Key.Key_Return)
    words("Fine")
    walk.press(Key.Key_L, ALT)
    assert stand(run) == ["answered"]  # nobody accepts an answer of their own: the key does nothing
    enter_as(run.desk, SECOND_USER)
    window.go(Destination(page="queries"))
    walk.press(Key.Key_Return)
    words("Fine")
    walk.press(Key.Key_L, ALT)
    assert stand(run) == ["closed"]
    kinds = [entry.kind for entry in page(window).trail.rows_model().rows()]
    assert kinds[-3:] == ["query.raised", "query.answered", "query.closed"]
    walk.press(Key.Key_Return)
    words("Which number stands on it?")
    walk.press(Key.Key_R, ALT)
    assert stand(run) == ["open"]


@pytest.mark.req("GUI-462")
def test_from_the_query_to_the_correction_of_its_value(window: MainWindow, run: Run) -> None:
    queries.raise_query(run.desk, who(run), About(visit=run.visit, instrument=CALF, slot=LEFT), "Is it right?")
    walk = Walkthrough(window)
    walk.press(Key.Key_4, ALT)
    walk.press(Key.Key_C, ALT)
    review = window.current()
    assert isinstance(review, ReviewPage)
    chosen = review.correction.values.chosen_row()
    assert chosen is not None
    assert (chosen.instrument, chosen.slot) == (CALF, LEFT)
    walk.write("33.5")
    walk.press(Key.Key_Return)
    walk.write("Read the wrong line")
    walk.press(Key.Key_Return)
    held = run.desk.record(who(run)).visits[run.visit].of(CALF)
    assert held is not None
    live = held.live(LEFT)
    assert live is not None
    assert live.corrected


@pytest.mark.req("GUI-461")
def test_filters_choose_by_keys_and_count(window: MainWindow, run: Run) -> None:
    ask = [queries.raise_query(run.desk, who(run), About(), f"Question {number}?") for number in (1, 2, 3)]
    queries.answer(run.desk, who(run), ask[1], "Yes.")
    queries.close(run.desk, who(run), ask[2], "Found it")
    event = QueryRaised(
        participant=who(run), query="C-0031", visit="", assessment="", instrument="", slot="", turn=0,
        origin="central", raised_by="DM-01", rule="", text="Why so late?",
    )  # fmt: skip
    run.desk.append(Draft(event=event, entity=who(run), originator="imported"))
    walk = Walkthrough(window)
    walk.press(Key.Key_4, ALT)
    assert numbers(window) == ["C-0031", "Q-0001", "Q-0002", "Q-0003"]
    for key, wanted in (
        (Key.Key_O, ["C-0031", "Q-0001"]),
        (Key.Key_W, ["Q-0002"]),
        (Key.Key_D, ["Q-0003"]),
        (Key.Key_M, ["Q-0001", "Q-0002", "Q-0003"]),
        (Key.Key_A, ["C-0031", "Q-0001", "Q-0002", "Q-0003"]),
    ):
        walk.press(key, ALT)
        assert numbers(window) == wanted
    walk.press(Key.Key_Up)  # from the one that was chosen in the filters before
    walk.press(Key.Key_Up)
    thread = page(window).trail.rows_model().rows()
    assert [row.reason.partition(": ")[2] for row in thread] == ["Question 1?"]
    (pages,) = window.findChildren(NavList)
    assert [(item.key, item.count) for item in pages.items() if item.count] == [("queries", "2")]


@pytest.mark.req("GUI-461")
def test_without_queries_the_page_says_how_one_is_asked(window: MainWindow) -> None:
    walk = Walkthrough(window)
    walk.press(Key.Key_4, ALT)
    assert any("Alt Q" in name for name in walk.names())
    assert not page(window).list.isVisible()
    walk.press(Key.Key_Escape)
    assert window.current().path() == ("Today",)


@pytest.mark.req("GUI-463")
def test_a_receipt_says_what_is_new_and_what_was_left_out(
    window: MainWindow, run: Run, central: Central, tmp_path: Path
) -> None:
    head = run.desk.ledger.head()
    word = QueryWord(
        query="C-0001", number=1, act="raised", by="DM-01", at="2025-11-20T00:00:00.000+00:00",
        code=run.done.record.code, visit="", date="", instrument="", slot="", text="Why so late?",
    )  # fmt: skip
    receipt = Receipt(
        number=1, study="KCT0008961", station="S01-A", epoch=1, held_seq=head.seq, head=head.hash,
        central_time="2025-11-20T00:00:00.000+00:00", accepted=(), quarantined=(), digest="",
        queries=(word, replace(word, query="C-0002", code="S01-999-X")),
    )  # fmt: skip
    sealed = seal_receipt(receipt, sign=central.signing.sign, recipient=run.desk.ledger.station_recipient())
    (tmp_path / "receipt.age").write_bytes(sealed)
    walk = Walkthrough(window)
    walk.press(Key.Key_3, ALT)
    exchange = window.current()
    assert isinstance(exchange, ExchangePage)
    exchange.choose_file = lambda: str(tmp_path / "receipt.age")
    walk.press(Key.Key_R)
    told = " ".join(walk.names())
    assert "New on the page of queries: 1." in told
    assert "C-0002 is about S01-999-X, who is not on this station" in told
    walk.press(Key.Key_4, ALT)
    assert numbers(window) == ["C-0001"]
