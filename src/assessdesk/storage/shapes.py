"""Frozen dataclasses ⇄ plain JSON documents, strictly: no field more or less, no number where digits are text.

A decimal travels as text in plain digits, a time as ISO 8601 with its offset, so that two readers can never disagree
about a rounding or a zone. It must not know which events exist, nor bytes, keys or tables.
"""

from __future__ import annotations

import re
import types
from collections.abc import Callable
from dataclasses import fields, is_dataclass
from datetime import datetime
from decimal import Decimal
from functools import cache
from typing import Any, Literal, TypeVar, Union, cast, get_args, get_origin, get_type_hints

_DIGITS = re.compile(r"-?(0|[1-9][0-9]*)(\.[0-9]+)?")
_JSON_NAMES = {str: "text", int: "a whole number", bool: "true or false"}

Shape = TypeVar("Shape")
Reader = Callable[[object, str], object]


class ShapeFault(ValueError):
    """A document is not of the shape that its class declares; the text names the place."""


def written(value: object) -> object:
    """Turn a dataclass, tuple, decimal, time or plain value into what JSON can hold exactly.

    Raises ShapeFault for a float, a naive time, a decimal that is not a number, or any other class.
    """
    if value is None or isinstance(value, (bool, int, str)):
        return value
    if isinstance(value, Decimal):
        if not value.is_finite():
            raise ShapeFault(f"{value} is not a number that can be kept")
        return format(value, "f")
    if isinstance(value, datetime):
        if value.utcoffset() is None:
            raise ShapeFault(f"the time {value.isoformat()} has no offset from UTC")
        return value.isoformat()
    if isinstance(value, tuple):
        return [written(part) for part in value]
    if is_dataclass(value) and not isinstance(value, type):
        return {name: written(getattr(value, name)) for name in _field_names(type(value))}
    raise ShapeFault(f"a {type(value).__name__} cannot be kept exactly")


def read(shape: type[Shape], document: object) -> Shape:
    """Read a document back into a dataclass. Raises ShapeFault naming the place, such as `value.unit`."""
    return cast("Shape", _reader(cast("Any", shape))(document, ""))


@cache
def _field_names(shape: type) -> tuple[str, ...]:
    """Return the names of a dataclass's fields, looked up once."""
    return tuple(field.name for field in fields(shape))


@cache
def _reader(hint: Any) -> Reader:  # noqa: ANN401 - a type hint is any object
    """Build, once per hint, the function that reads a JSON value of that hint."""
    origin = get_origin(hint)
    if hint in _JSON_NAMES:
        return _plain(hint)
    if hint is Decimal:
        return _decimal
    if hint is datetime:
        return _time
    if origin is Literal:
        return _one_of(get_args(hint))
    if origin is tuple and get_args(hint)[1:] == (Ellipsis,):
        return _many(_reader(get_args(hint)[0]))
    if origin in {Union, types.UnionType}:
        return _union(get_args(hint))
    if is_dataclass(hint) and isinstance(hint, type):
        return _record(hint)
    raise TypeError(f"events must not have fields of type {hint!r}: the ledger format has no form for it")


def _plain(wanted: type) -> Reader:
    """Read text, a whole number or a truth value; `true` is not a number."""

    def take(document: object, place: str) -> object:
        if type(document) is not wanted:
            raise _mismatch(place, _JSON_NAMES[wanted], document)
        return document

    return take


def _decimal(document: object, place: str) -> object:
    """Read plain digits in text; a JSON number would already have passed through a float in many readers."""
    if not isinstance(document, str) or not _DIGITS.fullmatch(document):
        raise _mismatch(place, "a number written as text in plain digits", document)
    return Decimal(document)


def _time(document: object, place: str) -> object:
    """Read a time that says its offset, in exactly the form in which it is written."""
    try:
        moment = datetime.fromisoformat(document) if isinstance(document, str) else None
    except ValueError:
        moment = None
    if moment is None or moment.utcoffset() is None or moment.isoformat() != document:
        raise _mismatch(place, "an ISO 8601 time with its offset", document)
    return moment


def _one_of(allowed: tuple[object, ...]) -> Reader:
    """Read one of a closed set of texts."""

    def take(document: object, place: str) -> object:
        if not isinstance(document, str) or document not in allowed:
            raise _mismatch(place, " or ".join(map(str, allowed)), document)
        return document

    return take


def _many(member: Reader) -> Reader:
    """Read an array into a tuple."""

    def take(document: object, place: str) -> object:
        if not isinstance(document, list):
            raise _mismatch(place, "a list", document)
        return tuple(member(part, f"{place}[{number}]") for number, part in enumerate(document))

    return take


def _union(members: tuple[Any, ...]) -> Reader:
    """Read null, or one of several dataclasses told apart by their `type` field."""
    optional = types.NoneType in members
    rest = tuple(member for member in members if member is not types.NoneType)
    if len(rest) == 1:
        chosen: dict[object, Reader] = {}
        only = _reader(rest[0])
    else:
        chosen = {get_args(get_type_hints(member)["type"])[0]: _reader(member) for member in rest}
        only = None

    def take(document: object, place: str) -> object:
        if document is None and optional:
            return None
        if only is not None:
            return only(document, place)
        tag = document.get("type") if isinstance(document, dict) else None
        reader = chosen.get(tag) if isinstance(tag, str) else None
        if reader is None:
            raise _mismatch(place, f"of type {', '.join(map(str, chosen))}", tag if tag is not None else document)
        return reader(document, place)

    return take


def _record(shape: type) -> Reader:
    """Read an object that holds every field of a dataclass and no other."""
    hints = get_type_hints(shape)
    names = _field_names(shape)
    expected = frozenset(names)
    members = [(name, _reader(hints[name])) for name in names]

    def take(document: object, place: str) -> object:
        if not isinstance(document, dict):
            raise _mismatch(place, "an object", document)
        if document.keys() != expected:
            unknown, absent = sorted(document.keys() - expected), sorted(expected - document.keys())
            found = "; ".join(
                f"{word}: {', '.join(some)}" for word, some in (("unknown", unknown), ("missing", absent)) if some
            )
            raise ShapeFault(f"{place or shape.__name__} does not hold exactly the known fields ({found})")
        return shape(**{name: member(document[name], f"{place}.{name}" if place else name) for name, member in members})

    return take


def _mismatch(place: str, wanted: str, found: object) -> ShapeFault:
    """Say what stood where something else was expected, shortened."""
    return ShapeFault(f"{place or 'the document'} must be {wanted}, found {str(found)[:40]!r}")
