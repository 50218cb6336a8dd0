"""Classes of muscle health as plain results: which set, what it said, from what, and what was missing.

Sets stand side by side and none replaces another. This module must not know any cut-off, screen or study.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from assessdesk.domain.values import LocalText


@dataclass(frozen=True, slots=True, kw_only=True)
class ClassificationSet:
    """One published definition: id, version, the inputs it can use, and how sure we are of its numbers."""

    id: str
    version: str
    title: LocalText
    enabled: bool
    inputs: tuple[str, ...]
    source: str
    confidence: str
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """One input as it was compared: unrounded, as text, with the instrument and its method where that matters."""

    name: str
    value: str
    instrument: str
    method: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Classification:
    """What one set says about one visit. `results` are words, `yes`, `no` or None (unknown), the class first."""

    set: str
    version: str
    results: Mapping[str, str | None]
    used: tuple[Measure, ...]
    missing: tuple[str, ...]
    flags: tuple[str, ...]
    source: str
    confidence: str
