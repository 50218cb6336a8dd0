"""The facts of a query: raised by a person, a rule or central; answered; closed or opened again.

It must not know how a query travels.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar


@dataclass(frozen=True, slots=True, kw_only=True)
class QueryRaised:
    """A documented question about a value, an assessment, a visit or (with none of them) a participant.

    `instrument` is that of the assessment, so that a list can name the place without reading it. `origin` is `person`,
    `rule` or `central`; `raised_by` is who asked there; `rule` names the check of a rule.
    """

    kind: ClassVar[str] = "query.raised"
    participant: str
    query: str
    visit: str
    assessment: str
    instrument: str
    slot: str
    turn: int
    origin: str
    raised_by: str
    rule: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class QueryAnswered:
    """The site answered a query; a correction, where one was needed, is a fact of its own."""

    kind: ClassVar[str] = "query.answered"
    participant: str
    query: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class QueryClosed:
    """The answer was accepted, or the query was withdrawn; `by` is who decided, at the site or at central."""

    kind: ClassVar[str] = "query.closed"
    participant: str
    query: str
    by: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class QueryReopened:
    """The answer was not enough."""

    kind: ClassVar[str] = "query.reopened"
    participant: str
    query: str
    by: str
    text: str


QueryEvent = QueryRaised | QueryAnswered | QueryClosed | QueryReopened
