"""What the keys of a study say about one another: batteries, permissions, planned visits, languages, blinding.

It must not know what an instrument contains, only which ids exist.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Final

from assessdesk.services.definition_faults import Fault, Node, check_unique, nearest

# Without these nobody could be taken on, measured, signed for, or sent to central.
_NEEDED: Final = ("enrol", "capture", "sign", "export", "receive", "people")


def check_study(root: Node, file: str, known_instruments: Collection[str] | None) -> Iterator[Fault]:
    """Yield what contradicts itself in a study; batteries are looked up when `known_instruments` is given."""
    yield from _check_visits(root.children("visits"), file, known_instruments)
    yield from _check_roles(root, file)
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


def _check_visits(visits: tuple[Node, ...], file: str, known: Collection[str] | None) -> Iterator[Fault]:
    yield from check_unique([(visit.at("id"), visit.word("id")) for visit in visits], file)
    last_day, last_week = None, -1
    for visit in visits:
        battery = visit.words("battery")
        yield from check_unique([(visit.at("battery"), name) for name in battery], file)
        for name in battery if known is not None else ():
            if known is not None and name not in known:
                what = f"There is no instrument `{name}`."
                yield Fault("DEF-301", file, visit.at("battery"), what, nearest(name, known))
        week = visit.number("week", last_week)
        first_day = 7 * week - visit.number("days_before", 0)
        if week < last_week:
            what = f"Week {week} comes after week {last_week}."
            yield Fault("DEF-303", file, visit.at("week"), what, "List the visits in the order of their weeks.")
        elif last_day is not None and first_day <= last_day:
            what = "The window begins before the window of the visit before it has ended."
            yield Fault("DEF-303", file, visit.at("days_before"), what, "Make the windows narrower.")
        last_week, last_day = week, 7 * week + visit.number("days_after", 0)


def _check_roles(root: Node, file: str) -> Iterator[Fault]:
    roles = root.named("roles")
    given = {permission for _, role in roles for permission in role.words("may")}
    for permission in _NEEDED:
        if roles and permission not in given:
            what = f"No role may `{permission}`."
            yield Fault("DEF-302", file, "roles", what, f"Add `{permission}` to the `may` list of a role.")
    for _, role in roles:
        may = role.words("may")
        yield from check_unique([(role.at("may"), permission) for permission in may], file)
        if root.table.get("blinded") is True and {"capture", "unblinded"} <= set(may):
            what = "The study is blinded, but this role may both capture and see the arm."
            yield Fault("DEF-305", file, role.at("may"), what, "Take `unblinded` or `capture` off this role.")
