"""What the keys of a study say about one another: batteries, permissions, planned visits, languages, blinding.

It must not know what an instrument contains, only which ids exist.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Final

from assessdesk.domain.codes import PRACTICE_SITE
from assessdesk.services.definitions.conduct_checks import BASELINE, check_conduct
from assessdesk.services.definitions.faults import Fault, Node, check_unique, nearest

# Without these nobody could be taken on, measured, signed for, or sent to central.
_NEEDED: Final = ("enrol", "capture", "sign", "export", "receive", "people")
_NEEDED_BY: Final = {
    "eligibility": "screen",
    "statuses": "status",
    "sessions": "sessions",
    "calls": "calls",
    "certification": "certify",
}


def check_study(root: Node, file: str, known_instruments: Collection[str] | None) -> Iterator[Fault]:
    """Yield what contradicts itself in a study; batteries are looked up when `known_instruments` is given."""
    yield from _check_visits(root, file, known_instruments)
    yield from _check_roles(root, file)
    yield from check_conduct(root, file)
    if PRACTICE_SITE in dict(root.named("sites")):
        what = f"`{PRACTICE_SITE}` stands for the site of invented participants."
        yield Fault("DEF-313", file, f"sites.{PRACTICE_SITE}", what, "Give the site another code.")
    assumptions = root.children("assumptions")
    yield from check_unique([(each.at("id"), each.word("id")) for each in assumptions], file)
    for key in ("sexes", "languages"):
        yield from check_unique([(key, each) for each in root.words(key)], file)
    languages = root.words("languages")
    if languages and "en" not in languages:
        what = "English is not among the languages."
        yield Fault("DEF-304", file, "languages", what, "Add `en`; interface words fall back to it.")
    spoken = root.word("participant_language")
    if spoken and languages and spoken not in languages:
        what = f"`{spoken}` is not among the languages of the study."
        yield Fault("DEF-304", file, "participant_language", what, f"Use one of: {', '.join(languages)}.")


def _check_visits(root: Node, file: str, known: Collection[str] | None) -> Iterator[Fault]:
    visits = root.children("visits")
    yield from check_unique([(visit.at("id"), visit.word("id")) for visit in visits], file)
    stated = {BASELINE, *(anchor.word("id") for anchor in root.children("anchors"))}
    last: dict[
        str, tuple[int, int | None]
    ] = {}  # by anchor: the week of the visit before, and the last day of its window
    for visit in visits:
        battery = visit.words("battery")
        yield from check_unique([(visit.at("battery"), name) for name in battery], file)
        for name in battery if known is not None else ():
            if known is not None and name not in known:
                what = f"There is no instrument `{name}`."
                yield Fault("DEF-301", file, visit.at("battery"), what, nearest(name, known))
        anchor = visit.word("anchor") or BASELINE
        if anchor not in stated:
            what = f"There is no anchor `{anchor}` before this visit."
            yield Fault("DEF-303", file, visit.at("anchor"), what, nearest(anchor, stated))
        stated.add(f"visit:{visit.word('id')}")
        last_week, last_day = last.get(anchor, (-1, None))
        week = visit.number("week", last_week)
        first_day = 7 * week - visit.number("days_before", 0)
        if week < last_week:
            what = f"Week {week} comes after week {last_week}."
            yield Fault("DEF-303", file, visit.at("week"), what, "List the visits in the order of their weeks.")
        elif last_day is not None and first_day <= last_day:
            what = "The window begins before the window of the visit before it has ended."
            yield Fault("DEF-303", file, visit.at("days_before"), what, "Make the windows narrower.")
        last[anchor] = week, 7 * week + visit.number("days_after", 0)


def _needed(root: Node) -> Iterator[str]:
    """Yield the permissions without which a study of this kind could not be done."""
    yield from _NEEDED
    for key, permission in _NEEDED_BY.items():
        if root.table.get(key):
            yield permission
    if any(criterion.table.get("waivable") is True for criterion in root.children("eligibility")):
        yield "waive"
    if root.table.get("blinded") is True and root.table.get("arms"):
        yield from ("allocate", "unblinded")


def _tells_the_arm(root: Node) -> Iterator[str]:
    """Yield the permissions that show somebody the arm in this study, be it by who is on a list."""
    yield from ("unblinded", "allocate")
    arms = {arm.word("id") for arm in root.children("arms")}
    for key in ("sessions", "calls"):
        plan = root.child(key)
        if plan is not None and plan.words("arms") and set(plan.words("arms")) != arms:
            yield key


def _check_roles(root: Node, file: str) -> Iterator[Fault]:
    roles = root.named("roles")
    given = {permission for _, role in roles for permission in role.words("may")}
    for permission in _needed(root):
        if roles and permission not in given:
            what = f"No role may `{permission}`."
            yield Fault("DEF-302", file, "roles", what, f"Add `{permission}` to the `may` list of a role.")
    for _, role in roles:
        may = role.words("may")
        yield from check_unique([(role.at("may"), permission) for permission in may], file)
        telling = [permission for permission in _tells_the_arm(root) if permission in may]
        if root.table.get("blinded") is True and "capture" in may and telling:
            what = f"The study is blinded, but this role may capture and, by `{telling[0]}`, see the arm."
            yield Fault("DEF-305", file, role.at("may"), what, f"Take `{telling[0]}` or `capture` off this role.")
