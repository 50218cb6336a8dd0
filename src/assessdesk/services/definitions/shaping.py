"""Holding a parsed file against its shape and its languages, and saying in a sentence what does not fit.

It knows shapes and faults, not what a definition is for.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from types import UnionType
from typing import Annotated, Final, TypeVar, Union, get_args, get_origin

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from assessdesk.domain.values import LocalText
from assessdesk.services.definitions.faults import Fault, Node, name_of, nearest
from assessdesk.services.definitions.shapes import LANGUAGES, Shape, WordsShape

S = TypeVar("S", bound=Shape)

_EXPECTED: Final[Mapping[str, str]] = {
    "string_type": "a text",
    "int_type": "a whole number",
    "bool_type": "true or false",
    "list_type": "a list",
    "dict_type": "a table",
    "model_type": "a table",
    "decimal_type": "a decimal",
    "decimal_parsing": "a decimal",
}


def shape_of(root: Node, shape: type[S], file: str) -> tuple[S | None, tuple[Fault, ...]]:
    """Return the validated shape, or None, and every fault of shape."""
    try:
        return shape.model_validate(dict(root.table)), ()
    except ValidationError as refused:
        return None, tuple(_fault(error, root, shape, file) for error in refused.errors(include_url=False))


def words_of(shape: WordsShape) -> LocalText:
    """Return a text in the languages in which it exists."""
    return LocalText({language: text for language, text in shape if text is not None})


def _fault(error: ErrorDetails, root: Node, shape: type[Shape], file: str) -> Fault:
    location = [part for part in error["loc"] if part != "[key]"]
    path, kind, context = path_of(location, root.table), error["type"], error.get("ctx", {})
    last = str(location[-1]) if location else ""
    if kind == "extra_forbidden":
        known = _keys_at(shape, location[:-1])
        return Fault("DEF-103", file, path, f"`{last}` is not a key of this table.", nearest(last, known))
    if kind == "missing" and last == "en":
        return Fault("DEF-206", file, path, "The English wording is missing.", "Write it; English is always needed.")
    if kind == "missing":
        return Fault("DEF-104", file, path, f"The key `{last}` is missing.", "Add it.")
    found = str(error["input"])[:60]
    if kind == "literal_error":
        choices = [each.strip("'") for each in str(context["expected"]).replace(" or ", ", ").split(", ")]
        return Fault("DEF-106", file, path, f"`{found}` is not one of the words known here.", nearest(found, choices))
    if kind == "string_pattern_mismatch":
        what = f"`{found}` has characters that are not allowed here."
        return Fault("DEF-107", file, path, what, f"It must match {context['pattern']}")
    if kind == "finite_number":
        return Fault("DEF-102", file, path, f"{found} is not a number.", "Write a finite decimal.")
    if kind in _EXPECTED:
        return Fault("DEF-105", file, path, f"`{found}` is not {_EXPECTED[kind]}.", f"Write {_EXPECTED[kind]}.")
    message = error["msg"].removeprefix("Value ").removeprefix("Input ")
    return Fault("DEF-105", file, path, f"`{found}` does not fit.", f"It {message}.")


def path_of(location: Sequence[int | str], tree: object) -> str:
    """Return a key path; a table in a list is called by its id or code, else by its number from 1."""
    path, here = "", tree
    for part in location:
        if isinstance(part, int):
            here = here[part] if isinstance(here, list) and part < len(here) else None
            path += f"[{name_of(here, part + 1)}]"
        else:
            here = here.get(part) if isinstance(here, Mapping) else None
            path += f".{part}" if path else part
    return path


def _keys_at(shape: object, location: Sequence[int | str]) -> Collection[str]:
    """Return the keys that the shape allows at a place."""
    shape = _bare(shape)
    if not location:
        return tuple(shape.model_fields) if isinstance(shape, type) and issubclass(shape, Shape) else ()
    if isinstance(shape, type) and issubclass(shape, Shape):
        field = shape.model_fields.get(str(location[0]))
        return _keys_at(field.annotation, location[1:]) if field else ()
    inner = get_args(shape)
    return _keys_at(inner[-1], location[1:]) if inner else ()


def _bare(shape: object) -> object:
    """Take `Annotated` and `| None` off a type."""
    while get_origin(shape) in {Annotated, Union, UnionType}:
        shape = get_args(shape)[0]
    return shape


def check_wording(root: Node, file: str, *, needed: Collection[str], exempt: Collection[str] = ()) -> Iterator[Fault]:
    """Yield texts that lack a needed language, unless the file lists that language as missing.

    Keys at the root named in `exempt` need English only. A listed language that lacks nothing is a fault as well.
    """
    listed = root.words("wording_missing")
    texts = [pair for key, value in root.table.items() if key not in exempt for pair in _texts(key, value)]
    for language in LANGUAGES:
        gaps = [path for path, text in texts if not text.get(language)]
        if language in listed:
            if language == "en":
                what, remedy = "English cannot be missing.", "Take `en` off the list."
                yield Fault("DEF-207", file, "wording_missing", what, remedy)
            elif not gaps:
                what = f"The wording in `{language}` is complete."
                yield Fault("DEF-207", file, "wording_missing", what, f"Take `{language}` off the list.")
        elif language in needed and language != "en":
            for path in gaps:
                what = f"There is no wording in `{language}`."
                remedy = f'Write it, or list the language: wording_missing = ["{language}"].'
                yield Fault("DEF-206", file, path, what, remedy)


def _texts(path: str, value: object) -> Iterator[tuple[str, Mapping[str, object]]]:
    """Yield every table that holds wording with its path: all its keys are languages."""
    if isinstance(value, Mapping):
        if value and all(key in LANGUAGES for key in value):
            yield path, value
            return
        for key, each in value.items():
            yield from _texts(f"{path}.{key}", each)
    elif isinstance(value, list):
        for number, each in enumerate(value, start=1):
            yield from _texts(f"{path}[{name_of(each, number)}]", each)
