"""Items that differ by their number only are written once: `numbers = { from = 1, to = 28 }` stands for 28 items.

The file is opened out before it is checked, so that every later step sees plain items. What cannot be opened out is
left as it is, for the checks to name. This module must not know what the items ask.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from assessdesk.services.definitions.faults import Node

PLACE: Final = "{n}"
MOST: Final = 100


def opened_out(root: Node) -> Node:
    """Return the root with every item that has `numbers` replaced by its numbered items."""
    sections = root.table.get("sections")
    if not isinstance(sections, list):
        return root
    return Node(root.path, {**root.table, "sections": [_section(each) for each in sections]})


def run_of(item: Mapping[str, object]) -> range | None:
    """Return the numbers of an item, or None when it has none or they cannot be opened out."""
    numbers = item.get("numbers")
    if not isinstance(numbers, dict) or set(numbers) != {"from", "to"}:
        return None
    first, last = numbers["from"], numbers["to"]
    if type(first) is not int or type(last) is not int or not 0 <= first <= last < first + MOST:
        return None
    title = item.get("title")
    words = title.values() if isinstance(title, dict) else ()
    named = bool(words) and all(isinstance(each, str) and PLACE in each for each in words)
    return range(first, last + 1) if named and isinstance(item.get("id"), str) else None


def _section(section: object) -> object:
    if not isinstance(section, dict) or not isinstance(section.get("items"), list):
        return section
    return {**section, "items": [each for item in section["items"] for each in _items(item)]}


def _items(item: object) -> Iterator[object]:
    run = run_of(item) if isinstance(item, dict) else None
    if run is None or not isinstance(item, dict):
        yield item
        return
    for number in run:
        numbered = {key: _numbered(value, number) if key in {"title", "hint"} else value for key, value in item.items()}
        del numbered["numbers"]
        yield {**numbered, "id": f"{item['id']}{number}"}


def _numbered(words: object, number: int) -> object:
    if not isinstance(words, dict):
        return words
    return {key: text.replace(PLACE, str(number)) if isinstance(text, str) else text for key, text in words.items()}
