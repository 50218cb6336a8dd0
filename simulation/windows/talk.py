"""Asks about a visit, answers and closes queries on the real windows. It must not know what is asked."""

from __future__ import annotations

from assessdesk.gui.demo.walkthrough import Key
from assessdesk.services import queries
from simulation.acts import Accepted, Asked, Replied
from simulation.telling import ANSWER, DECISION
from simulation.windows.sitting import ALT, CONTROL, WindowSite


def ask(site: WindowSite, act: Asked) -> None:
    """Raise a query about a visit from its review."""
    visit = site.visit(act.person, act.visit)
    known = {row.query for row in site.desk.ledger.views.queries()}
    site.go("review", act.person, visit=visit)
    site.walk.press(Key.Key_Q, ALT)
    site.walk.type("The question", act.text)
    with site.recording("the query"):
        site.walk.press(Key.Key_Return, CONTROL)
    (new,) = {row.query for row in site.desk.ledger.views.queries()} - known
    site.queries[act.person, act.visit, ""] = new


def reply(site: WindowSite, act: Replied) -> None:
    """Answer a query."""
    _take_up(site, act)
    site.walk.write(ANSWER)
    with site.recording("the answer"):
        site.walk.press(Key.Key_Return, CONTROL)


def accept(site: WindowSite, act: Accepted) -> None:
    """Accept an answer, and close the query."""
    _take_up(site, act)
    site.walk.write(DECISION)
    with site.recording("the closing"):
        site.walk.press(Key.Key_L, ALT)


def _take_up(site: WindowSite, act: Replied | Accepted) -> None:
    """Choose a query in the list, and begin to write."""
    site.go("queries")
    site.walk.press(Key.Key_Home)
    places = [line.query for line in queries.lines(site.desk, language="en")]
    for _ in range(places.index(site.query(act))):
        site.walk.press(Key.Key_Down)
    site.walk.press(Key.Key_Return)
