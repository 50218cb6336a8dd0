"""Reads the rules that raise queries when a visit is signed, from `resources/query_rules.toml`.

The text is handed in and checked whole; all faults are reported at once. What a rule finds is decided elsewhere.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Final

from pydantic import StringConstraints

from assessdesk.domain.querying import QueryRule, RuleKind
from assessdesk.domain.values import LocalText
from assessdesk.services.definitions.faults import DefinitionFaults, Fault, check_leaves, check_unique, parse_toml
from assessdesk.services.definitions.shapes import LANGUAGES, Shape, WordsShape
from assessdesk.services.definitions.shaping import check_wording, shape_of

RULES_FILE: Final = "query_rules.toml"
RuleId = Annotated[str, StringConstraints(pattern=r"^(x\.)?[a-z0-9_]+$", max_length=40)]


class RuleShape(Shape):
    """One rule."""

    id: RuleId
    kind: Annotated[str, StringConstraints(pattern="^(" + "|".join(RuleKind) + ")$")]
    text: WordsShape


class RulesShape(Shape):
    """The whole file."""

    rules: list[RuleShape]


def parse_query_rules(
    text: str, *, file: str = RULES_FILE, cross: Mapping[str, object] | None = None
) -> tuple[QueryRule, ...]:
    """Return the rules that a text states. Raises DefinitionFaults with all faults at once.

    With `cross`, the cross-field rules by id, every rule of the kind `check` must be one of them.
    """
    root = parse_toml(text, file)
    shape, faults = shape_of(root, RulesShape, file)
    found = [*faults, *check_leaves(root, file), *check_wording(root, file, needed=LANGUAGES)]
    nodes = root.children("rules")
    found += check_unique([(node.at("id"), node.word("id")) for node in nodes], file)
    for node in nodes:
        if cross is not None and node.word("kind") == RuleKind.CHECK and node.word("id") not in cross:
            what = f"There is no cross-field rule `{node.word('id')}`."
            found.append(Fault("DEF-301", file, node.at("id"), what, "Name a rule of limits.toml."))
    if found or shape is None:
        raise DefinitionFaults(found)
    return tuple(
        QueryRule(
            id=one.id,
            kind=RuleKind(one.kind),
            text=LocalText({language: words for language, words in one.text if words is not None}),
        )
        for one in shape.rules
    )
