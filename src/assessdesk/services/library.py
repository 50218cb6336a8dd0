"""Everything the program ships as data: studies, instruments, limits, score tables, reasons, sentences.

Each part is read at its first use, because the sign-in window needs none of the definitions. A reader of names is
handed in; this module opens no file.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Mapping
from functools import cached_property, partial
from typing import TYPE_CHECKING

from assessdesk.ports import Refusal
from assessdesk.services.definitions.messages import load_messages

if TYPE_CHECKING:
    from assessdesk.domain.checks import Limits
    from assessdesk.domain.instrument import Instrument
    from assessdesk.domain.querying import QueryRule
    from assessdesk.domain.safety import SafetyRules
    from assessdesk.domain.study import Study
    from assessdesk.services.classifications import ClassificationRules
    from assessdesk.services.definitions.device_terms import DeviceTerms
    from assessdesk.services.definitions.parsing import Definitions
    from assessdesk.services.definitions.reasons import Reasons
    from assessdesk.services.definitions.tables import Tables
    from assessdesk.services.result_words import ResultWords

Read = Callable[[str], str]
LIMITS = "limits.toml"
SAFETY = "safety.toml"
PRACTICE = "practice.toml"
SENTENCE_FILES = ("messages.toml", "refusals.toml", "summary_words.toml", "kiosk_words.toml")
RESULT_WORDS = "result_words.toml"
UNVERIFIED_WORDS = "unverified_words.toml"
WORD_FILES = (*SENTENCE_FILES, RESULT_WORDS, UNVERIFIED_WORDS)
"""Files of words: no definitions."""


class Library:
    """What is shipped. Reading a part raises Refusal with every fault in it.

    Args:
        read: returns the text of a shipped file by name.
        texts: returns every definition by file name.
        own: returns the definitions that the site wrote itself, by file name.
    """

    def __init__(
        self, read: Read, texts: Callable[[], Mapping[str, str]], own: Callable[[], Mapping[str, str]] = dict
    ) -> None:
        """Keep the readers; nothing is read yet."""
        self._read = read
        self._texts = texts
        self._own = own

    @cached_property
    def sentences(self) -> Mapping[str, Mapping[str, str]]:
        """Every sentence by code and language."""
        return load_sentences(self._read)

    @cached_property
    def limits(self) -> Limits:
        """Every limit and every cross-field rule."""
        from assessdesk.services.definitions.tables import load_limits

        return load_limits(self._read)

    @cached_property
    def limits_text(self) -> str:
        """The exact text of the limits, which a station adopts beside its definitions."""
        return self._read(LIMITS)

    @cached_property
    def safety(self) -> SafetyRules:
        """What holds effort and what opens an adverse-event draft, checked against the instruments."""
        from assessdesk.services.definitions.safety_rules import parse_safety

        return parse_safety(self.safety_text, instruments=self.instruments)

    @cached_property
    def safety_text(self) -> str:
        """The exact text of the safety rules, adopted like the limits."""
        return self._read(SAFETY)

    @cached_property
    def query_rules(self) -> tuple[QueryRule, ...]:
        """What asks by itself when a visit is signed, checked against the cross-field rules."""
        from assessdesk.services.definitions.query_rules import RULES_FILE, parse_query_rules

        return parse_query_rules(self._read(RULES_FILE), cross=self.limits.cross)

    @cached_property
    def device_terms(self) -> DeviceTerms:
        """Which kinds of devices there are, when they are due, and from when on that is announced."""
        from assessdesk.services.definitions.device_terms import TERMS_FILE, parse_device_terms

        return parse_device_terms(self._read(TERMS_FILE))

    @cached_property
    def practice_text(self) -> str:
        """The exact text of what is invented for practising."""
        return self._read(PRACTICE)

    @cached_property
    def tables(self) -> Tables:
        """What scorers read."""
        from assessdesk.services.definitions.tables import load_tables

        return load_tables(self._read)

    @cached_property
    def classifications(self) -> ClassificationRules:
        """The sets of classes and where their inputs come from."""
        from assessdesk.services.classifications import load_classifications

        return load_classifications(self._read)

    @cached_property
    def result_words(self) -> ResultWords:
        """What results and classes are called on the screen."""
        from assessdesk.services.result_words import ResultWords

        return ResultWords(_words_of(self._read, RESULT_WORDS))

    @cached_property
    def unverified_words(self) -> Mapping[str, Mapping[str, str]]:
        """What is said of numbers that must still be checked, by the English words of the definitions and language."""
        return {words["en"]: words for words in _words_of(self._read, UNVERIFIED_WORDS).values()}

    @cached_property
    def _definitions(self) -> Definitions:
        """All definitions that are shipped, checked against limits and scorers."""
        return self._read_definitions(self._texts())

    def _read_definitions(self, texts: Mapping[str, str]) -> Definitions:
        from assessdesk.services.definitions.parsing import library
        from assessdesk.services.scores import SCORERS

        names = self.limits.values
        by_sex = {f"{name.rpartition('.')[0]}.*" for name in names if name.endswith((".F", ".M"))}
        kinds = {kind.code for kind in self.device_terms.kinds}
        return library(texts, limits={*names, *by_sex}, scorers=frozenset(SCORERS), devices=kinds)

    @property
    def studies(self) -> Mapping[str, Study]:
        """Studies by id."""
        return self._definitions.studies

    @property
    def instruments(self) -> Mapping[str, Instrument]:
        """Instruments by id."""
        return self._definitions.instruments

    @cached_property
    def offered(self) -> Definitions:
        """What is shipped and what the site wrote itself: what a station can be set up for.

        Raises DefinitionFaults with every fault of the site's files; a fault in them never touches what is shipped.
        """
        from assessdesk.services.definitions.faults import DefinitionFaults, Fault
        from assessdesk.services.definitions.parsing import Definitions

        own = self._own()
        if not own:
            return Definitions(self.instruments, self.studies, self.reasons)
        held = {name.rpartition("/")[2] for name in self._texts()}
        what = "This name belongs to a definition that is shipped."
        faults = [
            Fault("DEF-201", name, "", what, "Give yours another id and another name.")
            for name in own
            if name.rpartition("/")[2] in held
        ]
        if faults:
            raise DefinitionFaults(faults)
        found = self._read_definitions({**self._texts(), **own})
        return Definitions({**found.instruments, **self.instruments}, {**found.studies, **self.studies}, self.reasons)

    @property
    def reasons(self) -> Reasons:
        """Coded reasons."""
        return self._definitions.reasons

    def sentence(self, code: str, arguments: Mapping[str, str], language: str) -> str:
        """Return the sentence of a code in a language (English where there is none), its places filled."""
        return fill(self.sentences, code, arguments, language)

    def adoptable(self, study: Study) -> Iterator[tuple[str, str, str, str, str]]:
        """Yield (type, id, version, digest, text) of everything that a station of a study adopts into its ledger."""
        for name, text in (("limits", self.limits_text), ("safety", self.safety_text)):
            yield name, name, "1", hashlib.sha256(text.encode("utf-8")).hexdigest(), text
        names = dict.fromkeys(name for visit in study.visits for name in visit.battery)
        for name in names:
            instrument = self.offered.instruments[name]
            yield "instrument", name, instrument.edition, instrument.digest, instrument.text
        yield "study", study.id, study.version, study.digest, study.text


def studies_of(library: Library) -> tuple[Mapping[str, Study], Refusal | None]:
    """Return what a station can be set up for; with a faulty file of the site what is shipped, and the refusal."""
    try:
        return library.offered.studies, None
    except Refusal as refusal:
        return library.studies, refusal


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
        found.update(_words_of(read, name))
    return found


def _words_of(read: Read, name: str) -> Mapping[str, Mapping[str, str]]:
    """Return the words of one file by code and language, checked."""
    messages = load_messages(partial(_renamed, read, name))
    return {code: {str(tongue): words for tongue, words in each.items()} for code, each in messages.sentences.items()}


def _renamed(read: Read, name: str, _: str) -> str:
    """Read a file of sentences under its own name, whatever name is asked for."""
    return read(name)
