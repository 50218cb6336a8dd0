"""Who may say what in a query, and what the rules that ask by themselves look like.

Whoever asked decides whether the answer is enough: central about its own queries, the site about the others, and
nobody about an answer of their own. It must not know permissions.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from assessdesk.domain.conduct import Conduct, Query, QueryStand
from assessdesk.domain.query_events import QueryAnswered, QueryClosed, QueryRaised, QueryReopened
from assessdesk.domain.values import LocalText

PERSON, RULE, CENTRAL = "person", "rule", "central"


class RuleKind(StrEnum):
    """What a rule looks at when a visit is signed."""

    CHECK = "check"
    PRIMARY_OUTCOME = "primary_outcome"
    AFTER_SIGNING = "after_signing"
    CONTESTED = "contested"


@dataclass(frozen=True, slots=True)
class QueryRule:
    """One rule that asks by itself; `id` of a check is that of the cross-field rule."""

    id: str
    kind: RuleKind
    text: LocalText


@dataclass(frozen=True, slots=True)
class Firing:
    """A rule that does not hold at a place; without a slot it is about the whole assessment."""

    rule: QueryRule
    assessment: str
    slot: str = ""
    turn: int = 0

    @property
    def key(self) -> tuple[str, str, str]:
        """What there is only one query of at a visit."""
        return self.rule.id, self.assessment, self.slot


def closing_fault(query: Query, user: str) -> str:
    """Return the code of the sentence why a person may not close a query now, or nothing."""
    last = query.words[-1] if query.words else None
    if query.raised.event.origin == CENTRAL:
        return "QUERY_OF_CENTRAL"
    if query.stand is QueryStand.CLOSED:
        return "QUERY_CLOSED_ALREADY"
    if query.stand is QueryStand.ANSWERED:
        return "QUERY_OWN_ANSWER" if last is not None and last.user == user else ""
    # Without an answer there is nothing to accept; whoever asked may take the question back.
    mine = query.raised.event.origin == PERSON and query.raised.user == user
    return "" if mine else "QUERY_NOT_ANSWERED"


def reopening_fault(query: Query) -> str:
    """Return the code of the sentence why nobody here may open a query again, or nothing."""
    if query.raised.event.origin == CENTRAL:
        return "QUERY_OF_CENTRAL"
    return "QUERY_IS_OPEN" if query.stand is QueryStand.OPEN else ""


def answering_fault(query: Query) -> str:
    """Return the code of the sentence why a query takes no answer, or nothing."""
    return "QUERY_CLOSED_ALREADY" if query.stand is QueryStand.CLOSED else ""


def said_by_origin(query: Query) -> int:
    """Return how often whoever raised a query has spoken: raised, closed and reopened; answers are the site's."""
    return 1 + sum(isinstance(word.event, QueryClosed | QueryReopened) for word in query.words)


def last_answer(query: Query) -> str:
    """Return the text of the latest answer, or nothing."""
    texts = [word.event.text for word in query.words if isinstance(word.event, QueryAnswered)]
    return texts[-1] if texts else ""


def of_rules(conduct: Conduct, visit: str) -> Iterator[tuple[tuple[str, str, str], Query]]:
    """Yield the queries that rules raised at a visit, by what there is only one query of."""
    for query in conduct.queries.values():
        event = query.raised.event
        if event.origin == RULE and event.visit == visit:
            yield (event.rule, event.assessment, event.slot), query


def closed_by_rule(query: Query) -> bool:
    """Say whether a query was closed because its rule held again, not because somebody accepted an answer."""
    last = query.words[-1].event if query.words else None
    return isinstance(last, QueryClosed) and last.by == query.raised.event.rule


def place_path(raised: QueryRaised) -> str:
    """Return the field path of a query's entries: visit, assessment and slot as far as it names them."""
    return "/".join(part for part in (raised.visit, raised.assessment, raised.slot) if part)


def named_arm(text: str, arms: Mapping[str, LocalText]) -> bool:
    """Say whether a text names a study arm, by id or title, in any language, as a word of its own.

    Scripts without blanks between words have no words of their own: there it is enough that the name occurs.
    """
    folded = f" {''.join(sign if sign.isalnum() else ' ' for sign in text.casefold())} "
    folded = " ".join(["", *folded.split(), ""])
    for name, title in arms.items():
        for words in (name, *title.texts.values()):
            wanted = " ".join("".join(sign if sign.isalnum() else " " for sign in words.casefold()).split())
            if not wanted:
                continue
            if wanted.isascii():
                # One letter is a word of many languages: such an arm is named only together with the word for it.
                marked = [wanted] if len(wanted) > 1 else [f"{lead} {wanted}" for lead in ("arm", "group")]
                if any(f" {one} " in folded for one in marked):
                    return True
            elif wanted.replace(" ", "") in folded.replace(" ", ""):
                return True
    return False
