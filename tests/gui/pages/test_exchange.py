"""Exchange through the real window: export, cancel, receipts, checking the ledger."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from assessdesk.gui import tasks
from assessdesk.gui.demo.walkthrough import Walkthrough
from assessdesk.gui.fields.export_progress import ExportView
from assessdesk.gui.fields.finding_line import FindingLine
from assessdesk.gui.page import Destination
from assessdesk.gui.pages.exchange import ExchangePage
from assessdesk.gui.window.main_window import MainWindow
from assessdesk.gui.workspace import Refused
from assessdesk.ports import Refusal
from assessdesk.services import courier
from assessdesk.services.desk import Desk
from tests.gui.conftest import Enrol


@pytest.fixture
def page(window: MainWindow, tmp_path: Path) -> ExchangePage:
    window.go(Destination(page="exchange"))
    found = window.current()
    assert isinstance(found, ExchangePage)
    (tmp_path / "stick").mkdir()
    found.choose_folder = lambda: str(tmp_path / "stick")
    return found


def told(page: ExchangePage) -> str:
    shown = page._told.finding()
    return f"{shown.lead} {shown.sentence}" if shown else ""


@pytest.mark.req("EXP-101")
def test_an_export_says_done_only_after_it_was_compared(
    page: ExchangePage, signed_in: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[str] = []
    show = page._progress.show_view

    def watched(view: ExportView | None) -> None:
        if view is not None:
            seen.append(view.steps[-1].state)
        show(view)

    monkeypatch.setattr(page._progress, "show_view", watched)
    page._export.trigger()
    (package,) = signed_in.ledger.views.packages()
    assert (tmp_path / "stick" / package.file_name).exists()
    assert told(page).startswith("Exported.")
    assert seen[-1] == "done"
    assert "done" not in seen[:-1]
    assert not page._export.isEnabled()
    assert [row.state for row in page._table.rows_model().rows()] == ["waiting"]


@pytest.mark.req("EXP-101")
def test_a_full_or_missing_folder_is_said_and_nothing_is_lost(
    page: ExchangePage, walk: Walkthrough, signed_in: Desk, tmp_path: Path
) -> None:
    page.choose_folder = lambda: str(tmp_path / "nowhere" / "deep")
    before = signed_in.ledger.head().seq
    (tmp_path / "nowhere").write_text("a file in the way", encoding="utf-8")
    walk.press(Qt.Key.Key_E)
    assert signed_in.ledger.head().seq == before
    shown = page._progress.findChildren(FindingLine)[0].finding()
    assert shown is not None
    assert shown.lead == "Not exported; nothing was lost."
    assert page._export.isEnabled()


@pytest.mark.req("EXP-102")
def test_a_cancelled_export_leaves_no_file_and_no_fact(signed_in: Desk, tmp_path: Path) -> None:
    steps: list[str] = []

    def cancel_when_writing(step: str, done: int, total: int) -> bool:
        steps.append(step)
        assert done <= total
        return len(steps) < 2

    with pytest.raises(Refusal) as caught:
        courier.send(signed_in, tmp_path / "keys", version="0", progress=cancel_when_writing)
    assert caught.value.code == "EXPORT_CANCELLED"
    assert not signed_in.ledger.views.packages()
    assert not list((tmp_path / "keys").glob("*.age*"))


@pytest.mark.req("EXP-102")
def test_esc_cancels_while_a_package_is_written_and_leaves_otherwise(
    window: MainWindow, page: ExchangePage, walk: Walkthrough
) -> None:
    class Waiting:
        cancelled = False

        def running(self) -> bool:
            return not self.cancelled

        def cancel(self) -> None:
            self.cancelled = True

    waiting = Waiting()
    page._task = waiting  # type: ignore[assignment]  # only what the page asks a task for
    page._enable()
    assert page.busy()
    walk.press(Qt.Key.Key_Escape)
    assert waiting.cancelled
    assert window._at.page == "exchange"
    page._on_export_refused(Refused("EXPORT_CANCELLED", "Cancelled."))
    walk.press(Qt.Key.Key_Escape)
    assert window._at.page == "today"


@pytest.mark.req("EXP-103")
def test_a_file_that_is_no_receipt_changes_nothing(
    page: ExchangePage, walk: Walkthrough, signed_in: Desk, tmp_path: Path
) -> None:
    (tmp_path / "letter.age").write_bytes(b"not a receipt")
    before = signed_in.ledger.head().seq
    page.choose_file = lambda: str(tmp_path / "letter.age")
    walk.press(Qt.Key.Key_R)
    assert told(page).startswith("Not accepted:")
    page.choose_file = lambda: str(tmp_path / "nowhere.age")
    walk.press(Qt.Key.Key_R)
    assert "nowhere.age" in told(page)
    assert signed_in.ledger.head().seq == before


@pytest.mark.req("EXP-104")
def test_the_ledger_is_checked_on_request_and_the_check_is_stated(
    page: ExchangePage, walk: Walkthrough, signed_in: Desk
) -> None:
    walk.press(Qt.Key.Key_V)
    assert told(page).startswith("Checked.")
    assert [entry.kind for entry in signed_in.ledger.entries()][-1] == "ledger.verified"


@pytest.mark.req("EXP-104")
def test_only_who_may_export_receives_or_checks(
    page: ExchangePage, signed_in: Desk, enrol: Enrol, tmp_path: Path
) -> None:
    signed_in.roles = ("allocator",)
    page.refresh()
    assert not any(action.isEnabled() for action in (page._export, page._receipt, page._check))
    for refused in (
        lambda: courier.send(signed_in, tmp_path, version="0", progress=lambda *_: True),
        lambda: courier.receive(signed_in, b""),
        lambda: courier.verify(signed_in, progress=lambda *_: True),
    ):
        with pytest.raises(Refusal, match="NOT_PERMITTED"):
            refused()


@pytest.mark.req("EXP-101")
def test_an_export_really_runs_aside(page: ExchangePage, walk: Walkthrough, signed_in: Desk) -> None:
    tasks._MODE.inline = False
    walk.press(Qt.Key.Key_E)
    walk.until(lambda: not page.busy(), "the export to end")
    assert len(signed_in.ledger.views.packages()) == 1
