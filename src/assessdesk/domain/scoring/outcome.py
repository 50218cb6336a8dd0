"""Shapes that every scorer returns, and three-valued logic for classes built from flags.

True, False and None (unknown) follow Kleene's logic. The module knows no instrument.
"""

from collections.abc import Mapping, Sequence

Answer = str | int | bool | None
Result = Mapping[str, Answer | tuple[str, ...]]


def both(*flags: bool | None) -> bool | None:
    """Return whether all hold: False if one is False, else unknown if one is unknown."""
    if False in flags:
        return False
    return None if None in flags else True


def either(*flags: bool | None) -> bool | None:
    """Return whether at least one holds: True if one is True, else unknown if one is unknown."""
    if True in flags:
        return True
    return None if None in flags else False


def any_measured(flags: Sequence[bool | None]) -> bool | None:
    """Return True if a measured flag is set, False if all measured ones are not, None if none was measured."""
    measured = [flag for flag in flags if flag is not None]
    return any(measured) if measured else None
