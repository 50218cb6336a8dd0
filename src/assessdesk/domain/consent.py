"""Which versions of the information sheet count on a day, and when consent has to be given anew.

It must not know who consented, nor today's date; the caller brings both.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from assessdesk.domain.study_conduct import ConsentVersion


def accepted_versions(versions: Sequence[ConsentVersion], day: str) -> tuple[str, ...]:
    """Return the versions to which consent can be given on an ISO day: the one valid then, and later ones.

    Before the first version became valid there is none.
    """
    ordered = sorted(versions, key=lambda version: version.valid_from)
    valid = [place for place, version in enumerate(ordered) if version.valid_from <= day]
    return tuple(version.id for version in ordered[valid[-1] :]) if valid else ()


def version_due(versions: Sequence[ConsentVersion], given: Collection[str], day: str) -> str:
    """Return the version in force on a day when neither it nor a later one was consented to yet, or nothing."""
    accepted = accepted_versions(versions, day)
    return accepted[0] if accepted and not set(accepted) & set(given) else ""
