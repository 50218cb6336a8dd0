"""What changed between two versions of a definition, in words, place by place.

It compares the parsed texts, so that every key of the vocabulary is covered, today's and tomorrow's. It must not know
what a key means, nor which version is right.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from assessdesk.services.definitions.faults import parse_toml
from assessdesk.services.definitions.numbers import opened_out

ADDED, REMOVED, CHANGED, MOVED = "added", "removed", "changed", "moved"
_NAMING: Final = ("id", "code")
_LANGUAGES: Final = frozenset({"en", "ko", "zh"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """One difference: where (in words, outermost first), which kind, and the value before and after as text."""

    place: tuple[str, ...]
    kind: str
    before: str = ""
    after: str = ""

    def __str__(self) -> str:
        where = ", ".join(self.place)
        if self.kind == ADDED:
            return f"{where}: added {self.after}".rstrip()
        if self.kind == REMOVED:
            return f"{where}: removed {self.before}".rstrip()
        if self.kind == MOVED:
            return f"{where}: another order, {self.before}, now {self.after}"
        return f"{where}: {self.before}, now {self.after}"


def compare(before: str, after: str, *, file: str = "definition.toml") -> tuple[Difference, ...]:
    """Return every difference between two texts in the order of the second. Raises DefinitionFaults for no TOML."""
    old, new = (opened_out(parse_toml(text, file)).table for text in (before, after))
    return tuple(_tables((), old, new))


def _tables(place: tuple[str, ...], old: Mapping[str, object], new: Mapping[str, object]) -> Iterator[Difference]:
    """Compare two tables key by key."""
    for key in (*new, *(key for key in old if key not in new)):
        here = (*place, _word(key))
        if key not in old:
            yield from _alone(here, new[key], ADDED)
        elif key not in new:
            yield from _alone(here, old[key], REMOVED)
        else:
            yield from _values(here, old[key], new[key])


def _values(place: tuple[str, ...], old: object, new: object) -> Iterator[Difference]:
    if isinstance(old, Mapping) and isinstance(new, Mapping):
        yield from _tables(place, old, new)
    elif isinstance(old, list) and isinstance(new, list):
        yield from _lists(place, old, new)
    elif old != new or type(old) is not type(new):
        yield Difference(place=place, kind=CHANGED, before=_said(old), after=_said(new))


def _lists(place: tuple[str, ...], old: Sequence[object], new: Sequence[object]) -> Iterator[Difference]:
    """Compare two lists: tables by their ids, plain values as a set with an order."""
    names = [[_name(each) for each in many] for many in (old, new)]
    if all(all(some) and len(set(some)) == len(some) for some in names):
        yield from _named(place, dict(zip(names[0], old, strict=True)), dict(zip(names[1], new, strict=True)))
    elif any(isinstance(each, Mapping | list) for each in (*old, *new)):
        for number in range(max(len(old), len(new))):
            here = (*place[:-1], f"{place[-1]} {number + 1}")
            if number >= len(old):
                yield from _alone(here, new[number], ADDED)
            elif number >= len(new):
                yield from _alone(here, old[number], REMOVED)
            else:
                yield from _values(here, old[number], new[number])
    else:
        gone = [_said(each) for each in old if each not in new]
        came = [_said(each) for each in new if each not in old]
        if came:
            yield Difference(place=place, kind=ADDED, after=", ".join(came))
        if gone:
            yield Difference(place=place, kind=REMOVED, before=", ".join(gone))
        if not came and not gone and list(old) != list(new):
            yield Difference(place=place, kind=MOVED, before=_said(old), after=_said(new))


def _named(place: tuple[str, ...], old: Mapping[str, object], new: Mapping[str, object]) -> Iterator[Difference]:
    """Compare two lists of tables that have ids."""
    for name in (*new, *(name for name in old if name not in new)):
        here = (*place[:-1], f"{place[-1]} {name}")
        if name not in old:
            yield from _alone(here, new[name], ADDED)
        elif name not in new:
            yield from _alone(here, old[name], REMOVED)
        else:
            yield from _values(here, old[name], new[name])
    kept = [name for name in new if name in old]
    before = [name for name in old if name in new]
    if kept != before:
        yield Difference(place=place, kind=MOVED, before=", ".join(before), after=", ".join(kept))


def _alone(place: tuple[str, ...], value: object, kind: str) -> Iterator[Difference]:
    """Say what stands on one side only; a table that has a title by its title and all that it holds."""
    if isinstance(value, Mapping) and not _is_wording(value):
        title = value.get("title")
        said = _said(title) if isinstance(title, Mapping) else ""
        yield Difference(place=place, kind=kind, **{"after" if kind == ADDED else "before": said})
        for key, each in value.items():
            if key not in {*_NAMING, "title"}:
                yield from _alone((*place, _word(key)), each, kind)
    elif isinstance(value, list) and any(isinstance(each, Mapping) for each in value):
        for number, each in enumerate(value, start=1):
            yield from _alone((*place[:-1], f"{place[-1]} {_name(each) or number}"), each, kind)
    else:
        yield Difference(place=place, kind=kind, **{"after" if kind == ADDED else "before": _said(value)})


def _name(value: object) -> str:
    """Return the id or code of a table, or nothing."""
    if isinstance(value, Mapping):
        for key in _NAMING:
            if isinstance(value.get(key), str):
                return str(value[key])
    return ""


def _is_wording(value: Mapping[str, object]) -> bool:
    return bool(value) and set(value) <= _LANGUAGES


def _word(key: str) -> str:
    """Return a key as words: `days_before` as `days before`."""
    return key.replace("_", " ") if key.islower() else key


def _said(value: object) -> str:
    """Return a value as a person reads it; hidden characters are dropped, not shown."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, Mapping):
        if _is_wording(value):
            return f"“{_said(value.get('en', next(iter(value.values()))))}”"
        return ", ".join(f"{_word(key)} {_said(each)}" for key, each in value.items())
    if isinstance(value, list):
        return ", ".join(map(_said, value)) or "nothing"
    text = str(value)
    return "".join(each for each in text if each == "\n" or unicodedata.category(each) not in {"Cc", "Cf", "Cs", "Co"})
