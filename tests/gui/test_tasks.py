"""Long work runs aside and its outcome comes back to the main thread."""

import threading
from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from assessdesk.gui import tasks


def unexpected(error: Exception) -> None:
    raise error


@pytest.mark.req("GUI-101")
def test_work_runs_aside_and_its_outcome_comes_home(qtbot: QtBot) -> None:
    seen: list[tuple[str, threading.Thread]] = []
    home = threading.current_thread()

    def work(report: tasks.Report) -> int:
        seen.append(("work", threading.current_thread()))
        assert report("half", 1, 2)
        return 7

    def done(result: int) -> None:
        assert result == 7
        seen.append(("done", threading.current_thread()))

    def progress(step: str, count: int, total: int) -> None:
        assert (step, count, total) == ("half", 1, 2)
        seen.append(("progress", threading.current_thread()))

    task = tasks.run(work, done=done, failed=unexpected, progress=progress)
    qtbot.waitUntil(lambda: not task.running(), timeout=20_000)

    where = dict(seen)
    assert where["work"] is not home
    assert where["done"] is home
    assert where["progress"] is home


@pytest.mark.req("GUI-101")
def test_cancelling_reaches_the_work_at_its_next_report(qtbot: QtBot) -> None:
    started, stopped = threading.Event(), threading.Event()

    def work(report: tasks.Report) -> str:
        started.set()
        while report("working", 0, 1):
            stopped.wait(0.01)
        return "stopped"

    found: list[str] = []
    task = tasks.run(work, done=found.append, failed=unexpected)
    qtbot.waitUntil(started.is_set, timeout=20_000)
    assert task.running()
    task.cancel()
    qtbot.waitUntil(lambda: not task.running(), timeout=20_000)
    assert found == ["stopped"]


@pytest.mark.req("GUI-101")
@pytest.mark.parametrize("where", ["aside", "inline"])
def test_a_failure_is_handed_over_as_it_was_raised(qtbot: QtBot, where: str) -> None:
    def work(_: tasks.Report) -> None:
        raise ValueError("no room")

    failures: list[Exception] = []

    def go() -> tasks.Task[None]:
        return tasks.run(work, done=lambda _: None, failed=failures.append)

    def go_inline() -> tasks.Task[None]:
        with tasks.inline():
            return go()

    ways: dict[str, Callable[[], tasks.Task[None]]] = {"aside": go, "inline": go_inline}
    task = ways[where]()
    qtbot.waitUntil(lambda: not task.running(), timeout=20_000)
    assert [str(failure) for failure in failures] == ["no room"]
