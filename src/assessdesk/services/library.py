"""Everything the program ships as data, loaded once: studies, instruments, limits, score tables, reasons, sentences.

A reader of names is handed in; this module opens no file.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial

from assessdesk.domain.checks import Limits
from assessdesk.domain.instrument import Instrument
from assessdesk.domain.study import Study
from assessdesk.services.definitions import library
from assessdesk.services.messages import load_messages
from assessdesk.services.reasons import Reasons
from assessdesk.services.scores import SCORERS
from assessdesk.services.tables import LIMITS_FILE, Tables, load_limits, load_tables

Read = Callable[[str], str]
SENTENCE_FILES = ("messages.toml", "refusals.toml", "summary_words.toml")


@dataclass(frozen=True, slots=True, kw_only=True)
class Library:
    """What is shipped, read; `limits_text` is the exact text that a station adopts beside its definitions."""

    studies: Mapping[str, Study]
    instruments: Mapping[str, Instrument]
    reasons: Reasons
    limits: Limits
    limits_text: str
    tables: Tables
    sentences: Mapping[str, Mapping[str, str]]

    def sentence(self, code: str, arguments: Mapping[str, str], language: str) -> str:
        """Return the sentence of a code in a language (English where there is none), its places filled."""
        return fill(self.sentences, code, arguments, language)

    def adoptable(self, study: Study) -> Iterator[tuple[str, str, str, str, str]]:
        """Yield (type, id, version, digest, text) of everything that a station of a study adopts into its ledger."""
        digest = hashlib.sha256(self.limits_text.encode("utf-8")).hexdigest()
        yield "limits", "limits", "1", digest, self.limits_text
        names = dict.fromkeys(name for visit in study.visits for name in visit.battery)
        for name in names:
            instrument = self.instruments[name]
            yield "instrument", name, instrument.edition, instrument.digest, instrument.text
        yield "study", study.id, study.version, study.digest, study.text


def fill(sentences: Mapping[str, Mapping[str, str]], code: str, arguments: Mapping[str, str], language: str) -> str:
    """Return a sentence with its places filled; a code without a sentence is shown as it is, never hidden."""
    words = sentences.get(code)
    if words is None:
        detail = ", ".join(f"{name}: {value}" for name, value in arguments.items())
        return f"{code} ({detail})" if detail else code
    return (words.get(language) or words["en"]).format_map(_Blank(arguments))


class _Blank(dict[str, str]):
    """Arguments by name; one that was not given shows its own name instead of hiding the sentence."""

    def __missing__(self, key: str) -> str:
        return f"[{key}]"


def load_sentences(read: Read) -> Mapping[str, Mapping[str, str]]:
    """Return every sentence by code and language; each file is checked as it is read."""
    found: dict[str, Mapping[str, str]] = {}
    for name in SENTENCE_FILES:
        messages = load_messages(partial(_renamed, read, name))
        found.update(
            {code: {str(tongue): words for tongue, words in each.items()} for code, each in messages.sentences.items()}
        )
    return found


def _renamed(read: Read, name: str, _: str) -> str:
    """Read a file of sentences under its own name, whatever name is asked for."""
    return read(name)


def load_library(read: Read, texts: Mapping[str, str]) -> Library:
    """Read everything that is shipped; `texts` are the definitions by file name. Raises Refusal with all faults."""
    limits = load_limits(read)
    sexes = {f"{name.rpartition('.')[0]}.*" for name in limits.values if name.endswith((".F", ".M"))}
    held = library(texts, limits={*limits.values, *sexes}, scorers=frozenset(SCORERS))
    return Library(
        studies=held.studies,
        instruments=held.instruments,
        reasons=held.reasons,
        limits=limits,
        limits_text=read(LIMITS_FILE),
        tables=load_tables(read),
        sentences=load_sentences(read),
    )
