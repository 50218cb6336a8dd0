"""Turns a code with arguments into a sentence in the language of the screen or the report.

The sentences stand in `resources/messages.toml`, one table per code; the text is handed in through a reader. The module
must not know who shows a sentence or what made the code.
"""

import tomllib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from string import Formatter
from types import MappingProxyType
from typing import Final

MESSAGES_FILE: Final = "messages.toml"


class Language(StrEnum):
    """Languages every sentence exists in."""

    ENGLISH = "en"
    KOREAN = "ko"
    CHINESE = "zh"


class MessagesRefusedError(ValueError):
    """The text of the sentences is not complete; `faults` lists everything found."""

    def __init__(self, faults: tuple[str, ...]) -> None:
        super().__init__("; ".join(faults))
        self.faults = faults


@dataclass(frozen=True, slots=True)
class Messages:
    """Every sentence by code and language."""

    sentences: Mapping[str, Mapping[Language, str]]

    def sentence(self, code: str, arguments: Iterable[tuple[str, str]], language: Language = Language.ENGLISH) -> str:
        """Return the sentence of a code with its arguments filled in.

        Raises:
            KeyError: the code is not known, or an argument of its sentence is missing.
        """
        return self.sentences[code][language].format_map(dict(arguments))


def placeholders(template: str) -> frozenset[str]:
    """Return the names in braces of a sentence; raises ValueError when a brace stands alone."""
    return frozenset(name for _, name, _, _ in Formatter().parse(template) if name is not None)


def _faults_of(code: str, table: object) -> list[str]:
    if not isinstance(table, dict) or set(table) != set(Language):
        return [f"{MESSAGES_FILE}: {code} needs exactly one sentence for each of {', '.join(Language)}"]
    if not all(isinstance(sentence, str) and sentence.strip() for sentence in table.values()):
        return [f"{MESSAGES_FILE}: {code} has an empty sentence; write it"]
    try:
        used = {placeholders(sentence) for sentence in table.values()}
    except ValueError as fault:
        return [f"{MESSAGES_FILE}: {code}: {fault}; pair the braces"]
    # A language writes a date with parts of its own (a month's name, or two digits), so its places may differ.
    if len(used) > 1 and not code.endswith("_DATE"):
        return [f"{MESSAGES_FILE}: {code} must use the same placeholders in every language"]
    return []


def load_messages(read: Callable[[str], str]) -> Messages:
    """Build the sentences from the text of `messages.toml`.

    Raises:
        MessagesRefusedError: with one sentence per fault.
    """
    try:
        tables = tomllib.loads(read(MESSAGES_FILE))
    except tomllib.TOMLDecodeError as fault:
        raise MessagesRefusedError((f"{MESSAGES_FILE}: not valid TOML: {fault}; correct the line it names",)) from fault
    faults = [fault for code, table in tables.items() for fault in _faults_of(code, table)]
    if faults:
        raise MessagesRefusedError(tuple(faults))
    return Messages(
        MappingProxyType(
            {
                code: MappingProxyType({language: table[language] for language in Language})
                for code, table in tables.items()
            }
        )
    )
