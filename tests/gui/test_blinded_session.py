"""A blinded assessor's whole session, searched: it says the same whatever the group of the participant is.

The session runs twice, once for each group, and everything that was said is collected: the text of every widget and
action, accessible names, what models and painted widgets hold, the printed page, the clipboard and every file. The two
collections must be equal, and must not hold the names of the groups except where the log asks for a guess among all.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QAbstractItemModel, QAbstractTableModel, Qt
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QAbstractItemView, QApplication, QWidget

from assessdesk.domain.blinding_events import UnblindedInEmergency
from assessdesk.gui.page import Destination
from assessdesk.gui.pages.review import ReviewPage
from assessdesk.gui.review.blinding_panel import BlindingPanel
from assessdesk.gui.window.main_window import MainWindow
from assessdesk.services import allocation, blinding, session
from assessdesk.services.assessments import open_visit
from assessdesk.services.desk import Desk
from assessdesk.services.summary import summary_of
from tests.journeys.blinded import ALLOCATOR, ARMS, BLINDED, PASSPHRASES, TITLES, blinded_desk, sign_in
from tests.journeys.visit import StillClock, enrol

HERON, OTTER = ARMS
TOLD, EMERGENCY = "MD-77", "Anaphylaxis on the ward"
TEXTS = ("text", "title", "placeholderText", "windowTitle", "toolTip", "statusTip", "whatsThis")
NAMES = ("accessibleName", "accessibleDescription", "objectName")
PAGES = ("today", "participants", "participant", "visit", "review", "summary", "exchange", "audit", "study")
# What differs between any two runs: sealed boxes, ids, hashes, head codes, addresses in memory.
CHANCE = re.compile(
    r"[A-Za-z0-9+/]{100,}={0,2}|[0-9a-f]{8}-[0-9a-f-]{27}|[0-9A-Fa-f]{4}(?: [0-9A-Fa-f]{4}){3,}"
    r"|0x[0-9a-f]+|\b[0-9A-Fa-f]{16,}\b"
)


def said_by(widget: QWidget) -> Iterator[str]:
    """Yield everything a widget says: its texts, its actions, its rows and the plain facts it paints from."""
    for name in (*TEXTS, *NAMES):
        said = getattr(widget, name, None)
        if callable(said):
            yield str(said())
    for action in widget.actions():
        yield from said_by_action(action)
    if isinstance(widget, QAbstractItemView) and widget.model() is not None:
        yield from said_by_model(widget.model())
    for held in vars(widget).values():
        if type(held).__module__.startswith("assessdesk") and "Workspace" not in type(held).__name__:
            yield repr(held)


def said_by_action(action: QAction) -> Iterator[str]:
    yield from (action.text(), action.iconText(), action.toolTip(), action.statusTip())


def said_by_model(model: QAbstractItemModel) -> Iterator[str]:
    for row in range(model.rowCount()):
        for column in range(model.columnCount() if isinstance(model, QAbstractTableModel) else 1):
            index = model.index(row, column)
            for role in (*range(14), Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 1):
                held = index.data(role)
                if held is not None:
                    yield str(held)


def whole_session(folder: Path, arm: str, window_on: Callable[[Desk], MainWindow]) -> tuple[Counter[str], Counter[str]]:
    """Return everything said at a session, outside and inside the blinding panel."""
    folder.mkdir()
    clock = StillClock()
    desk = blinded_desk(folder, clock)
    row = enrol(desk, anchor_date=clock.now().date().isoformat())
    sign_in(desk, ALLOCATOR)
    allocation.allocate(desk, row.participant, arm, again=arm)
    told = allocation.record_unblinding(
        desk,
        row.participant,
        date=clock.now().date().isoformat(),
        told=TOLD,
        reason=EMERGENCY,
        passphrase=PASSPHRASES[ALLOCATOR],
    )
    assert told == arm
    sign_in(desk, BLINDED)
    clock.pass_seconds(42 * 86_400)
    visit = open_visit(desk, row.participant, "week_06", birth_year=str(row.birth_year))
    window = window_on(desk)
    outside: Counter[str] = Counter()
    inside: Counter[str] = Counter()
    for name in PAGES:
        window.go(Destination(page=name, participant=row.participant, visit=visit))
        for widget in QApplication.allWidgets():
            panel = next((one for one in _ancestors(widget) if isinstance(one, BlindingPanel)), None)
            (inside if panel else outside).update(CHANCE.sub("#", said) for said in said_by(widget))
        if name == "review":
            page = window.current()
            assert isinstance(page, ReviewPage)
            assert page.blinding.isVisible(), "the log is due at this visit"
    blinding.log(desk, row.participant, visit, way="nothing", guess=arm)
    window.go(Destination(page="review", participant=row.participant, visit=visit))
    for widget in QApplication.allWidgets():
        panel = next((one for one in _ancestors(widget) if isinstance(one, BlindingPanel)), None)
        (inside if panel else outside).update(CHANCE.sub("#", said) for said in said_by(widget))
    outside[CHANCE.sub("#", repr(summary_of(desk, desk.record(row.participant), visit, language="ko")))] += 1
    outside[QGuiApplication.clipboard().text()] += 1
    session.lock(desk, "asked")
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            content = path.read_bytes()
            for word in (*ARMS, *TITLES.values()):
                assert word.encode() not in content, path
    window.hide()
    window.deleteLater()
    return outside, inside


def _ancestors(widget: QWidget) -> Iterator[QWidget]:
    at: QWidget | None = widget
    while at is not None:
        yield at
        at = at.parentWidget()


@pytest.mark.req("BLD-006", "BLD-007")
def test_a_blinded_session_says_the_same_for_either_group(
    tmp_path: Path, window_on: Callable[[Desk], MainWindow]
) -> None:
    outside, inside = whole_session(tmp_path / "heron", HERON, window_on)
    others, others_inside = whole_session(tmp_path / "otter", OTTER, window_on)
    assert sum(outside.values()) > 1_000, "the search must have read whole pages"
    for word in (*ARMS, *TITLES.values()):
        assert not [said for said in outside if word in said]
    # The record that a page was given holds the fact as it was written; nothing that is said may repeat its words.
    said_aloud = [said for said in outside if UnblindedInEmergency.__name__ not in said]
    for word in (TOLD, EMERGENCY):
        assert not [said for said in said_aloud if word in said]
    assert any("Emergency unblinding" in said for said in said_aloud), "that it was recorded is no secret"
    assert any(TITLES[HERON] in said for said in inside), "the log asks for a guess among all groups"
    assert set(outside) == set(others)
    assert set(inside) == set(others_inside)
