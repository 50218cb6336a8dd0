"""The words of queries in windows: where one points, who asked, how old it is, how it stands.

It must not know how queries come about.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from assessdesk.domain.conduct import QueryStand
from assessdesk.domain.querying import CENTRAL, RULE
from assessdesk.gui.fields.query_list import QueryRow
from assessdesk.gui.fields.status_badge import StateView
from assessdesk.gui.look.states import VisualState
from assessdesk.gui.page_parts import place_words

if TYPE_CHECKING:
    from datetime import datetime

    from assessdesk.services.queries import AskPlace, QueryLine

STATES = {
    QueryStand.OPEN: VisualState.QUERY_OPEN,
    QueryStand.ANSWERED: VisualState.QUERY_ANSWERED,
    QueryStand.CLOSED: VisualState.QUERY_CLOSED,
}


def age_words(since: datetime, now: datetime) -> str:
    """How long ago something was, in whole days."""
    days = (now - since).days
    translate = QCoreApplication.translate
    if days < 1:
        return translate("Queries", "today")
    if days == 1:
        return translate("Queries", "1 day")
    return translate("Queries", "{count} days").format(count=days)


def origin_words(line: QueryLine) -> str:
    """Who asked."""
    translate = QCoreApplication.translate
    if line.origin == CENTRAL:
        return translate("Queries", "{who} at central").format(who=line.raised_by)
    if line.origin == RULE:
        return translate("Queries", "the program")
    return line.raised_by


def about_words(place: AskPlace) -> str:
    """What a place is called: the value, the instrument, the visit or the participant."""
    translate = QCoreApplication.translate
    if place.about.instrument:
        return place_words(place.place)
    return place.visit_title or translate("Queries", "The participant")


def row_of(line: QueryLine, now: datetime) -> QueryRow:
    """A query as the list shows it."""
    where = place_words(line.place)
    return QueryRow(
        key=line.query,
        state=StateView(STATES[line.stand]),
        number=line.number,
        place=", ".join(part for part in (line.code, line.visit_title) if part),
        question=f"{where}. {line.text}" if where else line.text,
        age=age_words(line.raised_at, now),
    )
