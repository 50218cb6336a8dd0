"""Every version of the definitions that a station adopted, so that a visit is read for ever as it was opened.

A version of the study goes with the instruments that were in force when it was adopted. Old versions are parsed when
somebody asks for them; this module must not know who may adopt one.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from assessdesk.domain.instrument import Instrument
    from assessdesk.domain.rows import DefinitionRow
    from assessdesk.domain.study import Study

STUDY, INSTRUMENT = "study", "instrument"


class Editions:
    """The adopted texts by digest, and which instruments went with which version of the study.

    Args:
        rows: every adoption, in the order of the ledger.
    """

    def __init__(self, rows: Sequence[DefinitionRow] = ()) -> None:
        """Sort the rows; nothing is parsed yet."""
        self._texts = {row.digest: row.text for row in rows}
        self._with: dict[str, Mapping[str, str]] = {}
        current: dict[str, str] = {}
        for row in rows:
            if row.type == INSTRUMENT:
                current[row.id] = row.digest
            elif row.type == STUDY:
                self._with.setdefault(row.digest, dict(current))
        self._latest = current
        self._studies: dict[str, Study] = {}

    def __contains__(self, digest: str) -> bool:
        """Say whether a version of the study was adopted."""
        return digest in self._with

    def study(self, digest: str) -> Study:
        """Return an adopted version of the study. Raises KeyError."""
        if digest not in self._studies:
            from assessdesk.services.definitions.parsing import parse_study

            self._studies[digest] = parse_study(self._texts[digest], None)
        return self._studies[digest]

    def instrument(self, digest: str) -> Instrument:
        """Return an adopted edition of an instrument. Raises KeyError."""
        return _read(self._texts[digest])

    def with_study(self, digest: str) -> Mapping[str, Instrument]:
        """Return the instruments by id that went with a version of the study. Raises KeyError."""
        return {name: self.instrument(one) for name, one in self._with[digest].items()}

    def latest(self) -> Mapping[str, Instrument]:
        """Return the last adopted edition of every instrument by id, also of those that no battery names any more."""
        return {name: self.instrument(one) for name, one in self._latest.items()}


@lru_cache(maxsize=256)
def _read(text: str) -> Instrument:
    """Return the instrument of an adopted text; the same text is read once, however often somebody signs in."""
    from assessdesk.services.definitions.parsing import parse_instrument

    return parse_instrument(text)
