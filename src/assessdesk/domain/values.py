"""What an item can hold: a quantity with its unit, a choice, a text, an observation, or a coded absence.

Values are exact decimals and plain codes. This module must not know where a value was typed or stored.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import Literal


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """A measured number in its canonical UCUM unit."""

    value: Decimal
    unit: str
    type: Literal["quantity"] = "quantity"


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """One code chosen from the closed list of an item."""

    code: str
    type: Literal["choice"] = "choice"


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """Free text, NFC-normalised, without control characters."""

    text: str
    type: Literal["text"] = "text"


@dataclass(frozen=True, slots=True, kw_only=True)
class Observed:
    """Something the assessor saw done; it has no further content."""

    type: Literal["observed"] = "observed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Missing:
    """Not done, with a coded reason (ND01 … ND99); never a blank, a 0 or a 999."""

    code: str
    text: str = ""
    type: Literal["missing"] = "missing"


Value = Quantity | Choice | Text | Observed | Missing


def half_up(value: Decimal, places: int) -> Decimal:
    """Round half away from zero to `places` decimals (11.195 → 11.20)."""
    return value.quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP)


@dataclass(frozen=True, slots=True)
class LocalText:
    """One text in several languages; English is always present."""

    texts: Mapping[str, str]

    def get(self, language: str) -> str:
        """Return the text in `language`, or in English when there is none."""
        return self.texts.get(language) or self.texts["en"]

    def has(self, language: str) -> bool:
        """Say whether wording exists in exactly this language."""
        return bool(self.texts.get(language))
