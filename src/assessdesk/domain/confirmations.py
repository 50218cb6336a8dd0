"""A soft finding that a person confirmed with a coded reason. It must not know what was found about what."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Confirmation:
    """A soft finding and the reason with which it was confirmed (C1 … C4)."""

    finding: str
    reason: str
    text: str = ""
