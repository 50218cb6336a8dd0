"""Which versions of the information sheet count on a day."""

from __future__ import annotations

import pytest

from assessdesk.domain.consent import accepted_versions, version_due
from tests.services.conducted import CONDUCT

VERSIONS = tuple(reversed(CONDUCT.consent_versions))


@pytest.mark.req("PEO-010")
@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ("2024-12-31", ()),
        ("2025-01-01", ("1.0", "2.0", "3.0")),
        ("2025-05-31", ("1.0", "2.0", "3.0")),
        ("2025-06-01", ("2.0", "3.0")),
        ("2026-03-01", ("3.0",)),
    ],
)
def test_the_version_valid_on_the_day_and_later_ones_are_taken(day: str, expected: tuple[str, ...]) -> None:
    assert accepted_versions(VERSIONS, day) == expected


@pytest.mark.req("PEO-011")
@pytest.mark.parametrize(
    ("given", "day", "expected"),
    [
        (("2.0",), "2025-11-30", ""),
        (("2.0",), "2025-12-01", "3.0"),
        (("1.0",), "2025-11-30", "2.0"),
        (("2.0", "3.0"), "2025-12-01", ""),
        (("3.0",), "2025-11-30", ""),
        (("1.0",), "2024-12-31", ""),
    ],
)
def test_a_newer_version_in_force_asks_for_consent_anew(given: tuple[str, ...], day: str, expected: str) -> None:
    assert version_due(VERSIONS, given, day) == expected
