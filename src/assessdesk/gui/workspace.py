"""The one door from windows to use cases: performs them, turns a Refusal into a sentence, announces what changed.

It must not know any page, and no page reaches the desk except through it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from assessdesk.domain.checks import Finding
from assessdesk.gui.tasks import Report, Task, run
from assessdesk.ports import Refusal
from assessdesk.services.desk import Desk
from assessdesk.services.practice import practises
from assessdesk.services.session import Found

Result = TypeVar("Result")
LANGUAGES = ("en", "ko", "zh")


@dataclass(frozen=True, slots=True)
class Refused:
    """A use case that was refused: its code, the sentence to show, and what filled the sentence's places."""

    code: str
    sentence: str
    arguments: Mapping[str, str] = field(default_factory=dict)


class Workspace(QObject):
    """Performs use cases on the desk.

    Signals:
        changed: a frozenset of the kinds of facts that were written (participant, visit, value, package …).
        refused: a `Refused`, when the caller did not ask to handle refusals itself.
        language_changed: the new language of the interface.
        other_station_wished: somebody wants to practise, or to go back to the station of the study.
    """

    changed = Signal(object)
    refused = Signal(object)
    language_changed = Signal(str)
    other_station_wished = Signal()

    def __init__(self, desk: Desk, *, language: str = "en", parent: QObject | None = None) -> None:
        """Keep the desk and the language of the interface."""
        super().__init__(parent)
        self._desk = desk
        self._language = language
        self.found: Found | None = None
        """How the last run ended, as the sign-in told; None before it."""
        self.practice = _practises(desk)
        """Whether this is a station for practising; it does not change while the program runs."""

    @property
    def language(self) -> str:
        """The language of the interface: en, ko or zh."""
        return self._language

    def set_language(self, language: str) -> None:
        """Change the language of the interface and announce it."""
        if language in LANGUAGES and language != self._language:
            self._language = language
            self.language_changed.emit(language)

    def perform(
        self, use_case: Callable[[Desk], Result], *, on_refused: Callable[[Refused], None] | None = None
    ) -> Result | None:
        """Run a use case. A Refusal becomes a sentence for `on_refused` (or the `refused` signal) and None.

        A defect is not caught: it reaches the crash page.
        """
        try:
            result = use_case(self._desk)
        except Refusal as refusal:
            refused = self._refused(refusal)
            self._announce()
            if on_refused is not None:
                on_refused(refused)
            else:
                self.refused.emit(refused)
            return None
        self._announce()
        return result

    def perform_later(
        self,
        use_case: Callable[[Desk, Report], Result],
        *,
        done: Callable[[Result], None],
        on_refused: Callable[[Refused], None],
        progress: Callable[[str, int, int], None] | None = None,
    ) -> Task[Result]:
        """Run a long use case aside. `done`, `on_refused` and `progress` are called in the main thread.

        The use case gets the desk and a report to call with step, done and total; False means that it was cancelled.
        """

        def work(report: Report) -> Result:
            return use_case(self._desk, report)

        def ended(result: Result) -> None:
            self._announce()
            done(result)

        def failed(error: Exception) -> None:
            self._announce()
            if not isinstance(error, Refusal):
                raise error
            on_refused(self._refused(error))

        return run(work, done=ended, failed=failed, progress=progress)

    def read(self, question: Callable[[Desk], Result]) -> Result:
        """Ask the desk something that changes nothing and cannot be refused."""
        return question(self._desk)

    def _announce(self) -> None:
        """Tell every page which kinds of facts were written."""
        changes = self._desk.take_changes()
        if changes:
            self.changed.emit(changes)

    def _refused(self, refusal: Refusal) -> Refused:
        return Refused(code=refusal.code, sentence=self.sentence_of(refusal), arguments=refusal.arguments)

    def tell(self, refusal: Refusal) -> None:
        """Announce a refusal that came from outside the windows."""
        self.refused.emit(self._refused(refusal))

    def sentence_of(self, refusal: Refusal) -> str:
        """Return the sentence of a refusal in the language of the interface."""
        return self._desk.library.sentence(refusal.code, refusal.arguments, self._language)

    def sentence(self, finding: Finding) -> str:
        """Return the sentence of a finding in the language of the interface."""
        return self._desk.library.sentence(finding.code, dict(finding.arguments), self._language)


def _practises(desk: Desk) -> bool:
    """Say whether people practise here; a station that cannot be read tells that itself when it is signed in to."""
    try:
        return practises(desk)
    except Refusal:
        return desk.practice
