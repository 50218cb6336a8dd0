"""What the page of the study shows beside the study itself: versions with who put them in force, and what changed.

Nobody's group is known here. Which groups there are, and what is planned for one of them only, is left out for a person
who may not know groups and does not answer for a version. It must not know windows.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from assessdesk.domain.study import Study
from assessdesk.services.amendments import StudyVersion, versions_of
from assessdesk.services.concealment import knows_arms
from assessdesk.services.definitions.diff import Difference, compare
from assessdesk.services.definitions.safety_rules import recalled_rules
from assessdesk.services.definitions.tables import unverified
from assessdesk.services.desk import Desk

PERMISSION = "definitions"
_OF_GROUPS = frozenset({"arms", "sessions", "calls"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Unverified:
    """A number that was recalled: the definition or file it stands in, its place, what it is, its source."""

    where: str
    place: str
    value: str
    source: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Changes:
    """What changed between a version and the one before it; `hidden` differences are about groups."""

    differences: tuple[Difference, ...]
    hidden: int = 0


def assumed(study: Study, *keys: str) -> tuple[str, ...]:
    """Return the ids of the assumptions that parts of a study rest on, by the keys of its file."""
    return tuple(one.id for one in study.assumptions if set(one.about) & set(keys))


def shows_groups(desk: Desk) -> bool:
    """Say whether the person signed in sees which groups the study has: who may know arms, or answers for versions."""
    return knows_arms(desk) or desk.may(PERMISSION)


def history(desk: Desk) -> tuple[StudyVersion, ...]:
    """Return the versions that took force here, the newest first."""
    return versions_of(desk)[::-1]


def changes_of(desk: Desk, version: StudyVersion) -> Changes:
    """Return what a version changed against the one before it; nothing for the first."""
    versions = versions_of(desk)
    place = next((at for at, one in enumerate(versions) if one.digest == version.digest), 0)
    if not place:
        return Changes(differences=())
    return visible(desk, compare(versions[place - 1].text, version.text))


def visible(desk: Desk, differences: tuple[Difference, ...]) -> Changes:
    """Return the differences that the person signed in may read, and how many are kept back."""
    if shows_groups(desk):
        return Changes(differences=differences)
    kept = tuple(one for one in differences if one.place[0].split()[0] not in _OF_GROUPS)
    return Changes(differences=kept, hidden=len(differences) - len(kept))


def unverified_numbers(desk: Desk, *, language: str) -> tuple[Unverified, ...]:
    """Return every number behind this study's visits that was recalled and that a named person must still check."""
    return (*_of_instruments(desk, language), *_of_tables(desk))


def _of_instruments(desk: Desk, language: str) -> Iterator[Unverified]:
    due = dict.fromkeys(name for visit in desk.in_force.visits for name in visit.battery)
    for name in due:
        for line in desk.instruments[name].unverified:
            place, _, why = line.partition(": ")
            said = desk.library.unverified_words.get(why, {}).get(language, why)
            yield Unverified(where=name, place=place, value=said)


def _of_tables(desk: Desk) -> Iterator[Unverified]:
    """Yield the recalled entries of the score tables, and of the safety rules."""
    found = (*unverified(desk.library.tables), *recalled_rules(desk.library.safety_text))
    for one in found:
        yield Unverified(where=one.file, place=one.key, value=one.value, source=one.source)
