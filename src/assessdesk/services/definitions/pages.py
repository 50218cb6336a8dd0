"""Lines laid out on A4 pages of plain text: 80 columns, 60 rows, a head and a page number on each, form feeds between.

Signs of double width count as two, so that Korean and Chinese stay inside the margins. It knows nothing of what it
lays out.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from typing import Final

COLUMNS: Final = 80
ROWS: Final = 60
FORM_FEED: Final = "\f"
_HEAD_ROWS: Final = 2
_HANGING: Final = 2


def pages_of(lines: Iterable[str], *, head: str) -> str:
    """Return the text of all pages; every page begins with the head, its number and the number of pages."""
    rows = [row for line in lines for row in wrapped(line)]
    room = ROWS - _HEAD_ROWS
    parts = [rows[start : start + room] for start in range(0, len(rows), room)] or [[]]
    return FORM_FEED.join(
        "\n".join((_headed(head, number, len(parts)), "", *part)) + "\n" for number, part in enumerate(parts, start=1)
    )


def _headed(head: str, number: int, count: int) -> str:
    page = f"page {number} of {count}"
    room = COLUMNS - len(page) - 1
    kept = head if width_of(head) <= room else next(wrapped(head, columns=room))
    return f"{kept}{' ' * (COLUMNS - width_of(kept) - len(page))}{page}"


def wrapped(line: str, *, columns: int = COLUMNS) -> Iterator[str]:
    """Yield the rows of a line; later rows are set in a little further than the first."""
    indent = len(line) - len(line.lstrip(" "))
    first, later = " " * indent, " " * (indent + _HANGING)
    row, blank = first, True
    for piece in _pieces(line.strip(" "), columns - len(later)):
        if not blank and width_of(row + piece) > columns:
            yield row.rstrip(" ")
            row = later + piece.lstrip(" ")
        else:
            row += piece
        blank = False
    yield row.rstrip(" ")


def width_of(text: str) -> int:
    """Return how many columns a text takes."""
    return sum(2 if unicodedata.east_asian_width(sign) in "WF" else 1 for sign in text)


def _pieces(text: str, room: int) -> Iterator[str]:
    """Yield words with the space before them, none wider than the room; wide signs may stand at the end of a row."""
    piece = ""
    for sign in text:
        breaks = sign == " " or unicodedata.east_asian_width(sign) in "WF"
        if piece and (breaks or width_of(piece + sign) > room):
            yield piece
            piece = ""
        piece += sign
    if piece:
        yield piece
