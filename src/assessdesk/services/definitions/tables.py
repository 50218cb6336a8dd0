"""Turns the cut-off, norm and limit texts of `resources/` into the typed tables the domain computes with.

A file is read through the function handed in, so that the module opens none itself. Every number keeps its source and
how sure we are of it; all faults of all files are reported at once, each with file, key and remedy.
"""

import csv
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields, is_dataclass
from decimal import Decimal
from enum import StrEnum
from types import MappingProxyType
from typing import Any, Final, TypeVar, get_args, get_origin, get_type_hints

from assessdesk.domain.checks import CrossLimit, Limit, Limits, UnitSlip
from assessdesk.domain.scoring.catalogue import ScoringTables
from assessdesk.domain.scoring.decimals import plain_decimal
from assessdesk.domain.scoring.inputs import BySex, Sex

Read = Callable[[str], str]
Kind = TypeVar("Kind")

CUTOFF_FILES: Final = tuple(
    f"cutoffs/{name}.toml"
    for name in (
        "not_done", "sppb", "grip", "units", "walking", "body", "awgs2019", "awgs2025", "sarcopenia", "sarcf",
        "symptoms", "eortc", "fact", "joints", "phq9", "ipaq", "trials", "eq5d",
    )
)  # fmt: skip
NORM_FILES: Final = MappingProxyType({"cst30_norms": "norms/cst30.csv", "tug_norms": "norms/tug.csv"})
LIMITS_FILE: Final = "limits.toml"
_ABOUT_ENTRY: Final = frozenset({"value", "unit", "source", "confidence", "note"})


class Confidence(StrEnum):
    """How a number was come by; a recalled one must be checked against its original before release."""

    VERIFIED = "verified"
    RECALLED = "recalled"
    PROJECT_RULE = "project-rule"
    ARITHMETIC = "arithmetic"


class TablesRefusedError(ValueError):
    """A resource text is not what the tables need; `faults` lists every one found."""

    def __init__(self, faults: tuple[str, ...]) -> None:
        super().__init__("; ".join(faults))
        self.faults = faults


@dataclass(frozen=True, slots=True)
class Entry:
    """One number or rule as its resource file states it; `key` is a dotted path."""

    file: str
    key: str
    value: str
    source: str
    confidence: Confidence


@dataclass(frozen=True, slots=True)
class Tables:
    """What scorers read, and where each entry comes from."""

    scoring: ScoringTables
    entries: tuple[Entry, ...]


def unverified(tables: Tables) -> tuple[Entry, ...]:
    """Return the entries that were recalled and that a named person must still check."""
    return tuple(entry for entry in tables.entries if entry.confidence is Confidence.RECALLED)


class _Fault(ValueError):
    """One key is wrong; collected, never shown on its own."""


def _converted(kind: Any, raw: object) -> Any:  # noqa: ANN401 - the kind is a field annotation, read at run time
    """Return the raw TOML or CSV value as the annotated type, or raise `_Fault`."""
    origin = get_origin(kind)
    if origin is tuple and isinstance(raw, list):
        return tuple(_converted(get_args(kind)[0], member) for member in raw)
    if kind is BySex and isinstance(raw, dict) and set(raw) == set(Sex):
        return BySex(female=_converted(Decimal, raw["F"]), male=_converted(Decimal, raw["M"]))
    if is_dataclass(kind) and isinstance(kind, type) and isinstance(raw, dict):
        hints = get_type_hints(kind)
        if set(raw) == set(hints):
            return kind(**{name: _converted(hint, raw[name]) for name, hint in hints.items()})
    if kind is Decimal and isinstance(raw, str | Decimal):
        number = plain_decimal(str(raw))
        if number is not None:
            return number
    if kind is Sex and raw in tuple(Sex):
        return Sex(str(raw))
    if kind in {int, bool, str} and type(raw) is kind:
        return raw
    raise _Fault(f"{raw!r} is not what is needed here ({getattr(kind, '__name__', kind)}); correct the value")


@dataclass(slots=True)
class _Builder:
    """Walks the sections of one file and collects entries and faults."""

    file: str
    entries: list[Entry]
    faults: list[str]

    def section(self, kind: Any, node: object, *, path: str, about: Mapping[str, str]) -> Any:  # noqa: ANN401 - a field annotation, read at run time
        """Build a dataclass from a section; its source and confidence hold for all entries that give none."""
        if not isinstance(node, dict):
            self.faults.append(f"{self.file}: {path} must be a section")
            return None
        inherited = {key: str(node.get(key, about.get(key, ""))) for key in ("source", "confidence")}
        hints = get_type_hints(kind)
        self.faults.extend(
            f"{self.file}: {path}.{key} is not known; remove it or correct its spelling"
            for key in node
            if key not in hints and key not in inherited
        )
        built = {name: self._field(hint, node.get(name), f"{path}.{name}", inherited) for name, hint in hints.items()}
        return None if any(value is None for value in built.values()) else kind(**built)

    def _field(self, kind: Any, node: object, path: str, about: Mapping[str, str]) -> Any:  # noqa: ANN401 - a field annotation, read at run time
        if node is None:
            self.faults.append(f"{self.file}: {path} is missing; add it")
            return None
        if isinstance(node, dict) and "value" in node:
            return self._entry(kind, node, path, about)
        return (
            self.section(kind, node, path=path, about=about)
            if is_dataclass(kind)
            else self._entry(kind, {}, path, about)
        )

    def _entry(self, kind: Any, node: Mapping[str, object], path: str, about: Mapping[str, str]) -> Any:  # noqa: ANN401 - a field annotation, read at run time
        for key in node:
            if key not in _ABOUT_ENTRY:
                self.faults.append(f"{self.file}: {path}.{key} is not known; remove it or correct its spelling")
        stated = {key: str(node.get(key, about[key])) for key in about}
        if stated["confidence"] not in tuple(Confidence) or not stated["source"]:
            self.faults.append(f"{self.file}: {path} needs a source and a confidence of {', '.join(Confidence)}")
            return None
        try:
            value = _converted(kind, node.get("value"))
        except _Fault as fault:
            self.faults.append(f"{self.file}: {path}: {fault}")
            return None
        confidence = Confidence(stated["confidence"])
        self.entries.append(Entry(self.file, path, _shown(node["value"]), stated["source"], confidence))
        return value


def _shown(value: object) -> str:
    """Return a value as a person reads it: no brackets and no quotes of a programming language."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, dict):
        return ", ".join(f"{key} {_shown(each)}" for key, each in value.items())
    if isinstance(value, list):
        return ("; " if any(isinstance(each, dict) for each in value) else ", ").join(map(_shown, value))
    return str(value)


def _parsed(read: Read, file: str, faults: list[str]) -> dict[str, Any]:
    try:
        return tomllib.loads(read(file), parse_float=Decimal)
    except tomllib.TOMLDecodeError as fault:
        faults.append(f"{file}: not valid TOML: {fault}; correct the line it names")
        return {}


def _norm(kind: Any, text: str, builder: _Builder) -> tuple[Any, ...]:  # noqa: ANN401 - a field annotation, read at run time
    rows: list[Any] = []
    for number, row in enumerate(csv.DictReader(text.splitlines()), start=2):
        about = {key: row.pop(key, "") for key in ("source", "confidence")}
        hints = get_type_hints(kind)
        cells = {name: int(cell) if hints.get(name) is int and cell.isdecimal() else cell for name, cell in row.items()}
        node = {"value": cells, **about}
        rows.append(builder._entry(kind, node, f"line {number}", about))  # noqa: SLF001 - the same module
    return tuple(row for row in rows if row is not None)


def load_tables(read: Read) -> Tables:
    """Build every table from the texts that `read` returns for names such as "cutoffs/sppb.toml".

    Raises:
        TablesRefusedError: with one sentence per fault, over all files.
    """
    entries: list[Entry] = []
    faults: list[str] = []
    hints = get_type_hints(ScoringTables)
    built: dict[str, Any] = {}
    for file in CUTOFF_FILES:
        builder = _Builder(file, entries, faults)
        for name, node in _parsed(read, file, faults).items():
            if name not in hints or name in built:
                faults.append(f"{file}: section {name} is not known or stands twice; remove it")
            elif get_origin(hints[name]) is Mapping:
                kind = get_args(hints[name])[1]
                built[name] = MappingProxyType(
                    {key: builder.section(kind, part, path=f"{name}.{key}", about={}) for key, part in node.items()}
                )
            else:
                built[name] = builder.section(hints[name], node, path=name, about={})
    for name, file in NORM_FILES.items():
        built[name] = _norm(get_args(hints[name])[0], read(file), _Builder(file, entries, faults))
    faults.extend(
        f"section {field.name} is in no file; add it" for field in fields(ScoringTables) if field.name not in built
    )
    if faults:
        raise TablesRefusedError(tuple(faults))
    return Tables(ScoringTables(**built), tuple(entries))


def _limit(field: str, node: Mapping[str, Any]) -> Limit:
    hard, soft = (tuple(_converted(Decimal, end) for end in node[name]) for name in ("hard", "soft"))
    limit = Limit(
        field=field,
        unit=_converted(str, node["unit"]),
        decimals=_converted(int, node["decimals"]),
        hard_min=hard[0],
        hard_max=hard[1],
        soft_min=soft[0],
        soft_max=soft[1],
        reason=_converted(str, node["reason"]),
        steps=tuple(_converted(Decimal, step) for step in node.get("steps", ())),
        slips=tuple(_converted(UnitSlip, slip) for slip in node.get("slips", ())),
    )
    if not limit.hard_min <= limit.soft_min <= limit.soft_max <= limit.hard_max:
        raise _Fault("the soft limits must lie within the hard limits; correct them")
    return limit


def _cross(rule: str, node: Mapping[str, Any]) -> CrossLimit:
    thresholds = {name: _converted(Decimal, value) for name, value in node["thresholds"].items()}
    inputs = tuple(tuple(_converted(str, name) for name in names) for names in node["inputs"])
    return CrossLimit(rule, inputs, MappingProxyType(thresholds))


def _built(
    build: Callable[[str, Mapping[str, Any]], Kind], nodes: Mapping[str, Mapping[str, Any]], faults: list[str]
) -> dict[str, Kind]:
    built: dict[str, Kind] = {}
    for name, node in nodes.items():
        try:
            built[name] = build(name, node)
        except KeyError as fault:
            faults.append(f"{LIMITS_FILE}: {name} lacks {fault}; add it")
        except (_Fault, IndexError) as fault:
            faults.append(f"{LIMITS_FILE}: {name}: {fault}")
    return built


def load_limits(read: Read) -> Limits:
    """Build every limit and cross-field rule from the text of `limits.toml`.

    Raises:
        TablesRefusedError: with one sentence per fault.
    """
    faults: list[str] = []
    parsed = _parsed(read, LIMITS_FILE, faults)
    values = _built(_limit, parsed.get("values", {}), faults)
    cross = _built(_cross, parsed.get("cross", {}), faults)
    if faults or not values:
        raise TablesRefusedError(tuple(faults) or (f"{LIMITS_FILE}: no limit found; restore the file",))
    return Limits(MappingProxyType(values), MappingProxyType(cross))
