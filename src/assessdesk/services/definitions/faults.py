"""What can be wrong with a definition file, and a careful way to look into a file that may be wrong anywhere.

A fault names its file, its place and the remedy. This module knows the shape of no definition and opens no file.
"""

from __future__ import annotations

import difflib
import hashlib
import tomllib
import unicodedata
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Final

from assessdesk.ports import Refusal

DEEPEST: Final = 20
# TOML promises whole numbers of 64 bits, no more.
LARGEST: Final = 2**63 - 1

CODES: Final[Mapping[str, str]] = {
    "DEF-101": "The file is not TOML.",
    "DEF-102": "A number is not finite.",
    "DEF-103": "A key is not part of the vocabulary.",
    "DEF-104": "A required key is missing.",
    "DEF-105": "A value has the wrong type or size.",
    "DEF-106": "A word is not in its closed list.",
    "DEF-107": "An id or a code has characters it must not have.",
    "DEF-108": "A text holds control characters or is not in Unicode form NFC.",
    "DEF-109": "A file cannot be read, or has no definition in it.",
    "DEF-201": "An id or a code stands twice.",
    "DEF-202": "A condition names an item that is not asked earlier.",
    "DEF-203": "A condition asks for an answer that the item cannot have.",
    "DEF-204": "A limit is not in the limit table.",
    "DEF-205": "A scorer does not exist.",
    "DEF-206": "Wording is missing in a language.",
    "DEF-207": "A language is listed as missing although its wording is complete.",
    "DEF-208": "The keys of an item do not fit its kind.",
    "DEF-209": "A trial plan contradicts itself.",
    "DEF-210": "Timing and duration items do not belong together.",
    "DEF-211": "A not-done code cannot be used here.",
    "DEF-212": "The id does not fit the file's name.",
    "DEF-213": "An unverified number is named that is not in the file.",
    "DEF-214": "A check names a slot that is no number of the instrument.",
    "DEF-215": "An item asks for a kind of devices that does not exist.",
    "DEF-301": "A battery names an instrument that is not known.",
    "DEF-302": "A permission that every study needs is given to nobody.",
    "DEF-303": "The planned visits do not follow one another.",
    "DEF-304": "A language of the study is not offered by the study.",
    "DEF-305": "A blinded study lets an assessor see the arm.",
    "DEF-306": "A study names something it does not define.",
    "DEF-307": "An eligibility criterion contradicts itself.",
    "DEF-308": "The versions of the information sheet do not follow one another.",
    "DEF-309": "Sessions or calls contradict themselves.",
    "DEF-310": "The rules of blinding contradict the study.",
    "DEF-311": "A fact of the study has the wrong keys for its type.",
    "DEF-312": "A worked scoring example does not come out as stated.",
    "DEF-313": "A site has the name under which people practise.",
    "DEF-401": "A list of reasons cannot be chosen by key.",
    "DEF-501": "A text pack belongs to another instrument or edition.",
    "DEF-502": "A text pack lacks the wording of an item, or has wording for none.",
    "DEF-503": "Words for answers belong to no item.",
}


@dataclass(frozen=True, slots=True, order=True)
class Fault:
    """One thing wrong with a definition: stable code, file, key path, what is wrong, and what to do about it."""

    code: str
    file: str
    key_path: str
    what: str
    remedy: str

    def __str__(self) -> str:
        place = f"{self.file}: {self.key_path}" if self.key_path else self.file
        return f"{self.code} {place}: {self.what} {self.remedy}"


class DefinitionFaults(Refusal):
    """A definition cannot be used; `faults` holds everything that is wrong with it, in the order of the checks."""

    def __init__(self, faults: Sequence[Fault]) -> None:
        self.faults = tuple(_readable(fault) for fault in faults)
        super().__init__("DEFINITION_FAULTS", count=len(self.faults), first=self.faults[0])


def _readable(fault: Fault) -> Fault:
    """Return the fault with hidden characters spelled out, so that a hostile key cannot lie on a screen."""
    key_path, what, remedy = (
        "".join(f"\\u{ord(each):04x}" if _is_hidden(each) else each for each in text)
        for text in (fault.key_path, fault.what, fault.remedy)
    )
    return replace(fault, key_path=key_path, what=what, remedy=remedy)


@dataclass(frozen=True, slots=True)
class Node:
    """A table of a parsed file with its path. Every look into it is safe: what has the wrong type is not there."""

    path: str
    table: Mapping[str, object]

    def at(self, key: str) -> str:
        """Return the path of a key."""
        return f"{self.path}.{key}" if self.path else key

    def word(self, key: str) -> str:
        """Return a text, or an empty one."""
        value = self.table.get(key)
        return value if isinstance(value, str) else ""

    def number(self, key: str, otherwise: int) -> int:
        """Return a whole number, or `otherwise`."""
        value = self.table.get(key)
        return value if isinstance(value, int) and not isinstance(value, bool) else otherwise

    def words(self, key: str) -> tuple[str, ...]:
        """Return the texts of a list."""
        value = self.table.get(key)
        return tuple(each for each in value if isinstance(each, str)) if isinstance(value, list) else ()

    def child(self, key: str) -> Node | None:
        """Return a table below this one."""
        value = self.table.get(key)
        return Node(self.at(key), value) if isinstance(value, dict) else None

    def children(self, key: str) -> tuple[Node, ...]:
        """Return the tables of a list, each named by its id or code where it has one, else by its number from 1."""
        value = self.table.get(key)
        if not isinstance(value, list):
            return ()
        return tuple(
            Node(f"{self.at(key)}[{name_of(each, number)}]", each)
            for number, each in enumerate(value, start=1)
            if isinstance(each, dict)
        )

    def named(self, key: str) -> tuple[tuple[str, Node], ...]:
        """Return the tables of a table by name."""
        value = self.table.get(key)
        if not isinstance(value, dict):
            return ()
        return tuple(
            (name, Node(f"{self.at(key)}.{name}", each)) for name, each in value.items() if isinstance(each, dict)
        )


def name_of(table: object, number: int) -> str:
    """Return how one table of a list is called in a key path."""
    if isinstance(table, dict):
        for key in ("id", "code"):
            if isinstance(table.get(key), str) and table[key]:
                return str(table[key])
    return f"#{number}"


def nearest(word: str, known: Collection[str]) -> str:
    """Return a remedy that offers the nearest known word, or the known words when none is near."""
    near = difflib.get_close_matches(word, sorted(known), n=1, cutoff=0.6)
    if near:
        return f"Did you mean `{near[0]}`?"
    return f"Use one of: {', '.join(sorted(known))}." if known else "Remove it."


def exact_text(text: str) -> str:
    """Return the text with LF line ends; CR LF is the only thing that is normalised."""
    return text.replace("\r\n", "\n")


def digest_of(text: str) -> str:
    """Return the SHA-256 of the exact text (UTF-8, LF line ends) as 64 hexadecimal digits."""
    return hashlib.sha256(exact_text(text).encode("utf-8")).hexdigest()


def parse_toml(text: str, file: str) -> Node:
    """Return the root of a TOML text, decimals exact. Raises DefinitionFaults when it is not TOML or not UTF-8."""
    try:
        text.encode("utf-8")
        table = tomllib.loads(exact_text(text), parse_float=Decimal)
        _check_bounds(table, DEEPEST)
    except (ValueError, ArithmeticError, RecursionError) as trouble:
        told = str(trouble) if isinstance(trouble, tomllib.TOMLDecodeError) else "a value is too large or too deep"
        fault = Fault(
            "DEF-101", file, "", f"This is not TOML: {told}.", "Correct the line; the other checks follow after that."
        )
        raise DefinitionFaults((fault,)) from trouble
    return Node("", table)


def _check_bounds(value: object, deeper: int) -> None:
    """Raise ValueError for what no definition needs and every later step would stumble over."""
    if deeper < 0 or (isinstance(value, int) and abs(value) > LARGEST):
        raise ValueError
    for each in value.values() if isinstance(value, Mapping) else value if isinstance(value, list) else ():
        _check_bounds(each, deeper - 1)


def check_leaves(root: Node, file: str) -> Iterator[Fault]:
    """Yield numbers that are not finite and texts that would not be read the way they were written."""
    for path, value in _leaves(root.path, root.table):
        if isinstance(value, Decimal) and not value.is_finite():
            yield Fault("DEF-102", file, path, f"{value} is not a number.", "Write a finite decimal.")
        elif isinstance(value, str):
            if any(_is_hidden(character) for character in value):
                yield Fault("DEF-108", file, path, "The text holds control characters.", "Remove them.")
            elif not unicodedata.is_normalized("NFC", value):
                yield Fault("DEF-108", file, path, "The text is not in Unicode form NFC.", "Save it in form NFC.")


def _leaves(path: str, value: object) -> Iterator[tuple[str, object]]:
    if isinstance(value, Mapping):
        for key, each in value.items():
            place = f"{path}.{key}" if path else str(key)
            yield place, str(key)
            yield from _leaves(place, each)
    elif isinstance(value, list):
        for number, each in enumerate(value, start=1):
            yield from _leaves(f"{path}[{name_of(each, number)}]", each)
    else:
        yield path, value


def _is_hidden(character: str) -> bool:
    # Cc without the line feed of a long text; Cf holds the bidirectional overrides that make a text lie on screen.
    return character != "\n" and unicodedata.category(character) in {"Cc", "Cf", "Cs", "Co"}


def check_unique(names: Sequence[tuple[str, str]], file: str) -> Iterator[Fault]:
    """Yield a fault for each (path, name) whose name stood before in the same list."""
    seen: set[str] = set()
    for path, name in names:
        if name and name in seen:
            yield Fault("DEF-201", file, path, f"`{name}` stands twice.", "Give each its own id.")
        seen.add(name)
