"""The one door to threads: long work runs aside, its outcome comes back to the main thread.

Only what takes longer than a blink goes through here (opening a slot, export, ingest, verify); recording never does.
It must not know what the work is.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Generic, TypeVar

from PySide6.QtCore import QObject, QRunnable, Qt, QThreadPool, Signal, Slot

Result = TypeVar("Result")
Report = Callable[[str, int, int], bool]
"""Called by the work with the step it is at, done and total; answers False once cancelling was asked for."""


@dataclass(slots=True)
class _Mode:
    """Whether work runs aside or, in tests, at once."""

    inline: bool = False


_MODE = _Mode()


class Task(QObject, Generic[Result]):
    """One piece of work under way. `cancel()` asks it to stop at its next report; `running()` tells whether it goes on.

    Signals (internal): they carry outcomes across threads.
    """

    _progressed = Signal(str, int, int)
    _ended = Signal(object, object)

    def __init__(
        self,
        work: Callable[[Report], Result],
        *,
        done: Callable[[Result], None],
        failed: Callable[[Exception], None],
        progress: Callable[[str, int, int], None] | None,
    ) -> None:
        super().__init__()
        self._work = work
        self._done = done
        self._failed = failed
        self._progress = progress
        self._cancelled = threading.Event()
        self._running = True
        self._progressed.connect(self._on_progressed, Qt.ConnectionType.AutoConnection)
        self._ended.connect(self._on_ended, Qt.ConnectionType.AutoConnection)

    def running(self) -> bool:
        """Say whether the outcome is still to come."""
        return self._running

    def cancelled(self) -> bool:
        """Say whether somebody asked to stop."""
        return self._cancelled.is_set()

    def cancel(self) -> None:
        """Ask the work to stop; it ends as soon as it reports next."""
        self._cancelled.set()

    def report(self, step: str, done: int, total: int) -> bool:
        """Take a report from the work, in whichever thread it runs."""
        self._progressed.emit(step, done, total)
        return not self._cancelled.is_set()

    def work(self) -> None:
        """Do the work and send its outcome home."""
        try:
            result = self._work(self.report)
        except Exception as error:  # noqa: BLE001 - every outcome goes back to the main thread, defects too
            self._ended.emit(None, error)
        else:
            self._ended.emit(result, None)

    @Slot(str, int, int)
    def _on_progressed(self, step: str, done: int, total: int) -> None:
        if self._progress is not None and self._running:
            self._progress(step, done, total)

    @Slot(object, object)
    def _on_ended(self, result: Result, error: Exception | None) -> None:
        self._running = False
        _UNDER_WAY.discard(self)
        if error is None:
            self._done(result)
        else:
            self._failed(error)


class _Run(QRunnable):
    """Carries a task into a thread of the pool."""

    def __init__(self, task: Task[Result]) -> None:
        super().__init__()
        self._task = task

    def run(self) -> None:
        """Do the work."""
        self._task.work()


_UNDER_WAY: set[Task[object]] = set()
"""Keeps a task alive until its outcome was delivered, whatever became of the page that asked for it."""


def run(
    work: Callable[[Report], Result],
    *,
    done: Callable[[Result], None],
    failed: Callable[[Exception], None],
    progress: Callable[[str, int, int], None] | None = None,
) -> Task[Result]:
    """Start `work(report)` aside. `done(result)`, `failed(error)` and `progress` are called in the main thread.

    `failed` gets every exception; what it does not know it must raise again, so that the crash page shows.
    """
    task: Task[Result] = Task(work, done=done, failed=failed, progress=progress)
    if _MODE.inline:
        task.work()
    else:
        _UNDER_WAY.add(task)  # type: ignore[arg-type]  # the set only keeps it alive
        QThreadPool.globalInstance().start(_Run(task))
    return task


@contextmanager
def inline() -> Iterator[None]:
    """Run work at once and in the same thread while the context lasts (tests of pages)."""
    _MODE.inline = True
    try:
        yield
    finally:
        _MODE.inline = False
