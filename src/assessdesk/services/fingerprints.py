"""Fingerprints of keys as two people compare them: read aloud, typed with or without spaces, in any case.

It must not know how a fingerprint is made.
"""

from __future__ import annotations

_NOT_SPOKEN = " -:·"


def is_same(heard: str, found: str) -> bool:
    """Say whether what was heard is a fingerprint: spaces, hyphens and case do not count."""
    return _spoken(heard) == _spoken(found)


def _spoken(fingerprint: str) -> str:
    """Return what counts when two people compare."""
    return "".join(digit for digit in fingerprint.upper() if digit not in _NOT_SPOKEN)
