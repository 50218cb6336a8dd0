"""The closed lists of coded reasons: why something is not done, void, kept, begun otherwise or changed.

The words stand in `resources/reasons.toml`, whose text is handed in. This module must not know who asks for a reason.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import chain
from typing import Final

from assessdesk.domain.values import LocalText
from assessdesk.services.definitions.faults import (
    DefinitionFaults,
    Fault,
    Node,
    check_leaves,
    check_unique,
    parse_toml,
)
from assessdesk.services.definitions.shapes import LANGUAGES, ReasonShape, ReasonsShape
from assessdesk.services.definitions.shaping import check_wording, shape_of

_PREFIXES: Final = {"not_done": "ND", "void": "V", "confirmation": "C", "missed": "M", "change": "R", "beginning": "B"}


@dataclass(frozen=True, slots=True)
class Reason:
    """One coded reason. `key` is the digit, or two digits, that choose it; empty when no person may choose it.

    `physical` says whether a person's body was the reason; None where the question does not arise.
    """

    code: str
    title: LocalText
    key: str
    needs_text: bool
    physical: bool | None

    @property
    def may_be_chosen(self) -> bool:
        """Say whether a person may give this reason for a trial or an item."""
        return bool(self.key)


@dataclass(frozen=True, slots=True)
class Reasons:
    """The lists, each in the order in which it is offered; nobody is asked for a `change`, the program knows it."""

    not_done: tuple[Reason, ...]
    void: tuple[Reason, ...]
    confirmation: tuple[Reason, ...]
    missed: tuple[Reason, ...] = ()
    change: tuple[Reason, ...] = ()
    beginning: tuple[Reason, ...] = ()

    @property
    def not_done_for_trial(self) -> tuple[Reason, ...]:
        """The not-done reasons that a person may give for a trial or an item."""
        return tuple(reason for reason in self.not_done if reason.may_be_chosen)

    def find(self, code: str) -> Reason:
        """Return the reason with this code, or raise KeyError."""
        lists = (self.not_done, self.void, self.confirmation, self.missed, self.change, self.beginning)
        for reason in chain(*lists):
            if reason.code == code:
                return reason
        raise KeyError(code)


def parse_reasons(text: str, *, file: str = "reasons.toml") -> Reasons:
    """Return the lists of reasons. Raises DefinitionFaults with all faults at once."""
    root = parse_toml(text, file)
    shape, faults = shape_of(root, ReasonsShape, file)
    found = [
        *faults,
        *check_leaves(root, file),
        *check_wording(root, file, needed=LANGUAGES),
        *(fault for name in _PREFIXES for fault in _check_list(root, name, file)),
    ]
    if found or shape is None:
        raise DefinitionFaults(found)
    lists = (shape.not_done, shape.void, shape.confirmation, shape.missed, shape.change, shape.beginning)
    return Reasons(*(_reasons(one) for one in lists))


def load_reasons(read: Callable[[str], str]) -> Reasons:
    """Return the lists that are shipped, read by name. Raises DefinitionFaults."""
    return parse_reasons(read("reasons.toml"))


def _check_list(root: Node, name: str, file: str) -> Iterator[Fault]:
    entries = root.children(name)
    yield from check_unique([(entry.at("code"), entry.word("code")) for entry in entries], file)
    keys = [(entry.at("key"), entry.word("key")) for entry in entries if entry.word("key")]
    yield from check_unique(keys, file)
    for entry in entries:
        if entry.word("code") and not entry.word("code").startswith(_PREFIXES[name]):
            what = f"`{entry.word('code')}` does not belong to the list `{name}`."
            yield Fault("DEF-401", file, entry.at("code"), what, f"Its codes begin with {_PREFIXES[name]}.")
    for path, key in keys:
        if any(other != key and other.startswith(key) for _, other in keys):
            what = f"The key {key} also begins a longer key."
            yield Fault(
                "DEF-401", file, path, what, "A key must not begin another one: the second digit would be lost."
            )


def _reasons(shapes: list[ReasonShape]) -> tuple[Reason, ...]:
    return tuple(
        Reason(
            code=shape.code,
            title=LocalText({language: text for language, text in shape.title if text is not None}),
            key=shape.key,
            needs_text=shape.needs_text,
            physical=shape.physical,
        )
        for shape in shapes
    )
