"""Classes of one visit in words, all sets side by side, for those whom the study lets see them.

Nothing is stored: classes follow from the results by rules that are data. It must not know how a page looks.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import ROUND_FLOOR, Decimal
from typing import TYPE_CHECKING, Final

from assessdesk.domain.classification import Classification, Measure
from assessdesk.services.classifications import classify_visit, may_show

if TYPE_CHECKING:
    from assessdesk.domain.record import Record
    from assessdesk.services.desk import Desk
    from assessdesk.services.result_words import ResultWords

CLASS: Final = "class"
# Enough places to tell a value from a cut-off it prints as; cut off, not rounded, so that it never prints as that one.
_SHOWN: Final = Decimal("0.0001")
_UNITS: Final[Mapping[str, str]] = {
    "grip_kg": "kg",
    "asmi": "kg/m²",
    "gait6_mps": "m/s",
    "gait_mps": "m/s",
    "chair5_s": "s",
    "tug_s": "s",
    "walk400_s": "s",
    "calf_cm": "cm",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ClassRow:
    """What one set says, in words. `parts` are those that hold, then those that are unknown.

    `compared` are the inputs as they were compared, cut off after four places.
    """

    set: str
    title: str
    result: str
    parts: str
    compared: str
    note: str


def may_see_classes(desk: Desk) -> bool:
    """Say whether the person signed in may see classes: the study shows them and does not blind this person."""
    study = desk.in_force
    return may_show(study) and not (study.blinded and desk.may("capture"))


def class_rows(desk: Desk, record: Record, visit: str, *, language: str) -> tuple[ClassRow, ...]:
    """Return a row for each set that is switched on; none where the person may not see classes."""
    if not may_see_classes(desk):
        return ()
    library, instruments = desk.library, desk.instruments_at(record.visits[visit])
    found = classify_visit(record, visit, instruments, tables=library.tables, rules=library.classifications)
    titles = {one.id: one.title.get(language) for one in library.classifications.sets}
    return tuple(_row(one, titles[one.set], library.result_words, language) for one in found)


def _row(found: Classification, title: str, words: ResultWords, language: str) -> ClassRow:
    named = CLASS in found.results
    return ClassRow(
        set=found.set,
        title=title,
        result=words.of_class(found.results[CLASS] or "unknown", language) if named else "",
        parts="; ".join(_parts(found, words, language)),
        compared="; ".join(_compared(measure, words, language) for measure in found.used),
        note=" · ".join(_notes(found, words, language)),
    )


def _parts(found: Classification, words: ResultWords, language: str) -> Iterator[str]:
    """Yield the parts that hold, and those that nobody can tell; none of either means that all are ruled out."""
    parts = {name: value for name, value in found.results.items() if name != CLASS}
    holds = [words.of_class(name, language) for name, value in parts.items() if value == "yes"]
    unknown = [words.of_class(name, language) for name, value in parts.items() if value is None]
    if holds:
        yield ", ".join(holds)
    if unknown:
        yield f"{words.of_class('unknown', language)}: {', '.join(unknown)}"
    if parts and not holds and not unknown:
        yield words.of_class("none_low", language)


def _compared(measure: Measure, words: ResultWords, language: str) -> str:
    value = measure.value
    if value.replace(".", "", 1).isdigit():
        number = Decimal(value)
        value = format(min(number, number.quantize(_SHOWN, rounding=ROUND_FLOOR)).normalize(), "f")
        value = f"{value} {_UNITS.get(measure.name, '')}".rstrip()
    else:
        value = words.of_class(value, language)
    method = f" ({measure.method})" if measure.method else ""
    return f"{words.of_class(measure.name, language)} {value}{method}"


def _notes(found: Classification, words: ResultWords, language: str) -> Iterator[str]:
    """Yield source and confidence, what a reader must know, and what was not measured."""
    yield f"{found.source} ({words.of_class(found.confidence, language)})"
    yield from (words.of_class(flag, language) for flag in found.flags)
    if found.missing:
        missing = ", ".join(words.of_class(name, language) for name in found.missing)
        yield f"{words.of_class('missing', language)}: {missing}"
