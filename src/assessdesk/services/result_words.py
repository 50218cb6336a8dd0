"""What results and classes are called on the screen, from the shipped words, in the language asked for.

A name without words is shown as it is, so that nothing is hidden. It must not know how a result is computed.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

Words = Mapping[str, Mapping[str, str]]


@dataclass(frozen=True, slots=True)
class ResultWords:
    """Words by key and language: `result.<name>`, `value.<code>`, `class.<name>`.

    The first two may name an instrument before the name.
    """

    words: Words

    def title(self, instrument: str, name: str, language: str) -> str:
        """Return the title of a result of an instrument."""
        return self._found((f"result.{instrument}.{name}", f"result.{name}"), name, language)

    def value(self, instrument: str, value: str, language: str) -> str:
        """Return a coded result in words; a number stays as it is."""
        return self._found((f"value.{instrument}.{value}", f"value.{value}"), value, language)

    def of_class(self, name: str, language: str) -> str:
        """Return what a set of classes names: a class, a part, a flag, an input, a confidence mark."""
        return self._found((f"class.{name}",), name, language)

    def _found(self, keys: tuple[str, ...], name: str, language: str) -> str:
        for key in keys:
            words = self.words.get(key)
            if words is not None:
                return words.get(language) or words["en"]
        return name
